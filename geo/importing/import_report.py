"""The report of an import: one HTML file that needs nothing else, with old and new boundaries side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import jinja2
import numpy as np
import shapely

from geo import archipelagos, boundaries, served_boundaries
from geo.boundary_asset import features_of
from geo.importing import summary_rows
from geo.importing.asset_builder import drop_high_sea_parts
from geo.importing.importer import ImportResult
from geo.importing.repair import simplify_coverage
from geo.schematic import DEGREES, EQUAL_AREA
from wording import import_messages as words
from wording.numbers import number

TEMPLATE = Path(__file__).with_name("report.html")
CORNERS = 6_000  # of one drawing: what a picture half a screen wide can show
WIDTH = 1000  # of a drawing, in its own units

Drawn = dict[str, shapely.Geometry]


def write(outcome: ImportResult, file: Path) -> None:
    """Write the report.

    Parameters
    ----------
    outcome : Outcome
        As ``bring`` gives it.
    file : Path
        To be written.
    """
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["number"] = number
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    text = template.render(
        words=words,
        title=words.REPORT_TITLE.format(file=outcome.order.file.name),
        remarks=[summary_rows.match_summary(outcome), *outcome.remarks, summary_rows.repair_summary(outcome)],
        verdict=words.REPORT_WHOLE if outcome.whole else words.INCOMPLETE,
        strays=summary_rows.unmatched_feature_rows(outcome),
        absents=summary_rows.missing_locality_rows(outcome),
        areas=summary_rows.area_error_rows(outcome),
        pairs=list(_pairs(outcome)),
        width=WIDTH,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _pairs(outcome: ImportResult) -> Iterator[dict[str, Any]]:
    """Old and new drawings of each province, in one frame, so that they can be compared."""
    provinces = dict.fromkeys(outcome.places[code].province for code in outcome.shapes)
    names = boundaries.read_localities(outcome.order.vintage, "province", outcome.order.register)
    for province in provinces:
        new = {
            code: shape for code, shape in outcome.shapes.items() if outcome.places[code].province == province
        }
        old = _present(outcome, province)
        frame = shapely.total_bounds([*_mainland(new).values(), *_mainland(old).values()])
        yield {
            "name": names[province].name,
            "old": _drawing(old, frame, outcome),
            "new": _drawing(new, frame, outcome),
            "height": round(WIDTH * (frame[3] - frame[1]) / (frame[2] - frame[0])),
        }


def _present(outcome: ImportResult, province: str) -> Drawn:
    """The shapes drawn now, in metres; none where they can't be drawn."""
    try:
        sheet = served_boundaries.current_asset(outcome.order.vintage, outcome.order.level, province)
    except (boundaries.BrokenBoundaries, KeyError):
        return {}
    shapes = [shapely.geometry.shape(each["geometry"]) for each in features_of(sheet)]
    return dict(zip(sheet.codes, gpd.GeoSeries(shapes, crs=DEGREES).to_crs(EQUAL_AREA), strict=True))


def _mainland(drawn: Drawn) -> Drawn:
    return {
        code: drop_high_sea_parts(shape) for code, shape in drawn.items() if code not in archipelagos.INSETS
    }


def _drawing(drawn: Drawn, frame: Sequence[float], outcome: ImportResult) -> list[dict[str, str]]:
    """Each shape as an SVG path with its name and how it stands."""
    near = _mainland(drawn)
    simple, _ = simplify_coverage(np.array(list(near.values()), dtype=object), CORNERS)
    scale = WIDTH / (frame[2] - frame[0])
    wrong = {each.code for each in outcome.area_errors}
    found = {match.code for match in outcome.matched}
    return [
        {
            "name": outcome.places[code].name if code in outcome.places else code,
            "state": "missing" if code not in found else "wrong" if code in wrong else "found",
            "path": _path(shape, frame, scale),
        }
        for code, shape in zip(near, simple, strict=True)
    ]


def _path(shape: shapely.Geometry, frame: Sequence[float], scale: float) -> str:
    """An SVG path in whole units, north up."""
    rings = [
        np.column_stack([ring[:, 0] - frame[0], frame[3] - ring[:, 1]]) * scale
        for polygon in shapely.get_parts(shape)
        for ring in map(shapely.get_coordinates, shapely.get_rings(polygon))
    ]
    return "".join("M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in ring) + "Z" for ring in rings)
