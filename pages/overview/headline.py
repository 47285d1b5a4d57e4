"""The sentences the chair reads aloud: what sources report, and what is known of the places."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components.data_table import table
from pages.overview import words
from queries import catalogue, documents, gazetteer, lifetimes, observations, provenance
from queries.gazetteer import full_name
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import document_names
from wording.numbers import day, number

STYLE = "<style>" + (Path(__file__).parent / "headline.css").read_text("utf-8") + "</style>"
_PAGE = '{style}<div class="headline">{sentences}{notes}</div>'
_SENTENCE = '<p class="sentence">{text}</p>'
_NOTE = '<span class="said-note">{text}</span> '
_NOTES = '<p class="said-notes">{text}</p>'
_NOTICE = '<p class="notice">{text}</p>'

JUDGED = ["met", "on_track", "behind", "missed"]
FAILED = ["behind", "missed"]


@dataclass(frozen=True, eq=False)
class Headline:
    """What is read aloud, what is printed small under it, and the counts it was made from.

    Attributes
    ----------
    sentences
        To read aloud, one after another; none where the figures are simulated.
    notes
        Source, disagreeing sources, failed checks, age.
    tallies
        Of ``documents.reported``.
    """

    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    tallies: pd.DataFrame


@query(dataset, viewed_day, keep=100)
def headline(view: View) -> Headline:
    """Compose the sentences of a view; simulated figures are never read aloud."""
    tallies = documents.reported_counts(view)
    if view.kind == "simulated":
        return Headline((), (), tallies)
    first = tallies[tallies["resolution"].eq(tallies["resolution"].iloc[0])] if len(tallies) else tallies
    known = places(view)
    sentences = [*_of_targets(view, first), _of_places(view, known)]
    return Headline(tuple(sentences), (*_of_sources(first), *_of_age(known)), tallies)


def places(view: View) -> pd.DataFrame:
    """Return what is known of each place of the province's main level.

    Returns
    -------
    DataFrame
        One row per district (before 7/2025) or commune: ``code``, ``reported`` (some core figure is in effect),
        ``fresh`` (one of them at most 12 months old), ``judged`` and ``behind`` (numbers of assigned targets).
    """
    here = gazetteer.places(view.vintage, view.province, main_level(view))
    figures = observations.latest(view)
    figures = figures[figures["indicator"].isin(catalogue.core_indicators()) & figures["absence"].isna()]
    own = documents.assessed(view)
    own = own[own["standing"].eq("assigned")]
    code = here["code"]
    return pd.DataFrame(
        {
            "code": code,
            "reported": code.isin(figures["locality"]),
            "fresh": code.isin(figures.loc[~figures["stale"], "locality"]),
            "judged": _count(own, JUDGED, code),
            "behind": _count(own, FAILED, code),
        }
    )


def main_level(view: View) -> str:
    """Return the level an area is led through: the country's provinces; a province's districts, or its communes."""
    if view.province == gazetteer.COUNTRY:
        return "province"
    return gazetteer.levels(view.vintage)[1]


def _count(own: pd.DataFrame, statuses: list[str], code: pd.Series) -> pd.Series:
    return code.map(own.loc[own["status"].isin(statuses), "locality"].value_counts()).fillna(0).astype(int)


def read_aloud(view: View) -> None:
    """Draw the sentences large, their sources and doubts small; for simulated figures a notice instead."""
    said = headline(view)
    if view.kind == "simulated":
        st.html(_PAGE.format(style=STYLE, sentences="", notes=_NOTICE.format(text=escape(words.SIMULATED))))
        return
    spoken = "".join(_SENTENCE.format(text=escape(sentence)) for sentence in said.sentences)
    notes = _NOTES.format(text="".join(_NOTE.format(text=escape(note)) for note in said.notes))
    words_of_it, sources_of_it = st.columns([14, 1], vertical_alignment="bottom", gap="small")
    with words_of_it:
        st.html(_PAGE.format(style=STYLE, sentences=spoken, notes=notes))
    with sources_of_it:
        sources(view, said.tallies)


def sources(view: View, tallies: pd.DataFrame) -> None:
    """Draw where the numbers of the sentences come from, behind a button."""
    with st.popover(words.SOURCES, type="tertiary"):
        for text in words.METHOD:
            st.markdown(text)
        if tallies.empty:
            return
        shown = tallies.assign(
            document=[
                document_names.document_name(*paper)
                for paper in zip(tallies["kind"], tallies["number"], strict=True)
            ],
            as_of_shown=[day(each) for each in tallies["as_of"]],
            source_shown=[provenance.source_title(each) for each in tallies["source"]],
        )
        table(
            shown,
            words.TALLY_HEADINGS,
            "so-chi-tieu-dat",
            kind=view.kind,
            title=words.TALLY_TITLE,
            notes=[],
        )


def tally_sentence(row: pd.Series) -> str:
    """Say one reported count of met targets, in the words its numbers need."""
    document = document_names.document_name(row["kind"], row["number"])
    owner = words.within(row["province_name"])
    said = {"document": document, "province": owner, "former": owner, "day": day(row["as_of"])}
    counts = {name: number(row[name]) for name in ("met", "total", "remaining")}
    return _tally_words(row).format(**said, **counts)


def _tally_words(row: pd.Series) -> str:
    met, total = row["met"], row["total"]
    if met != met:
        return words.TALLY_TOTAL
    if row["former"]:
        return words.TALLY_FORMER
    if total == 1:
        return words.TALLY_ONLY_MET if met else words.TALLY_ONLY_NOT_MET
    if met in (0, total):
        return words.TALLY_ALL if met else words.TALLY_NONE
    return words.TALLY_SOME if row["remaining"] == row["remaining"] else words.TALLY_MET


def _of_targets(view: View, tallies: pd.DataFrame) -> list[str]:
    province = words.within(full_name(view, view.province))
    if len(tallies):
        unassigned = [words.NOT_ASSIGNED.format(province=province)] if tallies["former"].iloc[0] else []
        return [*unassigned, tally_sentence(tallies.iloc[0])]
    own = documents.assessed(view)
    own = own[own["standing"].eq("assigned") & own["locality"].eq(view.province)]
    own = own[own["status"].ne("text_unknown")]
    if own.empty:
        return (
            [words.NOT_ASSIGNED.format(province=province)] if view.vintage != lifetimes.vintages()[0] else []
        )
    untold = words.NO_TALLY.format(province=province, day=day(observations.as_of(view)))
    judged, met = int(own["status"].isin(JUDGED).sum()), int(own["status"].eq("met").sum())
    known = words.TARGETS_KNOWN if judged else words.TARGETS_UNJUDGED
    counts = {"total": number(len(own)), "judged": number(judged), "met": number(met)}
    return [untold, known.format(province=province, **counts)]


def _of_places(view: View, known: pd.DataFrame) -> str:
    total, reported = len(known), int(known["reported"].sum())
    template = words.PLACES_NONE if reported == 0 else words.PLACES_SOME
    template = words.PLACES_ALL if reported == total else template
    counts = {"total": number(total), "reported": number(reported), "silent": number(total - reported)}
    units = words.UNITS[main_level(view)]
    return template.format(day=day(observations.as_of(view)), units=units, judged=_judged(known), **counts)


def _judged(known: pd.DataFrame) -> str:
    judged, behind = int(known["judged"].gt(0).sum()), int(known["behind"].gt(0).sum())
    if not judged:
        return words.JUDGED_NONE
    template = words.JUDGED_BEHIND if behind else words.JUDGED_NO_BEHIND
    return template.format(judged=number(judged), behind=number(behind))


def _of_sources(tallies: pd.DataFrame) -> list[str]:
    notes = []
    for place, row in enumerate(tallies.to_dict("records")):
        notes.append(_source(row) if place == 0 else _other(row))
        if row["check"]:
            notes.append(words.CHECK.format(message=row["check"]))
    stale = len(tallies) > 0 and tallies["stale"].iloc[0]
    return [*notes, words.TALLY_STALE] if stale else notes


def _source(row: dict) -> str:
    template = words.SOURCE_NOTED if isinstance(row["note"], str) else words.SOURCE_OF
    return template.format(source=provenance.source_title(row["source"]), note=row["note"])


def _other(row: dict) -> str:
    if row["met"] != row["met"]:
        template = words.OTHER_TOTAL
    else:
        template = words.OTHER_REMAINING if row["hard"] == row["hard"] else words.OTHER_MET
    counts = ("met", "total", "remaining", "not_measurable", "expected", "hard")
    return template.format(
        source=provenance.source_title(row["source"]), **{count: number(row[count]) for count in counts}
    )


def _of_age(known: pd.DataFrame) -> list[str]:
    reported, stale = int(known["reported"].sum()), int((known["reported"] & ~known["fresh"]).sum())
    if not stale:
        return []
    some = words.STALE_SOME if stale < reported else words.STALE_ALL
    template = words.STALE_ONE if reported == 1 else some
    return [template.format(reported=number(reported), stale=number(stale))]
