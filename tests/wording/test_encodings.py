"""Text written before Unicode."""

import csv
from pathlib import Path

import pytest

from wording.encodings import decode, likeliest_encoding
from wording.spelling import spelling_key, split_kind

SHARED = Path(__file__).resolve().parents[3] / "shared" / "geo"
LEGACY = SHARED / "raw" / "tables" / "communesVN_tcvn3_codes.csv"


@pytest.mark.parametrize(
    ("written", "encoding", "meant"),
    [
        ("T©n Ch©u", "TCVN3", "Tân Châu"),
        ("§iÖn Biªn", "TCVN3", "Điện Biên"),
        ("M\u00adêng NhÐ", "TCVN3", "Mường Nhé"),  # ư is a soft hyphen, é looks like Đ
        ("Ninh ThuËn", "TCVN3", "Ninh Thuận"),
        ("Ñieän Bieân", "VNI", "Điện Biên"),
        ("Möôøng Nheù", "VNI", "Mường Nhé"),
        ("PHAN THIEÁT", "VNI", "PHAN THIẾT"),
        ("Phuù Quyù", "VNI", "Phú Quý"),
        ("Lòch Hoäi Thöôïng", "VNI", "Lịch Hội Thượng"),
        ("Baéc Bình", "VNI", "Bắc Bình"),
        ("Mũi Né".encode().decode("latin-1"), "UTF-8", "Mũi Né"),
        ("Mũi Né", "UTF-8", "Mũi Né"),  # what can't be read anew stays
    ],
)
def test_legacy_text_is_read(written, encoding, meant):
    assert decode(written, encoding) == meant


def test_the_encoding_is_the_one_whose_words_are_known():
    known = {"Tân Châu", "Điện Biên", "La Gi"}.__contains__
    assert likeliest_encoding(["T©n Ch©u", "§iÖn Biªn", "La Gi"], known) == "TCVN3"
    assert likeliest_encoding(["Ñieän Bieân", "La Gi"], known) == "VNI"
    assert likeliest_encoding(["Điện Biên", "La Gi"], known) == "Unicode"
    assert likeliest_encoding(["nobody", "knows"], known) == "Unicode"


@pytest.mark.skipif(not LEGACY.exists(), reason="the legacy list of communes is not beside the project")
def test_the_names_of_a_whole_legacy_list_become_vietnamese():
    with (SHARED / "units.csv").open(encoding="utf-8", newline="") as table:
        known = {spelling_key(split_kind(row["name"])[1]) for row in csv.DictReader(table)}
    with LEGACY.open(encoding="utf-8", newline="") as table:
        names = [
            row["C_NAMEVI"] for row in csv.DictReader(table) if row["P_NAME"] in ("Binh Thuan", "Ninh Thuan")
        ]

    def is_known(name):
        return spelling_key(split_kind(name)[1]) in known

    assert likeliest_encoding(names, is_known) == "TCVN3"
    read = sum(is_known(decode(name, "TCVN3")) for name in names)
    assert read / len(names) > 0.8  # the others were renamed or merged since
