"""Parse periods as people write them, and find the days that a figure covers in a period."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from data.intake.open.worksheet import Content, as_text
from data.loader import Tables
from wording.spelling import unaccented

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
PARTS = {"quarter": "quý", "month": "tháng"}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
QUARTERS = ROMAN | {"mot": 1, "nhat": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
NUMERALS = {
    "muoi hai": 12, "muoi mot": 11, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
YEAR = r"(20\d\d)"
DAY = rf"(\d{{1,2}})\s?[/.\-]\s?(\d{{1,2}})\s?[/.\-]\s?{YEAR}"
NUMERAL = "|".join(NUMERALS)
OF_YEAR = rf"\s?(?:/|-|,? ?nam|,? ?cua nam)?\s?{YEAR}"


@dataclass(frozen=True)
class Period:
    """A reporting period. ``start`` is None where only the end is given: "đến 30/9/2024", ``2024-09``.

    ``spelled`` says that both ends are written as days; they then hold for cumulative figures, too.
    """

    start: date | None
    end: date
    spelled: bool = False


def vintage_on(day: date, localities: pd.DataFrame) -> str:
    """Return the vintage that is valid on a day: the latest that began by then, or the first of all.

    Parameters
    ----------
    day : date
        For example the last day of a period.
    localities : DataFrame
        The table. The name of a vintage is the month in which it began; that of the first is a month in which it was
        valid.
    """
    vintages = sorted(localities["vintage"].unique())
    return str(max((each for each in vintages if each <= f"{day:%Y-%m}"), default=vintages[0]))


def parse_period(content: Content) -> Period | None:
    """Parse a cell that holds a period and nothing else; None where it holds no period.

    Parameters
    ----------
    content
        A date, a year, or text: ``2024-09``, ``2024-Q3``, ``2024-H1``, ``30/9/2024``, ``Quý III/2024``,
        ``tháng 9 năm 2024``, ``9 tháng đầu năm 2024``, ``từ 01/7/2024 đến 30/9/2024``. The day comes first.

    Examples
    --------
    >>> parse_period("Quý III/2024")
    Period(start=datetime.date(2024, 7, 1), end=datetime.date(2024, 9, 30), spelled=False)
    >>> parse_period("9/30/2024") is None
    True
    """
    if isinstance(content, datetime):
        return Period(None, content.date())
    if isinstance(content, date):
        return Period(None, content)
    text = " ".join(unaccented(as_text(content)).split())
    return next(
        (period for way, make in PATTERNS if (m := re.fullmatch(way, text)) and (period := _try(make, m))),
        None,
    )


def combine(parts: Sequence[tuple[str, Content]], year: str = "") -> Period | None:
    """Return the period that several columns make together: "2024" and "III", or "2024", "3" and "9".

    Parameters
    ----------
    parts : sequence of (str, content)
        What each column holds (``"year"``, ``"quarter"``, ``"month"``, ``"first"`` or ``"last"`` day, or "" for a whole
        period) and its cell.
    year : str
        The year of rows that name none.

    Returns
    -------
    Period or None
        The finest part; None where a part is not understood or the parts contradict each other.
    """
    days = [content for part in ("first", "last") for name, content in parts if name == part]
    if days:
        return _between_days(days) if len(days) == len(parts) == 2 else None
    years = [as_text(content) for part, content in parts if part == "year"]
    whole = parse_period(years[0]) if years else None
    if years and whole is None:
        return None
    year = str(whole.end.year) if whole else year
    found = [_part(part, content, year) for part, content in parts if part != "year"]
    every = [each for each in [whole, *found] if each]
    if len(every) < len(parts):
        return None
    finest = min(every, key=lambda each: (each.end - (each.start or each.end)).days)
    inside = all((each.start or each.end) <= finest.end <= each.end for each in every)
    return finest if inside else None


def _between_days(days: Sequence[Content]) -> Period | None:
    """Return the period of a first and a last day."""
    first, last = (parse_period(each) for each in days)
    if not first or not last or first.start or last.start or first.end > last.end:
        return None
    return Period(first.end, last.end, spelled=True)


def _part(part: str, content: Content, year: str) -> Period | None:
    """Return the period of one column; a number or a Roman numeral alone takes the year."""
    if part == "quarter" and (period := parse_period(f"quý {as_text(content)}")):
        return period
    if period := parse_period(content):
        return None if part in ("quarter", "month") and as_text(content).isdigit() else period
    text = as_text(content).strip()
    named = (
        text
        if any(each.isalpha() for each in text) and text.lower() not in ROMAN
        else f"{PARTS.get(part, '')} {text}"
    )
    return parse_period(f"{named.strip()} năm {year}") if year else None


def _try(make: "Callable[[re.Match[str]], Period]", found: "re.Match[str]") -> Period | None:
    try:
        return make(found)
    except ValueError:  # no such day: 31/9/2024
        return None


def day_of(year: str, month: str, day: str) -> date:
    """Return a day; ``ValueError`` where there is none such."""
    return date(int(year), int(month), int(day))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months(year: str, last: int, count: int) -> Period:
    """Return the period of some months of a year up to the last of them."""
    return Period(date(int(year), last - count + 1, 1), _month_end(int(year), last))


def count_of(written: str) -> int:
    """Return a number of months that is written in digits or in words."""
    return NUMERALS.get(written) or int(written)


def days_between(first_day: Sequence[str], last_day: Sequence[str]) -> Period:
    """Return the period of two days, each given as day, month and year."""
    first, last = (day_of(year, month, day) for day, month, year in (first_day, last_day))
    if first > last:
        raise ValueError
    return Period(first, last, spelled=True)


def quarter(year: str, written: str) -> Period:
    """Return a quarter that is written in Roman or Arabic digits."""
    return months(year, 3 * (QUARTERS.get(written) or int(written)), 3)


PATTERNS: "tuple[tuple[str, Callable[[re.Match[str]], Period]], ...]" = (
    (rf"{YEAR}-(\d\d)-(\d\d)", lambda m: Period(None, day_of(m[1], m[2], m[3]))),
    (rf"{YEAR}-(\d\d)", lambda m: Period(None, _month_end(int(m[1]), int(m[2])))),
    (rf"{YEAR}-?q([1-4])", lambda m: quarter(m[1], m[2])),
    (rf"{YEAR}-?h([12])", lambda m: months(m[1], 6 * int(m[2]), 6)),
    (
        rf"(?:tu )?(?:ngay )?{DAY} ?(?:-|–|den) ?(?:ngay |het ngay )?{DAY}",
        lambda m: days_between(m.groups()[:3], m.groups()[3:]),
    ),
    (
        rf"tu dau nam ?(?:-|–|den)(?: het)?(?: ngay)? ?{DAY}",
        lambda m: days_between(("1", "1", m[3]), m.groups()),
    ),
    (rf"(?:tinh )?(?:den )?(?:het )?(?:ngay )?{DAY}", lambda m: Period(None, day_of(m[3], m[2], m[1]))),
    (
        rf"(?:den )?(?:het )?ngay (\d{{1,2}}) thang (\d{{1,2}}) nam {YEAR}",
        lambda m: Period(None, day_of(m[3], m[2], m[1])),
    ),
    (
        rf"(?:quy|q) ?(?:so )?(i{{1,3}}|iv|0?[1-4]|mot|nhat|hai|ba|bon|tu){OF_YEAR}",
        lambda m: quarter(m[2], m[1]),
    ),
    (
        rf"(\d{{1,2}}|{NUMERAL}) ?t(?:hang)? cuoi(?: nam)?{OF_YEAR}",
        lambda m: months(m[2], 12, count_of(m[1])),
    ),
    (
        rf"(\d{{1,2}}|{NUMERAL}) ?t(?:hang)?(?: dau)?(?: nam)?{OF_YEAR}",
        lambda m: months(m[2], count_of(m[1]), count_of(m[1])),
    ),
    (rf"nua dau(?: cua)?(?: nam)?{OF_YEAR}", lambda m: months(m[1], 6, 6)),
    (rf"thang (\d{{1,2}}|{NUMERAL}){OF_YEAR}", lambda m: months(m[2], count_of(m[1]), 1)),
    (rf"(i{{1,3}}|iv)/{YEAR}", lambda m: quarter(m[2], m[1])),
    (rf"(\d{{1,2}})[/\-]{YEAR}", lambda m: months(m[2], int(m[1]), 1)),
    (rf"nam {YEAR}", lambda m: months(m[1], 12, 12)),
    (YEAR, lambda m: months(m[1], 12, 12)),
)


def span_rule(tables: Tables, vintage: str) -> Callable[[str, str, Period], tuple[date, date]]:
    """Return a function that gives the days that a figure of a locality covers in a period.

    A stock is of the last day of the period. A flow covers the period; where only the end is given, it covers the span
    of the frequency in ``expected`` if such a span ends there (30/9: the third quarter), else the month. A cumulative
    figure starts where the latest stored figure of the locality starts; without one, on the day on which the resolution
    of its province came into force; without that on 1 January, and not before the vintage. A period of two written days
    overrides these rules.

    Returns
    -------
    callable
        ``(locality, indicator, period) -> (period_start, period_end)``.
    """
    kinds = tables.indicators.set_index("indicator")["time_type"].to_dict()
    levels = _of(tables.localities, vintage).set_index("code")["level"].to_dict()
    required = _of(tables.expected, vintage).query("kind == 'real'")
    frequencies = required.drop_duplicates(["indicator", "level"], keep="last").set_index(
        ["indicator", "level"]
    )["frequency"]
    starts = _cumulative_starts(tables, vintage)
    frequency_of = frequencies.to_dict()

    def span(locality: str, indicator: str, period: Period) -> tuple[date, date]:
        kind = kinds[indicator]
        if kind == "stock":
            return period.end, period.end
        if period.spelled and period.start:
            return period.start, period.end
        if kind == "cumulative":
            return starts(locality, indicator, period.end), period.end
        frequency = frequency_of.get((indicator, levels.get(locality, "")), "month")
        return period.start or _start(period.end, frequency), period.end

    return span


def _start(end: date, frequency: str) -> date:
    count = MONTHS[frequency]
    return date(end.year, end.month - count + 1 if end.month % count == 0 else end.month, 1)


def _of(table: pd.DataFrame, vintage: str) -> pd.DataFrame:
    return table[table["vintage"].eq(vintage)]


def _cumulative_starts(tables: Tables, vintage: str) -> Callable[[str, str, date], date]:
    known = _of(tables.observations, vintage).sort_values("period_end")
    latest = known.drop_duplicates(["locality", "indicator"], keep="last")
    first_days: dict[tuple[str, str], date] = latest.set_index(["locality", "indicator"])[
        "period_start"
    ].dt.date.to_dict()
    in_force = tables.resolutions.query("kind == 'resolution'").dropna(subset=["in_force_from"])
    since = _of(in_force, vintage).drop_duplicates("province").set_index("province")["in_force_from"]
    resolved: dict[str, date] = since.dt.date.to_dict()
    oldest = tables.localities["vintage"].min()
    parents = _of(tables.localities, vintage).set_index("code")["parent_code"].to_dict()

    def start(locality: str, indicator: str, end: date) -> date:
        if (locality, indicator) in first_days:
            return min(first_days[locality, indicator], end)
        place: str | None = locality
        while isinstance(place, str):
            if place in resolved and resolved[place] <= end:
                return resolved[place]
            place = parents.get(place)
        began = date(int(vintage[:4]), int(vintage[5:]), 1) if vintage != oldest else date.min
        return max(date(end.year, 1, 1), min(began, end))

    return start
