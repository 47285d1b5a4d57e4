"""The country and the provinces of which nothing is known yet."""

import pytest

from components import facts, view
from components.destinations import FILES

PAGES = [path for path in FILES if path != "tong-quan"]
NEW = {"moc": "2025-07"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("area", ["VN", "01", "48"])
def test_a_page_opens_on_an_area_without_figures(visit, path, area):
    page = visit(path, tinh=area, **NEW)
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


def test_the_country_is_looked_at_by_its_provinces(visit):
    page = visit("ban-do", tinh="VN", cap="xa", **NEW)
    assert view_of(page).level == "province"
    assert facts.register("2025-07", "VN")["level"].value_counts().to_dict() == {"province": 34, "country": 1}


def view_of(page) -> view.View:
    return page.session_state["view"]
