"""Time series continued over a reform: figures of old units apportioned to new ones, or of new units to old ones.

Continued figures are computed on demand and never stored. Each has its sources, its parts and its bounds.
"""

import numpy as np
import pandas as pd

from data.qualifiers import PRECISE, interval
from indicators.aggregation import contributions
from indicators.rates import scale
from indicators.succession import FROM, TO, same_unit
from wording import reform_texts as words

PERIOD = ["period_start", "period_end"]
GROUP = [*TO, "indicator", *PERIOD]
_ABOUT = ["indicator", "name_vi", "unit", "decimals", "aggregation", "weight_base", "minimum", "maximum"]
COLUMNS = ["vintage", "locality", "indicator", *PERIOD, "value", "low", "high", "numerator", "denominator"]
COLUMNS += ["qualifier", "reported", "total", "same", "reason", "sources"]
# Units whose values have a meaningful mean; ranks and counts do not.
AVERAGED = ("%", "điểm")
_EXTENSIVE = ("sum", "ratio_of_sums", "population_weighted")


def apportion(
    observations: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Apportion every figure to the units that it is continued on.

    A count is apportioned by share of land, a rate by its numerator and denominator, a share of people by population.
    If a figure can't be apportioned, the row gives the reason.

    Parameters
    ----------
    observations
        Preferred rows, at most one per locality, indicator and period; rows without a number are left out.
    links
        Of ``indicators.succession``: forward, reversed or to former areas.
    localities, indicators
        The tables.

    Returns
    -------
    DataFrame
        A row per figure and link: the columns of ``observations``, ``links`` and of the indicator; ``same`` (bool: the
        unit is unchanged, so any indicator goes on), ``low``, ``high`` (the interval of the figure), ``above``,
        ``below`` (the count, or numerator and denominator, of the whole figure), ``reason`` (a refusal in Vietnamese,
        "" if the figure is apportioned).
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
    # Worked example: a share of people, 70 % of 1,000, becomes 700 of 1,000 like any other rate.
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
    """Return, for each figure, the reason why it can't be apportioned, "" if it can."""
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


def continued(apportioned: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Combine the apportioned figures of each unit, period by period.

    A part that has not reported does not count as zero: a count without it is a lower bound, a rate is refused. Of a
    split unit only a share is added. The share is of land, not of the thing counted, so the result is "about": it lies
    between none and all of the split unit.

    Parameters
    ----------
    apportioned
        Of ``apportion``.
    links
        The same links; they give the expected parts.
    localities
        The table, for the names of missing parts.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality`` (the successor), ``indicator``, ``period_start``, ``period_end``, ``value`` (missing
        if refused), ``low``, ``high``, ``numerator``, ``denominator``, ``qualifier``, ``reported``, ``total`` (numbers
        of parts), ``same``, ``reason`` (a refusal in Vietnamese, "" if there is a value), ``sources`` (tuple of ids).
    """
    total = links.groupby(TO, as_index=False).agg(total=("from_code", "size"))
    sums = _sums(apportioned).merge(total, on=TO, validate="m:1")
    sums["complete"] = sums["reported"].eq(sums["total"])
    rows = _with_qualifiers(
        _with_refusals(_with_unchanged(_with_values(sums), apportioned), apportioned, links, localities)
    )
    return rows.rename(columns={"to_vintage": "vintage", "to_code": "locality"})[COLUMNS]


def mean_of_parts(apportioned: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame) -> pd.DataFrame:
    """Return the unweighted mean of the parts, the ministry's method for the DTI of 2024.

    For the provinces merged on 1/7/2025 the ministry took the arithmetic mean of the former provinces' main indices
    (Dân trí and VTC News, 21/10/2025). Small parts have the same weight as large ones. So the screen shows this mean
    with a label beside ``continued``, for indices and rates only, and never in its place.

    Parameters
    ----------
    apportioned, links, localities
        As for ``continued``.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality``, ``indicator``, ``period_start``, ``period_end``, ``value`` (missing if refused),
        ``qualifier``, ``reported``, ``total``, ``reason``, ``sources``.
    """
    total = links.groupby(TO, as_index=False).agg(total=("from_code", "size"), all_whole=("whole", "all"))
    rows = apportioned.assign(
        vague=~apportioned["qualifier"].isin(PRECISE), rounded=apportioned["qualifier"].eq("about")
    )
    means = rows.groupby(GROUP, as_index=False).agg(
        value=("value", "mean"), reported=("locality", "size"), vague=("vague", "any"), rounded=("rounded", "any"),
        unit=("unit", "first"), sources=("source", _distinct),
    ).merge(total, on=TO, validate="m:1")  # fmt: skip
    reason = pd.Series("", means.index, dtype="str").mask(means["vague"], words.VAGUE)
    reason = reason.mask(
        means["reported"].lt(means["total"]), _missing(means, apportioned, links, localities)
    )
    reason = reason.mask(~means["all_whole"], words.NO_MEAN_OF_SPLIT)
    means["reason"] = reason.mask(~means["unit"].isin(AVERAGED), words.NO_MEAN)
    means["value"] = means["value"].where(means["reason"].eq(""))
    means["qualifier"] = means["rounded"].map({True: "about", False: "exact"})
    means = means.rename(columns={"to_vintage": "vintage", "to_code": "locality"})
    return means[
        ["vintage", "locality", *COLUMNS[2:6], "qualifier", "reported", "total", "reason", "sources"]
    ]


def _sums(apportioned: pd.DataFrame) -> pd.DataFrame:
    """Add up by share; add up apart what is certain (whole units) and what is possible (split units)."""
    whole, qualifier = apportioned["whole"], apportioned["qualifier"]
    rows = apportioned.assign(
        part=apportioned["above"] * apportioned["share"], part_below=apportioned["below"] * apportioned["share"],
        sure=apportioned["above"].where(whole, 0.0), sure_below=apportioned["below"].where(whole, 0.0),
        loose=apportioned["above"].mask(whole, 0.0), loose_below=apportioned["below"].mask(whole, 0.0),
        least=apportioned["low"].where(whole, 0.0), split=~whole, rounded=qualifier.eq("about"),
        lower_only=qualifier.isin(["at_least", "more_than"]), upper_only=qualifier.isin(["at_most", "less_than"]),
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


def _with_values(sums: pd.DataFrame) -> pd.DataFrame:
    """Compute the value by share, and its bounds for any possible part of the split units."""
    is_sum, rate = sums["aggregation"].eq("sum"), sums["aggregation"].eq("ratio_of_sums")
    times = sums["unit"].map(scale).astype("float64")
    # Of a split unit, the lowest rate takes only what is outside the numerator, the highest only the numerator.
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


def _with_unchanged(sums: pd.DataFrame, apportioned: pd.DataFrame) -> pd.DataFrame:
    """Take the figure of an unchanged unit as it is, for any indicator."""
    own = apportioned[apportioned["same"]].set_index(GROUP)[
        ["value", "low", "high", "numerator", "denominator", "qualifier"]
    ]
    as_it_stands = own.reindex(pd.MultiIndex.from_frame(sums[GROUP])).set_axis(sums.index)
    figures = ["value", "low", "high", "numerator", "denominator"]
    return sums.assign(
        own_qualifier=as_it_stands["qualifier"],
        **{name: sums[name].mask(sums["same"], as_it_stands[name]) for name in figures},
    )


def _with_refusals(
    sums: pd.DataFrame, apportioned: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame
) -> pd.DataFrame:
    """Refuse figures that lack a part, except a count with a lower bound above zero."""
    bound = sums["aggregation"].eq("sum") & sums["low"].gt(0)
    lacking = sums["reason"].eq("") & ~sums["complete"] & ~bound
    reason = sums["reason"].mask(lacking, _missing(sums, apportioned, links, localities))
    figures = ["value", "low", "high", "numerator", "denominator"]
    return sums.assign(reason=reason, **{name: sums[name].where(reason.eq("")) for name in figures})


def _missing(
    sums: pd.DataFrame, apportioned: pd.DataFrame, links: pd.DataFrame, localities: pd.DataFrame
) -> pd.Series:
    """Return, for each row, the words that name the parts without a report."""
    lacking = sums.loc[sums["reported"].lt(sums["total"]), GROUP].reset_index(names="row")
    due = lacking.merge(links[[*FROM, *TO]], on=TO, validate="m:m")
    there = apportioned[[*GROUP, "locality"]].rename(columns={"locality": "from_code"}).assign(there=True)
    due = due.merge(there, "left", on=[*GROUP, "from_code"], validate="m:1")
    due = due[due["there"].isna()]
    names = localities[["vintage", "code", "name"]].rename(
        columns=dict(zip(["vintage", "code"], FROM, strict=True))
    )
    due = due.merge(names, on=FROM, validate="m:1")
    texts = due.groupby("row")["name"].agg(lambda missing: words.missing_parts(missing.tolist()))
    return texts.reindex(sums.index, fill_value="").astype("str")


def _with_qualifiers(sums: pd.DataFrame) -> pd.DataFrame:
    """Choose the qualifier of each value. If only a bound is known, the bound becomes the value."""
    partial = sums["split"] | sums["rounded"]
    lower = ~sums["complete"] | (sums["lower_only"] & ~sums["upper_only"])
    upper = sums["upper_only"] & ~sums["lower_only"]
    qualifier = pd.Series("exact", sums.index, dtype="str").mask(partial | sums["lower_only"], "about")
    qualifier = qualifier.mask(upper, "at_most").mask(lower, "at_least")
    qualifier = qualifier.mask(sums["same"], sums["own_qualifier"])
    value = sums["value"].mask(~sums["same"] & qualifier.eq("at_least"), sums["low"])
    value = value.mask(~sums["same"] & qualifier.eq("at_most"), sums["high"])
    return sums.assign(value=value, qualifier=qualifier.where(sums["reason"].eq(""), ""))
