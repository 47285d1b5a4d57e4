"""Contradictions in counts and targets. The screen shows them; nothing is repaired."""

import pandas as pd

from wording import judgement as words
from wording import lists
from wording.numbers import number


def tally_findings(tallies: pd.DataFrame) -> pd.DataFrame:
    """Check reported counts of targets: met + remaining = total, and the remaining against its own parts.

    Returns
    -------
    DataFrame
        ``kind`` (tally_total or tally_remaining), ``resolution``, ``as_of``, ``stated``, ``computed``,
        ``difference``, ``sources``, ``message``.
    """
    whole = tallies.assign(kind="tally_total", stated=tallies["total"])
    whole["computed"] = whole["met"] + whole["remaining"]
    parts = ["not_measurable", "expected", "hard"]
    rest = tallies.assign(kind="tally_remaining", stated=tallies["remaining"])
    rest["computed"] = rest[parts].sum(axis=1).where(rest[parts].notna().all(axis=1))
    rows = pd.concat([whole, rest], ignore_index=True).dropna(subset=["stated", "computed"])
    rows = rows[rows["stated"].ne(rows["computed"])].reset_index(drop=True)
    rows["difference"] = rows["stated"] - rows["computed"]
    template = {"tally_total": words.TALLY_TOTAL, "tally_remaining": words.TALLY_REMAINING}
    rows["message"] = [
        template[row["kind"]].format(**{name: number(row[name]) for name in _TALLY_NUMBERS})
        for row in rows.to_dict("records")
    ]
    rows["sources"] = rows["source"]
    columns = ["kind", "resolution", "as_of", "stated", "computed", "difference", "sources", "message"]
    return rows[columns]


def tally_conflicts(tallies: pd.DataFrame) -> pd.DataFrame:
    """Find counts of the same targets on the same day that sources report differently.

    Returns
    -------
    DataFrame
        One row per document, day and number that differs: ``resolution``, ``as_of``, ``count`` (total, met or
        remaining), ``sources`` (tuple of ids), ``values`` (tuple, in the order of the sources), ``message``.
    """
    key = ["resolution", "as_of", "count"]
    told = tallies.melt(
        ["resolution", "as_of", "source"], list(words.TALLY_COUNTS), var_name="count", value_name="values"
    ).dropna(subset="values")
    apart = told[told.groupby(key)["values"].transform("nunique").gt(1)]
    rows = apart.groupby(key, as_index=False, sort=False).agg(
        sources=("source", tuple), values=("values", tuple)
    )
    rows["message"] = [
        words.TALLIES_DIFFER.format(
            count=words.TALLY_COUNTS[count], values=lists.semicolon_list([number(each) for each in values])
        )
        for count, values in zip(rows["count"], rows["values"], strict=True)
    ]
    return rows


def target_conflicts(targets: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Find targets of the same indicator, area and deadline with different values.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality``, ``level``, ``scope``, ``indicator``, ``deadline``, ``targets`` and
        ``resolutions`` (tuples of ids), ``values`` (tuple), ``message``.
    """
    same = ["vintage", "locality", "level", "scope", "indicator", "deadline"]
    known = targets[targets["indicator"].notna() & targets["value"].notna()]
    apart = known[known.groupby(same)["value"].transform("nunique").gt(1)]
    about = indicators[["indicator", "name_vi", "unit", "decimals"]]
    rows = apart.merge(about, on="indicator", validate="m:1").sort_values([*same, "value", "target"])
    rows["aim"] = [
        words.aim(row["comparator"], row["value"], row["unit"], int(row["decimals"]))
        for row in rows.to_dict("records")
    ]
    conflicts = rows.groupby([*same, "name_vi"], as_index=False).agg(
        targets=("target", tuple),
        resolutions=("resolution", tuple),
        values=("value", tuple),
        aims=("aim", lists.semicolon_list),
    )
    pairs = zip(conflicts["name_vi"], conflicts["aims"], strict=True)
    conflicts["message"] = [words.TARGETS_DIFFER.format(indicator=name, values=aims) for name, aims in pairs]
    return conflicts.drop(columns=["name_vi", "aims"])


_TALLY_NUMBERS = ["total", "met", "remaining", "not_measurable", "expected", "hard", "computed"]
