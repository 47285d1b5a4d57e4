"""Rules of the tables beyond their schema, one rule a function.

A rule takes the typed frames and yields a problem for every row that breaks it. Errors stop loading; warnings are
loaded with the tables and shown. A published figure is never an error: the checks on screen report what is odd in it.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from data.foreign_keys import Frames
from data.problems import Problem, cell_problem, file_name, quoted_cell, spreadsheet_row
from data.schema import split_list
from wording import spelling
from wording import table_messages as words
from wording.column_names import spelled_out

# From the top. A vintage may lack a level; the units below it then belong to the level above it.
LEVELS = ("country", "province", "district", "commune")
# Text of a note in localities.csv: the population of the row has not been checked.
UNCHECKED = "chưa kiểm tra"
SHARE_TOLERANCE = 1e-6
LISTS = ["list_province", "list_district", "list_commune"]
FIGURE = ["vintage", "locality", "indicator", "period_start", "period_end"]

Rule = Callable[[Frames], Iterator[Problem]]


def a_parent_stands_one_level_above(frames: Frames) -> Iterator[Problem]:
    """Every unit except the country has a parent, of the next level in its vintage."""
    units = frames["localities"]
    level_of = units.drop_duplicates(["vintage", "code"]).set_index(["vintage", "code"])["level"].to_dict()
    parent_levels = _parent_levels(units)
    for at, vintage, level, parent in _columns(units, "vintage", "level", "parent_code"):
        wanted = parent_levels.get((vintage, level))
        actual = level_of.get((vintage, parent))
        if level == "country":
            if not _missing(parent):
                yield cell_problem("localities", at, "parent_code", words.PARENT_OF_COUNTRY, parent)
        elif _missing(parent):
            yield cell_problem("localities", at, "parent_code", words.PARENT_NEEDED, parent)
        elif actual is not None and actual != wanted:
            found = words.PARENT_LEVEL_FOUND.format(code=parent, level=actual)
            expected = words.PARENT_LEVEL.format(levels=wanted or "—")
            yield cell_problem("localities", at, "parent_code", expected, found)


def _parent_levels(units: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return (vintage, level) → the level above it: without districts, communes belong to the province."""
    found: dict[tuple[str, str], str] = {}
    for vintage, rows in units.groupby("vintage"):
        here = [level for level in LEVELS if level in set(rows["level"])]
        found |= {(str(vintage), level): above for above, level in pairwise(here)}
    return found


def an_unchecked_population_is_left_empty(frames: Frames) -> Iterator[Problem]:
    """A population that has not been checked is not used as a weight."""
    units = frames["localities"]
    unchecked = units["note"].fillna("").str.contains(UNCHECKED) & units["population"].notna()
    for at, population in _columns(units[unchecked], "population"):
        yield cell_problem("localities", at, "population", words.POPULATION_UNCHECKED, population)


def the_shares_of_an_old_unit_sum_to_one(frames: Frames) -> Iterator[Problem]:
    """The successors of a unit take over all of it: the shares sum to 1."""
    rows = frames["succession"]
    totals = rows.groupby(["old_vintage", "old_code"])["share"].transform("sum")
    wrong = rows[(totals - 1).abs() > SHARE_TOLERANCE].drop_duplicates(["old_vintage", "old_code"])
    for at, code in _columns(wrong, "old_code"):
        found = words.SHARES_SUM_FOUND.format(total=f"{totals[at]:.6g}")
        yield cell_problem("succession", at, "share", words.SHARES_SUM.format(code=code), found)


def a_share_fits_its_relation(frames: Frames) -> Iterator[Problem]:
    """The share of a ``full`` succession is 1, that of a ``partial`` one is less."""
    rows = frames["succession"]
    whole = rows["share"].ge(1 - SHARE_TOLERANCE)
    wrong = rows[rows["share"].notna() & (rows["relation"].eq("full") != whole)]
    for at, share, relation in _columns(wrong, "share", "relation"):
        yield cell_problem("succession", at, "share", _SHARE_WORDS.get(relation, words.SHARE_FULL), share)


