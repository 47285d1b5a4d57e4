"""What a cell of figures says."""

import unicodedata
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.interpret.cell_values import COUNT, Figure, Measure, Problem, parse_cell
from data.intake.open.worksheet import Cell
from wording.numbers import number

RATE = Measure("%", minimum=0, maximum=100)
TEAMS = Measure("tổ", whole=True, minimum=0)
MONEY = Measure("tỷ đồng", minimum=0)
PEOPLE = Measure("người", whole=True, minimum=0)
GROWTH = Measure("%/năm")
WORDS = Measure("mô tả", in_words=True)


def said(content, measure=RATE, **cell):
    return parse_cell(Cell(content, **cell), measure)


@pytest.mark.parametrize(
    ("content", "measure", "value"),
    [
        (77.15, RATE, 77.15),
        ("77,15", RATE, 77.15),
        ("77.15", RATE, 77.15),  # a foreign keyboard's point
        ("77,15%", RATE, 77.15),
        ("77,15 %", RATE, 77.15),
        ("77,15 phần trăm", RATE, 77.15),
        ("đạt 77,15%", RATE, 77.15),
        ("77.156", RATE, 77.156),  # no percentage is 77 156
        ("100.000", RATE, 100),  # the highest percentage itself is possible
        ("0,7715%", RATE, 0.7715),  # said to be a percentage
        (0, RATE, 0),  # a zero is a figure
        (100, RATE, 100),
        ("1.234", TEAMS, 1234),  # no team is a third of one
        ("1,234", TEAMS, 1234),
        ("1.230.808", TEAMS, 1230808),
        ("1,230,808", TEAMS, 1230808),
        ("1 230 808", TEAMS, 1230808),
        ("1\u00a0234", TEAMS, 1234),  # no-break space
        ("  65 ", TEAMS, 65),
        ("65 tổ", TEAMS, 65),
        ("65 Tổ", TEAMS, 65),
        (unicodedata.normalize("NFD", "65 tổ"), TEAMS, 65),  # decomposed letters
        ("１２３", TEAMS, 123),  # full-width digits
        ("1,2 nghìn", TEAMS, 1200),
        ("2,9 tỷ đồng", MONEY, 2.9),
        ("1.234,5", MONEY, 1234.5),
        ("−2,5", GROWTH, -2.5),
        ("-2,5", GROWTH, -2.5),
        (-2.5, GROWTH, -2.5),
        ("+7", GROWTH, 7),
    ],
)
def test_a_number_is_read_however_it_is_written(content, measure, value):
    assert said(content, measure) == Figure(value)


def test_a_percent_format_is_believed_and_leaves_no_noise():
    assert said(0.7715, percent=True) == Figure(77.15)
    assert said(1.0, percent=True) == Figure(100)
    assert said(0.07, percent=True) == Figure(7)  # 0.07 × 100 is 7.000000000000001


@pytest.mark.parametrize(
    ("content", "qualifier", "value"),
    [
        ("hơn 900", "more_than", 900),
        ("Trên 900 tổ", "more_than", 900),
        ("> 900", "more_than", 900),
        (">900", "more_than", 900),
        ("hon 900", "more_than", 900),
        ("≥ 900", "at_least", 900),
        (">= 900", "at_least", 900),
        ("ít nhất 900", "at_least", 900),
        ("từ 900 trở lên", "at_least", 900),
        ("900+", "at_least", 900),
        ("dưới 900", "less_than", 900),
        ("chưa đến 900", "less_than", 900),
        ("<900", "less_than", 900),
        ("không quá 900", "at_most", 900),
        ("≤ 900", "at_most", 900),
        ("~900", "about", 900),
        ("khoảng 900", "about", 900),
        ("gần 900", "about", 900),
        ("ước đạt 900", "about", 900),
        ("đạt khoảng 900 tổ", "about", 900),
    ],
)
def test_what_qualifies_a_number_is_kept(content, qualifier, value):
    assert said(content, TEAMS) == Figure(value, qualifier=qualifier)


@pytest.mark.parametrize(
    "content",
    [
        "-",
        "–",
        "—",
        "…",
        "...",
        "đang cập nhật",
        "Đang cập nhật.",
        "chua co so lieu",
        "(chưa có)",
        "x",
        "N/A",
    ],
)
def test_what_says_that_there_is_nothing_yet_is_no_zero(content):
    assert said(content) == Figure(absence="pending")


def test_what_will_never_come_is_told_apart():
    assert said("Không áp dụng") == Figure(absence="not_applicable")


def test_an_indicator_in_words_takes_words():
    assert said("Đã bố trí tại 13/13 phường, xã", WORDS) == Figure(text="Đã bố trí tại 13/13 phường, xã")


