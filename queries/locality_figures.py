"""One locality: its row of the register, and all figures it reported."""

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
    """Return the code of the chosen locality; if none is chosen, the code of the province."""
    return view.locality or view.province


def chosen_locality(view: View) -> dict[str, Any]:
    """Return the fields that name the chosen locality. The country is shown without its communes."""
    return {"locality": code_of(view), "level": "province"}


# The answers about a locality do not depend on the open section of its page.
LOCALITY = (dataset, viewed_day, chosen_locality, "indicator", "pillars")


@query(*LOCALITY, keep=300)
def register_row(view: View) -> pd.Series:
    """Return the row of the chosen locality in the register, with its ``short`` name."""
    register = gazetteer.within(view.vintage, view.province)
    return register[register["code"] == code_of(view)].iloc[0]


def with_indicator(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each indicator's name, unit, decimals and pillar; rows in the order of the pillars and of the table."""
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
    """Return every figure of the locality that ended by the view's day, the newest first within each indicator.

    Returns
    -------
    DataFrame
        Columns of ``observations``, the indicator's, ``address`` ("" if the source has none on the web), and texts
        (``value_shown``, ``period_shown``, ``source_shown`` …). A figure that is not ``preferred`` is the one of
        another source for the same period.
    """
    every, day = observations.of_view(view), observations.as_of(view)
    rows = with_indicator(every[every["locality"].eq(code_of(view)) & every["period_end"].le(day)])
    rows = rows.sort_values(_FIGURE_ORDER, ascending=[True, True, False, False], kind="stable")
    rows = rows.merge(_links(view), "left", on="source", validate="m:1")
    written = records(rows)
    rows = rows.assign(
        value_shown=[words.value(row) for row in written],
        parts_shown=[words.parts(row) for row in written],
        period_shown=[words.period(row["period_start"], row["period_end"]) for row in written],
        basis_shown=rows["period_basis"].map(words.PERIOD_BASES),
        value_basis_shown=rows["value_basis"].map(words.VALUE_BASES),
        source_shown=provenance.sources_shown(rows["source"]),
        origin_shown=rows["origin"].map(words.ORIGINS),
        note=rows["note"].fillna(""),
    )
    labels = [
        origin if preferred else words.ORIGIN_OTHER.format(origin=origin)
        for origin, preferred in zip(rows["origin_shown"], rows["preferred"], strict=True)
    ]
    return rows.assign(origin_shown=labels, other_shown=_others(rows)).reset_index(drop=True)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries by column."""
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def _links(view: View) -> pd.DataFrame:
    sources = provenance.sources(view)[["source", "address"]]
    return sources.assign(address=provenance.web_addresses(sources))


def _others(rows: pd.DataFrame) -> list[str]:
    """Return, for each figure, the figures of other sources for the same indicator and period."""
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
