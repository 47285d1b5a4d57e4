"""Letters from before Unicode."""

import pytest

from data.intake.findings import Refusal
from data.intake.open.legacy_text import decode_sheet
from data.intake.open.worksheet import Cell, Sheet
from tests.data.intake.sheets import tcvn3, windows_1258

NAMES = ("Địa phương", "Huyện Đức Linh", "Thị xã La Gi", "Tổ công nghệ số")


def sheet(*texts: str, undecoded: bool = False) -> Sheet:
    return Sheet("Số liệu", {(row, 1): Cell(text) for row, text in enumerate(texts, 1)}, undecoded=undecoded)


def texts(of: Sheet) -> list[object]:
    return [cell.content for cell in of.cells.values()]


def known(text: str) -> bool:
    return text in NAMES


def test_a_sheet_of_tcvn3_is_told_by_its_names():
    repaired, encoding = decode_sheet(sheet(*map(tcvn3, NAMES)), known)
    assert (texts(repaired), encoding) == (list(NAMES), "TCVN3")


def test_a_sheet_of_windows_1258_is_decoded():
    latin = [windows_1258(each).decode("latin-1") for each in NAMES]
    repaired, encoding = decode_sheet(sheet(*latin, undecoded=True), known)
    assert (texts(repaired), encoding) == (list(NAMES), "Windows-1258")


def test_windows_1258_without_a_known_name_is_still_vietnamese():
    latin = windows_1258("Người lập biểu").decode("latin-1")
    repaired, encoding = decode_sheet(sheet(latin, undecoded=True), known)
    assert (texts(repaired), encoding) == (["Người lập biểu"], "Windows-1258")


def test_unicode_is_left_as_it_is():
    whole = sheet(*NAMES, "T©n")
    assert decode_sheet(whole, known) == (whole, "Unicode")
    plain = sheet("Dia phuong", "65")
    assert decode_sheet(plain, known) == (plain, "Unicode")


def test_letters_of_another_country_are_refused():
    with pytest.raises(Refusal):
        decode_sheet(sheet("Περιοχή".encode("cp1253").decode("latin-1"), undecoded=True), known)
