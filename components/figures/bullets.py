"""Bullet bars: value as a solid bar, the trajectory's value today as a tick, the target as a line.

After Stephen Few's Bullet Graph Design Specification; the scale is the indicator's own, so that bars of
different dates and places can be compared.
"""

import pandas as pd
import plotly.graph_objects as go

from components.status import LOOKS
from wording import figures as words
from wording import numbers

ROW_HEIGHT = 30
BAR_WIDTH = 0.55


def bullets(rows: pd.DataFrame, low: float, high: float, unit: str, decimals: int) -> go.Figure:
    """Draw one bullet bar per row, the first row on top.

    Parameters
    ----------
    rows : DataFrame
        Columns ``label`` (unique), ``value``, ``expected``, ``target_value`` (numbers in `unit`, NaN where there is
        none), ``status``, ``qualifier``, ``why`` (one line for the tooltip).
    low, high : float
        Ends of the indicator's fixed scale.
    unit : str
        Unit printed after numbers.
    decimals : int
        Decimals of the source.

    Returns
    -------
    Figure
        Values and status are printed at the end of each row; a row without a figure has a hatched bed and says so.
    """
    figure = go.Figure()
    missing = rows["value"].isna()
    figure.add_bar(**_bars(rows[missing].assign(value=high - low), low), marker=_hatch(), hoverinfo="skip")
    figure.add_bar(**_bars(rows[~missing], low), marker_color=_colours(rows[~missing]), customdata=rows.loc[~missing, ["why"]],
                   hovertemplate="%{y}<br>%{customdata[0]}<extra></extra>")  # fmt: skip
    figure.add_scatter(**_marks(rows, "expected", "line-ns", 16, 3))
    figure.add_scatter(**_marks(rows, "target_value", "line-ns", 24, 5))
    figure.add_scatter(
        x=[high] * len(rows), y=rows["label"], text=[_end_of_row(row, unit, decimals) for row in rows.itertuples()],
        mode="text", textposition="middle right", textfont_size=15, hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip
    return _layout(figure, rows, low, high)


def _bars(rows: pd.DataFrame, low: float) -> dict:
    return {"x": rows["value"] - low, "y": rows["label"], "base": low, "orientation": "h", "width": BAR_WIDTH}


def _colours(rows: pd.DataFrame) -> list[str]:
    return [LOOKS[status].colour for status in rows["status"]]


def _hatch() -> dict:
    return {
        "color": "rgba(0,0,0,0)",
        "pattern": {"shape": "/", "fgcolor": LOOKS["no_data"].colour, "size": 6, "solidity": 0.25},
    }


def _marks(rows: pd.DataFrame, column: str, symbol: str, size: int, width: int) -> dict:
    known = rows[rows[column].notna()]
    return {
        "x": known[column],
        "y": known["label"],
        "mode": "markers",
        "marker": {"symbol": symbol, "size": size, "line": {"width": width, "color": _INK[column]}},
        "hovertemplate": words.MARK_HOVER[column] + "<extra></extra>",
    }


# The target is the darkest thing on the row, the trajectory a lighter tick: read from the back of the room.
_INK = {"expected": "#5B6B7B", "target_value": "#1F2A37"}


def _end_of_row(row: object, unit: str, decimals: int) -> str:
    look = LOOKS[row.status]
    if row.value != row.value:
        return f"  {look.label}"
    value = words.QUALIFIED[row.qualifier].format(value=numbers.quantity(row.value, unit, decimals))
    return f"  <b>{value}</b>  {look.label}"


def _layout(figure: go.Figure, rows: pd.DataFrame, low: float, high: float) -> go.Figure:
    figure.update_layout(
        height=ROW_HEIGHT * len(rows) + 40, barmode="overlay", showlegend=False, separators=",.",
        margin={"l": 8, "r": 260, "t": 4, "b": 28}, font_size=15,
    )  # fmt: skip
    figure.update_yaxes(categoryorder="array", categoryarray=rows["label"][::-1], tickfont_size=15, ticksuffix="  ")
    figure.update_xaxes(range=[low, high], fixedrange=True, tickfont_size=13, zeroline=False)
    return figure
