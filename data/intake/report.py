"""What a file says as rows of the store's tables: figures, sources, explanations, each under its report."""

from collections.abc import Hashable, Mapping

import pandas as pd

from data.consistency import KEY, PERIOD
from data.intake.reporting_obligations import reporting_units
from data.loader import Tables
from wording import intake_report
from wording.numbers import day

TEXTS = ["value_text", "absence", "note", "cause_kind", "cause", "difficulty", "proposal", "responsible"]


def source_id(vintage: str, area: str, end: pd.Timestamp) -> str:
    """Name the report of an area for a period: what the same area sends again revises it.

    Examples
    --------
    >>> source_of("2025-03", "595", pd.Timestamp("2024-09-30"))
    'bao-cao-2025-03-595-2024-09'
    """
    when = f"{end:%Y-%m}" if end.is_month_end else f"{end:%Y-%m-%d}"
    return f"bao-cao-{vintage}-{area}-{when}"


def common_area(tables: Tables, vintage: str, localities: list[str]) -> str:
    """Return the smallest area with all the localities in it, where a file doesn't say who reports; "" if none has."""
    register = tables.localities[tables.localities["vintage"].eq(vintage)]
    parents = register.set_index("code")["parent_code"].to_dict()
    ways = [_way_up(each, parents) for each in localities]
    return next((each for each in ways[0] if all(each in way for way in ways)), "") if ways else ""


def _way_up(code: str, parents: Mapping[Hashable, str]) -> list[str]:
    way = [code]
    while isinstance(parents.get(way[-1]), str):
        way.append(parents[way[-1]])
    return way


def observations(rows: pd.DataFrame, area: str, today: pd.Timestamp) -> pd.DataFrame:
    """Return a reading's rows as rows of the table ``observations``, and ``sheet``, ``cell`` and cells of the parts."""
    sources = [
        source_id(vintage, area, end)
        for vintage, end in zip(rows["vintage"], rows["period_end"], strict=True)
    ]
    return _emptied(rows).assign(
        period_basis="stated",
        origin="entered",
        preferred=True,
        source=pd.Series(sources, rows.index, dtype="str"),
        recorded_on=today,
        out_of=float("nan"),
        supersedes=None,
    )


def sources(sent: pd.DataFrame, name: str, file_name: str, today: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of the table ``sources`` that figures and explanations cite: ``sent`` has ``source``, ``end``."""
    cited = sent[["source", "end"]].drop_duplicates("source")
    titles = [intake_report.REPORT_TITLE.format(day=day(end)) for end in cited["end"]]
    return pd.DataFrame(
        {"source": cited["source"], "publisher": name, "title": titles, "date": today, "address": file_name}
    )


def explanations(
    said: pd.DataFrame, rows: pd.DataFrame, tables: Tables, vintage: str, area: str
) -> pd.DataFrame:
    """Return a reading's explanations as rows of the table, one for each target of their indicator.

    An explanation that names no indicator speaks of those of its row. One whose indicator has no target there gets
    no row: ``target`` is missing.

    Returns
    -------
    DataFrame
        Columns of the table, ``indicator``, ``sheet``, ``cell``.
    """
    figures = rows[["sheet", "row", "indicator"]].drop_duplicates()
    own = said.assign(row=said["cell"].str.extract(r"(\d+)$")[0].astype("int64"))
    spread = own[own["indicator"].eq("")].drop(columns="indicator")
    spread = spread.merge(figures.astype({"row": "int64"}), on=["sheet", "row"], validate="m:m")
    every = pd.concat([own[own["indicator"].ne("")], spread], ignore_index=True)
    aims = find_targets(tables, vintage, sorted(set(every["locality"])))
    every = every.merge(aims, "left", on=["locality", "indicator"], validate="m:m")
    ids = [source_id(vintage, area, end) for end in every["as_of"]]
    every = every.assign(vintage=vintage, source=pd.Series(ids, every.index, dtype="str"))
    return _emptied(every)


def find_targets(tables: Tables, vintage: str, localities: list[str]) -> pd.DataFrame:
    """List the targets that a locality is shown with: ``locality``, ``indicator``, ``target``.

    They are set for it or for an area it lies in, in its own vintage or in the one in which it had other borders.
    """
    made = tables.succession[tables.succession["new_vintage"].eq(vintage)]
    own = pd.DataFrame({"locality": localities, "vintage": vintage, "code": localities}, dtype="str")
    former = own[["locality"]].merge(made, left_on="locality", right_on="new_code", validate="1:m")
    former = former.rename(columns={"old_vintage": "vintage", "old_code": "code"})[own.columns]
    units = pd.concat([own, former]).drop_duplicates()
    over = tables.localities.groupby("vintage")
    parents = {str(name): rows.set_index("code")["parent_code"].to_dict() for name, rows in over}
    ways = [
        (locality, when, area)
        for locality, when, code in units.to_numpy().tolist()
        for area in _way_up(code, parents[when])
    ]
    areas = pd.DataFrame(ways, columns=["locality", "vintage", "area"], dtype="str").drop_duplicates()
    aims = tables.targets[["target", "indicator", "vintage", "locality"]].dropna(subset="indicator")
    found = areas.merge(aims.rename(columns={"locality": "area"}), on=["vintage", "area"], validate="m:m")
    return found[["locality", "indicator", "target"]].drop_duplicates(ignore_index=True)


def after_publication(sent: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Return what would be stored once the sent figures were published, with what is stored now.

    A figure that the same report gave before is gone; another source's of the same period is no longer preferred.
    """
    key = [*KEY, *PERIOD]
    own = known.merge(sent[[*key, "source"]], "left", on=[*key, "source"], indicator=True, validate="1:1")
    kept = known[own["_merge"].eq("left_only").to_numpy()]
    same = kept.merge(sent[key], "left", on=key, indicator=True, validate="m:1")["_merge"].eq("both")
    kept = kept.assign(preferred=kept["preferred"] & ~same.to_numpy())
    return pd.concat([kept, sent.reindex(columns=known.columns)], ignore_index=True)


def area_name(tables: Tables, vintage: str, area: str) -> str:
    """Return the name of an area."""
    return str(reporting_units(tables, vintage, area)["name"].iloc[0])


def _emptied(rows: pd.DataFrame) -> pd.DataFrame:
    """Make an empty text what it is in the tables: missing."""
    texts = [name for name in TEXTS if name in rows]
    return rows.assign(**{name: rows[name].where(rows[name].ne("")) for name in texts})
