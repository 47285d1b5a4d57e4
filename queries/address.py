"""The address of a view: its fields as query parameters of a URL."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.bounds import FIRST_DAY, LAST_DAY, bounded_amount, bounded_day
from queries.view import View
from wording import address_messages as words

# No text that is searched for is longer.
LONGEST_SEARCH = 200


@dataclass(frozen=True)
class Parameter:
    """The query parameter of one field of the view, with the functions that encode and decode its value.

    ``decode`` raises KeyError or ValueError for a text without meaning. With ``several`` the field is a tuple, the
    texts of its values are separated by commas, and each value counts once.
    """

    name: str
    encode: Callable[[Any], str]
    decode: Callable[[str], Any]
    several: bool = False


@dataclass(frozen=True)
class Dropped:
    """A value of an address that the view does not take: its field, and the message in Vietnamese."""

    field: str
    message: str


@dataclass(frozen=True)
class Reading:
    """What an address says: the view, what the view does not take, and the fields that the address names."""

    view: View
    dropped: tuple[Dropped, ...] = ()
    given: frozenset[str] = frozenset()


def _choice(meanings: dict[str, Any]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    texts = {meaning: text for text, meaning in meanings.items()}
    return texts.__getitem__, meanings.__getitem__


def _number(text: str) -> float:
    """Return the number in a text, with the twelve digits that an address keeps."""
    if not text.isascii() or "_" in text:
        raise ValueError(text)
    return float(f"{bounded_amount(float(text)):.12g}")


def _whole(text: str, least: int = 0) -> int:
    if re.fullmatch("[0-9]{1,12}", text) is None or int(text) < least:
        raise ValueError(text)
    return int(text)


def _place(text: str) -> int:
    """Return a number that counts from 1."""
    return _whole(text, least=1)


def _day(text: str) -> date:
    """Return a day written as ``2025-06-30``; ``date.fromisoformat`` alone takes weeks and other forms, too."""
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        raise ValueError(text)
    return bounded_day(date.fromisoformat(text))


def _year(text: str) -> str:
    if not FIRST_DAY.year <= _whole(text) <= LAST_DAY.year:
        raise ValueError(text)
    return text


def _search(text: str) -> str:
    if len(text) > LONGEST_SEARCH:
        raise ValueError(text[:LONGEST_SEARCH])
    return text


def _row(text: str) -> tuple[str, ...]:
    """Return the target and the locality of a row."""
    target, locality = text.split(",")
    return target.strip(), locality.strip()


KINDS = {"thuc": "real", "mo-phong": "simulated"}
LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune"}
COLOURS = {"gia-tri": "value", "trang-thai": "status", "do-phu": "coverage"}
LAYOUTS = {"thanh": "bars", "ma-tran": "matrix"}
STATUSES = {
    "dat": "met",
    "dung-lo-trinh": "on_track",
    "chua-du-can-cu": "open",
    "cham": "behind",
    "khong-dat": "missed",
    "chua-co-phuong-phap": "not_measurable",
    "chua-co-so-lieu": "no_data",
    "so-lieu-cu": "stale",
    "chua-co-van-ban": "text_unknown",
}

SECTIONS = {
    "so-lieu": "figures",
    "dien-bien": "trends",
    "truc-thuoc": "children",
    "tuong-dong": "peers",
    "nguon": "sources",
}
PARTS = {
    "so-lieu": "observations",
    "nguon": "documents",
    "do-phu": "coverage",
    "kiem-tra": "checks",
    "phuong-phap": "method",
    "thuat-ngu": "glossary",
}
THEMES = {"sang": "light", "toi": "dark", "tuong-phan": "contrast"}
UNFOLDED = {"bang": "table", "cach-tinh": "working"}
GROUPS = {"do-thi": "urban", "nong-thon": "rural", "hai-dao": "island"}
PRINTOUTS = {"to": "view", "kich-ban": "what_if", "phieu": "notes"}
PAPERS = {"doc": "portrait", "ngang": "landscape"}
SCOPES = {"tinh": "province", "tat-ca": "all"}
ORIGINS = {"cong-bo": "published", "dia-phuong": "entered"}

PARAMETERS = {
    "kind": Parameter("kieu", *_choice(KINDS)),
    "vintage": Parameter("moc", str, str),
    "province": Parameter("tinh", str, str),
    "as_of": Parameter("ngay", date.isoformat, _day),
    "since": Parameter("tu-ngay", date.isoformat, _day),
    "known": Parameter("biet-den", date.isoformat, _day),
    "level": Parameter("cap", *_choice(LEVELS)),
    "district": Parameter("huyen", str, str),
    "indicator": Parameter("chi-so", str, str),
    "locality": Parameter("dp", str, str),
    "colour": Parameter("mau", *_choice(COLOURS)),
    "places": Parameter("ds", str, str, several=True),
    "statuses": Parameter("tt", *_choice(STATUSES), several=True),
    "pillars": Parameter("tru-cot", str, str, several=True),
    "resolutions": Parameter("nq", str, str, several=True),
    "types": Parameter("loai", str, str, several=True),
    "layout": Parameter("xem", *_choice(LAYOUTS)),
    "row": Parameter("dong", ",".join, _row),
    "part": Parameter("bang", *_choice(PARTS)),
    "scope": Parameter("pham-vi", *_choice(SCOPES)),
    "measures": Parameter("cac-chi-so", str, str, several=True),
    "sources": Parameter("nguon", str, str, several=True),
    "origins": Parameter("goc", *_choice(ORIGINS), several=True),
    "years": Parameter("nam", str, _year, several=True),
    "search": Parameter("tim", str, _search),
    "page": Parameter("trang", str, _place),
    "target": Parameter("ct", str, str),
    "section": Parameter("muc", *_choice(SECTIONS)),
    "value_from": Parameter("gia-tri-tu", "{:.12g}".format, _number),
    "value_to": Parameter("gia-tri-den", "{:.12g}".format, _number),
    "population_from": Parameter("dan-so-tu", str, _whole),
    "population_to": Parameter("dan-so-den", str, _whole),
    "groups": Parameter("nhom", *_choice(GROUPS), several=True),
    "areas": Parameter("cac-huyen", str, str, several=True),
    "printout": Parameter("in", *_choice(PRINTOUTS)),
    "paper": Parameter("kho", *_choice(PAPERS)),
    "present": Parameter("present", *_choice({"1": True, "0": False})),
    "theme": Parameter("giao-dien", *_choice(THEMES)),
    "agenda": Parameter("chuong-trinh", str, str),
    "item": Parameter("thu-tu", str, _place),
    "unfolded": Parameter("mo", *_choice(UNFOLDED)),
    "scenario": Parameter("kb", str, str),
    "alternative": Parameter("kbs", str, _whole),
    "goal": Parameter("dich", "{:.12g}".format, _number),
    "ceiling": Parameter("tran", "{:.12g}".format, _number),
}

NAMES = frozenset(parameter.name for parameter in PARAMETERS.values())


def to_address(view: View) -> dict[str, str]:
    """Return the view as query parameters. A field that has its default value is left out.

    Examples
    --------
    >>> to_address(View(province="58", level="commune"))
    {'tinh': '58', 'cap': 'xa'}
    """
    default = View()
    return {
        parameter.name: _written(parameter, getattr(view, field))
        for field, parameter in PARAMETERS.items()
        if getattr(view, field) != getattr(default, field)
    }


def _written(parameter: Parameter, value: Any) -> str:
    return ",".join(map(parameter.encode, value)) if parameter.several else parameter.encode(value)


def from_address(address: Mapping[str, str | Sequence[str]]) -> Reading:
    """Return what query parameters say; it never raises.

    A field keeps its default where its parameter is missing, empty or without meaning. The register is asked later, by
    ``validation.validate_view``.

    Parameters
    ----------
    address
        Name → text, or the texts of a parameter that is repeated; the last one counts. Names that are no parameter
        are passed over: other programs put theirs into addresses.
    """
    values: dict[str, Any] = {}
    dropped: list[Dropped] = []
    for name, parameter in PARAMETERS.items():
        given = address.get(parameter.name, "")
        texts = list(filter(None, map(words.printable, [given] if isinstance(given, str) else given)))
        if not texts:
            continue
        if len(set(texts)) > 1:
            dropped.append(unusable(name, texts[-1], words.SEVERAL))
        taken, lost = _decoded(name, parameter, texts[-1])
        dropped += lost
        if taken:
            values[name] = taken if parameter.several else taken[0]
    return Reading(View(**values), tuple(dropped), frozenset(values))


def _decoded(name: str, parameter: Parameter, text: str) -> tuple[tuple[Any, ...], list[Dropped]]:
    """Return the values in the text of a parameter, each once, and what of it is dropped."""
    parts = list(filter(None, map(str.strip, text.split(",")))) if parameter.several else [text]
    taken: dict[Any, None] = {}
    unreadable, again = [], []
    for part in parts:
        try:
            value = parameter.decode(part)
        except (KeyError, ValueError):
            unreadable.append(part)
            continue
        if value in taken:
            again.append(part)
        taken[value] = None
    template = words.UNUSABLE_IN_LIST if parameter.several else words.UNUSABLE
    found = {template: unreadable, words.TWICE: again}
    dropped = [
        unusable(name, ", ".join(dict.fromkeys(each)), message) for message, each in found.items() if each
    ]
    return tuple(taken), dropped


def unusable(name: str, text: str, template: str) -> Dropped:
    """Return a text of the field `name` as dropped; the template names the field and says what is shown instead."""
    plain, instead = words.PLAIN[name]
    return Dropped(name, template.format(name=plain, text=words.shortened(text), instead=instead))
