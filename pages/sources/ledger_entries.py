"""The entries of the ledger: the observations in scope that pass its filters, with their texts."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.sources import words
from queries import catalogue, lifetimes, observations, place_filter, provenance
from queries.observations import dataset
from queries.query import query
from queries.view import View
from wording import figure_texts, judgement, numbers
from wording.places import short_name
from wording.spelling import unaccented

# What the entries depend on. ``as_of`` is not resolved, because without a chosen day the ledger has all entries.
ENTRIES = (
    dataset,
    place_filter.filters,
    "as_of",
    "scope",
    "locality",
    "measures",
    "sources",
    "origins",
    "years",
    "search",
)


# Few answers are kept, because all simulated figures of a province fill 100 MB.
@query(*ENTRIES, keep=8)
def entries(view: View) -> pd.DataFrame:
    """Return the observations that pass the filters of the ledger, the latest period first.

    Returns
    -------
    DataFrame
        Columns of ``observations``. Each word of the search begins a word in the name of the place, of the indicator
        or of the source, in the note or in the text of the value; accents are ignored.
    """
    rows = entries_in_scope(view)
    chosen = {"indicator": view.measures, "source": view.sources, "origin": view.origins}
    for column, codes in chosen.items():
        if codes:
            rows = rows[rows[column].isin(codes)]
    rows = _of_places(view, rows)
    if view.years:
        rows = rows[rows["period_end"].dt.year.astype("str").isin(view.years)]
    if view.as_of:
        rows = rows[rows["period_end"].le(pd.Timestamp(view.as_of))]
    for word in unaccented(view.search).split():
        rows = rows[_mentions(rows, word)]
    return rows


def _of_places(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Apply the quick filters and the chosen locality; both mean places of the view's vintage."""
    same_vintage = rows["vintage"].eq(view.vintage)
    if left_out := place_filter.left_out(view):
        rows = rows[~(rows["locality"].isin(list(left_out)) & same_vintage)]
    if view.locality:
        rows = rows[rows["locality"].eq(view.locality) & rows["vintage"].eq(view.vintage)]
    return rows


@query(*ENTRIES, keep=60)
def entries_shown(view: View, start: int, stop: int) -> pd.DataFrame:
    """Return some rows of ``entries``, from `start` to before `stop`, with their texts."""
    return with_texts(entries(view).iloc[start:stop])


def with_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to observations the texts of the screen, the columns of ``words.LEDGER``."""
    indicators = catalogue.tables().indicators[["indicator", "name_vi", "unit", "decimals"]]
    rows = rows.merge(indicators, "left", on="indicator", validate="m:1")
    records: Any = rows.to_dict("records")
    return rows.assign(
        place=_place_names(rows),
        shown=[_value_text(row) for row in records],
        basis_shown=rows["period_basis"].map(words.BASES),
        value_basis_shown=rows["value_basis"].map(figure_texts.VALUE_BASES),
        preferred_shown=rows["preferred"].map(words.PREFERRED),
        origin_shown=rows["origin"].map(figure_texts.ORIGINS),
        vintage_shown=rows["vintage"].map(lifetimes.vintage_spans()),
        source_title=rows["source"].map(_source_titles(rows)),
    )


def _value_text(row: Mapping[str, Any]) -> str:
    if pd.isna(row["value"]):
        text = row["value_text"]
        return text if isinstance(text, str) else figure_texts.ABSENT[row["absence"]]
    if pd.isna(row["out_of"]):
        return judgement.figure(
            row["value"], row["unit"], int(row["decimals"]), row["qualifier"], row["value_basis"]
        )
    rank, out_of = numbers.number(row["value"]), numbers.number(row["out_of"])
    return judgement.RANK_OF.format(rank=rank, out_of=out_of)


@query(dataset, "scope", keep=30)
def entries_in_scope(view: View) -> pd.DataFrame:
    """Return the observations of the view's province or, for real figures, of all provinces; the latest period first.

    Simulated figures are always those of one province: all of them would be half a million rows.
    """
    everywhere = view.scope == "all" and view.kind == "real"
    rows = observations.of_every_province(view) if everywhere else observations.of_view(view)
    order = ["period_end", "locality", "indicator"]
    return rows.sort_values(order, ascending=[False, True, True], kind="stable").reset_index(drop=True)


@query(dataset, "scope", keep=30)
def years_and_sources(view: View) -> tuple[set[str], set[str]]:
    """Return the years in which periods of the observations in scope end, and their sources."""
    rows = entries_in_scope(view)
    return set(rows["period_end"].dt.year.astype("str")), set(rows["source"])


@query()
def _short_names() -> pd.Series:
    localities = catalogue.tables().localities
    return localities.set_index(["vintage", "code"])["name"].map(short_name)


def _place_names(rows: pd.DataFrame) -> list[str]:
    return _short_names().reindex(pd.MultiIndex.from_frame(rows[["vintage", "locality"]])).tolist()


def _source_titles(rows: pd.DataFrame) -> dict[str, str]:
    return {source: provenance.source_title(source) for source in rows["source"].unique()}


def _mentions(rows: pd.DataFrame, word: str) -> pd.Series:
    """Return which rows have a word of the search; each different text is compared once, because rows share them."""
    names = {
        "indicator": catalogue.tables().indicators.set_index("indicator")["name_vi"],
        "source": pd.Series(_source_titles(rows), dtype="str"),
    }
    mentioned = pd.Series(_has_word(pd.Series(_place_names(rows), rows.index), word), rows.index)
    for column, titles in names.items():
        mentioned |= rows[column].isin(titles.index[_has_word(titles, word)])
    return mentioned | _has_word(rows["note"], word) | _has_word(rows["value_text"], word)


def _has_word(texts: pd.Series, word: str) -> pd.Series:
    # A word is found by its beginning: "so" finds "số" and not "Bảo Sơn".
    different = texts.dropna().unique()
    return texts.isin([text for text in different if f" {word}" in f" {unaccented(text)}"])
