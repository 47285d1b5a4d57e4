"""The period that a row gives to its own figures, or to the rows below it."""

from data.intake.interpret import headings, periods, place_names
from data.intake.interpret.periods import Period
from data.intake.interpret.table import FIGURES, Row


def period_of_row(row: Row, year: str = "") -> Period | None:
    """Return the period that the columns of a row make together; None where it has none or they contradict.

    Parameters
    ----------
    row : Row
        With any number of columns of periods: "2024" and "III".
    year : str
        The year of rows that name none.
    """
    filled = row.filled("period")
    parts = [(headings.period_part(each.heading), row.cell(each).content) for each in filled]
    return periods.combine(parts, year) if parts else None


def period_of_section(row: Row) -> Period | None:
    """Return the period that a row without figures gives to the rows below it: "Quý III/2024"."""
    texts = row.texts()
    if len(texts) not in (1, 2) or row.filled(*FIGURES):
        return None
    return periods.parse_period(place_names.strip_prefixes(texts[-1]))
