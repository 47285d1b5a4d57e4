"""Puts what came of an import into words: rows for the terminal and for the report."""

from collections import Counter
from collections.abc import Iterator

from geo.importing.importer import ImportResult
from wording import import_messages as words
from wording.numbers import number

Rows = list[dict[str, str]]


def matched(outcome: ImportResult) -> str:
    """Tell how many localities have their shape, and how they were found."""
    ways = Counter(match.how for match in outcome.matched)
    told = "; ".join(words.WAY.format(count=number(count), how=words.HOW[how]) for how, count in ways.items())
    found = len({match.code for match in outcome.matched})
    localities = found + len(outcome.absent)
    return words.MATCHED.format(matched=number(found), localities=number(localities), ways=told or "–")


def strays(outcome: ImportResult) -> Rows:
    """Tell the features without a locality, as words."""
    return [
        {
            "feature": number(stray.feature),
            "name": stray.name,
            "reason": words.REASONS[stray.reason],
            "guesses": _or_none(
                words.CANDIDATE_LOCALITY.format(code=code, name=outcome.places[code].name)
                for code in stray.guesses
            ),
        }
        for stray in outcome.strays
    ]


def absents(outcome: ImportResult) -> Rows:
    """Tell the localities without a shape, as words."""
    missing = [(each.code, "no_feature", each.guesses) for each in outcome.absent]
    covered = [(code, "covered", ()) for code in outcome.covered]
    return [
        {
            "code": code,
            "name": outcome.places[code].name,
            "reason": words.REASONS[reason],
            "guesses": _or_none(
                words.CANDIDATE_FEATURE.format(feature=feature, name=outcome.names[feature])
                for feature in guesses
            ),
        }
        for code, reason, guesses in [*missing, *covered]
    ]


def repairs(outcome: ImportResult) -> str:
    """Tell how much was repaired: counts whole, areas to four decimals."""
    values = outcome.repairs.as_dict().items()
    return words.REPAIRED.format(**{name: number(value, 4 if "km2" in name else 0) for name, value in values})


def areas(outcome: ImportResult) -> Rows:
    """Tell the localities whose area is wrong, as words."""
    return [
        {
            "code": each.code,
            "name": outcome.places[each.code].name,
            "file": number(each.file_km2, 2),
            "register": number(each.register_km2, 2),
            "error": number(100 * each.error, 1),
        }
        for each in outcome.area_errors
    ]


def _or_none(guesses: Iterator[str]) -> str:
    return "; ".join(guesses) or words.NO_CANDIDATE
