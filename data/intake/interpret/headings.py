"""Parse the heading of a column: a role, an indicator, a locality, a period."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import pandas as pd

from data.intake.interpret import periods, place_names
from data.intake.interpret.periods import Period
from data.schema import split_list
from wording import column_names as words
from wording.spelling import clean_name, spelling_key, split_kind, unaccented

SHORTEST, LONGEST = 6, 150  # letters; no indicator is suggested for other texts
NEAR = 0.82  # ratio of difflib without accents: enough to suggest an indicator, never to accept it
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s?[.)]\s+")
PART_MARKS = re.compile(r"\s+[-–—]\s+|\s*:\s*|\s*\n\s*|\s*[(\[]")
PUNCTUATION = re.compile(r"""[\s,.;:"“”()\[\]/_'*]""")
PARTS = ("value", "numerator", "denominator", "previous", "ignored")


@dataclass(frozen=True)
class Heading:
    """Meaning of a heading; all fields are empty where nothing was recognised.

    ``role`` holds two roles with "|" between them where the cells below decide.
    """

    role: str = ""
    indicator: str = ""
    locality: str = ""
    period: Period | None = None
    sure: bool = True

    @property
    def known(self) -> bool:
        """Whether anything was recognised."""
        return bool(self.role or self.indicator or self.locality or self.period)


@dataclass(frozen=True, eq=False)
class IndicatorIndex:
    """Indicators by their names and further names, and which of them are rates."""

    names: dict[str, str]
    rates: frozenset[str]
    by_key: dict[str, list[str]]
    by_plain: dict[str, list[str]]


def index_indicators(table: pd.DataFrame) -> IndicatorIndex:
    """Index the indicators by code, name and further names.

    Parameters
    ----------
    table : DataFrame
        The table ``indicators``; its column ``intake_names`` holds further names, separated by ``|``.
    """
    names = dict(zip(table["indicator"], table["name_vi"], strict=True))
    rates = frozenset(table.loc[table["unit"].str.startswith("%"), "indicator"])
    by_key, by_plain = defaultdict(list), defaultdict(list)
    for code, further in zip(table["indicator"], table["intake_names"], strict=True):
        for each in dict.fromkeys([code, names[code], *split_list(further)]):
            for core, _ in _cores(each):
                by_key[_key(core)].append(code)
                by_plain[_plain(core)].append(code)
    return IndicatorIndex(names, rates, *(_once(each) for each in (by_key, by_plain)))


def name_recogniser(known: IndicatorIndex, localities: pd.DataFrame) -> Callable[[str], bool]:
    """Return a function that tells whether a text is exactly the name of a column, an indicator or a locality."""
    names = {spelling_key(split_kind(name)[1]) for name in localities["name"]}
    return lambda text: (
        exact_role(text) != "" or _key(text) in known.by_key or spelling_key(split_kind(text)[1]) in names
    )


def indicator_named(text: str, known: IndicatorIndex) -> str:
    """Return the code of the indicator that a text names; "" where it names none for sure.

    A name may have a beginning ("Tỷ lệ", "Số"), a unit in brackets and short forms ("TTHC"). Where a rate and a count
    have the same name, the beginning and the unit decide. A name without accents is recognised only if the whole text
    has none.
    """
    for core, rate in _cores(text):
        found = _of_kind(known.by_key.get(_key(core), []), rate, known)
        if not found and core.isascii():
            found = _of_kind(known.by_plain.get(_plain(core), []), rate, known)
        if len(found) == 1:
            return found[0]
    return ""


def _of_kind(codes: list[str], rate: bool | None, known: IndicatorIndex) -> list[str]:
    if rate is None:
        return codes[:1]  # the one with the full name is first
    return [each for each in codes if (each in known.rates) == rate]


def nearest_indicator(text: str, known: IndicatorIndex) -> str:
    """Return the code of the indicator to suggest: the nearest name, or the first name that contains the text."""
    plain = _plain(_cores(text)[-1][0])
    if not SHORTEST <= len(plain) <= LONGEST:
        return ""
    near = difflib.get_close_matches(plain, known.by_plain, 1, NEAR)
    within = near or [name for name in known.by_plain if plain in name]
    return known.by_plain[within[0]][0] if within else ""