def dates_run_forwards(frames: Frames) -> Iterator[Problem]:
    """No period ends before it starts."""
    for table, first, last in (
        ("observations", "period_start", "period_end"),
        ("resolutions", "in_force_from", "in_force_to"),
        ("expected", "valid_from", "valid_to"),
        ("targets", "baseline_date", "deadline"),
    ):
        rows = frames[table]
        for at, start, end in _columns(rows[rows[last] < rows[first]], first, last):
            expected = words.ORDER_DATES.format(column=first, earlier=quoted_cell(start))
            yield cell_problem(table, at, last, expected, end)


def a_level_exists_in_its_vintage(frames: Frames) -> Iterator[Problem]:
    """Targets and reporting obligations name levels that their vintage has."""
    known = _parent_levels(frames["localities"])
    for table in ("targets", "expected"):
        rows = frames[table]
        for at, vintage, level in _columns(rows, "vintage", "level"):
            if level != "country" and not _missing(level) and (vintage, level) not in known:
                yield cell_problem(table, at, "level", words.LEVEL_OF_VINTAGE.format(vintage=vintage), level)


def bounds_of_an_indicator_leave_room(frames: Frames) -> Iterator[Problem]:
    """The maximum of an indicator is above its minimum."""
    rows = frames["indicators"]
    for at, low, high in _columns(rows[rows["maximum"] <= rows["minimum"]], "minimum", "maximum"):
        yield cell_problem(
            "indicators", at, "maximum", words.BOUNDS_ORDER.format(minimum=f"{low:.12g}"), high
        )


def a_weighted_indicator_names_its_base(frames: Frames) -> Iterator[Problem]:
    """A weighted mean names the population that it is weighted by."""
    rows = frames["indicators"]
    weighted, named = rows["aggregation"].eq("population_weighted"), rows["weight_base"].notna()
    for at, base in _columns(rows[weighted & ~named], "weight_base"):
        yield cell_problem("indicators", at, "weight_base", words.WEIGHT_NAMED, base)


def a_name_means_one_indicator(frames: Frames) -> Iterator[Problem]:
    """The intake finds an indicator by its names: a name that two indicators share would be ambiguous."""
    rows, first = frames["indicators"], dict[str, str]()
    for column in ("name_vi", "intake_names"):
        for at, indicator, content in _columns(rows, "indicator", column):
            for name in [content] if column == "name_vi" else split_list(content):
                other = first.setdefault(spelling.spelling_key(spelled_out(str(name))), indicator)
                if other != indicator:
                    expected = words.NAME_OWN.format(indicator=indicator)
                    found = words.NAME_TAKEN.format(name=name, other=other)
                    yield cell_problem("indicators", at, column, expected, found)


def a_recipe_lists_every_level_or_none(frames: Frames) -> Iterator[Problem]:
    """A recipe with the length of a list has it for every level: a level without it would have no figures."""
    rows = frames["recipes"]
    some = rows[LISTS].notna().any(axis=1)
    for column in LISTS:
        for at, length in _columns(rows[some & rows[column].isna()], column):
            yield cell_problem("recipes", at, column, words.LIST_LENGTH, length)


def one_figure_is_preferred(frames: Frames) -> Iterator[Problem]:
    """A map shows one value a period: two preferred figures would make it depend on the order of rows."""
    rows = frames["observations"]
    preferred = rows[rows["preferred"]]
    first = preferred.drop_duplicates(FIGURE)
    rows_of = {key[1:]: key[0] for key in _columns(first, *FIGURE)}
    for at, *key in _columns(preferred[preferred.duplicated(FIGURE)], *FIGURE):
        found = words.PREFERRED_FOUND.format(row=spreadsheet_row(rows_of[tuple(key)]))
        yield cell_problem("observations", at, "preferred", words.PREFERRED_ONE, found)


