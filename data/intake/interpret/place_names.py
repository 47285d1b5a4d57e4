"""Find the locality that a code or a name means; an ambiguous name is a problem, never a guess."""

import re
from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from data import vintages
from data.excel_forms import CODE_LENGTHS
from data.intake.interpret.cell_values import NARROW, Problem
from wording import lists
from wording import reading_messages as words
from wording.spelling import KINDS, clean_name, nearest_names, spelling_key, split_kind, unaccented

NUMBERING = re.compile(r"^(?:[\d]+|[IVX]+|[a-z])?\s?[.)\-–+*]+\s*(?=\D)|^[\d]+\s+(?=\D)")
OFFICE = re.compile(r"^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Uy ban nhan dan)\s+", re.IGNORECASE)
LONGEST = 60  # letters; for a longer text no name is suggested


@dataclass(frozen=True, eq=False)
class Register:
    """The localities of one vintage by code and by spellings of their names; ``validity`` is its text."""

    vintage: str
    validity: str
    names: dict[str, str]
    levels: dict[str, str]
    parents: dict[str, str]
    by_key: dict[str, list[str]]
    by_plain: dict[str, list[str]]
    elsewhere: dict[str, str]

    def within(self, code: str, area: str) -> bool:
        """Tell whether a locality is an area or lies in it."""
        while code:
            if code == area:
                return True
            code = self.parents.get(code, "")
        return False

    def described(self, code: str) -> str:
        """Return the name, the code and the parent of a locality, which differ between namesakes."""
        parent = self.names.get(self.parents.get(code, ""), "")
        return words.PLACE.format(name=self.names[code], code=code, parent=parent)


@dataclass(frozen=True)
class LocalityMatch:
    """A locality that was found; ``sure`` is false where a name without accents was matched."""

    code: str
    sure: bool = True


def index_localities(localities: pd.DataFrame, vintage: str) -> Register:
    """Return the register of a vintage from the table ``localities``."""
    here = localities[localities["vintage"].eq(vintage)]
    there = localities[~localities["vintage"].eq(vintage)]
    names = dict(zip(here["code"], here["name"], strict=True))
    by_key, by_plain = defaultdict(list), defaultdict(list)
    for code, name in names.items():
        by_key[spelling_key(split_kind(name)[1])].append(code)
        by_plain[_plain(split_kind(name)[1])].append(code)
    return Register(
        vintage,
        vintages.validity_texts(localities)[vintage],
        names,
        dict(zip(here["code"], here["level"], strict=True)),
        dict(zip(here["code"], here["parent_code"].fillna(""), strict=True)),
        dict(by_key),
        dict(by_plain),
        {code: name for code, name in zip(there["code"], there["name"], strict=True) if code not in names},
    )


def is_total_name(name: str) -> bool:
    """Tell whether a name is that of a sum or a mean: ``Tổng cộng``, ``Toàn tỉnh``."""
    plain = unaccented(clean_name(name)).strip(" .:-*")
    return plain in TOTALS or plain.startswith(TOTAL_BEGINNINGS)


def find_locality(
    known: Register, code: str = "", name: str = "", district: str = "", area: str = "", level: str = ""
) -> LocalityMatch | Problem:
    """Find the locality of a row.

    Parameters
    ----------
    known : Register
        Of the vintage of the file.
    code : str
        As written; leading zeros that a spreadsheet removed are restored where that gives a locality.
    name : str
        As written, with or without its type word. Code and name must agree where both are given.
    district : str
        Name or code of the parent, where the file gives it; it distinguishes namesakes.
    area : str
        Code of the area that reports; it distinguishes namesakes, too.
    level : str
        Usual level in the table; it distinguishes namesakes of two levels (huyện and thị trấn Tuần Giáo).

    Returns
    -------
    Found or Problem
        A problem with the localities that the name may mean.
    """
    found = _find(known, code, name, district, area, level)
    if isinstance(found, LocalityMatch) and area and not known.within(found.code, area):
        return Problem("place_outside_area", {"called": known.names[found.code], "area": known.names[area]})
    return found


def _find(
    known: Register, code: str, name: str, district: str, area: str, level: str
) -> LocalityMatch | Problem:
    if not code:
        return _by_name(known, name, district, area, level) if name else Problem("no_place")
    coded = _by_code(known, code)
    if isinstance(coded, Problem):
        return coded
    fitting = [each for each in coded if not name or _is_called(known, each, name)]
    if fitting:
        return LocalityMatch(fitting[0])
    return Problem(
        "code_and_name_differ", {"code": coded[0], "called": known.names[coded[0]], "name": clean_name(name)}
    )


