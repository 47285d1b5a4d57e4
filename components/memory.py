"""What is computed once a process and shared by every session: read, never changed in place."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from components.view import View
from data.store import State
from indicators.scenario import Scenario

F = TypeVar("F", bound=Callable[..., Any])


def remembered(most: int | None = None) -> Callable[[F], F]:
    """Return a decorator that keeps what a function returned for the arguments it was given.

    Streamlit takes a view apart field by field to recognise it, which costs a millisecond or two a call and dozens of
    calls a run. A view, a scenario and a state of the store are frozen and say all they hold in one line, so they are
    known by that.

    Parameters
    ----------
    most
        How many answers are kept; the oldest goes first. All of them where nothing is said.
    """
    return st.cache_resource(
        show_spinner=False, max_entries=most, hash_funcs={View: repr, Scenario: repr, State: repr}
    )
