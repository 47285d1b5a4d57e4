"""What changed since a day, as frames: moves, revisions, flips of the view's places."""

from dataclasses import replace
from datetime import date

import pandas as pd

from components import filter_bar
from indicators import movement
from pages.changes import words
from queries import catalogue, documents, gazetteer, observations, provenance
from queries.memory import remembered
from queries.view import View
from wording import judgement, numbers


def day(looked: View) -> date:
    """Return the day a view is compared with: the chosen one, or ``usual``."""
    return looked.since or usual(looked)


def usual(looked: View) -> date:
    """Return the day of the last count of targets, or else the end of the quarter before the view's day.

    Committees count the targets of their own documents when they meet; the table ``tallies`` keeps those days. Nobody
    counted the simulated set.
    """
    counted = last_count(looked)
    if counted is not None:
        return counted
    return (observations.as_of(looked) - pd.offsets.QuarterEnd(1)).date()


def last_count(looked: View) -> date | None:
    """Return the last day before the view's on which the province's own targets were counted."""
    if looked.kind == "simulated":
        return None
    papers = documents.documents(looked)
    own = papers.loc[~papers["national"] & ~papers["former"], "resolution"]
    tallies = catalogue.tables().tallies
    days = tallies.loc[
        tallies["resolution"].isin(own) & tallies["as_of"].lt(observations.as_of(looked)), "as_of"
    ]
    return days.max().date() if len(days) else None


def earlier(looked: View) -> View:
    """Return the view as it was on the day compared with: what was known then, looked at from then."""
    then = min(day(looked), observations.as_of(looked).date())
    return replace(looked, as_of=then, known=day(looked) if looked.kind == "real" else None)


def moves(looked: View, out: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Return what happened to each figure of the view's places but for those left out.

    Columns of ``movement.movements`` and ``name_vi``; the largest moves first: a change over the width of its
    indicator's scale, or over the earlier figure.
    """
    return _here(
        looked, out, _moves(observations.ground(looked), earlier(observations.ground(looked, "since")))
    )


@remembered(60)
def _moves(looked: View, then: View) -> pd.DataFrame:
    t = catalogue.tables()
    days = observations.as_of(then), observations.as_of(looked)
    rows = movement.movements(
        observations.observations(then), observations.observations(looked), t.indicators, *days
    )  # fmt: skip
    about = t.indicators[["indicator", "name_vi", "tier", "minimum", "maximum"]]
    rows = rows.merge(about, on="indicator", validate="m:1")
    width = (rows["maximum"] - rows["minimum"]).fillna(rows["from_value"].abs()).replace(0, float("nan"))
    rows = rows.assign(size=rows["change"].abs() / width, core=rows["tier"].eq("core"))
    return rows.sort_values(["core", "size", "name_vi"], ascending=[False, False, True], kind="stable")


def revisions(looked: View, out: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Return the old figures of the view's places that say otherwise now; columns of ``movement.revisions``.

    With name, unit and decimals of the indicator. The simulated set is never revised.
    """
    return _here(
        looked, out, _revisions(observations.ground(looked), earlier(observations.ground(looked, "since")))
    )


@remembered(60)
def _revisions(looked: View, then: View) -> pd.DataFrame:
    about = catalogue.tables().indicators[["indicator", "name_vi", "unit", "decimals"]]
    known = [observations.observations(each) for each in (then, looked)]
    if looked.kind == "simulated":  # the same set on both days: a hundred thousand rows to find no difference
        known = [each.iloc[:0] for each in known]
    rows = movement.revisions(*known)
    return rows.merge(about, on="indicator", validate="m:1")


def flips(looked: View, out: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Return the targets of the view's places whose status changed; of ``movement.flips`` and ``title``."""
    return _here(
        looked, out, _flips(observations.ground(looked), earlier(observations.ground(looked, "since")))
    )


@remembered(60)
def _flips(looked: View, then: View) -> pd.DataFrame:
    rows = movement.flips(documents.assessed(then), documents.assessed(looked))
    titles = catalogue.tables().targets[["target", "title"]]
    rows = rows.merge(titles, on="target", validate="m:1")
    return rows.sort_values(["better", "because", "locality"], ascending=[False, True, True])


def _here(looked: View, out: frozenset[str], rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the province and the view's places, but for those left out."""
    here = set(gazetteer.places(looked.vintage, looked.district or looked.province, looked.level)["code"])
    here = (here - out) | {looked.province}
    return rows[rows["locality"].isin(here)]


def asked(looked: View) -> tuple[View, frozenset[str]]:
    """Keep of a view what its changes depend on, and whom its quick filters leave out."""
    return observations.ground(looked, "since", "level", "district"), filter_bar.left_out(looked)


@remembered(100)
def counts(looked: View, out: frozenset[str]) -> dict[str, int]:
    """Count moves by kind, and revisions as ``revised``."""
    counted = moves(looked, out)["kind"].value_counts()
    found = {kind: int(counted.get(kind, 0)) for kind in movement.MOVES}
    return found | {"revised": len(revisions(looked, out))}


def since_words(looked: View) -> str:
    """Say from when: "Từ cuộc họp ngày 21/10/2024" or "Từ ngày 30/9/2024"."""
    then = day(looked)
    template = words.FROM_COUNT if then == last_count(looked) else words.FROM_DAY
    return template.format(since=numbers.day(then))


def told(looked: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Add to ``moves`` or ``revisions`` the texts people read: place, figures of then and now, source."""
    names = gazetteer.names(looked.vintage, looked.province, "short")
    shown = {side: [_figure(row, side) for row in rows.to_dict("records")] for side in ("from", "to")}
    return rows.assign(
        place=rows["locality"].map(names),
        from_shown=shown["from"],
        to_shown=shown["to"],
        source_shown=provenance.sources_shown(rows["to_source"]),
    )


def _figure(row: dict, side: str) -> str:
    value, text = row[f"{side}_value"], row.get(f"{side}_value_text")
    if value == value and isinstance(row[f"{side}_qualifier"], str):
        return judgement.figure(value, row["unit"], int(row["decimals"]), row[f"{side}_qualifier"])
    return text if isinstance(text, str) else ""
