"""The rows of targets with their texts."""

from datetime import date

from queries import target_rows
from queries.view import View
from wording.target_texts import ROW_TEXTS


def test_a_day_before_every_target_has_no_rows_and_all_columns():
    rows = target_rows.all_rows(View(as_of=date(2000, 1, 1)))
    assert rows.empty
    assert set(ROW_TEXTS) <= set(rows.columns)
