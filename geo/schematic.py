"""Makes the schematic boundaries: ``python -m geo.schematic`` writes ``geo/boundaries/<vintage>/<level>.geojson``.

The lines are computed, not surveyed, and screens label them "ranh giới sơ đồ". A commune is the power cell of its
point, with the area of the register, inside an outline that ends at the real coast. Districts and provinces are unions
of communes.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.affinity import scale

from geo import archipelagos, power_diagram
from geo.boundaries import BOUNDARIES, HIGH_SEA_LON, REGISTER
from geo.power_diagram import Numbers, Shapes

HERE = Path(__file__).resolve().parent
LAND = HERE / "natural_earth" / "land.geojson"
COUNTRY_OUTLINE = HERE / "natural_earth" / "vietnam.geojson"
# The other properties come from the register when a file is read.
PROPERTIES = ["code", "label_lon", "label_lat"]

DEGREES = "EPSG:4326"
EQUAL_AREA = "+proj=laea +lat_0=16 +lon_0=107 +datum=WGS84 +units=m"
DECIMALS = 4  # of a degree: about 11 m
COAST = shapely.box(106.9, 10.0, 110.0, 13.5)  # the only region with sea; everything outside counts as land

SURROUNDINGS_RADIUS = 1.6  # of a locality, in radii of a disc with the area of the locality
GAP = 8_000.0  # metres: gaps up to twice this width are closed
CAPE = 20e6  # square metres: smaller land between the outline and the sea becomes part of the outline
WHOLE_SHARE = 0.9  # of the country's area: a vintage whose communes exceed it covers the whole country
COMPLIANCE = 0.1  # of ``fit_weights`` in the outline of the country, which does not fit the areas everywhere
ISLAND = 1e9  # square metres: a smaller island is scaled to the area of the register
ISLET = 3e6  # square metres: smaller pieces of land off the shore are left out
INLAND = 200.0  # metres from the generalised coast, for a point that is moved from the sea onto land
TOLERANCE = 100.0  # metres: of the simplification of lines


def read_register(path: Path) -> pd.DataFrame:
    """Read the mapped localities below the country.

    Parameters
    ----------
    path : Path
        ``localities.csv`` as described in ``docs/tables.md``.

    Returns
    -------
    DataFrame
        One row for each locality: vintage, code, name, level, parent_code, lon, lat, area_km2, province (the code
        of its province).
    """
    text = {"code": str, "parent_code": str, "mapped": str}
    register = pd.read_csv(path, dtype=text)
    register = register[(register["mapped"] == "true") & (register["level"] != "country")]
    columns = ["vintage", "code", "name", "level", "parent_code", "lon", "lat", "area_km2"]
    return register[columns].assign(province=_province(register)).reset_index(drop=True)


def _province(register: pd.DataFrame) -> "pd.Series[str]":
    """Return the code of the province of each locality: its own, its parent's, or its parent's parent's."""
    parent = register.set_index(["vintage", "code"])["parent_code"]
    parents = {key: code for key, code in parent.items() if code != "VN"}

    def top(vintage: str, code: str) -> str:
        while (vintage, code) in parents:
            code = parents[vintage, code]
        return code

    return pd.Series(
        [top(vintage, code) for vintage, code in zip(register["vintage"], register["code"], strict=True)],
        index=register.index,
    )


def read_sea(path: Path) -> shapely.Geometry:
    """Return the sea off the coast, in metres: the part of ``COAST`` that is not land.

    Parameters
    ----------
    path : Path
        Land polygons in degrees, at least those inside ``COAST``, in any format of GDAL.
    """
    land = shapely.make_valid(np.asarray(gpd.read_file(path).geometry.values))
    coast_land = shapely.union_all(shapely.intersection(land, COAST))
    return gpd.GeoSeries([shapely.difference(COAST, coast_land)], crs=DEGREES).to_crs(EQUAL_AREA).iloc[0]


