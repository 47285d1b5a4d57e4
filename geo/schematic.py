"""Makes the schematic boundaries: ``python -m geo.schematic`` writes
``geo/boundaries/<vintage>/<level>.geojson``.

No line here was surveyed. A commune is a power cell around its point, as large as the register says, inside
an outline of its own that ends at the real coast; districts and provinces are unions of communes. Screens say
"ranh giới sơ đồ".
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
from geo.boundaries import HIGH_SEA_LON
from geo.power_diagram import Numbers, Shapes

HERE = Path(__file__).resolve().parent
REGISTER = HERE.parent / "data" / "tables" / "localities.csv"
LAND = HERE / "natural_earth" / "land.geojson"
COUNTRY = HERE / "natural_earth" / "vietnam.geojson"
BOUNDARIES = HERE / "boundaries"
# What the register does not say: it is asked for the rest when a file is read.
PROPERTIES = ["code", "label_lon", "label_lat"]

DEGREES = "EPSG:4326"
EQUAL_AREA = "+proj=laea +lat_0=16 +lon_0=107 +datum=WGS84 +units=m"
DECIMALS = 4  # of a degree: about 11 m
COAST = shapely.box(106.9, 10.0, 110.0, 13.5)  # where the sea is looked for; all else is land

DISC = 1.6  # radius of a locality's surroundings, in radii of a disc as large as the locality
GAP = 8_000.0  # metres: openings up to twice as wide are closed
CAPE = 20e6  # square metres: land up to so large between the outline and the sea belongs to it
WHOLE = 0.9  # of the country's area: communes of so much are all of it
GIVE = 0.1  # of power.fit, in the outline of the country, which the register's areas do not fit everywhere
ISLAND = 1e9  # square metres: an island smaller than this is drawn as large as the register says
ISLET = 3e6  # square metres: smaller pieces of land off the shore are left out
INLAND = 200.0  # metres that a point beyond the generalised coast is set ashore
TOLERANCE = 100.0  # metres: detail given up by the simplified lines


def read_register(path: Path) -> pd.DataFrame:
    """Read the mapped localities below the country.

    Parameters
    ----------
    path : Path
        ``localities.csv`` as described in ``docs/architecture.md``.

    Returns
    -------
    DataFrame
        vintage, code, name, level, parent_code, lon, lat, area_km2, province (the code of the province it
        lies in).
    """
    text = {"code": str, "parent_code": str, "mapped": str}
    register = pd.read_csv(path, dtype=text)
    register = register[(register["mapped"] == "true") & (register["level"] != "country")]
    columns = ["vintage", "code", "name", "level", "parent_code", "lon", "lat", "area_km2"]
    return register[columns].assign(province=_province(register)).reset_index(drop=True)


def _province(register: pd.DataFrame) -> "pd.Series[str]":
    """The province above each locality: itself, its parent, or its parent's parent."""
    parent = register.set_index(["vintage", "code"])["parent_code"]
    above = {key: code for key, code in parent.items() if code != "VN"}

    def top(vintage: str, code: str) -> str:
        while (vintage, code) in above:
            code = above[vintage, code]
        return code

    return pd.Series(
        [top(vintage, code) for vintage, code in zip(register["vintage"], register["code"], strict=True)],
        index=register.index,
    )


def read_sea(path: Path) -> shapely.Geometry:
    """Read the sea off the coast, in metres, as what the land of Natural Earth leaves of ``COAST``.

    Parameters
    ----------
    path : Path
        Land polygons in degrees, of the whole world or at least of ``COAST``, in any format GDAL reads.
    """
    land = shapely.make_valid(np.asarray(gpd.read_file(path).geometry.values))
    near = shapely.union_all(shapely.intersection(land, COAST))
    return gpd.GeoSeries([shapely.difference(COAST, near)], crs=DEGREES).to_crs(EQUAL_AREA).iloc[0]


def read_country(path: Path) -> shapely.Geometry:
    """Read the outline of the country, in metres.

    Parameters
    ----------
    path : Path
        Polygons in degrees, in any format GDAL reads.
    """
    return shapely.union_all(np.asarray(gpd.read_file(path).to_crs(EQUAL_AREA).geometry.values))


