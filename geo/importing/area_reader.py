"""Reads areas from any file GDAL knows, and brings them to degrees."""

import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pyproj
import shapely
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.enums import PJType

from geo.boundaries import EAST, NORTH, SOUTH, WEST
from geo.schematic import DEGREES
from wording import import_messages as words

AREAS = frozenset({"Polygon", "MultiPolygon", "GeometryCollection"})
VIETNAM = AreaOfInterest(102.0, 8.0, 110.0, 24.0)
DATUM = "VN-2000"


class UnreadableFile(Exception):  # noqa: N818 - it names the state of the file, as its message does
    """A file can't be imported at all; the message says in Vietnamese why and what to do."""


@dataclass(frozen=True)
class Reading:
    """What was read: the areas in degrees, one row a feature, and what was understood on the way, in Vietnamese."""

    frame: gpd.GeoDataFrame
    remarks: tuple[str, ...]


def read(file: Path, crs: str | None = None, layer: str | None = None) -> Reading:
    """Read the areas of a boundary file.

    Parameters
    ----------
    file : Path
        GeoJSON, GeoPackage, Shapefile (zipped or not), TopoJSON, FlatGeobuf, GeoParquet or whatever GDAL reads; may
        be gzipped.
    crs : str, optional
        The file's coordinate reference system (``EPSG:9217``), used where the file names none.
    layer : str, optional
        Which layer, where there are several.

    Returns
    -------
    Reading
        All attributes as the file has them; the index counts from 1.

    Raises
    ------
    UnreadableFile
        If it can't be read, holds no areas, has several layers and none is chosen, or if its coordinate reference
        system is not known.
    """
    frame = _opened(file, layer)
    kinds = set(frame.geometry.dropna().geom_type)
    if not kinds & AREAS:
        raise UnreadableFile(words.NO_AREAS.format(file=file.name, kinds=", ".join(sorted(kinds)) or "–"))
    placed, remarks = _placed(frame, file.name, crs)
    placed.index = np.arange(1, len(placed) + 1)
    return Reading(
        placed.set_geometry(shapely.force_2d(np.asarray(placed.geometry.values)), crs=DEGREES), remarks
    )


def _opened(file: Path, layer: str | None) -> gpd.GeoDataFrame:
    if not file.exists():
        raise UnreadableFile(words.NO_FILE.format(file=file))
    try:
        with warnings.catch_warnings(action="ignore"):  # open rings and the like, which are repaired later
            if file.suffix.lower() in (".parquet", ".geoparquet"):
                return gpd.read_parquet(file)
            source = _source(file)
            return gpd.read_file(source, layer=layer or _only_layer(source, file.name), on_invalid="fix")
    except UnreadableFile:
        raise
    except Exception as error:  # whatever a driver stumbles over: the file can't be read
        raise UnreadableFile(words.UNREADABLE.format(file=file.name)) from error


def _source(file: Path) -> str:
    """The file's name as GDAL opens it."""
    if file.suffix.lower() == ".gz":
        return f"/vsigzip/{file.resolve()}"
    if file.suffix.lower() == ".zip":
        inside = [name for name in zipfile.ZipFile(file).namelist() if name.lower().endswith(".shp")]
        return f"/vsizip/{file.resolve()}/{inside[0]}" if len(inside) == 1 else f"/vsizip/{file.resolve()}"
    return str(file)


def _only_layer(source: str, file: str) -> str:
    layers = [name for name, kind in pyogrio.list_layers(source) if kind is not None]
    if len(layers) != 1:
        raise UnreadableFile(words.WHICH_LAYER.format(file=file, layers=", ".join(layers)))
    return str(layers[0])


def _placed(frame: gpd.GeoDataFrame, file: str, crs: str | None) -> tuple[gpd.GeoDataFrame, tuple[str, ...]]:
    """The frame in degrees of WGS 84, and how its coordinates were understood."""
    shapes = np.asarray(frame.geometry.values)
    bounds = shapely.total_bounds(shapes)
    # GeoJSON without a word on it is said to be in degrees, even where its numbers are metres.
    named = None if _only_said_to_be_degrees(frame.crs, bounds) else frame.crs
    if named is None and crs is None:
        if _in_vietnam(bounds):
            return frame.set_crs(DEGREES, allow_override=True), (words.TAKEN_FOR_DEGREES,)
        raise UnreadableFile(_which_crs(file, bounds))
    try:
        known = pyproj.CRS(named if named is not None else crs)
    except pyproj.exceptions.CRSError as error:
        raise UnreadableFile(words.UNKNOWN_CRS.format(crs=crs)) from error
    degrees = frame.set_crs(known, allow_override=True).to_crs(DEGREES)
    if not _in_vietnam(shapely.total_bounds(np.asarray(degrees.geometry.values))):
        raise UnreadableFile(words.NOT_VIETNAM.format(file=file, crs=known.name))
    remarks = (words.CRS_IGNORED.format(crs=crs, own=known.name),) if named is not None and crs else ()
    return degrees, (*remarks, words.CRS_READ.format(crs=known.name))


def _only_said_to_be_degrees(crs: pyproj.CRS | None, bounds: np.ndarray) -> bool:
    return crs is None or (crs.is_geographic and not _in_degrees(bounds))


def _in_degrees(bounds: np.ndarray) -> bool:
    return bool(np.abs(bounds).max() <= 360)


def _in_vietnam(bounds: np.ndarray) -> bool:
    west, south, east, north = bounds
    return bool(west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH)


def _which_crs(file: str, bounds: np.ndarray) -> str:
    """Ask for the coordinate reference system, naming those of Vietnam in which the file would lie in it."""
    likely = [f"EPSG:{code} ({name})" for code, name in _zones() if _lands(code, bounds)]
    corner = f"{bounds[0]:.0f}; {bounds[1]:.0f}"
    listed = "; ".join(likely) or words.NO_ZONE
    return words.WHICH_CRS.format(file=file, corner=corner, likely=listed)


def _zones() -> list[tuple[str, str]]:
    """The projections of Vietnam's datum: the national ones and the zones of the provinces."""
    zones = query_crs_info("EPSG", PJType.PROJECTED_CRS, VIETNAM)
    found = {zone.code: zone.name for zone in zones if zone.name.startswith(DATUM)}
    return sorted(found.items(), key=lambda zone: int(zone[0]))


def _lands(code: str, bounds: np.ndarray) -> bool:
    """Whether the bounds lie where a zone is meant to be used."""
    crs = pyproj.CRS.from_epsg(int(code))
    to_degrees = pyproj.Transformer.from_crs(crs, DEGREES, always_xy=True)
    lon, lat = to_degrees.transform((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
    use = crs.area_of_use
    return use is not None and use.west <= lon <= use.east and use.south <= lat <= use.north
