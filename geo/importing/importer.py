"""Brings a boundary file in, step by step, and tells what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geo import archipelagos, boundaries
from geo.boundaries import Locality
from geo.boundary_asset import BoundaryAsset
from geo.importing import area_reader, attributes, crosswalk, matching
from geo.importing.asset_builder import build_assets, drop_high_sea_parts
from geo.importing.matching import Match, MissingLocality, UnmatchedFeature
from geo.importing.repair import GAP_WIDTH, RepairSummary, repair_coverage
from geo.schematic import EQUAL_AREA
from wording import import_messages as words
from wording.numbers import number

AREA_ERROR = 0.05  # of the register's area: more is told

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """What is to be imported, and how it is to be understood."""

    file: Path
    vintage: str
    level: str
    province: str | None = None
    crs: str | None = None
    layer: str | None = None
    crosswalk: Path | None = None
    register: Path = boundaries.REGISTER
    source: str | None = None
    gap_width: float = GAP_WIDTH


@dataclass(frozen=True)
class AreaError:
    """A locality whose shape is not as large as the register says; areas in km²."""

    code: str
    register_km2: float
    file_km2: float

    @property
    def error(self) -> float:
        """How much too large, as a share of the register's area; negative where too small."""
        return self.file_km2 / self.register_km2 - 1


@dataclass(frozen=True)
class Outcome:
    """What came of an import.

    ``shapes`` are the repaired ones in metres, by code; ``covered`` are the localities that other shapes lie over
    wholly. ``sheets`` are the files to serve, by province; there are none where anything is missing or in doubt.
    """

    order: Order
    places: Mapping[str, Locality]
    names: Mapping[int, str]
    matched: tuple[Match, ...]
    strays: tuple[UnmatchedFeature, ...]
    absent: tuple[MissingLocality, ...]
    covered: tuple[str, ...]
    shapes: Mapping[str, shapely.Geometry]
    repairs: RepairSummary
    area_errors: tuple[AreaError, ...]
    remarks: tuple[str, ...]
    sheets: Mapping[str, BoundaryAsset]

    @property
    def whole(self) -> bool:
        """Whether every locality has its shape and every feature its locality."""
        return not (self.strays or self.absent or self.covered)

    def as_dict(self) -> dict[str, Any]:
        """Return what ``--json`` prints; features count from 1."""
        return {
            "matched": [vars(match) for match in self.matched],
            "unmatched_features": [self._stray(stray) for stray in self.strays],
            "unmatched_localities": [
                *(self._absent(absent) for absent in self.absent),
                *({**self._locality(code), "reason": "covered", "guesses": []} for code in self.covered),
            ],
            "repairs": self.repairs.as_dict(),
            "area_errors": [
                {
                    **self._locality(each.code),
                    "register_km2": each.register_km2,
                    "file_km2": round(each.file_km2, 3),
                    "error": round(each.error, 4),
                }
                for each in self.area_errors
            ],
            "remarks": list(self.remarks),
        }

    def _locality(self, code: str) -> dict[str, Any]:
        return {"code": code, "name": self.places[code].name}

    def _stray(self, stray: UnmatchedFeature) -> dict[str, Any]:
        guesses = [self._locality(code) for code in stray.guesses]
        return {"feature": stray.feature, "name": stray.name, "reason": stray.reason, "guesses": guesses}

    def _absent(self, absent: MissingLocality) -> dict[str, Any]:
        guesses = [{"feature": feature, "name": self.names[feature]} for feature in absent.guesses]
        return {**self._locality(absent.code), "reason": "no_feature", "guesses": guesses}


