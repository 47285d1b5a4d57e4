"""Tables on screen, each with its CSV and XLSX to take away."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import session
from components.watermark import marked
from data import exports
from wording import known_day_texts, numbers
from wording import table_labels as words


def table(
    frame: pd.DataFrame,
    headings: dict[str, str],
    key: str,
    *,
    kind: str,
    title: str,
    notes: list[str],
    config: dict[str, Any] | None = None,
    height: int | str = "auto",
    scenario: str = "",
) -> None:
    """Show a frame under Vietnamese headings, with its downloads below.

    Parameters
    ----------
    frame : DataFrame
        At least the columns of `headings`.
    headings : dict
        Column → heading, in the order shown; other columns stay out.
    key : str
        Unique on the page; also names the files.
    kind : str
        ``real`` or ``simulated``; a simulated table and its files are marked.
    title, notes : str, list of str
        What the files say about themselves: what is shown, as of when, from where.
    config : dict, optional
        ``st.column_config`` by column of the frame.
    height : int or "auto"
        Pixels on screen.
    scenario : str
        Name of the scenario by which the figures are supposed; the table and its files are marked so, too.
    """
    shown = frame[list(headings)]
    with marked(kind, key, scenario=bool(scenario)):
        st.dataframe(
            shown, hide_index=True, width="stretch", height=height, key=f"{key}.table", alt=title,
            placeholder=words.MISSING,
            column_config={**headings, **_looks(shown, headings), **(config or {})},
        )  # fmt: skip
    downloads(
        shown.set_axis(list(headings.values()), axis=1),
        key,
        kind=kind,
        title=title,
        notes=notes,
        scenario=scenario,
    )


def fold(label: str, key: str, *, expanded: bool) -> DeltaGenerator:
    """Return a fold for tables that are made once it is open: ask ``.open`` before filling it.

    `key` is unique on the page. `expanded` opens it, as the key for tables or an empty page above it does.
    """
    # Under another name when it opens by itself: Streamlit remembers under the same one that it was closed.
    named = f"{key}.expanded" if expanded else key
    return st.expander(label, expanded=expanded, key=named, on_change="rerun")


def _looks(frame: pd.DataFrame, headings: dict[str, str]) -> dict[str, Any]:
    """Write days without hours, and numbers as the reader's browser does.

    A bare number whose text stands beside it is for the files alone.
    """
    days = {
        name: st.column_config.DateColumn(headings[name], format="DD/MM/YYYY")
        for name in frame.select_dtypes("datetime")
    }
    figures = {
        name: st.column_config.NumberColumn(headings[name], format="localized")
        for name in frame.select_dtypes("float")
    }
    return days | figures | {name: None for name in headings if f"{name}_shown" in headings}


def downloads(
    frame: pd.DataFrame, key: str, *, kind: str, title: str, notes: list[str], scenario: str = ""
) -> None:
    """Offer a frame as CSV and as XLSX; made only when asked for."""
    known, marks = session.current().known, {"simulated": kind == "simulated", "scenario": scenario}
    notes = [*notes, *([known_day_texts.STAMP.format(known=numbers.day(known))] if known else [])]
    with st.container(horizontal=True, key=f"{key}.downloads"):
        _button(
            words.CSV,
            lambda: exports.to_csv(frame, **marks),
            f"{key}.csv",
            "text/csv",
        )
        _button(
            words.XLSX,
            lambda: exports.to_xlsx(frame, title, notes, **marks),
            f"{key}.xlsx",
            XLSX,
        )


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _button(label: str, make: Callable[[], bytes], file: str, mime: str) -> None:
    st.download_button(
        label, make, file_name=file, mime=mime, key=f"download.{file}", type="tertiary",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
