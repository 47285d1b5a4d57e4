"""Reads the areas of a boundary file in any format of GDAL and reprojects them to degrees."""

import tempfile
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyogrio
import pyproj
import shapely
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.enums import PJType

from geo.boundaries import EAST, NORTH, SOUTH, WEST
from geo.importing.table_reader import read_table
from geo.importing.unreadable_file import UnreadableFile
from geo.schematic import DEGREES
from wording import import_messages as words
from wording.numbers import number

AREA_TYPES = frozenset({"Polygon", "MultiPolygon", "GeometryCollection"})
POINT_TYPES = frozenset({"Point", "MultiPoint"})
LINE_TYPES = frozenset({"LineString", "LinearRing", "MultiLineString"})
TABLES = frozenset({".csv", ".tsv", ".txt"})
# The files that a zip archive may hold, by suffix. A shapefile goes first: beside it lie tables of other kinds.
SOURCES = TABLES | {
    ".shp", ".geojson", ".json", ".topojson", ".gpkg", ".fgb", ".parquet", ".geoparquet", ".kml", ".gml", ".tab",
}  # fmt: skip
FILE_IN_ZIP = "boundaries"  # the name that the files of an archive are unpacked under
VIETNAM = AreaOfInterest(102.0, 8.0, 110.0, 24.0)
DATUM = "VN-2000"

Bounds = npt.NDArray[np.float64]  # west, south, east, north


@dataclass(frozen=True)
class ReadResult:
    """The areas of a file.

    Attributes
    ----------
    frame : GeoDataFrame
        One row for each feature: the attributes of the file, and the geometry in degrees. The index is the number of
        the feature in the file, from 1; points and lines are left out, rows without a shape stay.
    remarks : tuple of str
        How the file was interpreted, in Vietnamese.
    crs : pyproj.CRS
        The coordinate reference system of the file.
    rows : int
        The number of all rows in the file.
    left_out : mapping of str to int
        The numbers of ``points`` and ``lines``.
    """

    frame: gpd.GeoDataFrame
    remarks: tuple[str, ...]
    crs: pyproj.CRS
    rows: int
    left_out: Mapping[str, int]


def read_areas(
    file: Path, crs: str | None = None, layer: str | None = None, *, override: bool = False
) -> ReadResult:
    """Read the areas of a boundary file.

    Parameters
    ----------
    file : Path
        GeoJSON, GeoPackage, Shapefile, TopoJSON, FlatGeobuf, GeoParquet or another format of GDAL, or a CSV table with
        a column of WKT; may be gzipped or zipped.
    crs : str, optional
        The coordinate reference system (``EPSG:9217``) of a file that names none.
    layer : str, optional
        The layer to read, where the file has several.
    override : bool
        Whether ``crs`` goes before the system that the file names.

    Raises
    ------
    UnreadableFile
        If the file cannot be read, contains no areas, has several layers and none is chosen, or if its coordinate
        reference system is not known.
    """
    frame = _open(file, layer)
    frame.index = np.arange(1, len(frame) + 1)
    kinds = frame.geometry.geom_type
    if not set(kinds.dropna()) & AREA_TYPES:
        listed = ", ".join(sorted(set(kinds.dropna()))) or "–"
        raise UnreadableFile(words.NO_AREAS.format(file=file.name, kinds=listed))
    areas = frame[kinds.isna() | kinds.isin(AREA_TYPES)]
    degrees, remarks, known = _to_degrees(areas, file.name, crs, override=override)
    flat = shapely.force_2d(np.asarray(degrees.geometry.values))
    counts = {"areas": number(int(kinds.isin(AREA_TYPES).sum())), "rows": number(len(frame))}
    left_out = {"points": int(kinds.isin(POINT_TYPES).sum()), "lines": int(kinds.isin(LINE_TYPES).sum())}
    return ReadResult(
        degrees.set_geometry(flat, crs=DEGREES),
        (*remarks, words.FEATURES_READ.format(**counts)),
        known,
        len(frame),
        left_out,
    )


def _open(file: Path, layer: str | None) -> gpd.GeoDataFrame:
    if not file.exists():
        raise UnreadableFile(words.NO_FILE.format(file=file))
    try:
        with warnings.catch_warnings(action="ignore"), tempfile.TemporaryDirectory() as folder:
            if file.suffix.lower() == ".zip":
                file, layer = _unzipped(file, layer, Path(folder))
            return _read(file, layer)
    except UnreadableFile:
        raise
    except Exception as error:  # drivers raise errors of many classes
        raise UnreadableFile(words.UNREADABLE.format(file=file.name)) from error


def _read(file: Path, layer: str | None) -> gpd.GeoDataFrame:
    if file.suffix.lower() in (".parquet", ".geoparquet"):
        return gpd.read_parquet(file)
    if file.suffix.lower() in TABLES:
        return read_table(file)
    source = f"/vsigzip/{file.resolve()}" if file.suffix.lower() == ".gz" else str(file)
    return gpd.read_file(source, layer=layer or _only_layer(source, file.name), on_invalid="fix")


