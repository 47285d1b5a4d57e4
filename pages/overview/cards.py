"""One card a document: what sources count as met, and where its targets stand by our own figures."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components.watermark import marked
from pages.overview import words
from queries import catalogue, documents, gazetteer, observations
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import document_names
from wording.numbers import day, number
from wording.statuses import LOOKS, ORDER

STYLE = "<style>" + (Path(__file__).parent / "cards.css").read_text("utf-8") + "</style>"


@dataclass(frozen=True)
class Strip:
    """A row of targets by status: what it counts, and (status, count) in the order of ``status.ORDER``."""

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
        As reported: (figure, what is said with it, check message or "").
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


def show(view: View) -> None:
    """Draw the cards of a view and, compact below them, the national lines of reference."""
    with marked(view.kind, "cards"):
        st.html(_drawn(view))


@query(dataset, viewed_day, keep=100)
def _drawn(view: View) -> str:
    return STYLE + html(cards(view), national(view), gazetteer.area_kind(view))


def cards(view: View) -> list[Card]:
    """Return a card for each of the area's own documents with targets or reported counts."""
    papers = documents.in_force(view)
    judged = _judged(view)
    tallies = documents.reported_counts(view)
    with_content = {*judged["resolution"], *tallies["resolution"]}
    own = papers["national"].eq(view.province == gazetteer.COUNTRY)
    papers = papers[own & papers["resolution"].isin(with_content)]
    return [
        _card(paper, judged[judged["resolution"].eq(paper["resolution"])], tallies, observations.as_of(view))
        for paper in papers.to_dict("records")
    ]


def national(view: View) -> list[str]:
    """Return one line for each national document whose targets are lines of reference here."""
    t = catalogue.tables()
    judged = documents.assessed(view)
    papers = documents.in_force(view)
    lines = []
    for paper in papers[papers["national"]].to_dict("records"):
        rows = judged[judged["resolution"].eq(paper["resolution"])]
        if rows.empty:
            continue
        seen = rows["status"].value_counts()
        compared = {"above": seen.get("above_reference", 0), "below": seen.get("below_reference", 0)}
        template = words.NATIONAL_COMPARED if sum(compared.values()) else words.NATIONAL_DOCUMENT
        targets = int(t.targets["resolution"].eq(paper["resolution"]).sum())
        counts = {name: number(count) for name, count in compared.items()}
        lines.append(template.format(number=paper["number"], targets=number(targets), **counts))
    return lines


def _judged(view: View) -> pd.DataFrame:
    """Take the assessed targets of the province's own documents with how each is set."""
    rows = documents.assessed(view)
    rows = rows[rows["standing"].eq("assigned") | rows["basis"].eq("former")]
    about = catalogue.tables().targets[["target", "title", "scope"]]
    return rows.merge(about, on="target", validate="m:1")


def _card(paper: dict, judged: pd.DataFrame, tallies: pd.DataFrame, today: pd.Timestamp) -> Card:
    said = tallies[tallies["resolution"].eq(paper["resolution"])]
    # A rank is taken from others and is the overall goal, not one of the document's own targets.
    goals = judged[judged["kind"].eq("rank") & judged["standing"].eq("assigned")]
    own = judged[judged["kind"].ne("rank")]
    total = own.loc[own["scope"].eq("pooled"), "target"].nunique()
    return Card(
        title=document_names.document_name(paper["kind"], paper["number"]),
        subject=paper["title"],
        meta=_meta(paper, today),
        counts=tuple(_count(row) for row in said.to_dict("records")),
        strips=tuple(_strips(own)),
        notes=tuple(_goal(row, total, said) for row in goals.to_dict("records")),
    )


def _meta(paper: dict, today: pd.Timestamp) -> str:
    issued = (
        words.ISSUED.format(day=day(paper["date"]))
        if paper["date"] == paper["date"]
        else words.ISSUED_UNKNOWN
    )
    if paper["former"]:
        return words.META.format(issued=issued, force=words.FORMER)
    until = paper["in_force_to"]
    if until != until:
        return issued
    force = words.ENDED if until < today else words.IN_FORCE
    return words.META.format(issued=issued, force=force.format(day=day(until)))


