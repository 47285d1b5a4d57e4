"""One view on one A4 page: the map and its legend, the table, causes, method, sources, date and kind."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components import facts, picture, places, quick_filters
from components.figures.choropleth import choropleth
from components.map import SCENARIO, Drawing
from components.memory import remembered
from components.printing import paper
from components.progress.reasons import last_word
from components.status import LOOKS, ORDER
from components.view import View
from components.what_if import bench, comparison
from components.what_if.levers import sentence
from components.what_if.outcome import drawing, ground, outcome
from components.working import title, working
from data import clock
from geo import archipelagos, served
from indicators.lead import lead
from indicators.scenario import BASELINE
from wording import judgement, method, numbers, shell
from wording import printing as words
from wording.locality import LEVELS

# Columns that are not printed where they hold nothing.
NEEDLESS = ("expected_shown", "target_shown")
NUMBERS_ONLY = ("number", "value_shown", "expected_shown")
# Names fit on the map of a province's districts; on one of communes they would hide it.
NAMED_UP_TO = 12
FEWEST_SOURCES = 4


@dataclass(frozen=True)
class Density:
    """How a table of some length is set, by direction of the paper: letters, columns, lists side by side, the map."""

    name: str
    columns: tuple[str, ...]
    lists: int
    # Width and height of the drawing in mm; it shrinks to the room that the table leaves.
    map: dict[str, tuple[float, float]]


_WHOLE = tuple(name for name in words.HEADINGS if name != "shape")
_SOME = ("number", "short", "value_shown", "status_shown")
_SHORT = ("number", "short", "value_shown", "shape")
_SMALL = {"portrait": (114.0, 120.0), "landscape": (96.0, 80.0)}
# Up to so many rows: a province has 7 to 10 districts, 45 to 129 communes.
DENSITIES = {
    16: Density("few", _WHOLE, 1, {"portrait": (188.0, 125.0), "landscape": (136.0, 95.0)}),
    50: Density("some", _SOME, 2, _SMALL),
    80: Density("some", _SHORT, 3, _SMALL),
    10_000: Density("many", _SHORT, 4, _SMALL),
}


@dataclass(frozen=True, eq=False)
class Content:
    """What a sheet shows: figures as they are, or as a scenario makes them.

    Attributes
    ----------
    rows, assessed
        Of ``picture.figures`` with ``left_out``, and of ``status.assess``.
    drawn
        The map of `rows`.
    told
        Sentences of what a scenario changes; none on figures as they are.
    levers
        What the scenario pulls, in one line.
    """

    rows: pd.DataFrame
    assessed: pd.DataFrame
    drawn: Drawing
    told: tuple[str, ...] = ()
    levers: str = ""


def sheet(looked: View) -> str:
    """Return the view's indicator as one A4 page, an HTML text; only what its figures and filters need is kept of it.

    The table prints the places that the filters leave; the others stay on the map, pale. A chosen place is set off
    and the working of its status printed with it. Empty where the filters leave nothing.
    """
    left_out = quick_filters.left_out(looked)
    nothing = picture.figures(looked)["code"].isin(list(left_out)).all()
    return "" if nothing else _sheet(looked, left_out, clock.today())


def content(looked: View, left_out: frozenset[str]) -> Content:
    """Return what the sheet of a view shows, given the codes that its filters leave out."""
    scenario = bench.current(looked) if looked.sheet == "what_if" else BASELINE
    if not scenario.levers:
        rows = picture.figures(looked)
        rows = rows.assign(left_out=rows["code"].isin(list(left_out)))
        assessed = facts.assessed(looked, looked.indicator)
        return Content(rows, assessed, picture.drawing(looked, rows, height=""))
    found = outcome(looked, scenario)
    rows = found.rows.assign(left_out=found.rows["code"].isin(list(left_out)))
    pulled = judgement.listed([sentence(looked, lever).replace("**", "") for lever in scenario.levers])
    return Content(
        rows,
        found.assessed,
        drawing(looked, found, scenario, left_out, height=""),
        tuple(line.replace("**", "") for line in comparison.lines(ground(looked), scenario)),
        words.LEVERS.format(name=bench.name(looked), levers=pulled),
    )


@remembered(60)
def _sheet(looked: View, left_out: frozenset[str], today: date) -> str:
    shown = content(looked, left_out)
    every, drawn = shown.rows, shown.drawn
    rows = every[~every["left_out"]]
    rows = rows.assign(number=[numbers.number(at) for at in range(1, len(rows) + 1)])
    rows = rows.assign(shape=[LOOKS[each].shape for each in rows["status"]])
    density = next(each for limit, each in DENSITIES.items() if len(rows) <= limit)
    return paper.written(
        "view.html",
        words=words,
        paper=looked.paper,
        title=drawn.title,
        scope=_scope(looked, drawn),
        unit=words.UNIT.format(unit=drawn.unit),
        marks=marks(drawn),
        levers=shown.levers,
        filtered=quick_filters.note(looked, "in").replace("**", ""),
        alt=drawn.alt,
        map=_map(looked, drawn, rows, density.map[looked.paper]),
        map_width=density.map[looked.paper][0],
        map_note=_map_note(looked, len(every)),
        legend_title=words.LEGEND_COLOURS[looked.colour].format(unit=drawn.unit),
        legend=_legend(drawn),
        overview=shown.told or _overview(looked, rows),
        density=density.name,
        columns=[name for name in density.columns if rows[name].ne("").any() or name not in NEEDLESS],
        figures=NUMBERS_ONLY,
        lists=_lists(rows, density.lists, looked.locality),
        causes=_causes(looked, rows, shown),
        method=_method(looked, rows),
        why_title=words.WHY.format(name=places.name(looked, looked.locality)) if looked.locality else "",
        why=_why(looked, shown.assessed),
        sources=sources(rows["source"]),
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=shell.APP,
    )


def marks(drawn: Drawing) -> list[dict[str, str]]:
    """Return the marks across the paper: the map's own, so that both say the same of the figures."""
    return (
        [{"name": "scenario" if drawn.mark.colour == SCENARIO.colour else "", "text": drawn.mark.text}]
        if drawn.mark
        else []
    )


