"""Before and after: the province's figure, who flips, who moves in rank, what the resolutions count."""

import pandas as pd
import streamlit as st

from components import look_back, place_navigation
from components.data_table import fold, table
from indicators.primary_target import primary_target
from indicators.scenario import BASELINE, Scenario, compare, compare_counts, compare_ranks, flip_counts
from pages.overview import words
from pages.what_if import words as what_if_words
from pages.what_if.lever_form import sentence
from queries import catalogue, documents, gazetteer, scenario_set
from queries.memory import remembered
from queries.outcomes import Outcome, counted, ground, outcome
from queries.view import View
from wording import judgement, numbers
from wording import tables as table_words
from wording.scenario_messages import REASON_WORDS
from wording.statuses import LOOKS, ORDER


def province(looked: View, before: Outcome, after: Outcome) -> str:
    """Say the province's own figure before and after."""
    was, will = (_province_shown(looked, found) for found in (before, after))
    name = place_navigation.name(looked, looked.province)
    if was == will == what_if_words.NOTHING:
        return what_if_words.PROVINCE_NONE.format(
            province=name, indicator=catalogue.indicator(looked.indicator)["name_vi"]
        )
    template = what_if_words.PROVINCE_SAME if was == will else what_if_words.PROVINCE
    return template.format(province=name, before=was, after=will)


def _province_shown(looked: View, found: Outcome) -> str:
    here = found.latest[found.latest["locality"].eq(looked.province) & found.latest["value"].notna()]
    if here.empty:
        return what_if_words.NOTHING
    asked, row = catalogue.indicator(looked.indicator), here.iloc[0]
    return judgement.figure(row["value"], asked["unit"], int(asked["decimals"]), row["qualifier"])


def changes(looked: View, scenario: Scenario) -> pd.DataFrame:
    """Return the places whose figure, status, target or rank differs, the greatest gain in rank first.

    Returns
    -------
    DataFrame
        ``code``, ``name``, the columns of ``scenario.compare_ranks``, and ``value_shown``, ``status``,
        ``status_shown``, ``target_shown``, ``source_shown`` each with ``_before`` and ``_after``.
    """
    return _changes(ground(looked), scenario)


@remembered(200)
def _changes(looked: View, scenario: Scenario) -> pd.DataFrame:
    before, after = (outcome(looked, each).rows for each in (BASELINE, scenario))
    shown = ["code", "value_shown", "status", "status_shown", "target_shown", "source_shown"]
    # Among all communes of the country a name alone names nobody.
    names = before["short"] if gazetteer.by_commune(looked) else before["name"]
    rows = before[shown].merge(after[shown], on="code", suffixes=("_before", "_after"), validate="1:1")
    rows = rows.assign(name=names.to_numpy())
    ranked = compare_ranks(*(each.rename(columns={"code": "locality"}) for each in (before, after)))
    rows = rows.merge(ranked, left_on="code", right_on="locality", validate="1:1")
    differs = pd.Series(data=False, index=rows.index)
    for name in ("value_shown", "status", "target_shown", "rank"):
        was, will = rows[f"{name}_before"], rows[f"{name}_after"]
        differs |= was.ne(will) & ~(was.isna() & will.isna())
    return rows[differs].sort_values("rose", ascending=False, na_position="last", kind="stable")


def flips(looked: View, scenario: Scenario) -> list[str]:
    """Say how many places went from which status to which: "8 huyện từ chậm lộ trình sang đạt"."""
    return [
        what_if_words.FLIP.format(
            count=numbers.number(count),
            unit=what_if_words.UNITS[looked.level],
            before=LOOKS[was].word,
            after=LOOKS[will].word,
        )
        for was, will, count in _flipped(looked, scenario).itertuples(index=False)
    ]


@remembered(200)
def _flipped(looked: View, scenario: Scenario) -> pd.DataFrame:
    """Count flips of each place's leading target; where there is none, a new figure flips nothing."""
    before, after = outcome(looked, BASELINE), outcome(looked, scenario)
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
        return what_if_words.RANKS_DOWN.format(down=numbers.number(down))
    return what_if_words.RANKS.format(
        up=numbers.number(up), down=numbers.number(down), name=first["name"],
        before=numbers.number(first["rank_before"]), after=numbers.number(first["rank_after"]),
    )  # fmt: skip


def tallies(looked: View, scenario: Scenario) -> list[str]:
    """Say, for each document whose counts change, how many of its targets stood and stand how."""
    compared = compare_counts(counted(looked, BASELINE), counted(looked, scenario))
    compared = compared[compared["before"].ne(compared["after"])]
    titles = _titles(looked)
    said = []
    for resolution, rows in compared.groupby("resolution", sort=False):
        parts = [
            what_if_words.TALLY_PART.format(
                status=LOOKS[row.status].label,
                before=numbers.number(row.before),
                after=numbers.number(row.after),
            )
            for row in rows.sort_values("status", key=lambda names: names.map(ORDER.index)).itertuples()
        ]
        said.append(
            what_if_words.TALLY.format(document=titles[str(resolution)], parts=judgement.listed(parts))
        )
    return said


def _titles(looked: View) -> dict[str, str]:
    papers = documents.documents(looked)
    return {row.resolution: words.document(row.kind, row.number) for row in papers.itertuples()}


