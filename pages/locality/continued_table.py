"""What a reform did to the figures of a locality: those continued over it, with their working, and those refused."""

import streamlit as st

from components.data_table import lazy_expander, table
from queries import histories, locality_figures
from queries.view import View
from wording import reforms as words

WORKING = st.column_config.TextColumn(words.CONTINUED_HEADINGS["told_shown"], width="large")


def continued(view: View, notes: list[str]) -> None:
    """Draw the derived figures of the locality behind a fold; nothing where other units reported nothing."""
    rows = histories.continued(view)
    if rows.empty:
        return
    refused = int(rows["reason"].ne("").sum())
    folded = lazy_expander(
        words.CONTINUED.format(found=len(rows) - refused, refused=refused), "continued", expanded=False
    )
    if not folded.open:
        return
    with folded:
        st.caption(words.CONTINUED_CAPTION)
        table(
            rows, words.CONTINUED_HEADINGS, "noi-qua-sap-xep", kind=view.kind, notes=notes,
            title=words.CONTINUED_TITLE.format(name=locality_figures.register_row(view)["name"]), config={"told_shown": WORKING},
        )  # fmt: skip
