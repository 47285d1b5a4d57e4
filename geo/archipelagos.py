"""Hoàng Sa and Trường Sa as map symbols: one small disc for each of the larger islands, at its position."""

import math
from typing import Any

LABEL = "ranh giới sơ đồ"
RADIUS_KM = 12.0
CORNERS = 16
KM_PER_DEGREE = 111.2

# The codes are those of the special zone and of its province since 1/7/2025; positions are (longitude, latitude).
ARCHIPELAGOS: dict[str, dict[str, Any]] = {
    "hoang_sa": {
        "name": "Quần đảo Hoàng Sa (Việt Nam)",
        "code": "20333",
        "province": "48",
        "label": (112.0, 16.3),
        "islands": {
            "Hoàng Sa": (111.61, 16.53),
            "Phú Lâm": (112.34, 16.83),
            "Linh Côn": (112.73, 16.67),
            "Tri Tôn": (111.2, 15.78),
            "Bom Bay": (112.51, 16.03),
        },
    },
    "truong_sa": {
        "name": "Quần đảo Trường Sa (Việt Nam)",
        "code": "22736",
        "province": "56",
        "label": (113.4, 9.6),
        "islands": {
            "Trường Sa": (111.92, 8.64),
            "An Bang": (112.92, 7.89),
            "Phan Vinh": (113.69, 8.97),
            "Sinh Tồn": (114.33, 9.89),
            "Sơn Ca": (114.48, 10.38),
            "Thị Tứ": (114.28, 11.05),
            "Song Tử Tây": (114.33, 11.43),
        },
    },
}

# Code of a special zone → its archipelago. Its islands are scattered over 400 km of sea, so a map of communes draws
# it as a symbol in an inset. Insets do not count for the extent of a map or for the ranking of areas.
INSETS = {str(about["code"]): name for name, about in ARCHIPELAGOS.items()}
PROVINCES = frozenset(str(about["province"]) for about in ARCHIPELAGOS.values())  # their codes


def symbol(archipelago: str) -> dict[str, Any]:
    """Return the symbol of one archipelago.

    Parameters
    ----------
    archipelago : str
        ``hoang_sa`` or ``truong_sa``.

    Returns
    -------
    dict
        A GeoJSON MultiPolygon in degrees with clockwise exteriors. All discs have the same size, whatever the area
        of the island.
    """
    islands = ARCHIPELAGOS[archipelago]["islands"].values()
    return {"type": "MultiPolygon", "coordinates": [[_disc(*island)] for island in islands]}


def _disc(lon: float, lat: float) -> list[list[float]]:
    height = RADIUS_KM / KM_PER_DEGREE
    width = height / math.cos(math.radians(lat))
    angles = [-2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
    ring = [[round(lon + width * math.cos(a), 4), round(lat + height * math.sin(a), 4)] for a in angles]
    return [*ring, ring[0]]


def features() -> list[dict[str, Any]]:
    """Return both archipelagos as GeoJSON features, for the insets of a map.

    Returns
    -------
    list of dict
        Properties: code, name, level (``archipelago``), province, label_lon, label_lat, inset, islands, note.
    """
    return [_feature(archipelago, **about) for archipelago, about in ARCHIPELAGOS.items()]


def _feature(
    archipelago: str,
    *,
    name: str,
    code: str,
    province: str,
    label: tuple[float, float],
    islands: dict[str, tuple[float, float]],
) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {
            "code": code,
            "name": name,
            "level": "archipelago",
            "province": province,
            "label_lon": label[0],
            "label_lat": label[1],
            "inset": True,
            "islands": list(islands),
            "note": LABEL,
        },
        "geometry": symbol(archipelago),
    }
