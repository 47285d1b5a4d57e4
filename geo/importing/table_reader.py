"""Reads a table of text with a column of shapes, as databases export it: WKT or WKB in a CSV file."""

import csv
import io
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geo.importing.unreadable_file import UnreadableFile
from wording import import_messages as words

ENCODINGS = ("utf-8-sig", "iso-8859-1")  # the second one reads any bytes; legacy fonts are decoded later
SEPARATORS = ",;\t|"
SAMPLE = 20  # values tell whether a column holds shapes
WKT = re.compile(r"\s*(MULTI)?(POLYGON|POINT|LINESTRING)|\s*GEOMETRYCOLLECTION", re.IGNORECASE)
MAX_FIELD = 2**31 - 1  # characters: one shape may be megabytes of text


def read_table(file: Path) -> gpd.GeoDataFrame:
    """Read a table of text whose column of shapes may have any title.

    Parameters
    ----------
    file : Path
        CSV with a heading; fields are parted by a comma, a semicolon, a tab or a bar.

    Returns
    -------
    GeoDataFrame
        All other columns as text. The coordinate reference system is the one that the shapes name (EWKT, EWKB), else
        none.

    Raises
    ------
    UnreadableFile
        If no column holds shapes.
    """
    table = _text_table(file)
    for title in table.columns:
        for parse in (_from_wkt, _from_wkb):
            sample = table[title][table[title] != ""].head(SAMPLE)
            if len(sample) and not shapely.is_missing(parse(sample)).any():
                shapes = parse(table[title])
                srid = max(
                    (int(each) for each in shapely.get_srid(shapes[~shapely.is_missing(shapes)])), default=0
                )
                rest = table.drop(columns=title)
                return gpd.GeoDataFrame(rest, geometry=shapes, crs=srid or None)
    raise UnreadableFile(words.NO_SHAPES_IN_TABLE.format(file=file.name, columns=", ".join(table.columns)))


def _text_table(file: Path) -> pd.DataFrame:
    content = file.read_bytes()
    text = ""
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    heading = text.partition("\n")[0]
    separator = max(SEPARATORS, key=heading.count)
    csv.field_size_limit(MAX_FIELD)
    return pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, engine="c")


def _from_wkt(texts: "pd.Series[str]") -> npt.NDArray[np.object_]:
    parsed = [_with_srid(text.strip()) for text in texts]
    return np.array([*parsed, None], dtype=object)[:-1]


def _from_wkb(texts: "pd.Series[str]") -> npt.NDArray[np.object_]:
    parsed = [
        shapely.from_wkb(text.strip(), on_invalid="ignore") if len(text) > SAMPLE else None for text in texts
    ]
    return np.array([*parsed, None], dtype=object)[:-1]


def _with_srid(text: str) -> shapely.Geometry | None:
    """Return the shape of a WKT, with the system that may stand before it as ``SRID=4326;``."""
    system, _, wkt = text.rpartition(";") if text[:5].upper() == "SRID=" else ("", "", text)
    if not WKT.match(wkt):
        return None
    shape = shapely.from_wkt(wkt, on_invalid="ignore")
    srid = system[5:]
    return shapely.set_srid(shape, int(srid)) if shape is not None and srid.isdigit() else shape
