"""Numbers and dates in Vietnamese form: 1.230.808 · 77,15 % · 21/10/2024."""

import re
from datetime import date
from decimal import localcontext
from functools import lru_cache

from babel.numbers import format_decimal

MINUS = "−"


@lru_cache(maxsize=65536)
def number(value: float | None, decimals: int = 0) -> str:
    """Return a number with comma decimals and dotted thousands; a missing one is an em dash.

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
    # The usual precision of decimals cannot hold the digits of a number from 1e28 on.
    with localcontext(prec=400):
        return str(format_decimal(value, format=pattern, locale="vi")).replace("-", MINUS)


def quantity(value: float | None, unit: str, decimals: int = 0) -> str:
    """Return a number with its unit: ``77,15 %``, ``65 tổ``."""
    text = number(value, decimals)
    return text if text == "—" else f"{text} {unit}"


@lru_cache(maxsize=4096)
def day(value: date | None) -> str:
    """Return a date as ``21/10/2024``; a missing one is an em dash."""
    if value is None or value != value:
        return "—"
    return f"{value:%d/%m/%Y}"


_GROUPS = r"[1-9]\d{0,2}(?:%s\d{3})"
# Each form of a number, with its separators of thousands and decimals.
_FORMS = (
    (re.compile(_GROUPS % r"\." + r"+(?:,\d+)?"), ".", ","),  # 1.230.808,5
    (re.compile(r"\d+(?:,\d+)?"), "", ","),  # 77,15
    (re.compile(r"\d+\.\d+"), "", "."),  # 77.15
    (re.compile(_GROUPS % "," + r"+(?:\.\d+)?"), ",", "."),  # 1,230,808.5
)


def possible_values(text: str) -> tuple[float, ...]:
    """Return the possible values of a written number; the Vietnamese one is first.

    Three digits after the only point or comma may be thousands or decimals: such a number has two values.

    Parameters
    ----------
    text : str
        With or without a sign, a % sign and spaces between the digits.

    Returns
    -------
    tuple of float
        Without repetition; empty where the text is not a number.

    Examples
    --------
    >>> possible_values("1.230"), possible_values("77,15"), possible_values("1,230,808.5")
    ((1230.0, 1.23), (77.15,), (1230808.5,))
    """
    bare = text.replace(MINUS, "-").replace("%", "").replace("\u00a0", "").replace(" ", "")
    sign, digits = (bare[0], bare[1:]) if bare[:1] in ("+", "-") else ("", bare)
    found = [
        float(sign + digits.replace(thousands or "\0", "").replace(decimal, "."))
        for way, thousands, decimal in _FORMS
        if digits.isascii() and way.fullmatch(digits)
    ]
    return tuple(dict.fromkeys(found))


def parse_number(text: str) -> float | None:
    """Parse a number in Vietnamese form; None where the text is not a number.

    A point before three digits separates thousands; before any other number of digits it is a decimal point.

    Examples
    --------
    >>> parse_number("1.230.808"), parse_number("77,15"), parse_number("77.15"), parse_number("−2,5 %")
    (1230808.0, 77.15, 77.15, -2.5)
    >>> parse_number("1,2,3") is None
    True
    """
    return next(iter(possible_values(text)), None)
