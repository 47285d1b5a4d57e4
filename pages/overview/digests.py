"""The committee's three lists as rows of ``components.digest``: who is behind, who improved, who has not reported."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators import summary
from pages.overview import words
from pages.overview.place_counts import JUDGED, main_level
from queries import assessments, catalogue, documents, gazetteer, observations, place_filter, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import calculation_texts, changes_since, judgement, lists, numbers

LIMIT = 5
# A difficulty fills several lines, and it is no member of the list that it stands below.
DIFFICULTIES = 3
COLUMNS = ["id", "code", "indicator", "name", "figure", "status", "lines"]


@dataclass(frozen=True, eq=False)
class Digest:
    """A list: its heading, its rows (``COLUMNS``), and a note on them or on why there are none.

    ``below`` is the heading of rows that are no members of the list but answer its question, such as difficulties
    that a source names where no figure proves a delay.
    """

    heading: str
    rows: pd.DataFrame
    note: str = ""
    below: str = ""


@query(dataset, viewed_day, place_filter.filters, keep=100)
def digest_of(view: View, name: str) -> Digest:
    """Return one of the ``LISTS`` by its name."""
    return LISTS[name](view)


def behind(view: View) -> Digest:
    """List the targets farthest behind, each with its cause and who is responsible.

    Where no target is behind, the difficulties that sources name are listed instead.
    """
    assessed = place_filter.passing(view, documents.assessed(view))
    # A real cause must not explain a simulated figure.
    explanations = provenance.explanations(view)
    explanations = explanations if view.kind == "real" else explanations.iloc[:0]
    late = summary.behind(assessed, catalogue.tables().targets, explanations)
    if late.empty:
        difficulties = _difficulties(view, assessed, explanations)
        below = words.DIFFICULTIES if len(difficulties) else ""
        return Digest(words.BEHIND, difficulties, _why_nothing_is_behind(assessed), below)
    heading = words.BEHIND_COUNT.format(**_counts(late))
    return Digest(heading, _rows(view, late.head(LIMIT), _late_row))


def improved(view: View) -> Digest:
    """List the districts (since 7/2025 the communes) that moved fastest in the direction of good."""
    indicators = catalogue.tables().indicators
    moved = place_filter.passing(view, assessments.changes(view))
    here = gazetteer.places(view.vintage, view.province, main_level(view))["code"]
    moved = moved[moved["locality"].isin([view.province, *here])]
    best = summary.improved_most(moved, indicators, LIMIT)
    if best.empty:
        return Digest(words.IMPROVED, _no_rows(), _why_nothing_improved(moved))
    about = indicators[["indicator", "name_vi", "unit", "decimals"]]
    current = observations.latest(view)[["vintage", "locality", "indicator", "source"]]
    best = best.merge(about, on="indicator", validate="m:1")
    best = best.merge(current, "left", on=["vintage", "locality", "indicator"], validate="1:1")
    return Digest(words.IMPROVED, _rows(view, best, _move_row))


def unreported(view: View) -> Digest:
    """List the places that have most figures to report; a note says so where the schedule is only proposed."""
    covered = place_filter.passing(view, assessments.covered(view))
    missing = summary.not_reported(covered)
    if missing.empty:
        due = covered["status"].isin(["reported", "late"]).any()
        note = words.UNREPORTED_EMPTY if due else words.UNREPORTED_EMPTY_NOT_DUE
        return Digest(words.UNREPORTED, _no_rows(), note)
    heading = words.UNREPORTED_COUNT.format(**_counts(missing))
    earliest = numbers.day(missing["late_since"].min())
    note = words.PROPOSED.format(day=earliest) if missing["proposed"].all() else ""
    return Digest(heading, _rows(view, missing.head(LIMIT), _missing_row), note)


LISTS = {"behind": behind, "improved": improved, "unreported": unreported}


def _counts(rows: pd.DataFrame) -> dict[str, str]:
    return {"shown": numbers.number(min(LIMIT, len(rows))), "total": numbers.number(len(rows))}


def _no_rows() -> pd.DataFrame:
    return pd.DataFrame(columns=COLUMNS)


def _rows(view: View, rows: pd.DataFrame, write: Callable[[dict[Any, Any]], dict[str, Any]]) -> pd.DataFrame:
    """Write each row; its id is its place in the list, because a locality may stand in it twice."""
    names = gazetteer.within(view.vintage, view.province).set_index("code")["short"]
    records = [
        {"id": str(place), "code": row["locality"], "indicator": _text(row.get("indicator"))}
        | {"name": names[row["locality"]], **write(row)}
        for place, row in enumerate(rows.to_dict("records"))
    ]
    return pd.DataFrame(records, columns=COLUMNS)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _title(row: dict[Any, Any]) -> str:
    papers = catalogue.tables().resolutions.set_index("resolution")["number"]
    return calculation_texts.TITLE.format(title=row["title"], number=papers[row["resolution"]])


def _late_row(row: dict[Any, Any]) -> dict[str, Any]:
    unit, decimals = row["unit"], int(row["decimals"])
    apart = judgement.difference(abs(row["shortfall"]), unit, max(decimals, 1))
    line = row["expected"] if row["status"] == "behind" else row["target_value"]
    figure = words.BEHIND_VALUE.format(
        value=judgement.figure(row["value"], unit, decimals, row["qualifier"], row["value_basis"]),
        line=numbers.quantity(line, unit, max(decimals, 1)),
        day=numbers.day(row["period_end"]),
        publisher=_publisher(row["source"]),
    )
    lines = (_title(row), figure, *_reason(row))
    return {"figure": words.SHORT.format(apart=apart), "status": row["status"], "lines": lines}


def _reason(row: dict[Any, Any]) -> tuple[str, ...]:
    cause, responsible = _text(row["cause"]), _text(row["responsible"])
    if not cause and not responsible:
        return (words.REASON_UNKNOWN,)
    return (
        words.CAUSE.format(cause=cause) if cause else words.CAUSE_UNKNOWN,
        words.RESPONSIBLE.format(responsible=responsible) if responsible else words.RESPONSIBLE_UNKNOWN,
    )


def _difficulties(view: View, assessed: pd.DataFrame, explanations: pd.DataFrame) -> pd.DataFrame:
    """Return what sources say where no figure proves a delay, the newest first; ``COLUMNS``.

    A source may speak of a target, or in general of a document or a place.
    """
    key = ["target", "vintage", "locality"]
    known = explanations[explanations["as_of"].le(observations.as_of(view))]
    known = known.sort_values("as_of", ascending=False, kind="stable").drop_duplicates(key)
    known = known.rename(columns={"source": "explained_by", "as_of": "explained_on"})
    titles = catalogue.tables().targets[["target", "title"]]
    known = known.drop(columns="resolution")
    statuses = assessed[[*key, "resolution", "indicator", "status"]]
    tied = known.merge(statuses, on=key, validate="1:1").merge(titles, on="target", validate="m:1")
    tied = tied.assign(about=[_title(row) for row in tied.to_dict("records")])
    general = provenance.general_explanations(view, assessed["locality"].unique()).assign(status="")
    general = general.rename(columns={"source": "explained_by", "as_of": "explained_on"})
    rows = pd.concat([tied, general], ignore_index=True)
    rows = rows.sort_values("explained_on", ascending=False, kind="stable")
    return _rows(view, rows.head(DIFFICULTIES), _difficulty_row)


def _difficulty_row(row: dict[Any, Any]) -> dict[str, Any]:
    source, day = provenance.source_title(row["explained_by"]), numbers.day(row["explained_on"])
    lines = (row["about"], *_reason(row), words.REPORTED_ON.format(source=source, day=day))
    return {"figure": "", "status": row["status"], "lines": lines}


def _move_row(row: dict[Any, Any]) -> dict[str, Any]:
    unit, decimals = row["unit"], int(row["decimals"])
    template = words.GAINED if row["change"] > 0 else words.LOST
    move = changes_since.MOVE.format(
        from_value=numbers.quantity(row["from_value"], unit, decimals),
        to_value=numbers.quantity(row["to_value"], unit, decimals),
        from_day=numbers.day(row["from_end"]),
        to_day=numbers.day(row["to_end"]),
    )
    figure = template.format(apart=judgement.difference(abs(row["change"]), unit, decimals))
    lines = (row["name_vi"], move, words.SOURCE.format(publisher=_publisher(row["source"])))
    return {"figure": figure, "status": "", "lines": lines}


def _missing_row(row: dict[Any, Any]) -> dict[str, Any]:
    since = () if row["proposed"] else (words.SINCE_ASSIGNED.format(day=numbers.day(row["late_since"])),)
    return {"figure": words.FIGURES_DUE.format(text=row["text"]), "status": "", "lines": since}


def _publisher(source: object) -> str:
    return provenance.publisher(source) if isinstance(source, str) else ""


def _why_nothing_is_behind(assessed: pd.DataFrame) -> str:
    assigned = assessed[assessed["standing"].eq("assigned")]
    if assigned.empty:
        return words.BEHIND_EMPTY_UNASSIGNED
    judged = int(assigned["status"].isin(JUDGED).sum())
    if judged == len(assigned):
        return words.BEHIND_EMPTY_GOOD.format(judged=numbers.number(judged))
    counts = assigned["status"].value_counts()
    rest = [
        template.format(count=numbers.number(counts[status]))
        for status, template in words.BEHIND_REST.items()
        if status in counts.index
    ]
    template = words.BEHIND_EMPTY_SOME if judged else words.BEHIND_EMPTY
    return template.format(judged=numbers.number(judged), rest=lists.semicolon_list(rest))


def _why_nothing_improved(moved: pd.DataFrame) -> str:
    if moved.empty:
        return words.IMPROVED_EMPTY_NOTHING
    counts = moved["change_reason"].value_counts()
    texts = {name: numbers.number(counts.get(name, 0)) for name in ("one_observation", "inexact")}
    return words.IMPROVED_EMPTY.format(**texts)
