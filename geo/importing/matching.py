"""Says which feature of a file is which locality of the register, and what could not be said."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import shapely

from geo import archipelagos
from geo.boundaries import Place
from geo.importing.attributes import Said
from geo.importing.location import REACH, Ground, survey
from geo.importing.mapping import NOBODY
from wording.spelling import loose_key, nearest_names, spelling_key, split_kind

# A name alone is no proof: who bears it has to be about as large as the register says.
TIMES = 4.0  # larger or smaller
PARTS = 1.5  # the same for the parts of one locality together, and for a code without a name
AREA_AGREES = 0.2  # where the name says nothing, the area has to agree well
GUESSES = 3

NOT_NAMED, AMBIGUOUS, ELSEWHERE, SWAPPED = "not_named", "ambiguous", "elsewhere", "swapped"

Told = Mapping[int, Said]
Claims = tuple[dict[int, str], dict[int, str]]  # features and their codes; features in doubt and the reason


@dataclass(frozen=True)
class Match:
    """One feature and its locality; ``how`` is mapping, code, name or place."""

    feature: int
    name: str
    code: str
    how: str


@dataclass(frozen=True)
class Stray:
    """A feature without a locality: why, and the codes it most likely is."""

    feature: int
    name: str
    reason: str
    guesses: tuple[str, ...]


@dataclass(frozen=True)
class Absent:
    """A locality without a feature, and the features that most likely are it, or hold its point."""

    code: str
    guesses: tuple[int, ...]


@dataclass(frozen=True)
class Matching:
    """All that was said of a file's features: none is dropped without a word.

    ``left_out`` are those the user's mapping leaves out, ``aside`` counts those of other provinces than the one asked.
    """

    matched: tuple[Match, ...]
    strays: tuple[Stray, ...]
    absent: tuple[Absent, ...]
    left_out: tuple[int, ...]
    aside: int = 0


def match(
    features: Told,
    frame: gpd.GeoDataFrame,
    places: Mapping[str, Place],
    mapping: Mapping[int, str],
    province: str | None = None,
) -> Matching:
    """Match features to localities.

    Parameters
    ----------
    features : mapping of int to Said
        What the file says of them, as ``attributes.read`` gives it.
    frame : GeoDataFrame
        Their shapes, in any system, with the same index.
    places : mapping of str to Place
        The localities of the level, by code.
    mapping : mapping of int to str
        The user's own word, which goes before all else.
    province : str, optional
        The province that is asked for; features that are other provinces' localities or lie far from this one's are
        left aside.

    Returns
    -------
    Matching
        By the user's word; else by code where the code's name agrees, as codes are reused under other names; else by
        name, within the parents the file names, where the shape lies at the register's point; else by place and area
        where these leave one. Several features may be parts of one locality. What could be two localities is none.
    """
    ground = survey(frame, places)
    found = {f: Match(f, features[f].name, code, "mapping") for f, code in mapping.items() if code != NOBODY}
    left_out = tuple(f for f, code in mapping.items() if code == NOBODY)
    reasons: dict[int, str] = {}
    for how, claim in {"code": _by_code, "name": _by_name, "place": _by_place}.items():
        settled = {*found, *left_out, *(f for f, reason in reasons.items() if reason == SWAPPED)}
        rest = {f: said for f, said in features.items() if f not in settled}
        claims, doubts = claim(rest, _free(places, found), ground)
        reasons |= doubts
        for code, claiming in _grouped(claims).items():
            if len(claiming) == 1 or ground.sized(claiming, places[code], PARTS):
                found |= {f: Match(f, features[f].name, code, how) for f in claiming}
            else:
                reasons |= dict.fromkeys(claiming, AMBIGUOUS)
    rest = {f: said for f, said in features.items() if f not in found and f not in left_out}
    asked = {code: place for code, place in places.items() if province in (None, place.province)}
    matched = tuple(found[f] for f in sorted(found) if found[f].code in asked)
    lost = _free(asked, found)
    if province:
        rest = {f: said for f, said in rest.items() if _belongs(f, said, province, asked, lost, ground)}
    strays = tuple(_strays(rest, lost, ground, reasons))
    aside = len(features) - len(matched) - len(strays) - len(left_out)
    return Matching(matched, strays, tuple(_absent(rest, lost, ground)), left_out, aside)


def _belongs(
    feature: int,
    said: Said,
    province: str,
    asked: Mapping[str, Place],
    lost: Mapping[str, Place],
    ground: Ground,
) -> bool:
    """Whether a feature without a locality may be a province's.

    The file says so, or says nothing and it lies there; whatever the file says, it may be who is missing beside it.
    """
    told = said.above.get("province", "")
    candidates = lost if told else asked
    return told == province or any(
        ground.near(feature, code) for code in candidates if code not in archipelagos.INSETS
    )


def _free(places: Mapping[str, Place], found: Mapping[int, Match]) -> dict[str, Place]:
    taken = {match.code for match in found.values()}
    return {code: place for code, place in places.items() if code not in taken}


def _by_code(rest: Told, free: Mapping[str, Place], ground: Ground) -> Claims:
    """The features whose code is the register's, under this name; without names place and area have to agree."""
    claims, doubts = {}, {}
    for feature, said in rest.items():
        if said.code not in free or said.key not in ("", _key(free[said.code])):
            continue
        near, place = ground.near(feature, said.code), free[said.code]
        if near if said.key else ground.holds(feature, said.code) and ground.sized([feature], place, PARTS):
            claims[feature] = said.code
        elif not near:
            doubts[feature] = ELSEWHERE
    return claims, doubts


