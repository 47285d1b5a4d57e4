"""The user's own word on which feature is which locality."""

import pytest

from geo.importing import attributes, crosswalk
from geo.importing.unreadable_file import UnreadableFile

ROWS = [{"ten": "Tân Hà"}, {"ten": "Mũi Né"}, {"ten": "Hòa Thắng"}, {"ten": "Tân Hà"}]


@pytest.fixture
def read(layer, places, above, tmp_path):
    def of(text):
        file = tmp_path / "doi-chieu.csv"
        file.write_text(text, encoding="utf-8")
        return crosswalk.read_crosswalk(
            file, attributes.read_attributes(layer(*ROWS), places, above).features, places
        )

    return of


def test_a_feature_is_named_by_its_number_or_its_name(read):
    assert read("feature,name,code\n1,,00127\n,Hoà Thắng,22960\n") == ({1: "00127", 3: "22960"}, [])


def test_a_feature_can_be_left_out(read):
    assert read("name,code\nMũi Né,-\n") == ({2: crosswalk.EXCLUDED}, [])


def test_a_spreadsheet_may_part_the_columns_by_semicolons(read):
    assert read("\ufefffeature;code\n2;22918\n") == ({2: "22918"}, [])


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        (",Phan Thiết,22918", "dòng 2: không có đúng một vùng “Phan Thiết”"),
        (",Tân Hà,00127", "dòng 2: không có đúng một vùng “Tân Hà”"),  # two bear the name
        ("9,,00127", "dòng 2: không có đúng một vùng “9”"),
        ("1,,99999", "dòng 2: mã “99999” không có trong danh mục"),
    ],
)
def test_a_line_that_does_nothing_is_told(read, line, warning):
    found, warnings = read(f"feature,name,code\n{line}\n")
    assert found == {}
    assert warning in warnings[0]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="Không đọc được tệp đối chiếu"):
        crosswalk.read_crosswalk(tmp_path / "a.csv", {}, ())


def test_a_file_without_its_columns_is_refused(read):
    with pytest.raises(UnreadableFile, match="phải có cột “code”"):
        read("ten,ma\na,b\n")
