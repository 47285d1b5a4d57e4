"""What we lean on of Streamlit, looked at on the page: each private selector finds an element."""

EVERY_PAGE = [
    "app",
    "connected",
    "main-block",
    "vertical-block",
    "element-container",
    "header",
    "toolbar",
    "markdown",
    "selectbox",
]
# By address: the selectors that are looked for there.
ON_PAGE = {
    "ban-do?dp=594": [*EVERY_PAGE, "expander", "data-frame", "layout-wrapper"],
    "dia-phuong?dp=594": [
        "plotly-element",
        "plotly",
        "plotly-drawing",
        "plotly-background",
        "caption",
        "tooltip-target",
    ],
    "so-sanh": ["multiselect"],
    "in": ["html"],
}
# Shown for a moment only, or while something is wrong: tests/upstream/test_streamlit_program.py looks for their names.
PASSING = {"connection-status", "status-widget", "toasts"}
