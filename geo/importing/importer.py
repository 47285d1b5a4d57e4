"""Runs an import step by step: a boundary file is read, matched with the register, repaired and built into assets."""

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
from geo.importing import import_remarks
from geo.importing.area_reader import ReadResult, read_areas
from geo.importing.asset_builder import build_assets, drop_high_sea_parts
from geo.importing.attributes import FileAttributes, read_attributes
from geo.importing.crosswalk import read_crosswalk
from geo.importing.matching import Match, MatchResult, MissingLocality, UnmatchedFeature, match_features
from geo.importing.repair import GAP_WIDTH, RepairSummary, repair_coverage
from geo.schematic import EQUAL_AREA
from wording import import_messages as words

MAX_AREA_ERROR = 0.05  # of the area in the register: larger errors are reported

ReportStep = Callable[[str], None]


@dataclass(frozen=True)
class ImportRequest:
    """What to import, and how to interpret it.

    Attributes
    ----------
    file : Path
        The boundary file.
    vintage, level : str
        Of its localities.
    province : str, optional
        The only province to import.
    crs, layer : str, optional
        As ``read_areas`` takes them.
    crosswalk : Path, optional
        The user's crosswalk from features to codes.
    register : Path
        The table of localities.
    source : str, optional
        Who published the boundaries, as maps say it; the name of the file by default.
    gap_width : float
        In metres; narrower gaps are closed.
    """

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
    """A locality whose shape does not have the area of the register; areas in km²."""

    code: str
    register_km2: float
    file_km2: float

    @property
    def error(self) -> float:
        """The relative error: 0.1 where the shape is 10 % too large, negative where it is too small."""
        return self.file_km2 / self.register_km2 - 1


@dataclass(frozen=True)
class ImportResult:
    """The result of an import.

    Attributes
    ----------
    request : ImportRequest
        What was imported.
    localities : mapping of str to Locality
        All localities of the vintage and level, by code.
    names : mapping of int to str
        The name of each feature in the file.
    matched, unmatched, missing
        As in ``MatchResult``.
    covered : tuple of str
        The localities whose shapes are entirely covered by other shapes.
    shapes : mapping of str to Geometry
        The repaired shapes in metres, by code.
    repairs : RepairSummary
        What was repaired.
    area_errors : tuple of AreaError
        The localities with a wrong area, the largest error first.
    remarks : tuple of str
        How the file was interpreted, in Vietnamese.
    assets : mapping of str to BoundaryAsset
        The files to serve, by province; empty unless the import is complete.
    rows : int
        The number of all rows in the file.
    set_aside : mapping of str to int
        The numbers of rows that are set aside, by reason: a key of ``words.SET_ASIDE``.
    """

    request: ImportRequest
    localities: Mapping[str, Locality]
    names: Mapping[int, str]
    matched: tuple[Match, ...]
    unmatched: tuple[UnmatchedFeature, ...]
    missing: tuple[MissingLocality, ...]
    covered: tuple[str, ...]
    shapes: Mapping[str, shapely.Geometry]
    repairs: RepairSummary
    area_errors: tuple[AreaError, ...]
    remarks: tuple[str, ...]
    assets: Mapping[str, BoundaryAsset]
    rows: int
    set_aside: Mapping[str, int]

    @property
    def complete(self) -> bool:
        """Whether every locality has its shape and every feature its locality."""
        return not (self.unmatched or self.missing or self.covered)

    def as_dict(self) -> dict[str, Any]:
        """Return the object that ``--json`` prints; features count from 1."""
        return {
            "matched": [vars(match) for match in self.matched],
            "unmatched_features": [self._unmatched_as_dict(each) for each in self.unmatched],
            "unmatched_localities": [
                *(self._missing_as_dict(each) for each in self.missing),
                *({**self._locality(code), "reason": "covered", "guesses": []} for code in self.covered),
            ],
            "rows": self.rows,
            "set_aside": dict(self.set_aside),
            "repairs": self.repairs.as_dict(),
            "area_errors": [self._area_error_as_dict(each) for each in self.area_errors],
            "remarks": list(self.remarks),
        }

    def _locality(self, code: str) -> dict[str, Any]:
        return {"code": code, "name": self.localities[code].name}

    def _unmatched_as_dict(self, each: UnmatchedFeature) -> dict[str, Any]:
        candidates = [self._locality(code) for code in each.candidates]
        return {"feature": each.feature, "name": each.name, "reason": each.reason, "guesses": candidates}

    def _missing_as_dict(self, each: MissingLocality) -> dict[str, Any]:
        candidates = [{"feature": feature, "name": self.names[feature]} for feature in each.candidates]
        return {**self._locality(each.code), "reason": "no_feature", "guesses": candidates}

    def _area_error_as_dict(self, each: AreaError) -> dict[str, Any]:
        return {
            **self._locality(each.code),
            "register_km2": each.register_km2,
            "file_km2": round(each.file_km2, 3),
            "error": round(each.error, 4),
        }


