"""Reporting obligations: the figures that an area has to report for a period."""

from datetime import date, timedelta

import pandas as pd

from data.intake.interpret.periods import MONTHS
from data.loader import Tables


def obligations(tables: Tables, vintage: str, area: str, end: date) -> pd.DataFrame:
    """Return the figures that an area and the localities in it report for a period.

    Parameters
    ----------
    tables : Tables
        The register and the table ``expected``; its rows for simulated figures are left out.
    vintage, area : str
        The area that reports.
    end : date
        Last day of the period.

    Returns
    -------
    DataFrame
        Columns ``locality``, ``name``, ``indicator``, ``due``: the area first, then the localities in the order of the
        register, with their indicators in the order of the table. ``due`` says that a period of the required frequency
        ends on ``end``; the other figures may be sent, too.
    """
    units = reporting_units(tables, vintage, area)
    required = tables.expected[tables.expected["kind"].eq("real") & tables.expected["vintage"].eq(vintage)]
    day = pd.Timestamp(end)
    required = required[required["valid_from"].le(day) & ~required["valid_to"].lt(day)]
    required = required.assign(due=[_ends(frequency, end) for frequency in required["frequency"]])
    rows = units.merge(required[["level", "indicator", "due"]], on="level", validate="m:m")
    places, order = units["locality"].tolist(), tables.indicators["indicator"].tolist()
    ranks = rows["locality"].map(places.index), rows["indicator"].map(order.index)
    rows = rows.assign(place=ranks[0], rank=ranks[1]).sort_values(["place", "rank"])
    return rows[["locality", "name", "indicator", "due"]].reset_index(drop=True)


def reporting_units(tables: Tables, vintage: str, area: str) -> pd.DataFrame:
    """Return an area and all localities in it that report: ``locality``, ``name``, ``level``, ``parent_code``."""
    register = tables.localities[tables.localities["vintage"].eq(vintage)]
    register = register[register["mapped"] | register["code"].eq(area)].rename(columns={"code": "locality"})
    inside = [area]
    for code in inside:
        inside += register.loc[register["parent_code"].eq(code), "locality"].tolist()
    units = register.set_index("locality", drop=False).reindex(inside)
    return (
        units[["locality", "name", "level", "parent_code"]].dropna(subset="locality").reset_index(drop=True)
    )


def _ends(frequency: str, end: date) -> bool:
    following = end + timedelta(days=1)
    return following.day == 1 and (following.month - 1) % MONTHS[frequency] == 0
