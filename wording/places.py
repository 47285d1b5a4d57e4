"""Names of localities: where there is little room, and for who types without accents."""

import unicodedata

SHORT_TYPES = {
    "Thành phố ": "TP. ",
    "Thị xã ": "TX. ",
    "Huyện ": "H. ",
    "Thị trấn ": "TT. ",
    "Phường ": "P. ",
    "Xã ": "X. ",
    "Đặc khu ": "ĐK. ",
    "Tỉnh ": "",
}


def short(name: str) -> str:
    """Shorten the type word of a locality's name, never the name itself.

    Examples
    --------
    >>> short("Thành phố Phan Rang-Tháp Chàm")
    'TP. Phan Rang-Tháp Chàm'
    """
    for word, abbreviation in SHORT_TYPES.items():
        if name.startswith(word):
            return abbreviation + name.removeprefix(word)
    return name


def bare(name: str) -> str:
    """Drop the type word of a locality's name.

    Examples
    --------
    >>> bare("Thị xã La Gi")
    'La Gi'
    """
    word = next((word for word in SHORT_TYPES if name.startswith(word)), "")
    return name.removeprefix(word)


def unaccented(text: str) -> str:
    """Write as one types without a Vietnamese keyboard.

    Examples
    --------
    >>> unaccented("Đức Linh")
    'duc linh'
    """
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries


def dictionary_order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a key that sorts as Vietnamese dictionaries do: letters first (d before đ), tones between equals.

    Examples
    --------
    >>> sorted(["Đức Linh", "Tuy Phong", "La Gi"], key=dictionary_order)
    ['Đức Linh', 'La Gi', 'Tuy Phong']
    """
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in TONES), "")
        plain = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        letters.append(ALPHABET.find(plain) + 1)
        tones.append(TONES.find(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones)


def searchable(name: str) -> str:
    """Append the name without accents, so that a box that only compares letters finds it either way.

    Examples
    --------
    >>> searchable("TP. Phan Thiết")
    'TP. Phan Thiết · phan thiet'
    """
    bare = unaccented(name)
    own = bare.split(". ", 1)[-1]
    return name if bare == name.lower() else f"{name} · {own}"
