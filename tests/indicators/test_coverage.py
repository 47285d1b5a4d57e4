import pandas as pd
import pytest
from frames import EXPECTED, LOCALITY, day, observations, table

from indicators.coverage import STATUSES, coverage, due_reports, reported_counts, reporting_periods

LOCALITIES = table(
    LOCALITY,
    {"code": "594"},
    {"code": "595"},
    {"code": "661", "mapped": False},  # gives context only, owes nothing
    {"code": "23200", "level": "commune", "parent_code": "594"},
)
QUARTERLY = table(EXPECTED, {})
AS_OF = "2024-10-10"  # the third quarter is over but due on 15/10


def cell(*figures, locality="594", as_of=AS_OF, expected=QUARTERLY):
    rows = coverage(expected, LOCALITIES, observations(*figures), "real", day(as_of))
    assert rows["locality"].tolist() == ["594", "595"]
    return rows.set_index("locality").loc[locality]


@pytest.mark.parametrize(
    ("frequency", "valid_from", "valid_to", "ends"),
    [
        ("month", "2024-08-01", None, ["2024-08-31", "2024-09-30", "2024-10-31"]),
        ("quarter", "2024-04-01", None, ["2024-06-30", "2024-09-30", "2024-12-31"]),
        ("half", "2024-01-01", None, ["2024-06-30", "2024-12-31"]),
        ("year", "2023-01-01", None, ["2023-12-31", "2024-12-31"]),
        ("quarter", "2024-02-10", None, ["2024-06-30", "2024-09-30", "2024-12-31"]),  # first whole one
        ("month", "2024-08-15", None, ["2024-09-30", "2024-10-31"]),
        ("quarter", "2024-01-01", "2024-06-30", ["2024-03-31", "2024-06-30"]),  # the level is abolished
        ("year", "2024-01-01", "2024-06-30", []),
        ("month", "2025-01-01", None, []),  # not begun
    ],
)
def test_whole_periods_are_owed_from_the_first_day_to_the_last(frequency, valid_from, valid_to, ends):
    duty = {"frequency": frequency, "valid_from": valid_from, "valid_to": valid_to}
    found = reporting_periods(table(EXPECTED, duty), "real", day(AS_OF))
    assert found["period_end"].dt.strftime("%Y-%m-%d").tolist() == ends
    assert (found["due_on"] - found["period_end"]).dt.days.eq(15).all()


def test_the_other_kinds_duties_are_not_ours():
    assert reporting_periods(QUARTERLY, "simulated", day(AS_OF)).empty


def test_who_owes_what_for_when_is_listed():
    found = due_reports(QUARTERLY, LOCALITIES, "real", day(AS_OF))
    assert found.groupby("locality").size().to_dict() == {"594": 3, "595": 3}
    last = found[found["locality"].eq("594")].iloc[-1]
    assert (last["period_end"], last["due_on"]) == (day("2024-09-30"), day("2024-10-15"))


def test_a_period_is_listed_from_its_last_day_on():
    ends = [
        due_reports(QUARTERLY, LOCALITIES, "real", day(as_of))["period_end"].max()
        for as_of in ("2024-09-29", "2024-09-30")
    ]
    assert ends == [day("2024-06-30"), day("2024-09-30")]


def quarter(start, end, **more):
    return {"period_start": start, "period_end": end, "value": 70, **more}