def _cores(text: str) -> list[tuple[str, bool | None]]:
    """Return shortened forms of a name, the whole name first, each with whether it must be a rate (None: unknown)."""
    whole = NUMBERING.sub("", words.spelled_out(clean_name(text))).rstrip(" .:;,*")
    cores: list[tuple[str, bool | None]] = [(whole, None)]
    rate: bool | None = None
    core = whole
    if unit := BRACKETS.search(core):
        rate = _of_unit(unit[1])
        core = core[: unit.start()]
        cores.append((core, rate))
    plain = unaccented(core)
    for beginning, is_rate in KINDS:
        if plain.startswith(beginning):
            return [*cores, (core[len(beginning) :], is_rate if rate is None else rate)]
    return cores


def _of_unit(unit: str) -> bool | None:
    plain = unaccented(unit)
    return True if "%" in plain or "phan tram" in plain else False if plain else None


def _key(text: str) -> str:
    return PUNCTUATION.sub("", spelling_key(text))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9%]", "", unaccented(text))


def _once(several: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: list(dict.fromkeys(codes)) for name, codes in several.items()}


def heading_parser(
    known: IndicatorIndex, register: place_names.Register, area: str
) -> Callable[[str], Heading]:
    """Return a function that parses a heading; it caches its results."""
    return cache(lambda text: _parse(text, known, register, area))


@lru_cache(maxsize=65536)
def exact_role(text: str) -> str:
    """Return the role that a text names, with or without accents; "" where it names none."""
    return ROLE_OF.get(_plain(BRACKETS.sub("", clean_name(text))), "")


def statement_kind(text: str) -> str:
    """Return the statement about the whole file that a text labels ("Kỳ báo cáo"): a key of ``STATED``, or ""."""
    return STATED_BY.get(_plain(clean_name(text)), "")


def _parse(text: str, known: IndicatorIndex, register: place_names.Register, area: str) -> Heading:
    if role := exact_role(text):
        return Heading(role)
    if len(text) > 2 * LONGEST:
        return Heading()
    if code := indicator_named(text, known):
        return Heading(indicator=code)
    if period := periods.parse_period(text):
        return Heading(period=period)
    period, rest = periods.split_period(text)
    if period:
        return replace(_parse(rest, known, register, area) if rest else Heading(), period=period)
    found, accented = place_names.localities_named(register, text, area=area)
    if len(found) == 1 and accented:
        return Heading(locality=found[0])
    return _in_two_parts(text, known) or _near(text, nearest_indicator(text, known))


def _beginning(text: str) -> str:
    """Return the role that the beginning of a heading names: "So với kế hoạch được giao"."""
    plain = unaccented(clean_name(text))
    return next((role for beginning, role in BEGINNINGS if plain.startswith(beginning)), "")


def _in_two_parts(text: str, known: IndicatorIndex) -> Heading | None:
    """Parse "Hồ sơ trực tuyến – tử số" and "Tử số: hồ sơ trực tuyến"."""
    for mark in PART_MARKS.finditer(text):
        left, right = text[: mark.start()], text[mark.end() :].strip(" )]")
        for part, name in ((exact_role(right), left), (exact_role(left), right)):
            if part in PARTS and (code := indicator_named(name, known) or nearest_indicator(name, known)):
                return Heading(part, indicator=code, sure=indicator_named(name, known) != "")
    return None


def _near(text: str, code: str) -> Heading:
    if code:
        return Heading(indicator=code, sure=False)
    plain = _plain(clean_name(text))
    if role := _beginning(text):
        return Heading(role, sure=False)
    near = difflib.get_close_matches(plain, ROLE_OF, 1, NEAR) if len(plain) > 3 else []
    return Heading(ROLE_OF[near[0]], sure=False) if near else Heading()


def _role_names() -> dict[str, str]:
    names = {_plain(name): role for role, some in words.ROLES.items() for name in some}
    return names | {_plain(name): "|".join(roles) for name, roles in words.TWO_MEANINGS.items()}


# Beginnings of the names of rates (True) and counts (False).
KINDS = [(unaccented(each) + " ", True) for each in words.RATE_BEGINNINGS] + [
    (unaccented(each) + " ", False) for each in words.COUNT_BEGINNINGS
]
ROLE_OF = _role_names()
STATED_BY = {_plain(name): what for what, some in words.STATED.items() for name in some}
BEGINNINGS = [(unaccented(each), role) for role, some in words.BEGINNINGS.items() for each in some]
