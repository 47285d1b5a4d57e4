"""Kịch bản: levers, what they change at once, what is needed to arrive, and addresses that hold a scenario."""

import json

import pandas as pd
import pytest

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario
from pages.what_if import goal_sentences
from queries import gazetteer, indicator_rows, scenario_set
from queries.outcomes import outcome
from queries.view import View

FILES = "work_files_online"
COMMUNES = Group("all", (), "commune")
SIMULATED = {"kieu": "mo-phong", "cap": "xa", "chi_so": FILES, "mau": "trang-thai"}


def said(test):
    return "\n".join(each.value for each in [*test.markdown, *test.info, *test.caption])


def written(*levers):
    return scenario_code.encode([Scenario("", levers)])


def press(test, label):
    return next(button for button in test.button if button.label == label).click().run()


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"kieu": "mo-phong"},
        {"tinh": "58", "cap": "xa"},
        {"tinh": "11", "cap": "xa", "chi_so": FILES},
        {"moc": "2025-07", "tinh": "68", "cap": "xa", "kieu": "mo-phong"},
        {"kieu": "mo-phong", "cap": "tinh"},
        {"kieu": "mo-phong", "cap": "xa", "huyen": "593", "kbs": "0"},
        {"dp": "595"},  # Tuy Phong: nothing was published
    ],
)
def test_the_page_opens_on_every_scope(visit, address):
    test = visit("kich-ban", **address)
    assert not test.exception
    assert not test.error
    assert "Cần gì để đạt" in said(test)


def test_a_lever_typed_the_vietnamese_way_changes_everything_at_once(visit):
    test = visit("kich-ban", **SIMULATED)
    test.text_input(key="lever.amount").set_value("5,5")
    press(test, "Thêm tác động")
    told = said(test)
    assert "**Tất cả các xã**: Hồ sơ công việc xử lý trên mạng cộng 5,5 điểm\u00a0%" in told
    assert "Tỉnh Bình Thuận: **77,39 % → 82,7 %**" in told
    assert "xã từ chậm lộ trình sang đạt" in told
    assert "nơi lên hạng" in told
    assert "Kế hoạch 4677/KH-UBND: ▲ chậm lộ trình 19 → " in told
    test.run()
    assert test.query_params["kb"] == written(Lever("add", COMMUNES, 5.5, FILES))


def test_the_address_alone_gives_the_same_scenario(visit):
    lever = Lever("aim", COMMUNES, 90.0, FILES, "kh4677-work-files-commune")
    told = said(visit("kich-ban", **SIMULATED, kb=written(lever)))
    assert "mức chỉ tiêu Hồ sơ công việc xử lý trên mạng thành 90 %" in told
    assert "xã từ đạt sang chậm lộ trình" in told
    assert "Tỉnh Bình Thuận: **77,39 %**, không đổi" in told


def test_the_key_for_tables_opens_the_table_of_a_scenario(visit):
    address = {**SIMULATED, "kb": written(Lever("add", COMMUNES, 5.5, FILES))}
    folded, opened = (len(visit("kich-ban", **address, **more).dataframe) for more in ({}, {"mo": "bang"}))
    assert opened == folded + 1


def test_a_damaged_address_says_so_and_changes_nothing(visit):
    test = visit("kich-ban", **SIMULATED, kb=written(Lever("add", COMMUNES, 5.0, FILES))[:-1])
    assert any("bị hỏng" in warning.value for warning in test.warning)
    assert "Kịch bản chưa có tác động nào" in said(test)


