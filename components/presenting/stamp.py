"""The stamp of a view on the wall screen: province, kind and as-of date of its figures."""

from components.presenting import words
from queries import observations, scenario_set
from queries.validation import areas_of
from queries.view import View
from wording import figure_marks, numbers
from wording import known_day_texts as knowledge_words


def stamp(view: View) -> list[str]:
    """Return the lines of the stamp: province and kind, the as-of date, and the day the view looks back to."""
    province = areas_of(view.vintage)[view.province]
    day = numbers.day(observations.as_of(view))
    return [
        words.PROVINCE.format(province=province, kind=words.KINDS[view.kind]),
        words.DAY.format(day=day),
        *([knowledge_words.STAMP.format(known=numbers.day(view.known))] if view.known else []),
    ]


def scenario_stamp(view: View, page: str) -> str:
    """Return the line that names the scenario of a page's figures; empty where they are none."""
    return (
        figure_marks.NAMED_SCENARIO.format(name=scenario_set.current_name(view))
        if scenario_set.shown_on(view, page)
        else ""
    )