def _count(row: dict) -> tuple[str, str, str]:
    counts = ("met", "total", "remaining", "not_measurable", "expected", "hard")
    said = {name: number(row[name]) for name in counts}
    said |= {"publisher": row["publisher"], "day": day(row["as_of"])}
    if row["met"] != row["met"]:
        return words.CARD_TOTAL.format(**said), words.CARD_NOT_SAID.format(**said), row["check"]
    detail = words.CARD_SAID if row["remaining"] != row["remaining"] else words.CARD_REMAINING
    detail = words.CARD_REMAINING_PARTS if row["hard"] == row["hard"] else detail
    return words.CARD_MET.format(**said), detail.format(**said), row["check"]


def _goal(row: dict, total: int, said: pd.DataFrame) -> str:
    status = LOOKS[row["status"]].label
    apart = len(said) > 0 and said["total"].eq(total).all()
    template = words.RANK_APART if apart else words.RANK
    return template.format(title=row["title"], status=status, total=number(total))


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


def html(drawn: list[Card], beside: list[str], scope: str = "province") -> str:
    """Write cards and the national line as HTML; every text is escaped, because people write the tables."""
    shown = "".join(_html_card(card) for card in drawn) or _NOTE.format(text=escape(words.NO_CARDS))
    return _PAGE.format(cards=shown, national=_national(beside, scope))


def _national(lines: list[str], scope: str) -> str:
    if not lines:
        return ""
    text = words.NATIONAL[scope].format(documents=words.LIST_SEPARATOR.join(lines))
    return _NATIONAL.format(text=escape(text))


def _html_card(card: Card) -> str:
    counts = "".join(_html_count(*count) for count in card.counts)
    strips = "".join(_html_strip(strip) for strip in card.strips)
    empty = "" if card.strips else _NOTE.format(text=escape(words.STRIP_EMPTY))
    return _CARD.format(
        title=escape(card.title),
        subject=escape(card.subject),
        meta=escape(card.meta),
        body=counts + strips + empty + "".join(_NOTE.format(text=escape(note)) for note in card.notes),
    )


def _html_count(figure: str, detail: str, check: str) -> str:
    warning = _CHECK.format(message=escape(check), text=escape(words.CARD_CHECK)) if check else ""
    return _COUNT.format(figure=escape(figure), detail=escape(detail), check=warning)


def _html_strip(strip: Strip) -> str:
    pieces = "".join(
        _PIECE.format(colour=LOOKS[status].colour, share=count, shape=escape(LOOKS[status].shape))
        for status, count in strip.parts
    )
    legend = "".join(
        _LEGEND.format(
            colour=LOOKS[status].colour,
            shape=escape(LOOKS[status].shape),
            text=escape(words.STRIP_PART.format(count=number(count), word=LOOKS[status].word)),
        )
        for status, count in strip.parts
    )
    return _STRIP.format(label=escape(strip.label), pieces=pieces, legend=legend)


_PAGE = '<div class="cards">{cards}</div>{national}'
_NATIONAL = '<p class="card-national">{text}</p>'
_CARD = (
    '<section class="card"><div class="card-head"><h3 class="card-title">{title}</h3>'
    '<p class="card-meta">{meta}</p></div><p class="card-subject" title="{subject}">{subject}</p>{body}</section>'
)
_COUNT = '<p class="card-count"><b>{figure}</b> <span>{detail}</span>{check}</p>'
_CHECK = ' <span class="card-check" title="{message}">⚠ {text}</span>'
_NOTE = '<p class="card-note">{text}</p>'
# The strip repeats in colour what its legend says in words, so only the legend is read out.
_STRIP = (
    '<p class="card-label">{label}</p><div class="strip" aria-hidden="true">{pieces}</div>'
    '<ul class="legend">{legend}</ul>'
)
_PIECE = '<span style="background:{colour};flex:{share} 0 1.4em">{shape}</span>'
_LEGEND = '<li><i aria-hidden="true" style="background:{colour}">{shape}</i> {text}</li>'