def bring(order: Order, tell: Tell) -> Outcome:
    """Read, match, repair and draw a boundary file; nothing is written.

    Parameters
    ----------
    order : Order
        What to import.
    tell : function
        Is called with each step's name, in Vietnamese, when it begins: ``words.STEPS``, in their order.

    Returns
    -------
    Outcome

    Raises
    ------
    UnreadableFile
        If the file or the mapping can't be read at all.
    """
    tell(words.READING)
    read = area_reader.read_areas(order.file, order.crs, order.layer)
    tell(words.MATCHING)
    places = boundaries.read_localities(order.vintage, order.level, order.register)
    said = attributes.read_attributes(read.frame, places, _above(order))
    own, remarks = (
        crosswalk.read_crosswalk(order.mapping, said.features, places) if order.mapping else ({}, [])
    )
    found = matching.match_features(said.features, read.frame, places, own, order.province)
    tell(words.REPAIRING)
    asked = {code: place for code, place in places.items() if order.province in (None, place.province)}
    shapes, repairs = _repaired(read.frame, found.matched, asked, order.gap_width)
    covered = tuple(code for code, shape in shapes.items() if shape.is_empty)
    tell(words.DRAWING)
    doubtful = found.strays or found.absent or covered
    source = order.source or order.file.name
    return Outcome(
        order,
        places,
        {feature: each.name for feature, each in said.features.items()},
        found.matched,
        found.strays,
        found.absent,
        covered,
        shapes,
        repairs,
        tuple(_area_errors(shapes, asked)),
        (*read.remarks, *_understood(said), *_aside(found.aside, found.left_out), *remarks),
        {} if doubtful else build_assets(shapes, asked, order.vintage, source, whole=order.province is None),
    )


def _above(order: Order) -> dict[str, dict[str, Locality]]:
    levels = boundaries.levels(order.register)[order.vintage]
    higher = levels[: levels.index(order.level)]
    return {level: boundaries.read_localities(order.vintage, level, order.register) for level in higher}


def _repaired(
    frame: gpd.GeoDataFrame, matched: tuple[Match, ...], places: Mapping[str, Locality], gap_width: float
) -> tuple[dict[str, shapely.Geometry], RepairSummary]:
    """The shape of each locality that has one, in metres and in the register's order, parts put together."""
    features: dict[str, list[int]] = {}
    for match in matched:
        features.setdefault(match.code, []).append(match.feature)
    metres = frame.to_crs(EQUAL_AREA).geometry
    codes = [code for code in places if code in features]
    joined = [_joined(metres.loc[features[code]].to_numpy()) for code in codes]
    shapes, repairs = repair_coverage(np.array(joined, dtype=object), gap_width)
    return dict(zip(codes, shapes, strict=True)), repairs


def _joined(parts: Any) -> shapely.Geometry:
    return parts[0] if len(parts) == 1 else shapely.union_all(shapely.make_valid(parts))


def _area_errors(shapes: Mapping[str, shapely.Geometry], places: Mapping[str, Locality]) -> list[AreaError]:
    """The localities of a noticeably wrong area, the worst first; the high sea and symbols are left out."""
    errors = [
        AreaError(code, area, drop_high_sea_parts(shape).area / 1e6)
        for code, shape in shapes.items()
        if (area := places[code].area_km2) and code not in archipelagos.INSETS
    ]
    told = [each for each in errors if abs(each.error) > AREA_ERROR]
    return sorted(told, key=lambda each: abs(each.error), reverse=True)


def _understood(said: attributes.FileAttributes) -> list[str]:
    columns = ", ".join(f"{words.COLUMNS[what]}: {column}" for what, column in said.columns.items())
    encoding = [] if said.encoding == "Unicode" else [words.ENCODING.format(encoding=said.encoding)]
    return [words.COLUMNS_TAKEN.format(columns=columns or words.NO_COLUMN), *encoding]


def _aside(aside: int, left_out: tuple[int, ...]) -> list[str]:
    elsewhere = [words.OUTSIDE_PROVINCE.format(count=number(aside))] if aside else []
    return [*elsewhere, *([words.EXCLUDED_FEATURES.format(count=number(len(left_out)))] if left_out else [])]
