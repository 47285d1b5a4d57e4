"""A locality over time: its own figures, those of the same unit before a reform, and those continued over it."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators import continuation
from indicators.succession import FROM, TO, former_areas, links, reverse
from queries import catalogue, gazetteer, lifetimes, observations, provenance
from queries.locality_figures import LOCALITY, code_of, figures, records, register_row, with_indicator
from queries.query import query
from queries.view import View
from wording import figure_texts, lists
from wording import reform_texts as reform_words
from wording.numbers import quantity

_KEY = ["indicator", *continuation.PERIOD]


@query(*LOCALITY, keep=300)
def time_series(view: View) -> pd.DataFrame:
    """Return the preferred numbers of the locality over time, with those of other vintages.

    A unit that a reform left unchanged (Điện Biên, a commune that was not merged) is the same place: its series goes
    on. A figure that is computed from the units of another vintage is marked as ``continued``.

    Returns
    -------
    DataFrame
        Columns of ``locality_figures.figures`` and ``continued`` (bool: derived, or simulated outside the life of the
        vintage), ``low``, ``high``; in order of time within each indicator.
    """
    first, last = lifetimes.lifetime(view.vintage)
    own = figures(view)
    own = own.assign(continued=~own["period_end"].between(first, last) & (view.kind == "simulated"))
    same = [
        figures(_at(view, vintage, other)).assign(continued=False) for vintage, other in _same_elsewhere(view)
    ]
    derived = continued(view)
    others = [each for each in (*same, derived[derived["reason"].eq("")]) if len(each)]
    rows = pd.concat([*others, own], ignore_index=True)
    rows = rows[rows["preferred"] & rows["value"].notna()]
    rows = rows.drop_duplicates(["indicator", "period_start", "period_end"], keep="last")
    return rows.sort_values(["pillar_order", "indicator_order", "period_end"], kind="stable")


@query(*LOCALITY, keep=300)
def trends(view: View) -> list[tuple[pd.Series, pd.DataFrame]]:
    """Return, for each indicator with two or more observations, the last row and all rows."""
    rows = time_series(view)
    if view.pillars:
        rows = rows[rows["pillar"].isin(view.pillars)]
    many = rows.groupby("indicator")["period_end"].transform("nunique").ge(2)
    return [(group.iloc[-1], group) for _, group in rows[many].groupby("indicator", sort=False)]


@query(*LOCALITY, keep=300)
def singles(view: View) -> pd.DataFrame:
    """Return the figures of the core indicators that have one observation only."""
    rows = time_series(view)
    alone = rows.groupby("indicator")["period_end"].transform("nunique").eq(1)
    return rows[alone & rows["tier"].eq("core")]


@query(*LOCALITY, keep=300)
def continued(view: View) -> pd.DataFrame:
    """Return the figures of other vintages continued on this locality. They are computed on demand, never stored.

    The simulated set has figures of both vintages, so none of its figures is continued.

    Returns
    -------
    DataFrame
        Columns of ``continuation.continued``, the indicator's, the texts of ``locality_figures.figures``,
        ``count_shown`` (parts with a figure, "2/3"), ``told_shown`` (the working or the refusal), ``mean_shown`` (the
        mean by the ministry's method, or why there is none). If ``reason`` is not empty, the figure can't be
        continued and ``value`` is missing.
    """
    found = [] if view.kind == "simulated" else [_from(view, each) for each in lifetimes.vintages()]
    found = [each for each in found if len(each)]
    rows = (
        pd.concat(found, ignore_index=True)
        if found
        else pd.DataFrame(columns=[*continuation.COLUMNS, "mean", "mean_reason"])
    )
    rows = with_indicator(rows.assign(working_shown=rows.get("working_shown", "")))
    return rows.assign(**_texts(rows))


def _at(view: View, vintage: str, other: str) -> View:
    """Return the view of a locality of another vintage on the same day."""
    province = gazetteer.province_of(vintage, other)
    return replace(
        view, vintage=vintage, province=province, locality=other, as_of=observations.as_of(view).date()
    )


def _same_elsewhere(view: View) -> list[tuple[str, str]]:
    """List vintage and code of the same unit in other vintages."""
    if view.kind == "simulated":
        return []
    same = catalogue.links().query("same")
    before = same[same["to_vintage"].eq(view.vintage) & same["to_code"].eq(code_of(view))]
    after = same[same["from_vintage"].eq(view.vintage) & same["from_code"].eq(code_of(view))]
    found = pd.concat([before[FROM].set_axis(TO, axis=1), after[TO]])
    return list(found.itertuples(index=False, name=None))


def _from(view: View, vintage: str) -> pd.DataFrame:
    """Continue the figures of one other vintage on the locality, with the working and the unweighted mean."""
    if vintage == view.vintage or vintage in {each for each, _ in _same_elsewhere(view)}:
        return pd.DataFrame()
    crosswalk = _links(vintage, view.vintage, register_row(view)["level"])
    mine = crosswalk[crosswalk["to_code"].eq(code_of(view))]
    reported = _reported(view, vintage, mine["from_code"])
    if reported.empty:
        return pd.DataFrame()
    t = catalogue.tables()
    apportioned = continuation.apportion(reported, mine, t.localities, t.indicators)
    means = continuation.mean_of_parts(apportioned, mine, t.localities)[[*_KEY, "value", "reason"]]
    rows = continuation.continued(apportioned, mine, t.localities)
    rows = rows.merge(
        means.rename(columns={"value": "mean", "reason": "mean_reason"}), on=_KEY, validate="1:1"
    )
    names = t.localities[t.localities["vintage"].eq(vintage)].set_index("code")["name"]
    parts = dict(iter(apportioned.assign(name=apportioned["locality"].map(names)).groupby(_KEY)))
    return rows.assign(
        working_shown=[
            reform_words.calculation(row, records(parts[tuple(row[name] for name in _KEY)]))
            for row in records(rows)
        ]
    )


@query()
def _links(vintage: str, to: str, level: str) -> pd.DataFrame:
    """Return the links by which one vintage's figures are continued on a level of another."""
    if vintage < to:
        return links(catalogue.tables().succession, vintage, to)
    reversed_links = reverse(links(catalogue.tables().succession, to, vintage), catalogue.tables().localities)
    return (
        former_areas(reversed_links, catalogue.tables().localities) if level == "district" else reversed_links
    )


def _reported(view: View, vintage: str, codes: pd.Series) -> pd.DataFrame:
    """Return the observations of some units of another vintage that ended by the view's day."""
    first = {gazetteer.province_of(vintage, each): each for each in codes}
    every = [observations.of_view(_at(view, vintage, first[each])) for each in sorted(first)]
    every = [each[each["locality"].isin(codes)] for each in every]
    rows = pd.concat(every, ignore_index=True) if every else observations.of_view(view).iloc[:0]
    return rows[rows["period_end"].le(observations.as_of(view))]


def _texts(frame: pd.DataFrame) -> dict[str, Any]:
    rows, titles = records(frame), provenance.source_titles()
    return {
        "value_shown": [reform_words.continued_figure(row) for row in rows],
        "parts_shown": [figure_texts.parts(row) for row in rows],
        "period_shown": [figure_texts.period(row["period_start"], row["period_end"]) for row in rows],
        "source_shown": [
            lists.comma_list([titles.get(each, each) for each in row["sources"]]) for row in rows
        ],
        "count_shown": [reform_words.COUNT.format(**row) for row in rows],
        "told_shown": [row["reason"] or row["working_shown"] for row in rows],
        "mean_shown": [
            row["mean_reason"] or quantity(row["mean"], row["unit"], int(row["decimals"])) for row in rows
        ],
        "note": frame["working_shown"],
        "origin_shown": reform_words.DERIVED,
        "basis_shown": "",
        "value_basis_shown": "",
        "other_shown": "",
        "address": "",
        "continued": True,
        "preferred": True,
    }
