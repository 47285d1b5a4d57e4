"""Tables on screen, each with its downloads as CSV and XLSX."""

from collections.abc import Callable
from typing import Any, Literal

import pandas as pd
import streamlit as st

from components import session
from components.watermark import marked
from data import exports
from upstream.streamlit_types import ExpanderContainer
from wording import known_day_texts, markdown, numbers
from wording import table_labels as words

# Media type of a workbook.
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table(
    frame: pd.DataFrame,
    headings: dict[str, str],
    key: str,
    *,
    kind: str,
    title: str,
    notes: list[str],
    config: dict[str, Any] | None = None,
    height: int | Literal["auto"] = "auto",
    scenario: str = "",
) -> None:
    """Show a frame under Vietnamese headings, with its downloads below.

    Parameters
    ----------
    frame : DataFrame
        One row per row of the table; at least the columns of `headings`.
    headings : dict
        Column → heading, in the order shown; other columns are not shown.
    key : str
        Unique on the page; also names the files.
    kind : str
        ``real`` or ``simulated``; a simulated table and its files carry a watermark.
    title, notes : str, list of str
        What the files say above the table: what is shown, as of when, from which sources.
    config : dict, optional
        ``st.column_config`` by column of the frame.
    height : int or "auto"
        Pixels on screen.
    scenario : str
        Name of the scenario of the figures, empty where they are none; the table and its files carry its watermark.
    """
    shown = frame[list(headings)]
    with marked(kind, key, scenario=bool(scenario)):
        st.dataframe(
            shown, hide_index=True, width="stretch", height=height, key=f"{key}.table", alt=title,
            placeholder=words.MISSING,
            column_config={**headings, **_column_config(shown, headings), **(config or {})},
        )  # fmt: skip
    downloads(
        shown.set_axis(list(headings.values()), axis=1),
        key,
        kind=kind,
        title=title,
        notes=notes,
        scenario=scenario,
    )


def lazy_expander(label: str, key: str, *, expanded: bool) -> ExpanderContainer:
    """Return an expander whose content is made only while it is open: ask its ``.open`` before filling it.

    Parameters
    ----------
    label : str
        Text of the expander.
    key : str
        Unique on the page.
    expanded : bool
        Whether it opens by itself.
    """
    # An expander that opens by itself has a key of its own: Streamlit would remember that the reader closed it.
    widget_key = f"{key}.expanded" if expanded else key
    return st.expander(markdown.plain(label), expanded=expanded, key=widget_key, on_change="rerun")


def _column_config(frame: pd.DataFrame, headings: dict[str, str]) -> dict[str, Any]:
    """Show days without hours, numbers in the format of the browser, and no number beside its own text.

    A number whose text is the column ``<name>_shown`` is in the files only.
    """
    days: dict[str, Any] = {
        name: st.column_config.DateColumn(headings[name], format="DD/MM/YYYY")
        for name in map(str, frame.select_dtypes("datetime"))
    }
    figures: dict[str, Any] = {
        name: st.column_config.NumberColumn(headings[name], format="localized")
        for name in map(str, frame.select_dtypes("float"))
    }
    return days | figures | {name: None for name in headings if f"{name}_shown" in headings}


def downloads(
    frame: pd.DataFrame, key: str, *, kind: str, title: str, notes: list[str], scenario: str = ""
) -> None:
    """Draw the downloads of a frame as CSV and XLSX; a file is made when it is asked for.

    Parameters
    ----------
    frame : DataFrame
        Under the headings of the table.
    key, kind, title, notes, scenario
        As of ``table``.
    """
    known, simulated = session.current().known, kind == "simulated"
    notes = [*notes, *([known_day_texts.STAMP.format(known=numbers.day(known))] if known else [])]
    with st.container(horizontal=True, key=f"{key}.downloads"):
        _button(
            words.CSV,
            lambda: exports.to_csv(frame, simulated=simulated, scenario=scenario),
            f"{key}.csv",
            "text/csv",
        )
        _button(
            words.XLSX, lambda: exports.to_xlsx(frame, title, notes, simulated=simulated, scenario=scenario),
            f"{key}.xlsx", XLSX,
        )  # fmt: skip


def _button(label: str, make: Callable[[], bytes], file: str, mime: str) -> None:
    st.download_button(
        markdown.plain(label), make, file_name=file, mime=mime, key=f"download.{file}", type="tertiary",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
