"""What the progress page may be narrowed to: level, place, pillar, document, type, status; all in the address."""

from typing import Any

import streamlit as st

from components import place_navigation, session
from pages.progress import words
from queries import assessments, catalogue, gazetteer
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import pillars
from wording.statuses import LOOKS, ORDER


def filters(view: View) -> None:
    """Draw the row of filters, and the way back where one district alone is looked at."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        place_navigation.level_choice(view)
        place_navigation.place_search(view)
        documents = _documents(view)
        types = gazetteer.within(view.vintage, view.province)["type"].unique()
        _several("pillars", words.PILLARS, pillars.NAMES, 210)
        _several("resolutions", words.RESOLUTIONS, documents, 230)
        _several("types", words.TYPES, {kind: kind.capitalize() for kind in types}, 210)
        if view.district and not view.locality:
            label = words.ONLY.format(name=gazetteer.full_name(view, view.district))
            st.button(label, key="everywhere", help=words.ONLY_HELP, on_click=_everywhere)


def _everywhere() -> None:
    session.change(district=None)


def _several(field: str, label: str, options: dict[str, str], width: int) -> None:
    chosen = getattr(session.current(), field)
    # What the address chose stays offered even where this province has none of it, so that it can be taken back.
    offered = [*options, *(each for each in chosen if each not in options)]
    st.multiselect(
        label, offered, format_func=lambda each: options.get(each, each), placeholder=words.ALL[field],
        label_visibility="collapsed", width=width, **session.bind(field),
    )  # fmt: skip


@query(dataset, viewed_day, keep=100)
def _documents(view: View) -> dict[str, str]:
    """Name the documents that set targets shown in the province."""
    t = catalogue.tables()
    shown = assessments.assignments(view)["target"].unique()
    setting = t.targets.loc[t.targets["target"].isin(shown), "resolution"].unique()
    numbers = t.resolutions.set_index("resolution")["number"]
    return {resolution: numbers[resolution] for resolution in setting}


def layout() -> None:
    """Offer bars or matrix."""
    st.segmented_control(
        words.LAYOUT,
        list(words.LAYOUTS),
        format_func=words.LAYOUTS.get,
        required=True,
        label_visibility="collapsed",
        **session.bind("layout"),
    )


def status_chips(view: View, counted: dict[str, int]) -> None:
    """Offer each status with its count; a chip that is on narrows the list to it."""
    offered: list[Any] = [each for each in ORDER if each in counted or each in view.statuses]
    if not offered:
        return

    def label(status: str) -> str:
        look = LOOKS[status]
        return words.CHIP.format(
            shape=look.shape, colour=look.colour, count=counted.get(status, 0), word=look.word
        )

    st.pills(
        words.STATUSES,
        offered,
        selection_mode="multi",
        format_func=label,
        help=words.CHIP_HELP,
        label_visibility="collapsed",
        **session.bind("statuses"),
    )
