"""In: the page through the shell."""

import pytest

from pages.printing import words
from wording import shell_texts


def printed(test) -> str:
    """Return the paper of the page; the frame's style and the button are HTML, too."""
    return "".join(each.proto.body for each in test.get("html") if 'class="paper' in each.proto.body)


def said(test) -> str:
    return "\n".join(each.value for each in [*test.info, *test.caption, *test.warning, *test.markdown])


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ({}, "H. Bắc Bình"),
        ({"tinh": "58"}, "TP. Phan Rang-Tháp Chàm"),
        ({"tinh": "11"}, "TP. Điện Biên Phủ"),
        ({"moc": "2025-07", "tinh": "68"}, "P. Phan Thiết"),
        ({"dp": "595"}, "H. Tuy Phong"),  # without any figure
        ({"kieu": "mo-phong", "kho": "ngang"}, "H. Bắc Bình"),
    ],
)
def test_the_sheet_of_a_view_names_its_places(visit, address, place):
    test = visit("in", **address)
    assert not test.exception
    assert place in printed(test)
    assert printed(test).count("<article") == 1


def test_simulated_figures_are_marked_on_the_paper(visit):
    assert "SỐ LIỆU MÔ PHỎNG" in printed(visit("in", kieu="mo-phong"))
    assert "SỐ LIỆU MÔ PHỎNG" not in printed(visit("in"))


def test_the_paper_turns(visit):
    assert "size: A4 portrait" in printed(visit("in"))
    assert "size: A4 landscape" in printed(visit("in", kho="ngang"))


def test_the_notes_are_counted_on_screen(visit):
    test = visit("in", **{"in": "phieu", "kieu": "mo-phong"})
    assert printed(test).count("<article") == 7
    assert words.NOTES_COUNTED.format(count=7, silent=3, total=10) in said(test)


def test_no_note_says_why_and_what_to_do(visit):
    test = visit("in", **{"in": "phieu", "moc": "2025-07", "tinh": "68", "ngay": "2025-07-01"})
    assert printed(test) == ""
    assert words.NOTES_NONE in said(test)


def test_filters_that_leave_nothing_say_so(visit):
    test = visit("in", loai="đặc khu")
    assert printed(test) == ""
    assert words.NOTHING_LEFT in said(test)


def test_an_address_that_nobody_can_read_still_prints(visit):
    test = visit("in", kho="tron", tinh="99")
    assert "size: A4 portrait" in printed(test)
    assert "Tỉnh Bình Thuận" in printed(test)


def test_every_page_has_the_way_to_the_paper(visit):
    for path in ("tong-quan", "ban-do", "nguon-so-lieu"):
        links = [link.proto.label for link in visit(path).get("page_link")]
        assert shell_texts.PRINT in links
