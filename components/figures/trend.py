"""Trend: the figures of places over time, the trajectory to the target, and the days of reforms."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import words
from wording.chart_text import plain, plain_columns
from wording.vintage_names import short_day

# From so many points on they are small.
MANY = 14
# Colours of places, in their order.
SERIES = ["#0B5CAD", "#C2570C", "#00785A", "#7A4FB5", "#9A1F5E"]


def trend(
    history: pd.DataFrame,
    trajectory: pd.DataFrame,
    unit: str,
    decimals: int,
    reforms: Sequence[pd.Timestamp],
    colours: Mapping[str, str] | None = None,
) -> go.Figure:
    """Draw one line per locality over time.

    Parameters
    ----------
    history : DataFrame
        One row per observation: ``name``, ``period_end``, ``value``, ``value_text`` (with its qualifier) and
        ``source_title``; optionally ``continued`` with ``low`` and ``high``. A place with one observation is a point. A
        continued figure is computed from other units: dashed and hollow, with a bar from ``low`` to ``high``.
    trajectory : DataFrame
        ``date``, ``value`` of the straight line from baseline to deadline; empty where there is none.
    unit : str
        Unit on the axis.
    decimals : int
        Decimals of the source.
    reforms : sequence of Timestamp
        Days on which boundaries changed; each is a line across the chart.
    colours : mapping, optional
        Name → hex; without it ``SERIES`` in the order of appearance. With it a place has one colour on all charts.
    """
    figure = go.Figure()
    history = plain_columns(history, "value_text", "source_title")
    for position, (name, line) in enumerate(history.groupby("name", sort=False)):
        colour = colours[str(name)] if colours else SERIES[position % len(SERIES)]
        if "continued" in line and line["continued"].any():
            continued = line["continued"].astype("bool")
            _line(figure, line[continued], plain(words.CONTINUED.format(name=name)), colour, dashed=True)
            line = line[~continued]
        _line(figure, line, plain(str(name)), colour)
    if len(trajectory):
        figure.add_scatter(
            x=trajectory["date"], y=trajectory["value"], name=words.TRAJECTORY, mode="lines",
            line={"width": 2, "dash": "dot", "color": "#5B6B7B"},
            hovertemplate=words.TRAJECTORY_HOVER + "<extra></extra>",
        )  # fmt: skip
    for day in reforms if len(history) else ():
        _mark(figure, day, history["period_end"])
    figure.update_layout(
        height=320, margin={"l": 8, "r": 8, "t": 8, "b": 8}, font_size=14, separators=",.", hovermode="closest",
        legend={"orientation": "h", "y": 1.12, "font": {"size": 14}}, showlegend=True,
    )  # fmt: skip
    figure.update_yaxes(
        title_text=plain(unit),
        title_font_size=14,
        tickformat=f",.{decimals}~f",
        rangemode="tozero",
        tickfont_size=14,
    )
    # With months only, two figures of one month would have the same tick.
    days, months = (
        {"dtickrange": [None, "M1"], "value": "%d/%m/%Y"},
        {"dtickrange": ["M1", None], "value": "%m/%Y"},
    )
    figure.update_xaxes(tickformatstops=[days, months], tickfont_size=14)
    return figure


def _line(figure: go.Figure, line: pd.DataFrame, name: str, colour: str, *, dashed: bool = False) -> None:
    """Draw one line, or a point where there is one observation; a dashed one is not in the legend."""
    if line.empty:
        return
    many = len(line) >= MANY
    hollow = {"color": "#FFFFFF", "line": {"width": 2, "color": colour}} if dashed else {"color": colour}
    # Between points a month apart a dash would look like a line.
    lines = "lines" if dashed and many else "lines+markers"
    figure.add_scatter(
        x=line["period_end"], y=line["value"], name=name, mode=lines if len(line) > 1 else "markers",
        marker={"size": 5 if many else 9, **hollow},
        line={"width": 3, "color": colour, "dash": "dash" if dashed else "solid"},
        error_y=_error_bars(line) if dashed else None, customdata=line[["value_text", "source_title"]],
        hovertemplate=words.TREND_HOVER.format(name=name) + "<extra></extra>",
        legendgroup=colour, showlegend=not dashed,
    )  # fmt: skip


def _error_bars(line: pd.DataFrame) -> dict[str, Any] | None:
    """Return bars from ``low`` to ``high``; none for a figure with an open or unknown end, which its text says."""
    if "low" not in line:
        return None
    up, down = line["high"] - line["value"], line["value"] - line["low"]
    closed = up.lt(float("inf")) & (up + down).gt(0)
    if not closed.any():
        return None
    bounds = {"array": up.where(closed), "arrayminus": down.where(closed)}
    return {"type": "data", "symmetric": False, "width": 4, "thickness": 1, **bounds}


def _mark(figure: go.Figure, day: pd.Timestamp, ends: pd.Series) -> None:
    """Draw the day of a reform, its text on the side where the chart has more room."""
    figure.add_vline(x=day, line={"width": 1, "dash": "dash", "color": "#8C8C9E"})
    right = (day - ends.min()) > (max(ends.max(), day) - day)
    figure.add_annotation(
        x=day, y=1, yref="paper", text=words.REFORM.format(day=short_day(day)), showarrow=False,
        xanchor="right" if right else "left", font_size=14,
    )  # fmt: skip


def trajectory_points(expected: pd.DataFrame) -> pd.DataFrame:
    """Return the points of a target's trajectory from one assessed row.

    Parameters
    ----------
    expected : DataFrame
        Rows of ``assessments.assessed``; the first with a baseline and a target value is used.

    Returns
    -------
    DataFrame
        ``date``, ``value``: the baseline, then the deadline. Empty without a baseline, because a start at 0 would be
        invented.
    """
    known = expected.dropna(subset=["baseline", "baseline_date", "target_value", "deadline"]).head(1)
    return pd.DataFrame(
        {
            "date": [*known["baseline_date"], *known["deadline"]],
            "value": [*known["baseline"], *known["target_value"]],
        }
    )
