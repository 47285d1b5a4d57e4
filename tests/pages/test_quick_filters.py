"""Quick filters on every page: the button, what passes, what is left out and said."""

import json

import pytest

from components.page_links import FOLDERS

TOWNS = {"nhom": "do-thi"}  # of ten districts only Phan Thiết and La Gi


def said(test):
    return next(caption.value for caption in test.caption if caption.value.startswith("**Bộ lọc**"))


@pytest.mark.parametrize("path", [path for path in FOLDERS if path != "tong-quan"])
def test_every_page_says_what_is_filtered(visit, path):
    test = visit(path, **TOWNS)
    assert not test.exception
    assert not test.error
    assert "khu vực: đô thị" in said(test)
    assert "bị lọc ra" in said(test) or "không áp dụng" in said(test)


NARROWED = {
    "tong-quan": {},
    "ban-do": {},
    "thay-doi": {},
    "tien-do": {},
    "dia-phuong": {"dp": "60", "muc": "truc-thuoc"},
    "so-sanh": {},
    "kich-ban": {},
    "nguon-so-lieu": {},
    "in": {},
}


def elements(block):
    """List every element in a block of a page, in its order."""
    inside = block.children.values()
    return [part for each in inside for part in (elements(each) if hasattr(each, "children") else [each])]


def shown(test):
    """Write down what a page draws below the choices that all pages share and below the line on its filters."""
    drawn = [
        each for each in elements(test.main) if each.type not in ("button", "page_link", "download_button")
    ]
    below = [each.type for each in drawn].index("button_group") + 1
    texts = [str(each.proto) for each in drawn[below:]]
    return [text for text in texts if "**Bộ lọc**" not in text]


def dimmed(test):
    """Return the map's places as 0 and 1, 1 for those drawn dim; None on a page without a map."""
    maps = [each.proto for each in elements(test.main) if each.type == "bidi_component"]
    return next(
        (json.loads(each.json)["dimmed"] for each in maps if each.component_name == "choropleth"), None
    )


@pytest.mark.parametrize("path", NARROWED)
def test_every_page_shows_less_or_paler_what_is_filtered_out(visit, arrive, path):
    def opened(**address):
        whole = {"kieu": "mo-phong", **NARROWED[path], **address}
        return arrive(**whole) if path == "tong-quan" else visit(path, **whole)

    every = opened()
    assert shown(opened()) == shown(every)  # what differs below differs by the filters alone
    for some in (opened(**TOWNS), opened(gia_tri_tu="75")):
        assert not some.exception
        assert shown(some) != shown(every)
        if dimmed(every) is not None:
            assert "1" not in dimmed(every)
            assert {*dimmed(some)} == {"0", "1"}


def test_the_page_that_takes_figures_in_says_that_it_filters_nothing(visit):
    assert "Trang này không áp dụng bộ lọc." in said(visit("cap-nhat", **TOWNS))


def test_the_overview_says_what_is_filtered(arrive):
    test = arrive(**TOWNS)
    assert not test.error
    assert "Cấp huyện: còn 2/10 địa phương, 8 bị lọc ra." in said(test)


def test_without_filters_nothing_is_said(visit):
    assert not [each for each in visit("ban-do").caption if each.value.startswith("**Bộ lọc**")]


def test_the_map_keeps_its_places_and_its_table_only_those_that_pass(visit):
    test = visit("ban-do", mo="bang", kieu="mo-phong", **TOWNS)
    assert set(test.dataframe[0].value["code"]) == {"593", "594"}


def test_progress_keeps_the_province_and_what_passes(visit):
    test = visit("tien-do", kieu="mo-phong", **TOWNS)
    every = visit("tien-do", kieu="mo-phong")
    assert "còn 2/10" in said(test)
    counts = [pill.options for pill in test.button_group if pill.key == "view.statuses"]
    assert counts != [pill.options for pill in every.button_group if pill.key == "view.statuses"]


def test_comparison_offers_what_passes_and_keeps_what_is_chosen(visit):
    test = visit("so-sanh", ds="595,602", **TOWNS)
    offered = test.multiselect(key="view.places").options
    assert len(offered) == 4
    assert any("Tuy Phong" in each for each in offered)


def test_the_ledger_holds_figures_of_what_passes_and_of_the_province(visit):
    whole, some = visit("nguon-so-lieu"), visit("nguon-so-lieu", cac_huyen="594")
    places = set(some.dataframe[0].value["place"])
    assert "TX. La Gi" in places
    assert places < set(whole.dataframe[0].value["place"])


def test_the_parts_of_a_place_are_those_that_pass(visit):
    whole = visit("dia-phuong", dp="593", muc="truc-thuoc")
    some = visit("dia-phuong", dp="593", muc="truc-thuoc", loai="phường")
    rows, left = (each.dataframe[-1].value for each in (whole, some))
    assert 0 < len(left) < len(rows)


def test_parts_of_which_none_passes_say_so(visit):
    test = visit("dia-phuong", dp="593", muc="truc-thuoc", dan_so_tu="5000000")
    assert any("Không có địa phương nào đạt" in info.value for info in test.info)


def test_a_span_that_ends_before_it_starts_is_put_right_and_said(arrive):
    test = arrive(gia_tri_tu="80", gia_tri_den="50")
    assert any("Đã bỏ mức đến" in warning.value for warning in test.warning)
    assert (test.session_state["view"].value_from, test.session_state["view"].value_to) == (80.0, None)


def test_a_district_of_another_province_is_let_go_of(visit):
    test = visit("ban-do", cac_huyen="594")
    test.selectbox(key="view.province").set_value("58").run()
    assert test.session_state["view"].areas == ()
    assert not test.warning


@pytest.fixture
def opened(visit):
    """The map with the popover open."""

    def opened(**address):
        test = visit("ban-do", **address)
        test.session_state["quick-filters"] = True
        return test.run()

    return opened


def test_filters_are_chosen_in_the_popover_and_stand_in_the_address(opened):
    test = opened()
    test.number_input(key="quick-filters.value_from").set_value(50.0).run()
    test.session_state["quick-filters"] = True  # the browser keeps it open
    test.run()
    test.multiselect(key="quick-filters.groups").set_value(["urban"]).run()
    assert not test.exception
    looked = test.session_state["view"]
    assert (looked.value_from, looked.groups) == (50.0, ("urban",))
    assert test.query_params["gia-tri-tu"] == "50"
    assert test.query_params["nhom"] == "do-thi"


def test_one_button_counts_and_clears_all_filters(visit):
    test = visit(
        "ban-do", tt="cham", loai="xã", nhom="nong-thon", gia_tri_tu="10", dan_so_den="9000", cac_huyen="594"
    )
    assert test.button(key="quick-filters.clear").label == "Bỏ 6 bộ lọc"
    test.button(key="quick-filters.clear").click().run()
    assert set(test.query_params) == set()


def test_the_new_boundaries_have_former_districts_to_choose_from(opened):
    choice = opened(moc="2025-07", tinh="68").multiselect(key="quick-filters.areas")
    assert choice.label == "Thuộc huyện, thị xã, thành phố cũ"
    assert "TX. La Gi" in choice.options
    assert len(choice.options) == 10  # of Bình Thuận; of the other provinces merged no commune is known
