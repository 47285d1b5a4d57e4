"""Writes the report of an import: one self-contained HTML file with old and new boundaries side by side."""

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
CORNERS = 6_000  # at most in one drawing: more are not visible at half the width of a screen
WIDTH = 1000  # of a drawing, in SVG units

Shapes = dict[str, shapely.Geometry]  # by code, in metres


def write_report(result: ImportResult, file: Path) -> None:
    """Write the report.

    Parameters
    ----------
    result : ImportResult
        As ``run_import`` returns it.
    file : Path
        The HTML file to write; its folder is created.
    """
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["number"] = number
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    text = template.render(
        words=words,
        title=words.REPORT_TITLE.format(file=result.request.file.name),
        remarks=[summary_rows.match_summary(result), *result.remarks, summary_rows.repair_summary(result)],
        verdict=words.REPORT_WHOLE if result.complete else words.INCOMPLETE,
        unmatched_features=summary_rows.unmatched_feature_rows(result),
        missing_localities=summary_rows.missing_locality_rows(result),
        area_errors=summary_rows.area_error_rows(result),
        comparisons=list(_comparisons(result)),
        width=WIDTH,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _comparisons(result: ImportResult) -> Iterator[dict[str, Any]]:
    """Yield for each province the drawings of its old and new boundaries, with the same extent."""
    provinces = dict.fromkeys(result.localities[code].province for code in result.shapes)
    names = boundaries.read_localities(result.request.vintage, "province", result.request.register)
    for province in provinces:
        new = {
            code: shape
            for code, shape in result.shapes.items()
            if result.localities[code].province == province
        }
        old = _current_shapes(result, province)
        extent = shapely.total_bounds([*_mainland(new).values(), *_mainland(old).values()])
        yield {
            "name": names[province].name,
            "old": _drawing(old, extent, result),
            "new": _drawing(new, extent, result),
            "height": round(WIDTH * (extent[3] - extent[1]) / (extent[2] - extent[0])),
        }


def _current_shapes(result: ImportResult, province: str) -> Shapes:
    """Return the shapes that maps draw now; none where they cannot be drawn."""
    try:
        asset = served_boundaries.current_asset(result.request.vintage, result.request.level, province)
    except (boundaries.BrokenBoundaries, KeyError):
        return {}
    shapes = [shapely.geometry.shape(each["geometry"]) for each in features_of(asset)]
    return dict(zip(asset.codes, gpd.GeoSeries(shapes, crs=DEGREES).to_crs(EQUAL_AREA), strict=True))


def _mainland(shapes: Shapes) -> Shapes:
    return {
        code: drop_high_sea_parts(shape) for code, shape in shapes.items() if code not in archipelagos.INSETS
    }


def _drawing(shapes: Shapes, extent: Sequence[float], result: ImportResult) -> list[dict[str, str]]:
    """Return each shape as an SVG path with its name and its state in the import."""
    mainland = _mainland(shapes)
    simple, _ = simplify_coverage(np.array(list(mainland.values()), dtype=object), CORNERS)
    scale = WIDTH / (extent[2] - extent[0])
    wrong = {each.code for each in result.area_errors}
    matched = {match.code for match in result.matched}
    return [
        {
            "name": result.localities[code].name if code in result.localities else code,
            "state": "missing" if code not in matched else "wrong" if code in wrong else "found",
            "path": _path(shape, extent, scale),
        }
        for code, shape in zip(mainland, simple, strict=True)
    ]


def _path(shape: shapely.Geometry, extent: Sequence[float], scale: float) -> str:
    """Return an SVG path in whole units, with north at the top."""
    rings = [
        np.column_stack([ring[:, 0] - extent[0], extent[3] - ring[:, 1]]) * scale
        for polygon in shapely.get_parts(shape)
        for ring in map(shapely.get_coordinates, shapely.get_rings(polygon))
    ]
    return "".join("M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in ring) + "Z" for ring in rings)
