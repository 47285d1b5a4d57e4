import pandas as pd

from wording.judgement import (
    REASON_WORDS,
    STATUS_WORDS,
    aim,
    calculation_steps,
    difference,
    figure,
    pace_sentences,
    peer_group,
)

ROW = {
    "standing": "assigned",
    "basis": "own",
    "kind": "value",
    "status": "behind",
    "reason": "below_line",
    "value": 50.0,
    "qualifier": "exact",
    "value_basis": "stated",
    "numerator": 1500.0,
    "denominator": 3000.0,
    "out_of": float("nan"),
    "unit": "%",
    "decimals": 2.0,
    "period_start": pd.Timestamp("2023-01-01"),
    "period_end": pd.Timestamp("2023-06-30"),
    "source": "bao",
    "comparator": "≥",
    "target_value": 80.0,
    "deadline": pd.Timestamp("2025-12-31"),
    "baseline": 40.0,
    "baseline_date": pd.Timestamp("2021-12-31"),
    "baseline_basis": "stated",
    "expected": 54.95,
    "line_start": pd.Timestamp("2021-12-31"),
    "line_start_value": 40.0,
    "line_end": pd.Timestamp("2025-12-31"),
    "line_end_value": 80.0,
    "lag": -4.95,
    "gap": -30.0,
}
NO_LINE = dict.fromkeys(["expected", "lag", "baseline", "line_start_value", "line_end_value"], float("nan"))
NO_LINE |= dict.fromkeys(["line_start", "line_end", "baseline_date"], pd.NaT)


def test_a_value_that_the_source_does_not_print_is_marked():
    assert figure(82.74, "%", 2, basis="computed") == "82,74 % (tự tính)"
    assert calculation_steps(ROW | {"value_basis": "computed"})[0].startswith("Số liệu: 50 % (tự tính), kỳ ")


def test_the_working_shows_values_dates_formula_and_source():
    assert calculation_steps(ROW, "Báo Bình Thuận") == [
        "Số liệu: 50 %, kỳ 01/01/2023–30/06/2023, nguồn: Báo Bình Thuận.",
        "Tử số và mẫu số theo nguồn: 1.500 trên 3.000.",
        "Chỉ tiêu: ≥ 80 %, hạn 31/12/2025.",
        "Mốc xuất phát: 40 % ngày 31/12/2021, văn bản nêu.",
        "Mức lộ trình ngày 30/06/2023 = 40 + (80 − 40) × 546/1.461 ngày = 54,95 %"
        " (từ 31/12/2021 đến 31/12/2025).",
        "So với lộ trình: kém 4,95 điểm\u00a0%.",
        "So với chỉ tiêu: còn thiếu 30 điểm\u00a0%.",
        "Trạng thái: chậm lộ trình. " + REASON_WORDS["below_line"],
    ]


def test_a_baseline_of_the_localitys_own_is_said():
    lines = calculation_steps({**ROW, "baseline_basis": "own_observation"})
    assert "Mốc xuất phát: 40 %, số liệu của chính địa phương tại ngày 31/12/2021." in lines


def test_without_a_line_none_is_shown():
    lines = calculation_steps({**ROW, **NO_LINE, "status": "open", "reason": "no_baseline"})
    assert not any("lộ trình ngày" in line or "Mốc xuất phát" in line for line in lines)
    assert lines[-1].endswith(REASON_WORDS["no_baseline"])


def test_without_a_figure_only_the_target_and_the_reason_are_left():
    nothing = {**ROW, **NO_LINE, "value": float("nan"), "period_end": pd.NaT, "gap": float("nan")}
    assert calculation_steps({**nothing, "status": "no_data", "reason": "no_observation"}) == [
        "Chỉ tiêu: ≥ 80 %, hạn 31/12/2025.",
        "Trạng thái: chưa có số liệu. Chưa có số liệu đến ngày xem.",
    ]


def test_a_reference_line_says_whose_it_is():
    row = {**ROW, **NO_LINE, "standing": "reference", "basis": "former", "status": "below_reference"}
    lines = calculation_steps({**row, "reason": "reference"})
    assert "Mốc tham chiếu: ≥ 80 % (theo nghị quyết của tỉnh cũ)." in lines
    assert not any("còn thiếu" in line for line in lines)


def test_a_rank_is_told_with_what_it_is_out_of():
    row = {
        **ROW,
        **NO_LINE,
        "kind": "rank",
        "unit": "hạng",
        "value": 27.0,
        "out_of": 63.0,
        "target_value": 15.0,
    }
    lines = calculation_steps(
        {**row, "comparator": "≤", "gap": -12.0, "status": "open", "reason": "still_ahead"}
    )
    assert lines[0].startswith("Số liệu: 27/63, kỳ")
    assert "So với chỉ tiêu: còn thiếu 12 hạng." in lines


def test_a_qualified_figure_keeps_its_word():
    assert figure(60, "%", 2, "more_than") == "hơn 60 %"
    assert figure(1000, "tổ", 0, "about") == "khoảng 1.000 tổ"


def test_two_shares_are_percentage_points_apart():
    assert difference(5, "%", 1) == "5 điểm\u00a0%"
    assert difference(5, "tổ", 1) == "5 tổ"


def test_a_target_without_a_comparator_is_a_bare_value():
    assert aim("≥", 70, "%", 0) == "≥ 70 %"
    assert aim(None, 70, "%", 0) == "70 %"


def test_the_pace_is_told_with_its_arrival():
    row = {
        "per_month": 1.0,
        "from_value": 50.0,
        "to_value": 62.0,
        "from_end": pd.Timestamp("2023-12-31"),
        "to_end": pd.Timestamp("2024-12-31"),
        "pace_reason": "",
        "arrival": pd.Timestamp("2026-07-03"),
        "needed_per_month": 1.5,
        "deadline": pd.Timestamp("2025-12-31"),
    }
    assert pace_sentences(row, "%", 1) == [
        "Nhịp độ: 1 điểm\u00a0% mỗi tháng (từ 50 % ngày 31/12/2023 đến 62 % ngày 31/12/2024).",
        "Theo nhịp độ này, đạt chỉ tiêu vào khoảng 03/07/2026.",
        "Để kịp hạn 31/12/2025 cần 1,5 điểm\u00a0% mỗi tháng.",
    ]


def test_a_peer_is_told_in_words():
    assert peer_group("xã", 1, 0) == "xã, dân số 5–10 nghìn, mật độ rất thấp (dưới 50 người/km²)"


def test_every_status_has_a_word_of_its_own():
    assert len(set(STATUS_WORDS.values())) == len(STATUS_WORDS)


def test_an_old_figure_is_shown_without_a_distance():
    assert any("còn thiếu" in line for line in calculation_steps(ROW))
    old = {**ROW, "status": "stale", "reason": "older_than_a_year"}
    assert not any("còn thiếu" in line or "lộ trình ngày" in line for line in calculation_steps(old))
