"""Periods as people write them, and the days each kind of indicator takes of one."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.interpret.periods import (
    Period,
    combine,
    parse_period,
    span_rule,
    vintage_on,
)

Q3 = Period(date(2024, 7, 1), date(2024, 9, 30))
NINE_MONTHS = Period(date(2024, 1, 1), date(2024, 9, 30))
SEPTEMBER = Period(date(2024, 9, 1), date(2024, 9, 30))
LAST_DAY = Period(None, date(2024, 9, 30))


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2024-09", LAST_DAY),
        ("2024-09-30", LAST_DAY),
        ("30/9/2024", LAST_DAY),
        ("30.09.2024", LAST_DAY),
        ("đến ngày 30/9/2024", LAST_DAY),
        ("Tính đến hết ngày 30/9/2024", LAST_DAY),
        (datetime(2024, 9, 30), LAST_DAY),
        ("2024-Q3", Q3),
        ("Quý III/2024", Q3),
        ("QUÝ III NĂM 2024", Q3),
        ("quy 3/2024", Q3),
        ("Q3/2024", Q3),
        ("tháng 9/2024", SEPTEMBER),
        ("Tháng 9 năm 2024", SEPTEMBER),
        ("09/2024", SEPTEMBER),
        ("9 tháng đầu năm 2024", NINE_MONTHS),
        ("9 tháng năm 2024", NINE_MONTHS),
        ("6 tháng đầu năm 2024", Period(date(2024, 1, 1), date(2024, 6, 30))),
        ("2024-H2", Period(date(2024, 7, 1), date(2024, 12, 31))),
        ("6 tháng cuối năm 2024", Period(date(2024, 7, 1), date(2024, 12, 31))),
        ("năm 2024", Period(date(2024, 1, 1), date(2024, 12, 31))),
        (2024, Period(date(2024, 1, 1), date(2024, 12, 31))),
        ("từ 01/7/2024 đến 30/9/2024", Period(date(2024, 7, 1), date(2024, 9, 30), spelled=True)),
        ("18/3/2022 - 30/9/2024", Period(date(2022, 3, 18), date(2024, 9, 30), spelled=True)),
        ("2024-02", Period(None, date(2024, 2, 29))),  # a leap year
        ("9/30/2024", None),  # days come first
        ("31/9/2024", None),
        ("tháng 13/2024", None),
        ("13 tháng năm 2024", None),
        ("30/9/2024 đến 01/7/2024", None),
        ("quý này", None),
        ("", None),
    ],
)
def test_a_period_is_read_as_it_is_written(written, period):
    assert parse_period(written) == period


@pytest.mark.parametrize(
    ("day", "vintage"),
    [
        (date(2021, 12, 31), "2025-03"),  # the register begins with it
        (date(2025, 6, 30), "2025-03"),
        (date(2025, 7, 1), "2025-07"),
        (date(2030, 1, 1), "2025-07"),
    ],
)
def test_the_last_day_tells_the_vintage(tables, day, vintage):
    assert vintage_on(day, tables.localities) == vintage


@pytest.mark.parametrize(
    ("parts", "end"),
    [
        ([("year", 2024), ("quarter", "III")], "2024-09-30"),
        ([("year", "Năm 2024"), ("quarter", "Quý III"), ("month", 8)], "2024-08-31"),  # the finest part
        ([("year", 2024), ("month", "9")], "2024-09-30"),
        ([("year", 2024)], "2024-12-31"),
        ([("", "9/2024"), ("year", 2024)], "2024-09-30"),
        ([("year", 2024), ("quarter", "III"), ("month", 3)], None),  # no month of that quarter
        ([("year", 2023), ("", "9/2024")], None),
        ([("quarter", "III")], None),
        ([("year", "năm nay"), ("quarter", "III")], None),
    ],
)
def test_columns_of_year_quarter_and_month_make_the_period_together(parts, end):
    found = combine(parts)
    assert (found and found.end.isoformat()) == end


@pytest.mark.parametrize(
    ("indicator", "written", "days"),
    [
        ("digital_teams", "Quý III/2024", ("2024-09-30", "2024-09-30")),  # a stock stands on the last day
        ("work_files_online", "Quý III/2024", ("2024-07-01", "2024-09-30")),
        ("work_files_online", "2024-09", ("2024-07-01", "2024-09-30")),  # asked for each quarter: its third
        ("work_files_online", "2024-08", ("2024-08-01", "2024-08-31")),  # no quarter ends there
        ("work_files_online", "9 tháng đầu năm 2024", ("2024-01-01", "2024-09-30")),
        (
            "broadcast_items",
            "30/9/2023",
            ("2022-03-18", "2023-09-30"),
        ),  # where its latest known figure starts
        ("staff_trained", "2024-09", ("2022-03-18", "2024-09-30")),  # none known: since the resolution
        (
            "staff_trained",
            "18/3/2022",
            ("2022-03-18", "2022-03-18"),
        ),  # on its first day the resolution counts
        ("staff_trained", "từ 01/01/2024 đến 30/9/2024", ("2024-01-01", "2024-09-30")),
    ],
)
def test_each_kind_of_indicator_takes_its_days(tables, indicator, written, days):
    found = span_rule(tables, "2025-03")("594", indicator, parse_period(written))
    assert tuple(map(str, found)) == days


def test_a_cumulative_figure_of_a_new_commune_starts_with_it(tables):
    commune = tables.localities.query("vintage == '2025-07' and level == 'commune'")["code"].iloc[0]
    found = span_rule(tables, "2025-07")(commune, "staff_trained", parse_period("2025-09"))
    assert tuple(map(str, found)) == ("2025-07-01", "2025-09-30")


@given(st.text())
def test_no_text_breaks_the_reading_of_periods(text):
    assert isinstance(parse_period(text), Period | None)


@given(st.dates(date(2021, 1, 1), date(2029, 12, 31)))
def test_a_day_survives_every_way_of_writing_it(day):
    ways = [f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"đến {day:%d.%m.%Y}"]
    assert {parse_period(each) for each in ways} == {Period(None, day)}
