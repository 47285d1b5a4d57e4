"""A seeded, monthly and complete set of simulated figures, to try every feature.

The real figures are few. The set is built into the cache at first use and never committed; every row has
``origin = simulated``.

Each unit without children (a *leaf*: a commune) has an ability: a sum of how urban and dense it is, of an effect of its
district and of chance, so that neighbours are alike. Its share of an indicator grows along a logistic curve through
the start and the end of the recipe, with a pace of its own, noise and sometimes a setback. Shares become counts;
counts are rolled up to districts and provinces, so that parts and wholes agree. Communes of 2025-07 are sums of the
communes that they took over (``succession``). Each vintage has every month; months in which it was not valid are
marked in ``note``.

This set has the provinces whose communes are in ``succession``; ``nationwide`` draws the others in the same way when
they are first used.
"""

import hashlib
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from data.cache import cache_directory, mark_used, remove_unused
from data.loader import Tables
from data.rules import LISTS
from wording import simulated_notes as words

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SEED = 20220318  # the day of Resolution 10
SOURCE = "simulated"
COUNTRY = "VN"
FIRST, LAST = date(2022, 1, 1), date(2026, 6, 30)

SUCCESSION = ["old_vintage", "old_code", "new_vintage", "new_code", "share"]

Array = np.ndarray[Any, np.dtype[np.float64]]
Row = dict[Any, Any]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Positions = np.ndarray[Any, np.dtype[np.int64]]
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Recipe:
    """Parameters by which one indicator is drawn: a row of ``recipes``.

    ``start`` and ``end`` are the typical share (%) in January 2022 and June 2026; ``spread`` is the standard deviation
    of the logit between places. ``base`` is the denominator of the share per 1,000 inhabitants (of a flow: a month).
    ``stream`` names the random stream that correlated indicators share, such as teams and their members.
    ``catalogue`` is the length of the whole list by level, for counts that do not roll up.
    """

    start: float
    end: float
    spread: float
    base: float
    stream: str = ""
    catalogue: tuple[tuple[str, float], ...] = ()


# For a core indicator without a row in recipes.csv.
DEFAULT = Recipe(start=20, end=80, spread=0.8, base=100)
# Columns of an indicator that the figures depend on; a change of its name does not build a new set.
DEPENDED_ON = ["indicator", "unit", "time_type", "aggregation", "decimals"]


@dataclass(frozen=True)
class Places:
    """The mapped localities and the matrices that roll them up.

    ``rows`` has one row a place (columns of ``localities``). ``handed`` (childless places × leaves) holds the shares
    that childless places take over from leaves; ``below`` (places × childless places) is 1 where a place holds a
    childless place. ``people``, ``ability`` and ``district`` have one value a leaf. A leaf is a childless place without
    a predecessor: figures are drawn for leaves only.
    """

    rows: pd.DataFrame
    handed: "csr_array"
    below: "csr_array"
    people: Array
    ability: Array
    district: Positions


def simulate(tables: Tables, seed: int = SEED) -> pd.DataFrame:
    """Draw the whole set; the same tables and seed give the same frame.

    Returns
    -------
    DataFrame
        Columns and types of ``observations``, sorted by indicator, vintage, locality, period_end. A missing row is
        a figure that is not reported: late (the last one to three months) or silent (a whole indicator).
    """
    return pd.concat(
        [frame for _, frame in draw_indicators(select_provinces(tables), seed)], ignore_index=True
    )


def select_provinces(tables: Tables, others: bool = False) -> Tables:
    """Return the tables with the localities of the provinces whose communes are in ``succession``.

    Parameters
    ----------
    others : bool
        Whether to return the localities of all other provinces instead.
    """
    units = tables.localities
    province = _province(units)
    links = tables.succession
    linked = {*zip(links["old_vintage"], links["old_code"], strict=True)}
    linked |= {*zip(links["new_vintage"], links["new_code"], strict=True)}
    keys = pd.Series([*zip(units["vintage"], units["code"], strict=True)], units.index)
    mine = pd.Series([*zip(units["vintage"], province, strict=True)], units.index)
    selected = mine.isin(set(mine[units["level"].eq("commune") & keys.isin(linked)]))
    return replace(tables, localities=units[selected != others])


