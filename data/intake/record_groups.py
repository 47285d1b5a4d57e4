"""What was read of a file, a line a group: whose figures, of which indicator and period, from which column."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from data.consistency import PERIOD
from data.intake.difference import figure_text, quantity_text
from data.intake.earlier_figures import earlier_figures
from data.loader import Tables
from wording import record_texts as words
from wording.numbers import day

GROUP = ["sheet", "column", "indicator", *PERIOD]
COLUMNS = ["places", "name_vi", "period", "count", "values", "before", "sheet", "column", "heading"]


def group_records(
    sent: pd.DataFrame, headings: pd.DataFrame, known: pd.DataFrame, tables: Tables
) -> pd.DataFrame:
    """Group the figures that were read by sheet, column, indicator and period.

    Parameters
    ----------
    sent : DataFrame
        From ``report.observations``.
    headings : DataFrame
        ``ParsedFile.columns``: sheet, column (letter), heading.
    known : DataFrame
        The stored observations of the vintage.
    tables : Tables
        For names and units.

    Returns
    -------
    DataFrame
        ``COLUMNS`` in the order of the file. ``count`` is the number of figures; the others are Vietnamese texts.
        ``before`` compares with the figures of the period before: flows over as many days, within a week.
    """
    if sent.empty:
        return pd.DataFrame(columns=COLUMNS)
    about = tables.indicators[["indicator", "name_vi", "unit", "decimals", "time_type"]]
    register = tables.localities[["vintage", "code", "name"]].rename(columns={"code": "locality"})
    rows = sent.assign(column=sent["cell"].str.extract(r"^([A-Z]+)")[0].astype("str"))
    rows = rows.merge(about, "left", on="indicator", validate="m:1")
    rows = rows.merge(register, "left", on=["vintage", "locality"], validate="m:1")
    rows = rows.assign(earlier=_earlier(rows, known))
    titles = headings.drop_duplicates(["sheet", "column"]).set_index(["sheet", "column"])["heading"]
    lines = [
        _line(group, str(titles.get((group["sheet"].iloc[0], group["column"].iloc[0]), "")))
        for _, group in rows.groupby(GROUP, sort=False, dropna=False)
    ]
    return pd.DataFrame(lines, columns=COLUMNS)


def _line(group: pd.DataFrame, heading: str) -> dict[str, Any]:
    first = group.iloc[0]
    return {
        "places": words.places(group["name"].drop_duplicates().tolist()),
        "name_vi": first["name_vi"],
        "period": words.period(day(first["period_start"]), day(first["period_end"])),
        "count": len(group),
        "values": _values(group),
        "before": _before(group),
        "sheet": first["sheet"],
        "column": first["column"],
        "heading": heading,
    }


def _values(group: pd.DataFrame) -> str:
    """Return the only figure, or the lowest and the highest."""
    if len(group) == 1 or group["value"].isna().all():
        return figure_text(group.iloc[0].to_dict(), "")
    low, high = (
        quantity_text(value, group.iloc[0]) for value in (group["value"].min(), group["value"].max())
    )
    return words.RANGE.format(low=low, high=high) if low != high else low


def _before(group: pd.DataFrame) -> str:
    """Return the figure of the period before, or how many figures rose and fell since."""
    pairs = [
        (value, earlier) for value, earlier in zip(group["value"], group["earlier"], strict=True) if earlier
    ]
    if not pairs:
        return words.NONE_BEFORE
    if len(group) == 1:
        (_, (was, end)) = pairs[0]
        return words.BEFORE.format(value=quantity_text(was, group.iloc[0]), day=day(end))
    rises = sum(value > was for value, (was, _) in pairs)
    falls = sum(value < was for value, (was, _) in pairs)
    return words.MOVED.format(
        up=rises, down=falls, same=len(pairs) - rises - falls, none=len(group) - len(pairs)
    )


def _earlier(rows: pd.DataFrame, known: pd.DataFrame) -> "pd.Series[Any]":
    """Return for each figure the latest stored one that ends before it, with its last day; None without one."""
    earlier_than = earlier_figures(known)
    found = [
        _latest(earlier_than(row)) if pd.notna(row["value"]) else None for row in rows.to_dict("records")
    ]
    return pd.Series(found, rows.index, dtype="object")


def _latest(earlier: pd.DataFrame) -> tuple[float, pd.Timestamp] | None:
    if earlier.empty:
        return None
    last: dict[Hashable, Any] = earlier.iloc[-1].to_dict()
    return float(last["value"]), last["period_end"]
