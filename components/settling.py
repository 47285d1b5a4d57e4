"""What an address asks for, held against the register: it may be old, mistyped, or written for the other vintage."""

from dataclasses import replace

from components import facts
from components.view import View
from data.loader import Tables
from wording import shell as words


def settle(wanted: View, tables: Tables) -> tuple[View, list[str]]:
    """Replace what the register does not know by what it knows, and say each replacement.

    Codes are reused under other names after the reform, so each is looked up in the view's own vintage.
    """
    complaints = []
    if wanted.vintage not in words.VINTAGES:
        usual = View().vintage
        complaints.append(words.UNKNOWN_VINTAGE.format(code=wanted.vintage, name=words.VINTAGES[usual]))
        wanted = replace(wanted, vintage=usual)
    provinces = provinces_of(tables, wanted.vintage)
    if wanted.province not in provinces:
        first = View().province if View().province in provinces else next(iter(provinces))
        complaints.append(words.UNKNOWN_PROVINCE.format(code=wanted.province, name=provinces[first]))
        wanted = replace(wanted, province=first)
    inside = set(facts.register(wanted.vintage, wanted.province)["code"])
    if wanted.locality and wanted.locality not in inside:
        complaints.append(words.UNKNOWN_LOCALITY.format(code=wanted.locality))
        wanted = replace(wanted, locality=None)
    if wanted.district not in inside:
        wanted = replace(wanted, district=None)
    if wanted.indicator not in set(tables.indicators["indicator"]):
        usual = View().indicator
        complaints.append(words.UNKNOWN_INDICATOR.format(code=wanted.indicator, name=usual))
        wanted = replace(wanted, indicator=usual)
    if wanted.vintage == "2025-07" and wanted.level == "district":
        wanted = replace(wanted, level="commune", district=None)
    if wanted.kind == "simulated" and not facts.simulated_is_offered():
        complaints.append(words.SIMULATED_OFF)
        wanted = replace(wanted, kind="real")
    known = {
        "places": inside | set(provinces),
        "measures": set(tables.indicators["indicator"]),
        "sources": {*tables.sources["source"], "simulated"},
        "pillars": set(tables.indicators["pillar"]),
        "resolutions": set(tables.resolutions["resolution"]),
        "types": set(tables.localities["type"]),
    }
    for field, codes in known.items():
        unknown = [code for code in getattr(wanted, field) if code not in codes]
        kept = tuple(code for code in getattr(wanted, field) if code in codes)
        complaints += [words.UNKNOWN_IN_LIST.format(code=code) for code in unknown]
        wanted = replace(wanted, **{field: kept})
    if wanted.row and not _is_row(wanted.row, set(tables.targets["target"]), inside):
        complaints.append(words.UNKNOWN_ROW)
        wanted = replace(wanted, row=())
    return wanted, complaints


def _is_row(row: tuple[str, ...], targets: set[str], localities: set[str]) -> bool:
    return len(row) == 2 and row[0] in targets and row[1] in localities


def provinces_of(tables: Tables, vintage: str) -> dict[str, str]:
    """Return code → name of the provinces that have a map in a vintage."""
    register = tables.localities
    mapped = register[
        (register["vintage"] == vintage) & (register["level"] == "province") & register["mapped"]
    ]
    return dict(zip(mapped["code"], mapped["name"], strict=True))
