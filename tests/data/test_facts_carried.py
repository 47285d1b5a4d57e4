"""The published figures the project starts from, each found again in the tables.

Some of them stand in ``facts.csv``. The whole list lies beside the project and is not part of it.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "data" / "tables"
SOME = Path(__file__).resolve().parent / "facts.csv"
ALL = ROOT.parent / "shared" / "facts" / "facts.csv"
# Of the whole list every row is accounted for in docs/data.md.
LENGTH = 297

ARTICLES = {
    "000": "bai-la-gi",
    "001": "bai-phan-thiet",
    "002": "bai-ninh-thuan-956",
    "003": "bao-dien-bien-phu-2022",
    "004": "bao-binh-thuan-125032",
}
LOCALITIES = {
    "Cả nước": "VN",
    "Tỉnh Điện Biên": "11",
    "Tỉnh Ninh Thuận": "58",
    "Tỉnh Bình Thuận": "60",
    "Tỉnh Khánh Hòa": "56",
    "Tỉnh Lâm Đồng": "68",
    "Thành phố Phan Rang-Tháp Chàm": "582",
    "Huyện Bác Ái": "584",
    "Huyện Ninh Sơn": "585",
    "Huyện Ninh Phước": "587",
    "Huyện Thuận Bắc": "588",
    "Huyện Thuận Nam": "589",
    "Thành phố Phan Thiết": "593",
    "Thị xã La Gi": "594",
    "Phường Phú Trinh (TP Phan Thiết)": "22930",
}
# Where the list and the register spell a name differently, or the list names a part of a new province.
SPELT = {
    "Huyện Phú Quý": "Huyện Phú Quí",
    "Tỉnh Khánh Hòa (mới, gồm Ninh Thuận cũ)": "Tỉnh Khánh Hoà",
    "Địa bàn Ninh Thuận cũ": "Tỉnh Khánh Hoà",
    "Tỉnh Lâm Đồng (mới)": "Tỉnh Lâm Đồng",
    "Địa bàn Bình Thuận cũ": "Tỉnh Lâm Đồng",
}
QUALIFIERS = {">=": "at_least", ">": "more_than", "~": "about", "": "exact"}
COMPARATORS = {">=": "≥", ">": ">", "": "≥", "top ": "≤"}

# Said by the source in words, kept in words by our tables: "khoảng", "ước".
ABOUT = {
    "Người từ 15 tuổi có tài khoản thanh toán đang hoạt động (khoảng)",
    "Người từ 15 tuổi có TK thanh toán có đăng ký dịch vụ thanh toán điện tử (khoảng; denominator ambiguous)",
    "Doanh số thanh toán không dùng tiền mặt (ước)",
}
# Not carried as an observation; docs/data.md says why under "Dropped".
DROPPED = {
    "Lượt xem bài viết (page counter, not an indicator)",
    "Trụ cột ưu tiên; chính quyền số là một trong",
    "DTI cấp huyện (cao nhất)",
    "DTI cấp huyện (thấp nhất)",
}
# How a scoring scheme is built, not how anybody scored: notes of the document in resolutions.csv.
SCHEME = {
    "Nhóm đối tượng đánh giá (sở; UBND cấp huyện; UBND cấp xã)",
    "Nhóm chỉ số thành phần (cơ quan chuyên môn cấp tỉnh)",
    "Tổng thang điểm (cơ quan chuyên môn cấp tỉnh; the district/commune scale was not in the readable part)",
    "Nhóm chỉ số của Bộ chỉ số CĐS cấp xã Ninh Thuận (counted from the list)",
}


@pytest.fixture(params=[SOME, pytest.param(ALL, marks=pytest.mark.slow)], ids=["some", "all"])
def facts(request: pytest.FixtureRequest) -> list[dict[str, str]]:
    if not request.param.exists():
        pytest.skip("the whole list of figures is not beside the project")
    return rows_of(request.param)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[dict[str, str]]:
    return rows_of(TABLES / f"{name}.csv")


def source_of(fact: dict[str, str]) -> str | None:
    """The id of the fact's source: articles by the number of their file, pages by their address."""
    address = fact["source_address"]
    if address[:3] in ARTICLES:
        return ARTICLES[address[:3]]
    return next((row["source"] for row in table("sources") if row["address"] == address), None)


def is_article(fact: dict[str, str]) -> bool:
    return fact["source_address"][:3] in ARTICLES


def figure(text: str) -> tuple[str, float] | None:
    """``">=9"`` → (">=", 9.0); a text that is no number → None."""
    match = re.fullmatch(r"(>=|>|~|top )?(\d+(?:\.\d+)?)", text)
    return (match[1] or "", float(match[2])) if match else None


def counts_units(fact: dict[str, str]) -> bool:
    names = ("ĐVHC", "Đơn vị hành chính", "Số phường, xã", "Số tỉnh hợp nhất")
    return fact["indicator"].startswith(names)


def counts_targets(fact: dict[str, str]) -> bool:
    return fact["unit"] == "chỉ tiêu"


def is_observed(fact: dict[str, str]) -> bool:
    """Whether the fact is a number somebody measured, not a target, a tally, a unit count or a scheme."""
    found = figure(fact["value"])
    return (
        fact["target_or_actual"] == "actual"
        and found is not None
        and found[0] != "top "
        and not counts_units(fact)
        and not counts_targets(fact)
        and fact["indicator"] not in DROPPED | SCHEME
    )


