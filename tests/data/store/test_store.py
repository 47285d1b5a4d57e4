"""The store's promises, each on DuckDB and on PostgreSQL."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from data import clock, store
from data.loader import load_tables
from data.store import engine
from tests.data.conftest import PACKAGE, write
from tests.data.store.sending import figure, submission
from wording.reading_messages import WORKED_OUT

pytestmark = pytest.mark.usefixtures("made_store")


def teams(state: store.State = store.NOW) -> dict[str, float]:
    """The number of teams of La Gi by source."""
    rows = store.observations("2025-03", ["594"], "digital_teams", state)
    return dict(zip(rows["source"], rows["value"], strict=True))


def preferred(state: store.State = store.NOW) -> list[str]:
    rows = store.observations("2025-03", ["594"], "digital_teams", state)
    return rows.loc[rows["preferred"], "source"].tolist()


@pytest.fixture
def publish_on(monkeypatch: pytest.MonkeyPatch):
    """Publish as if it were another day."""

    def publish(day: str, *figures: dict) -> store.Receipt:
        monkeypatch.setattr(clock, "now", lambda: pd.Timestamp(day).as_unit("us"))
        return store.publish(submission(*figures), "Lan")

    return publish


def test_a_new_store_holds_the_tables_as_they_are_read(package: Path) -> None:
    tables = load_tables(package)
    for table in ("observations", "explanations", "sources"):
        stored = getattr(store, table)()
        pd.testing.assert_frame_equal(stored.drop(columns="batch"), getattr(tables, table))


def test_what_is_published_is_seen_with_its_source() -> None:
    receipt = store.publish(submission(figure(71)), "Lan")
    assert teams() == {"la-gi": 65, "bao-cao-la-gi": 71}
    assert "bao-cao-la-gi" in store.sources()["source"].tolist()
    rows = store.observations()
    assert rows.loc[rows["batch"] == receipt.batch, "value"].tolist() == [71]


def test_the_reporting_area_is_believed_before_the_press() -> None:
    assert preferred() == ["la-gi"]
    store.publish(submission(figure(71)), "Lan")
    assert preferred() == ["bao-cao-la-gi"]


def test_of_two_reports_the_later_one_is_preferred() -> None:
    store.publish(submission(figure(71, "bao-cao-tinh")), "Lan")
    store.publish(submission(figure(70, "bao-cao-la-gi")), "An")
    assert preferred() == ["bao-cao-la-gi"]
    assert teams() == {"la-gi": 65, "bao-cao-tinh": 71, "bao-cao-la-gi": 70}


def test_what_an_area_sends_again_replaces_what_it_sent() -> None:
    store.publish(submission(figure(71)), "Lan")
    store.publish(submission(figure(72)), "Lan")
    assert teams() == {"la-gi": 65, "bao-cao-la-gi": 72}


def test_another_period_is_another_figure() -> None:
    year = {"period_start": pd.Timestamp("2024-01-01"), "period_end": pd.Timestamp("2024-12-31")}
    store.publish(submission(figure(71), figure(80, **year)), "Lan")
    rows = store.observations("2025-03", ["594"], "digital_teams")
    assert rows.loc[rows["preferred"], "value"].tolist() == [71, 80]


def test_a_rollback_shows_again_what_stood_before() -> None:
    store.publish(submission(figure(71)), "Lan")
    second = store.publish(submission(figure(72)), "Lan")
    store.rollback(second.batch, "An")
    assert teams() == {"la-gi": 65, "bao-cao-la-gi": 71}
    assert store.history()["action"].tolist() == ["publish", "publish", "publish", "rollback"]


def test_the_publications_of_an_indicator_are_those_whose_batch_has_it() -> None:
    store.publish(submission(figure(71)), "Lan")
    store.publish(submission(figure(90, indicator="online_dossier_share")), "Lan")
    third = store.publish(submission(figure(72)), "Lan")
    store.rollback(third.batch, "An")
    found = store.publications_with("digital_teams")
    assert found["publication"].tolist() == [1, 2, 4, 5]
    assert found["action"].tolist() == ["publish", "publish", "publish", "rollback"]
    assert store.publications_with("digital_teams", store.State("3"))["publication"].tolist() == [1, 2]
    assert store.publications_with("nothing").empty


def test_nothing_is_taken_back_twice() -> None:
    receipt = store.publish(submission(figure(71)), "Lan")
    store.rollback(receipt.batch, "An")
    with pytest.raises(store.StoreRefusal, match="Không có đợt"):
        store.rollback(receipt.batch, "An")


def test_the_figures_of_the_tables_cannot_be_taken_back() -> None:
    with pytest.raises(store.StoreRefusal, match="Không có đợt"):
        store.rollback(store.history()["batch"].iloc[0], "An")


@pytest.mark.journey
def test_every_past_state_can_be_asked_for_again() -> None:
    states = [store.revision()]
    for value in (71, 72):
        receipt = store.publish(submission(figure(value)), "Lan")
        states.append(store.revision())
    store.rollback(receipt.batch, "Lan")
    assert len({*states, store.revision()}) == 4
    sent = [teams(store.State(revision=each)).get("bao-cao-la-gi") for each in states]
    assert sent == [None, 71, 72]


@pytest.mark.journey
def test_a_past_day_knows_what_was_published_up_to_its_evening(publish_on) -> None:
    publish_on("2025-03-15 23:59:59", figure(71))
    publish_on("2025-03-16 00:00:00", figure(72))
    assert teams(store.State(known=date(2025, 3, 14))) == {"la-gi": 65}
    assert teams(store.State(known=date(2025, 3, 15))) == {"la-gi": 65, "bao-cao-la-gi": 71}
    assert teams(store.State(known=date(2025, 3, 16))) == {"la-gi": 65, "bao-cao-la-gi": 72}


@pytest.mark.journey
def test_a_clock_set_back_is_told_and_the_times_of_receipts_go_on(publish_on) -> None:
    newest = publish_on("2026-03-15 08:00:00", figure(71)).at
    assert store.clock_warning(store.newest()) is None
    first, second = (publish_on("2019-01-01 00:05:00", figure(value)) for value in (72, 73))
    warning = store.clock_warning(store.newest())
    assert warning is not None
    assert "00:05 01/01/2019" in warning
    assert "08:00 15/03/2026" in warning
    assert (first.publication, second.publication) == (3, 4)
    assert (first.at, second.at) == (newest, newest)
    assert teams()["bao-cao-la-gi"] == 73


@pytest.mark.journey
def test_clocks_that_differ_by_minutes_are_no_reason_for_a_warning(publish_on, monkeypatch) -> None:
    publish_on("2026-03-15 08:00:00", figure(71))
    for now, is_told in [("2026-03-15 07:50:00", False), ("2026-03-15 07:49:59", True)]:
        monkeypatch.setattr(clock, "now", lambda now=now: pd.Timestamp(now).as_unit("us"))
        assert (store.clock_warning(store.newest()) is not None) == is_told


@pytest.mark.journey
@pytest.mark.parametrize(
    ("recorded_on", "source_date", "known_from"),
    [
        ("2024-02-10", "2024-01-15", "2024-02-10"),  # somebody wrote down when
        ("", "2024-01-15", "2024-01-15"),  # the day of its source
        ("", "", "2023-12-31"),  # an undated source: the end of the period
    ],
)
def test_a_figure_of_the_tables_is_known_from(
    package: Path, recorded_on: str, source_date: str, known_from: str
) -> None:
    rows = [dict(row) | {"recorded_on": recorded_on} for row in PACKAGE["observations"]]
    write(package, "observations", rows)
    write(package, "sources", [dict(PACKAGE["sources"][0]) | {"date": source_date}])
    day = pd.Timestamp(known_from)
    assert teams(store.State(known=(day - pd.Timedelta(days=1)).date())) == {}
    assert teams(store.State(known=day.date())) == {"la-gi": 65}


def test_where_the_preferred_figure_was_not_known_yet_the_other_stands_for_it(package: Path) -> None:
    # The later of two sources is preferred by the tables.
    early, late = (
        {"source": s, "publisher": "Báo", "title": s, "address": "-", "date": d}
        for s, d in [("early", "2024-01-10"), ("late", "2024-03-01")]
    )
    write(package, "sources", [*PACKAGE["sources"], early, late])
    row = PACKAGE["observations"][1]
    own = [
        row | {"source": "early", "preferred": "false", "value": "60"},
        row | {"source": "late", "value": "64"},
    ]
    write(package, "observations", [PACKAGE["observations"][0], *own])
    assert preferred(store.State(known=date(2024, 2, 1))) == ["early"]
    assert preferred() == ["late"]


def test_the_tables_choice_comes_before_the_newest_source_and_this_before_older_ones(package: Path) -> None:
    days = {"one": "2024-01-10", "two": "2024-01-20", "three": "2024-03-01", "four": "2024-04-01"}
    about = {"publisher": "Báo", "title": "Tin", "address": "-"}
    write(
        package,
        "sources",
        [*PACKAGE["sources"], *({**about, "source": s, "date": d} for s, d in days.items())],
    )
    row = PACKAGE["observations"][1]
    own = [row | {"source": each, "preferred": str(each == "three").lower()} for each in days]
    write(package, "observations", [PACKAGE["observations"][0], *own])
    assert preferred() == ["three"]
    assert preferred(store.State(known=date(2024, 2, 1))) == ["two"]


def test_a_source_that_is_sent_again_has_its_newest_title() -> None:
    for title in ("Báo cáo", "Báo cáo (đính chính)"):
        about = {
            "source": "bao-cao-la-gi",
            "publisher": "UBND La Gi",
            "title": title,
            "address": "la-gi.xlsx",
        }
        store.publish(submission(figure(71), sources=pd.DataFrame([about])), "Lan")
    assert store.sources().set_index("source")["title"]["bao-cao-la-gi"] == "Báo cáo (đính chính)"


@pytest.mark.journey
def test_changed_tables_replace_the_base_in_one_row(package: Path, restart) -> None:
    store.publish(submission(figure(71)), "Lan")
    rows = [PACKAGE["observations"][0], PACKAGE["observations"][1] | {"value": "66"}]
    write(package, "observations", rows)
    restart()
    assert teams() == {"la-gi": 66, "bao-cao-la-gi": 71}
    assert preferred() == ["bao-cao-la-gi"]
    events = store.history()
    assert events["kind"].tolist() == ["base", "report", "base"]
    assert events["replaces"].iloc[-1] == events["batch"].iloc[0]


def test_unchanged_tables_are_not_published_again(restart) -> None:
    before = store.revision()
    restart()
    assert store.revision() == before


def test_a_figure_changed_since_it_was_compared_is_refused() -> None:
    compared = store.revision()
    store.publish(submission(figure(71)), "Lan")
    with pytest.raises(store.StoreRefusal, match="đã công bố hoặc thu hồi 1 số liệu"):
        store.publish(submission(figure(72), based_on=compared), "An")
    assert teams()["bao-cao-la-gi"] == 71
    assert len(store.history()) == 2


def test_other_figures_changed_meanwhile_do_not_matter() -> None:
    compared = store.revision()
    store.publish(submission(figure(71)), "Lan")
    other = figure(12, indicator="online_dossier_share")
    store.publish(submission(other, based_on=compared), "An")
    assert len(store.history()) == 3


def test_a_figure_taken_back_since_it_was_compared_is_refused() -> None:
    receipt = store.publish(submission(figure(71)), "Lan")
    compared = store.revision()
    store.rollback(receipt.batch, "Lan")
    with pytest.raises(store.StoreRefusal, match="thu hồi 1 số liệu"):
        store.publish(submission(figure(72), based_on=compared), "An")


def test_a_receipt_tells_who_when_what_and_how_much() -> None:
    sent = submission(figure(71), counts={"new": 1, "warnings": 2})
    receipt = store.publish(sent, "  Lan ")
    assert (receipt.by, receipt.file_name, receipt.counts) == ("Lan", "la-gi.xlsx", {"new": 1, "warnings": 2})
    assert receipt.sha256 == sha256(b"PK la-gi").hexdigest()
    assert receipt.publication == 2


def test_nobody_publishes_without_a_name() -> None:
    with pytest.raises(store.StoreRefusal, match="tên người công bố"):
        store.publish(submission(figure(71)), " ")


def test_the_file_comes_back_as_it_was_sent() -> None:
    content = bytes(range(256)) * 40
    receipt = store.publish(submission(figure(71), content=content), "Lan")
    assert store.original(receipt.batch) == ("la-gi.xlsx", content)


def test_the_same_file_sent_twice_is_kept_once() -> None:
    first = store.publish(submission(figure(71)), "Lan")
    second = store.publish(submission(figure(71), file_name="la-gi (1).xlsx"), "Lan")
    assert store.original(first.batch) == ("la-gi.xlsx", b"PK la-gi")
    assert store.original(second.batch) == ("la-gi (1).xlsx", b"PK la-gi")


def test_the_tables_came_from_no_file() -> None:
    with pytest.raises(store.StoreRefusal, match="không có tệp gốc"):
        store.original(store.history()["batch"].iloc[0])


def test_reasons_are_kept_with_their_batch() -> None:
    reason = {
        "check": "jump",
        "sheet": "Số liệu",
        "cell": "G7",
        "message": "Tăng gấp đôi",
        "reason": "Sáp nhập",
        "locality": "594",
        "indicator": "digital_teams",
    }
    receipt = store.publish(submission(figure(71), reasons=pd.DataFrame([reason])), "Lan")
    kept = store.kept_reasons()
    assert kept[["batch", *reason]].to_dict("records") == [{"batch": receipt.batch, **reason}]
    store.rollback(receipt.batch, "Lan")
    assert store.kept_reasons().empty
    assert len(store.kept_reasons(receipt.batch)) == 1


def test_what_a_source_says_again_of_a_target_replaces_all_it_said() -> None:
    said = {
        "target": "nq-10-1", "vintage": "2025-03", "locality": "594", "as_of": pd.Timestamp("2023-12-31"),
        "source": "bao-cao-la-gi",
    }  # fmt: skip
    first = pd.DataFrame([said | {"cause": "Thiếu máy"}, said | {"cause": "Thiếu người"}])
    store.publish(submission(figure(71), explanations=first), "Lan")
    second = pd.DataFrame([said | {"cause": "Thiếu người"}])
    store.publish(submission(figure(72), explanations=second), "Lan")
    assert store.explanations()["cause"].tolist() == ["Thiếu người"]


@pytest.mark.journey
def test_a_difference_tells_new_revised_and_gone_apart() -> None:
    before = store.State(revision=store.revision())
    dossiers = {"indicator": "online_dossier_share", "period_end": pd.Timestamp("2024-06-30")}
    receipt = store.publish(submission(figure(71), figure(80, **dossiers)), "Lan")
    found = store.difference(before)
    assert found[["indicator", "change", "value", "value_before"]].fillna(-1).to_numpy().tolist() == [
        ["digital_teams", "revised", 71, 65],
        ["online_dossier_share", "new", 80, -1],
    ]
    store.rollback(receipt.batch, "Lan")
    back = store.difference(store.State(revision=str(receipt.publication)))
    assert back["change"].tolist() == ["revised", "gone"]
    assert store.difference(before).empty


@pytest.mark.journey
def test_another_qualifier_or_denominator_of_the_same_value_is_a_revision() -> None:
    for changed in (
        {},
        {"qualifier": "about"},
        {"qualifier": "about", "numerator": 71.0, "denominator": 90.0},
    ):
        before = store.State(revision=store.revision())
        store.publish(submission(figure(71, **changed)), "Lan")
        assert store.difference(before)["change"].tolist() == ["revised"]


def test_progress_ends_when_all_is_published() -> None:
    told: list[float] = []
    store.publish(submission(figure(71)), "Lan", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_text_with_quotes_and_all_letters_comes_back() -> None:
    note = "Nguồn: “báo cáo”; 'x' -- \\ ằẵặữợĐ₫ 🇻🇳"
    store.publish(submission(figure(71, note=note)), "Lan")
    rows = store.observations()
    assert note in rows["note"].tolist()


@pytest.mark.parametrize("tables_change", [True, False], ids=["new tables", "same tables"])
def test_a_store_of_an_earlier_version_is_read_with_the_columns_it_lacks(add, restart, tables_change) -> None:
    store.publish(submission(figure(71, note=WORKED_OUT)), "Lan")
    with engine.writing() as con:
        con.raw_sql("ALTER TABLE observations DROP COLUMN value_basis")
    if tables_change:
        add("observations", [{**PACKAGE["observations"][1], "period_end": "2024-12-31"}])
    restart()
    rows = store.observations("2025-03", ["594"], "digital_teams")
    basis = dict(zip(rows["source"], rows["value_basis"], strict=True))
    assert basis == {"la-gi": "stated", "bao-cao-la-gi": "computed"}
    store.publish(submission(figure(72, value_basis="stated")), "Lan")
    assert teams()["bao-cao-la-gi"] == 72


def test_an_explanation_of_a_place_does_not_replace_one_of_a_target() -> None:
    said = {
        "vintage": "2025-03",
        "locality": "594",
        "as_of": pd.Timestamp("2024-09-30"),
        "source": "bao-cao-la-gi",
    }
    tied = pd.DataFrame([{**said, "target": "nq-10-1", "cause": "Thiếu người"}])
    general = pd.DataFrame([{**said, "target": None, "cause": "Thiếu máy"}])
    store.publish(submission(figure(71), explanations=tied), "Lan")
    store.publish(submission(figure(72), explanations=general), "Lan")
    assert store.explanations()["cause"].tolist() == ["Thiếu người", "Thiếu máy"]
