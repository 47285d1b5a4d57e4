"""One indicator of the comparison seen closely: level, distribution, course, momentum, each in a chart of its own."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import indicator_map
from components.bars import EncodedRows, bars, encode_rows
from components.figures.beeswarm import beeswarm
from components.figures.momentum import momentum
from components.figures.trend import trend
from components.watermark import marked
from pages.compare import comparison, words
from pages.compare.comparison import LEVEL
from queries import lifetimes, observations
from queries.query import query
from queries.view import View
from wording import indicator_texts as picture_words
from wording import judgement, numbers

# Fewer dots than this are no distribution.
LEAST_DOTS = 4
# What a chart of one indicator depends on: kind, vintage, province, level and day; the indicator; the places.
CHART = {"config": {"displayModeBar": False}, "theme": "streamlit"}


def one_indicator(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of ``comparison.compare`` for the view's indicator, a row a place."""
    rows = comparison.compare(view, codes)
    return rows[rows["indicator"].eq(view.indicator)]


def level(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw where the places stand on one indicator, beside its target and trajectory, and among all places.

    Parameters
    ----------
    view : View
        Of the page.
    rows : DataFrame
        Of ``comparison.compare``, one indicator.
    codes : tuple of str
        The places, in their order.
    """
    everyone = among(view, codes)
    with marked(view.kind, "level"):
        bars(_levels(view, codes), "levels", title=words.LEVEL_NOW)
    known, unit = everyone["value"].notna().sum(), rows["unit"].iloc[0]
    said = {"indicator": rows["name_vi"].iloc[0], "unit": unit}
    said |= {"known": numbers.number(known), "total": numbers.number(len(everyone))}
    said |= {"kind": picture_words.KINDS[view.kind], "names": judgement.listed(rows["short"])}
    if known < LEAST_DOTS:
        st.caption(words.NO_SWARM.format(least=LEAST_DOTS, **said))
        return
    with marked(view.kind, "swarm"):
        drawn = _swarm(view, codes)
        st.plotly_chart(drawn, key="swarm", alt=words.SWARM_ALT.format(**said), **CHART)
    st.caption(words.SWARM_CAPTION.format(**said))


@query(*LEVEL, "indicator", keep=200)
def _levels(view: View, codes: tuple[str, ...]) -> EncodedRows:
    rows = one_indicator(view, codes)
    return encode_rows(level_rows(rows, codes, *scale(rows, among(view, codes))))


def level_rows(rows: pd.DataFrame, codes: tuple[str, ...], low: float, high: float) -> pd.DataFrame:
    """Return the rows of ``components.bars.bars`` for one indicator of the compared places."""
    along = {name: (rows[name] - low) / (high - low) for name in ("value", "expected", "target_value")}
    return pd.DataFrame(
        {
            "code": rows["locality"],
            "name": rows["short"],
            "value_text": rows["shown"].where(rows["has"], words.NO_FIGURE),
            "status": rows["status"],
            "colour": comparison.colours(codes),
            "share": along["value"],
            "expected": along["expected"],
            "target": along["target_value"],
            "why": rows["period_shown"],
        }
    )


@query(*LEVEL, "indicator", keep=200)
def among(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return ``name``, ``value``, ``value_text``, ``marked`` of every place of the level, a line each; read only."""
    about, now = one_indicator(view, codes).iloc[0], comparison.standing(view, view.indicator)
    order = {code: position for position, code in enumerate(codes, start=1)}
    text = [
        judgement.figure(value, about["unit"], int(about["decimals"]), said)
        if value == value
        else words.NO_FIGURE
        for value, said in zip(now["value"], now["qualifier"], strict=True)
    ]
    placed = [order.get(code, 0) for code in now["code"]]
    return pd.DataFrame({"name": now["short"], "value": now["value"], "value_text": text, "marked": placed})


def scale(rows: pd.DataFrame, everyone: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of the indicator's fixed scale; a count's end is the highest of all places and targets."""
    found = pd.concat([rows[["value", "target_value", "expected"]], everyone[["value"]]])
    return indicator_map.scale(rows["indicator"].iloc[0], found)


def course(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw the compared places over time, the reform of 1/7/2025 as a break."""
    history = comparison.history(view, rows["indicator"].iloc[0], codes)
    if history["period_end"].nunique() < 2:
        ends = [numbers.day(each) for each in history["period_end"].unique()]
        st.caption(words.ONE_PERIOD.format(day=ends[0]) if ends else words.NO_TREND)
        return
    about = rows.iloc[0]
    drawn = _course(view, codes)
    alt = words.TREND_ALT.format(indicator=about["name_vi"], names=judgement.listed(rows["short"]))
    with marked(view.kind, "course"):
        st.plotly_chart(drawn, key="course", alt=alt, **CHART)
    said = {"kind": picture_words.KINDS[view.kind], "day": numbers.day(observations.as_of(view))}
    over = words.CONTINUED_LINE if history["continued"].any() else ""
    st.caption(words.TREND_CAPTION.format(unit=about["unit"], **said) + over)
    if not history["name"].duplicated().any():
        st.caption(words.NO_LINES)


def pace(view: View, rows: pd.DataFrame, codes: tuple[str, ...]) -> None:
    """Draw how far each place moves in a year, apart from where it stands; where that is unknown, say why."""
    about = rows.iloc[0]
    drawn, unmoved = _paces(view, codes)
    if drawn:
        alt = words.MOMENTUM_ALT.format(indicator=about["name_vi"], names=judgement.listed(rows["short"]))
        with marked(view.kind, "pace"):
            st.plotly_chart(drawn, key="pace", alt=alt, **CHART)
        said = {"unit": about["unit"], "kind": picture_words.KINDS[view.kind]}
        st.caption(words.MOMENTUM_CAPTION.format(**said))
    if about["direction"] == "lower":
        st.caption(words.LOWER_IS_BETTER)
    if unmoved:
        st.caption("  \n".join(unmoved))


# A chart costs 15 ms to put together and is the same for everyone who looks at the same figures.
@query(*LEVEL, "indicator", keep=200)
def _swarm(view: View, codes: tuple[str, ...]) -> go.Figure:
    rows, everyone = one_indicator(view, codes), among(view, codes)
    low, high = scale(rows, everyone)
    return beeswarm(everyone, low, high, rows["unit"].iloc[0])


@query(*LEVEL, "indicator", keep=200)
def _course(view: View, codes: tuple[str, ...]) -> go.Figure:
    rows, history = one_indicator(view, codes), comparison.history(view, view.indicator, codes)
    about = rows.iloc[0]
    named = dict(zip(rows["short"], comparison.colours(codes), strict=True))
    return trend(history, pd.DataFrame(), about["unit"], int(about["decimals"]), lifetimes.reforms(), named)


@query(*LEVEL, "indicator", keep=200)
def _paces(view: View, codes: tuple[str, ...]) -> tuple[go.Figure | None, list[str]]:
    """Draw the places whose pace is known, and say of the others why it isn't."""
    rows = one_indicator(view, codes).assign(colour=comparison.colours(codes))
    known = rows["change_reason"].eq("") & rows["per_year"].notna()
    unmoved = rows.loc[~known, ["short", "change_reason"]].to_dict("records")
    drawn = _momentum(rows[known]) if known.any() else None
    return drawn, [_why_unmoved(row) for row in unmoved]


def _momentum(moved: pd.DataFrame) -> go.Figure:
    unit, decimals = moved["unit"].iloc[0], int(moved["decimals"].iloc[0])
    text = [_signed(each, unit, decimals) for each in moved["per_year"]]
    return momentum(moved.assign(name=moved["short"], text=text), unit)


def _signed(value: float, unit: str, decimals: int) -> str:
    sign = "+" if round(value, decimals) > 0 else ""
    return words.MOMENTUM_VALUE.format(sign=sign, value=judgement.difference(value, unit, decimals))


def _why_unmoved(row: dict) -> str:
    reason = row["change_reason"] if isinstance(row["change_reason"], str) else "no_observation"
    return words.NO_MOMENTUM.format(place=row["short"], reason=judgement.PACE_WORDS[reason])


def unlike(warnings: list[str]) -> None:
    """Warn of look-alike indicators; more than one are folded, because the figures come first."""
    if len(warnings) == 1:
        st.warning(warnings[0], icon=":material/balance:")
    elif warnings:
        with st.expander(words.UNLIKE_MANY.format(count=len(warnings)), icon=":material/balance:"):
            st.warning("\n".join(f"- {each}" for each in warnings))


def with_shown_indicator(view: View, rows: pd.DataFrame) -> View:
    """Return the view with an indicator that is among `rows`; another page may have looked at one that is not."""
    names = rows["indicator"]
    return view if names.empty or view.indicator in set(names) else replace(view, indicator=names.iloc[0])
