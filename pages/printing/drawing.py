"""One view on one A4 page: the map and its legend, the table, causes, method, sources, date and kind."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components import filter_bar, indicator_map
from components.choropleth import SCENARIO, Drawing
from components.explanation import explanation_sentences, target_title
from components.indicator_map import scenario_drawing
from data import clock
from geo import archipelagos, served
from indicators.primary_target import primary_target
from indicators.scenario import BASELINE
from pages.printing import paper, words
from pages.printing.paper_map import choropleth
from queries import (
    assessments,
    catalogue,
    gazetteer,
    indicator_rows,
    place_filter,
    provenance,
    scenario_effects,
    scenario_set,
)
from queries.indicator_rows import ONE_INDICATOR
from queries.lever_sentences import sentence
from queries.outcomes import outcome
from queries.provenance import latest_explanation
from queries.query import query
from queries.view import View
from wording import frame, judgement, method, numbers
from wording.places import LEVEL_NAMES
from wording.statuses import LOOKS, ORDER

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


# What a printed view depends on: figures, filters, colours and paper; a scenario where one is printed.
PRINTED = (
    *ONE_INDICATOR,
    place_filter.filters,
    "colour",
    "locality",
    "sheet",
    "paper",
    "scenario",
    "alternative",
)


def sheet(view: View) -> str:
    """Return the view's indicator as one A4 page, an HTML text; only what its figures and filters need is kept of it.

    The table prints the places that the filters leave; the others stay on the map, pale. A chosen place is set off
    and the working of its status printed with it. Empty where the filters leave nothing.
    """
    nothing = indicator_rows.figures(view)["code"].isin(list(place_filter.left_out(view))).all()
    return "" if nothing else _sheet(view, clock.today())


def content(view: View, left_out: frozenset[str]) -> Content:
    """Return what the sheet of a view shows, given the codes that its filters leave out."""
    scenario = scenario_set.current(view) if view.sheet == "what_if" else BASELINE
    if not scenario.levers:
        rows = indicator_rows.figures(view)
        rows = rows.assign(left_out=rows["code"].isin(list(left_out)))
        assessed = assessments.assessed(view, view.indicator)
        return Content(rows, assessed, indicator_map.map_drawing(view, rows, height=""))
    found = outcome(view, scenario)
    rows = found.rows.assign(left_out=found.rows["code"].isin(list(left_out)))
    pulled = judgement.listed([sentence(view, lever).replace("**", "") for lever in scenario.levers])
    return Content(
        rows,
        found.assessed,
        scenario_drawing(view, found, scenario, left_out, height=""),
        tuple(line.replace("**", "") for line in scenario_effects.lines(view, scenario)),
        words.LEVERS.format(name=scenario_set.name(view), levers=pulled),
    )


@query(*PRINTED, keep=60)
def _sheet(view: View, today: date) -> str:
    shown = content(view, place_filter.left_out(view))
    every, drawn = shown.rows, shown.drawn
    rows = every[~every["left_out"]]
    rows = rows.assign(number=[numbers.number(at) for at in range(1, len(rows) + 1)])
    rows = rows.assign(shape=[LOOKS[each].shape for each in rows["status"]])
    density = next(each for limit, each in DENSITIES.items() if len(rows) <= limit)
    return paper.written(
        "view.html",
        words=words,
        paper=view.paper,
        title=drawn.title,
        scope=_scope(view, drawn),
        unit=words.UNIT.format(unit=drawn.unit),
        marks=marks(drawn),
        levers=shown.levers,
        filtered=filter_bar.filter_text(view, "in").replace("**", ""),
        alt=drawn.alt,
        map=_map(view, drawn, rows, density.map[view.paper]),
        map_width=density.map[view.paper][0],
        map_note=_map_note(view, len(every)),
        legend_title=words.LEGEND_COLOURS[view.colour].format(unit=drawn.unit),
        legend=_legend(drawn),
        overview=shown.told or _overview(view, rows),
        density=density.name,
        columns=[name for name in density.columns if rows[name].ne("").any() or name not in NEEDLESS],
        figures=NUMBERS_ONLY,
        lists=_lists(rows, density.lists, view.locality),
        causes=_causes(view, rows, shown),
        method=_method(view, rows),
        why_title=words.WHY.format(name=gazetteer.full_name(view, view.locality)) if view.locality else "",
        why=_why(view, shown.assessed),
        sources=sources(rows["source"]),
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=frame.APP,
    )


def marks(drawn: Drawing) -> list[dict[str, str]]:
    """Return the marks across the paper: the map's own, so that both say the same of the figures."""
    return (
        [{"name": "scenario" if drawn.mark.colour == SCENARIO.colour else "", "text": drawn.mark.text}]
        if drawn.mark
        else []
    )


