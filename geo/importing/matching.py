"""Matches the features of a file with the localities of the register, and lists those without a match."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import shapely

from geo import archipelagos
from geo.boundaries import Locality
from geo.importing.attributes import FeatureAttributes
from geo.importing.crosswalk import EXCLUDED
from geo.importing.spatial_join import MAX_DISTANCE, SpatialJoin, join_points
from wording.spelling import loose_key, nearest_names, spelling_key, split_kind

# An equal name alone is not enough: the area must agree with the register up to a factor.
NAME_FACTOR = 4.0
PART_FACTOR = 1.5  # for the parts of one locality together, and for a code without a name
LOCATION_FACTOR = 1.2  # for a match by location alone
MAX_CANDIDATES = 3

NOT_NAMED, AMBIGUOUS, ELSEWHERE, SWAPPED = "not_named", "ambiguous", "elsewhere", "swapped"

Features = Mapping[int, FeatureAttributes]
Localities = Mapping[str, Locality]
# The code that each feature most likely has, and the reason for each feature that stays in doubt.
Candidates = tuple[dict[int, str], dict[int, str]]


@dataclass(frozen=True)
class Match:
    """One feature and its locality; ``how`` is mapping, code, name or place."""

    feature: int
    name: str
    code: str
    how: str


@dataclass(frozen=True)
class UnmatchedFeature:
    """A feature without a locality: the reason, and the codes of its likeliest localities."""

    feature: int
    name: str
    reason: str
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class MissingLocality:
    """A locality without a feature, and its likeliest features: those of a similar name or around its point."""

    code: str
    candidates: tuple[int, ...]


@dataclass(frozen=True)
class MatchResult:
    """What became of every feature of a file and of every locality.

    Attributes
    ----------
    matched : tuple of Match
        By feature.
    unmatched : tuple of UnmatchedFeature
        Features without a locality.
    missing : tuple of MissingLocality
        Localities without a feature.
    excluded : tuple of int
        Features that the crosswalk excludes.
    outside_province : int
        The number of features that belong to other provinces than the requested one.
    """

    matched: tuple[Match, ...]
    unmatched: tuple[UnmatchedFeature, ...]
    missing: tuple[MissingLocality, ...]
    excluded: tuple[int, ...]
    outside_province: int = 0


def match_features(
    features: Features,
    frame: gpd.GeoDataFrame,
    localities: Localities,
    crosswalk: Mapping[int, str],
    province: str | None = None,
) -> MatchResult:
    """Match features to localities.

    A feature is matched by the crosswalk of the user; else by its code, if the name agrees, because codes are reused
    under other names; else by its name, within the parents that the file names, if the shape contains the point of
    the register; else by location and area, if these leave one locality. Several features may be parts of one
    locality. A feature that could be two localities is not matched.

    Parameters
    ----------
    features : mapping of int to FeatureAttributes
        What the file says about its features, as ``read_attributes`` returns it.
    frame : GeoDataFrame
        Their shapes, in any coordinate reference system, with the same index.
    localities : mapping of str to Locality
        The localities of the level, by code.
    crosswalk : mapping of int to str
        The user's own assignments, as ``read_crosswalk`` returns them.
    province : str, optional
        The requested province. Features of other provinces, or far from this one, are only counted.
    """
    join = join_points(frame, localities)
    excluded = tuple(feature for feature, code in crosswalk.items() if code == EXCLUDED)
    matches, reasons = _find_matches(features, localities, crosswalk, join)
    unmatched = {f: each for f, each in features.items() if f not in matches and f not in excluded}
    requested = {code: each for code, each in localities.items() if province in (None, each.province)}
    matched = tuple(matches[f] for f in sorted(matches) if matches[f].code in requested)
    missing = _without_match(requested, matches)
    if province:
        unmatched = {
            f: each
            for f, each in unmatched.items()
            if _may_be_in_province(f, each, province, requested, missing, join)
        }
    return MatchResult(
        matched,
        tuple(_unmatched_features(unmatched, missing, join, reasons)),
        tuple(_missing_localities(unmatched, missing, join)),
        excluded,
        len(features) - len(matched) - len(unmatched) - len(excluded),
    )


def _find_matches(
    features: Features, localities: Localities, crosswalk: Mapping[int, str], join: SpatialJoin
) -> tuple[dict[int, Match], dict[int, str]]:
    """Return the match of each matched feature, and the reason of each feature that stayed in doubt."""
    matches = {
        f: Match(f, features[f].name, code, "mapping") for f, code in crosswalk.items() if code != EXCLUDED
    }
    reasons: dict[int, str] = {}
    for how, find in {"code": _by_code, "name": _by_name, "place": _by_location}.items():
        done = {*matches, *crosswalk, *(f for f, reason in reasons.items() if reason == SWAPPED)}
        rest = {f: each for f, each in features.items() if f not in done}
        candidates, doubts = find(rest, _without_match(localities, matches), join)
        reasons |= doubts
        for code, parts in _grouped(candidates).items():
            if len(parts) == 1 or join.has_area_of(parts, localities[code], PART_FACTOR):
                matches |= {f: Match(f, features[f].name, code, how) for f in parts}
            else:
                reasons |= dict.fromkeys(parts, AMBIGUOUS)
    return matches, reasons


def _may_be_in_province(
    feature: int,
    attributes: FeatureAttributes,
    province: str,
    requested: Localities,
    missing: Localities,
    join: SpatialJoin,
) -> bool:
    """Tell whether an unmatched feature may belong to a province.

    It may if the file says so, or if the file names no province and the feature is near a locality of the province.
    A feature near a missing locality may belong to the province whatever the file says.
    """
    named = attributes.parents.get("province", "")
    nearby = missing if named else requested
    return named == province or any(
        join.is_near(feature, code) for code in nearby if code not in archipelagos.INSETS
    )


def _without_match(localities: Localities, matches: Mapping[int, Match]) -> dict[str, Locality]:
    matched = {match.code for match in matches.values()}
    return {code: each for code, each in localities.items() if code not in matched}


def _by_code(features: Features, free: Localities, join: SpatialJoin) -> Candidates:
    """Find features by code: the name has to agree, or without a name the location and the area."""
    candidates, doubts = {}, {}
    for feature, each in features.items():
        if each.code not in free or each.key not in ("", _key(free[each.code])):
            continue
        locality, near = free[each.code], join.is_near(feature, each.code)
        confirmed = near if each.key else _confirmed_by_location(feature, locality, join)
        if confirmed:
            candidates[feature] = each.code
        elif not near:
            doubts[feature] = ELSEWHERE
    return candidates, doubts


def _confirmed_by_location(feature: int, locality: Locality, join: SpatialJoin) -> bool:
    return join.contains(feature, locality.code) and join.has_area_of([feature], locality, PART_FACTOR)


def _by_name(features: Features, free: Localities, join: SpatialJoin) -> Candidates:
    """Find features by name: one locality of this name has the location and area, within the named parents."""
    homonyms = defaultdict(list)
    for locality in free.values():
        homonyms[_key(locality)].append(locality)
    candidates, doubts = {}, {}
    for feature, each in features.items():
        named = homonyms.get(each.key, []) if each.key else []
        likely, certain = _narrowed(named, each)
        near = [
            locality
            for locality in likely
            if join.is_near(feature, locality.code) and join.has_area_of([feature], locality, NAME_FACTOR)
        ]
        if not certain or len(near) > 1:
            near = [locality for locality in near if join.contains(feature, locality.code)]
        if len(near) == 1:
            candidates[feature] = near[0].code
        elif named:
            doubts[feature] = AMBIGUOUS if len(likely) > 1 else ELSEWHERE
    swapped = _swapped_names(features, candidates, join)
    confirmed = {f: code for f, code in candidates.items() if f not in swapped}
    return confirmed, doubts | dict.fromkeys(swapped, SWAPPED)


def _swapped_names(features: Features, candidates: Mapping[int, str], join: SpatialJoin) -> list[int]:
    """Find the features that exchanged names with a neighbour, as in a list that slipped by a row.

    Neither the feature nor the one around the point of its name contains the point of its own name.
    """
    off_point = {f for f in features if f not in candidates or not join.contains(f, candidates[f])}
    return [
        f
        for f, code in candidates.items()
        if f in off_point
        and code not in archipelagos.INSETS
        and any(other in off_point for other in join.features_around.get(code, ()))
    ]


def _narrowed(named: list[Locality], attributes: FeatureAttributes) -> tuple[list[Locality], bool]:
    """Return the localities with the parents and the kind that the file names.

    A parent or kind that no locality has is ignored; the second value is then false.
    """
    certain = True
    for level, parent in attributes.parents.items():
        within = [each for each in named if parent in ("", _parent_at(each, level))]
        named, certain = within or named, certain and bool(within)
    alike = [each for each in named if attributes.kind in ("", split_kind(each.name)[0])]
    return alike or named, certain and bool(alike)


def _parent_at(locality: Locality, level: str) -> str:
    return locality.province if level == "province" else locality.parent_code


def _key(locality: Locality) -> str:
    return spelling_key(split_kind(locality.name)[1])


def _by_location(features: Features, free: Localities, join: SpatialJoin) -> Candidates:
    """Find features that contain the point of exactly one locality, which no other feature contains, of equal area."""
    candidates = {}
    for feature in features:
        inside = join.codes_inside[feature]
        for code in inside & free.keys():
            alone = inside == {code} and join.features_around[code] == {feature}
            if alone and free[code].area_km2 and join.has_area_of([feature], free[code], LOCATION_FACTOR):
                candidates[feature] = code
    return candidates, {}


def _grouped(candidates: Mapping[int, str]) -> dict[str, list[int]]:
    features = defaultdict(list)
    for feature, code in candidates.items():
        features[code].append(feature)
    return features


def _unmatched_features(
    features: Features, missing: Localities, join: SpatialJoin, reasons: Mapping[int, str]
) -> Iterator[UnmatchedFeature]:
    similar = defaultdict(list)
    for code, locality in missing.items():
        similar[loose_key(split_kind(locality.name)[1])].append(code)
    located = [code for code in missing if code in join.points]
    tree = shapely.STRtree([join.points[code] for code in located])
    for feature, each in features.items():
        around = tree.query(join.shapes[feature], predicate="dwithin", distance=MAX_DISTANCE)
        near = {missing[located[at]].name: located[at] for at in around}
        likely = sorted(join.codes_inside[feature] & missing.keys())
        if each.key:
            likely += similar[loose_key(each.key)] + [near[name] for name in nearest_names(each.name, near)]
        candidates = tuple(dict.fromkeys(likely))[:MAX_CANDIDATES]
        yield UnmatchedFeature(feature, each.name, reasons.get(feature, NOT_NAMED), candidates)


def _missing_localities(
    features: Features, missing: Localities, join: SpatialJoin
) -> Iterator[MissingLocality]:
    similar = defaultdict(list)
    for feature, each in features.items():
        similar[loose_key(each.key)].append(feature)
    for code, locality in missing.items():
        if code in archipelagos.INSETS:  # a symbol is drawn instead
            continue
        likely = [
            *similar.get(loose_key(split_kind(locality.name)[1]), []),
            *sorted(join.features_around.get(code, ())),
        ]
        yield MissingLocality(code, tuple(dict.fromkeys(likely))[:MAX_CANDIDATES])
