"""Warnings of hidden rows and columns: they are read like all others."""

from collections.abc import Iterator

from data.intake.findings import Finding, make_finding
from data.intake.interpret.table import FIGURES, Row, Table
from wording import reading_messages as words

MOST = 12  # row numbers or column letters in one message


def check_hidden(table: Table) -> Iterator[Finding]:
    """Yield a warning of hidden rows and one of hidden columns of a table that hold figures."""
    sheet = table.sheet
    rows = [Row(table, each) for each in table.rows if each in sheet.hidden_rows]
    if rows := [row for row in rows if row.filled(*FIGURES)]:
        named = words.first_of_list([str(row.number) for row in rows], MOST)
        yield make_finding("hidden_rows", sheet.name, rows[0].start(*FIGURES), named)
    columns = [
        each for each in table.columns_of(*FIGURES) if each.sure and each.number in sheet.hidden_columns
    ]
    if columns and table.rows:
        named = words.first_of_list([each.letter for each in columns], MOST)
        yield make_finding("hidden_columns", sheet.name, table.heading_cell(columns[0]), named)
