"""Find the tables of a sheet, and what each of their columns holds."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from data.intake.interpret import headings, periods
from data.intake.interpret.headings import Heading
from data.intake.interpret.table import Column, Table
from data.intake.open.worksheet import Cell, Sheet, address, as_text

# Roles of columns that label a row; the other roles hold figures or remarks.
LABELS = ("ordinal", "code", "name", "district", "indicator_code", "indicator", "unit", "period")
NAMING = ("code", "name", "district", "indicator_code", "indicator")
FIGURE = re.compile(r"[+\-−]?[\d.,\s]+%?")
ENUMERATION = re.compile(r"\(?([A-Za-z]|\d{1,2})\)?\s*(?:=.*)?")
SAMPLE = 20  # rows that decide what an ambiguous heading means

ParseHeading = Callable[[str], Heading]


def find_tables(
    sheet: Sheet, parse_heading: ParseHeading, mapping: Mapping[tuple[str, str], str]
) -> list[Table]:
    """Find the tables of a sheet, one below the other.

    A table begins at a row that has a heading of localities or indicators beside another heading; a heading that is
    repeated on each page begins a new table. Rows of merged headings above, and of parts ("Tử số", "Mẫu số") below,
    belong to the heading.

    Parameters
    ----------
    sheet : Sheet
        With merged ranges filled.
    parse_heading : callable
        Returns the ``Heading`` of a text.
    mapping : mapping
        The roles that the user has chosen: (sheet, column letter) → role, or ``"value:indicator"``.

    Returns
    -------
    list of Table
        Empty where the sheet has no table.
    """
    filled = _by_row(sheet)
    blocks = list(_blocks(sheet, filled, parse_heading))
    ends = [*(block[0] for block in blocks), max(filled, default=0) + 1][1:]
    return [
        _table(sheet, block, tuple(row for row in filled if block[-1] < row < end), parse_heading, mapping)
        for block, end in zip(blocks, ends, strict=True)
    ]


def rows_above(sheet: Sheet, parse_heading: ParseHeading) -> dict[int, list[int]]:
    """Return the filled columns of each row above a sheet's first table; of every row where there is no table."""
    filled = _by_row(sheet)
    first = next(_blocks(sheet, filled, parse_heading), (max(filled, default=0) + 1,))[0]
    return {row: columns for row, columns in filled.items() if row < first}


def find_statements(sheet: Sheet, parse_heading: ParseHeading) -> Iterator[tuple[str, str, Cell]]:
    """Yield the statements about the whole file above the tables of a sheet ("Kỳ báo cáo" | 2024-09).

    Yields
    ------
    what : str
        A key of ``column_names.STATED``.
    cell : str
        Address of the answer.
    answer : Cell
        The answer.
    """
    for row, columns in rows_above(sheet, parse_heading).items():
        for column in columns:
            label, _, answer = sheet.text(row, column).partition(":")
            if answer.strip() and (what := headings.statement_kind(label)):
                yield what, address(row, column), Cell(answer.strip())
            elif what := _stated(sheet, row, column, len(columns), parse_heading):
                yield what, address(row, column + 1), sheet.cells[row, column + 1]


def _stated(sheet: Sheet, row: int, column: int, width: int, parse_heading: ParseHeading) -> str:
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
        first = not last and _names_indicators(sheet, row, columns, parse_heading)
        if row > last and (first or _is_anchor(sheet, row, columns, parse_heading)):
            block = _heading_rows(sheet, filled, row, parse_heading)
            last = block[-1]
            yield block


def _by_row(sheet: Sheet) -> dict[int, list[int]]:
    filled: dict[int, list[int]] = {}
    for row, column in sorted(sheet.cells):
        filled.setdefault(row, []).append(column)
    return filled


def _is_anchor(sheet: Sheet, row: int, columns: list[int], parse_heading: ParseHeading) -> bool:
    roles = {column: headings.exact_role(sheet.text(row, column)) for column in columns}
    naming = any(part in NAMING for role in roles.values() for part in role.split("|"))
    several = len({_origin(sheet, row, column) for column in columns}) > 1
    return (
        naming
        and several
        and not any(_is_figure(sheet, row, column) for column in columns)
        and not any(
            roles[column] and _stated(sheet, row, column, len(columns), parse_heading) for column in columns
        )
    )


