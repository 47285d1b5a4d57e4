"""The address of a view: its fields as query parameters of a URL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from queries.view import View
from wording import shell_texts as words


@dataclass(frozen=True)
class Parameter:
    """The query parameter of one field of the view, with the functions that encode and decode its value."""

    name: str
    encode: Callable[[Any], str]
    decode: Callable[[str], Any]


def _choice(meanings: dict[str, Any]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    texts = {meaning: text for text, meaning in meanings.items()}
    return texts.__getitem__, meanings.__getitem__


def _list_of(meanings: dict[str, str] | None = None) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    if meanings is None:
        return ",".join, lambda text: tuple(text.split(","))
    encode, decode = _choice(meanings)
    return (
        lambda values: ",".join(encode(value) for value in values),
        lambda text: tuple(decode(part) for part in text.split(",")),
    )


def _number(text: str) -> float:
    """Return the number in a text. ``nan`` and ``inf`` are refused, because nothing can be compared with them."""
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


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
    "as_of": Parameter("ngay", date.isoformat, date.fromisoformat),
    "since": Parameter("tu-ngay", date.isoformat, date.fromisoformat),
    "known": Parameter("biet-den", date.isoformat, date.fromisoformat),
    "level": Parameter("cap", *_choice(LEVELS)),
    "district": Parameter("huyen", str, str),
    "indicator": Parameter("chi-so", str, str),
    "locality": Parameter("dp", str, str),
    "colour": Parameter("mau", *_choice(COLOURS)),
    "places": Parameter("ds", *_list_of()),
    "statuses": Parameter("tt", *_list_of(STATUSES)),
    "pillars": Parameter("tru-cot", *_list_of()),
    "resolutions": Parameter("nq", *_list_of()),
    "types": Parameter("loai", *_list_of()),
    "layout": Parameter("xem", *_choice(LAYOUTS)),
    "row": Parameter("dong", *_list_of()),
    "part": Parameter("bang", *_choice(PARTS)),
    "scope": Parameter("pham-vi", *_choice(SCOPES)),
    "measures": Parameter("cac-chi-so", *_list_of()),
    "sources": Parameter("nguon", *_list_of()),
    "origins": Parameter("goc", *_list_of(ORIGINS)),
    "years": Parameter("nam", *_list_of()),
    "search": Parameter("tim", str, str),
    "page": Parameter("trang", str, int),
    "target": Parameter("ct", str, str),
    "section": Parameter("muc", *_choice(SECTIONS)),
    "value_from": Parameter("gia-tri-tu", "{:.12g}".format, _number),
    "value_to": Parameter("gia-tri-den", "{:.12g}".format, _number),
    "population_from": Parameter("dan-so-tu", str, int),
    "population_to": Parameter("dan-so-den", str, int),
    "groups": Parameter("nhom", *_list_of(GROUPS)),
    "areas": Parameter("cac-huyen", *_list_of()),
    "printout": Parameter("in", *_choice(PRINTOUTS)),
    "paper": Parameter("kho", *_choice(PAPERS)),
    "present": Parameter("present", *_choice({"1": True})),
    "theme": Parameter("giao-dien", *_choice(THEMES)),
    "agenda": Parameter("chuong-trinh", str, str),
    "item": Parameter("thu-tu", str, int),
    "unfolded": Parameter("mo", *_choice(UNFOLDED)),
    "scenario": Parameter("kb", str, str),
    "alternative": Parameter("kbs", str, int),
    "goal": Parameter("dich", "{:g}".format, _number),
    "ceiling": Parameter("tran", "{:g}".format, _number),
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
        parameter.name: parameter.encode(getattr(view, field))
        for field, parameter in PARAMETERS.items()
        if getattr(view, field) != getattr(default, field)
    }


def from_address(address: dict[str, str]) -> tuple[View, list[str]]:
    """Return the view that query parameters describe, and a Vietnamese complaint for each value without meaning.

    A field whose parameter is missing or has no meaning keeps its default.
    """
    values: dict[str, Any] = {}
    complaints = []
    for field, parameter in PARAMETERS.items():
        text = address.get(parameter.name)
        if not text:
            continue
        try:
            values[field] = parameter.decode(text)
        except (KeyError, ValueError):
            complaints.append(words.BAD_PARAMETER.format(name=parameter.name, value=text))
    return View(**values), complaints
