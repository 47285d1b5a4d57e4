"""How a vintage of boundaries is named: by the days it was in force."""

from datetime import date

UNTIL = "đến {last}"
FROM = "từ {first}"
BETWEEN = "từ {first} đến {last}"
# By whether it has a beginning and an end.
STOOD = {
    (False, False): "từ trước đến nay",
    (False, True): "trước {end}",
    (True, False): "từ {first}",
    (True, True): "từ {first} đến trước {end}",
}
WITH_DISTRICTS = "Địa giới {span} (có huyện)"
WITHOUT_DISTRICTS = "Địa giới {span} (không có huyện)"


def validity_with_last_day(first: date | None, last: date | None) -> str:
    """Write the life of a vintage; None where its start or its end is not known.

    Examples
    --------
    >>> span(None, date(2025, 6, 30)), span(date(2025, 7, 1), None)
    ('đến 30/6/2025', 'từ 1/7/2025')
    """
    template = UNTIL if first is None else FROM if last is None else BETWEEN
    return template.format(first=short_day(first), last=short_day(last))


def vintage_name(first: date | None, last: date | None, *, districts: bool) -> str:
    """Name a vintage in the choice of boundaries."""
    template = WITH_DISTRICTS if districts else WITHOUT_DISTRICTS
    return template.format(span=validity_with_last_day(first, last))


def short_day(day: date | None) -> str:
    """Write the day of a reform as everybody does, without leading zeros: ``1/7/2025``."""
    return "" if day is None else f"{day.day}/{day.month}/{day.year}"


def validity(first: date | None, end: date | None) -> str:
    """Write when a vintage stood as people write it in their tables; None where it has no beginning or no end.

    Examples
    --------
    >>> stood(None, date(2025, 7, 1)), stood(date(2025, 7, 1), None)
    ('trước 01/7/2025', 'từ 01/7/2025')
    """
    template = STOOD[first is not None, end is not None]
    return template.format(first=official_day(first), end=official_day(end))


def official_day(day: date | None) -> str:
    """Write the day of a reform as official papers do: ``01/7/2025``."""
    return "" if day is None else f"{day:%d}/{day.month}/{day.year}"
