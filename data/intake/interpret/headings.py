"""Read the heading of a column: a role, an indicator, a locality, a period, a unit.

A heading is sure only if every word of it is accounted for. What is left over makes it unsure, and the user is asked.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import pandas as pd

from data.intake.interpret import period_mentions, periods, place_names
from data.intake.interpret.periods import Period
from data.intake.interpret.phrases import account, make_lexicon
from data.intake.interpret.units import is_percent, is_unit_word
from data.schema import split_list
from wording import column_names, heading_words
from wording.spelling import clean_name, spelling_key, split_kind, unaccented

SHORTEST, LONGEST = 6, 150  # letters; no indicator is suggested for other texts
NEAR = 0.82  # ratio of difflib without accents: enough to suggest an indicator, never to accept it
MOST_WORDS = 40  # of a heading in which names are searched
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
NUMBERING = re.compile(
    r"^\s*(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})+[.)]?|(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s?[.)])\s+"
)
ENUMERATION = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})\)?\s*(?:=.*)?")
FOOTNOTE_MARK = re.compile(r"\s*(?:\*+|[¹²³⁴⁵])$")
BARE_YEAR = re.compile(r"(?<![\w/.\-])20\d\d(?![\w/.\-])")
PART_MARKS = re.compile(r"\s+[-–—]\s+|\s*:\s*|\s*\n\s*|\s*[(\[]")
PUNCTUATION = re.compile(r"""[\s,.;:"“”()\[\]/_'*]""")
UNIT_TAIL = re.compile(
    r"[\s,;:(\[]+(?:đvt|đơn vị(?: tính)?|dvt|don vi(?: tinh)?)\s*:\s*([^()\[\]]+)[)\]]?$", re.IGNORECASE
)
PARTS = ("value", "numerator", "denominator", "previous", "ignored")
NOT_ACTUAL = ("comparison", "previous", "score", "estimate", "plan", "total", "cumulative")
# Figures that may be meant where a table has no other: the user is asked, or an actual column is read instead.
SECOND_BEST = ("estimate", "cumulative")


@dataclass(frozen=True)
class Heading:
    """Meaning of a heading; all fields are empty where nothing was recognised.

    Attributes
    ----------
    role
        Two roles have "|" between them where the cells below decide.
    unit
        The unit that the heading states, as written.
    aside
        Why the figures below are no actual figures: a key of ``heading_words.ASIDE``.
    rate
        Whether a rate (True) or a count (False) stands below, where the heading says so.
    left
        The words that were not understood.
    undated
        A period without its year ("quý III"), which the title above the table completes.
    """

    role: str = ""
    indicator: str = ""
    locality: str = ""
    period: Period | None = None
    sure: bool = True
    unit: str = ""
    aside: str = ""
    rate: bool | None = None
    left: str = ""
    undated: str = ""

    @property
    def known(self) -> bool:
        """Whether anything was recognised."""
        return bool(self.role or self.indicator or self.locality or self.period or self.unit)


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
                by_key[_key(core)].append(code)
                by_plain[_plain(core)].append(code)
    return IndicatorIndex(names, rates, _once(by_key), _once(by_plain), units)


def name_recogniser(known: IndicatorIndex, localities: pd.DataFrame) -> Callable[[str], bool]:
    """Return a function that tells whether a text is exactly the name of a column, an indicator or a locality."""
    names = {spelling_key(split_kind(name)[1]) for name in localities["name"]}
    return lambda text: (
        exact_role(text) != "" or _key(text) in known.by_key or spelling_key(split_kind(text)[1]) in names
    )


def indicator_named(text: str, known: IndicatorIndex) -> str:
    """Return the code of the indicator that a text names; "" where it names none for sure.

    A name may have a number before it, a beginning ("Tỷ lệ", "Số"), a unit in brackets and short forms ("TTHC"). Where
    a rate and a count have the same name, the beginning and the unit decide. Brackets with any other words make another
    name. A name without accents is recognised only if the whole text has none.
    """
    for core, rate in _cores(text, known):
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
    core = BRACKETS.sub(" ", clean_name(text)).strip()
    plain = _plain(_cores(core, known)[-1][0])
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
        if not (_is_unit(inner, known) or ENUMERATION.fullmatch(inner)):
            return cores
        rate = is_percent(inner) if _is_unit(inner, known) else rate
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


def _is_unit(text: str, known: IndicatorIndex) -> bool:
    return (
        is_percent(text) or is_unit_word(text) or spelling_key(column_names.spelled_out(text)) in known.units
    )


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
    """Return the role that a text names, with or without accents and a unit in brackets; "" where it names none."""
    whole = clean_name(text)
    bare = BRACKETS.sub(lambda found: "" if _says_nothing(found[1]) else found[0], whole)
    return ROLE_OF.get(_plain(bare), "")