def _unzipped(archive: Path, layer: str | None, folder: Path) -> tuple[Path, str | None]:
    """Unpack the one boundary file of an archive, and return its path and the layer to read in it.

    Macs add a folder ``__MACOSX`` with a shadow of each file. Of several files the layer names one.
    """
    with zipfile.ZipFile(archive) as opened:
        members = [each for each in opened.infolist() if not each.is_dir() and not _is_shadow(each.filename)]
        sources = [each for each in members if Path(each.filename).suffix.lower() in SOURCES]
        shapefiles = [each for each in sources if Path(each.filename).suffix.lower() == ".shp"]
        found = shapefiles or sources
        chosen = [each for each in found if len(found) == 1 or Path(each.filename).stem == layer]
        if not found:
            raise UnreadableFile(words.NOTHING_IN_ZIP.format(file=archive.name))
        if len(chosen) != 1:
            layers = ", ".join(Path(each.filename).stem for each in found)
            raise UnreadableFile(words.WHICH_LAYER.format(file=archive.name, layers=layers))
        path = Path(chosen[0].filename)
        for each in members:
            member = Path(each.filename)
            if member.parent == path.parent and member.stem.lower() == path.stem.lower():
                (folder / f"{FILE_IN_ZIP}{member.suffix.lower()}").write_bytes(opened.read(each))
    file = folder / f"{FILE_IN_ZIP}{path.suffix.lower()}"
    return file, None if len(found) > 1 or path.suffix.lower() == ".shp" else layer


def _is_shadow(name: str) -> bool:
    return "__MACOSX" in Path(name).parts or Path(name).name.startswith("._")


def _only_layer(source: str, file: str) -> str:
    layers = [name for name, kind in pyogrio.list_layers(source) if kind is not None]
    if len(layers) != 1:
        raise UnreadableFile(words.WHICH_LAYER.format(file=file, layers=", ".join(layers)))
    return str(layers[0])


def _to_degrees(
    frame: gpd.GeoDataFrame, file: str, crs: str | None, *, override: bool
) -> tuple[gpd.GeoDataFrame, tuple[str, ...], pyproj.CRS]:
    """Return the frame in degrees of WGS 84, remarks on how its coordinates were interpreted, and their system."""
    bounds = shapely.total_bounds(np.asarray(frame.geometry.values))
    # GDAL reports degrees for a GeoJSON that names no system, even where its coordinates are metres.
    named = None if _is_default_degrees(frame.crs, bounds) or (override and crs) else frame.crs
    if named is None and crs is None:
        known, remark = pyproj.CRS(DEGREES), words.TAKEN_FOR_DEGREES
        if not _in_degrees(bounds):
            raise UnreadableFile(_crs_question(file, bounds))
    else:
        known = _known_crs(named if named is not None else crs)
        remark = words.CRS_READ.format(crs=known.name)
    ignored = (words.CRS_IGNORED.format(crs=crs, own=known.name),) if named is not None and crs else ()
    for swapped in (False, True):
        degrees = _read_in(known, _with_axes_exchanged(frame) if swapped else frame)
        if _in_vietnam(shapely.total_bounds(np.asarray(degrees.geometry.values))):
            remarks = (*ignored, remark, *([words.AXES_EXCHANGED] if swapped else []))
            return degrees, remarks, known
    raise UnreadableFile(words.NOT_VIETNAM.format(file=file, crs=known.name))


def _known_crs(crs: object) -> pyproj.CRS:
    try:
        return pyproj.CRS(crs)
    except pyproj.exceptions.CRSError as error:
        raise UnreadableFile(words.UNKNOWN_CRS.format(crs=crs)) from error


def _read_in(crs: pyproj.CRS, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.set_crs(crs, allow_override=True).to_crs(DEGREES)


def _with_axes_exchanged(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    exchanged = shapely.transform(np.asarray(frame.geometry.values), lambda corners: corners[:, ::-1])
    return frame.set_geometry(exchanged, crs=frame.crs)


def _is_default_degrees(crs: pyproj.CRS | None, bounds: Bounds) -> bool:
    return crs is None or (crs.is_geographic and not _in_degrees(bounds))


def _in_degrees(bounds: Bounds) -> bool:
    return bool(np.abs(bounds).max() <= 360)


def _in_vietnam(bounds: Bounds) -> bool:
    west, south, east, north = bounds
    return bool(west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH)


def _crs_question(file: str, bounds: Bounds) -> str:
    """Return the question for the coordinate reference system.

    It lists the systems of Vietnam whose area of use would contain the file.
    """
    likely = [f"EPSG:{code} ({name})" for code, name in vietnam_zones() if _in_area_of_use(code, bounds)]
    corner = f"{bounds[0]:.0f}; {bounds[1]:.0f}"
    listed = "; ".join(likely) or words.NO_ZONE
    return words.WHICH_CRS.format(file=file, corner=corner, likely=listed)


def vietnam_zones() -> list[tuple[str, str]]:
    """Return code and name of the projections of Vietnam's datum: the national ones and the zones of provinces."""
    zones = query_crs_info("EPSG", PJType.PROJECTED_CRS, VIETNAM)
    names = {zone.code: zone.name for zone in zones if zone.name.startswith(DATUM)}
    return sorted(names.items(), key=lambda zone: int(zone[0]))


def _in_area_of_use(code: str, bounds: Bounds) -> bool:
    """Tell whether the centre of the bounds lies in the area of use of a projection."""
    crs = pyproj.CRS.from_epsg(int(code))
    to_degrees = pyproj.Transformer.from_crs(crs, DEGREES, always_xy=True)
    lon, lat = to_degrees.transform((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
    area = crs.area_of_use
    return area is not None and area.west <= lon <= area.east and area.south <= lat <= area.north