def _scope(looked: View, drawn: Drawing) -> str:
    return words.SCOPE.format(
        area=places.name(looked, looked.district or looked.province),
        level=LEVELS[looked.level],
        day=drawn.period.lower(),
        kind=drawn.kind.lower(),
    )


def _map_note(looked: View, places: int) -> str:
    note = words.MAP_NOTE_NAMED if places <= NAMED_UP_TO else words.MAP_NOTE
    return note.format(basis=served.basis(looked.vintage, looked.level, looked.province))


def _map(looked: View, drawn: Drawing, rows: pd.DataFrame, size: tuple[float, float]) -> str:
    width, height = size
    named = len(drawn.places) <= NAMED_UP_TO
    texts = rows["short"] if named else rows["number"]
    shapes = dict(zip(drawn.places.index, drawn.places["swatch"], strict=True))
    # A dot beside a name that says "no target" says nothing.
    symbols = {code: drawn.swatches[int(at)].symbol if at == at else "" for code, at in shapes.items()}
    labels = {
        code: words.MAP_LABEL.format(symbol=symbols[code], text=text).strip()
        for code, text in zip(rows["code"], texts, strict=True)
    }
    svg = choropleth(
        served.collection(looked.vintage, looked.level, looked.province)["features"],
        {code: drawn.swatches[int(at)].colour if at == at else "" for code, at in shapes.items()},
        labels,
        width=width,
        height=height,
        letters=3.0 if named else 1.9,
        islands=archipelagos.features() if drawn.archipelagos else [],
        dimmed=drawn.dimmed,
        selected=looked.locality,
        mark=(drawn.mark.text, drawn.mark.colour) if drawn.mark else None,
    )
    # As a picture: Streamlit takes an SVG's elements out of the HTML it is given.
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _legend(drawn: Drawing) -> list[dict[str, str]]:
    """Name the classes and count the places in each that the filters leave."""
    classes = drawn.places.loc[~drawn.places.index.isin(list(drawn.dimmed)), "swatch"]
    counts = classes.value_counts()
    legend = [
        {
            "colour": swatch.colour,
            "symbol": swatch.symbol,
            "word": words.LEGEND_COUNT.format(word=swatch.word, count=numbers.number(int(counts.get(at, 0)))),
        }
        for at, swatch in enumerate(drawn.swatches)
    ]
    without = int(classes.isna().sum())
    empty = {
        "colour": "",
        "symbol": "",
        "word": words.LEGEND_COUNT.format(word=words.NO_FIGURE, count=without),
    }
    return [*legend, empty] if without else legend