def a_figure_says_something_or_why_not(frames: Frames) -> Iterator[Problem]:
    """A row has a value, a text or a reason of absence; a row with a reason has no value."""
    rows = frames["observations"]
    silent = rows["value"].isna() & rows["value_text"].isna() & rows["absence"].isna()
    for at, value in _columns(rows[silent], "value"):
        yield cell_problem("observations", at, "value", words.VALUE_SOMETHING, value)
    for at, value in _columns(rows[rows["absence"].notna() & rows["value"].notna()], "value"):
        yield cell_problem("observations", at, "value", words.VALUE_ABSENT, value)


def an_entered_figure_keeps_its_bounds(frames: Frames) -> Iterator[Problem]:
    """An entered figure lies within the bounds of its indicator; a published one may not."""
    rows = frames["observations"]
    yield from _beyond_bounds(rows[rows["origin"].ne("published")], frames, words.FIX_CELL)


def only_rates_have_parts(frames: Frames) -> Iterator[Problem]:
    """Only rates have a numerator and a denominator: a count with parts could be summed in two ways."""
    rows = frames["observations"]
    indicators = frames["indicators"]
    rates = indicators["aggregation"].eq("ratio_of_sums") | indicators["unit"].eq("%")
    plain = set(indicators.loc[~rates, "indicator"])
    for column in ("numerator", "denominator"):
        wrong = rows[rows[column].notna() & rows["indicator"].isin(plain)]
        for at, value, indicator in _columns(wrong, column, "indicator"):
            yield cell_problem(
                "observations", at, column, words.PARTS_RATES_ONLY.format(indicator=indicator), value
            )


def no_simulated_figure_is_stored(frames: Frames) -> Iterator[Problem]:
    """Simulated figures are stored in a cache, never in the tables."""
    rows = frames["observations"]
    for at, origin in _columns(rows[rows["origin"].eq("simulated")], "origin"):
        yield cell_problem("observations", at, "origin", words.ORIGIN_REAL, origin)


def a_known_target_is_complete(frames: Frames) -> Iterator[Problem]:
    """A target whose text is known has every value that its kind needs."""
    rows = frames["targets"]
    known = rows[rows["text_known"]]
    for kind, columns in (
        ("value", ("indicator", "comparator", "value", "deadline")),
        ("rank", ("indicator", "comparator", "value", "deadline")),
        ("date", ("deadline",)),
    ):
        for column in columns:
            for at, value in _columns(known[known["kind"].eq(kind) & known[column].isna()], column):
                yield cell_problem("targets", at, column, words.TARGET_NEEDS.format(kind=kind), value)


def an_unknown_target_claims_nothing(frames: Frames) -> Iterator[Problem]:
    """A target whose text is unknown has no value and no deadline."""
    rows = frames["targets"]
    unknown = rows[~rows["text_known"]]
    for column in ("indicator", "comparator", "value", "deadline"):
        for at, value in _columns(unknown[unknown[column].notna()], column):
            yield cell_problem("targets", at, column, words.TARGET_UNKNOWN, value)


def a_baseline_has_a_date(frames: Frames) -> Iterator[Problem]:
    """A baseline has a date, because the target line starts there."""
    rows = frames["targets"]
    for at, when in _columns(rows[rows["baseline"].notna() & rows["baseline_date"].isna()], "baseline_date"):
        yield cell_problem("targets", at, "baseline_date", words.BASELINE_DATED, when)


def a_milestone_comes_before_its_target(frames: Frames) -> Iterator[Problem]:
    """A milestone has an earlier deadline than its target."""
    rows = frames["targets"]
    deadlines = rows.drop_duplicates("target").set_index("target")["deadline"].to_dict()
    for at, of, deadline in _columns(rows[rows["milestone_of"].notna()], "milestone_of", "deadline"):
        final = deadlines.get(of)
        if final is not None and deadline >= final:
            expected = words.MILESTONE_BEFORE.format(target=of, deadline=quoted_cell(final))
            yield cell_problem("targets", at, "deadline", expected, deadline)


