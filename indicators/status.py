"""Where each locality stands against each target, and the numbers that say so."""

import numpy as np
import pandas as pd

from data.qualifiers import Flags, Floats, interval, verdict
from indicators.asof import latest
from indicators.trajectory import SEGMENT, baselines, expected_on

STATUSES = ("met", "on_track", "behind", "missed", "open", "not_measurable", "no_data", "stale")
REFERENCE_STATUSES = ("above_reference", "below_reference", "no_judgement", "no_data", "stale")

# A machine's 65.00000000000001 is not above a line at 65.
TOLERANCE = 1e-9
# A total of less than a year's days is a part of the year a target speaks of.
FULL_YEAR_DAYS = 360

_TARGET = ["resolution", "indicator", "kind", "comparator", "deadline", "text_known", "measurable"]
_INDICATOR = ["unit", "decimals", "direction", "time_type", "aggregation", "minimum", "maximum"]
_FIGURE = ["value", "value_text", "qualifier", "numerator", "denominator", "out_of", "absence"]
_FIGURE += ["period_start", "period_end", "origin", "source", "stale"]
START = ["baseline", "baseline_date", "baseline_basis"]
COLUMNS = [
    "target",
    "resolution",
    "indicator",
    "vintage",
    "locality",
    "standing",
    "basis",
    "status",
    "reason",
]
COLUMNS += [*_FIGURE, "kind", "comparator", "target_value", "deadline", *START, *SEGMENT]
COLUMNS += ["gap", "lag", "sense", "unit", "decimals", "as_of"]


def assess(
    assignments: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    observations: pd.DataFrame,
    as_of: pd.Timestamp,
) -> pd.DataFrame:
    """Judge every assignment by its latest figure at a day.

    A figure that fulfils the target is ``met`` whenever its period ended. One that does not is ``missed`` if
    its period reached the deadline; before it, it is compared with the line at its own period end
    (``on_track``, ``behind``), or ``open`` where nothing decides: no line, a qualifier that leaves both
    answers possible, a rank or date still ahead. Figures older than 12 months are ``stale`` and not judged.
    A reference line yields ``above_reference`` or ``below_reference``, never a status.

    Parameters
    ----------
    assignments
        Of ``indicators.assignment.assign``: ``target``, ``vintage``, ``locality``, ``standing``, ``basis``.
    targets, indicators, observations
        The tables; observations real or simulated, never both.
    as_of
        The day the view looks from.

    Returns
    -------
    DataFrame
        One row per assignment in their order, with ``COLUMNS``. ``sense`` is +1 where more is better, −1
        where less is, 0 where a value is to be hit and the indicator names no direction. ``gap`` is the
        distance to the target and ``lag`` the distance to the line, in the indicator's unit, both negative
        where the locality falls short, whatever the sense. ``reason`` says which rule decided.
    """
    rows = held_against(assignments, targets, indicators, latest(observations, as_of))
    starts = baselines(rows[_on_line(rows)], targets, observations)
    return judge(rows.assign(as_of=as_of, **starts), targets)


def held_against(
    assignments: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame, figures: pd.DataFrame
) -> pd.DataFrame:
    """Set what is asked of each locality beside the figure it has.

    Parameters
    ----------
    assignments, targets, indicators
        As of ``assess``.
    figures
        Of ``asof.latest``.

    Returns
    -------
    DataFrame
        The assignments in their order with the columns of target, indicator and figure that ``judge`` needs.
    """
    wanted = targets["target"].isin(assignments["target"].unique())
    aims = targets.loc[wanted, ["target", *_TARGET, "value"]].rename(columns={"value": "target_value"})
    about = indicators.set_index("indicator")[_INDICATOR].reindex(pd.Index(aims["indicator"]))
    aims = pd.concat([aims, about.set_axis(aims.index)], axis=1).set_index("target")
    aims = aims.reindex(pd.Index(assignments["target"])).set_axis(assignments.index)
    rows = pd.concat([assignments, aims], axis=1)
    at = _keys(figures).get_indexer(_keys(rows))
    found = figures[_FIGURE].reset_index(drop=True).reindex(at).set_axis(rows.index)
    return pd.concat([rows, found.assign(stale=found["stale"].eq(True))], axis=1)


