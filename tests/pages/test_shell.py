"""The frame around every page."""

import pytest

from data import loader
from queries import validation
from queries.query import forget
from queries.view import View


def settled(**fields):
    return validation.validate_view(View(**fields))


def test_the_usual_view_needs_no_settling():
    assert settled() == (View(), [])


@pytest.mark.parametrize(
    ("fields", "expected", "said"),
    [
        ({"vintage": "1999-01"}, {"vintage": "2025-03"}, "1999-01"),
        ({"province": "99"}, {"province": "60"}, "99"),
        (
            {"vintage": "2025-07", "province": "60"},
            {"province": "68"},
            "60",
        ),  # Bình Thuận is a part of Lâm Đồng
        ({"locality": "00000"}, {"locality": None}, "00000"),
        ({"indicator": "no_such"}, {"indicator": "online_dossier_share"}, "no_such"),
    ],
)
def test_what_the_register_does_not_know_is_replaced_and_said(fields, expected, said):
    view, complaints = settled(**fields)
    assert {name: getattr(view, name) for name in expected} == expected
    assert any(said in each.message for each in complaints)


def test_the_new_boundaries_have_no_districts():
    view, complaints = settled(vintage="2025-07", province="68", level="district")
    assert view.level == "commune"
    assert complaints == []


def test_simulated_figures_can_be_removed(monkeypatch):
    monkeypatch.setenv("SHOW_SIMULATED", "0")
    view, complaints = settled(kind="simulated")
    assert view.kind == "real"
    assert len(complaints) == 1


def test_an_address_that_had_to_be_settled_says_so(arrive):
    test = arrive(tinh="99")
    assert any("99" in warning.value for warning in test.warning)
    assert test.selectbox(key="view.province").value == "60"


def test_a_code_of_the_other_vintage_is_not_taken_for_its_namesake(arrive):
    test = arrive(moc="2025-07", tinh="68", dp="594")  # La Gi was a district until 30/6/2025
    assert any("594" in warning.value for warning in test.warning)


def test_a_province_is_followed_into_the_new_boundaries(visit):
    test = visit("ban-do", tinh="58")
    test.selectbox(key="view.vintage").select("2025-07").run()
    assert test.selectbox(key="view.province").value == "56"  # Ninh Thuận is a part of Khánh Hòa
    test.selectbox(key="view.vintage").select("2025-03").run()
    assert test.selectbox(key="view.province").value == "58"


def test_broken_tables_are_shown_by_file_row_and_column(visit, monkeypatch, tmp_path):
    for file in loader.TABLES.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    table = tmp_path / "tallies.csv"
    table.write_text(table.read_text("utf-8").replace(",14,", ",mười bốn,"), "utf-8")
    broken = loader.load_tables
    monkeypatch.setattr(loader, "load_tables", lambda: broken(tmp_path))
    forget()
    try:
        test = visit("ban-do")
    finally:
        forget()
    assert not test.exception
    assert "Chưa mở được số liệu" in test.error[0].value
    shown = test.dataframe[0].value
    assert shown["Tệp"].str.contains("tallies.csv").any()
    assert shown["Đang ghi"].str.contains("mười bốn").any()


def test_another_province_lets_go_of_what_was_chosen_in_this_one(visit):
    test = visit("tien-do", dp="595", dong="r10-01,60")
    test.selectbox(key="view.province").set_value("58").run()
    looked = test.session_state["view"]
    assert (looked.province, looked.locality, looked.row) == ("58", None, ())
    assert not test.warning
