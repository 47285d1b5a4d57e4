"""Who holds whose land after a reform: links between the units of two vintages, forward, back, and to former areas.

A link says that ``to_code`` took over ``share`` of ``from_code``. It is ``whole`` when nothing of the unit went
elsewhere; only then is its figure known to belong to one heir.
"""

from itertools import combinations

import pandas as pd

FROM = ["from_vintage", "from_code"]
TO = ["to_vintage", "to_code"]
COLUMNS = [*FROM, *TO, "share", "whole"]
# Shares of a split are printed with four decimals; their sum is 1 to this.
TOLERANCE = 1e-6
_NAMES = {
    "old_vintage": "from_vintage",
    "old_code": "from_code",
    "new_vintage": "to_vintage",
    "new_code": "to_code",
}


def links(succession: pd.DataFrame, old: str, new: str) -> pd.DataFrame:
    """Follow every unit of one vintage to its heirs in a later one, over as many reforms as lie between.

    Parameters
    ----------
    succession
        The table; each row is one step of one reform.
    old, new
        Vintages, the earlier first.

    Returns
    -------
    DataFrame
        ``from_vintage``, ``from_code``, ``to_vintage``, ``to_code``, ``share`` (of the old unit, 0 to 1), ``whole``.

    Examples
    --------
    A ward split 0.3 : 0.7 in one reform, both pieces merged in the next, went over whole: its two ways add up to 1.
    """
    steps = succession.rename(columns=_NAMES)[[*FROM, *TO, "share"]]
    steps = steps[steps["to_vintage"].le(new)]
    reached, arrived = steps[steps["from_vintage"].eq(old)], []
    while len(reached):
        there = reached["to_vintage"].eq(new)
        arrived.append(reached[there])
        reached = _followed(reached[~there], steps)
    ways = pd.concat(arrived) if arrived else steps.iloc[:0]
    return _summed(ways)


def every_link(succession: pd.DataFrame) -> pd.DataFrame:
    """Return ``links`` between all pairs of vintages, with ``same`` of ``same_unit``."""
    vintages = sorted({*succession["old_vintage"], *succession["new_vintage"]})
    found = [links(succession, old, new) for old, new in combinations(vintages, 2)]
    rows = pd.concat(found, ignore_index=True) if found else links(succession, "", "")
    return rows.assign(same=same_unit(rows))


def reverse(forward: pd.DataFrame, localities: pd.DataFrame, by: str = "population") -> pd.DataFrame:
    """Turn links round: how much of each new unit came from each of its predecessors.

    A new unit holds of a predecessor its share of the predecessor's people (or land), and is parted in proportion. That
    is an estimate of anything but people, so only a new unit with one predecessor is ``whole``.

    Parameters
    ----------
    forward
        Of ``links``.
    localities
        The table.
    by
        ``population`` or ``area_km2`` of the predecessors.

    Returns
    -------
    DataFrame
        The columns of ``links``; ``share`` is missing where a predecessor's size is not known.
    """
    sizes = localities[["vintage", "code", by]].rename(
        columns=dict(zip(["vintage", "code"], FROM, strict=True))
    )
    rows = forward.merge(sizes, "left", on=FROM, validate="m:1")
    held = rows["share"] * rows[by]
    heir = rows.groupby(TO)["share"]
    everything = held.groupby([rows[name] for name in TO]).transform(lambda parts: parts.sum(skipna=False))
    sole = heir.transform("size").eq(1)
    turned = rows.rename(columns=dict(zip([*FROM, *TO], [*TO, *FROM], strict=True)))
    return turned.assign(share=(held / everything).mask(sole, 1.0), whole=sole)[COLUMNS]


def former_areas(turned: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Group new units by the former areas (districts) that their land came from.

    Parameters
    ----------
    turned
        Of ``back``.
    localities
        The table; the parent of each predecessor is its area.

    Returns
    -------
    DataFrame
        The columns of ``links``, ``to_code`` the area. A new unit of several areas has a row for each; it is ``whole``
        where all its land came from one.
    """
    parents = localities.loc[localities["level"].eq("commune"), ["vintage", "code", "parent_code"]]
    parents = parents.rename(columns=dict(zip(["vintage", "code"], TO, strict=True)))
    rows = turned.merge(parents, on=TO, validate="m:1")
    areas = _summed(rows.drop(columns="to_code").rename(columns={"parent_code": "to_code"}))
    only = areas.groupby(FROM)["to_code"].transform("size").eq(1)
    # Whatever the sizes of its parts, what came from one area came from it whole.
    return areas.assign(share=areas["share"].mask(only, 1.0), whole=only)


def former_districts(succession: pd.DataFrame, localities: pd.DataFrame, vintage: str) -> pd.DataFrame:
    """Group the communes of a vintage without districts by the districts of the last vintage that had them.

    Returns
    -------
    DataFrame
        Of ``former_areas``, ``share`` of the commune's land; empty where the vintage has districts or none ever had.
    """
    having = localities.loc[localities["level"].eq("district"), "vintage"].unique()
    before = max((each for each in having if each < vintage), default=None)
    if vintage in having or before is None:
        return links(succession, "", "")
    return former_areas(reverse(links(succession, before, vintage), localities, by="area_km2"), localities)


def same_unit(found: pd.DataFrame) -> pd.Series:
    """Tell which links lead from one unit, whole, to a unit that has no other predecessor: the same place."""
    return found["whole"] & found.groupby(["from_vintage", *TO])["share"].transform("size").eq(1)


def _followed(reached: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Go one reform further, multiplying the shares along the way."""
    onward = steps.rename(
        columns=dict(zip(FROM, TO, strict=True)) | {"to_vintage": "next", "to_code": "heir"}
    )
    ways = reached.merge(onward, on=TO, suffixes=("", "_next"), validate="m:m")
    ways = ways.assign(
        share=ways["share"] * ways["share_next"], to_vintage=ways["next"], to_code=ways["heir"]
    )
    return ways[[*FROM, *TO, "share"]]


def _summed(ways: pd.DataFrame) -> pd.DataFrame:
    """Add the ways that lead from one unit to the same heir."""
    total = ways.groupby([*FROM, *TO], as_index=False).agg(
        share=("share", lambda parts: parts.sum(skipna=False))
    )
    whole = total["share"].ge(1 - TOLERANCE)
    return total.assign(share=total["share"].mask(whole, 1.0), whole=whole)[COLUMNS]
