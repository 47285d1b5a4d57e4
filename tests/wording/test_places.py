"""Short names of localities."""

import pytest

from wording.places import dictionary_key, searchable_name, short_name


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("Thị xã La Gi", "TX. La Gi"),
        ("Thị trấn Thị Trấn", "TT. Thị Trấn"),  # only the first type word goes
        ("Tỉnh Bình Thuận", "Bình Thuận"),
        ("Xãn", "Xãn"),  # a name that only begins like a type word
    ],
)
def test_only_the_type_word_is_shortened(name, shortened):
    assert short_name(name) == shortened


def test_names_sort_as_in_a_vietnamese_dictionary():
    names = ["Tuy Phong", "Đức Linh", "Hàm Thuận Nam", "Hàm Tân", "Duy Cần", "Ân Hòa", "An Hòa"]
    assert sorted(names, key=dictionary_key) == [
        "An Hòa",
        "Ân Hòa",  # â after a
        "Duy Cần",
        "Đức Linh",  # đ after d
        "Hàm Tân",  # â before u, whatever the tone
        "Hàm Thuận Nam",
        "Tuy Phong",
    ]


def test_tones_decide_only_between_equal_letters():
    assert sorted(["A Lưới 10", "A Dơi", "A Lưới 2", "1 Bảo Lọc"], key=dictionary_key) == [
        "1 Bảo Lọc", "A Dơi", "A Lưới 2", "A Lưới 10",
    ]  # fmt: skip
    assert sorted(["má", "ma", "mạ", "mã", "mả", "mà"], key=dictionary_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    ]


def test_a_name_is_found_without_its_accents():
    assert searchable_name("TP. Phan Thiết").endswith("phan thiet")
    assert searchable_name("H. Đức Linh").endswith("duc linh")
