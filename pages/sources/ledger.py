"""Every figure with its period, basis, origin and source: the ledger behind all other pages."""

import pandas as pd
import streamlit as st

from components import session
from components.data_table import table
from pages.sources import words
from queries import catalogue, gazetteer, lifetimes, observations, place_filter, provenance
from queries.observations import dataset
from queries.query import query
from queries.view import View
from wording import indicator_texts, judgement, numbers
from wording.places import searchable_name, short_name
from wording.spelling import unaccented

# As many rows as one reads or scrolls; the simulated set has 140 000 of a province.
PAGE = 1000
# What the entries depend on. Without a chosen day they are all entries, so ``as_of`` is not resolved.
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


def ledger(view: View) -> None:
    """Draw the filters, the count, and one page of the figures that pass them."""
    known = _known(view)
    _filters(view)
    if known.empty:
        st.info(words.NO_FIGURES)
        return
    rows = entries(view)
    template = words.COUNTED_SIMULATED if view.kind == "simulated" else words.COUNTED
    said = {"inferred": numbers.number(rows["period_basis"].eq("inferred").sum())}
    said |= {"other": numbers.number((~rows["preferred"]).sum()), "kept": numbers.number(len(rows))}
    st.markdown(template.format(total=numbers.number(len(known)), **said))
    if view.as_of:
        st.caption(words.UNTIL.format(day=numbers.day(view.as_of)))
    if rows.empty:
        st.info(words.NOTHING)
        return
    page = _page(view, len(rows))
    shown = _page_shown(view, page.start, page.stop)
    table(
        shown, words.LEDGER, "so-lieu", kind=view.kind, title=words.LEDGER_TITLE, height=520,
        notes=[indicator_texts.KINDS[view.kind]], config=_config(),
    )  # fmt: skip


# Few, because all simulated figures of a province fill 100 MB.
@query(*ENTRIES, keep=8)
def entries(view: View) -> pd.DataFrame:
    """Return the observations that pass the view's filters, those of the latest period first.

    Returns
    -------
    DataFrame
        Columns of ``observations``. Words of the search may stand in the place's, indicator's or source's name, in the
        note or in the value's text, with accents or without, in any order; all of them must be found.
    """
    rows = _known(view)
    wanted = {"indicator": view.measures, "source": view.sources, "origin": view.origins}
    for column, codes in wanted.items():
        if codes:
            rows = rows[rows[column].isin(codes)]
    if out := place_filter.left_out(view):
        rows = rows[~(rows["locality"].isin(list(out)) & rows["vintage"].eq(view.vintage))]
    if view.locality:
        rows = rows[rows["locality"].eq(view.locality) & rows["vintage"].eq(view.vintage)]
    if view.years:
        rows = rows[rows["period_end"].dt.year.astype("str").isin(view.years)]
    if view.as_of:
        rows = rows[rows["period_end"].le(pd.Timestamp(view.as_of))]
    for word in unaccented(view.search).split():
        rows = rows[_mentions(rows, word)]
    return rows


@query(*ENTRIES, keep=60)
def _page_shown(view: View, start: int, stop: int) -> pd.DataFrame:
    return with_texts(entries(view).iloc[start:stop])


