"""Units as people write them: the factor that turns a number in a written unit into the unit of an indicator."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wording import reading_messages as words
from wording.column_names import spelled_out
from wording.spelling import spelling_key, unaccented


@dataclass(frozen=True)
class Measure:
    """Unit and bounds of an indicator; ``summed`` says that the figures of parts add up to that of the whole."""

    unit: str = ""
    whole: bool = False
    summed: bool = False
    minimum: float = float("-inf")
    maximum: float = float("inf")
    in_words: bool = False
    things: str = ""  # what the numerator of a rate counts

    @property
    def percent(self) -> bool:
        """Whether the unit is percent."""
        return self.unit.startswith("%")


@lru_cache(maxsize=4096)
def unit_factor(written: str, measure: Measure) -> float | None:
    """Return the factor that turns a number in a written unit into the unit of an indicator.

    Parameters
    ----------
    written : str
        The text behind a number, in a column of units, or in a heading.
    measure : Measure
        Unit of the indicator.

    Returns
    -------
    float or None
        None where the text is another unit or no unit.

    Examples
    --------
    >>> unit_factor("triệu đồng", Measure("tỷ đồng")), unit_factor("tỷ", Measure("tỷ đồng"))
    (0.001, 1.0)
    >>> unit_factor("nghìn người", Measure("người")), unit_factor("hồ sơ", Measure("người"))
    (1000.0, None)
    """
    text = _spelled(written)
    if measure.percent:
        return 1.0 if spelling_key(text) in PERCENT else None
    scale, base = _split_scale(text)
    own_scale, own_base = _split_scale(measure.unit)
    if scale is None and not base:
        return None
    if base and not (own_base and spelling_key(base).startswith(spelling_key(own_base))):
        return None
    return (scale or 1.0) / (own_scale or 1.0)


def is_unit_word(text: str) -> bool:
    """Tell whether a text is a multiple ("nghìn", "tỷ đồng") or a sign of percent."""
    scale, _ = _split_scale(_spelled(text))
    return scale is not None or spelling_key(text) in PERCENT or text.strip().lower() in SPELLINGS


def is_percent(text: str) -> bool:
    """Tell whether a text says percent: ``%``, ``phần trăm``."""
    return "%" in text or unaccented(" ".join(text.split())) == "phan tram"


def _spelled(written: str) -> str:
    text = " ".join(spelled_out(written).split()).strip(" .:;,()")
    return SPELLINGS.get(text.lower().replace(" ", ""), text)


def _split_scale(text: str) -> tuple[float | None, str]:
    """Split "triệu đồng" into a million and "đồng"; None where the text begins with no multiple."""
    if found := SCALE.match(text.lower()):
        return words.SCALES[found[1]], text[found.end() :].strip()
    if digits := POWER.match(text):
        return float(re.sub(r"\D", "", digits[1])), text[digits.end() :].strip()
    return None, text.strip()


SPELLINGS = {short: unit for unit, several in words.UNIT_SPELLINGS.items() for short in several}
POWER = re.compile(r"(1(?:[.,]?000)+)(?!\d)\s*")  # "1.000 thuê bao"
PERCENT = frozenset(spelling_key(each) for each in words.PERCENT)
SCALE = re.compile(rf"({'|'.join(sorted(words.SCALES, key=len, reverse=True))})(?:\s+|$)")
