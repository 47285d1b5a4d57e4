"""Reads the areas of a boundary file in any format of GDAL and reprojects them to degrees."""

import warnings
import zipfile
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
from geo.schematic import DEGREES
from wording import import_messages as words

AREA_TYPES = frozenset({"Polygon", "MultiPolygon", "GeometryCollection"})
VIETNAM = AreaOfInterest(102.0, 8.0, 110.0, 24.0)
DATUM = "VN-2000"

Bounds = npt.NDArray[np.float64]  # west, south, east, north


class UnreadableFile(Exception):  # noqa: N818 - it names the state of the file, as its message does
    """A file cannot be imported; the message says in Vietnamese why and what to do."""


@dataclass(frozen=True)
class ReadResult:
    """The areas of a file.

    Attributes
    ----------
    frame : GeoDataFrame
        One row for each feature: the attributes of the file, and the geometry in degrees. The index counts from 1.
    remarks : tuple of str
        How the coordinates were interpreted, in Vietnamese.
    """

    frame: gpd.GeoDataFrame
    remarks: tuple[str, ...]


def read_areas(file: Path, crs: str | None = None, layer: str | None = None) -> ReadResult:
    """Read the areas of a boundary file.

    Parameters
    ----------
    file : Path
        GeoJSON, GeoPackage, Shapefile (zipped or not), TopoJSON, FlatGeobuf, GeoParquet or another format of GDAL;
        may be gzipped.
    crs : str, optional
        The coordinate reference system (``EPSG:9217``) of a file that names none.
    layer : str, optional
        The layer to read, where the file has several.

    Raises
    ------
    UnreadableFile
        If the file cannot be read, contains no areas, has several layers and none is chosen, or if its coordinate
        reference system is not known.
    """
    frame = _open(file, layer)
    kinds = set(frame.geometry.dropna().geom_type)
    if not kinds & AREA_TYPES:
        raise UnreadableFile(words.NO_AREAS.format(file=file.name, kinds=", ".join(sorted(kinds)) or "–"))
    degrees, remarks = _to_degrees(frame, file.name, crs)
    degrees.index = np.arange(1, len(degrees) + 1)
    flat = shapely.force_2d(np.asarray(degrees.geometry.values))
    return ReadResult(degrees.set_geometry(flat, crs=DEGREES), remarks)


def _open(file: Path, layer: str | None) -> gpd.GeoDataFrame:
    if not file.exists():
        raise UnreadableFile(words.NO_FILE.format(file=file))
    try:
        with warnings.catch_warnings(action="ignore"):  # such as open rings, which are repaired later
            if file.suffix.lower() in (".parquet", ".geoparquet"):
                return gpd.read_parquet(file)
            source = _source(file)
            return gpd.read_file(source, layer=layer or _only_layer(source, file.name), on_invalid="fix")
    except UnreadableFile:
        raise
    except Exception as error:  # drivers raise errors of many classes
        raise UnreadableFile(words.UNREADABLE.format(file=file.name)) from error


def _source(file: Path) -> str:
    """Return the name by which GDAL opens the file."""
    if file.suffix.lower() == ".gz":
        return f"/vsigzip/{file.resolve()}"
    if file.suffix.lower() == ".zip":
        shapefiles = [name for name in zipfile.ZipFile(file).namelist() if name.lower().endswith(".shp")]
        archive = f"/vsizip/{file.resolve()}"
        return f"{archive}/{shapefiles[0]}" if len(shapefiles) == 1 else archive
    return str(file)


def _only_layer(source: str, file: str) -> str:
    layers = [name for name, kind in pyogrio.list_layers(source) if kind is not None]
    if len(layers) != 1:
        raise UnreadableFile(words.WHICH_LAYER.format(file=file, layers=", ".join(layers)))
    return str(layers[0])


def _to_degrees(
    frame: gpd.GeoDataFrame, file: str, crs: str | None
) -> tuple[gpd.GeoDataFrame, tuple[str, ...]]:
    """Return the frame in degrees of WGS 84, and remarks on how its coordinates were interpreted."""
    shapes = np.asarray(frame.geometry.values)
    bounds = shapely.total_bounds(shapes)
    # GDAL reports degrees for a GeoJSON that names no system, even where its coordinates are metres.
    named = None if _is_default_degrees(frame.crs, bounds) else frame.crs
    if named is None and crs is None:
        if _in_vietnam(bounds):
            return frame.set_crs(DEGREES, allow_override=True), (words.TAKEN_FOR_DEGREES,)
        raise UnreadableFile(_crs_question(file, bounds))
    try:
        known = pyproj.CRS(named if named is not None else crs)
    except pyproj.exceptions.CRSError as error:
        raise UnreadableFile(words.UNKNOWN_CRS.format(crs=crs)) from error
    degrees = frame.set_crs(known, allow_override=True).to_crs(DEGREES)
    if not _in_vietnam(shapely.total_bounds(np.asarray(degrees.geometry.values))):
        raise UnreadableFile(words.NOT_VIETNAM.format(file=file, crs=known.name))
    remarks = (words.CRS_IGNORED.format(crs=crs, own=known.name),) if named is not None and crs else ()
    return degrees, (*remarks, words.CRS_READ.format(crs=known.name))


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
