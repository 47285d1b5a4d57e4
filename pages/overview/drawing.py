"""The committee's three lists as rows of ``components.digest``: who is behind, who improved, who is silent."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components import place_navigation, session
from components.digest import digest
from components.page_links import link
from components.watermark import marked
from indicators import summary
from pages.overview import headline, words
from queries import assessments, catalogue, documents, gazetteer, observations, place_filter, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import judgement, numbers

LIMIT = 5
# Each difficulty fills several lines, and is no member of the list it stands below.
DIFFICULTIES = 3
COLUMNS = ["id", "code", "indicator", "name", "figure", "status", "lines"]


@dataclass(frozen=True, eq=False)
class Digest:
    """A list: its heading, its rows (``COLUMNS``), and what must be known of them, or why there are none.

    ``below`` heads rows that are no members of the list but answer its question, such as difficulties that a source
    names where no figure proves a delay.
    """

    heading: str
    rows: pd.DataFrame
    note: str = ""
    below: str = ""


def show(view: View, name: str, page: str, **narrowed: tuple[str, ...]) -> None:
    """Draw one of the ``LISTS`` with the way to all of it: a page, and the view's filters as it should open."""
    found = _found(view, name)
    with st.container(gap="xsmall"):
        st.markdown(words.LIST_HEADING.format(heading=found.heading))
        if found.note:
            st.markdown(words.LIST_NOTE.format(text=found.note))
        if len(found.rows):
            _draw(view, name, found)
        link(page, words.SEE_ALL, ":material/arrow_forward:", replace(view, **narrowed))


def _draw(view: View, name: str, found: Digest) -> None:
    if found.below:
        st.markdown(words.LIST_BELOW.format(heading=found.below))
    with marked(view.kind, f"list-{name}"):
        digest(
            found.rows, f"list.{name}", title=found.below or found.heading, selected=view.locality,
            on_select=_choosing(found.rows),
        )  # fmt: skip


def _choosing(rows: pd.DataFrame) -> Callable[[str], None]:
    """Look at the chosen row's place and, where the map can show it, at its indicator."""

    def choose(chosen: str) -> None:
        row = rows.set_index("id").loc[chosen]
        place_navigation.select_place(row["code"])
        if row["indicator"] in catalogue.core_indicators():
            session.change(indicator=row["indicator"])

    return choose


@query(dataset, viewed_day, place_filter.filters, keep=100)
def _found(view: View, name: str) -> Digest:
    return LISTS[name](view)


def behind(view: View) -> Digest:
    """List who is farthest behind, with cause and who answers; without any, the difficulties sources name."""
    t = catalogue.tables()
    judged = place_filter.passing(view, documents.assessed(view))
    # A real cause must not explain a simulated figure.
    reasons = provenance.explanations(view)
    reasons = reasons if view.kind == "real" else reasons.iloc[:0]
    late = summary.behind(judged, t.targets, reasons)
    if late.empty:
        difficult = _difficulties(view, judged, reasons)
        below = words.DIFFICULTIES if len(difficult) else ""
        return Digest(words.BEHIND, difficult, _why_nobody_is_behind(judged), below)
    shown, total = numbers.number(min(LIMIT, len(late))), numbers.number(len(late))
    heading = words.BEHIND_COUNT.format(shown=shown, total=total)
    return Digest(heading, _rows(view, late.head(LIMIT), _late_row))


def improved(view: View) -> Digest:
    """List the districts (since 7/2025 the communes) that moved fastest in the direction of good."""
    t = catalogue.tables()
    moved = place_filter.passing(view, assessments.changes(view))
    here = gazetteer.places(view.vintage, view.province, headline.main_level(view))["code"]
    moved = moved[moved["locality"].isin([view.province, *here])]
    best = summary.improved_most(moved, t.indicators, LIMIT)
    if best.empty:
        return Digest(words.IMPROVED, _none(), _why_nobody_improved(moved))
    about = t.indicators[["indicator", "name_vi", "unit", "decimals"]]
    current = observations.latest(view)[["vintage", "locality", "indicator", "source"]]
    best = best.merge(about, on="indicator", validate="m:1")
    best = best.merge(current, "left", on=["vintage", "locality", "indicator"], validate="1:1")
    return Digest(words.IMPROVED, _rows(view, best, _move_row))


def silent(view: View) -> Digest:
    """List who owes most figures; a duty only proposed is called so and blames nobody."""
    covered = place_filter.passing(view, assessments.covered(view))
    owing = summary.not_reported(covered)
    if owing.empty:
        due = covered["status"].isin(["reported", "late"]).any()
        return Digest(words.SILENT, _none(), words.SILENT_EMPTY if due else words.SILENT_EMPTY_NOT_DUE)
    shown, total = numbers.number(min(LIMIT, len(owing))), numbers.number(len(owing))
    heading = words.SILENT_COUNT.format(shown=shown, total=total)
    earliest = numbers.day(owing["late_since"].min())
    note = words.PROPOSED.format(day=earliest) if owing["proposed"].all() else ""
    return Digest(heading, _rows(view, owing.head(LIMIT), _silent_row), note)


def _none() -> pd.DataFrame:
    return pd.DataFrame(columns=COLUMNS)


