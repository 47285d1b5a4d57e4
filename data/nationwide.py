"""Simulated figures of the provinces that ``simulated`` leaves out, and of the country; they are built at first use.

Three thousand communes over 54 months would take gigabytes as observations. Only the numbers are stored, in one
Parquet file an indicator with a row group a province. They become observations when an area is loaded.
"""

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data import simulated
from data.cache import cache_directory, mark_used, remove_unused
from data.loader import Tables
from data.simulated import COUNTRY, Progress
from data.vintages import newest_complete

NUMBERS = {"value": np.float32, "numerator": np.float64, "denominator": np.float64}
STORED = ["province", "locality", "period_end", *NUMBERS]


def build(tables: Tables, on_progress: Progress | None = None) -> Path:
    """Build the set and return its directory; the directory appears only when it is complete.

    Parameters
    ----------
    on_progress : callable, optional
        Called with the finished share, 0 to 1.
    """
    target = cache_directory() / fingerprint(tables)
    target.parent.mkdir(parents=True, exist_ok=True)
    others = simulated.select_provinces(tables, others=True)
    total = int(tables.indicators["tier"].eq("core").sum())
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        part = Path(temporary) / target.name
        part.mkdir()
        for number, (indicator, frame) in enumerate(simulated.draw_indicators(others), start=1):
            _write(part / f"{indicator}.parquet", _stored_numbers(tables, indicator, frame))
            if on_progress:
                on_progress(number / total)
        simulated.move_into_place(part, target)
    remove_unused(target)
    return target


def fingerprint(tables: Tables) -> str:
    """Return the name of the set: a hash of the set that it adds to, its own localities and its code."""
    digest = hashlib.sha256(simulated.fingerprint(tables).encode())
    digest.update(
        simulated.select_provinces(tables, others=True).localities.to_csv(None, index=False).encode()
    )
    digest.update(Path(__file__).read_bytes())
    return f"nationwide-{digest.hexdigest()[:16]}"


def is_cached(name: str) -> bool:
    """Tell whether the cache holds the set with a ``fingerprint``."""
    return (cache_directory() / name).is_dir()


def load_figures(
    tables: Tables, indicator: str, area: str, *, communes: bool = False, name: str | None = None
) -> pd.DataFrame:
    """Load the simulated figures of an area; the set is built at first use.

    Parameters
    ----------
    area : str
        A province that ``simulated`` leaves out, with its communes; ``VN`` for the country and all 34 provinces.
    communes : bool
        Whether to load, together with the country, the communes of the provinces that ``simulated`` leaves out.
    name : str, optional
        The ``fingerprint`` of the set, where the caller has computed it.

    Returns
    -------
    DataFrame
        Columns and types of ``observations``; no rows for an indicator without simulated figures.
    """
    directory = cache_directory() / (name or fingerprint(tables))
    mark_used(directory)
    if not directory.is_dir():
        build(tables)
    file = directory / f"{indicator}.parquet"
    if not file.exists():
        return tables.observations.iloc[:0].copy()
    column, wanted = ("province", [area]) if area != COUNTRY else ("locality", _provinces(tables))
    everything = area == COUNTRY and communes
    numbers = pq.read_table(file, filters=None if everything else [(column, "in", wanted)]).to_pandas()
    return _observations(tables, indicator, numbers)


def _units(tables: Tables) -> pd.DataFrame:
    return tables.localities[tables.localities["vintage"].eq(newest_complete(tables.localities))]


def _provinces(tables: Tables) -> list[str]:
    units = _units(tables)
    return units.loc[units["level"].isin(["country", "province"]) & units["mapped"], "code"].tolist()


def _stored_numbers(tables: Tables, indicator: str, drawn: pd.DataFrame) -> pd.DataFrame:
    """Reduce drawn observations to the stored columns and add the figures of the country."""
    known = simulated.load_figures(tables, indicator)
    known = known[
        known["vintage"].eq(newest_complete(tables.localities)) & known["locality"].isin(_provinces(tables))
    ]
    drawn = pd.concat([drawn, known], ignore_index=True)
    parents = drawn["locality"].map(_units(tables).set_index("code")["parent_code"])
    drawn = drawn.assign(province=parents.where(parents.ne(COUNTRY), drawn["locality"]))
    provinces = drawn[drawn["locality"].isin(_provinces(tables))]
    country = _of_country(provinces, str(_indicator(tables, indicator)["aggregation"]))
    return pd.concat([drawn[STORED], country[STORED]], ignore_index=True)


def _indicator(tables: Tables, name: str) -> dict[Any, Any]:
    row: dict[Any, Any] = tables.indicators[tables.indicators["indicator"].eq(name)].to_dict("records")[0]
    return row


def _of_country(provinces: pd.DataFrame, aggregation: str) -> pd.DataFrame:
    """Roll the provinces up to the country, month by month; indicators that cannot be rolled up have no rows."""
    sums = provinces.groupby("period_end")[list(NUMBERS)].sum(min_count=provinces["locality"].nunique())
    match aggregation:
        case "ratio_of_sums":
            sums["value"] = 100 * sums["numerator"] / sums["denominator"]
        case "sum":
            pass
        case _:
            sums = sums.iloc[:0]
    return sums.reset_index().assign(province=COUNTRY, locality=COUNTRY)


def _write(path: Path, numbers: pd.DataFrame) -> None:
    """Write one row group a province, so that one province can be read without the others."""
    numbers = numbers.astype({"province": "category", "locality": "category", **NUMBERS})
    schema = pa.Schema.from_pandas(numbers, preserve_index=False)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for _, part in numbers.groupby("province", observed=True):
            writer.write_table(pa.Table.from_pandas(part, schema=schema, preserve_index=False))


def _observations(tables: Tables, indicator: str, numbers: pd.DataFrame) -> pd.DataFrame:
    like = tables.observations
    # Missing columns are made with their types: to convert 180,000 rows takes longer than to read them.
    empty = like.iloc[:0].reindex(numbers.index)
    ends, vintage = numbers["period_end"], newest_complete(tables.localities)
    rows = empty.assign(
        vintage=vintage,
        locality=numbers["locality"],
        indicator=indicator,
        period_start=ends.to_numpy("datetime64[M]"),
        period_end=ends,
        value=numbers["value"].astype(float).round(int(_indicator(tables, indicator)["decimals"])),
        numerator=numbers["numerator"],
        denominator=numbers["denominator"],
        period_basis="stated",
        qualifier="exact",
        value_basis="stated",
        origin="simulated",
        source=simulated.SOURCE,
        recorded_on=ends,
        preferred=True,
        note=_notes(tables, vintage, ends),
    )
    return rows.astype(like.dtypes.to_dict())


def _notes(tables: Tables, vintage: str, ends: "pd.Series[pd.Timestamp]") -> Any:
    """Write the note of each month once and give it to all rows of the month."""
    months, at = np.unique(ends.to_numpy(), return_inverse=True)
    vintages = np.unique(tables.localities["vintage"])
    texts = simulated.row_notes(np.full(len(months), vintage), months, vintages)
    return pd.array(texts, dtype="str").take(at)
