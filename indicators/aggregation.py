"""The aggregation of figures of parts to a figure of the whole, or a refusal with its reason."""

import numpy as np
import pandas as pd

from indicators.assignment import inside
from indicators.latest_observations import KEY
from wording import judgement as words

PERIOD = ["period_start", "period_end"]
GROUP = ["vintage", "area", "indicator", *PERIOD]


class CannotAggregate(ValueError):  # noqa: N818 - a refusal, not a fault
    """Figures cannot be added up. The message gives the reason in Vietnamese."""


def roll_up(
    observations: pd.DataFrame, localities: pd.DataFrame, indicators: pd.DataFrame, level: str
) -> pd.DataFrame:
    """Add the figures of one level up to the areas of a higher one, period by period.

    Counts are summed; a rate is the ratio of its summed parts; a share of people is weighted by population.
    A missing child does not count as zero. A result without all children says how many reported ("12/27") and is not
    ``complete``; such a sum is only a lower bound (``at_least``).

    Parameters
    ----------
    observations
        Preferred rows of any indicators, all of one level below ``level``, at most one per locality,
        indicator and period.
    localities, indicators
        The tables.
    level
        The level of the areas.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality`` (the area), ``indicator``, ``period_start``, ``period_end``, ``value``,
        ``numerator``, ``denominator``, ``qualifier``, ``reported``, ``total``, ``share_text`` ("12/27"),
        ``complete``, ``child_level``.

    Raises
    ------
    CannotAggregate
        If an indicator does not add up, a rate has no parts, a weight is missing, or the figures are of
        more than one level.
    ValueError
        If a locality is not in the register or reports an indicator and period twice.
    """
    figures = observations[observations["value"].notna()]
    figures = figures.merge(
        indicators[["indicator", "name_vi", "aggregation", "weight_base", "unit"]],
        "left",
        on="indicator",
        validate="m:1",
    )
    _check_additive(figures)
    members = _members(figures, localities, level)
    counted = figures.merge(members, on=["vintage", "locality"], validate="m:1")
    if len(counted) != len(figures):
        lost = sorted(set(figures["locality"]) - set(counted["locality"]))
        raise ValueError(f"not in the register under a {level}: {lost}")
    if counted.duplicated([*KEY, *PERIOD]).any():
        raise ValueError("a locality reports the same indicator and period twice")
    return _with_values(_summed(_with_terms(counted)), members)


def contributions(figures: pd.DataFrame) -> pd.DataFrame:
    """Return what each figure adds to the numerator and the denominator of its aggregate.

    Parameters
    ----------
    figures
        Observations with a value; ``name_vi``, ``aggregation``, ``weight_base``, ``unit`` of their indicator;
        ``population`` of their locality.

    Returns
    -------
    DataFrame
        The rows with ``above`` (the numerator, the count, or value times population) and ``below`` (the denominator,
        missing, or the population). A rate without numerator and denominator is left out.

    Raises
    ------
    CannotAggregate
        For the same reasons as in ``roll_up``, but for the levels.
    """
    _check_additive(figures)
    return _with_terms(figures)


def _check_additive(figures: pd.DataFrame) -> None:
    way = figures["aggregation"]
    _refuse(figures, ~way.isin(["sum", "ratio_of_sums", "population_weighted"]), words.CANNOT_ADD_UP)
    weighted = way.eq("population_weighted")
    _refuse(figures, weighted & figures["weight_base"].ne("population"), words.CANNOT_WEIGH_BASE)
    vague = ~figures["qualifier"].isin(["exact", "about"])
    _refuse(figures, weighted & vague, words.CANNOT_ADD_VAGUE)


def _refuse(figures: pd.DataFrame, wrong: pd.Series, message: str) -> None:
    if wrong.any():
        first = figures[wrong].iloc[0]
        raise CannotAggregate(message.format(indicator=first["name_vi"], base=first["weight_base"]))


