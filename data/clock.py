"""The clock of the program: every day and time is Vietnamese, whatever the time zone of the machine or of a browser.

No other module asks the machine for the date; ``tests/data/test_clock.py`` holds that.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> pd.Timestamp:
    """Return the time in Vietnam, in microseconds and without a zone, as the store keeps times."""
    return pd.Timestamp(datetime.now(ZONE)).tz_localize(None).as_unit("us")


def today() -> date:
    """Return the day in Vietnam."""
    return now().date()
