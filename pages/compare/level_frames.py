"""The places that may be compared and the frames of their figures, gathered from as many provinces as they lie in."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from queries import gazetteer, observations
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.validation import provinces_of
from queries.view import View

# What the figures of the compared places depend on.
LEVEL = (dataset, viewed_day, "level")
# What the dots of a level show of a figure.
SHOWN = ["value", "qualifier", "value_basis"]


def offered(view: View) -> pd.DataFrame:
    """Return the places that may be compared: one level of one vintage, inside the province.

    At the level of provinces it is all provinces, because these are compared with each other. Columns of
    ``gazetteer.places``.
    """
    if view.level != "province":
        return gazetteer.places(view.vintage, view.province, view.level)
    provinces = provinces_of(view.vintage)
    return pd.concat(
        [gazetteer.places(view.vintage, area, "province") for area in provinces], ignore_index=True
    )


def gather(view: View, ask: Callable[[View], pd.DataFrame], codes: tuple[str, ...]) -> pd.DataFrame:
    """Return what `ask` answers for the places of the view's level.

    Of the country's communes only the provinces that `codes` lie in are asked for, because all communes together are
    too many. Provinces are asked for as a whole country where one vintage holds it, else one by one.
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


def latest(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the figures in effect of the view's level, or of `codes` among the country's communes.

    Columns of ``observations.latest``.
    """
    return _latest(view, codes if gazetteer.by_commune(view) else ())


@query(*LEVEL, keep=50)
def _latest(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    return gather(view, observations.latest, codes)


def of_places(codes: tuple[str, ...], frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of some places."""
    return frame[frame["locality"].isin(codes)].reset_index(drop=True)


def figures_of_level(view: View, indicator: str) -> pd.DataFrame:
    """Return ``code``, ``short`` and one indicator's figure (``SHOWN``) for every place of the view's level."""
    figures = observations.latest(view, indicator) if gazetteer.by_commune(view) else latest(view, ())
    figures = figures.loc[figures["indicator"] == indicator, ["locality", *SHOWN]]
    places = offered(view)[["code", "short"]]
    return places.merge(figures, "left", left_on="code", right_on="locality", validate="1:1")