def with_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to observations the texts people read; columns of ``wording.sources.LEDGER``."""
    about = catalogue.tables().indicators[["indicator", "name_vi", "unit", "decimals"]]
    rows = rows.merge(about, "left", on="indicator", validate="m:1")
    return rows.assign(
        place=_places(rows),
        shown=[_shown(row) for row in rows.to_dict("records")],
        basis_shown=rows["period_basis"].map(words.BASES),
        preferred_shown=rows["preferred"].map(words.PREFERRED),
        origin_shown=rows["origin"].map(words.ORIGINS),
        vintage_shown=rows["vintage"].map(lifetimes.vintage_spans()),
        source_title=rows["source"].map(
            {each: provenance.source_title(each) for each in rows["source"].unique()}
        ),
    )


@query(dataset, "scope", keep=30)
def _known(view: View) -> pd.DataFrame:
    # Simulated figures are read province by province: all of them would be half a million rows.
    everything = view.scope == "all" and view.kind == "real"
    rows = observations.of_every_province(view) if everything else observations.observations(view)
    order = ["period_end", "locality", "indicator"]
    return rows.sort_values(order, ascending=[False, True, True], kind="stable").reset_index(drop=True)


@query(dataset, "scope", keep=30)
def _offered(view: View) -> tuple[set[str], set[str]]:
    known = _known(view)
    return set(known["period_end"].dt.year.astype("str")), set(known["source"])


@query()
def _names() -> pd.Series:
    localities = catalogue.tables().localities
    return localities.set_index(["vintage", "code"])["name"].map(short_name)


def _places(rows: pd.DataFrame) -> list[str]:
    return _names().reindex(pd.MultiIndex.from_frame(rows[["vintage", "locality"]])).tolist()


def _mentions(rows: pd.DataFrame, word: str) -> pd.Series:
    """Look at each different name once: 140 000 rows share a few hundred."""
    names = {
        "indicator": catalogue.tables().indicators.set_index("indicator")["name_vi"],
        "source": pd.Series({each: provenance.source_title(each) for each in rows["source"].unique()}),
    }
    found = pd.Series(_found(pd.Series(_places(rows), rows.index), word), rows.index)
    for column, titles in names.items():
        found |= rows[column].isin(titles.index[_found(titles, word)])
    return found | _found(rows["note"], word) | _found(rows["value_text"], word)


def _found(texts: pd.Series, word: str) -> pd.Series:
    # From the start of a word: "so" is meant to find "số", not "Bảo Sơn".
    known = texts.dropna().unique()
    return texts.isin([text for text in known if f" {word}" in f" {unaccented(text)}"])


def _shown(row: dict) -> str:
    if row["value"] == row["value"]:
        if row["out_of"] == row["out_of"]:
            pieces = {"rank": numbers.number(row["value"]), "out_of": numbers.number(row["out_of"])}
            return judgement.RANK_OF.format(**pieces)
        return judgement.figure(row["value"], row["unit"], int(row["decimals"]), row["qualifier"])
    return row["value_text"] if isinstance(row["value_text"], str) else words.ABSENCES[row["absence"]]


def _filters(view: View) -> None:
    indicators = catalogue.tables().indicators.set_index("indicator")["name_vi"]
    here = gazetteer.within(view.vintage, view.province)
    places = {code: searchable_name(name) for code, name in zip(here["code"], here["short"], strict=True)}
    years, sources = _offered(view)
    years = sorted({*years, *view.years}, reverse=True)
    sources = sorted({*sources, *view.sources}, key=provenance.source_title)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            words.SEARCH, placeholder=words.SEARCH, label_visibility="collapsed", width=215,
            icon=":material/search:", **session.bind("search"),
        )  # fmt: skip
        if view.kind == "real":
            st.segmented_control(
                words.SCOPE, list(words.SCOPES), format_func=words.SCOPES.get, required=True,
                label_visibility="collapsed", **session.bind("scope"),
            )  # fmt: skip
        st.selectbox(
            words.LOCALITY, [None, *places], format_func=lambda code: places.get(code, words.LOCALITY),
            placeholder=words.LOCALITY, label_visibility="collapsed", width=170, **session.bind("locality"),
        )  # fmt: skip
        _several("measures", words.MEASURES, list(indicators.index), indicators.get, 190)
        _several("sources", words.SOURCES, sources, provenance.source_title, 180)
        _several("years", words.YEARS, years, str, 120)
        if view.kind == "real":
            origins = [each for each in words.ORIGINS if each != "simulated"]
            _several("origins", words.ORIGIN, origins, words.ORIGINS.get, 150)


def _several(field: str, label: str, options: list[str], name, width: int) -> None:
    st.multiselect(
        label, options, format_func=name, placeholder=label, label_visibility="collapsed", width=width,
        **session.bind(field),
    )  # fmt: skip


def _page(view: View, count: int) -> slice:
    pages = -(-count // PAGE)
    page = min(max(view.page, 1), pages)
    if pages > 1:
        st.selectbox(
            words.PAGE, list(range(1, pages + 1)), width=260, label_visibility="collapsed",
            format_func=lambda each: words.PAGE_OF.format(
                first=numbers.number((each - 1) * PAGE + 1), last=numbers.number(min(each * PAGE, count))
            ),
            **session.bind("page", shown=page),
        )  # fmt: skip
    return slice((page - 1) * PAGE, page * PAGE)


def _config() -> dict:
    # The bare number is for the files: on screen it would be written the English way.
    return {"value": None, "place": st.column_config.Column(words.LEDGER["place"], pinned=True)}