SAVED = scenario_code.to_json([Scenario("Quý II", (Lever("set", COMMUNES, 90.0, FILES),))], "tinh=58")
NO_AMOUNT = json.loads(SAVED)
del NO_AMOUNT["scenarios"][0]["levers"][0]["amount"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (SAVED[:-9], "không phải là tệp kịch bản hoặc đã bị cắt"),
        (b"", "không phải là tệp kịch bản hoặc đã bị cắt"),
        ("Mã,Giá trị\n594,77,15\n".encode(), "không phải là tệp kịch bản hoặc đã bị cắt"),
        (b'{"format": 1, "title": "An agenda", "items": []}', "không phải là tệp kịch bản"),
        (
            json.dumps(json.loads(SAVED) | {"version": 9}).encode(),
            "phiên bản “9” mà phần mềm này chưa đọc được",
        ),
        (json.dumps(NO_AMOUNT).encode(), "không đọc được kịch bản thứ 1"),
        (json.dumps(json.loads(SAVED) | {"scenarios": None}).encode(), "thiếu danh sách kịch bản"),
    ],
    ids=["cut", "empty", "table", "agenda", "newer", "no amount", "no scenarios"],
)
def test_a_damaged_or_foreign_file_says_what_is_wrong_and_changes_nothing(visit, content, told):
    test = visit("kich-ban", **SIMULATED, kb=written(Lever("add", COMMUNES, 5.0, FILES)))
    before, address = said(test), dict(test.query_params)
    test.file_uploader(key="what-if.opened").upload("kich-ban.json", content, "application/json").run()
    assert not test.exception
    assert not test.error
    (warning,) = test.warning
    assert told in warning.value
    assert (said(test), dict(test.query_params)) == (before, address)


def test_a_saved_file_brings_its_scenario_and_the_view_it_was_made_in(visit):
    test = visit("kich-ban", **SIMULATED)
    test.file_uploader(key="what-if.opened").upload("kich-ban.json", SAVED, "application/json").run()
    assert not test.warning
    assert test.text_input(key="lever.name.alternative").value == "Quý II"
    assert test.session_state["view"].province == "58"


def test_what_is_no_number_is_told_and_pulls_no_lever(visit):
    test = visit("kich-ban", **SIMULATED)
    test.text_input(key="lever.amount").set_value("năm")
    press(test, "Thêm tác động")
    assert any("“năm” không phải là số" in warning.value for warning in test.warning)
    assert "Kịch bản chưa có tác động nào" in said(test)


def test_a_lever_is_turned_and_let_go_by_its_buttons(visit):
    test = visit("kich-ban", **SIMULATED, kb=written(Lever("add", COMMUNES, 5.0, FILES)))
    test.button(key="more-0").click().run()
    assert "cộng 6 điểm\u00a0%" in said(test)
    test.button(key="less-0").click().run()
    test.button(key="less-0").click().run()
    assert "cộng 4 điểm\u00a0%" in said(test)
    test.button(key="remove-0").click().run()
    assert "Kịch bản chưa có tác động nào" in said(test)


def test_places_without_published_figures_take_an_assumption(visit):
    lever = Lever("assume", Group("all", (), "district"), 60.0, "online_dossier_share")
    told = said(visit("kich-ban", kb=written(lever)))
    assert "giả định Hồ sơ nộp trực tuyến là 60 % nơi chưa có số liệu" in told
    assert "Giả định của 10 địa phương" in told


def test_an_assumption_is_told_as_such_beside_its_value():
    lever = Lever("assume", Group("places", ("595",), "district"), 60.0, "online_dossier_share")
    rows = outcome(View(), Scenario("", (lever,))).rows.set_index("code")
    assert rows.loc["595", "value_shown"] == "60 % (giả định)"
    assert rows.loc["595", "source_shown"] == "giả định trong kịch bản"
    assert rows.loc["593", "value_shown"] == "chưa có"


def test_a_scenario_leaves_what_is_known_as_it_is():
    view = View(kind="simulated", level="commune", indicator=FILES)
    before = indicator_rows.figures(view).copy()
    outcome(view, Scenario("", (Lever("set", COMMUNES, 99.0, FILES),)))
    pd.testing.assert_frame_equal(indicator_rows.figures(view), before)


def test_only_what_the_filter_shows_is_moved(visit):
    test = visit("kich-ban", **SIMULATED, loai="phường")
    test.selectbox(key="lever.who").set_value("shown").run()
    test.text_input(key="lever.amount").set_value("5")
    press(test, "Thêm tác động")
    lever = scenario_code.decode(test.query_params["kb"])[0][0].levers[0]
    assert lever.who.kind == "shown"
    register = gazetteer.within("2025-03", "60").set_index("code")
    assert set(register.loc[list(lever.who.codes), "type"]) == {"phường"}


