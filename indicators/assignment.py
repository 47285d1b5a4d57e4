"""Which locality answers for which target, and for whom a target is only a reference line."""

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
    """Set every target against the localities it can be shown for.

    A pooled target is assigned to exactly its area, a target for each to every unit of its level inside the
    area. Everything else inside the area sees it as a reference line, if it is a line at all: a share can be
    compared with a part of the area, a total of the whole area or its rank cannot.

    After a reform a target stays assigned only where its resolution is in force and its area is the same
    unit as before (the country, Điện Biên). The others stand against the new communes as reference only.

    Parameters
    ----------
    targets, localities, resolutions, indicators, succession
        The tables.

    Returns
    -------
    DataFrame
        One row per (target, vintage, locality): ``standing`` assigned or reference; ``basis`` own (assigned),
        inside (reference in the target's area) or former (resolution of a province that was merged).
    """
    links = every_link(succession)
    lasting = _lasting(targets, localities, resolutions, links)
    carried = targets.drop(columns="vintage").merge(lasting, on="target", validate="1:m")
    lines = _lines(targets, indicators)
    own = _inside_the_area(pd.concat([targets, carried]), localities, lines)
    former = _of_former_areas(targets[targets["target"].isin(lines)], localities, links)
    still = pd.MultiIndex.from_frame(former[["target", "vintage"]]).isin(pd.MultiIndex.from_frame(lasting))
    return pd.concat([own, former[~still]], ignore_index=True)


def issued(resolutions: pd.DataFrame, as_of: pd.Timestamp) -> pd.Series:
    """List the resolutions that had been issued, and were in force, by a day.

    Nobody is judged by what was decided later: seen from October 2024, the plan of December 2024 does not exist. A
    document whose date no source gives is taken to stand already.

    Returns
    -------
    Series of str
        Ids of resolutions.
    """
    later = resolutions["date"].gt(as_of) | resolutions["in_force_from"].gt(as_of)
    return resolutions.loc[~later, "resolution"]


def inside(localities: pd.DataFrame) -> pd.DataFrame:
    """List every locality under each of its areas, itself included.

    Returns
    -------
    DataFrame
        ``vintage``, ``area``, ``locality`` and the locality's ``level`` and ``mapped``.
    """
    units = localities[["vintage", "code", "parent_code", "level", "mapped"]]
    units = units.rename(columns={"code": "locality"})
    parent_of = localities[["vintage", "code", "parent_code"]].rename(columns={"code": "area"})
    found, step = [], units.assign(area=units["locality"])
    while len(step):
        found.append(step.drop(columns="parent_code"))
        step = step.assign(area=step["parent_code"]).drop(columns="parent_code")
        step = step.merge(parent_of, on=AREA, validate="m:1")
    return pd.concat(found, ignore_index=True)[["vintage", "area", "locality", "level", "mapped"]]


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
    """List the targets that can be a line for others: values of indicators that are not totals."""
    adds_up = indicators.loc[indicators["aggregation"].eq("sum"), "indicator"]
    known = targets["indicator"].notna() & targets["value"].notna()
    return targets.loc[targets["kind"].eq("value") & known & ~targets["indicator"].isin(adds_up), "target"]


def _lasting(
    targets: pd.DataFrame, localities: pd.DataFrame, resolutions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """List ``target`` and the later ``vintage`` in which it still holds for the very same unit."""
    kept = _unchanged(localities, links).rename(columns={"code": "locality", "old_vintage": "vintage"})
    until = resolutions[["resolution", "in_force_to"]]
    rows = targets[["target", "resolution", "vintage", "locality"]].merge(until, "left", validate="m:1")
    rows = rows.merge(kept, on=["vintage", "locality"], validate="m:m")
    starts = pd.to_datetime(rows["new_vintage"], format="%Y-%m")
    in_force = rows["in_force_to"].isna() | rows["in_force_to"].ge(starts)
    return rows.loc[in_force, ["target", "new_vintage"]].rename(columns={"new_vintage": "vintage"})


def _unchanged(localities: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """List the units that are the same before and after: the country, and sole heirs that kept their code."""
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
    """Set the targets of merged areas against the new communes that hold a part of them."""
    communes = inside(localities).query("level == 'commune'")
    areas = targets[["target", "vintage", "locality"]].rename(columns={"locality": "area"})
    rows = areas.merge(communes, on=AREA, validate="m:m")
    heirs = links[[*FROM, *TO]]
    rows = rows.merge(heirs, left_on=["vintage", "locality"], right_on=FROM, validate="m:m")
    rows = rows[["target", *TO]].drop_duplicates()
    rows = rows.rename(columns={"to_vintage": "vintage", "to_code": "locality"})
    return rows.assign(standing="reference", basis="former")[COLUMNS]
