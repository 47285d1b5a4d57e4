"""The effects of a scenario: the province's figure, flips of status, ranks and counts, before and after."""

from collections.abc import Iterator

import pandas as pd

from indicators.primary_target import primary_target
from indicators.scenario import (
    BASELINE,
    Scenario,
    compare_assessments,
    compare_counts,
    compare_ranks,
    flip_counts,
)
from queries import catalogue, documents, gazetteer
from queries.indicator_rows import ONE_INDICATOR
from queries.outcomes import Outcome, outcome, target_counts
from queries.query import query
from queries.view import View
from wording import document_names, judgement, lists, markdown, numbers, places
from wording import scenario_texts as words
from wording.markdown import Markdown
from wording.scenario_messages import REASON_WORDS
from wording.statuses import LOOKS, ORDER


def province_sentence(view: View, before: Outcome, after: Outcome) -> Markdown:
    """Return the sentence on the province's own figure before and after."""
    was, will = (province_shown(view, each) for each in (before, after))
    name = gazetteer.full_name(view, view.province)
    if was == will == words.NOTHING:
        return markdown.fill(
            words.PROVINCE_NONE, province=name, indicator=catalogue.indicator(view.indicator)["name_vi"]
        )
    template = words.PROVINCE_SAME if was == will else words.PROVINCE
    return markdown.fill(template, province=name, before=was, after=will)


def province_shown(view: View, result: Outcome) -> str:
    """Return the text of the province's own figure in an outcome, or a dash."""
    here = result.latest[result.latest["locality"].eq(view.province) & result.latest["value"].notna()]
    if here.empty:
        return words.NOTHING
    indicator, row = catalogue.indicator(view.indicator), here.iloc[0]
    marks = (row["qualifier"], row["value_basis"])
    return judgement.figure(row["value"], indicator["unit"], int(indicator["decimals"]), *marks)


@query(*ONE_INDICATOR, keep=200)
def changes(view: View, scenario: Scenario) -> pd.DataFrame:
    """Return the places whose figure, status, target or rank changes, the greatest gain in rank first.

    Returns
    -------
    DataFrame
        ``code``, ``name``, the columns of ``scenario.compare_ranks``, and ``value_shown``, ``status``,
        ``status_shown``, ``target_shown``, ``source_shown`` each with ``_before`` and ``_after``.
    """
    before, after = (outcome(view, each).rows for each in (BASELINE, scenario))
    shown = ["code", "value_shown", "status", "status_shown", "target_shown", "source_shown"]
    # Many communes of the country have the same name.
    names = before["short"] if gazetteer.by_commune(view) else before["name"]
    rows = before[shown].merge(after[shown], on="code", suffixes=("_before", "_after"), validate="1:1")
    rows = rows.assign(name=names.to_numpy())
    ranked = compare_ranks(*(each.rename(columns={"code": "locality"}) for each in (before, after)))
    rows = rows.merge(ranked, left_on="code", right_on="locality", validate="1:1")
    differs = pd.Series(data=False, index=rows.index)
    for name in ("value_shown", "status", "target_shown", "rank"):
        was, will = rows[f"{name}_before"], rows[f"{name}_after"]
        differs |= was.ne(will) & ~(was.isna() & will.isna())
    return rows[differs].sort_values("rose", ascending=False, na_position="last", kind="stable")


def flip_sentences(view: View, scenario: Scenario) -> list[str]:
    """Return a text for each pair of statuses: "8 huyện từ chậm lộ trình sang đạt"."""
    return [
        words.FLIP.format(
            count=numbers.number(count),
            unit=places.UNIT_NAMES[view.level],
            before=LOOKS[was].word,
            after=LOOKS[will].word,
        )
        for was, will, count in status_flips(view, scenario).itertuples(index=False)
    ]


