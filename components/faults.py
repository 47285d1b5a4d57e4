"""What the screen says when something is wrong: what, where, what to do; never a traceback."""

import logging
from datetime import datetime

import pandas as pd
import streamlit as st

from data.loader import BrokenTables
from wording import shell as words


def broken_tables(error: BrokenTables) -> None:
    """Show every problem of the tables: file, row, column, what was expected, what stands there."""
    st.error(f"**{words.BROKEN_TABLES}**\n\n{words.BROKEN_TABLES_HELP}", icon=":material/table_chart:")
    problems = pd.DataFrame(
        [(p.file, p.row, p.column, p.expected, p.found, p.message) for p in error.problems],
        columns=words.PROBLEM_COLUMNS,
    )
    st.dataframe(problems, hide_index=True, width="stretch")


def unexpected(error: Exception) -> None:
    """Keep the details for the log, and tell the room that its figures are safe."""
    logging.getLogger("dashboard").error("A page could not be drawn", exc_info=error)
    help_ = words.UNEXPECTED_HELP.format(time=f"{datetime.now():%H:%M %d/%m/%Y}")
    st.error(f"**{words.UNEXPECTED}**\n\n{help_}", icon=":material/error:")
