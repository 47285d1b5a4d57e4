"""Where the tables of a sheet stand, and what each of their columns holds."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from data.intake import headings, periods
from data.intake.headings import Heading
from data.intake.table import Column, Table
from data.intake.worksheet import Cell, Sheet, address, as_text

# Roles of what names a row; the others hold figures, or words about them.
LABELS = ("ordinal", "code", "name", "district", "indicator_code", "indicator", "unit", "period")
NAMING = ("code", "name", "district", "indicator_code", "indicator")
FIGURE = re.compile(r"[+\-−]?[\d.,\s]+%?")
ENUMERATION = re.compile(r"\(?([A-Za-z]|\d{1,2})\)?\s*(?:=.*)?")
SAMPLE = 20  # rows by which a heading of two meanings is decided

ParseHeading = Callable[[str], Heading]


def find_tables(sheet: Sheet, read: ParseHeading, mapping: Mapping[tuple[str, str], str]) -> list[Table]:
    """Find the tables of a sheet, one below the other.

    A table begins where a row names its places or indicators beside another heading; a heading repeated on each page
    begins it anew. Rows of merged headings above, and of parts ("Tử số", "Mẫu số") below, belong to its heading.

    Parameters
    ----------
    sheet : Sheet
        With merged ranges filled.
    read : callable
        Says what a heading means.
    mapping : mapping
        What the user said a column is: (sheet, column letter) → role, or ``"value:indicator"``.

    Returns
    -------
    list of Table
        Empty where there is none.
    """
    filled = _by_row(sheet)
    blocks = list(_blocks(sheet, filled, read))
    ends = [*(block[0] for block in blocks), max(filled, default=0) + 1][1:]
    return [
        _table(sheet, block, tuple(row for row in filled if block[-1] < row < end), read, mapping)
        for block, end in zip(blocks, ends, strict=True)
    ]


def rows_above(sheet: Sheet, read: ParseHeading) -> dict[int, list[int]]:
    """Return the filled columns of each row above a sheet's first table; of every row where there is no table."""
    filled = _by_row(sheet)
    first = next(_blocks(sheet, filled, read), (max(filled, default=0) + 1,))[0]
    return {row: columns for row, columns in filled.items() if row < first}


def find_statements(sheet: Sheet, read: ParseHeading) -> Iterator[tuple[str, str, Cell]]:
    """Yield what a sheet says of the whole file above its tables ("Kỳ báo cáo" | 2024-09).

    Yields
    ------
    what : str
        A key of ``wording.headings.STATED``.
    cell : str
        Where the answer stands.
    answer : Cell
        The answer.
    """
    for row, columns in rows_above(sheet, read).items():
        for column in columns:
            label, _, answer = sheet.text(row, column).partition(":")
            if answer.strip() and (what := headings.statement_kind(label)):
                yield what, address(row, column), Cell(answer.strip())
            elif what := _stated(sheet, row, column, len(columns), read):
                yield what, address(row, column + 1), sheet.cells[row, column + 1]


def _stated(sheet: Sheet, row: int, column: int, width: int, read: ParseHeading) -> str:
    what = headings.statement_kind(sheet.text(row, column))
    answer = sheet.cells.get((row, column + 1))
    if not what or not answer or sheet.cells[row, column].merged:
        return ""
    means = read(as_text(answer.content))
    heads = means.sure and (means.role or means.indicator)
    return "" if heads or (means.locality and width > 2) else what


def _blocks(sheet: Sheet, filled: dict[int, list[int]], read: ParseHeading) -> Iterator[tuple[int, ...]]:
    """Yield the heading rows of each table in turn."""
    last = 0
    for row, columns in filled.items():
        first = not last and _names_indicators(sheet, row, columns, read)
        if row > last and (first or _is_anchor(sheet, row, columns, read)):
            block = _heading_rows(sheet, filled, row, read)
            last = block[-1]
            yield block


def _by_row(sheet: Sheet) -> dict[int, list[int]]:
    filled: dict[int, list[int]] = {}
    for row, column in sorted(sheet.cells):
        filled.setdefault(row, []).append(column)
    return filled


def _is_anchor(sheet: Sheet, row: int, columns: list[int], read: ParseHeading) -> bool:
    roles = {column: headings.exact_role(sheet.text(row, column)) for column in columns}
    naming = any(part in NAMING for role in roles.values() for part in role.split("|"))
    several = len({_origin(sheet, row, column) for column in columns}) > 1
    return (
        naming
        and several
        and not any(_is_figure(sheet, row, column) for column in columns)
        and not any(roles[column] and _stated(sheet, row, column, len(columns), read) for column in columns)
    )


def _names_indicators(sheet: Sheet, row: int, columns: list[int], read: ParseHeading) -> bool:
    """Whether a row heads a table though it says nothing over its places: two indicators, and no figure."""
    means = [read(sheet.text(row, column)) for column in columns]
    named = {each.indicator for each in means if each.indicator and each.sure}
    return len(named) > 1 and not any(_is_figure(sheet, row, column) for column in columns)


def _is_figure(sheet: Sheet, row: int, column: int) -> bool:
    text = sheet.text(row, column)
    return bool(FIGURE.fullmatch(text)) and not periods.parse_period(text)


def _origin(sheet: Sheet, row: int, column: int) -> str:
    return sheet.cells[row, column].merged or address(row, column)


