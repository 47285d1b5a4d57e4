"""One target per locality and indicator."""

import pandas as pd

from indicators.primary_target import primary_target


def rows(*targets):
    frame = pd.DataFrame(targets, columns=["target", "standing", "deadline"])
    return frame.assign(
        vintage="2025-03",
        locality="594",
        indicator="work_files_online",
        as_of=pd.Timestamp("2024-06-30"),
        deadline=pd.to_datetime(frame["deadline"]),
    )


def chosen(*targets):
    return primary_target(rows(*targets))["target"].tolist()


def test_what_is_assigned_leads_before_a_reference_line():
    nearer_reference, assigned = ("plan", "reference", "2024-12-31"), ("own", "assigned", "2025-12-31")
    assert chosen(nearer_reference, assigned) == ["own"]


def test_the_next_deadline_ahead_leads():
    over, next_, later = (
        ("2023", "assigned", "2023-12-31"),
        ("2025", "assigned", "2025-12-31"),
        ("2030", "assigned", "2030-12-31"),
    )
    assert chosen(later, over, next_) == ["2025"]


def test_a_deadline_on_the_viewed_day_is_still_ahead():
    # On its last day a target is what the committee looks at, not the one of the next year.
    today, next_ = ("today", "assigned", "2024-06-30"), ("2025", "assigned", "2025-12-31")
    assert chosen(today, next_) == ["today"]


def test_when_all_deadlines_are_over_the_last_leads():
    assert chosen(("2022", "assigned", "2022-12-31"), ("2023", "assigned", "2023-12-31")) == ["2023"]


def test_a_target_without_a_deadline_leads_only_alone():
    undated = ("undated", "assigned", None)
    assert chosen(undated) == ["undated"]
    assert chosen(undated, ("2025", "assigned", "2025-12-31")) == ["2025"]


def test_a_target_without_an_indicator_leads_nothing():
    assert primary_target(rows(("unknown", "assigned", "2025-12-31")).assign(indicator=None)).empty
