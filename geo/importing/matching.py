"""Matches the features of a file with the localities of the register, and lists those without a match."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pyproj
import shapely

from geo import archipelagos
from geo.boundaries import Locality
from geo.importing.asset_builder import drop_high_sea_parts
from geo.importing.attributes import FeatureAttributes
from geo.importing.claims import (
    AMBIGUOUS,
    ELSEWHERE,
    SWAPPED,
    Claim,
    Features,
    Localities,
    bare_key,
    grouped,
    on_land,
    read_claims,
)
from geo.importing.crosswalk import EXCLUDED
from geo.importing.shift import Shift, find_shift, fitting_zones
from geo.importing.spatial_join import MAX_DISTANCE, MAX_SEA_DISTANCE, SpatialJoin, join_points
from geo.importing.swaps import find_swapped
from wording.spelling import loose_key, nearest_names, split_kind

# The area must agree with the register up to a factor.
NAME_FACTOR = 4.0  # for a name
# For a code with its name beside its point: Điện Biên Phủ grew 4.8 times as large in 2020.
STRONG_FACTOR = 5.0
PART_FACTOR = 1.5  # for the parts of one locality together, and for a code without a name
LOCATION_FACTOR = 1.2  # for a match by location alone
# A part that changes the area by less than this share of it belongs to a place whose area is not exact, too.
SMALL_PART = 0.05
TINY_PART = 0.02  # the same where only the name says so: another place may bear it
MAX_PART_DISTANCE = 250_000.0  # metres from the other parts of a locality: Côn Đảo lies 180 km off Vũng Tàu
MAX_CANDIDATES = 3
EXPLAINED = 0.05  # median misfit: labels that slipped by a row leave none, shapes that are shifted leave ten times this

NOT_NAMED, NO_SHAPE, SHIFTED = "not_named", "no_shape", "shifted"


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
    outside_register : int
        The number of unmatched features that lie in no province of the register, where all provinces are requested.
    blank : tuple of int
        Features without shape, name and code.
    other_code : tuple of int
        Matched features whose code is that of another locality.
    shift : Shift, optional
        The shift that all shapes share against the register; nothing is matched by code or name then.
    shift_zones : tuple of tuple of str
        Code and name of the coordinate systems without this shift, the best first.
    """

    matched: tuple[Match, ...]
    unmatched: tuple[UnmatchedFeature, ...]
    missing: tuple[MissingLocality, ...]
    excluded: tuple[int, ...]
    outside_province: int = 0
    outside_register: int = 0
    blank: tuple[int, ...] = ()
    other_code: tuple[int, ...] = ()
    shift: Shift | None = None
    shift_zones: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Findings:
    """The matches by feature, the claims, the reason of each doubt, and the locality that a doubted feature fits."""

    matches: dict[int, Match]
    claims: dict[int, Claim]
    reasons: dict[int, str]
    fitting: dict[int, str]
    shift: Shift | None
    shift_zones: tuple[tuple[str, str], ...]


def match_features(
    features: Features,
    frame: gpd.GeoDataFrame,
    localities: Localities,
    crosswalk: Mapping[int, str],
    province: str | None = None,
    crs: pyproj.CRS | None = None,
) -> MatchResult:
    """Match features to localities.

    A feature is matched by the crosswalk of the user; else by its code, if the name agrees, because codes are reused
    under other names; else by its name, within the parents that the file names; else by location and area, if these
    leave one locality. What code and name say is held against the points and areas of the register: labels that
    slipped to other shapes, and shapes that are all shifted alike, are not matched. Several features may be parts of
    one locality. A feature that could be two localities is not matched.

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
        The requested province. Features of other provinces, or far from this one, are only listed.
    crs : pyproj.CRS, optional
        The coordinate reference system in which the file was read.
    """
    join = join_points(frame, localities)
    excluded = tuple(feature for feature, code in crosswalk.items() if code == EXCLUDED)
    kept = {f: each for f, each in features.items() if f not in excluded}
    blank = tuple(f for f, each in kept.items() if not (join.has_shape(f) or each.key or each.code))
    kept = {f: each for f, each in kept.items() if f not in blank}
    found = _find_matches(kept, localities, crosswalk, join, crs)
    requested = {code: each for code, each in localities.items() if province in (None, each.province)}
    matched = tuple(found.matches[f] for f in sorted(found.matches) if found.matches[f].code in requested)
    missing = _without_match(requested, found.matches)
    unmatched = {f: each for f, each in kept.items() if f not in found.matches}
    if province:
        unmatched = {
            f: each
            for f, each in unmatched.items()
            if _may_be_in_province(f, each, province, requested, missing, join, found)
        }
    told = {match.feature for match in matched} | unmatched.keys()
    return MatchResult(
        matched,
        tuple(_unmatched_features(unmatched, missing, join, found)),
        tuple(_missing_localities(unmatched, missing, join)),
        excluded,
        len(kept.keys() - told),
        0 if province else sum(_is_outside(f, each, localities, join) for f, each in unmatched.items()),
        blank,
        tuple(each.feature for each in matched if _has_other_code(features[each.feature], each, localities)),
        found.shift,
        found.shift_zones,
    )


