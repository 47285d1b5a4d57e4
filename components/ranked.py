"""The ranked list beside a map: every place, or both ends of an order too long to be read."""

import pandas as pd

from components import picture
from components.view import View
from wording import map_page as words
from wording import numbers

# A province has some 120 communes; of longer lists only the ends are asked for.
LONGEST, END = 300, 100


def ranked(looked: View, rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return the rows of ``components.bars.bars`` and what to say of those that are not among them.

    Parameters
    ----------
    looked
        The view; its chosen place is always listed.
    rows
        Of ``picture.figures``, in their order.
    """
    if len(rows) <= LONGEST:
        return picture.bar_rows(looked, rows), ""
    known = int(rows["value"].notna().sum())  # what is missing comes last
    position = pd.Series(range(len(rows)), rows.index)
    first, last = position.lt(END), position.between(max(known - END, END), known - 1)
    kept = first | last | rows["code"].eq(looked.locality)
    section = pd.Series(words.CHOSEN_SECTION, rows.index)
    section = section.mask(first, words.FIRST_SECTION).mask(last, words.LAST_SECTION)
    listed = picture.bar_rows(looked, rows[kept]).assign(section=section[kept])
    counts = {"shown": numbers.number(len(listed)), "total": numbers.number(len(rows))}
    return listed, words.ENDS.format(**counts)
