"""Rows of the list of bars as the browser draws them."""

import pandas as pd

from components.bars import bar_records, pack_rows
from indicators.status import STATUSES
from wording.statuses import LOOKS, ORDER


def row(**fields):
    return pd.DataFrame([{"code": "594", "name": "TX. La Gi", "value_text": "77,15 %", **fields}])


def test_a_missing_figure_has_no_place_on_the_scale():
    (record,) = bar_records(row(share=float("nan"), status="no_data"))
    assert "share" not in record
    assert record["word"] == LOOKS["no_data"].word


def test_a_zero_is_a_place_on_the_scale():
    (record,) = bar_records(row(share=0.0))
    assert record["share"] == 0.0


def test_marks_beyond_the_scale_stand_at_its_end():
    (record,) = bar_records(row(share=1.2, target=-0.1, expected=0.5))
    assert (record["share"], record["target"], record["expected"]) == (100.0, 0.0, 50.0)


def test_a_row_without_status_is_a_plain_bar():
    (record,) = bar_records(row(share=0.5))
    assert {"shape", "word"}.isdisjoint(record)


def test_every_status_has_a_look_of_its_own_shape():
    assert set(LOOKS) == set(ORDER) == {*STATUSES, "no_target"}
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)


def test_a_second_line_a_section_and_a_fold_reach_the_browser_only_where_they_say_something():
    rows = pd.concat(
        [row(note="hạn 31/12/2025", section="Mốc tham chiếu", fold=""), row(fold="▨ 8 lượt giao")]
    )
    plain, folded = bar_records(rows)
    assert (plain["note"], plain["section"]) == ("hạn 31/12/2025", "Mốc tham chiếu")
    assert "fold" not in plain
    assert folded["fold"] == "▨ 8 lượt giao"
    assert {"note", "section"}.isdisjoint(folded)


def test_what_rows_share_is_sent_once():
    rows = bar_records(pd.concat([row(status="met", share=0.5), row(status="met")]))
    sent = pack_rows(rows)
    assert sent["texts"].count("TX. La Gi") == 1
    first, second = ([*each] for each in sent["rows"])
    share = sent["fields"].index("share")
    assert (first[share], second[share]) == (50.0, None)  # a missing figure stays missing
    named = {name: sent["texts"][first[sent["fields"].index(name)]] for name in sent["worded"]}
    assert named == {name: text for name, text in rows[0].items() if isinstance(text, str)}