def _is_outside(
    feature: int, attributes: FeatureAttributes, localities: Localities, join: SpatialJoin
) -> bool:
    """Tell whether a feature lies in no province of the register, as the file says, else as the points say."""
    if named := attributes.parents.get("province", ""):
        return all(each.province != named for each in localities.values())
    return join.has_shape(feature) and not join.is_near_any(feature)


def _has_other_code(attributes: FeatureAttributes, match: Match, localities: Localities) -> bool:
    return match.how in ("name", "place") and attributes.code in localities and attributes.code != match.code


def _find_matches(
    features: Features,
    localities: Localities,
    crosswalk: Mapping[int, str],
    join: SpatialJoin,
    crs: pyproj.CRS | None,
) -> _Findings:
    """Match by crosswalk, code and name, then by location what these leave."""
    mapped = {f: code for f, code in crosswalk.items() if f in features and join.has_shape(f)}
    shaped = {f: each for f, each in features.items() if f not in mapped and join.has_shape(f)}
    claims, reasons = read_claims(shaped, localities, join)
    reasons |= {f: NO_SHAPE for f in features if not join.has_shape(f)}
    checked = on_land(grouped(claims), join)
    swapped, misfit = find_swapped(checked, localities, join)
    slipped = 2 * len(swapped) >= len(claims) and misfit < EXPLAINED
    shift = None if slipped else find_shift(checked, join)
    zones = tuple(fitting_zones(checked, join, crs)) if shift and crs else ()
    swapped = {} if shift else swapped
    reasons |= dict.fromkeys(claims, SHIFTED) if shift else dict.fromkeys(swapped, SWAPPED)
    sound = {} if shift else {f: claim for f, claim in claims.items() if f not in swapped}
    matches = {f: Match(f, features[f].name, code, "mapping") for f, code in mapped.items()}
    by_mapping = grouped({f: Claim(code, "mapping") for f, code in mapped.items()})
    groups = grouped(sound)
    displaced = {
        code for code, parts in groups.items() if not any(join.contains(part, code) for part in parts)
    }
    for code, parts in groups.items():
        confirmed, doubts = _confirmed_parts(
            parts, sound, localities[code], by_mapping.get(code, []), join, displaced
        )
        reasons |= doubts
        matches |= {f: Match(f, features[f].name, code, sound[f].how) for f in confirmed}
    settled = {*matches, *swapped, *(f for f, claim in claims.items() if claim.how == "code" or shift)}
    rest = {f: each for f, each in shaped.items() if f not in settled}
    by_location = _by_location(rest, _without_match(localities, matches), join)
    matches |= {f: Match(f, features[f].name, code, "place") for f, code in by_location.items()}
    return _Findings(matches, claims, reasons, swapped, shift, zones)


def _confirmed_parts(
    parts: list[int],
    claims: Mapping[int, Claim],
    locality: Locality,
    mapped: list[int],
    join: SpatialJoin,
    displaced: set[str],
) -> tuple[list[int], dict[int, str]]:
    """Return the features that are the locality they claim, and the reason of each other one.

    The main part holds the point of the register or is near it. Other parts may lie farther off, as islands do.
    ``displaced`` are the claimed localities whose own features do not hold their points.
    """
    main = _main_parts(parts, locality.code, join)
    kept, own = list(main), {part: claims[part] for part in parts}
    for part in sorted(set(parts) - set(main), key=lambda each: join.areas[each], reverse=True):
        if kept and _may_be_part(part, kept, own, locality, join, displaced):
            kept.append(part)
    if mapped and not join.fits_with(mapped, kept, locality, PART_FACTOR, SMALL_PART):
        return [], dict.fromkeys(parts, AMBIGUOUS)
    if kept and not _agrees(kept, main, claims, locality, join):
        return [], dict.fromkeys(parts, AMBIGUOUS if len(main) > 1 else ELSEWHERE)
    return kept, dict.fromkeys(set(parts) - set(kept), ELSEWHERE)


def _main_parts(parts: list[int], code: str, join: SpatialJoin) -> list[int]:
    """Return the features that hold the point of the register, else the largest one near it."""
    holding = [part for part in parts if code in join.points and join.contains(part, code)]
    near = [part for part in parts if join.is_near(part, code)]
    return holding or sorted(near, key=lambda part: join.areas[part], reverse=True)[:1]


def _may_be_part(
    part: int,
    kept: list[int],
    parts: Mapping[int, Claim],
    locality: Locality,
    join: SpatialJoin,
    displaced: set[str],
) -> bool:
    """Tell whether a feature is one more part of a locality.

    It is if it is no other place and does not spoil the area. Where only its name says so, or where it lies far from
    the other parts among other places, the area must come nearer to the register's by it.
    """
    if locality.code not in join.points or _is_on_its_high_sea(part, locality, join):
        return True
    gap = join.gap(part, kept)
    if join.codes_inside[part] - {locality.code} - displaced or gap > _reach(locality):
        return False
    inland = gap > MAX_DISTANCE and bool(join.neighbours(part) - parts.keys())
    if inland or parts[part].how == "name":
        return join.fits_with([part], kept, locality, 1.0, 0.0 if inland else TINY_PART)
    return join.fits_with([part], kept, locality, PART_FACTOR, SMALL_PART)