def _heading_rows(
    sheet: Sheet, filled: dict[int, list[int]], anchor: int, read: ParseHeading
) -> tuple[int, ...]:
    # Without a name over the places they stand in the first column.
    labels = {each for each in filled[anchor] if _is_label(sheet.text(anchor, each))} or {1}
    rows = [anchor]
    while _continues(sheet, filled.get(rows[0] - 1, []), rows[0] - 1, labels, read):
        rows.insert(0, rows[0] - 1)
    while _continues(sheet, filled.get(rows[-1] + 1, []), rows[-1] + 1, labels, read):
        rows.append(rows[-1] + 1)
    if _is_enumeration(sheet, rows[-1] + 1, filled.get(rows[-1] + 1, [])):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _continues(sheet: Sheet, columns: list[int], row: int, labels: set[int], read: ParseHeading) -> bool:
    """Whether a row beside the heading belongs to it: it names figures, and nothing over or under the labels."""
    own = [each for each in columns if each not in labels and not _is_filled_down(sheet, row, each)]
    over_labels = {_origin(sheet, row, each) for each in columns if each in labels}
    naming = [each for each in own if read(sheet.text(row, each)).known]
    return (
        bool(naming)
        and not any(_is_figure(sheet, row, each) for each in own)
        and not any(_origin(sheet, row, each) in over_labels for each in own)
        and all(_is_filled_down(sheet, row, each) for each in columns if each in labels)
    )


def _is_filled_down(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell repeats the merged cell above or below it."""
    origin = _origin(sheet, row, column)
    return any(
        (near, column) in sheet.cells and _origin(sheet, near, column) == origin
        for near in (row - 1, row + 1)
    )


def _is_label(text: str) -> bool:
    return any(part in LABELS for part in headings.exact_role(text).split("|"))


def _is_enumeration(sheet: Sheet, row: int, columns: list[int]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)=(2)/(1)."""
    texts = [sheet.text(row, each) for each in columns]
    numbers = [int(each) for text in texts for each in re.findall(r"^\(?(\d{1,2})(?!\d)", text)]
    in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return len(texts) > 1 and in_turn and all(ENUMERATION.fullmatch(text) for text in texts)


def _table(
    sheet: Sheet,
    heading_rows: tuple[int, ...],
    rows: tuple[int, ...],
    read: ParseHeading,
    mapping: Mapping[tuple[str, str], str],
) -> Table:
    inside = {*heading_rows, *rows}
    used = {column for row, column in sheet.cells if row in inside}
    columns = []
    for number in sorted(used):
        column = _column(sheet, heading_rows, number, read)
        told = mapping.get((sheet.name, column.letter))
        columns.append(_as_told(column, told) if told is not None else _decided(column, sheet, rows, read))
    return Table(sheet, heading_rows, _one_district(columns), rows)


def _column(sheet: Sheet, heading_rows: tuple[int, ...], number: int, read: ParseHeading) -> Column:
    """Put together what the headings above a column say, the lowest last."""
    texts = [
        sheet.text(row, number)
        for row in heading_rows
        if (row, number) in sheet.cells and not _is_repeated(sheet, heading_rows, row, number)
    ]
    texts = [each for each in texts if not ENUMERATION.fullmatch(each) or headings.exact_role(each)]
    means = [read(each) for each in texts]
    roles = [each.role for each in means if each.role]
    strong = [each for each in roles if each != "value"]
    figure = any(each.indicator or each.locality or each.period for each in means)
    role = (strong or roles or ["value" if figure else ""])[-1]
    return Column(
        number=number,
        heading=" – ".join(texts),
        role=role,
        indicator=next((each.indicator for each in means if each.indicator), ""),
        locality=next((each.locality for each in means if each.locality), ""),
        period=next((each.period for each in means if each.period), None),
        sure=all(each.sure for each in means) and bool(means) and means[-1].known,
    )


def _is_repeated(sheet: Sheet, heading_rows: tuple[int, ...], row: int, column: int) -> bool:
    return (
        row - 1 in heading_rows
        and sheet.cells[row, column].merged != ""
        and (
            (row - 1, column) in sheet.cells
            and _origin(sheet, row - 1, column) == _origin(sheet, row, column)
        )
    )


def _as_told(column: Column, told: str) -> Column:
    role, _, indicator = told.partition(":")
    return replace(column, role=role, indicator=indicator or column.indicator, sure=True)


def _decided(column: Column, sheet: Sheet, rows: tuple[int, ...], read: ParseHeading) -> Column:
    """Choose between two meanings of a heading by what stands below it."""
    below = [text for row in rows if (text := sheet.text(row, column.number))][:SAMPLE]
    if (
        not column.role
        and not column.heading
        and 2 * sum(bool(read(text).locality) for text in below) > len(below)
    ):
        return replace(column, role="name", sure=False)
    if "|" not in column.role:
        return column
    first, second = column.role.split("|")
    fits = {
        "name": lambda text: bool(read(text).locality),
        "indicator": lambda text: bool(read(text).indicator),
        "code": lambda text: not read(text).indicator,
    }[first]
    return replace(column, role=first if 2 * sum(map(fits, below)) >= max(1, len(below)) else second)


def _one_district(columns: list[Column]) -> tuple[Column, ...]:
    """A table of districts calls their column "Huyện": without another column of names it is that."""
    if any(each.role in ("name", "code") for each in columns):
        return tuple(columns)
    return tuple(replace(each, role="name") if each.role == "district" else each for each in columns)
