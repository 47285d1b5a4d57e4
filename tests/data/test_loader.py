import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import loader, schema
from data.foreign_keys import Reference
from data.loader import BrokenTables, Problem, load_tables
from indicators.succession import links
from tests.data.conftest import PACKAGE, write

Change = Callable[..., Path]


def problems_of(directory: Path) -> tuple[Problem, ...]:
    with pytest.raises(BrokenTables) as broken:
        load_tables(directory)
    return broken.value.problems


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(each.file, each.row, each.column) for each in problems]


def test_a_whole_set_loads_with_its_types(package: Path) -> None:
    tables = load_tables(package)
    assert tables.localities["code"].tolist()[:4] == ["VN", "60", "594", "23231"]
    assert tables.localities.dtypes.astype(str).to_dict() | {"code": "str"} == {
        "vintage": "str",
        "code": "str",
        "name": "str",
        "type": "str",
        "level": "str",
        "parent_code": "str",
        "lon": "float64",
        "lat": "float64",
        "area_km2": "float64",
        "area_source": "str",
        "population": "float64",
        "population_year": "float64",
        "population_source": "str",
        "mapped": "bool",
        "note": "str",
    }
    assert str(tables.observations["period_end"].dtype) == "datetime64[us]"
    assert tables.explanations.empty
    assert tables.explanations["as_of"].dtype == tables.observations["period_end"].dtype


def test_a_missing_figure_stays_missing(package: Path) -> None:
    tables = load_tables(package)
    assert pd.isna(tables.localities["population"][0])
    assert pd.isna(tables.observations["denominator"][1])
    assert pd.isna(tables.localities["parent_code"][0])


def test_leading_zeros_of_a_code_stay(change: Change, package: Path) -> None:
    rows = [dict(row) for row in PACKAGE["localities"]]
    rows[2]["code"], rows[3]["parent_code"], rows[4]["parent_code"] = "094", "094", "094"
    write(package, "localities", rows)
    write(package, "observations", [dict(row) | {"locality": "094"} for row in PACKAGE["observations"]])
    assert load_tables(package).observations["locality"].tolist() == ["094", "094"]


def test_a_byte_order_mark_and_another_order_of_columns_are_welcome(package: Path) -> None:
    path = package / "sources.csv"
    path.write_text(
        "title,source,address,publisher,note,date\nKết quả,la-gi,https://lagi.example,Thị ủy,,2024-01-31\n",
        encoding="utf-8-sig",
    )
    sources = load_tables(package).sources
    assert sources.columns.tolist() == ["source", "publisher", "title", "date", "address", "note"]
    assert sources["date"].tolist() == [pd.Timestamp("2024-01-31")]