def _province(units: pd.DataFrame) -> "pd.Series[str]":
    """Return the code of the province that each unit is or lies in; the country has its own code."""
    keys = zip(units["vintage"], units["code"], strict=True)
    parent = dict(zip(keys, units["parent_code"], strict=True))

    def top(vintage: str, code: str) -> str:
        while parent.get((vintage, code), COUNTRY) != COUNTRY and code != COUNTRY:
            code = parent[vintage, code]
        return code

    found = [top(vintage, code) for vintage, code in zip(units["vintage"], units["code"], strict=True)]
    return pd.Series(found, units.index)


def build(tables: Tables, path: Path | None = None, on_progress: Progress | None = None) -> Path:
    """Build the set as one Parquet file an indicator and return their directory.

    The directory appears only when it is complete: an interrupted build, or two at the same time, leave no part of it.

    Parameters
    ----------
    path : Path, optional
        The directory to make; by default the one in the cache that `load_figures` reads.
    on_progress : callable, optional
        Called with the finished share, 0 to 1.
    """
    target = path or _directory(tables)
    target.parent.mkdir(parents=True, exist_ok=True)
    total = max(len(_core(tables)), 1)
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        part = Path(temporary) / target.name
        part.mkdir()
        for number, (indicator, frame) in enumerate(draw_indicators(select_provinces(tables), SEED), start=1):
            frame.to_parquet(part / f"{indicator}.parquet", index=False)
            if on_progress:
                on_progress(number / total)
        move_into_place(part, target)
    remove_unused(target)
    return target


def is_built(tables: Tables) -> bool:
    """Tell whether the cache holds the set of these tables."""
    return is_cached(fingerprint(tables))


def is_cached(name: str) -> bool:
    """Tell whether the cache holds the set with a ``fingerprint``."""
    return (cache_directory() / name).is_dir()


def load_figures(
    tables: Tables, indicator: str | None = None, columns: list[str] | None = None
) -> pd.DataFrame:
    """Load the simulated figures of one indicator or of all; the set is built at first use.

    Columns and types are those of ``observations``, so that simulated figures differ from real ones by ``origin``
    only. An indicator without simulated figures has no rows. To read a few `columns` takes a thirtieth of the time.
    """
    if not is_built(tables):
        build(tables)
    mark_used(_directory(tables))
    wanted = sorted(_core(tables)["indicator"]) if indicator is None else [indicator]
    files = [_directory(tables) / f"{each}.parquet" for each in wanted]
    frames = [pd.read_parquet(file, columns=columns) for file in files if file.exists()]
    if not frames:
        return tables.observations.iloc[:0][columns or tables.observations.columns].copy()
    return pd.concat(frames, ignore_index=True)


def parse_recipes(table: pd.DataFrame) -> dict[str, Recipe]:
    """Return the recipes of the table ``recipes`` by indicator."""
    return {
        row["indicator"]: Recipe(
            start=row["start"],
            end=row["end"],
            spread=row["spread"],
            base=row["base"],
            stream="" if pd.isna(row["stream"]) else row["stream"],
            catalogue=tuple(
                (column.removeprefix("list_"), row[column]) for column in LISTS if pd.notna(row[column])
            ),
        )
        for row in table.to_dict("records")
    }


def _core(tables: Tables) -> pd.DataFrame:
    return tables.indicators.loc[tables.indicators["tier"].eq("core"), DEPENDED_ON]


def _directory(tables: Tables) -> Path:
    return cache_directory() / fingerprint(tables)


def fingerprint(tables: Tables) -> str:
    """Return the name of the set: a hash of all that it depends on, including the seed and the code."""
    digest = hashlib.sha256(f"{SEED} {_code()}".encode())
    for frame in (
        select_provinces(tables).localities,
        tables.succession,
        _core(tables),
        tables.recipes,
        tables.expected,
        tables.observations[:0],
    ):
        digest.update(frame.to_csv(None, index=False).encode())
    return f"simulated-{digest.hexdigest()[:16]}"


@cache
def _code() -> str:
    return hashlib.sha256(Path(__file__).read_bytes() + Path(words.__file__).read_bytes()).hexdigest()


