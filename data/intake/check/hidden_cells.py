"""Warnings of hidden rows and columns: they are parsed like all others."""

from data.intake.interpret.parse_result import ParseResult
from data.intake.interpret.table import FIGURES, Row, Table
from wording import reading_messages as words

MOST = 12  # row numbers or column letters in one message


def check_hidden(table: Table, result: ParseResult) -> None:
    """Add a warning for hidden rows and one for hidden columns of a table that hold figures."""
    sheet = table.sheet
    rows = [Row(table, each) for each in table.rows if each in sheet.hidden_rows]
    if rows := [row for row in rows if row.filled(*FIGURES)]:
        named = words.first_of_list([str(row.number) for row in rows], MOST)
        result.add_finding("hidden_rows", sheet.name, rows[0].start(*FIGURES), named)
    columns = [
        each for each in table.columns_of(*FIGURES) if each.sure and each.number in sheet.hidden_columns
    ]
    if columns and table.rows:
        named = words.first_of_list([each.letter for each in columns], MOST)
        result.add_finding("hidden_columns", sheet.name, table.heading_cell(columns[0]), named)
