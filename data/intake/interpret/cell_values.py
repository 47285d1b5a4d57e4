"""Parse a cell of figures: a value with its qualifier, a text, a reason of absence, or a problem."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache

from data.intake.open.worksheet import Cell, as_text
from wording import reading_messages as words
from wording.column_names import spelled_out
from wording.numbers import number, possible_values
from wording.spelling import spelling_key, unaccented

# Full-width forms, which some East Asian keyboards type, and the kinds of space.
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (0xA0, 0x2007, 0x202F, 0x3000), 0x20
)
NUMBER = re.compile(r"[+\-−]?\s?\d(?:[\d.,\s]*\d)?")
PARTS = re.compile(rf"{NUMBER.pattern}\s*/\s*{NUMBER.pattern}.*")
SPAN = re.compile(rf"{NUMBER.pattern}\s*%?\s*(?:-|–|—|đến|~)\s*{NUMBER.pattern}.*")
LETTERS_AMONG_DIGITS = re.compile(r"(?=.*\d)(?=.*[OolI])[\dOolI][\dOolI.,]*\s?%?")
LONGEST = 100  # letters; a longer text is not parsed as a number with words
DIGITS = 10  # decimals of a percentage computed from a share; further ones are rounding noise


@dataclass(frozen=True)
class Measure:
    """Unit and bounds of an indicator; ``summed`` says that the figures of parts add up to that of the whole."""

    unit: str = ""
    whole: bool = False
    summed: bool = False
    minimum: float = float("-inf")
    maximum: float = float("inf")
    in_words: bool = False

    @property
    def percent(self) -> bool:
        """Whether the unit is percent."""
        return self.unit.startswith("%")


@dataclass(frozen=True)
class Figure:
    """The figure of a cell: a ``value``, a ``text`` without a number, or an ``absence``.

    ``absence`` is ``"pending"`` where there is no figure yet, and ``"not_applicable"`` where there will be none.
    """

    value: float | None = None
    text: str = ""
    qualifier: str = "exact"
    absence: str = ""


@dataclass(frozen=True)
class Problem:
    """Why a cell cannot be read: a key of ``reading_messages.FINDINGS`` and the further values of its message."""

    check: str
    details: dict[str, object] = field(default_factory=dict)


COUNT = Measure(whole=True, minimum=0)


def parse_cell(cell: Cell, measure: Measure) -> Figure | Problem:
    """Parse a cell of figures.

    A number with two possible values ("1.234") is accepted only if the indicator allows one of them: a count is whole,
    a percentage is at most 100. A percentage above 0 and up to 1 needs a % sign or format: without it, 0.7715 may mean
    77,15 % or 0,7715 %.

    Parameters
    ----------
    cell : Cell
        The cell of the file.
    measure : Measure
        Unit and bounds of the indicator.

    Returns
    -------
    Figure or Problem
        A percentage is in percent: 77.15.
    """
    if cell.fault:
        return Problem("excel_error" if cell.fault == "error" else "uncomputed_formula")
    if isinstance(cell.content, str):
        return _parse_text(cell.content, measure)
    if isinstance(cell.content, bool):
        return Problem("not_a_number", {"unit": measure.unit})
    if isinstance(cell.content, date | time | timedelta):
        return Problem("date_for_figure", {"unit": measure.unit})
    return _parse_number(float(cell.content), cell.percent, measure)


def _parse_number(value: float, percent: bool, measure: Measure) -> Figure | Problem:
    if measure.in_words:
        return Figure(text=as_text(value))
    if percent and not measure.percent:
        return Problem("percent_for_count", {"unit": measure.unit})
    return _fitting((round(value * 100, DIGITS) if percent else value,), percent, "exact", measure)


def _parse_text(written: str, measure: Measure) -> Figure | Problem:
    text = " ".join(unicodedata.normalize("NFC", written).translate(NARROW).split())
    plain = unaccented(text).strip(" .:()")
    if plain in PENDING or not plain:
        return Figure(absence="pending")
    if plain in NOT_APPLICABLE:
        return Figure(absence="not_applicable")
    if measure.in_words:
        return Figure(text=text)
    if plain in ZERO_OR_NOTHING:
        return Problem("zero_or_nothing")
    if len(text) > LONGEST:
        return Problem("not_a_number", {"unit": measure.unit})
    qualifier, rest = _qualified(text)
    return _parse_quantity(rest, qualifier, measure)


def _qualified(text: str) -> tuple[str, str]:
    """Split "hơn 900" into its qualifier and the rest; introductory words ("đạt 77,15 %") are dropped."""
    plain = unaccented(text)  # has the length of the text: each letter loses its accents
    for qualifier, words_before in QUALIFIED_BEFORE:
        if plain.startswith(words_before) and not plain[len(words_before) :][:1].isalpha():
            inner, rest = _qualified(text[len(words_before) :].strip())
            return (inner if qualifier == "exact" else qualifier), rest
    for qualifier, words_behind in QUALIFIED_AFTER:
        if plain.endswith(words_behind):
            return qualifier, _qualified(text[: -len(words_behind)].strip())[1]
    return "exact", text


def _parse_quantity(text: str, qualifier: str, measure: Measure) -> Figure | Problem:
    if LETTERS_AMONG_DIGITS.fullmatch(text):
        return Problem("letter_for_digit")
    if PARTS.fullmatch(text):
        return Problem("parts_in_one_cell")
    if SPAN.fullmatch(text):
        return Problem("span_in_one_cell")
    found = NUMBER.match(text)
    if not found:
        return Problem("not_a_number", {"unit": measure.unit})
    values, unit = possible_values(found.group()), text[found.end() :].strip()
    percent = unit.startswith("%") or unaccented(unit) == "phan tram"
    if not values or any(each.isdigit() for each in unit) or not (percent or not unit or unit[0].isalpha()):
        return Problem("not_a_number", {"unit": measure.unit})
    if percent and not measure.percent:
        return Problem("percent_for_count", {"unit": measure.unit})
    if (times := _times(unit, measure)) is None:
        return Problem("other_unit", {"unit": measure.unit})
    return _fitting(tuple(each * times for each in values), percent, qualifier, measure)


@lru_cache(maxsize=4096)
def is_unit(written: str, measure: Measure) -> bool:
    """Tell whether a text is the unit of an indicator: its own words, a longer form of them, or % in any words.

    Parameters
    ----------
    written : str
        The text behind a number or in the column of units.
    measure : Measure
        Unit and bounds of the indicator.
    """
    whole = spelling_key(spelled_out(written))
    if measure.percent:
        return whole in map(spelling_key, words.PERCENT)
    return bool(measure.unit) and whole.startswith(spelling_key(measure.unit))


def _times(unit: str, measure: Measure) -> float | None:
    """Return the factor that the words behind a number stand for; None where they name another unit."""
    if not unit or is_unit(unit, measure):
        return 1
    first, _, rest = unit.partition(" ")
    scale = words.SCALES.get(first.lower())
    return scale if scale and (not rest or is_unit(rest, measure)) else None


def _fitting(values: tuple[float, ...], percent: bool, qualifier: str, measure: Measure) -> Figure | Problem:
    # A count has no decimals: "25.000" and "25,000" are both 25 thousand.
    values = (max(values, key=abs),) if measure.whole else values
    fitting = [each for each in values if each <= measure.maximum]
    if len(values) > 1 and len(fitting) != 1:
        first, second = (number(each, 4) for each in values)
        return Problem("two_readings", {"first": first, "second": second})
    value = (fitting or list(values))[0]
    if measure.percent and not percent and 0 < abs(value) <= 1:
        return Problem("share_for_percent", {"as_share": number(value * 100, 4), "as_is": number(value, 6)})
    if value < 0 <= measure.minimum:
        return Problem("negative", {"unit": measure.unit})
    if measure.whole and value % 1:
        return Problem("not_whole", {"unit": measure.unit})
    return Figure(value, qualifier=qualifier)


def _plain(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(unaccented(each) for each in phrases)


def _longest_first(phrases: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    pairs = [(qualifier, unaccented(each)) for qualifier, some in phrases.items() for each in some]
    return sorted(pairs, key=lambda pair: -len(pair[1]))


PENDING = _plain(words.PENDING)
NOT_APPLICABLE = _plain(words.NOT_APPLICABLE)
ZERO_OR_NOTHING = _plain(words.ZERO_OR_NOTHING)
QUALIFIED_BEFORE = _longest_first(words.QUALIFIED_BEFORE)
QUALIFIED_AFTER = _longest_first(words.QUALIFIED_AFTER)
