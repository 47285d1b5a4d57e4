"""Numbers and dates as Vietnamese readers write them: 1.230.808 · 77,15 % · 21/10/2024."""

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
