"""Tiến độ: the finding, the list, the matrix, the filters, the reasons of a chosen row."""

import json
import re

import pytest

from pages.progress import words
from queries import target_rows
from queries.view import View


def drawn(test, name: str) -> dict:
    """Return what a component of the page was given to draw."""
    parts = [each.proto for each in test.get("bidi_component")]
    return json.loads(next(part for part in parts if part.component_name == name).json)


def listed(test) -> list[dict]:
    """Return the rows of the list, with the texts they point at."""
    sent = drawn(test, "bars")
    rows = [dict(zip(sent["fields"], row, strict=True)) for row in sent["rows"]]
    return [
        {
            name: sent["texts"][at] if name in sent["worded"] else at
            for name, at in row.items()
            if at is not None
        }
        for row in rows
    ]


def said(test) -> str:
    return "\n".join(each.value for each in [*test.markdown, *test.caption, *test.warning])


def chips(test) -> list[str]:
    """Return the counts by status as the chips print them, their shape and colour left out."""
    groups = [group for group in test.get("button_group") if group.key == "view.statuses"]
    options = groups[0].proto.options if groups else []
    return [option.content.rpartition("} ")[2] for option in options]


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"kieu": "mo-phong"},
        {"tinh": "58"},
        {"tinh": "11", "cap": "xa"},
        {"moc": "2025-07", "tinh": "68", "cap": "xa"},
        {"moc": "2025-07", "tinh": "11", "xem": "ma-tran"},
        {"kieu": "mo-phong", "cap": "xa", "huyen": "593", "xem": "ma-tran"},
        {"dp": "595"},  # Tuy Phong: nothing was published
        {"tinh": "58", "dp": "582", "xem": "ma-tran"},
    ],
)
def test_the_page_opens_on_every_scope(visit, address):
    test = visit("tien-do", **address)
    assert not test.exception
    assert not test.error
    assert drawn(test, "matrix" if "xem" in address else "bars")


def test_the_finding_counts_what_is_known_and_what_is_not(visit):
    test = visit("tien-do")
    assert "3/36 lượt giao đạt, chưa ghi nhận lượt nào chậm; 32 chưa có số liệu hoặc văn bản" in said(test)
    assert chips(test) == ["3 đạt", "1 số liệu cũ", "20 chưa có số liệu", "12 chưa có văn bản"]


def test_targets_whose_text_is_unknown_are_listed_as_such(visit):
    unknown = [row for row in listed(visit("tien-do")) if row.get("word") == "chưa có văn bản"]
    assert len(unknown) == 12
    assert {row["fold"] for row in unknown} == {
        "Nghị quyết 10-NQ/TU · Chưa rõ trụ cột: ? 12 lượt giao chưa có văn bản"
    }
    assert not any("share" in row for row in unknown)


def test_reference_lines_stand_apart_and_are_not_counted(visit):
    rows = listed(visit("tien-do"))
    reference = [row for row in rows if row.get("section") == words.REFERENCE]
    fibre = next(row for row in reference if row["code"] == "qd411-fibre-2025/60")
    assert fibre["word"] == "trên mốc"
    assert fibre["text"] == "hơn 95 %"
    assert rows.index(reference[0]) == 36  # after every row that is assigned


def test_a_place_without_figures_says_so_and_shows_no_zero(visit):
    test = visit("tien-do", dp="595")
    assert "1/1 chưa có số liệu hoặc văn bản" in said(test)
    assert {row["under"] for row in listed(test)} == {"H. Tuy Phong"}
    assert not any("share" in row or row["text"] for row in listed(test))


def test_simulated_figures_make_no_finding_to_read_aloud(visit):
    test = visit("tien-do", kieu="mo-phong")
    assert words.FINDINGS["simulated"] in said(test)
    assert "lượt giao đạt" not in said(test)


def test_nothing_is_assigned_to_new_communes_and_the_page_says_why(visit):
    test = visit("tien-do", moc="2025-07", tinh="68", cap="xa")
    assert words.FINDINGS["none_assigned"] in said(test)
    assert words.NONE_ASSIGNED in said(test)
    assert {row["section"] for row in listed(test)} == {words.REFERENCE}
    assert chips(test) == []


def test_a_long_list_is_cut_and_says_what_it_left_but_every_fold_keeps_its_count(visit):
    test = visit("tien-do", moc="2025-07", tinh="68", cap="xa")
    folds = {row["fold"] for row in listed(test) if "fold" in row}
    assert any(re.fullmatch(r"411/QĐ-TTg: ▨ [\d.]+ dòng chưa có số liệu", fold) for fold in folds)
    assert "chỉ được đếm" in said(test)