def _rows(view: View, found: pd.DataFrame, write: Callable[[dict], dict]) -> pd.DataFrame:
    """Write each found row; its id is its place in the list, because a locality may stand in it twice."""
    names = gazetteer.within(view.vintage, view.province).set_index("code")["short"]
    written = [
        {"id": str(place), "code": row["locality"], "indicator": _known(row.get("indicator"))}
        | {"name": names[row["locality"]], **write(row)}
        for place, row in enumerate(found.to_dict("records"))
    ]
    return pd.DataFrame(written, columns=COLUMNS)


def _known(text: object) -> str:
    return text if isinstance(text, str) else ""


def _title(row: dict) -> str:
    papers = catalogue.tables().resolutions.set_index("resolution")["number"]
    return words.TARGET.format(title=row["title"], number=papers[row["resolution"]])


def _late_row(row: dict) -> dict:
    unit, decimals = row["unit"], int(row["decimals"])
    apart = judgement.difference(abs(row["shortfall"]), unit, max(decimals, 1))
    line = row["expected"] if row["status"] == "behind" else row["target_value"]
    stands = words.BEHIND_VALUE.format(
        value=judgement.figure(row["value"], unit, decimals, row["qualifier"]),
        line=numbers.quantity(line, unit, max(decimals, 1)),
        day=numbers.day(row["period_end"]),
        publisher=_publisher(row["source"]),
    )
    lines = (_title(row), stands, *_reason(row))
    return {"figure": words.SHORT.format(apart=apart), "status": row["status"], "lines": lines}


def _reason(row: dict) -> tuple[str, ...]:
    cause, who = _known(row["cause"]), _known(row["responsible"])
    if not cause and not who:
        return (words.REASON_UNKNOWN,)
    return (
        words.CAUSE.format(cause=cause) if cause else words.CAUSE_UNKNOWN,
        words.RESPONSIBLE.format(responsible=who) if who else words.RESPONSIBLE_UNKNOWN,
    )


def _difficulties(view: View, judged: pd.DataFrame, reasons: pd.DataFrame) -> pd.DataFrame:
    """Take what sources say of targets not proven late; the newest first."""
    key = ["target", "vintage", "locality"]
    known = reasons[reasons["as_of"].le(observations.as_of(view))].sort_values(
        "as_of", ascending=False, kind="stable"
    )
    known = known.rename(columns={"source": "said_by", "as_of": "said_on"}).drop_duplicates(key)
    titles = catalogue.tables().targets[["target", "title"]]
    standing = judged[[*key, "resolution", "indicator", "status"]]
    rows = known.merge(standing, on=key, validate="1:1").merge(titles, on="target", validate="m:1")
    return _rows(view, rows.head(DIFFICULTIES), _difficulty_row)


def _difficulty_row(row: dict) -> dict:
    said = words.REPORTED_ON.format(
        source=provenance.source_title(row["said_by"]), day=numbers.day(row["said_on"])
    )
    return {"figure": "", "status": row["status"], "lines": (_title(row), *_reason(row), said)}


def _move_row(row: dict) -> dict:
    unit, decimals = row["unit"], int(row["decimals"])
    template = words.GAINED if row["change"] > 0 else words.LOST
    move = words.MOVE.format(
        from_value=numbers.quantity(row["from_value"], unit, decimals),
        to_value=numbers.quantity(row["to_value"], unit, decimals),
        from_day=numbers.day(row["from_end"]),
        to_day=numbers.day(row["to_end"]),
    )
    figure = template.format(apart=judgement.difference(abs(row["change"]), unit, decimals))
    lines = (row["name_vi"], move, words.SOURCE.format(publisher=_publisher(row["source"])))
    return {"figure": figure, "status": "", "lines": lines}


def _silent_row(row: dict) -> dict:
    since = () if row["proposed"] else (words.SINCE_ASSIGNED.format(day=numbers.day(row["late_since"])),)
    return {"figure": words.FIGURES_DUE.format(text=row["text"]), "status": "", "lines": since}


def _publisher(source: object) -> str:
    return provenance.publisher(source) if isinstance(source, str) else ""


def _why_nobody_is_behind(judged: pd.DataFrame) -> str:
    own = judged[judged["standing"].eq("assigned")]
    if own.empty:
        return words.BEHIND_EMPTY_UNASSIGNED
    seen = own["status"].value_counts()
    settled = int(own["status"].isin(headline.JUDGED).sum())
    if settled == len(own):
        return words.BEHIND_EMPTY_GOOD.format(judged=numbers.number(settled))
    rest = judgement.listed(
        [
            template.format(count=numbers.number(seen[status]))
            for status, template in words.BEHIND_REST.items()
            if status in seen.index
        ]
    )
    template = words.BEHIND_EMPTY_SOME if settled else words.BEHIND_EMPTY
    return template.format(judged=numbers.number(settled), rest=rest)


def _why_nobody_improved(moved: pd.DataFrame) -> str:
    if moved.empty:
        return words.IMPROVED_EMPTY_NOTHING
    seen = moved["change_reason"].value_counts()
    counts = {name: numbers.number(seen.get(name, 0)) for name in ("one_observation", "inexact")}
    stale = numbers.number(int(moved["stale"].sum()))
    return words.IMPROVED_EMPTY.format(stale=stale, **counts)


LISTS = {"behind": behind, "improved": improved, "silent": silent}
