"""Text inside a chart of Plotly, which takes ``<b>``, ``<a href=…>`` and ``%{…}`` of any text for marks."""

from html import escape

import pandas as pd

from wording.markdown import JOINER


def plain(text: str) -> str:
    """Return what Plotly shows as a text stands: as a name, a label, a title, or inside a template of a tooltip.

    Examples
    --------
    >>> plain("Xã <b>A</b> & B")
    'Xã &lt;b&gt;A&lt;/b&gt; &amp; B'
    """
    return escape(text, quote=False).replace("%{", f"%{JOINER}{{")


def plain_columns(rows: pd.DataFrame, *names: str) -> pd.DataFrame:
    """Return rows whose columns of texts a chart can show; a missing text stays missing."""
    return rows.assign(**{name: rows[name].map(plain, na_action="ignore") for name in names})
