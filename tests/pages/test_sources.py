"""Nguồn số liệu, through the shell."""

import pytest

from data.version import VERSION
from queries.catalogue import tables


def text(test):
    pieces = [*test.markdown, *test.caption, *test.info, *test.warning]
    return "\n".join([*(each.value for each in pieces), *(each.proto.body for each in test.get("html"))])


def opened(visit, **address):
    test = visit("nguon-so-lieu", **address)
    assert not test.exception
    assert not test.error
    return test


def first_table(test):
    return test.dataframe[0].value


def test_every_figure_stands_with_its_source_period_and_basis(visit):
    rows = first_table(opened(visit))
    online = rows[rows["name_vi"].eq("Hồ sơ nộp trực tuyến")].iloc[0]
    assert online["shown"] == "77,15 %"
    assert online["basis_shown"] in ("nguồn nêu", "suy ra")
    assert "La Gi" in online["source_title"]


def test_all_provinces_and_the_country_are_one_choice_away(visit):
    rows = first_table(opened(visit, pham_vi="tat-ca"))
    assert {"Cả nước", "Điện Biên", "TX. La Gi", "Ninh Thuận"} <= set(rows["place"])


def test_the_search_forgives_accents(visit):
    rows = first_table(opened(visit, pham_vi="tat-ca", tim="dinh danh dien tu"))
    assert set(rows["name_vi"]) == {
        "Tài khoản định danh điện tử đã kích hoạt",
        "Tài khoản định danh điện tử đã cấp",
    }
    assert set(rows["place"]) == {"H. Ninh Sơn", "X. Nà Bủng"}


def test_the_figures_of_other_sources_stay_in_sight(visit):
    rows = first_table(opened(visit))
    assert {"số liệu chính", "nguồn khác"} == set(rows["preferred_shown"])


def test_a_place_without_figures_says_what_to_do(visit):
    test = opened(visit, dp="595")
    assert "Không có số liệu nào khớp" in text(test)
    assert len(test.dataframe) == 0


def test_simulated_figures_come_page_by_page(visit):
    test = opened(visit, kieu="mo-phong", trang="2")
    rows = first_table(test)
    assert len(rows) == 1000
    assert set(rows["origin_shown"]) == {"mô phỏng"}
    assert test.selectbox(key="view.page").value == 2


def test_a_page_beyond_the_last_is_the_last(visit):
    test = opened(visit, kieu="mo-phong", trang="99999")
    assert test.selectbox(key="view.page").value < 1000


def test_each_source_says_how_many_figures_it_carries(visit):
    test = opened(visit, bang="nguon")
    sources, documents = (each.value for each in test.dataframe[:2])
    assert sources["figures"].sum() == len(tables().observations)
    assert "10-NQ/TU" in set(documents["number"])
    assert "mô phỏng" not in " ".join(sources["title"])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({}, "1/{all_districts}"),
        ({"tinh": "58"}, "lịch đề xuất"),
        ({"tinh": "11", "cap": "tinh"}, "lịch đề xuất"),
        ({"moc": "2025-07", "tinh": "68", "cap": "xa", "ngay": "2025-12-31"}, "lịch đề xuất"),
    ],
)
def test_a_proposed_schedule_blames_nobody(visit, owed, address, said):
    shown = text(opened(visit, bang="do-phu", **address))
    assert said.format(all_districts=10 * owed) in shown
    assert "không ai bị coi là chậm" in shown
    assert 'class="late"' not in shown.split("</table>")[0].split("<table")[1]


def test_communes_owed_nothing_of_their_own_before_the_reform(visit):
    assert "chưa ai phải nộp" in text(opened(visit, bang="do-phu", cap="xa"))


def test_coverage_counts_and_never_percents(visit):
    matrix = text(opened(visit, bang="do-phu", kieu="mo-phong"))
    table = matrix.split("<table")[1].split("</table>")[0]
    assert "/10<" in table
    assert "%" not in table


def test_contradictions_are_shown_and_not_hidden(visit):
    test = opened(visit, bang="kiem-tra")
    figures, counts, targets = (each.value for each in test.dataframe[:3])
    assert any("1.924 + 387 = 2.311, nguồn ghi 2.317" in each for each in figures["message"])
    assert any("7 chỉ tiêu đạt + 6 còn lại = 13" in each for each in counts["message"])
    assert any("tổng số chỉ tiêu: 19; 23" in each for each in counts["message"])
    assert any("60 %" in each and "80 %" in each for each in targets["message"])
    assert any("La Gi" in each for each in figures["source_titles"])


def test_the_simulated_set_is_checked_apart_from_the_real_figures(visit):
    shown = text(opened(visit, bang="kiem-tra", kieu="mo-phong"))
    assert "Kiểm tra số liệu mô phỏng" in shown


def test_the_method_works_an_example_from_the_tables(visit):
    shown = text(opened(visit, bang="phuong-phap", tinh="11"))
    assert "Mốc xuất phát 6,23 % ngày 31/12/2020" in shown
    assert "6,23 + (10 − 6,23) ×" in shown
    assert f"Phiên bản {VERSION}" in shown
    for word in ("đúng lộ trình", "không xếp hạng khi hơn 20 %", "ranh giới sơ đồ"):
        assert word in shown


def test_terms_and_definitions_can_be_looked_up(visit):
    test = opened(visit, bang="thuat-ngu")
    assert "Mức lộ trình" in text(test)
    assert len(first_table(test)) == len(tables().indicators)


def test_a_broken_address_keeps_the_page_standing(visit):
    test = opened(visit, bang="khong-co", nguon="nguon-la", cac_chi_so="chi-so-la")
    assert len(first_table(test)) > 50
