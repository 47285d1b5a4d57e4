"""Text written before Unicode: TCVN3 and VNI fonts, and letters read in the wrong code page.

No kept Python library decodes TCVN3 and VNI; their tables are those of TCVN 5712:1993 (third set) and of VNI-Windows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

# Each legacy letter stands for one of ours. Capitals with a tone had a font of their own and share these codes.
TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơư" + "đ" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)

# VNI writes a letter, then a sign for its marks; some letters are one sign.
HUYEN, HOI, NGA, SAC, NANG = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
HAT, BREVE = "\u0302", "\u0306"
TONES = (HUYEN, HOI, NGA, SAC, NANG)
VNI_MARKS = {
    **dict(zip("øûõùï", TONES, strict=True)),
    **dict(zip("âàåãáä", (HAT, *(HAT + tone for tone in TONES)), strict=True)),
    **dict(zip("êèúüéë", (BREVE, *(BREVE + tone for tone in TONES)), strict=True)),
}
VNI_LETTERS = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
VNI = re.compile(rf"([aeouyôö])([{''.join(VNI_MARKS)}])|([{''.join(VNI_LETTERS)}])", re.IGNORECASE)


def _tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def _vni(text: str) -> str:
    return VNI.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    base = found[1] or found[3]
    plain = VNI_LETTERS.get(base.lower(), base)
    cased = plain.upper() if base.isupper() else plain
    return unicodedata.normalize("NFC", cased + VNI_MARKS[found[2].lower()] if found[2] else cased)


def _reread(page: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        try:
            return unicodedata.normalize("NFC", text.encode("latin-1").decode(page))
        except UnicodeError:
            return text

    return read


# By name, in the order in which they are tried.
DECODERS: dict[str, Callable[[str], str]] = {
    "Unicode": lambda text: text,
    "UTF-8": _reread("utf-8"),  # a DBF table without a word on its encoding is read as Latin-1
    "TCVN3": _tcvn3,
    "VNI": _vni,
    "Windows-1258": _reread("cp1258"),
}


def decode(text: str, encoding: str) -> str:
    """Read text of a legacy encoding that was taken for Latin letters.

    Parameters
    ----------
    text : str
        As it looks when taken for Latin-1.
    encoding : str
        One of ``DECODERS``.

    Examples
    --------
    >>> decode("T©n Ch©u", "TCVN3"), decode("Ñieän Bieân", "VNI")
    ('Tân Châu', 'Điện Biên')
    """
    return DECODERS[encoding](text)


def likeliest_encoding(texts: Iterable[str], known: Callable[[str], bool]) -> str:
    """Name the encoding in which most texts are known.

    Parameters
    ----------
    texts : iterable of str
        As they look when taken for Latin-1.
    known : function
        Says whether a decoded text is one that is looked for.

    Returns
    -------
    str
        One of ``DECODERS``; ``Unicode`` where nothing reads better than the texts as they stand.
    """
    distinct = set(texts)
    counts = {name: sum(known(read(text)) for text in distinct) for name, read in DECODERS.items()}
    return max(counts, key=lambda name: counts[name])
