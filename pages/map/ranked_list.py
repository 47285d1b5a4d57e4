"""The ranked list beside the map: every place, or both ends of an order that is too long to be read."""

import pandas as pd

from components import indicator_map
from components.bars import EncodedRows, encode_rows
from pages.map import words
from queries import indicator_rows, place_filter
from queries.indicator_rows import ONE_INDICATOR
from queries.query import query
from queries.view import View
from wording import numbers

# A province has some 120 communes and is listed whole. Of a longer order each end is listed.
LONGEST, END = 300, 100


@query(*ONE_INDICATOR, place_filter.filters, "colour", "locality", keep=100)
def ranked_bars(view: View) -> tuple[EncodedRows, str]:
    """Return the bars of the view's places as the browser gets them, and the note of ``bar_rows``; read only."""
    rows, note = bar_rows(view, place_filter.mark_left_out(view, indicator_rows.figures(view)))
    return encode_rows(rows), note


def bar_rows(view: View, rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return the rows to list and, of a long order, a note that says how many places are not listed.

    Parameters
    ----------
    view : View
        Its selected place is always listed.
    rows : DataFrame
        Of ``indicator_rows.figures``, marked by ``place_filter.mark_left_out``.

    Returns
    -------
    tuple
        Rows of ``components.bars.bars`` in the order of `rows`; the note, "" where all are listed.
    """
    if len(rows) <= LONGEST:
        return indicator_map.bar_rows(view, rows), ""
    known = int(rows["value"].notna().sum())  # places without a figure come last
    position = pd.Series(range(len(rows)), rows.index)
    first, last = position.lt(END), position.between(max(known - END, END), known - 1)
    chosen = rows["code"].isin([view.locality])
    section = pd.Series(words.CHOSEN_SECTION, rows.index)
    section = section.mask(first, words.FIRST_SECTION).mask(last, words.LAST_SECTION)
    ends = rows[first | last | chosen]
    bars = indicator_map.bar_rows(view, ends).assign(section=section)
    counts = {"shown": numbers.number(len(ends)), "total": numbers.number(len(rows))}
    return bars, (words.ENDS if last.any() else words.START).format(**counts)
