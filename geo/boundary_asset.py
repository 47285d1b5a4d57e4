"""A boundary asset: one GeoJSON file that the server sends, named after its contents, with its codes and bounds."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from geo import boundaries

COUNTRY = "VN"  # stands for all provinces
HASH_LENGTH = 12
# Level 9 takes 0.1 s for the schematic files at startup. Level 11 saves a quarter of the size and takes 1.5 s.
BROTLI_QUALITY = 9
GZIP_LEVEL = 6  # level 9 takes twice the time and saves 1 %
# The content encodings that are stored beside the text itself, and the suffixes of their files.
ENCODING_SUFFIXES = {"gzip": ".gz", "br": ".br"}

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class BoundaryAsset:
    """One file to serve.

    Attributes
    ----------
    name : str
        File name, with a hash of the contents.
    content : bytes
        A GeoJSON FeatureCollection in UTF-8.
    codes : tuple of str
        The code of each feature, in the order of the features.
    bounds : tuple of float
        West, south, east, north in degrees; insets are left out.
    sources : tuple of str
        Where the shapes are from, "" for schematic ones.
    """

    name: str
    content: bytes
    codes: tuple[str, ...]
    bounds: Bounds
    sources: tuple[str, ...] = ("",)


def build_asset(title: str, features: list[boundaries.Feature]) -> BoundaryAsset:
    """Build an asset from features.

    Parameters
    ----------
    title : str
        The beginning of the file name.
    features : list of dict
        GeoJSON features with the properties code and inset; imported ones also with source.
    """
    collection = {"type": "FeatureCollection", "features": features}
    content = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    codes = tuple(str(feature["properties"]["code"]) for feature in features)
    mainland = [each["properties"] for each in features if not each["properties"]["inset"]]
    sources = tuple(dict.fromkeys(str(each.get("source", "")) for each in mainland)) or ("",)
    return BoundaryAsset(f"{title}.{digest(content)}.geojson", content, codes, _bounds(features), sources)


def digest(content: bytes) -> str:
    """Return the hash of a file's contents that its name carries."""
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def features_of(asset: BoundaryAsset) -> list[boundaries.Feature]:
    """Return the GeoJSON features of an asset."""
    features: list[boundaries.Feature] = json.loads(asset.content)["features"]
    return features


def encode(content: bytes) -> dict[str, bytes]:
    """Return a text in each content encoding: ``identity``, ``gzip`` and ``br``."""
    import brotli

    # With mtime=0 the same contents give the same bytes at every start.
    return {
        "identity": content,
        "gzip": gzip.compress(content, GZIP_LEVEL, mtime=0),
        "br": brotli.compress(content, quality=BROTLI_QUALITY),
    }


def _bounds(features: list[dict[str, Any]]) -> Bounds:
    """Return the bounds of all shapes but the insets, or of the insets where there is nothing else."""
    counted = [each for each in features if not each["properties"]["inset"]] or features
    corners = [
        corner for each in counted for polygon in boundaries.polygons_of(each) for corner in polygon[0]
    ]
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(lons), min(lats), max(lons), max(lats)
