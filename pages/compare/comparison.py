"""Places side by side: the same indicators, each figure with its period, status and two ranks that are never added."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from components.figures.trend import SERIES
from data.qualifiers import PRECISE
from indicators.asof import KEY
from indicators.peers import peers
from indicators.primary_target import primary_target
from indicators.ranking import rank_level, rank_momentum
from pages.compare import words
from queries import assessments, catalogue, gazetteer, lifetimes, observations, provenance
from queries.histories import continued
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.validation import provinces_of
from queries.view import View
from wording import judgement, lists, numbers
from wording.statuses import LOOKS

LIMIT = 5
USUAL = 2

_FIGURE = ["value", "value_text", "numerator", "denominator", "out_of", "qualifier", "absence"]
_FIGURE += ["period_start", "period_end", "origin", "source", "stale"]
_TARGET = ["target", "standing", "status", "reason", "expected", "target_value", "comparator", "deadline"]

# What the figures of the compared places depend on.
LEVEL = (dataset, viewed_day, "level")


def offered(view: View) -> pd.DataFrame:
    """Return the places that may be set side by side: one level of one vintage, inside the province.

    Provinces are compared with each other, so at their level the other provinces are offered too.
    """
    if view.level != "province":
        return gazetteer.places(view.vintage, view.province, view.level)
    provinces = provinces_of(view.vintage)
    return pd.concat(
        [gazetteer.places(view.vintage, area, "province") for area in provinces], ignore_index=True
    )


def choose(view: View) -> tuple[tuple[str, ...], list[str]]:
    """Return the places being compared and what to say of those asked for and left out.

    Without a choice: the selected place with its closest peer, else the two with most figures; of provinces the
    view's own with the one that has most. Of all communes of the country nobody is thought of.
    """
    here = offered(view)
    known = [code for code in view.places if here["code"].eq(code).any()]
    remarks = []
    if strange := [code for code in view.places if code not in known]:
        remarks.append(words.OTHER_LEVEL.format(names=_named(view.vintage, strange)))
    if extra := known[LIMIT:]:
        remarks.append(words.TOO_MANY.format(limit=LIMIT, names=_named(view.vintage, extra)))
    return tuple(known[:LIMIT]) or usual(view, here), remarks


def _named(vintage: str, codes: list[str]) -> str:
    localities = catalogue.tables().localities
    names = localities[localities["vintage"].eq(vintage)].set_index("code")["name"]
    return lists.semicolon_list(names.reindex(codes).dropna())


def usual(view: View, here: pd.DataFrame) -> tuple[str, ...]:
    """Return a sensible pair of `here` (of ``offered``) for a view that names none."""
    own = view.province if view.level == "province" else view.locality
    if own in set(here["code"]) and view.level != "province":
        return own, *peers(here, view.vintage, own, USUAL - 1)["code"]
    if gazetteer.by_commune(view):
        return ()
    most = _with_most_figures(view)
    if own in set(here["code"]):
        return (own, *[code for code in most if code != own])[:USUAL]
    return most[:USUAL]


def still_needed(view: View, codes: tuple[str, ...]) -> str:
    """Say what has to be chosen before there is anything to compare; "" where at least two places are."""
    if len(codes) >= USUAL:
        return ""
    if codes:
        return words.TOO_FEW
    total = len(offered(view))
    return words.CHOOSE.format(limit=LIMIT, total=numbers.number(total)) if total else words.NOTHING


@query(*LEVEL, keep=100)
def _with_most_figures(view: View) -> tuple[str, ...]:
    here = offered(view)
    counts = here["code"].map(_latest(view, ()).dropna(subset=["value"])["locality"].value_counts()).fillna(0)
    return tuple(here.loc[counts.sort_values(ascending=False, kind="stable").index[:LIMIT], "code"])


def colours(codes: tuple[str, ...]) -> list[str]:
    """Return the colour of each compared place, the same in every chart of the page."""
    return [SERIES[position % len(SERIES)] for position in range(len(codes))]


def compare(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Set the figures of some places side by side.

    Core indicators are all there, others where at least one of the places has the figure.

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
        ``qualifier``, ``period_start``, ``period_end``, ``source``, ``stale`` …), its leading target (``status``,
        ``expected``, ``target_value`` …), ``level_rank``, ``momentum_rank`` (missing where there is no order),
        ``reported``, ``total`` (comparable figures among all places of the level), ``per_year``, ``change_reason``,
        ``apart`` (the periods of this indicator differ), ``coverage``, and texts ``shown``, ``period_shown``,
        ``status_shown``, ``source_title``. A place without the figure has a row that says why. Read only.
    """
    rows = _compared(view, codes)
    return rows[rows["pillar"].isin(view.pillars)] if view.pillars else rows


