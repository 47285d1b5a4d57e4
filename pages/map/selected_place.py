"""The chosen place: its figure, where it stands, why, and the way to its own page."""

import pandas as pd
import streamlit as st

from components.explanation import draw_explanation
from components.page_links import link
from indicators.primary_target import primary_target
from pages.map import words
from queries import assessments, gazetteer, indicator_rows
from queries.view import View
from wording import judgement, numbers
from wording.statuses import LOOKS


def detail(view: View, rows: pd.DataFrame) -> None:
    """Draw the chosen place of `rows` (of ``picture.figures``), or say how to choose one."""
    chosen = rows[rows["code"] == view.locality]
    if chosen.empty:
        st.caption(words.NOTHING_CHOSEN)
        return
    row = chosen.iloc[0]
    with st.container(border=True, key="detail", gap="xsmall"):
        look = LOOKS[row["status"]]
        name = (
            row["short"] if gazetteer.by_commune(view) else row["name"]
        )  # of all communes, with its province
        st.markdown(words.CHOSEN.format(name=name, value=row["value_shown"], status=look.label))
        if row["source_shown"]:
            st.caption(words.SOURCE.format(period=row["period_shown"], source=row["source_shown"]))
        with st.container(horizontal=True):
            why(view, row)
            link("dia-phuong", words.OPEN, ":material/location_city:")


def why(view: View, row: pd.Series) -> None:
    """Draw the button that opens the working of the place's status."""
    led = primary_target(assessments.assessed(view, view.indicator))
    judged = led[led["locality"] == row["code"]]
    if judged.empty:
        st.caption(words.NO_TARGET)
        return
    with st.popover(words.WHY, icon=":material/calculate:"):
        draw_explanation(judged.iloc[0])


def ranking_note(view: View, rows: pd.DataFrame) -> None:
    """Say why there is no order, or how many places lack the figure."""
    order = indicator_rows.ranking(view)
    total = numbers.number(order.total)
    if order.reason:
        said = judgement.RANKING_WORDS[order.reason]
        st.caption(said.format(reported=numbers.number(order.reported), total=total))
    elif order.reported < order.total:
        st.caption(words.ABSENT.format(count=numbers.number(int(rows["value"].isna().sum())), total=total))
