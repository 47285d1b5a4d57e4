"""The cards of documents as HTML; every text is escaped, because the tables are written by people."""

from html import escape
from pathlib import Path

from pages.overview import words
from pages.overview.cards import Card, Strip, cards, national_lines
from queries import gazetteer
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import lists
from wording.numbers import number
from wording.statuses import LOOKS

STYLE = "<style>" + (Path(__file__).parent / "cards.css").read_text("utf-8") + "</style>"


@query(dataset, viewed_day, keep=100)
def cards_html(view: View) -> str:
    """Return the style and the markup of a view's cards, and of the national reference lines below them."""
    return STYLE + markup(cards(view), national_lines(view), gazetteer.area_kind(view))


def markup(cards: list[Card], national: list[str], area_kind: str = "province") -> str:
    """Return cards and national lines as HTML; `area_kind` is ``province`` or ``country``."""
    sections = "".join(_card(card) for card in cards) or _NOTE.format(text=escape(words.NO_CARDS))
    return _PAGE.format(cards=sections, national=_national(national, area_kind))


def _national(lines: list[str], area_kind: str) -> str:
    if not lines:
        return ""
    text = words.NATIONAL[area_kind].format(documents=lists.semicolon_list(lines))
    return _NATIONAL.format(text=escape(text))


def _card(card: Card) -> str:
    counts = "".join(_count(*count) for count in card.counts)
    strips = "".join(_strip(strip) for strip in card.strips)
    empty = "" if card.strips else _NOTE.format(text=escape(words.STRIP_EMPTY))
    notes = "".join(_NOTE.format(text=escape(note)) for note in card.notes)
    return _CARD.format(
        title=escape(card.title),
        subject=escape(card.subject),
        meta=escape(card.meta),
        body=counts + strips + empty + notes,
    )


def _count(figure: str, detail: str, check: str) -> str:
    warning = _CHECK.format(message=escape(check), text=escape(words.CARD_CHECK)) if check else ""
    return _COUNT.format(figure=escape(figure), detail=escape(detail), check=warning)


def _strip(strip: Strip) -> str:
    looks = [(LOOKS[status], count) for status, count in strip.parts]
    pieces = "".join(
        _PIECE.format(colour=look.colour, share=count, shape=escape(look.shape)) for look, count in looks
    )
    legend = "".join(
        _LEGEND.format(
            colour=look.colour,
            shape=escape(look.shape),
            text=escape(words.STRIP_PART.format(count=number(count), word=look.word)),
        )
        for look, count in looks
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
# The legend says in words what the strip shows in colour, so a screen reader reads only the legend.
_STRIP = (
    '<p class="card-label">{label}</p><div class="strip" aria-hidden="true">{pieces}</div>'
    '<ul class="legend">{legend}</ul>'
)
_PIECE = '<span style="background:{colour};flex:{share} 0 1.4em">{shape}</span>'
_LEGEND = '<li><i aria-hidden="true" style="background:{colour}">{shape}</i> {text}</li>'
