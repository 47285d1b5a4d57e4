"""The reporting obligations of the places of a level, and those that are overdue, as frames."""

import pandas as pd

from pages.sources import words
from queries import assessments, catalogue, gazetteer, place_filter
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View


def obligations(view: View) -> pd.DataFrame:
    """Return the obligations of the places of the view's level that its quick filters let through.

    Returns
    -------
    DataFrame
        One row per place and core indicator, in the order of the screen: columns of ``coverage.coverage``, ``place``
        (short name), ``name_vi`` and ``look`` (key of ``obligation_matrix.SWATCHES``). An indicator that no place of
        the level reports is missing.
    """
    return place_filter.passing(view, _obligations(view))


@query(dataset, viewed_day, "level", "district", keep=50)
def _obligations(view: View) -> pd.DataFrame:
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    position = {code: number for number, code in enumerate(places["code"])}
    names = dict(zip(places["code"], places["short"], strict=True))
    indicators = catalogue.tables().indicators[["indicator", "name_vi"]]
    cells = assessments.covered(view).merge(indicators, on="indicator", validate="m:1")
    core = cells["indicator"].isin(catalogue.core_indicators())
    cells = cells[cells["locality"].isin(places["code"]) & core]
    late_by_proposal = cells["status"].eq("late") & cells["basis"].eq("proposed")
    cells = cells.assign(
        place=cells["locality"].map(names),
        position=cells["locality"].map(position),
        look=cells["status"].mask(late_by_proposal, "late_proposed"),
    )
    cells = cells.sort_values(["position", "indicator"], kind="stable")
    return cells.drop(columns="position").reset_index(drop=True)


def overdue(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``obligations`` whose figure is due and not reported, and the text ``basis_shown``.

    Those that have been missing longest come first.
    """
    late = cells[cells["status"].eq("late")].sort_values(["late_since", "place"], kind="stable")
    return late.assign(basis_shown=late["basis"].map(words.OBLIGATION_BASES))
