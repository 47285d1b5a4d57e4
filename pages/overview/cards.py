"""One card a document: what sources count as met, and where its targets stand by our own figures."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.overview import words
from pages.overview.headline import TALLY_COUNTS
from queries import catalogue, documents, gazetteer, observations
from queries.view import View
from wording.document_names import document_name
from wording.numbers import day, number
from wording.statuses import LOOKS, ORDER


@dataclass(frozen=True)
class Strip:
    """A row of targets by status: what it counts, and (status, count) in the order of ``statuses.ORDER``."""

    label: str
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Card:
    """What is printed of one document.

    Attributes
    ----------
    title, subject, meta
        Kind and number, what it is about, its dates.
    counts
        As reported: (figure, its source and details, check message or "").
    strips
        Our own assessment.
    notes
        What is counted apart.
    """

    title: str
    subject: str
    meta: str
    counts: tuple[tuple[str, str, str], ...]
    strips: tuple[Strip, ...]
    notes: tuple[str, ...]


def cards(view: View) -> list[Card]:
    """Return a card for each of the area's own documents that has targets or reported counts."""
    papers = documents.in_force(view)
    assessed = _assessed(view)
    tallies = documents.reported_counts(view)
    with_content = {*assessed["resolution"], *tallies["resolution"]}
    own = papers["national"].eq(view.province == gazetteer.COUNTRY)
    papers = papers[own & papers["resolution"].isin(with_content)]
    return [
        _card(
            paper,
            assessed[assessed["resolution"].eq(paper["resolution"])],
            tallies[tallies["resolution"].eq(paper["resolution"])],
            observations.as_of(view),
        )
        for paper in papers.to_dict("records")
    ]


def national_lines(view: View) -> list[str]:
    """Return one line for each national document whose targets are reference lines for the view's places."""
    targets = catalogue.tables().targets["resolution"].value_counts()
    assessed = documents.assessed(view)
    papers = documents.in_force(view)
    lines = []
    for paper in papers[papers["national"]].to_dict("records"):
        rows = assessed[assessed["resolution"].eq(paper["resolution"])]
        if rows.empty:
            continue
        above = int(rows["status"].eq("above_reference").sum())
        below = int(rows["status"].eq("below_reference").sum())
        template = words.NATIONAL_COMPARED if above + below else words.NATIONAL_DOCUMENT
        total = number(int(targets[paper["resolution"]]))
        counts = {"targets": total, "above": number(above), "below": number(below)}
        lines.append(template.format(number=paper["number"], **counts))
    return lines


def _assessed(view: View) -> pd.DataFrame:
    """Return the assessed targets of the area's own documents, each with its title and its scope."""
    rows = documents.assessed(view)
    rows = rows[rows["standing"].eq("assigned") | rows["basis"].eq("former")]
    about = catalogue.tables().targets[["target", "title", "scope"]]
    return rows.merge(about, on="target", validate="m:1")


def _card(
    paper: dict[Any, Any], assessed: pd.DataFrame, tallies: pd.DataFrame, viewed_on: pd.Timestamp
) -> Card:
    # A rank depends on other provinces. It is the overall goal, and the document does not count it as a target.
    goals = assessed[assessed["kind"].eq("rank") & assessed["standing"].eq("assigned")]
    own = assessed[assessed["kind"].ne("rank")]
    total = own.loc[own["scope"].eq("pooled"), "target"].nunique()
    return Card(
        title=document_name(paper["kind"], paper["number"]),
        subject=paper["title"],
        meta=_meta(paper, viewed_on),
        counts=tuple(_count(row) for row in tallies.to_dict("records")),
        strips=tuple(_strips(own)),
        notes=tuple(_goal(row, total, tallies) for row in goals.to_dict("records")),
    )


def _meta(paper: dict[Any, Any], viewed_on: pd.Timestamp) -> str:
    known = pd.notna(paper["date"])
    issued = words.ISSUED.format(day=day(paper["date"])) if known else words.ISSUED_UNKNOWN
    if paper["former"]:
        return words.META.format(issued=issued, force=words.FORMER)
    until = paper["in_force_to"]
    if pd.isna(until):
        return issued
    force = words.ENDED if until < viewed_on else words.IN_FORCE
    return words.META.format(issued=issued, force=force.format(day=day(until)))


def _count(row: dict[Any, Any]) -> tuple[str, str, str]:
    texts = {name: number(row[name]) for name in TALLY_COUNTS}
    texts |= {"publisher": row["publisher"], "day": day(row["as_of"])}
    if pd.isna(row["met"]):
        return words.CARD_TOTAL.format(**texts), words.CARD_NO_MET.format(**texts), row["check"]
    detail = words.CARD_REMAINING if pd.notna(row["remaining"]) else words.CARD_SOURCE
    detail = words.CARD_REMAINING_PARTS if pd.notna(row["hard"]) else detail
    return words.CARD_MET.format(**texts), detail.format(**texts), row["check"]


def _goal(row: dict[Any, Any], total: int, tallies: pd.DataFrame) -> str:
    apart = len(tallies) > 0 and tallies["total"].eq(total).all()
    template = words.RANK_APART if apart else words.RANK
    return template.format(title=row["title"], status=LOOKS[row["status"]].label, total=number(total))


def _strips(own: pd.DataFrame) -> list[Strip]:
    reference = own["standing"].eq("reference")
    groups = (
        (words.STRIP_POOLED, own[~reference & own["scope"].eq("pooled")]),
        (words.STRIP_EACH, own[~reference & own["scope"].eq("each")]),
        (words.STRIP_REFERENCE, own[reference]),
    )
    return [_strip(label, rows) for label, rows in groups if len(rows)]


def _strip(label: str, rows: pd.DataFrame) -> Strip:
    counts = rows["status"].value_counts()
    parts = tuple((status, int(counts[status])) for status in ORDER if status in counts.index)
    targets = number(rows["target"].nunique())
    return Strip(label.format(targets=targets, count=number(len(rows))), parts)
