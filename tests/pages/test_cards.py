from datetime import date

import pytest

from pages.overview import card_markup, cards
from pages.overview.cards import Card, Strip
from queries import documents
from queries.view import View


def test_a_plan_not_yet_issued_on_the_day_has_no_card():
    numbers = documents.in_force(View(as_of=date(2024, 10, 21)))["number"]
    assert "1051/KH-UBND" in set(numbers)
    assert "4677/KH-UBND" not in set(numbers)


def test_the_count_that_adds_up_comes_first_and_says_where_sources_disagree():
    rows = documents.reported_counts(View())
    assert rows["remaining"].tolist() == [7.0, 6.0]
    assert rows["check"].tolist() == [
        "Các nguồn ghi khác nhau về số chỉ tiêu còn lại: 7; 6.",
        "7 chỉ tiêu đạt + 6 còn lại = 13, nguồn ghi tổng số 14.",
    ]


def test_targets_for_each_unit_are_counted_apart_from_those_of_the_whole():
    plan = next(card for card in cards.cards(View()) if "4677" in card.title)
    assert [strip.label for strip in plan.strips] == [
        "Đánh giá theo số liệu đã có: 4 chỉ tiêu",
        "Giao cho từng đơn vị: 2 chỉ tiêu, 131 lượt",
    ]
    assert sum(count for _, count in plan.strips[1].parts) == 131


@pytest.mark.journey
def test_simulated_cards_carry_no_reported_count():
    assert all(card.counts == () for card in cards.cards(View(kind="simulated")))


def test_national_targets_are_lines_of_reference_and_no_cards():
    assert not any("411" in card.title for card in cards.cards(View()))
    assert any(line.startswith("411/QĐ-TTg: 17 mốc") for line in cards.national_lines(View()))


def test_a_title_from_a_table_cannot_become_markup():
    strip = Strip("<b>nhãn</b>", (("met", 2), ("no_data", 1)))
    card = Card("<script>alert(1)</script>", '"><img>', "x", (("7/14", "<i>", "a&b"),), (strip,), ("<u>",))
    written = card_markup.markup([card], ["<em>"])
    for markup in ("<script", "<img", "<i>", "<b>nhãn", "<u>", "<em>"):
        assert markup not in written
    assert "2 đạt" in written
    assert "1 chưa có số liệu" in written


def test_without_documents_the_cards_say_what_to_add():
    assert "Chưa có văn bản nào giao chỉ tiêu" in card_markup.markup([], [])
