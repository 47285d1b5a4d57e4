"""Publications seen by pages, and looking back at what was known."""

from datetime import date, timedelta

import pandas as pd
import pytest

from components.page_links import FOLDERS
from data import clock, store
from queries import observations, provenance
from queries.view import View
from tests.data.store.sending import figure, submission
from wording import numbers

SHARE = {
    "indicator": "online_dossier_share", "locality": "594", "period_start": pd.Timestamp("2024-07-01"),
    "period_end": pd.Timestamp("2024-09-30"), "source": "bao-cao-594-2024-09",
}  # fmt: skip


def text_of(page):
    return "\n".join(each.value for each in [*page.markdown, *page.caption, *page.warning, *page.info])


@pytest.mark.usefixtures("own_state")
def test_what_anybody_publishes_is_there_at_the_next_run_of_an_open_page(visit):
    page = visit("nguon-so-lieu", dp="594")
    assert 91.25 not in page.dataframe[0].value["value"].tolist()
    store.publish(submission(figure(91.25, **SHARE)), "Lan")
    page.run()
    row = page.dataframe[0].value.query("value == 91.25").iloc[0]
    assert row["source_title"] == "Báo cáo (UBND La Gi)"


@pytest.mark.usefixtures("own_state")
@pytest.mark.parametrize("path", ["tong-quan", "cap-nhat"])
def test_a_clock_before_the_newest_publication_is_told_on_every_page(visit, path, monkeypatch):
    store.revision()
    assert not any("Đồng hồ" in each.value for each in visit(path).warning)
    monkeypatch.setattr(clock, "now", lambda: pd.Timestamp("2019-01-01 00:05").as_unit("us"))
    assert "Đồng hồ của máy đang chỉ 00:05 01/01/2019" in visit(path).warning[0].value


@pytest.mark.usefixtures("own_state")
def test_every_kept_frame_follows_a_publication():
    def asked():
        view = View(province="60", revision=observations.revision())
        latest = observations.latest(view, "online_dossier_share")
        names = provenance.source_title("bao-cao-594-2024-09")
        return (
            len(observations.of_view(view)),
            latest.loc[latest["locality"] == "594", "value"].tolist(),
            names,
        )

    before = asked()
    store.publish(submission(figure(91.25, **SHARE)), "Lan")
    after = asked()
    assert after[0] == before[0] + 1
    assert 91.25 in after[1]
    assert (before[2], after[2]) == ("bao-cao-594-2024-09", "Báo cáo (UBND La Gi)")


@pytest.mark.usefixtures("own_state")
def test_a_view_keeps_the_state_it_was_drawn_from():
    drawn = View(revision=observations.revision())
    before = len(observations.of_view(drawn))
    store.publish(submission(figure(91.25, **SHARE)), "Lan")
    assert len(observations.of_view(drawn)) == before
    assert len(observations.of_view(View(revision=observations.revision()))) == before + 1


@pytest.mark.usefixtures("own_state")
def test_a_past_day_does_not_see_what_was_published_later(visit, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: pd.Timestamp("2025-03-16 08:00").as_unit("us"))
    store.publish(submission(figure(91.25, **SHARE)), "Lan")
    values = {
        day: visit("nguon-so-lieu", dp="594", biet_den=day).dataframe[0].value["value"].tolist()
        for day in ("2025-03-15", "2025-03-16")
    }
    assert 91.25 not in values["2025-03-15"]
    assert 91.25 in values["2025-03-16"]


@pytest.mark.parametrize("path", list(FOLDERS))
@pytest.mark.parametrize("day", ["2023-11-30", pytest.param("2020-01-01", marks=pytest.mark.slow)])
def test_every_page_says_that_it_looks_back(visit, path, day):
    page = visit(path, biet_den=day)
    assert not page.exception
    assert not page.error
    assert f"số liệu như ngày {numbers.day(pd.Timestamp(day))}" in text_of(page)


def test_the_wall_says_that_it_looks_back(visit):
    page = visit("ban-do", biet_den="2024-10-31", present="1")
    assert "Số liệu như ngày 31/10/2024" in text_of(page)


def test_a_day_to_come_is_not_known(arrive):
    day = clock.today() + timedelta(days=1)
    page = arrive(biet_den=day.isoformat())
    assert "là ngày chưa đến" in page.warning[0].value
    assert "biet-den" not in page.query_params


def test_the_simulated_set_was_known_on_no_day(arrive):
    page = arrive(kieu="mo-phong", biet_den="2024-10-31")
    assert "không có ngày công bố" in page.warning[0].value


def test_one_click_leads_back_to_today(arrive):
    page = arrive(biet_den="2024-10-31")
    next(each for each in page.button if each.label == "Về hiện nay").click().run()
    assert "Đang xem lại" not in text_of(page)


def test_choosing_a_day_looks_back(arrive):
    page = arrive()
    choice = page.selectbox(key="view.as_of")
    choice.set_value(date.min).run()
    assert "Đang xem lại" in text_of(page)
    page.date_input(key="view.known").set_value(date(2024, 10, 31)).run()
    assert page.query_params["biet-den"] == "2024-10-31"
    assert "số liệu như ngày 31/10/2024" in text_of(page)
