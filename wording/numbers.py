"""Numbers and dates as Vietnamese readers write them: 1.230.808 · 77,15 % · 21/10/2024."""

import re
from datetime import date
from functools import lru_cache

from babel.numbers import format_decimal

MINUS = "−"


@lru_cache(maxsize=65536)
def number(value: float | None, decimals: int = 0) -> str:
    """Write a number with comma decimals and dotted thousands; a missing one is an em dash.

    Examples
    --------
    >>> number(1230808)
    '1.230.808'
    >>> number(77.15, 2)
    '77,15'
    """
    if value is None or value != value:
        return "—"
    pattern = "#,##0" if decimals == 0 else "#,##0." + "#" * decimals
    return str(format_decimal(value, format=pattern, locale="vi")).replace("-", MINUS)


def quantity(value: float | None, unit: str, decimals: int = 0) -> str:
    """Write a number with its unit: ``77,15 %``, ``65 tổ``."""
    text = number(value, decimals)
    return text if text == "—" else f"{text} {unit}"


@lru_cache(maxsize=4096)
def day(value: date | None) -> str:
    """Write a date as ``21/10/2024``; a missing one is an em dash."""
    if value is None or value != value:
        return "—"
    return f"{value:%d/%m/%Y}"


_GROUPS = r"[1-9]\d{0,2}(?:%s\d{3})"
# Each way to write a number, and what parts its thousands and its decimals.
_WAYS = (
    (re.compile(_GROUPS % r"\." + r"+(?:,\d+)?"), ".", ","),  # 1.230.808,5
    (re.compile(r"\d+(?:,\d+)?"), "", ","),  # 77,15
    (re.compile(r"\d+\.\d+"), "", "."),  # 77.15
    (re.compile(_GROUPS % "," + r"+(?:\.\d+)?"), ",", "."),  # 1,230,808.5
)


def possible_values(text: str) -> tuple[float, ...]:
    """Return what a written number may mean, as Vietnamese readers would take it first.

    Three digits behind the only point or comma may be thousands or decimals: such a number has two readings.

    Parameters
    ----------
    text : str
        With or without a sign, a % sign, spaces between the digits.

    Returns
    -------
    tuple of float
        Empty where it is no number; without repetition.

    Examples
    --------
    >>> readings("1.230"), readings("2,317"), readings("77,15"), readings("1,230,808.5")
    ((1230.0, 1.23), (2.317, 2317.0), (77.15,), (1230808.5,))
    """
    bare = text.replace(MINUS, "-").replace("%", "").replace("\u00a0", "").replace(" ", "")
    sign, digits = (bare[0], bare[1:]) if bare[:1] in ("+", "-") else ("", bare)
    found = [
        float(sign + digits.replace(thousands or "\0", "").replace(decimal, "."))
        for way, thousands, decimal in _WAYS
        if digits.isascii() and way.fullmatch(digits)
    ]
    return tuple(dict.fromkeys(found))


def parse_number(text: str) -> float | None:
    """Read a number as Vietnamese readers type it; what is none is None.

    A point before three digits parts thousands, as it is printed; before any other number of digits it can only be a
    foreign keyboard's decimal point.

    Examples
    --------
    >>> read("1.230.808"), read("77,15"), read("77.15"), read("−2,5 %")
    (1230808.0, 77.15, 77.15, -2.5)
    >>> read("1,2,3") is None
    True
    """
    return next(iter(possible_values(text)), None)
