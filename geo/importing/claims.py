"""Reads which locality each feature claims to be: by its code where the name agrees, else by its name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from geo import archipelagos
from geo.boundaries import Locality
from geo.importing.attributes import FeatureAttributes
from geo.importing.spatial_join import SpatialJoin
from wording.spelling import spelling_key, split_kind

AMBIGUOUS, ELSEWHERE, SWAPPED = "ambiguous", "elsewhere", "swapped"
# Of two places of one name, a shape that holds the point of neither belongs to the nearer one only if the other one
# is farther by this factor.
CLEARLY_FARTHER = 2.0

Features = Mapping[int, FeatureAttributes]
Localities = Mapping[str, Locality]


@dataclass(frozen=True)
class Claim:
    """The locality that a feature says it is.

    Attributes
    ----------
    code : str
        The code of the locality.
    how : str
        ``code`` or ``name``.
    strong : bool
        Whether code and name agree.
    """

    code: str
    how: str
    strong: bool = False


def read_claims(
    features: Features, localities: Localities, join: SpatialJoin
) -> tuple[dict[int, Claim], dict[int, str]]:
    """Return the claim of each feature that has one, and the reason why a known name is no claim.

    Parameters
    ----------
    features : mapping of int to FeatureAttributes
        What the file says about its features.
    localities : mapping of str to Locality
        The localities of the level, by code.
    join : SpatialJoin
        The features and the points of the localities.

    Notes
    -----
    A code is believed where the register gives it the name that the file gives, or where the file gives no name.
    Codes are reused under other names, so a code against its name is not believed; the name is read instead.
    """
    homonyms: defaultdict[str, list[Locality]] = defaultdict(list)
    for locality in localities.values():
        homonyms[bare_key(locality)].append(locality)
    claims: dict[int, Claim] = {}
    doubts: dict[int, str] = {}
    for feature, each in features.items():
        if each.code in localities and each.key in ("", bare_key(localities[each.code])):
            claims[feature] = Claim(each.code, "code", strong=each.key != "")
        elif each.key in homonyms and each.key:
            code, doubt = _meant(feature, each, homonyms[each.key], join)
            if code:
                claims[feature] = Claim(code, "name")
            else:
                doubts[feature] = doubt
    return claims, doubts


def bare_key(locality: Locality) -> str:
    """Return the comparison key of a locality's name without its type word."""
    return spelling_key(split_kind(locality.name)[1])


def _meant(
    feature: int, attributes: FeatureAttributes, named: list[Locality], join: SpatialJoin
) -> tuple[str, str]:
    """Return the code of the one locality of its name that a feature can mean, or "" and the reason."""
    likely, certain = _narrowed(named, attributes)
    held = [each.code for each in likely if each.code in join.points and join.contains(feature, each.code)]
    if len(held) == 1:
        return held[0], ""
    near = [each.code for each in likely if join.is_near(feature, each.code)]
    if certain and not held and len(near) == 1:
        return near[0], ""
    if near or not certain:
        return "", AMBIGUOUS if len(likely) > 1 else ELSEWHERE
    distances = sorted((join.distance(feature, each.code), each.code) for each in likely)
    if len(likely) == 1 or distances[0][0] * CLEARLY_FARTHER < distances[1][0]:
        return distances[0][1], ""
    return "", AMBIGUOUS


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


def grouped(claims: Mapping[int, Claim]) -> dict[str, list[int]]:
    """Return the features that claim each locality, by code."""
    features: defaultdict[str, list[int]] = defaultdict(list)
    for feature, claim in claims.items():
        features[claim.code].append(feature)
    return dict(features)


def on_land(groups: Mapping[str, list[int]], join: SpatialJoin) -> dict[str, list[int]]:
    """Return the groups of features whose place can be checked: the register has a point, and it is no inset."""
    return {
        code: [feature for feature in parts if join.areas[feature] > 0]
        for code, parts in groups.items()
        if code in join.points
        and code not in archipelagos.INSETS
        and any(join.areas[feature] > 0 for feature in parts)
    }
