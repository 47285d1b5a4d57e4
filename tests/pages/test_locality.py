"""Địa phương: who it is, its targets, its figures, its parts, its peers, its sources."""

import json

import pytest

from pages.locality import words
from queries.catalogue import tables

PHU_TRINH, LA_GI, TUY_PHONG, PHAN_THIET_NEW = "22930", "594", "595", "22945"


def said(test):
    """Return all that the page says in words, its tables apart."""
    return "\n".join(
        each.value for kind in ("markdown", "caption", "info", "error") for each in test.get(kind)
    )


def table(test, headings):
    """Return the one table of the page that has these columns."""
    (found,) = [each.value for each in test.dataframe if set(headings) <= set(each.value.columns)]
    return found


SECTIONS = ["so-lieu", "dien-bien", "truc-thuoc", "tuong-dong", "nguon"]
PLACES = [
    ({}, "Tỉnh Bình Thuận"),
    ({"tinh": "58"}, "Tỉnh Ninh Thuận"),
    ({"tinh": "11"}, "Tỉnh Điện Biên"),
    ({"moc": "2025-07", "tinh": "68"}, "Tỉnh Lâm Đồng"),
    ({"moc": "2025-07", "tinh": "56", "dp": "22736"}, "Đặc khu Trường Sa"),
    ({"dp": LA_GI, "kieu": "mo-phong"}, "Thị xã La Gi"),
    ({"dp": PHU_TRINH}, "Phường Phú Trinh"),
]


def combinations():
    """Every section of every place: of the first place all, of each other place one; the others are slow."""
    for at, (address, name) in enumerate(PLACES):
        for number, section in enumerate(SECTIONS):
            usual = at == 0 or at % len(SECTIONS) == number
            marks = () if usual else pytest.mark.slow
            yield pytest.param(address, name, section, marks=marks, id=f"{name}-{section}")


@pytest.mark.parametrize(("address", "name", "section"), [*combinations()])
def test_every_section_of_every_kind_of_place_opens(visit, address, name, section):
    test = visit("dia-phuong", muc=section, **address)
    assert not test.exception
    assert not test.error
    assert f"#### {name}" in said(test)


def test_an_unknown_place_in_the_address_is_said_and_the_province_shown(visit):
    test = visit("dia-phuong", dp="99999", muc="la", ct="khong-co")
    assert not test.error
    assert "#### Tỉnh Bình Thuận" in said(test)


def test_phu_trinh_shows_its_own_figures_with_period_and_source(visit):
    figures = table(visit("dia-phuong", dp=PHU_TRINH), words.FIGURE_HEADINGS)
    assert len(figures) == tables().observations["locality"].eq(PHU_TRINH).sum()
    teams = figures[figures["indicator_shown"].str.startswith("Tổ công nghệ số")].iloc[0]
    assert (teams["value_shown"], teams["period_shown"], teams["basis_shown"]) == (
        "10 tổ",
        "20/11/2023",
        "suy ra",
    )
    assert figures["source_shown"].ne("").all()
    # A source that has words and no number is quoted, not counted as nothing.
    assert figures["value_shown"].str.contains("chủ tịch và các phó chủ tịch").any()


def test_la_gi_shows_a_rate_with_the_parts_it_was_made_of(visit):
    figures = table(visit("dia-phuong", dp=LA_GI), words.FIGURE_HEADINGS)
    rate = figures[figures["value_shown"] == "77,15 %"].iloc[0]
    assert (rate["parts_shown"], rate["period_shown"], rate["basis_shown"]) == (
        "2.317/3.003", "01/01/2023 – 30/09/2023", "nguồn ghi",
    )  # fmt: skip
    assert figures["value_shown"].eq("hơn 900 phút").any()


def test_what_lies_behind_a_fold_is_there_once_it_is_opened(visit, owed):
    test = visit("dia-phuong", dp=LA_GI)
    shown = len(test.dataframe)
    for fold in ("every-target", "owed"):
        test.session_state[fold] = True
    test.run()
    assert len(test.dataframe) == shown + 2
    assert len(table(test, words.OBLIGATION_HEADINGS)) == owed
    assert table(test, words.TARGET_HEADINGS)["standing_shown"].eq("được giao").any()


def test_the_key_for_tables_opens_the_table_of_every_target(visit):
    test = visit("dia-phuong", present="1", dp=LA_GI)
    test.button(key="presenting-table").click().run()
    assert len(table(test, words.TARGET_HEADINGS))
    test.button(key="presenting-table").click().run()
    assert not [each for each in test.dataframe if set(words.TARGET_HEADINGS) <= set(each.value.columns)]


def test_sources_that_speak_of_the_same_period_stand_beside_each_other(visit):
    figures = table(visit("dia-phuong"), words.FIGURE_HEADINGS)
    other = figures[figures["other_shown"] != ""]
    assert len(other) == 4
    assert other["other_shown"].str.contains("Báo Nhân Dân").any()


def test_a_place_without_figures_says_so_and_how_to_send_some(visit, owed):
    test = visit("dia-phuong", dp=TUY_PHONG)
    (info,) = [each.value for each in test.info]
    assert "Chưa tìm thấy số liệu công khai nào của Huyện Tuy Phong" in info
    assert "không phải bằng 0" in info
    assert "observations.csv" in info
    obligations = table(test, words.OBLIGATION_HEADINGS)
    assert len(obligations) == owed
    assert set(obligations["basis_shown"]) == {"đề xuất"}
    assert set(obligations["coverage_shown"]) == {"chưa có số liệu"}


