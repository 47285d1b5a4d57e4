"""The view: what the committee is looking at. Its state is the address of the page, so a view can be sent by chat."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Any

import streamlit as st

from wording import shell as words


@dataclass(frozen=True)
class View:
    """One way of looking at the figures, the same on every page.

    ``as_of`` is None for "the latest period end of this kind"; ``known`` is the day whose knowledge is looked at, None
    for today's: what was published later is not seen; ``since`` the day changes are counted from, None for the last
    count of targets. ``locality`` is None for "nothing selected". ``row`` is
    the target and the locality whose progress is explained. ``present`` is the wall screen of a meeting,
    ``item`` the place (from 1) in its agenda, ``unfolded`` what one key has opened: the table or the working.
    ``scenario`` is what ``indicators.scenario_code`` writes,
    ``alternative`` the number of the scenario drawn (0: things as they are), ``goal`` the value sought and ``ceiling``
    the most that any locality is thought to reach. ``revision`` is the state of the store that a run of a page shows
    from its first line to its last; it has no parameter, because an address opens on the newest.
    """

    kind: str = "real"
    vintage: str = "2025-03"
    province: str = "60"
    as_of: date | None = None
    level: str = "district"
    district: str | None = None
    indicator: str = "online_dossier_share"
    locality: str | None = None
    colour: str = "value"
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    layout: str = "bars"
    row: tuple[str, ...] = ()
    part: str = "observations"
    scope: str = "province"
    measures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    search: str = ""
    page: int = 1
    target: str | None = None
    section: str = "figures"
    value_from: float | None = None
    value_to: float | None = None
    population_from: int | None = None
    population_to: int | None = None
    groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sheet: str = "view"
    paper: str = "portrait"
    present: bool = False
    theme: str = ""
    agenda: str = ""
    item: int = 1
    unfolded: str = ""
    scenario: str = ""
    alternative: int = 1
    goal: float | None = None
    ceiling: float | None = None
    known: date | None = None
    since: date | None = None
    revision: str = ""


@dataclass(frozen=True)
class Parameter:
    """How one field of the view is written in the address."""

    name: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]


def _choice(meanings: dict[str, Any]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    written = {meaning: text for text, meaning in meanings.items()}
    return written.__getitem__, meanings.__getitem__


def _list_of(meanings: dict[str, str] | None = None) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    if meanings is None:
        return ",".join, lambda text: tuple(text.split(","))
    write, read = _choice(meanings)
    return (
        lambda values: ",".join(write(value) for value in values),
        lambda text: tuple(read(part) for part in text.split(",")),
    )


def _number(text: str) -> float:
    """Read a number that can be compared with: an address may ask for ``nan`` or ``inf``."""
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
SHEETS = {"to": "view", "kich-ban": "what_if", "phieu": "notes"}
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
    "sheet": Parameter("in", *_choice(SHEETS)),
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

_NAMES = frozenset(parameter.name for parameter in PARAMETERS.values())
_VIEW, _ADDRESS = "view", "view_address"


def to_address(view: View) -> dict[str, str]:
    """Write the view as query parameters; what stands at its default is left out.

    Examples
    --------
    >>> to_address(View(province="58", level="commune"))
    {'tinh': '58', 'cap': 'xa'}
    """
    usual = View()
    return {
        parameter.name: parameter.write(getattr(view, field))
        for field, parameter in PARAMETERS.items()
        if getattr(view, field) != getattr(usual, field)
    }


def from_address(address: dict[str, str]) -> tuple[View, list[str]]:
    """Read the view from query parameters; what can't be read keeps its default and is complained of."""
    found: dict[str, Any] = {}
    complaints = []
    for field, parameter in PARAMETERS.items():
        text = address.get(parameter.name)
        if not text:
            continue
        try:
            found[field] = parameter.read(text)
        except (KeyError, ValueError):
            complaints.append(words.BAD_PARAMETER.format(name=parameter.name, value=text))
    return View(**found), complaints


def current() -> View:
    """Return the view of this session; a new address in the browser (opened, sent, gone back to) replaces it."""
    address = {name: text for name, text in st.query_params.items() if name in _NAMES}
    if _VIEW not in st.session_state or (address and address != st.session_state[_ADDRESS]):
        st.session_state[_VIEW], complaints = from_address(address)
        st.session_state[_ADDRESS] = address
        for complaint in complaints:
            st.toast(complaint, icon=":material/link_off:", duration="long")
    return st.session_state[_VIEW]


def change(**changes: Any) -> View:
    """Look differently from now on. Called in callbacks, before the page is drawn again."""
    st.session_state[_VIEW] = replace(current(), **changes)
    return st.session_state[_VIEW]


def replace_by(view: View) -> None:
    """Look as told from now on, as when an address had to be settled."""
    st.session_state[_VIEW] = view


def publish() -> None:
    """Bring the browser's address in line with the view, in one step: going back takes back all of a change."""
    address = to_address(st.session_state[_VIEW])
    foreign = {name: text for name, text in st.query_params.items() if name not in _NAMES}
    if st.query_params.to_dict() != foreign | address:
        st.query_params.from_dict(foreign | address)
    st.session_state[_ADDRESS] = address


def bound(
    field: str, then: Callable[[Any], object] | None = None, shown: Any = None, place: str = "view"
) -> dict[str, Any]:
    """Return keyword arguments that tie a widget to a field of the view, both ways.

    Parameters
    ----------
    field : str
        Field of the view.
    then : callable, optional
        Takes the choice instead of the field.
    shown : optional
        What the widget shows instead of the field's value, as the date behind "the latest".
    place : str
        Begins the widget's key; a second widget of the same field needs one of its own.

    Examples
    --------
    ``st.selectbox(label, options, **bound("indicator"))``
    """
    key = f"{place}.{field}"
    value = getattr(current(), field) if shown is None else shown
    st.session_state[key] = list(value) if isinstance(value, tuple) else value

    def take() -> None:
        chosen = st.session_state[key]
        choice = tuple(chosen) if isinstance(chosen, list) else chosen
        then(choice) if then else change(**{field: choice})

    return {"key": key, "on_change": take}
