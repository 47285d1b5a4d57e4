"""Every page opens once at its plain address, and the first page of simulated figures; the journeys go further."""

import pytest

from components.page_links import FOLDERS


@pytest.mark.parametrize("path", FOLDERS)
def test_every_page_opens(visit, path):
    page = visit(path)
    assert not page.exception
    assert not page.error
    assert page.main.children


def test_the_first_page_says_that_its_figures_are_simulated(arrive):
    page = arrive(kieu="mo-phong", present="1")
    assert not page.exception
    assert any("SỐ LIỆU MÔ PHỎNG" in each.proto.body for each in page.get("html"))
