"""Parse a cell of figures: a value with its qualifier, a text, a reason of absence, or a problem."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from data.intake.interpret.units import Measure, is_percent, unit_factor
from data.intake.open.worksheet import Cell, as_text
from wording import reading_messages as words
from wording.numbers import number, possible_values
from wording.spelling import unaccented

# Full-width forms, which some East Asian keyboards type, and the kinds of space.
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (0xA0, 0x2007, 0x202F, 0x3000), 0x20
)
# A space separates thousands only: "12 15" is two numbers.
NUMBER = re.compile(r"[+\-−]?\s?(?:\d{1,3}(?:\s\d{3})+(?!\d)(?:,\d+)?|\d(?:[\d.,]*\d)?)")
PARTS = re.compile(rf"({NUMBER.pattern})\s*/\s*({NUMBER.pattern})\s*([^\W\d_][^\d]*)?")
PARTS_BEHIND = re.compile(rf"(.*\d\s*%?)\s*[(\[]\s*{PARTS.pattern}\s*[)\]]")
PARTS_BEFORE = re.compile(rf"{PARTS.pattern}\s*[(\[=,;:]\s*([^()\[\]]*\d\s*%)\s*[)\]]?")
SPAN = re.compile(rf"{NUMBER.pattern}\s*%?\s*(?:-|–|—|đến|~)\s*{NUMBER.pattern}.*")
# A mark of a note: "81,2 (1)", "81,2*", "81,2¹".
MARK = re.compile(r"(.*\d\s?(?:%|[^\W\d_]+)?)\s*(\*+|\(\*+\)|\(\d\)|\[\d\]|[¹²³⁴⁵])")
LINES = re.compile(r"\d[^\S\n\r\t]*[\n\r\t]+\s*[+\-−]?\d")
SEVERAL = re.compile(r"[\s/;,(]\d")  # a further number behind the first
LETTERS_AMONG_DIGITS = re.compile(r"(?=.*\d)(?=.*[OolI])[\dOolI][\dOolI.,]*\s?%?")
LONGEST = 100  # letters; a longer text is not parsed as a number with words
DIGITS = 10  # decimals of a percentage computed from a share; further ones are rounding noise


@dataclass(frozen=True)
class Figure:
    """The figure of a cell: a ``value``, a ``text`` without a number, or an ``absence``.

    ``absence`` is ``"pending"`` where there is no figure yet, and ``"not_applicable"`` where there will be none.
    ``numerator`` and ``denominator`` stand in the same cell: "100 % (65/65)". ``mark`` refers to a note below.
    ``converted`` is the unit that the number was written in, where it is not that of the indicator.
    """

    value: float | None = None
    text: str = ""
    qualifier: str = "exact"
    absence: str = ""
    numerator: float | None = None
    denominator: float | None = None
    mark: str = ""
    converted: str = ""


@dataclass(frozen=True)
class Problem:
    """Why a cell cannot be read: a key of ``reading_messages.FINDINGS`` and the further values of its message."""

    check: str
    details: dict[str, object] = field(default_factory=dict)


COUNT = Measure(whole=True, minimum=0)
FAULTS = {
    "error": "excel_error",
    "uncached": "uncomputed_formula",
    "hidden": "hidden_number",
    "scaled": "scaled_number",
}


def parse_cell(cell: Cell, measure: Measure, unit: str = "") -> Figure | Problem:
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
    unit : str
        The unit that the row, the heading or the table states; a unit in the cell itself counts more.

    Returns
    -------
    Figure or Problem
        A percentage is in percent: 77.15. An amount is in the unit of the indicator.
    """
    if cell.fault:
        return Problem(FAULTS[cell.fault])
    if isinstance(cell.content, str):
        return _parse_text(cell.content, measure, unit)
    if isinstance(cell.content, bool):
        return Problem("not_a_number", {"unit": measure.unit})
    if isinstance(cell.content, date | time | timedelta):
        return Problem("date_for_figure", {"unit": measure.unit})
    return _parse_number(cell, float(cell.content), measure, unit)


def _parse_number(cell: Cell, value: float, measure: Measure, unit: str) -> Figure | Problem:
    if measure.in_words:
        return Figure(text=as_text(value))
    if cell.percent and not measure.percent:
        return Problem("percent_for_count", {"unit": measure.unit})
    if cell.percent:
        return _fitting((round(value * 100, DIGITS),), True, "exact", measure)
    qualifier, rest = _qualified(f"{cell.before} 1" if cell.before else "1")
    if rest != "1":
        return Problem("format_says", {"shown": f"{cell.before} … {cell.after}".strip()})
    return _scaled((value,), cell.after or unit, bool(cell.after), qualifier, measure)


