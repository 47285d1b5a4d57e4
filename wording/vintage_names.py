"""Names of vintages: the days on which they were valid."""

from datetime import date

UNTIL = "đến {last}"
FROM = "từ {first}"
BETWEEN = "từ {first} đến {last}"
# By whether the vintage has a first day and an end.
VALIDITY = {
    (False, False): "từ trước đến nay",
    (False, True): "trước {end}",
    (True, False): "từ {first}",
    (True, True): "từ {first} đến trước {end}",
}
WITH_DISTRICTS = "Địa giới {span} (có huyện)"
WITHOUT_DISTRICTS = "Địa giới {span} (không có huyện)"


def validity_with_last_day(first: date | None, last: date | None) -> str:
    """Return the first and the last valid day of a vintage in words; None where a day is not known.

    Examples
    --------
    >>> validity_with_last_day(None, date(2025, 6, 30)), validity_with_last_day(date(2025, 7, 1), None)
    ('đến 30/6/2025', 'từ 1/7/2025')
    """
    template = UNTIL if first is None else FROM if last is None else BETWEEN
    return template.format(first=short_day(first), last=short_day(last))


def vintage_name(first: date | None, last: date | None, *, districts: bool) -> str:
    """Return the name of a vintage in the choice of boundaries."""
    template = WITH_DISTRICTS if districts else WITHOUT_DISTRICTS
    return template.format(span=validity_with_last_day(first, last))


def short_day(day: date | None) -> str:
    """Return a day without leading zeros: ``1/7/2025``; "" for None."""
    return "" if day is None else f"{day.day}/{day.month}/{day.year}"


def validity(first: date | None, end: date | None) -> str:
    """Return when a vintage was valid, as in tables that people send; None where it has no first day or no end.

    Examples
    --------
    >>> validity(None, date(2025, 7, 1)), validity(date(2025, 7, 1), None)
    ('trước 01/7/2025', 'từ 01/7/2025')
    """
    template = VALIDITY[first is not None, end is not None]
    return template.format(first=official_day(first), end=official_day(end))


def official_day(day: date | None) -> str:
    """Return a day as official documents write it: ``01/7/2025``; "" for None."""
    return "" if day is None else f"{day:%d}/{day.month}/{day.year}"
