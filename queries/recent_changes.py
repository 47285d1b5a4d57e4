"""The changes of a view's places since a day: moves, revisions, flips of status."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from indicators import movement
from queries import catalogue, documents, gazetteer, observations, place_filter, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import changes_since, judgement, numbers


def compared_day(view: View) -> date:
    """Return the day a view is compared with: the chosen one, or ``last_meeting_day``."""
    return view.since or last_meeting_day(view)


def last_meeting_day(view: View) -> date:
    """Return the day of the last count of targets; if there is none, the end of the quarter before the view's day.

    A committee counts the targets of its own documents when it meets; the table ``tallies`` has the days.
    """
    counted = last_count(view)
    if counted is not None:
        return counted
    return (observations.as_of(view) - pd.offsets.QuarterEnd(1)).date()


@query(dataset, viewed_day, keep=100)
def last_count(view: View) -> date | None:
    """Return the last day before the view's on which the province's own targets were counted.

    The simulated set has no counts.
    """
    if view.kind == "simulated":
        return None
    in_force = documents.in_force(view)
    own = in_force.loc[~in_force["national"] & ~in_force["former"], "resolution"]
    tallies = catalogue.tables().tallies
    days = tallies.loc[
        tallies["resolution"].isin(own) & tallies["as_of"].lt(observations.as_of(view)), "as_of"
    ]
    return days.max().date() if len(days) else None


def since_day(view: View) -> dict[str, Any]:
    """Return the field ``since`` with the day that a view is compared with, chosen or not."""
    return {"since": compared_day(view)}


def earlier_view(view: View) -> View:
    """Return the view of the day compared with: its viewed day and its knowledge are of that day."""
    day = min(compared_day(view), observations.as_of(view).date())
    return replace(view, as_of=day, known=compared_day(view) if view.kind == "real" else None)


def moves(view: View) -> pd.DataFrame:
    """Return the moves of the figures of the view's places that pass its filters.

    Returns
    -------
    DataFrame
        Columns of ``movement.movements`` and ``name_vi``; core indicators first, then the largest change in
        proportion to the width of its indicator's scale, or to the earlier figure.
    """
    return _passing(view, _every_move(view))


@query(dataset, viewed_day, since_day, keep=60)
def _every_move(view: View) -> pd.DataFrame:
    t, earlier = catalogue.tables(), earlier_view(view)
    states = observations.of_view(earlier), observations.of_view(view)
    days = observations.as_of(earlier), observations.as_of(view)
    rows = movement.movements(*states, t.indicators, *days)
    about = t.indicators[["indicator", "name_vi", "tier", "minimum", "maximum"]]
    rows = rows.merge(about, on="indicator", validate="m:1")
    width = (rows["maximum"] - rows["minimum"]).fillna(rows["from_value"].abs()).replace(0, float("nan"))
    rows = rows.assign(size=rows["change"].abs() / width, core=rows["tier"].eq("core"))
    return rows.sort_values(["core", "size", "name_vi"], ascending=[False, False, True], kind="stable")


def revisions(view: View) -> pd.DataFrame:
    """Return the revisions of older figures of the view's places that pass its filters.

    Returns
    -------
    DataFrame
        Columns of ``movement.revisions``, and ``name_vi``, ``unit``, ``decimals`` of the indicator. The simulated
        set is never revised.
    """
    return _passing(view, _every_revision(view))


@query(dataset, viewed_day, since_day, keep=60)
def _every_revision(view: View) -> pd.DataFrame:
    about = catalogue.tables().indicators[["indicator", "name_vi", "unit", "decimals"]]
    before, after = (observations.of_view(each) for each in (earlier_view(view), view))
    if view.kind == "simulated":  # Both are the same 100,000 rows: the comparison would find nothing.
        before, after = before.iloc[:0], after.iloc[:0]
    rows = movement.revisions(before, after)
    return rows.merge(about, on="indicator", validate="m:1")


def flips(view: View) -> pd.DataFrame:
    """Return the assigned targets of the view's places whose status changed; of ``movement.flips`` and ``title``."""
    return _passing(view, _every_flip(view))


@query(dataset, viewed_day, since_day, keep=60)
def _every_flip(view: View) -> pd.DataFrame:
    rows = movement.flips(documents.assessed(earlier_view(view)), documents.assessed(view))
    titles = catalogue.tables().targets[["target", "title"]]
    rows = rows.merge(titles, on="target", validate="m:1")
    return rows.sort_values(["better", "because", "locality"], ascending=[False, True, True])


def _passing(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the province and of the view's places that pass its filters."""
    here = set(gazetteer.places(view.vintage, view.district or view.province, view.level)["code"])
    here = (here - place_filter.left_out(view)) | {view.province}
    return rows[rows["locality"].isin(here)]


# The fields that the changes of the view's places depend on.
CHANGES = (dataset, viewed_day, since_day, place_filter.filters, "level", "district")


@query(*CHANGES, keep=100)
def counts(view: View) -> dict[str, int]:
    """Count the moves by kind, and the revisions as ``revised``."""
    counted = moves(view)["kind"].value_counts()
    found = {kind: int(counted.get(kind, 0)) for kind in movement.MOVES}
    return found | {"revised": len(revisions(view))}


def since_words(view: View) -> str:
    """Return the words for the day compared with: "Từ cuộc họp ngày 21/10/2024" or "Từ ngày 30/9/2024"."""
    day = compared_day(view)
    template = changes_since.FROM_COUNT if day == last_count(view) else changes_since.FROM_DAY
    return template.format(since=numbers.day(day))


def with_texts(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Add the texts of a table to ``moves`` or ``revisions``: place, earlier and later figure, source."""
    names = gazetteer.names(view.vintage, view.province, "short")
    shown = {side: [_figure(row, side) for row in rows.to_dict("records")] for side in ("from", "to")}
    return rows.assign(
        place=rows["locality"].map(names),
        from_shown=shown["from"],
        to_shown=shown["to"],
        source_shown=provenance.sources_shown(rows["to_source"]),
    )


def _figure(row: dict[Any, Any], side: str) -> str:
    value, text = row[f"{side}_value"], row.get(f"{side}_value_text")
    if value == value and isinstance(row[f"{side}_qualifier"], str):
        marks = (row[f"{side}_{name}"] for name in ("qualifier", "value_basis"))
        return judgement.figure(value, row["unit"], int(row["decimals"]), *marks)
    return text if isinstance(text, str) else ""
