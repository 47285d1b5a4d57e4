"""The parts of the page So sánh as they are drawn, in their order on the page."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import look_back, place_navigation, session
from components.bars import bars
from components.data_table import lazy_expander, table
from components.watermark import marked
from pages.compare import indicator_charts, words
from pages.compare.comparison_findings import finding, look_alikes, shared_line
from pages.compare.comparison_table import comparison_html
from pages.compare.level_frames import LEVEL, offered
from pages.compare.place_choice import LIMIT, choosable
from pages.compare.trend_rows import trend_rows
from queries import gazetteer, observations
from queries.query import query
from queries.view import View
from wording import indicator_texts, lists, markdown, navigation, numbers, pillars, reform_texts
from wording import table_labels as table_words
from wording.places import searchable_name

# Fewer dots than this are no distribution.
LEAST_DOTS = 4


def choices(view: View, codes: tuple[str, ...]) -> None:
    """Draw the choices of level, places and pillars."""
    here = choosable(view, codes)
    places = zip(here["code"].tolist(), here["short"].tolist(), strict=True)
    names = {code: searchable_name(short) for code, short in places}
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-choices"):
        st.segmented_control(
            navigation.LEVEL, place_navigation.levels(view), format_func=navigation.LEVELS.__getitem__, required=True,
            label_visibility="collapsed", **session.bind("level", then=_change_level),
        )  # fmt: skip
        st.multiselect(
            words.PLACES, list(names), format_func=names.__getitem__, max_selections=LIMIT, width=700,
            placeholder=words.PLACES_HINT, label_visibility="collapsed", wrap=True,
            filter_mode="contains", **session.bind("places", shown=codes),
        )  # fmt: skip
        st.multiselect(
            pillars.HEADING, list(pillars.NAMES), format_func=pillars.NAMES.__getitem__, placeholder=pillars.ALL,
            width=260, label_visibility="collapsed", **session.bind("pillars"),
        )  # fmt: skip


def _change_level(level: str) -> None:
    place_navigation.change_level(level)
    session.change(places=())


def look_alike_warnings(view: View, codes: tuple[str, ...]) -> None:
    """Warn of indicators that sound alike; several warnings are folded, because the figures come first."""
    warnings = look_alikes(view, codes)
    if len(warnings) == 1:
        st.warning(markdown.plain(warnings[0]), icon=":material/balance:")
    elif warnings:
        with st.expander(words.UNLIKE_MANY.format(count=len(warnings)), icon=":material/balance:"):
            st.warning(markdown.join("\n", [markdown.fill("- {text}", text=each) for each in warnings]))


def comparison_table(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw every indicator of the compared places; `rows` are those of ``comparison.compare``."""
    with marked(view.kind, "comparison"):
        st.markdown(markdown.plain(shared_line(view, rows, len(codes))))
        html, sources = comparison_html(view, codes, words.COMPARISON_ALT.format(names=_names(view, codes)))
        st.html(html)
        if sources:
            st.caption(markdown.plain(sources))
        day = numbers.day(observations.as_of(view))
        st.caption(markdown.fill(words.COMPARISON_CAPTION, day=day, kind=indicator_texts.KINDS[view.kind]))
        if gazetteer.by_commune(view):
            st.caption(words.NO_ORDER)


# Read four times in a run, for the texts that describe a chart.
@query(*LEVEL, keep=100)
def _names(view: View, codes: tuple[str, ...]) -> str:
    return lists.semicolon_list(offered(view).set_index("code")["short"].reindex(codes).tolist())


