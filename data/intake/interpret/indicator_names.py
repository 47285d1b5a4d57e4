"""The names of indicators: which one a text names for sure, and which it may mean."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from data.intake.interpret.units import is_percent, is_unit_word
from data.schema import split_list
from wording import column_names
from wording.spelling import clean_name, spelling_key, unaccented

SHORTEST, LONGEST = 6, 150  # letters; no indicator is suggested for other texts
NEAR = 0.82  # ratio of difflib without accents: enough to suggest an indicator, never to accept it
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
NUMBERING = re.compile(
    r"^\s*(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})+[.)]?|(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s?[.)])\s+"
)
ENUMERATION = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})\)?\s*(?:=.*)?")
FOOTNOTE_MARK = re.compile(r"\s*(?:\*+|[¹²³⁴⁵])$")
PUNCTUATION = re.compile(r"""[\s,.;:"“”()\[\]/_'*]""")


@dataclass(frozen=True, eq=False)
class IndicatorIndex:
    """Indicators by their names and further names, which of them are rates, and the words of all units."""

    names: dict[str, str]
    rates: frozenset[str]
    by_key: dict[str, list[str]]
    by_plain: dict[str, list[str]]
    units: frozenset[str]


def index_indicators(table: pd.DataFrame) -> IndicatorIndex:
    """Index the indicators by code, name and further names.

    Parameters
    ----------
    table : DataFrame
        The table ``indicators``; its column ``intake_names`` holds further names, separated by ``|``.
    """
    names = dict(zip(table["indicator"], table["name_vi"], strict=True))
    rates = frozenset(table.loc[table["unit"].str.startswith("%"), "indicator"])
    units = frozenset(spelling_key(each) for each in table["unit"])
    by_key, by_plain = defaultdict(list), defaultdict(list)
    for code, further in zip(table["indicator"], table["intake_names"], strict=True):
        for each in dict.fromkeys([code, names[code], *split_list(further)]):
            # "Tổng số thủ tục" is no indicator called "thủ tục": that is a unit.
            for core in (form for form in _own_forms(each) if spelling_key(form) not in units):
                by_key[exact_key(core)].append(code)
                by_plain[plain_key(core)].append(code)
    return IndicatorIndex(names, rates, _once(by_key), _once(by_plain), units)


def indicator_named(text: str, known: IndicatorIndex) -> str:
    """Return the code of the indicator that a text names; "" where it names none for sure.

    A name may have a number before it, a beginning ("Tỷ lệ", "Số"), a unit in brackets and short forms ("TTHC"). Where
    a rate and a count have the same name, the beginning and the unit decide. Brackets with any other words make another
    name. A name without accents is recognised only if the whole text has none.
    """
    for core, rate in _cores(text, known):
        found = _of_kind(known.by_key.get(exact_key(core), []), rate, known)
        if not found and core.isascii():
            found = _of_kind(known.by_plain.get(plain_key(core), []), rate, known)
        if len(found) == 1:
            return found[0]
    return ""


def _of_kind(codes: list[str], rate: bool | None, known: IndicatorIndex) -> list[str]:
    if rate is None:
        return codes[:1]  # the one with the full name is first
    return [each for each in codes if (each in known.rates) == rate]


def nearest_indicator(text: str, known: IndicatorIndex) -> str:
    """Return the code of the indicator to suggest: the nearest name, or the first name that contains the text."""
    core = BRACKETS.sub(" ", clean_name(text)).strip()
    plain = plain_key(_cores(core, known)[-1][0])
    if not SHORTEST <= len(plain) <= LONGEST:
        return ""
    near = difflib.get_close_matches(plain, known.by_plain, 1, NEAR)
    within = near or [name for name in known.by_plain if plain in name]
    return known.by_plain[within[0]][0] if within else ""


def _own_forms(name: str) -> Iterator[str]:
    """Yield the forms of an indicator's own name: whole, without what stands in brackets, without its beginning."""
    whole = column_names.spelled_out(clean_name(name)).rstrip(" .:;,*")
    yield whole
    bare = BRACKETS.sub(" ", whole).strip()
    yield bare
    plain = unaccented(bare)
    yield from (bare[len(beginning) :] for beginning, _ in KINDS if plain.startswith(beginning))


def _cores(text: str, known: IndicatorIndex) -> list[tuple[str, bool | None]]:
    """Return shortened forms of a name, the whole name first, each with whether it must be a rate (None: unknown)."""
    whole = _spelled(text)
    cores: list[tuple[str, bool | None]] = [(whole, None)]
    rate: bool | None = None
    core = whole
    while (found := list(BRACKETS.finditer(core))) and found[-1].end() == len(core):
        inner = found[-1][1].strip()
        if not (is_unit(inner, known) or ENUMERATION.fullmatch(inner)):
            return cores
        rate = is_percent(inner) if is_unit(inner, known) else rate
        core = core[: found[-1].start()]
        cores.append((core, rate))
    plain = unaccented(core)
    for beginning, is_rate in KINDS:
        if plain.startswith(beginning):
            return [*cores, (core[len(beginning) :], is_rate if rate is None else rate)]
    return cores


def _spelled(text: str) -> str:
    spelled = NUMBERING.sub("", column_names.spelled_out(clean_name(text))).rstrip(" .:;,*")
    return FOOTNOTE_MARK.sub("", spelled)


def is_unit(text: str, known: IndicatorIndex) -> bool:
    """Tell whether a text is a unit: percent, a multiple, or the unit of an indicator."""
    return (
        is_percent(text) or is_unit_word(text) or spelling_key(column_names.spelled_out(text)) in known.units
    )


def exact_key(text: str) -> str:
    """Return a key that is equal for names that differ in case, marks and spaces."""
    return PUNCTUATION.sub("", spelling_key(text))


def plain_key(text: str) -> str:
    """Return a key that is equal for names that differ in accents, too."""
    return re.sub(r"[^a-z0-9%]", "", unaccented(text))


def _once(several: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: list(dict.fromkeys(codes)) for name, codes in several.items()}


# Beginnings of the names of rates (True) and counts (False).
KINDS = [(unaccented(each) + " ", True) for each in column_names.RATE_BEGINNINGS] + [
    (unaccented(each) + " ", False) for each in column_names.COUNT_BEGINNINGS
]
