"""Formats the result of an import as text and rows, for the terminal and for the report."""

from collections import Counter
from collections.abc import Iterator

from geo.importing.importer import ImportResult
from wording import import_messages as words
from wording.numbers import number

Rows = list[dict[str, str]]


def match_summary(result: ImportResult) -> str:
    """Return a sentence with the number of localities that have a shape, and how they were matched."""
    counts = Counter(match.how for match in result.matched)
    ways = "; ".join(
        words.WAY.format(count=number(count), how=words.HOW[how]) for how, count in counts.items()
    )
    matched = len({match.code for match in result.matched})
    localities = matched + len(result.missing)
    return words.MATCHED.format(matched=number(matched), localities=number(localities), ways=ways or "–")


def unmatched_feature_rows(result: ImportResult) -> Rows:
    """Return a row for each feature without a locality: feature, name, reason, candidates."""
    return [
        {
            "feature": number(each.feature),
            "name": each.name,
            "reason": words.REASONS[each.reason],
            "candidates": _join(
                words.CANDIDATE_LOCALITY.format(code=code, name=result.localities[code].name)
                for code in each.candidates
            ),
        }
        for each in result.unmatched
    ]


def missing_locality_rows(result: ImportResult) -> Rows:
    """Return a row for each locality without a shape: code, name, reason, candidates."""
    without_feature = [(each.code, "no_feature", each.candidates) for each in result.missing]
    covered: list[tuple[str, str, tuple[int, ...]]] = [(code, "covered", ()) for code in result.covered]
    return [
        {
            "code": code,
            "name": result.localities[code].name,
            "reason": words.REASONS[reason],
            "candidates": _join(
                words.CANDIDATE_FEATURE.format(feature=feature, name=result.names[feature])
                for feature in candidates
            ),
        }
        for code, reason, candidates in [*without_feature, *covered]
    ]


def repair_summary(result: ImportResult) -> str:
    """Return a sentence with the numbers of repairs and their areas, to four decimals of a km²."""
    values = result.repairs.as_dict().items()
    return words.REPAIRED.format(**{name: number(value, 4 if "km2" in name else 0) for name, value in values})


def area_error_rows(result: ImportResult) -> Rows:
    """Return a row for each locality with a wrong area: code, name, file and register in km², error in %."""
    return [
        {
            "code": each.code,
            "name": result.localities[each.code].name,
            "file": number(each.file_km2, 2),
            "register": number(each.register_km2, 2),
            "error": number(100 * each.error, 1),
        }
        for each in result.area_errors
    ]


def _join(candidates: Iterator[str]) -> str:
    return "; ".join(candidates) or words.NO_CANDIDATE
