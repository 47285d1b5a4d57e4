"""An agenda: views in the order in which a meeting looks at them, kept as one small JSON file each."""

import json
import os
import re
import tempfile
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from components.presenting import words
from wording.spelling import unaccented

FORMAT = 1
ROOT = Path(__file__).resolve().parent.parent.parent


class AgendaError(ValueError):
    """A file that is no agenda; the message says in Vietnamese what is wrong."""


@dataclass(frozen=True)
class Item:
    """One view of an agenda: a page and its address; ``seconds`` is 0 where it may take as long as it takes."""

    title: str
    page: str
    address: dict[str, str]
    seconds: int = 0


@dataclass(frozen=True)
class Agenda:
    """What a meeting looks at; with ``advance`` an item whose time is over gives way to the next."""

    title: str
    items: tuple[Item, ...] = ()
    advance: bool = False

    def adding(self, item: Item) -> "Agenda":
        """Return the agenda with an item at its end."""
        return replace(self, items=(*self.items, item))

    def without(self, place: int) -> "Agenda":
        """Return the agenda without the item at a place (0 is the first)."""
        return replace(self, items=self.items[:place] + self.items[place + 1 :])

    def raising(self, place: int) -> "Agenda":
        """Return the agenda with the item at a place moved before its neighbour.

        Examples
        --------
        >>> agenda = Agenda("", (Item("a", "ban-do", {}), Item("b", "ban-do", {})))
        >>> [item.title for item in agenda.raising(1).items]
        ['b', 'a']
        """
        if not 0 < place < len(self.items):
            return self
        before, here = self.items[place - 1 : place + 1]
        return replace(self, items=(*self.items[: place - 1], here, before, *self.items[place + 1 :]))

    def changing(self, place: int, **changes: object) -> "Agenda":
        """Return the agenda with fields of one item changed."""
        items = list(self.items)
        items[place] = replace(items[place], **changes)  # type: ignore[arg-type]
        return replace(self, items=tuple(items))


def name_of(title: str) -> str:
    """Return the name under which an agenda is kept and addressed.

    Examples
    --------
    >>> name_of("Họp Ban Chỉ đạo quý I/2025")
    'hop-ban-chi-dao-quy-i-2025'
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(title)).strip("-")[:60].strip("-")


def write(agenda: Agenda) -> str:
    """Write an agenda as JSON that people can read too."""
    return json.dumps({"format": FORMAT, **asdict(agenda)}, ensure_ascii=False, indent=2)


def read(text: str, pages: Collection[str]) -> Agenda:
    """Read what ``write`` wrote.

    Parameters
    ----------
    text : str
        Content of a file, perhaps damaged or of another kind.
    pages : collection of str
        Paths of the pages there are.

    Raises
    ------
    AgendaError
        With what is wrong; nothing is read in part.
    """
    try:
        found = json.loads(text)
    except ValueError:
        raise AgendaError(words.NOT_JSON) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise AgendaError(words.NOT_AGENDA)
    title, items = found.get("title"), found.get("items")
    if not isinstance(title, str) or not name_of(title) or not isinstance(items, list):
        raise AgendaError(words.NOT_AGENDA)
    read_items = tuple(_item(item, place, pages) for place, item in enumerate(items, 1))
    return Agenda(title, read_items, found.get("advance") is True)


def _item(item: object, place: int, pages: Collection[str]) -> Item:
    if not isinstance(item, dict) or not isinstance(item.get("title"), str):
        raise AgendaError(words.BAD_ITEM.format(place=place))
    if item.get("page") not in pages:
        raise AgendaError(words.BAD_PAGE.format(place=place, page=item.get("page")))
    address, seconds = item.get("address"), item.get("seconds", 0)
    plain = isinstance(address, dict) and all(isinstance(value, str) for value in address.values())
    if not plain or isinstance(seconds, bool) or not isinstance(seconds, int) or seconds < 0:
        raise AgendaError(words.BAD_ITEM.format(place=place))
    return Item(item["title"], item["page"], dict(address), seconds)


def folder() -> Path:
    """Return where agendas are kept: ``DASHBOARD_STATE`` of the environment, or ``.state`` beside the program."""
    return Path(os.environ.get("DASHBOARD_STATE") or ROOT / ".state") / "agendas"


def kept() -> list[str]:
    """Return the names of the kept agendas, in alphabetical order."""
    return sorted(path.stem for path in folder().glob("*.json"))


def keep(agenda: Agenda) -> None:
    """Keep an agenda under its name; a machine that stops halfway leaves the former file whole."""
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder(), suffix=".new", delete=False) as new:
        new.write(write(agenda))
        new.flush()
        os.fsync(new.fileno())
    os.replace(new.name, folder() / f"{name_of(agenda.title)}.json")


def forget(name: str) -> None:
    """Delete a kept agenda."""
    (folder() / f"{name_of(name)}.json").unlink(missing_ok=True)


def find(name: str, pages: Collection[str]) -> Agenda | None:
    """Return the agenda kept under a name; None where there is none. Raises ``AgendaError``."""
    # The name comes from an address: only what could have been kept is looked for.
    if not name or name != name_of(name):
        return None
    path = folder() / f"{name}.json"
    return read(path.read_text("utf-8"), pages) if path.is_file() else None
