"""What a scenario makes of the view's figures, beside what they are."""

from dataclasses import dataclass, replace

import pandas as pd

from components import indicator_map
from components.choropleth import SCENARIO, Drawing, Mark
from indicators.scenario import Applied, Scenario, apply, judge
from indicators.summary import counts
from pages.what_if import words
from queries import assessments, catalogue, documents, gazetteer, observations
from queries.memory import remembered
from queries.view import View

_COUNTED = ["target", "resolution", "indicator", "standing", "status", "reason"]


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


def outcome(looked: View, scenario: Scenario) -> Outcome:
    """Return what a scenario makes of a view; of ``BASELINE``, what is known."""
    return _outcome(ground(looked), scenario)


def ground(looked: View) -> View:
    """Keep of a view what decides its figures, so that the same scenario is computed once for all sessions."""
    return observations.ground(looked, "level", "district", "indicator")


@remembered(200)
def _outcome(looked: View, scenario: Scenario) -> Outcome:
    named = tuple(dict.fromkeys([looked.indicator, *(lever.indicator for lever in scenario.levers)]))
    t, day, before = (
        catalogue.tables(),
        observations.as_of(looked),
        _baseline(observations.ground(looked), named),
    )
    register = gazetteer.within(looked.vintage, looked.province)
    applied = apply(scenario, *before[:2], t.targets, register, t.indicators, before[2], day)
    judged = judge(applied, day)
    here = applied.figures[applied.figures["indicator"] == looked.indicator]
    own = judged[judged["indicator"] == looked.indicator]
    return Outcome(
        rows=_with_assumptions_told(indicator_map.compose(looked, here, own), applied, looked.indicator),
        latest=here,
        assessed=own,
        judged=judged,
        touched=applied.touched,
        refusals=applied.refusals,
    )


@remembered(100)
def _baseline(looked: View, named: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the figures in effect of some indicators, how they move, and how they are judged."""
    asked = (observations.latest, assessments.changes, assessments.assessed)
    figures, paces, assessed = (
        pd.concat([ask(looked, each) for each in named], ignore_index=True) for ask in asked
    )
    return figures, paces, assessed


def _with_assumptions_told(rows: pd.DataFrame, applied: Applied, indicator: str) -> pd.DataFrame:
    """Write "giả định" after a figure that nobody reported and somebody typed."""
    typed = applied.touched[applied.touched["action"].eq("assume") & applied.touched["reason"].eq("")]
    here = rows["code"].isin(typed.loc[typed["indicator"].eq(indicator), "locality"])
    told = [words.ASSUMED.format(value=value) for value in rows["value_shown"]]
    return rows.assign(value_shown=rows["value_shown"].mask(here, told))


def counted(looked: View, scenario: Scenario) -> pd.DataFrame:
    """Count every target somebody answers for by status: what no lever touches as it is, the rest as judged.

    Returns
    -------
    DataFrame
        Of ``overview.counts``.
    """
    return _counted(ground(looked), scenario)


@remembered(200)
def _counted(looked: View, scenario: Scenario) -> pd.DataFrame:
    judged, rest = outcome(looked, scenario).judged, _answered_for(observations.ground(looked))
    own = judged.loc[judged["resolution"].isin(documents.documents(looked)["resolution"]), _COUNTED]
    return counts(pd.concat([rest[~rest["indicator"].isin(judged["indicator"])], own], ignore_index=True))


@remembered(100)
def _answered_for(looked: View) -> pd.DataFrame:
    rows = assessments.assessed(
        gazetteer.by_provinces(looked)
    )  # no target is given to each commune of the country
    papers = documents.documents(looked)["resolution"]
    return rows.loc[rows["standing"].eq("assigned") & rows["resolution"].isin(papers), _COUNTED]


def drawing(
    looked: View, found: Outcome, scenario: Scenario, dimmed: frozenset[str], *, height: str
) -> Drawing:
    """Return the map of an outcome; a scenario's says across it what it is."""
    rows = found.rows.assign(left_out=found.rows["code"].isin(list(dimmed)))
    drawn = indicator_map.drawing(looked, rows, height=height)
    if not scenario.levers:
        return drawn
    simulated = looked.kind == "simulated"
    mark = Mark(words.MARK_ON_SIMULATED, SCENARIO.colour) if simulated else SCENARIO
    return replace(drawn, mark=mark, kind=words.KINDS[looked.kind])
