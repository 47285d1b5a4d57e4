"""What a scenario changes, before and after: the province's figure, who flips, who moves in rank, what is counted."""

import pandas as pd

from indicators.primary_target import primary_target
from indicators.scenario import BASELINE, Scenario, compare, compare_counts, compare_ranks, flip_counts
from queries import catalogue, documents, gazetteer
from queries.indicator_rows import ONE_INDICATOR
from queries.outcomes import Outcome, counted, outcome
from queries.query import query
from queries.view import View
from wording import document_names, judgement, lists, numbers, places
from wording import scenario_texts as words
from wording.scenario_messages import REASON_WORDS
from wording.statuses import LOOKS, ORDER


def province(view: View, before: Outcome, after: Outcome) -> str:
    """Say the province's own figure before and after."""
    was, will = (province_shown(view, found) for found in (before, after))
    name = gazetteer.full_name(view, view.province)
    if was == will == words.NOTHING:
        return words.PROVINCE_NONE.format(
            province=name, indicator=catalogue.indicator(view.indicator)["name_vi"]
        )
    template = words.PROVINCE_SAME if was == will else words.PROVINCE
    return template.format(province=name, before=was, after=will)


def province_shown(view: View, found: Outcome) -> str:
    """Write the province's own figure in an outcome, or a dash."""
    here = found.latest[found.latest["locality"].eq(view.province) & found.latest["value"].notna()]
    if here.empty:
        return words.NOTHING
    asked, row = catalogue.indicator(view.indicator), here.iloc[0]
    return judgement.figure(row["value"], asked["unit"], int(asked["decimals"]), row["qualifier"])


@query(*ONE_INDICATOR, keep=200)
def changes(view: View, scenario: Scenario) -> pd.DataFrame:
    """Return the places whose figure, status, target or rank differs, the greatest gain in rank first.

    Returns
    -------
    DataFrame
        ``code``, ``name``, the columns of ``scenario.compare_ranks``, and ``value_shown``, ``status``,
        ``status_shown``, ``target_shown``, ``source_shown`` each with ``_before`` and ``_after``.
    """
    before, after = (outcome(view, each).rows for each in (BASELINE, scenario))
    shown = ["code", "value_shown", "status", "status_shown", "target_shown", "source_shown"]
    # Among all communes of the country a name alone names nobody.
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


def flips(view: View, scenario: Scenario) -> list[str]:
    """Say how many places went from which status to which: "8 huyện từ chậm lộ trình sang đạt"."""
    return [
        words.FLIP.format(
            count=numbers.number(count),
            unit=places.UNIT_NAMES[view.level],
            before=LOOKS[was].word,
            after=LOOKS[will].word,
        )
        for was, will, count in flipped(view, scenario).itertuples(index=False)
    ]


@query(*ONE_INDICATOR, keep=200)
def flipped(view: View, scenario: Scenario) -> pd.DataFrame:
    """Count flips of each place's leading target; where there is none, a new figure flips nothing."""
    before, after = outcome(view, BASELINE), outcome(view, scenario)
    led = primary_target(before.assessed)
    return flip_counts(compare(led[led["locality"].isin(before.rows["code"])], after.assessed))


def ranks(changed: pd.DataFrame) -> str:
    """Say how many places rise or fall in the order, and who most."""
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


def tallies(view: View, scenario: Scenario) -> list[str]:
    """Say, for each document whose counts change, how many of its targets stood and stand how."""
    compared = compare_counts(counted(view, BASELINE), counted(view, scenario))
    compared = compared[compared["before"].ne(compared["after"])]
    named = document_titles(view)
    said = []
    for resolution, rows in compared.groupby("resolution", sort=False):
        parts = [
            words.TALLY_PART.format(
                status=LOOKS[row.status].label,
                before=numbers.number(row.before),
                after=numbers.number(row.after),
            )
            for row in rows.sort_values("status", key=lambda names: names.map(ORDER.index)).itertuples()
        ]
        said.append(words.TALLY.format(document=named[str(resolution)], parts=lists.semicolon_list(parts)))
    return said


def document_titles(view: View) -> dict[str, str]:
    """Return document → its name on screen."""
    papers = documents.documents(view)
    return {row.resolution: document_names.document_name(row.kind, row.number) for row in papers.itertuples()}


@query(*ONE_INDICATOR, keep=200)
def lines(view: View, scenario: Scenario) -> list[str]:
    """Say what a scenario changes: the province's figure, flips, ranks, counts, and what does not follow."""
    before, after = outcome(view, BASELINE), outcome(view, scenario)
    turned = flips(view, scenario)
    said = [
        province(view, before, after),
        words.FLIPS.format(flips=lists.semicolon_list(turned)) if turned else words.NO_FLIP,
        ranks(changes(view, scenario)),
        *tallies(view, scenario),
        *unmoved(after),
        *siblings(after),
        *after.refusals,
    ]
    return [line for line in said if line]


def unmoved(found: Outcome) -> list[str]:
    """Say where levers moved nothing, and why."""
    silent = found.touched[found.touched["reason"].ne("")]
    return [
        words.UNMOVED.format(
            count=numbers.number(rows["locality"].nunique()), reason=REASON_WORDS[str(reason)]
        )
        for reason, rows in silent.groupby("reason", sort=False)
    ]


def siblings(found: Outcome) -> list[str]:
    """Say which counts stay as they are though a share moved whose numerator they are."""
    t = catalogue.tables()
    counted = t.relations[t.relations["kind"].eq("numerator")].set_index("whole")["part"]
    moved = found.touched.loc[found.touched["reason"].eq(""), "indicator"].unique()
    return [
        words.SIBLING.format(
            share=catalogue.indicator(each)["name_vi"], count=catalogue.indicator(counted[each])["name_vi"]
        )
        for each in moved
        if each in counted.index
    ]
