"""Scenarios: levers on figures and targets, and their effects. Nothing of a scenario is stored."""

from dataclasses import dataclass
from datetime import date
from math import isfinite

import pandas as pd

from indicators import levers, status
from indicators.primary_target import primary_target
from indicators.trajectory import SEGMENT, expected_on
from wording import scenario_messages as words

GROUPS = ("all", "places", "district", "type", "status", "shown")
LEVELS = ("", "country", "province", "district", "commune")
ON_FIGURES = ("set", "add", "count", "hold", "pace", "assume")
ON_TARGETS = ("aim", "deadline")
ACTIONS = (*ON_FIGURES, *ON_TARGETS)
# A screen can compare three scenarios with the baseline.
MOST = 3
# A committee cannot keep more levers apart, and an address sent by chat must stay short.
MOST_LEVERS = 8
# Letters that fit on a button and in the heading of a column.
LONGEST_NAME = 40

# The columns of the baseline's assessment that do not depend on the figure.
ASSIGNMENT = ["target", "resolution", "indicator", "vintage", "locality", "standing", "basis"]
ASSIGNMENT += ["kind", "comparator", "target_value", "deadline", "unit", "decimals"]
ASSIGNMENT += [*status.TERMS, *status.START, *SEGMENT]


@dataclass(frozen=True)
class Group:
    """The places that a lever moves.

    Attributes
    ----------
    kind
        One of ``GROUPS``: all · places (chosen one by one) · district (all places in some districts) · type (xã,
        phường …) · status (in the baseline) · shown (the places that passed the filters when the lever was made, as
        codes, so that the address moves the same places everywhere).
    codes
        Locality codes for places, district and shown; types; statuses; nothing for all. Sorted and unique.
    level
        Only localities of this level; of any level if empty.
    """

    kind: str
    codes: tuple[str, ...] = ()
    level: str = ""

    def __post_init__(self) -> None:
        if self.kind not in GROUPS or self.level not in LEVELS:
            raise ValueError(f"no such group: {self.kind!r} {self.level!r}")
        if (self.kind == "all") != (not self.codes):
            raise ValueError("a group of all names nobody, any other names somebody")
        if not all(self.codes):
            raise ValueError("a code has letters")
        if self.kind in ("places", "district", "shown") and not all(map(_is_code, self.codes)):
            raise ValueError("codes of localities are digits")
        object.__setattr__(self, "codes", tuple(sorted(set(self.codes))))


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


@dataclass(frozen=True)
class Lever:
    """One change.

    Attributes
    ----------
    action
        set (the value becomes ``amount``) · add (``amount`` is added to the value: points of a share) · count
        (``amount`` whole things are added: dossiers to the numerator of a share, or to a count) · hold (the present
        pace goes on until a day) · pace (the present pace times ``amount`` goes on until a day) · assume (``amount``
        is the value of a place without a figure or with a stale one) · aim (the target's value becomes ``amount``) ·
        deadline (the target's date becomes ``amount``).
    who
        The places that it moves.
    amount
        A number in the indicator's unit, a factor, a number of things, or a date; hold ignores it.
    indicator
        Of the figure or the target.
    target
        Id; required by aim and deadline; for hold and pace the one whose deadline ends the projection.
    until
        The day to which hold and pace project; None for the deadline of ``target`` or of the primary target.
    """

    action: str
    who: Group
    amount: float | date
    indicator: str
    target: str | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"no such action: {self.action!r}")
        if isinstance(self.amount, date) != (self.action == "deadline"):
            raise ValueError("a deadline is moved to a date, everything else by a number")
        if not isinstance(self.amount, date) and not isfinite(self.amount):
            raise ValueError("an amount is a number")
        if not self.indicator or self.target == "":
            raise ValueError("name the indicator, and the target or none")
        if self.action in ON_TARGETS and not self.target:
            raise ValueError("name the target that is moved")


@dataclass(frozen=True)
class Scenario:
    """Levers under a name, in the order in which they are applied."""

    name: str
    levers: tuple[Lever, ...]


BASELINE = Scenario("", ())