def _says_nothing(inner: str) -> bool:
    """Tell whether brackets hold a unit or a number, which no role depends on."""
    return is_percent(inner) or is_unit_word(inner) or ENUMERATION.fullmatch(inner.strip()) is not None


def statement_kind(text: str) -> str:
    """Return the statement about the whole file that a text labels ("Kỳ báo cáo"): a key of ``STATED``, or ""."""
    return STATED_BY.get(_plain(clean_name(text)), "")


def is_aside(text: str) -> bool:
    """Tell whether a text says of a figure that it is planned, estimated or earlier, and nothing else: "số ước"."""
    said = account(text, LEXICON)
    kinds = said.holds - {"filler", "count", "group", "rate"}
    return bool(kinds) and not said.left and kinds <= {"plan", "estimate", "previous", "cumulative"}


def period_part(heading: str) -> str:
    """Return the part of a period that a column holds: ``"year"``, ``"quarter"``, ``"month"``, "" for a whole one."""
    return PERIOD_PARTS.get(_plain(BRACKETS.sub("", heading)), "")


def _parse(text: str, known: IndicatorIndex, register: place_names.Register, area: str) -> Heading:
    if len(text) > 2 * LONGEST:
        return Heading(left=text)
    if role := exact_role(text):
        return _with_kind(Heading(role), text, known)
    if code := indicator_named(text, known):
        _, unit = _without_unit(text, known)
        return Heading(indicator=code, unit=unit, rate=_rate_said(frozenset(), unit))
    if period := periods.parse_period(text):
        return Heading(period=period)
    if place := _place_named(text, register, area):
        return Heading(locality=place)
    if parts := _in_two_parts(text, known):
        return parts
    return _accounted(text, known, register, area)


def _with_kind(heading: Heading, text: str, known: IndicatorIndex) -> Heading:
    """Add the unit, the kind of figure and the reason for not reading it that the name of a role says."""
    _, unit = _without_unit(text, known)
    if heading.role not in PARTS:
        return replace(heading, unit=unit)
    said = account(BRACKETS.sub(" ", text), LEXICON)
    aside = next((kind for kind in NOT_ACTUAL if kind in said.holds), "")
    return replace(
        heading, unit=unit, rate=_rate_said(said.holds, unit),
        aside=aside if heading.role in ("ignored", "previous") else "",
    )  # fmt: skip


def _place_named(text: str, register: place_names.Register, area: str) -> str:
    found, accented = place_names.localities_named(register, text, area=area)
    return found[0] if len(found) == 1 and accented else ""


def _accounted(text: str, known: IndicatorIndex, register: place_names.Register, area: str) -> Heading:
    """Account for every word: periods, a unit, one name, and phrases that say what the figures are."""
    named, undated, rest = _without_periods(text)
    rest, unit = _without_unit(rest, known)
    heading, rest = _with_name(rest, known, register, area)
    said = account(rest, LEXICON)
    left = " ".join(each for each in said.left if not ENUMERATION.fullmatch(each))
    kinds = said.holds - {"filler"}
    if not (heading.known or named or undated or unit or kinds - {"group"}):
        return _near(text, known) if left or not kinds else Heading()
    aside = _aside(text, kinds)
    figures = "actual" in kinds or (not left and kinds & {"rate", "count"})
    role = {"previous": "previous", "": "value" if figures else ""}.get(aside, "ignored")
    if aside == "cumulative" and named:
        aside, role = "", "value"  # "Lũy kế 9 tháng đầu năm 2024" says since when
    period = named[0] if len(set(named)) == 1 else None
    clear = not left and (aside != "" or len(set(named)) < 2) and not _is_torn(text, kinds)
    heading = replace(heading, role=role, period=period, unit=unit, aside=aside, rate=_rate_said(kinds, unit))
    if not heading.indicator and left and not aside:
        heading = replace(heading, indicator=nearest_indicator(rest, known))
    return replace(heading, sure=clear, left=left, undated=undated)


def _without_periods(text: str) -> tuple[list[Period], str, str]:
    """Return the periods of a heading, the one without a year, and the other words; a bare year is a period."""
    bare = NUMBERING.sub("", FOOTNOTE_MARK.sub("", clean_name(text)))
    named, rest = period_mentions.split_mentions(period_mentions.without_numbers(bare))
    if not named and (year := BARE_YEAR.search(rest)) and (period := periods.parse_period(year[0])):
        return [period], "", f"{rest[: year.start()]} {rest[year.end() :]}"
    if not named and (undated := period_mentions.find_undated(rest)):
        return [], rest[undated[0] : undated[1]], f"{rest[: undated[0]]} {rest[undated[1] :]}"
    return named, "", rest


