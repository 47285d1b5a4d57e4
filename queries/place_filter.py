"""The quick filters of a view, applied to places: which places pass and which are left out."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.filters import Criteria, area_groups, match
from queries import catalogue, gazetteer, indicator_rows
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View

FIELDS = ("value_from", "value_to", "population_from", "population_to")
LISTS = ("statuses", "types", "groups", "areas")
# The province is not filtered: its parts are compared with it.
BELOW = ("district", "commune")


def criteria(view: View) -> Criteria:
    """Return the criteria of a view's quick filters."""
    return Criteria(
        types=view.types,
        statuses=view.statuses,
        groups=view.groups,
        districts=view.areas,
        value=(view.value_from, view.value_to),
        population=(view.population_from, view.population_to),
    )


def filters(view: View) -> dict[str, Any]:
    """Return the fields that decide which places pass; the indicator only if a filter is on its value or status."""
    names = [*FIELDS, *LISTS, *(["indicator"] if _asks_for_figures(criteria(view)) else [])]
    return {name: getattr(view, name) for name in names}


@query(dataset, viewed_day, filters, keep=200)
def matches(view: View) -> pd.DataFrame:
    """Tell which places below the view's province pass its filters.

    Returns
    -------
    DataFrame
        ``code``, ``parent_code``, ``level``, ``passes``, ``unknown`` (of ``indicators.filters.match``), a row per
        district and commune. Value and status are those of the view's indicator. Read only.
    """
    conditions, places = criteria(view), gazetteer.covered_places(view)
    places = places[places["level"].isin(BELOW)].reset_index(drop=True)
    places = places.assign(
        group=_groups(view.vintage).reindex(places["code"]).to_numpy(),
        districts=_districts(view.vintage, places),
    )
    places = places.merge(_figures(view, conditions), "left", on="code", validate="1:1")
    return pd.concat([places[["code", "parent_code", "level"]], match(places, conditions)], axis=1)


def _asks_for_figures(conditions: Criteria) -> bool:
    return bool({"value", "statuses"} & set(conditions.active))


@query()
def _groups(vintage: str) -> pd.Series:
    t = catalogue.tables()
    groups = area_groups(t.localities, t.succession)[t.localities["vintage"].eq(vintage)]
    return groups.set_axis(t.localities.loc[groups.index, "code"])


def _districts(vintage: str, places: pd.DataFrame) -> pd.Series:
    """List, for each place, its own code, its parent, and the former districts of its land."""
    links = catalogue.former_districts(vintage)
    former = links.groupby("from_code")["to_code"].agg(list).to_dict()
    codes = zip(places["code"], places["parent_code"], strict=True)
    return pd.Series([[code, parent, *former.get(code, [])] for code, parent in codes], places.index)


def _figures(view: View, conditions: Criteria) -> pd.DataFrame:
    """Return value and status of the places of both levels, if a filter is on them."""
    # The country shown by its provinces has no place below them.
    levels = [level for level in BELOW if gazetteer.covered_places(view)["level"].eq(level).any()]
    if not levels or not _asks_for_figures(conditions):
        return pd.DataFrame({"code": [], "value": [], "status": []}).astype({"code": "str"})
    parts = [indicator_rows.figures(replace(view, level=level)) for level in levels]
    return pd.concat([part[["code", "value", "status"]] for part in parts], ignore_index=True)


def left_out(view: View) -> frozenset[str]:
    """Return the codes of the places that the view's filters leave out; none if no filter is set."""
    if not criteria(view).active:
        return frozenset()
    passed = matches(view)
    return frozenset(passed.loc[~passed["passes"], "code"])


def passing(view: View, rows: pd.DataFrame, column: str = "locality") -> pd.DataFrame:
    """Return the rows of places that pass the view's filters; the rows of the province itself stay."""
    out = left_out(view)
    return rows[~rows[column].isin(list(out))] if out else rows


def mark_left_out(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``left_out`` to rows of ``indicator_rows.figures``: true for places that the filters leave out."""
    return rows.assign(left_out=rows["code"].isin(list(left_out(view))))
