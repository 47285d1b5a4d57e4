"""The view as one A4 page of HTML: the map, its table, and the sentences around them."""

import base64
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components import filter_bar
from components.choropleth import SCENARIO, Drawing
from data import clock
from geo import archipelagos, served_boundaries
from pages.printing import paper, printed_texts, words
from pages.printing.paper_map import choropleth_svg
from pages.printing.printed_figures import PrintedFigures, printed_figures
from queries import gazetteer, indicator_rows, place_filter
from queries.indicator_rows import ONE_INDICATOR
from queries.query import query
from queries.view import View
from wording import markdown, numbers, shell_texts
from wording.statuses import LOOKS

# Columns that are not printed where all their cells are empty.
OPTIONAL = ("expected_shown", "target_shown")
RIGHT_ALIGNED = ("number", "value_shown", "expected_shown")
# Height of the letters on the map, in mm.
NAME_HEIGHT, NUMBER_HEIGHT = 3.0, 1.9


@dataclass(frozen=True)
class Density:
    """How a table of some length is set.

    Attributes
    ----------
    name : str
        Class in ``paper.css`` that sets the size of the letters.
    columns : tuple of str
        Columns of the table, keys of ``words.HEADINGS``.
    lists : int
        Number of lists side by side that the table is cut into.
    map : dict
        Width and height of the map in mm, by direction of the paper. The map shrinks to the room that the table
        leaves.
    """

    name: str
    columns: tuple[str, ...]
    lists: int
    map: dict[str, tuple[float, float]]


_ALL_COLUMNS = tuple(name for name in words.HEADINGS if name != "shape")
_SOME_COLUMNS = ("number", "short", "value_shown", "status_shown")
_FEW_COLUMNS = ("number", "short", "value_shown", "shape")
_SMALL_MAP = {"portrait": (114.0, 120.0), "landscape": (96.0, 80.0)}
# By the largest number of rows: a province has 7 to 10 districts, 45 to 129 communes.
DENSITIES = {
    16: Density("few", _ALL_COLUMNS, 1, {"portrait": (188.0, 125.0), "landscape": (136.0, 95.0)}),
    50: Density("some", _SOME_COLUMNS, 2, _SMALL_MAP),
    80: Density("some", _FEW_COLUMNS, 3, _SMALL_MAP),
    10_000: Density("many", _FEW_COLUMNS, 4, _SMALL_MAP),
}

# What a printed view depends on: figures, filters, colours and paper; the scenario too, where one is printed.
PRINTED = (
    *ONE_INDICATOR,
    place_filter.filters,
    "colour",
    "locality",
    "printout",
    "paper",
    "scenario",
    "alternative",
)


def view_page(view: View) -> str:
    """Return the view's indicator as one A4 page of HTML; "" where the filters leave out every place.

    The table lists the places that the filters let through. The other places stay on the map, pale. Where a place is
    chosen, its row is set off and the working of its status is printed.
    """
    left_out = list(place_filter.left_out(view))
    nothing = indicator_rows.figures(view)["code"].isin(left_out).all()
    return "" if nothing else _view_page(view, clock.today())


@query(*PRINTED, keep=60)
def _view_page(view: View, today: date) -> str:
    figures = printed_figures(view, place_filter.left_out(view))
    rows = _numbered(figures.rows[~figures.rows["left_out"]])
    density = next(each for limit, each in DENSITIES.items() if len(rows) <= limit)
    return paper.render(
        "view.html",
        words=words,
        paper=view.paper,
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=shell_texts.APP,
        **_heading(view, figures),
        **_map(view, figures, rows, density),
        **_table(view, rows, density),
        **_sentences(view, figures, rows),
    )