def move_into_place(part: Path, target: Path) -> None:
    """Move a finished directory to its place; a directory that another process has put there stays."""
    try:
        part.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def draw_indicators(tables: Tables, seed: int = SEED) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each core indicator and its figures for all mapped localities; columns as in ``simulate``."""
    places = _places(tables, np.random.default_rng(seed))
    months = pd.date_range(FIRST, LAST, freq="ME").as_unit("us")
    known = parse_recipes(tables.recipes)
    reported = _reporting(places, len(months), np.random.default_rng(seed + 1))
    for indicator in _core(tables).sort_values("indicator").to_dict("records"):
        name = str(indicator["indicator"])
        recipe = known.get(name, DEFAULT)
        rng = np.random.default_rng([seed, zlib.crc32((recipe.stream or name).encode())])
        own = np.random.default_rng([seed, zlib.crc32(name.encode()), 1])
        drawn = _figures(indicator, recipe, places, len(months), rng)
        shown = reported & _audible(places, len(months), own) & _obliged(tables.expected, places, name)
        yield name, _frame(tables, indicator, places, months, drawn, shown)


def _places(tables: Tables, rng: np.random.Generator) -> Places:
    units = tables.localities
    rows = units[units["mapped"] & units["level"].ne("country")]
    rows = rows.sort_values(["vintage", "code"], ignore_index=True)
    at = {key: n for n, key in enumerate(zip(rows["vintage"], rows["code"], strict=True))}
    parents = zip(rows["vintage"], rows["parent_code"], strict=True)
    parent = np.array([at.get(key, -1) for key in parents])
    childless = np.setdiff1d(np.arange(len(rows)), parent)
    handed = _handed(tables.succession, at, childless)
    leaves = np.flatnonzero(handed.diagonal() > 0)
    some = rows.iloc[childless[leaves]]
    district = parent[childless[leaves]]
    people = _people(some, rng)
    return Places(
        rows,
        handed[:, leaves],
        _below(parent, childless),
        people,
        _ability(some, people, district, rng),
        district,
    )


def _handed(
    succession: pd.DataFrame,
    at: dict[tuple[str, str], int],
    childless: Positions,
) -> "csr_array":
    """Return the shares that units take over (childless × childless); a unit without predecessors takes over itself."""
    from scipy.sparse import csr_array  # the import takes a quarter of a second, and only a build needs it

    order = {int(place): n for n, place in enumerate(childless)}
    links = [
        (order.get(at.get(new, -1), -1), order.get(at.get(old, -1), -1), share)
        for *ends, share in succession[SUCCESSION].itertuples(index=False)
        for old, new in [(tuple(ends[:2]), tuple(ends[2:]))]
    ]
    links = [link for link in links if min(link[:2]) >= 0]
    alone = sorted(set(range(len(childless))) - {new for new, *_ in links})
    new, old, share = zip(*links, *[(n, n, 1.0) for n in alone], strict=True)
    step = handed = csr_array((share, (new, old)), shape=(len(childless), len(childless)))
    for _ in range(succession["new_vintage"].nunique() - 1):  # one multiplication a reform
        handed = handed @ step
    return handed


def _below(parent: Positions, childless: Positions) -> "csr_array":
    from scipy.sparse import csr_array

    pairs = []
    for column, place in enumerate(childless):
        while place >= 0:
            pairs.append((place, column))
            place = parent[place]
    return csr_array((np.ones(len(pairs)), tuple(np.array(pairs).T)), shape=(len(parent), len(childless)))


def _people(some: pd.DataFrame, rng: np.random.Generator) -> Array:
    """Return a size for every leaf: its population or, where no population is checked, a drawn one.

    A drawn size is used for simulated figures only.
    """
    known = some["population"].to_numpy(dtype=float)
    merged = some["vintage"].gt(some["vintage"].min())
    typical = np.log(np.where(merged, 19_000.0, 7_500.0))
    drawn = np.exp(rng.normal(typical, 0.45))
    return np.maximum(np.where(np.isnan(known), drawn, known), 200.0)


def _ability(
    some: pd.DataFrame,
    people: Array,
    district: Positions,
    rng: np.random.Generator,
) -> Array:
    """Return the ability of each leaf (mean 0, deviation 1): towns and dense places do better, neighbours are alike."""
    urban = some["type"].isin(["phường", "thị trấn", "đặc khu"]).to_numpy(dtype=float)
    density = np.log(people / np.nan_to_num(some["area_km2"].to_numpy(dtype=float), nan=30.0).clip(0.5))
    dense = (density - density.mean()) / (density.std() or 1.0)
    near = rng.normal(size=district.max(initial=0) + 2)[district]
    ability = 0.6 * urban + 0.35 * dense + 0.55 * near + 0.35 * rng.normal(size=len(some))
    return np.asarray((ability - ability.mean()) / (ability.std() or 1.0))


def _shares(indicator: Row, recipe: Recipe, places: Places, months: int, rng: np.random.Generator) -> Array:
    """Return the share of each leaf (0–1, leaves × months)."""
    size = len(places.people)
    local = rng.normal(size=places.district.max(initial=0) + 2)[places.district]
    talent = 0.62 * places.ability + 0.5 * local + 0.6 * rng.normal(size=size)
    pace = rng.normal(1, 0.16, size).clip(0.5, 1.5) + 0.06 * places.ability
    time = np.linspace(0, 1, months)
    growth = (_sigmoid(7 * (time - 0.45)) - _sigmoid(-3.15)) / (_sigmoid(3.85) - _sigmoid(-3.15))
    start, end = _logit(recipe.start / 100), _logit(recipe.end / 100)
    path = start + (end - start) * growth[None, :] * pace[:, None] + recipe.spread * talent[:, None]
    flow = indicator["time_type"] == "flow"
    path = path + _noise(size, months, 0.16 if flow else 0.06, rng)
    if not flow:
        path = np.maximum.accumulate(path, axis=1)  # a stock does not fall, except by a setback
    if indicator["time_type"] != "cumulative":
        path = path - _setbacks(size, months, flow, rng)
    return np.asarray(_sigmoid(path))


def _noise(size: int, months: int, deviation: float, rng: np.random.Generator) -> Array:
    """Return autoregressive noise: 0.6 of the noise of the month before, and a new shock."""
    shocks = rng.normal(0, deviation, (size, months))
    noise = shocks.copy()
    for month in range(1, months):
        noise[:, month] += 0.6 * noise[:, month - 1]
    return noise


def _setbacks(size: int, months: int, flow: bool, rng: np.random.Generator) -> Array:
    """Return setbacks in logits: one place in three (flows) or eight (stocks) falls once and recovers."""
    struck = rng.random(size) < (1 / 3 if flow else 1 / 8)
    begins = rng.integers(6, max(months - 4, 7), size)
    depth = rng.uniform(0.4, 1.1, size) * struck
    since = np.arange(months)[None, :] - begins[:, None]
    return np.where(since >= 0, depth[:, None] * np.exp(-np.maximum(since, 0) / 5.0), 0.0)


def _figures(
    indicator: Row, recipe: Recipe, places: Places, months: int, rng: np.random.Generator
) -> dict[str, Array]:
    """Return value, numerator and denominator (places × months; NaN where the indicator has none)."""
    share = _shares(indicator, recipe, places, months, rng)
    whole = _wholes(indicator, recipe, places, months, rng)
    if indicator["aggregation"] == "none":
        return {"value": _single(indicator, recipe, places, share, rng)}
    flow = indicator["time_type"] == "flow"
    part = rng.binomial(whole.astype(np.int64), share).astype(float) if flow else np.rint(whole * share)
    # Counts are rounded before they are added up, so that districts are exact sums of their communes.
    numerator = places.below @ np.rint(places.handed @ part)
    denominator = places.below @ np.rint(places.handed @ whole)
    if indicator["aggregation"] == "sum":
        return {"value": numerator}
    percent = 100 * numerator / np.maximum(denominator, 1)
    if indicator["aggregation"] == "population_weighted":
        return {"value": percent}
    return {"value": percent, "numerator": numerator, "denominator": denominator}


def _wholes(indicator: Row, recipe: Recipe, places: Places, months: int, rng: np.random.Generator) -> Array:
    """Return the denominators of the shares: constant for stocks, seasonal and random for flows."""
    typical = np.maximum(np.rint(recipe.base * places.people / 1000), 3.0)
    if indicator["time_type"] != "flow":
        return np.repeat(typical[:, None], months, axis=1)
    season = 1 + 0.15 * np.sin(2 * np.pi * (np.arange(months) - 2) / 12)
    return np.maximum(rng.poisson(typical[:, None] * season[None, :]), 1).astype(float)


def _single(indicator: Row, recipe: Recipe, places: Places, share: Array, rng: np.random.Generator) -> Array:
    """Return figures that do not roll up: each place is near the weighted mean of the leaves in it.

    A count is a share of the catalogue, which has the same length for every place of a level.
    """
    weights = (places.below @ places.handed).multiply(places.people[None, :]).tocsr()
    mean = weights @ share / weights.sum(axis=1)[:, None]
    own = _sigmoid(_logit(mean) + recipe.spread * 0.4 * rng.normal(size=(len(mean), 1)))
    if not recipe.catalogue:
        return np.asarray(100 * own if indicator["unit"] == "%" else np.rint(100 * own))
    lists = places.rows["level"].map(dict(recipe.catalogue)).to_numpy(dtype=float)
    return np.asarray(np.rint(lists[:, None] * own))


def _reporting(places: Places, months: int, rng: np.random.Generator) -> Flags:
    """Return which months each place has reported: one place in eight is late by one to three months."""
    late = np.where(rng.random(len(places.rows)) < 1 / 8, rng.integers(1, 4, len(places.rows)), 0)
    late[places.rows["level"].eq("province")] = 0
    return np.asarray(np.arange(months)[None, :] < months - late[:, None])


def _audible(places: Places, months: int, rng: np.random.Generator) -> Flags:
    """Return which figures exist: one place in 25 does not report the indicator, one month in 80 is skipped."""
    size = len(places.rows)
    silent = rng.random(size) < 1 / 25
    skipped = rng.random((size, months)) < 1 / 80
    province = places.rows["level"].eq("province").to_numpy()
    return np.asarray(~(silent[:, None] | skipped) | province[:, None])


def _obliged(expected: pd.DataFrame, places: Places, indicator: str) -> Flags:
    """Return which places have to report the indicator, according to ``expected``."""
    obligations = expected[expected["kind"].eq("simulated") & expected["indicator"].eq(indicator)]
    owing = pd.MultiIndex.from_frame(obligations[["vintage", "level"]])
    return np.asarray(pd.MultiIndex.from_frame(places.rows[["vintage", "level"]]).isin(owing))[:, None]


def _frame(
    tables: Tables,
    indicator: Row,
    places: Places,
    months: pd.DatetimeIndex,
    drawn: dict[str, Array],
    shown: Flags,
) -> pd.DataFrame:
    """Return the drawn figures as observations."""
    place, month = np.nonzero(shown)
    vintage = places.rows["vintage"].to_numpy()[place]
    ends = months.to_numpy()[month]
    number = {name: values[place, month] for name, values in drawn.items()}
    number["value"] = np.round(number["value"], int(indicator["decimals"]))
    text = {
        "vintage": vintage,
        "locality": places.rows["code"].to_numpy()[place],
        "indicator": indicator["indicator"],
        "period_basis": "stated",
        "qualifier": "exact",
        "value_basis": "stated",
        "origin": "simulated",
        "source": SOURCE,
        "note": row_notes(vintage, ends, np.unique(tables.localities["vintage"])),
    }  # fmt: skip
    starts = (months - pd.offsets.MonthBegin()).to_numpy()[month]
    rows = pd.DataFrame(
        text | number | {"period_start": starts, "period_end": ends, "recorded_on": ends, "preferred": True}
    )
    like = tables.observations
    return rows.reindex(columns=like.columns).astype(like.dtypes.to_dict())


def row_notes(vintage: Any, ends: Any, order: Any) -> Any:
    """Return the note of each month: whether it lies before or after the months in which its vintage was valid."""
    starts = pd.to_datetime(order, format="%Y-%m").to_numpy()
    place = np.searchsorted(order, vintage)
    before = (place > 0) & (ends < starts[place])
    after = (place < len(order) - 1) & (ends >= starts[np.minimum(place + 1, len(order) - 1)])
    return np.select([before, after], [words.RECAST, words.CONTINUED], words.NOTE)


def _sigmoid(logit: Any) -> Any:
    return 1 / (1 + np.exp(-logit))


def _logit(share: Any) -> Any:
    bounded = np.clip(share, 1e-6, 1 - 1e-6)
    return np.log(bounded / (1 - bounded))