def draw(
    communes: pd.DataFrame, sea: shapely.Geometry, country: shapely.Geometry | None = None
) -> gpd.GeoDataFrame:
    """Give each commune its cell.

    Communes whose surroundings touch share one diagram, whatever their province, so that neighbours share
    their border; an island far off, such as Phú Quý, makes a diagram of its own at its place.

    Parameters
    ----------
    communes : DataFrame
        code, lon, lat, area_km2; other columns are kept.
    sea : shapely.Geometry
        In metres.
    country : shapely.Geometry, optional
        In metres: the outline of the communes together, where they are all the country has.

    Returns
    -------
    GeoDataFrame
        The communes, simplified, in metres of ``EQUAL_AREA``: a valid coverage.
    """
    points = gpd.GeoSeries(gpd.points_from_xy(communes["lon"], communes["lat"]), crs=DEGREES)
    places = np.asarray(points.to_crs(EQUAL_AREA).values)
    areas = communes["area_km2"].to_numpy(dtype=float) * 1e6
    shapes = np.empty(len(communes), dtype=object)
    for surroundings in shapely.get_parts(_closed(_discs(places, areas))):
        mine = shapely.contains(surroundings, places)
        if country is None:
            shapes[mine] = _diagram(places[mine], areas[mine], shapely.difference(surroundings, sea), sea)
        else:
            land = shapely.intersection(surroundings, country)
            shapes[mine] = _filled(places[mine], areas[mine], land, GIVE)
    shapes = shapely.coverage_simplify(shapes, TOLERANCE)
    return gpd.GeoDataFrame(communes.reset_index(drop=True), geometry=shapes, crs=EQUAL_AREA)


def _discs(places: Shapes, areas: Numbers) -> shapely.Geometry:
    return shapely.union_all(shapely.buffer(places, DISC * np.sqrt(areas / np.pi)))


def _closed(shape: shapely.Geometry) -> shapely.Geometry:
    grown = shapely.buffer(shapely.buffer(shape, GAP), -GAP)
    rings = shapely.get_exterior_ring(shapely.get_parts(grown))
    return shapely.union_all(shapely.polygons(rings))


def _diagram(places: Shapes, areas: Numbers, room: shapely.Geometry, sea: shapely.Geometry) -> Shapes:
    """The cells of communes that lie together, in an outline of their own."""
    if room.area <= areas.sum():  # a small island: its own shape
        return _filled(places, areas, room)
    return _filled(places, areas, _outline(_ashore(places, room), areas, room, sea))


def _filled(places: Shapes, areas: Numbers, outline: shapely.Geometry, give: float = 0.0) -> Shapes:
    """The cells of communes that fill an outline; a whole island is brought to its area."""
    if outline.is_empty:  # an island too small for the land's map: a disc at its place
        outline = _discs(places, areas)
    if areas.sum() < ISLAND:
        outline = _resized(outline, areas.sum())
    points = _ashore(places, outline)
    return _gathered(
        power_diagram.cells(points, power_diagram.fit_weights(points, areas, outline, give=give), outline)
    )


def _resized(shape: shapely.Geometry, area: float) -> shapely.Geometry:
    factor = np.sqrt(area / shape.area)
    return scale(shape, factor, factor, origin="centroid")


def _ashore(places: Shapes, land: shapely.Geometry) -> Numbers:
    """The places, those beyond the generalised coast set on the nearest land."""
    there = shapely.shortest_line(places, shapely.buffer(land, -INLAND))
    off = ~shapely.contains(land, places)
    points: Numbers = shapely.get_coordinates(np.where(off, shapely.get_point(there, -1), places))
    return points


def _outline(
    points: Numbers, areas: Numbers, room: shapely.Geometry, sea: shapely.Geometry
) -> shapely.Geometry:
    """An outline of the communes' whole area that follows their points and the coast.

    Bounded cells show how far each commune needs to reach. Their union, with gaps closed and with the capes that it
    cuts off from the country, is a little too large, and is narrowed from the land side.
    """
    needed = power_diagram.cells(
        points, power_diagram.fit_weights(points, areas, room, bounded=True), room, bounded=True
    )
    wide = _closed(shapely.union_all(needed))
    around = shapely.get_parts(shapely.difference(shapely.buffer(wide, 3 * GAP), shapely.union(wide, sea)))
    capes = around[(shapely.area(around) < CAPE) & shapely.intersects(around, wide)]
    whole = shapely.union_all([wide, *capes])
    # Filled with the sea beside it, the shape is narrowed without its coast moving.
    filled = shapely.union(whole, shapely.intersection(sea, shapely.buffer(whole, 3 * GAP)))
    low, high = 0.0, 2 * GAP
    for _ in range(20):
        middle = (low + high) / 2
        outline = _landed(shapely.difference(shapely.buffer(filled, -middle), sea))
        low, high = (middle, high) if outline.area > areas.sum() else (low, middle)
    return outline


