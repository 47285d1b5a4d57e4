"""Where figures come from: sources with what they carry, and the documents that set targets."""

import pandas as pd
import streamlit as st

from components.data_table import table
from pages.sources import words
from queries import catalogue, observations, provenance
from queries.view import View


def papers(view: View) -> None:
    """Draw the table of sources and the table of documents; they are the same for every province."""
    sources, documents = cited(view), ruling()
    st.markdown(
        f"##### {words.SOURCES_HEADING.format(count=len(sources), figures=int(sources['figures'].sum()))}"
    )
    st.caption(words.SOURCES_NOTE)
    table(
        sources, words.PAPERS_SOURCES, "nguon", kind="real", title=words.SOURCES_TITLE, notes=[words.SOURCES_NOTE],
        height=360, config=_links(),
    )  # fmt: skip
    aimed = int(documents["targets"].gt(0).sum())
    st.markdown(f"##### {words.DOCUMENTS_HEADING.format(count=len(documents), aimed=aimed)}")
    st.caption(words.DOCUMENTS_NOTE)
    table(
        documents, words.DOCUMENTS, "van-ban", kind="real", title=words.DOCUMENTS_TITLE,
        notes=[words.DOCUMENTS_NOTE], height=360,
    )  # fmt: skip


def cited(view: View) -> pd.DataFrame:
    """Return the sources, those that carry most figures first.

    Returns
    -------
    DataFrame
        Columns of ``sources``, ``figures`` (observations of all provinces) and ``targets``. The simulated set is no
        source.
    """
    sources = provenance.sources(view)
    sources = sources[sources["source"] != "simulated"]
    counted = sources.assign(
        figures=_times(sources["source"], observations.of_every_province(view)["source"]),
        targets=_times(sources["source"], catalogue.tables().targets["source"]),
    )
    return counted.sort_values(["figures", "targets"], ascending=False, kind="stable").reset_index(drop=True)


def ruling() -> pd.DataFrame:
    """Return the documents, those with most targets first.

    Returns
    -------
    DataFrame
        Columns of ``resolutions``, ``targets`` (how many it sets), ``kind_shown``, ``area``, ``superseded_shown`` and
        ``implements_shown`` (numbers of the other documents), ``source_title``.
    """
    t = catalogue.tables()
    documents = t.resolutions
    numbers = documents.set_index("resolution")["number"]
    names = t.localities.set_index(["vintage", "code"])["name"]
    areas = pd.MultiIndex.from_frame(documents[["vintage", "province"]])
    told = documents.assign(
        targets=_times(documents["resolution"], t.targets["resolution"]),
        kind_shown=documents["kind"].map(words.KINDS),
        area=names.reindex(areas).to_numpy(),
        superseded_shown=documents["superseded_by"].map(numbers),
        implements_shown=documents["implements"].map(numbers),
        source_title=documents["source"].map(provenance.source_title, na_action="ignore"),
    )
    return told.sort_values(["targets", "number"], ascending=[False, True]).reset_index(drop=True)


def _times(codes: pd.Series, cited_in: pd.Series) -> pd.Series:
    return codes.map(cited_in.value_counts()).fillna(0).astype("int64")


def _links() -> dict:
    return {"address": st.column_config.TextColumn(words.PAPERS_SOURCES["address"], width="large")}