@dataclass(frozen=True, eq=False)
class Applied:
    """The frames of a scenario.

    Attributes
    ----------
    figures
        Of ``latest_observations.latest``. A changed figure replaces its row and has ``origin`` "assumed". A projected
        figure has the day it is projected to, an assumed figure the viewed day.
    targets
        The table with further rows for moved targets, under ids of their own. ``assess_scenario`` returns the original
        ids.
    assignments
        ``ASSIGNMENT`` in the order of the baseline's assessed rows, with the moved ``target_value`` and ``deadline``,
        ``of`` (the target's id in the table) and ``read_on`` (the day on which the baseline reads its line). A lever
        never moves the start of a line.
    touched
        One row per lever and place: ``lever`` (its number, −1 for an area that follows its parts), ``action``,
        ``vintage``, ``locality``, ``indicator``, ``before``, ``after``, ``numerator_before``, ``numerator_after``,
        ``day`` (of the figure), ``limited`` (bool: it stops at a bound), ``reason``: why nothing moved
        (not_applicable, has_figure, no_figure, stale, no_parts, no_pace, no_day), or empty.
    refusals
        Vietnamese sentences on areas that do not follow their parts.
    """

    figures: pd.DataFrame
    targets: pd.DataFrame
    assignments: pd.DataFrame
    touched: pd.DataFrame
    refusals: tuple[str, ...]


def apply_scenario(
    scenario: Scenario,
    figures: pd.DataFrame,
    paces: pd.DataFrame,
    targets: pd.DataFrame,
    localities: pd.DataFrame,
    indicators: pd.DataFrame,
    assessed: pd.DataFrame,
    as_of: pd.Timestamp,
) -> Applied:
    """Apply the levers of a scenario to copies of the frames.

    A rate changes by its numerator; its denominator stays, because the number of dossiers stays. No figure leaves its
    indicator's bounds. An area follows the gains of its parts (``roll_up``). The parts do not follow a lever on their
    area, because the scenario does not say which of them change. Levers of lower levels are applied before levers of
    higher levels, and levers of one level in their order.

    Parameters
    ----------
    scenario
        ``BASELINE`` changes nothing.
    figures
        Of ``latest_observations.latest``, of one vintage and kind. The frame may have one indicator only: levers of
        other indicators then change nothing, except assumptions.
    paces
        Of ``pace.changes``, of the same vintage and kind; only hold and pace read them.
    targets, indicators
        The tables.
    localities
        Of the same vintage: an area and what lies in it.
    assessed
        The baseline, of ``status.assess`` at ``as_of``: it has the statuses of groups and the deadlines of projections.
    as_of
        The viewed day.
    """
    effects, refusals = list[pd.DataFrame](), list[str]()
    for indicator in _moved_indicators(scenario, indicators):
        resolved = [
            _resolved(number, lever, localities, assessed)
            for number, lever in enumerate(scenario.levers)
            if lever.action in ON_FIGURES and lever.indicator == indicator
        ]
        moved = levers.move_figures(resolved, figures, paces, localities, indicators, indicator, as_of)
        figures, refusals = moved.figures, refusals + moved.refusals
        effects.append(moved.touched)
    touched = pd.concat(effects, ignore_index=True) if effects else levers.TOUCHED
    moved_targets, assignments = _move_targets(scenario, targets, localities, assessed)
    return Applied(figures, moved_targets, assignments, touched, tuple(dict.fromkeys(refusals)))


def assess_scenario(applied: Applied, as_of: pd.Timestamp) -> pd.DataFrame:
    """Assess a scenario by the rules of ``status.assess``; the rows and their order are those of the baseline.

    A figure projected to a later day is assessed on that day, every other figure on the viewed day. ``target`` is the
    id in the table, also if the target was moved; ``target_value`` and ``deadline`` are the moved ones.
    """
    rows = status.with_figures(applied.assignments.reset_index(drop=True), applied.figures)
    rows["as_of"] = rows["period_end"].where(rows["period_end"].gt(as_of), as_of)
    rows = _with_lines(rows, applied.targets)
    return status.apply_rules(rows).assign(target=rows["of"]).set_axis(applied.assignments.index)


