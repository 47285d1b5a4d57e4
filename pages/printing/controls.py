"""The choices of the page In and its print button; none of them is printed."""

from html import escape

import streamlit as st

from components import place_navigation, session
from pages.printing import words
from queries import catalogue, scenario_set
from queries.view import View
from wording import markdown, navigation

# A button of Streamlit would run the page again; this one only opens the print dialog of the browser, by
# components/press.js.
PRINT_BUTTON = (
    "<style>.press {{ font: inherit; font-weight: 600; color: #fff; background: #0b5cad; border: 0; border-radius: 4px;"
    " padding: 6px 18px; min-height: 40px; cursor: pointer; }} .press:focus-visible {{ outline: 3px solid; }}</style>"
    '<button type="button" class="press" title="{help}">{label}</button>'
)


def controls(view: View) -> None:
    """Draw the choices of the page: printout, paper, indicator, level and colours; and the print button."""
    with st.container(horizontal=True, vertical_alignment="center", key="print-choices"):
        offered = dict(words.PRINTOUTS)
        if not scenario_set.current(view).levers:
            del offered["what_if"]
        printout = view.printout if view.printout in offered else "view"
        _segments(words.PRINTOUT, offered, "printout", shown=printout)
        if printout != "notes":
            _segments(words.PAPER, words.PAPERS, "paper")
            _indicator_choice(view)
        place_navigation.level_choice(view)
        if printout != "notes":
            _segments(navigation.COLOUR, navigation.COLOURS, "colour")
        button = PRINT_BUTTON.format(help=escape(words.PRINT_HELP), label=escape(words.PRINT))
        st.html(button, width="content")


def _indicator_choice(view: View) -> None:
    names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
    # The indicator of the view is offered even if it is not a core indicator.
    names.setdefault(view.indicator, catalogue.indicator(view.indicator)["name_vi"])
    st.selectbox(
        navigation.INDICATOR, list(names), format_func=names.__getitem__, width=250, label_visibility="collapsed",
        **session.bind("indicator"),
    )  # fmt: skip


def _segments(label: str, options: dict[str, str], field: str, shown: str | None = None) -> None:
    st.segmented_control(
        markdown.plain(label), list(options), format_func=lambda option: markdown.plain(options[option]), required=True,
        label_visibility="collapsed", **session.bind(field, shown=shown),
    )  # fmt: skip
