"""What an address asks for, held against the register: it may be old, mistyped, or written for the other vintage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd

from components import facts
from components.memory import remembered
from components.view import View
from data import clock
from data.loader import Tables
from wording import changes as change_words
from wording import knowledge as knowledge_words
from wording import numbers
from wording import quick_filters as filter_words
from wording import shell as words

Settled = tuple[View, list[str]]


def settle(wanted: View, tables: Tables) -> Settled:
    """Replace what the register does not know by what it knows, and say each replacement.

    Codes are reused under other names after the reform, so each is looked up in the view's own vintage.
    """
    # A lever is turned again and again, and no step looks at the scenario.
    bare = replace(wanted, scenario="")
    settled, complaints = _settled(bare, facts.simulated_is_offered(), clock.today(), tables)
    return replace(settled, scenario=wanted.scenario), [*complaints]


# Most runs look as the run before did, and the register does not change.
@remembered(500)
def _settled(wanted: View, offered: bool, today: date, _tables: Tables) -> Settled:  # noqa: ARG001 (parts of the key)
    tables = _tables
    complaints: list[str] = []
    # In this order: each step may rely on what the steps before have put right.
    steps: list[Callable[[View, Tables], Settled]] = [
        _vintage,
        _province,
        _locality,
        _level,
        _indicator,
        _kind,
        _known,
        _lists,
        _row,
        _spans,
        _since,
    ]
    for step in steps:
        wanted, said = step(wanted, tables)
        complaints += said
    return wanted, complaints


@remembered()
def provinces_of(vintage: str) -> dict[str, str]:
    """Return code → name of the provinces that have a map in a vintage; read only."""
    register = facts.tables().localities
    here = (register["vintage"] == vintage) & (register["level"] == "province") & register["mapped"]
    mapped = register[here]
    return dict(zip(mapped["code"], mapped["name"], strict=True))


@remembered()
def areas_of(vintage: str) -> dict[str, str]:
    """Return code → name of what can be looked at, the country first, where all of it is mapped; read only."""
    register = facts.tables().localities
    whole = register[(register["vintage"] == vintage) & (register["level"] == "country")]
    provinces = provinces_of(vintage)
    if vintage != facts.whole_vintage():
        return provinces
    return dict(zip(whole["code"], whole["name"], strict=True)) | provinces


def heir_of(province: str, vintage: str) -> str:
    """Return the province of a vintage that holds most of what a province of another vintage held.

    A code that no vintage knows has no heir: the usual province stands in, or the first one.
    """
    provinces, order = provinces_of(vintage), facts.vintages()
    nearest = sorted(order, key=lambda each: abs(order.index(each) - order.index(vintage)))
    for other in nearest[1:]:
        followed = _followed(other, province, vintage)
        found = {code: int(facts.register(vintage, code)["code"].isin(followed).sum()) for code in provinces}
        if any(found.values()):
            return max(found, key=found.__getitem__)
    return View().province if View().province in provinces else next(iter(provinces))


def _followed(vintage: str, area: str, other: str) -> pd.Series:
    """List the codes in another vintage that hold land of an area and what lies in it."""
    ends = {vintage: "from", other: "to"} if vintage < other else {vintage: "to", other: "from"}
    links = facts.links()
    held = links[f"{ends[vintage]}_code"].isin(facts.register(vintage, area)["code"])
    between = links[f"{ends[vintage]}_vintage"].eq(vintage) & links[f"{ends[other]}_vintage"].eq(other)
    return links.loc[held & between, f"{ends[other]}_code"]


def _vintage(wanted: View, tables: Tables) -> Settled:
    if wanted.vintage in set(tables.localities["vintage"]):
        return wanted, []
    usual = View().vintage
    said = words.UNKNOWN_VINTAGE.format(code=wanted.vintage, name=facts.vintage_names()[usual])
    return replace(wanted, vintage=usual), [said]


def _province(wanted: View, _: Tables) -> Settled:
    provinces = provinces_of(wanted.vintage)
    if wanted.province in areas_of(wanted.vintage):
        return wanted, []
    found = heir_of(wanted.province, wanted.vintage)
    said = words.UNKNOWN_PROVINCE.format(code=wanted.province, name=provinces[found])
    return replace(wanted, province=found), [said]


def _locality(wanted: View, _: Tables) -> Settled:
    inside = _inside(wanted)
    if wanted.district not in inside | _former(wanted):
        wanted = replace(wanted, district=None)
    if not wanted.locality or wanted.locality in inside:
        return wanted, []
    return replace(wanted, locality=None), [words.UNKNOWN_LOCALITY.format(code=wanted.locality)]


def _level(wanted: View, tables: Tables) -> Settled:
    register = tables.localities
    levels = set(register.loc[register["vintage"] == wanted.vintage, "level"])
    if wanted.province == facts.COUNTRY:
        return replace(
            wanted, level=wanted.level if wanted.level in levels else "province", district=None
        ), []
    return (wanted, []) if wanted.level in levels else (replace(wanted, level="commune", district=None), [])


def _indicator(wanted: View, tables: Tables) -> Settled:
    if wanted.indicator in set(tables.indicators["indicator"]):
        return wanted, []
    usual = View().indicator
    said = words.UNKNOWN_INDICATOR.format(code=wanted.indicator, name=facts.indicator(usual)["name_vi"])
    return replace(wanted, indicator=usual), [said]


def _kind(wanted: View, _: Tables) -> Settled:
    if wanted.kind != "simulated" or facts.simulated_is_offered():
        return wanted, []
    return replace(wanted, kind="real"), [words.SIMULATED_OFF]


def _known(wanted: View, _: Tables) -> Settled:
    """Settle the day looked back to; today's knowledge is what one sees anyway."""
    if wanted.known is None or (wanted.kind == "real" and wanted.known < clock.today()):
        return wanted, []
    if wanted.kind == "simulated":
        said = [knowledge_words.SIMULATED]
    elif wanted.known > clock.today():
        said = [knowledge_words.AHEAD.format(known=numbers.day(wanted.known))]
    else:
        said = []
    return replace(wanted, known=None), said


