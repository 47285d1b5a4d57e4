"""Which places are compared: those that the view names, or else a pair worth comparing."""

import pandas as pd

from indicators.peers import peers
from pages.compare import words
from pages.compare.level_frames import LEVEL, latest, offered
from queries import catalogue, gazetteer, place_filter
from queries.query import query
from queries.view import View
from wording import lists, numbers, quick_filters

LIMIT = 5
USUAL = 2


def choose(view: View) -> tuple[tuple[str, ...], list[str]]:
    """Return the codes of the compared places, and a remark on each group of named places that is left out.

    Where the view names none, these are the selected place and its closest peer, else the two places with most
    figures; of provinces the view's own and the one with most figures. Of all communes of the country there are none.
    """
    here = offered(view)
    known = [code for code in view.places if here["code"].eq(code).any()]
    remarks = []
    if unknown := [code for code in view.places if code not in known]:
        remarks.append(words.OTHER_LEVEL.format(names=_names(view.vintage, unknown)))
    if extra := known[LIMIT:]:
        remarks.append(words.TOO_MANY.format(limit=LIMIT, names=_names(view.vintage, extra)))
    return tuple(known[:LIMIT]) or usual_pair(view, here), remarks


def _names(vintage: str, codes: list[str]) -> str:
    localities = catalogue.tables().localities
    names = localities[localities["vintage"].eq(vintage)].set_index("code")["name"]
    return lists.semicolon_list(names.reindex(codes).dropna().tolist())


def usual_pair(view: View, here: pd.DataFrame) -> tuple[str, ...]:
    """Return the pair of `here` (of ``offered``) for a view that names no places."""
    own = view.province if view.level == "province" else view.locality
    own = own if own in set(here["code"]) else None
    if own and view.level != "province":
        return own, *peers(here, view.vintage, own, USUAL - 1)["code"]
    if gazetteer.by_commune(view):
        return ()
    most = _with_most_figures(view)
    if own:
        return (own, *[code for code in most if code != own])[:USUAL]
    return most[:USUAL]


@query(*LEVEL, keep=100)
def _with_most_figures(view: View) -> tuple[str, ...]:
    here = offered(view)
    figures = latest(view, ()).dropna(subset=["value"])["locality"].value_counts()
    counts = here["code"].map(figures).fillna(0).sort_values(ascending=False, kind="stable")
    return tuple(here.loc[counts.index[:LIMIT], "code"])


def choosable(view: View, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the places of ``offered`` that pass the filters, and the compared ones, so that they can be taken back."""
    here = offered(view)
    return here[~here["code"].isin(list(place_filter.left_out(view) - set(codes)))]


def still_needed(view: View, codes: tuple[str, ...]) -> str:
    """Say what has to be chosen before anything can be compared; "" where at least two places are."""
    if len(codes) >= USUAL:
        return ""
    if codes:
        return words.TOO_FEW
    if total := len(choosable(view, codes)):
        return words.CHOOSE.format(limit=LIMIT, total=numbers.number(total))
    return words.NOTHING if offered(view).empty else quick_filters.NONE_PASSES
