"""The contradictions in figures, targets and tables: where they are, what is stated and what is computed."""

from collections.abc import Iterable
from dataclasses import asdict

import pandas as pd
import streamlit as st

from components.data_table import table
from data import consistency
from indicators import checks
from pages.sources import words
from queries import catalogue, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import indicator_texts, lists, markdown, numbers
from wording.places import short_name


def contradictions(view: View) -> None:
    """Draw the failed checks of the figures, of the counts of targets, of the targets and of the tables."""
    _figures_section(view)
    _targets_section()
    _tables_section()


def _figures_section(view: View) -> None:
    rows = failed_checks(view)
    notes = int(rows["severity"].eq("note").sum())
    simulated = view.kind == "simulated"
    heading = words.CHECKS_HEADING_SIMULATED if simulated else words.CHECKS_HEADING
    _heading(heading.format(errors=numbers.number(len(rows) - notes), notes=numbers.number(notes)))
    st.caption(words.CHECKS_NOTE)
    _table(rows, words.CHECKS, "kiem-tra", view.kind, words.CHECKS_TITLE)


def _targets_section() -> None:
    counts, targets = tally_contradictions(), target_conflicts()
    _heading(words.TALLIES_HEADING.format(count=len(counts)))
    _table(counts, words.TALLIES, "so-dem", "real", words.TALLIES_TITLE)
    _heading(words.CONFLICTS_HEADING.format(count=len(targets)))
    _table(targets, words.CONFLICTS, "chi-tieu-khac-nhau", "real", words.CONFLICTS_TITLE)


def _tables_section() -> None:
    warnings, references = table_warnings(), reference_matches()
    with st.expander(words.WARNINGS_HEADING.format(count=len(warnings))):
        _table(warnings, words.WARNINGS, "xem-lai", "real", words.WARNINGS_TITLE)
    whole = int(references["matched"].eq(references["total"]).sum())
    with st.expander(markdown.fill(words.MATCHES_HEADING, whole=whole, count=len(references))):
        _table(references, words.MATCHES, "quan-he", "real", words.MATCHES_TITLE)


@query(dataset, viewed_day, keep=20)
def failed_checks(view: View) -> pd.DataFrame:
    """Return the failed checks of all real figures, or of the simulated figures of the province.

    Returns
    -------
    DataFrame
        Columns of ``consistency.findings`` and the texts ``severity_shown``, ``kind_shown``, ``place``, ``name_vi``,
        ``source_titles``.
    """
    t, real = catalogue.tables(), view.kind == "real"
    figures = observations.of_every_province(view) if real else observations.of_view(view)
    rows = consistency.findings(figures, t.relations, t.indicators)
    return rows.assign(
        severity_shown=rows["severity"].map(words.SEVERITIES),
        kind_shown=rows["kind"].map(words.CHECK_KINDS),
        place=_places(rows),
        name_vi=rows["indicator"].map(t.indicators.set_index("indicator")["name_vi"]),
        source_titles=[_titles(each.split(", ")) for each in rows["sources"]],
        **_number_texts(rows),
    )


@query()
def tally_contradictions() -> pd.DataFrame:
    """Return the counts of targets that do not add up, and those that sources report differently.

    Returns
    -------
    DataFrame
        Columns of ``checks.tally_findings`` and the texts ``number`` (of the document), ``source_titles``. Where
        sources differ, nothing is computed and ``stated`` is missing.
    """
    t = catalogue.tables()
    sums = checks.tally_findings(t.tallies)
    sums = sums.assign(sources=sums["sources"].map(lambda source: (source,)))
    rows = pd.concat([sums, checks.tally_conflicts(t.tallies)], ignore_index=True)
    return rows.assign(
        number=_numbers(rows["resolution"]),
        source_titles=[_titles(each) for each in rows["sources"]],
        **_number_texts(rows),
    )


@query()
def target_conflicts() -> pd.DataFrame:
    """Return the targets that documents set differently.

    Returns
    -------
    DataFrame
        Columns of ``checks.target_conflicts`` and the texts ``place``, ``numbers`` (of the documents).
    """
    t = catalogue.tables()
    rows = checks.target_conflicts(t.targets, t.indicators)
    documents = [lists.semicolon_list(_numbers(pd.Series(each))) for each in rows["resolutions"]]
    return rows.assign(place=_places(rows), numbers=documents)


def table_warnings() -> pd.DataFrame:
    """Return the warnings of the loader: ``file``, ``row``, ``column``, ``expected``, ``found``, ``message``."""
    rows = pd.DataFrame([asdict(each) for each in catalogue.tables().warnings], columns=list(words.WARNINGS))
    return rows.astype({"row": "Int64"})


@query()
def reference_matches() -> pd.DataFrame:
    """Return how many rows match, for each reference between tables; columns of ``words.MATCHES``."""
    return pd.DataFrame(
        [
            {
                "table": each.reference.table,
                "columns": lists.semicolon_list(each.reference.columns),
                "to": each.reference.to,
                "matched": each.matched,
                "total": each.total,
                "used": each.used,
                "available": each.available,
            }
            for each in catalogue.tables().match_counts
        ],
        columns=list(words.MATCHES),
    )


def _number_texts(rows: pd.DataFrame) -> dict[str, list[str]]:
    columns = ("stated", "computed", "difference")
    return {f"{column}_shown": [numbers.number(each, 3) for each in rows[column]] for column in columns}


def _heading(text: str) -> None:
    st.markdown(markdown.fill("##### {text}", text=text))


def _table(frame: pd.DataFrame, headings: dict[str, str], key: str, kind: str, title: str) -> None:
    if frame.empty:
        st.caption(words.CHECKS_NONE)
        return
    config = {}
    if "message" in headings:
        config["message"] = st.column_config.TextColumn(headings["message"], width=560)
    table(frame, headings, key, kind=kind, title=title, notes=[indicator_texts.KINDS[kind]], config=config)


def _places(rows: pd.DataFrame) -> list[str]:
    names = catalogue.tables().localities.set_index(["vintage", "code"])["name"]
    return [
        short_name(name) for name in names.reindex(pd.MultiIndex.from_frame(rows[["vintage", "locality"]]))
    ]


def _numbers(resolutions: pd.Series) -> list[str]:
    documents = catalogue.tables().resolutions.set_index("resolution")
    named = documents["number"].fillna(documents["title"])
    return resolutions.map(named).tolist()


def _titles(sources: Iterable[str]) -> str:
    return lists.semicolon_list([provenance.source_title(source) for source in sources])
