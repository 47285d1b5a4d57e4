"""The sources with what they are cited for, and the documents that set targets."""

import pandas as pd
import streamlit as st

from components.data_table import table
from pages.sources import words
from queries import catalogue, observations, provenance
from queries.view import View
from wording import markdown


def source_list(view: View) -> None:
    """Draw the table of sources and the table of documents; both are the same for every province."""
    _sources_table(cited_sources(view))
    _documents_table(documents())


def _sources_table(sources: pd.DataFrame) -> None:
    figures = int(sources["figures"].sum())
    st.markdown(
        markdown.fill("##### {text}", text=words.SOURCES_HEADING.format(count=len(sources), figures=figures))
    )
    st.caption(words.SOURCES_NOTE)
    address = st.column_config.TextColumn(words.SOURCE_HEADINGS["address"], width="large")
    table(
        sources, words.SOURCE_HEADINGS, "nguon", kind="real", title=words.SOURCES_TITLE, notes=[words.SOURCES_NOTE],
        height=360, config={"address": address},
    )  # fmt: skip


def _documents_table(documents: pd.DataFrame) -> None:
    with_targets = int(documents["targets"].gt(0).sum())
    st.markdown(
        markdown.fill(
            "##### {text}", text=words.DOCUMENTS_HEADING.format(count=len(documents), aimed=with_targets)
        )
    )
    st.caption(words.DOCUMENTS_NOTE)
    table(
        documents, words.DOCUMENT_HEADINGS, "van-ban", kind="real", title=words.DOCUMENTS_TITLE,
        notes=[words.DOCUMENTS_NOTE], height=360,
    )  # fmt: skip


def cited_sources(view: View) -> pd.DataFrame:
    """Return the sources, those with most figures first; the simulated set is not among them.

    Returns
    -------
    DataFrame
        Columns of ``sources``, ``figures`` (number of observations in all provinces) and ``targets`` (number of
        targets).
    """
    sources = provenance.sources(view)
    sources = sources[sources["source"] != "simulated"]
    counted = sources.assign(
        figures=_counts(sources["source"], observations.of_every_province(view)["source"]),
        targets=_counts(sources["source"], catalogue.tables().targets["source"]),
    )
    return counted.sort_values(["figures", "targets"], ascending=False, kind="stable").reset_index(drop=True)


def documents() -> pd.DataFrame:
    """Return the documents, those with most targets first.

    Returns
    -------
    DataFrame
        Columns of ``resolutions``, ``targets`` (number of targets it sets), and the texts ``kind_shown``, ``area``,
        ``superseded_shown`` and ``implements_shown`` (numbers of other documents), ``source_title``.
    """
    t = catalogue.tables()
    rows = t.resolutions
    numbers = rows.set_index("resolution")["number"]
    names = t.localities.set_index(["vintage", "code"])["name"]
    areas = pd.MultiIndex.from_frame(rows[["vintage", "province"]])
    rows = rows.assign(
        targets=_counts(rows["resolution"], t.targets["resolution"]),
        kind_shown=rows["kind"].map(words.KINDS),
        area=names.reindex(areas).to_numpy(),
        superseded_shown=rows["superseded_by"].map(numbers),
        implements_shown=rows["implements"].map(numbers),
        source_title=rows["source"].map(provenance.source_title, na_action="ignore"),
    )
    return rows.sort_values(["targets", "number"], ascending=[False, True]).reset_index(drop=True)


def _counts(codes: pd.Series, citations: pd.Series) -> pd.Series:
    """Return how often each code is cited."""
    return codes.map(citations.value_counts()).fillna(0).astype("int64")
