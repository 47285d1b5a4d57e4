"""So sánh: two to five places side by side on the same indicators, level and momentum apart."""

from dataclasses import replace

import streamlit as st

from components import session
from pages.compare import drawing, words
from pages.compare.comparison import compare
from pages.compare.place_choice import choose, still_needed
from wording import markdown

view = session.current()
codes, remarks = choose(view)
rows = compare(view, codes)
drawing.choices(view, codes)
for remark in remarks:
    st.warning(markdown.plain(remark), icon=":material/rule:")
if needed := still_needed(view, codes):
    st.info(markdown.plain(needed))
drawing.look_alike_warnings(view, codes)
if len(rows):
    # The indicator that was chosen on another page may not be among those compared.
    shown = (
        view
        if view.indicator in set(rows["indicator"])
        else replace(view, indicator=rows["indicator"].iloc[0])
    )
    left, right = st.columns([11, 9] if len(codes) < 4 else [12, 8], gap="medium")
    with left:
        drawing.comparison_table(shown, rows, codes)
    with right:
        drawing.indicator_detail(shown, rows, codes)
    drawing.figures_table(shown, rows, codes)
elif codes:
    st.info(words.NO_INDICATOR)
