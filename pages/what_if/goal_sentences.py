"""What it takes to reach a target, computed and in sentences."""

from typing import Any

import pandas as pd

from indicators.goal import Goal, fewest_places, required_change
from indicators.primary_target import primary_target
from pages.what_if import words
from queries import assessments, catalogue, gazetteer, indicator_rows, observations
from queries.indicator_rows import ONE_INDICATOR
from queries.query import query
from queries.view import View
from wording import judgement, lists, markdown, numbers, places
from wording.markdown import Markdown
from wording.scenario_messages import GOAL_REASONS, NEEDED_REASONS

# Places that a sentence names; the lever lists all of them.
NAMED = 8


@query(*ONE_INDICATOR, keep=500)
def place_lines(view: View, code: str | None) -> list[Markdown]:
    """Return what a place needs to reach each target of the indicator, one sentence per target, assigned ones first."""
    if code is None:
        return [markdown.plain(words.CHOOSE_PLACE)]
    assessed = assessments.assessed(view, view.indicator)
    own = assessed[assessed["locality"].eq(code)].sort_values(["standing", "deadline"], kind="stable")
    name = gazetteer.full_name(view, code)
    if own.empty:
        return [markdown.fill(words.PLACE_WITHOUT_TARGET, name=name)]
    needs = required_change(own, assessments.changes(view, view.indicator), catalogue.tables().indicators)
    pairs = zip(own.iterrows(), needs.iterrows(), strict=True)
    return [_place_line(view, name, target, need) for (_, target), (_, need) in pairs]


def _place_line(view: View, name: str, target: pd.Series, need: pd.Series) -> Markdown:
    unit, decimals = target["unit"], int(target["decimals"])
    aim = markdown.fill(
        words.AIM[target["standing"]], name=name, day=numbers.day(target["deadline"]),
        aim=judgement.aim(target["comparator"], target["target_value"], unit, decimals),
    )  # fmt: skip
    if need["reason"] not in ("", "no_parts"):
        return markdown.fill(words.NEED_OF_AIM, aim=aim, needed=NEEDED_REASONS[need["reason"]])
    arrival = judgement.PACE_ARRIVAL.format(arrival=numbers.day(need["arrival"]))
    pace = judgement.PACE_WORDS[need["pace_reason"]] if need["pace_reason"] else arrival
    text = markdown.fill(words.NEED_AND_PACE, need=_need_text(view, need, target["as_of"]), pace=pace)
    return markdown.fill(words.NEED_OF_AIM, aim=aim, needed=text)


def _need_text(view: View, need: pd.Series, as_of: pd.Timestamp) -> Markdown:
    """Return how much is needed in all and each month: in things where they can be counted, else in points."""
    counted = need["reason"] == ""
    amount, monthly = ("count", "count_per_month") if counted else ("points", "points_per_month")
    template = words.NEED if need[amount] > 0 else words.NEED_LESS
    return markdown.fill(
        template if pd.notna(need[monthly]) else words.NEED_OVER,
        amount=numbers.number(abs(need[amount]), 0 if counted else 2),
        things=_things(catalogue.indicator(view.indicator)) if counted else judgement.POINTS,
        monthly=numbers.number(abs(need[monthly]), 1 if counted else 2),
        day=numbers.day(as_of),
    )


def _things(indicator: pd.Series) -> str:
    """Return the noun for what the indicator counts: dossiers of a rate, the unit of a count."""
    if pd.notna(indicator["count_noun"]):
        return str(indicator["count_noun"])
    return words.OF_NUMERATOR if indicator["unit"] == "%" else str(indicator["unit"])


@query(*ONE_INDICATOR, keep=200)
def province_target_value(view: View) -> float | None:
    """Return the value of the province's primary target, in the indicator's unit; None where there is none."""
    primary = primary_target(assessments.assessed(view, view.indicator))
    own = primary["locality"].eq(view.province) & primary["kind"].eq("value")
    values = primary.loc[own, "target_value"].dropna()
    return float(values.iloc[0]) if len(values) else None


@query(*ONE_INDICATOR, keep=200)
def places_to_lift(view: View, target: float, ceiling: float | None) -> Goal:
    """Return the fewest places of the view's level whose lifting brings the province to `target`.

    Parameters
    ----------
    target : float
        In per cent.
    ceiling : float or None
        The value in per cent to which each place is lifted; None lifts each to its own target.
    """
    latest = observations.latest(view, view.indicator).set_index("locality")
    latest = latest[~latest["stale"]]
    rows = indicator_rows.figures(view)[["code", "target_value"]]
    parts = latest[["numerator", "denominator"]].reindex(rows["code"]).set_axis(rows.index)
    levels = rows["target_value"] if ceiling is None else pd.Series(ceiling, rows.index)
    places = parts.assign(code=rows["code"], level=levels)
    return fewest_places(places, target, whole=_parts_of_whole(latest, view.province))


def _parts_of_whole(latest: pd.DataFrame, province: str) -> tuple[float, float] | None:
    """Return numerator and denominator of the province's own figure; None where it has no parts."""
    if province not in latest.index:
        return None
    own: Any = latest.loc[province]
    numerator, denominator = float(own["numerator"]), float(own["denominator"])
    return (numerator, denominator) if denominator > 0 else None


def goal_sentence(view: View, target: float, goal: Goal) -> Markdown:
    """Return which places are enough and what they add, or why no places are."""
    indicator = catalogue.indicator(view.indicator)
    values = {"best": goal.best, "target": target, "reached": goal.reached}
    shown = {name: numbers.quantity(value, "%", int(indicator["decimals"])) for name, value in values.items()}
    if goal.reason:
        return markdown.fill(GOAL_REASONS[goal.reason], **shown)
    shorts = gazetteer.within(view.vintage, view.province).set_index("code")["short"]
    names = [shorts[code] for code in goal.chosen]
    template = (words.FEWEST if len(names) <= NAMED else words.FEWEST_MANY)[gazetteer.area_kind(view)]
    return markdown.fill(
        template, count=numbers.number(len(names)), unit=places.UNIT_NAMES[view.level],
        names=lists.semicolon_list(names[:NAMED]),
        added=numbers.number(goal.added), things=_things(indicator), needed=numbers.number(goal.needed), **shown,
    )  # fmt: skip
