"""The status of each locality against each target, and the numbers behind it."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats, compare_with_line, interval
from indicators.latest_observations import latest
from indicators.trajectory import SEGMENT, baselines, expected_on

# For an assigned target; for a row that cannot be assessed; for a reference line.
STATUSES: tuple[str, ...] = ("met", "on_track", "behind", "missed", "open")
STATUSES += ("not_measurable", "no_data", "text_unknown", "stale")
STATUSES += ("above_reference", "below_reference", "no_judgement")

# A computed 65.00000000000001 is not above a line at 65.
TOLERANCE = 1e-9
# A total over fewer days does not cover the year of its target.
FULL_YEAR_DAYS = 360

_TARGET = ["resolution", "indicator", "kind", "comparator", "deadline", "text_known", "measurable"]
_INDICATOR = ["unit", "decimals", "direction", "time_type", "aggregation", "minimum", "maximum"]
# Columns of the target and its indicator that only the rules read.
TERMS = ["text_known", "measurable", "direction", "time_type", "aggregation", "minimum", "maximum"]
_FIGURE = ["value", "value_text", "qualifier", "value_basis", "numerator", "denominator", "out_of", "absence"]
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
# The columns that the rules read as arrays. For a few hundred rows, arrays are ten times as fast as columns, and every
# move of a lever applies the rules again.
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
    """Assess every assignment by its latest figure on a day.

    A figure that fulfils the target is ``met``, on any day. A figure that does not is ``missed`` if its period reaches
    the deadline. Before the deadline it is compared with the line at its period end (``on_track``, ``behind``). It is
    ``open`` if nothing decides: there is no line, the qualifier allows both answers, or the target is a rank or a date.
    A figure older than 12 months is ``stale`` and not assessed. A target without a known text is ``text_unknown``.
    A figure on a reference line is ``above_reference``, ``below_reference`` or ``no_judgement``.

    Parameters
    ----------
    assignments
        Of ``indicators.assignment.assign``: ``target``, ``vintage``, ``locality``, ``standing``, ``basis``.
    targets, indicators, observations
        The tables; observations real or simulated, never both.
    as_of
        The viewed day.

    Returns
    -------
    DataFrame
        One row per assignment in their order, with ``COLUMNS``. ``status`` is one of ``STATUSES``, ``reason`` names the
        rule that decides. ``sense`` is +1 if more is better, −1 if less is better, 0 if the target is one exact value
        of an indicator without direction. ``gap`` is the distance to the target and ``lag`` the distance to the line,
        in the indicator's unit; both are negative if the locality falls short, for either sense.
    """
    rows = with_figures(_with_terms(assignments, targets, indicators), latest(observations, as_of))
    moving = follows_line(rows)
    rows = rows.assign(as_of=as_of, **baselines(rows[moving], targets, observations))
    going = rows[moving]
    return apply_rules(rows.assign(**expected_on(going, targets, going["period_end"])))


def _with_terms(assignments: pd.DataFrame, targets: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Add the columns of its target and its indicator to each assignment."""
    assigned = targets["target"].isin(assignments["target"].unique())
    aims = targets.loc[assigned, ["target", *_TARGET, "value"]].rename(columns={"value": "target_value"})
    about = indicators.set_index("indicator")[_INDICATOR].reindex(pd.Index(aims["indicator"]))
    aims = pd.concat([aims, about.set_axis(aims.index)], axis=1).set_index("target")
    aims = aims.reindex(pd.Index(assignments["target"])).set_axis(assignments.index)
    return pd.concat([assignments, aims], axis=1)


