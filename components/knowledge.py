"""Looking back: the figures as they were known on a past day, said wherever they are shown."""

from datetime import date, timedelta

import streamlit as st

from components import facts, view
from components.view import View
from data import clock
from wording import knowledge as words
from wording import numbers


def as_of(looked: View) -> str:
    """Say from which day a view looks, and what was known when it looks back."""
    day = numbers.day(facts.as_of(looked))
    if looked.known is None:
        return words.AS_OF.format(day=day)
    return words.AS_OF_KNOWN.format(day=day, known=numbers.day(looked.known))


def look_back(looked: View) -> None:
    """Look at what was known on the day looked at, or yesterday; another day is chosen beside what ``tell`` says."""
    view.change(known=min(facts.as_of(looked).date(), clock.today() - timedelta(days=1)), as_of=None)


def tell(looked: View) -> None:
    """Say above the page that it looks back and to when, with the way to another day and to today."""
    if looked.known is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="looking-back"):
        st.markdown(words.TOLD.format(known=numbers.day(looked.known)), width="content", help=words.HELP)
        if looked.present:
            return
        st.date_input(
            words.DAY, min_value=date(2020, 1, 1), max_value=clock.today(), format="DD/MM/YYYY", width=180,
            label_visibility="collapsed", **view.bound("known", then=_know),
        )  # fmt: skip
        st.button(words.BACK, icon=":material/update:", on_click=_know, args=(None,))


def _know(day: date | None) -> None:
    # The latest day of then is another one than today's.
    view.change(known=None if day == clock.today() else day, as_of=None)
