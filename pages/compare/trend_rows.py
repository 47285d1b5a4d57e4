"""What the compared places reported of one indicator over time."""

from dataclasses import replace

import pandas as pd

from pages.compare.level_frames import LEVEL, gather, offered
from queries import catalogue, gazetteer, lifetimes, observations, provenance
from queries.histories import continued
from queries.query import query
from queries.view import View
from wording import judgement

COLUMNS = ["name", "period_end", "value", "value_text", "source_title", "continued", "low", "high"]


@query(*LEVEL, keep=200)
def trend_rows(view: View, indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return what some places reported of one indicator until the view's day.

    Of periods that end on the same day the longest is kept. A figure that the place reported itself is kept before
    one that is continued from other units.

    Returns
    -------
    DataFrame
        ``name``, ``period_end``, ``value``, ``value_text``, ``source_title``, ``continued``, ``low``, ``high`` (of
        ``components.figures.trend``), place by place, the oldest first. Read only.
    """
    own = _own(view, indicator, codes)
    rows = pd.concat([own, *(_continued(view, indicator, code) for code in codes)], ignore_index=True)
    rows = rows.drop_duplicates(["locality", "period_end"], keep="first")
    rows = rows.assign(
        name=rows["locality"].map(offered(view).set_index("code")["short"]),
        place=rows["locality"].map({code: position for position, code in enumerate(codes)}),
    )
    return rows.sort_values(["place", "period_end"]).reindex(columns=COLUMNS)


def _own(view: View, indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return what the places reported themselves; figures computed outside a vintage's life count as continued."""
    about = catalogue.indicator(indicator)
    unit, decimals = about["unit"], int(about["decimals"])
    rows = gather(view, lambda part: observations.of_view(part, indicator), codes)
    rows = rows[rows["locality"].isin(codes) & rows["preferred"] & rows["value"].notna()]
    rows = rows[rows["period_end"] <= observations.as_of(view)].sort_values(["period_end", "period_start"])
    first, last = lifetimes.lifetime(view.vintage)
    figures = zip(rows["value"], rows["qualifier"], rows["value_basis"], strict=True)
    return rows.assign(
        value_text=[judgement.figure(value, unit, decimals, *marks) for value, *marks in figures],
        source_title=provenance.sources_shown(rows["source"]),
        continued=~rows["period_end"].between(first, last) & (view.kind == "simulated"),
    )


def _continued(view: View, indicator: str, code: str) -> pd.DataFrame:
    """Return what units of another vintage reported, continued on a place."""
    province = gazetteer.province_of(view.vintage, code)
    rows = continued(replace(view, province=province, locality=code, as_of=observations.as_of(view).date()))
    rows = rows[rows["indicator"].eq(indicator) & rows["reason"].eq("")]
    return rows.rename(columns={"value_shown": "value_text", "source_shown": "source_title"})
