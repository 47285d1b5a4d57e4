"""Every figure with its period, basis, origin and source: the ledger behind all other pages."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import filter_bar, session
from components.data_table import table
from pages.sources import words
from queries import catalogue, gazetteer, lifetimes, observations, provenance
from queries.memory import remembered
from queries.view import View
from wording import indicator_texts, judgement, numbers
from wording.places import searchable, short
from wording.spelling import unaccented

# As many rows as one reads or scrolls; the simulated set has 140 000 of a province.
PAGE = 1000


def ledger(looked: View) -> None:
    """Draw the filters, the count, and one page of the figures that pass them."""
    known = _known(_stock(looked))
    _filters(looked)
    if known.empty:
        st.info(words.NO_FIGURES)
        return
    rows = entries(looked)
    template = words.COUNTED_SIMULATED if looked.kind == "simulated" else words.COUNTED
    said = {"inferred": numbers.number(rows["period_basis"].eq("inferred").sum())}
    said |= {"other": numbers.number((~rows["preferred"]).sum()), "kept": numbers.number(len(rows))}
    st.markdown(template.format(total=numbers.number(len(known)), **said))
    if looked.as_of:
        st.caption(words.UNTIL.format(day=numbers.day(looked.as_of)))
    if rows.empty:
        st.info(words.NOTHING)
        return
    page = _page(looked, len(rows))
    shown = _dressed(_asked(looked), filter_bar.left_out(looked), page.start, page.stop)
    table(
        shown, words.LEDGER, "so-lieu", kind=looked.kind, title=words.LEDGER_TITLE, height=520,
        notes=[indicator_texts.KINDS[looked.kind]], config=_config(),
    )  # fmt: skip


def entries(looked: View) -> pd.DataFrame:
    """Return the observations that pass the view's filters, those of the latest period first.

    Returns
    -------
    DataFrame
        Columns of ``observations``. Words of the search may stand in the place's, indicator's or source's name, in the
        note or in the value's text, with accents or without, in any order; all of them must be found.
    """
    return _entries(_asked(looked), filter_bar.left_out(looked))


def _asked(looked: View) -> View:
    """Keep of the view only what its entries depend on; without a chosen day they are all there are."""
    kept = ("scope", "locality", "measures", "sources", "origins", "years", "search")
    return replace(observations.ground(looked, *kept), as_of=looked.as_of)


def _stock(looked: View) -> View:
    """Keep of the view only what it is chosen from."""
    return replace(observations.ground(looked, "scope"), as_of=None)


# Few, because all simulated figures of a province fill 100 MB.
@remembered(8)
def _entries(looked: View, out: frozenset[str]) -> pd.DataFrame:
    rows = _known(_stock(looked))
    wanted = {"indicator": looked.measures, "source": looked.sources, "origin": looked.origins}
    for column, codes in wanted.items():
        if codes:
            rows = rows[rows[column].isin(codes)]
    if out:
        rows = rows[~(rows["locality"].isin(list(out)) & rows["vintage"].eq(looked.vintage))]
    if looked.locality:
        rows = rows[rows["locality"].eq(looked.locality) & rows["vintage"].eq(looked.vintage)]
    if looked.years:
        rows = rows[rows["period_end"].dt.year.astype("str").isin(looked.years)]
    if looked.as_of:
        rows = rows[rows["period_end"].le(pd.Timestamp(looked.as_of))]
    for word in unaccented(looked.search).split():
        rows = rows[_mentions(rows, word)]
    return rows


@remembered(60)
def _dressed(looked: View, out: frozenset[str], start: int, stop: int) -> pd.DataFrame:
    return dressed(_entries(looked, out).iloc[start:stop])


def dressed(rows: pd.DataFrame) -> pd.DataFrame:
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


@remembered(30)
def _known(looked: View) -> pd.DataFrame:
    # Simulated figures are read province by province: all of them would be half a million rows.
    everything = looked.scope == "all" and looked.kind == "real"
    rows = observations.of_every_province(looked) if everything else observations.observations(looked)
    order = ["period_end", "locality", "indicator"]
    return rows.sort_values(order, ascending=[False, True, True], kind="stable").reset_index(drop=True)


@remembered(30)
def _offered(looked: View) -> tuple[set[str], set[str]]:
    known = _known(looked)
    return set(known["period_end"].dt.year.astype("str")), set(known["source"])


@remembered()
def _names() -> pd.Series:
    localities = catalogue.tables().localities
    return localities.set_index(["vintage", "code"])["name"].map(short)


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


def _filters(looked: View) -> None:
    indicators = catalogue.tables().indicators.set_index("indicator")["name_vi"]
    here = gazetteer.within(looked.vintage, looked.province)
    places = {code: searchable(name) for code, name in zip(here["code"], here["short"], strict=True)}
    years, sources = _offered(_stock(looked))
    years = sorted({*years, *looked.years}, reverse=True)
    sources = sorted({*sources, *looked.sources}, key=provenance.source_title)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            words.SEARCH, placeholder=words.SEARCH, label_visibility="collapsed", width=215,
            icon=":material/search:", **session.bind("search"),
        )  # fmt: skip
        if looked.kind == "real":
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
        if looked.kind == "real":
            origins = [each for each in words.ORIGINS if each != "simulated"]
            _several("origins", words.ORIGIN, origins, words.ORIGINS.get, 150)


def _several(field: str, label: str, options: list[str], name, width: int) -> None:
    st.multiselect(
        label, options, format_func=name, placeholder=label, label_visibility="collapsed", width=width,
        **session.bind(field),
    )  # fmt: skip


def _page(looked: View, count: int) -> slice:
    pages = -(-count // PAGE)
    page = min(max(looked.page, 1), pages)
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