def _aside(text: str, kinds: frozenset[str]) -> str:
    """Return why the figures below a heading are no actual ones; a plan beside "thực hiện" is a comparison of both."""
    aside = next((kind for kind in NOT_ACTUAL if kind in kinds), "")
    if aside == "plan" and "actual" in kinds:
        return "comparison" if re.search(r"[/%]", text) else ""
    return aside


def _is_torn(text: str, kinds: frozenset[str]) -> bool:
    """Tell whether a heading speaks of a plan and of results, and may mean either: "Thực hiện kế hoạch"."""
    return {"plan", "actual"} <= kinds and not re.search(r"[/%]", text)


def _rate_said(kinds: frozenset[str], unit: str) -> bool | None:
    if "rate" in kinds or (unit and is_percent(unit)):
        return True
    return False if "count" in kinds or unit else None


def _without_unit(text: str, known: IndicatorIndex) -> tuple[str, str]:
    """Split a heading into its words and the unit that it states in brackets, after a comma or after "ĐVT:"."""
    if tail := UNIT_TAIL.search(text):
        return text[: tail.start()].strip(), tail[1].strip()
    for found in BRACKETS.finditer(text):
        if _is_unit(found[1], known):
            return f"{text[: found.start()]} {text[found.end() :]}".strip(), found[1].strip()
    before, comma, after = text.rpartition(",")
    if comma and _is_unit(after.strip(), known):
        return before.strip(), after.strip()
    return text, ""


def _with_name(
    text: str, known: IndicatorIndex, register: place_names.Register, area: str
) -> tuple[Heading, str]:
    """Find the longest name of an indicator or a locality within a text; return it and the words around it."""
    spans = [each.span() for each in re.finditer(r"\S+", text)]
    for length in range(len(spans), 1, -1) if len(spans) <= MOST_WORDS else ():
        for first in range(len(spans) - length + 1):
            start, end = spans[first][0], spans[first + length - 1][1]
            part = text[start:end].strip(" -–,:;()[]")
            rest = f"{text[:start]} {text[end:]}".strip()
            if code := indicator_named(part, known):
                return Heading(indicator=code), rest
            if split_kind(part)[0] and (place := _place_named(part, register, area)):
                return Heading(locality=place), rest
    return Heading(), text


def _in_two_parts(text: str, known: IndicatorIndex) -> Heading | None:
    """Parse "Hồ sơ trực tuyến – tử số" and "Tử số: hồ sơ trực tuyến"."""
    for mark in PART_MARKS.finditer(text):
        left, right = text[: mark.start()], text[mark.end() :].strip(" )]")
        for part, name in ((exact_role(right), left), (exact_role(left), right)):
            if part in ("numerator", "denominator"):
                if code := indicator_named(name, known):
                    return Heading(part, indicator=code)
                if code := nearest_indicator(name, known):
                    return Heading(part, indicator=code, sure=False, left=name)
    return None


def _near(text: str, known: IndicatorIndex) -> Heading:
    """Return what a heading without a known word may mean; it is never sure."""
    if code := nearest_indicator(text, known):
        return Heading(indicator=code, sure=False, left=text)
    plain = _plain(clean_name(text))
    near = difflib.get_close_matches(plain, ROLE_OF, 1, NEAR) if len(plain) > 3 else []
    return Heading(ROLE_OF[near[0]] if near else "", sure=False, left=text)


def _role_names() -> dict[str, str]:
    names = {_plain(name): role for role, some in column_names.ROLES.items() for name in some}
    return names | {_plain(name): "|".join(roles) for name, roles in column_names.TWO_MEANINGS.items()}


# Beginnings of the names of rates (True) and counts (False).
KINDS = [(unaccented(each) + " ", True) for each in column_names.RATE_BEGINNINGS] + [
    (unaccented(each) + " ", False) for each in column_names.COUNT_BEGINNINGS
]
ROLE_OF = _role_names()
PERIOD_PARTS = {_plain(name): part for part, some in column_names.PERIOD_PARTS.items() for name in some}
STATED_BY = {_plain(name): what for what, some in column_names.STATED.items() for name in some}
LEXICON = make_lexicon(
    heading_words.COLUMN_KINDS
    | {"rate": heading_words.RATE_WORDS, "count": heading_words.COUNT_WORDS}
    | {"group": heading_words.GROUPS, "filler": heading_words.FILLERS}
)