@pytest.mark.parametrize(
    ("table", "row", "cells", "column", "expected"),
    [
        ("localities", 1, {"code": "VNx"}, "code", "mã đúng mẫu"),
        ("localities", 1, {"type": "bang"}, "type", "một trong các giá trị: quốc gia, tỉnh"),
        ("localities", 1, {"mapped": "1"}, "mapped", "true hoặc false"),
        ("localities", 1, {"population": "1,5"}, "population", "số nguyên"),
        ("localities", 1, {"area_km2": "-1"}, "area_km2", "không nhỏ hơn 0"),
        ("observations", 0, {"value": "bảy mươi"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"value": "1_000"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"value": "inf"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"value": "NaN"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"value": "2,3E+04"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"value": "77,15 %"}, "value", "số, dấu thập phân là dấu chấm"),
        ("observations", 0, {"period_end": "31/12/23"}, "period_end", "ngày dạng 2025-12-31"),
        ("observations", 0, {"period_end": "31/02/2023"}, "period_end", "ngày dạng 2025-12-31"),
        ("localities", 3, {"code": "2,3E+04"}, "code", "mã đúng mẫu"),
        # What Excel may have written can mean two things.
        (
            "observations",
            0,
            {"period_end": "01/07/2023"},
            "period_end",
            "có thể là 2023-07-01 hoặc 2023-01-07",
        ),
        ("observations", 1, {"value": "1,234"}, "value", "có thể là 1.234 hoặc 1234"),
        ("observations", 0, {"qualifier": ""}, "qualifier", "không để trống"),
        ("sources", 0, {"title": ""}, "title", "không để trống"),
        # Our own rules.
        ("expected", 0, {"vintage": "2025-07"}, "level", "cấp có trong mốc địa giới 2025-07"),
        ("localities", 0, {"parent_code": "60"}, "parent_code", "quốc gia không có cấp trên"),
        ("localities", 2, {"parent_code": ""}, "parent_code", "đơn vị cấp trên trực tiếp"),
        ("localities", 3, {"parent_code": "60"}, "parent_code", "đơn vị cấp trên ở cấp district"),
        ("localities", 3, {"note": "Dân số chưa kiểm tra"}, "population", "dân số chưa được kiểm tra"),
        ("succession", 0, {"share": "0.7", "relation": "partial"}, "share", "tổng tỷ lệ của đơn vị cũ 23231"),
        ("succession", 0, {"relation": "partial"}, "share", "tỷ lệ nhỏ hơn 1"),
        ("observations", 0, {"period_end": "2022-12-31"}, "period_end", "period_start = “2023-01-01”"),
        ("indicators", 0, {"maximum": "0"}, "maximum", "số lớn hơn minimum = 0"),
        ("indicators", 1, {"aggregation": "population_weighted"}, "weight_base", "cơ sở gia quyền"),
        ("indicators", 1, {"name_vi": "HỒ SƠ trực tuyến"}, "name_vi", "tên chỉ thuộc chỉ số digital_teams"),
        (
            "indicators",
            1,
            {"intake_names": "Tổ|HS trực tuyến"},
            "intake_names",
            "chỉ thuộc chỉ số digital_teams",
        ),
        ("recipes", 0, {"start": ""}, "start", "không để trống"),
        ("recipes", 0, {"end": "101"}, "end", "không lớn hơn 100"),
        ("recipes", 0, {"list_province": "9", "list_commune": "3"}, "list_district", "số mục của danh mục"),
        ("observations", 1, {"value": ""}, "value", "thiếu số liệu không phải là số 0"),
        ("observations", 1, {"absence": "not_applicable"}, "value", "absence nói địa phương không có"),
        ("observations", 1, {"numerator": "5"}, "numerator", "không phải tỷ lệ"),
        ("observations", 0, {"origin": "simulated"}, "origin", "không được lưu cùng số liệu thật"),
        ("observations", 0, {"origin": "entered", "value": "103"}, "value", "số từ 0 đến 100"),
        ("targets", 0, {"deadline": ""}, "deadline", "thuộc loại value"),
        ("targets", 0, {"comparator": ""}, "comparator", "thuộc loại value"),
        ("targets", 0, {"kind": "rank", "value": ""}, "value", "thuộc loại rank"),
        ("targets", 0, {"baseline": "5"}, "baseline_date", "ngày của mức xuất phát"),
        ("targets", 1, {"value": "20"}, "value", "chưa có văn bản"),
        ("targets", 0, {"milestone_of": "nq-10-1"}, "deadline", "hạn trước hạn của chỉ tiêu nq-10-1"),
        (
            "resolutions",
            0,
            {"in_force_from": "2025-01-02", "in_force_to": "2025-01-01"},
            "in_force_to",
            "ngày",
        ),
        ("observations", 0, {"value_basis": "computed"}, "note", "cách tính ra giá trị"),
        (
            "observations",
            0,
            {"value_basis": "computed", "value": "", "value_text": "cao", "note": "Tính"},
            "value",
            "con số",
        ),
        ("localities", 1, {"area_source": ""}, "area_source", "nguồn của area_km2"),
        ("localities", 1, {"population_source": ""}, "population_source", "nguồn của population"),
        # References.
        ("localities", 2, {"parent_code": "61"}, "parent_code", "mã có trong localities.csv"),
        ("observations", 0, {"locality": "595"}, "locality", "mã có trong localities.csv (vintage, code)"),
        ("observations", 0, {"vintage": "2025-07"}, "locality", "mã có trong localities.csv"),
        ("observations", 0, {"source": "ai-đó"}, "source", "mã có trong sources.csv"),
        ("observations", 0, {"indicator": "khac"}, "indicator", "mã có trong indicators.csv"),
        ("targets", 1, {"milestone_of": "khac"}, "milestone_of", "mã có trong targets.csv"),
        ("resolutions", 0, {"superseded_by": "khac"}, "superseded_by", "mã có trong resolutions.csv"),
        ("recipes", 0, {"indicator": "khac"}, "indicator", "mã có trong indicators.csv"),
        ("recipes", 0, {"stream": "khac"}, "stream", "mã có trong indicators.csv"),
        ("succession", 0, {"new_code": "99999"}, "new_code", "mã có trong localities.csv"),
    ],
)
def test_a_broken_cell_is_named_by_file_row_column_and_expectation(
    change: Change, table: str, row: int, cells: dict[str, str], column: str, expected: str
) -> None:
    problems = problems_of(change(table, row, **cells))
    at = [each for each in problems if (each.row, each.column) == (row + 2, column)]
    assert [each.file for each in at] == [f"{table}.csv"]
    assert expected in at[0].expected
    assert at[0].message


