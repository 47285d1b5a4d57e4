"""The origin of figures: sources and their names, explanations, reasons given for figures with a warning."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from data import store
from queries import catalogue
from queries.observations import as_of, known_state, of_every_province, revision, state
from queries.query import query
from queries.view import View
from wording import explanation_texts, judgement


@query(known_state, keep=20)
def explanations(view: View) -> pd.DataFrame:
    """Return the explanations that sources give, of every province; columns of ``store.explanations``."""
    return store.explanations(state(view))


def general_explanations(view: View, localities: Collection[str]) -> pd.DataFrame:
    """Return the explanations of places that their source ties to no target, the newest first.

    Sources give them for real figures, so a view of simulated ones has none.

    Parameters
    ----------
    view
        Its vintage, its day and its kind.
    localities
        Codes of the places.

    Returns
    -------
    DataFrame
        Columns of ``store.explanations`` and ``about``: the document or the place that they are given for, as text.
    """
    rows = explanations(view)
    here = rows["vintage"].eq(view.vintage) & rows["locality"].isin(list(localities))
    rows = rows[here & rows["target"].isna() & rows["as_of"].le(as_of(view)) & (view.kind == "real")]
    documents = catalogue.tables().resolutions[["resolution", "kind", "number"]]
    rows = rows.merge(documents, "left", on="resolution", validate="m:1")
    pairs = zip(rows["kind"], rows["number"], strict=True)
    rows = rows.assign(about=[explanation_texts.subject(kind, number) for kind, number in pairs])
    return rows.sort_values("as_of", ascending=False, kind="stable").reset_index(drop=True)


@query(known_state, keep=20)
def kept_reasons(view: View) -> pd.DataFrame:
    """Return the reasons given for figures in use that a check warned of; columns of ``store.kept_reasons``."""
    in_use = of_every_province(view).query("origin == 'entered'")[[*store.FIGURE, "batch"]]
    return store.kept_reasons().merge(in_use, on=[*store.FIGURE, "batch"], validate="m:1")


@query(known_state, keep=20)
def sources(view: View) -> pd.DataFrame:
    """Return the sources of the view's figures; columns of ``store.sources``."""
    return store.sources(state(view))


def source_title(source: str) -> str:
    """Return the name of a source on screen: title and publisher."""
    return source_titles().get(source, source)


def source_titles() -> dict[str, str]:
    """Return source → its name on screen; read only."""
    return _source_names(revision())["title"]


def sources_shown(sources: pd.Series) -> list[str]:
    """Return the name on screen of the source of each row; "" if it has none.

    It reads the revision of the store once for all rows; ``source_title`` reads it for each.
    """
    titles = source_titles()
    return [titles.get(each, each) if isinstance(each, str) else "" for each in sources.to_numpy(object)]


def publisher(source: str) -> str:
    """Return the publisher of a source."""
    return _source_names(revision())["publisher"].get(source, source)


@query(keep=20)
def _source_names(revision: str) -> dict[str, dict[str, str]]:
    # Withdrawn sources are named, too: a view of a past day may cite them.
    sources = store.sources(store.State(revision), withdrawn=True)
    titles = sources["title"] + " (" + sources["publisher"] + ")"
    columns = {"title": titles, "publisher": sources["publisher"]}
    return {name: dict(zip(sources["source"], texts, strict=True)) for name, texts in columns.items()}


def web_addresses(sources: pd.DataFrame) -> pd.Series:
    """Return the address on the web of each source, "" where it has none; of a file that was sent it has none.

    The name of such a file may look like an address: only what the tables name is a link.
    """
    named = sources["source"].isin(catalogue.tables().sources["source"])
    of_web = sources["address"].str.startswith(("http://", "https://")).fillna(value=False)
    return sources["address"].where(named & of_web, "")


def latest_explanation(explanations: pd.DataFrame, row: pd.Series, province: str) -> pd.Series | None:
    """Return the latest explanation known on the row's day: of its own locality, or else of the whole province."""
    known = explanations[
        explanations["target"].eq(row["target"])
        & explanations["vintage"].eq(row["vintage"])
        & explanations["locality"].isin([row["locality"], province])
        & explanations["as_of"].le(row["as_of"])
    ]
    if known.empty:
        return None
    own = known.assign(own=known["locality"].eq(row["locality"])).sort_values(["own", "as_of"], kind="stable")
    last = own.iloc[-1]
    return _merge_causes(
        own[np.logical_and.reduce([own[name].eq(last[name]) for name in ("locality", "as_of", "source")])]
    )


def _merge_causes(rows: pd.DataFrame) -> pd.Series:
    """Merge the rows of one explanation into one row; its causes are joined, each with its kind."""
    if len(rows) == 1:
        return rows.iloc[0]
    pairs = zip(rows["cause_kind"], rows["cause"], strict=True)
    causes = [
        judgement.CAUSE_OF_KIND[kind].format(text=text)
        for kind, text in pairs
        if kind in judgement.CAUSE_OF_KIND
    ]
    others = rows["cause"][~rows["cause_kind"].isin(list(judgement.CAUSE_OF_KIND))].dropna().tolist()
    whole = rows.bfill().iloc[0].copy()
    whole["cause_kind"], whole["cause"] = None, judgement.CAUSES_JOINED.join([*causes, *others]) or None
    return whole
