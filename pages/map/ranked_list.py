"""The ranked list beside a map: every place, or both ends of an order too long to be read."""

import pandas as pd

from components import filter_bar, indicator_map
from components.bars import Written, written
from pages.map import words
from queries import observations
from queries.memory import remembered
from queries.view import View
from wording import numbers

# A province has some 120 communes; of longer lists only the ends are asked for.
LONGEST, END = 300, 100


def ranked(looked: View, rows: pd.DataFrame) -> tuple[Written, str]:
    """Return the rows of ``components.bars.bars`` as they are sent, and what to say of those not among them; read only.

    Parameters
    ----------
    looked
        The view; its chosen place is always listed.
    rows
        Of ``picture.figures`` for the view, marked by its filters, in their order.
    """
    asked = observations.ground(looked, "level", "district", "indicator", "colour", "locality")
    return _written(asked, filter_bar.left_out(looked), rows)


@remembered(100)
def _written(asked: View, out: frozenset[str], _rows: pd.DataFrame) -> tuple[Written, str]:  # noqa: ARG001 (in _rows)
    rows, cut = listed(asked, _rows)
    return written(rows), cut


def listed(looked: View, rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return what ``ranked`` writes: the rows of ``picture.bar_rows``, of a long list both ends; as there."""
    if len(rows) <= LONGEST:
        return indicator_map.bar_rows(looked, rows), ""
    known = int(rows["value"].notna().sum())  # what is missing comes last
    position = pd.Series(range(len(rows)), rows.index)
    first, last = position.lt(END), position.between(max(known - END, END), known - 1)
    kept = first | last | rows["code"].eq(looked.locality)
    section = pd.Series(words.CHOSEN_SECTION, rows.index)
    section = section.mask(first, words.FIRST_SECTION).mask(last, words.LAST_SECTION)
    ends = indicator_map.bar_rows(looked, rows[kept]).assign(section=section[kept])
    counts = {"shown": numbers.number(len(ends)), "total": numbers.number(len(rows))}
    return ends, (words.ENDS if last.any() else words.START).format(**counts)
