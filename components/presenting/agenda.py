"""The agenda of a meeting: views in their order, saved as one small JSON file an agenda."""

import itertools
import json
import os
import re
import tempfile
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

from components.presenting import words
from wording.spelling import unaccented

FORMAT = 1
# A meeting of a day has fewer items; an address of three scenarios over a province is shorter than that.
LARGEST_FILE, MOST_ITEMS, LONGEST_TITLE, LONGEST_ADDRESS, MOST_MINUTES = 500_000, 60, 200, 20_000, 240
ROOT = Path(__file__).resolve().parent.parent.parent


class AgendaError(ValueError):
    """Raised for a file that is no agenda or can't be read or written; the message says so in Vietnamese."""


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


def parse_agenda(content: bytes, pages: Collection[str]) -> Agenda:
    """Return the agenda that ``to_json`` wrote.

    Parameters
    ----------
    content : bytes
        Content of a file, possibly damaged, of another kind, or too large.
    pages : collection of str
        Addresses of the pages there are.

    Raises
    ------
    AgendaError
        If anything is wrong; no part of the file is taken.
    """
    if len(content) > LARGEST_FILE:
        raise AgendaError(words.LARGE_FILE.format(most=LARGEST_FILE // 1_000))
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise AgendaError(words.NOT_JSON) from None
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise AgendaError(words.NOT_AGENDA)
    title, items = read.get("title"), read.get("items")
    if not _is_title(title) or not slug(title) or not isinstance(items, list):
        raise AgendaError(words.NOT_AGENDA)
    if len(items) > MOST_ITEMS:
        raise AgendaError(words.TOO_MANY_ITEMS.format(count=len(items), most=MOST_ITEMS))
    parsed = tuple(_parse_item(item, place, pages) for place, item in enumerate(items, 1))
    return Agenda(title, parsed, read.get("advance") is True)


def _parse_item(item: object, place: int, pages: Collection[str]) -> Item:
    """Return the item at a place (1 is the first) of a file."""
    if not isinstance(item, dict) or not _is_title(item.get("title")) or not _is_address(item.get("address")):
        raise AgendaError(words.BAD_ITEM.format(place=place, longest=LONGEST_TITLE, most=MOST_MINUTES))
    page, seconds = item.get("page"), item.get("seconds", 0)
    if not isinstance(page, str) or page not in pages:
        named = page[:LONGEST_TITLE] if _is_text(page) else ""
        raise AgendaError(words.BAD_PAGE.format(place=place, page=named))
    # In Python, True is an integer.
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not 0 <= seconds <= MOST_MINUTES * 60:
        raise AgendaError(words.BAD_ITEM.format(place=place, longest=LONGEST_TITLE, most=MOST_MINUTES))
    return Item(item["title"], page, dict(item["address"]), seconds)


def _is_title(value: object) -> TypeGuard[str]:
    return _is_text(value) and len(value) <= LONGEST_TITLE


def _is_address(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(_is_text(each) for pair in value.items() for each in pair)
        and sum(len(each) for pair in value.items() for each in pair) <= LONGEST_ADDRESS
    )


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text that can be sent to a browser: half of a surrogate pair can't."""
    return isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)


def folder() -> Path:
    """Return the folder of saved agendas, in ``DASHBOARD_STATE`` of the environment or in ``.state`` of the program."""
    return Path(os.environ.get("DASHBOARD_STATE") or ROOT / ".state") / "agendas"


def saved_names() -> list[str]:
    """Return the names of the saved agendas, in alphabetical order; also of those whose file is damaged."""
    return sorted(path.stem for path in folder().glob("*.json") if path.stem == slug(path.stem))


def add_agenda(agenda: Agenda) -> Agenda:
    """Save an agenda beside all others and return it: one whose name is taken gets a number.

    Raises
    ------
    AgendaError
        If it has more than an agenda may have, or can't be written.
    """
    # A slug is cut at its end, where the number stands.
    numbered = (
        words.NUMBERED.format(title=agenda.title[:50], number=number) for number in itertools.count(2)
    )
    title = next(each for each in itertools.chain([agenda.title], numbered) if _reserve(slug(each)))
    added = replace(agenda, title=title)
    try:
        save_agenda(added)
    except AgendaError:
        delete_agenda(slug(title))
        raise
    return added


def _reserve(name: str) -> bool:
    """Make an empty file of a name unless there is one, so that two who add an agenda at once get two names."""
    file = folder() / f"{name}.json"
    if file.exists():
        return False
    try:
        folder().mkdir(parents=True, exist_ok=True)
        file.touch(exist_ok=False)
    except OSError:
        if file.exists():  # somebody was faster
            return False
        raise AgendaError(words.NOT_SAVED.format(folder=folder())) from None
    return True


def save_agenda(agenda: Agenda) -> None:
    """Save an agenda under the slug of its title; a machine that stops meanwhile leaves the former file whole.

    Raises
    ------
    AgendaError
        If it has more than an agenda may have, or can't be written; the former file stays.
    """
    content = to_json(agenda).encode(errors="surrogatepass")
    parse_agenda(content, {item.page for item in agenda.items})
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder(), suffix=".new", delete=False) as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        os.replace(new.name, folder() / f"{slug(agenda.title)}.json")
    except OSError:
        raise AgendaError(words.NOT_SAVED.format(folder=folder())) from None


def delete_agenda(name: str) -> None:
    """Delete a saved agenda, if there is one of this name; its file may be damaged.

    Raises
    ------
    AgendaError
        If the file can't be deleted.
    """
    try:
        (folder() / f"{slug(name)}.json").unlink(missing_ok=True)
    except OSError:
        raise AgendaError(words.NOT_SAVED.format(folder=folder())) from None


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
        If its file is no agenda, or can't be read.
    """
    # The name may come from an address: a text that is no slug must not become a path.
    if not name or name != slug(name):
        return None
    try:
        with (folder() / f"{name}.json").open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return None
    except OSError:
        raise AgendaError(words.NOT_READ.format(name=name)) from None
    return parse_agenda(content, pages)