def test_a_table_comes_back_as_excel_has_saved_it_in_vietnam(package: Path) -> None:
    """Semicolons, decimal commas, capitals, days first, lost zeros, a month of a vintage, empty columns and rows."""
    before = load_tables(package)
    path = package / "observations.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    saved = {"2025-03": "Thg3-25", "77.15": "77,15", "true": "TRUE", "2023-01-01": "01/01/2023"}
    saved |= {"2023-12-31": "31/12/2023"}
    lines = [";".join([*(saved.get(cell, cell) for cell in row), "", ""]) for row in rows]
    lines += [";" * (len(rows[0]) + 1)] * 3
    path.write_bytes("\r\n".join([*lines, ""]).encode("utf-8-sig"))
    assert_frame_equal(load_tables(package).observations, before.observations)


def test_a_table_comes_back_as_excel_has_saved_it_as_unicode_text(package: Path) -> None:
    before = load_tables(package)
    path = package / "localities.csv"
    path.write_bytes(path.read_text("utf-8").replace(",", "\t").encode("utf-16"))
    assert_frame_equal(load_tables(package).localities, before.localities)


@pytest.mark.parametrize(
    ("separator", "written", "value"),
    [
        (",", "55,5", 55.5),  # no group of thousands has one digit
        (",", "0,123", 0.123),
        (",", "1.234", 1.234),  # the form of the schema
        (",", "1.230.808", 1230808),
        (",", "1,230,808.5", 1230808.5),
        (";", "1.230.808,5", 1230808.5),
        (";", "1,234", 1.234),  # Excel separates by semicolons where commas are decimal
        (";", "77.15", 77.15),
        ("\t", "-5,25", -5.25),
    ],
)
def test_a_number_that_can_mean_one_thing_is_read(
    change: Change, separator: str, written: str, value: float
) -> None:
    path = change("observations", 1, value=written) / "observations.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    assert load_tables(path.parent).observations["value"][1] == value


def test_thousands_and_decimals_are_not_told_apart_where_commas_are_decimal(change: Change) -> None:
    path = change("observations", 1, value="1.234") / "observations.csv"
    path.write_text(path.read_text("utf-8").replace(",", ";"), "utf-8")
    (problem,) = problems_of(path.parent)
    assert (problem.row, problem.column, problem.found) == (3, "value", "“1.234”")
    assert "có thể là 1234 hoặc 1.234" in problem.expected


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("01/07/2023", "31/12/2023", ("2023-07-01", "2023-12-31")),  # the end tells the order of the file
        ("7/1/2023", "12/31/2023", ("2023-07-01", "2023-12-31")),  # as an American PC writes
        ("05-05-2023", "2023/12/31", ("2023-05-05", "2023-12-31")),
        ("01/01/2023 0:00", "2023-7-1", ("2023-01-01", "2023-07-01")),
    ],
)
def test_days_are_read_in_the_order_that_their_file_shows(
    change: Change, start: str, end: str, days: tuple[str, str]
) -> None:
    row = load_tables(change("observations", 0, period_start=start, period_end=end)).observations.iloc[0]
    assert (row["period_start"], row["period_end"]) == tuple(map(pd.Timestamp, days))


def test_days_in_both_orders_are_refused(change: Change) -> None:
    problems = problems_of(
        change(
            "observations", 0, period_start="07/13/2022", period_end="05/06/2023", recorded_on="31/12/2023"
        )
    )
    assert places(problems) == [("observations.csv", 2, "period_end")]


