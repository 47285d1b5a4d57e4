"""The receipt of a publication: who, when, which file, how much; and where it is seen."""

from dataclasses import replace

import streamlit as st

from components.page_links import link
from data.intake.preflight import Preflight
from data.store import Receipt
from pages.intake import words
from queries.view import View
from wording import intake_report

KEPT = "intake.receipt"


def keep(done: Receipt, checked: Preflight) -> None:
    """Keep a receipt until the next file."""
    place = checked.parsed_file.vintage, checked.area
    st.session_state[KEPT] = (done, place, checked.sent["indicator"].tolist())


def forget() -> None:
    """Let the receipt go."""
    st.session_state.pop(KEPT, None)


def draw(view: View) -> None:
    """Draw the kept receipt, with ways to what it changed."""
    if KEPT not in st.session_state:
        return
    done, (vintage, area), indicators = st.session_state[KEPT]
    told = {"at": f"{done.at:%H:%M:%S %d/%m/%Y}", "told": intake_report.COUNTS.format(**done.counts)}
    told |= {"batch": done.batch, "by": done.by, "file": done.file_name, "sha256": done.sha256}
    lines = [f"- {template.format(**told)}" for template in words.RECEIPT_LINES.values()]
    st.success("\n".join([words.RECEIPT, "", *lines]), icon=":material/receipt_long:")
    seen = replace(view, kind="real", vintage=vintage, locality=area)
    drawn = replace(seen, indicator=indicators[0]) if indicators else seen
    with st.container(horizontal=True):
        link("ban-do", words.SEE_MAP, ":material/map:", drawn)
        link("tien-do", words.SEE_PROGRESS, ":material/trending_up:", seen)
        link("dia-phuong", words.SEE_PLACE, ":material/location_city:", seen)
