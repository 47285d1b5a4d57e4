"""Columns of text written small, so that a change of the map stays a few kilobytes.

Most columns of a map repeat themselves: 121 communes share one target, three periods, two sources. A column
is sent as its different texts and, for each place, one or two letters that say which of them.
"""

from collections.abc import Sequence
from typing import Any

# Printable ASCII that JSON writes as itself, in one byte each.
ALPHABET = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
BASE = len(ALPHABET)

Coded = dict[str, Any]


def encode(texts: Sequence[str]) -> Coded:
    """Write a column as ``words`` and ``at``.

    Examples
    --------
    >>> encode(["60", "60", "85"])
    {'words': ['60', '85'], 'at': '##$'}

    A column that says the same everywhere needs no ``at``, and one that never repeats is its words in order:

    >>> encode(["60", "60"]), encode(["a", "b"])
    ({'words': ['60']}, {'words': ['a', 'b']})
    """
    place_of = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    words = list(place_of)
    if len(words) in (1, len(texts)):
        return {"words": words}
    return {"words": words, "at": letters([place_of[text] for text in texts], len(words))}


def letters(numbers: Sequence[int], count: int) -> str:
    """Write numbers below ``count`` as one letter each, or two where one does not reach."""
    if count <= BASE:
        return "".join(ALPHABET[number] for number in numbers)
    if count > BASE * BASE:
        raise ValueError(f"{count} different texts in a column; two letters tell {BASE * BASE} apart")
    return "".join(ALPHABET[number // BASE] + ALPHABET[number % BASE] for number in numbers)


def decode(column: Coded, count: int) -> list[str]:
    """Read a column of ``count`` places back; what the browser does, here for tests and exports."""
    words, at = column["words"], column.get("at")
    if at is None:
        return [words[0]] * count if len(words) == 1 else list(words)
    width = len(at) // count
    numbers = [ALPHABET.index(letter) for letter in at]
    if width == 2:
        numbers = [high * BASE + low for high, low in zip(numbers[::2], numbers[1::2], strict=True)]
    return [words[number] for number in numbers]
