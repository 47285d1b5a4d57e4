"""The content of a file as rows of the tables: figures, sources and explanations of a report."""

from collections.abc import Hashable, Mapping

import pandas as pd

from data.consistency import KEY, PERIOD
from data.intake.check.reporting_obligations import reporting_units
from data.loader import Tables
from wording import intake_report
from wording.numbers import day

TEXTS = ["value_text", "absence", "note", "cause_kind", "cause", "difficulty", "proposal", "responsible"]


def source_id(vintage: str, area: str, end: pd.Timestamp) -> str:
    """Return the id of the report of an area for a period; a later file of the same id revises the report.

    Examples
    --------
    >>> source_id("2025-03", "595", pd.Timestamp("2024-09-30"))
    'bao-cao-2025-03-595-2024-09'
    """
    when = f"{end:%Y-%m}" if end.is_month_end else f"{end:%Y-%m-%d}"
    return f"bao-cao-{vintage}-{area}-{when}"


def common_area(tables: Tables, vintage: str, localities: list[str]) -> str:
    """Return the code of the smallest area that contains all the localities; "" if there is none."""
    register = tables.localities[tables.localities["vintage"].eq(vintage)]
    parents = register.set_index("code")["parent_code"].to_dict()
    paths = [_ancestors(each, parents) for each in localities]
    return next((each for each in paths[0] if all(each in path for path in paths)), "") if paths else ""


def _ancestors(code: str, parents: Mapping[Hashable, str]) -> list[str]:
    path = [code]
    while isinstance(parents.get(path[-1]), str):
        path.append(parents[path[-1]])
    return path


def observations(rows: pd.DataFrame, area: str, today: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of a parsed file as rows of ``observations``, with ``sheet``, ``cell`` and cells of the parts."""
    sources = [
        source_id(vintage, area, end)
        for vintage, end in zip(rows["vintage"], rows["period_end"], strict=True)
    ]
    return _with_missing_texts(rows).assign(
        period_basis="stated",
        origin="entered",
        preferred=True,
        source=pd.Series(sources, rows.index, dtype="str"),
        recorded_on=today,
        out_of=float("nan"),
        supersedes=None,
    )


def sources(sent: pd.DataFrame, name: str, file_name: str, today: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of ``sources`` that are cited; ``sent`` has the columns ``source`` and ``end`` (a day)."""
    cited = sent[["source", "end"]].drop_duplicates("source")
    titles = [intake_report.REPORT_TITLE.format(day=day(end)) for end in cited["end"]]
    return pd.DataFrame(
        {"source": cited["source"], "publisher": name, "title": titles, "date": today, "address": file_name}
    )


def explanations(
    explained: pd.DataFrame, rows: pd.DataFrame, tables: Tables, vintage: str, area: str
) -> pd.DataFrame:
    """Return the explanations of a parsed file as rows of the table, one for each target of their indicator.

    An explanation without an indicator belongs to all indicators of its row. ``target`` is missing where the indicator
    has no target in the locality.

    Returns
    -------
    DataFrame
        Columns of the table, ``indicator``, ``sheet``, ``cell``.
    """
    figures = rows[["sheet", "row", "indicator"]].drop_duplicates()
    own = explained.assign(row=explained["cell"].str.extract(r"(\d+)$")[0].astype("int64"))
    spread = own[own["indicator"].eq("")].drop(columns="indicator")
    spread = spread.merge(figures.astype({"row": "int64"}), on=["sheet", "row"], validate="m:m")
    every = pd.concat([own[own["indicator"].ne("")], spread], ignore_index=True)
    targets = find_targets(tables, vintage, sorted(set(every["locality"])))
    every = every.merge(targets, "left", on=["locality", "indicator"], validate="m:m")
    ids = [source_id(vintage, area, end) for end in every["as_of"]]
    every = every.assign(vintage=vintage, source=pd.Series(ids, every.index, dtype="str"))
    return _with_missing_texts(every)


def find_targets(tables: Tables, vintage: str, localities: list[str]) -> pd.DataFrame:
    """Return the targets of localities: ``locality``, ``indicator``, ``target``.

    A target is set for the locality or for an area that it lies in, in its own vintage or for its predecessors.
    """
    made = tables.succession[tables.succession["new_vintage"].eq(vintage)]
    own = pd.DataFrame({"locality": localities, "vintage": vintage, "code": localities}, dtype="str")
    former = own[["locality"]].merge(made, left_on="locality", right_on="new_code", validate="1:m")
    former = former.rename(columns={"old_vintage": "vintage", "old_code": "code"})[own.columns]
    units = pd.concat([own, former]).drop_duplicates()
    over = tables.localities.groupby("vintage")
    parents = {str(name): rows.set_index("code")["parent_code"].to_dict() for name, rows in over}
    paths = [
        (locality, when, area)
        for locality, when, code in units.to_numpy().tolist()
        for area in _ancestors(code, parents[when])
    ]
    areas = pd.DataFrame(paths, columns=["locality", "vintage", "area"], dtype="str").drop_duplicates()
    targets = tables.targets[["target", "indicator", "vintage", "locality"]].dropna(subset="indicator")
    found = areas.merge(targets.rename(columns={"locality": "area"}), on=["vintage", "area"], validate="m:m")
    return found[["locality", "indicator", "target"]].drop_duplicates(ignore_index=True)


def after_publication(sent: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Return the observations that the store would hold after publication of the sent figures.

    An earlier figure of the same report is replaced; a figure of another source for the same period is no longer
    preferred.
    """
    key = [*KEY, *PERIOD]
    own = known.merge(sent[[*key, "source"]], "left", on=[*key, "source"], indicator=True, validate="1:1")
    remaining = known[own["_merge"].eq("left_only").to_numpy()]
    same = remaining.merge(sent[key], "left", on=key, indicator=True, validate="m:1")["_merge"].eq("both")
    remaining = remaining.assign(preferred=remaining["preferred"] & ~same.to_numpy())
    return pd.concat([remaining, sent.reindex(columns=known.columns)], ignore_index=True)


def area_name(tables: Tables, vintage: str, area: str) -> str:
    """Return the name of an area."""
    return str(reporting_units(tables, vintage, area)["name"].iloc[0])


def _with_missing_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """Replace empty texts by missing values, as in the tables."""
    texts = [name for name in TEXTS if name in rows]
    return rows.assign(**{name: rows[name].where(rows[name].ne("")) for name in texts})