def test_a_status_narrows_the_list_but_not_the_counts(visit):
    test = visit("tien-do", tt="dat")
    assert {row["word"] for row in listed(test)} == {"đạt"}
    assert len(listed(test)) == 3
    assert chips(test)[0] == "3 đạt"
    assert "20 chưa có số liệu" in chips(test)


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ({"tru-cot": "economy", "nq": "10-nq-tu"}, "Nghị quyết 10-NQ/TU · Kinh tế số"),
        (
            {"nq": "956-kh-bdhcds", "tinh": "58", "tru-cot": "security"},
            "Kế hoạch 956/KH-BĐHCĐS · An toàn thông tin mạng",
        ),
    ],
)
def test_pillar_and_document_narrow_list_and_counts(visit, address, group):
    rows = listed(visit("tien-do", **address))
    assigned = [row for row in rows if "section" not in row]
    assert [row["group"] for row in assigned] == [group]


def test_a_type_of_locality_narrows_to_its_places(visit):
    rows = listed(visit("tien-do", loai="thị xã"))
    assert {row["under"] for row in rows} == {"TX. La Gi"}


def test_the_matrix_holds_each_place_against_each_target(visit):
    table = drawn(visit("tien-do", xem="ma-tran"), "matrix")["table"]
    assert len(table["rows"]) == 11  # the province and its ten districts
    assert table["rows"][0]["name"] == "Bình Thuận"
    assert table["rows"][0]["totals"] == "✔3 ◷1 ▨10 ?12"
    numbers = {target: number for target, _, number in table["columns"]}
    assert numbers["r10-01"] == "10-NQ/TU"
    assert {"r10-14", "kh4677-work-files-district"} <= set(numbers)
    at = [target for target, _, _ in table["columns"]].index("kh4677-procedures-full")
    shape = table["looks"][table["rows"][0]["cells"][at][0]][0]
    assert [shape, *table["rows"][0]["cells"][at][1:]] == ["✔", "100 %", 0]


def test_a_chosen_row_says_why(visit):
    test = visit("tien-do", tinh="58", dong="r09-top15,58")
    assert "27/63" in said(test)
    assert "Số liệu cũ hơn 12 tháng" in said(test)
    assert "Chuyển đổi số chưa mạnh" in said(test)  # what the plan said of it
    assert "Ban Điều hành chuyển đổi số tỉnh" in said(test)  # who answers for it
    assert "không gắn với chỉ tiêu nào" in said(test)
    links = [link.label for link in test.get("page_link")]
    assert links[-3:] == [words.OPEN_FIGURE, words.OPEN_TARGET, words.OPEN_PLACE]
    assert drawn(test, "bars")["selected"] == "r09-top15/58"


def test_a_chosen_row_says_its_pace_and_arrival(visit):
    test = visit("tien-do", kieu="mo-phong", dong="r10-02,60")
    assert "Nhịp độ:" in said(test)
    assert "Mức lộ trình ngày" in said(test)
    assert "Nguyên nhân" not in said(test)  # what was said of real figures is not said of simulated ones


def test_a_broken_address_is_complained_of_and_the_page_stands(arrive, visit):
    broken = {"tru_cot": "economy,khong", "nq": "zzz", "dong": "a,b", "tt": "rat-dat", "xem": "ngang"}
    arrived = arrive(**broken)
    complaints = " ".join(each.value for each in arrived.warning)
    for value in ("khong", "zzz", "rat-dat", "ngang", "a, b"):
        assert value in complaints
    test = visit("tien-do", **broken)
    assert not test.error
    assert {row["group"] for row in listed(test) if "group" in row} >= {"Nghị quyết 10-NQ/TU · Kinh tế số"}


def test_a_row_of_another_province_is_let_go(visit):
    test = visit("tien-do", tinh="58", dong="r10-01,60")
    assert drawn(test, "bars")["selected"] == ""
    assert words.NOTHING_CHOSEN in said(test)


def test_the_table_behind_holds_every_row_with_its_source(visit):
    test = visit("tien-do")
    test.session_state["progress-table"] = True
    test.run()
    table = test.dataframe[0].value
    assert len(table) == len(target_rows.in_scope(View()))
    fibre = table[
        (table["title"] == "Hộ gia đình được phủ cáp quang") & (table["place"] == "Bình Thuận")
    ].iloc[0]
    assert fibre["standing_shown"] == "mốc tham chiếu"
    assert fibre["source_shown"]
