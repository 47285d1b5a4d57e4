"""Whose figures a table holds, as its title, that of its sheet and the sheet's name say."""

from collections.abc import Iterator

from data.intake.findings import Finding, make_finding
from data.intake.interpret import place_mentions, place_names, titles
from data.intake.interpret.place_mentions import PlaceMention
from data.intake.interpret.place_names import LocalityMatch, Register
from data.intake.interpret.titles import Statement, Titled
from wording import lists
from wording import reading_messages as words


def stated_area(statement: Statement, register: Register) -> str:
    """Return the code of the locality that a statement names; "" where it is not understood."""
    text = statement.text
    if not text.isdigit() and (codes := place_mentions.place_of_name(text, register)) and len(codes) == 1:
        return codes[0]
    found = place_names.find_locality(register, code=text) if text.isdigit() else None
    if isinstance(found, LocalityMatch):
        return found.code
    mentioned = {each.codes for each in place_mentions.find_places(text, register)}
    only = mentioned.pop() if len(mentioned) == 1 else ()
    return only[0] if len(only) == 1 else ""


def stated_areas(own: list[Titled], register: Register) -> set[str]:
    """Return the localities that the statements of a file name."""
    every = (each for titled in own for each in titled.title.stated("area"))
    return {code for each in every if (code := stated_area(each, register))}


def find_areas(own: list[Titled], register: Register, expected: str) -> list[tuple[str, tuple[Finding, ...]]]:
    """Return the locality of each region: as expected, stated, in its title, in that of its sheet, or of the file."""
    if expected:
        return [(expected, ()) for _ in own]
    stated = stated_areas(own, register)
    found = [_area(each, register) for each in own]
    known = {area for area, doubts in found if area and not doubts}
    usual = next(iter(stated if len(stated) == 1 else known if len(known) == 1 else ()), "")
    return [(area or ("" if doubts else usual), doubts) for area, doubts in found]


def _area(titled: Titled, register: Register) -> tuple[str, tuple[Finding, ...]]:
    sheet, title, whole = titled.region.sheet.name, titled.title, titled.sheet_title
    stated = [
        code
        for each in (title.stated("area") or whole.stated("area"))
        if (code := stated_area(each, register))
    ]
    mentions = list(titles.places_of(title, register)) or list(titles.places_of(whole, register))
    if mentions:
        # The letterhead of the sheet contains what a lower title names.
        mentions = list(
            dict.fromkeys([*mentions, *_containing(mentions, titles.places_of(whole, register), register)])
        )
    if codes := place_mentions.place_of_name(sheet, register):
        mentions.append(PlaceMention(codes, sheet))
    lowest, doubtful = _lowest(mentions, register)
    if len(set(stated)) > 1:
        several = title.stated("area") or whole.stated("area")
        return "", tuple(_two_places([PlaceMention((sheet,), each.text, each.at) for each in several], sheet))
    if stated:
        below = lowest and lowest != stated[0] and register.within(lowest, stated[0])
        differs = doubtful or ([each for each in mentions if lowest in each.codes] if below else [])
        return stated[0], tuple(_two_places(differs, sheet)) if differs else ()
    return lowest, tuple(_two_places(doubtful, sheet)) if doubtful else ()


def _containing(
    mentions: list[PlaceMention], others: Iterator[PlaceMention], register: Register
) -> Iterator[PlaceMention]:
    """Yield the other mentions that contain one of the mentions."""
    codes = {code for each in mentions for code in each.codes}
    yield from (
        other for other in others if any(register.within(code, up) for code in codes for up in other.codes)
    )


def _lowest(mentions: list[PlaceMention], register: Register) -> tuple[str, list[PlaceMention]]:
    """Return the locality that lies in all the others that are named; without one, the mentions that contradict."""
    if unknown := [each for each in mentions if not each.codes]:
        return "", unknown
    single = {each.codes[0] for each in mentions if len(each.codes) == 1}
    choices = set(single)
    for each in (one for one in mentions if len(one.codes) > 1):
        inside = [code for code in each.codes if all(_nested(code, up, register) for up in single)]
        choices |= set(inside if len(inside) == 1 else ())
        if len(inside) != 1 and not single & set(each.codes):
            return "", [each]
    lowest = [each for each in choices if all(register.within(each, other) for other in choices)]
    if choices and not lowest:
        deepest = [
            one for one in choices if not any(register.within(low, one) for low in choices if low != one)
        ]
        return "", [each for each in mentions if set(each.codes) & set(deepest)]
    return (lowest[0] if lowest else ""), []


def _nested(one: str, other: str, register: Register) -> bool:
    return register.within(one, other) or register.within(other, one)


def _two_places(mentions: list[PlaceMention], sheet: str) -> Iterator[Finding]:
    texts = lists.semicolon_list(dict.fromkeys(words.quoted(each.text) for each in mentions))
    last = mentions[-1]
    check = "two_places" if all(each.codes for each in mentions) else "unknown_title_place"
    yield make_finding(check, sheet, last.at, last.text, places=texts)
