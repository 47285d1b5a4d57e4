"""The selected place: its figure, its status with the working, and the link to its own page."""

import pandas as pd
import streamlit as st

from components.explanation import draw_explanation
from components.page_links import link
from indicators.primary_target import primary_target
from pages.map import words
from queries import assessments, gazetteer, indicator_rows
from queries.view import View
from wording import judgement, markdown, numbers
from wording.statuses import LOOKS


def selected_place(view: View, rows: pd.DataFrame) -> None:
    """Draw the selected place of `rows` (of ``indicator_rows.figures``), or say how to select one."""
    selected = rows[rows["code"] == view.locality]
    if selected.empty:
        st.caption(words.NOTHING_CHOSEN)
        return
    row = selected.iloc[0]
    # Among all communes of the country a name alone is ambiguous; the short name holds the province.
    name = row["short"] if gazetteer.by_commune(view) else row["name"]
    status = LOOKS[row["status"]].label
    with st.container(border=True, key="detail", gap="xsmall"):
        st.markdown(markdown.fill(words.CHOSEN, name=name, value=row["value_shown"], status=status))
        if row["source_shown"]:
            st.caption(markdown.fill(words.SOURCE, period=row["period_shown"], source=row["source_shown"]))
        with st.container(horizontal=True):
            _working(view, row["code"])
            link("dia-phuong", words.OPEN, ":material/location_city:")


def _working(view: View, code: str) -> None:
    """Draw the button that opens the working of the place's status."""
    primary = primary_target(assessments.assessed(view, view.indicator))
    assessed = primary[primary["locality"] == code]
    if assessed.empty:
        st.caption(judgement.NO_TARGET)
        return
    with st.popover(words.WHY, icon=":material/calculate:"):
        draw_explanation(assessed.iloc[0])


def ranking_note(view: View, rows: pd.DataFrame) -> None:
    """Say why there is no ranking, or how many places have no figure."""
    ranking = indicator_rows.ranking(view)
    total = numbers.number(ranking.total)
    if ranking.reason:
        template = judgement.RANKING_WORDS[ranking.reason]
        st.caption(markdown.fill(template, reported=numbers.number(ranking.reported), total=total))
    elif ranking.reported < ranking.total:
        count = int(rows["value"].isna().sum())
        st.caption(markdown.fill(words.ABSENT, count=numbers.number(count), total=total))
