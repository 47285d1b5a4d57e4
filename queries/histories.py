"""A locality over time: its own figures, those of the same place before a reform, and those continued over it."""

from dataclasses import replace

import pandas as pd

from indicators import continuation
from indicators.succession import FROM, TO, back, former_areas, links
from queries import catalogue, gazetteer, lifetimes, observations, provenance
from queries.locality_figures import LOCALITY, code_of, figures, register_row, with_indicator
from queries.query import query
from queries.view import View
from wording import figure_texts, lists
from wording import reform_texts as reform_words
from wording.numbers import quantity

_KEY = ["indicator", *continuation.PERIOD]


@query(*LOCALITY, keep=300)
def histories(view: View) -> pd.DataFrame:
    """Return the preferred numbers of the locality over time, through the reforms as far as they can be followed.

    A unit that went over whole and alone (Điện Biên, a commune that was not merged) is the same place under a new
    administration: its line goes on. What others handed over is continued and marked so.

    Returns
    -------
    DataFrame
        Columns of ``profile.figures`` and ``continued`` (derived, or outside the life of the vintage), ``low``,
        ``high``, in order of time within each indicator.
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
def series(view: View) -> list[tuple[pd.Series, pd.DataFrame]]:
    """Return each indicator with two or more observations: its last row, and its history for a trend."""
    rows = histories(view)
    if view.pillars:
        rows = rows[rows["pillar"].isin(view.pillars)]
    many = rows.groupby("indicator")["period_end"].transform("nunique").ge(2)
    return [(group.iloc[-1], group) for _, group in rows[many].groupby("indicator", sort=False)]


@query(*LOCALITY, keep=300)
def singles(view: View) -> pd.DataFrame:
    """Return the core figures that have one observation only: a point makes no line."""
    rows = histories(view)
    alone = rows.groupby("indicator")["period_end"].transform("nunique").eq(1)
    return rows[alone & rows["tier"].eq("core")]


@query(*LOCALITY, keep=300)
def continued(view: View) -> pd.DataFrame:
    """Return what the units of other vintages report, continued on this one: derived, never stored.

    Simulated figures are drawn for both vintages already.

    Returns
    -------
    DataFrame
        Columns of ``continuation.continued``, the indicator's, the texts of ``profile.figures``, ``count_shown`` (parts
        with a figure, "2/3"), ``told_shown`` (the working or the refusal), ``mean_shown`` (the ministry's way, or why
        there is none). Where ``reason`` is not empty the figure can't be continued, and ``value`` is missing.
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
    """Look at a place of another vintage from the same day."""
    province = gazetteer.province_of(vintage, other)
    return replace(
        view, vintage=vintage, province=province, locality=other, as_of=observations.as_of(view).date()
    )


def _same_elsewhere(view: View) -> list[tuple[str, str]]:
    """List the vintages and codes under which the register has this very place."""
    if view.kind == "simulated":
        return []
    same = catalogue.links().query("same")
    before = same[same["to_vintage"].eq(view.vintage) & same["to_code"].eq(code_of(view))]
    after = same[same["from_vintage"].eq(view.vintage) & same["from_code"].eq(code_of(view))]
    found = pd.concat([before[FROM].set_axis(TO, axis=1), after[TO]])
    return list(found.itertuples(index=False, name=None))


def _from(view: View, vintage: str) -> pd.DataFrame:
    """Continue the figures of one other vintage on the locality, with their working and the ministry's mean."""
    if vintage == view.vintage or vintage in {each for each, _ in _same_elsewhere(view)}:
        return pd.DataFrame()
    found = _handing(vintage, view.vintage, register_row(view)["level"])
    mine = found[found["to_code"].eq(code_of(view))]
    reported = _reported(view, vintage, mine["from_code"])
    if reported.empty:
        return pd.DataFrame()
    t = catalogue.tables()
    handed = continuation.hand_over(reported, mine, t.localities, t.indicators)
    means = continuation.mean_of_parts(handed, mine, t.localities)[[*_KEY, "value", "reason"]]
    rows = continuation.continued(handed, mine, t.localities)
    rows = rows.merge(
        means.rename(columns={"value": "mean", "reason": "mean_reason"}), on=_KEY, validate="1:1"
    )
    names = t.localities[t.localities["vintage"].eq(vintage)].set_index("code")["name"]
    parts = dict(iter(handed.assign(name=handed["locality"].map(names)).groupby(_KEY)))
    return rows.assign(
        working_shown=[
            reform_words.calculation(row, parts[tuple(row[name] for name in _KEY)].to_dict("records"))
            for row in rows.to_dict("records")
        ]
    )


@query()
def _handing(vintage: str, to: str, level: str) -> pd.DataFrame:
    """Return the links by which one vintage's figures are continued on a level of another."""
    if vintage < to:
        return links(catalogue.tables().succession, vintage, to)
    turned = back(links(catalogue.tables().succession, to, vintage), catalogue.tables().localities)
    return former_areas(turned, catalogue.tables().localities) if level == "district" else turned


def _reported(view: View, vintage: str, codes: pd.Series) -> pd.DataFrame:
    """Return what the units of another vintage reported by the view's day."""
    first = {gazetteer.province_of(vintage, each): each for each in codes}
    every = [observations.observations(_at(view, vintage, first[each])) for each in sorted(first)]
    every = [each[each["locality"].isin(codes)] for each in every]
    rows = pd.concat(every, ignore_index=True) if every else observations.observations(view).iloc[:0]
    return rows[rows["period_end"].le(observations.as_of(view))]


def _texts(rows: pd.DataFrame) -> dict[str, object]:
    records, titles = rows.to_dict("records"), provenance.source_titles()
    return {
        "value_shown": [reform_words.continued_figure(row) for row in records],
        "parts_shown": [figure_texts.parts(row) for row in records],
        "period_shown": [figure_texts.period(row["period_start"], row["period_end"]) for row in records],
        "source_shown": [
            lists.comma_list([titles.get(each, each) for each in row["sources"]]) for row in records
        ],
        "count_shown": [reform_words.COUNT.format(**row) for row in records],
        "told_shown": [row["reason"] or row["working_shown"] for row in records],
        "mean_shown": [
            row["mean_reason"] or quantity(row["mean"], row["unit"], int(row["decimals"])) for row in records
        ],
        "note": rows["working_shown"],
        "origin_shown": reform_words.DERIVED,
        "basis_shown": "",
        "other_shown": "",
        "address": "",
        "continued": True,
        "preferred": True,
    }