def told(looked: View, scenario: Scenario) -> None:
    """Draw what changes at once, in sentences."""
    st.markdown("\n".join(what_if_words.LINE.format(text=line) for line in lines(ground(looked), scenario)))


@remembered(200)
def lines(looked: View, scenario: Scenario) -> list[str]:
    """Say what a scenario changes: the province's figure, flips, ranks, counts, and what does not follow."""
    before, after = outcome(looked, BASELINE), outcome(looked, scenario)
    turned = flips(looked, scenario)
    said = [
        province(looked, before, after),
        what_if_words.FLIPS.format(flips=judgement.listed(turned)) if turned else what_if_words.NO_FLIP,
        ranks(changes(looked, scenario)),
        *tallies(looked, scenario),
        *unmoved(after),
        *siblings(after),
        *after.refusals,
    ]
    return [line for line in said if line]


def unmoved(found: Outcome) -> list[str]:
    """Say where levers moved nothing, and why."""
    silent = found.touched[found.touched["reason"].ne("")]
    return [
        what_if_words.UNMOVED.format(
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
        what_if_words.SIBLING.format(
            share=catalogue.indicator(each)["name_vi"], count=catalogue.indicator(counted[each])["name_vi"]
        )
        for each in moved
        if each in counted.index
    ]


def side_by_side(looked: View) -> pd.DataFrame:
    """Return one row per measure, one column for things as they are and for each scenario.

    Returns
    -------
    DataFrame
        ``measure`` and the columns of ``headings``.
    """
    return _side_by_side(ground(looked), (BASELINE, *scenario_set.scenarios(looked)))


@remembered(200)
def _side_by_side(looked: View, scenarios: tuple[Scenario, ...]) -> pd.DataFrame:
    columns = {f"c{place}": _column(looked, each) for place, each in enumerate(scenarios)}
    frame = pd.DataFrame(columns).fillna("0")
    # A status that only a later scenario has would else come last.
    standings = [each for each in map(_standing, ORDER) if each in frame.index]
    rest = [each for each in frame.index if each not in standings]
    return frame.loc[[*rest[:1], *standings, *rest[1:]]].rename_axis("measure").reset_index()


def _standing(status: str) -> str:
    return what_if_words.STANDING.format(status=LOOKS[status].label)


def headings(looked: View) -> dict[str, str]:
    """Return the headings of ``side_by_side``: each scenario by its name."""
    named = {
        f"c{place}": name
        for place, name in enumerate(scenario_set.names_of(scenario_set.scenarios(looked)), 1)
    }
    return {"measure": what_if_words.MEASURE, "c0": what_if_words.BASELINE, **named}


def _column(looked: View, scenario: Scenario) -> dict[str, str]:
    after, changed = outcome(looked, scenario), changes(looked, scenario)
    counts = after.rows["status"].value_counts()
    stand = {_standing(status): numbers.number(counts[status]) for status in ORDER if status in counts.index}
    tallied = counted(looked, scenario)
    met = tallied[tallied["status"].eq("met")].set_index("resolution")["count"]
    documented = {
        what_if_words.MET_OF.format(document=title): numbers.number(met.get(resolution, 0))
        for resolution, title in _titles(looked).items()
        if resolution in set(tallied["resolution"])
    }
    return {
        what_if_words.AREA_VALUE[place_navigation.scope(looked)]: _province_shown(looked, after),
        **stand,
        what_if_words.FLIPPED: numbers.number(int(_flipped(looked, scenario)["count"].sum())),
        what_if_words.CLIMBED: numbers.number(int(changed["rose"].gt(0).sum())),
        **documented,
    }


def beside(looked: View) -> None:
    """Draw all scenarios beside things as they are."""
    st.markdown(what_if_words.HEADED.format(text=what_if_words.SIDE_BY_SIDE))
    title = what_if_words.SIDE_TITLE.format(indicator=catalogue.indicator(looked.indicator)["name_vi"])
    table(
        side_by_side(looked), headings(looked), "kich-ban-so-sanh", kind=looked.kind, title=title,
        scenario=judgement.listed(scenario_set.names_of(scenario_set.scenarios(looked))), notes=notes(looked),
    )  # fmt: skip


def behind(looked: View, scenario: Scenario) -> None:
    """Draw the places that change, as a table to take away."""
    folded = fold(table_words.BEHIND, "what-if-table", expanded=looked.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            changes(looked, scenario), what_if_words.HEADINGS, "kich-ban", kind=looked.kind,
            scenario=scenario_set.name(looked) if scenario.levers else what_if_words.BASELINE,
            title=what_if_words.CHANGES_TITLE.format(indicator=catalogue.indicator(looked.indicator)["name_vi"]),
            notes=notes(looked),
        )  # fmt: skip


def notes(looked: View) -> list[str]:
    """Return what files of scenarios say about themselves."""
    known = scenario_set.scenarios(looked)
    levers = [
        what_if_words.NOTE.format(
            name=name, levers="; ".join(sentence(looked, lever).replace("**", "") for lever in each.levers)
        )
        for name, each in zip(scenario_set.names_of(known), known, strict=True)
    ]
    return [what_if_words.KINDS[looked.kind], look_back.as_of(looked), *levers]