def test_three_scenarios_stand_beside_things_as_they_are(visit):
    scenarios = [Scenario("", (Lever("add", COMMUNES, points, FILES),)) for points in (1.0, 5.0, 9.0)]
    test = visit("kich-ban", **SIMULATED, kb=scenario_code.encode(scenarios))
    beside = test.dataframe[0].value
    assert list(beside.columns) == ["measure", "c0", "c1", "c2", "c3"]
    values = beside.set_index("measure").loc["Giá trị của tỉnh"].tolist()
    assert beside["measure"].iloc[0] == "Giá trị của tỉnh"
    assert beside.set_index("measure").loc["Số nơi đổi trạng thái", "c0"] == "0"
    assert values[0] == "77,39 %"
    assert values[1] < values[2] < values[3]


def test_a_place_learns_what_it_needs_in_counts_and_a_month(visit):
    view = View(kind="simulated", level="commune", indicator=FILES)
    behind = goal_sentences.place_lines(view, "22975")
    assert any("hồ sơ công việc xử lý trên mạng" in line and "mỗi tháng" in line for line in behind)
    assert "Chọn một địa phương trên bản đồ" in goal_sentences.place_lines(view, None)[0]


def test_the_fewest_places_are_named_or_it_is_impossible_with_the_reason(visit):
    told = said(visit("kich-ban", **SIMULATED, dich="90"))
    assert "Không thể: kể cả khi mọi địa phương đều lên mức trần" in told
    test = visit("kich-ban", **SIMULATED, dich="80", tran="95")
    assert "là đủ" in said(test)
    press(test, "Đưa vào kịch bản")
    assert "Hồ sơ công việc xử lý trên mạng bằng 95 %" in said(test)
    assert "Tỉnh Bình Thuận: **77,39 % → 80" in said(test)


def test_a_scenario_is_named_on_screen_and_the_name_stays_with_its_address(visit):
    test = visit("kich-ban", **SIMULATED, kb=written(Lever("add", COMMUNES, 5.0, FILES)))
    test.text_input(key="lever.name.alternative").set_value("  Quý II   tăng tốc ").run()
    (renamed,), _ = scenario_code.decode(test.query_params["kb"])
    assert renamed.name == "Quý II tăng tốc"
    assert len(renamed.levers) == 1
    test.text_input(key="lever.name.alternative").set_value("").run()
    (unnamed,), _ = scenario_code.decode(test.query_params["kb"])
    assert unnamed.name == ""


def test_two_scenarios_of_one_name_are_told_apart():
    once, twice = Scenario("Quý II", ()), Scenario("Quý II", ())
    assert scenario_set.names_of([once, Scenario("", ()), twice]) == ["Quý II", "Kịch bản 2", "Quý II (3)"]


@pytest.mark.parametrize(
    ("page", "address", "marked"),
    [
        ("kich-ban", {}, True),
        ("kich-ban", {"kbs": "0"}, False),
        ("in", {"in": "kich-ban"}, True),
        ("in", {}, False),
        ("ban-do", {}, False),
    ],
)
def test_the_wall_names_the_scenario_where_its_figures_are_shown(visit, page, address, marked):
    named = scenario_code.encode([Scenario("Quý <b>II</b>", (Lever("add", COMMUNES, 5.0, FILES),))])
    test = visit(page, **SIMULATED, **address, present="1", kb=named)
    stamps = [each.proto.body for each in test.get("html") if "KỊCH BẢN:" in each.proto.body]
    assert stamps == ['<p class="supposed">KỊCH BẢN: Quý &lt;b&gt;II&lt;/b&gt;</p>'] * marked


def test_the_count_beside_a_share_is_said_to_stay(visit):
    lever = Lever("add", Group("all", (), "district"), 5.0, "online_dossier_share")
    test = visit("kich-ban", kieu="mo-phong", kb=written(lever))
    assert "“Hồ sơ nộp trực tuyến (số lượng)” giữ nguyên" in said(test)
