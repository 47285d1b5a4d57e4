"""What each column of a table holds: the headings above it together."""

from collections.abc import Mapping
from dataclasses import replace

from data.intake.interpret import headings, periods
from data.intake.interpret.headings import SECOND_BEST, Heading
from data.intake.interpret.indicator_names import ENUMERATION
from data.intake.interpret.periods import Period
from data.intake.interpret.regions import ParseHeading, Region, origin
from data.intake.interpret.table import FIGURES, Column, Table
from data.intake.open.worksheet import Sheet

SAMPLE = 20  # rows that decide what an ambiguous heading means
# The user's choice for a column: (sheet, column letter) → role, or ``"value:indicator"``.
Mapped = Mapping[tuple[str, str], str]


def make_table(region: Region, parse_heading: ParseHeading, mapping: Mapped) -> Table:
    """Return the table of a region.

    Parameters
    ----------
    region : Region
        With a heading.
    parse_heading : callable
        Returns the ``Heading`` of a text.
    mapping : mapping
        The roles that the user has chosen.
    """
    sheet, rows = region.sheet, region.rows
    inside = {*region.heading_rows, *rows}
    columns = []
    for number in sorted({column for row, column in sheet.cells if row in inside}):
        column = _column(sheet, region.heading_rows, number, parse_heading)
        chosen = mapping.get((sheet.name, column.letter))
        if chosen is None:
            columns.append(_disambiguated(column, sheet, rows, parse_heading))
        else:
            columns.append(_as_chosen(column, chosen))
    columns = _with_second_best(columns)
    return Table(sheet, region.heading_rows, _with_locality_column(columns), rows, region.title_rows)


def date_columns(table: Table, period: Period | None) -> Table:
    """Return the table with a year for the columns whose heading names a period without one: "Kết quả quý III".

    Parameters
    ----------
    table : Table
        From ``make_table``.
    period : Period or None
        The period that is said above the table. Without one, such a column is not sure.
    """
    return replace(table, columns=tuple(_dated(each, period) for each in table.columns))


def _dated(column: Column, period: Period | None) -> Column:
    if not column.undated or column.period:
        return column
    own = periods.parse_period(f"{column.undated} năm {period.end.year}") if period else None
    return replace(column, period=own) if own else replace(column, sure=column.sure and column.aside != "")


def _column(sheet: Sheet, heading_rows: tuple[int, ...], number: int, parse_heading: ParseHeading) -> Column:
    """Combine the headings above a column, from the highest to the lowest."""
    texts = [
        sheet.text(row, number)
        for row in heading_rows
        if (row, number) in sheet.cells and not _is_repeated(sheet, heading_rows, row, number)
    ]
    texts = [each for each in texts if not ENUMERATION.fullmatch(each) or headings.exact_role(each)]
    means = _combined([parse_heading(each) for each in texts], texts, parse_heading)
    return Column(**vars(means), number=number, heading=" – ".join(texts))


def _combined(means: list[Heading], texts: list[str], parse_heading: ParseHeading) -> Heading:
    """Return the meaning of the headings above a column together; what differs among them makes it unsure."""
    if len(means) > 1 and (whole := _named_together(means, texts, parse_heading)):
        return whole
    named = list(dict.fromkeys(each.indicator for each in means if each.indicator))
    places = list(dict.fromkeys(each.locality for each in means if each.locality))
    whens = list(dict.fromkeys(each.period for each in means if each.period))
    aside = next((each.aside for each in reversed(means) if each.aside), "")
    roles = [each.role for each in means if each.role]
    strong = [each for each in roles if each != "value"]
    role = (strong or roles or ["value" if named or places or whens else ""])[-1]
    if aside:
        role = "previous" if aside == "previous" else "ignored"
    units = [each.unit for each in means if each.unit]
    rates = [each.rate for each in means if each.rate is not None]
    return Heading(
        role=role,
        indicator=named[-1] if named else "",
        locality=places[0] if places else "",
        period=whens[-1] if whens else None,
        sure=bool(means)
        and all(each.sure for each in means)
        and (aside != "" or max(len(named), len(places), len(whens)) < 2)
        and (means[-1].known or bool(roles)),
        unit=units[-1] if units else "",
        aside=aside,
        rate=rates[-1] if rates else None,
        left=" ".join(each.left for each in means if each.left),
        undated=next((each.undated for each in reversed(means) if each.undated), ""),
    )


def _named_together(means: list[Heading], texts: list[str], parse_heading: ParseHeading) -> Heading | None:
    """Return the indicator that two headings name together: "Tổ … cấp thôn" over "Thành viên", "Số lượng"."""
    upper, lower = texts[-2], texts[-1]
    if means[-1].indicator or means[-1].aside or means[-1].role not in ("", "value"):
        return None
    if not means[-1].left and means[-1].rate is None:
        return None
    for text in (f"{lower} {upper}", f"{upper} ({lower})", f"{upper} {lower}"):
        whole = parse_heading(text)
        if whole.indicator and whole.sure and not whole.role:
            above = _combined(means[:-2], texts[:-2], parse_heading) if len(means) > 2 else Heading()
            return replace(
                above,
                role=above.role or "value",
                indicator=whole.indicator,
                period=above.period or whole.period,
            )
    return None


def _is_repeated(sheet: Sheet, heading_rows: tuple[int, ...], row: int, column: int) -> bool:
    return (
        row - 1 in heading_rows
        and sheet.cells[row, column].merged != ""
        and (row - 1, column) in sheet.cells
        and origin(sheet, row - 1, column) == origin(sheet, row, column)
    )


def _as_chosen(column: Column, chosen: str) -> Column:
    role, _, indicator = chosen.partition(":")
    aside = column.aside if role in ("ignored", "previous") else ""
    return replace(
        column, role=role, indicator=indicator or column.indicator, sure=True, aside=aside, rate=None
    )


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
    found = sum(map(fits, below))
    # Rows of plans and results stand below each indicator: few of the cells name one.
    enough = found > 0 if first == "indicator" else 2 * found >= max(1, len(below))
    return replace(column, role=first if enough else second)


def _with_second_best(columns: list[Column]) -> list[Column]:
    """Ask about a column of estimates or of cumulated figures where the table has no actual figures beside it."""
    actual = [each for each in columns if each.role in FIGURES and each.sure]
    beside = {(each.indicator, each.locality) for each in actual}
    return [
        replace(each, role="value", sure=False)
        if each.aside in SECOND_BEST and (each.indicator, each.locality) not in beside
        else each
        for each in columns
    ]


def _with_locality_column(columns: list[Column]) -> tuple[Column, ...]:
    """Return the columns; a column "Huyện" holds the localities where no other column names them."""
    if any(each.role in ("name", "code") for each in columns):
        return tuple(columns)
    return tuple(replace(each, role="name") if each.role == "district" else each for each in columns)
