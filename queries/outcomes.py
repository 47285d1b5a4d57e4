"""The figures and assessments of a view under a scenario."""

from dataclasses import dataclass

import pandas as pd

from indicators.scenario import Applied, Scenario, apply_scenario, assess_scenario
from indicators.summary import status_counts
from queries import assessments, catalogue, documents, gazetteer, indicator_rows, observations
from queries.indicator_rows import ONE_INDICATOR
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import scenario_texts

_COUNTED = ["target", "resolution", "indicator", "standing", "status"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """The result of a scenario, or of the baseline, for one view.

    Attributes
    ----------
    rows
        Of ``indicator_rows.figures``: the places of the view's level with the view's indicator.
    latest, assessed
        Of ``latest_observations.latest`` and ``status.assess`` for the view's indicator, all levels. A projected
        figure has the day it is projected to.
    judged
        Of ``status.assess`` for the view's indicator and the indicators of the levers.
    touched, refusals
        Of ``scenario.Applied``.
    """

    rows: pd.DataFrame
    latest: pd.DataFrame
    assessed: pd.DataFrame
    judged: pd.DataFrame
    touched: pd.DataFrame
    refusals: tuple[str, ...]


@query(*ONE_INDICATOR, keep=200)
def outcome(view: View, scenario: Scenario) -> Outcome:
    """Return the result of a scenario for a view. The result of ``BASELINE`` is what is known."""
    named = tuple(dict.fromkeys([view.indicator, *(lever.indicator for lever in scenario.levers)]))
    t, day = catalogue.tables(), observations.as_of(view)
    latest, changes, assessed = _baseline(view, named)
    register = gazetteer.within(view.vintage, view.province)
    applied = apply_scenario(scenario, latest, changes, t.targets, register, t.indicators, assessed, day)
    judged = assess_scenario(applied, day)
    here = applied.figures[applied.figures["indicator"] == view.indicator]
    own = judged[judged["indicator"] == view.indicator]
    return Outcome(
        rows=_with_assumptions_marked(indicator_rows.compose(view, here, own), applied, view.indicator),
        latest=here,
        assessed=own,
        judged=judged,
        touched=applied.touched,
        refusals=applied.refusals,
    )


@query(dataset, viewed_day, keep=100)
def _baseline(view: View, indicators: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the latest figures of some indicators, their changes, and their assessment."""
    questions = (observations.latest, assessments.changes, assessments.assessed)
    figures, changes, assessed = (
        pd.concat([ask(view, each) for each in indicators], ignore_index=True) for ask in questions
    )
    return figures, changes, assessed


def _with_assumptions_marked(rows: pd.DataFrame, applied: Applied, indicator: str) -> pd.DataFrame:
    """Write "giả định" after a figure that is an assumption of the scenario."""
    assumed = applied.touched[applied.touched["action"].eq("assume") & applied.touched["reason"].eq("")]
    here = rows["code"].isin(assumed.loc[assumed["indicator"].eq(indicator), "locality"])
    marked = rows["value_shown"].map(lambda value: scenario_texts.ASSUMED.format(value=value))
    return rows.assign(value_shown=rows["value_shown"].mask(here, marked))


@query(*ONE_INDICATOR, keep=200)
def target_counts(view: View, scenario: Scenario) -> pd.DataFrame:
    """Count the assigned targets of each document by status under a scenario; columns of ``summary.status_counts``."""
    # The targets of other indicators than those of the outcome stand as in the baseline.
    judged, rest = outcome(view, scenario).judged, _assigned(view)
    own = judged.loc[judged["resolution"].isin(documents.in_force(view)["resolution"]), _COUNTED]
    return status_counts(
        pd.concat([rest[~rest["indicator"].isin(judged["indicator"])], own], ignore_index=True)
    )


@query(dataset, viewed_day, keep=100)
def _assigned(view: View) -> pd.DataFrame:
    rows = assessments.assessed(
        gazetteer.by_provinces(view)
    )  # no target is given to each commune of the country
    papers = documents.in_force(view)["resolution"]
    return rows.loc[rows["standing"].eq("assigned") & rows["resolution"].isin(papers), _COUNTED]
