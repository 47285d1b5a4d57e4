"""The figures and targets of the second list of public pages, each found again in the tables.

The list as it was read lies beside the project and is not part of it; what the tests need of it stands in
``facts_2.csv`` and ``targets_2.csv``.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
READ = ROOT.parent / "shared" / "facts"

QUALIFIERS = {">": "more_than", "~": "about", "": "exact"}
# Code of a locality that the list names without its code, with the vintage that the figure belongs to.
PLACES = {
    "Tỉnh Điện Biên": "11",
    "Tỉnh Lâm Đồng": "68",
    "Tỉnh Lâm Đồng (cấp xã)": "68",
    "Tỉnh Khánh Hòa (mới)": "56",
    "Tỉnh Khánh Hòa (cũ)": "56",
    "Tỉnh Ninh Thuận": "58",
    "Tỉnh Bình Thuận": "60",
    "Địa bàn Bình Thuận cũ": "60",
    "Cả nước": "VN",
    "Xã Mường Đun (huyện Tủa Chùa)": "03247",
}
# Not carried; docs/data.md says why under "Dropped of the second list".
NO_DOCUMENT = {"Mức độ hài lòng của người dân (mục tiêu)", "Mức độ hài lòng của người dân"}
NO_DEADLINE = {"Hồ sơ giải quyết đúng hạn"}
# The list prints the plan's scale of 1,000 points, the tables have the published scale of 0 to 1.
SCALES = {"điểm/1.000": 1000.0}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[dict[str, str]]:
    return rows_of(ROOT / "data" / "tables" / f"{name}.csv")


def source_of(address: str) -> str:
    return next(row["source"] for row in table("sources") if row["address"] == address)


def figure(text: str) -> tuple[str, float] | None:
    """``">5780"`` → (">", 5780.0); a range or words → None."""
    match = re.fullmatch(r"([>~]?)(\d+(?:\.\d+)?)", text)
    return (match[1], float(match[2])) if match else None


def code_of(fact: dict[str, str]) -> str:
    return fact["code_2025_07"] or PLACES[fact["locality"]]


def facts() -> list[dict[str, str]]:
    return [row for row in rows_of(HERE / "facts_2.csv") if row["target_or_actual"] == "actual"]


def targets() -> list[dict[str, str]]:
    dropped = NO_DOCUMENT | NO_DEADLINE
    return [row for row in rows_of(HERE / "targets_2.csv") if row["target"] not in dropped]


def test_every_number_is_an_observation_of_its_place_and_source():
    wanted = Counter(
        (source_of(fact["url"]), code_of(fact), found[1], QUALIFIERS[found[0]])
        for fact in facts()
        if (found := figure(fact["value"]))
    )
    carried = Counter(
        (row["source"], row["locality"], float(row["value"]), row["qualifier"])
        for row in table("observations")
        if row["value"]
    )
    assert wanted
    assert wanted - carried == Counter()


def test_what_is_no_number_stays_in_words():
    said = {(source_of(fact["url"]), code_of(fact)) for fact in facts() if not figure(fact["value"])}
    worded = {(row["source"], row["locality"]) for row in table("observations") if row["value_text"]}
    assert len(said) == 2
    assert said <= worded


def test_parts_of_a_rate_are_carried_with_it():
    wanted = {
        (code_of(fact), fact["numerator"], fact["denominator"]) for fact in facts() if fact["denominator"]
    }
    carried = {(row["locality"], row["numerator"], row["denominator"]) for row in table("observations")}
    assert wanted
    assert wanted - carried == set()


def test_a_share_worked_out_of_printed_numbers_is_no_printed_share():
    basis = {
        (row["locality"], row["numerator"], row["denominator"]): row["value_basis"]
        for row in table("observations")
    }
    rates = [fact for fact in facts() if fact["denominator"]]
    assert {basis[code_of(fact), fact["numerator"], fact["denominator"]] for fact in rates} == {"computed"}


@pytest.mark.parametrize(
    ("indicator", "period_end", "vintage"),
    [
        ("par_index", "2024-12-31", "2025-03"),  # PAR and SIPAS of 2024 were measured before the merger
        ("sipas_rank", "2024-12-31", "2025-03"),
        ("dti_rank", "2024-12-31", "2025-07"),  # the DTI of 2024 was published for the merged province
        ("dti_score", "2024-12-31", "2025-07"),
    ],
)
def test_a_figure_of_khanh_hoa_belongs_to_the_province_it_was_measured_for(indicator, period_end, vintage):
    rows = [
        row
        for row in table("observations")
        if (row["locality"], row["indicator"], row["period_end"]) == ("56", indicator, period_end)
    ]
    assert [row["vintage"] for row in rows] == [vintage]


def test_a_share_of_2023_is_not_the_merged_provinces():
    rows = [row for row in table("observations") if row["value"] == "71" and row["locality"] == "68"]
    assert [row["vintage"] for row in rows] == ["2025-03"]


def test_shares_of_all_dossiers_are_an_indicator_of_their_own():
    shares = {
        row["indicator"] for row in table("observations") if row["value"] in ("91.29", "41.30", "54.22")
    }
    assert shares == {"online_received_share"}
    pairs = {(row["whole"], row["part"]) for row in table("relations") if row["kind"] == "not_comparable"}
    assert ("online_dossier_share", "online_received_share") in pairs


def test_every_usable_target_is_a_target_of_its_area_value_and_deadline():
    carried = {
        (row["locality"], row["comparator"], float(row["value"]), row["deadline"][:4], row["source"])
        for row in table("targets")
        if row["value"]
    }
    lost = [
        row["target"]
        for row in targets()
        if (
            row["locality"],
            row["comparator"],
            float(row["value"]) / SCALES.get(row["unit"], 1),
            # "each year" begins with the plan's first year; "2026–2030" ends with its last.
            "2025" if row["deadline"] == "hằng năm" else row["deadline"].split("–")[-1][:4],
            source_of(row["source_url"]),
        )
        not in carried
    ]
    assert len(targets()) == 17
    assert lost == []


@pytest.mark.parametrize("dropped", ["Satisfaction of 95 %", "95 % of dossiers on time"])
def test_what_is_dropped_is_listed_with_its_reason(dropped):
    section = (
        (ROOT / "docs" / "data.md").read_text(encoding="utf-8").split("### Dropped of the second list")[1]
    )
    assert dropped in section.split("\n## ")[0]


@pytest.mark.slow
@pytest.mark.skipif(not READ.exists(), reason="the list as it was read is not beside the project")
@pytest.mark.parametrize("name", ["facts_2", "targets_2"])
def test_the_list_is_that_which_was_read(name):
    kept, read = rows_of(HERE / f"{name}.csv"), rows_of(READ / f"{name}.csv")
    assert kept == [{column: row[column] for column in kept[0]} for row in read]


@pytest.mark.slow
@pytest.mark.skipif(not READ.exists(), reason="the list as it was read is not beside the project")
def test_a_value_that_the_page_does_not_print_is_computed():
    basis = {
        (row["source"], row["locality"], float(row["value"])): row["value_basis"]
        for row in table("observations")
        if row["value"]
    }
    for fact in rows_of(READ / "facts_2.csv"):
        found = figure(fact["value"])
        if found and fact["target_or_actual"] == "actual":
            digits = re.sub(r"\D", "", fact["value"])
            printed = {re.sub(r"\D", "", each) for each in re.findall(r"\d[\d.,]*", fact["verbatim_numbers"])}
            printed |= {each + "000000" for each in printed}  # "more than 4 million"
            expected = "stated" if digits in printed else "computed"
            assert basis[source_of(fact["url"]), code_of(fact), found[1]] == expected, fact["indicator"]
