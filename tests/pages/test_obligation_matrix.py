"""The matrix of who owes what."""

import pandas as pd

from pages.sources import obligation_matrix, obligations
from queries.view import View


def cells():
    common = {"vintage": "2025-03", "level": "district", "last_period": pd.NaT}
    rows = [
        ("594", "TX. <La Gi>", "digital_teams", "reported", "proposed", "reported"),
        ("594", "TX. <La Gi>", "smartphone_share", "late", "proposed", "late_proposed"),
        ("595", "H. Tuy Phong", "digital_teams", "late", "assigned", "late"),
        ("595", "H. Tuy Phong", "smartphone_share", "not_applicable", "assigned", "not_applicable"),
    ]
    columns = ["locality", "place", "indicator", "status", "basis", "look"]
    frame = pd.DataFrame(rows, columns=columns).assign(**common, late_since=pd.Timestamp("2025-01-15"))
    return frame.assign(name_vi=frame["indicator"])


def test_every_look_has_a_shape_of_its_own():
    shapes = [shape for name, (_, shape) in obligation_matrix.SWATCHES.items() if name != "not_asked"]
    assert len(set(shapes)) == len(shapes)


def test_counts_stand_at_every_end():
    written = obligation_matrix.matrix(cells())
    assert ">0/1<" in written
    assert ">1/2<" in written
    assert ">1/3<" in written


def test_only_an_assigned_duty_looks_late():
    written = obligation_matrix.matrix(cells())
    assert written.count('class="late"') == 1
    assert written.count('class="late_proposed"') == 1


def test_names_are_escaped():
    assert "<La Gi>" not in obligation_matrix.matrix(cells())


def test_the_list_says_who_lacks_what_since_when():
    late = obligations.overdue(cells())
    assert late["place"].tolist() == ["H. Tuy Phong", "TX. <La Gi>"]
    assert late["basis_shown"].tolist() == ["được giao", "lịch đề xuất"]


def test_the_legend_names_all_five_kinds_and_the_proposed_one():
    written = obligation_matrix.legend(cells())
    for word in ("đã báo cáo: 1", "chưa đến hạn báo cáo: 0", "chậm báo cáo: 1", "không áp dụng: 1",
                 "địa giới thay đổi: 0", "chưa có theo lịch đề xuất: 1"):  # fmt: skip
        assert word in written


def test_indicators_the_level_does_not_owe_are_left_out():
    owed = obligations.obligations(View())
    assert "digital_economy_share" not in set(owed["indicator"])  # asked of provinces only
    assert set(owed["level"]) == {"district"}