def _reach(locality: Locality) -> float:
    """Return how far in metres a part may lie from the other parts of its locality."""
    return MAX_SEA_DISTANCE if locality.code in archipelagos.PROVINCES else MAX_PART_DISTANCE


def _is_on_its_high_sea(part: int, locality: Locality, join: SpatialJoin) -> bool:
    """Tell whether a feature belongs to Hoàng Sa or Trường Sa, and the locality is the archipelago or its province."""
    if locality.code in archipelagos.INSETS:
        return True
    return locality.code in archipelagos.PROVINCES and drop_high_sea_parts(join.shapes[part]).is_empty


def _agrees(
    kept: list[int], main: list[int], claims: Mapping[int, Claim], locality: Locality, join: SpatialJoin
) -> bool:
    """Tell whether the parts of a locality together have its area, as far as the kind of their claim demands it."""
    holds = any(join.contains(part, locality.code) for part in main)
    if len(main) > 1:
        return join.has_area_of(kept, locality, PART_FACTOR)
    claim = claims[main[0]]
    if claim.strong:
        return holds or join.has_area_of(kept, locality, STRONG_FACTOR)
    if claim.how == "code" and locality.code not in archipelagos.INSETS:
        return holds and join.has_area_of(kept, locality, PART_FACTOR)
    return join.has_area_of(kept, locality, NAME_FACTOR)


def _may_be_in_province(
    feature: int,
    attributes: FeatureAttributes,
    province: str,
    requested: Localities,
    missing: Localities,
    join: SpatialJoin,
    found: _Findings,
) -> bool:
    """Tell whether an unmatched feature may belong to a province.

    It may if the file says so by province, code or name, or if the file names no province and the feature is near a
    locality of the province. A feature near a missing locality may belong to the province whatever the file says.
    """
    named = attributes.parents.get("province", "")
    if named == province or _claims_one_of(feature, attributes, requested, named, join, found):
        return True
    if not join.has_shape(feature):
        return False
    nearby = missing if named else requested
    return any(join.is_near(feature, code) for code in nearby if code not in archipelagos.INSETS)


def _claims_one_of(
    feature: int,
    attributes: FeatureAttributes,
    requested: Localities,
    named: str,
    join: SpatialJoin,
    found: _Findings,
) -> bool:
    """Tell whether a feature bears the code of a locality, or its name near enough to be an island of it."""
    if not join.has_shape(feature):
        known = {bare_key(each) for each in requested.values()}
        return attributes.code in requested or (not named and attributes.key in known)
    claim = found.claims.get(feature)
    if claim is None or claim.code not in requested:
        return False
    within = claim.code not in join.points or join.distance(feature, claim.code) <= MAX_PART_DISTANCE
    return claim.how == "code" or (not named and within)


def _without_match(localities: Localities, matches: Mapping[int, Match]) -> dict[str, Locality]:
    matched = {match.code for match in matches.values()}
    return {code: each for code, each in localities.items() if code not in matched}


def _by_location(features: Features, free: Localities, join: SpatialJoin) -> dict[int, str]:
    """Find features that contain the point of exactly one locality, which no other feature contains, of equal area."""
    found = {}
    for feature in features:
        inside = join.codes_inside[feature]
        for code in inside & free.keys():
            alone = inside == {code} and join.features_around[code] == {feature}
            if alone and free[code].area_km2 and join.has_area_of([feature], free[code], LOCATION_FACTOR):
                found[feature] = code
    return found


def _unmatched_features(
    features: Features, missing: Localities, join: SpatialJoin, found: _Findings
) -> Iterator[UnmatchedFeature]:
    similar = defaultdict(list)
    for code, locality in missing.items():
        similar[loose_key(split_kind(locality.name)[1])].append(code)
    located = [code for code in missing if code in join.points]
    tree = shapely.STRtree([join.points[code] for code in located])
    for feature, each in features.items():
        shape = join.shapes[feature]
        around = (
            tree.query(shape, predicate="dwithin", distance=MAX_DISTANCE) if join.has_shape(feature) else ()
        )
        near = {missing[located[at]].name: located[at] for at in around}
        likely = [found.fitting[feature]] if feature in found.fitting else []
        likely += sorted(join.codes_inside[feature] & missing.keys())
        if each.key:
            likely += similar[loose_key(each.key)] + [near[name] for name in nearest_names(each.name, near)]
        candidates = tuple(dict.fromkeys(likely))[:MAX_CANDIDATES]
        yield UnmatchedFeature(feature, each.name, found.reasons.get(feature, NOT_NAMED), candidates)


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
