"""The check of a view from an address against the register: an address may be old, mistyped or of another vintage.

What reaches a page is checked here, or when the address was read (``queries.address``); no page checks it again.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from data import clock
from data.loader import Tables
from indicators import scenario_code
from queries import catalogue, gazetteer, lifetimes, observations, provenance, scenario_set, simulation
from queries.address import Dropped, unusable
from queries.query import every_field, query
from queries.view import View
from wording import address_messages as words
from wording import known_day_texts as knowledge_words
from wording import numbers
from wording import quick_filters as filter_words
from wording.places import LEVEL_NAMES

Validated = tuple[View, list[Dropped]]


def validate_view(view: View, given: frozenset[str] = frozenset()) -> Validated:
    """Return the view with every unknown value replaced, and what was dropped of the view.

    A reform reuses codes for other units, so each code is looked up in the view's own vintage.

    Parameters
    ----------
    view : View
        Of an address, or changed by a choice on screen.
    given : frozenset of str
        The fields that an address names. Level and district follow a change of vintage or province without a word,
        unless somebody has asked for them.
    """
    # The scenario changes with every move of a lever, and the steps before it do not read it.
    without = replace(view, scenario="", alternative=1)
    valid, dropped = _validated(without, given, simulation.is_offered(), clock.today())
    valid, more = _scenario(replace(valid, scenario=view.scenario, alternative=view.alternative))
    return valid, [*dropped, *more]


@query(every_field, keep=500)
def _validated(view: View, given: frozenset[str], offered: bool, today: date) -> Validated:
    tables = catalogue.tables()
    dropped: list[Dropped] = []
    # The order matters: each step relies on the fields that earlier steps have checked.
    steps: list[Callable[[View, Tables], Validated]] = [
        _vintage,
        _province,
        partial(_district, given=given),
        _locality,
        partial(_level, given=given),
        _indicator,
        _target,
        partial(_kind, offered=offered),
        partial(_known, today=today),
        _lists,
        _row,
        _spans,
        partial(_since, today=today),
    ]
    for step in steps:
        view, more = step(view, tables)
        dropped += more
    return view, dropped


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


def _dropped(field: str, template: str, text: object = "", **shown: object) -> list[Dropped]:
    return [Dropped(field, template.format(text=words.shortened(str(text)), **shown))]


def _vintage(view: View, tables: Tables) -> Validated:
    if view.vintage in set(tables.localities["vintage"]):
        return view, []
    usual = View().vintage
    name = lifetimes.vintage_names()[usual]
    return replace(view, vintage=usual), _dropped("vintage", words.UNKNOWN_VINTAGE, view.vintage, name=name)


def _province(view: View, _: Tables) -> Validated:
    if view.province in areas_of(view.vintage):
        return view, []
    successor = successor_of(view.province, view.vintage)
    name = provinces_of(view.vintage)[successor]
    return replace(view, province=successor), _dropped(
        "province", words.UNKNOWN_PROVINCE, view.province, name=name
    )


def _district(view: View, _: Tables, given: frozenset[str]) -> Validated:
    """Check the district that is looked into. The country is looked into by its provinces."""
    known = set() if view.province == gazetteer.COUNTRY else _inside(view) | _former(view)
    if view.district is None or view.district in known:
        return view, []
    dropped = _dropped("district", words.UNKNOWN_DISTRICT, view.district) if "district" in given else []
    return replace(view, district=None), dropped


def _locality(view: View, _: Tables) -> Validated:
    if view.locality is None or view.locality in _inside(view):
        return view, []
    return replace(view, locality=None), _dropped("locality", words.UNKNOWN_LOCALITY, view.locality)


def _level(view: View, _: Tables, given: frozenset[str]) -> Validated:
    """Check that the vintage has the level. A district is looked into by its communes only."""
    levels = ["commune"] if view.district else gazetteer.levels(view.vintage)
    if view.level in levels:
        return view, []
    level = "province" if view.province == gazetteer.COUNTRY else "commune"
    names = {"level": LEVEL_NAMES[view.level], "shown": LEVEL_NAMES[level]}
    dropped = _dropped("level", words.UNKNOWN_LEVEL, **names) if "level" in given else []
    return replace(view, level=level), dropped


def _indicator(view: View, tables: Tables) -> Validated:
    if view.indicator in set(tables.indicators["indicator"]):
        return view, []
    usual = View().indicator
    name = catalogue.indicator(usual)["name_vi"]
    return replace(view, indicator=usual), _dropped(
        "indicator", words.UNKNOWN_INDICATOR, view.indicator, name=name
    )


def _target(view: View, tables: Tables) -> Validated:
    if view.target is None or view.target in set(tables.targets["target"]):
        return view, []
    return replace(view, target=None), _dropped("target", words.UNKNOWN_TARGET, view.target)


def _kind(view: View, _: Tables, offered: bool) -> Validated:
    if view.kind != "simulated" or offered:
        return view, []
    return replace(view, kind="real"), _dropped("kind", words.SIMULATED_OFF)


def _known(view: View, _: Tables, today: date) -> Validated:
    """Check the past day whose knowledge the view shows. A view without one shows the knowledge of today."""
    if view.known is None or (view.kind == "real" and view.known < today):
        return view, []
    if view.kind == "simulated":
        dropped = _dropped("known", knowledge_words.SIMULATED)
    elif view.known > today:
        dropped = _dropped("known", knowledge_words.AHEAD, known=numbers.day(view.known))
    else:
        dropped = []
    return replace(view, known=None), dropped


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
    dropped = []
    for field, codes in known.items():
        chosen = getattr(view, field)
        if unknown := [code for code in chosen if code not in codes]:
            dropped.append(unusable(field, ", ".join(unknown), words.UNKNOWN_IN_LIST))
        changes: dict[str, Any] = {field: tuple(code for code in chosen if code in codes)}
        view = replace(view, **changes)
    return view, dropped


def _row(view: View, tables: Tables) -> Validated:
    """Check the row that the page Tiến độ explains: a target and a locality of the province."""
    if not view.row:
        return view, []
    target, locality = view.row
    if target in set(tables.targets["target"]) and locality in _inside(view):
        return view, []
    return replace(view, row=()), _dropped("row", words.UNKNOWN_ROW, ", ".join(view.row))


def _spans(view: View, _: Tables) -> Validated:
    """Check the spans of the quick filters. No value lies in a span that ends before it starts."""
    dropped = []
    for name, label in filter_words.BACKWARDS_NAMES.items():
        low, high = getattr(view, f"{name}_from"), getattr(view, f"{name}_to")
        if low is not None and high is not None and low > high:
            ends = {"low": numbers.number(low, 2), "high": numbers.number(high, 2)}
            dropped += _dropped(f"{name}_to", filter_words.BACKWARDS, name=label, **ends)
            open_end: dict[str, Any] = {f"{name}_to": None}
            view = replace(view, **open_end)
    return view, dropped


def _former(view: View) -> set[str]:
    return set(gazetteer.former_names(view.vintage, view.province))


def _since(view: View, _: Tables, today: date) -> Validated:
    """Check the day that the view is compared with: before its knowledge, or for simulated figures its day."""
    end = observations.as_of(view).date() if view.kind == "simulated" else view.known or today
    if view.since is None or view.since < end:
        return view, []
    return replace(view, since=None), _dropped("since", words.SINCE_AHEAD, since=numbers.day(view.since))


def _scenario(view: View) -> Validated:
    """Check that the scenarios can be read and applied, and that the current one is among them or new."""
    if damages := scenario_set.damages(view):
        left = replace(view, scenario="", alternative=1)
        return left, [Dropped("scenario", each) for each in damages] + _other_alternative(view, 1)
    applicable, unknown = scenario_set.applicable(view)
    if unknown:
        view = replace(view, scenario=scenario_code.encode(applicable))
    dropped = [Dropped("scenario", each) for each in unknown]
    current = scenario_set.current_number(view)
    return replace(view, alternative=current), dropped + _other_alternative(view, current)


def _other_alternative(view: View, current: int) -> list[Dropped]:
    """Return what is told where another scenario is drawn than the address names."""
    if view.alternative == current:
        return []
    return _dropped("alternative", words.UNKNOWN_ALTERNATIVE, view.alternative, shown=current)


def _inside(view: View) -> set[str]:
    return set(gazetteer.within(view.vintage, view.province)["code"])
