"""The register of localities: names, levels, the localities of an area, the localities that a view covers."""

from dataclasses import replace
from typing import Any

import pandas as pd

from data import simulated
from data.vintages import newest_complete
from indicators import assignment
from queries.catalogue import former_districts, tables
from queries.query import query
from queries.view import View
from wording import navigation as words
from wording.places import dictionary_key, name_without_kind, short_name

COUNTRY = simulated.COUNTRY
_DEPTH = {"country": 0, "province": 1, "district": 2, "commune": 3}


@query()
def whole_vintage() -> str:
    """Return the vintage whose register has every province of the country."""
    return newest_complete(tables().localities)


@query()
def levels(vintage: str) -> list[str]:
    """Return the levels of a vintage below the country, the highest first; districts ended on 30/6/2025."""
    localities = tables().localities
    known = set(localities.loc[localities["vintage"] == vintage, "level"])
    return [level for level in _DEPTH if level in known and level != "country"]


@query()
def within(vintage: str, area: str) -> pd.DataFrame:
    """Return an area and every locality below it, with ``short`` names that are unique in the area.

    A former district is not a unit of the vintage; its localities are the communes that took over its land. Of the
    country, the provinces that are not mapped are left out with all their localities.

    Returns
    -------
    DataFrame
        Columns of ``localities`` and ``short``; the area first, then by level and name.
    """
    inside = assignment.inside(tables().localities)
    codes = inside.loc[(inside["vintage"] == vintage) & (inside["area"] == area), "locality"]
    if codes.empty:
        codes = former_districts(vintage).query("to_code == @area")["from_code"]
    localities = tables().localities
    here = localities[(localities["vintage"] == vintage) & localities["code"].isin(codes)]
    if area == COUNTRY:
        here = here[here["mapped"]]
    shorts = _short_names(here, everywhere=area == COUNTRY)
    here = here.assign(short=shorts, depth=here["level"].map(_DEPTH))
    return here.sort_values(["depth", "name"], key=dictionary_sorted).drop(columns="depth")


def dictionary_sorted(column: pd.Series) -> pd.Series:
    """Return a sort key for ``sort_values``: names in Vietnamese order without their type words, others as they are."""
    return (
        column.map(lambda name: dictionary_key(name_without_kind(name))) if column.name == "name" else column
    )


def _short_names(localities: pd.DataFrame, everywhere: bool) -> pd.Series:
    """Return short names; a name that occurs twice is followed by its district (two "Xã Tân Hà" in Bình Thuận).

    Of the whole country, every commune is followed by its province.
    """
    names = localities["name"].map(short_name)
    parents = localities["parent_code"].map(localities.set_index("code")["name"].map(short_name))
    ambiguous = (
        localities["level"].eq("commune")
        if everywhere
        else localities.duplicated(["level", "name"], keep=False)
    )
    return names.where(~(ambiguous & parents.notna()), names + " (" + parents.fillna("") + ")")


@query()
def names(vintage: str, area: str, column: str = "name") -> dict[str, str]:
    """Return code → name, or code → another column of ``within``, of an area and everything below it."""
    inside = within(vintage, area)
    return dict(zip(inside["code"], inside[column], strict=True))


@query()
def places(vintage: str, area: str, level: str) -> pd.DataFrame:
    """Return the localities of one level inside an area, in Vietnamese alphabetical order; columns of ``within``."""
    inside = within(vintage, area)
    return inside[inside["level"] == level]


@query()
def former_names(vintage: str, province: str, column: str = "name") -> dict[str, str]:
    """Return code → name (or ``short``) of the former districts whose land the communes of a province hold."""
    links = former_districts(vintage)
    links = links[links["from_code"].isin(within(vintage, province)["code"])]
    keys = links[["to_vintage", "to_code"]].drop_duplicates().set_axis(["vintage", "code"], axis=1)
    districts = tables().localities.merge(keys, validate="1:1").sort_values("name", key=dictionary_sorted)
    districts = districts.assign(short=districts["name"].map(short_name))
    return dict(zip(districts["code"], districts[column], strict=True))


@query()
def province_of(vintage: str, locality: str) -> str:
    """Return the code of the province a locality lies in."""
    localities = tables().localities
    parent = localities[localities["vintage"] == vintage].set_index("code")["parent_code"]
    while parent[locality] != COUNTRY:
        locality = str(parent[locality])
    return locality


def by_commune(view: View) -> bool:
    """Tell whether a view shows all communes of the country."""
    return view.province == COUNTRY and view.level == "commune"


def by_provinces(view: View) -> View:
    """Return the view with the provinces of the country in place of its communes; any other view as it is."""
    return replace(view, level="province") if by_commune(view) else view


def within_province(view: View) -> View:
    """Return the view of the province that a chosen commune of the country lies in; any other view as it is."""
    if not by_commune(view) or view.locality not in names(view.vintage, COUNTRY):
        return view
    return replace(view, province=province_of(view.vintage, view.locality))


def covered_area(view: View) -> dict[str, Any]:
    """Return the fields that decide which localities a view covers.

    ``level`` tells the country shown by its communes from any other area, and nothing more.
    """
    return {
        "vintage": view.vintage,
        "province": view.province,
        "level": "commune" if by_commune(view) else "province",
    }


@query(covered_area)
def covered_places(view: View) -> pd.DataFrame:
    """Return the localities whose figures a view shows: its area and all below it; columns of ``within``.

    The 3,321 communes of the country are among them only if the view shows the country by communes.
    """
    inside = within(view.vintage, view.province)
    if view.province != COUNTRY or by_commune(view):
        return inside
    return inside[inside["level"].isin(["country", "province"])]


def area_kind(view: View) -> str:
    """Return the kind of a view's area, ``country`` or ``province``: a key of words."""
    return "country" if view.province == COUNTRY else "province"


def full_name(view: View, code: str) -> str:
    """Return the full name of a place of the province, or of a former district."""
    known = names(view.vintage, view.province)
    if code in known:
        return known[code]
    return words.FORMER_NAME.format(name=former_names(view.vintage, view.province)[code])
