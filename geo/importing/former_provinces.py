"""The provinces before 1/7/2025, which older files name, and the provinces that took them over.

Codes are those of the statistics office. Source: Resolution 202/2025/QH15; Hà Tây became part of Hà Nội on 1/8/2008
(Resolution 15/2008/QH12).
"""

import re
from collections.abc import Mapping

from geo.boundaries import Locality
from wording.spelling import spelling_key, split_kind, unaccented

# Code, name, and the name of the province since 1/7/2025 where it is another one.
FORMER_PROVINCES = (
    ("01", "Hà Nội", ""),
    ("02", "Hà Giang", "Tuyên Quang"),
    ("04", "Cao Bằng", ""),
    ("06", "Bắc Kạn", "Thái Nguyên"),
    ("08", "Tuyên Quang", ""),
    ("10", "Lào Cai", ""),
    ("11", "Điện Biên", ""),
    ("12", "Lai Châu", ""),
    ("14", "Sơn La", ""),
    ("15", "Yên Bái", "Lào Cai"),
    ("17", "Hòa Bình", "Phú Thọ"),
    ("19", "Thái Nguyên", ""),
    ("20", "Lạng Sơn", ""),
    ("22", "Quảng Ninh", ""),
    ("24", "Bắc Giang", "Bắc Ninh"),
    ("25", "Phú Thọ", ""),
    ("26", "Vĩnh Phúc", "Phú Thọ"),
    ("27", "Bắc Ninh", ""),
    ("28", "Hà Tây", "Hà Nội"),
    ("30", "Hải Dương", "Hải Phòng"),
    ("31", "Hải Phòng", ""),
    ("33", "Hưng Yên", ""),
    ("34", "Thái Bình", "Hưng Yên"),
    ("35", "Hà Nam", "Ninh Bình"),
    ("36", "Nam Định", "Ninh Bình"),
    ("37", "Ninh Bình", ""),
    ("38", "Thanh Hóa", ""),
    ("40", "Nghệ An", ""),
    ("42", "Hà Tĩnh", ""),
    ("44", "Quảng Bình", "Quảng Trị"),
    ("45", "Quảng Trị", ""),
    ("46", "Thừa Thiên Huế", "Huế"),
    ("48", "Đà Nẵng", ""),
    ("49", "Quảng Nam", "Đà Nẵng"),
    ("51", "Quảng Ngãi", ""),
    ("52", "Bình Định", "Gia Lai"),
    ("54", "Phú Yên", "Đắk Lắk"),
    ("56", "Khánh Hòa", ""),
    ("58", "Ninh Thuận", "Khánh Hòa"),
    ("60", "Bình Thuận", "Lâm Đồng"),
    ("62", "Kon Tum", "Quảng Ngãi"),
    ("64", "Gia Lai", ""),
    ("66", "Đắk Lắk", ""),
    ("67", "Đắk Nông", "Lâm Đồng"),
    ("68", "Lâm Đồng", ""),
    ("70", "Bình Phước", "Đồng Nai"),
    ("72", "Tây Ninh", ""),
    ("74", "Bình Dương", "Hồ Chí Minh"),
    ("75", "Đồng Nai", ""),
    ("77", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
    ("79", "Hồ Chí Minh", ""),
    ("80", "Long An", "Tây Ninh"),
    ("82", "Tiền Giang", "Đồng Tháp"),
    ("83", "Bến Tre", "Vĩnh Long"),
    ("84", "Trà Vinh", "Vĩnh Long"),
    ("86", "Vĩnh Long", ""),
    ("87", "Đồng Tháp", ""),
    ("89", "An Giang", ""),
    ("91", "Kiên Giang", "An Giang"),
    ("92", "Cần Thơ", ""),
    ("93", "Hậu Giang", "Cần Thơ"),
    ("94", "Sóc Trăng", "Cần Thơ"),
    ("95", "Bạc Liêu", "Cà Mau"),
    ("96", "Cà Mau", ""),
)
PLAIN_KIND = re.compile(r"^(tinh|thanh pho)\s+")  # at the beginning of a name without accents
SINCE_REFORM = frozenset(successor or name for _, name, successor in FORMER_PROVINCES)


def province_codes(provinces: Mapping[str, Locality]) -> dict[str, str]:
    """Return what a file may call a province, and the code of the province that it means.

    Parameters
    ----------
    provinces : mapping of str to Locality
        The provinces of the vintage in the register, by code.

    Returns
    -------
    dict of str to str
        By code or by ``province_key`` of a name. In a register since 1/7/2025, former provinces give the code of
        their successor. A province that the register lacks gives its own code.
    """
    names = {province_key(each.name): code for code, each in provinces.items()}
    since_reform = names.keys() <= {province_key(name) for name in SINCE_REFORM}
    found: dict[str, str] = {}
    for code, name, successor in FORMER_PROVINCES:
        today = names.get(province_key(successor or name), "") if since_reform else ""
        found |= dict.fromkeys((code, province_key(name)), today or code)
        if successor:
            found.setdefault(province_key(successor), names.get(province_key(successor), ""))
    named = {key: code for key, code in found.items() if code}
    return {**named, **names, **{code: code for code in provinces}}


def province_key(name: str) -> str:
    """Return the comparison key of a province's name: without type word, accents, dashes and spaces.

    Examples
    --------
    >>> province_key("Tỉnh Bà Rịa – Vũng Tàu") == province_key("tinh Ba Ria-Vung Tau")
    True
    """
    return spelling_key(PLAIN_KIND.sub("", unaccented(split_kind(name)[1]), count=1))
