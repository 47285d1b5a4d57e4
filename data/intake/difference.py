"""Differences between a file and the store: each figure that was sent, and figures that are due and missing."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.consistency import KEY, PERIOD
from data.loader import Tables
from wording.figure_texts import NOT_APPLICABLE
from wording.judgement import QUALIFIER_WORDS
from wording.numbers import quantity

CHANGES = ("new", "changed", "revised", "unchanged", "absent")
FIGURE_VALUES = ["value", "value_text", "qualifier", "absence"]
OTHER_VALUES = ["numerator", "denominator", "note"]
COLUMNS = [
    "change", "locality", "name", "indicator", "name_vi", *PERIOD, "value", "was", "source_before", "sheet", "cell",
]  # fmt: skip


def find_differences(
    sent: pd.DataFrame, due: pd.DataFrame, known: pd.DataFrame, tables: Tables
) -> pd.DataFrame:
    """Compare the figures that were sent with the stored ones.

    Parameters
    ----------
    sent : DataFrame
        From ``report.observations``.
    due : DataFrame
        The figures due for the file's period: ``locality``, ``indicator``, ``period_start``, ``period_end``.
    known : DataFrame
        The stored observations of the vintage.
    tables : Tables
        For names and units.

    Returns
    -------
    DataFrame
        ``COLUMNS``; ``change`` is new (no source has the figure), changed (another source differs), revised (the same
        report had another value), unchanged, or absent (due, not in the file). ``value`` and ``was`` are Vietnamese
        texts. Rows are ordered by change, then as in the file.
    """
    key = [*KEY, *PERIOD]
    preferred = known.loc[known["preferred"], [*key, *FIGURE_VALUES, "source"]]
    own = known[[*key, *FIGURE_VALUES, *OTHER_VALUES, "source"]]
    rows = sent.merge(preferred, "left", on=key, suffixes=("", "_before"), validate="1:1")
    rows = rows.merge(own, "left", on=[*key, "source"], suffixes=("", "_own"), indicator=True, validate="1:1")
    again, seen = rows["_merge"].eq("both"), rows["source_before"].notna()
    like_own = _same(rows, "_own", [*FIGURE_VALUES, *OTHER_VALUES])
    like_others = _same(rows, "_before", FIGURE_VALUES)
    change = pd.Series("new", rows.index).mask(seen, "changed").mask(seen & like_others, "unchanged")
    change = change.mask(again, "revised").mask(again & like_own, "unchanged")
    missing = due.merge(
        sent[["locality", "indicator", "period_end"]].drop_duplicates(), "left", indicator=True
    )
    missing = missing[missing["_merge"].eq("left_only")].drop(columns="_merge").assign(change="absent")
    missing = missing.merge(preferred.drop(columns="vintage"), "left", validate="m:1", on=key[1:])
    missing = missing.rename(columns={name: f"{name}_before" for name in [*FIGURE_VALUES, "source"]})
    return _described(pd.concat([rows.assign(change=change), missing], ignore_index=True), tables, sent, due)


def _same(rows: pd.DataFrame, other: str, names: list[str]) -> "pd.Series[bool]":
    same = pd.Series(True, rows.index)
    for name in names:
        current, other_value = rows[name], rows[f"{name}{other}"]
        same &= (current == other_value) | (current.isna() & other_value.isna())
    return same


def _described(rows: pd.DataFrame, tables: Tables, sent: pd.DataFrame, due: pd.DataFrame) -> pd.DataFrame:
    """Add names and texts, and sort the rows by change."""
    vintages = pd.concat([sent["vintage"], due["vintage"]])
    register = tables.localities[tables.localities["vintage"].isin(vintages)]
    names = register.drop_duplicates("code").set_index("code")["name"]
    about = tables.indicators.set_index("indicator")[["name_vi", "unit", "decimals"]]
    rows = rows.join(about, on="indicator").assign(name=rows["locality"].map(names))
    records = rows.to_dict("records")
    rows["was"] = pd.Series([figure_text(each, "_before") for each in records], rows.index, dtype="str")
    rows["value"] = pd.Series([figure_text(each, "") for each in records], rows.index, dtype="str")
    order = rows["change"].map({name: at for at, name in enumerate(CHANGES)})
    return rows.iloc[order.argsort(kind="stable")].reindex(columns=COLUMNS).reset_index(drop=True)


def figure_text(row: Mapping[Any, Any], suffix: str) -> str:
    """Return a figure with its qualifier and unit: ``hơn 900 hồ sơ``; "" where there is none.

    Parameters
    ----------
    row : mapping
        Holds ``value``, ``value_text``, ``qualifier``, ``absence``, each with ``suffix``, ``unit`` and ``decimals``.
    suffix : str
        "" or the suffix of an earlier state.
    """
    value, text, qualifier, absence = (row.get(f"{name}{suffix}") for name in FIGURE_VALUES)
    if isinstance(absence, str):
        return NOT_APPLICABLE
    if pd.notna(value):
        return QUALIFIER_WORDS[str(qualifier)].format(value=quantity_text(float(value), row))
    return text if isinstance(text, str) else ""


def quantity_text(value: float, row: "Mapping[Any, Any] | pd.Series[Any]") -> str:
    """Return a number with the unit of a row, and with up to four decimals where it has any: ``77,155 %``."""
    return quantity(value, row["unit"], max(int(row["decimals"]), 4 if value % 1 else 0))