@pytest.mark.parametrize(
    ("figures", "status", "reported", "late_since"),
    [
        ([], "late", 0, "2024-04-16"),
        ([quarter("2024-04-01", "2024-06-30")], "reported", 1, None),
        # the quarter before last only
        ([quarter("2024-01-01", "2024-03-31")], "late", 1, "2024-07-16"),
        # six months to 30/6 report the second quarter
        ([quarter("2024-01-01", "2024-06-30")], "reported", 1, None),
        # a stock counted on a day inside the quarter reports it
        ([quarter("2024-05-20", "2024-05-20")], "reported", 1, None),
        # so does one counted on its first day
        ([quarter("2024-04-01", "2024-04-01")], "reported", 1, None),
        # what did not apply in the quarter before applies since there is a figure
        (
            [
                quarter("2024-01-01", "2024-03-31", value=None, absence="not_applicable"),
                quarter("2024-04-01", "2024-06-30"),
            ],
            "reported", 1, None,
        ),
        # two figures of one quarter are one report
        ([quarter("2024-04-01", "2024-06-30"), quarter("2024-05-20", "2024-05-20")], "reported", 1, None),
        # early: the quarter that is not due yet
        ([quarter("2024-07-01", "2024-09-30")], "reported", 0, None),
        # before the duty began
        ([quarter("2023-10-01", "2023-12-31")], "late", 0, "2024-04-16"),
        # not known on the day
        ([quarter("2024-10-01", "2024-12-31")], "late", 0, "2024-04-16"),
        ([quarter("2024-04-01", "2024-06-30", preferred=False)], "late", 0, "2024-04-16"),
        ([quarter("2024-04-01", "2024-06-30", value=None, absence="not_applicable")], "not_applicable", 0, None),
        ([quarter("2024-04-01", "2024-06-30", value=None, absence="boundary_changed")], "boundary_changed", 0,
         None),
        # words without a number are not the figure owed
        ([quarter("2024-04-01", "2024-06-30", value=None, value_text="khá cao")], "late", 0, "2024-04-16"),
    ],
)  # fmt: skip
def test_a_figure_is_reported_late_or_does_not_apply(figures, status, reported, late_since):
    row = cell(*figures)
    assert (row["status"], row["reported"], row["due"]) == (status, reported, 2)
    assert (None if pd.isna(row["late_since"]) else row["late_since"]) == (late_since and day(late_since))
    assert status in STATUSES


def test_what_is_due_later_is_not_late():
    row = cell(as_of="2024-04-10")
    assert (row["status"], row["due"], row["next_due"]) == ("not_reported_yet", 0, day("2024-04-15"))


def test_a_figure_may_come_on_the_day_it_is_due():
    row = cell(as_of="2024-04-15")
    assert (row["status"], row["due"], row["next_due"]) == ("not_reported_yet", 0, day("2024-04-15"))


def test_a_figure_is_late_from_the_day_after_it_was_due():
    row = cell(as_of="2024-04-16")
    assert (row["status"], row["due"], row["late_since"]) == ("late", 1, day("2024-04-16"))


def test_a_figure_of_the_viewed_day_itself_is_known():
    assert cell(quarter("2024-01-01", "2024-03-31"), as_of="2024-03-31")["status"] == "reported"


def test_the_next_due_date_follows_what_was_reported():
    assert cell(quarter("2024-04-01", "2024-06-30"))["next_due"] == day("2024-10-15")
    assert cell(quarter("2024-07-01", "2024-09-30"))["next_due"] == day("2025-01-15")


def test_one_places_figures_are_not_anothers():
    assert cell(quarter("2024-04-01", "2024-06-30"), locality="595")["status"] == "late"


def test_a_duty_that_is_only_proposed_says_so():
    assert cell(expected=table(EXPECTED, {"basis": "proposed"}))["basis"] == "proposed"


def test_a_duty_that_was_proposed_first_and_assigned_later_is_assigned():
    proposed = {"basis": "proposed", "valid_to": "2024-03-31"}
    duty = table(EXPECTED, proposed, {"valid_from": "2024-04-01"})
    assert cell(expected=duty)["basis"] == "assigned"


def test_no_duty_no_cell():
    assert coverage(table(EXPECTED), LOCALITIES, observations(), "real", day(AS_OF)).empty


def test_coverage_is_printed_as_a_fraction_of_what_is_due():
    covered = pd.DataFrame(
        {"indicator": "share", "status": ["reported", "late", "late", "not_applicable", "not_reported_yet"]}
    )
    row = reported_counts(covered, ["indicator"]).iloc[0]
    assert (row["reported"], row["due"], row["late"], row["text"]) == (1, 3, 2, "1/3")
