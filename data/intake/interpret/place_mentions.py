"""Find the localities that the lines of a title and the name of a sheet mention."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.intake.interpret import place_names
from data.intake.interpret.place_names import Register
from wording import place_words
from wording.spelling import KINDS, clean_name, unaccented

LONGEST_SHORT_FORM = 4
MOST_WORDS = 6  # of a locality's name
KIND = re.compile(rf"(?<!\w)(?:{'|'.join(KINDS.values())})(?:\s+|(?<=\.))(?=\w)", re.IGNORECASE)
PLAIN_KIND = re.compile(rf"(?<![a-z])(?:{'|'.join(unaccented(kind) for kind in KINDS)})\s+(?=[a-z0-9])")
# What leads to the name of the reporting office: "của xã …", "UBND xã …", "Đơn vị: xã …".
LEAD = re.compile(rf"(?:{'|'.join(unaccented(each) for each in place_words.LEADS)})[\s:]*$")
# An office that reports for itself and not for the locality that it lies in: "Trạm y tế xã …".
OFFICE = re.compile(rf"(?:{'|'.join(unaccented(each) for each in place_words.OFFICES)})\s*$")
_SMALLER = sorted(map(unaccented, place_words.SMALLER), key=len, reverse=True)
SMALLER = re.compile(rf"(?:{'|'.join(_SMALLER)})\s+")
WORD = re.compile(r"[\w'’.\-]+")


@dataclass(frozen=True)
class PlaceMention:
    """A locality in a text: the codes it may have; none where the register does not have the name."""

    codes: tuple[str, ...]
    text: str
    at: str = ""


def find_places(text: str, register: Register) -> list[PlaceMention]:
    """Return the localities that a text names with their kind ("xã Vĩnh Hảo").

    A name after "của", "UBND" or "Đơn vị" that the register does not have is returned without a code. Namesakes are
    returned together: another line may tell them apart.

    Parameters
    ----------
    text : str
        A line of a title.
    register : Register
        Of the vintage of the file.
    """
    return list(_mentions(clean_name(text), register))


def _mentions(whole: str, register: Register) -> Iterator[PlaceMention]:
    plain, at = unaccented(whole), 0
    while found := _next_kind(whole, plain, at):
        names = [each.span() for each in WORD.finditer(whole, found.end())][:MOST_WORDS]
        codes, end = _longest_name(whole, found.start(), names, register)
        if codes and not OFFICE.search(plain[: found.start()]):
            yield PlaceMention(tuple(codes), whole[found.start() : end])
        elif codes or (LEAD.search(plain[: found.start()]) and _is_name(whole, plain, names)):
            yield PlaceMention((), whole[found.start() : names[min(len(names), 2) - 1][1]])
        at = max(end, found.end())


def _next_kind(whole: str, plain: str, at: int) -> "re.Match[str] | None":
    found = [
        each
        for each in (KIND.search(whole, at), PLAIN_KIND.search(plain, at) if whole.isascii() else None)
        if each
    ]
    return min(found, key=lambda each: each.start()) if found else None


def _longest_name(
    whole: str, start: int, names: list[tuple[int, int]], register: Register
) -> tuple[list[str], int]:
    """Return the localities of the longest name that begins at a kind, and where it ends."""
    for _, end in reversed(names):
        codes, _ = place_names.localities_named(register, whole[start:end].strip(" .,;:-–"))
        if codes:
            return codes, end
    return [], start


def _is_name(whole: str, plain: str, names: list[tuple[int, int]]) -> bool:
    """Tell whether a name may follow: "xã Vĩnh Hòa" and not "xã hội số", "xã trên địa bàn"."""
    if not names:
        return False
    start, end = names[0]
    return whole[start].isupper() and plain[start:end] not in NO_NAMES


def is_smaller_unit(text: str) -> bool:
    """Tell whether a text is the name of a village or an office, which the register does not have: "Thôn Vĩnh Hải"."""
    found = SMALLER.match(unaccented(text))
    return found is not None and text[found.end() : found.end() + 1].isupper()


def may_be_place(text: str) -> bool:
    """Tell whether a text begins like a name or an office, and is no short form in capitals ("USD")."""
    return (text[:1].isupper() and len(text) > LONGEST_SHORT_FORM) or KIND.match(text) is not None


def place_of_name(name: str, register: Register) -> tuple[str, ...]:
    """Return the localities that a text is the name of, without any other word: "3. Xã Vĩnh Hảo"."""
    return tuple(place_names.localities_named(register, name)[0])


NO_NAMES = frozenset(unaccented(each) for each in place_words.NO_NAMES)