def read_country(path: Path) -> shapely.Geometry:
    """Return the outline of the country, in metres.

    Parameters
    ----------
    path : Path
        Polygons in degrees, in any format of GDAL.
    """
    return shapely.union_all(np.asarray(gpd.read_file(path).to_crs(EQUAL_AREA).geometry.values))


def draw_communes(
    communes: pd.DataFrame, sea: shapely.Geometry, country: shapely.Geometry | None = None
) -> gpd.GeoDataFrame:
    """Draw the cell of each commune.

    Communes whose surroundings touch are drawn in one diagram, also across provinces, so that neighbours share their
    border. A distant island, such as Phú Quý, has a diagram of its own at its position.

    Parameters
    ----------
    communes : DataFrame
        code, lon, lat, area_km2; other columns are copied.
    sea : shapely.Geometry
        In metres.
    country : shapely.Geometry, optional
        In metres: the outline of all communes together, if they cover the whole country.

    Returns
    -------
    GeoDataFrame
        The communes in metres of ``EQUAL_AREA``, simplified: a valid coverage.
    """
    points = gpd.GeoSeries(gpd.points_from_xy(communes["lon"], communes["lat"]), crs=DEGREES)
    positions = np.asarray(points.to_crs(EQUAL_AREA).values)
    areas = communes["area_km2"].to_numpy(dtype=float) * 1e6
    shapes = np.empty(len(communes), dtype=object)
    for surroundings in shapely.get_parts(_closed(_discs(positions, areas))):
        inside = shapely.contains(surroundings, positions)
        if country is None:
            room = shapely.difference(surroundings, sea)
            shapes[inside] = _diagram(positions[inside], areas[inside], room, sea)
        else:
            land = shapely.intersection(surroundings, country)
            shapes[inside] = _filled(positions[inside], areas[inside], land, COMPLIANCE)
    shapes = shapely.coverage_simplify(shapes, TOLERANCE)
    return gpd.GeoDataFrame(communes.reset_index(drop=True), geometry=shapes, crs=EQUAL_AREA)


def _discs(positions: Shapes, areas: Numbers) -> shapely.Geometry:
    return shapely.union_all(shapely.buffer(positions, SURROUNDINGS_RADIUS * np.sqrt(areas / np.pi)))


