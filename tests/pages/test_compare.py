"""So sánh, through the shell."""

import pytest


def text(at):
    pieces = [*at.markdown, *at.caption, *at.warning, *at.info]
    return "\n".join([*(each.value for each in pieces), *(each.proto.body for each in at.get("html"))])


def charts(at):
    return [each.proto.spec for each in at.get("plotly_chart")]


def test_la_gi_and_phan_thiet_stand_side_by_side(visit):
    at = visit("so-sanh")
    said = text(at)
    assert not at.exception
    assert not at.error
    for part in ("TX. La Gi", "TP. Phan Thiết", "132 thủ tục", "130 thủ tục", "khác kỳ", "77,15 %"):
        assert part in said
    assert "Tổ công nghệ số của cơ sở đoàn (TP. Phan Thiết)" in said


def test_an_empty_place_is_missing_and_not_zero(visit):
    said = text(visit("so-sanh", ds="594,595"))
    assert "H. Tuy Phong" in said
    assert "chưa có số liệu (lịch đề xuất)" in said
    assert "<b>0 " not in said


def test_no_rank_is_claimed_of_thin_figures(visit):
    assert "hạng mức " not in text(visit("so-sanh")).replace("hạng mức và hạng tiến bộ tính riêng", "")


def test_simulated_places_are_ranked_drawn_and_marked(visit):
    at = visit("so-sanh", kieu="mo-phong", ds="593,594,595")
    assert not at.exception
    assert not at.error
    assert "hạng tiến bộ" in text(at)
    assert "dẫn đầu" not in text(at)
    assert len(charts(at)) == 3  # beeswarm, momentum, course


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ({"tinh": "58"}, "H. Ninh Sơn"),
        ({"tinh": "11"}, "H. Điện Biên"),
        ({"moc": "2025-07", "tinh": "68"}, "Trường Xuân"),
        ({"cap": "xa"}, "P. Phú Trinh"),
        ({"cap": "tinh"}, "Điện Biên"),
    ],
)
def test_every_province_vintage_and_level_has_something_to_compare(visit, address, name):
    at = visit("so-sanh", **address)
    assert not at.exception
    assert not at.error
    assert name in text(at)


def test_ranks_of_provinces_stand_as_places_out_of_their_number(visit):
    assert "27/63" in text(visit("so-sanh", cap="tinh", chi_so="dti_rank", ds="58,60"))


def test_a_broken_address_is_explained_and_the_usual_pair_shown(visit):
    at = visit("so-sanh", ds="99999,22930", chi_so="khong-co")
    assert not at.exception
    assert "Phú Trinh" in text(at)
    assert "TX. La Gi" in text(at)


def test_choosing_places_puts_them_into_the_view(visit):
    at = visit("so-sanh")
    at.multiselect(key="view.places").set_value(["594", "601"]).run()
    assert at.session_state["view"].places == ("594", "601")
    assert "H. Hàm Tân" in text(at)


def test_one_place_alone_asks_for_another(visit):
    assert "Hãy chọn thêm" in text(visit("so-sanh", ds="594"))
