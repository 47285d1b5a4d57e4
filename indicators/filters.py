"""Which rows a choice of filters leaves, and which places a criteria lets through."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

# A province is neither, and no commune of its own. Wards and townships, towns and cities are urban by law.
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
    """What a place must be to be looked at; a part that asks for nothing lets every place through.

    Attributes
    ----------
    types, statuses, groups, districts
        Any of these; a commune is of its district, or of any former district that its land came from, and a district of
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
        """Name the parts that ask for something."""
        usual = Criteria()
        return tuple(name for name in vars(usual) if getattr(self, name) != getattr(usual, name))


def match(places: pd.DataFrame, criteria: Criteria) -> pd.DataFrame:
    """Tell which places pass a criteria.

    A figure that is missing can't be said to lie within bounds, so its place is left out; but it is told apart,
    because it is not known to lie outside either.

    Parameters
    ----------
    places
        ``code``, ``districts`` (list of codes), ``type``, ``group`` (of ``area_groups``), ``population``, ``value``,
        ``status``.
    criteria
        What is asked.

    Returns
    -------
    DataFrame
        Index of `places`; ``passes``, and ``unknown``: left out only because a figure asked for is missing.
    """
    meets = pd.Series(data=True, index=places.index)
    known = meets.copy()
    chosen = {"type": criteria.types, "status": criteria.statuses, "group": criteria.groups}
    for column, allowed in chosen.items():
        if allowed:
            meets &= places[column].isin(list(allowed))
    if criteria.districts:
        wanted = set(criteria.districts)
        meets &= pd.Series([not wanted.isdisjoint(each) for each in places["districts"]], places.index)
    for column, span in {"value": criteria.value, "population": criteria.population}.items():
        if span != (None, None):
            low, high = (open_end if end is None else end for end, open_end in zip(span, _OPEN, strict=True))
            known &= places[column].notna()
            # A missing figure is no reason yet: what else is asked may settle it.
            meets &= places[column].isna() | places[column].between(low, high)
    return pd.DataFrame({"passes": meets & known, "unknown": meets & ~known})


def area_groups(localities: pd.DataFrame, succession: pd.DataFrame) -> pd.Series:
    """Call each locality urban, rural or island; a province and the country are none of them.

    An island is a special zone, a place that went wholly into one on 1/7/2025, and a district all of whose communes
    did (huyện Phú Quí).

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
    islets = pd.Series(
        keys.isin(pd.MultiIndex.from_frame(into[["old_vintage", "old_code"]])), localities.index
    )
    parts = localities["level"].eq("commune")
    whole = islets[parts].groupby([localities["vintage"], localities["parent_code"]]).all()
    surrounded = pd.Series(keys.isin(whole.index[whole]), localities.index) & localities["level"].eq(
        "district"
    )
    return groups.mask(islets | surrounded, "island")


def select(rows: pd.DataFrame, **chosen: Collection[str]) -> pd.DataFrame:
    """Keep the rows whose columns hold one of the chosen values; nothing chosen leaves a column alone.

    A row that has no value in a filtered column (a target whose text is unknown has no pillar) is left out by a
    choice in that column: what is unknown can't be said to be chosen.

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
    ``keep(rows, status=("behind", "missed"), pillar=())``
    """
    left = pd.Series(data=True, index=rows.index)
    for column, values in chosen.items():
        if values:
            left &= rows[column].isin(list(values))
    return rows[left]