def missing_from_observations(facts: list[dict[str, str]]) -> Counter:
    wanted = Counter()
    for fact in facts:
        sign, value = figure(fact["value"])
        qualifier = "about" if fact["indicator"] in ABOUT else QUALIFIERS[sign]
        wanted[(source_of(fact), LOCALITIES[fact["locality"]], value, qualifier)] += 1
    carried = Counter(
        (row["source"], row["locality"], float(row["value"]), row["qualifier"])
        for row in table("observations")
        if row["value"]
    )
    return wanted - carried


@pytest.mark.slow
@pytest.mark.skipif(not ALL.exists(), reason="the whole list of figures is not beside the project")
def test_the_whole_list_has_figures_of_every_kind():
    facts = rows_of(ALL)
    assert len(facts) == LENGTH
    assert sum(is_article(fact) and is_observed(fact) for fact in facts) > 60
    assert sum(not is_article(fact) and is_observed(fact) for fact in facts) > 70
    assert sum(counts_targets(fact) for fact in facts) == 10
    assert sum(counts_units(fact) for fact in facts) == 35
    assert sum(is_numeric_target(fact) for fact in facts) > 50
    assert len(documents(facts)) > 15


def test_every_measured_figure_of_the_five_articles_is_an_observation(facts):
    measured = [fact for fact in facts if is_article(fact) and is_observed(fact)]
    assert measured
    assert missing_from_observations(measured) == Counter()


def test_every_measured_figure_of_the_public_pages_is_an_observation(facts):
    measured = [fact for fact in facts if not is_article(fact) and is_observed(fact)]
    assert measured
    assert missing_from_observations(measured) == Counter()


def test_a_rate_keeps_the_parts_its_source_gives(facts):
    rates = [f for f in facts if is_observed(f) and f["unit"] == "%" and f["denominator"]]
    carried = {
        (row["source"], float(row["value"]), row["numerator"], row["denominator"])
        for row in table("observations")
        if row["value"]
    }
    lost = [
        (fact["indicator"], fact["numerator"], fact["denominator"])
        for fact in rates
        if (source_of(fact), float(fact["value"]), fact["numerator"], fact["denominator"]) not in carried
    ]
    assert rates
    assert lost == []


@pytest.mark.parametrize("said", ["khá cao", "tất cả", "top 3"])
def test_what_a_source_says_in_words_stays_in_words(said):
    rows = [row for row in table("observations") if row["value_text"] == said]
    assert rows
    assert all(row["value"] == "" for row in rows)


def test_every_count_of_targets_is_in_a_tally_of_the_same_source(facts):
    counts = ("total", "met", "remaining", "not_measurable", "expected", "hard")
    carried = {(row["source"], row[count]) for row in table("tallies") for count in counts}
    counted = [fact for fact in facts if counts_targets(fact)]
    assert counted
    assert [f["indicator"] for f in counted if (source_of(f), f["value"]) not in carried] == []


def test_every_count_of_units_is_in_the_note_of_its_locality(facts):
    notes = {}
    for row in table("localities"):
        notes[row["name"]] = notes.get(row["name"], "") + " " + row["note"].replace(".", "")
    counted = [fact for fact in facts if counts_units(fact)]
    lost = [
        (fact["locality"], number)
        for fact in counted
        for number in re.findall(r"\d+", fact["value"].split("(")[0])
        if not re.search(rf"\b{number}\b", notes[SPELT.get(fact["locality"], fact["locality"])])
    ]
    assert counted
    assert lost == []


def is_numeric_target(fact: dict[str, str]) -> bool:
    return (
        fact["target_or_actual"] == "target"
        and figure(fact["value"]) is not None
        and fact["locality"] in LOCALITIES
        and not counts_units(fact)
        and not counts_targets(fact)
    )


def test_every_numeric_target_is_a_target_of_its_area_value_and_year(facts):
    carried = {
        (row["locality"], row["comparator"], float(row["value"]), row["deadline"][:4])
        for row in table("targets")
        if row["value"]
    }
    aims = [fact for fact in facts if is_numeric_target(fact)]
    lost = [
        fact["indicator"]
        for fact in aims
        for sign, value in [figure(fact["value"])]
        if (LOCALITIES[fact["locality"]], COMPARATORS[sign], value, fact["period"]) not in carried
    ]
    assert aims
    assert lost == []


def documents(facts: list[dict[str, str]]) -> set[str]:
    """The numbers of the documents that the facts name; ``facts.csv`` has them instead of its sources' titles."""
    said = " ".join(
        f["indicator"] + " " + f["value"] + " " + f.get("source_title", f.get("document", "")) for f in facts
    )
    return set(re.findall(r"\b\d+(?:/\d{4})?[/-](?:QĐ|KH|TB|NQ|QH15)[-/\wĐ]*", said))


def test_every_numbered_document_is_among_the_resolutions(facts):
    numbers = documents(facts)
    assert numbers
    assert numbers - {row["number"] for row in table("resolutions")} == set()


def test_the_accounting_in_the_documentation_covers_every_row_of_the_list():
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    section = text.split("## Where every row went")[1].split("\n### ")[0]
    counts = [int(count) for count in re.findall(r"^\|[^|]+\| (\d+) \|", section, flags=re.MULTILINE)]
    assert sum(counts) == LENGTH


@pytest.mark.parametrize("dropped", ["page-view counter", "Quế Sơn", "Tây Giang", "priority pillars"])
def test_what_is_dropped_is_listed_with_its_reason(dropped):
    section = (ROOT / "docs" / "data.md").read_text(encoding="utf-8").split("### Dropped")[1]
    assert dropped in section.split("\n## ")[0]