def run_import(request: ImportRequest, report_step: ReportStep) -> ImportResult:
    """Read, match and repair a boundary file, and build its assets; nothing is written.

    Parameters
    ----------
    request : ImportRequest
        What to import.
    report_step : function
        Is called at the beginning of each step with its Vietnamese name: ``words.STEPS``, in their order.

    Raises
    ------
    UnreadableFile
        If the file or the crosswalk cannot be read.
    """
    report_step(words.READING)
    areas = read_areas(request.file, request.crs, request.layer)
    report_step(words.MATCHING)
    localities = boundaries.read_localities(request.vintage, request.level, request.register)
    attributes, matching, warnings = _match(request, areas, localities)
    # The system that the file names is wrong; the user's word may be right.
    if matching.shift and request.crs:
        forced = read_areas(request.file, request.crs, request.layer, override=True)
        matched_anew = _match(request, forced, localities)
        if matched_anew[1].shift is None:
            areas, (attributes, matching, warnings) = forced, matched_anew
            warnings = [words.CRS_OVERRIDDEN.format(crs=request.crs), *warnings]
    report_step(words.REPAIRING)
    requested = {code: each for code, each in localities.items() if request.province in (None, each.province)}
    shapes, repairs = _repaired_shapes(areas.frame, matching.matched, requested, request.gap_width)
    covered = tuple(code for code, shape in shapes.items() if shape.is_empty)
    report_step(words.DRAWING)
    complete = not (matching.unmatched or matching.missing or covered)
    set_aside = {
        **areas.left_out,
        "blank": len(matching.blank),
        "excluded": len(matching.excluded),
        "other_province": matching.outside_province,
    }
    provinces = boundaries.read_localities(request.vintage, "province", request.register)
    return ImportResult(
        request,
        localities,
        {number: each.name for number, each in attributes.features.items()},
        matching.matched,
        matching.unmatched,
        matching.missing,
        covered,
        shapes,
        repairs,
        tuple(_area_errors(shapes, requested)),
        (
            *areas.remarks,
            *import_remarks.column_remarks(attributes),
            *import_remarks.set_aside_remarks(set_aside),
            *import_remarks.matching_remarks(matching),
            *([] if request.province else import_remarks.province_hints(matching, localities, provinces)),
            *warnings,
        ),
        _assets(request, shapes, requested) if complete else {},
        areas.rows,
        {reason: count for reason, count in set_aside.items() if count},
    )


def _match(
    request: ImportRequest, areas: ReadResult, localities: Mapping[str, Locality]
) -> tuple[FileAttributes, MatchResult, list[str]]:
    """Return the attributes of a file's features, their matches, and the idle lines of the crosswalk."""
    attributes = read_attributes(areas.frame, localities, _parents(request))
    features = attributes.features
    crosswalk, warnings = (
        read_crosswalk(request.crosswalk, features, localities) if request.crosswalk else ({}, [])
    )
    matching = match_features(features, areas.frame, localities, crosswalk, request.province, areas.crs)
    return attributes, matching, warnings


def _parents(request: ImportRequest) -> dict[str, dict[str, Locality]]:
    """Return the localities of the levels above, by level, the highest first."""
    levels = boundaries.levels(request.register)[request.vintage]
    higher = levels[: levels.index(request.level)]
    return {level: boundaries.read_localities(request.vintage, level, request.register) for level in higher}


def _repaired_shapes(
    frame: gpd.GeoDataFrame,
    matched: tuple[Match, ...],
    localities: Mapping[str, Locality],
    gap_width: float,
) -> tuple[dict[str, shapely.Geometry], RepairSummary]:
    """Return the repaired shape of each matched locality, in metres and in the order of the register.

    The parts of one locality are united first.
    """
    features: dict[str, list[int]] = {}
    for match in matched:
        features.setdefault(match.code, []).append(match.feature)
    metres = frame.to_crs(EQUAL_AREA).geometry
    codes = [code for code in localities if code in features]
    united = [_united(metres.loc[features[code]].to_numpy()) for code in codes]
    shapes, repairs = repair_coverage(np.array(united, dtype=object), gap_width)
    return dict(zip(codes, shapes, strict=True)), repairs


def _united(parts: Any) -> shapely.Geometry:
    return parts[0] if len(parts) == 1 else shapely.union_all(shapely.make_valid(parts))


def _area_errors(
    shapes: Mapping[str, shapely.Geometry], localities: Mapping[str, Locality]
) -> list[AreaError]:
    """Return the area errors above ``MAX_AREA_ERROR``, the largest first; high sea and insets do not count."""
    errors = [
        AreaError(code, area, drop_high_sea_parts(shape).area / 1e6)
        for code, shape in shapes.items()
        if (area := localities[code].area_km2) and code not in archipelagos.INSETS
    ]
    large = [each for each in errors if abs(each.error) > MAX_AREA_ERROR]
    return sorted(large, key=lambda each: abs(each.error), reverse=True)


def _assets(
    request: ImportRequest, shapes: Mapping[str, shapely.Geometry], localities: Mapping[str, Locality]
) -> dict[str, BoundaryAsset]:
    source = request.source or request.file.name
    return build_assets(shapes, localities, request.vintage, source, whole=request.province is None)
