"""Filters of rows, and the criteria that places have to meet."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

# By law, wards, townships, towns and cities are urban. A province is neither urban nor rural.
_GROUPS = {
    "phường": "urban",
    "thị trấn": "urban",
    "thành phố": "urban",
    "thị xã": "urban",
    "quận": "urban",
    "xã": "rural",
    "huyện": "rural",
}
ISLAND = "đặc khu"
Span = tuple[float | None, float | None]
_OPEN = (-float("inf"), float("inf"))


@dataclass(frozen=True)
class Criteria:
    """The criteria that a place has to meet. An empty criterion is met by every place.

    Attributes
    ----------
    types, statuses, groups, districts
        Allowed values. A commune belongs to its district and to all former districts of its land; a district belongs to
        itself.
    value, population
        From and to, both included; None is open.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    value: Span = (None, None)
    population: Span = (None, None)

    @property
    def active(self) -> tuple[str, ...]:
        """Return the names of the criteria that are set."""
        empty = Criteria()
        return tuple(name for name in vars(empty) if getattr(self, name) != getattr(empty, name))


def match(places: pd.DataFrame, criteria: Criteria) -> pd.DataFrame:
    """Tell which places meet the criteria.

    A missing figure is neither inside nor outside a span. Its place does not pass, but it is marked as ``unknown``.

    Parameters
    ----------
    places
        ``code``, ``districts`` (list of codes), ``type``, ``group`` (of ``area_groups``), ``population``, ``value``,
        ``status``.
    criteria
        The criteria.

    Returns
    -------
    DataFrame
        Index of `places`; ``passes``, and ``unknown``: the place does not pass only because a figure is missing.
    """
    meets = pd.Series(data=True, index=places.index)
    known = meets.copy()
    chosen = {"type": criteria.types, "status": criteria.statuses, "group": criteria.groups}
    for column, allowed in chosen.items():
        if allowed:
            meets &= places[column].isin(list(allowed))
    if criteria.districts:
        allowed_districts = set(criteria.districts)
        meets &= pd.Series(
            [not allowed_districts.isdisjoint(each) for each in places["districts"]], places.index
        )
    for column, span in {"value": criteria.value, "population": criteria.population}.items():
        if span != (None, None):
            low, high = (open_end if end is None else end for end, open_end in zip(span, _OPEN, strict=True))
            known &= places[column].notna()
            # A missing figure decides nothing here; another criterion may.
            meets &= places[column].isna() | places[column].between(low, high)
    return pd.DataFrame({"passes": meets & known, "unknown": meets & ~known})


def area_groups(localities: pd.DataFrame, succession: pd.DataFrame) -> pd.Series:
    """Return the group of each locality: urban, rural or island; missing for provinces and the country.

    Islands are the special zones, the places that became part of one as a whole on 1/7/2025, and the districts of
    which all communes did (huyện Phú Quí).

    Parameters
    ----------
    localities, succession
        The tables.

    Returns
    -------
    Series
        Index of `localities`; ``urban``, ``rural``, ``island`` or missing.
    """
    groups = localities["type"].map({**_GROUPS, ISLAND: "island"})
    keys = pd.MultiIndex.from_frame(localities[["vintage", "code"]])
    zones = set(localities.loc[localities["type"].eq(ISLAND), "code"])
    into = succession[succession["relation"].eq("full") & succession["new_code"].isin(zones)]
    islands = pd.Series(
        keys.isin(pd.MultiIndex.from_frame(into[["old_vintage", "old_code"]])), localities.index
    )
    parts = localities["level"].eq("commune")
    whole = islands[parts].groupby([localities["vintage"], localities["parent_code"]]).all()
    island_districts = pd.Series(keys.isin(whole.index[whole]), localities.index) & localities["level"].eq(
        "district"
    )
    return groups.mask(islands | island_districts, "island")


def select(rows: pd.DataFrame, **chosen: Collection[str]) -> pd.DataFrame:
    """Return the rows whose columns have one of the chosen values. An empty choice filters nothing.

    A row without a value in a filtered column does not pass (a target with an unknown text has no pillar).

    Parameters
    ----------
    rows
        Any frame with the columns named.
    chosen
        Column → values.

    Returns
    -------
    DataFrame
        Rows in their order, with their index.

    Examples
    --------
    ``select(rows, status=("behind", "missed"), pillar=())``
    """
    left = pd.Series(data=True, index=rows.index)
    for column, values in chosen.items():
        if values:
            left &= rows[column].isin(list(values))
    return rows[left]
