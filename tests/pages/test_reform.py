"""Both sides of the reform on every page, what was handed over, and a further reform that is rows and nothing else."""

from dataclasses import replace

import pandas as pd
import pytest

from components.page_links import FOLDERS
from data import loader
from queries import query

NEW = {"moc": "2025-07", "tinh": "56", "cap": "xa"}
PHUOC_DINH = "22888"  # An Hải, Phước Dinh, and a part of Đông Hải
PHAN_THIET = "22945"  # Phú Trinh, whose figures are known, and two wards without any


def said(test):
    shown = [*test.markdown, *test.caption, *test.info, *test.warning, *test.success]
    return "\n".join(str(each.value) for each in shown)


@pytest.mark.parametrize("kind", ["thuc", pytest.param("mo-phong", marks=pytest.mark.slow)])
@pytest.mark.parametrize("vintage", [{"moc": "2025-07", "tinh": "56"}, {"moc": "2025-03", "tinh": "58"}])
@pytest.mark.parametrize("page", [each for each in FOLDERS if each != "tong-quan"])
def test_every_page_opens_on_both_sides_of_the_reform(visit, page, vintage, kind):
    test = visit(page, cap="xa", kieu=kind, **vintage)
    assert not test.exception
    assert not test.error


@pytest.mark.parametrize("kind", ["thuc", "mo-phong"])
@pytest.mark.parametrize("vintage", [{"moc": "2025-07", "tinh": "68"}, {"moc": "2025-03", "tinh": "60"}])
def test_the_first_page_opens_on_both_sides_of_the_reform(arrive, vintage, kind):
    test = arrive(kieu=kind, **vintage)
    assert not test.exception
    assert not test.error


def test_a_new_commune_says_what_it_was_put_together_from_and_how_much_of_it(visit):
    told = said(visit("dia-phuong", dp=PHUOC_DINH, **NEW))
    assert "gộp từ" in told
    assert "P. Đông Hải (TP. Phan Rang-Tháp Chàm) (một phần, khoảng 32 % diện tích)" in told
    assert "Nằm trên địa bàn nhiều đơn vị cấp huyện cũ" in told


def test_figures_of_the_units_before_are_continued_marked_and_refused_where_they_must_be(visit):
    test = visit("dia-phuong", moc="2025-07", tinh="68", cap="xa", dp=PHAN_THIET, muc="dien-bien")
    assert "ít nhất 10 tổ" in said(test)  # Phú Trinh's; the other wards' are not known, and not 0
    assert "tính nối qua sắp xếp địa giới" in said(test)
    assert any("12 số liệu tính được, 3 không nối được" in each.label for each in test.expander)


def test_the_map_looks_within_a_former_district(visit):
    test = visit("ban-do", huyen="582", **NEW)
    assert test.selectbox(key="view.district").value == "582"
    assert "P. Ninh Chử khoảng 47 %" in said(test)
    assert "X. Phước Dinh dưới 1 %" in said(test)


def test_a_filter_by_former_districts_says_which_communes_lie_there_only_in_part(visit):
    told = said(visit("ban-do", cac_huyen="585", **NEW))
    assert "có đất của đơn vị cấp huyện cũ: H. Ninh Sơn" in told
    assert "P. Đô Vinh khoảng 54 %" in told


def test_a_district_looked_at_is_followed_over_the_reform(visit):
    test = visit("ban-do", tinh="58", cap="xa", huyen="585")
    test.selectbox(key="view.vintage").select("2025-07").run()
    assert test.selectbox(key="view.district").value == "585"
    assert not test.warning


@pytest.fixture
def a_further_reform(monkeypatch):
    """In January 2026 Phước Dinh is put together with Cà Ná; all else of Khánh Hòa stays."""
    tables = loader.load_tables()
    now = tables.localities.query(
        "vintage == '2025-07' and (code == '56' or code == 'VN' or parent_code == '56')"
    )
    then = now[now["code"].ne("22909")].assign(vintage="2026-01")
    codes = now.loc[now["level"].ne("country"), "code"]
    merged = pd.DataFrame(
        {
            "old_vintage": "2025-07", "old_code": codes, "new_vintage": "2026-01",
            "new_code": codes.replace("22909", PHUOC_DINH), "share": 1.0, "relation": "full",
            "source": tables.succession["source"].iloc[0], "note": None,
        }
    )  # fmt: skip
    further = replace(
        tables,
        localities=pd.concat([tables.localities, then], ignore_index=True),
        succession=pd.concat([tables.succession, merged], ignore_index=True),
    )
    monkeypatch.setattr(loader, "load_tables", lambda *_: further)
    query.forget()
    yield
    query.forget()


@pytest.mark.parametrize(
    "page", [each for each in FOLDERS if each not in ("tong-quan", "ban-do", "kich-ban", "in")]
)
def test_a_further_reform_needs_only_rows(a_further_reform, visit, page):
    test = visit(page, moc="2026-01", tinh="56", cap="xa", dp=PHUOC_DINH)
    assert not test.exception
    options = test.selectbox(key="view.vintage").options
    assert options[1:] == [
        "Địa giới từ 1/7/2025 đến 31/12/2025 (không có huyện)",
        "Địa giới từ 1/1/2026 (không có huyện)",
    ]
    if page == "dia-phuong":
        assert "Từ 1/1/2026, gộp từ (theo danh mục): X. Phước Dinh (Khánh Hoà), X. Cà Ná (Khánh Hoà)" in said(
            test
        )
