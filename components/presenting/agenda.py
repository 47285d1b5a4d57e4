"""The agenda of a meeting: views in their order, saved as one small JSON file an agenda."""

import json
import os
import re
import tempfile
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from components.presenting import words
from wording.spelling import unaccented

FORMAT = 1
ROOT = Path(__file__).resolve().parent.parent.parent


class AgendaError(ValueError):
    """Raised for a file that is not an agenda; the message says in Vietnamese what is wrong."""


@dataclass(frozen=True)
class Item:
    """One view of an agenda: a page, the address of the view, and its time; 0 ``seconds`` are no limit."""

    title: str
    page: str
    address: dict[str, str]
    seconds: int = 0


@dataclass(frozen=True)
class Agenda:
    """The items of a meeting; with ``advance`` the next item follows when the time of one is over."""

    title: str
    items: tuple[Item, ...] = ()
    advance: bool = False

    def with_item(self, item: Item) -> "Agenda":
        """Return the agenda with an item at its end."""
        return replace(self, items=(*self.items, item))

    def without_item(self, place: int) -> "Agenda":
        """Return the agenda without the item at a place (0 is the first)."""
        return replace(self, items=self.items[:place] + self.items[place + 1 :])

    def with_item_raised(self, place: int) -> "Agenda":
        """Return the agenda with the item at a place (0 is the first) moved up by one; the first stays.

        Examples
        --------
        >>> agenda = Agenda("", (Item("a", "ban-do", {}), Item("b", "ban-do", {})))
        >>> [item.title for item in agenda.with_item_raised(1).items]
        ['b', 'a']
        """
        if not 0 < place < len(self.items):
            return self
        before, here = self.items[place - 1 : place + 1]
        return replace(self, items=(*self.items[: place - 1], here, before, *self.items[place + 1 :]))

    def with_item_changed(self, place: int, **changes: Any) -> "Agenda":
        """Return the agenda with fields of the item at a place changed."""
        items = list(self.items)
        items[place] = replace(items[place], **changes)
        return replace(self, items=tuple(items))


def slug(title: str) -> str:
    """Return the name of an agenda in files and addresses: small letters, digits and dashes, 60 at most.

    Examples
    --------
    >>> slug("Họp Ban Chỉ đạo quý I/2025")
    'hop-ban-chi-dao-quy-i-2025'
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(title)).strip("-")[:60].strip("-")


def to_json(agenda: Agenda) -> str:
    """Return an agenda as indented JSON."""
    return json.dumps({"format": FORMAT, **asdict(agenda)}, ensure_ascii=False, indent=2)


def parse_agenda(text: str, pages: Collection[str]) -> Agenda:
    """Return the agenda that ``to_json`` wrote.

    Parameters
    ----------
    text : str
        Content of a file, possibly damaged or of another kind.
    pages : collection of str
        Addresses of the pages there are.

    Raises
    ------
    AgendaError
        If anything is wrong; no part of the file is taken.
    """
    try:
        content = json.loads(text)
    except ValueError:
        raise AgendaError(words.NOT_JSON) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise AgendaError(words.NOT_AGENDA)
    title, items = content.get("title"), content.get("items")
    if not isinstance(title, str) or not slug(title) or not isinstance(items, list):
        raise AgendaError(words.NOT_AGENDA)
    parsed = tuple(_parse_item(item, place, pages) for place, item in enumerate(items, 1))
    return Agenda(title, parsed, content.get("advance") is True)


def _parse_item(item: object, place: int, pages: Collection[str]) -> Item:
    """Return the item at a place (1 is the first) of a file."""
    if not isinstance(item, dict) or not isinstance(item.get("title"), str):
        raise AgendaError(words.BAD_ITEM.format(place=place))
    if item.get("page") not in pages:
        raise AgendaError(words.BAD_PAGE.format(place=place, page=item.get("page")))
    address, seconds = item.get("address"), item.get("seconds", 0)
    if not isinstance(address, dict) or not all(isinstance(value, str) for value in address.values()):
        raise AgendaError(words.BAD_ITEM.format(place=place))
    # In Python, True is an integer.
    if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds < 0:
        raise AgendaError(words.BAD_ITEM.format(place=place))
    return Item(item["title"], item["page"], dict(address), seconds)


def folder() -> Path:
    """Return the folder of saved agendas, in ``DASHBOARD_STATE`` of the environment or in ``.state`` of the program."""
    return Path(os.environ.get("DASHBOARD_STATE") or ROOT / ".state") / "agendas"


def saved_names() -> list[str]:
    """Return the names of the saved agendas, in alphabetical order."""
    return sorted(path.stem for path in folder().glob("*.json"))


def save_agenda(agenda: Agenda) -> None:
    """Save an agenda under the slug of its title; a machine that stops meanwhile leaves the former file whole."""
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder(), suffix=".new", delete=False) as new:
        new.write(to_json(agenda))
        new.flush()
        os.fsync(new.fileno())
    os.replace(new.name, folder() / f"{slug(agenda.title)}.json")


def delete_agenda(name: str) -> None:
    """Delete a saved agenda, if there is one of this name."""
    (folder() / f"{slug(name)}.json").unlink(missing_ok=True)


def load_agenda(name: str, pages: Collection[str]) -> Agenda | None:
    """Return the agenda saved under a name; None where there is none.

    Parameters
    ----------
    name : str
        Slug of its title.
    pages : collection of str
        Addresses of the pages there are.

    Raises
    ------
    AgendaError
        If its file is not an agenda.
    """
    # The name may come from an address: a text that is no slug must not become a path.
    if not name or name != slug(name):
        return None
    path = folder() / f"{name}.json"
    return parse_agenda(path.read_text("utf-8"), pages) if path.is_file() else None
