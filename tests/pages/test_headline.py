import pandas as pd
import pytest

from pages.overview import headline, place_counts
from queries.view import View

ROW = {"kind": "resolution", "number": "10-NQ/TU", "province_name": "Tỉnh Bình Thuận", "former": False,
       "as_of": pd.Timestamp("2024-10-21")}  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((7, 14, 7), "đã đạt 7/14 chỉ tiêu của Nghị quyết 10-NQ/TU; còn 7 chỉ tiêu chưa đạt."),
        ((7, 14, None), "đã đạt 7/14 chỉ tiêu của Nghị quyết 10-NQ/TU."),
        ((14, 14, 0), "đã đạt cả 14 chỉ tiêu của Nghị quyết 10-NQ/TU."),
        ((0, 14, 14), "chưa đạt chỉ tiêu nào trong 14 chỉ tiêu của Nghị quyết 10-NQ/TU."),
        ((1, 1, 0), "đã đạt chỉ tiêu duy nhất của Nghị quyết 10-NQ/TU."),
        ((0, 1, 1), "chưa đạt chỉ tiêu duy nhất của Nghị quyết 10-NQ/TU."),
    ],
)
def test_a_count_is_said_in_the_words_its_numbers_need(counts, said):
    numbers = dict(zip(("met", "total", "remaining"), map(float, pd.Series(counts)), strict=True))
    assert headline.tally_sentence(pd.Series({**ROW, **numbers})) == f"Đến 21/10/2024, tỉnh Bình Thuận {said}"


def test_a_total_without_the_met_is_not_said_as_none_met():
    row = pd.Series({**ROW, "met": float("nan"), "total": 19.0, "remaining": float("nan")})
    assert headline.tally_sentence(row) == (
        "Nghị quyết 10-NQ/TU của tỉnh Bình Thuận có 19 chỉ tiêu; nguồn không nêu số chỉ tiêu đã đạt."
    )


def test_a_place_with_old_figures_only_has_reported_but_is_not_judged():
    known = place_counts.place_counts(View()).set_index("code")
    assert known["reported"].sum() == 2
    assert known.loc["593", ["reported", "fresh"]].tolist() == [True, False]  # Phan Thiết: 2023 only
    assert known.loc["595", ["reported", "fresh"]].tolist() == [False, False]  # Tuy Phong: nothing
    assert known["judged"].sum() == 0


def test_before_a_count_was_reported_nothing_is_counted():
    said = headline.headline_texts(View(as_of=pd.Timestamp("2024-10-20").date()))
    assert said.tallies.empty
    assert said.sentences[0] == (
        "Chưa có nguồn nào công bố số chỉ tiêu đã đạt của tỉnh Bình Thuận đến ngày 20/10/2024."
    )


def test_simulated_figures_are_never_read_aloud():
    said = headline.headline_texts(View(kind="simulated"))
    assert said.sentences == ()
    assert said.tallies.empty
