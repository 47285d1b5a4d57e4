"""Read the heading of a column: a role, an indicator, a locality, a period, a unit.

A heading is sure only if every word of it is accounted for. What is left over makes it unsure, and the user is asked.
"""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import pandas as pd

from data.intake.interpret import period_mentions, periods, place_names
from data.intake.interpret.indicator_names import (
    BRACKETS,
    ENUMERATION,
    FOOTNOTE_MARK,
    LONGEST,
    NEAR,
    NUMBERING,
    IndicatorIndex,
    exact_key,
    indicator_named,
    is_unit,
    nearest_indicator,
    plain_key,
)
from data.intake.interpret.periods import Period
from data.intake.interpret.phrases import account, make_lexicon
from data.intake.interpret.units import is_percent, is_unit_word
from wording import column_names, heading_words
from wording.spelling import clean_name, spelling_key, split_kind

MOST_WORDS = 40  # of a heading in which names are searched
BARE_YEAR = re.compile(r"(?<![\w/.\-])20\d\d(?![\w/.\-])")
PART_MARKS = re.compile(r"\s+[-–—]\s+|\s*:\s*|\s*\n\s*|\s*[(\[]")
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


def name_recogniser(known: IndicatorIndex, localities: pd.DataFrame) -> Callable[[str], bool]:
    """Return a function that tells whether a text is exactly the name of a column, an indicator or a locality."""
    names = {spelling_key(split_kind(name)[1]) for name in localities["name"]}
    return lambda text: (
        exact_role(text) != ""
        or exact_key(text) in known.by_key
        or spelling_key(split_kind(text)[1]) in names
    )


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
    return ROLE_OF.get(plain_key(bare), "")


def _says_nothing(inner: str) -> bool:
    """Tell whether brackets hold a unit or a number, which no role depends on."""
    return is_percent(inner) or is_unit_word(inner) or ENUMERATION.fullmatch(inner.strip()) is not None


def statement_kind(text: str) -> str:
    """Return the statement about the whole file that a text labels ("Kỳ báo cáo"): a key of ``STATED``, or ""."""
    return STATED_BY.get(plain_key(clean_name(text)), "")


def is_aside(text: str) -> bool:
    """Tell whether a text says of a figure that it is planned, estimated or earlier, and nothing else: "số ước"."""
    said = account(text, LEXICON)
    kinds = said.holds - {"filler", "count", "group", "rate"}
    return bool(kinds) and not said.left and kinds <= {"plan", "estimate", "previous", "cumulative"}


def period_part(heading: str) -> str:
    """Return the part of a period that a column holds: ``"year"``, ``"quarter"``, ``"month"``, "" for a whole one."""
    return PERIOD_PARTS.get(plain_key(BRACKETS.sub("", heading)), "")


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
        if is_unit(found[1], known):
            return f"{text[: found.start()]} {text[found.end() :]}".strip(), found[1].strip()
    before, comma, after = text.rpartition(",")
    if comma and is_unit(after.strip(), known):
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
    plain = plain_key(clean_name(text))
    near = difflib.get_close_matches(plain, ROLE_OF, 1, NEAR) if len(plain) > 3 else []
    return Heading(ROLE_OF[near[0]] if near else "", sure=False, left=text)


def _role_names() -> dict[str, str]:
    names = {plain_key(name): role for role, some in column_names.ROLES.items() for name in some}
    return names | {plain_key(name): "|".join(roles) for name, roles in column_names.TWO_MEANINGS.items()}


ROLE_OF = _role_names()
PERIOD_PARTS = {plain_key(name): part for part, some in column_names.PERIOD_PARTS.items() for name in some}
STATED_BY = {plain_key(name): what for what, some in column_names.STATED.items() for name in some}
LEXICON = make_lexicon(
    heading_words.COLUMN_KINDS
    | {"rate": heading_words.RATE_WORDS, "count": heading_words.COUNT_WORDS}
    | {"group": heading_words.GROUPS, "filler": heading_words.FILLERS}
)
