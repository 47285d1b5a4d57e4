"""What Excel shows of a number beside its digits: a sign of percent, words before and after, a hidden scale.

The grammar of formats is that of ECMA-376, part 1, section 18.8.31.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

# Quoted text, an escaped letter, a currency sign, then what shows nothing: colours, padding, fillers.
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]*)[^\]]*\]|(\[[^\]]*\]|_.|\*.)')
SECTIONS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*);?')
DIGITS = re.compile(r"[0#?](?:[0#?,.\s/]|E[+-])*")
SCALE = re.compile(r"[0#?](,+)(?=\.|$)")  # commas behind the last digit divide by a thousand each
CONDITION = re.compile(r"\[[<>=]")


@dataclass(frozen=True)
class Shown:
    """How a number is shown: in percent, with words around it, divided by ``scale``, or not at all (``hidden``)."""

    percent: bool = False
    before: str = ""
    after: str = ""
    scale: int = 1
    hidden: bool = False


@lru_cache(maxsize=4096)
def shown_by(number_format: str, sign: int) -> Shown:
    """Return how a format shows a number.

    Parameters
    ----------
    number_format : str
        As Excel stores it: ``0.0"%"``.
    sign : int
        Sign of the number: 1, 0 or -1; a format may have a section for each.

    Examples
    --------
    >>> shown_by('0.0"%"', 1), shown_by("0.00%", 1).percent, shown_by("#,##0,", 1).scale
    (Shown(percent=False, before='', after='%', scale=1, hidden=False), True, 1000)
    """
    sections = SECTIONS.findall(number_format)[:-1] or [""]
    if CONDITION.search(number_format):
        return Shown(percent="%" in LITERAL.sub("", number_format))
    at = 0 if sign > 0 or len(sections) == 1 else 1 if sign < 0 else min(2, len(sections) - 1)
    return _shown(sections[0 if sign == 0 and len(sections) == 2 else at])


def _shown(section: str) -> Shown:
    texts: list[str] = []

    def keep(found: re.Match[str]) -> str:
        text = found[1] or found[2] or found[3] or ""
        texts.append(text)
        return "\0" if text else ""

    plain = LITERAL.sub(keep, section)
    digits = DIGITS.search(plain)
    if whole := re.search(r"general|@", plain.lower()):
        span = whole.span()
    elif digits:
        last = list(DIGITS.finditer(plain))[-1]
        span = digits.start(), last.end()
    else:
        return Shown(after="".join(texts).strip(), hidden=True)
    before, after = (_filled(part, texts, at) for at, part in ((0, plain[: span[0]]), (1, plain[span[1] :])))
    thousands = SCALE.search(plain[span[0] : span[1]].strip())
    scale = 1000 ** len(thousands[1]) if thousands else 1
    return Shown("%" in plain, before.strip(" ()+-"), after.strip(" ()"), scale)


def _filled(part: str, texts: list[str], end: int) -> str:
    """Put the literal texts back into the part before (0) or after (1) the digits; Excel's own % is left out."""
    count = part.count("\0")
    own = iter(texts[:count] if end == 0 else texts[len(texts) - count :])
    return "".join(next(own) if each == "\0" else each for each in part if each != "%")