def _by_name(rest: Told, free: Mapping[str, Place], ground: Ground) -> Claims:
    """The features whose name one locality bears, of the parents they name, where that locality lies."""
    bearers = defaultdict(list)
    for place in free.values():
        bearers[_key(place)].append(place)
    claims, doubts = {}, {}
    for feature, said in rest.items():
        named = bearers.get(said.key, []) if said.key else []
        likely, certain = _narrowed(named, said)
        near = [
            each
            for each in likely
            if ground.near(feature, each.code) and ground.sized([feature], each, TIMES)
        ]
        if not certain or len(near) > 1:
            near = [each for each in near if ground.holds(feature, each.code)]
        if len(near) == 1:
            claims[feature] = near[0].code
        elif named:
            doubts[feature] = AMBIGUOUS if len(likely) > 1 else ELSEWHERE
    mistaken = {f for f in rest if f not in claims or not ground.holds(f, claims[f])}
    swapped = [f for f, code in claims.items() if f in mistaken and _is_swapped(code, mistaken, ground)]
    kept = {f: code for f, code in claims.items() if f not in swapped}
    return kept, doubts | dict.fromkeys(swapped, SWAPPED)


def _is_swapped(code: str, mistaken: Collection[int], ground: Ground) -> bool:
    """Whether a locality's point lies in a feature that does not hold the point of its own name either."""
    return code not in archipelagos.INSETS and any(f in mistaken for f in ground.around.get(code, ()))


def _narrowed(named: list[Place], said: Said) -> tuple[list[Place], bool]:
    """Those of the parents and the kind that the file names; not certain if it names others than the register."""
    certain = True
    for level, parent in said.above.items():
        within = [each for each in named if parent in ("", _above(each, level))]
        named, certain = within or named, certain and bool(within)
    alike = [each for each in named if said.kind in ("", split_kind(each.name)[0])]
    return alike or named, certain and bool(alike)


def _above(place: Place, level: str) -> str:
    return place.province if level == "province" else place.parent_code


def _key(place: Place) -> str:
    return spelling_key(split_kind(place.name)[1])


def _by_place(rest: Told, free: Mapping[str, Place], ground: Ground) -> Claims:
    """The features that hold the point of one locality, which no other holds, and are as large."""
    claims = {}
    for feature in rest:
        held = ground.inside[feature]
        for code in held & free.keys():
            alone = held == {code} and ground.around[code] == {feature}
            if alone and free[code].area_km2 and ground.sized([feature], free[code], 1 + AREA_AGREES):
                claims[feature] = code
    return claims, {}


def _grouped(claims: Mapping[int, str]) -> dict[str, list[int]]:
    features = defaultdict(list)
    for feature, code in claims.items():
        features[code].append(feature)
    return features


def _strays(
    rest: Told, lost: Mapping[str, Place], ground: Ground, reasons: Mapping[int, str]
) -> Iterator[Stray]:
    alike = defaultdict(list)
    for code, place in lost.items():
        alike[loose_key(split_kind(place.name)[1])].append(code)
    located = [code for code in lost if code in ground.points]
    tree = shapely.STRtree([ground.points[code] for code in located])
    for feature, said in rest.items():
        around = tree.query(ground.shapes[feature], predicate="dwithin", distance=REACH)
        near = {lost[located[at]].name: located[at] for at in around}
        likely = sorted(ground.inside[feature] & lost.keys())
        if said.key:
            likely += alike[loose_key(said.key)] + [near[name] for name in nearest_names(said.name, near)]
        yield Stray(
            feature, said.name, reasons.get(feature, NOT_NAMED), tuple(dict.fromkeys(likely))[:GUESSES]
        )


def _absent(rest: Told, lost: Mapping[str, Place], ground: Ground) -> Iterator[Absent]:
    alike = defaultdict(list)
    for feature, said in rest.items():
        alike[loose_key(said.key)].append(feature)
    for code, place in lost.items():
        if code in archipelagos.INSETS:  # its symbol stands in
            continue
        likely = [*alike.get(loose_key(split_kind(place.name)[1]), []), *sorted(ground.around.get(code, ()))]
        yield Absent(code, tuple(dict.fromkeys(likely))[:GUESSES])
