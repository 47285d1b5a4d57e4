"""Trends: what was reported, the trajectory it is judged by, the target, and every change of boundaries as a break."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures import words
from wording.vintage_names import short_day

MANY = 14
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
        ``name``, ``period_end``, ``value``, ``value_text`` (printed with its qualifier), ``source_title``.
        A single observation is drawn as a point: two points are needed before a line means anything. ``continued``,
        where it is there, marks figures that other units handed over: dashed and hollow, between ``low`` and ``high``.
    trajectory : DataFrame
        ``date``, ``value`` of the straight line from baseline to deadline; empty where there is none.
    unit : str
        Unit on the axis.
    decimals : int
        Decimals of the source.
    reforms : sequence of Timestamp
        Days on which boundaries changed; each is a line across the chart, whether or not there are figures beyond it.
    colours : mapping, optional
        Name → hex, so that a place keeps its colour from chart to chart; in order of appearance otherwise.
    """
    figure = go.Figure()
    for position, (name, line) in enumerate(history.groupby("name", sort=False)):
        colour = colours[name] if colours else SERIES[position % len(SERIES)]
        if "continued" in line and line["continued"].any():
            over = line["continued"].astype("bool")
            _line(figure, line[over], words.CONTINUED.format(name=name), colour, dashed=True)
            line = line[~over]
        _line(figure, line, str(name), colour)
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
        title_text=unit,
        title_font_size=14,
        tickformat=f",.{decimals}~f",
        rangemode="tozero",
        tickfont_size=14,
    )
    # Two figures a few weeks apart would otherwise read "09/2023" at every tick.
    days, months = (
        {"dtickrange": [None, "M1"], "value": "%d/%m/%Y"},
        {"dtickrange": ["M1", None], "value": "%m/%Y"},
    )
    figure.update_xaxes(tickformatstops=[days, months], tickfont_size=14)
    return figure


def _line(figure: go.Figure, line: pd.DataFrame, name: str, colour: str, *, dashed: bool = False) -> None:
    """Draw one line, or a point where that is all there is; a dashed one is told of under the chart."""
    if line.empty:
        return
    many = len(line) >= MANY
    hollow = {"color": "#FFFFFF", "line": {"width": 2, "color": colour}} if dashed else {"color": colour}
    # A dash between marks a month apart could not be told from a line.
    lines = "lines" if dashed and many else "lines+markers"
    figure.add_scatter(
        x=line["period_end"], y=line["value"], name=name, mode=lines if len(line) > 1 else "markers",
        marker={"size": 5 if many else 9, **hollow},
        line={"width": 3, "color": colour, "dash": "dash" if dashed else "solid"},
        error_y=_room(line) if dashed else None, customdata=line[["value_text", "source_title"]],
        hovertemplate=words.TREND_HOVER.format(name=name) + "<extra></extra>",
        legendgroup=colour, showlegend=not dashed,
    )  # fmt: skip


def _room(line: pd.DataFrame) -> dict[str, object] | None:
    """Draw what a continued figure lies between; an end that is open or unknown is left to its words."""
    if "low" not in line:
        return None
    up, down = line["high"] - line["value"], line["value"] - line["low"]
    closed = up.lt(float("inf")) & (up + down).gt(0)
    if not closed.any():
        return None
    bounds = {"array": up.where(closed), "arrayminus": down.where(closed)}
    return {"type": "data", "symmetric": False, "width": 4, "thickness": 1, **bounds}


def _mark(figure: go.Figure, day: pd.Timestamp, ends: pd.Series) -> None:
    """Draw the day of a reform, its words on the side where the chart has room."""
    figure.add_vline(x=day, line={"width": 1, "dash": "dash", "color": "#8C8C9E"})
    right = (day - ends.min()) > (max(ends.max(), day) - day)
    figure.add_annotation(
        x=day, y=1, yref="paper", text=words.REFORM.format(day=short_day(day)), showarrow=False,
        xanchor="right" if right else "left", font_size=14,
    )  # fmt: skip


def trajectory_points(expected: pd.DataFrame) -> pd.DataFrame:
    """Return ``date``, ``value`` of a target's line from one assessed row: baseline, then deadline.

    Without a baseline there is no line, because a start at 0 would be invented.
    """
    known = expected.dropna(subset=["baseline", "baseline_date", "target_value", "deadline"]).head(1)
    return pd.DataFrame(
        {
            "date": [*known["baseline_date"], *known["deadline"]],
            "value": [*known["baseline"], *known["target_value"]],
        }
    )
