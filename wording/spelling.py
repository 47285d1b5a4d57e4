"""Vietnamese names as people write them: which spellings are one name, and which only may be."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# Đ (U+0110) has look-alikes, of which GADM's copies use the Icelandic eth.
LOOK_ALIKES = str.maketrans("ÐðƉɖ’‘ʼ`´", "ĐđĐđ'''''")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"

# The kinds of localities, each with the ways to write it. One letter needs its dot, lest a name lose its first.
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
REMEMBERED = (
    20_000  # spellings: the country has 3,321 communes, and their names are asked for again and again
)
CUTOFF = 0.75  # of difflib's ratio: "Huổi Lếch" is a guess for "Huổi Lếnh", "Phan Rí" none for "Phan Thiết"


def clean_name(text: str) -> str:
    """Clean a name of what a reader does not see, and part words run together; its spelling stays.

    Parameters
    ----------
    text : str
        In composed or decomposed letters, with any spaces and look-alike letters.

    Examples
    --------
    >>> tidy(" Ðức  Linh"), tidy("BìnhThuận")
    ('Đức Linh', 'Bình Thuận')
    """
    composed = unicodedata.normalize("NFC", text).translate(INVISIBLE).translate(LOOK_ALIKES)
    parted = (f" {b}" if a.islower() and b.isupper() else b for a, b in pairwise(f" {composed}"))
    return " ".join("".join(parted).split())


@lru_cache(REMEMBERED)
def split_kind(name: str) -> tuple[str, str]:
    """Part a name into its kind and the name proper.

    Parameters
    ----------
    name : str
        With or without a type word, long or shortened, in any case.

    Returns
    -------
    kind : str
        One of ``KINDS``, or "" where the name has no type word.
    bare : str
        The rest, tidy.

    Examples
    --------
    >>> split("TX. La Gi"), split("Phường 1"), split("Xãn")
    (('thị xã', 'La Gi'), ('phường', '1'), ('', 'Xãn'))
    """
    whole = clean_name(name)
    for kind, beginning in BEGINNINGS.items():
        if found := beginning.match(whole):
            return kind, whole[found.end() :]
    return "", whole


@lru_cache(REMEMBERED)
def spelling_key(name: str) -> str:
    """Return what the spellings of one name share, whatever their letters' case, tone marks' place, dashes and spaces.

    The type word stays: ``split`` first where the names alone are compared.

    Parameters
    ----------
    name : str
        As written.

    Returns
    -------
    str
        To be compared, not shown. Other letters and other tones give other keys: ``Quí`` is not ``Quý``.

    Examples
    --------
    >>> key("Phan Rang – Tháp Chàm") == key("PHAN RANG-THÁP CHÀM"), key("Hoà Thắng") == key("Hòa Thắng")
    (True, True)
    """
    lower = re.sub(rf"[{DASHES}]", " ", clean_name(name).lower())
    words = (re.sub(r"^0+(?=\d)", "", word) for word in lower.split())
    return "".join(map(_tone_last, words))


def _tone_last(word: str) -> str:
    """The word with each tone mark behind the last vowel of its run: "hòa" and "hoà" both give "hoa" + huyền."""
    letters, tone = "", ""
    for letter in word:
        marks = unicodedata.normalize("NFD", letter)
        if marks[0] not in VOWELS:
            letters, tone = letters + tone, ""
        tone += "".join(mark for mark in marks if mark in TONES)
        letters += "".join(mark for mark in marks if mark not in TONES)
    return letters + tone


def unaccented(text: str) -> str:
    """Write as one types without a Vietnamese keyboard.

    Examples
    --------
    >>> unaccented("Đức Linh")
    'duc linh'
    """
    letters = unicodedata.normalize("NFD", text.translate(LOOK_ALIKES).lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def loose_key(name: str) -> str:
    """Return what names that may have been confused share: accents left out, i for y, s for x, d for đ, p for ph.

    Two names of one loose key are a guess to be confirmed, never a match.

    Examples
    --------
    >>> loose("Phú Quí") == loose("Phú Quý"), loose("Sa Lông") == loose("Xá Lông")
    (True, True)
    """
    letters = re.sub(r"[^a-z0-9]", "", unaccented(clean_name(name)))
    return letters.replace("ph", "p").replace("y", "i").replace("x", "s")


def nearest_names(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the names that were most likely meant, the likeliest first.

    Parameters
    ----------
    name : str
        As written, with or without its type word.
    known : iterable of str
        The right names.
    count : int
        At most so many.

    Returns
    -------
    list of str
        Of ``known``, as written there; empty where nothing is near.

    Examples
    --------
    >>> guesses("Huổi Lếch", ["Xã Huổi Lếnh", "Xã Mường Nhé"])
    ['Xã Huổi Lếnh']
    """
    wanted = split_kind(name)[1]
    near = {each: _likeness(wanted, split_kind(each)[1]) for each in dict.fromkeys(known)}
    likely = [each for each, likeness in near.items() if likeness[0] >= CUTOFF]
    return sorted(likely, key=lambda each: near[each], reverse=True)[:count]


def _likeness(wanted: str, known: str) -> tuple[float, float]:
    """How near two names are without accents, then with them, each from 0 to 1."""
    plain = difflib.SequenceMatcher(None, loose_key(wanted), loose_key(known)).ratio()
    return plain, difflib.SequenceMatcher(None, spelling_key(wanted), spelling_key(known)).ratio()
