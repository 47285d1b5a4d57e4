"""Where each locality stands against each target, and the numbers that say so."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats, compare_with_line, interval
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
# What a target asks and its indicator is, beside what everybody reads of a judgement.
TERMS = ["text_known", "measurable", "direction", "time_type", "aggregation", "minimum", "maximum"]
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
COLUMNS += ["gap", "lag", "sense", "unit", "decimals", "as_of", *TERMS]
# What a judgement reads, as arrays: on the few hundred rows of a page they are ten times as fast as columns, and a
# lever turned in a meeting waits for them.
_READ = {
    "indicator standing kind comparator direction time_type aggregation qualifier absence": "object",
    "value target_value minimum maximum baseline line_start_value line_end_value expected": "float64",
    "deadline period_start period_end baseline_date line_start line_end": "datetime64[us]",
    "text_known measurable stale": "bool",
}
_NEVER = np.datetime64("NaT", "us")
Texts = NDArray[np.object_] | NDArray[np.str_]
Signs = NDArray[np.int64]
Read = dict[str, NDArray[Any]]


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
    rows = held_against(_with_terms(assignments, targets, indicators), latest(observations, as_of))
    moving = on_line(rows)
    rows = rows.assign(as_of=as_of, **baselines(rows[moving], targets, observations))
    going = rows[moving]
    return judge(rows.assign(**expected_on(going, targets, going["period_end"])))


def _with_terms(assignments: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Set beside each assignment what its target asks and what its indicator is."""
    wanted = targets["target"].isin(assignments["target"].unique())
    aims = targets.loc[wanted, ["target", *_TARGET, "value"]].rename(columns={"value": "target_value"})
    about = indicators.set_index("indicator")[_INDICATOR].reindex(pd.Index(aims["indicator"]))
    aims = pd.concat([aims, about.set_axis(aims.index)], axis=1).set_index("target")
    aims = aims.reindex(pd.Index(assignments["target"])).set_axis(assignments.index)
    return pd.concat([assignments, aims], axis=1)


