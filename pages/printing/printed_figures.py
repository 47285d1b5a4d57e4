"""The figures of a printed view: as they are, or as a scenario makes them."""

from dataclasses import dataclass

import pandas as pd

from components import indicator_map
from components.choropleth import Drawing
from indicators.scenario import BASELINE, Scenario
from pages.printing import words
from queries import assessments, indicator_rows, scenario_effects, scenario_set
from queries.lever_sentences import sentence
from queries.outcomes import outcome
from queries.view import View
from wording import lists, markdown


@dataclass(frozen=True, eq=False)
class PrintedFigures:
    """What the page of a view shows.

    Attributes
    ----------
    rows : DataFrame
        Columns of ``indicator_rows.figures`` and ``left_out`` (bool): whether the filters leave the place out.
    assessed : DataFrame
        Columns of ``assessments.assessed``.
    drawing : Drawing
        The map of ``rows``.
    effects : tuple of str
        One sentence for each effect of the scenario; empty where the figures are as they are.
    levers : str
        The levers of the scenario in one line; "" where the figures are as they are.
    """

    rows: pd.DataFrame
    assessed: pd.DataFrame
    drawing: Drawing
    effects: tuple[str, ...] = ()
    levers: str = ""


def printed_figures(view: View, left_out: frozenset[str]) -> PrintedFigures:
    """Return the figures of a view; `left_out` holds the codes of the places that its filters leave out."""
    scenario = scenario_set.current(view) if view.printout == "what_if" else BASELINE
    return _of_scenario(view, scenario, left_out) if scenario.levers else _as_they_are(view, left_out)


def _as_they_are(view: View, left_out: frozenset[str]) -> PrintedFigures:
    rows = _flagged(indicator_rows.figures(view), left_out)
    assessed = assessments.assessed(view, view.indicator)
    return PrintedFigures(rows, assessed, indicator_map.map_drawing(view, rows, height=""))


def _of_scenario(view: View, scenario: Scenario, left_out: frozenset[str]) -> PrintedFigures:
    after = outcome(view, scenario)
    levers = lists.semicolon_list([markdown.unmarked(sentence(view, lever)) for lever in scenario.levers])
    return PrintedFigures(
        _flagged(after.rows, left_out),
        after.assessed,
        indicator_map.scenario_drawing(view, after, scenario, left_out, height=""),
        tuple(markdown.unmarked(line) for line in scenario_effects.sentences(view, scenario)),
        words.LEVERS.format(name=scenario_set.current_name(view), levers=levers),
    )


def _flagged(rows: pd.DataFrame, left_out: frozenset[str]) -> pd.DataFrame:
    return rows.assign(left_out=rows["code"].isin(list(left_out)))