def _scope(view: View, drawn: Drawing) -> str:
    return words.SCOPE.format(
        area=gazetteer.full_name(view, view.district or view.province),
        level=LEVEL_NAMES[view.level],
        day=drawn.period.lower(),
        kind=drawn.kind.lower(),
    )


def _map_note(view: View, places: int) -> str:
    note = words.MAP_NOTE_NAMED if places <= NAMED_UP_TO else words.MAP_NOTE
    return note.format(basis=served.basis(view.vintage, view.level, view.province))


def _map(view: View, drawn: Drawing, rows: pd.DataFrame, size: tuple[float, float]) -> str:
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
        served.collection(view.vintage, view.level, view.province)["features"],
        {code: drawn.swatches[int(at)].colour if at == at else "" for code, at in shapes.items()},
        labels,
        width=width,
        height=height,
        letters=3.0 if named else 1.9,
        islands=archipelagos.features() if drawn.archipelagos else [],
        dimmed=drawn.dimmed,
        selected=view.locality,
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


def _overview(view: View, rows: pd.DataFrame) -> list[str]:
    """Count figures and statuses; name the first of an order, where there is one and the figures are real."""
    total, order = len(rows), indicator_rows.ranking(view)
    lines = [words.REPORTED.format(reported=int(rows["value"].notna().sum()), total=total)]
    if order.reason:
        known = {"reported": order.reported, "total": order.total}
        lines.append(judgement.RANKING_WORDS[order.reason].format(**known))
    elif view.kind == "real":
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


def _causes(view: View, rows: pd.DataFrame, shown: Content) -> list[str]:
    """Write what was said of the indicator's targets, the chosen place's first; words on real figures only."""
    if view.kind != "real":
        return [words.NO_CAUSES_SIMULATED]
    judged = shown.assessed
    judged = judged[judged["locality"].isin([*rows["code"], view.province])]
    explanations = provenance.explanations(view)
    said = [latest_explanation(explanations, row, view.province) for _, row in judged.iterrows()]
    found = pd.DataFrame([each for each in said if each is not None])
    if found.empty:
        return [words.NO_CAUSES]
    return [_cause(view, row) for _, row in found.drop_duplicates().iterrows()]


def _cause(view: View, said: pd.Series) -> str:
    parts = [form.format(text=said[name]) for name, form in words.CAUSE_PARTS.items() if pd.notna(said[name])]
    text = words.CAUSE_SEPARATOR.join(parts)
    area = gazetteer.full_name(view, said["locality"])
    return words.CAUSE.format(area=area, day=numbers.day(said["as_of"]), text=text)


def _method(view: View, rows: pd.DataFrame) -> list[str]:
    asked = catalogue.indicator(view.indicator)
    lines = [asked["definition"]] if isinstance(asked["definition"], str) else []
    led = rows[rows["target"].notna()].drop_duplicates("target")
    lines += [
        words.TARGET.format(title=target_title(row.target), aim=row.target_shown) for row in led.itertuples()
    ]
    if led.empty:
        lines.append(words.NO_TARGET)
    shown = [each for each in ORDER if each in set(rows["status"]) and each not in ("no_data", "no_target")]
    rules = [(LOOKS[each].label, method.STATUS_RULES[each]) for each in shown]
    lines += [words.STATUS_RULE.format(label=label, rule=rule) for label, rule in rules]
    return [*lines, words.NOT_ZERO]


def _why(view: View, assessed: pd.DataFrame) -> list[str]:
    if not view.locality:
        return []
    led = primary_target(assessed)
    judged = led[led["locality"] == view.locality]
    return explanation_sentences(judged.iloc[0]) if len(judged) else [words.NO_TARGET]


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
    titles = [provenance.source_title(each) for each in counted.index]
    text = judgement.listed(titles[:FEWEST_SOURCES])
    rest = len(titles) - FEWEST_SOURCES
    return words.AND_MORE.format(sources=text, count=rest) if rest > 0 else text + "."
