"""The ledger of every figure."""

from dataclasses import replace
from datetime import date

from pages.sources import ledger_entries
from queries.view import View

ALL = View(scope="all")


def test_the_province_is_a_part_of_all():
    assert 0 < len(ledger_entries.entries(View())) < len(ledger_entries.entries(ALL))


def test_filters_are_added_up():
    rows = ledger_entries.entries(replace(ALL, measures=("digital_teams",), years=("2023",)))
    assert set(rows["indicator"]) == {"digital_teams"}
    assert set(rows["period_end"].dt.year) == {2023}


def test_words_are_found_in_any_order_and_from_their_start():
    rows = ledger_entries.entries(replace(ALL, search="thiet phan"))
    assert "593" in set(rows["locality"])
    assert ledger_entries.entries(replace(ALL, search="hiet")).empty


def test_a_chosen_day_hides_what_came_later():
    rows = ledger_entries.entries(replace(ALL, as_of=date(2022, 12, 31)))
    assert rows["period_end"].max().year == 2022


def test_a_rank_is_written_out_of_its_number_and_a_word_as_a_word():
    rows = ledger_entries.with_texts(ledger_entries.entries(ALL))
    assert "27/63" in set(rows["shown"])
    assert "tỷ lệ cao" in set(rows["shown"])


def test_the_latest_period_stands_first():
    assert ledger_entries.entries(ALL)["period_end"].is_monotonic_decreasing
