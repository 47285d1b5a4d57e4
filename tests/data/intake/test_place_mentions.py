"""Which localities the line of a title names."""

import pytest

from data.intake.interpret.place_mentions import find_places
from data.intake.interpret.place_names import index_localities


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ CỦA XÃ VĨNH HẢO", [("22981",)]),
        ("UBND HUYỆN TUY PHONG – Kết quả quý III/2024", [("595",)]),
        ("Don vi: UBND xa Vinh Hao", [("22981",)]),
        ("UBND XÃ VĨNH HẢO, HUYỆN TUY PHONG", [("22981",), ("595",)]),
        ("Kết quả của xã Vĩnh Hoài", [()]),  # not in the register
        ("TRẠM Y TẾ XÃ VĨNH HẢO", [()]),  # it reports for itself
        ("Kết quả chuyển đổi số của các xã, phường, thị trấn", []),
        ("Kinh tế số, xã hội số", []),
        ("Tuy Phong, ngày 05 tháng 10 năm 2024", []),
    ],
)
def test_a_title_names_localities_by_their_kind(tables, line, found):
    register = index_localities(tables.localities, "2025-03")
    assert [each.codes for each in find_places(line, register)] == found


def test_namesakes_are_named_together(tables):
    register = index_localities(tables.localities, "2025-03")
    assert [set(each.codes) for each in find_places("UBND xã Tân Hà", register)] == [{"23221", "23257"}]