def indicator_detail(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the choice of one indicator, its finding and its charts."""
    indicators = dict(zip(rows["indicator"], rows["name_vi"], strict=True))
    st.selectbox(
        words.INDICATOR, list(indicators), format_func=indicators.__getitem__, label_visibility="collapsed",
        **session.bind("indicator", shown=view.indicator),
    )  # fmt: skip
    one = rows[rows["indicator"] == view.indicator]
    st.markdown(markdown.fill("##### {text}", text=finding(view, one)))
    levels(view, one, codes)
    st.markdown(f"##### {words.MOMENTUM}")
    momentum(view, one, codes)
    st.markdown(f"##### {words.TREND}")
    trend(view, one, codes)


def levels(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the levels of the places beside target and trajectory, and where they stand among all places.

    Parameters
    ----------
    view : View
        The page's, with the indicator that is shown.
    rows : DataFrame
        Of ``comparison.compare``, one indicator.
    codes : tuple of str
        The places, in their order.
    """
    with marked(view.kind, "level"):
        bars(indicator_charts.level_bars(view, codes), "levels", title=words.LEVEL_NOW)
    dots = indicator_charts.distribution(view, codes)
    known, about = int(dots["value"].notna().sum()), rows.iloc[0]
    texts = {"indicator": about["name_vi"], "unit": about["unit"], "kind": indicator_texts.KINDS[view.kind]}
    texts |= {
        "known": numbers.number(known),
        "total": numbers.number(len(dots)),
        "names": _names(view, codes),
    }
    if known < LEAST_DOTS:
        st.caption(markdown.fill(words.NO_SWARM, least=LEAST_DOTS, **texts))
        return
    with marked(view.kind, "swarm"):
        _chart(indicator_charts.beeswarm_chart(view, codes), "swarm", words.SWARM_ALT.format(**texts))
    st.caption(markdown.fill(words.SWARM_CAPTION, **texts))


def momentum(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the change of each place in a year, and the reason where it is unknown; parameters of ``levels``."""
    about = rows.iloc[0]
    chart, reasons = indicator_charts.momentum_chart(view, codes)
    if chart:
        alt = words.MOMENTUM_ALT.format(indicator=about["name_vi"], names=_names(view, codes))
        with marked(view.kind, "pace"):
            _chart(chart, "pace", alt)
        kind = indicator_texts.KINDS[view.kind]
        st.caption(markdown.fill(words.MOMENTUM_CAPTION, unit=about["unit"], kind=kind))
    if about["direction"] == "lower":
        st.caption(words.LOWER_IS_BETTER)
    if reasons:
        st.caption(markdown.join("  \n", reasons))


def trend(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the places over time, the reform of 1/7/2025 as a break; parameters of ``levels``."""
    about = rows.iloc[0]
    history = trend_rows(view, about["indicator"], codes)
    ends = history["period_end"].drop_duplicates().tolist()
    if len(ends) < 2:
        st.caption(words.ONE_PERIOD.format(day=numbers.day(ends[0])) if ends else words.NO_TREND)
        return
    alt = words.TREND_ALT.format(indicator=about["name_vi"], names=_names(view, codes))
    with marked(view.kind, "course"):
        _chart(indicator_charts.trend_chart(view, codes), "course", alt)
    day, kind = numbers.day(observations.as_of(view)), indicator_texts.KINDS[view.kind]
    caption = words.TREND_CAPTION.format(unit=about["unit"], kind=kind, day=day)
    st.caption(markdown.plain(caption + (reform_texts.CONTINUED_LINE if history["continued"].any() else "")))
    if not history["name"].duplicated().any():
        st.caption(words.NO_LINES)


def _chart(chart: go.Figure, key: str, alt: str) -> None:
    st.plotly_chart(chart, key=key, alt=alt, theme="streamlit", config={"displayModeBar": False})


def figures_table(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the table of all figures inside a fold; parameters of ``comparison_table``."""
    opened = lazy_expander(table_words.BEHIND, "compare-table", expanded=view.unfolded == "table")
    if opened.open:
        notes = [indicator_texts.KINDS[view.kind], look_back.as_of_text(view)]
        with opened:
            table(
                rows, words.HEADINGS, "so-sanh", kind=view.kind,
                title=words.TABLE_TITLE.format(names=_names(view, codes)), notes=notes,
                config={"value": None},  # the text of the figure stands beside it
            )  # fmt: skip
