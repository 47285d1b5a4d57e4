"""What a scenario makes of the view's figures, beside what they are."""

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
    """A scenario, or things as they are, as one view sees them.

    Attributes
    ----------
    rows
        Of ``picture.figures``: the places of the view's level with the view's indicator.
    latest, assessed
        Of ``asof.latest`` and ``status.assess`` for the view's indicator, all levels; a projected figure stands in
        ``latest`` on the day it is projected to.
    judged
        Of ``status.assess`` for the view's indicator and those of the levers.
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
    """Return what a scenario makes of a view; of ``BASELINE``, what is known."""
    named = tuple(dict.fromkeys([view.indicator, *(lever.indicator for lever in scenario.levers)]))
    t, day, before = (
        catalogue.tables(),
        observations.as_of(view),
        _baseline(view, named),
    )
    register = gazetteer.within(view.vintage, view.province)
    applied = apply_scenario(scenario, *before[:2], t.targets, register, t.indicators, before[2], day)
    judged = assess_scenario(applied, day)
    here = applied.figures[applied.figures["indicator"] == view.indicator]
    own = judged[judged["indicator"] == view.indicator]
    return Outcome(
        rows=_with_assumptions_told(indicator_rows.compose(view, here, own), applied, view.indicator),
        latest=here,
        assessed=own,
        judged=judged,
        touched=applied.touched,
        refusals=applied.refusals,
    )


@query(dataset, viewed_day, keep=100)
def _baseline(view: View, named: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the figures in effect of some indicators, how they move, and how they are judged."""
    asked = (observations.latest, assessments.changes, assessments.assessed)
    figures, paces, assessed = (
        pd.concat([ask(view, each) for each in named], ignore_index=True) for ask in asked
    )
    return figures, paces, assessed


def _with_assumptions_told(rows: pd.DataFrame, applied: Applied, indicator: str) -> pd.DataFrame:
    """Write "giả định" after a figure that nobody reported and somebody typed."""
    typed = applied.touched[applied.touched["action"].eq("assume") & applied.touched["reason"].eq("")]
    here = rows["code"].isin(typed.loc[typed["indicator"].eq(indicator), "locality"])
    told = [scenario_texts.ASSUMED.format(value=value) for value in rows["value_shown"]]
    return rows.assign(value_shown=rows["value_shown"].mask(here, told))


@query(*ONE_INDICATOR, keep=200)
def target_counts(view: View, scenario: Scenario) -> pd.DataFrame:
    """Count every target somebody answers for by status: what no lever touches as it is, the rest as judged.

    Returns
    -------
    DataFrame
        Of ``overview.counts``.
    """
    judged, rest = outcome(view, scenario).judged, _answered_for(view)
    own = judged.loc[judged["resolution"].isin(documents.in_force(view)["resolution"]), _COUNTED]
    return status_counts(
        pd.concat([rest[~rest["indicator"].isin(judged["indicator"])], own], ignore_index=True)
    )


@query(dataset, viewed_day, keep=100)
def _answered_for(view: View) -> pd.DataFrame:
    rows = assessments.assessed(
        gazetteer.by_provinces(view)
    )  # no target is given to each commune of the country
    papers = documents.in_force(view)["resolution"]
    return rows.loc[rows["standing"].eq("assigned") & rows["resolution"].isin(papers), _COUNTED]