def _parse_text(written: str, measure: Measure, unit: str) -> Figure | Problem:
    lines = unicodedata.normalize("NFC", written).translate(NARROW).strip()
    text = " ".join(lines.split())
    plain = unaccented(text).strip(" .:()")
    if plain in PENDING or not plain:
        return Figure(absence="pending")
    if plain in NOT_APPLICABLE:
        return Figure(absence="not_applicable")
    if measure.in_words:
        return Figure(text=text)
    if plain in ZERO_OR_NOTHING:
        return Problem("zero_or_nothing")
    if LINES.search(lines):
        return Problem("several_numbers")
    if len(text) > LONGEST:
        return Problem("not_a_number", {"unit": measure.unit})
    return _parse_marked(text, measure, unit)


def _parse_marked(text: str, measure: Measure, unit: str) -> Figure | Problem:
    """Parse a text that may end with the mark of a note or with the parts of a rate in brackets."""
    if found := MARK.fullmatch(text):
        marked = _parse_marked(found[1].strip(), measure, unit)
        return replace(marked, mark=found[2].strip("()[]")) if isinstance(marked, Figure) else marked
    behind, before = PARTS_BEHIND.fullmatch(text), PARTS_BEFORE.fullmatch(text)
    if behind and measure.percent:
        return _with_parts(behind[1], behind[2], behind[3], behind[4] or "", measure)
    if before and measure.percent:
        return _with_parts(before[4], before[1], before[2], before[3] or "", measure)
    if (parts := PARTS.fullmatch(text)) and measure.percent:
        return _with_parts("", parts[1], parts[2], parts[3] or "", measure)
    qualifier, rest = _qualified(text)
    return _parse_quantity(rest, qualifier, measure, unit)


def _with_parts(
    rate: str, numerator: str, denominator: str, things: str, measure: Measure
) -> Figure | Problem:
    """Return a rate with its parts, all from one cell; words behind them must name what the indicator counts."""
    if things.strip() and unaccented(things.strip()) not in unaccented(measure.things):
        return Problem("parts_in_one_cell")
    counts = [_count(each) for each in (numerator, denominator)]
    numerator_count, denominator_count = counts
    if numerator_count is None or not denominator_count or numerator_count > denominator_count:
        return Problem("parts_in_one_cell")
    qualifier, value = _qualified(rate.strip())
    figure = _parse_quantity(value, qualifier, measure, "") if value else Figure()
    return (
        replace(figure, numerator=numerator_count, denominator=denominator_count)
        if isinstance(figure, Figure)
        else figure
    )


def _count(text: str) -> float | None:
    """Return the whole number that a text may mean; None where there is none."""
    whole = [each for each in possible_values(text) if each == int(each)]
    return max(whole) if whole else None


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


def _parse_quantity(text: str, qualifier: str, measure: Measure, unit: str) -> Figure | Problem:
    if LETTERS_AMONG_DIGITS.fullmatch(text):
        return Problem("letter_for_digit")
    if PARTS.match(text):
        return Problem("parts_in_one_cell")
    if SPAN.fullmatch(text):
        return Problem("span_in_one_cell")
    found = NUMBER.match(text)
    if not found:
        return Problem("not_a_number", {"unit": measure.unit})
    values, own = possible_values(found.group()), text[found.end() :].strip()
    if SEVERAL.search(f" {own}"):
        return Problem("several_numbers")
    if (
        not values
        or any(each.isdigit() for each in own)
        or not (not own or is_percent(own) or own[0].isalpha())
    ):
        return Problem("not_a_number", {"unit": measure.unit})
    return _scaled(values, own or unit, bool(own), qualifier, measure)


def _scaled(
    values: tuple[float, ...], unit: str, own: bool, qualifier: str, measure: Measure
) -> Figure | Problem:
    """Return the figure of a number in a unit, which stands in the cell itself or is stated outside it."""
    if unit and is_percent(unit) and not measure.percent:
        return Problem("percent_for_count", {"unit": measure.unit})
    factor = unit_factor(unit, measure) if unit else 1.0
    if factor is None and measure.percent and unit.lstrip().startswith("%"):
        factor = 1.0  # "81,2 % hồ sơ"
    if factor is None:
        return Problem("other_unit" if own else "unit_differs", {"unit": measure.unit, "stated": unit})
    if factor != 1:
        values = tuple(round(each * factor, DIGITS) for each in values)
    elif measure.whole:
        values = (
            max(values, key=abs),
        )  # a count has no decimals: "25.000" and "25,000" are both 25 thousand
    figure = _fitting(values, own and measure.percent, qualifier, measure)
    # "1,2 nghìn" is a way to write a number; a unit beside it is another one.
    converts = factor != 1 and (" " in unit or not own)
    return replace(figure, converted=unit) if converts and isinstance(figure, Figure) else figure


def _fitting(values: tuple[float, ...], percent: bool, qualifier: str, measure: Measure) -> Figure | Problem:
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
