"""Find the regions of a sheet: each table with its heading, its rows, and the lines of title above it.

Tables stand one below the other or side by side. A table has the lines between it and the table above as its own title.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from data.intake.interpret import headings, periods
from data.intake.interpret.headings import Heading
from data.intake.interpret.indicator_names import ENUMERATION
from data.intake.open.worksheet import Sheet, address, as_text
from wording import heading_words
from wording.spelling import unaccented

# Roles of columns that label a row; the other roles hold figures or remarks.
LABELS = ("ordinal", "code", "name", "district", "indicator_code", "indicator", "unit", "period")
NAMING = ("code", "name", "district", "indicator_code", "indicator")
DEEPEST = 100  # row in which a heading of indicators alone is sought
TWICE = ("ordinal", "name", "indicator", "code", "name|unit", "indicator|ignored", "code|indicator_code")
# A line that names the unit of all figures below it: "(Đơn vị tính: triệu đồng)".
UNIT_LINE = re.compile(
    rf"^[\W_]*(?:{'|'.join(re.escape(unaccented(each)) for each in heading_words.UNIT_LABELS)})\s*:\s*([^()]+?)[\s.)]*$"
)
FIGURE = re.compile(r"[+\-−]?[\d.,\s]+%?")

ParseHeading = Callable[[str], Heading]


@dataclass(frozen=True, eq=False)
class Region:
    """A part of a sheet: the rows of its title, of its heading and of its figures.

    ``sheet`` holds the cells of the region's columns only. A sheet without a table is one region without a heading.
    """

    sheet: Sheet
    title_rows: tuple[int, ...]
    heading_rows: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


def find_regions(sheet: Sheet, parse_heading: ParseHeading) -> list[Region]:
    """Find the regions of a sheet from left to right, each side from the top.

    A table begins at a row that has a heading of localities or indicators beside another heading; a heading that is
    repeated on each page begins a new table. Rows of merged headings above, and of parts ("Tử số", "Mẫu số") below,
    belong to the heading.

    Parameters
    ----------
    sheet : Sheet
        With merged ranges filled.
    parse_heading : callable
        Returns the ``Heading`` of a text.
    """
    return [
        region for side in _sides(sheet, parse_heading) for region in _stacked_regions(side, parse_heading)
    ]


def _sides(sheet: Sheet, parse_heading: ParseHeading) -> list[Sheet]:
    """Return the sheet, or its parts where a heading row names rows twice: "TT | Xã | … | TT | Xã | …"."""
    filled = sheet.by_row
    for row, columns in filled.items():
        if _is_anchor(sheet, row, columns, parse_heading) and (starts := _second_starts(sheet, row, columns)):
            edges = [0, *starts, max(sheet.columns) + 1]
            return [_between(sheet, left, right) for left, right in pairwise(edges)]
    return [sheet]


def _second_starts(sheet: Sheet, row: int, columns: list[int]) -> list[int]:
    """Return the columns at which a heading begins anew: a column of labels whose role stood before."""
    seen: set[str] = set()
    starts, after_figures = [], False
    for column in columns:
        role = headings.exact_role(sheet.text(row, column))
        if after_figures and role in TWICE and role in seen:
            starts.append(column)
            seen = set()
        if origin(sheet, row, column) == address(row, column):
            seen.add(role)
        after_figures = role not in TWICE
    return starts


def _between(sheet: Sheet, left: int, right: int) -> Sheet:
    return replace(sheet, cells={at: cell for at, cell in sheet.cells.items() if left <= at[1] < right})


def _stacked_regions(sheet: Sheet, parse_heading: ParseHeading) -> Iterator[Region]:
    filled = sheet.by_row
    blocks = list(_blocks(sheet, filled, parse_heading))
    if not blocks:
        yield Region(sheet, tuple(filled))
        return
    titles = tuple(row for row in filled if row < blocks[0][0])
    ends = [*(block[0] for block in blocks), max(filled) + 1][1:]
    for block, end in zip(blocks, ends, strict=True):
        below = [row for row in filled if block[-1] < row < end]
        next_titles = (
            _title_of_next(sheet, below, parse_heading) if end in {each[0] for each in blocks} else []
        )
        yield Region(sheet, titles, block, tuple(row for row in below if row not in next_titles))
        titles = tuple(next_titles)


def _title_of_next(sheet: Sheet, rows: list[int], parse_heading: ParseHeading) -> list[int]:
    """Return the last rows of a table that are lines of title of the table below it."""
    titles: list[int] = []
    for row in reversed(rows):
        columns = sheet.by_row[row]
        origins = {origin(sheet, row, column) for column in columns}
        texts = [sheet.text(row, column) for column in columns]
        if len(origins) > 2 or any(is_figure(sheet, row, column) for column in columns):
            break
        if any(parse_heading(text).indicator and parse_heading(text).sure for text in texts):
            break
        titles.insert(0, row)
    return titles


def origin(sheet: Sheet, row: int, column: int) -> str:
    """Return the address of a cell, or of the merged range that it belongs to."""
    return sheet.cells[row, column].merged or address(row, column)


def is_figure(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a cell holds a number and no period."""
    text = sheet.text(row, column)
    return bool(FIGURE.fullmatch(text)) and not periods.parse_period(text)


