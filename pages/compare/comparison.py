"""Places side by side: the same indicators, each figure with its period, its status and its two ranks."""

from typing import Any

import numpy as np
import pandas as pd

from indicators.latest_observations import KEY
from indicators.primary_target import primary_target
from indicators.ranking import rank_level, rank_momentum
from pages.compare import words
from pages.compare.level_frames import LEVEL, gather, latest, of_places, offered
from queries import assessments, catalogue, gazetteer, provenance
from queries.query import query
from queries.view import View
from wording import figure_texts, numbers
from wording.statuses import LOOKS

_INDICATOR = ["indicator", "name_vi", "pillar", "unit", "decimals", "direction", "time_type", "tier"]
_FIGURE = ["value", "value_text", "value_basis", "numerator", "denominator", "out_of", "qualifier", "absence"]
_FIGURE += ["period_start", "period_end", "origin", "source", "stale"]
_TARGET = ["target", "standing", "status", "reason", "expected", "target_value", "comparator", "deadline"]


def compare(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Set the figures of some places side by side.

    Every core indicator is there. Another indicator is there where at least one of the places has a figure.

    Parameters
    ----------
    view : View
        Kind, vintage, province, level, day and pillars.
    codes : tuple of str
        The places, at most five, all of the view's level.

    Returns
    -------
    DataFrame
        One row per indicator and place, in the order shown: ``indicator``, ``name_vi``, ``pillar``, ``unit``,
        ``decimals``, ``direction``, ``group`` (shared, core, other), ``locality``, ``short``, the figure (``value``,
        ``qualifier``, ``period_start``, ``period_end``, ``source``, ``stale`` …), its primary target (``status``,
        ``expected``, ``target_value`` …), ``level_rank``, ``momentum_rank`` (missing where there is no order),
        ``reported``, ``total`` (comparable figures among all places of the level), ``per_year``, ``change_reason``,
        ``apart`` (the periods of this indicator differ), ``coverage``, ``coverage_basis``, and the texts ``shown``,
        ``period_shown``, ``status_shown``, ``source_title``. A place without a figure has a row that says why. Read
        only.
    """
    rows = _every_pillar(view, codes)
    return rows[rows["pillar"].isin(view.pillars)] if view.pillars else rows


@query(*LEVEL, keep=100)
def _every_pillar(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    rows = _indicators_and_places(view, codes)
    figures = of_places(codes, latest(view, codes))[[*KEY, *_FIGURE]]
    parts = [figures, _primary(view, codes), _coverage(view, codes), _moves(view, codes), _ranks(view)]
    for part in parts:
        rows = rows.merge(part, "left", on=KEY, validate="1:1")
    rows["has"] = rows["value"].notna() | rows["value_text"].notna()
    rows["status"] = rows["status"].where(rows["target"].notna(), _status_without_target(rows))
    rows["apart"] = _periods_differ(rows)
    return _in_order(rows.assign(**_texts(rows)), len(codes))


def _indicators_and_places(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Pair every indicator to show with every place."""
    known = of_places(codes, latest(view, codes))["indicator"]
    about = catalogue.tables().indicators
    about = about.loc[about["tier"].eq("core") | about["indicator"].isin(known), _INDICATOR]
    here = offered(view).set_index("code").loc[list(codes), ["short"]].rename_axis("locality").reset_index()
    return about.merge(here.assign(vintage=view.vintage, place=range(len(codes))), "cross")


def _primary(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    assessed = of_places(codes, gather(view, assessments.assessed, codes))
    return primary_target(assessed)[[*KEY, *_TARGET]]


def _coverage(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    covered = of_places(codes, gather(view, assessments.covered, codes))[[*KEY, "status", "basis"]]
    return covered.rename(columns={"status": "coverage", "basis": "coverage_basis"})


def _moves(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    moved = of_places(codes, gather(view, assessments.changes, codes))
    return moved[[*KEY, "change_reason"]].assign(per_year=moved["per_month"] * 12)


@query(*LEVEL, keep=100)
def _ranks(view: View) -> pd.DataFrame:
    """Rank all places of the level, indicator by indicator: once by level, once by momentum.

    The communes of the country are not ranked here: the page of the map ranks them by one indicator.
    """
    columns = [*KEY, "level_rank", "momentum_rank", "reported", "total"]
    if gazetteer.by_commune(view):
        return catalogue.tables().observations.iloc[:0].reindex(columns=columns)
    codes = tuple(offered(view)["code"])
    figures = of_places(codes, latest(view, ()))
    moved = of_places(codes, gather(view, assessments.changes, ()))
    moves = dict(iter(moved.groupby("indicator")))
    ranks = [
        _ranks_of(str(name), rows, moves.get(name, moved.head(0)), pd.Index(codes))
        for name, rows in figures.groupby("indicator")
    ]
    rows = pd.concat(ranks) if ranks else pd.DataFrame(columns=columns)
    return rows.assign(vintage=view.vintage)[columns]


def _ranks_of(indicator: str, figures: pd.DataFrame, moved: pd.DataFrame, places: pd.Index) -> pd.DataFrame:
    about = catalogue.indicator(indicator)
    direction, decimals = about["direction"], int(about["decimals"])
    level = rank_level(figures, places, direction, decimals)
    momentum = rank_momentum(moved, places, direction, decimals)
    rows = level.table[["locality", "rank"]].rename(columns={"rank": "level_rank"})
    rows["momentum_rank"] = rows["locality"].map(momentum.table.set_index("locality")["rank"])
    return rows.assign(indicator=indicator, reported=level.reported, total=level.total)


def _status_without_target(rows: pd.DataFrame) -> pd.Series:
    status = pd.Series("no_target", rows.index).mask(rows["stale"].eq(True), "stale")
    return status.mask(~rows["has"], "no_data")


def _periods_differ(rows: pd.DataFrame) -> pd.Series:
    """Tell which indicators have figures of different periods: another end, or for a flow another start."""
    ends = rows["period_end"].where(rows["has"])
    starts = rows["period_start"].where(rows["has"] & rows["time_type"].eq("flow"))
    many_ends = ends.groupby(rows["indicator"]).transform("nunique") > 1
    return many_ends | (starts.groupby(rows["indicator"]).transform("nunique") > 1)


def _in_order(rows: pd.DataFrame, places: int) -> pd.DataFrame:
    """Group the indicators by how many of the places have a figure, and order the rows."""
    have = rows.groupby("indicator")["has"].transform("sum")
    group = np.select([have.eq(places), rows["tier"].eq("core")], ["shared", "core"], "other")
    rows = rows.assign(group=pd.Categorical(group, list(words.GROUPS), ordered=True), have=have)
    keys = ["group", "have", "tier", "indicator", "place"]
    return rows.sort_values(keys, ascending=[True, False, False, True, True]).reset_index(drop=True)


def _texts(rows: pd.DataFrame) -> dict[str, list[str]]:
    records = rows.to_dict("records")
    return {
        "shown": [_figure(each) for each in records],
        "period_shown": [_period(each) for each in records],
        "status_shown": [LOOKS[each["status"]].label for each in records],
        "source_title": provenance.sources_shown(rows["source"]),
    }


def _figure(row: dict[Any, Any]) -> str:
    """Write a figure as its source qualifies it, or else why there is none."""
    if row["has"]:
        return figure_texts.value(row)
    if isinstance(row["absence"], str):
        return words.MISSING[row["absence"]]
    if row["coverage"] == "late" and row["coverage_basis"] == "proposed":
        return words.MISSING["late_proposed"]
    return words.MISSING[row["coverage"] if isinstance(row["coverage"], str) else ""]


def _period(row: dict[Any, Any]) -> str:
    start, end = row["period_start"], row["period_end"]
    if pd.isna(end):
        return ""
    if start == end:
        return words.PERIOD_DAY.format(end=numbers.day(end))
    whole = start.day == 1 and end.is_month_end
    if whole and start.to_period("M") == end.to_period("M"):
        return words.PERIOD_MONTH.format(month=end.month, year=end.year)
    if whole and start.is_year_start and end.is_year_end and start.year == end.year:
        return words.PERIOD_YEAR.format(year=end.year)
    return words.PERIOD.format(start=numbers.day(start), end=numbers.day(end))
