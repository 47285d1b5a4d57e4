"""So sánh: two to five places side by side on the same indicators, level and momentum apart."""

import streamlit as st

from components import facts, knowledge, places, quick_filters, view
from components.compare import closeup, compare
from components.compare.sheet import sheet
from components.mark import marked
from components.tables import fold, table
from wording import compare as words
from wording import judgement, map_page, numbers, picture, pillars
from wording import tables as table_words
from wording.places import searchable


def change_level(level: str) -> None:
    places.change_level(level)
    view.change(places=())


def controls() -> None:
    offered = compare.offered(looked)
    # Who is compared already stays offered, to be taken back.
    offered = offered[~offered["code"].isin(list(quick_filters.left_out(looked) - set(codes)))]
    pairs = zip(offered["code"].tolist(), offered["short"].tolist(), strict=True)
    names = {code: searchable(short) for code, short in pairs}
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-choices"):
        st.segmented_control(
            words.LEVEL, places.levels(looked), format_func=map_page.LEVELS.get, required=True,
            label_visibility="collapsed", **view.bound("level", then=change_level),
        )  # fmt: skip
        st.multiselect(
            words.PLACES, list(names), format_func=names.get, max_selections=compare.LIMIT, width=700,
            placeholder=words.PLACES_HINT, label_visibility="collapsed", wrap=True,
            filter_mode="contains", **view.bound("places", shown=codes),
        )  # fmt: skip
        st.multiselect(
            words.PILLARS, list(pillars.NAMES), format_func=pillars.NAMES.get, placeholder=words.PILLARS_HINT,
            width=260, label_visibility="collapsed", **view.bound("pillars"),
        )  # fmt: skip


def side_by_side() -> None:
    one = rows[rows["indicator"] == asked.indicator]
    names, day = judgement.listed(one["short"]), numbers.day(facts.as_of(asked))
    kind = picture.KINDS[asked.kind]
    left, right = st.columns([11, 9] if len(codes) < 4 else [12, 8], gap="medium")
    with left, marked(asked.kind, "sheet"):
        st.markdown(compare.shared(asked, rows, len(codes)))
        sheet(asked, rows, codes, alt=words.SHEET_ALT.format(names=names))
        st.caption(words.SHEET_CAPTION.format(day=day, kind=kind))
        if facts.by_commune(asked):
            st.caption(words.NO_ORDER)
    with right:
        measures = dict(zip(rows["indicator"], rows["name_vi"], strict=True))
        st.selectbox(
            words.INDICATOR, list(measures), format_func=measures.get, label_visibility="collapsed",
            **view.bound("indicator", shown=asked.indicator),
        )  # fmt: skip
        st.markdown(f"##### {compare.finding(asked, one)}")
        closeup.level(asked, one, codes)
        st.markdown(f"##### {words.MOMENTUM}")
        closeup.pace(asked, one, codes)
        st.markdown(f"##### {words.TREND}")
        closeup.course(asked, one, codes)
    behind = fold(table_words.BEHIND, "compare-table", expanded=looked.unfolded == "table")
    if behind.open:
        with behind:
            table(
                rows, words.HEADINGS, "so-sanh", kind=asked.kind, title=words.TABLE_TITLE.format(names=names),
                notes=[kind, knowledge.as_of(asked)], config={"value": None},  # its text stands beside it
            )  # fmt: skip


looked = view.current()
codes, remarks = compare.choose(looked)
rows = compare.compare(looked, codes)
asked = closeup.asked(looked, rows)
controls()
for remark in remarks:
    st.warning(remark, icon=":material/rule:")
if needed := compare.still_needed(looked, codes):
    st.info(needed)
closeup.unlike(compare.unlike(looked, codes))
if len(rows):
    side_by_side()
elif codes:
    st.info(words.NO_INDICATOR)