def an_explanation_is_tied_once(frames: Frames) -> Iterator[Problem]:
    """An explanation of a target names no document beside it: the target has its own."""
    rows = frames["explanations"]
    twice = rows[rows["target"].notna() & rows["resolution"].notna()]
    for at, resolution in _columns(twice, "resolution"):
        yield cell_problem("explanations", at, "resolution", words.EXPLAINED_ONCE, resolution)


def a_computed_value_says_how(frames: Frames) -> Iterator[Problem]:
    """A value that its source does not print is a number, and the note says what it is worked out from."""
    rows = frames["observations"]
    computed = rows[rows["value_basis"].eq("computed")]
    for at, value in _columns(computed[computed["value"].isna()], "value"):
        yield cell_problem("observations", at, "value", words.COMPUTED_VALUE, value)
    for at, note in _columns(computed[computed["note"].isna()], "note"):
        yield cell_problem("observations", at, "note", words.COMPUTED_NOTE, note)


def an_area_and_a_population_have_a_source(frames: Frames) -> Iterator[Problem]:
    """A figure carries its source, and so do those of the register."""
    rows = frames["localities"]
    for figure, source in (("area_km2", "area_source"), ("population", "population_source")):
        for at, missing in _columns(rows[rows[figure].notna() & rows[source].isna()], source):
            yield cell_problem("localities", at, source, words.REGISTER_SOURCE.format(column=figure), missing)


ERRORS: tuple[Rule, ...] = (
    a_parent_stands_one_level_above,
    an_unchecked_population_is_left_empty,
    the_shares_of_an_old_unit_sum_to_one,
    a_share_fits_its_relation,
    dates_run_forwards,
    a_level_exists_in_its_vintage,
    bounds_of_an_indicator_leave_room,
    a_weighted_indicator_names_its_base,
    a_name_means_one_indicator,
    a_recipe_lists_every_level_or_none,
    one_figure_is_preferred,
    a_figure_says_something_or_why_not,
    an_entered_figure_keeps_its_bounds,
    only_rates_have_parts,
    no_simulated_figure_is_stored,
    a_known_target_is_complete,
    an_unknown_target_claims_nothing,
    a_baseline_has_a_date,
    a_milestone_comes_before_its_target,
    an_explanation_is_tied_once,
    a_computed_value_says_how,
    an_area_and_a_population_have_a_source,
)


def a_published_figure_is_beyond_bounds(frames: Frames) -> Iterator[Problem]:
    """A published share of 103 % is loaded and gives a warning."""
    rows = frames["observations"]
    yield from _beyond_bounds(rows[rows["origin"].eq("published")], frames, words.LOOK_AT)


def a_rank_is_within_its_field(frames: Frames) -> Iterator[Problem]:
    """A rank is not above the number of places that are ranked."""
    rows = frames["observations"]
    for at, value, out_of in _columns(rows[rows["value"] > rows["out_of"]], "value", "out_of"):
        expected = words.RANK_OUT_OF.format(out_of=f"{out_of:.12g}")
        yield cell_problem("observations", at, "value", expected, value, words.LOOK_AT)


def no_figure_is_preferred(frames: Frames) -> Iterator[Problem]:
    """Of the figures of a period one is preferred; otherwise no map shows the period."""
    rows = frames["observations"]
    chosen = rows.groupby(FIGURE)["preferred"].transform("any").astype(bool)
    for at, _ in _columns(rows[~chosen].drop_duplicates(FIGURE), "preferred"):
        found = words.PREFERRED_NONE_FOUND
        yield cell_problem("observations", at, "preferred", words.PREFERRED_NONE, found, words.LOOK_AT)


def nothing_stands_unused(frames: Frames) -> Iterator[Problem]:
    """Every indicator, source and document is used by a row."""
    for table, users in _USERS.items():
        used = set().union(*(frames[user][column].dropna() for user, column in users)) | _USED_BY_CODE
        rows = frames[table]
        key = table.removesuffix("s")
        for at, code in _columns(rows[~rows[key].isin(used)], key):
            found = words.UNUSED_FOUND.format(code=code)
            yield _note(table, at, key, words.UNUSED[table], found)


