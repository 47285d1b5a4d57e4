"""The explanation of a status: values, dates, the formula with its numbers, the rule, the source."""

import numpy as np
import pandas as pd
import streamlit as st

from data import store
from queries import catalogue, provenance
from queries.query import query
from queries.view import View
from wording import calculation_texts as words
from wording import judgement, markdown
from wording.statuses import LOOKS


def explanation_sentences(row: pd.Series) -> list[str]:
    """Return the sentences that explain one row of ``assessments.assessed``."""
    source = row["source"] if isinstance(row["source"], str) else None
    title = provenance.source_title(source) if source else None
    facts = {str(column): value for column, value in row.items()}
    return [*judgement.calculation_steps(facts, title), *_reasons_of_warnings(row)]


def _reasons_of_warnings(row: pd.Series) -> list[str]:
    """Return why a figure was sent although a check warned of it, a sentence for each warning."""
    if row["origin"] != "entered":
        return []
    reasons = provenance.kept_reasons(View())
    own = reasons[np.logical_and.reduce([reasons[name].eq(row[name]) for name in store.FIGURE])]
    pairs = zip(own["message"], own["reason"], strict=True)
    return [words.KEPT.format(message=message, reason=reason) for message, reason in pairs]


def draw_explanation(row: pd.Series) -> None:
    """Draw a status as shape and word with its target's title, and below it the sentences that explain it.

    Parameters
    ----------
    row : Series
        One row of ``assessments.assessed``.
    """
    look = LOOKS[row["status"]]
    st.markdown(
        markdown.fill(
            words.HEADING,
            shape=look.shape,
            status=judgement.STATUS_WORDS[row["status"]],
            title=target_title(row["target"]),
        )
    )
    # One element for all sentences, because each element takes a gap.
    lines = [markdown.fill(words.LINE, sentence=sentence) for sentence in explanation_sentences(row)]
    st.markdown(markdown.join("\n", lines))


@query()
def target_title(target: str) -> str:
    """Return a target's title with the number of the document that sets it."""
    tables = catalogue.tables()
    row = tables.targets.set_index("target").loc[target]
    number = tables.resolutions.set_index("resolution").loc[row["resolution"], "number"]
    return words.TITLE.format(title=row["title"], number=number)
