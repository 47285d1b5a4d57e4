"""CSS selectors of Streamlit's own elements, by the names that our style sheets and scripts use.

Leans on
    Class names, ``data-testid`` and state attributes of the elements that Streamlit and Plotly draw. Streamlit
    documents only ``st-key-…``, the class of an element's key; that one is written out wherever it is used.
Without it
    A style sheet no longer finds the element: Streamlit's header stands on the wall screen or on paper, letters on the
    wall stay small, Streamlit's own box about a lost server comes back, in English.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for each name in Streamlit's program, and
    ``tests/browser/test_upstream.py`` for each element on a page. A name that fails is corrected here, once.

A style sheet writes ``:--header`` where the selector belongs, as the CSS draft on custom selectors does; ``fill`` puts
it there.
"""

import re

SELECTORS = {
    # The page.
    "app": "[data-testid=stApp]",
    "connected": "[data-test-connection-state=CONNECTED]",
    "main-block": ".stMainBlockContainer",
    "vertical-block": ".stVerticalBlock",
    "layout-wrapper": "[data-testid=stLayoutWrapper]",
    "element-container": "[data-testid=stElementContainer]",
    # What Streamlit shows around a page.
    "header": "[data-testid=stHeader]",
    "toolbar": "[data-testid=stToolbar]",
    "sidebar": "[data-testid=stSidebar]",
    "status-widget": "[data-testid=stStatusWidget]",
    "connection-status": "[data-testid=stConnectionStatus]",
    "dialog": "[data-testid=stDialog]",
    "toasts": "[data-testid=stToastContainer]",
    # Elements of a page.
    "caption": "[data-testid=stCaptionContainer]",
    "data-frame": ".stDataFrame",
    "date-input": ".stDateInput",
    "expander": "[data-testid=stExpander]",
    "html": ".stHtml",
    "markdown": "[data-testid=stMarkdownContainer]",
    "multiselect": ".stMultiSelect",
    "plotly-element": ".stPlotlyChart",
    "selectbox": ".stSelectbox",
    "text-input": ".stTextInput",
    "tooltip-target": "[data-testid=stTooltipHoverTarget]",
    "uploaded-file": "[data-testid=stFileChip]",
    "upload-instructions": "[data-testid=stFileUploaderDropzoneInstructions]",
    # Plotly's, inside the element that Streamlit gives a chart.
    "plotly": ".js-plotly-plot",
    "plotly-background": ".bg",
    "plotly-drawing": ".main-svg",
}


def fill(text: str) -> str:
    """Return a style sheet or script with a selector in place of each ``:--name``.

    Raises
    ------
    KeyError
        If a name is not one of ``SELECTORS``.

    Examples
    --------
    >>> fill(":--app p { margin: 0; }")
    '[data-testid=stApp] p { margin: 0; }'
    """
    return re.sub(r":--([a-z-]+)", lambda found: SELECTORS[found[1]], text)
