import pytest
from frames import INDICATOR, RELATION, TALLY, TARGET, observations, table

from data.consistency import COLUMNS, KINDS, findings
from indicators.checks import tally_conflicts, tally_findings, target_conflicts

AMOUNT = {"unit": "hồ sơ", "time_type": "flow", "aggregation": "sum", "maximum": None, "decimals": 0}
INDICATORS = table(
    INDICATOR,
    {"indicator": "share", "time_type": "flow", "name_vi": "Hồ sơ trực tuyến"},
    {**AMOUNT, "indicator": "online", "name_vi": "Hồ sơ nộp trực tuyến"},
    {**AMOUNT, "indicator": "partial", "name_vi": "Hồ sơ một phần"},
    {**AMOUNT, "indicator": "full", "name_vi": "Hồ sơ toàn trình"},
    {**AMOUNT, "indicator": "all", "name_vi": "Tổng số hồ sơ"},
    {"indicator": "lines", "maximum": None, "name_vi": "Thuê bao trên 100 dân"},
    {**AMOUNT, "indicator": "trained", "time_type": "cumulative", "name_vi": "Lượt người tập huấn"},
)
RELATIONS = table(
    RELATION,
    {"whole": "online", "part": "partial"},
    {"whole": "online", "part": "full"},
    {"whole": "share", "part": "online", "kind": "numerator"},
    {"whole": "share", "part": "all", "kind": "denominator"},
)
NINE_MONTHS = {"period_start": "2023-01-01", "period_end": "2023-09-30"}


def found(*rows):
    figures = observations(*[{**NINE_MONTHS, **row} for row in rows])
    report = findings(figures, RELATIONS, INDICATORS)
    assert list(report.columns) == COLUMNS
    assert report["kind"].isin(KINDS).all()
    return report


def kinds(*rows):
    return found(*rows)["kind"].tolist()


PARTIAL = {"indicator": "partial", "value": 387}
FULL = {"indicator": "full", "value": 1924}
ONLINE = {"indicator": "online", "value": 2317}


def test_la_gis_parts_do_not_add_up_to_its_total():
    row = found(ONLINE, PARTIAL, FULL).iloc[0]
    assert (row["kind"], row["severity"]) == ("sum_mismatch", "error")
    assert (row["stated"], row["computed"], row["difference"]) == (2317, 2311, 6)
    assert "= 2.311, nguồn ghi 2.317" in row["message"]


@pytest.mark.parametrize(
    "rows",
    [
        [{**ONLINE, "value": 2311}, PARTIAL, FULL],
        [ONLINE, PARTIAL],  # a missing part is not zero: nothing to add up
        [{**ONLINE, "qualifier": "more_than", "value": 2300}, PARTIAL, FULL],  # "hơn 2 300" holds 2 311
        [ONLINE, PARTIAL, {**FULL, "locality": "593"}],  # another place's part
        [ONLINE, PARTIAL, {**FULL, "period_end": "2023-12-31"}],  # another period's part
        [{**ONLINE, "preferred": False, "source": "b"}, PARTIAL, FULL],
    ],
)
def test_parts_that_may_fit_are_no_finding(rows):
    assert kinds(*rows) == []


def test_a_part_greater_than_its_whole_is_found():
    assert "part_over_whole" in kinds(ONLINE, {**PARTIAL, "value": 2400})


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "kind"),
    [
        (77.16, 2317, 3003, None),  # 77,1561 rounded
        (77.15, 2317, 3003, "rate_truncated"),  # cut off, as La Gi does
        (77.98, 1924, 2467, "rate_truncated"),
        (72.20, 387, 536, None),  # 72,2015
        (77.17, 2317, 3003, "rate_mismatch"),
        (76.96, 2317, 3003, "rate_mismatch"),
        (77, 2317, 3003, None),  # printed without decimals
        (76, 2317, 3003, "rate_mismatch"),
        (77.16, 77153, 100000, "rate_mismatch"),  # 77,153 is neither rounded nor cut off to 77,16
        (100, 65, 65, None),
        (101, 66, 65, "part_over_whole"),
        (77.15, None, 3003, None),  # nothing to compute from
        (77.15, 2317, 0, "part_over_whole"),  # 2 317 out of none
    ],
)
def test_a_rate_follows_from_its_own_parts(value, numerator, denominator, kind):
    rows = kinds({"value": value, "numerator": numerator, "denominator": denominator})
    assert (kind in rows) if kind else rows == []


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "told"),
    [
        (77.15, 2317, 3003, "77,156 %"),
        (77.98, 1924, 2467, "77,989 %"),
        (77.98, 7798996, 10000000, "77,989 %"),  # 77,990 would hide what was cut off
        (77, 77996, 100000, "77,9 %"),
    ],
)
def test_a_truncated_rate_is_a_note_that_shows_what_was_cut_off(value, numerator, denominator, told):
    row = found({"value": value, "numerator": numerator, "denominator": denominator}).iloc[0]
    assert row["severity"] == "note"
    assert f"= {told}" in row["message"]


def test_a_bounded_rate_is_not_computed_again():
    assert kinds({"value": 70, "qualifier": "more_than", "numerator": 2317, "denominator": 3003}) == []


def test_a_rate_without_parts_is_checked_by_their_own_rows():
    total = {"indicator": "all", "value": 3003}
    assert kinds({"value": 80}, ONLINE, total) == ["rate_mismatch"]
    assert kinds({"value": 77.16}, ONLINE, total) == []