@pytest.mark.parametrize("written", ["Mar-25", "Thg3-25", "thg 3-25", "01/03/2025", "3/1/2025", "Mar-2025"])
def test_a_vintage_that_became_a_day_is_its_month(change: Change, written: str) -> None:
    assert load_tables(change("observations", 0, vintage=written)).observations["vintage"][0] == "2025-03"


CODES = {
    "localities": ["code", "parent_code"],
    "succession": ["old_code", "new_code"],
    "resolutions": ["province"],
    "targets": ["locality"],
    "observations": ["locality"],
}


def recode(package: Path, codes: dict[str, str]) -> None:
    """Write the smallest whole set with other codes."""
    for table, columns in CODES.items():
        rows = [dict(row) for row in PACKAGE[table]]
        for row in rows:
            row |= {name: codes.get(row[name], row[name]) for name in columns if name in row}
        write(package, table, rows)


def test_zeros_that_codes_lost_come_back(package: Path) -> None:
    recode(package, {"60": "01", "594": "094", "23231": "03231", "23235": "00235"})
    before = load_tables(package)
    recode(package, {"60": "1", "594": "94", "23231": "3231", "23235": "235"})
    after = load_tables(package)
    for table in CODES:
        assert_frame_equal(getattr(after, table), getattr(before, table))


def test_a_code_that_is_two_without_its_zeros_is_told(package: Path) -> None:
    recode(package, {"60": "1", "594": "94", "23231": "3231", "23235": "1"})  # province 01 and commune 00001
    problems = problems_of(package)
    assert {each.file for each in problems} == {"resolutions.csv", "succession.csv", "targets.csv"}
    assert all("có thể là 01 hoặc 00001" in each.expected for each in problems)


def test_a_code_without_zeros_is_never_taken_for_a_longer_one(change: Change, package: Path) -> None:
    """Province 60 is itself as long as no code of its column has lost zeros."""
    rows = [*PACKAGE["localities"], PACKAGE["localities"][3] | {"code": "00060", "name": "Phường Khác"}]
    write(package, "localities", rows)
    assert load_tables(package).targets["locality"].tolist() == ["60", "60"]


def test_the_message_is_a_vietnamese_sentence_with_all_parts(change: Change) -> None:
    with pytest.raises(BrokenTables) as broken:
        load_tables(change("observations", 0, value="bảy mươi"))
    assert str(broken.value) == (
        "Không nạp được số liệu: có 1 lỗi trong các bảng. Chưa bảng nào được dùng.\n"
        "observations.csv, dòng 2, cột “value”: cần số, dấu thập phân là dấu chấm; "
        "đang là “bảy mươi”. Hãy sửa ô này rồi nạp lại."
    )


def test_every_problem_of_every_table_is_reported_at_once(change: Change) -> None:
    change("observations", 0, value="x", period_end="y")
    change("sources", 0, title="")
    directory = change("targets", 0, deadline="")
    assert places(problems_of(directory)) == [
        ("observations.csv", 2, "period_end"),
        ("observations.csv", 2, "value"),
        ("sources.csv", 2, "title"),
        ("targets.csv", 2, "deadline"),
    ]


def test_a_repeated_key_names_the_other_row(package: Path) -> None:
    write(package, "observations", [*PACKAGE["observations"], PACKAGE["observations"][1]])
    problems = problems_of(package)
    assert ("observations.csv", 4, None) in places(problems)
    twice = next(each for each in problems if each.column is None)
    assert twice.found.startswith("trùng dòng 3 (2025-03, 594, digital_teams")


def test_two_preferred_figures_for_one_period_are_refused(package: Path) -> None:
    write(package, "sources", [*PACKAGE["sources"], PACKAGE["sources"][0] | {"source": "bao"}])
    write(package, "observations", [*PACKAGE["observations"], PACKAGE["observations"][1] | {"source": "bao"}])
    (problem,) = problems_of(package)
    assert (problem.row, problem.column) == (4, "preferred")
    assert problem.found == "“đã có số liệu ưu tiên ở dòng 3”"


