"""Momentum: how much each place changed in a year, whatever its value is."""

import pandas as pd
import plotly.graph_objects as go

from wording.chart_text import plain, plain_columns


def momentum(moves: pd.DataFrame, unit: str) -> go.Figure:
    """Draw one bar per place from zero, left for a fall and right for a rise.

    Parameters
    ----------
    moves : DataFrame
        One row per place, the first on top: ``name``, ``per_year`` (in the indicator's unit, never missing), ``text``
        (printed at the end), ``colour`` (hex).
    unit : str
        Unit on the axis.
    """
    figure = go.Figure()
    moves = plain_columns(moves, "name", "text")
    figure.add_bar(
        x=moves["per_year"], y=moves["name"], text=moves["text"], orientation="h", textposition="outside",
        textfont_size=16, cliponaxis=False, marker_color=moves["colour"], width=0.55,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )  # fmt: skip
    farthest = moves["per_year"].abs().max() or 1.0
    # Beyond the longest bar there is room for its text. Zero is always shown, because it tells falls from rises.
    low = min(0.0, moves["per_year"].min()) - 0.35 * farthest * (moves["per_year"].min() < 0)
    high = max(0.0, moves["per_year"].max()) + 0.35 * farthest * (moves["per_year"].max() >= 0)
    figure.update_layout(
        height=80 + 48 * len(moves), margin={"l": 8, "r": 8, "t": 8, "b": 40}, font_size=14, separators=",.",
        showlegend=False,
    )  # fmt: skip
    figure.update_xaxes(
        range=[low, high],
        title_text=plain(unit),
        title_font_size=14,
        tickfont_size=14,
        zeroline=True,
        zerolinewidth=2,
    )
    figure.update_yaxes(autorange="reversed", tickfont_size=15, automargin=True, title=None)
    return figure