def _members(figures: pd.DataFrame, localities: pd.DataFrame, level: str) -> pd.DataFrame:
    """List the children of every area of a level; the children are of the level of the figures."""
    units = inside(localities)
    reported = figures[["vintage", "locality"]].drop_duplicates()
    own = localities[["vintage", "code", "level", "population"]].rename(columns={"code": "locality"})
    levels = reported.merge(own, on=["vintage", "locality"], validate="1:1")["level"].unique()
    if len(levels) > 1:
        raise CannotAggregate(words.CANNOT_MIX_LEVELS)
    areas = localities.loc[localities["level"].eq(level), ["vintage", "code"]]
    areas = areas.rename(columns={"code": "area"})
    units = units[units["level"].isin(levels) & units["locality"].ne(units["area"])]
    units = units.merge(areas, on=["vintage", "area"], validate="m:1")
    population = own[["vintage", "locality", "population"]]
    return units[["vintage", "area", "locality", "level"]].merge(
        population, on=["vintage", "locality"], validate="m:1"
    )


def _with_terms(rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``above`` and ``below``: what each row adds to the numerator and the denominator."""
    rate = rows["aggregation"].eq("ratio_of_sums")
    parts = rows["numerator"].notna() & rows["denominator"].gt(0)
    without = rate & ~parts.groupby(rows["indicator"]).transform("any")
    _refuse(rows, without, words.CANNOT_ADD_RATE)
    weighted = rows["aggregation"].eq("population_weighted")
    _refuse(rows, weighted & rows["population"].isna(), words.CANNOT_WEIGH_MISSING)
    # A rate without numerator and denominator cannot be added: it counts as not reported.
    usable = rows[~rate | parts]
    above = usable["value"].mask(rate, usable["numerator"])
    above = above.mask(weighted, usable["value"] * usable["population"])
    below = usable["denominator"].where(rate, usable["population"].where(weighted))
    return usable.assign(above=above, below=below)


def _bounds(rows: pd.DataFrame) -> dict[str, pd.Series]:
    qualifier = rows["qualifier"]
    return {
        "lower_only": qualifier.isin(["at_least", "more_than"]),
        "upper_only": qualifier.isin(["at_most", "less_than"]),
        "rounded": qualifier.eq("about"),
    }


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    return (
        rows.assign(**_bounds(rows))
        .groupby(GROUP, as_index=False, sort=True)
        .agg(
            above=("above", "sum"),
            below=("below", lambda parts: parts.sum(min_count=1)),
            reported=("locality", "size"),
            lower_only=("lower_only", "any"),
            upper_only=("upper_only", "any"),
            rounded=("rounded", "any"),
            aggregation=("aggregation", "first"),
            unit=("unit", "first"),
            child_level=("level", "first"),
        )
    )


def _with_values(sums: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    total = members.groupby(["vintage", "area"], as_index=False).agg(total=("locality", "size"))
    rows = sums.merge(total, "left", on=["vintage", "area"], validate="m:1")
    rows["complete"] = rows["reported"].eq(rows["total"])
    is_sum, rate = rows["aggregation"].eq("sum"), rows["aggregation"].eq("ratio_of_sums")
    per_cent = np.where(rate & rows["unit"].eq("%"), 100.0, 1.0)
    rows["value"] = (rows["above"] / rows["below"] * per_cent).where(~is_sum, rows["above"])
    rows["numerator"], rows["denominator"] = rows["above"].where(rate), rows["below"].where(rate)
    lower = is_sum & (rows["lower_only"] | ~rows["complete"])
    upper = is_sum & rows["upper_only"]
    doubtful = rows["rounded"] | (lower & upper)
    rows["qualifier"] = np.select([doubtful, lower, upper], ["about", "at_least", "at_most"], "exact")
    rows["share_text"] = rows["reported"].astype("str") + "/" + rows["total"].astype("str")
    columns = [*KEY, *PERIOD, "value", "numerator", "denominator", "qualifier"]
    columns += ["reported", "total", "share_text", "complete", "child_level"]
    return rows.rename(columns={"area": "locality"})[columns]
