"""A scenario as a small file: saved from the view, opened into it, never kept anywhere."""

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from components import session
from indicators import scenario_code
from pages.what_if import scenario_edits, words
from queries import scenario_set
from queries.address import from_address, to_address
from queries.view import View

OPENED, SAID = "what-if.opened", "what-if.said"


def file(view: View) -> None:
    """Draw the buttons that save the scenarios and open saved ones, and say what was wrong with a file."""
    with st.popover(words.FILE, icon=":material/save:"):
        st.caption(words.FILE_HELP)
        if known := scenario_set.in_address(view):
            address = urlencode(to_address(view))
            st.download_button(
                words.SAVE, lambda: scenario_code.to_json(known, address), file_name=words.FILE_NAME,
                mime="application/json", icon=":material/download:", on_click="ignore", key="what-if.save",
            )  # fmt: skip
        st.file_uploader(words.OPEN, type=["json"], max_upload_size=1, key=OPENED, on_change=opened)
    if said := st.session_state.pop(SAID, None):
        st.warning(said, icon=":material/description:")


def opened() -> None:
    """Take the scenarios of a file into the view; a damaged or foreign one is told and changes nothing."""
    given = st.session_state[OPENED]
    if given is None:
        return
    found, address, complaints = scenario_code.from_json(given.getvalue())
    if complaints:
        st.session_state[SAID] = " ".join(complaints)
        return
    made_in, _ = from_address(dict(parse_qsl(address)))
    session.set_view(made_in)
    scenario_edits.put(found, 1)
