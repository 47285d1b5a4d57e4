"""The check of a view from an address against the register: an address may be old, mistyped or of another vintage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from data import clock
from data.loader import Tables
from queries import catalogue, gazetteer, lifetimes, observations, provenance, simulation
from queries.query import every_field, query
from queries.view import View
from wording import known_day_texts as knowledge_words
from wording import numbers
from wording import quick_filters as filter_words
from wording import shell_texts as words

Validated = tuple[View, list[str]]


def validate_view(view: View) -> Validated:
    """Return the view with every unknown value replaced, and a Vietnamese complaint for each replacement.

    A reform reuses codes for other units, so each code is looked up in the view's own vintage.
    """
    # The scenario changes with every move of a lever, and no step reads it.
    without = replace(view, scenario="")
    valid, complaints = _validated(without, simulation.is_offered(), clock.today())
    return replace(valid, scenario=view.scenario), [*complaints]


@query(every_field, keep=500)
def _validated(view: View, offered: bool, today: date) -> Validated:
    tables = catalogue.tables()
    complaints: list[str] = []
    # The order matters: each step relies on the fields that earlier steps have checked.
    steps: list[Callable[[View, Tables], Validated]] = [
        _vintage,
        _province,
        _locality,
        _level,
        _indicator,
        partial(_kind, offered=offered),
        partial(_known, today=today),
        _lists,
        _row,
        _spans,
        partial(_since, today=today),
    ]
    for step in steps:
        view, more = step(view, tables)
        complaints += more
    return view, complaints


@query()
def provinces_of(vintage: str) -> dict[str, str]:
    """Return code → name of the provinces that have a map in a vintage; read only."""
    register = catalogue.tables().localities
    here = (register["vintage"] == vintage) & (register["level"] == "province") & register["mapped"]
    mapped = register[here]
    return dict(zip(mapped["code"], mapped["name"], strict=True))


@query()
def areas_of(vintage: str) -> dict[str, str]:
    """Return code → name of the areas of a vintage; the country is the first, if all of it is mapped. Read only."""
    register = catalogue.tables().localities
    whole = register[(register["vintage"] == vintage) & (register["level"] == "country")]
    provinces = provinces_of(vintage)
    if vintage != gazetteer.whole_vintage():
        return provinces
    return dict(zip(whole["code"], whole["name"], strict=True)) | provinces


def successor_of(province: str, vintage: str) -> str:
    """Return the province of a vintage that holds most localities of a province of another vintage.

    An unknown code has no successor, and the country is no province: the answer is the default province, or the
    first one.
    """
    provinces, order = provinces_of(vintage), lifetimes.vintages()
    default = View().province if View().province in provinces else next(iter(provinces))
    if province == gazetteer.COUNTRY:
        return default
    nearest = sorted(order, key=lambda each: abs(order.index(each) - order.index(vintage)))
    for other in nearest[1:]:
        followed = _followed(other, province, vintage)
        counts = {
            code: int(gazetteer.within(vintage, code)["code"].isin(followed).sum()) for code in provinces
        }
        if any(counts.values()):
            return max(counts, key=counts.__getitem__)
    return default


def _followed(vintage: str, area: str, other: str) -> pd.Series:
    """Return the codes of the units of another vintage that hold land of an area."""
    ends = {vintage: "from", other: "to"} if vintage < other else {vintage: "to", other: "from"}
    links = catalogue.links()
    held = links[f"{ends[vintage]}_code"].isin(gazetteer.within(vintage, area)["code"])
    between = links[f"{ends[vintage]}_vintage"].eq(vintage) & links[f"{ends[other]}_vintage"].eq(other)
    return links.loc[held & between, f"{ends[other]}_code"]


def _vintage(view: View, tables: Tables) -> Validated:
    if view.vintage in set(tables.localities["vintage"]):
        return view, []
    usual = View().vintage
    complaint = words.UNKNOWN_VINTAGE.format(code=view.vintage, name=lifetimes.vintage_names()[usual])
    return replace(view, vintage=usual), [complaint]


def _province(view: View, _: Tables) -> Validated:
    provinces = provinces_of(view.vintage)
    if view.province in areas_of(view.vintage):
        return view, []
    successor = successor_of(view.province, view.vintage)
    complaint = words.UNKNOWN_PROVINCE.format(code=view.province, name=provinces[successor])
    return replace(view, province=successor), [complaint]


def _locality(view: View, _: Tables) -> Validated:
    inside = _inside(view)
    if view.district not in inside | _former(view):
        view = replace(view, district=None)
    if not view.locality or view.locality in inside:
        return view, []
    return replace(view, locality=None), [words.UNKNOWN_LOCALITY.format(code=view.locality)]


def _level(view: View, tables: Tables) -> Validated:
    register = tables.localities
    levels = set(register.loc[register["vintage"] == view.vintage, "level"])
    if view.province == gazetteer.COUNTRY:
        return replace(view, level=view.level if view.level in levels else "province", district=None), []
    return (view, []) if view.level in levels else (replace(view, level="commune", district=None), [])


def _indicator(view: View, tables: Tables) -> Validated:
    if view.indicator in set(tables.indicators["indicator"]):
        return view, []
    usual = View().indicator
    complaint = words.UNKNOWN_INDICATOR.format(
        code=view.indicator, name=catalogue.indicator(usual)["name_vi"]
    )
    return replace(view, indicator=usual), [complaint]


def _kind(view: View, _: Tables, offered: bool) -> Validated:
    if view.kind != "simulated" or offered:
        return view, []
    return replace(view, kind="real"), [words.SIMULATED_OFF]


def _known(view: View, _: Tables, today: date) -> Validated:
    """Check the past day whose knowledge the view shows. A view without one shows the knowledge of today."""
    if view.known is None or (view.kind == "real" and view.known < today):
        return view, []
    if view.kind == "simulated":
        complaints = [knowledge_words.SIMULATED]
    elif view.known > today:
        complaints = [knowledge_words.AHEAD.format(known=numbers.day(view.known))]
    else:
        complaints = []
    return replace(view, known=None), complaints


def _lists(view: View, tables: Tables) -> Validated:
    known = {
        "places": _inside(view) | set(provinces_of(view.vintage)),
        "measures": set(tables.indicators["indicator"]),
        "sources": set(provenance.sources(view)["source"]),
        "pillars": set(tables.indicators["pillar"]),
        "resolutions": set(tables.resolutions["resolution"]),
        "types": set(tables.localities["type"]),
        "areas": _inside(view) | _former(view),
    }
    complaints = []
    for field, codes in known.items():
        chosen = getattr(view, field)
        complaints += [words.UNKNOWN_IN_LIST.format(code=code) for code in chosen if code not in codes]
        changes: dict[str, Any] = {field: tuple(code for code in chosen if code in codes)}
        view = replace(view, **changes)
    return view, complaints


def _row(view: View, tables: Tables) -> Validated:
    """Check the row that the page Tiến độ explains: a target and a locality of the province."""
    if not view.row:
        return view, []
    target, locality = view.row if len(view.row) == 2 else ("", "")
    if target in set(tables.targets["target"]) and locality in _inside(view):
        return view, []
    return replace(view, row=()), [words.UNKNOWN_ROW]


def _spans(view: View, _: Tables) -> Validated:
    """Check the spans of the quick filters. No value lies in a span that ends before it starts."""
    complaints = []
    for name, label in filter_words.BACKWARDS_NAMES.items():
        low, high = getattr(view, f"{name}_from"), getattr(view, f"{name}_to")
        if low is not None and high is not None and low > high:
            ends = {"low": numbers.number(low, 2), "high": numbers.number(high, 2)}
            complaints.append(filter_words.BACKWARDS.format(name=label, **ends))
            open_end: dict[str, Any] = {f"{name}_to": None}
            view = replace(view, **open_end)
    return view, complaints


def _former(view: View) -> set[str]:
    return set(gazetteer.former_names(view.vintage, view.province))


def _since(view: View, _: Tables, today: date) -> Validated:
    """Check the day that the view is compared with: before its knowledge, or for simulated figures its day."""
    end = observations.as_of(view).date() if view.kind == "simulated" else view.known or today
    if view.since is None or view.since < end:
        return view, []
    return replace(view, since=None), [words.SINCE_AHEAD.format(since=numbers.day(view.since))]


def _inside(view: View) -> set[str]:
    return set(gazetteer.within(view.vintage, view.province)["code"])
