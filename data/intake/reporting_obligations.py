"""Which figures an area owes for a period: what a template asks for, and what a file may lack."""

from datetime import date, timedelta

import pandas as pd

from data.intake.periods import MONTHS
from data.loader import Tables


def obligations(tables: Tables, vintage: str, area: str, end: date) -> pd.DataFrame:
    """List what an area and the localities in it report for a period.

    Parameters
    ----------
    tables : Tables
        The register and the table ``expected``; duties of the simulated set are nobody's.
    vintage, area : str
        Whose figures.
    end : date
        Last day of the period.

    Returns
    -------
    DataFrame
        ``locality``, ``name``, ``indicator``, ``due``: the areas of the register's order, the area first, their
        indicators in the order of the table. ``due`` says that a period of the duty's frequency ends on ``end``; the
        other figures may be sent all the same.
    """
    here = reporting_units(tables, vintage, area)
    asked = tables.expected[tables.expected["kind"].eq("real") & tables.expected["vintage"].eq(vintage)]
    day = pd.Timestamp(end)
    asked = asked[asked["valid_from"].le(day) & ~asked["valid_to"].lt(day)]
    asked = asked.assign(due=[_ends(frequency, end) for frequency in asked["frequency"]])
    rows = here.merge(asked[["level", "indicator", "due"]], on="level", validate="m:m")
    places, order = here["locality"].tolist(), tables.indicators["indicator"].tolist()
    ranks = rows["locality"].map(places.index), rows["indicator"].map(order.index)
    rows = rows.assign(place=ranks[0], rank=ranks[1]).sort_values(["place", "rank"])
    return rows[["locality", "name", "indicator", "due"]].reset_index(drop=True)


def reporting_units(tables: Tables, vintage: str, area: str) -> pd.DataFrame:
    """List an area and everything in it that reports: ``locality``, ``name``, ``level``, ``parent_code``."""
    register = tables.localities[tables.localities["vintage"].eq(vintage)]
    register = register[register["mapped"] | register["code"].eq(area)].rename(columns={"code": "locality"})
    inside = [area]
    for code in inside:
        inside += register.loc[register["parent_code"].eq(code), "locality"].tolist()
    found = register.set_index("locality", drop=False).reindex(inside)
    return (
        found[["locality", "name", "level", "parent_code"]].dropna(subset="locality").reset_index(drop=True)
    )


def _ends(frequency: str, end: date) -> bool:
    following = end + timedelta(days=1)
    return following.day == 1 and (following.month - 1) % MONTHS[frequency] == 0
