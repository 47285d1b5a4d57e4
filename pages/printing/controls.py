"""What to print and on which paper; none of it is printed itself."""

from html import escape
from pathlib import Path

import streamlit as st

from components import place_navigation, session
from pages.printing import words as sheet_words
from queries import catalogue, scenario_set
from queries.view import View
from wording import navigation

PRESS = (Path(__file__).resolve().parent / "press.js").read_text("utf-8")
# A button of Streamlit's runs the script again; this one only opens the browser's print box.
BUTTON = (
    "<style>.press {{ font: inherit; font-weight: 600; color: #fff; background: #0b5cad; border: 0; border-radius: 4px;"
    " padding: 6px 18px; min-height: 40px; cursor: pointer; }} .press:focus-visible {{ outline: 3px solid; }}</style>"
    '<button type="button" class="press" title="{help}">{label}</button><script>{script}</script>'
)


def controls(view: View) -> None:
    """Draw the choices of the page: sheet or notes, paper, indicator, level, colours, and the button that prints."""
    with st.container(horizontal=True, vertical_alignment="center", key="print-choices"):
        offered = dict(sheet_words.SHEETS)
        if not scenario_set.current(view).levers:
            del offered["what_if"]
        chosen = view.sheet if view.sheet in offered else "view"
        _segments(sheet_words.SHEET, offered, "sheet", shown=chosen)
        if chosen != "notes":
            _segments(sheet_words.PAPER, sheet_words.PAPERS, "paper")
            names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
            # What the address asks for stays offered, though it is a context indicator.
            names.setdefault(view.indicator, catalogue.indicator(view.indicator)["name_vi"])
            st.selectbox(
                navigation.INDICATOR, list(names), format_func=names.get, width=250, label_visibility="collapsed",
                **session.bind("indicator"),
            )  # fmt: skip
        place_navigation.level_choice(view)
        if chosen != "notes":
            _segments(navigation.COLOUR, navigation.COLOURS, "colour")
        button = BUTTON.format(
            help=escape(sheet_words.PRINT_HELP), label=escape(sheet_words.PRINT), script=PRESS
        )
        st.html(button, width="content", unsafe_allow_javascript=True)


def _segments(label: str, options: dict[str, str], field: str, shown: str | None = None) -> None:
    st.segmented_control(
        label, list(options), format_func=options.get, required=True, label_visibility="collapsed",
        **session.bind(field, shown=shown),
    )  # fmt: skip
