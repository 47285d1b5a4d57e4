"""So sánh: two to five places side by side on the same indicators, level and momentum apart."""

import streamlit as st

from components import look_back, place_navigation, session
from components.data_table import lazy_expander, table
from components.watermark import marked
from pages.compare import comparison, drawing, words
from pages.compare.comparison_table import comparison_table
from queries import gazetteer, observations, place_filter
from wording import indicator_texts, judgement, navigation, numbers, pillars
from wording import tables as table_words
from wording.places import searchable


def change_level(level: str) -> None:
    place_navigation.change_level(level)
    session.change(places=())


def controls() -> None:
    offered = comparison.offered(view)
    # Who is compared already stays offered, to be taken back.
    offered = offered[~offered["code"].isin(list(place_filter.left_out(view) - set(codes)))]
    pairs = zip(offered["code"].tolist(), offered["short"].tolist(), strict=True)
    names = {code: searchable(short) for code, short in pairs}
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-choices"):
        st.segmented_control(
            words.LEVEL, place_navigation.levels(view), format_func=navigation.LEVELS.get, required=True,
            label_visibility="collapsed", **session.bind("level", then=change_level),
        )  # fmt: skip
        st.multiselect(
            words.PLACES, list(names), format_func=names.get, max_selections=comparison.LIMIT, width=700,
            placeholder=words.PLACES_HINT, label_visibility="collapsed", wrap=True,
            filter_mode="contains", **session.bind("places", shown=codes),
        )  # fmt: skip
        st.multiselect(
            words.PILLARS, list(pillars.NAMES), format_func=pillars.NAMES.get, placeholder=words.PILLARS_HINT,
            width=260, label_visibility="collapsed", **session.bind("pillars"),
        )  # fmt: skip


def side_by_side() -> None:
    one = rows[rows["indicator"] == asked.indicator]
    names, day = judgement.listed(one["short"]), numbers.day(observations.as_of(asked))
    kind = indicator_texts.KINDS[asked.kind]
    left, right = st.columns([11, 9] if len(codes) < 4 else [12, 8], gap="medium")
    with left, marked(asked.kind, "sheet"):
        st.markdown(comparison.shared(asked, rows, len(codes)))
        comparison_table(asked, codes, alt=words.SHEET_ALT.format(names=names))
        st.caption(words.SHEET_CAPTION.format(day=day, kind=kind))
        if gazetteer.by_commune(asked):
            st.caption(words.NO_ORDER)
    with right:
        measures = dict(zip(rows["indicator"], rows["name_vi"], strict=True))
        st.selectbox(
            words.INDICATOR, list(measures), format_func=measures.get, label_visibility="collapsed",
            **session.bind("indicator", shown=asked.indicator),
        )  # fmt: skip
        st.markdown(f"##### {comparison.finding(asked, one)}")
        drawing.level(asked, one, codes)
        st.markdown(f"##### {words.MOMENTUM}")
        drawing.pace(asked, one, codes)
        st.markdown(f"##### {words.TREND}")
        drawing.course(asked, one, codes)
    behind = lazy_expander(table_words.BEHIND, "compare-table", expanded=view.unfolded == "table")
    if behind.open:
        with behind:
            table(
                rows, words.HEADINGS, "so-sanh", kind=asked.kind, title=words.TABLE_TITLE.format(names=names),
                notes=[kind, look_back.as_of_text(asked)], config={"value": None},  # its text stands beside it
            )  # fmt: skip


view = session.current()
codes, remarks = comparison.choose(view)
rows = comparison.compare(view, codes)
asked = drawing.with_shown_indicator(view, rows)
controls()
for remark in remarks:
    st.warning(remark, icon=":material/rule:")
if needed := comparison.still_needed(view, codes):
    st.info(needed)
drawing.unlike(comparison.unlike(view, codes))
if len(rows):
    side_by_side()
elif codes:
    st.info(words.NO_INDICATOR)
