"""Looking back: the figures as they were known on a past day, said wherever they are shown."""

from datetime import date

import streamlit as st

from components import facts, view
from components.view import View
from wording import knowledge as words
from wording import numbers


def as_of(looked: View) -> str:
    """Say from which day a view looks, and what was known when it looks back."""
    day = numbers.day(facts.as_of(looked))
    if looked.known is None:
        return words.AS_OF.format(day=day)
    return words.AS_OF_KNOWN.format(day=day, known=numbers.day(looked.known))


def choice(looked: View) -> None:
    """Offer a past day, folded away until somebody asks; the simulated set was never published."""
    if looked.kind == "simulated":
        return
    with st.popover(words.CHOOSE, icon=":material/history:", type="tertiary", help=words.CHOOSE_HELP):
        st.date_input(
            words.DAY, min_value=date(2020, 1, 1), max_value=date.today(), format="DD/MM/YYYY",
            help=words.CHOOSE_HELP, **view.bound("known", then=_look_back),
        )  # fmt: skip


def tell(looked: View) -> None:
    """Say above the page that it looks back, with the way to today."""
    if looked.known is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="looking-back"):
        st.markdown(words.TOLD.format(known=numbers.day(looked.known)), width="stretch")
        if not looked.present:
            st.button(words.BACK, icon=":material/update:", on_click=_look_back, args=(None,))


def _look_back(day: date | None) -> None:
    # The latest day of then is another one than today's.
    view.change(known=None if day == date.today() else day, as_of=None)
