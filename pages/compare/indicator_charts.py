"""The charts of one indicator of the comparison: levels, distribution, trend, momentum.

A chart takes 15 ms to build and is the same for everyone who looks at the same figures, so each is built once.
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import indicator_map
from components.bars import EncodedRows, encode_rows
from components.figures.beeswarm import beeswarm
from components.figures.momentum import momentum
from components.figures.trend import SERIES, trend
from pages.compare import words
from pages.compare.comparison import compare
from pages.compare.level_frames import LEVEL, figures_of_level
from pages.compare.trend_rows import trend_rows
from queries import lifetimes
from queries.query import query
from queries.view import View
from wording import figure_texts, judgement


def colours(codes: tuple[str, ...]) -> list[str]:
    """Return the colour of each compared place, the same in every chart of the page."""
    return [SERIES[position % len(SERIES)] for position in range(len(codes))]


def of_indicator(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of ``comparison.compare`` for the view's indicator, a row a place."""
    rows = compare(view, codes)
    return rows[rows["indicator"].eq(view.indicator)]


@query(*LEVEL, "indicator", keep=200)
def level_bars(view: View, codes: tuple[str, ...]) -> EncodedRows:
    """Return the bars of the places' levels as the browser gets them; read only."""
    rows = of_indicator(view, codes)
    return encode_rows(bar_rows(rows, codes, *scale(rows, distribution(view, codes))))


def bar_rows(rows: pd.DataFrame, codes: tuple[str, ...], low: float, high: float) -> pd.DataFrame:
    """Return the rows of ``components.bars.bars`` for one indicator on the scale from `low` to `high`."""
    along = {name: (rows[name] - low) / (high - low) for name in ("value", "expected", "target_value")}
    return pd.DataFrame(
        {
            "code": rows["locality"],
            "name": rows["short"],
            "value_text": rows["shown"].where(rows["has"], figure_texts.NO_FIGURE),
            "status": rows["status"],
            "colour": colours(codes),
            "share": along["value"],
            "expected": along["expected"],
            "target": along["target_value"],
            "why": rows["period_shown"],
        }
    )


@query(*LEVEL, "indicator", keep=200)
def distribution(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return every place of the level as a dot.

    Returns
    -------
    DataFrame
        ``name``, ``value``, ``value_text``, ``marked`` (1… for the compared places in their order, 0 for the others;
        of ``components.figures.beeswarm``). Read only.
    """
    about, figures = of_indicator(view, codes).iloc[0], figures_of_level(view, view.indicator)
    unit, decimals = about["unit"], int(about["decimals"])
    texts = [
        judgement.figure(value, unit, decimals, *marks) if pd.notna(value) else figure_texts.NO_FIGURE
        for value, *marks in zip(figures["value"], figures["qualifier"], figures["value_basis"], strict=True)
    ]
    order = {code: position for position, code in enumerate(codes, start=1)}
    marked = [order.get(code, 0) for code in figures["code"]]
    return pd.DataFrame(
        {"name": figures["short"], "value": figures["value"], "value_text": texts, "marked": marked}
    )


def scale(rows: pd.DataFrame, dots: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of the indicator's fixed scale; that of a count ends at the highest of all places and targets."""
    figures = pd.concat([rows[["value", "target_value", "expected"]], dots[["value"]]])
    return indicator_map.scale(rows["indicator"].iloc[0], figures)


@query(*LEVEL, "indicator", keep=200)
def beeswarm_chart(view: View, codes: tuple[str, ...]) -> go.Figure:
    """Return the distribution of all places of the level, the compared ones marked."""
    rows, dots = of_indicator(view, codes), distribution(view, codes)
    low, high = scale(rows, dots)
    return beeswarm(dots, low, high, rows["unit"].iloc[0])


@query(*LEVEL, "indicator", keep=200)
def trend_chart(view: View, codes: tuple[str, ...]) -> go.Figure:
    """Return the compared places over time, with a mark on the day of each reform."""
    rows, history = of_indicator(view, codes), trend_rows(view, view.indicator, codes)
    about = rows.iloc[0]
    named = dict(zip(rows["short"], colours(codes), strict=True))
    return trend(history, pd.DataFrame(), about["unit"], int(about["decimals"]), lifetimes.reforms(), named)


@query(*LEVEL, "indicator", keep=200)
def momentum_chart(view: View, codes: tuple[str, ...]) -> tuple[go.Figure | None, list[str]]:
    """Return the chart of the places whose change in a year is known, and the reason for each other place."""
    rows = of_indicator(view, codes).assign(colour=colours(codes))
    known = rows["change_reason"].eq("") & rows["per_year"].notna()
    reasons = [_why_unknown(row) for row in rows[~known].to_dict("records")]
    return (_momentum(rows[known]) if known.any() else None), reasons


def _momentum(rows: pd.DataFrame) -> go.Figure:
    unit, decimals = rows["unit"].iloc[0], int(rows["decimals"].iloc[0])
    texts = [_signed(each, unit, decimals) for each in rows["per_year"]]
    return momentum(rows.assign(name=rows["short"], text=texts), unit)


def _signed(value: float, unit: str, decimals: int) -> str:
    sign = "+" if round(value, decimals) > 0 else ""
    return words.MOMENTUM_VALUE.format(sign=sign, value=judgement.difference(value, unit, decimals))


def _why_unknown(row: dict[Any, Any]) -> str:
    reason = row["change_reason"] if isinstance(row["change_reason"], str) else "no_observation"
    return words.NO_MOMENTUM.format(place=row["short"], reason=judgement.PACE_WORDS[reason])
