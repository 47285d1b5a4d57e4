"""Names of localities: short forms, forms without accents, and their dictionary order."""

import re
import unicodedata
from functools import cache

from wording.spelling import TONES, split_kind, unaccented

LEVEL_NAMES = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}
UNIT_NAMES = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
SHORT_KINDS = {
    "thành phố": "TP. ",
    "thị xã": "TX. ",
    "huyện": "H. ",
    "quận": "Q. ",
    "thị trấn": "TT. ",
    "phường": "P. ",
    "xã": "X. ",
    "đặc khu": "ĐK. ",
}


def short_name(name: str) -> str:
    """Return the name of a locality with its type word shortened.

    Examples
    --------
    >>> short_name("Thành phố Phan Rang-Tháp Chàm")
    'TP. Phan Rang-Tháp Chàm'
    """
    kind, own = split_kind(name)
    return SHORT_KINDS.get(kind, "") + own


def name_without_kind(name: str) -> str:
    """Return the name of a locality without its type word.

    Examples
    --------
    >>> name_without_kind("Thị xã La Gi")
    'La Gi'
    """
    return split_kind(name)[1]


LAST_NUMBER = 10_000
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def dictionary_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a sort key in the order of Vietnamese dictionaries: by letters (d before đ), then by tones.

    Numbers come before letters, by their value.

    Examples
    --------
    >>> sorted(["Đức Linh", "Tuy Phong", "La Gi"], key=dictionary_key)
    ['Đức Linh', 'La Gi', 'Tuy Phong']
    """
    letters, tones = [], []
    for letter in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text.lower())):
        if letter.isdecimal():
            letters.append(int(letter) - LAST_NUMBER)
            tones.append(0)
            continue
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in TONES), "")
        plain = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        letters.append(ALPHABET.find(plain) + 1)
        tones.append(TONES.find(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones)


# Every run of a page needs the names of a register, and decomposing letters is slow.
@cache
def searchable_name(name: str) -> str:
    """Return a name followed by its form without accents: a search box that compares letters then finds both.

    Examples
    --------
    >>> searchable_name("TP. Phan Thiết")
    'TP. Phan Thiết · phan thiet'
    """
    bare = unaccented(name)
    own = bare.split(". ", 1)[-1]
    return name if bare == name.lower() else f"{name} · {own}"
