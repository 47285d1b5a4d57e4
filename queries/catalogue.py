"""The checked tables of ``data/tables``, and what depends on them alone: indicators, links."""

import pandas as pd

from data import loader
from indicators import succession
from queries.query import query


@query()
def tables() -> loader.Tables:
    """Return the checked tables.

    Raises
    ------
    loader.BrokenTables
        If a table breaks its schema.
    """
    return loader.load_tables()


def indicator(name: str) -> pd.Series:
    """Return the row of one indicator; read only."""
    return _indicators()[name]


@query()
def _indicators() -> dict[str, pd.Series]:
    # A page asks for about 70 rows; a lookup in the frame takes half a millisecond.
    indicators = tables().indicators.set_index("indicator", drop=False)
    return {name: indicators.loc[name] for name in indicators.index}


@query()
def core_indicators() -> list[str]:
    """Return the indicators of maps, rankings and lists; read only."""
    indicators = tables().indicators
    return indicators.loc[indicators["tier"] == "core", "indicator"].tolist()


@query()
def links() -> pd.DataFrame:
    """Return the links between the units of any two vintages; columns of ``succession.every_link``."""
    return succession.every_link(tables().succession)


@query()
def former_districts(vintage: str) -> pd.DataFrame:
    """Return the former districts of each commune's land; columns of ``succession.former_districts``."""
    return succession.former_districts(tables().succession, tables().localities, vintage)
