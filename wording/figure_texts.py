"""Texts of a reported figure: its value, parts, period, origin and target."""

from collections.abc import Mapping
from typing import Any

from wording import judgement
from wording.numbers import day, number, quantity

EXISTS = "hoàn thành"
VALUE_BASES = {"stated": "nguồn ghi", "computed": "tự tính"}
PERIOD_BASES = {"stated": "nguồn ghi", "inferred": "suy ra"}
ORIGINS = {"published": "công bố", "entered": "địa phương báo cáo", "simulated": "mô phỏng"}
ORIGIN_OTHER = "{origin} (nguồn khác)"
OTHER = "{value} – {source}"
NOT_APPLICABLE = "không áp dụng"
ABSENT = {"not_applicable": NOT_APPLICABLE, "boundary_changed": "địa giới thay đổi"}
NO_FIGURE = "chưa có"
PERIOD = "{start} – {end}"
PARTS = "{numerator}/{denominator}"
DENOMINATOR_UNKNOWN = "không nêu"


def value(row: Mapping[str, Any]) -> str:
    """Return a figure as its source has it: with its qualifier, as a rank, as words, or the reason of its absence.

    A value that the source does not print is marked as computed.
    """
    if row["value"] == row["value"] and row["unit"] == row["unit"]:
        if row["out_of"] == row["out_of"]:
            return judgement.RANK_OF.format(rank=number(row["value"]), out_of=number(row["out_of"]))
        qualifier = row["qualifier"] if isinstance(row["qualifier"], str) else "exact"
        return judgement.figure(
            row["value"], row["unit"], int(row["decimals"]), qualifier, row["value_basis"]
        )
    if isinstance(row["value_text"], str):
        return row["value_text"]
    return ABSENT.get(row["absence"], NO_FIGURE)


def parts(row: Mapping[str, Any]) -> str:
    """Return numerator and denominator: ``2.317/3.003``; a part that the source does not give is named as missing."""
    above, below = row["numerator"], row["denominator"]
    if above != above and below != below:
        return ""
    texts = [number(each, 2) if each == each else DENOMINATOR_UNKNOWN for each in (above, below)]
    return PARTS.format(numerator=texts[0], denominator=texts[1])


def period(start: Any, end: Any) -> str:
    """Return a period, or the day of a stock."""
    if end != end:
        return ""
    return day(end) if start == end else PERIOD.format(start=day(start), end=day(end))


def aim(row: Mapping[str, Any]) -> str:
    """Return the aim of a target: ``≥ 70 %``, or that something is to be completed."""
    if row["target_value"] != row["target_value"] or row["unit"] != row["unit"]:
        return EXISTS
    return judgement.aim(row["comparator"], row["target_value"], row["unit"], int(row["decimals"]))


def quantity_or_nothing(amount: float, unit: str, decimals: float) -> str:
    """Return an amount with its unit; "" for a missing amount."""
    return quantity(amount, unit, int(decimals)) if amount == amount else ""