def with_figures(rows: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add the columns of the latest figure to each row.

    Parameters
    ----------
    rows
        ``vintage``, ``locality``, ``indicator`` and any other columns, but none of the figure.
    figures
        Of ``latest_observations.latest``.

    Returns
    -------
    DataFrame
        The rows in their order with the columns of the figure; missing if there is no figure.
    """
    at = _keys(figures).get_indexer(_keys(rows))
    own = figures[_FIGURE].reset_index(drop=True).reindex(at).set_axis(rows.index)
    return pd.concat([rows, own.assign(stale=own["stale"].eq(True))], axis=1)


def _keys(rows: pd.DataFrame) -> "pd.Index[str]":
    """Return one text as the key of each figure; a merge on three columns takes five times as long."""
    names = rows["vintage"] + " " + rows["locality"] + " " + rows["indicator"]
    keys: pd.Index[str] = pd.Index(names.to_numpy(object))
    return keys


def apply_rules(rows: pd.DataFrame) -> pd.DataFrame:
    """Apply the rules of ``assess`` to figures with their targets and lines.

    Parameters
    ----------
    rows
        Of ``with_figures``, with the columns of the target, the start of the line (``START``), its value
        (``trajectory.SEGMENT``), and the day of the assessment (``as_of``).

    Returns
    -------
    DataFrame
        Of ``assess``.
    """
    read = {name: rows[name].to_numpy(dtype) for names, dtype in _READ.items() for name in names.split()}
    read["sense"] = _sense(read)
    line = _bounded_by_target(read)
    read |= line
    status, reason = _first_rule(read)
    added: dict[str, Any] = {
        **line,
        "sense": read["sense"],
        "gap": _distance(read, "target_value"),
        "lag": _distance(read, "expected"),
        "status": pd.Series(status, rows.index, dtype="str"),
        "reason": pd.Series(reason, rows.index, dtype="str"),
    }
    return rows.assign(**added)[COLUMNS]


def follows_line(rows: pd.DataFrame) -> pd.Series:
    """Tell which rows are compared with a line: assigned targets of a value. Ranks and dates have no line."""
    return rows["kind"].eq("value") & rows["standing"].eq("assigned")


def _bounded_by_target(rows: Read) -> Read:
    """Return the target in place of a line beyond it: who starts beyond the target need not go back."""
    beyond = rows["sense"] * (rows["expected"] - rows["target_value"]) > 0
    days = {name: np.where(beyond, _NEVER, rows[name]) for name in ("line_start", "line_end")}
    values = {name: np.where(beyond, np.nan, rows[name]) for name in ("line_start_value", "line_end_value")}
    return days | values | {"expected": np.where(beyond, rows["target_value"], rows["expected"])}


def _sense(rows: Read) -> Signs:
    more = _is(rows, "comparator", "≥", ">") | _is(rows, "comparator", "=") & _is(rows, "direction", "higher")
    less = _is(rows, "comparator", "≤", "<") | _is(rows, "comparator", "=") & _is(rows, "direction", "lower")
    return np.subtract(more, less, dtype="int64")


def _is(rows: Read, column: str, *values: str) -> Flags:
    """Tell where a column has one of some values; a missing value is none of them."""
    return np.asarray(np.logical_or.reduce([rows[column] == value for value in values]), dtype="bool")


def _distance(rows: Read, line: str) -> Floats:
    """Return value − line, negative if it falls short. For one exact value, any distance is negative."""
    apart = np.where(_is(rows, "kind", "value", "rank"), rows["value"] - rows[line], np.nan)
    to_hit = _is(rows, "comparator", "=") if line == "target_value" else rows["sense"] == 0
    return np.where(to_hit, -np.abs(apart), apart * rows["sense"])


def _first_rule(rows: Read) -> tuple[Texts, Texts]:
    """Return status and reason of the first rule that holds for each row."""
    assigned = _is(rows, "standing", "assigned")
    low, high = _certain(rows)
    done, not_done = _fulfilled(rows, low, high)
    rules = _not_assessable(rows, assigned)
    rules += _against_reference(rows, ~assigned, done, not_done, low, high)
    rules += _against_target(rows, done, not_done)
    rules += _against_line(rows, low, high)
    conditions = [condition for condition, _, _ in rules]
    status = np.select(conditions, [status for _, status, _ in rules], "open")
    reason = np.select(conditions, [reason for _, _, reason in rules], "undecided")
    return status, reason


Rule = tuple[Flags, str, str]


def _not_assessable(rows: Read, assigned: Flags) -> list[Rule]:
    return [
        (assigned & ~rows["measurable"], "not_measurable", "no_method"),
        (~rows["text_known"], "text_unknown", "text_unknown"),
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
    seen_late = _is(rows, "kind", "date") & (rows["period_end"] > rows["deadline"])
    no_comparator = pd.isna(rows["comparator"]) & _is(rows, "kind", "value", "rank")
    return [
        (done & seen_late, "open", "seen_after_deadline"),
        (done, "met", "reached"),
        (no_comparator, "open", "no_comparator"),
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
    """Return the bounds of each value. The total of a part of a year can still grow, so it has no upper bound."""
    low, high = interval(rows)
    return low, np.where(_partial(rows), np.inf, high)


def _partial(rows: Read) -> Flags:
    days = (rows["period_end"] - rows["period_start"]) / np.timedelta64(1, "D") + 1
    return _is(rows, "time_type", "flow") & _is(rows, "aggregation", "sum") & (days < FULL_YEAR_DAYS)


def _fulfilled(rows: Read, low: Floats, high: Floats) -> tuple[Flags, Flags]:
    """Compare with the target. A target that something exists, also by a date, is fulfilled by a value of one."""
    thing = _is(rows, "kind", "exists", "date") & np.isnan(rows["target_value"])
    comparator = np.where(thing, "≥", rows["comparator"])
    return compare_with_line(low, high, comparator, np.where(thing, 1.0, rows["target_value"]))
