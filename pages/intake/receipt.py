"""The receipt of a publication, with links to the pages that show it."""

from dataclasses import replace

import streamlit as st

from components.page_links import link
from data.intake.preflight import Preflight
from data.store import Receipt
from pages.intake import words
from queries.view import View
from wording import intake_report, markdown
from wording.markdown import Markdown

RECEIPT = "intake.receipt"


def save_receipt(receipt: Receipt, checked: Preflight) -> None:
    """Save a receipt in the session, with the place and the indicators that the published file is about."""
    place = checked.parsed_file.vintage, checked.area
    st.session_state[RECEIPT] = (receipt, place, checked.sent["indicator"].tolist())


def clear_receipt() -> None:
    """Remove the receipt from the session."""
    st.session_state.pop(RECEIPT, None)


def draw_receipt(view: View) -> None:
    """Draw the saved receipt and the links to map, progress and locality; nothing where there is none."""
    if RECEIPT not in st.session_state:
        return
    receipt, (vintage, area), indicators = st.session_state[RECEIPT]
    told = markdown.join("\n", [Markdown(words.RECEIPT), "", *_lines(receipt)])
    st.success(markdown.plain(told), icon=":material/receipt_long:")
    place_view = replace(view, kind="real", vintage=vintage, locality=area)
    map_view = replace(place_view, indicator=indicators[0]) if indicators else place_view
    with st.container(horizontal=True):
        link("ban-do", words.SEE_MAP, ":material/map:", map_view)
        link("tien-do", words.SEE_PROGRESS, ":material/trending_up:", place_view)
        link("dia-phuong", words.SEE_PLACE, ":material/location_city:", place_view)


def _lines(receipt: Receipt) -> list[Markdown]:
    values = {
        "batch": receipt.batch,
        "by": receipt.by,
        "at": f"{receipt.at:%H:%M:%S %d/%m/%Y}",
        "file": receipt.file_name,
        "sha256": receipt.sha256,
        "counts": intake_report.COUNTS.format(**receipt.counts),
    }
    return [markdown.fill(f"- {template}", **values) for template in words.RECEIPT_LINES.values()]
