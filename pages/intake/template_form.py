"""The choice of a period and an area, and the workbook to fill in for them."""

from datetime import date

import pandas as pd
import streamlit as st

from components.data_table import XLSX
from data import clock, store
from data.intake import template
from data.intake.check import reporting_obligations
from data.intake.interpret import periods
from pages.intake import words
from queries import catalogue, gazetteer, lifetimes
from queries.query import query
from queries.view import View
from wording import markdown, template_texts
from wording.numbers import day, number

QUARTERS_OFFERED = 8


def template_form(view: View) -> None:
    """Draw the choice of period and area and the download of the workbook, or why there is none to fill in."""
    st.markdown(f"##### {words.STEP_TEMPLATE}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = _period_choice(view)
        parsed = periods.parse_period(period)
        if parsed is None:
            st.warning(markdown.fill(template_texts.UNKNOWN_PERIOD, period=period))
            return
        rows = _obligations(view.vintage, view.province, parsed.end)
        if rows.empty:
            province = gazetteer.names(view.vintage, view.province)[view.province]
            st.warning(markdown.fill(template_texts.NOTHING_OWED, area=province, period=period))
            return
        area = _area_choice(view, rows)
        st.download_button(
            words.TEMPLATE, lambda: _template(view.vintage, area, period), mime=XLSX, on_click="ignore",
            file_name=template.file_name(area, period), icon=":material/download:", key="intake.template",
        )  # fmt: skip
    rows = rows if area == view.province else rows[rows["locality"].eq(area)]
    count, places = number(len(rows)), number(rows["locality"].nunique())
    st.caption(markdown.fill(words.TEMPLATE_ROWS, count=count, places=places))


def _period_choice(view: View) -> str:
    chosen = st.selectbox(
        words.PERIOD, _quarters(view.vintage), format_func=_label, accept_new_options=True,
        placeholder=words.PERIOD_HELP, width=250, key=f"intake.period.{view.vintage}",
    )  # fmt: skip
    return chosen or ""


def _area_choice(view: View, rows: pd.DataFrame) -> str:
    places = rows.drop_duplicates("locality")
    names: dict[str, str] = dict(zip(places["locality"], places["name"], strict=True))
    return st.selectbox(
        words.AREA, list(names), format_func=names.__getitem__, width=300,
        key=f"intake.area.{view.vintage}.{view.province}",
    )  # fmt: skip


@query(keep=100)
def _obligations(vintage: str, province: str, end: date) -> pd.DataFrame:
    return reporting_obligations.obligations(catalogue.tables(), vintage, province, end)


def _template(vintage: str, area: str, period: str) -> bytes:
    return template.make_template(catalogue.tables(), store.observations(vintage), area, period, vintage)


def _quarters(vintage: str) -> list[str]:
    """Return the last quarters of a vintage that have ended, as "2025-06", the newest first."""
    first, last = lifetimes.lifetime(vintage)
    ends = pd.date_range(end=min(last, clock.now()), periods=QUARTERS_OFFERED, freq="QE")
    return [f"{end:%Y-%m}" for end in ends[::-1] if end > first]


def _label(period: str) -> str:
    parsed = periods.parse_period(period)
    return words.PERIOD_SHOWN.format(period=period, day=day(parsed.end)) if parsed else period
