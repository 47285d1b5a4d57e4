"""One indicator at one level: each place with its figure, primary target, rank, and their texts."""

import numpy as np
import pandas as pd

from indicators.primary_target import primary_target
from indicators.ranking import Ranking, rank_level
from queries import assessments, catalogue, gazetteer, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import figure_texts, judgement, numbers
from wording import indicator_texts as words
from wording.statuses import LOOKS

# The rows of one indicator do not depend on the chosen place or the colour of the map.
ONE_INDICATOR = (dataset, viewed_day, "level", "district", "indicator")
_FIGURE = [
    "value",
    "value_text",
    "qualifier",
    "value_basis",
    "out_of",
    "period_start",
    "period_end",
    "source",
    "stale",
    "absence",
]
_TARGET = [
    "target",
    "standing",
    "basis",
    "status",
    "reason",
    "expected",
    "target_value",
    "comparator",
    "deadline",
]


@query(*ONE_INDICATOR, keep=200)
def figures(view: View) -> pd.DataFrame:
    """Return every place of the view's level and area with its figure, its primary target and its rank.

    Returns
    -------
    DataFrame
        One row per place, ranked first: ``code``, ``name``, ``short``, ``type``, ``parent_code``, the figure
        (``value``, ``qualifier``, ``period_end``, ``source`` …), the primary target (``target``, ``standing``,
        ``status``, ``expected``, ``target_value`` …), ``coverage``, ``rank``, and texts (``value_shown``,
        ``target_shown`` …). The values of a place without a figure are missing.
    """
    return compose(
        view, observations.latest(view, view.indicator), assessments.assessed(view, view.indicator)
    )


def compose(view: View, latest: pd.DataFrame, assessed: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``figures`` for the latest figures and assessments given, for example of a scenario.

    Parameters
    ----------
    view
        The places and the indicator.
    latest, assessed
        Of ``latest_observations.latest`` and ``status.assess`` for the view's indicator.
    """
    indicator, places = catalogue.indicator(view.indicator), _places(view)
    current, primary = latest[["locality", *_FIGURE]], primary_target(assessed)[["locality", *_TARGET]]
    # A lookup by code takes a tenth of the time of a merge; every change of a lever waits for it.
    by_code = (each.set_index("locality").reindex(pd.Index(places["code"])) for each in (current, primary))
    rows = pd.concat([places, *(each.set_axis(places.index) for each in by_code)], axis=1)
    rows["status"] = rows["status"].where(rows["target"].notna(), _without_target(rows))
    order = rank_level(current, pd.Index(places["code"]), indicator["direction"], int(indicator["decimals"]))
    # No places have no ranks, which pandas would take for texts.
    rows["rank"] = rows["code"].map(order.table.set_index("locality")["rank"]).astype("float64")
    better = rows["value"] if indicator["direction"] == "lower" else -rows["value"]
    # A place without a value comes last. Equal places keep the alphabetical order.
    rows = rows.iloc[np.lexsort((better.fillna(np.inf), rows["rank"].fillna(np.inf)))]
    return rows.assign(**_texts(rows, indicator)).reset_index(drop=True)


@query(*ONE_INDICATOR, keep=200)
def _places(view: View) -> pd.DataFrame:
    """Return the places of a view with their coverage. A scenario does not change them."""
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    return places.merge(_coverage(view), "left", on="code", validate="1:1")


@query(*ONE_INDICATOR, keep=200)
def ranking(view: View) -> Ranking:
    """Return the order of the places, or why there is none."""
    indicator = catalogue.indicator(view.indicator)
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    current = observations.latest(view, view.indicator)
    return rank_level(current, pd.Index(places["code"]), indicator["direction"], int(indicator["decimals"]))


def _coverage(view: View) -> pd.DataFrame:
    rows = assessments.covered(view, view.indicator)
    return rows[["locality", "status", "basis", "late_since"]].rename(
        columns={"locality": "code", "status": "coverage", "basis": "duty"}
    )


def _without_target(rows: pd.DataFrame) -> pd.Series:
    status = pd.Series("no_target", rows.index).mask(rows["stale"].eq(True), "stale")
    return status.mask(rows["value"].isna(), "no_data")


def _texts(rows: pd.DataFrame, indicator: pd.Series) -> dict[str, list[str]]:
    unit, decimals, sources = indicator["unit"], int(indicator["decimals"]), provenance.source_titles()
    figures = zip(*(rows[name] for name in ("value", "qualifier", "value_basis", "value_text")), strict=True)
    aims = zip(*(rows[name] for name in ("target_value", "comparator", "deadline", "standing")), strict=True)
    return {
        "value_shown": [_value(*each, unit=unit, decimals=decimals) for each in figures],
        "expected_shown": [
            numbers.quantity(each, unit, decimals) if each == each else "" for each in rows["expected"]
        ],
        "target_shown": [_aim(*each, unit=unit, decimals=decimals) for each in aims],
        "period_shown": [
            words.PERIOD.format(day=numbers.day(each)) if each == each else "" for each in rows["period_end"]
        ],
        "source_shown": [sources.get(each, each) if isinstance(each, str) else "" for each in rows["source"]],
        "status_shown": [LOOKS[each].label for each in rows["status"]],
        "coverage_shown": [words.COVERAGE.get(each, "") for each in rows["coverage"]],
        "why_shown": [
            judgement.REASON_WORDS.get(each, "") if isinstance(each, str) else "" for each in rows["reason"]
        ],
    }


def _value(value: float, qualifier: str, basis: str, text: str | None, *, unit: str, decimals: int) -> str:
    if value == value:
        return judgement.figure(value, unit, decimals, qualifier, basis)
    return text if isinstance(text, str) else figure_texts.NO_FIGURE


def _aim(
    value: float, comparator: str, deadline: pd.Timestamp, standing: str, *, unit: str, decimals: int
) -> str:
    if value != value:
        return ""
    aim = judgement.aim(comparator, value, unit, decimals)
    return words.TARGET[standing].format(aim=aim, day=numbers.day(deadline))