@pytest.mark.parametrize(
    ("content", "measure", "check"),
    [
        (0.7715, RATE, "share_for_percent"),
        ("0,7715", RATE, "share_for_percent"),
        (1, RATE, "share_for_percent"),
        ("2.900", MONEY, "two_readings"),
        ("123.456", RATE, "two_readings"),  # over 100 either way
        ("77%", TEAMS, "percent_for_count"),
        ("65 người", TEAMS, "other_unit"),
        ("12,5", COUNT, "not_whole"),
        ("-5", TEAMS, "negative"),
        ("(5)", TEAMS, "not_a_number"),
        ("1O5", TEAMS, "letter_for_digit"),
        ("l05", TEAMS, "letter_for_digit"),
        ("12/15", TEAMS, "parts_in_one_cell"),
        ("65/70 xe", RATE, "parts_in_one_cell"),  # nothing that the indicator counts
        ("12 15", TEAMS, "several_numbers"),
        ("1234 567", TEAMS, "several_numbers"),  # no thousands
        ("320\n145", TEAMS, "several_numbers"),
        ("70 – 80%", RATE, "span_in_one_cell"),
        ("70 đến 80", RATE, "span_in_one_cell"),
        ("không", TEAMS, "zero_or_nothing"),
        ("không phát sinh", TEAMS, "zero_or_nothing"),
        ("½", RATE, "not_a_number"),
        ("NaN", RATE, "not_a_number"),
        ("1,2,3", TEAMS, "not_a_number"),
        (True, TEAMS, "not_a_number"),
        (datetime(2024, 5, 1), TEAMS, "date_for_figure"),  # "1.5" of a Vietnamese keyboard
        (time(9, 30), TEAMS, "date_for_figure"),
        (timedelta(days=1), TEAMS, "date_for_figure"),
    ],
)
def test_what_is_no_sure_number_is_named(content, measure, check):
    problem = said(content, measure)
    assert isinstance(problem, Problem)
    assert problem.check == check


def test_a_unit_outside_the_cell_converts_the_number_and_is_kept():
    assert parse_cell(Cell(45000), MONEY, "triệu đồng") == Figure(45, converted="triệu đồng")
    assert parse_cell(Cell("12,5 nghìn người"), PEOPLE) == Figure(12500, converted="nghìn người")
    assert parse_cell(Cell(12), TEAMS, "người") == Problem("unit_differs", {"unit": "tổ", "stated": "người"})


@pytest.mark.parametrize(
    ("written", "value", "numerator", "denominator", "mark"),
    [
        ("100 % (65/65)", 100, 65, 65, ""),
        ("65/65 (100%)", 100, 65, 65, ""),
        ("65/65", None, 65, 65, ""),
        ("81,2 (1)", 81.2, None, None, "1"),
        ("81,2*", 81.2, None, None, "*"),
        ("77²", 77, None, None, "²"),
    ],
)
def test_parts_and_the_mark_of_a_note_stand_in_the_cell_of_a_rate(
    written, value, numerator, denominator, mark
):
    figure = parse_cell(Cell(written), RATE)
    assert (figure.value, figure.numerator, figure.denominator, figure.mark) == (
        value,
        numerator,
        denominator,
        mark,
    )


def test_errors_of_a_formula_are_told_apart():
    assert said("#DIV/0!", fault="error") == Problem("excel_error")
    assert said("", fault="uncached") == Problem("uncomputed_formula")


@given(st.integers(0, 10**9))
def test_a_count_survives_every_way_of_writing_it(count):
    written = number(count)
    ways = [
        written,
        written.replace(".", ","),
        written.replace(".", " "),
        str(count),
        f" {written} tổ",
        f"{count},0",
    ]
    assert {said(each, TEAMS) for each in ways} == {Figure(float(count))}
    assert said(f"hơn {written}", TEAMS) == Figure(float(count), qualifier="more_than")


@given(st.decimals(1, 100, places=2).filter(lambda value: value > 1))
def test_a_percentage_survives_every_way_of_writing_it(value):
    written = number(float(value), 2)
    ways = [written, f"{written}%", f"{written} %", str(value), f"{value}%", f"đạt {written} phần trăm"]
    assert {said(each) for each in ways} == {Figure(float(value))}
    assert said(float(value) / 100, percent=True) == Figure(float(value))


@given(st.text(), st.sampled_from([RATE, TEAMS, MONEY, WORDS, COUNT]))
def test_no_text_is_more_than_a_figure_or_a_problem(text, measure):
    assert isinstance(said(text, measure), Figure | Problem)
