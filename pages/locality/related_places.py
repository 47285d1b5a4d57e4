"""The localities below the one looked at, and its peers, each as bars beside a table."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import indicator_map, place_navigation
from components.bars import bars
from components.data_table import table
from components.value_colours import BLUES
from components.watermark import marked
from pages.locality import profile, words
from pages.locality.table_notes import population_notes
from queries import assessments, catalogue, locality_figures, place_filter
from queries.view import View
from wording import markdown
from wording import quick_filters as filter_words
from wording.statuses import LOOKS

# Height of the list and of the table, in pixels; the list scrolls from so many rows on.
LIST_HEIGHT = 460
SCROLLED_FROM = 14


def children(view: View) -> None:
    """Draw the localities below this one, with their coverage and the statuses of their targets."""
    rows, name = profile.children(view), locality_figures.register_row(view)["name"]
    if rows.empty:
        st.info(markdown.fill(words.NO_CHILDREN, name=name), icon=":material/account_tree:")
        return
    rows = place_filter.passing(view, rows, "code").reset_index(drop=True)
    if rows.empty:
        st.info(filter_words.NONE_PASSES, icon=":material/filter_alt:")
        return
    left, right = st.columns([4, 6], gap="medium")
    with left, marked(view.kind, "children"):
        _children_bars(view, rows, name)
    with right:
        _children_table(view, rows, name)


def _children_bars(view: View, rows: pd.DataFrame, name: str) -> None:
    due = rows["due"].where(rows["due"].gt(0))
    proposed = assessments.covered(view)["basis"].eq("proposed").all()
    caption = words.CHILDREN_CAPTION.format(proposed=words.BY_PROPOSED if proposed else "")
    st.caption(markdown.plain(caption) if due.notna().any() else words.CHILDREN_NO_OBLIGATION)
    bars(
        pd.DataFrame({
            "code": rows["code"], "name": rows["short"], "value_text": rows["coverage_text"], "status": "",
            "share": rows["reported"] / due, "why": rows["counts_shown"],
        }),
        "children", title=words.CHILDREN_BARS.format(name=name), on_select=place_navigation.select_place,
        height=f"{LIST_HEIGHT / 16}rem" if len(rows) >= SCROLLED_FROM else "content",
    )  # fmt: skip


def _children_table(view: View, rows: pd.DataFrame, name: str) -> None:
    indicator = catalogue.indicator(view.indicator)["name_vi"]
    statuses = {status: LOOKS[status].label for status in LOOKS if status in rows and rows[status].any()}
    table(
        rows, {**words.CHILD_HEADINGS, "value_shown": indicator, **statuses}, "don-vi-truc-thuoc", kind=view.kind,
        height=min(36 * len(rows) + 40, LIST_HEIGHT), title=words.CHILDREN_TITLE.format(name=name),
        notes=population_notes(view),
    )  # fmt: skip


def peers(view: View) -> None:
    """Draw the localities most similar to this one, with their figures on the view's indicator."""
    here = locality_figures.register_row(view)
    # The country is like no other place.
    rows = None if here["level"] == "country" else profile.peers(view)
    if rows is None or len(rows) < 2:
        st.info(words.NO_PEERS, icon=":material/group:")
        return
    indicator = catalogue.indicator(view.indicator)["name_vi"]
    title = words.PEERS_TITLE.format(name=here["name"], indicator=indicator)
    st.markdown(markdown.fill("**{title}**", title=title))
    st.caption(markdown.fill(words.PEERS_CAPTION, name=here["name"], peer=rows.iloc[0]["words"]))
    left, right = st.columns([5, 6], gap="medium")
    with left, marked(view.kind, "peers"):
        bars(_peer_bars(view, rows), "peers", title=title, selected=here["code"])
    with right:
        table(
            rows,
            words.PEER_HEADINGS,
            "dia-phuong-tuong-dong",
            kind=view.kind,
            title=title,
            notes=population_notes(view),
        )


def _peer_bars(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    bar_rows = indicator_map.bar_rows(replace(view, colour="status"), rows)
    return bar_rows.assign(
        rank="",
        under=rows["province"].to_numpy(),
        note=rows["shared"].to_numpy(),
        colour=[_colour(status) for status in rows["status"]],
    )


def _colour(status: str) -> str:
    """Return the colour of a status; a figure that no target judges is darker than the place of a bar."""
    return BLUES[1] if status == "no_target" else LOOKS[status].colour