def test_a_missing_file_is_named(package: Path) -> None:
    (package / "targets.csv").unlink()
    (problem,) = problems_of(package)
    assert str(problem) == (
        "targets.csv: cần có tệp này trong thư mục bảng số liệu; đang là không có tệp. "
        "Hãy đặt lại đúng tệp rồi nạp lại."
    )


def test_a_missing_schema_is_named(tmp_path: Path) -> None:
    assert places(problems_of(tmp_path)) == [("datapackage.json", None, None)]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "tệp rỗng"),
        (b"\n", "tệp rỗng"),
        ("source,publisher\nx,Thị ủy".encode("cp1258", "replace"), "thiếu cột"),
        (b"source,publisher,title,date,address,note\nx,\xd5,t,,a,\n", "byte không phải UTF-8 ở dòng 2"),
        (b'source,publisher,title,date,address,note\nx,"p"q,t,,a,\n', "đặt sai quanh dòng 2"),
    ],
)
def test_an_unreadable_file_says_why(package: Path, content: bytes, found: str) -> None:
    (package / "sources.csv").write_bytes(content)
    problems = problems_of(package)
    assert problems[0].file == "sources.csv"
    assert found in problems[0].found


def test_missing_surplus_and_repeated_columns_are_named(package: Path) -> None:
    (package / "sources.csv").write_text(
        "source,publisher,title,title,address,note,ghi chú\nla-gi,Thị ủy,Kết quả,,https://x.example,,\n",
        "utf-8",
    )
    assert places(problems_of(package)) == [
        ("sources.csv", None, "date"),
        ("sources.csv", 1, "ghi chú"),
        ("sources.csv", 1, "title"),
    ]


def test_blank_and_ragged_rows_are_named_as_a_spreadsheet_counts_them(package: Path) -> None:
    path = package / "sources.csv"
    path.write_text(path.read_text("utf-8") + '\n"x","p","t"\nx,p,t,,a,n,thừa\n', "utf-8")
    problems = problems_of(package)
    assert places(problems) == [("sources.csv", row, None) for row in (3, 4, 5)]
    assert [each.found for each in problems] == ["dòng trống", "3 ô", "7 ô"]


def test_a_line_break_inside_a_cell_counts_as_one_row(package: Path) -> None:
    rows = [
        PACKAGE["sources"][0] | {"note": "hai\ndòng"},
        PACKAGE["sources"][0] | {"source": "b", "title": ""},
    ]
    write(package, "sources", rows)
    assert places(problems_of(package)) == [("sources.csv", 3, "title")]


def test_a_published_figure_beyond_its_bounds_is_loaded_with_a_warning(change: Change) -> None:
    tables = load_tables(change("observations", 0, value="103"))
    assert tables.observations["value"].tolist() == [103, 65]
    (warning,) = tables.warnings
    assert (warning.row, warning.column, warning.found) == (2, "value", "“103”")


def test_rows_nobody_uses_are_warned_about(package: Path) -> None:
    write(package, "sources", [*PACKAGE["sources"], PACKAGE["sources"][0] | {"source": "la"}])
    alone = PACKAGE["indicators"][0] | {"indicator": "alone", "name_vi": "Chỉ số khác"}
    write(package, "indicators", [*PACKAGE["indicators"], alone])
    write(
        package, "resolutions", [*PACKAGE["resolutions"], PACKAGE["resolutions"][0] | {"resolution": "nq-9"}]
    )
    warnings = load_tables(package).warnings
    assert places(warnings) == [
        ("indicators.csv", 4, "indicator"),
        ("indicators.csv", 4, "tier"),
        ("resolutions.csv", 3, "resolution"),
        ("sources.csv", 3, "source"),
    ]


def test_a_recipe_of_an_indicator_that_is_not_core_is_warned_about(change: Change) -> None:
    warnings = load_tables(change("indicators", 1, tier="context")).warnings
    assert places(warnings) == [("recipes.csv", 2, "indicator")]


def test_an_indicator_may_bear_its_own_name_twice(change: Change) -> None:
    assert not load_tables(change("indicators", 0, intake_names="Hồ sơ trực tuyến|hồ sơ trực tuyến")).warnings