@query(*ONE_INDICATOR, keep=200)
def status_flips(view: View, scenario: Scenario) -> pd.DataFrame:
    """Count the flips of each place's primary target; a place without a target has none."""
    before, after = outcome(view, BASELINE), outcome(view, scenario)
    primary = primary_target(before.assessed)
    primary = primary[primary["locality"].isin(before.rows["code"])]
    return flip_counts(compare_assessments(primary, after.assessed))


def rank_sentence(changed: pd.DataFrame) -> str:
    """Return the sentence on how many places rise or fall in rank, and which rises most; "" if none does."""
    moved = changed[changed["rose"].notna() & changed["rose"].ne(0)]
    if moved.empty:
        return ""
    first = moved.iloc[0]
    up, down = int(moved["rose"].gt(0).sum()), int(moved["rose"].lt(0).sum())
    if not up:
        return words.RANKS_DOWN.format(down=numbers.number(down))
    return words.RANKS.format(
        up=numbers.number(up), down=numbers.number(down), name=first["name"],
        before=numbers.number(first["rank_before"]), after=numbers.number(first["rank_after"]),
    )  # fmt: skip


def count_sentences(view: View, scenario: Scenario) -> list[str]:
    """Return a sentence for each document whose counts by status change."""
    compared = compare_counts(target_counts(view, BASELINE), target_counts(view, scenario))
    compared = compared[compared["before"].ne(compared["after"])]
    titles = document_titles(view)
    sentences = []
    for resolution, rows in compared.groupby("resolution", sort=False):
        parts = [
            words.TALLY_PART.format(
                status=LOOKS[status].label, before=numbers.number(before), after=numbers.number(after)
            )
            for status, before, after in _worst_first(rows)
        ]
        sentences.append(
            words.TALLY.format(document=titles[str(resolution)], parts=lists.semicolon_list(parts))
        )
    return sentences


def _worst_first(rows: pd.DataFrame) -> Iterator[tuple[str, int, int]]:
    """Yield status and its counts before and after."""
    ordered = rows.sort_values("status", key=lambda names: names.map(ORDER.index))
    return zip(ordered["status"], ordered["before"], ordered["after"], strict=True)


def document_titles(view: View) -> dict[str, str]:
    """Return document → its name on screen."""
    in_force = documents.in_force(view)
    rows = zip(in_force["resolution"], in_force["kind"], in_force["number"], strict=True)
    return {resolution: document_names.document_name(kind, number) for resolution, kind, number in rows}


@query(*ONE_INDICATOR, keep=200)
def sentences(view: View, scenario: Scenario) -> list[Markdown]:
    """Return the sentences on all effects of a scenario, and on what it does not change."""
    before, after = outcome(view, BASELINE), outcome(view, scenario)
    flipped = flip_sentences(view, scenario)
    lines = [
        province_sentence(view, before, after),
        markdown.fill(words.FLIPS, flips=lists.semicolon_list(flipped)) if flipped else words.NO_FLIP,
        rank_sentence(changes(view, scenario)),
        *count_sentences(view, scenario),
        *unmoved_sentences(after),
        *numerator_sentences(after),
        *after.refusals,
    ]
    return [markdown.plain(line) for line in lines if line]


def unmoved_sentences(result: Outcome) -> list[str]:
    """Return a sentence for each reason for which levers move nothing."""
    unmoved = result.touched[result.touched["reason"].ne("")]
    return [
        words.UNMOVED.format(
            count=numbers.number(rows["locality"].nunique()), reason=REASON_WORDS[str(reason)]
        )
        for reason, rows in unmoved.groupby("reason", sort=False)
    ]


def numerator_sentences(result: Outcome) -> list[str]:
    """Return a sentence for each count that stays, although it is the numerator of a share that moves."""
    t = catalogue.tables()
    counted = t.relations[t.relations["kind"].eq("numerator")].set_index("whole")["part"]
    moved = result.touched.loc[result.touched["reason"].eq(""), "indicator"].unique()
    return [
        words.SIBLING.format(
            share=catalogue.indicator(each)["name_vi"], count=catalogue.indicator(counted[each])["name_vi"]
        )
        for each in moved
        if each in counted.index
    ]