def _lists(wanted: View, tables: Tables) -> Settled:
    known = {
        "places": _inside(wanted) | set(provinces_of(wanted.vintage)),
        "measures": set(tables.indicators["indicator"]),
        "sources": set(facts.sources(wanted)["source"]),
        "pillars": set(tables.indicators["pillar"]),
        "resolutions": set(tables.resolutions["resolution"]),
        "types": set(tables.localities["type"]),
        "areas": _inside(wanted) | _former(wanted),
    }
    complaints = []
    for field, codes in known.items():
        asked = getattr(wanted, field)
        complaints += [words.UNKNOWN_IN_LIST.format(code=code) for code in asked if code not in codes]
        wanted = replace(wanted, **{field: tuple(code for code in asked if code in codes)})
    return wanted, complaints


def _row(wanted: View, tables: Tables) -> Settled:
    """Settle the explained row of Tiến độ: a target and a locality of the province."""
    if not wanted.row:
        return wanted, []
    target, locality = wanted.row if len(wanted.row) == 2 else ("", "")
    if target in set(tables.targets["target"]) and locality in _inside(wanted):
        return wanted, []
    return replace(wanted, row=()), [words.UNKNOWN_ROW]


def _spans(wanted: View, _: Tables) -> Settled:
    """Settle the spans of the quick filters: one that ends before it starts lets nothing through."""
    complaints = []
    for name, said in filter_words.BACKWARDS_NAMES.items():
        low, high = getattr(wanted, f"{name}_from"), getattr(wanted, f"{name}_to")
        if low is not None and high is not None and low > high:
            ends = {"low": numbers.number(low, 2), "high": numbers.number(high, 2)}
            complaints.append(filter_words.BACKWARDS.format(name=said, **ends))
            wanted = replace(wanted, **{f"{name}_to": None})
    return wanted, complaints


def _former(wanted: View) -> set[str]:
    return set(facts.former_names(wanted.vintage, wanted.province))


def _since(wanted: View, _: Tables) -> Settled:
    """Settle the day changes are counted from: before what is looked at, or for real figures before today."""
    end = facts.as_of(wanted).date() if wanted.kind == "simulated" else wanted.known or clock.today()
    if wanted.since is None or wanted.since < end:
        return wanted, []
    return replace(wanted, since=None), [change_words.AHEAD.format(since=numbers.day(wanted.since))]


def _inside(wanted: View) -> set[str]:
    return set(facts.register(wanted.vintage, wanted.province)["code"])