def _landed(shape: shapely.Geometry) -> shapely.Geometry:
    pieces = shapely.get_parts(shape)
    return shapely.union_all(pieces[shapely.area(pieces) > ISLET])


def _gathered(cells: Shapes) -> Shapes:
    """The cells, each part that a bay cut off given to the largest cell it touches; islands stay with their own."""
    parts, owner = shapely.get_parts(cells, return_index=True)
    areas = shapely.area(parts)
    mains = pd.Series(areas).groupby(owner).idxmax().to_numpy()
    for lost in np.setdiff1d(np.arange(len(parts)), mains):
        touching = shapely.length(shapely.intersection(parts[lost], parts[mains])) > 0
        if touching.any():
            owner[lost] = owner[mains[(areas[mains] * touching).argmax()]]
    return np.array([shapely.coverage_union_all(parts[owner == i]) for i in range(len(cells))], dtype=object)


def levels(drawn: gpd.GeoDataFrame, register: pd.DataFrame) -> dict[str, gpd.GeoDataFrame]:
    """Put the communes together to districts and provinces, in degrees.

    Parameters
    ----------
    drawn : GeoDataFrame
        One vintage's communes as made by ``draw``.
    register : DataFrame
        The same vintage's localities of all levels, as made by ``read_register``.

    Returns
    -------
    dict of str to GeoDataFrame
        By level, in the register's order: its columns; the geometry in rounded degrees, exteriors clockwise
        (of the other turn Plotly fills the rest of the world, Leaflet takes both); label_lon and label_lat,
        where a name has most room; inset, whether the shape is a symbol. A province's shape leaves its insets
        out.
    """
    communes = _rounded(drawn)
    members = {"commune": "code", "district": "parent_code", "province": "province"}
    found = {}
    for level, group in members.items():
        units = register[register["level"] == level]
        if len(units):
            parts = gpd.GeoDataFrame({"code": communes[group]}, geometry=communes.geometry)
            whole = parts.dissolve("code", method="coverage")["geometry"]
            shapes = [_symbol(code) if code in archipelagos.INSETS else whole[code] for code in units["code"]]
            found[level] = _labelled(gpd.GeoDataFrame(units, geometry=shapes, crs=DEGREES))
    return found


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


def misdrawn(units: gpd.GeoDataFrame) -> list[str]:
    """Say what is wrong with the shapes of one level: missing or invalid ones, and overlaps or gaps along
    borders.

    Parameters
    ----------
    units : GeoDataFrame
        code and geometry.

    Returns
    -------
    list of str
        One sentence a fault; empty where all is well.
    """
    shapes = np.asarray(units.geometry.values)
    broken = shapely.is_missing(shapes) | shapely.is_empty(shapes) | ~shapely.is_valid(shapes)
    if broken.any():
        return [f"{code} has no valid shape" for code in units["code"][broken]]
    edges = shapely.coverage_invalid_edges(shapes)
    apart = units["code"][~shapely.is_empty(edges)]
    return [f"{code} does not share its border with a neighbour" for code in apart]


def area_errors(units: gpd.GeoDataFrame) -> "pd.Series[float]":
    """How far the drawn areas are from the register's, as shares of it (0.1 is 10 %); symbols have none.

    Parameters
    ----------
    units : GeoDataFrame
        As made by ``levels``.
    """
    shapes = units[~units["inset"]]
    drawn = shapes.to_crs(EQUAL_AREA).area / 1e6
    errors: pd.Series[float] = (drawn / shapes["area_km2"] - 1).abs()
    return errors


