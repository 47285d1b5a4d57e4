"""Thay đổi: what the chair sees of what came in since the last meeting."""

import pandas as pd
import pytest

from data import clock, store
from pages.changes import change_rows
from queries import observations, recent_changes
from queries.view import View
from tests.data.store.sending import figure, submission

FIBRE = {"indicator": "fibre_household_share", "locality": "594", "source": "bao-cao-594"}


@pytest.fixture
def la_gi(own_state, monkeypatch):
    """Publish for La Gi on a day, in a store of the test's own, and look at it; changes count from 21/10/2024."""

    def publish(day, *values):
        monkeypatch.setattr(clock, "now", lambda: pd.Timestamp(day).as_unit("us"))
        rows = [
            figure(value, **FIBRE, period_start=pd.Timestamp(end), period_end=pd.Timestamp(end))
            for end, value in values
        ]
        store.publish(submission(*rows), "Lan")
        return View(revision=observations.revision(), locality="594")

    return publish


def of_la_gi(rows, column):
    mine = rows["locality"].eq("594") & rows["indicator"].eq("fibre_household_share")
    return rows.loc[mine, column].tolist()


def test_a_first_report_is_new_and_no_progress(la_gi):
    looked = la_gi("2025-04-01", ("2025-03-31", 81.0))
    assert of_la_gi(recent_changes.moves(looked), "kind") == ["reported"]


def test_a_newer_period_is_compared_with_what_was_known_then(la_gi):
    la_gi("2024-10-01", ("2024-09-30", 70.0))
    looked = la_gi("2025-04-01", ("2025-03-31", 81.0))
    assert of_la_gi(recent_changes.moves(looked), "kind") == ["improved"]
    assert of_la_gi(recent_changes.revisions(looked), "kind") == []


def test_a_corrected_old_figure_is_listed_apart(la_gi):
    la_gi("2024-10-01", ("2024-09-30", 70.0))
    looked = la_gi("2025-04-01", ("2024-09-30", 81.0))
    assert of_la_gi(recent_changes.moves(looked), "kind") == []
    assert of_la_gi(recent_changes.revisions(looked), "kind") == ["revised"]
    assert change_rows.revisions_table(looked)["from_shown"].tolist() == ["70 %"]


def test_nothing_changed_before_the_day_compared_with(la_gi):
    la_gi("2024-10-01", ("2024-09-30", 70.0))
    looked = la_gi("2024-10-02", ("2024-09-30", 81.0))
    assert of_la_gi(recent_changes.moves(looked), "kind") == []
    assert of_la_gi(recent_changes.revisions(looked), "kind") == []


@pytest.mark.parametrize("kind", ["thuc", "mo-phong"])
def test_the_page_says_since_when_and_what_in_one_line(visit, kind):
    page = visit("thay-doi", kieu=kind)
    assert not page.exception
    assert not page.error
    finding = page.markdown[0].value
    assert finding.startswith("##### Từ ")
    assert "mô phỏng" in finding if kind == "mo-phong" else "mới báo cáo" in finding


def test_the_usual_day_is_the_last_count_of_the_province(visit):
    page = visit("thay-doi")
    assert "lần kiểm đếm chỉ tiêu ngày 21/10/2024" in page.markdown[0].value


def test_without_a_count_it_is_the_end_of_the_quarter_before():
    assert (
        recent_changes.last_meeting_day(
            View(kind="simulated", as_of=pd.Timestamp("2025-05-31").date())
        ).isoformat()
        == "2025-03-31"
    )


def test_a_day_after_what_is_looked_at_is_not_compared_with(arrive):
    page = arrive(kieu="mo-phong", tu_ngay="2025-06-30", ngay="2025-06-30")
    assert "không trước ngày đang xem" in page.warning[0].value


def test_the_overview_leads_here_in_one_line(arrive):
    page = arrive()
    links = [each.label for each in page.get("page_link")]
    assert any("mới báo cáo" in label for label in links)


def test_the_tables_tell_every_move(la_gi):
    looked = la_gi("2025-04-01", ("2025-03-31", 81.0))
    rows = change_rows.moves_table(looked)
    mine = rows[rows["indicator"].eq("fibre_household_share") & rows["locality"].eq("594")].iloc[0]
    assert (mine["kind_shown"], mine["to_shown"], mine["apart_shown"]) == ("Mới báo cáo", "81 %", "")
