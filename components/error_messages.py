"""Messages for what is wrong: what, where, what to do; never a traceback."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components import response_headers
from components.notice import notice
from data import clock
from data.loader import BrokenTables
from data.store import StoreRefusal
from geo.boundaries import BrokenBoundaries
from wording import markdown
from wording import shell_texts as words


def broken_tables(error: BrokenTables) -> None:
    """Show every problem of the tables: file, row, column, what was expected, what was found."""
    rows = [(p.file, p.row, p.column, p.expected, p.found, p.message) for p in error.problems]
    _show_problems(words.BROKEN_TABLES, words.BROKEN_TABLES_HELP, rows, words.TABLE_PROBLEM)


def broken_boundaries(error: BrokenBoundaries) -> None:
    """Show every problem of a boundary file: file, shape, code, what was found, what to do."""
    rows = [(p.file, p.feature, p.code, p.fault, p.remedy) for p in error.problems]
    _show_problems(words.BROKEN_BOUNDARIES, words.BROKEN_BOUNDARIES_HELP, rows, words.BOUNDARY_PROBLEM)


def store_refused(error: StoreRefusal) -> None:
    """Show why the store could not be read; its message says where and what to do."""
    st.error(
        markdown.fill(words.HEADED, heading=words.STORE_REFUSED, text=error), icon=":material/database_off:"
    )


def _show_problems(heading: str, help_: str, rows: Sequence[tuple[object, ...]], columns: list[str]) -> None:
    st.error(markdown.fill(words.HEADED, heading=heading, text=help_), icon=":material/error:")
    # As text, because a column of row numbers with a missing one would show 12.0.
    st.dataframe(pd.DataFrame(rows, columns=columns, dtype="str"), hide_index=True, width="stretch")


def script_failed(_error: Exception) -> bool:
    """Show that a page failed and that no figure is lost, also where a callback or a fragment did.

    Returns
    -------
    bool
        True, so that Streamlit shows no message of its own. It has written the details to the log.
    """
    help_ = words.UNEXPECTED_HELP.format(time=_now())
    st.error(markdown.fill(words.HEADED, heading=words.UNEXPECTED, text=help_), icon=":material/error:")
    return True


def server_failed(request: Request, _error: Exception) -> Response:
    """Answer a request that failed on the server; the details go to the log."""
    help_ = [line.format(time=_now()) for line in words.SERVER_FAILED_HELP]
    page = notice(words.SERVER_FAILED, help_)
    # This answer passes none of the application's layers, so it takes the headers here.
    return HTMLResponse(page, 500, headers=response_headers.headers(request.url.path))


def _now() -> str:
    return f"{clock.now():%H:%M %d/%m/%Y}"
