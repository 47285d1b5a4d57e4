"""Trends of a locality: a small chart for each indicator reported more than once, a card for each reported once."""

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import session
from components.data_table import lazy_expander, table
from components.figures.trend import trajectory_points, trend
from components.watermark import marked
from indicators.primary_target import primary_target
from pages.locality import words
from pages.locality.continued_table import continued_table
from pages.locality.table_notes import LINK, notes
from queries import assessments, histories, lifetimes, locality_figures
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import chart_text, indicator_texts, judgement, markdown, numbers, pillars, reform_texts
from wording import table_labels as table_words

CHART_COLUMNS = 3
# The wall screen enlarges the text in a chart, and the label of the target needs the width.
WALL_COLUMNS = 2


def trends(view: View) -> None:
    """Draw the choice of pillars, the charts, the cards, and a table of all figures behind a fold."""
    st.pills(
        pillars.HEADING, list(pillars.NAMES), format_func=pillars.NAMES.__getitem__, selection_mode="multi",
        help=words.EVERY_PILLAR, **session.bind("pillars"),
    )  # fmt: skip
    series, name = histories.trends(view), locality_figures.register_row(view)["name"]
    if not series:
        st.info(markdown.fill(words.NO_TREND, name=name), icon=":material/timeline:")
    columns = st.columns(WALL_COLUMNS if view.present else CHART_COLUMNS, gap="medium")
    for position, (last, past) in enumerate(series):
        with columns[position % len(columns)], marked(view.kind, f"trend-{last['indicator']}"):
            _trend(view, name, last, past)
    _cards(view)
    continued_table(view)
    if series:
        _every_figure(view, pd.concat([past for _, past in series]), name)


def _every_figure(view: View, rows: pd.DataFrame, name: str) -> None:
    folded = lazy_expander(table_words.BEHIND, "trends-table", expanded=view.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            rows, words.FIGURE_HEADINGS, "dien-bien-dia-phuong", kind=view.kind,
            title=words.TRENDS_TITLE.format(name=name), notes=notes(view), config={"address": LINK},
        )  # fmt: skip


def _trend(view: View, name: str, last: pd.Series, past: pd.DataFrame) -> None:
    first, count = past.iloc[0], len(past)
    st.markdown(markdown.fill("**{title}**", title=_title(view, last)))
    figure = _figure(replace(view, indicator=last["indicator"]))
    st.plotly_chart(
        figure, key=f"trend.{last['indicator']}", config={"displayModeBar": False}, theme="streamlit",
        alt=words.TREND_ALT.format(
            indicator=last["indicator_shown"], name=name, count=count, first=first["value_shown"],
            first_day=numbers.day(first["period_end"]), last=last["value_shown"],
            last_day=numbers.day(last["period_end"]),
        ),
    )  # fmt: skip
    caption = words.TREND_CAPTION.format(
        unit=last["unit"], count=count, value=last["value_shown"], period=last["period_shown"],
        source=last["source_shown"],
    )  # fmt: skip
    st.caption(markdown.plain(caption + (reform_texts.CONTINUED_LINE if past["continued"].any() else "")))


def _title(view: View, last: pd.Series) -> str:
    """Return how the indicator changed; its name alone for simulated figures and where no change can be computed."""
    moves = assessments.changes(view, last["indicator"])
    moves = moves[(moves["locality"] == locality_figures.code_of(view)) & moves["change_reason"].eq("")]
    if view.kind == "simulated" or moves.empty:
        return str(last["indicator_shown"])
    move = moves.iloc[0]
    return words.trend_title(
        last["indicator_shown"], move["change"], move["months"], last["unit"], int(last["decimals"])
    )


@query(*LOCALITY, keep=300)
def _figure(view: View) -> go.Figure:
    """Return the chart of the view's indicator; its answers are kept, because a figure of Plotly is slow to build."""
    past = histories.time_series(view).query("indicator == @view.indicator")
    past = past.assign(
        name=locality_figures.register_row(view)["name"],
        value_text=past["value_shown"],
        source_title=past["source_shown"],
    )
    judged = assessments.assessed(view, view.indicator)
    judged = primary_target(judged[judged["locality"] == view.locality])
    own = judged[judged["standing"] == "assigned"]
    unit, decimals = past["unit"].iloc[0], int(past["decimals"].iloc[0])
    figure = trend(past, trajectory_points(own), unit, decimals, lifetimes.reforms())
    # A single line needs a legend only where a trajectory is drawn beside it.
    figure.update_layout(height=260, showlegend=sum(each.showlegend is not False for each in figure.data) > 1)
    # In a small chart the label of the reform is at the bottom, because the label of the target is at the top.
    figure.update_annotations(y=0, yanchor="bottom")
    _target_line(figure, judged)
    return figure


def _target_line(figure: go.Figure, judged: pd.DataFrame) -> None:
    lines: Any = judged[judged["kind"].eq("value") & judged["target_value"].notna()].itertuples()
    for row in lines:
        colour = "#1B2733" if row.standing == "assigned" else "#8C8C9E"
        figure.add_hline(
            row.target_value, line={"width": 2, "dash": "dash", "color": colour},
            annotation={"text": indicator_texts.TARGET[row.standing].format(
                aim=chart_text.plain(judgement.aim(row.comparator, row.target_value, row.unit, int(row.decimals))),
                day=numbers.day(row.deadline),
            ), "font": {"size": 14}}, annotation_position="top left",
        )  # fmt: skip


def _cards(view: View) -> None:
    singles = histories.singles(view)
    if singles.empty:
        return
    st.markdown(words.SINGLE)
    with marked(view.kind, "singles"), st.container(horizontal=True, key="singles"):
        row: Any
        for row in singles.itertuples():
            with st.container(border=True, width=300):
                st.markdown(
                    markdown.fill(words.SINGLE_CARD, indicator=row.indicator_shown, value=row.value_shown)
                )
                caption = words.SINGLE_CAPTION.format(
                    day=numbers.day(row.period_end), source=row.source_shown
                )
                st.caption(markdown.plain(caption), help=markdown.plain(row.note) if row.continued else None)
                if row.continued:
                    st.caption(markdown.plain(row.origin_shown))