def test_a_proposed_schedule_blames_nobody(visit, owed):
    test = visit("dia-phuong", dp=TUY_PHONG)
    assert f"**0/{owed}**" in said(test)
    assert "chậm báo cáo" not in said(test)


def test_a_district_says_where_its_communes_went(visit):
    assert "P. La Gi (Lâm Đồng)" in said(visit("dia-phuong", dp=LA_GI))


def test_a_new_commune_says_what_it_was_merged_from(visit):
    told = said(visit("dia-phuong", moc="2025-07", tinh="68", dp=PHAN_THIET_NEW))
    assert "gộp từ" in told
    assert "P. Phú Trinh (TP. Phan Thiết)" in told


def test_a_province_that_stayed_says_that_it_stayed(visit):
    assert "vẫn là Tỉnh Điện Biên" in said(visit("dia-phuong", tinh="11"))


def test_a_missing_population_is_said_and_has_no_density(visit):
    told = said(visit("dia-phuong", moc="2025-07", tinh="56", dp="22366"))
    assert "chưa có số liệu đã kiểm tra" in told
    assert "mật độ" not in told


def test_unknown_texts_are_counted_apart_from_targets_without_figures(visit):
    assert "12 chỉ tiêu khác của 10-NQ/TU chưa có văn bản" in said(visit("dia-phuong"))


def test_what_sources_say_in_general_stands_apart_from_every_target(visit):
    told = said(visit("dia-phuong", ct="r10-02"))
    assert "Nêu chung về Nghị quyết 10-NQ/TU, không gắn với chỉ tiêu nào (đến 21/10/2024)" in told
    assert "tích hợp dữ liệu đất đai" in told
    assert "Trách nhiệm: Cấp ủy, chính quyền các cấp; UBND tỉnh." in told


def test_the_head_names_the_sources_of_area_population_and_density(visit):
    told = said(visit("dia-phuong", dp=LA_GI))
    assert "dân số theo Tổng điều tra dân số và nhà ở năm 2019" in told
    assert "mật độ tính từ dân số và diện tích" in told


def test_a_value_that_the_source_does_not_print_is_marked(visit):
    figures = table(visit("dia-phuong", dp="593"), words.FIGURE_HEADINGS).set_index("indicator_shown")
    row = figures.loc["Phản ánh, kiến nghị đã giải quyết"]
    assert (row["value_shown"], row["value_basis_shown"]) == ("82,74 % (tự tính)", "tự tính")


def test_the_parts_of_a_province_print_coverage_as_a_fraction(visit, owed):
    children = table(visit("dia-phuong", muc="truc-thuoc"), words.CHILD_HEADINGS).set_index("name")
    assert children.loc["Thị xã La Gi", "coverage_text"] == f"1/{owed}"
    assert children.loc["Huyện Tuy Phong", "coverage_text"] == f"0/{owed}"
    assert children.loc["Huyện Tuy Phong", "value_shown"] == "chưa có"


def test_peers_are_named_with_what_they_share(visit):
    peers = table(visit("dia-phuong", dp=LA_GI, muc="tuong-dong"), words.PEER_HEADINGS)
    assert peers["name"].iloc[0] == "Thị xã La Gi"
    assert peers["shared"].iloc[0] == "địa phương đang xem"
    assert "loại" in peers["shared"].iloc[1]
    assert peers["words"].str.contains("dân số").all()


def test_sources_are_listed_with_what_they_are_cited_for(visit):
    sources = table(visit("dia-phuong", dp=LA_GI, muc="nguon"), words.SOURCE_HEADINGS)
    figures = tables().observations.query("locality == @LA_GI")
    assert sources["uses"].iloc[0] == figures["source"].value_counts().iloc[0]
    assert sources["roles"].iloc[0] == "số liệu"


def charts(test):
    return [json.loads(each.proto.spec) for each in test.get("plotly_chart")]


def test_one_observation_is_a_card_and_two_are_a_line(visit):
    test = visit("dia-phuong", dp=LA_GI, muc="dien-bien")
    assert len(charts(test)) == 3
    assert "Mới có một kỳ số liệu" in said(test)
    assert "**77,15 %**" in said(test)


def test_a_simulated_trend_has_no_finding_for_its_title_and_carries_the_target(visit):
    test = visit("dia-phuong", kieu="mo-phong", dp=LA_GI, muc="dien-bien", tru_cot="society")
    assert charts(test)
    assert "trong 12 tháng" not in said(test)
    texts = [each["text"] for chart in charts(test) for each in chart["layout"].get("annotations", [])]
    assert any("mốc tham chiếu" in text for text in texts)


def test_the_reform_breaks_a_line_that_crosses_it(visit):
    test = visit("dia-phuong", kieu="mo-phong", moc="2025-07", tinh="11", muc="dien-bien", tru_cot="economy")
    texts = [each["text"] for chart in charts(test) for each in chart["layout"].get("annotations", [])]
    assert any("1/7/2025" in text for text in texts)


def test_a_step_of_the_way_leads_back_up(visit):
    test = visit("dia-phuong", dp=PHU_TRINH)
    test.button(key="way.593").click().run()
    assert "#### Thành phố Phan Thiết" in said(test)
    assert test.query_params["dp"] == "593"
