"""The line on Tổng quan that says what changed and leads to the page Thay đổi."""

from dataclasses import replace

from components.page_links import link
from pages.overview import words
from queries import observations, recent_changes
from queries.view import View
from wording import numbers


def line(view: View) -> None:
    """Draw the way to this page in one line that says what changed; simulated figures are not counted aloud."""
    if view.kind == "simulated":
        from_day = recent_changes.since_words(view)
        label = words.LINK_SIMULATED.format(since=from_day.lower(), day=numbers.day(observations.as_of(view)))
    else:
        said = {name: numbers.number(count) for name, count in recent_changes.counts(view).items()}
        label = words.LINK.format(since=recent_changes.since_words(view), **said)
    link("thay-doi", label, ":material/trending_up:", replace(view))
