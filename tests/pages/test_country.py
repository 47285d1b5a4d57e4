"""The country, by its provinces and by its communes, and the provinces of which nothing is known yet."""

import re

import pytest

from components.page_links import FOLDERS
from indicators.scenario import Group
from pages.compare import comparison
from pages.overview import card_markup, cards
from queries import documents, gazetteer, indicator_rows, lever_sentences, observations, view
from wording import quick_filters

PAGES = [path for path in FOLDERS if path != "tong-quan"]
NEW = {"moc": "2025-07"}
COMMUNES = {"tinh": "VN", "cap": "xa", **NEW}
BA_DINH, HA_NOI = "00004", "01"
# To draw 3,321 communes takes a minute where nobody has yet.
simulated_country = pytest.param("mo-phong", marks=pytest.mark.slow)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("area", ["VN", "01", pytest.param("48", marks=pytest.mark.slow)])
def test_a_page_opens_on_an_area_without_figures(visit, path, area):
    page = visit(path, tinh=area, **NEW)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("kind", ["thuc", simulated_country])
def test_a_page_opens_on_all_communes_of_the_country(visit, path, kind):
    page = visit(path, kieu=kind, **COMMUNES)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("area", ["VN", "01"])
def test_the_overview_says_that_nothing_has_been_reported(arrive, area):
    page = arrive(tinh=area, **NEW)
    assert not page.error
    assert any("chưa có số liệu" in each.value or "Chưa có" in each.value for each in page.markdown)


def test_the_country_is_offered_with_its_34_provinces_where_all_of_it_is_known(arrive):
    offered = arrive(tinh="01", **NEW).selectbox(key="view.province").options
    assert offered[0] == "Cả nước"
    assert len(offered) == 35
    assert "Cả nước" not in arrive(tinh="60").selectbox(key="view.province").options


def test_the_way_leads_from_the_country_to_a_province_and_back(visit):
    page = visit("ban-do", tinh="VN", dp="01", **NEW)
    page.button(key="drill").click().run()
    assert (view_of(page).province, view_of(page).level) == ("01", "commune")
    page.button(key="rise").click().run()
    page.button(key="rise").click().run()
    assert (view_of(page).province, view_of(page).level, view_of(page).locality) == ("VN", "province", "01")


def test_the_way_leads_from_a_commune_among_all_to_its_province_and_up_to_the_provinces(visit):
    page = visit("ban-do", dp=BA_DINH, **COMMUNES)
    assert page.button(key="drill").label == "Xem tại Thành phố Hà Nội"
    page.button(key="rise").click().run()
    assert (view_of(page).province, view_of(page).level, view_of(page).locality) == ("VN", "province", HA_NOI)
    page = visit("ban-do", dp=BA_DINH, **COMMUNES)
    page.button(key="drill").click().run()
    assert (view_of(page).province, view_of(page).level, view_of(page).locality) == (
        HA_NOI,
        "commune",
        BA_DINH,
    )


def test_a_commune_is_found_from_the_country_and_says_its_province(visit):
    page = visit("ban-do", tinh="VN", **NEW)
    found = page.selectbox(key="view.locality")
    assert "P. Ba Đình (TP. Hà Nội) · ba dinh (tp. ha noi)" in found.options
    found.select(BA_DINH).run()
    assert (view_of(page).province, view_of(page).level, view_of(page).locality) == ("VN", "commune", BA_DINH)


def test_the_country_is_looked_at_by_its_provinces_unless_its_communes_are_asked_for():
    by_provinces = gazetteer.covered_places(view.View(vintage="2025-07", province="VN", level="province"))
    assert by_provinces["level"].value_counts().to_dict() == {"province": 34, "country": 1}
    by_communes = gazetteer.covered_places(view.View(vintage="2025-07", province="VN", level="commune"))
    assert by_communes["level"].value_counts().to_dict() == {"commune": 3321, "province": 34, "country": 1}


@pytest.mark.slow
def test_all_communes_of_the_country_have_their_own_simulated_figures():
    everywhere = view.View(kind="simulated", vintage="2025-07", province="VN", level="commune")
    rows = indicator_rows.figures(everywhere).set_index("code")
    assert len(rows) == 3321
    for province in (HA_NOI, "68"):
        alone = indicator_rows.figures(
            view.View(kind="simulated", vintage="2025-07", province=province, level="commune")
        )
        alone = alone.set_index("code")
        assert rows.loc[alone.index, "value_shown"].to_dict() == alone["value_shown"].to_dict()


@pytest.mark.slow
def test_a_list_of_all_communes_shows_its_ends_and_the_chosen_place_and_says_so(visit):
    page = visit("ban-do", kieu="mo-phong", dp=BA_DINH, **COMMUNES)
    assert any("trong 3.321 địa phương" in each.value for each in page.caption)


