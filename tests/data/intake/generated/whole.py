"""All files of the corpus, in the order of their kinds."""

from collections.abc import Callable, Iterator
from functools import cache

from tests.data.intake.generated import (
    everyday_shapes,
    number_forms,
    period_columns,
    period_forms,
    place_forms,
    plan_columns,
    reported_files,
    text_files,
)
from tests.data.intake.generated.meaning import Sample

KINDS: tuple[Callable[[], Iterator[Sample]], ...] = (
    period_forms.samples,
    plan_columns.samples,
    period_columns.samples,
    place_forms.samples,
    number_forms.samples,
    text_files.samples,
    everyday_shapes.samples,
    reported_files.samples,
)


@cache
def every_sample() -> tuple[Sample, ...]:
    """Return all files; their titles are unique."""
    found = tuple(each for kind in KINDS for each in kind())
    titles = [each.title for each in found]
    twice = {each for each in titles if titles.count(each) > 1}
    if twice:
        raise ValueError(f"two files have one title: {sorted(twice)}")
    return found


def part(size: int) -> tuple[Sample, ...]:
    """Return every n-th file of each kind and mark, at least one of each and about ``size`` in all."""
    groups: dict[tuple[str, str], list[Sample]] = {}
    for each in every_sample():
        groups.setdefault((each.kind, each.mark), []).append(each)
    step = max(1, len(every_sample()) // size)
    return tuple(each for group in groups.values() for each in group[::step])
