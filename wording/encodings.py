"""Decode text in encodings older than Unicode: TCVN3 and VNI fonts, and text read in the wrong code page.

No maintained Python library decodes TCVN3 and VNI; the tables are those of TCVN 5712:1993 (third set) and VNI-Windows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

# Each legacy letter is one Unicode letter. Capitals with a tone had a font of their own and share these codes.
TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơư" + "đ" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)

# VNI writes a letter, then a sign for its marks; some letters are a single sign.
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


# Name of an encoding → its decoder, in the order of trial.
DECODERS: dict[str, Callable[[str], str]] = {
    "Unicode": lambda text: text,
    "UTF-8": _reread("utf-8"),  # a DBF table that does not name its encoding is read as Latin-1
    "TCVN3": _tcvn3,
    "VNI": _vni,
    "Windows-1258": _reread("cp1258"),
}


def decode(text: str, encoding: str) -> str:
    """Decode text of a legacy encoding that was read as Latin-1.

    Parameters
    ----------
    text : str
        The text as read in Latin-1.
    encoding : str
        One of ``DECODERS``.

    Examples
    --------
    >>> decode("T©n Ch©u", "TCVN3"), decode("Ñieän Bieân", "VNI")
    ('Tân Châu', 'Điện Biên')
    """
    return DECODERS[encoding](text)


def likeliest_encoding(texts: Iterable[str], known: Callable[[str], bool]) -> str:
    """Return the encoding in which most texts are known.

    Parameters
    ----------
    texts : iterable of str
        The texts as read in Latin-1.
    known : function
        Tells whether a decoded text is a known one.

    Returns
    -------
    str
        One of ``DECODERS``; ``Unicode`` where no encoding gives more known texts.
    """
    distinct = set(texts)
    counts = {name: sum(known(read(text)) for text in distinct) for name, read in DECODERS.items()}
    return max(counts, key=lambda name: counts[name])
