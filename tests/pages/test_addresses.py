"""No address breaks a page, and a page says what of its address it did not take."""

import pytest

from components.page_links import FOLDERS
from components.presenting import agenda
from components.presenting.agenda import Agenda, Item
from queries.address import from_address
from queries.validation import validate_view
from tests.queries.address_values import pairwise_addresses

# The first rows hold most of the pairs; the slow tier takes all of several sets.
FEW = 30


def complaints(at):
    return [line for each in at.warning for line in each.value.split("  \n")]


def stands_and_says_what_it_dropped(at, address):
    reading = from_address(address)
    _, unknown = validate_view(reading.view, reading.given)
    return not at.exception and not at.error and len(complaints(at)) >= len([*reading.dropped, *unknown])


@pytest.mark.parametrize(("path", "address"), pairwise_addresses(list(FOLDERS), seed=0)[:FEW])
def test_no_address_breaks_a_page(visit, path, address):
    assert stands_and_says_what_it_dropped(visit(path, **address), address)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_pair_of_values_breaks_a_page(visit, seed):
    broken = [
        (path, address)
        for path, address in pairwise_addresses(list(FOLDERS), seed)
        if not stands_and_says_what_it_dropped(visit(path, **address), address)
    ]
    assert not broken


@pytest.mark.parametrize(
    ("path", "address", "said"),
    [
        ("so-sanh", {"ds": "593,593"}, "“593”"),
        ("ban-do", {"huyen": "000"}, "“000”"),
        ("ban-do", {"cap": "huyen", "moc": "2025-07", "tinh": "68"}, "cấp huyện"),
        ("dia-phuong", {"ct": "khong-co"}, "“khong-co”"),
        ("kich-ban", {"kbs": "9"}, "kịch bản số 9"),
        ("ban-do", {"thu-tu": "3"}, "mục 3"),
        ("nguon-so-lieu", {"trang": "99"}, "trang 99"),
        ("ban-do", {"chi-so": ["dti_rank", "digital_teams"]}, "“digital_teams”"),  # the key stands twice
    ],
)
def test_nothing_is_dropped_without_a_word(visit, path, address, said):
    at = visit(path, **address)
    assert not at.error
    assert said in "\n".join([*complaints(at), *(each.value for each in at.caption)])


def test_what_was_dropped_is_told_once(visit):
    at = visit("ban-do", chi_so="khong-co")
    assert any("“khong-co”" in each for each in complaints(at))
    assert not complaints(at.run())


def test_an_item_of_an_agenda_tells_what_is_dropped_of_its_address(visit, own_state):
    items = [Item("A", "ban-do", {}), Item("B", "ban-do", {"chi-so": "khong-co"})]
    agenda.save_agenda(Agenda("Họp", tuple(items)))
    at = visit("ban-do", present="1", chuong_trinh="hop")
    at.button(key="presenting-next").click().run()
    assert any("“khong-co”" in each for each in complaints(at))


def test_a_filter_of_figures_at_the_country_by_provinces_leaves_the_provinces(visit):
    at = visit("ban-do", moc="2025-07", tinh="VN", cap="tinh", tt="dat")
    assert not at.error
    assert any("cấp tỉnh được giữ nguyên" in each.value for each in at.caption)
