"""A file beside the store: what it would change, what it lacks, and what is handed over."""

import pandas as pd
import pytest

from data import store
from data.intake import report
from data.intake.preflight import check_file
from data.intake.submission import is_empty, make_submission
from tests.data.intake.conftest import TODAY
from tests.data.intake.sheets import xlsx

HEAD = [
    "Mã địa phương", "Mã chỉ số", "Giá trị", "Tử số", "Mẫu số", "Ghi chú",
    "Nguyên nhân khách quan", "Kiến nghị, đề xuất",
]  # fmt: skip
TEAMS = ["594", "digital_teams", 71]
SHARE = ["594", "online_dossier_share", 80.0, 80, 100]


@pytest.fixture
def checked(small):
    """Check a file of La Gi for September 2024."""

    def run(*rows, period="2024-09", **asked):
        block = [["Kỳ báo cáo", period], ["Mã địa phương báo cáo", "594"]]
        return check_file("la-gi.xlsx", xlsx([*block, HEAD, *rows]), small, today=TODAY, **asked)

    return run


@pytest.fixture
def publish(small):
    def run(file, reasons=None):
        return store.publish(make_submission(file, reasons or {}, small, TODAY), "Lan")

    return run


def changes(file):
    return dict(zip(file.difference["indicator"], file.difference["change"], strict=True))


def test_what_is_owed_and_not_in_the_file_is_absent(checked):
    assert changes(checked(TEAMS)) == {"digital_teams": "new", "online_dossier_share": "absent"}


def test_a_figure_that_another_source_gives_otherwise_is_changed(checked):
    file = checked(TEAMS, period="31/12/2023")
    # The published row covers the year, the sent one its last day: another figure.
    assert changes(file)["digital_teams"] == "new"
    spelled = checked(SHARE, period="từ 01/01/2023 đến 31/12/2023")
    row = spelled.difference.set_index("indicator").loc["online_dossier_share"]
    assert (row["change"], row["value"], row["was"]) == ("changed", "80 %", "77,15 %")


def test_what_the_same_report_said_otherwise_is_revised(checked, publish):
    publish(checked(TEAMS, SHARE))
    file = checked(["594", "digital_teams", 72], SHARE)
    assert changes(file) == {"digital_teams": "revised", "online_dossier_share": "unchanged"}
    publish(file)
    rows = store.observations("2025-03", ["594"], "digital_teams")
    assert rows.loc[rows["period_end"].eq("2024-09-30"), "value"].tolist() == [72]


def test_a_file_sent_twice_has_nothing_new(checked, publish):
    said = [*TEAMS, None, None, None, "Mạng yếu", "Thêm máy"]
    publish(checked(said, SHARE))
    again = checked(said, SHARE)
    assert is_empty(again)
    assert again.counts["unchanged"] == 2


def test_what_is_published_stands_under_its_report(checked, publish, small):
    receipt = publish(checked(TEAMS))
    row = store.observations("2025-03", ["594"], "digital_teams").iloc[-1]
    assert (row["source"], row["origin"], row["period_end"]) == (
        "bao-cao-2025-03-594-2024-09", "entered", pd.Timestamp("2024-09-30"),
    )  # fmt: skip
    source = store.sources().set_index("source").loc[row["source"]]
    assert (source["publisher"], source["address"]) == ("Thị xã La Gi", "la-gi.xlsx")
    assert receipt.counts["new"] == 1
    assert store.original(receipt.batch)[0] == "la-gi.xlsx"


def test_causes_stand_with_every_target_of_their_indicator(checked, publish):
    share = [*SHARE, None, "Mạng yếu", "Thêm máy"]
    publish(checked(share))
    said = store.explanations().iloc[0]
    assert (said["target"], said["locality"], said["cause_kind"]) == ("nq-10-1", "594", "objective")
    assert (said["cause"], said["proposal"]) == ("Mạng yếu", "Thêm máy")
    assert said["as_of"] == pd.Timestamp("2024-09-30")


def test_what_is_said_of_an_indicator_without_a_target_stays_with_its_figure(checked):
    file = checked([*TEAMS, None, None, "đếm lại", "Mạng yếu", None])
    assert file.explanations.empty
    assert file.sent["note"].tolist() == ["đếm lại. Nguyên nhân: Mạng yếu"]
    alone = checked(["594", "digital_teams", None, None, None, None, "Mạng yếu"], SHARE)
    assert [each.check for each in alone.errors] == ["no_place_for_remark"]


def test_errors_are_never_handed_over(checked, small):
    file = checked(["594", "online_dossier_share", 177.15])
    assert [(each.check, each.cell) for each in file.errors] == [("out_of_bounds", "C4")]
    with pytest.raises(ValueError, match="1 errors"):
        make_submission(file, {}, small, TODAY)


@pytest.fixture
def doubtful(checked):
    """A file with one warning: the district has fewer teams than a commune in it."""
    return checked(TEAMS, ["23231", "digital_teams", 80])


def test_a_warning_asks_for_a_reason_and_the_reason_is_kept_with_its_figure(doubtful, publish, small):
    (warning,) = doubtful.warnings
    assert (warning.check, warning.cell) == ("parts_of_area", "C4")
    with pytest.raises(ValueError, match="1 warnings"):
        make_submission(doubtful, {warning: " "}, small, TODAY)
    publish(doubtful, {warning: "Xã đếm cả tổ cũ"})
    kept = store.kept_reasons().iloc[0]
    assert (kept["reason"], kept["locality"], kept["indicator"]) == (
        "Xã đếm cả tổ cũ",
        "594",
        "digital_teams",
    )
    assert kept["period_end"] == pd.Timestamp("2024-09-30")


def test_who_reports_is_told_by_the_rows_where_the_file_is_silent(small):
    assert report.common_area(small, "2025-03", ["23231"]) == "23231"
    assert report.common_area(small, "2025-03", ["23231", "23235"]) == "594"
    assert report.common_area(small, "2025-03", ["23231", "60"]) == "60"
    assert report.common_area(small, "2025-03", []) == ""


def test_a_target_of_the_old_province_stands_with_the_new_commune(small):
    aims = report.find_targets(small, "2025-07", ["23235"])
    assert aims.to_numpy().tolist() == [["23235", "online_dossier_share", "nq-10-1"]]
