"""Account for the words of a text: which phrases of which kind it holds, and which words are left over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wording.spelling import unaccented

BOUNDARY = r"(?<![a-z0-9]){}(?![a-z0-9])"
WORD = re.compile(r"[a-z0-9%±‰$€₫°&≥≤<>=]+")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Phrases by kind. The longest phrase wins: "kỳ trước" is not "kỳ"."""

    kinds: Mapping[str, str]
    pattern: re.Pattern[str]


def make_lexicon(phrases: Mapping[str, Iterable[str]]) -> Lexicon:
    """Return the lexicon of some phrases; a phrase of two kinds belongs to the first.

    Parameters
    ----------
    phrases : mapping
        Kind → its phrases. Accents, case and the number of blanks are ignored.
    """
    kinds: dict[str, str] = {}
    for kind, several in phrases.items():
        for each in several:
            kinds.setdefault(plain_text(each), kind)
    longest = sorted(kinds, key=lambda each: (-len(each), each))
    ways = "|".join(re.escape(each) for each in longest)
    return Lexicon(kinds, re.compile(BOUNDARY.format(f"(?:{ways})")))


def plain_text(text: str) -> str:
    """Return a text in lower case, without accents, with single blanks.

    Examples
    --------
    >>> plain_text("  Kế  hoạch ")
    'ke hoach'
    """
    return " ".join(unaccented(text).split())


@dataclass(frozen=True)
class Account:
    """The kinds of the phrases of a text in their order, and the words that belong to no phrase."""

    kinds: tuple[str, ...]
    left: tuple[str, ...]

    @cached_property
    def holds(self) -> frozenset[str]:
        """The kinds without their order."""
        return frozenset(self.kinds)


def account(text: str, lexicon: Lexicon) -> Account:
    """Split a text into known phrases and words that are left over; marks between words do not count.

    Examples
    --------
    >>> account("KH năm tới", make_lexicon({"plan": ["KH"]}))
    Account(kinds=('plan',), left=('nam', 'toi'))
    """
    plain = plain_text(text)
    kinds = tuple(lexicon.kinds[found[0]] for found in lexicon.pattern.finditer(plain))
    left = tuple(WORD.findall(lexicon.pattern.sub(" ", plain)))
    return Account(kinds, left)
