"""The assignment of targets to localities, as a target of their own or only as a reference line."""

import pandas as pd

from indicators.succession import FROM, TO, every_link

COLUMNS = ["target", "vintage", "locality", "standing", "basis"]
AREA = ["vintage", "area"]


def assign(
    targets: pd.DataFrame,
    localities: pd.DataFrame,
    resolutions: pd.DataFrame,
    indicators: pd.DataFrame,
    succession: pd.DataFrame,
) -> pd.DataFrame:
    """List, for every target, the localities that it can be shown for.

    A pooled target is assigned to its area alone. A target with the scope ``each`` is assigned to every unit of its
    level inside the area. For all other localities inside the area it is a reference line, if it is a value that a
    part can be compared with: a share is, a total or a rank of the whole area is not.

    After a reform a target stays assigned only if its resolution is in force and its area is the same unit as before
    (the country, Điện Biên). Any other target is only a reference line for the new communes.

    Parameters
    ----------
    targets, localities, resolutions, indicators, succession
        The tables.

    Returns
    -------
    DataFrame
        One row per (target, vintage, locality): ``standing`` (assigned or reference); ``basis``: own (assigned),
        inside (a reference line in the target's area) or former (of a province that was merged).
    """
    links = every_link(succession)
    lasting = _lasting(targets, localities, resolutions, links)
    carried = targets.drop(columns="vintage").merge(lasting, on="target", validate="1:m")
    lines = _lines(targets, indicators)
    own = _inside_the_area(pd.concat([targets, carried]), localities, lines)
    former = _of_former_areas(targets[targets["target"].isin(lines)], localities, links)
    in_own = pd.MultiIndex.from_frame(former[["target", "vintage"]]).isin(pd.MultiIndex.from_frame(lasting))
    return pd.concat([own, former[~in_own]], ignore_index=True)


def issued(resolutions: pd.DataFrame, as_of: pd.Timestamp) -> pd.Series:
    """List the resolutions that had been issued and were in force by a day.

    A later decision does not count: on a day in October 2024, the plan of December 2024 does not exist. A document
    without a known date counts on every day.

    Returns
    -------
    Series of str
        Ids of resolutions.
    """
    later = resolutions["date"].gt(as_of) | resolutions["in_force_from"].gt(as_of)
    return resolutions.loc[~later, "resolution"]


def inside(localities: pd.DataFrame) -> pd.DataFrame:
    """List every locality with each area that contains it; a locality contains itself.

    Returns
    -------
    DataFrame
        ``vintage``, ``area``, ``locality`` and the locality's ``level`` and ``mapped``.
    """
    units = localities[["vintage", "code", "parent_code", "level", "mapped"]]
    units = units.rename(columns={"code": "locality"})
    parent_of = localities[["vintage", "code", "parent_code"]].rename(columns={"code": "area"})
    levels, step = [], units.assign(area=units["locality"])
    while len(step):
        levels.append(step.drop(columns="parent_code"))
        step = step.assign(area=step["parent_code"]).drop(columns="parent_code")
        step = step.merge(parent_of, on=AREA, validate="m:1")
    return pd.concat(levels, ignore_index=True)[["vintage", "area", "locality", "level", "mapped"]]


def _inside_the_area(targets: pd.DataFrame, localities: pd.DataFrame, lines: pd.Series) -> pd.DataFrame:
    set_for = targets.rename(columns={"locality": "area", "level": "target_level"})
    set_for = set_for[["target", "vintage", "area", "target_level", "scope"]]
    rows = set_for.merge(inside(localities), on=AREA, validate="m:m")
    pooled = rows["scope"].eq("pooled") & rows["locality"].eq(rows["area"])
    each = rows["scope"].eq("each") & rows["level"].eq(rows["target_level"])
    assigned = pooled | each
    line = rows["target"].isin(lines) & rows["mapped"]
    rows["standing"] = assigned.map({True: "assigned", False: "reference"})
    rows["basis"] = assigned.map({True: "own", False: "inside"})
    return rows.loc[assigned | line, COLUMNS]


def _lines(targets: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """List the targets that can be reference lines: values of indicators that are not totals."""
    adds_up = indicators.loc[indicators["aggregation"].eq("sum"), "indicator"]
    known = targets["indicator"].notna() & targets["value"].notna()
    return targets.loc[targets["kind"].eq("value") & known & ~targets["indicator"].isin(adds_up), "target"]


def _lasting(
    targets: pd.DataFrame, localities: pd.DataFrame, resolutions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """List ``target`` and each later ``vintage`` in which it is in force for the same unit."""
    unchanged = _unchanged(localities, links).rename(columns={"code": "locality", "old_vintage": "vintage"})
    until = resolutions[["resolution", "in_force_to"]]
    rows = targets[["target", "resolution", "vintage", "locality"]].merge(until, "left", validate="m:1")
    rows = rows.merge(unchanged, on=["vintage", "locality"], validate="m:m")
    starts = pd.to_datetime(rows["new_vintage"], format="%Y-%m")
    in_force = rows["in_force_to"].isna() | rows["in_force_to"].ge(starts)
    return rows.loc[in_force, ["target", "new_vintage"]].rename(columns={"new_vintage": "vintage"})


def _unchanged(localities: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """List the units that a reform left unchanged: the country, and units with the same land and code."""
    units = links[links["same"] & links["from_code"].eq(links["to_code"])]
    units = units[["from_vintage", "to_vintage", "from_code"]].set_axis(
        ["old_vintage", "new_vintage", "old_code"], axis=1
    )
    vintages = sorted(localities.loc[localities["level"].eq("country"), "vintage"])
    country = localities.loc[localities["level"].eq("country"), "code"].unique()
    pairs = [(old, new, code) for code in country for old in vintages for new in vintages if old < new]
    both = pd.DataFrame(pairs, columns=["old_vintage", "new_vintage", "old_code"])
    return pd.concat([units, both], ignore_index=True).rename(columns={"old_code": "code"})


def _of_former_areas(targets: pd.DataFrame, localities: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """List the targets of merged areas with the new communes that hold a part of the area."""
    communes = inside(localities).query("level == 'commune'")
    areas = targets[["target", "vintage", "locality"]].rename(columns={"locality": "area"})
    rows = areas.merge(communes, on=AREA, validate="m:m")
    successors = links[[*FROM, *TO]]
    rows = rows.merge(successors, left_on=["vintage", "locality"], right_on=FROM, validate="m:m")
    rows = rows[["target", *TO]].drop_duplicates()
    rows = rows.rename(columns={"to_vintage": "vintage", "to_code": "locality"})
    return rows.assign(standing="reference", basis="former")[COLUMNS]
