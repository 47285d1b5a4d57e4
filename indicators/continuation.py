"""A series continued beyond a reform, on the units that hold the land now, or back on those that held it before.

What is continued is derived: it is never stored, and carries its parts, its sources, and how sure it is.
"""

import numpy as np
import pandas as pd

from data.qualifiers import PRECISE, interval
from indicators.aggregation import contributions
from indicators.parts import scale
from indicators.succession import FROM, TO, same_unit
from wording import reform_texts as words

PERIOD = ["period_start", "period_end"]
GROUP = [*TO, "indicator", *PERIOD]
_ABOUT = ["indicator", "name_vi", "unit", "decimals", "aggregation", "weight_base", "minimum", "maximum"]
COLUMNS = ["vintage", "locality", "indicator", *PERIOD, "value", "low", "high", "numerator", "denominator"]
COLUMNS += ["qualifier", "reported", "total", "same", "reason", "sources"]
# Units of which a mean means something: a rank or a count has none.
AVERAGED = ("%", "điểm")
_EXTENSIVE = ("sum", "ratio_of_sums", "population_weighted")


def hand_over(
    observations: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Set every figure against the units it is continued on, with what it adds there: the working.

    A count is handed over by share, a rate by its numerator and denominator, a share of people by its people. Where
    that can't be done the row says why.

    Parameters
    ----------
    observations
        Preferred rows, at most one per locality, indicator and period; those without a number are left out.
    links
        Of ``indicators.succession``: forward, back or to former areas.
    localities, indicators
        The tables.

    Returns
    -------
    DataFrame
        A row per figure and link: the columns of ``observations``, ``links``, of the indicator; ``same`` (the same
        place, whatever the indicator), ``low``, ``high`` (what the figure allows), ``above``, ``below`` (of the whole
        figure: its count, or numerator and denominator), ``reason`` ("" or why it can't be handed over).
    """
    figures = observations[observations["preferred"] & observations["value"].notna()]
    people = localities[["vintage", "code", "population"]].rename(columns={"code": "locality"})
    named = links.assign(same=same_unit(links)).rename(
        columns={"from_vintage": "vintage", "from_code": "locality"}
    )
    rows = figures.merge(named, on=["vintage", "locality"], validate="m:m")
    rows = rows.merge(indicators[_ABOUT], on="indicator", validate="m:1")
    rows = rows.merge(people, "left", on=["vintage", "locality"], validate="m:1")
    low, high = interval(rows)
    rows = rows.assign(low=low, high=high, reason=_refusals(rows), above=np.nan, below=np.nan)
    adding = contributions(rows[rows["reason"].eq("") & ~rows["same"]])
    # A share of people, 70 % of 1 000, is 700 of 1 000 like any other rate.
    times = (
        adding["unit"]
        .map(scale)
        .astype("float64")
        .where(adding["aggregation"].eq("population_weighted"), 1.0)
    )
    rows.loc[adding.index, "above"] = adding["above"] / times
    rows.loc[adding.index, "below"] = adding["below"]
    return rows


def _refusals(rows: pd.DataFrame) -> pd.Series:
    """Say of each figure why it can't be parted or put together with others, "" where it can."""
    way = rows["aggregation"]
    rate, weighted = way.eq("ratio_of_sums"), way.eq("population_weighted")
    conditions = [
        rows["same"],
        ~way.isin(_EXTENSIVE),
        weighted & (rows["weight_base"].ne("population") | rows["population"].isna()),
        rate & (rows["numerator"].isna() | ~rows["denominator"].gt(0)),
        ~way.eq("sum") & ~rows["qualifier"].isin(PRECISE),
        rows["share"].isna(),
    ]
    refusals = ["", words.NO_WAY, words.NO_PEOPLE, words.NO_PARTS, words.VAGUE, words.NO_SIZE]
    return pd.Series(np.select(conditions, refusals, ""), rows.index, dtype="str")


def continued(handed: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Put what was handed over together, period by period.

    A part that has not reported is not zero: a count without it is a lower bound, a rate is refused. Of a unit that was
    split only the share is handed over, which was measured on land and not on what is counted: the result is "about",
    between all of it having stayed away and all of it having come.

    Parameters
    ----------
    handed
        Of ``hand_over``.
    links
        The same links: they tell which parts there should be.
    localities
        The table, for the names of what is missing.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality`` (the heir), ``indicator``, ``period_start``, ``period_end``, ``value`` (missing where
        refused), ``low``, ``high``, ``numerator``, ``denominator``, ``qualifier``, ``reported``, ``total`` (parts),
        ``same``, ``reason`` (a refusal in Vietnamese, "" where there is a value), ``sources`` (tuple of ids).
    """
    total = links.groupby(TO, as_index=False).agg(total=("from_code", "size"))
    sums = _sums(handed).merge(total, on=TO, validate="m:1")
    sums["complete"] = sums["reported"].eq(sums["total"])
    found = _worded(_refused(_same(_computed(sums), handed), handed, links, localities))
    found = found.rename(columns={"to_vintage": "vintage", "to_code": "locality"})
    return found[COLUMNS]


def mean_of_parts(handed: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Take the unweighted mean of the parts: the ministry's way with the DTI of 2024, an alternative to be labelled.

    For the provinces merged on 1/7/2025 the ministry took the arithmetic mean of the former provinces' main indices
    (Dân trí and VTC News, 21/10/2025). Small parts weigh as much as large ones, so it is offered beside ``continued``,
    of indices and rates only, and never in its place.

    Parameters
    ----------
    handed, links, localities
        As for ``continued``.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality``, ``indicator``, ``period_start``, ``period_end``, ``value`` (missing where refused),
        ``qualifier``, ``reported``, ``total``, ``reason``, ``sources``.
    """
    total = links.groupby(TO, as_index=False).agg(total=("from_code", "size"), all_whole=("whole", "all"))
    rows = handed.assign(vague=~handed["qualifier"].isin(PRECISE), rounded=handed["qualifier"].eq("about"))
    means = rows.groupby(GROUP, as_index=False).agg(
        value=("value", "mean"), reported=("locality", "size"), vague=("vague", "any"), rounded=("rounded", "any"),
        unit=("unit", "first"), sources=("source", _distinct),
    ).merge(total, on=TO, validate="m:1")  # fmt: skip
    reason = pd.Series("", means.index, dtype="str").mask(means["vague"], words.VAGUE)
    reason = reason.mask(means["reported"].lt(means["total"]), _missing(means, handed, links, localities))
    reason = reason.mask(~means["all_whole"], words.NO_MEAN_OF_SPLIT)
    means["reason"] = reason.mask(~means["unit"].isin(AVERAGED), words.NO_MEAN)
    means["value"] = means["value"].where(means["reason"].eq(""))
    means["qualifier"] = means["rounded"].map({True: "about", False: "exact"})
    means = means.rename(columns={"to_vintage": "vintage", "to_code": "locality"})
    return means[
        ["vintage", "locality", *COLUMNS[2:6], "qualifier", "reported", "total", "reason", "sources"]
    ]


def _sums(handed: pd.DataFrame) -> pd.DataFrame:
    """Add up by share, and apart from that what surely came (of whole units) and what may have come (of split ones)."""
    whole, said = handed["whole"], handed["qualifier"]
    rows = handed.assign(
        part=handed["above"] * handed["share"], part_below=handed["below"] * handed["share"],
        sure=handed["above"].where(whole, 0.0), sure_below=handed["below"].where(whole, 0.0),
        loose=handed["above"].mask(whole, 0.0), loose_below=handed["below"].mask(whole, 0.0),
        least=handed["low"].where(whole, 0.0), split=~whole, rounded=said.eq("about"),
        lower_only=said.isin(["at_least", "more_than"]), upper_only=said.isin(["at_most", "less_than"]),
    )  # fmt: skip
    added = ["part", "part_below", "sure", "sure_below", "loose", "loose_below", "least", "high"]
    flags = ["split", "rounded", "lower_only", "upper_only"]
    first = ["aggregation", "unit", "same"]
    return rows.groupby(GROUP, as_index=False, sort=True).agg(
        **{name: (name, "sum") for name in added}, **{name: (name, "any") for name in flags},
        **{name: (name, "first") for name in first},
        reported=("locality", "size"), reason=("reason", "max"), sources=("source", _distinct),
    )  # fmt: skip


def _distinct(ids: pd.Series) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))


def _computed(sums: pd.DataFrame) -> pd.DataFrame:
    """Compute the value by share, and between what bounds it lies whatever part of a split unit came."""
    is_sum, rate = sums["aggregation"].eq("sum"), sums["aggregation"].eq("ratio_of_sums")
    times = sums["unit"].map(scale).astype("float64")
    # Lowest when of a split unit only what was not counted above the line came; highest when only that came.
    below = sums["sure_below"] + (sums["loose_below"] - sums["loose"]).clip(lower=0)
    low = _ratio(sums["sure"], below, times).fillna(0.0)
    high = _ratio(sums["sure"] + sums["loose"], sums["sure_below"] + sums["loose"], times).fillna(0.0)
    return sums.assign(
        value=_ratio(sums["part"], sums["part_below"], times).mask(is_sum, sums["part"]),
        low=low.mask(is_sum, sums["least"]),
        high=high.mask(is_sum, sums["high"].where(sums["complete"], np.inf)),
        numerator=sums["part"].where(rate),
        denominator=sums["part_below"].where(rate),
    )


def _ratio(above: pd.Series, below: pd.Series, times: pd.Series) -> pd.Series:
    return (above * times / below).where(below.gt(0))


def _same(sums: pd.DataFrame, handed: pd.DataFrame) -> pd.DataFrame:
    """Take the figure of the same place as it stands, whatever it measures."""
    own = handed[handed["same"]].set_index(GROUP)[
        ["value", "low", "high", "numerator", "denominator", "qualifier"]
    ]
    as_it_stands = own.reindex(pd.MultiIndex.from_frame(sums[GROUP])).set_axis(sums.index)
    figures = ["value", "low", "high", "numerator", "denominator"]
    return sums.assign(
        said=as_it_stands["qualifier"],
        **{name: sums[name].mask(sums["same"], as_it_stands[name]) for name in figures},
    )


def _refused(
    sums: pd.DataFrame, handed: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame
) -> pd.DataFrame:
    """Refuse what lacks a part, unless it is a count that is something even so."""
    bound = sums["aggregation"].eq("sum") & sums["low"].gt(0)
    lacking = sums["reason"].eq("") & ~sums["complete"] & ~bound
    reason = sums["reason"].mask(lacking, _missing(sums, handed, links, localities))
    figures = ["value", "low", "high", "numerator", "denominator"]
    return sums.assign(reason=reason, **{name: sums[name].where(reason.eq("")) for name in figures})


def _missing(
    sums: pd.DataFrame, handed: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame
) -> pd.Series:
    """Name the parts that have not reported."""
    lacking = sums.loc[sums["reported"].lt(sums["total"]), GROUP].reset_index(names="row")
    due = lacking.merge(links[[*FROM, *TO]], on=TO, validate="m:m")
    there = handed[[*GROUP, "locality"]].rename(columns={"locality": "from_code"}).assign(there=True)
    due = due.merge(there, "left", on=[*GROUP, "from_code"], validate="m:1")
    due = due[due["there"].isna()]
    names = localities[["vintage", "code", "name"]].rename(
        columns=dict(zip(["vintage", "code"], FROM, strict=True))
    )
    due = due.merge(names, on=FROM, validate="m:1")
    texts = due.groupby("row")["name"].agg(lambda silent: words.missing_parts(silent.tolist()))
    return texts.reindex(sums.index, fill_value="").astype("str")


def _worded(sums: pd.DataFrame) -> pd.DataFrame:
    """Choose the qualifier that says no more than is known; a bound is then the value."""
    partial = sums["split"] | sums["rounded"]
    lower = ~sums["complete"] | (sums["lower_only"] & ~sums["upper_only"])
    upper = sums["upper_only"] & ~sums["lower_only"]
    said = pd.Series("exact", sums.index, dtype="str").mask(partial | sums["lower_only"], "about")
    said = said.mask(upper, "at_most").mask(lower, "at_least")
    qualifier = said.mask(sums["same"], sums["said"])
    value = sums["value"].mask(~sums["same"] & qualifier.eq("at_least"), sums["low"])
    value = value.mask(~sums["same"] & qualifier.eq("at_most"), sums["high"])
    return sums.assign(value=value, qualifier=qualifier.where(sums["reason"].eq(""), ""))
