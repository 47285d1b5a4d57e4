"""The ledger: every figure with its period, basis, origin and source."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import session
from components.data_table import table
from pages.sources import words
from pages.sources.ledger_entries import entries, entries_in_scope, entries_shown, years_and_sources
from queries import catalogue, gazetteer, provenance
from queries.view import View
from wording import figure_texts, indicator_texts, markdown, numbers
from wording.markdown import Markdown
from wording.places import searchable_name

# Rows on one page of the table; the simulated set has 140 000 of a province.
ROWS_PER_PAGE = 1000


def ledger(view: View) -> None:
    """Draw the filters, the counts, and one page of the figures that pass the filters."""
    total = len(entries_in_scope(view))
    _filters(view)
    if not total:
        st.info(words.NO_FIGURES)
        return
    rows = entries(view)
    st.markdown(markdown.plain(_counts(view, rows, total)))
    if view.as_of:
        st.caption(words.UNTIL.format(day=numbers.day(view.as_of)))
    if rows.empty:
        st.info(words.NOTHING)
        return
    page = _page(view, len(rows))
    table(
        entries_shown(view, page.start, page.stop), words.LEDGER, "so-lieu", kind=view.kind, title=words.LEDGER_TITLE,
        height=520, notes=[indicator_texts.KINDS[view.kind]], config=_config(),
    )  # fmt: skip


def _counts(view: View, rows: pd.DataFrame, total: int) -> Markdown:
    template = words.COUNTED_SIMULATED if view.kind == "simulated" else words.COUNTED
    return markdown.fill(
        template,
        kept=numbers.number(len(rows)),
        total=numbers.number(total),
        inferred=numbers.number(int(rows["period_basis"].eq("inferred").sum())),
        other=numbers.number(int((~rows["preferred"]).sum())),
    )


def _filters(view: View) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            words.SEARCH, placeholder=words.SEARCH, label_visibility="collapsed", width=215,
            icon=":material/search:", **session.bind("search"),
        )  # fmt: skip
        if view.kind == "real":
            st.segmented_control(
                words.SCOPE, list(words.SCOPES), format_func=words.SCOPES.__getitem__, required=True,
                label_visibility="collapsed", **session.bind("scope"),
            )  # fmt: skip
        _locality_filter(view)
        _code_filters(view)


def _locality_filter(view: View) -> None:
    register = gazetteer.within(view.vintage, view.province)
    places = {
        code: searchable_name(name) for code, name in zip(register["code"], register["short"], strict=True)
    }
    st.selectbox(
        words.LOCALITY, [None, *places], format_func=lambda code: places.get(code, words.LOCALITY),
        placeholder=words.LOCALITY, label_visibility="collapsed", width=170, **session.bind("locality"),
    )  # fmt: skip


def _code_filters(view: View) -> None:
    indicators = catalogue.tables().indicators.set_index("indicator")["name_vi"].to_dict()
    known_years, known_sources = years_and_sources(view)
    # What the address asks for is offered, even if no figure has it.
    years = sorted({*known_years, *view.years}, reverse=True)
    sources = sorted({*known_sources, *view.sources}, key=provenance.source_title)
    _multiple_choice("measures", words.MEASURES, list(indicators), indicators.__getitem__, 190)
    _multiple_choice("sources", words.SOURCES, sources, provenance.source_title, 180)
    _multiple_choice("years", words.YEARS, years, str, 120)
    if view.kind == "real":
        origins = [origin for origin in figure_texts.ORIGINS if origin != "simulated"]
        _multiple_choice("origins", words.ORIGIN, origins, figure_texts.ORIGINS.__getitem__, 150)


def _multiple_choice(
    field: str, label: str, options: list[Any], label_of: Callable[[Any], str], width: int
) -> None:
    st.multiselect(
        markdown.plain(label), options, format_func=label_of, placeholder=label, label_visibility="collapsed",
        width=width, **session.bind(field),
    )  # fmt: skip


def _page(view: View, count: int) -> slice:
    """Draw the choice of the page, where there is more than one; return its rows."""
    pages = -(-count // ROWS_PER_PAGE)
    page = min(view.page, pages)
    if view.page > pages:
        st.caption(words.NO_SUCH_PAGE.format(page=numbers.number(view.page), last=numbers.number(pages)))

    def label(number: int) -> str:
        first, last = (number - 1) * ROWS_PER_PAGE + 1, min(number * ROWS_PER_PAGE, count)
        return words.PAGE_OF.format(first=numbers.number(first), last=numbers.number(last))

    if pages > 1:
        st.selectbox(
            words.PAGE, list(range(1, pages + 1)), width=260, label_visibility="collapsed", format_func=label,
            **session.bind("page", shown=page),
        )  # fmt: skip
    return slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)


def _config() -> dict[str, Any]:
    # The files hold the bare number; on screen its text stands for it, because Streamlit writes numbers in English.
    return {"value": None, "place": st.column_config.Column(words.LEDGER["place"], pinned=True)}
