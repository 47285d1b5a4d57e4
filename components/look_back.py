"""Looking back: the figures as they were known on a past day, said wherever they are shown."""

from datetime import date, timedelta

import streamlit as st

from components import session
from data import clock
from queries import observations
from queries.view import View
from wording import known_day_texts as words
from wording import numbers


def as_of(view: View) -> str:
    """Say from which day a view looks, and what was known when it looks back."""
    day = numbers.day(observations.as_of(view))
    if view.known is None:
        return words.AS_OF.format(day=day)
    return words.AS_OF_KNOWN.format(day=day, known=numbers.day(view.known))


def look_back(view: View) -> None:
    """Look at what was known on the day looked at, or yesterday; another day is chosen beside what ``tell`` says."""
    session.change(known=min(observations.as_of(view).date(), clock.today() - timedelta(days=1)), as_of=None)


def tell(view: View) -> None:
    """Say above the page that it looks back and to when, with the way to another day and to today."""
    if view.known is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="looking-back"):
        st.markdown(words.TOLD.format(known=numbers.day(view.known)), width="content", help=words.HELP)
        if view.present:
            return
        st.date_input(
            words.DAY, min_value=date(2020, 1, 1), max_value=clock.today(), format="DD/MM/YYYY", width=180,
            label_visibility="collapsed", **session.bind("known", then=_know),
        )  # fmt: skip
        st.button(words.BACK, icon=":material/update:", on_click=_know, args=(None,))


def _know(day: date | None) -> None:
    # The latest day of then is another one than today's.
    session.change(known=None if day == clock.today() else day, as_of=None)