def features(units: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Turn one level's localities into GeoJSON features.

    Parameters
    ----------
    units : GeoDataFrame
        As made by ``levels``.

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


def write(path: Path, features: list[dict[str, Any]]) -> None:
    """Write a FeatureCollection, one feature a line, so that a change can be read in a diff."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    text = f'{{"type":"FeatureCollection","note":"{archipelagos.LABEL}","features":[\n{lines}\n]}}\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def make(
    register: pd.DataFrame, sea: shapely.Geometry, directory: Path, country: shapely.Geometry | None = None
) -> pd.DataFrame:
    """Make the boundary files of every vintage and level.

    Parameters
    ----------
    register : DataFrame
        As made by ``read_register``.
    sea : shapely.Geometry
        As made by ``read_sea``.
    country : shapely.Geometry, optional
        As made by ``read_country``: the outline of a vintage whose communes are all of the country.
    directory : Path
        Takes ``<vintage>/<level>.geojson`` and ``archipelagos.geojson``.

    Returns
    -------
    DataFrame
        A row a file: vintage, level, shapes, in_parts (shapes of several pieces, symbols left out), median,
        p90 and largest area error in per cent, size in kB.

    Raises
    ------
    ValueError
        If a shape is invalid or does not share its border, before any file of its level is written.
    """
    write(directory / "archipelagos.geojson", archipelagos.features())
    rows = []
    for vintage, localities in register.groupby("vintage"):
        drawable = localities[
            (localities["level"] == "commune") & ~localities["code"].isin(list(archipelagos.INSETS))
        ]
        whole = country if country and drawable["area_km2"].sum() * 1e6 > WHOLE * country.area else None
        for level, units in levels(draw(drawable, sea, whole), localities).items():
            if faults := misdrawn(units):
                raise ValueError("; ".join(faults))
            path = directory / str(vintage) / f"{level}.geojson"
            write(path, features(units))
            size = path.stat().st_size / 1000
            rows.append({"vintage": vintage, "level": level, **_summary(units), "kB": size})
    return pd.DataFrame(rows)


def _summary(units: gpd.GeoDataFrame) -> dict[str, float]:
    errors = 100 * area_errors(units)
    pieces = shapely.get_num_geometries(np.asarray(units.geometry[~units["inset"]].values))
    return {
        "shapes": len(units),
        "in_parts": int((pieces > 1).sum()),
        "median": float(errors.median()),
        "p90": float(errors.quantile(0.9)),
        "largest": float(errors.max()),
    }


def extract_country(countries: Path, path: Path) -> None:
    """Keep Vietnam's land without Hoàng Sa and Trường Sa, which are symbols, of a file of all countries."""
    every = gpd.read_file(countries, layer="countries")
    vietnam = every[every["name"] == "Vietnam"].explode(ignore_index=True)
    near = vietnam.geometry[vietnam.bounds["maxx"] < HIGH_SEA_LON]
    rounded = shapely.set_precision(shapely.make_valid(np.asarray(near.values)), 10.0**-DECIMALS)
    pieces = [json.loads(shapely.to_geojson(piece)) for piece in rounded[~shapely.is_empty(rounded)]]
    write(path, [{"type": "Feature", "properties": {}, "geometry": piece} for piece in pieces])


def extract(land: Path, path: Path) -> None:
    """Keep the part of a land file that ``read_sea`` looks at, so that remaking needs nothing from
    elsewhere."""
    shapes = shapely.make_valid(np.asarray(gpd.read_file(land).geometry.values))
    near = shapely.union_all(shapely.intersection(shapes, COAST))
    pieces = [json.loads(shapely.to_geojson(piece)) for piece in shapely.get_parts(near)]
    write(path, [{"type": "Feature", "properties": {}, "geometry": piece} for piece in pieces])


def main() -> None:
    """Make the boundaries and print how near their areas come to the register's."""
    options = argparse.ArgumentParser(prog="python -m geo.schematic", description=__doc__)
    options.add_argument("--register", type=Path, default=REGISTER, help="table of localities (%(default)s)")
    options.add_argument("--land", type=Path, default=LAND, help="land polygons (%(default)s)")
    options.add_argument("--country", type=Path, default=COUNTRY, help="its outline (%(default)s)")
    options.add_argument("--out", type=Path, default=BOUNDARIES, help="folder to write to (%(default)s)")
    chosen = options.parse_args()
    start = time.perf_counter()
    country = read_country(chosen.country)
    made = make(read_register(chosen.register), read_sea(chosen.land), chosen.out, country)
    print(made.to_string(index=False, float_format="{:.2f}".format))
    print(f"area errors in per cent of the register's areas; {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
