"""Rankings of places by level and by momentum. The two ranks are never added."""

from dataclasses import dataclass

import pandas as pd

from data.qualifiers import PRECISE

# Above this share of missing figures, the order depends more on who reports than on the figures.
MOST_MISSING = 0.2


@dataclass(frozen=True, eq=False)
class Ranking:
    """An order of places, or the reason why there is none.

    Attributes
    ----------
    table
        One row per place: ``locality``, ``value`` (missing where not comparable), ``rank`` (float, missing
        where there is none), ``tied``; ordered by rank, places without a figure last.
    reason
        Empty if there are ranks; otherwise too_few_figures, no_direction or no_places.
    reported, total
        Places with a comparable figure, and all places.
    """

    table: pd.DataFrame
    reason: str
    reported: int
    total: int


def rank_level(figures: pd.DataFrame, places: pd.Index, direction: str, decimals: int) -> Ranking:
    """Rank places by their latest figures of one indicator.

    Values are compared as the source prints them. Values that are equal after rounding are a tie: they share the better
    rank, and the next ranks are skipped (1, 2, 2, 4). A figure that is stale or only bounded ("hơn 60") counts as
    missing.

    Parameters
    ----------
    figures
        ``locality``, ``value``, ``qualifier``, ``stale`` of one indicator and vintage, one row per locality.
    places
        Codes of all places to compare, with or without a figure.
    direction
        Of the indicator: higher, lower or none.
    decimals
        Of the indicator, as its source rounds.
    """
    usable = figures["qualifier"].isin(PRECISE) & ~figures["stale"]
    return _rank(figures.loc[usable, ["locality", "value"]], places, direction, decimals)


def rank_momentum(changed: pd.DataFrame, places: pd.Index, direction: str, decimals: int) -> Ranking:
    """Rank places by their change per year towards better values.

    Parameters
    ----------
    changed
        Of ``indicators.pace.changes`` for one indicator and vintage.
    places, direction, decimals
        As for ``rank_level``; the change per year is compared at the same decimals.
    """
    usable = changed["change_reason"].eq("") & ~changed["stale"]
    moved = changed.loc[usable, ["locality", "per_month"]].rename(columns={"per_month": "value"})
    return _rank(moved.assign(value=moved["value"] * 12), places, direction, decimals)


def _rank(figures: pd.DataFrame, places: pd.Index, direction: str, decimals: int) -> Ranking:
    values = figures.set_index("locality")["value"].reindex(places)
    table = pd.DataFrame({"locality": places, "value": values.to_numpy()})
    total, reported = len(table), int(table["value"].notna().sum())
    reason = _refusal(direction, reported, total)
    printed = table["value"].round(decimals)
    rank = printed.rank(method="min", ascending=direction == "lower")
    table["rank"] = rank if reason == "" else float("nan")
    table["tied"] = table["rank"].notna() & table["rank"].duplicated(keep=False)
    ordered = table.sort_values(["rank", "locality"], na_position="last").reset_index(drop=True)
    return Ranking(ordered, reason, reported, total)


def _refusal(direction: str, reported: int, total: int) -> str:
    if total == 0:
        return "no_places"
    if direction not in ("higher", "lower"):
        return "no_direction"
    return "too_few_figures" if total - reported > MOST_MISSING * total else ""
