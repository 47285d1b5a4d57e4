"""Vietnamese names as people write them."""

import csv
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from wording.spelling import clean_name, loose_key, nearest_names, spelling_key, split_kind, unaccented

REGISTER = Path(__file__).resolve().parents[2] / "data" / "tables" / "localities.csv"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (unicodedata.normalize("NFD", "Đức Linh"), "Đức Linh"),  # as the statistics office's tables have it
        ("Tân\u00a0Hà", "Tân Hà"),  # no-break space
        ("Tân\u200b Hà\ufeff", "Tân Hà"),  # zero width
        ("  Tân   Hà ", "Tân Hà"),
        ("Ðức Linh", "Đức Linh"),  # U+00D0
        ("BìnhThuận", "Bình Thuận"),  # as GADM 4.1 has it
        ("PhanRang-ThápChàm", "Phan Rang-Tháp Chàm"),
        ("Ea H’leo", "Ea H'leo"),
        ("TT. Phước Dân", "TT. Phước Dân"),  # capitals side by side are no missing space
        ("Hoà Thắng", "Hoà Thắng"),  # a spelling is not corrected
    ],
)
def test_what_a_reader_does_not_see_is_cleaned(written, meant):
    assert clean_name(written) == meant


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Thị xã La Gi", ("thị xã", "La Gi")),
        ("THỊ XÃ LA GI", ("thị xã", "LA GI")),
        ("Thị Xã Mường Lay", ("thị xã", "Mường Lay")),
        ("TX. La Gi", ("thị xã", "La Gi")),
        ("TX La Gi", ("thị xã", "La Gi")),
        ("T.X. La Gi", ("thị xã", "La Gi")),
        ("ThịxãLaGi", ("thị xã", "La Gi")),
        ("TP.Phan Thiết", ("thành phố", "Phan Thiết")),
        ("Tp. Phan Thiết", ("thành phố", "Phan Thiết")),
        ("tỉnh Lâm Đồng", ("tỉnh", "Lâm Đồng")),
        ("Thị trấn Thị Trấn", ("thị trấn", "Thị Trấn")),  # only the first type word goes
        ("Phường Đúc", ("phường", "Đúc")),
        ("P.1", ("phường", "1")),
        ("Quận 1", ("quận", "1")),
        ("X. Tân Hà", ("xã", "Tân Hà")),
        ("Đặc khu Phú Quý", ("đặc khu", "Phú Quý")),
        ("Đặc\u00a0khu Phú Quý", ("đặc khu", "Phú Quý")),
        ("Xãn", ("", "Xãn")),  # a name that only begins like a type word
        ("Phan Thiết", ("", "Phan Thiết")),
        ("Tân Hà", ("", "Tân Hà")),  # one letter is no type word without its dot
        ("Thị trấn", ("", "Thị trấn")),  # a type word alone is all there is
        ("", ("", "")),
    ],
)
def test_the_type_word_is_kept_apart_from_the_name(name, parts):
    assert split_kind(name) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Thắng", "Hòa Thắng"),
        ("Phú Thuỷ", "Phú Thủy"),
        ("Luỹ", "Lũy"),
        ("Phan Rang-Tháp Chàm", "Phan Rang – Tháp Chàm"),
        ("Phan Rang-Tháp Chàm", "PhanRang-ThápChàm"),
        ("LA GI", "La Gi"),
        ("LaGi", "La Gi"),
        ("Đức Linh", "ÐỨC LINH"),
        ("Phường 01", "phường 1"),
        ("Quý", unicodedata.normalize("NFD", "Quý")),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phú Quý", "Phú Quí"),
        ("Sa Lông", "Xá Lông"),
        ("Pu Nhi", "Pú Nhi"),
        ("Phu Luông", "Pu Luông"),
        ("Na Ư", "Na U"),
        ("Muờng Lay", "Mường Lay"),
        ("Thành Hải", "Thanh Hải"),  # two communes of Ninh Thuận
        ("Nà Tòng", "Na Tông"),  # two communes of Điện Biên
        ("Đông Hải", "Dong Hai"),
    ],
)
def test_names_that_may_be_confused_are_guesses_and_no_match(one, other):
    assert spelling_key(one) != spelling_key(other)
    assert loose_key(one) == loose_key(other)
    assert nearest_names(one, [other, "Mường Nhé"]) == [other]


def test_tones_in_other_syllables_make_another_name():
    assert spelling_key("Bình Thuân") != spelling_key("Binh Thuần")


def test_the_nearest_guess_comes_first_and_a_far_name_is_none():
    names = ["Xã Thành Hải", "Phường Thanh Hải", "Xã Phước Hải", "Xã Mường Nhé"]
    assert nearest_names("Thanh Hải", names)[:2] == ["Phường Thanh Hải", "Xã Thành Hải"]
    assert "Xã Mường Nhé" not in nearest_names("Thanh Hải", names)


def test_a_name_is_typed_without_accents():
    assert unaccented("Đức Linh") == unaccented("Ðức Linh") == "duc linh"


def test_no_two_communes_of_a_province_share_kind_and_key():
    with REGISTER.open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["vintage"] == "2025-07"]
    communes = [row for row in rows if row["level"] == "commune"]
    parts = [split_kind(row["name"]) for row in communes]
    assert [kind for kind, _ in parts] == [row["type"] for row in communes]
    keyed = zip(communes, parts, strict=True)
    counts = Counter((row["parent_code"], kind, spelling_key(bare)) for row, (kind, bare) in keyed)
    assert len(communes) == 3321
    assert max(counts.values()) == 1
