"""One locality: its row of the register, and every figure it reported."""

from typing import Any

import pandas as pd

from queries import catalogue, gazetteer, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import figure_texts as words
from wording import lists, pillars

_FIGURE_ORDER = ["pillar_order", "indicator_order", "period_end", "preferred"]


def code_of(view: View) -> str:
    """Return the code of the locality looked at; without a choice, that of the province itself."""
    return view.locality or view.province


def chosen_locality(view: View) -> dict[str, Any]:
    """Return the locality looked at, chosen or not. The country itself is shown without its communes."""
    return {"locality": code_of(view), "level": "province"}


# What the page of a locality depends on: to open another section computes nothing anew.
LOCALITY = (dataset, viewed_day, chosen_locality, "indicator", "pillars")


@query(*LOCALITY, keep=300)
def register_row(view: View) -> pd.Series:
    """Return the register's row of the locality looked at, with its ``short`` name."""
    register = gazetteer.within(view.vintage, view.province)
    return register[register["code"] == code_of(view)].iloc[0]


def with_indicator(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each indicator's name, unit, decimals and pillar, in the order of the pillars and of the table."""
    about = catalogue.tables().indicators
    about = about.assign(
        indicator_order=range(len(about)),
        pillar_order=about["pillar"].map({name: place for place, name in enumerate(pillars.NAMES)}),
        pillar_shown=about["pillar"].map(pillars.NAMES),
    ).rename(columns={"name_vi": "indicator_shown"})
    columns = ["indicator", "indicator_shown", "unit", "decimals", "minimum", "maximum", "pillar"]
    columns += ["pillar_shown", "indicator_order", "pillar_order", "tier"]
    rows = rows.drop(columns=[each for each in ("unit", "decimals", "minimum", "maximum") if each in rows])
    rows = rows.merge(about[columns], "left", on="indicator", validate="m:1")
    return rows.sort_values(["pillar_order", "indicator_order"], kind="stable").reset_index(drop=True)


@query(*LOCALITY, keep=300)
def figures(view: View) -> pd.DataFrame:
    """Return every figure of the locality that ended by the view's day, core and context, the newest first in each.

    Returns
    -------
    DataFrame
        Columns of ``observations``, the indicator's, ``address`` ("" where the source has none on the web),
        and the texts of ``wording.locality.FIGURE_HEADINGS``. A figure that is not ``preferred`` is another
        source's word on the same period.
    """
    every, day = observations.observations(view), observations.as_of(view)
    rows = with_indicator(every[every["locality"].eq(code_of(view)) & every["period_end"].le(day)])
    rows = rows.sort_values(_FIGURE_ORDER, ascending=[True, True, False, False], kind="stable")
    rows = rows.merge(_links(view), "left", on="source", validate="m:1")
    records = rows.to_dict("records")
    rows = rows.assign(
        value_shown=[words.value(row) for row in records],
        parts_shown=[words.parts(row) for row in records],
        period_shown=[words.period(row["period_start"], row["period_end"]) for row in records],
        basis_shown=rows["period_basis"].map(words.PERIOD_BASES),
        source_shown=provenance.sources_shown(rows["source"]),
        origin_shown=rows["origin"].map(words.ORIGINS),
        note=rows["note"].fillna(""),
    )
    second = words.ORIGIN_OTHER.format(origin="{}")
    labels = [
        origin if preferred else second.format(origin)
        for origin, preferred in zip(rows["origin_shown"], rows["preferred"], strict=True)
    ]
    return rows.assign(origin_shown=labels, other_shown=_others(rows)).reset_index(drop=True)


def _links(view: View) -> pd.DataFrame:
    sources = provenance.sources(view)[["source", "address"]]
    return sources.assign(address=sources["address"].where(sources["address"].str.startswith("http"), ""))


def _others(rows: pd.DataFrame) -> list[str]:
    """Say beside each figure what the other sources have for the same indicator and period."""
    key = ["indicator", "period_start", "period_end"]
    texts = pd.Series(
        [
            words.OTHER.format(value=value, source=source)
            for value, source in zip(rows["value_shown"], rows["source_shown"], strict=True)
        ],
        rows.index,
        dtype="str",
    )
    found = dict.fromkeys(rows.index, "")
    for _, group in rows[rows.duplicated(key, keep=False)].groupby(key, sort=False):
        for each in group.index:
            found[each] = lists.semicolon_list([texts[other] for other in group.index if other != each])
    return [found[each] for each in rows.index]
