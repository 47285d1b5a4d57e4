"""Looking back: the figures as they were known on a past day."""

from datetime import date, timedelta

import streamlit as st

from components import session
from data import clock
from indicators.bounds import FIRST_DAY
from queries import observations
from queries.view import View
from wording import known_day_texts as words
from wording import numbers


def as_of_text(view: View) -> str:
    """Return the as-of date of a view as text, with the day whose knowledge it shows where it looks back."""
    day = numbers.day(observations.as_of(view))
    if view.known is None:
        return words.AS_OF.format(day=day)
    return words.AS_OF_KNOWN.format(day=day, known=numbers.day(view.known))


def start_looking_back(view: View) -> None:
    """Show what was known on the as-of date, or yesterday if that is earlier. Called in callbacks."""
    session.change(known=min(observations.as_of(view).date(), clock.today() - timedelta(days=1)), as_of=None)


def look_back_bar(view: View) -> None:
    """Draw the line that says to which day a view looks back, with the choice of another day and the way to today."""
    if view.known is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="looking-back"):
        st.markdown(words.TOLD.format(known=numbers.day(view.known)), width="content", help=words.HELP)
        if view.present:
            return
        st.date_input(
            words.DAY, min_value=FIRST_DAY, max_value=clock.today(), format="DD/MM/YYYY", width=180,
            label_visibility="collapsed", **session.bind("known", then=_change_known_day),
        )  # fmt: skip
        st.button(words.BACK, icon=":material/update:", on_click=_change_known_day, args=(None,))


def _change_known_day(day: date | None) -> None:
    # The latest as-of date of that day is not today's.
    session.change(known=None if day == clock.today() else day, as_of=None)
