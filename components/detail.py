"""The chosen place: its figure, where it stands, why, and the way to its own page."""

import pandas as pd
import streamlit as st

from components import facts, picture
from components.view import View
from components.working import explain
from indicators.lead import lead
from wording import judgement
from wording import map_page as words


def detail(looked: View, rows: pd.DataFrame) -> None:
    """Draw the chosen place of `rows` (of ``picture.figures``), or say how to choose one."""
    chosen = rows[rows["code"] == looked.locality]
    if chosen.empty:
        st.caption(words.NOTHING_CHOSEN)
        return
    row = chosen.iloc[0]
    with st.container(border=True, key="detail"):
        st.markdown(
            words.CHOSEN.format(name=row["name"], value=row["value_shown"], period=row["period_shown"])
        )
        if row["source_shown"]:
            st.caption(words.SOURCE.format(source=row["source_shown"]))
        led = lead(facts.assessed(looked, looked.indicator))
        for _, each in led[led["locality"] == row["code"]].iterrows():
            explain(each)
        if row["status"] == "no_target":
            st.caption(words.NO_TARGET)
        st.page_link("pages/locality.py", label=words.OPEN, icon=":material/location_city:")


def ranking_note(looked: View, rows: pd.DataFrame) -> None:
    """Say why there is no order, or how many places lack the figure."""
    order = picture.ranking(looked)
    if order.reason:
        st.caption(judgement.RANKING_WORDS[order.reason].format(reported=order.reported, total=order.total))
    elif order.reported < order.total:
        st.caption(words.ABSENT.format(count=int(rows["value"].isna().sum()), total=order.total))
