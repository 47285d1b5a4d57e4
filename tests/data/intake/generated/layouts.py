"""The forms that tables of reports take, each as lines of cells that carry their meaning."""

from collections.abc import Callable, Sequence

from tests.data.intake.generated.grid import Head, Line
from tests.data.intake.generated.meaning import When
from tests.data.intake.generated.vocabulary import Item, Place, says

Lines = list[Line]
OfOne = Callable[[Place, Sequence[Item], When], Lines]
OfMany = Callable[[Sequence[Place], Sequence[Item], When], Lines]


def listed(place: Place, items: Sequence[Item], when: When) -> Lines:
    """Indicators in rows with their unit."""
    return [
        [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"],
        *([at, each.name, each.unit, says(each, place, when)] for at, each in enumerate(items, start=1)),
    ]


def listed_with_notes(place: Place, items: Sequence[Item], when: When) -> Lines:
    """Indicators in rows, an empty column of notes behind the figures."""
    return [
        [Head("TT"), "Tên chỉ tiêu", "Đơn vị tính", "Kết quả thực hiện", "Ghi chú"],
        *(
            [at, each.name, each.unit, says(each, place, when, 1), None]
            for at, each in enumerate(items, start=1)
        ),
    ]


def listed_by_pillars(place: Place, items: Sequence[Item], when: When) -> Lines:
    """Indicators in rows below the names of two groups."""
    half = (len(items) + 1) // 2
    groups = (("I", "Chính quyền số", items[:half]), ("II", "Xã hội số", items[half:]))
    lines: Lines = [[Head("STT"), "Nội dung", "Đơn vị tính", "Số liệu"]]
    for number, group, members in groups:
        lines.append([number, group, None, None])
        lines += [
            [at, each.name, each.unit, says(each, place, when, 2)] for at, each in enumerate(members, start=1)
        ]
    return lines


def wide(places: Sequence[Place], items: Sequence[Item], when: When) -> Lines:
    """Places in rows, indicators in columns, units in brackets."""
    return [
        [Head("TT"), "Địa phương", *(f"{each.name} ({each.unit})" for each in items)],
        *(
            [at, place.name, *(says(each, place, when, at) for each in items)]
            for at, place in enumerate(places, start=1)
        ),
    ]


def wide_with_units_below(places: Sequence[Place], items: Sequence[Item], when: When) -> Lines:
    """Places in rows, the names of indicators above their units."""
    return [
        [Head("TT"), "Đơn vị", *(each.name for each in items)],
        [None, None, *(f"({each.unit})" for each in items)],
        *(
            [at, place.name, *(says(each, place, when, at) for each in items)]
            for at, place in enumerate(places, start=1)
        ),
    ]


def wide_with_a_sum(places: Sequence[Place], items: Sequence[Item], when: When) -> Lines:
    """Places in rows and their sum below; only counts are summed."""
    lines = wide(places, items, when)
    total = [
        sum(says(each, place, when, at).figure.value for at, place in enumerate(places, start=1))
        if each.unit != "%"
        else None
        for each in items
    ]
    return [*lines, [None, "Tổng cộng", *total]]


def across(places: Sequence[Place], items: Sequence[Item], when: When) -> Lines:
    """Indicators in rows, places in columns."""
    return [
        [Head("STT"), "Chỉ tiêu", "ĐVT", *(each.name for each in places)],
        *(
            [at, item.name, item.unit, *(says(item, place, when, k) for k, place in enumerate(places))]
            for at, item in enumerate(items, start=1)
        ),
    ]


def long(places: Sequence[Place], items: Sequence[Item], when: When) -> Lines:
    """One row a place and an indicator."""
    return [
        [Head("Địa phương"), "Chỉ tiêu", "Đơn vị tính", "Giá trị"],
        *(
            [place.name, item.name, item.unit, says(item, place, when, at)]
            for at, place in enumerate(places)
            for item in items
        ),
    ]


OF_ONE: dict[str, OfOne] = {
    "a list": listed,
    "a list with notes": listed_with_notes,
    "a list by pillars": listed_by_pillars,
}
OF_MANY: dict[str, OfMany] = {
    "places down": wide,
    "places down, units below": wide_with_units_below,
    "places down with a sum": wide_with_a_sum,
    "places across": across,
    "long": long,
}
