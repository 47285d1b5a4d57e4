"""The crosswalk between the units of two vintages: links forward, reversed, and to former areas.

A link says that ``to_code`` took over a ``share`` of ``from_code``. It is ``whole`` if no part of the unit went to
another one. Only then does the figure of the unit belong to one successor.
"""

from itertools import combinations

import pandas as pd

FROM = ["from_vintage", "from_code"]
TO = ["to_vintage", "to_code"]
COLUMNS = [*FROM, *TO, "share", "whole"]
# Shares have four decimals; their sum is 1 within this tolerance.
TOLERANCE = 1e-6
_NAMES = {
    "old_vintage": "from_vintage",
    "old_code": "from_code",
    "new_vintage": "to_vintage",
    "new_code": "to_code",
}


def links(succession: pd.DataFrame, old: str, new: str) -> pd.DataFrame:
    """Return the links of every unit of one vintage to its successors in a later one, over all reforms between them.

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
    One reform splits a ward 0.3 : 0.7, and the next merges both pieces. The link of the ward is whole: 0.3 + 0.7 = 1.
    """
    steps = succession.rename(columns=_NAMES)[[*FROM, *TO, "share"]]
    steps = steps[steps["to_vintage"].le(new)]
    paths, complete = steps[steps["from_vintage"].eq(old)], []
    while len(paths):
        at_end = paths["to_vintage"].eq(new)
        complete.append(paths[at_end])
        paths = _next_step(paths[~at_end], steps)
    return _merged(pd.concat(complete) if complete else steps.iloc[:0])


def every_link(succession: pd.DataFrame) -> pd.DataFrame:
    """Return ``links`` between all pairs of vintages, with ``same`` of ``same_unit``."""
    vintages = sorted({*succession["old_vintage"], *succession["new_vintage"]})
    pairs = [links(succession, old, new) for old, new in combinations(vintages, 2)]
    rows = pd.concat(pairs, ignore_index=True) if pairs else links(succession, "", "")
    return rows.assign(same=same_unit(rows))


def reverse(forward: pd.DataFrame, localities: pd.DataFrame, by: str = "population") -> pd.DataFrame:
    """Reverse links: return the share of each new unit that came from each of its predecessors.

    A new unit has a share of each predecessor's population (or land). The reversed shares are in proportion to these.
    For anything but population they are an estimate, so only a new unit with one predecessor is ``whole``.

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
        The columns of ``links``; ``share`` is missing if the size of a predecessor is not known.
    """
    sizes = localities[["vintage", "code", by]].rename(
        columns=dict(zip(["vintage", "code"], FROM, strict=True))
    )
    rows = forward.merge(sizes, "left", on=FROM, validate="m:1")
    size_share = rows["share"] * rows[by]
    by_unit = rows.groupby(TO)["share"]
    total = size_share.groupby([rows[name] for name in TO]).transform(lambda parts: parts.sum(skipna=False))
    sole = by_unit.transform("size").eq(1)
    reversed_links = rows.rename(columns=dict(zip([*FROM, *TO], [*TO, *FROM], strict=True)))
    return reversed_links.assign(share=(size_share / total).mask(sole, 1.0), whole=sole)[COLUMNS]


def former_areas(reversed_links: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Return the links of new units to the former areas (districts) of their land.

    Parameters
    ----------
    reversed_links
        Of ``reverse``.
    localities
        The table; the parent of each predecessor is its area.

    Returns
    -------
    DataFrame
        The columns of ``links``, ``to_code`` the area. A new unit has a row for each of its areas; it is
        ``whole`` if all its land came from one.
    """
    parents = localities.loc[localities["level"].eq("commune"), ["vintage", "code", "parent_code"]]
    parents = parents.rename(columns=dict(zip(["vintage", "code"], TO, strict=True)))
    rows = reversed_links.merge(parents, on=TO, validate="m:1")
    areas = _merged(rows.drop(columns="to_code").rename(columns={"parent_code": "to_code"}))
    only = areas.groupby(FROM)["to_code"].transform("size").eq(1)
    # A unit of one area has the share 1, also if the sizes of its predecessors are not known.
    return areas.assign(share=areas["share"].mask(only, 1.0), whole=only)


def former_districts(succession: pd.DataFrame, localities: pd.DataFrame, vintage: str) -> pd.DataFrame:
    """Return the links of the communes of a vintage without districts to the districts of the last vintage with them.

    Returns
    -------
    DataFrame
        Of ``former_areas``; ``share`` is of the commune's land. Empty if the vintage has districts, or no vintage has.
    """
    having = localities.loc[localities["level"].eq("district"), "vintage"].unique()
    before = max((each for each in having if each < vintage), default=None)
    if vintage in having or before is None:
        return links(succession, "", "")
    return former_areas(reverse(links(succession, before, vintage), localities, by="area_km2"), localities)


def same_unit(links: pd.DataFrame) -> pd.Series:
    """Tell which links join an unchanged unit: it is whole, and its successor has no other predecessor."""
    return links["whole"] & links.groupby(["from_vintage", *TO])["share"].transform("size").eq(1)


def _next_step(paths: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Extend paths by one reform; the shares along a path are multiplied."""
    onward = steps.rename(
        columns=dict(zip(FROM, TO, strict=True)) | {"to_vintage": "next", "to_code": "successor"}
    )
    longer = paths.merge(onward, on=TO, suffixes=("", "_next"), validate="m:m")
    longer = longer.assign(
        share=longer["share"] * longer["share_next"], to_vintage=longer["next"], to_code=longer["successor"]
    )
    return longer[[*FROM, *TO, "share"]]


def _merged(paths: pd.DataFrame) -> pd.DataFrame:
    """Add up the shares of all paths from one unit to the same successor."""
    total = paths.groupby([*FROM, *TO], as_index=False).agg(
        share=("share", lambda parts: parts.sum(skipna=False))
    )
    whole = total["share"].ge(1 - TOLERANCE)
    return total.assign(share=total["share"].mask(whole, 1.0), whole=whole)[COLUMNS]
