"""Which days a figure speaks of: periods as people write them, and the span each kind of indicator takes of one."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from data.intake.worksheet import Content, as_text
from data.loader import Tables
from wording.spelling import unaccented

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YEAR = r"(20\d\d)"
DAY = rf"(\d{{1,2}})\s?[/.\-]\s?(\d{{1,2}})\s?[/.\-]\s?{YEAR}"
# A day in a title is a document's unless the figures run to it.
SIGNED = re.compile(rf"(?<!den )(?<!tu )(?<!- )(?:ngay )(?:{DAY}|\d{{1,2}} thang \d{{1,2}} nam {YEAR})")
OF_YEAR = rf"\s?(?:/|-|nam|cua nam)?\s?{YEAR}"


@dataclass(frozen=True)
class Period:
    """A reporting period. ``start`` is None where only its end is said: "đến 30/9/2024", ``2024-09``.

    ``spelled`` says that both ends are written out as days, so that they hold for cumulative figures too.
    """

    start: date | None
    end: date
    spelled: bool = False


def vintage_on(day: date, localities: pd.DataFrame) -> str:
    """Return the vintage of the localities on a day: the latest that began by then; the first before all.

    Parameters
    ----------
    day : date
        Such as a period's last.
    localities : DataFrame
        Table ``localities``; a vintage is named after the month in which it began, the first after one in which it
        stood.
    """
    vintages = sorted(localities["vintage"].unique())
    return str(max((each for each in vintages if each <= f"{day:%Y-%m}"), default=vintages[0]))


def parse_period(content: Content) -> Period | None:
    """Read a period that fills a cell; None where it is none.

    Parameters
    ----------
    content
        A date, a year, or text: ``2024-09``, ``2024-Q3``, ``2024-H1``, ``30/9/2024``, ``Quý III/2024``,
        ``tháng 9 năm 2024``, ``9 tháng đầu năm 2024``, ``từ 01/7/2024 đến 30/9/2024``. Days come first.

    Examples
    --------
    >>> read("Quý III/2024")
    Period(start=datetime.date(2024, 7, 1), end=datetime.date(2024, 9, 30), spelled=False)
    >>> read("9/30/2024") is None
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
    """Find the period that a title speaks of; the day a document was signed is none.

    Examples
    --------
    >>> find("Biểu 01. Kết quả chuyển đổi số quý III năm 2024").end
    datetime.date(2024, 9, 30)
    >>> find("Tuy Phong, ngày 05 tháng 10 năm 2024") is None
    True
    """
    return split_period(text)[0]


def split_period(text: str) -> tuple[Period | None, str]:
    """Part a text into the period it speaks of, as ``find`` does, and what is said besides.

    Examples
    --------
    >>> cut("Hồ sơ trực tuyến quý III/2024")[1]
    'Hồ sơ trực tuyến'
    """
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    # As long as the text: letters lose their accents one by one, a signature's day makes room for blanks.
    plain = SIGNED.sub(lambda day: " " * len(day[0]), unaccented(whole))
    for way, make in PATTERNS[:-1]:  # a bare year may be a document's
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
    """Return a function that says which days a locality's figure of an indicator covers in a period.

    A stock speaks of the period's last day. A flow covers the period; where only the end is said, the span of the
    frequency in which ``expected`` asks for it, if one ends there (30/9: the third quarter), else the month. A
    cumulative figure starts where the locality's latest known one does; without one, on the day the resolution of its
    province came into force; without that on 1 January, and not before the vintage. Only a period of two written days
    overrides this.

    Returns
    -------
    callable
        ``(locality, indicator, period) -> (period_start, period_end)``.
    """
    kinds = tables.indicators.set_index("indicator")["time_type"].to_dict()
    levels = _of(tables.localities, vintage).set_index("code")["level"].to_dict()
    asked = _of(tables.expected, vintage).query("kind == 'real'")
    frequencies = asked.drop_duplicates(["indicator", "level"], keep="last").set_index(
        ["indicator", "level"]
    )["frequency"]
    starts = _cumulative_starts(tables, vintage)
    rhythm = frequencies.to_dict()

    def span(locality: str, indicator: str, period: Period) -> tuple[date, date]:
        kind = kinds[indicator]
        if kind == "stock":
            return period.end, period.end
        if period.spelled and period.start:
            return period.start, period.end
        if kind == "cumulative":
            return starts(locality, indicator, period.end), period.end
        frequency = rhythm.get((indicator, levels.get(locality, "")), "month")
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
