"""Which files are let in."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from data.intake.findings import Refusal
from data.intake.open.limits import validate_file
from tests.data.intake.sheets import csv, xlsx

SOUND = xlsx([["Địa phương", "Tổ"], ["La Gi", 65]], merged=["A4:B5"])


def test_a_sound_file_is_let_in():
    assert validate_file("so-lieu.xlsx", SOUND) == "workbook"
    assert validate_file("SO LIEU.XLSX", SOUND) == "workbook"
    assert validate_file("so-lieu.csv", csv([["Địa phương", "Tổ"]])) == "text"


def outcome(name: str, content: bytes) -> str:
    """What the file was let in as, or the message it was refused with."""
    try:
        return validate_file(name, content)
    except Refusal as refusal:
        return refusal.finding.message


@given(st.binary(), st.sampled_from(["a.xlsx", "a.csv", "a.xls", "a", "a.xlsm"]))
def test_no_bytes_are_met_with_more_than_a_refusal(content, name):
    assert outcome(name, content)


@given(st.data())
def test_a_workbook_with_bytes_turned_over_is_read_or_refused(data):
    content = bytearray(SOUND)
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[at] ^= data.draw(st.integers(1, 255))
    assert outcome("a.xlsx", bytes(content))


def test_names_in_a_package_are_never_followed_outside():
    stream = io.BytesIO(SOUND)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("../../etc/passwd.xml", "<x/>")
    assert validate_file("a.xlsx", stream.getvalue()) == "workbook"
