"""Beeswarm: a dot per locality on the indicator's scale; the compared ones are marked and named."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures import words
from components.figures.trend import SERIES
from wording.chart_text import plain, plain_columns

# Columns in which dots are stacked, and the size of a dot (px). Beyond CROWD places dots are small, because thousands
# of large ones would be one grey area.
COLUMNS, DOT = 60, 11
CROWD, CROWD_COLUMNS, CROWD_DOT = 500, 180, 4


def beeswarm(places: pd.DataFrame, low: float, high: float, unit: str) -> go.Figure:
    """Draw all places of one indicator along its scale.

    Parameters
    ----------
    places : DataFrame
        One row per place: ``name``, ``value``, ``value_text``, ``marked`` (1, 2, … for the compared places in their
        order, 0 for the others). Places without a figure are not drawn; the caption says how many they are.
    low, high : float
        Ends of the fixed scale.
    unit : str
        Unit on the axis.
    """
    known = places[places["value"].notna()].sort_values("value", kind="stable")
    known = plain_columns(known, "name", "value_text")
    crowded = len(known) > CROWD
    columns, dot = (CROWD_COLUMNS, CROWD_DOT) if crowded else (COLUMNS, DOT)
    known = known.assign(height=heights(known["value"].to_numpy(), low, high, columns))
    rest, marked = known[known["marked"] == 0], known[known["marked"] > 0]
    figure = go.Figure()
    figure.add_scatter(
        **_dots(rest),
        marker={"size": dot, "color": "#9DB2C7", "line": {"width": 0 if crowded else 1, "color": "white"}},
    )
    figure.add_scatter(
        **_dots(marked) | {"mode": "markers+text"}, text=marked["name"], textfont_size=14,
        textposition=_beside(marked["value"].to_numpy(), low, high),
        marker={"size": 18, "color": [SERIES[(order - 1) % len(SERIES)] for order in marked["marked"]]},
    )  # fmt: skip
    figure.update_layout(
        height=240, margin={"l": 8, "r": 8, "t": 24, "b": 40}, showlegend=False, separators=",.", font_size=14
    )
    figure.update_xaxes(
        range=[low, high], title_text=plain(unit), title_font_size=14, tickfont_size=14, zeroline=False
    )
    figure.update_yaxes(
        visible=False, range=[-2.0, max(6.0, known["height"].max() + 2) if len(known) else 6.0]
    )
    return figure


def _beside(values: np.ndarray, low: float, high: float) -> list[str]:
    """Return where names are written: above and below in turn, because dots are close; inwards at the ends."""
    along = (values - low) / (high - low or 1)
    sides = np.select([along < 0.15, along > 0.85], ["right", "left"], "center")
    return [f"{'bottom' if place % 2 else 'top'} {side}" for place, side in enumerate(sides)]


def heights(values: np.ndarray, low: float, high: float, columns: int = COLUMNS) -> np.ndarray:
    """Return the height of each dot: 0 for the first of a column, 1 for the next, so that none hides another.

    Examples
    --------
    >>> heights(np.array([10.0, 10.1, 50.0]), 0, 100)
    array([0., 1., 0.])
    """
    column = pd.Series(np.floor((values - low) / (high - low or 1) * columns))
    return column.groupby(column).cumcount().to_numpy(dtype=float)


def _dots(places: pd.DataFrame) -> dict[str, Any]:
    """Return what both groups of dots share."""
    return {
        "x": places["value"],
        "y": places["height"],
        "mode": "markers",
        "customdata": places[["name", "value_text"]],
        "hovertemplate": words.DOT_HOVER + "<extra></extra>",
    }
