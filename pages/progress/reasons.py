"""Why a chosen target stands where it stands at a place: the working, the pace, what was said of it, the sources."""

from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from components import place_navigation
from components.explanation import explain
from components.page_links import link
from indicators.pace import pace
from pages.progress import words
from queries import assessments, catalogue, provenance
from queries.view import View
from wording import judgement, numbers


def reasons(looked: View) -> None:
    """Draw the reasons of the view's row, or say how to choose one."""
    row = chosen(looked)
    if row is None:
        st.markdown(words.NOTHING_CHOSEN)
        st.caption(words.LEGENDS[looked.layout])
        return
    with st.container(gap="xxsmall", key="reasons"):
        st.markdown(words.CHOSEN.format(name=place_navigation.name(looked, row["locality"])))
        explain(row)
        _pace(looked, row)
        _explanation(looked, row)
        _links(looked, row)


def chosen(looked: View) -> pd.Series | None:
    """Return the assessed row of the view's row, or None where the target is not shown for the place."""
    if not looked.row:
        return None
    target, locality = looked.row
    every = assessments.assessed(looked)
    found = every[every["target"].eq(target) & every["locality"].eq(locality)]
    return None if found.empty else found.iloc[0]


def _pace(looked: View, row: pd.Series) -> None:
    # A reference line is nobody's duty, a rank is taken from others, an old figure says nothing of today's pace.
    moves = row["standing"] == "assigned" and row["kind"] == "value" and row["status"] != "stale"
    if not moves or pd.isna(row["target_value"]) or pd.isna(row["value"]):
        return
    moved = pace(
        row.to_frame().T.astype(assessments.assessed(looked).dtypes), assessments.changes(looked)
    ).iloc[0]
    st.markdown(words.PACE)
    for sentence in judgement.pace(moved, row["unit"], int(row["decimals"])):
        st.markdown(words.LINE.format(sentence=sentence))


def _explanation(looked: View, row: pd.Series) -> None:
    """Write what was said of the target and who answers for it; words about real figures stand by real ones only."""
    aim = catalogue.tables().targets.set_index("target").loc[row["target"]]
    said = last_word(provenance.explanations(looked), row, looked.province) if looked.kind == "real" else None
    responsible = aim["lead_agency"]
    if said is not None:
        heading = words.EXPLAINED if said["locality"] == row["locality"] else words.EXPLAINED_FOR_AREA
        area = place_navigation.name(looked, said["locality"])
        st.markdown(heading.format(day=numbers.day(said["as_of"]), area=area))
        cause = words.CAUSES.get(said["cause_kind"], words.CAUSE)
        lines = [(cause, "cause"), (words.DIFFICULTY, "difficulty"), (words.PROPOSAL, "proposal")]
        for template, column in lines:
            if pd.notna(said[column]):
                st.markdown(words.LINE.format(sentence=template.format(text=said[column])))
        st.caption(words.EXPLANATION_SOURCE.format(text=provenance.source_title(said["source"])))
        responsible = said["responsible"] if pd.notna(said["responsible"]) else responsible
    if looked.kind == "real" and pd.notna(aim["outlook"]):
        st.markdown(words.LINE.format(sentence=words.OUTLOOKS[aim["outlook"]]))
    if pd.notna(responsible):
        st.markdown(words.LINE.format(sentence=words.RESPONSIBLE.format(text=responsible)))


def last_word(explanations: pd.DataFrame, row: pd.Series, province: str) -> pd.Series | None:
    """Return the latest explanation known on the row's day: of its own locality, or else of the whole province."""
    said = explanations[
        explanations["target"].eq(row["target"])
        & explanations["vintage"].eq(row["vintage"])
        & explanations["locality"].isin([row["locality"], province])
        & explanations["as_of"].le(row["as_of"])
    ]
    if said.empty:
        return None
    own = said.assign(own=said["locality"].eq(row["locality"])).sort_values(["own", "as_of"], kind="stable")
    last = own.iloc[-1]
    return _in_one(
        own[np.logical_and.reduce([own[name].eq(last[name]) for name in ("locality", "as_of", "source")])]
    )


def _in_one(said: pd.DataFrame) -> pd.Series:
    """Put what one source says of a target into one: its causes side by side, each with its kind."""
    if len(said) == 1:
        return said.iloc[0]
    pairs = zip(said["cause_kind"], said["cause"], strict=True)
    causes = [
        words.CAUSE_OF_KIND[kind].format(text=text) for kind, text in pairs if kind in words.CAUSE_OF_KIND
    ]
    others = said["cause"][~said["cause_kind"].isin(list(words.CAUSE_OF_KIND))].dropna().tolist()
    whole = said.bfill().iloc[0].copy()
    whole["cause_kind"], whole["cause"] = None, words.CAUSES_JOINED.join([*causes, *others]) or None
    return whole


def _links(looked: View, row: pd.Series) -> None:
    target_source = catalogue.tables().targets.set_index("target").loc[row["target"], "source"]
    sources = {words.OPEN_FIGURE: row["source"], words.OPEN_TARGET: target_source}
    with st.container(horizontal=True):
        for label, source in sources.items():
            if isinstance(source, str):
                opened = replace(looked, sources=(source,))
                link("nguon-so-lieu", label, ":material/description:", opened)
        place = replace(looked, locality=row["locality"])
        link("dia-phuong", words.OPEN_PLACE, ":material/location_city:", place)
