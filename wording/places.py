"""Names of localities where there is little room."""

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
