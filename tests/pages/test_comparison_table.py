"""The sheet of the comparison."""

import pandas as pd
import pytest

from pages.compare.comparison_table import markup, source_numbers


@pytest.fixture
def rows():
    common = {
        "indicator": "digital_teams",
        "name_vi": "Tổ <công nghệ>",
        "group": "core",
        "status": "stale",
        "apart": False,
        "reported": 1.0,
        "total": 10.0,
        "momentum_rank": float("nan"),
    }
    known = {
        "short": "TX. La Gi",
        "has": True,
        "value": 65.0,
        "shown": "65 tổ",
        "period_shown": "ngày 30/09/2023",
        "source_title": "Bài La Gi",
        "level_rank": 2.0,
    }
    missing = {
        "short": "H. Tuy Phong",
        "has": False,
        "value": float("nan"),
        "shown": "chưa có số liệu (lịch đề xuất)",
        "period_shown": "",
        "source_title": "",
        "level_rank": float("nan"),
    }
    return pd.DataFrame([common | known, common | missing])


def test_a_figure_carries_its_period_status_rank_and_source(rows):
    written = markup(rows, ["#000", "#111"], "So sánh", "other")
    for part in ("65 tổ", "ngày 30/09/2023", "◷ số liệu cũ", "hạng mức 2/10", "[1]"):
        assert part in written


def test_a_missing_figure_says_which_kind_of_nothing_it_is_and_no_number(rows):
    cell = markup(rows, ["#000", "#111"], "So sánh", "other").rsplit("<td", 1)[1]
    assert "chưa có số liệu (lịch đề xuất)" in cell
    assert "0" not in cell


def test_names_of_the_tables_are_escaped(rows):
    written = markup(rows, ["#000", "#111"], "So sánh", "other")
    assert "<công nghệ>" not in written
    assert "&lt;công nghệ&gt;" in written


def test_only_the_chosen_indicator_is_tinted(rows):
    assert 'class="chosen"' in markup(rows, ["#000", "#111"], "So sánh", "digital_teams")
    assert 'class="chosen"' not in markup(rows, ["#000", "#111"], "So sánh", "other")


def test_sources_are_numbered_once_in_their_order(rows):
    twice = pd.concat([rows, rows.assign(source_title="Bài khác")])
    assert source_numbers(twice) == {"Bài La Gi": 1, "Bài khác": 2}
