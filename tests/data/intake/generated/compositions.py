"""Plain sheets put together of any letterhead, period, table, writing of numbers, neighbouring column and closing."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.data.intake.generated import layouts
from tests.data.intake.generated.grid import Head, Line, Says, sample
from tests.data.intake.generated.letterhead import ENCLOSURES, closings, heads
from tests.data.intake.generated.meaning import Sample
from tests.data.intake.generated.period_forms import FORMS, LABELLED, TITLES, Form
from tests.data.intake.generated.plan_columns import ACHIEVED, BESIDE
from tests.data.intake.generated.vocabulary import COMMUNES, DISTRICTS, TUY_PHONG, VINH_HAO, Item, Place

WRITINGS = ("numbers", "decimal commas", "per cent signs", "per cent formats", "shown per cent signs")
LAYOUTS = (*layouts.OF_ONE, *layouts.OF_MANY)
# A period of its own in the heading of a figure would be another one than the sheet's.
TIMELESS = tuple(each for each in ACHIEVED if "quý" not in each.lower() and "/" not in each)
NEIGHBOURS = tuple((heading, filled) for filled, several in BESIDE for heading in several)


@dataclass(frozen=True)
class Composition:
    """One choice on each axis; numbers beyond the end of an axis begin again at its start."""

    layout: str
    letterhead: int
    enclosure: int
    closing: int
    period: int
    labelled: bool
    communes: bool
    first_item: int
    items: int
    writing: str
    neighbour: int | None
    achieved: int
    before: bool
    indent: int


def composed(chosen: Composition) -> Sample:
    """Make the sheet of a composition; nothing in it leaves a doubt."""
    form, said = _period(chosen)
    items = [form.items[(chosen.first_item + at) % len(form.items)] for at in range(chosen.items)]
    authority, place, town = _authority(chosen)
    body = _body(chosen, place, items, form)
    above, below = heads(authority, town), closings(town)
    lines: list[Line] = [
        *above[chosen.letterhead % len(above)],
        *said,
        *ENCLOSURES[chosen.enclosure % len(ENCLOSURES)],
        *body,
        *below[chosen.closing % len(below)],
    ]
    indented = [[*[None] * chosen.indent, *line] for line in lines]
    return sample("compositions", repr(chosen), "plain", indented)


def _period(chosen: Composition) -> tuple[Form, list[Line]]:
    if chosen.labelled:
        line, form = LABELLED[chosen.period % len(LABELLED)]
        return form, [["KẾT QUẢ CHUYỂN ĐỔI SỐ"], line]
    form = FORMS[chosen.period % len(FORMS)]
    title = TITLES[chosen.period % len(TITLES)]
    return form, [[title.format(text=form.text, upper=form.text.upper())]]


def _authority(chosen: Composition) -> tuple[str, Place, str]:
    if chosen.layout in layouts.OF_ONE and chosen.communes:
        return "UBND XÃ VĨNH HẢO", VINH_HAO, "Vĩnh Hảo"
    if chosen.layout in layouts.OF_ONE or chosen.communes:
        return "UBND HUYỆN TUY PHONG", TUY_PHONG, "Tuy Phong"
    return "UBND TỈNH BÌNH THUẬN", TUY_PHONG, "Bình Thuận"


def _body(chosen: Composition, place: Place, items: Sequence[Item], form: Form) -> list[Line]:
    if chosen.layout in layouts.OF_ONE:
        body = layouts.OF_ONE[chosen.layout](place, items, form.when)
        body = body if chosen.neighbour is None else _beside(body, chosen, chosen.neighbour)
    else:
        places = (COMMUNES if chosen.communes else DISTRICTS)[:3]
        body = layouts.OF_MANY[chosen.layout](places, items, form.when)
    return [[_written(each, chosen.writing) for each in line] for line in body]


def _beside(body: Sequence[Line], chosen: Composition, neighbour: int) -> list[Line]:
    """Put a plan, a comparison or an estimate beside the figures of a list."""
    heading, filled = NEIGHBOURS[neighbour % len(NEIGHBOURS)]
    lines: list[Line] = []
    for at, line in enumerate(body):
        other = heading if at == 0 else filled(at) if any(isinstance(each, Says) for each in line) else None
        figure = TIMELESS[chosen.achieved % len(TIMELESS)] if at == 0 else line[3]
        pair = [other, figure] if chosen.before else [figure, other]
        lines.append([*line[:3], *pair, *line[4:]])
    # “Chỉ tiêu” is the name of the column of names, and of plans: a sheet with both is of another kind.
    first = [Head("STT"), "Nội dung", *lines[0][2:]]
    return [first, *lines[1:]]


def _written(content: object, writing: str) -> object:
    if not isinstance(content, Says) or writing == "numbers":
        return content
    value, share = content.figure.value, content.figure.indicator.endswith(("share", "files_online"))
    if writing == "decimal commas":
        return content.written(f"{value:g}".replace(".", ","))
    if not share:
        return content
    if writing == "per cent signs":
        return content.written(f"{value:g}%".replace(".", ","))
    if writing == "per cent formats":
        return content.written(round(value / 100, 6), "0.00%")
    return content.written(value, '0.00"%"')