def _closed(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape without its holes and without gaps narrower than twice ``GAP``."""
    grown = shapely.buffer(shapely.buffer(shape, GAP), -GAP)
    rings = shapely.get_exterior_ring(shapely.get_parts(grown))
    return shapely.union_all(shapely.polygons(rings))


def _diagram(positions: Shapes, areas: Numbers, room: shapely.Geometry, sea: shapely.Geometry) -> Shapes:
    """Return the cells of connected communes, in an outline of their own."""
    if room.area <= areas.sum():  # a small island is its own outline
        return _filled(positions, areas, room)
    return _filled(positions, areas, _outline(_on_land(positions, room), areas, room, sea))


def _filled(positions: Shapes, areas: Numbers, outline: shapely.Geometry, compliance: float = 0.0) -> Shapes:
    """Return the cells of communes that fill an outline; an island is first scaled to the area of its communes."""
    if outline.is_empty:  # the map of the land does not show an island so small, so a disc stands for it
        outline = _discs(positions, areas)
    if areas.sum() < ISLAND:
        outline = _scaled_to(outline, areas.sum())
    points = _on_land(positions, outline)
    weights = power_diagram.fit_weights(points, areas, outline, compliance=compliance)
    return _reassigned(power_diagram.cells(points, weights, outline))


def _scaled_to(shape: shapely.Geometry, area: float) -> shapely.Geometry:
    factor = np.sqrt(area / shape.area)
    return scale(shape, factor, factor, origin="centroid")


def _on_land(positions: Shapes, land: shapely.Geometry) -> Numbers:
    """Return the coordinates of positions; one off the generalised coast is moved to the nearest land."""
    nearest = shapely.get_point(shapely.shortest_line(positions, shapely.buffer(land, -INLAND)), -1)
    at_sea = ~shapely.contains(land, positions)
    points: Numbers = shapely.get_coordinates(np.where(at_sea, nearest, positions))
    return points


def _outline(
    points: Numbers, areas: Numbers, room: shapely.Geometry, sea: shapely.Geometry
) -> shapely.Geometry:
    """Return an outline with the total area of the communes, which follows their points and the coast.

    Bounded cells show the room that each commune needs. Their union, with gaps closed and with the capes that it cuts
    off from the country, is a little too large. It is narrowed from the land side until the area fits.
    """
    weights = power_diagram.fit_weights(points, areas, room, bounded=True)
    needed = power_diagram.cells(points, weights, room, bounded=True)
    wide = _closed(shapely.union_all(needed))
    nearby_land = shapely.difference(shapely.buffer(wide, 3 * GAP), shapely.union(wide, sea))
    pieces = shapely.get_parts(nearby_land)
    capes = pieces[(shapely.area(pieces) < CAPE) & shapely.intersects(pieces, wide)]
    whole = shapely.union_all([wide, *capes])
    # The adjacent sea is added, so that narrowing moves the land side only and not the coast.
    filled = shapely.union(whole, shapely.intersection(sea, shapely.buffer(whole, 3 * GAP)))
    low, high = 0.0, 2 * GAP
    for _ in range(20):
        middle = (low + high) / 2
        outline = _without_islets(shapely.difference(shapely.buffer(filled, -middle), sea))
        low, high = (middle, high) if outline.area > areas.sum() else (low, middle)
    return outline


def _without_islets(shape: shapely.Geometry) -> shapely.Geometry:
    pieces = shapely.get_parts(shape)
    return shapely.union_all(pieces[shapely.area(pieces) > ISLET])


def _reassigned(cells: Shapes) -> Shapes:
    """Return the cells; a part that a bay cuts off from its cell goes to the largest cell that it touches.

    A part that touches no other cell, such as an island, stays with its own cell.
    """
    parts, owner = shapely.get_parts(cells, return_index=True)
    areas = shapely.area(parts)
    mains = pd.Series(areas).groupby(owner).idxmax().to_numpy()
    for cut_off in np.setdiff1d(np.arange(len(parts)), mains):
        touching = shapely.length(shapely.intersection(parts[cut_off], parts[mains])) > 0
        if touching.any():
            owner[cut_off] = owner[mains[(areas[mains] * touching).argmax()]]
    return np.array([shapely.coverage_union_all(parts[owner == i]) for i in range(len(cells))], dtype=object)


def dissolve_levels(drawn: gpd.GeoDataFrame, register: pd.DataFrame) -> dict[str, gpd.GeoDataFrame]:
    """Dissolve the communes into districts and provinces, and bring all levels to degrees.

    Parameters
    ----------
    drawn : GeoDataFrame
        The communes of one vintage, as ``draw_communes`` returns them.
    register : DataFrame
        The localities of the same vintage at all levels, as ``read_register`` returns them.

    Returns
    -------
    dict of str to GeoDataFrame
        By level, in the order of the register: its columns; the geometry in rounded degrees with clockwise exteriors
        (Plotly fills the outside of a counterclockwise exterior); label_lon and label_lat, where a name has most
        room; inset, whether the shape is a symbol. The shape of a province does not include its insets.
    """
    communes = _rounded(drawn)
    group_columns = {"commune": "code", "district": "parent_code", "province": "province"}
    by_level = {}
    for level, group in group_columns.items():
        units = register[register["level"] == level]
        if len(units):
            parts = gpd.GeoDataFrame({"code": communes[group]}, geometry=communes.geometry)
            dissolved = parts.dissolve("code", method="coverage")["geometry"]
            shapes = [
                _symbol(code) if code in archipelagos.INSETS else dissolved[code] for code in units["code"]
            ]
            by_level[level] = _labelled(gpd.GeoDataFrame(units, geometry=shapes, crs=DEGREES))
    return by_level


def _symbol(code: str) -> shapely.Geometry:
    return shapely.from_geojson(json.dumps(archipelagos.symbol(archipelagos.INSETS[code])))


def _rounded(drawn: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    degrees = drawn.to_crs(DEGREES)
    shapes = shapely.transform(np.asarray(degrees.geometry.values), lambda corners: corners.round(DECIMALS))
    return degrees.set_geometry(shapely.remove_repeated_points(shapes), crs=DEGREES)


def _labelled(units: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    widest = shapely.maximum_inscribed_circle(np.asarray(units.to_crs(EQUAL_AREA).geometry.values), 50)
    centres = gpd.GeoSeries(shapely.get_point(widest, 0), crs=EQUAL_AREA).to_crs(DEGREES)
    clockwise = shapely.orient_polygons(np.asarray(units.geometry.values), exterior_cw=True)
    return units.set_geometry(clockwise, crs=DEGREES).assign(
        label_lon=centres.x.round(DECIMALS).to_numpy(),
        label_lat=centres.y.round(DECIMALS).to_numpy(),
        inset=units["code"].isin(list(archipelagos.INSETS)),
    )


def coverage_faults(units: gpd.GeoDataFrame) -> list[str]:
    """Return the faults of one level: missing and invalid shapes, and overlaps and gaps along borders.

    Parameters
    ----------
    units : GeoDataFrame
        code and geometry.

    Returns
    -------
    list of str
        One sentence for each fault.
    """
    shapes = np.asarray(units.geometry.values)
    invalid = shapely.is_missing(shapes) | shapely.is_empty(shapes) | ~shapely.is_valid(shapes)
    if invalid.any():
        return [f"{code} has no valid shape" for code in units["code"][invalid]]
    edges = shapely.coverage_invalid_edges(shapes)
    unshared = units["code"][~shapely.is_empty(edges)]
    return [f"{code} does not share its border with a neighbour" for code in unshared]


def area_errors(units: gpd.GeoDataFrame) -> "pd.Series[float]":
    """Return the relative errors of the drawn areas (0.1 is 10 %) against the register, without insets.

    Parameters
    ----------
    units : GeoDataFrame
        As ``dissolve_levels`` returns it.
    """
    shapes = units[~units["inset"]]
    drawn_km2 = shapes.to_crs(EQUAL_AREA).area / 1e6
    errors: pd.Series[float] = (drawn_km2 / shapes["area_km2"] - 1).abs()
    return errors


def to_features(units: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the localities of one level as GeoJSON features.

    Parameters
    ----------
    units : GeoDataFrame
        As ``dissolve_levels`` returns it.

    Returns
    -------
    list of dict
        Properties: code, label_lon, label_lat.
    """
    rows = units[PROPERTIES].to_dict("records")
    shapes = [json.loads(shapely.to_geojson(shape)) for shape in units.geometry]
    return [
        {"type": "Feature", "properties": row, "geometry": shape}
        for row, shape in zip(rows, shapes, strict=True)
    ]


def write_collection(path: Path, features: list[dict[str, Any]]) -> None:
    """Write a FeatureCollection with one feature on each line, so that a diff shows what changed."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    text = f'{{"type":"FeatureCollection","note":"{archipelagos.LABEL}","features":[\n{lines}\n]}}\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def make_boundaries(
    register: pd.DataFrame, sea: shapely.Geometry, directory: Path, country: shapely.Geometry | None = None
) -> pd.DataFrame:
    """Make the boundary files of every vintage and level.

    Parameters
    ----------
    register : DataFrame
        As ``read_register`` returns it.
    sea : shapely.Geometry
        As ``read_sea`` returns it.
    directory : Path
        The folder for ``<vintage>/<level>.geojson`` and ``archipelagos.geojson``.
    country : shapely.Geometry, optional
        As ``read_country`` returns it: the outline of a vintage whose communes cover the whole country.

    Returns
    -------
    DataFrame
        One row for each file: vintage, level, shapes, in_parts (the number of shapes with several parts, without
        insets), the median, p90 and largest area error in per cent, and kB (size).

    Raises
    ------
    ValueError
        If a shape is invalid or does not share its border; no file of its level is then written.
    """
    write_collection(directory / "archipelagos.geojson", archipelagos.features())
    rows = []
    for vintage, localities in register.groupby("vintage"):
        communes = localities[
            (localities["level"] == "commune") & ~localities["code"].isin(list(archipelagos.INSETS))
        ]
        outline = country if country and _covers(communes, country) else None
        for level, units in dissolve_levels(draw_communes(communes, sea, outline), localities).items():
            if faults := coverage_faults(units):
                raise ValueError("; ".join(faults))
            path = directory / str(vintage) / f"{level}.geojson"
            write_collection(path, to_features(units))
            size = path.stat().st_size / 1000
            rows.append({"vintage": vintage, "level": level, **_summary(units), "kB": size})
    return pd.DataFrame(rows)


def _covers(communes: pd.DataFrame, country: shapely.Geometry) -> bool:
    return bool(communes["area_km2"].sum() * 1e6 > WHOLE_SHARE * country.area)


def _summary(units: gpd.GeoDataFrame) -> dict[str, float]:
    errors = 100 * area_errors(units)
    parts = shapely.get_num_geometries(np.asarray(units.geometry[~units["inset"]].values))
    return {
        "shapes": len(units),
        "in_parts": int((parts > 1).sum()),
        "median": float(errors.median()),
        "p90": float(errors.quantile(0.9)),
        "largest": float(errors.max()),
    }


def extract_country(countries: Path, path: Path) -> None:
    """Extract the land of Vietnam from a file of all countries, without Hoàng Sa and Trường Sa, which are symbols."""
    every = gpd.read_file(countries, layer="countries")
    vietnam = every[every["name"] == "Vietnam"].explode(ignore_index=True)
    mainland = vietnam.geometry[vietnam.bounds["maxx"] < HIGH_SEA_LON]
    rounded = shapely.set_precision(shapely.make_valid(np.asarray(mainland.values)), 10.0**-DECIMALS)
    _write_shapes(path, rounded[~shapely.is_empty(rounded)])


def extract_land(land: Path, path: Path) -> None:
    """Extract the land inside ``COAST`` from a file of the world; ``read_sea`` needs no more than that."""
    shapes = shapely.make_valid(np.asarray(gpd.read_file(land).geometry.values))
    coast_land = shapely.union_all(shapely.intersection(shapes, COAST))
    _write_shapes(path, shapely.get_parts(coast_land))


def _write_shapes(path: Path, shapes: Shapes) -> None:
    geometries = [json.loads(shapely.to_geojson(shape)) for shape in shapes]
    write_collection(path, [{"type": "Feature", "properties": {}, "geometry": each} for each in geometries])


def main() -> None:
    """Make the boundaries and print the errors of their areas."""
    parser = argparse.ArgumentParser(prog="python -m geo.schematic", description=__doc__)
    parser.add_argument("--register", type=Path, default=REGISTER, help="table of localities (%(default)s)")
    parser.add_argument("--land", type=Path, default=LAND, help="land polygons (%(default)s)")
    parser.add_argument("--country", type=Path, default=COUNTRY_OUTLINE, help="its outline (%(default)s)")
    parser.add_argument("--out", type=Path, default=BOUNDARIES, help="folder to write to (%(default)s)")
    options = parser.parse_args()
    start = time.perf_counter()
    country = read_country(options.country)
    summary = make_boundaries(read_register(options.register), read_sea(options.land), options.out, country)
    print(summary.to_string(index=False, float_format="{:.2f}".format))
    print(f"area errors in per cent of the register's areas; {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