def _overview(looked: View, rows: pd.DataFrame) -> list[str]:
    """Count figures and statuses; name the first of an order, where there is one and the figures are real."""
    total, order = len(rows), picture.ranking(looked)
    lines = [words.REPORTED.format(reported=int(rows["value"].notna().sum()), total=total)]
    if order.reason:
        known = {"reported": order.reported, "total": order.total}
        lines.append(judgement.RANKING_WORDS[order.reason].format(**known))
    elif looked.kind == "real":
        first = rows[rows["rank"].eq(1)]
        lines += [words.FIRST.format(name=row.short, value=row.value_shown) for row in first.itertuples()]
    counted = rows.loc[rows["target"].notna(), "status"].value_counts()
    return lines + [
        words.STATUS_COUNT.format(label=LOOKS[each].label, count=int(counted[each]))
        for each in ORDER
        if each in counted
    ]


def _lists(rows: pd.DataFrame, count: int, chosen: str | None) -> list[list[dict[str, Any]]]:
    """Cut the rows into lists to be set side by side, read down one after the other."""
    every = rows.assign(chosen=rows["code"].eq(chosen))[[*words.HEADINGS, "chosen"]]
    long = -(-len(every) // count) or 1
    return [every.iloc[at : at + long].to_dict("records") for at in range(0, len(every), long)]


def _causes(looked: View, rows: pd.DataFrame, shown: Content) -> list[str]:
    """Write what was said of the indicator's targets, the chosen place's first; words on real figures only."""
    if looked.kind != "real":
        return [words.NO_CAUSES_SIMULATED]
    judged = shown.assessed
    judged = judged[judged["locality"].isin([*rows["code"], looked.province])]
    explanations = facts.explanations(looked)
    said = [last_word(explanations, row, looked.province) for _, row in judged.iterrows()]
    found = pd.DataFrame([each for each in said if each is not None])
    if found.empty:
        return [words.NO_CAUSES]
    return [_cause(looked, row) for _, row in found.drop_duplicates().iterrows()]


def _cause(looked: View, said: pd.Series) -> str:
    parts = [form.format(text=said[name]) for name, form in words.CAUSE_PARTS.items() if pd.notna(said[name])]
    text = words.CAUSE_SEPARATOR.join(parts)
    area = places.name(looked, said["locality"])
    return words.CAUSE.format(area=area, day=numbers.day(said["as_of"]), text=text)


def _method(looked: View, rows: pd.DataFrame) -> list[str]:
    asked = facts.indicator(looked.indicator)
    lines = [asked["definition"]] if isinstance(asked["definition"], str) else []
    led = rows[rows["target"].notna()].drop_duplicates("target")
    lines += [words.TARGET.format(title=title(row.target), aim=row.target_shown) for row in led.itertuples()]
    if led.empty:
        lines.append(words.NO_TARGET)
    shown = [each for each in ORDER if each in set(rows["status"]) and each not in ("no_data", "no_target")]
    rules = [(LOOKS[each].label, method.STATUS_RULES[each]) for each in shown]
    lines += [words.STATUS_RULE.format(label=label, rule=rule) for label, rule in rules]
    return [*lines, words.NOT_ZERO]


def _why(looked: View, assessed: pd.DataFrame) -> list[str]:
    if not looked.locality:
        return []
    led = lead(assessed)
    judged = led[led["locality"] == looked.locality]
    return working(judged.iloc[0]) if len(judged) else [words.NO_TARGET]


def sources(named: Sequence[Any]) -> str:
    """Name the sources of figures, the most used first; more than a few are counted.

    Parameters
    ----------
    named : sequence of str
        A source for each figure; missing where there is none.
    """
    counted = pd.Series(named).dropna().value_counts()
    if counted.empty:
        return words.NO_SOURCES
    titles = [facts.source_title(each) for each in counted.index]
    text = judgement.listed(titles[:FEWEST_SOURCES])
    rest = len(titles) - FEWEST_SOURCES
    return words.AND_MORE.format(sources=text, count=rest) if rest > 0 else text + "."