def test_a_target_on_an_unreported_indicator_is_warned_about(package: Path) -> None:
    write(package, "observations", PACKAGE["observations"][1:])
    assert places(load_tables(package).warnings) == [("targets.csv", 2, "indicator")]


def test_a_figure_without_a_preferred_one_and_an_impossible_rank_are_warned_about(change: Change) -> None:
    tables = load_tables(change("observations", 1, preferred="false", out_of="63"))
    assert places(tables.warnings) == [("observations.csv", 3, "preferred"), ("observations.csv", 3, "value")]


def test_joins_say_how_many_rows_matched(package: Path) -> None:
    matches = {each.reference: each for each in load_tables(package).match_counts}
    place = matches[Reference("observations", ("vintage", "locality"), "localities", ("vintage", "code"))]
    assert (place.matched, place.total, place.used, place.available) == (2, 2, 1, 8)
    assert str(place) == "observations → localities: 2/2"
    parent = matches[Reference("localities", ("vintage", "parent_code"), "localities", ("vintage", "code"))]
    assert (parent.matched, parent.total) == (6, 6)  # the two rows of the country have no parent


@pytest.mark.usefixtures("own_cache")
def test_an_unchanged_set_is_checked_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_tables(package)
    checked: list[str] = []
    monkeypatch.setattr(schema, "check_cells", lambda text, _: checked.append(text.table) or [])
    load_tables(package)
    assert checked == []
    source = package / "sources.csv"
    source.write_text(source.read_text("utf-8").replace("Kết quả", "Báo cáo"), "utf-8")
    assert load_tables(package).sources["title"].tolist() == ["Báo cáo"]
    assert len(checked) == len(PACKAGE)


@pytest.mark.usefixtures("own_cache")
def test_a_mark_hides_no_change(change: Change, package: Path) -> None:
    load_tables(package)
    change("observations", 0, qualifier="khoảng")
    assert places(problems_of(package)) == [("observations.csv", 2, "qualifier")]


@pytest.mark.usefixtures("own_cache")
def test_a_broken_set_leaves_no_mark(change: Change) -> None:
    directory = change("observations", 0, qualifier="khoảng")
    assert problems_of(directory) == problems_of(directory)


def test_tables_load_where_no_cache_can_be_written(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path / "file" / "below"))
    assert len(load_tables(package).observations) == 2


def test_the_fingerprint_follows_the_tables(package: Path) -> None:
    before = loader.fingerprint(package)
    assert loader.fingerprint(package) == before
    (package / "relations.csv").unlink()
    assert loader.fingerprint(package) != before


def test_a_further_reform_needs_only_rows(package: Path) -> None:
    """Two communes of 2025-07 merge in January 2026: no schema, no rule and no code knows of it."""
    now = [row for row in PACKAGE["localities"] if row["vintage"] == "2025-07"]
    neighbour = now[-1] | {"code": "23231", "name": "Phường Phước Hội"}
    then = [row | {"vintage": "2026-01"} for row in now]
    write(package, "localities", [*PACKAGE["localities"], neighbour, *then])
    merged = [
        {"old_vintage": "2025-07", "old_code": code, "new_vintage": "2026-01", "new_code": "23235"}
        | {"share": "1", "relation": "full", "source": "la-gi"}
        for code in ("23231", "23235")
    ]
    write(package, "succession", [*PACKAGE["succession"], *merged])
    tables = load_tables(package)
    found = links(tables.succession, "2025-03", "2026-01")
    assert found[["from_code", "to_code", "share"]].to_numpy().tolist() == [
        ["23231", "23235", 1],
        ["23235", "23235", 1],
    ]


def test_an_explanation_of_a_target_names_no_document_beside_it(add, package: Path) -> None:
    said = {"vintage": "2025-03", "locality": "594", "as_of": "2024-09-30", "source": "la-gi"}
    add(
        "explanations",
        [
            {**said, "target": "nq-10-1", "cause": "của chỉ tiêu"},
            {**said, "resolution": "nq-10", "cause": "của văn bản"},
            {**said, "cause": "của địa phương"},
            {**said, "target": "nq-10-1", "resolution": "nq-10", "cause": "của cả hai"},
        ],
    )
    with pytest.raises(BrokenTables) as broken:
        load_tables(package)
    assert places(broken.value.problems) == [("explanations.csv", 5, "resolution")]
