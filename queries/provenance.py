"""Where figures come from: sources and how they are named, explanations, reasons given for warned figures."""

import pandas as pd

from data import store
from queries.observations import of_every_province, revision, state
from queries.query import query
from queries.view import View


def explanations(view: View) -> pd.DataFrame:
    """Return what was said of targets, of every province; columns of ``store.explanations``."""
    return _explanations(state(view))


@query(keep=20)
def _explanations(known: store.State) -> pd.DataFrame:
    return store.explanations(known)


@query(keep=20)
def kept_reasons(known: store.State) -> pd.DataFrame:
    """Return why warned figures that are in use were let pass; columns of ``store.kept_reasons``."""
    every = of_every_province(View(revision=known.revision or "", known=known.known))
    in_use = every.query("origin == 'entered'")[[*store.FIGURE, "batch"]]
    return store.kept_reasons().merge(in_use, on=[*store.FIGURE, "batch"], validate="m:1")


def sources(view: View) -> pd.DataFrame:
    """Return the sources of the view's figures; columns of ``store.sources``."""
    return _sources(state(view))


@query(keep=20)
def _sources(known: store.State) -> pd.DataFrame:
    return store.sources(known)


def source_title(source: str) -> str:
    """Return how a source is named on screen: title and publisher."""
    return source_titles().get(source, source)


def source_titles() -> dict[str, str]:
    """Return how every source is named on screen; read only."""
    return _source_names(revision())["title"]


def sources_shown(sources: pd.Series) -> list[str]:
    """Return how the source of each row is named on screen; empty where there is none.

    For many rows at once: to know that nothing was published meanwhile costs a look at the store a row.
    """
    titles = source_titles()
    return [titles.get(each, each) if isinstance(each, str) else "" for each in sources.to_numpy(object)]


def publisher(source: str) -> str:
    """Return who published a source."""
    return _source_names(revision())["publisher"].get(source, source)


@query(keep=20)
def _source_names(revision: str) -> dict[str, dict[str, str]]:
    # Sources taken back are named, too: a past day may cite them.
    sources = store.sources(store.State(revision), withdrawn=True)
    titles = sources["title"] + " (" + sources["publisher"] + ")"
    columns = {"title": titles, "publisher": sources["publisher"]}
    return {name: dict(zip(sources["source"], texts, strict=True)) for name, texts in columns.items()}
