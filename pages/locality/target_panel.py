"""The targets of a locality as bars, and the explanation of the chosen one."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import session
from components.bars import EncodedRows, bars, encode_rows
from components.data_table import lazy_expander, table
from components.explanation import draw_explanation
from components.watermark import marked
from pages.locality import locality_targets, profile, words
from pages.locality.table_notes import notes
from queries import locality_figures, provenance
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import judgement, lists, markdown, numbers
from wording.markdown import Markdown


def targets(view: View, height: int) -> None:
    """Draw the targets assigned to the locality, then its reference lines that have a figure, then its figures.

    `height` is in pixels; a longer list scrolls.
    """
    rows, drawn = locality_targets.targets(view), _target_bars(view)
    reference = rows["standing"].ne("assigned")
    without_figure = reference & rows["value"].isna()
    with marked(view.kind, "targets"), st.container(height=height, border=False, key="targets"):
        _assigned(view, rows[~reference], drawn)
        _count_unknown_texts(rows)
        st.markdown(markdown.fill(words.REFERENCES, count=reference.sum()))
        if drawn["references"]["rows"]:
            _bars(view, drawn, "references")
        if without_figure.any():
            st.caption(markdown.fill(words.REFERENCES_WITHOUT_FIGURE, count=without_figure.sum()))
        newest_figures(view)
    st.caption(words.TARGETS_CAPTION)


def _assigned(view: View, assigned: pd.DataFrame, drawn: dict[str, EncodedRows]) -> None:
    if assigned.empty:
        st.caption(words.NONE_ASSIGNED)
        return
    st.markdown(words.ASSIGNED.format(count=len(assigned)))
    _bars(view, drawn, "assigned")


def _count_unknown_texts(rows: pd.DataFrame) -> None:
    unknown = rows.loc[rows["reason"].eq("text_unknown"), "number"].tolist()
    if unknown:
        documents = lists.comma_list(unknown)
        st.caption(markdown.fill(words.UNKNOWN_TEXTS, count=len(unknown), numbers=documents))


def newest_figures(view: View) -> None:
    """Draw the newest core figures, whether a target judges them or not."""
    rows = profile.newest_figures(view)
    if len(rows):
        st.markdown(words.NEWEST.format(count=len(rows)))
        st.table(markdown.of_table(rows), border="horizontal")


@query(*LOCALITY, keep=300)
def _target_bars(view: View) -> dict[str, EncodedRows]:
    rows, every_bar = locality_targets.targets(view), locality_targets.target_bars(view)
    assigned = rows["standing"].eq("assigned")
    shown = {
        "assigned": assigned & rows["reason"].ne("text_unknown"),
        "references": ~assigned & rows["value"].notna(),
    }
    return {key: encode_rows(every_bar[chosen]) for key, chosen in shown.items()}


def _bars(view: View, drawn: dict[str, EncodedRows], key: str) -> None:
    bars(
        drawn[key], key, title=words.BARS.format(name=locality_figures.register_row(view)["name"]),
        selected=view.target, on_select=lambda target: session.change(target=target),
    )  # fmt: skip


def explanation(view: View) -> None:
    """Draw the working and the pace of the chosen target and what the locality said of it; then a table of all."""
    _general_explanations(view)
    row = locality_targets.chosen(view)
    if row is None:
        return
    with st.container(border=True, key="why"), marked(view.kind, "why"):
        draw_explanation(row)
        _pace(view, row)
        for statement in locality_targets.explanations(view, row["target"]):
            st.markdown(markdown.plain(_statement(statement)))
    _every_target(view)


def _general_explanations(view: View) -> None:
    """Draw, folded, what sources say of the locality without speaking of a target."""
    rows = provenance.general_explanations(view, [locality_figures.code_of(view)])
    if rows.empty:
        return
    with st.expander(words.GENERAL_EXPLANATIONS.format(count=len(rows))):
        for explanation in locality_figures.records(rows):
            st.markdown(markdown.plain(_statement(explanation, words.GENERAL_EXPLAINED)))


def _pace(view: View, row: pd.Series) -> None:
    if row["standing"] == "assigned" and row["kind"] == "value" and pd.notna(row["value"]):
        pace = locality_targets.paces(view).loc[row["target"]]
        for sentence in judgement.pace_sentences(pace, row["unit"], int(row["decimals"])):
            st.markdown(markdown.fill("- {text}", text=sentence))


def _statement(explanation: Mapping[str, Any], heading: str = words.EXPLAINED) -> Markdown:
    """Write what a locality or a source said as lines: cause, difficulty, proposal, responsibility, source."""
    labels = {
        "cause": words.CAUSE_KINDS.get(str(explanation["cause_kind"]), words.CAUSE),
        "difficulty": words.DIFFICULTY,
        "proposal": words.PROPOSAL,
        "responsible": words.RESPONSIBLE,
    }
    lines = [
        markdown.fill(words.EXPLANATION_LINE, label=label, text=explanation[field].rstrip("."))
        for field, label in labels.items()
        if isinstance(explanation[field], str)
    ]
    said = markdown.fill(heading, day=numbers.day(explanation["as_of"]), about=str(explanation.get("about")))
    source = provenance.source_title(str(explanation["source"]))
    cited = markdown.fill(words.EXPLANATION_SOURCE, source=source)
    return markdown.join("\n", [markdown.fill("**{said}**", said=said), "", *lines, cited])


def _every_target(view: View) -> None:
    rows = locality_targets.targets(view)
    label = words.ALL_TARGETS.format(count=len(rows))
    folded = lazy_expander(label, "every-target", expanded=view.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            rows, words.TARGET_HEADINGS, "chi-tieu-dia-phuong", kind=view.kind,
            title=words.TARGETS_TITLE.format(name=locality_figures.register_row(view)["name"]), notes=notes(view),
        )  # fmt: skip
