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


def unaccented(text: str) -> str:
    """Write as one types without a Vietnamese keyboard.

    Examples
    --------
    >>> unaccented("Đức Linh")
    'duc linh'
    """
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