def _with_lines(rows: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Read the lines again if the target or the day of the figure differs from the baseline."""
    same = rows["period_end"].eq(rows["read_on"]) & rows["target"].eq(rows["of"])
    moved = rows[status.follows_line(rows) & rows["period_end"].notna() & ~same]
    if moved.empty:
        return rows
    read = expected_on(moved, targets, moved["period_end"])
    return rows.assign(**{name: read[name].combine_first(rows[name].where(same)) for name in SEGMENT})


def compare_assessments(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Join the assessments of baseline and scenario.

    Parameters
    ----------
    before, after
        Of ``status.assess`` and of ``assess_scenario``. To compare one target per place, pass the primary targets as
        ``before``.

    Returns
    -------
    DataFrame
        On the index of ``before``: ``target``, ``resolution``, ``indicator``, ``vintage``, ``locality``,
        ``standing``, and ``status``, ``value``, ``gap``, ``target_value``, ``deadline`` each ``_before`` and
        ``_after``; ``flipped`` (bool: the status differs).
    """
    key = ["target", "vintage", "locality"]
    shown = ["status", "value", "gap", "target_value", "deadline"]
    own = before[[*key, "resolution", "indicator", "standing", *shown]]
    rows = own.merge(after[[*key, *shown]], "left", on=key, suffixes=("_before", "_after"), validate="1:1")
    rows.index = before.index
    return rows.assign(flipped=rows["status_before"].ne(rows["status_after"]))


def flip_counts(compared: pd.DataFrame) -> pd.DataFrame:
    """Count the flips of ``compare``: ``status_before``, ``status_after``, ``count``, the most frequent first."""
    flips = compared[compared["flipped"]]
    by = ["status_before", "status_after"]
    counted = flips.groupby(by, as_index=False).agg(count=("target", "size"))
    return counted.sort_values(["count", *by], ascending=[False, True, True]).reset_index(drop=True)


def compare_ranks(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the change of each place's rank.

    Parameters
    ----------
    before, after
        ``locality``, ``value``, ``rank`` of the same places, as of ``ranking.rank_level``.

    Returns
    -------
    DataFrame
        In the order of the scenario: ``locality``, ``value_before``, ``value_after``, ``rank_before``,
        ``rank_after``, ``rose`` (ranks won, negative if lost); ranks are missing if there is no order.
    """
    own = ["locality", "value", "rank"]
    rows = after[own].merge(before[own], on="locality", suffixes=("_after", "_before"), validate="1:1")
    columns = ["locality", "value_before", "value_after", "rank_before", "rank_after"]
    return rows[columns].assign(rose=rows["rank_before"] - rows["rank_after"])


def compare_counts(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Join two frames of ``summary.status_counts``: ``resolution``, ``status``, ``before``, ``after``."""
    by = ["resolution", "status"]
    # Not a merge: pandas cannot merge two empty columns of text.
    sides = {"before": before.set_index(by)["count"], "after": after.set_index(by)["count"]}
    return pd.DataFrame(sides).sort_index().fillna(0).astype("int64").reset_index()


def validate_scenario(
    scenario: Scenario, localities: pd.DataFrame, indicators: pd.DataFrame, targets: pd.DataFrame
) -> list[str]:
    """Return Vietnamese complaints about places, indicators and targets of a scenario that this view does not have."""
    chosen = [each for each in scenario.levers if each.who.kind in ("places", "district", "shown")]
    unknown = {code for each in chosen for code in each.who.codes} - set(localities["code"])
    complaints = [words.UNKNOWN_PLACES.format(count=len(unknown))] if unknown else []
    indicators_known, targets_known = set(indicators["indicator"]), set(targets["target"])
    named = dict.fromkeys(each.indicator for each in scenario.levers)
    complaints += [
        words.UNKNOWN_INDICATOR.format(indicator=each) for each in named if each not in indicators_known
    ]
    aimed = dict.fromkeys(each.target for each in scenario.levers if each.target)
    return complaints + [
        words.UNKNOWN_TARGET.format(target=each) for each in aimed if each not in targets_known
    ]


def members(group: Group, localities: pd.DataFrame, assessed: pd.DataFrame, indicator: str) -> pd.Index:
    """Return the codes of a group; a status is that of the indicator's primary target in ``assessed``."""
    rows = localities[localities["level"].eq(group.level)] if group.level else localities
    if group.kind in ("places", "shown"):
        rows = rows[rows["code"].isin(group.codes)]
    elif group.kind == "district":
        rows = rows[rows["parent_code"].isin(group.codes)]
    elif group.kind == "type":
        rows = rows[rows["type"].isin(group.codes)]
    elif group.kind == "status":
        primary = primary_target(assessed[assessed["indicator"].eq(indicator)])
        rows = rows[rows["code"].isin(primary.loc[primary["status"].isin(group.codes), "locality"])]
    codes: pd.Index = pd.Index(rows["code"], dtype="object")
    return codes


def _moved_indicators(scenario: Scenario, indicators: pd.DataFrame) -> list[str]:
    named = dict.fromkeys(lever.indicator for lever in scenario.levers if lever.action in ON_FIGURES)
    return [each for each in named if indicators["indicator"].eq(each).any()]


def _resolved(
    number: int, lever: Lever, localities: pd.DataFrame, assessed: pd.DataFrame
) -> levers.ResolvedLever:
    codes = members(lever.who, localities, assessed, lever.indicator)
    amount = 0.0 if isinstance(lever.amount, date) else float(lever.amount)
    until = pd.Series(pd.NaT, codes, dtype="datetime64[us]")
    if lever.until is not None:
        until = pd.Series(pd.Timestamp(lever.until), codes, dtype="datetime64[us]")
    elif lever.action in levers.PROJECTIONS:
        until = _deadlines(lever, assessed).reindex(codes)
    return levers.ResolvedLever(number, lever.action, amount, codes, until)


def _deadlines(lever: Lever, assessed: pd.DataFrame) -> pd.Series:
    rows = assessed[assessed["indicator"].eq(lever.indicator)]
    rows = rows[rows["target"].eq(lever.target)] if lever.target else primary_target(rows)
    return rows.set_index("locality")["deadline"]


def _move_targets(
    scenario: Scenario, targets: pd.DataFrame, localities: pd.DataFrame, assessed: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the targets with a new one, and its milestones, for the places whose target moves, and their rows."""
    rows = assessed[ASSIGNMENT].assign(of=assessed["target"], read_on=assessed["period_end"])
    moves = [each for each in scenario.levers if each.action in ON_TARGETS]
    if not moves:
        return targets, rows
    for lever in moves:
        codes = members(lever.who, localities, assessed, lever.indicator)
        here = rows["of"].eq(str(lever.target)) & rows["locality"].isin(codes)
        if isinstance(lever.amount, date):
            rows["deadline"] = rows["deadline"].mask(here, pd.Timestamp(lever.amount))
        else:
            rows["target_value"] = rows["target_value"].mask(here, lever.amount)
    moved = rows[rows["of"].isin([each.target for each in moves])]
    ways = moved.groupby(["of", "target_value", "deadline"], dropna=False).ngroup()
    ids = moved["of"] + "~" + ways.astype("str")
    copies = _copies(targets, moved.assign(target=ids).drop_duplicates("target"))
    return pd.concat([targets, *copies], ignore_index=True), rows.assign(
        target=rows["target"].mask(rows.index.isin(ids.index), ids.reindex(rows.index))
    )


def _copies(targets: pd.DataFrame, moved: pd.DataFrame) -> list[pd.DataFrame]:
    own = targets.set_index("target", drop=False)
    copies = []
    for of, target, value, deadline in moved[["of", "target", "target_value", "deadline"]].to_numpy(object):
        copy = own.loc[[of]].assign(target=target, value=value, deadline=deadline)
        steps = own[own["milestone_of"].eq(of)]
        copies += [copy, steps.assign(target=steps["target"] + "~" + target, milestone_of=target)]
    return copies
