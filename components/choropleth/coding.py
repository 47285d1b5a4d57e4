"""Columns of text written small, so that a change of the map stays a few kilobytes.

Most columns of a map repeat themselves: 121 communes share one target, three periods, two sources. A column
is sent as its different texts and, for each place, one or two letters that say which of them.
"""

from collections.abc import Sequence

# Printable ASCII that JSON writes as itself, in one byte each.
ALPHABET = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
BASE = len(ALPHABET)

# What stands between two texts: no text has it in it, for each is one line.
BETWEEN = "\n"

Coded = dict[str, str]


def encode(texts: Sequence[str]) -> Coded:
    """Write a column as its different ``words``, the ``tail`` they share, and which place says which, ``at``.

    Examples
    --------
    >>> encode(["60 %", "", "60 %", "85 %"])
    {'words': '60\\n\\n85', 'tail': ' %', 'at': '#$#%'}

    A column that says the same everywhere needs no ``at``, and one that never repeats is its words in order:

    >>> encode(["60 %", "60 %"]), encode(["a", "b"])
    ({'words': '', 'tail': '60 %'}, {'words': 'a\\nb', 'tail': ''})
    """
    place_of = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    tail = common_tail([text for text in place_of if text])
    # A word that is empty says that there is nothing: no text may become so by giving its tail away.
    if len(place_of) > 1 and tail in place_of:
        tail = ""
    words = BETWEEN.join(text.removesuffix(tail) for text in place_of)
    if len(place_of) in (1, len(texts)):
        return {"words": words, "tail": tail}
    at = letters([place_of[text] for text in texts], len(place_of))
    return {"words": words, "tail": tail, "at": at}


def common_tail(texts: Sequence[str]) -> str:
    """Return what all texts end with: " %" for "60 %" and "77,15 %"."""
    shortest = min(texts, key=len, default="")
    tails = (shortest[start:] for start in range(len(shortest) + 1))
    return next(tail for tail in tails if all(text.endswith(tail) for text in texts))


def letters(numbers: Sequence[int], count: int) -> str:
    """Write numbers below ``count`` as one letter each, or two where one does not reach."""
    if count <= BASE:
        return "".join(ALPHABET[number] for number in numbers)
    if count > BASE * BASE:
        raise ValueError(f"{count} different texts in a column; two letters tell {BASE * BASE} apart")
    return "".join(ALPHABET[number // BASE] + ALPHABET[number % BASE] for number in numbers)


def decode(column: Coded, count: int) -> list[str]:
    """Read a column of ``count`` places back; what the browser does, here for tests and exports."""
    words, tail, at = column["words"].split(BETWEEN), column["tail"], column.get("at")
    full = [word + tail if word or len(words) == 1 else word for word in words]
    if at is None:
        return full * count if len(full) == 1 else full
    numbers = [ALPHABET.index(letter) for letter in at]
    if len(at) > count:
        numbers = [high * BASE + low for high, low in zip(numbers[::2], numbers[1::2], strict=True)]
    return [full[number] for number in numbers]
