"""The ranked list beside a map: every place, or both ends of an order too long to be read."""

import pandas as pd

from components import indicator_map
from components.bars import EncodedRows, encode_rows
from pages.map import words
from queries import indicator_rows, place_filter
from queries.indicator_rows import ONE_INDICATOR
from queries.query import query
from queries.view import View
from wording import numbers

# A province has some 120 communes; of longer lists only the ends are asked for.
LONGEST, END = 300, 100


@query(*ONE_INDICATOR, place_filter.filters, "colour", "locality", keep=100)
def ranked(view: View) -> tuple[EncodedRows, str]:
    """Return the rows of ``components.bars.bars`` as they are sent, and what to say of those not among them; read only.

    The rows are those of ``indicator_rows.figures``, marked by the view's filters, in their order. The chosen place
    is always listed.
    """
    rows, cut = listed(view, place_filter.mark_left_out(view, indicator_rows.figures(view)))
    return encode_rows(rows), cut


def listed(view: View, rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return what ``ranked`` writes: the rows of ``picture.bar_rows``, of a long list both ends; as there."""
    if len(rows) <= LONGEST:
        return indicator_map.bar_rows(view, rows), ""
    known = int(rows["value"].notna().sum())  # what is missing comes last
    position = pd.Series(range(len(rows)), rows.index)
    first, last = position.lt(END), position.between(max(known - END, END), known - 1)
    kept = first | last | rows["code"].eq(view.locality)
    section = pd.Series(words.CHOSEN_SECTION, rows.index)
    section = section.mask(first, words.FIRST_SECTION).mask(last, words.LAST_SECTION)
    ends = indicator_map.bar_rows(view, rows[kept]).assign(section=section[kept])
    counts = {"shown": numbers.number(len(ends)), "total": numbers.number(len(rows))}
    return ends, (words.ENDS if last.any() else words.START).format(**counts)