def _names_indicators(sheet: Sheet, row: int, columns: list[int], parse_heading: ParseHeading) -> bool:
    """Tell whether a row without a heading of localities begins a table: it names two indicators and has no figure."""
    means = [parse_heading(sheet.text(row, column)) for column in columns]
    named = {each.indicator for each in means if each.indicator and each.sure}
    return len(named) > 1 and not any(_is_figure(sheet, row, column) for column in columns)


def _is_figure(sheet: Sheet, row: int, column: int) -> bool:
    text = sheet.text(row, column)
    return bool(FIGURE.fullmatch(text)) and not periods.parse_period(text)


def _origin(sheet: Sheet, row: int, column: int) -> str:
    return sheet.cells[row, column].merged or address(row, column)


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
    over_labels = {_origin(sheet, row, each) for each in columns if each in labels}
    naming = [each for each in own if parse_heading(sheet.text(row, each)).known]
    return (
        bool(naming)
        and not any(_is_figure(sheet, row, each) for each in own)
        and not any(_origin(sheet, row, each) in over_labels for each in own)
        and all(_is_filled_down(sheet, row, each) for each in columns if each in labels)
    )


def _is_filled_down(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a cell repeats the merged cell above or below it."""
    origin = _origin(sheet, row, column)
    return any(
        (near, column) in sheet.cells and _origin(sheet, near, column) == origin
        for near in (row - 1, row + 1)
    )


def _is_label(text: str) -> bool:
    return any(part in LABELS for part in headings.exact_role(text).split("|"))


def _is_enumeration(sheet: Sheet, row: int, columns: list[int]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3)=(2)/(1)."""
    texts = [sheet.text(row, each) for each in columns]
    numbers = [int(each) for text in texts for each in re.findall(r"^\(?(\d{1,2})(?!\d)", text)]
    in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return len(texts) > 1 and in_turn and all(ENUMERATION.fullmatch(text) for text in texts)


def _table(
    sheet: Sheet,
    heading_rows: tuple[int, ...],
    rows: tuple[int, ...],
    parse_heading: ParseHeading,
    mapping: Mapping[tuple[str, str], str],
) -> Table:
    inside = {*heading_rows, *rows}
    used = {column for row, column in sheet.cells if row in inside}
    columns = []
    for number in sorted(used):
        column = _column(sheet, heading_rows, number, parse_heading)
        chosen = mapping.get((sheet.name, column.letter))
        if chosen is None:
            columns.append(_disambiguated(column, sheet, rows, parse_heading))
        else:
            columns.append(_as_chosen(column, chosen))
    return Table(sheet, heading_rows, _with_locality_column(columns), rows)


def _column(sheet: Sheet, heading_rows: tuple[int, ...], number: int, parse_heading: ParseHeading) -> Column:
    """Combine the headings above a column, from the highest to the lowest."""
    texts = [
        sheet.text(row, number)
        for row in heading_rows
        if (row, number) in sheet.cells and not _is_repeated(sheet, heading_rows, row, number)
    ]
    texts = [each for each in texts if not ENUMERATION.fullmatch(each) or headings.exact_role(each)]
    means = [parse_heading(each) for each in texts]
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


def _as_chosen(column: Column, chosen: str) -> Column:
    role, _, indicator = chosen.partition(":")
    return replace(column, role=role, indicator=indicator or column.indicator, sure=True)


def _disambiguated(
    column: Column, sheet: Sheet, rows: tuple[int, ...], parse_heading: ParseHeading
) -> Column:
    """Choose between two meanings of a heading by the cells below it."""
    below = [text for row in rows if (text := sheet.text(row, column.number))][:SAMPLE]
    if (
        not column.role
        and not column.heading
        and 2 * sum(bool(parse_heading(text).locality) for text in below) > len(below)
    ):
        return replace(column, role="name", sure=False)
    if "|" not in column.role:
        return column
    first, second = column.role.split("|")
    fits = {
        "name": lambda text: bool(parse_heading(text).locality),
        "indicator": lambda text: bool(parse_heading(text).indicator),
        "code": lambda text: not parse_heading(text).indicator,
    }[first]
    return replace(column, role=first if 2 * sum(map(fits, below)) >= max(1, len(below)) else second)


def _with_locality_column(columns: list[Column]) -> tuple[Column, ...]:
    """Return the columns; a column "Huyện" holds the localities where no other column names them."""
    if any(each.role in ("name", "code") for each in columns):
        return tuple(columns)
    return tuple(replace(each, role="name") if each.role == "district" else each for each in columns)