def _by_code(known: Register, written: str) -> list[str] | Problem:
    """Return the localities that a code may mean: as written, then with leading zeros."""
    code = re.sub(r"\.0+$", "", clean_name(written.translate(NARROW)).upper())
    longer = (
        [code.zfill(length) for length in CODE_LENGTHS.values() if length > len(code)]
        if code.isdigit()
        else []
    )
    if found := [each for each in [code, *longer] if each in known.names]:
        return found
    if other := known.elsewhere.get(code):
        return Problem("code_of_other_vintage", {"called": other, "vintage": known.validity})
    return Problem("unknown_code", {"vintage": known.validity})


def _by_name(known: Register, name: str, district: str, area: str, level: str) -> LocalityMatch | Problem:
    found, sure = localities_named(known, name, district, area)
    if len(found) > 1 and level:
        found = [each for each in found if known.levels[each] == level] or found
    if len(found) == 1:
        return LocalityMatch(found[0], sure)
    if found:
        return Problem(
            "namesakes", {"choices": lists.semicolon_list(known.described(each) for each in found)}
        )
    return Problem("unknown_place", {"vintage": known.validity})


def suggest_names(known: Register, name: str, area: str) -> str:
    """Return a question with the nearest names of the area, for a name that no locality has."""
    if len(name) > LONGEST:
        return words.NOT_IN_REGISTER
    near = nearest_names(
        name, (each for code, each in known.names.items() if not area or known.within(code, area))
    )
    return words.did_you_mean(lists.semicolon_list(near)) if near else words.NOT_IN_REGISTER


def localities_named(
    known: Register, name: str, district: str = "", area: str = ""
) -> tuple[list[str], bool]:
    """Return the codes of the localities with a name, and whether every part of it was written out.

    A name without accents is written out where its kind stands before it ("Huyen Tuy Phong"). District and area are
    those of ``find_locality``: they distinguish namesakes.
    """
    whole = strip_prefixes(name)
    kind, bare = split_kind(whole)
    exact = _narrow(known, known.by_key.get(spelling_key(bare), []), kind, district, area)
    if exact or not bare.isascii():
        return exact, True
    plain = _narrow(known, known.by_plain.get(_plain(bare), []), kind, district, area)
    if plain or kind:
        return plain, kind != ""
    kind, bare = _split_plain_kind(whole)
    return _narrow(known, known.by_plain.get(_plain(bare), []), kind, district, area) if kind else [], True


def _split_plain_kind(name: str) -> tuple[str, str]:
    """Split a name whose kind is written in full and without accents: "Thi tran Lien Huong"."""
    plain = " ".join(name.lower().split())
    found = next((kind for kind in KINDS if plain.startswith(f"{unaccented(kind)} ")), "")
    return found, plain[len(found) :].strip()


def strip_prefixes(name: str) -> str:
    """Return a name without a number in a list and without the office that reports.

    Examples
    --------
    >>> strip_prefixes("1. UBND huyện Tuy Phong")
    'huyện Tuy Phong'
    """
    return OFFICE.sub("", NUMBERING.sub("", clean_name(name)))


def _narrow(known: Register, codes: list[str], kind: str, district: str, area: str) -> list[str]:
    """Return the namesakes of one kind, in one district, in the area; a district without any of them keeps all."""
    if kind:
        codes = [each for each in codes if split_kind(known.names[each])[0] == kind]
    if district and len(codes) > 1:
        above = (
            find_locality(known, name=district, area=area)
            if not district.isdigit()
            else find_locality(known, code=district)
        )
        if isinstance(above, LocalityMatch):
            codes = [each for each in codes if known.within(each, above.code)] or codes
    return [each for each in codes if not area or known.within(each, area)] if len(codes) > 1 else codes


def _is_called(known: Register, code: str, name: str) -> bool:
    kind, bare = split_kind(strip_prefixes(name))
    own_kind, own = split_kind(known.names[code])
    return _plain(own) == _plain(bare) and (not kind or kind == own_kind)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unaccented(clean_name(name)))


TOTALS = frozenset(unaccented(each) for each in words.TOTALS)
TOTAL_BEGINNINGS = tuple(unaccented(each) for each in words.TOTAL_BEGINNINGS)
