"""The bounds of the amounts and days that people write in an address, in a file of scenarios or in a form."""

from datetime import date

LARGEST = 10**12
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def bounded_amount(amount: float) -> float:
    """Return an amount that is within the bounds.

    Raises
    ------
    ValueError
        If it is larger than ``LARGEST``, lower than its negative, or not a number.
    """
    # NaN is not less than anything.
    if not abs(amount) <= LARGEST:
        raise ValueError(str(amount))
    return amount


def bounded_day(day: date) -> date:
    """Return a day that is within the bounds.

    Raises
    ------
    ValueError
        If it is before ``FIRST_DAY`` or after ``LAST_DAY``.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(str(day))
    return day