def test_parts_told_twice_should_agree():
    rows = found({"value": 77.16, "numerator": 2317, "denominator": 3003}, {**ONLINE, "value": 2311})
    assert rows["kind"].tolist() == ["parts_differ"]
    assert "tử số" in rows["message"].iloc[0]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"value": 75}, ["sources_differ"]),
        ({"value": 77.15}, []),
        ({"value": 70, "qualifier": "more_than"}, []),  # "hơn 70" agrees with 77,15
        ({"value": 80, "qualifier": "more_than"}, ["sources_differ"]),
        ({"value": 75, "period_end": "2023-12-31"}, []),  # another period is no contradiction
        ({"value": 75, "locality": "593"}, []),
    ],
)
def test_sources_that_disagree_are_found(other, expected):
    rows = found({"value": 77.15}, {"source": "b", "preferred": False, **other})
    assert rows["kind"].tolist() == expected
    assert rows["sources"].tolist() == ["a, b"] * len(expected)


def test_a_superseded_figure_is_no_disagreement():
    assert kinds({"value": 77.15, "supersedes": "b"}, {"value": 75, "source": "b", "preferred": False}) == []


@pytest.mark.parametrize(
    ("value", "expected"), [(100, []), (100.01, ["out_of_bounds"]), (-1, ["out_of_bounds"])]
)
def test_a_value_stays_within_its_bounds(value, expected):
    assert kinds({"value": value}) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"value": 7000}, ["cumulative_falls"]),
        ({"value": 7008}, []),
        ({"value": 7000, "qualifier": "more_than"}, []),  # "hơn 7 000" may be 7 008
        ({"value": 7000, "preferred": False, "source": "b"}, []),  # a source that is not followed
        ({"value": 7000, "qualifier": "less_than"}, ["cumulative_falls"]),
    ],
)
def test_what_adds_up_over_time_never_falls(later, expected):
    trained = {"indicator": "trained"}
    assert kinds({**trained, "value": 7008}, {**trained, "period_end": "2024-12-31", **later}) == expected


def test_what_does_not_add_up_over_time_may_fall():
    assert kinds({"value": 80}, {"value": 70, "period_start": "2024-01-01", "period_end": "2024-09-30"}) == []


def test_a_rate_that_may_exceed_100_may_have_more_than_its_denominator():
    assert kinds({"indicator": "lines", "value": 120, "numerator": 120, "denominator": 100}) == []


def test_a_sound_table_has_no_findings():
    assert found().empty


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        ({"total": 14, "met": 7, "remaining": 7}, []),
        ({"total": 14, "met": 7, "remaining": 6}, [("tally_total", 13)]),
        ({"total": 14, "met": 7, "remaining": 6, "not_measurable": 1, "expected": 3, "hard": 2},
         [("tally_total", 13)]),
        ({"total": 13, "met": 7, "remaining": 6, "not_measurable": 1, "expected": 3, "hard": 1},
         [("tally_remaining", 5)]),
        ({"total": 23, "met": 17}, []),  # what remains was not said
        ({"total": 14, "met": 7, "remaining": 7, "expected": 3}, []),  # nor all its parts
    ],
)  # fmt: skip
def test_reported_counts_are_added_up(tally, expected):
    rows = tally_findings(table(TALLY, tally))
    assert list(zip(rows["kind"], rows["computed"], strict=True)) == expected


def test_the_conflict_of_the_count_of_fourteen_is_told():
    rows = tally_findings(table(TALLY, {"total": 14, "met": 7, "remaining": 6}))
    assert rows["message"].tolist() == ["7 chỉ tiêu đạt + 6 còn lại = 13, nguồn ghi tổng số 14."]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"total": 23, "met": 17}, [("total", (19, 23))]),  # the action plan of Ninh Thuận for 2023
        ({"total": 19, "met": 17}, []),  # one of them says more
        ({"total": 23, "as_of": "2023-06-30"}, []),  # another day
        ({"total": 23, "resolution": "s"}, []),  # another document
        ({"met": 17}, []),  # the total is not said
    ],
)
def test_sources_that_count_the_same_targets_differently_are_found(other, expected):
    rows = tally_conflicts(table(TALLY, {"total": 19}, {"source": "b", **other}))
    assert list(zip(rows["count"], rows["values"], strict=True)) == expected
    assert rows["sources"].tolist() == [("a", "b")] * len(expected)


def test_a_conflict_of_counts_tells_what_is_counted():
    rows = tally_conflicts(table(TALLY, {"remaining": 7}, {"source": "b", "remaining": 6}))
    assert rows["message"].tolist() == ["Các nguồn ghi khác nhau về số chỉ tiêu còn lại: 7; 6."]


FIBRE = {
    "indicator": "share",
    "locality": "11",
    "level": "province",
    "deadline": "2025-12-31",
    "comparator": ">",
}


@pytest.mark.parametrize(
    ("other", "conflicts"),
    [
        ({"value": 60}, 1),
        ({"value": 80}, 0),
        ({"value": 60, "deadline": "2030-12-31"}, 0),
        ({"value": 60, "locality": "VN", "level": "country"}, 0),
        ({"value": 60, "scope": "each"}, 0),  # each district may be asked for less than the whole
        ({"value": None}, 0),
    ],
)
def test_documents_that_set_one_thing_at_two_values_are_found(other, conflicts):
    targets = table(
        TARGET,
        {**FIBRE, "target": "plan", "value": 80},
        {**FIBRE, "target": "project", **other},
    )
    rows = target_conflicts(targets, INDICATORS)
    assert len(rows) == conflicts
    if conflicts:
        assert rows["values"].tolist() == [(60.0, 80.0)]
        assert "> 60 %; > 80 %" in rows["message"].iloc[0]
