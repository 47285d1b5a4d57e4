"""The "why" of a status: values, dates, the formula with its numbers, the rule, the source."""

import numpy as np
import pandas as pd
import streamlit as st

from data import store
from queries import catalogue, provenance
from queries.query import query
from queries.view import View
from wording import calculation_texts as words
from wording import judgement
from wording.statuses import LOOKS


def working(row: pd.Series) -> list[str]:
    """Return the sentences behind one row of ``facts.assessed``."""
    source = row["source"] if isinstance(row["source"], str) else None
    return [
        *judgement.calculation_steps(row, provenance.source_title(source) if source else None),
        *_kept(row),
    ]


def _kept(row: pd.Series) -> list[str]:
    """Say why a figure was sent though a check warned of it."""
    if row["origin"] != "entered":
        return []
    kept = provenance.kept_reasons(View())
    own = kept[np.logical_and.reduce([kept[name].eq(row[name]) for name in store.FIGURE])]
    pairs = zip(own["message"], own["reason"], strict=True)
    return [words.KEPT.format(message=message, reason=reason) for message, reason in pairs]


def explain(row: pd.Series) -> None:
    """Draw a status as shape, colour and word, its target's title, and the sentences behind it."""
    look = LOOKS[row["status"]]
    st.markdown(
        words.HEADING.format(
            shape=look.shape, status=judgement.STATUS_WORDS[row["status"]], title=title(row["target"])
        )
    )
    # One element for all: each takes a gap of its own, and a working is read in one piece.
    st.markdown("\n".join(words.LINE.format(sentence=sentence) for sentence in working(row)))


@query()
def title(target: str) -> str:
    """Return a target's title with the number of the document that sets it."""
    t = catalogue.tables()
    aim = t.targets.set_index("target").loc[target]
    number = t.resolutions.set_index("resolution").loc[aim["resolution"], "number"]
    return words.TITLE.format(title=aim["title"], number=number)
