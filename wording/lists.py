"""Lists inside a sentence."""

from collections.abc import Iterable


def comma_list(names: Iterable[str]) -> str:
    """Join names by commas; a name that occurs twice is written once."""
    return ", ".join(dict.fromkeys(names))


def semicolon_list(parts: Iterable[str]) -> str:
    """Join parts that may hold commas."""
    return "; ".join(parts)
