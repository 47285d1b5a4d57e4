"""Counting, the finding, grouping and folding of the progress list."""

import pandas as pd
import pytest

from components.matrix import encode_table
from pages.progress import target_list, words
from queries import target_rows
from queries.view import View
from wording.statuses import ORDER


def pairs(*rows) -> pd.DataFrame:
    """Return rows of ``progress.rows`` as far as counting and grouping read them."""
    columns = ["target", "locality", "standing", "status", "known"]
    frame = pd.DataFrame(rows, columns=columns)
    reference = frame["standing"].eq("reference")
    frame = frame.assign(
        title="Kinh tế số", place=frame["locality"], document="Nghị quyết 10-NQ/TU", number="10-NQ/TU",
        group="Nghị quyết 10-NQ/TU · Kinh tế số", pillar_shown="Kinh tế số", note="", why="", value_shown="5 %",
        share=0.5, expected_at=float("nan"), target_at=0.8, document_order=0, pillar_order=0,
        part=frame["locality"].ne("60"), worst=frame["status"].map(ORDER.index),
        part_order=reference.astype("int64") + (reference & ~frame["known"]),
    )  # fmt: skip
    return frame.assign(bundle=frame["part_order"])


def test_reference_lines_are_never_counted():
    found = pairs(
        ("a", "60", "assigned", "met", True),
        ("a", "593", "reference", "above_reference", True),
        ("b", "60", "assigned", "behind", True),
        ("c", "60", "assigned", "behind", True),
    )
    assert target_rows.count_statuses(found) == {"behind": 2, "met": 1}  # worst first


@pytest.mark.parametrize(
    ("kind", "counted", "listed", "said"),
    [
        (
            "real",
            {"missed": 1, "behind": 2, "met": 3},
            6,
            "3/6 lượt giao chậm lộ trình hoặc không đạt; 3 đạt",
        ),
        (
            "real",
            {"on_track": 1, "met": 3, "no_data": 5},
            9,
            "3/9 lượt giao đạt, chưa ghi nhận lượt nào chậm; 5 chưa",
        ),
        ("real", {"on_track": 2}, 2, "2/2 lượt giao đúng lộ trình"),
        (
            "real",
            {"stale": 3},
            3,
            "Chưa đánh giá được 3 lượt giao: 0 chưa có số liệu hoặc văn bản, 3 số liệu cũ",
        ),
        ("real", {"no_data": 1, "text_unknown": 12}, 13, "13/13 chưa có số liệu hoặc văn bản"),
        ("real", {}, 40, words.FINDINGS["none_assigned"]),
        ("real", {}, 0, words.FINDINGS["nothing"]),
        ("simulated", {"met": 3}, 3, words.FINDINGS["simulated"]),
    ],
)
def test_the_finding_says_what_is_known(kind, counted, listed, said):
    assert said in target_list.finding(kind, counted, listed)


def test_rows_without_figures_are_folded_under_a_line_that_counts_them():
    silent = [("a", str(code), "assigned", "no_data", False) for code in range(593, 601)]
    rows = target_list.bar_rows(pairs(("a", "60", "assigned", "met", True), *silent))
    assert rows["code"].iloc[0] == "a/60"
    assert rows["fold"].tolist() == ["", *["▨ 8 lượt giao chưa có số liệu"] * 8]
    assert rows["value_text"].tolist() == ["5 %", *[""] * 8]


def test_a_few_rows_without_figures_stand_open():
    silent = [("a", str(code), "assigned", "no_data", False) for code in range(593, 596)]
    assert set(target_list.bar_rows(pairs(*silent))["fold"]) == {""}


def test_a_fold_counts_more_rows_than_it_holds():
    silent = [("a", str(code), "assigned", "no_data", False) for code in range(1000, 1250)]
    rows = target_list.bar_rows(pairs(*silent))
    assert len(rows) == target_list.LONGEST_FOLD
    assert set(rows["fold"]) == {"Nghị quyết 10-NQ/TU · Kinh tế số: ▨ 250 lượt giao chưa có số liệu"}


def test_open_rows_stop_where_nobody_reads_on():
    known = [("a", str(code), "assigned", "met", True) for code in range(1000, 1600)]
    assert len(target_list.bar_rows(pairs(*known))) == target_list.LONGEST


def test_the_province_comes_before_its_parts_and_the_worst_first():
    found = target_rows.in_scope(
        View(kind="simulated", resolutions=("4677-kh-ubnd",), pillars=("government",))
    )
    assigned = found[found["standing"].eq("assigned") & found["known"]]
    assert assigned["locality"].iloc[0] == "60"
    parts = assigned[assigned["part"]]
    assert parts["worst"].is_monotonic_increasing


def test_a_rank_runs_from_last_to_first():
    found = target_rows.in_scope(View(province="58"))
    rank = found[found["target"].eq("r09-top15") & found["locality"].eq("58")].iloc[0]
    assert rank["share"] == pytest.approx(1 - 26 / 62)  # 27th of 63
    assert rank["target_at"] == pytest.approx(1 - 14 / 62)


def test_a_target_not_shown_for_a_place_leaves_its_cell_empty():
    found = pairs(
        ("a", "60", "assigned", "met", True),
        ("a", "593", "reference", "no_data", False),
        ("b", "60", "assigned", "no_data", False),
    )
    table = encode_table(*target_list.matrix_frames(found))
    assert [target for target, _, _ in table["columns"]] == ["a", "b"]
    province, district = table["rows"]
    assert province["totals"] == "✔1 ▨1"
    assert district["totals"] == ""
    look = [table["looks"][cell[0]][0] for cell in province["cells"]]
    assert look == ["✔", "▨"]
    assert [cell[1:] for cell in province["cells"]] == [["5 %", 0], ["", 0]]
    assert district["cells"][0][1:] == ["", 1]
    assert district["cells"][1] is None