def a_target_is_observed(frames: Frames) -> Iterator[Problem]:
    """The indicator of a target has figures; otherwise the target stays without data."""
    rows, observed = frames["targets"], frames["observations"]["indicator"]
    lone = rows[rows["indicator"].notna() & ~rows["indicator"].isin(observed)]
    for at, indicator in _columns(lone, "indicator"):
        found = words.UNOBSERVED_TARGET_FOUND.format(indicator=indicator)
        yield _note("targets", at, "indicator", words.UNOBSERVED_TARGET, found)


def a_core_indicator_is_asked_for(frames: Frames) -> Iterator[Problem]:
    """Every core indicator has a reporting obligation: coverage is reported ÷ due."""
    rows, obliged = frames["indicators"], frames["expected"]["indicator"]
    lone = rows[rows["tier"].eq("core") & ~rows["indicator"].isin(obliged)]
    for at, indicator in _columns(lone, "indicator"):
        found = words.UNASKED_CORE_FOUND.format(indicator=indicator)
        yield _note("indicators", at, "tier", words.UNASKED_CORE, found)


def a_recipe_is_used(frames: Frames) -> Iterator[Problem]:
    """Recipes belong to core indicators; no other indicator is simulated."""
    rows, indicators = frames["recipes"], frames["indicators"]
    core = indicators.loc[indicators["tier"].eq("core"), "indicator"]
    for at, indicator in _columns(rows[~rows["indicator"].isin(core)], "indicator"):
        found = words.RECIPE_UNUSED_FOUND.format(indicator=indicator)
        yield _note("recipes", at, "indicator", words.RECIPE_UNUSED, found)


WARNINGS: tuple[Rule, ...] = (
    a_published_figure_is_beyond_bounds,
    a_rank_is_within_its_field,
    no_figure_is_preferred,
    nothing_stands_unused,
    a_target_is_observed,
    a_core_indicator_is_asked_for,
    a_recipe_is_used,
)

_SHARE_WORDS = {"full": words.SHARE_FULL, "partial": words.SHARE_PARTIAL}
# Figures in the cache cite the source of the simulated set; no table does.
_USED_BY_CODE = {"simulated"}
_USERS = {
    "indicators": [
        ("observations", "indicator"),
        ("targets", "indicator"),
        ("relations", "whole"),
        ("relations", "part"),
    ],
    "sources": [
        *(
            (table, "source")
            for table in ("observations", "targets", "tallies", "resolutions", "succession", "explanations")
        ),
        ("localities", "area_source"),
        ("localities", "population_source"),
    ],
    "resolutions": [
        ("targets", "resolution"),
        ("explanations", "resolution"),
        ("tallies", "resolution"),
        ("resolutions", "implements"),
        ("resolutions", "superseded_by"),
    ],
}


def _beyond_bounds(rows: pd.DataFrame, frames: Frames, message: str) -> Iterator[Problem]:
    limits = frames["indicators"].drop_duplicates("indicator").set_index("indicator")[["minimum", "maximum"]]
    low = rows["indicator"].map(limits["minimum"]).astype("float64")
    high = rows["indicator"].map(limits["maximum"]).astype("float64")
    for at, value, indicator in _columns(
        rows[(rows["value"] < low) | (rows["value"] > high)], "value", "indicator"
    ):
        expected = words.VALUE_BOUNDS.format(
            minimum=_bound(low[at]), maximum=_bound(high[at]), indicator=indicator
        )
        yield cell_problem("observations", at, "value", expected, value, message)


def _bound(limit: float) -> str:
    return words.VALUE_FREE if limit != limit else f"{limit:.12g}"


def _note(table: str, position: int, column: str, expected: str, found: str) -> Problem:
    return Problem(file_name(table), spreadsheet_row(position), column, expected, found, words.LOOK_AT)


def _columns(rows: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """Iterate over (row position, value of each named column…)."""
    return zip(rows.index, *(rows[name].tolist() for name in names), strict=True)


def _missing(value: object) -> bool:
    return value is None or value != value
