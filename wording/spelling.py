"""Spellings of Vietnamese names: which are the same name, and which may be."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# Đ (U+0110) has look-alikes; copies of GADM use the Icelandic eth.
LOOK_ALIKES = str.maketrans("ÐðƉɖ’‘ʼ`´", "ĐđĐđ'''''")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"

# Kind of a locality → the ways to write it. A single letter needs its dot, because names may begin with it.
KINDS = {
    "thành phố": r"thành\s?phố|t\.?p\.?",
    "thị xã": r"thị\s?xã|t\.?x\.?",
    "thị trấn": r"thị\s?trấn|t\.?t\.?",
    "quận": r"quận|q\.",
    "huyện": r"huyện|h\.",
    "phường": r"phường|p\.",
    "xã": r"xã|x\.",
    "đặc khu": r"đặc\s?khu|đ\.?k\.?",
    "tỉnh": r"tỉnh|t\.",  # after T.P., T.X. and T.T.
}
BEGINNINGS = {
    kind: re.compile(rf"(?:{ways})(?:\s+|(?<=\.))(?=\S)", re.IGNORECASE) for kind, ways in KINDS.items()
}
VOWELS = "aeiouy"
REMEMBERED = 20_000  # cached spellings: the country has 3,321 communes
CUTOFF = 0.75  # ratio of difflib: "Huổi Lếch" is near "Huổi Lếnh", "Phan Rí" is not near "Phan Thiết"


@lru_cache(REMEMBERED)
def clean_name(text: str) -> str:
    """Return a name without invisible characters and with joined words separated; its spelling stays.

    Parameters
    ----------
    text : str
        In composed or decomposed letters, with any spaces and look-alike letters.

    Examples
    --------
    >>> clean_name(" Ðức  Linh"), clean_name("BìnhThuận")
    ('Đức Linh', 'Bình Thuận')
    """
    composed = unicodedata.normalize("NFC", text).translate(INVISIBLE).translate(LOOK_ALIKES)
    parted = (f" {b}" if a.islower() and b.isupper() else b for a, b in pairwise(f" {composed}"))
    return " ".join("".join(parted).split())


@lru_cache(REMEMBERED)
def split_kind(name: str) -> tuple[str, str]:
    """Split a name into its kind and the name proper.

    Parameters
    ----------
    name : str
        With or without a type word, long or shortened, in any case.

    Returns
    -------
    kind : str
        One of ``KINDS``, or "" where the name has no type word.
    bare : str
        The rest, cleaned.

    Examples
    --------
    >>> split_kind("TX. La Gi"), split_kind("Phường 1"), split_kind("Xãn")
    (('thị xã', 'La Gi'), ('phường', '1'), ('', 'Xãn'))
    """
    whole = clean_name(name)
    for kind, beginning in BEGINNINGS.items():
        if found := beginning.match(whole):
            return kind, whole[found.end() :]
    return "", whole


@lru_cache(REMEMBERED)
def spelling_key(name: str) -> str:
    """Return a key that is equal for spellings that differ in case, place of tone marks, dashes and spaces.

    The type word is part of the key: use ``split_kind`` before, where only the names are compared.

    Parameters
    ----------
    name : str
        As written.

    Returns
    -------
    str
        Other letters and other tones give other keys: ``Quí`` is not ``Quý``. Keys are not for display.

    Examples
    --------
    >>> spelling_key("Phan Rang – Tháp Chàm") == spelling_key("PHAN RANG-THÁP CHÀM")
    True
    >>> spelling_key("Hoà Thắng") == spelling_key("Hòa Thắng")
    True
    """
    lower = re.sub(rf"[{DASHES}]", " ", clean_name(name).lower())
    words = (re.sub(r"^0+(?=\d)", "", word) for word in lower.split())
    return "".join(map(_tone_last, words))


def _tone_last(word: str) -> str:
    """Move each tone mark behind the last vowel of its group: "hòa" and "hoà" both give "hoa" + huyền."""
    letters, tone = "", ""
    for letter in word:
        marks = unicodedata.normalize("NFD", letter)
        if marks[0] not in VOWELS:
            letters, tone = letters + tone, ""
        tone += "".join(mark for mark in marks if mark in TONES)
        letters += "".join(mark for mark in marks if mark not in TONES)
    return letters + tone


@lru_cache(REMEMBERED)
def unaccented(text: str) -> str:
    """Return a text in lower case and without accents.

    Examples
    --------
    >>> unaccented("Đức Linh")
    'duc linh'
    """
    letters = unicodedata.normalize("NFD", text.translate(LOOK_ALIKES).lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def loose_key(name: str) -> str:
    """Return a key that is equal for names that are easily confused: no accents, i for y, s for x, d for đ, p for ph.

    Names with the same loose key are a suggestion, never a match.

    Examples
    --------
    >>> loose_key("Phú Quí") == loose_key("Phú Quý"), loose_key("Sa Lông") == loose_key("Xá Lông")
    (True, True)
    """
    letters = re.sub(r"[^a-z0-9]", "", unaccented(clean_name(name)))
    return letters.replace("ph", "p").replace("y", "i").replace("x", "s")


def nearest_names(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the known names that are nearest to a name, the nearest first.

    Parameters
    ----------
    name : str
        As written, with or without its type word.
    known : iterable of str
        The right names.
    count : int
        Largest number of names.

    Returns
    -------
    list of str
        Names of ``known``; empty where none is near.

    Examples
    --------
    >>> nearest_names("Huổi Lếch", ["Xã Huổi Lếnh", "Xã Mường Nhé"])
    ['Xã Huổi Lếnh']
    """
    wanted = split_kind(name)[1]
    near = {each: _likeness(wanted, split_kind(each)[1]) for each in dict.fromkeys(known)}
    likely = [each for each, likeness in near.items() if likeness[0] >= CUTOFF]
    return sorted(likely, key=lambda each: near[each], reverse=True)[:count]


def _likeness(wanted: str, known: str) -> tuple[float, float]:
    """Return the similarity of two names without accents and with them, each from 0 to 1."""
    plain = difflib.SequenceMatcher(None, loose_key(wanted), loose_key(known)).ratio()
    return plain, difflib.SequenceMatcher(None, spelling_key(wanted), spelling_key(known)).ratio()
