"""Parse periods as people write them, and find the days that a figure covers in a period."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from data.intake.open.worksheet import Content, as_text
from data.loader import Tables
from wording.spelling import unaccented

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YEAR = r"(20\d\d)"
DAY = rf"(\d{{1,2}})\s?[/.\-]\s?(\d{{1,2}})\s?[/.\-]\s?{YEAR}"
# A day in a title is the date of a document, unless words say that the figures end on it.
SIGNED = re.compile(rf"(?<!den )(?<!tu )(?<!- )(?:ngay )(?:{DAY}|\d{{1,2}} thang \d{{1,2}} nam {YEAR})")
OF_YEAR = rf"\s?(?:/|-|nam|cua nam)?\s?{YEAR}"


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


def find_period(text: str) -> Period | None:
    """Return the period that a title names; the date of a signature is not a period.

    Examples
    --------
    >>> find_period("Biểu 01. Kết quả chuyển đổi số quý III năm 2024").end
    datetime.date(2024, 9, 30)
    >>> find_period("Tuy Phong, ngày 05 tháng 10 năm 2024") is None
    True
    """
    return split_period(text)[0]


def split_period(text: str) -> tuple[Period | None, str]:
    """Split a text into the period that it names (see ``find_period``) and the rest.

    Examples
    --------
    >>> split_period("Hồ sơ trực tuyến quý III/2024")[1]
    'Hồ sơ trực tuyến'
    """
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    # The plain text has the length of the text: each letter loses its accents, a date of signature becomes blanks.
    plain = SIGNED.sub(lambda day: " " * len(day[0]), unaccented(whole))
    for way, make in PATTERNS[:-1]:  # a year alone may be that of a document
        found = re.search(rf"(?<![\w/.\-]){way}(?![\w/.\-])", plain)
        if found and (period := _try(make, found)):
            return period, (whole[: found.start()] + whole[found.end() :]).strip(" -–,:()")
    return None, whole


def _try(make: "Callable[[re.Match[str]], Period]", found: "re.Match[str]") -> Period | None:
    try:
        return make(found)
    except ValueError:  # no such day: 31/9/2024
        return None


def _day(year: str, month: str, day: str) -> date:
    return date(int(year), int(month), int(day))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(year: str, last: int, count: int) -> Period:
    return Period(date(int(year), last - count + 1, 1), _month_end(int(year), last))


def _span(found: "re.Match[str]") -> Period:
    first, last = _day(found[3], found[2], found[1]), _day(found[6], found[5], found[4])
    if first > last:
        raise ValueError
    return Period(first, last, spelled=True)


def _quarter(year: str, quarter: str) -> Period:
    return _months(year, 3 * (ROMAN.get(quarter) or int(quarter)), 3)


PATTERNS: "tuple[tuple[str, Callable[[re.Match[str]], Period]], ...]" = (
    (rf"{YEAR}-(\d\d)-(\d\d)", lambda m: Period(None, _day(m[1], m[2], m[3]))),
    (rf"{YEAR}-(\d\d)", lambda m: Period(None, _month_end(int(m[1]), int(m[2])))),
    (rf"{YEAR}-?q([1-4])", lambda m: _quarter(m[1], m[2])),
    (rf"{YEAR}-?h([12])", lambda m: _months(m[1], 6 * int(m[2]), 6)),
    (rf"(?:tu )?(?:ngay )?{DAY} ?(?:-|–|den) ?(?:ngay |het ngay )?{DAY}", _span),
    (rf"(?:tinh )?(?:den )?(?:het )?(?:ngay )?{DAY}", lambda m: Period(None, _day(m[3], m[2], m[1]))),
    (
        rf"(?:den )?(?:het )?ngay (\d{{1,2}}) thang (\d{{1,2}}) nam {YEAR}",
        lambda m: Period(None, _day(m[3], m[2], m[1])),
    ),
    (rf"(?:quy|q) ?(i{{1,3}}|iv|[1-4]){OF_YEAR}", lambda m: _quarter(m[2], m[1])),
    (rf"(?:6|sau) thang cuoi nam{OF_YEAR}", lambda m: _months(m[1], 12, 6)),
    (rf"(?:6|sau) thang(?: dau)?(?: nam)?{OF_YEAR}", lambda m: _months(m[1], 6, 6)),
    (rf"(\d{{1,2}}) thang(?: dau)?(?: nam)?{OF_YEAR}", lambda m: _months(m[2], int(m[1]), int(m[1]))),
    (rf"thang (\d{{1,2}}){OF_YEAR}", lambda m: _months(m[2], int(m[1]), 1)),
    (rf"(\d{{1,2}})[/\-]{YEAR}", lambda m: _months(m[2], int(m[1]), 1)),
    (rf"nam {YEAR}", lambda m: _months(m[1], 12, 12)),
    (YEAR, lambda m: _months(m[1], 12, 12)),
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
