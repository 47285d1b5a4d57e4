"""Before and after: the province's figure, who flips, who moves in rank, what the resolutions count."""

import pandas as pd
import streamlit as st

from components import look_back
from components.data_table import lazy_expander, table
from indicators.scenario import BASELINE, Scenario
from pages.what_if import words as what_if_words
from queries import catalogue, gazetteer, scenario_effects, scenario_set
from queries.indicator_rows import ONE_INDICATOR
from queries.lever_sentences import sentence
from queries.outcomes import counted, outcome
from queries.query import query
from queries.view import View
from wording import judgement, numbers, scenario_texts
from wording import tables as table_words
from wording.statuses import LOOKS, ORDER


def effects(view: View, scenario: Scenario) -> None:
    """Draw what changes at once, in sentences."""
    st.markdown(
        "\n".join(what_if_words.LINE.format(text=line) for line in scenario_effects.lines(view, scenario))
    )


def side_by_side(view: View) -> pd.DataFrame:
    """Return one row per measure, one column for things as they are and for each scenario.

    Returns
    -------
    DataFrame
        ``measure`` and the columns of ``headings``.
    """
    return _side_by_side(view, (BASELINE, *scenario_set.scenarios(view)))


@query(*ONE_INDICATOR, keep=200)
def _side_by_side(view: View, scenarios: tuple[Scenario, ...]) -> pd.DataFrame:
    columns = {f"c{place}": _column(view, each) for place, each in enumerate(scenarios)}
    frame = pd.DataFrame(columns).fillna("0")
    # A status that only a later scenario has would else come last.
    standings = [each for each in map(_standing, ORDER) if each in frame.index]
    rest = [each for each in frame.index if each not in standings]
    return frame.loc[[*rest[:1], *standings, *rest[1:]]].rename_axis("measure").reset_index()


def _standing(status: str) -> str:
    return what_if_words.STANDING.format(status=LOOKS[status].label)


def headings(view: View) -> dict[str, str]:
    """Return the headings of ``side_by_side``: each scenario by its name."""
    named = {
        f"c{place}": name for place, name in enumerate(scenario_set.names_of(scenario_set.scenarios(view)), 1)
    }
    return {"measure": what_if_words.MEASURE, "c0": scenario_texts.BASELINE, **named}


def _column(view: View, scenario: Scenario) -> dict[str, str]:
    after, changed = outcome(view, scenario), scenario_effects.changes(view, scenario)
    counts = after.rows["status"].value_counts()
    stand = {_standing(status): numbers.number(counts[status]) for status in ORDER if status in counts.index}
    tallied = counted(view, scenario)
    met = tallied[tallied["status"].eq("met")].set_index("resolution")["count"]
    documented = {
        what_if_words.MET_OF.format(document=title): numbers.number(met.get(resolution, 0))
        for resolution, title in scenario_effects.document_titles(view).items()
        if resolution in set(tallied["resolution"])
    }
    return {
        what_if_words.AREA_VALUE[gazetteer.area_kind(view)]: scenario_effects.province_shown(view, after),
        **stand,
        what_if_words.FLIPPED: numbers.number(int(scenario_effects.flipped(view, scenario)["count"].sum())),
        what_if_words.CLIMBED: numbers.number(int(changed["rose"].gt(0).sum())),
        **documented,
    }


def beside(view: View) -> None:
    """Draw all scenarios beside things as they are."""
    st.markdown(what_if_words.HEADED.format(text=what_if_words.SIDE_BY_SIDE))
    title = what_if_words.SIDE_TITLE.format(indicator=catalogue.indicator(view.indicator)["name_vi"])
    table(
        side_by_side(view), headings(view), "kich-ban-so-sanh", kind=view.kind, title=title,
        scenario=judgement.listed(scenario_set.names_of(scenario_set.scenarios(view))), notes=notes(view),
    )  # fmt: skip


def behind(view: View, scenario: Scenario) -> None:
    """Draw the places that change, as a table to take away."""
    folded = lazy_expander(table_words.BEHIND, "what-if-table", expanded=view.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            scenario_effects.changes(view, scenario), what_if_words.HEADINGS, "kich-ban", kind=view.kind,
            scenario=scenario_set.name(view) if scenario.levers else scenario_texts.BASELINE,
            title=what_if_words.CHANGES_TITLE.format(indicator=catalogue.indicator(view.indicator)["name_vi"]),
            notes=notes(view),
        )  # fmt: skip


def notes(view: View) -> list[str]:
    """Return what files of scenarios say about themselves."""
    known = scenario_set.scenarios(view)
    levers = [
        what_if_words.NOTE.format(
            name=name, levers="; ".join(sentence(view, lever).replace("**", "") for lever in each.levers)
        )
        for name, each in zip(scenario_set.names_of(known), known, strict=True)
    ]
    return [scenario_texts.KINDS[view.kind], look_back.as_of_text(view), *levers]
