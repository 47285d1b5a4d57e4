"""The sentences that the chair reads aloud: what sources report, and what is known of the places."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.overview import words
from pages.overview.place_counts import JUDGED, main_level, place_counts
from queries import documents, gazetteer, lifetimes, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording.document_names import document_name
from wording.numbers import day, number
from wording.places import LEVEL_NAMES

# The counts that a source may report of a document's targets.
TALLY_COUNTS = ("met", "total", "remaining", "not_measurable", "expected", "hard")


@dataclass(frozen=True, eq=False)
class Headline:
    """What is read aloud, what is printed small under it, and the counts that it was made from.

    Attributes
    ----------
    sentences
        To read aloud, one after another; none where the figures are simulated.
    notes
        Source, other sources that disagree, failed checks, age.
    tallies
        Columns of ``documents.reported``.
    """

    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    tallies: pd.DataFrame


@query(dataset, viewed_day, keep=100)
def headline_texts(view: View) -> Headline:
    """Write the sentences and notes of a view. Simulated figures have none, because they are never read aloud."""
    tallies = documents.reported_counts(view)
    if view.kind == "simulated":
        return Headline((), (), tallies)
    first = tallies[tallies["resolution"].eq(tallies["resolution"].iloc[0])] if len(tallies) else tallies
    counts = place_counts(view)
    sentences = (*_target_sentences(view, first), _place_sentence(view, counts))
    return Headline(sentences, (*_source_notes(first), *_age_notes(counts)), tallies)


def tally_sentence(row: pd.Series) -> str:
    """Return the sentence for one reported count of met targets; a row of ``documents.reported``."""
    owner = words.in_sentence(row["province_name"])
    names = {"document": document_name(row["kind"], row["number"]), "province": owner, "former": owner}
    counts = {name: number(row[name]) for name in ("met", "total", "remaining")}
    return _tally_template(row).format(**names, **counts, day=day(row["as_of"]))


def _tally_template(row: pd.Series) -> str:
    met, total = row["met"], row["total"]
    if pd.isna(met):
        return words.TALLY_TOTAL
    if row["former"]:
        return words.TALLY_FORMER
    if total == 1:
        return words.TALLY_ONLY_MET if met else words.TALLY_ONLY_NOT_MET
    if met in (0, total):
        return words.TALLY_ALL if met else words.TALLY_NONE
    return words.TALLY_SOME if pd.notna(row["remaining"]) else words.TALLY_MET


def _target_sentences(view: View, tallies: pd.DataFrame) -> list[str]:
    """Return the count that a source reports, or else our own count of the area's targets."""
    province = words.in_sentence(gazetteer.full_name(view, view.province))
    not_assigned = words.NOT_ASSIGNED.format(province=province)
    if len(tallies):
        return [*([not_assigned] if tallies["former"].iloc[0] else []), tally_sentence(tallies.iloc[0])]
    rows = documents.assessed(view)
    rows = rows[rows["standing"].eq("assigned") & rows["locality"].eq(view.province)]
    rows = rows[rows["status"].ne("text_unknown")]
    if rows.empty:
        return [not_assigned] if view.vintage != lifetimes.vintages()[0] else []
    judged, met = int(rows["status"].isin(JUDGED).sum()), int(rows["status"].eq("met").sum())
    template = words.TARGETS_KNOWN if judged else words.TARGETS_UNJUDGED
    counts = {"total": number(len(rows)), "judged": number(judged), "met": number(met)}
    no_tally = words.NO_TALLY.format(province=province, day=day(observations.as_of(view)))
    return [no_tally, template.format(province=province, **counts)]


def _place_sentence(view: View, counts: pd.DataFrame) -> str:
    total, reported = len(counts), int(counts["reported"].sum())
    template = words.PLACES_NONE if reported == 0 else words.PLACES_SOME
    template = words.PLACES_ALL if reported == total else template
    return template.format(
        day=day(observations.as_of(view)),
        units=words.UNITS.format(level=LEVEL_NAMES[main_level(view)]),
        total=number(total),
        reported=number(reported),
        missing=number(total - reported),
        judged=_judged_clause(counts),
    )


def _judged_clause(counts: pd.DataFrame) -> str:
    judged, behind = int(counts["judged"].gt(0).sum()), int(counts["behind"].gt(0).sum())
    if not judged:
        return words.JUDGED_NONE
    template = words.JUDGED_BEHIND if behind else words.JUDGED_NO_BEHIND
    return template.format(judged=number(judged), behind=number(behind))


def _source_notes(tallies: pd.DataFrame) -> list[str]:
    """Name the source of the count, then each other source with its own count and what fails in it."""
    notes = []
    for place, row in enumerate(tallies.to_dict("records")):
        notes.append(_source(row) if place == 0 else _other_source(row))
        if row["check"]:
            notes.append(words.CHECK.format(message=row["check"]))
    stale = len(tallies) > 0 and tallies["stale"].iloc[0]
    return [*notes, words.TALLY_STALE] if stale else notes


def _source(row: dict[Any, Any]) -> str:
    template = words.SOURCE_NOTED if isinstance(row["note"], str) else words.SOURCE_OF
    return template.format(source=provenance.source_title(row["source"]), note=row["note"])


def _other_source(row: dict[Any, Any]) -> str:
    if pd.isna(row["met"]):
        template = words.OTHER_TOTAL
    else:
        template = words.OTHER_REMAINING if pd.notna(row["hard"]) else words.OTHER_MET
    counts = {name: number(row[name]) for name in TALLY_COUNTS}
    return template.format(source=provenance.source_title(row["source"]), **counts)


def _age_notes(counts: pd.DataFrame) -> list[str]:
    """Say how many of the places that reported have no figure of the last 12 months."""
    reported, stale = int(counts["reported"].sum()), int((counts["reported"] & ~counts["fresh"]).sum())
    if not stale:
        return []
    some = words.STALE_SOME if stale < reported else words.STALE_ALL
    template = words.STALE_ONE if reported == 1 else some
    return [template.format(reported=number(reported), stale=number(stale))]


def tally_table(tallies: pd.DataFrame) -> pd.DataFrame:
    """Return the reported counts with the columns of ``words.TALLY_HEADINGS``."""
    papers = zip(tallies["kind"], tallies["number"], strict=True)
    return tallies.assign(
        document=[document_name(kind, paper_number) for kind, paper_number in papers],
        as_of_shown=[day(each) for each in tallies["as_of"]],
        source_shown=provenance.sources_shown(tallies["source"]),
    )