@query(*LEVEL, keep=100)
def _compared(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    rows = _grid(view, codes)
    figures = _of(codes, _latest(view, codes))[[*KEY, *_FIGURE]]
    led = _of(codes, _gathered(view, assessments.assessed, codes))
    led = primary_target(led)[[*KEY, *_TARGET]]
    owed = _of(codes, _gathered(view, assessments.covered, codes))[[*KEY, "status", "basis"]]
    owed = owed.rename(columns={"status": "coverage", "basis": "duty"})
    for each in (figures, led, owed, _moves(view, codes), _orders(view)):
        rows = rows.merge(each, "left", on=KEY, validate="1:1")
    rows["has"] = rows["value"].notna() | rows["value_text"].notna()
    rows["status"] = rows["status"].where(rows["target"].notna(), _without_target(rows))
    rows["apart"] = _periods_differ(rows)
    return _ordered(rows.assign(**_texts(rows)), len(codes))


def _latest(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    return _latest_of(view, codes if gazetteer.by_commune(view) else ())


@query(*LEVEL, keep=50)
def _latest_of(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    return _gathered(view, observations.latest, codes)


def _gathered(view: View, ask: Any, codes: tuple[str, ...]) -> pd.DataFrame:
    """Ask for the frames of the province; of provinces, for the country's or for each one's, at one day.

    Of the country's communes only the provinces of `codes` are view: all communes together are too many.
    """
    if gazetteer.by_commune(view):
        areas = list(dict.fromkeys(gazetteer.province_of(view.vintage, code) for code in codes))
    elif view.level != "province":
        return ask(view)
    elif view.vintage == gazetteer.whole_vintage():
        return ask(replace(view, province=gazetteer.COUNTRY))
    else:
        areas = offered(view)["code"].tolist()
    parts = [ask(replace(view, province=area)) for area in areas]
    return pd.concat(parts, ignore_index=True) if parts else ask(gazetteer.by_provinces(view)).iloc[:0]


def _of(codes: tuple[str, ...], frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["locality"].isin(codes)].reset_index(drop=True)


def _grid(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    known = _of(codes, _latest(view, codes))["indicator"]
    about = catalogue.tables().indicators
    about = about[about["tier"].eq("core") | about["indicator"].isin(known)]
    about = about[["indicator", "name_vi", "pillar", "unit", "decimals", "direction", "time_type", "tier"]]
    here = offered(view).set_index("code").loc[list(codes), ["short"]].rename_axis("locality").reset_index()
    return about.merge(here.assign(vintage=view.vintage, place=range(len(codes))), "cross")


def _moves(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    moved = _of(codes, _gathered(view, assessments.changes, codes))
    return moved[[*KEY, "change_reason"]].assign(per_year=moved["per_month"] * 12)


@query(*LEVEL, keep=100)
def _orders(view: View) -> pd.DataFrame:
    """Rank all places of the level by level and, apart from it, by momentum, indicator by indicator.

    All communes of the country are ranked where one indicator is looked at, not in all of them at once.
    """
    columns = [*KEY, "level_rank", "momentum_rank", "reported", "total"]
    if gazetteer.by_commune(view):
        return catalogue.tables().observations.iloc[:0].reindex(columns=columns)
    places = pd.Index(offered(view)["code"])
    figures = _of(tuple(places), _latest(view, ()))
    moved = _of(tuple(places), _gathered(view, assessments.changes, ()))
    moved_by = dict(iter(moved.groupby("indicator")))
    orders = [
        _order(name, now, moved_by.get(name, moved.head(0)), places)
        for name, now in figures.groupby("indicator")
    ]
    ranked = pd.concat(orders) if orders else pd.DataFrame(columns=columns)
    return ranked.assign(vintage=view.vintage)[columns]


def _order(name: str, now: pd.DataFrame, moved: pd.DataFrame, places: pd.Index) -> pd.DataFrame:
    about = catalogue.indicator(name)
    direction, decimals = about["direction"], int(about["decimals"])
    level = rank_level(now, places, direction, decimals)
    momentum = rank_momentum(moved, places, direction, decimals)
    rows = level.table[["locality", "rank"]].rename(columns={"rank": "level_rank"})
    rows["momentum_rank"] = rows["locality"].map(momentum.table.set_index("locality")["rank"])
    return rows.assign(indicator=name, reported=level.reported, total=level.total)


def _without_target(rows: pd.DataFrame) -> pd.Series:
    status = pd.Series("no_target", rows.index).mask(rows["stale"].eq(True), "stale")
    return status.mask(~rows["has"], "no_data")


def _periods_differ(rows: pd.DataFrame) -> pd.Series:
    """Tell which indicators stand for different periods; a flow's start counts, a stock's day is its end."""
    known = rows["period_end"].where(rows["has"])
    starts = rows["period_start"].where(rows["has"] & rows["time_type"].eq("flow"))
    ends = known.groupby(rows["indicator"]).transform("nunique")
    return (ends > 1) | (starts.groupby(rows["indicator"]).transform("nunique") > 1)


def _ordered(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    have = rows.groupby("indicator")["has"].transform("sum")
    group = np.select([have.eq(count), rows["tier"].eq("core")], ["shared", "core"], "other")
    rows = rows.assign(group=pd.Categorical(group, list(words.GROUPS), ordered=True), have=have)
    keys = ["group", "have", "tier", "indicator", "place"]
    return rows.sort_values(keys, ascending=[True, False, False, True, True]).reset_index(drop=True)


def _texts(rows: pd.DataFrame) -> dict[str, list[str]]:
    records = rows.to_dict("records")
    return {
        "shown": [figure(each) for each in records],
        "period_shown": [_period(each) for each in records],
        "status_shown": [LOOKS[each["status"]].label for each in records],
        "source_title": provenance.sources_shown(rows["source"]),
    }


def figure(row: dict[str, Any]) -> str:
    """Write a figure as its source qualifies it; where there is none, say which kind of nothing it is."""
    if row["value"] == row["value"]:
        if row["out_of"] == row["out_of"]:
            pieces = {"rank": numbers.number(row["value"]), "out_of": numbers.number(row["out_of"])}
            return judgement.RANK_OF.format(**pieces)
        return judgement.figure(row["value"], row["unit"], int(row["decimals"]), row["qualifier"])
    if isinstance(row["value_text"], str):
        return row["value_text"]  # "tỷ lệ cao": the source says no number
    if isinstance(row["absence"], str):
        return words.MISSING[row["absence"]]
    late = row["coverage"] == "late" and row["duty"] == "proposed"
    owed = row["coverage"] if isinstance(row["coverage"], str) else ""
    return words.MISSING["late_proposed" if late else owed]


def _period(row: dict[str, Any]) -> str:
    start, end = row["period_start"], row["period_end"]
    if end != end:
        return ""
    if start == end:
        return words.PERIOD_DAY.format(end=numbers.day(end))
    whole = start.day == 1 and end.is_month_end
    if whole and start.to_period("M") == end.to_period("M"):
        return words.PERIOD_MONTH.format(month=end.month, year=end.year)
    if whole and start.is_year_start and end.is_year_end and start.year == end.year:
        return words.PERIOD_YEAR.format(year=end.year)
    return words.PERIOD.format(start=numbers.day(start), end=numbers.day(end))


def standing(view: View, indicator: str) -> pd.DataFrame:
    """Return ``code``, ``short``, ``value``, ``qualifier`` of one indicator for every place of the view's level."""
    now = observations.latest(view, indicator) if gazetteer.by_commune(view) else _latest(view, ())
    now = now.loc[now["indicator"] == indicator, ["locality", "value", "qualifier"]]
    places = offered(view)[["code", "short"]]
    return places.merge(now, "left", left_on="code", right_on="locality", validate="1:1")


@query(*LEVEL, keep=200)
def history(view: View, indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return what some places reported of one indicator until the view's day.

    Returns
    -------
    DataFrame
        ``name``, ``period_end``, ``value``, ``value_text``, ``source_title``, ``continued``, ``low``, ``high`` (of
        ``components.figures.trend``), place by place, oldest first. Of periods that end on the same day the longest is
        kept, and what a place reported itself before what it is continued from. Read only.
    """
    about = catalogue.indicator(indicator)
    past = _gathered(view, lambda part: observations.observations(part, indicator), codes)
    past = past[past["locality"].isin(codes) & past["preferred"] & past["value"].notna()]
    past = past[past["period_end"] <= observations.as_of(view)].sort_values(["period_end", "period_start"])
    pairs = zip(past["value"], past["qualifier"], strict=True)
    unit, decimals = about["unit"], int(about["decimals"])
    first, last = lifetimes.lifetime(view.vintage)
    past = past.assign(
        value_text=[judgement.figure(value, unit, decimals, qualifier) for value, qualifier in pairs],
        source_title=provenance.sources_shown(past["source"]),
        continued=~past["period_end"].between(first, last) & (view.kind == "simulated"),
    )
    past = pd.concat([past, *(_continued(view, indicator, code) for code in codes)], ignore_index=True)
    past = past.drop_duplicates(["locality", "period_end"], keep="first")
    said = past.assign(
        name=past["locality"].map(offered(view).set_index("code")["short"]),
        place=past["locality"].map({code: position for position, code in enumerate(codes)}),
    ).sort_values(["place", "period_end"])
    columns = ["name", "period_end", "value", "value_text", "source_title", "continued", "low", "high"]
    return said.reindex(columns=columns)


def _continued(view: View, indicator: str, code: str) -> pd.DataFrame:
    """Return what other units of another vintage reported, continued on a place."""
    province = gazetteer.province_of(view.vintage, code)
    rows = continued(replace(view, province=province, locality=code, as_of=observations.as_of(view).date()))
    rows = rows[rows["indicator"].eq(indicator) & rows["reason"].eq("")]
    return rows.rename(columns={"value_shown": "value_text", "source_shown": "source_title"})


@query(*LEVEL, keep=100)
def unlike(view: View, codes: tuple[str, ...]) -> list[str]:
    """Name the look-alike indicators that different places report and nobody may compare.

    La Gi counts the teams of its hamlets, Phan Thiết those of the youth union, and both say "tổ công nghệ số".
    """
    known = _compared(view, codes).query("has")
    relations = catalogue.tables().relations.query("kind == 'not_comparable'")
    warnings = []
    for whole, pairs in relations.groupby("whole", sort=False):
        members = known[known["indicator"].isin([whole, *pairs["part"]])]
        holders = members.groupby("indicator", sort=False)["short"].agg(tuple)
        if holders.nunique() < 2:
            continue
        names = [
            words.UNLIKE_MEMBER.format(
                indicator=catalogue.indicator(name)["name_vi"], places=lists.semicolon_list(places)
            )
            for name, places in holders.items()
        ]
        notes = pairs.loc[pairs["part"].isin(holders.index), "note"].unique()
        warnings.append(
            words.UNLIKE.format(
                members=lists.semicolon_list(names), note=lists.semicolon_list(notes).rstrip(".")
            )
        )
    return warnings


def shared(view: View, rows: pd.DataFrame, count: int) -> str:
    """Say how many indicators can be set side by side at all; of simulated figures nothing is said."""
    if view.kind == "simulated":
        return words.SHARED_SIMULATED.format(count=count)
    both = rows[rows["group"] == "shared"].drop_duplicates("indicator")
    template = words.SHARED_APART if both["apart"].any() else words.SHARED
    return template.format(
        both=len(both), total=rows["indicator"].nunique(), count=count, apart=int(both["apart"].sum())
    )


def finding(view: View, rows: pd.DataFrame) -> str:
    """Say who leads on one indicator, or why nobody can be said to.

    Parameters
    ----------
    view : View
        Of simulated figures nothing is said but the indicator's name.
    rows : DataFrame
        Of ``compare``, one indicator.
    """
    name = rows["name_vi"].iloc[0]
    known = rows[rows["has"]]
    if view.kind == "simulated":
        return name
    if len(known) < 2:
        only = known.iloc[0] if len(known) else {"short": "", "shown": ""}
        template = words.ONLY if len(known) else words.NOBODY
        return template.format(indicator=name, place=only["short"], value=only["shown"])
    doubts = {
        words.OLD: known["stale"].any(),
        words.PERIODS_DIFFER: known["apart"].any(),
        words.NOT_PRECISE: known["value"].isna().any() or ~known["qualifier"].isin(PRECISE).all(),
        words.NO_DIRECTION: not known["direction"].isin(["higher", "lower"]).all(),
    }
    for template, holds in doubts.items():
        if holds:
            return template.format(indicator=name)
    return _leader(name, known)


def _leader(name: str, known: pd.DataFrame) -> str:
    printed = known["value"].round(int(known["decimals"].iloc[0]))
    best = printed.min() if known["direction"].iloc[0] == "lower" else printed.max()
    first = known[printed.eq(best)]
    template = words.EQUAL if len(first) == len(known) else words.LEADS
    return template.format(
        indicator=name,
        places=lists.semicolon_list(first["short"]),
        count=len(known),
        value=first["shown"].iloc[0],
    )
