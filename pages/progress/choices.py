"""The choices of the page Tiến độ: level, place, pillar, document, type, layout, status; all are in the address."""

import streamlit as st

from components import place_navigation, session
from pages.progress import words
from queries import assessments, catalogue, gazetteer
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import markdown, pillars, quick_filters
from wording.markdown import Markdown
from wording.statuses import LOOKS, ORDER


def filters(view: View) -> None:
    """Draw the row of filters, and the button that leaves a district that was drilled into."""
    types = gazetteer.within(view.vintage, view.province)["type"].unique()
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        place_navigation.level_choice(view)
        place_navigation.place_search(view)
        _multiselect("pillars", pillars.HEADING, pillars.NAMES, 210)
        _multiselect("resolutions", words.RESOLUTIONS, _documents(view), 230)
        _multiselect("types", quick_filters.TYPES, {kind: kind.capitalize() for kind in types}, 210)
        if view.district and not view.locality:
            label = words.ONLY.format(name=gazetteer.full_name(view, view.district))
            st.button(markdown.plain(label), key="everywhere", help=words.ONLY_HELP, on_click=_leave_district)


def _leave_district() -> None:
    session.change(district=None)


def _multiselect(field: str, label: str, options: dict[str, str], width: int) -> None:
    chosen = getattr(session.current(), field)
    # A choice of the address stays offered where this province has none of it, so that it can be taken back.
    offered = [*options, *(each for each in chosen if each not in options)]
    st.multiselect(
        markdown.plain(label), offered, format_func=lambda each: options.get(each, each), placeholder=words.ALL[field],
        label_visibility="collapsed", width=width, **session.bind(field),
    )  # fmt: skip


@query(dataset, viewed_day, keep=100)
def _documents(view: View) -> dict[str, str]:
    """Return document → number for the documents that set targets shown in the province."""
    tables = catalogue.tables()
    shown = assessments.assignments(view)["target"].unique()
    documents = tables.targets.loc[tables.targets["target"].isin(shown), "resolution"].unique()
    numbers = tables.resolutions.set_index("resolution")["number"]
    return {document: numbers[document] for document in documents}


def layout_choice() -> None:
    """Draw the choice between bars and matrix."""
    st.segmented_control(
        words.LAYOUT, list(words.LAYOUTS), format_func=words.LAYOUTS.__getitem__, required=True,
        label_visibility="collapsed", **session.bind("layout"),
    )  # fmt: skip


def status_chips(view: View, counts: dict[str, int]) -> None:
    """Draw a chip for each status with its count; a chip that is on narrows the list to its status."""
    offered = [each for each in ORDER if each in counts or each in view.statuses]
    if not offered:
        return

    def label(status: str) -> Markdown:
        look = LOOKS[status]
        return markdown.fill(
            words.CHIP, shape=look.shape, colour=look.colour, count=counts.get(status, 0), word=look.word
        )

    st.pills(
        words.STATUSES, offered, selection_mode="multi", format_func=lambda status: markdown.plain(label(status)),
        help=words.CHIP_HELP,
        label_visibility="collapsed", **session.bind("statuses"),
    )  # fmt: skip
