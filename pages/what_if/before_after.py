"""What a scenario changes: in sentences, as a table of the changed places, and with all scenarios side by side."""

import pandas as pd
import streamlit as st

from components import look_back
from components.data_table import lazy_expander, table
from indicators.scenario import BASELINE, Scenario
from pages.what_if import words
from queries import catalogue, gazetteer, scenario_effects, scenario_set
from queries.indicator_rows import ONE_INDICATOR
from queries.lever_sentences import sentence
from queries.outcomes import outcome, target_counts
from queries.query import query
from queries.view import View
from wording import lists, markdown, numbers, scenario_texts
from wording import table_labels as table_words
from wording.statuses import LOOKS, ORDER


def effect_list(view: View, scenario: Scenario) -> None:
    """Draw the effects of the scenario as a list of sentences."""
    st.markdown(
        markdown.join(
            "\n",
            [markdown.fill(words.LINE, text=each) for each in scenario_effects.sentences(view, scenario)],
        )
    )


def scenario_table(view: View) -> None:
    """Draw the table of all scenarios beside the figures as they are."""
    st.markdown(words.HEADED.format(text=words.SIDE_BY_SIDE))
    names = scenario_set.names_of(scenario_set.in_address(view))
    title = words.SIDE_TITLE.format(indicator=catalogue.indicator(view.indicator)["name_vi"])
    table(
        side_by_side(view), headings(names), "kich-ban-so-sanh", kind=view.kind, title=title,
        scenario=lists.semicolon_list(names), notes=file_notes(view),
    )  # fmt: skip


def headings(names: list[str]) -> dict[str, str]:
    """Return the headings of ``side_by_side``, given the names of the scenarios."""
    scenarios = {f"c{number}": name for number, name in enumerate(names, start=1)}
    return {"measure": words.MEASURE, "c0": scenario_texts.BASELINE, **scenarios}


def side_by_side(view: View) -> pd.DataFrame:
    """Return what the scenarios of the view come to.

    Returns
    -------
    DataFrame
        One row per measure. Columns, all texts: ``measure``; ``c0`` for the figures as they are; ``c1``, ``c2`` … for
        the scenarios.
    """
    return _side_by_side(view, (BASELINE, *scenario_set.in_address(view)))


@query(*ONE_INDICATOR, keep=200)
def _side_by_side(view: View, scenarios: tuple[Scenario, ...]) -> pd.DataFrame:
    columns = {f"c{number}": _column(view, scenario) for number, scenario in enumerate(scenarios)}
    frame = pd.DataFrame(columns).fillna("0")
    # pandas appends a status that only a later scenario has; here the statuses come in their usual order.
    labels = [_status_measure(status) for status in ORDER]
    statuses = [label for label in labels if label in frame.index]
    first, *others = [measure for measure in frame.index if measure not in statuses]
    return frame.loc[[first, *statuses, *others]].rename_axis("measure").reset_index()


def _status_measure(status: str) -> str:
    return words.STATUS_MEASURE.format(status=LOOKS[status].label)


def _column(view: View, scenario: Scenario) -> dict[str, str]:
    """Return measure → text for one scenario."""
    after, changed = outcome(view, scenario), scenario_effects.changes(view, scenario)
    counts = after.rows["status"].value_counts()
    return {
        words.AREA_VALUE[gazetteer.area_kind(view)]: scenario_effects.province_shown(view, after),
        **{_status_measure(each): numbers.number(counts[each]) for each in ORDER if each in counts.index},
        words.FLIPPED: numbers.number(int(scenario_effects.status_flips(view, scenario)["count"].sum())),
        words.CLIMBED: numbers.number(int(changed["rose"].gt(0).sum())),
        **_met_by_document(view, scenario),
    }


def _met_by_document(view: View, scenario: Scenario) -> dict[str, str]:
    counts = target_counts(view, scenario)
    met = counts[counts["status"].eq("met")].set_index("resolution")["count"]
    return {
        words.MET_OF.format(document=title): numbers.number(met.get(resolution, 0))
        for resolution, title in scenario_effects.document_titles(view).items()
        if resolution in set(counts["resolution"])
    }


def changes_table(view: View, scenario: Scenario) -> None:
    """Draw the table of the places that the scenario changes, behind a fold."""
    folded = lazy_expander(table_words.BEHIND, "what-if-table", expanded=view.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            scenario_effects.changes(view, scenario), words.HEADINGS, "kich-ban", kind=view.kind,
            scenario=scenario_set.current_name(view) if scenario.levers else scenario_texts.BASELINE,
            title=words.CHANGES_TITLE.format(indicator=catalogue.indicator(view.indicator)["name_vi"]),
            notes=file_notes(view),
        )  # fmt: skip


def file_notes(view: View) -> list[str]:
    """Return the kind and the day of the figures and the levers of each scenario, for the files of a table."""
    scenarios = scenario_set.in_address(view)
    levers = [
        words.NOTE.format(
            name=name,
            levers=lists.semicolon_list(
                markdown.unmarked(sentence(view, lever)) for lever in scenario.levers
            ),
        )
        for name, scenario in zip(scenario_set.names_of(scenarios), scenarios, strict=True)
    ]
    return [scenario_texts.KINDS[view.kind], look_back.as_of_text(view), *levers]
