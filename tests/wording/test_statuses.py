"""The words and the order of statuses in legends and lists."""

import pytest

from wording.statuses import LOOKS, ORDER


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("met", "✔ đạt"),
        ("on_track", "● đúng lộ trình"),
        ("behind", "▲ chậm lộ trình"),
        ("missed", "✖ không đạt"),  # the deadline is over: worse than behind
        ("no_data", "▨ chưa có số liệu"),
        ("stale", "◷ số liệu cũ"),
        ("above_reference", "△ trên mốc"),
        ("below_reference", "▽ dưới mốc"),
    ],
)
def test_a_status_is_printed_by_its_own_shape_and_word(status, label):
    assert LOOKS[status].label == label


def test_the_worst_status_comes_first_and_a_reference_line_after_every_target():
    # The committee reads from the top, so what missed its deadline stands before what is only behind.
    assert ORDER[:5] == ["missed", "behind", "open", "on_track", "met"]
    references = ["below_reference", "no_judgement", "above_reference"]
    assert max(map(ORDER.index, ORDER[:5])) < min(map(ORDER.index, references))
