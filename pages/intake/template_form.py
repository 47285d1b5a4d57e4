"""The workbook to fill in: for which period, for whom."""

from datetime import date

import pandas as pd
import streamlit as st

from components.data_table import XLSX
from data import clock, store
from data.intake import periods, reporting_obligations, template
from pages.intake import words
from queries import catalogue, gazetteer, lifetimes
from queries.query import query
from queries.view import View
from wording import template_texts as template_words
from wording.numbers import day, number

PERIODS = 8


def asking(view: View) -> None:
    """Offer the workbook of a period and an area of the view's province."""
    st.markdown(f"##### {words.STEP_TEMPLATE}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = st.selectbox(
            words.PERIOD, _quarters(view.vintage), format_func=_told, accept_new_options=True,
            placeholder=words.PERIOD_HELP, width=250, key=f"intake.period.{view.vintage}",
        )  # fmt: skip
        until = periods.parse_period(period or "")
        if until is None:
            st.warning(template_words.UNKNOWN_PERIOD.format(period=period))
            return
        owed = _owed(view.vintage, view.province, until.end)
        names = owed.drop_duplicates("locality").set_index("locality")["name"].to_dict()
        if not names:
            province = gazetteer.names(view.vintage, view.province)[view.province]
            st.warning(template_words.NOTHING_OWED.format(area=province, period=period))
            return
        area = st.selectbox(
            words.AREA, list(names), format_func=names.get, width=300,
            key=f"intake.area.{view.vintage}.{view.province}",
        )  # fmt: skip
        st.download_button(
            words.TEMPLATE, lambda: _made(view.vintage, area, str(period)), mime=XLSX, on_click="ignore",
            file_name=template.file_name(area, str(period)), icon=":material/download:", key="intake.template",
        )  # fmt: skip
    rows = owed if area == view.province else owed[owed["locality"].eq(area)]
    count, places = number(len(rows)), number(rows["locality"].nunique())
    st.caption(words.TEMPLATE_ROWS.format(count=count, places=places))


@query(keep=100)
def _owed(vintage: str, province: str, end: date) -> pd.DataFrame:
    return reporting_obligations.obligations(catalogue.tables(), vintage, province, end)


def _made(vintage: str, area: str, period: str) -> bytes:
    return template.make_template(catalogue.tables(), store.observations(vintage), area, period, vintage)


def _quarters(vintage: str) -> list[str]:
    """The last quarters of a vintage that have ended, newest first."""
    first, last = lifetimes.lifetime(vintage)
    ends = pd.date_range(end=min(last, clock.now()), periods=PERIODS, freq="QE")
    return [f"{end:%Y-%m}" for end in ends[::-1] if end > first]


def _told(period: str) -> str:
    until = periods.parse_period(period)
    return words.PERIOD_SHOWN.format(period=period, day=day(until.end)) if until else period
