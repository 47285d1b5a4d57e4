"""A boundary file to hand out: named after its contents, with what is in it and where it is from."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from geo import boundaries

COUNTRY = "VN"  # stands for all provinces
HASH_LENGTH = 12
# 9 takes 0.1 s for the schematic files at the start; 11 would save a quarter more and take 1.5 s.
BROTLI_QUALITY = 9
GZIP_LEVEL = 6  # for the few who can't brotli; 9 takes twice the time for 1 % less
ENCODINGS = {"gzip": ".gz", "br": ".br"}  # beside the text itself, with their files' endings


@dataclass(frozen=True)
class Sheet:
    """One file to serve: its name, its text, and what its features are, in their order.

    ``sources`` says where the shapes are from, "" for schematic ones.
    """

    name: str
    text: bytes
    codes: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    sources: tuple[str, ...] = ("",)


def sheet(title: str, features: list[boundaries.Feature]) -> Sheet:
    """Write features to a file named after its contents.

    Parameters
    ----------
    title : str
        What the name begins with.
    features : list of dict
        GeoJSON features with the properties code and inset, and source where they were imported.
    """
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    codes = tuple(str(feature["properties"]["code"]) for feature in features)
    drawn = [each["properties"] for each in features if not each["properties"]["inset"]]
    sources = tuple(dict.fromkeys(str(each.get("source", "")) for each in drawn)) or ("",)
    return Sheet(f"{title}.{digest(text)}.geojson", text, codes, _bounds(features), sources)


def digest(text: bytes) -> str:
    """Return what a file's name says of its contents."""
    return hashlib.sha256(text).hexdigest()[:HASH_LENGTH]


def features(of: Sheet) -> list[boundaries.Feature]:
    """Return the features of a sheet."""
    found: list[boundaries.Feature] = json.loads(of.text)["features"]
    return found


def packed(text: bytes) -> dict[str, bytes]:
    """Return a text by encoding: ``identity``, ``gzip`` and ``br``."""
    import brotli

    # mtime=0: the same contents are the same bytes on every start.
    return {
        "identity": text,
        "gzip": gzip.compress(text, GZIP_LEVEL, mtime=0),
        "br": brotli.compress(text, quality=BROTLI_QUALITY),
    }


def _bounds(features: list[dict[str, Any]]) -> tuple[float, float, float, float]:
    """Around all shapes but the insets; around the insets where there is nothing else."""
    near = [each for each in features if not each["properties"]["inset"]] or features
    corners = [corner for each in near for polygon in boundaries.polygons_of(each) for corner in polygon[0]]
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(lons), min(lats), max(lons), max(lats)
