"""The sections of a locality's page: figures, trends, children, peers, sources."""

from collections.abc import Callable

import streamlit as st

from components import session
from components.data_table import lazy_expander, table
from pages.locality import profile, words
from pages.locality.related_places import children, peers
from pages.locality.table_notes import LINK, notes
from pages.locality.trends import trends
from queries import locality_figures, observations
from queries.view import View
from wording import markdown, numbers


def section(view: View) -> None:
    """Draw the choice of the section and the section that is open."""
    st.segmented_control(
        words.SECTION, list(words.SECTIONS), format_func=words.SECTIONS.__getitem__, required=True,
        **session.bind("section"),
    )  # fmt: skip
    draw: dict[str, Callable[[View], None]] = {
        "figures": figures, "trends": trends, "children": children, "peers": peers, "sources": sources,
    }  # fmt: skip
    draw[view.section](view)


def figures(view: View) -> None:
    """Draw every figure of the locality, or how to send some where there is none; then what it should report."""
    rows = locality_figures.figures(view)
    if rows.empty:
        _no_figures(view)
    else:
        count = words.FIGURES_FOUND.format(
            count=numbers.number(len(rows)),
            indicators=rows["indicator"].nunique(),
            day=numbers.day(observations.as_of(view)),
        )
        st.markdown(markdown.plain(count))
        table(
            rows, words.FIGURE_HEADINGS, "so-lieu-dia-phuong", kind=view.kind, height=420,
            title=words.FIGURES_TITLE.format(name=locality_figures.register_row(view)["name"]), notes=notes(view),
            config={"address": LINK},
        )  # fmt: skip
    _obligations(view, expanded=rows.empty)


def _no_figures(view: View) -> None:
    here, day = locality_figures.register_row(view), numbers.day(observations.as_of(view))
    if view.kind == "simulated":
        st.info(markdown.fill(words.NO_SIMULATED, name=here["name"], day=day), icon=":material/info:")
        return
    nothing = words.NOTHING_PUBLIC.format(name=here["name"], day=day)
    send = words.HOW_TO_SEND.format(code=here["code"], vintage=view.vintage)
    st.info(
        markdown.fill("**{nothing}**\n\n{send}", nothing=nothing, send=send), icon=":material/outgoing_mail:"
    )


def _obligations(view: View, *, expanded: bool) -> None:
    rows = profile.obligations(view)
    if rows.empty:
        return
    folded = lazy_expander(words.OBLIGATIONS.format(count=len(rows)), "owed", expanded=expanded)
    if not folded.open:
        return
    with folded:
        st.caption(words.OBLIGATIONS_CAPTION)
        table(
            rows, words.OBLIGATION_HEADINGS, "lich-bao-cao", kind=view.kind, notes=notes(view),
            title=words.OBLIGATIONS_TITLE.format(name=locality_figures.register_row(view)["name"]),
        )  # fmt: skip


def sources(view: View) -> None:
    """Draw every source cited for the locality."""
    rows = profile.sources(view)
    if rows.empty:
        st.info(words.NO_SOURCES, icon=":material/menu_book:")
        return
    table(
        rows, words.SOURCE_HEADINGS, "nguon-dia-phuong", kind=view.kind, config={"address": LINK},
        title=words.SOURCES_TITLE.format(name=locality_figures.register_row(view)["name"]), notes=notes(view),
    )  # fmt: skip