def _numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the texts ``number`` (position in the table) and ``shape`` (of the status)."""
    return rows.assign(
        number=[numbers.number(position) for position in range(1, len(rows) + 1)],
        shape=[LOOKS[status].shape for status in rows["status"]],
    )


def _heading(view: View, figures: PrintedFigures) -> dict[str, Any]:
    drawing = figures.drawing
    return {
        "title": drawing.title,
        "scope": printed_texts.scope(view, drawing),
        "unit": words.UNIT.format(unit=drawing.unit),
        "marks": _marks(drawing),
        "levers": figures.levers,
        "filtered": markdown.unmarked(filter_bar.filter_text(view, "in")),
    }


def _marks(drawing: Drawing) -> list[dict[str, str]]:
    """Return the marks across the paper: the same text as the mark across the map."""
    if not drawing.mark:
        return []
    name = "scenario" if drawing.mark.colour == SCENARIO.colour else ""
    return [{"name": name, "text": drawing.mark.text}]


def _map(view: View, figures: PrintedFigures, rows: pd.DataFrame, density: Density) -> dict[str, Any]:
    drawing, size = figures.drawing, density.map[view.paper]
    return {
        "alt": drawing.alt,
        "map": _map_address(view, drawing, rows, size),
        "map_width": size[0],
        "map_note": printed_texts.map_note(view, len(figures.rows)),
        "legend_title": words.LEGEND_COLOURS[view.colour].format(unit=drawing.unit),
        "legend": printed_texts.legend(drawing),
        "legend_note": drawing.basis_of_colours,
    }


def _map_address(view: View, drawing: Drawing, rows: pd.DataFrame, size: tuple[float, float]) -> str:
    """Return the map as a data URI, because Streamlit removes the elements of an SVG from the HTML it is given."""
    named = len(drawing.places) <= printed_texts.NAMED_UP_TO
    svg = choropleth_svg(
        served_boundaries.feature_collection(view.vintage, view.level, view.province)["features"],
        _colours(drawing),
        _labels(drawing, rows, "short" if named else "number"),
        width=size[0],
        height=size[1],
        letters=NAME_HEIGHT if named else NUMBER_HEIGHT,
        islands=archipelagos.features() if drawing.archipelagos else [],
        dimmed=drawing.dimmed,
        selected=view.locality,
        mark=(drawing.mark.text, drawing.mark.colour) if drawing.mark else None,
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _colours(drawing: Drawing) -> dict[str, str]:
    """Return code → colour of each place; "" where it has no figure."""
    classes = drawing.places["swatch"].items()
    return {
        str(code): drawing.swatches[int(number)].colour if pd.notna(number) else ""
        for code, number in classes
    }


def _labels(drawing: Drawing, rows: pd.DataFrame, column: str) -> dict[str, str]:
    """Return code → label on the map: the symbol of the place's class and the text of a column of `rows`."""
    classes = drawing.places["swatch"]
    labels = {}
    for code, text in zip(rows["code"], rows[column], strict=True):
        number = classes[code]
        symbol = drawing.swatches[int(number)].symbol if pd.notna(number) else ""
        labels[code] = words.MAP_LABEL.format(symbol=symbol, text=text).strip()
    return labels


def _table(view: View, rows: pd.DataFrame, density: Density) -> dict[str, Any]:
    return {
        "density": density.name,
        "columns": [name for name in density.columns if name not in OPTIONAL or rows[name].ne("").any()],
        "figures": RIGHT_ALIGNED,
        "lists": _lists(rows, density.lists, view.locality),
    }


def _lists(rows: pd.DataFrame, count: int, chosen: str | None) -> list[list[dict[Any, Any]]]:
    """Cut the rows into lists that stand side by side; each is read to its end before the next."""
    cells = rows.assign(chosen=rows["code"].eq(chosen or ""))[[*words.HEADINGS, "chosen"]]
    length = -(-len(cells) // count) or 1
    return [cells.iloc[start : start + length].to_dict("records") for start in range(0, len(cells), length)]


def _sentences(view: View, figures: PrintedFigures, rows: pd.DataFrame) -> dict[str, Any]:
    chosen = gazetteer.full_name(view, view.locality) if view.locality else ""
    return {
        "overview": figures.effects or printed_texts.overview(view, rows),
        "causes": printed_texts.causes(view, rows, figures.assessed),
        "method": printed_texts.method_lines(view, rows),
        "why_title": words.WHY.format(name=chosen) if chosen else "",
        "why": printed_texts.working_lines(view, figures.assessed),
        "sources": printed_texts.sources_line(rows["source"]),
    }
