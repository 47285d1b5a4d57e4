"""Text written before Unicode."""

import csv
from pathlib import Path

import pytest

from wording.encodings import decode, likeliest_encoding
from wording.spelling import spelling_key, split_kind

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "data" / "tables" / "localities.csv"
LEGACY = ROOT.parent / "shared" / "geo" / "raw" / "tables" / "communesVN_tcvn3_codes.csv"
# Communes of Bình Thuận and Ninh Thuận as such a list has them: with type words and without, two run together.
SOME = [
    "Phong phó", "Phan Hoµ", "Hång Phong", "ThuËn Minh", "ThuËn Nam", "T©n B×nh", "§øc ThuËn", "Vò Hoµ", "§øc Phó",
    "§øcTµi", "Ph\u00adêng §øc NghÜa", "H\u00adng Long", "S«ng B×nh", "X· Ph\u00adíc S¬n", "X· Hé H¶i",
    "X· Ph\u00adíc Kh¸ng", "X· Nh¬n H¶i", "X· Ph\u00adíc Th¸i", "P. Mü H\u00ad¬ng",
]  # fmt: skip


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


def whole_list():
    with LEGACY.open(encoding="utf-8", newline="") as table:
        return [
            row["C_NAMEVI"] for row in csv.DictReader(table) if row["P_NAME"] in ("Binh Thuan", "Ninh Thuan")
        ]


@pytest.mark.parametrize(
    "names", [lambda: SOME, pytest.param(whole_list, marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_the_names_of_a_legacy_list_become_vietnamese(names):
    if names is whole_list and not LEGACY.exists():
        pytest.skip("the legacy list of communes is not beside the project")
    with REGISTER.open(encoding="utf-8", newline="") as table:
        known = {spelling_key(split_kind(row["name"])[1]) for row in csv.DictReader(table)}

    def is_known(name):
        return spelling_key(split_kind(name)[1]) in known

    names = names()
    assert likeliest_encoding(names, is_known) == "TCVN3"
    read = sum(is_known(decode(name, "TCVN3")) for name in names)
    assert read / len(names) > 0.8  # the others were renamed or merged since
