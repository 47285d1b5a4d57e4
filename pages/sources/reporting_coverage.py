"""The coverage of a level: its finding, the matrix of obligations, and the list of overdue figures."""

from typing import Any

import pandas as pd
import streamlit as st

from components import look_back
from components.data_table import table
from components.watermark import marked
from indicators.coverage import reported_counts
from pages.sources import words
from pages.sources.obligation_matrix import legend, matrix, style
from pages.sources.obligations import obligations, overdue
from queries import observations, place_filter
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import indicator_texts, markdown, numbers
from wording import quick_filters as filter_words
from wording.markdown import Markdown
from wording.places import LEVEL_NAMES


def reporting_coverage(view: View) -> None:
    """Draw the coverage of the view's level on its day, and the list of overdue figures."""
    cells = obligations(view)
    if cells.empty:
        st.info(filter_words.NONE_PASSES if place_filter.left_out(view) else words.NO_OBLIGATIONS)
        return
    proposed = int(cells["basis"].eq("proposed").sum())
    st.markdown(markdown.plain(_finding(view, cells, every_one_proposed=proposed == len(cells))))
    if proposed:
        st.caption(markdown.plain(_proposal_note(view, proposed, len(cells))))
    with marked(view.kind, "duties"):
        st.html(_matrix(view))
    _overdue_table(view, cells)


def _finding(view: View, cells: pd.DataFrame, *, every_one_proposed: bool) -> Markdown:
    counts: Any = reported_counts(cells.assign(all=1), ["all"]).iloc[0]
    real = words.COVERAGE_PROPOSED if every_one_proposed else words.COVERAGE_FINDING
    template = words.COVERAGE_SIMULATED if view.kind == "simulated" else real
    return markdown.fill(
        template,
        reported=counts["reported"],
        due=counts["due"],
        level=LEVEL_NAMES[view.level],
        day=numbers.day(observations.as_of(view)),
    )


def _proposal_note(view: View, proposed: int, total: int) -> Markdown:
    real = words.PROPOSED if proposed == total else words.PROPOSED_SOME
    template = words.PROPOSED_SIMULATED if view.kind == "simulated" else real
    return markdown.fill(template, count=proposed, total=total)


@query(dataset, viewed_day, place_filter.filters, "level", "district", keep=50)
def _matrix(view: View) -> str:
    cells = obligations(view)
    return style() + legend(cells) + matrix(cells)


def _overdue_table(view: View, cells: pd.DataFrame) -> None:
    late = overdue(cells)
    st.markdown(f"##### {words.LATE_HEADING}")
    if late.empty:
        st.caption(words.LATE_NONE)
        return
    notes = [indicator_texts.KINDS[view.kind], look_back.as_of_text(view)]
    table(late, words.LATE, "con-thieu", kind=view.kind, title=words.LATE_TITLE, notes=notes, height=360)
