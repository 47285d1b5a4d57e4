"""CSV files: their letters, their delimiters, their lines."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.findings import Refusal
from data.intake.open.delimited import decode, read_delimited
from data.intake.open.worksheet import Sheet
from tests.data.intake.sheets import windows_1258

TEXT = "Địa phương;Hồ sơ trực tuyến\r\nThị xã La Gi;77,15\r\nHuyện Đức Linh;80\r\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),  # without its mark
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_the_letters_of_every_usual_encoding_are_read(content):
    assert decode(content) == (TEXT, False)


def test_what_is_older_than_unicode_is_left_to_be_told_by_its_names():
    text, undecoded = decode(windows_1258(TEXT))
    assert undecoded
    assert len(text) > len(TEXT)  # a letter and its tone are two


def texts(content: str) -> list[list[str]]:
    read = read_delimited("so-lieu", content.encode())
    return [[read.text(row, column) for column in (1, 2)] for row in (1, 2)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_lines(delimiter):
    lines = f"Địa phương{delimiter}Tổ\nLa Gi{delimiter}65\n"
    assert texts(lines) == [["Địa phương", "Tổ"], ["La Gi", "65"]]


def test_a_comma_of_decimals_is_no_delimiter():
    assert texts("Địa phương;Tỷ lệ\nLa Gi;77,15\n") == [["Địa phương", "Tỷ lệ"], ["La Gi", "77,15"]]
    assert texts('Địa phương,Tỷ lệ\nLa Gi,"77,15"\n') == [["Địa phương", "Tỷ lệ"], ["La Gi", "77,15"]]


def test_excels_own_word_for_the_delimiter_is_believed_and_keeps_its_line():
    read = read_delimited("so-lieu", "sep=;\nĐịa phương, tên;Tổ\nLa Gi;65\n".encode())
    assert (read.text(2, 1), read.text(3, 2)) == ("Địa phương, tên", "65")


def test_a_line_within_quotes_is_one_cell():
    assert texts('"Địa\nphương";Tổ\nLa Gi;65\n') == [["Địa\nphương", "Tổ"], ["La Gi", "65"]]


@given(st.binary())
def test_no_bytes_give_more_than_a_sheet_or_a_refusal(content):
    with suppress(Refusal):
        assert isinstance(read_delimited("so-lieu", content), Sheet)