def _keys(rows: pd.DataFrame) -> "pd.Index[str]":
    """Name each figure by one text: a lever waits for this, and a merge on three columns takes five times as long."""
    names = rows["vintage"] + " " + rows["locality"] + " " + rows["indicator"]
    keys: pd.Index[str] = pd.Index(names.to_numpy(object))
    return keys


def judge(rows: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Judge figures against their targets and lines; the rules are told at ``assess``.

    Parameters
    ----------
    rows
        Of ``held_against``, with ``baseline``, ``baseline_date``, ``baseline_basis`` (where the line starts) and
        ``as_of`` (the day each is looked at from).
    targets
        The table; milestones are its rows with ``milestone_of``.

    Returns
    -------
    DataFrame
        As of ``assess``.
    """
    on_line = rows[_on_line(rows)]
    rows = rows.assign(**expected_on(on_line, targets, on_line["period_end"]))
    rows["sense"] = _sense(rows)
    rows = _no_lower_than_the_target(rows)
    rows["gap"], rows["lag"] = _distance(rows, "target_value"), _distance(rows, "expected")
    rows["status"], rows["reason"] = _judge(rows)
    return rows[COLUMNS]


def _on_line(rows: pd.DataFrame) -> pd.Series:
    """Tell what moves along a line: ranks are places taken from others, and dates are kept or not."""
    return rows["kind"].eq("value") & rows["standing"].eq("assigned")


def _no_lower_than_the_target(rows: pd.DataFrame) -> pd.DataFrame:
    """Expect the target itself where the line would fall to it: who starts beyond it need not go back."""
    beyond = (rows["sense"] * (rows["expected"] - rows["target_value"])).gt(0)
    pieces = {name: rows[name].mask(beyond) for name in SEGMENT if name != "expected"}
    return rows.assign(expected=rows["expected"].mask(beyond, rows["target_value"]), **pieces)


def _sense(rows: pd.DataFrame) -> pd.Series:
    more = rows["comparator"].isin(["≥", ">"]) | rows["comparator"].eq("=") & rows["direction"].eq("higher")
    less = rows["comparator"].isin(["≤", "<"]) | rows["comparator"].eq("=") & rows["direction"].eq("lower")
    return more.astype("int64") - less.astype("int64")


def _distance(rows: pd.DataFrame, line: str) -> pd.Series:
    """Measure value − line so that short of the line is negative; off a value to be hit always is."""
    apart = (rows["value"] - rows[line]).where(rows["kind"].isin(["value", "rank"]))
    to_hit = rows["comparator"].eq("=") if line == "target_value" else rows["sense"].eq(0)
    return (apart * rows["sense"]).mask(to_hit, -apart.abs())


def _judge(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Try the rules in order; the first that holds gives status and reason."""
    assigned = rows["standing"].eq("assigned").to_numpy("bool")
    low, high = _certain(rows)
    done, not_done = _fulfilled(rows, low, high)
    rules = [*_nothing_to_judge(rows, assigned)]
    rules += _against_reference(rows, ~assigned, done, not_done, low, high)
    rules += _against_target(rows, done, not_done)
    rules += _against_line(rows, low, high)
    conditions = [np.asarray(condition, dtype="bool") for condition, _, _ in rules]
    status = np.select(conditions, [status for _, status, _ in rules], "open")
    reason = np.select(conditions, [reason for _, _, reason in rules], "undecided")
    return pd.Series(status, rows.index, dtype="str"), pd.Series(reason, rows.index, dtype="str")


Rule = tuple[pd.Series | Flags, str, str]


def _nothing_to_judge(rows: pd.DataFrame, assigned: Flags) -> list[Rule]:
    return [
        (assigned & ~rows["measurable"], "not_measurable", "no_method"),
        (~rows["text_known"], "no_data", "text_unknown"),
        (rows["indicator"].isna(), "no_data", "no_indicator"),
        (rows["absence"].eq("not_applicable"), "no_data", "not_applicable"),
        (rows["absence"].eq("boundary_changed"), "no_data", "boundary_changed"),
        (rows["period_end"].isna(), "no_data", "no_observation"),
        (rows["value"].isna(), "no_data", "no_number"),
        (rows["stale"], "stale", "older_than_a_year"),
    ]


def _against_reference(
    rows: pd.DataFrame, reference: Flags, done: Flags, not_done: Flags, low: Floats, high: Floats
) -> list[Rule]:
    upward = ~rows["comparator"].isin(["≤", "<"]).to_numpy("bool")
    line = rows["target_value"].to_numpy("float64")
    hit = rows["comparator"].eq("=").to_numpy("bool")
    above = np.where(hit, low >= line, np.where(upward, done, not_done))
    below = np.where(hit, high < line, np.where(upward, not_done, done))
    return [
        (reference & above, "above_reference", "reference"),
        (reference & below, "below_reference", "reference"),
        (reference, "no_judgement", "qualifier"),
    ]


def _against_target(rows: pd.DataFrame, done: Flags, not_done: Flags) -> list[Rule]:
    kind, due = rows["kind"], rows["period_end"].ge(rows["deadline"])
    late_sight = kind.eq("date") & rows["period_end"].gt(rows["deadline"])
    return [
        (done & late_sight, "open", "seen_after_deadline"),
        (done, "met", "reached"),
        (rows["comparator"].isna() & kind.isin(["value", "rank"]), "open", "no_comparator"),
        (not_done & due, "missed", "deadline_reached"),
        (~not_done & _partial(rows), "open", "partial_period"),
        (~not_done & due, "open", "qualifier"),
        (rows["deadline"].isna(), "open", "no_deadline"),
        (kind.ne("value"), "open", "still_ahead"),
    ]


def _against_line(rows: pd.DataFrame, low: Floats, high: Floats) -> list[Rule]:
    expected, sense = rows["expected"].to_numpy("float64"), rows["sense"].to_numpy()
    slack = TOLERANCE * np.maximum(1.0, np.abs(expected))
    beyond = np.where(sense > 0, low >= expected - slack, high <= expected + slack)
    short = np.where(sense > 0, high < expected - slack, low > expected + slack)
    early = rows["baseline"].notna() & rows["period_end"].lt(rows["baseline_date"])
    return [
        (early, "open", "before_baseline"),
        (rows["expected"].isna(), "open", "no_baseline"),
        (rows["sense"].eq(0), "open", "no_direction"),
        (beyond, "on_track", "on_line"),
        (short, "behind", "below_line"),
        (np.full(len(rows), fill_value=True), "open", "qualifier"),
    ]


def _certain(rows: pd.DataFrame) -> tuple[Floats, Floats]:
    """Bound each value; a total of part of a year can only grow until the year is over."""
    low, high = interval(rows)
    return low, np.where(_partial(rows), np.inf, high)


def _partial(rows: pd.DataFrame) -> pd.Series:
    days = (rows["period_end"] - rows["period_start"]).dt.days + 1
    return rows["time_type"].eq("flow") & rows["aggregation"].eq("sum") & days.lt(FULL_YEAR_DAYS)


def _fulfilled(rows: pd.DataFrame, low: Floats, high: Floats) -> tuple[Flags, Flags]:
    """Compare with the target; a thing that is to exist, by a date or at all, is there from one on."""
    thing = rows["kind"].isin(["exists", "date"]) & rows["target_value"].isna()
    comparator = rows["comparator"].mask(thing, "≥")
    line = rows["target_value"].mask(thing, 1.0).to_numpy("float64")
    return verdict(low, high, comparator, line)
