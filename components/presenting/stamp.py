"""What every view on the wall says of its figures: of which province, as of when, of which kind."""

from components.presenting import words
from queries import observations, scenario_set
from queries.validation import areas_of
from queries.view import View
from wording import known_day_texts as knowledge_words
from wording import numbers


def stamp(view: View) -> list[str]:
    """Return the lines of the stamp: province and kind, then the day, and the day looked back to."""
    province = areas_of(view.vintage)[view.province]
    day = numbers.day(observations.as_of(view))
    return [
        words.PROVINCE.format(province=province, kind=words.KINDS[view.kind]),
        words.DAY.format(day=day),
        *([knowledge_words.STAMP.format(known=numbers.day(view.known))] if view.known else []),
    ]


def scenario_stamp(view: View, page: str) -> str:
    """Return which scenario the figures of a page are supposed by; empty where they are as they are."""
    return (
        words.SCENARIO.format(name=scenario_set.current_name(view))
        if scenario_set.shown_on(view, page)
        else ""
    )
