"""Why a chosen target stands where it stands at a place: the working, the pace, what was said of it, the sources."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.explanation import draw_explanation
from components.page_links import link
from indicators.pace import pace
from pages.progress import words
from queries import assessments, catalogue, gazetteer, provenance
from queries.view import View
from wording import judgement, numbers


def reasons(view: View) -> None:
    """Draw the reasons of the view's row, or say how to choose one."""
    row = chosen(view)
    if row is None:
        st.markdown(words.NOTHING_CHOSEN)
        st.caption(words.LEGENDS[view.layout])
        return
    with st.container(gap="xxsmall", key="reasons"):
        st.markdown(words.CHOSEN.format(name=gazetteer.full_name(view, row["locality"])))
        draw_explanation(row)
        _pace(view, row)
        _explanation(view, row)
        _links(view, row)


def chosen(view: View) -> pd.Series | None:
    """Return the assessed row of the view's row, or None where the target is not shown for the place."""
    if not view.row:
        return None
    target, locality = view.row
    every = assessments.assessed(view)
    found = every[every["target"].eq(target) & every["locality"].eq(locality)]
    return None if found.empty else found.iloc[0]


def _pace(view: View, row: pd.Series) -> None:
    # A reference line is nobody's duty, a rank is taken from others, an old figure says nothing of today's pace.
    moves = row["standing"] == "assigned" and row["kind"] == "value" and row["status"] != "stale"
    if not moves or pd.isna(row["target_value"]) or pd.isna(row["value"]):
        return
    moved = pace(row.to_frame().T.astype(assessments.assessed(view).dtypes), assessments.changes(view)).iloc[
        0
    ]
    st.markdown(words.PACE)
    for sentence in judgement.pace(moved, row["unit"], int(row["decimals"])):
        st.markdown(words.LINE.format(sentence=sentence))


def _explanation(view: View, row: pd.Series) -> None:
    """Write what was said of the target and who answers for it; words about real figures stand by real ones only."""
    aim = catalogue.tables().targets.set_index("target").loc[row["target"]]
    said = (
        provenance.latest_explanation(provenance.explanations(view), row, view.province)
        if view.kind == "real"
        else None
    )
    responsible = aim["lead_agency"]
    if said is not None:
        heading = words.EXPLAINED if said["locality"] == row["locality"] else words.EXPLAINED_FOR_AREA
        area = gazetteer.full_name(view, said["locality"])
        st.markdown(heading.format(day=numbers.day(said["as_of"]), area=area))
        cause = words.CAUSES.get(said["cause_kind"], words.CAUSE)
        lines = [(cause, "cause"), (words.DIFFICULTY, "difficulty"), (words.PROPOSAL, "proposal")]
        for template, column in lines:
            if pd.notna(said[column]):
                st.markdown(words.LINE.format(sentence=template.format(text=said[column])))
        st.caption(words.EXPLANATION_SOURCE.format(text=provenance.source_title(said["source"])))
        responsible = said["responsible"] if pd.notna(said["responsible"]) else responsible
    if view.kind == "real" and pd.notna(aim["outlook"]):
        st.markdown(words.LINE.format(sentence=words.OUTLOOKS[aim["outlook"]]))
    if pd.notna(responsible):
        st.markdown(words.LINE.format(sentence=words.RESPONSIBLE.format(text=responsible)))


def _links(view: View, row: pd.Series) -> None:
    target_source = catalogue.tables().targets.set_index("target").loc[row["target"], "source"]
    sources = {words.OPEN_FIGURE: row["source"], words.OPEN_TARGET: target_source}
    with st.container(horizontal=True):
        for label, source in sources.items():
            if isinstance(source, str):
                opened = replace(view, sources=(source,))
                link("nguon-so-lieu", label, ":material/description:", opened)
        place = replace(view, locality=row["locality"])
        link("dia-phuong", words.OPEN_PLACE, ":material/location_city:", place)
