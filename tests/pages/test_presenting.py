"""The wall screen and its agenda, run through the shell."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from components.page_links import FOLDERS
from components.presenting import agenda
from components.presenting.agenda import Agenda, AgendaError, Item

MEETING = Agenda(
    "Họp Ban Chỉ đạo quý I",
    (
        Item("Ở đâu", "ban-do", {"dp": "594"}, 300),
        Item("Ai chậm", "tien-do", {"kieu": "mo-phong"}),
        Item("Thị xã La Gi", "dia-phuong", {"dp": "594"}, 60),
    ),
)
NAME = "hop-ban-chi-dao-quy-i"


@pytest.fixture(autouse=True)
def state(own_state):
    return own_state


def keys(test):
    return {button.key for button in test.button if button.key and button.key.startswith("presenting")}


def asked(test, name):
    """Return a parameter of the address; a test gives back a list of what was asked, a text of what was written."""
    value = test.query_params[name]
    return value[0] if isinstance(value, list) else value


def told(test):
    return "\n".join(each.value for each in test.markdown)


def test_an_agenda_comes_back_as_it_was_written():
    assert agenda.parse_agenda(agenda.to_json(MEETING).encode(), FOLDERS) == MEETING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "không phải tệp chương trình họp hoặc đã hỏng"),
        ("[]", "không phải chương trình họp"),
        (json.dumps({"format": 2, "title": "a", "items": []}), "không phải chương trình họp"),
        (json.dumps({"format": 1, "title": "…", "items": []}), "không phải chương trình họp"),
        (agenda.to_json(Agenda("a", (Item("b", "trang-la", {}),))), "Mục 1 của chương trình mở trang “trang-la”"),
        (json.dumps({"format": 1, "title": "a", "items": [{"title": "b", "page": "ban-do"}]}), "Mục 1"),
        (agenda.to_json(Agenda("a", (Item("b", "ban-do", {}, -1),))), "Mục 1"),
        # Without measure.
        (" " * 500_001, "lớn quá 500 KB"),
        ("[" * 100_000, "không phải tệp chương trình họp hoặc đã hỏng"),
        (agenda.to_json(Agenda("a" * 201)), "không phải chương trình họp"),
        (agenda.to_json(Agenda("a", (Item("b", "ban-do", {}),) * 61)), "có 61 mục, nhiều nhất là 60"),
        (agenda.to_json(Agenda("a", (Item("b" * 201, "ban-do", {}),))), "Mục 1"),
        (agenda.to_json(Agenda("a", (Item("b", "ban-do", {"kb": "x" * 20_000}),))), "Mục 1"),
        (agenda.to_json(Agenda("a", (Item("b", "ban-do", {}, 240 * 60 + 1),))), "không quá 240 phút"),
        # Of a kind that nobody expects.
        (json.dumps({"format": 1, "title": "\ud800 a", "items": []}), "không phải chương trình họp"),
        (json.dumps({"format": 1, "title": "a", "items": [{"title": "b", "page": [], "address": {}}]}), "mở trang"),
    ],
)  # fmt: skip
def test_what_is_no_agenda_says_what_is_wrong(text, said):
    with pytest.raises(AgendaError, match=said):
        agenda.parse_agenda(text.encode(), FOLDERS)


def test_a_kept_agenda_is_found_by_its_name_and_leaves_no_half_file(state):
    agenda.save_agenda(MEETING)
    agenda.save_agenda(MEETING.without_item(0))
    assert agenda.saved_names() == [NAME]
    assert agenda.load_agenda(NAME, FOLDERS) == MEETING.without_item(0)
    assert [path.name for path in (state / "agendas").iterdir()] == [f"{NAME}.json"]


def test_a_new_agenda_never_takes_the_place_of_another():
    first, second, third = (agenda.add_agenda(Agenda("Họp tháng", (each,))) for each in MEETING.items)
    assert [each.title for each in (first, second, third)] == ["Họp tháng", "Họp tháng (2)", "Họp tháng (3)"]
    assert [agenda.load_agenda(agenda.slug(each.title), FOLDERS) for each in (first, second)] == [
        first,
        second,
    ]


def test_a_long_title_is_numbered_too():
    long = Agenda("Chương trình " * 15)
    assert len({agenda.slug(agenda.add_agenda(long).title) for _ in range(3)}) == 3


def test_what_cannot_be_opened_again_is_not_saved(state):
    agenda.save_agenda(MEETING)
    with pytest.raises(AgendaError, match="nhiều nhất là 60"):
        agenda.save_agenda(Agenda(MEETING.title, MEETING.items * 30))
    with pytest.raises(AgendaError, match="nhiều nhất là 60"):
        agenda.add_agenda(Agenda("Họp khác", MEETING.items * 30))
    assert agenda.load_agenda(NAME, FOLDERS) == MEETING
    assert agenda.saved_names() == [NAME]


def test_a_folder_that_cannot_be_written_is_named(state):
    (state / "agendas").write_text("a file where the folder should be", "utf-8")
    for write in (agenda.save_agenda, agenda.add_agenda):
        with pytest.raises(AgendaError, match="Không ghi được vào thư mục"):
            write(MEETING)


def dialog_alone():
    from components.presenting import agenda_editor

    agenda_editor._dialog("ban-do")


@pytest.fixture
def editor():
    """The dialog that edits agendas, open in every run: AppTest runs the whole page where a browser runs a dialog."""
    return AppTest.from_function(dialog_alone).run()


@pytest.mark.parametrize("content", [b"\xff\xfe{", b"", b"[" * 100_000], ids=["encoding", "empty", "depth"])
def test_a_damaged_agenda_says_so_and_can_be_deleted(editor, state, content):
    (state / "agendas").mkdir()
    (state / "agendas" / "hong.json").write_bytes(content)
    editor.run().selectbox(key="view.agenda").set_value("hong").run()
    assert "Chương trình “hong” không mở được" in editor.error[0].value
    editor.button(key="presenting-forget").click().run()
    assert agenda.saved_names() == []
    assert not editor.exception


def test_a_damaged_agenda_of_an_address_is_let_go_with_a_word(arrive, state):
    (state / "agendas").mkdir()
    (state / "agendas" / "hong.json").write_bytes(b"\xff")
    assert "Chương trình “hong” không mở được" in arrive(present="1", chuong_trinh="hong").warning[0].value


def test_an_agenda_of_a_name_that_is_taken_is_kept_beside_the_other(editor):
    agenda.save_agenda(MEETING)
    next(each for each in editor.text_input if each.label == "Tên chương trình mới").set_value(MEETING.title)
    next(each for each in editor.button if each.label == "Tạo chương trình").click().run()
    assert agenda.load_agenda(NAME, FOLDERS) == MEETING
    assert agenda.saved_names() == [NAME, f"{NAME}-2"]
    assert "chương trình cũ giữ nguyên" in editor.warning[0].value


def test_a_name_from_an_address_cannot_leave_the_folder(state):
    (state / "secret.json").write_text(agenda.to_json(MEETING), "utf-8")
    (state / "agendas").mkdir()
    assert agenda.load_agenda("../secret", FOLDERS) is None


def test_items_are_raised_removed_and_changed():
    raised = MEETING.with_item_raised(2)
    assert [item.title for item in raised.items] == ["Ở đâu", "Thị xã La Gi", "Ai chậm"]
    assert MEETING.with_item_raised(0) == MEETING
    assert [item.title for item in MEETING.without_item(1).items] == ["Ở đâu", "Thị xã La Gi"]
    assert MEETING.with_item_changed(1, seconds=120).items[1].seconds == 120


@pytest.mark.parametrize("path", ["tong-quan", "ban-do", "tien-do", "dia-phuong", "so-sanh", "nguon-so-lieu"])
def test_every_page_can_be_presented_with_its_day_and_its_kind(visit, path):
    test = visit(path, present="1", dp="594")
    assert not test.exception
    assert "Tỉnh Bình Thuận · Số liệu thật" in told(test)
    assert "Số liệu tính đến 30/06/2025" in told(test)
    assert {"presenting-table", "presenting-working", "presenting-leave"} <= keys(test)
    assert "Tỉnh" not in [box.label for box in test.selectbox]


def test_simulated_figures_are_stamped_as_such(arrive):
    assert "SỐ LIỆU MÔ PHỎNG" in told(arrive(present="1", kieu="mo-phong"))


def test_an_agenda_is_walked_from_page_to_page_and_keeps_each_view(arrive):
    agenda.save_agenda(MEETING)
    test = arrive(present="1", chuong_trinh=NAME)
    assert test.button(key="presenting-previous").disabled
    test.button(key="presenting-next").click().run()
    assert asked(test, "thu-tu") == "2"
    assert asked(test, "kieu") == "mo-phong"
    assert "SỐ LIỆU MÔ PHỎNG" in told(test)
    test.button(key="presenting-next").click().run()
    assert asked(test, "dp") == "594"
    assert "kieu" not in test.query_params
    assert asked(test, "present") == "1"
    assert test.button(key="presenting-next").disabled
    test.button(key="presenting-previous").click().run()
    assert asked(test, "thu-tu") == "2"


def test_one_jumps_to_any_item(arrive):
    agenda.save_agenda(MEETING)
    test = arrive(present="1", chuong_trinh=NAME)
    test.selectbox(key="view.item").set_value(3).run()
    assert asked(test, "thu-tu") == "3"
    assert asked(test, "dp") == "594"


def test_the_working_of_the_chosen_figure_is_one_key_away(visit):
    test = visit("ban-do", present="1", dp="594")
    test.button(key="presenting-working").click().run()
    assert asked(test, "mo") == "cach-tinh"
    assert "77,15 %" in told(test)
    assert "Nguồn: Kết quả bước đầu thực hiện chuyển đổi số tại thị xã La Gi" in told(test)


def test_without_a_chosen_place_it_is_said_how_to_choose_one(visit):
    test = visit("ban-do", present="1", mo="cach-tinh")
    assert "Chưa chọn địa phương" in told(test)


def test_the_table_is_one_key_away(visit):
    test = visit("ban-do", present="1")
    test.button(key="presenting-table").click().run()
    assert asked(test, "mo") == "bang"
    assert [each.proto.expanded for each in test.expander if each.label == "Bảng số liệu phía sau"] == [True]


def test_leaving_keeps_the_view(visit):
    test = visit("ban-do", present="1", dp="594")
    test.button(key="presenting-leave").click().run()
    assert "present" not in test.query_params
    assert asked(test, "dp") == "594"
    assert "presenting" in keys(test)


def test_an_agenda_that_is_not_kept_here_is_let_go_with_a_word(arrive):
    test = arrive(present="1", chuong_trinh="khong-co", thu_tu="4")
    assert "Không tìm thấy chương trình họp “khong-co”" in test.warning[0].value
    assert "chuong-trinh" not in test.query_params


def test_an_item_beyond_the_last_is_the_last(arrive):
    agenda.save_agenda(MEETING)
    test = arrive(present="1", chuong_trinh=NAME, thu_tu="9")
    assert asked(test, "thu-tu") == "3"
    assert any("chỉ có 3 mục, không có mục 9" in each.value for each in test.warning)


def test_an_agenda_is_made_of_what_is_looked_at(visit):
    agenda.save_agenda(Agenda("Họp tháng"))
    test = visit("ban-do", chuong_trinh="hop-thang", dp="594", ngay=date(2024, 12, 31).isoformat())
    test.button(key="presenting").click().run()
    next(each for each in test.button if each.label == "Thêm trang đang xem").click().run()
    made = agenda.load_agenda("hop-thang", FOLDERS)
    assert made is not None
    assert made.items == (
        Item("Bản đồ: Hồ sơ nộp trực tuyến", "ban-do", {"ngay": "2024-12-31", "dp": "594"}),
    )
