"""The file of a scenario: saved from the view and opened into the view; the server keeps no copy."""

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from components import session
from indicators import scenario_code
from pages.what_if import scenario_edits, words
from queries import scenario_set
from queries.address import to_address
from queries.view import View
from wording import markdown

OPENED, PROBLEM = "what-if.opened", "what-if.problem"


def scenario_file(view: View) -> None:
    """Draw the buttons that save the scenarios and open a saved file, and what was wrong with a file."""
    with st.popover(words.FILE, icon=":material/save:"):
        st.caption(words.FILE_HELP)
        if known := scenario_set.in_address(view):
            address = urlencode(to_address(view))
            st.download_button(
                words.SAVE, lambda: scenario_code.to_json(known, address), file_name=words.FILE_NAME,
                mime="application/json", icon=":material/download:", on_click="ignore", key="what-if.save",
            )  # fmt: skip
        st.file_uploader(words.OPEN, type=["json"], max_upload_size=1, key=OPENED, on_change=_open)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(markdown.plain(problem), icon=":material/description:")


def _open() -> None:
    """Replace the view by that of the file; a damaged or foreign file changes nothing."""
    uploaded = st.session_state[OPENED]
    if uploaded is None:
        return
    scenarios, address, complaints = scenario_code.from_json(uploaded.getvalue())
    if complaints:
        st.session_state[PROBLEM] = " ".join(complaints)
        return
    session.open_address(dict(parse_qsl(address)))
    scenario_edits.write_scenarios(scenarios, 1)
