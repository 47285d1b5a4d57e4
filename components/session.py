"""The view of a session: read from the address of the browser, changed by widgets, written back to the address."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from queries.address import NAMES, from_address, to_address
from queries.view import View
from wording import markdown

_VIEW, _ADDRESS = "view", "view_address"


def current() -> View:
    """Return the view of this session; an address that is new in the browser (opened, gone back to) replaces it."""
    address = {name: text for name, text in st.query_params.items() if name in NAMES}
    if _VIEW not in st.session_state or (address and address != st.session_state[_ADDRESS]):
        st.session_state[_VIEW], complaints = from_address(address)
        st.session_state[_ADDRESS] = address
        for complaint in complaints:
            st.toast(markdown.plain(complaint), icon=":material/link_off:", duration="long")
    return cast(View, st.session_state[_VIEW])


def change(**changes: Any) -> View:
    """Change fields of the view and return it. Called in callbacks, before the page is drawn again."""
    view = replace(current(), **changes)
    set_view(view)
    return view


def set_view(view: View) -> None:
    """Replace the view of this session."""
    st.session_state[_VIEW] = view


def write_address() -> None:
    """Write the view into the browser's address in one step, so that going back undoes a whole change."""
    address = to_address(st.session_state[_VIEW])
    foreign = {name: text for name, text in st.query_params.items() if name not in NAMES}
    if st.query_params.to_dict() != foreign | address:
        st.query_params.from_dict(foreign | address)
    st.session_state[_ADDRESS] = address


def bind(
    field: str, then: Callable[[Any], object] | None = None, shown: Any = None, place: str = "view"
) -> dict[str, Any]:
    """Return keyword arguments that tie a widget to a field of the view, both ways.

    Parameters
    ----------
    field : str
        Field of the view.
    then : callable, optional
        Takes the choice; without it the field takes it.
    shown : optional
        What the widget shows instead of the field's value, such as the date that "the latest" stands for.
    place : str
        First part of the widget's key; a second widget of the same field needs another one.

    Examples
    --------
    ``st.selectbox(label, options, **bind("indicator"))``
    """
    key = f"{place}.{field}"
    value = getattr(current(), field) if shown is None else shown
    st.session_state[key] = list(value) if isinstance(value, tuple) else value

    def on_change() -> None:
        chosen = st.session_state[key]
        choice = tuple(chosen) if isinstance(chosen, list) else chosen
        if then:
            then(choice)
        else:
            change(**{field: choice})

    return {"key": key, "on_change": on_change}
