import pandas as pd

from pages.map import ranked_list
from queries.view import View


def rows(count, known):
    """Rows of ``picture.figures``, the best first and those without a figure last."""
    nothing = [None] * count
    values = [float(count - at) if at < known else float("nan") for at in range(count)]
    return pd.DataFrame(
        {
            "code": [f"{at:05d}" for at in range(count)],
            "short": [f"Xã {at}" for at in range(count)],
            "value": values,
            "rank": [float(at + 1) if at < known else float("nan") for at in range(count)],
            "value_shown": "",
            "status": "no_target",
            "target": nothing,
            "why_shown": "",
            "coverage": "",
            "expected": float("nan"),
            "target_value": float("nan"),
        }
    )


def test_a_list_that_can_be_read_is_shown_whole():
    listed, said = ranked_list.bar_rows(View(), rows(121, 100))
    assert len(listed) == 121
    assert said == ""


def test_of_a_longer_list_the_first_and_the_last_with_a_figure_are_shown_and_the_rest_is_told():
    listed, said = ranked_list.bar_rows(View(), rows(3321, 3000))
    assert listed["code"].tolist() == [f"{at:05d}" for at in [*range(100), *range(2900, 3000)]]
    assert listed["section"].drop_duplicates().tolist() == ["Đầu danh sách", "Cuối danh sách"]
    assert "200 trong 3.321" in said


def test_the_chosen_place_stays_in_a_list_of_ends():
    listed, said = ranked_list.bar_rows(View(locality="01500"), rows(3321, 3000))
    assert listed.loc[listed["code"] == "01500", "section"].item() == "Địa phương đang chọn"
    assert "201 trong 3.321" in said


def test_where_few_have_a_figure_nobody_stands_twice():
    listed, said = ranked_list.bar_rows(View(), rows(400, 30))
    assert listed["code"].is_unique
    assert "100 trong 400 địa phương: phần đầu" in said
