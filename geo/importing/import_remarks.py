"""Says in Vietnamese how a file was interpreted and matched, what was left out, and what to do next."""

from collections.abc import Iterator, Mapping

from geo.boundaries import Locality
from geo.importing.attributes import FileAttributes
from geo.importing.matching import MatchResult
from wording import import_messages as words
from wording.numbers import number

MAX_LISTED = 5  # provinces or features in one sentence

Localities = Mapping[str, Locality]


def column_remarks(attributes: FileAttributes) -> Iterator[str]:
    """Yield which columns were taken for what, and the legacy encoding of the texts."""
    columns = ", ".join(f"{words.COLUMNS[what]}: {column}" for what, column in attributes.columns.items())
    yield words.COLUMNS_TAKEN.format(columns=columns or words.NO_COLUMN)
    if attributes.encoding != "Unicode":
        yield words.ENCODING.format(encoding=attributes.encoding)


def set_aside_remarks(set_aside: Mapping[str, int]) -> Iterator[str]:
    """Yield how many rows of the file were set aside, by reason."""
    for reason, count in set_aside.items():
        if count:
            yield words.SET_ASIDE[reason].format(count=number(count))


def matching_remarks(matching: MatchResult) -> Iterator[str]:
    """Yield what is wrong with the whole file: codes of other localities, a shift of all shapes."""
    if matching.other_code:
        listed = ", ".join(number(feature) for feature in matching.other_code[:MAX_LISTED])
        yield words.OTHER_CODE.format(count=number(len(matching.other_code)), features=listed)
    if matching.shift is not None:
        shift = matching.shift
        yield words.SHIFT.format(kilometres=number(round(shift.kilometres)), direction=shift.direction)
        zones = [words.ZONE.format(code=code, name=name) for code, name in matching.shift_zones]
        if zones:
            yield words.SHIFT_ZONES.format(zones="; ".join(zones), first=matching.shift_zones[0][0])
        else:
            yield words.SHIFT_UNKNOWN


def province_hints(matching: MatchResult, localities: Localities, provinces: Localities) -> Iterator[str]:
    """Yield how to import a file that holds fewer or more provinces than the register, one province at a time."""
    found = {match.code for match in matching.matched}
    members: dict[str, set[str]] = {}
    for code, locality in localities.items():
        members.setdefault(locality.province, set()).add(code)
    missing = {each.code for each in matching.missing}
    whole = [province for province, codes in members.items() if codes & found and not codes & missing]
    if len(members) > 1 and missing and whole:
        named = [words.PROVINCE.format(code=code, name=provinces[code].name) for code in whole[:MAX_LISTED]]
        sentence = words.WHOLE_PROVINCES if len(whole) <= MAX_LISTED else words.MANY_WHOLE_PROVINCES
        yield sentence.format(count=number(len(whole)), provinces="; ".join(named), first=whole[0])
    if matching.outside_register:
        listed = ", ".join(list(members)[:MAX_LISTED])
        yield words.WIDER_THAN_REGISTER.format(count=number(matching.outside_register), codes=listed)
