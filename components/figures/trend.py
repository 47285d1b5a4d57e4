"""Trends: what was reported, the trajectory it is judged by, the target, and the reform of 1/7/2025 as a break."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from wording import figures as words

REFORM = "2025-07-01"
SERIES = ["#0B5CAD", "#C2570C", "#00785A", "#7A4FB5", "#9A1F5E"]


def trend(
    history: pd.DataFrame,
    trajectory: pd.DataFrame,
    unit: str,
    decimals: int,
    colours: Mapping[str, str] | None = None,
) -> go.Figure:
    """Draw one line per locality over time.

    Parameters
    ----------
    history : DataFrame
        ``name``, ``period_end``, ``value``, ``value_text`` (printed with its qualifier), ``source_title``.
        A single observation is drawn as a point: two points are needed before a line means anything.
    trajectory : DataFrame
        ``date``, ``value`` of the straight line from baseline to deadline; empty where there is none.
    unit : str
        Unit on the axis.
    decimals : int
        Decimals of the source.
    colours : mapping, optional
        Name → hex, so that a place keeps its colour from chart to chart; in order of appearance otherwise.
    """
    figure = go.Figure()
    for position, (name, line) in enumerate(history.groupby("name", sort=False)):
        colour = colours[name] if colours else SERIES[position % len(SERIES)]
        figure.add_scatter(
            x=line["period_end"], y=line["value"], name=name, mode="lines+markers" if len(line) > 1 else "markers",
            marker={"size": 9 if len(line) < 14 else 5, "color": colour}, line={"width": 3, "color": colour},
            customdata=line[["value_text", "source_title"]],
            hovertemplate=words.TREND_HOVER.format(name=name) + "<extra></extra>",
        )  # fmt: skip
    if len(trajectory):
        figure.add_scatter(
            x=trajectory["date"], y=trajectory["value"], name=words.TRAJECTORY, mode="lines",
            line={"width": 2, "dash": "dot", "color": "#5B6B7B"},
            hovertemplate=words.TRAJECTORY_HOVER + "<extra></extra>",
        )  # fmt: skip
    _mark_reform(figure, history)
    figure.update_layout(
        height=320, margin={"l": 8, "r": 8, "t": 8, "b": 8}, font_size=14, separators=",.", hovermode="closest",
        legend={"orientation": "h", "y": 1.12, "font": {"size": 14}}, showlegend=True,
    )  # fmt: skip
    figure.update_yaxes(title=unit, tickformat=f",.{decimals}~f", rangemode="tozero", tickfont_size=14)
    # Two figures a few weeks apart would otherwise read "09/2023" at every tick.
    days, months = (
        {"dtickrange": [None, "M1"], "value": "%d/%m/%Y"},
        {"dtickrange": ["M1", None], "value": "%m/%Y"},
    )
    figure.update_xaxes(tickformatstops=[days, months], tickfont_size=14)
    return figure


def _mark_reform(figure: go.Figure, history: pd.DataFrame) -> None:
    crosses = (
        len(history) and history["period_end"].min() < pd.Timestamp(REFORM) <= history["period_end"].max()
    )
    if crosses:
        figure.add_vline(x=REFORM, line={"width": 1, "dash": "dash", "color": "#8C8C9E"})
        figure.add_annotation(
            x=REFORM, y=1, yref="paper", text=words.REFORM, showarrow=False, xanchor="left", font_size=13
        )


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