def answer_of(sheet: Sheet, row: int, column: int, width: int, parse_heading: ParseHeading) -> str:
    """Return what the next cell to the right answers ("Kỳ báo cáo" | 2024-09): a key of ``STATED``, or ""."""
    what = headings.statement_kind(sheet.text(row, column))
    answer = sheet.cells.get((row, column + 1))
    if not what or not answer or sheet.cells[row, column].merged:
        return ""
    means = parse_heading(as_text(answer.content))
    heads = means.sure and (means.role or means.indicator)
    return "" if heads or (means.locality and width > 2) else what


def _blocks(
    sheet: Sheet, filled: dict[int, list[int]], parse_heading: ParseHeading
) -> Iterator[tuple[int, ...]]:
    """Yield the heading rows of each table, from the top."""
    last = 0
    for row, columns in filled.items():
        first = not last and row <= DEEPEST and _names_indicators(sheet, row, columns, parse_heading)
        if row > last and (first or _is_anchor(sheet, row, columns, parse_heading)):
            block = _heading_rows(sheet, filled, row, parse_heading)
            last = block[-1]
            yield block


def _is_anchor(sheet: Sheet, row: int, columns: list[int], parse_heading: ParseHeading) -> bool:
    roles = {column: headings.exact_role(sheet.text(row, column)) for column in columns}
    naming = any(part in NAMING for role in roles.values() for part in role.split("|"))
    several = len({origin(sheet, row, column) for column in columns}) > 1
    return (
        naming
        and several
        and not any(is_figure(sheet, row, column) for column in columns)
        and not any(
            roles[column] and answer_of(sheet, row, column, len(columns), parse_heading) for column in columns
        )
    )


def _names_indicators(sheet: Sheet, row: int, columns: list[int], parse_heading: ParseHeading) -> bool:
    """Tell whether a row without a heading of localities begins a table: it names two indicators and has no figure."""
    means = [parse_heading(sheet.text(row, column)) for column in columns]
    named = {each.indicator for each in means if each.indicator and each.sure}
    return len(named) > 1 and not any(is_figure(sheet, row, column) for column in columns)


def _heading_rows(
    sheet: Sheet, filled: dict[int, list[int]], anchor: int, parse_heading: ParseHeading
) -> tuple[int, ...]:
    # Without a heading of their own, the localities are in the first column.
    labels = {each for each in filled[anchor] if _is_label(sheet.text(anchor, each))} or {1}
    rows = [anchor]
    while _continues(sheet, filled.get(rows[0] - 1, []), rows[0] - 1, labels, parse_heading):
        rows.insert(0, rows[0] - 1)
    while _continues(sheet, filled.get(rows[-1] + 1, []), rows[-1] + 1, labels, parse_heading):
        rows.append(rows[-1] + 1)
    if _is_enumeration(sheet, rows[-1] + 1, filled.get(rows[-1] + 1, [])):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _continues(
    sheet: Sheet, columns: list[int], row: int, labels: set[int], parse_heading: ParseHeading
) -> bool:
    """Tell whether a row next to the heading belongs to it: it names figures, and is empty in the label columns."""
    own = [each for each in columns if each not in labels and not _is_filled_down(sheet, row, each)]
    over_labels = {origin(sheet, row, each) for each in columns if each in labels}
    texts = [sheet.text(row, each) for each in own]
    naming = [text for text in texts if parse_heading(text).known and not UNIT_LINE.match(unaccented(text))]
    return (
        bool(naming)
        and not any(is_figure(sheet, row, each) for each in own)
        and not any(origin(sheet, row, each) in over_labels for each in own)
        and all(_is_filled_down(sheet, row, each) for each in columns if each in labels)
    )


def _is_filled_down(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a cell repeats the merged cell above or below it."""
    own = origin(sheet, row, column)
    return any(
        (near, column) in sheet.cells and origin(sheet, near, column) == own for near in (row - 1, row + 1)
    )


def _is_label(text: str) -> bool:
    return any(part in LABELS for part in headings.exact_role(text).split("|"))


def _is_enumeration(sheet: Sheet, row: int, columns: list[int]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3)=(2)/(1)."""
    texts = [sheet.text(row, each) for each in columns]
    numbers = [int(each) for text in texts for each in re.findall(r"^\(?(\d{1,2})(?!\d)", text)]
    in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return len(texts) > 1 and in_turn and all(ENUMERATION.fullmatch(text) for text in texts)