def held_against(asked: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Set the figure that each locality has beside what is asked of it.

    Parameters
    ----------
    asked
        ``vintage``, ``locality``, ``indicator``, and what else is to be kept; none of the figure's columns.
    figures
        Of ``asof.latest``.

    Returns
    -------
    DataFrame
        The rows of `asked` in their order with the columns of the figure; missing where there is none.
    """
    at = _keys(figures).get_indexer(_keys(asked))
    found = figures[_FIGURE].reset_index(drop=True).reindex(at).set_axis(asked.index)
    return pd.concat([asked, found.assign(stale=found["stale"].eq(True))], axis=1)


def _keys(rows: pd.DataFrame) -> "pd.Index[str]":
    """Name each figure by one text: a lever waits for this, and a merge on three columns takes five times as long."""
    names = rows["vintage"] + " " + rows["locality"] + " " + rows["indicator"]
    keys: pd.Index[str] = pd.Index(names.to_numpy(object))
    return keys


def judge(rows: pd.DataFrame) -> pd.DataFrame:
    """Judge figures against their targets and lines; the rules are told at ``assess``.

    Parameters
    ----------
    rows
        Of ``held_against``, with the columns of ``COLUMNS`` that say what is asked, where the line starts
        (``baseline``, ``baseline_date``, ``baseline_basis``), what it expects (``trajectory.SEGMENT``) and from which
        day each is looked at (``as_of``).

    Returns
    -------
    DataFrame
        As of ``assess``.
    """
    read = {name: rows[name].to_numpy(dtype) for names, dtype in _READ.items() for name in names.split()}
    read["sense"] = _sense(read)
    line = _no_lower_than_the_target(read)
    read |= line
    status, reason = _judge(read)
    judged: dict[str, Any] = {
        **line,
        "sense": read["sense"],
        "gap": _distance(read, "target_value"),
        "lag": _distance(read, "expected"),
        "status": pd.Series(status, rows.index, dtype="str"),
        "reason": pd.Series(reason, rows.index, dtype="str"),
    }
    return rows.assign(**judged)[COLUMNS]


def on_line(rows: pd.DataFrame) -> pd.Series:
    """Tell what moves along a line: ranks are places taken from others, and dates are kept or not."""
    return rows["kind"].eq("value") & rows["standing"].eq("assigned")


def _no_lower_than_the_target(rows: Read) -> Read:
    """Expect the target itself where the line would fall to it: who starts beyond it need not go back."""
    beyond = rows["sense"] * (rows["expected"] - rows["target_value"]) > 0
    days = {name: np.where(beyond, _NEVER, rows[name]) for name in ("line_start", "line_end")}
    values = {name: np.where(beyond, np.nan, rows[name]) for name in ("line_start_value", "line_end_value")}
    return days | values | {"expected": np.where(beyond, rows["target_value"], rows["expected"])}


def _sense(rows: Read) -> Signs:
    more = _is(rows, "comparator", "≥", ">") | _is(rows, "comparator", "=") & _is(rows, "direction", "higher")
    less = _is(rows, "comparator", "≤", "<") | _is(rows, "comparator", "=") & _is(rows, "direction", "lower")
    return np.subtract(more, less, dtype="int64")


def _is(rows: Read, column: str, *words: str) -> Flags:
    """Tell where a column is one of some words; what is missing is none of them."""
    return np.asarray(np.logical_or.reduce([rows[column] == word for word in words]), dtype="bool")


def _distance(rows: Read, line: str) -> Floats:
    """Measure value − line so that short of the line is negative; off a value to be hit always is."""
    apart = np.where(_is(rows, "kind", "value", "rank"), rows["value"] - rows[line], np.nan)
    to_hit = _is(rows, "comparator", "=") if line == "target_value" else rows["sense"] == 0
    return np.where(to_hit, -np.abs(apart), apart * rows["sense"])


def _judge(rows: Read) -> tuple[Texts, Texts]:
    """Try the rules in order; the first that holds gives status and reason."""
    assigned = _is(rows, "standing", "assigned")
    low, high = _certain(rows)
    done, not_done = _fulfilled(rows, low, high)
    rules = [*_nothing_to_judge(rows, assigned)]
    rules += _against_reference(rows, ~assigned, done, not_done, low, high)
    rules += _against_target(rows, done, not_done)
    rules += _against_line(rows, low, high)
    conditions = [condition for condition, _, _ in rules]
    status = np.select(conditions, [status for _, status, _ in rules], "open")
    reason = np.select(conditions, [reason for _, _, reason in rules], "undecided")
    return status, reason


Rule = tuple[Flags, str, str]


def _nothing_to_judge(rows: Read, assigned: Flags) -> list[Rule]:
    return [
        (assigned & ~rows["measurable"], "not_measurable", "no_method"),
        (~rows["text_known"], "no_data", "text_unknown"),
        (pd.isna(rows["indicator"]), "no_data", "no_indicator"),
        (_is(rows, "absence", "not_applicable"), "no_data", "not_applicable"),
        (_is(rows, "absence", "boundary_changed"), "no_data", "boundary_changed"),
        (np.isnat(rows["period_end"]), "no_data", "no_observation"),
        (np.isnan(rows["value"]), "no_data", "no_number"),
        (rows["stale"], "stale", "older_than_a_year"),
    ]


def _against_reference(
    rows: Read, reference: Flags, done: Flags, not_done: Flags, low: Floats, high: Floats
) -> list[Rule]:
    upward, line = ~_is(rows, "comparator", "≤", "<"), rows["target_value"]
    hit = _is(rows, "comparator", "=")
    above = np.where(hit, low >= line, np.where(upward, done, not_done))
    below = np.where(hit, high < line, np.where(upward, not_done, done))
    return [
        (reference & above, "above_reference", "reference"),
        (reference & below, "below_reference", "reference"),
        (reference, "no_judgement", "qualifier"),
    ]


def _against_target(rows: Read, done: Flags, not_done: Flags) -> list[Rule]:
    due = rows["period_end"] >= rows["deadline"]
    late_sight = _is(rows, "kind", "date") & (rows["period_end"] > rows["deadline"])
    unnamed = pd.isna(rows["comparator"]) & _is(rows, "kind", "value", "rank")
    return [
        (done & late_sight, "open", "seen_after_deadline"),
        (done, "met", "reached"),
        (unnamed, "open", "no_comparator"),
        (not_done & due, "missed", "deadline_reached"),
        (~not_done & _partial(rows), "open", "partial_period"),
        (~not_done & due, "open", "qualifier"),
        (np.isnat(rows["deadline"]), "open", "no_deadline"),
        (~_is(rows, "kind", "value"), "open", "still_ahead"),
    ]


def _against_line(rows: Read, low: Floats, high: Floats) -> list[Rule]:
    expected, sense = rows["expected"], rows["sense"]
    slack = TOLERANCE * np.maximum(1.0, np.abs(expected))
    beyond = np.where(sense > 0, low >= expected - slack, high <= expected + slack)
    short = np.where(sense > 0, high < expected - slack, low > expected + slack)
    early = ~np.isnan(rows["baseline"]) & (rows["period_end"] < rows["baseline_date"])
    return [
        (early, "open", "before_baseline"),
        (np.isnan(expected), "open", "no_baseline"),
        (sense == 0, "open", "no_direction"),
        (beyond, "on_track", "on_line"),
        (short, "behind", "below_line"),
        (np.full(len(sense), fill_value=True), "open", "qualifier"),
    ]


def _certain(rows: Read) -> tuple[Floats, Floats]:
    """Bound each value; a total of part of a year can only grow until the year is over."""
    low, high = interval(rows)
    return low, np.where(_partial(rows), np.inf, high)


def _partial(rows: Read) -> Flags:
    days = (rows["period_end"] - rows["period_start"]) / np.timedelta64(1, "D") + 1
    return _is(rows, "time_type", "flow") & _is(rows, "aggregation", "sum") & (days < FULL_YEAR_DAYS)


def _fulfilled(rows: Read, low: Floats, high: Floats) -> tuple[Flags, Flags]:
    """Compare with the target; a thing that is to exist, by a date or at all, is there from one on."""
    thing = _is(rows, "kind", "exists", "date") & np.isnan(rows["target_value"])
    comparator = np.where(thing, "≥", rows["comparator"])
    return compare_with_line(low, high, comparator, np.where(thing, 1.0, rows["target_value"]))
