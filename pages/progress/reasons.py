"""Why a chosen target has its status at a place: the working, the pace, what sources say of it, the links to them."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.explanation import draw_explanation
from components.page_links import link
from indicators.pace import arrivals
from pages.progress import words
from queries import assessments, catalogue, gazetteer, provenance
from queries.view import View
from wording import calculation_texts, judgement, markdown, numbers


def reasons(view: View) -> None:
    """Draw the reasons of the view's row, or say how to choose one."""
    row = chosen_row(view)
    if row is None:
        st.markdown(words.NOTHING_CHOSEN)
        st.caption(words.LEGENDS[view.layout])
        return
    with st.container(gap="xxsmall", key="reasons"):
        st.markdown(markdown.fill(words.CHOSEN, name=gazetteer.full_name(view, row["locality"])))
        draw_explanation(row)
        _pace(view, row)
        _explanation(view, row)
        _links(view, row)


def chosen_row(view: View) -> pd.Series | None:
    """Return the assessed row of the view's target and place, or None where the target is not shown for the place."""
    if not view.row:
        return None
    target, locality = view.row
    rows = assessments.assessed(view)
    rows = rows[rows["target"].eq(target) & rows["locality"].eq(locality)]
    return None if rows.empty else rows.iloc[0]


def _line(sentence: str) -> None:
    st.markdown(markdown.fill(calculation_texts.LINE, sentence=sentence))


def _pace(view: View, row: pd.Series) -> None:
    # No place has to reach a reference line, a rank depends on other places, and an old figure has no pace today.
    moves = row["standing"] == "assigned" and row["kind"] == "value" and row["status"] != "stale"
    if not moves or pd.isna(row["target_value"]) or pd.isna(row["value"]):
        return
    one_row = row.to_frame().T.astype(assessments.assessed(view).dtypes)
    moved: dict[Any, Any] = arrivals(one_row, assessments.changes(view)).iloc[0].to_dict()
    st.markdown(words.PACE)
    for sentence in judgement.pace_sentences(moved, row["unit"], int(row["decimals"])):
        _line(sentence)


def _explanation(view: View, row: pd.Series) -> None:
    """Draw what sources say of the target, and who is responsible for it.

    Sources say it of real figures, so only the responsible agency stands beside simulated ones.
    """
    target = catalogue.tables().targets.set_index("target").loc[row["target"]]
    responsible = target["lead_agency"]
    if view.kind == "real":
        explanation = provenance.latest_explanation(provenance.explanations(view), row, view.province)
        if explanation is None:
            _general_causes(view, row)
        else:
            _causes(view, row, explanation)
            if pd.notna(explanation["responsible"]):
                responsible = explanation["responsible"]
        if pd.notna(target["outlook"]):
            _line(words.OUTLOOKS[target["outlook"]])
    if pd.notna(responsible):
        _line(words.RESPONSIBLE.format(text=responsible))


def _general_causes(view: View, row: pd.Series) -> None:
    """Draw what sources say of the target's document or of the place, where none speaks of the target itself."""
    rows = provenance.general_explanations(view, [row["locality"], view.province])
    for _, explanation in rows[
        rows["resolution"].isna() | rows["resolution"].eq(row["resolution"])
    ].iterrows():
        area = gazetteer.full_name(view, explanation["locality"])
        day = numbers.day(explanation["as_of"])
        st.markdown(markdown.fill(words.EXPLAINED_IN_GENERAL, about=explanation["about"], area=area, day=day))
        _cause_lines(explanation)
        if pd.notna(explanation["responsible"]):
            _line(words.RESPONSIBLE.format(text=explanation["responsible"]))


def _causes(view: View, row: pd.Series, explanation: pd.Series) -> None:
    """Draw cause, difficulty and proposal of an explanation, with the day it was given and its source."""
    own = explanation["locality"] == row["locality"]
    area = gazetteer.full_name(view, explanation["locality"])
    heading = words.EXPLAINED if own else words.EXPLAINED_FOR_AREA
    st.markdown(markdown.fill(heading, day=numbers.day(explanation["as_of"]), area=area))
    _cause_lines(explanation)


def _cause_lines(explanation: pd.Series) -> None:
    cause = words.CAUSES.get(explanation["cause_kind"], words.CAUSE)
    parts = {"cause": cause, "difficulty": words.DIFFICULTY, "proposal": words.PROPOSAL}
    for column, template in parts.items():
        if pd.notna(explanation[column]):
            _line(template.format(text=explanation[column]))
    st.caption(markdown.fill(words.EXPLANATION_SOURCE, text=provenance.source_title(explanation["source"])))


def _links(view: View, row: pd.Series) -> None:
    target_source = catalogue.tables().targets.set_index("target").loc[row["target"], "source"]
    sources = {words.OPEN_FIGURE: row["source"], words.OPEN_TARGET: target_source}
    with st.container(horizontal=True):
        for label, source in sources.items():
            if isinstance(source, str):
                link("nguon-so-lieu", label, ":material/description:", replace(view, sources=(source,)))
        place = replace(view, locality=row["locality"])
        link("dia-phuong", words.OPEN_PLACE, ":material/location_city:", place)
