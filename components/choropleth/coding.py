"""Compact columns of text: a change of the map is sent in a few kilobytes.

Most columns of a map repeat themselves: 121 communes share one target, three periods, two sources. A column is sent as
its different texts and, for each place, one or two letters for the text it has.
"""

from collections.abc import Sequence

# Printable ASCII characters that JSON writes unchanged, in one byte.
ALPHABET = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
BASE = len(ALPHABET)

# Between two texts; no text contains it, because each is one line.
BETWEEN = "\n"

Coded = dict[str, str]


def encode(texts: Sequence[str]) -> Coded:
    """Return a column as its different ``words``, the ``tail`` they share, and which word each place has, ``at``.

    Examples
    --------
    >>> encode(["60 %", "", "60 %", "85 %"])
    {'words': '60\\n\\n85', 'tail': ' %', 'at': '#$#%'}

    A column with one text needs no ``at``; a column that never repeats is its words in order:

    >>> encode(["60 %", "60 %"]), encode(["a", "b"])
    ({'words': '', 'tail': '60 %'}, {'words': 'a\\nb', 'tail': ''})
    """
    place_of = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    tail = common_tail([text for text in place_of if text])
    # An empty word means an empty text, so no text may become empty by losing its tail.
    if len(place_of) > 1 and tail in place_of:
        tail = ""
    words = BETWEEN.join(text.removesuffix(tail) for text in place_of)
    if len(place_of) in (1, len(texts)):
        return {"words": words, "tail": tail}
    at = letters([place_of[text] for text in texts], len(place_of))
    return {"words": words, "tail": tail, "at": at}


def common_tail(texts: Sequence[str]) -> str:
    """Return the longest common end of the texts: " %" for "60 %" and "77,15 %"."""
    shortest = min(texts, key=len, default="")
    tails = (shortest[start:] for start in range(len(shortest) + 1))
    return next(tail for tail in tails if all(text.endswith(tail) for text in texts))


def letters(numbers: Sequence[int], count: int) -> str:
    """Return numbers below `count` as one letter each, or as two where one is not enough.

    Raises
    ------
    ValueError
        If `count` is more than two letters can tell apart.
    """
    if count <= BASE:
        return "".join(ALPHABET[number] for number in numbers)
    if count > BASE * BASE:
        raise ValueError(f"{count} different texts in a column; two letters tell {BASE * BASE} apart")
    return "".join(ALPHABET[number // BASE] + ALPHABET[number % BASE] for number in numbers)


def decode(column: Coded, count: int) -> list[str]:
    """Return the texts of `count` places from a coded column, as the browser does."""
    words, tail, at = column["words"].split(BETWEEN), column["tail"], column.get("at")
    full = [word + tail if word or len(words) == 1 else word for word in words]
    if at is None:
        return full * count if len(full) == 1 else full
    numbers = [ALPHABET.index(letter) for letter in at]
    if len(at) > count:
        numbers = [high * BASE + low for high, low in zip(numbers[::2], numbers[1::2], strict=True)]
    return [full[number] for number in numbers]
