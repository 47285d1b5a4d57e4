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


def day(value: date | None) -> str:
    """Write a date as ``21/10/2024``; a missing one is an em dash."""
    if value is None or value != value:
        return "—"
    return f"{value:%d/%m/%Y}"


_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")


def read(text: str) -> float | None:
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
    bare = text.replace(MINUS, "-").replace("%", "").replace("\u00a0", "").replace(" ", "")
    if _THOUSANDS.fullmatch(bare):
        return float(bare.replace(".", "").replace(",", "."))
    return float(bare.replace(",", ".")) if _PLAIN.fullmatch(bare) else None
