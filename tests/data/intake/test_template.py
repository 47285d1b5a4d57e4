"""The workbook that localities fill in: what it holds, what may be changed, and that it is read back whole."""

import io
from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook

from data.intake.check.reporting_obligations import obligations
from data.intake.parsing import parse_file
from data.intake.template import HEADING_ROW, LETTERS, ImpossibleTemplate, make_template

FIRST = HEADING_ROW + 1


@pytest.fixture
def book(small):
    return load_workbook(io.BytesIO(make_template(small, small.observations, "594", "2024-09")))


@pytest.fixture
def sheet(book):
    return book["Số liệu"]


def rule_of(sheet, cell):
    return next(each for each in sheet.data_validations.dataValidation if cell in each.sqref)


def test_it_asks_for_what_the_area_owes_with_what_is_known(sheet):
    row = [
        sheet[f"{LETTERS[role]}{FIRST}"].value
        for role in ("code", "name", "indicator_code", "unit", "previous")
    ]
    assert row == ["594", "Thị xã La Gi", "online_dossier_share", "%", "77,15 % (đến 31/12/2023)"]


def test_only_entry_cells_can_be_changed(sheet):
    assert sheet.protection.sheet
    count = FIRST + 1
    assert sheet[f"{LETTERS['code']}{FIRST}"].protection.locked
    assert sheet[f"{LETTERS['value']}{HEADING_ROW}"].protection.locked
    assert not sheet[f"{LETTERS['value']}{FIRST}"].protection.locked
    assert not sheet[f"{LETTERS['numerator']}{FIRST}"].protection.locked
    assert sheet[f"{LETTERS['numerator']}{count}"].protection.locked  # a count has no parts


def test_values_are_bound_to_their_indicator(sheet):
    share = rule_of(sheet, f"{LETTERS['value']}{FIRST}")
    assert (share.type, share.formula1, share.formula2) == ("decimal", "0", "100")
    assert "Hồ sơ nộp trực tuyến trên tổng số hồ sơ." in share.prompt
    count = rule_of(sheet, f"{LETTERS['value']}{FIRST + 1}")
    assert (count.operator, count.formula1) == ("greaterThanOrEqual", "0")


def test_lists_offer_what_is_read(book, sheet):
    absence = rule_of(sheet, f"{LETTERS['absence']}{FIRST}")
    name = absence.formula1.removeprefix("=")
    where = book.defined_names[name].attr_text
    title, cells = where.replace("'", "").split("!")
    offered = [row[0].value for row in book[title][cells.replace("$", "")]]
    assert offered == ["không áp dụng", "đang cập nhật"]
    assert book[title].sheet_state == "hidden"


def test_headings_stay_in_sight_and_on_every_page(sheet):
    assert sheet.freeze_panes == f"{LETTERS['unit']}{FIRST}"
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"


def test_it_is_read_back_whole(small, book):
    sheet = book["Số liệu"]
    cells = {"value": 80.5, "cause_objective": "Mạng yếu", "proposal": "Bổ sung thiết bị"}
    for role, content in cells.items():
        sheet[f"{LETTERS[role]}{FIRST}"] = content
    sheet[f"{LETTERS['absence']}{FIRST + 1}"] = "không áp dụng"
    spare = FIRST + 3
    sheet[f"{LETTERS['code']}{spare}"], sheet[f"{LETTERS['indicator']}{spare}"] = "23231", "Tổ công nghệ số"
    sheet[f"{LETTERS['value']}{spare}"] = "hơn 10"
    stream = io.BytesIO()
    book.save(stream)
    reading = parse_file("mau.xlsx", stream.getvalue(), small)
    assert reading.findings == ()
    assert (reading.vintage, reading.area, reading.period.end) == ("2025-03", "594", date(2024, 9, 30))
    rows = reading.rows[["locality", "indicator", "value", "qualifier", "absence"]].fillna(-1)
    assert rows.to_numpy().tolist() == [
        ["594", "online_dossier_share", 80.5, "exact", ""],
        ["594", "digital_teams", -1, "exact", "not_applicable"],
        ["23231", "digital_teams", 10, "more_than", ""],
    ]
    said = reading.explanations.iloc[0]
    assert (said["cause_kind"], said["cause"], said["proposal"]) == (
        "objective",
        "Mạng yếu",
        "Bổ sung thiết bị",
    )


@pytest.mark.parametrize(
    ("area", "period", "said"),
    [
        ("594", "tháng 13", "2024-09"),
        ("999", "2024-09", "999"),
        ("23231", "2024-09", "Phường Tân An"),  # a commune owes nothing in this set
    ],
)
def test_what_cannot_be_made_says_what_to_ask_for(small, area, period, said):
    with pytest.raises(ImpossibleTemplate, match=said):
        make_template(small, small.observations, area, period)


def test_a_province_is_asked_for_itself_and_for_its_districts(tables):
    rows = obligations(tables, "2025-03", "60", date(2024, 9, 30))
    assert rows["locality"].iloc[0] == "60"
    assert set(rows["locality"]) == {"60", "593", "594", *(str(code) for code in range(595, 603))}
    assert rows.loc[rows["locality"].eq("595"), "indicator"].iloc[0] == "online_dossier_share"


def test_a_figure_is_due_where_a_period_of_its_frequency_ends(tables):
    def due(day):
        rows = obligations(tables, "2025-03", "60", day).set_index(["locality", "indicator"])["due"]
        return bool(rows["595", "online_dossier_share"]), bool(rows["60", "digital_data_share"])

    assert due(date(2024, 9, 30)) == (True, False)  # a quarter ends, no half-year
    assert due(date(2024, 12, 31)) == (True, True)
    assert due(date(2024, 8, 31)) == (False, False)
    assert due(date(2024, 9, 15)) == (False, False)


def test_simulated_duties_are_nobodys(tables):
    rows = obligations(tables, "2025-03", "595", date(2024, 8, 31))
    assert not rows["due"].any()
    assert pd.Index(rows["locality"]).unique().tolist() == ["595"]
