"""The table of figures continued over a reform: each with its working, or with the reason for refusing it."""

import streamlit as st

from components.data_table import lazy_expander, table
from pages.locality.table_notes import notes
from queries import histories, locality_figures
from queries.view import View
from wording import reform_texts as words

WORKING = st.column_config.TextColumn(words.CONTINUED_HEADINGS["told_shown"], width="large")


def continued_table(view: View) -> None:
    """Draw the continued figures of the locality behind a fold; nothing where its predecessors reported nothing."""
    rows = histories.continued(view)
    if rows.empty:
        return
    refused = int(rows["reason"].ne("").sum())
    label = words.CONTINUED.format(found=len(rows) - refused, refused=refused)
    folded = lazy_expander(label, "continued", expanded=False)
    if not folded.open:
        return
    with folded:
        st.caption(words.CONTINUED_CAPTION)
        table(
            rows, words.CONTINUED_HEADINGS, "noi-qua-sap-xep", kind=view.kind, notes=notes(view),
            title=words.CONTINUED_TITLE.format(name=locality_figures.register_row(view)["name"]),
            config={"told_shown": WORKING},
        )  # fmt: skip