@pytest.mark.parametrize(
    ("path", "told"), [("ban-do", False), ("so-sanh", False), ("tien-do", True), ("thay-doi", True)]
)
def test_a_page_that_goes_by_provinces_says_so(visit, path, told):
    page = visit(path, **COMMUNES)
    assert any("xem cả nước theo tỉnh" in each.value for each in page.caption) == told
    assert view_of(page).level == "commune"  # the next page may show them


@pytest.mark.slow
def test_communes_of_different_provinces_are_set_side_by_side(visit):
    page = visit("so-sanh", kieu="mo-phong", ds=f"{BA_DINH},22945", **COMMUNES)
    assert not page.exception
    rows = comparison.compare(view_of(page), (BA_DINH, "22945"))
    assert set(rows["short"]) == {"P. Ba Đình (TP. Hà Nội)", "P. Phan Thiết (Lâm Đồng)"}
    assert rows.groupby("short")["value"].count().min() > 10
    assert rows["level_rank"].isna().all()


@pytest.mark.parametrize("kind", ["thuc", simulated_country])
def test_with_nothing_chosen_among_all_communes_one_is_asked_to_choose(visit, kind):
    page = visit("so-sanh", kieu=kind, **COMMUNES)
    assert [each.value for each in page.info] == [
        "Hãy chọn từ 2 đến 5 trong 3.321 địa phương ở ô trên để đặt cạnh nhau."
    ]


@pytest.mark.parametrize(
    ("filters", "asked"),
    [
        ({"loai": "đặc khu"}, "Hãy chọn từ 2 đến 5 trong 13 địa phương ở ô trên để đặt cạnh nhau."),
        ({"loai": "huyện"}, quick_filters.NONE_PASSES),
    ],
)
def test_one_is_asked_to_choose_among_the_communes_that_pass_the_filters(visit, filters, asked):
    page = visit("so-sanh", **COMMUNES, **filters)
    assert [each.value for each in page.info] == [asked]


@pytest.mark.slow
@pytest.mark.parametrize(("level", "unit"), [("tinh", "tỉnh"), ("xa", "xã")])
def test_the_goal_of_the_country_is_told_of_the_country_and_lifts_what_is_looked_at(visit, level, unit):
    page = visit("kich-ban", **{**COMMUNES, "cap": level}, kieu="mo-phong", dich="66.4", tran="90")
    told = " ".join(each.value for each in page.markdown)
    assert "Cả nước: ít địa phương nhất cần nâng lên" in told
    assert re.search(rf"Nâng ít nhất \*\*[\d.]+ {unit}\*\* là đủ.+cả nước lên", told)
    assert page.text_input(key="view.goal").label == "Mức cả nước cần đạt (%)"
    assert "tỉnh còn thiếu" not in told


def test_a_lever_on_every_province_is_not_told_of_one_whole_province():
    everyone = Group("all", (), "province")
    assert (
        lever_sentences.group_name(view.View(vintage="2025-07", province="VN"), everyone) == "Tất cả các tỉnh"
    )
    assert lever_sentences.group_name(view.View(vintage="2025-07", province="68"), everyone) == "Toàn tỉnh"


@pytest.mark.slow
def test_the_countrys_own_documents_have_their_cards_and_its_provinces_are_compared_with_them():
    looked = view.View(kind="simulated", vintage="2025-07", province="VN", level="province")
    drawn = cards.cards(looked)
    assert {card.title for card in drawn} == {
        "Chương trình 411/QĐ-TTg", "Chương trình 749/QĐ-TTg", "Nghị quyết 57-NQ/TW"
    }  # fmt: skip
    assert all(card.strips for card in drawn)
    written = card_markup.markup(drawn, cards.national_lines(looked), "country")
    assert "Các tỉnh so với mốc quốc gia" in written
    assert "Chưa có văn bản nào giao chỉ tiêu" not in written


@pytest.mark.slow
def test_who_is_behind_in_the_country_counts_the_targets_of_its_provinces_too():
    looked = view.View(kind="simulated", vintage="2025-07", province="VN", level="province")
    judged = documents.assessed(looked)
    late = judged[judged["standing"].eq("assigned") & judged["status"].isin(["behind", "missed"])]
    assert {"VN", "11"} <= set(late["locality"])


def test_simulated_figures_of_all_communes_are_asked_for_by_indicator():
    with pytest.raises(ValueError, match="one indicator"):
        observations.of_view(view.View(kind="simulated", vintage="2025-07", province="VN", level="commune"))


def view_of(page) -> view.View:
    return page.session_state["view"]
