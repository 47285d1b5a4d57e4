"""What does not fit together: shown with where, what is stated, what comes out, and the source; never repaired."""

from collections.abc import Iterable
from dataclasses import asdict

import pandas as pd
import streamlit as st

from components.data_table import table
from indicators import checks
from pages.sources import words
from queries import catalogue, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import indicator_texts, numbers
from wording.places import short_name


def doubts(view: View) -> None:
    """Draw the failed checks of the figures, of the counts of targets, of the targets and of the tables."""
    found = contradictions(view)
    notes = int(found["severity"].eq("note").sum())
    simulated = view.kind == "simulated"
    heading = words.CHECKS_HEADING_SIMULATED if simulated else words.CHECKS_HEADING
    _heading(heading.format(errors=numbers.number(len(found) - notes), notes=numbers.number(notes)))
    st.caption(words.CHECKS_NOTE)
    _table(found, words.CHECKS, "kiem-tra", view.kind, words.CHECKS_TITLE)
    counted, aimed = tallies(), conflicts()
    _heading(words.TALLIES_HEADING.format(count=len(counted)))
    _table(counted, words.TALLIES, "so-dem", "real", words.TALLIES_TITLE)
    _heading(words.CONFLICTS_HEADING.format(count=len(aimed)))
    _table(aimed, words.CONFLICTS, "chi-tieu-khac-nhau", "real", words.CONFLICTS_TITLE)
    warned, joined = warnings(), matches()
    with st.expander(words.WARNINGS_HEADING.format(count=len(warned))):
        _table(warned, words.WARNINGS, "xem-lai", "real", words.WARNINGS_TITLE)
    whole = int(joined["matched"].eq(joined["total"]).sum())
    with st.expander(words.MATCHES_HEADING.format(whole=whole, count=len(joined))):
        _table(joined, words.MATCHES, "quan-he", "real", words.MATCHES_TITLE)


@query(dataset, viewed_day, keep=20)
def contradictions(view: View) -> pd.DataFrame:
    """Return the failed checks of the figures: of all real ones, or of the simulated ones of the province.

    Returns
    -------
    DataFrame
        Columns of ``checks.findings`` and the texts ``severity_shown``, ``kind_shown``, ``place``, ``name_vi``,
        ``source_titles``.
    """
    t, real = catalogue.tables(), view.kind == "real"
    figures = observations.of_every_province(view) if real else observations.observations(view)
    found = checks.findings(figures, t.relations, t.indicators)
    return found.assign(
        severity_shown=found["severity"].map(words.SEVERITIES),
        kind_shown=found["kind"].map(words.CHECK_KINDS),
        place=_places(found),
        name_vi=found["indicator"].map(t.indicators.set_index("indicator")["name_vi"]),
        source_titles=[_titles(each.split(", ")) for each in found["sources"]],
        **_figures(found),
    )


@query()
def tallies() -> pd.DataFrame:
    """Return the counts of targets that do not add up; ``checks.tally_findings`` with ``number``, ``source_titles``."""
    t = catalogue.tables()
    found = checks.tally_findings(t.tallies)
    return found.assign(
        number=_numbers(found["resolution"]),
        source_titles=[_titles([each]) for each in found["sources"]],
        **_figures(found),
    )


@query()
def conflicts() -> pd.DataFrame:
    """Return the targets that documents set differently; ``checks.target_conflicts`` with ``place``, ``numbers``."""
    t = catalogue.tables()
    found = checks.target_conflicts(t.targets, t.indicators)
    pairs = [words.SEPARATOR.join(_numbers(pd.Series(each))) for each in found["resolutions"]]
    return found.assign(place=_places(found), numbers=pairs)


def warnings() -> pd.DataFrame:
    """Return the loader's warnings: ``file``, ``row``, ``column``, ``expected``, ``found``, ``message``."""
    rows = pd.DataFrame([asdict(each) for each in catalogue.tables().warnings], columns=list(words.WARNINGS))
    return rows.astype({"row": "Int64"})


@query()
def matches() -> pd.DataFrame:
    """Return how each reference between tables went: ``table``, ``columns``, ``to``, ``matched``, ``total`` …."""
    counted = catalogue.tables().match_counts
    return pd.DataFrame(
        [
            {
                "table": each.reference.table,
                "columns": words.SEPARATOR.join(each.reference.columns),
                "to": each.reference.to,
                "matched": each.matched,
                "total": each.total,
                "used": each.used,
                "available": each.available,
            }
            for each in counted
        ],
        columns=list(words.MATCHES),
    )


def _figures(found: pd.DataFrame) -> dict[str, list[str]]:
    columns = ("stated", "computed", "difference")
    return {f"{column}_shown": [numbers.number(each, 3) for each in found[column]] for column in columns}


def _heading(text: str) -> None:
    st.markdown(f"##### {text}")


def _table(frame: pd.DataFrame, headings: dict[str, str], key: str, kind: str, title: str) -> None:
    if frame.empty:
        st.caption(words.CHECKS_NONE)
        return
    wide = (
        {"message": st.column_config.TextColumn(headings["message"], width=560)}
        if "message" in headings
        else {}
    )
    table(frame, headings, key, kind=kind, title=title, notes=[indicator_texts.KINDS[kind]], config=wide)


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
    return words.SEPARATOR.join(provenance.source_title(each) for each in sources)
