"""The parts of a locality's page: header, targets, figures, parts, peers, sources."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import indicator_map, place_navigation, session
from components.bars import EncodedRows, bars, encode_rows
from components.data_table import lazy_expander, table
from components.explanation import draw_explanation
from components.watermark import marked
from indicators.coverage import summary
from pages.locality import folium_map, profile, trends, words
from pages.locality.table_notes import LINK, notes
from queries import assessments, catalogue, locality_figures, observations, place_filter, provenance
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import figure_texts, judgement, numbers
from wording import quick_filters as filter_words
from wording.statuses import LOOKS

LIST_HEIGHT = 460


def way(view: View) -> None:
    """Draw the search box, the indicator of map and comparisons, and the way down, each step a button back."""
    steps = list(profile.steps(view).items())
    known = {each: catalogue.indicator(each)["name_vi"] for each in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", key="way"):
        place_navigation.place_search(view)
        st.selectbox(
            words.INDICATOR, list(known), format_func=known.get, width=380, label_visibility="collapsed",
            **session.bind("indicator"),
        )  # fmt: skip
        for code, name in steps[:-1]:
            st.button(
                name, type="tertiary", key=f"way.{code}", on_click=place_navigation.select_place, args=(code,)
            )
            st.markdown("›", width="content")
        st.markdown(f"#### {steps[-1][1]}", width="content")


def header(view: View) -> None:
    """Say what the locality is, what became of it, and how much of what it should report is there."""
    here, names = locality_figures.register_row(view), list(profile.steps(view).values())
    parent = names[-2] if len(names) > 1 else None
    lines = [f"{words.described(here, parent)}.", profile.origins(view)]
    if isinstance(here["note"], str):
        lines.append(words.NOTE.format(note=here["note"].rstrip(".")))
    st.caption(" ".join([*filter(None, lines), coverage(view)]))


@query(*LOCALITY, keep=300)
def coverage(view: View) -> str:
    """Return the line on the locality's coverage, as "1/15", never as a percentage."""
    owed = profile.covered(view)
    counted = summary(owed, ["locality"])
    if counted.empty or not counted["due"].iloc[0]:
        return words.NO_DUTY
    line = words.COVERAGE_PROPOSED if owed["basis"].eq("proposed").all() else words.COVERAGE
    return line.format(text=counted["text"].iloc[0])


def targets(view: View, height: int) -> None:
    """Draw the targets assigned to the locality, and apart from them its reference lines that have a figure."""
    rows, drawn = profile.targets(view), _target_bars(view)
    assigned, unknown = rows["standing"].eq("assigned"), rows["reason"].eq("text_unknown")
    silent = ~assigned & rows["value"].isna()
    with marked(view.kind, "targets"), st.container(height=height, border=False, key="targets"):
        if assigned.any():
            st.markdown(words.ASSIGNED.format(count=assigned.sum()))
            _bars(view, drawn, "assigned")
        else:
            st.caption(words.NONE_ASSIGNED)
        if unknown.any():
            documents = figure_texts.listed(rows.loc[unknown, "number"].tolist())
            st.caption(words.UNKNOWN_TEXTS.format(count=unknown.sum(), numbers=documents))
        st.markdown(words.REFERENCES.format(count=(~assigned).sum()))
        if drawn["references"]["rows"]:
            _bars(view, drawn, "references")
        if silent.any():
            st.caption(words.SILENT_REFERENCES.format(count=silent.sum()))
        newest(view)
    st.caption(words.TARGETS_CAPTION)


def newest(view: View) -> None:
    """List the newest core figures, with a target or without: what is known comes before what is missing."""
    rows = profile.newest(view)
    if len(rows):
        st.markdown(words.NEWEST.format(count=len(rows)))
        st.table(rows, border="horizontal")


@query(*LOCALITY, keep=300)
def _target_bars(view: View) -> dict[str, EncodedRows]:
    rows, found = profile.targets(view), profile.target_bars(view)
    assigned = rows["standing"].eq("assigned")
    shown = {
        "assigned": assigned & rows["reason"].ne("text_unknown"),
        "references": ~assigned & rows["value"].notna(),
    }
    return {key: encode_rows(found[rows]) for key, rows in shown.items()}


def _bars(view: View, drawn: dict[str, EncodedRows], key: str) -> None:
    bars(
        drawn[key], key, title=words.BARS.format(name=locality_figures.register_row(view)["name"]),
        selected=view.target, on_select=lambda target: session.change(target=target),
    )  # fmt: skip


def why(view: View) -> None:
    """Explain the chosen target, or the first: working, pace, what was said of it; and list all of them."""
    row = profile.chosen(view)
    if row is None:
        return
    with st.container(border=True, key="why"), marked(view.kind, "why"):
        draw_explanation(row)
        _pace(view, row)
        for said in profile.explanations(view, row["target"]):
            st.markdown(_explanation(said))
    _every_target(view)


def _every_target(view: View) -> None:
    rows = profile.targets(view)
    label = words.ALL_TARGETS.format(count=len(rows))
    folded = lazy_expander(label, "every-target", expanded=view.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            rows, words.TARGET_HEADINGS, "chi-tieu-dia-phuong", kind=view.kind,
            title=words.TARGETS_TITLE.format(name=locality_figures.register_row(view)["name"]), notes=notes(view),
        )  # fmt: skip


def _pace(view: View, row: pd.Series) -> None:
    if row["standing"] == "assigned" and row["kind"] == "value" and row["value"] == row["value"]:
        for sentence in judgement.pace(profile.paces(view).loc[row.name], row["unit"], int(row["decimals"])):
            st.markdown(f"- {sentence}")


def _explanation(said: dict[str, object]) -> str:
    """Write one explanation as lines: cause, difficulty, proposal, who answers, and who said it."""
    labels = {
        "cause": words.CAUSE_KINDS.get(str(said["cause_kind"]), words.CAUSE),
        "difficulty": words.DIFFICULTY,
        "proposal": words.PROPOSAL,
        "responsible": words.RESPONSIBLE,
    }
    lines = [f"**{words.EXPLAINED.format(day=numbers.day(said['as_of']))}**", ""]
    lines += [
        words.SAID.format(label=label, text=str(said[field]).rstrip("."))
        for field, label in labels.items()
        if isinstance(said[field], str)
    ]
    return "\n".join([*lines, words.SAID_BY.format(source=provenance.source_title(str(said["source"])))])


def section(view: View) -> None:
    """Draw the section of the page that is open."""
    st.segmented_control(
        words.SECTION, list(words.SECTIONS), format_func=words.SECTIONS.get, required=True, **session.bind("section")
    )  # fmt: skip
    draw: dict[str, Callable[[View], None]] = {
        "figures": figures, "trends": trends.show, "children": children, "peers": peers, "sources": sources,
    }  # fmt: skip
    draw[view.section](view)


def figures(view: View) -> None:
    """Draw every figure of the locality, or say that there is none and how to send some; and what is expected."""
    rows, name = locality_figures.figures(view), locality_figures.register_row(view)["name"]
    day = numbers.day(observations.as_of(view))
    if rows.empty:
        nothing(view)
    else:
        count = words.FIGURES_FOUND.format(
            count=numbers.number(len(rows)), indicators=rows["indicator"].nunique(), day=day
        )
        st.markdown(count)
        table(
            rows, words.FIGURE_HEADINGS, "so-lieu-dia-phuong", kind=view.kind, height=420,
            title=words.FIGURES_TITLE.format(name=name), notes=notes(view), config={"address": LINK},
        )  # fmt: skip
    _owed(view, expanded=rows.empty)


def _owed(view: View, *, expanded: bool) -> None:
    rows = profile.covered(view)
    if rows.empty:
        return
    folded = lazy_expander(words.OWED.format(count=len(rows)), "owed", expanded=expanded)
    if not folded.open:
        return
    with folded:
        st.caption(words.OWED_CAPTION)
        table(
            rows, words.OWED_HEADINGS, "lich-bao-cao", kind=view.kind,
            title=words.OWED_TITLE.format(name=locality_figures.register_row(view)["name"]), notes=notes(view),
        )  # fmt: skip


def nothing(view: View) -> None:
    """Say that nothing is known, and what to do about it."""
    here, day = locality_figures.register_row(view), numbers.day(observations.as_of(view))
    if view.kind == "simulated":
        st.info(words.NO_SIMULATED.format(name=here["name"], day=day), icon=":material/info:")
        return
    send = words.HOW_TO_SEND.format(code=here["code"], vintage=view.vintage)
    st.info(
        f"**{words.NOTHING_PUBLIC.format(name=here['name'], day=day)}**\n\n{send}",
        icon=":material/outgoing_mail:",
    )


def children(view: View) -> None:
    """Draw the localities below this one with their coverage and the standing of their targets."""
    rows, name = profile.children(view), locality_figures.register_row(view)["name"]
    if rows.empty:
        st.info(words.NO_CHILDREN.format(name=name), icon=":material/account_tree:")
        return
    rows = place_filter.passing(view, rows, "code").reset_index(drop=True)
    if rows.empty:
        st.info(filter_words.NONE_PASSES, icon=":material/filter_alt:")
        return
    places_of = {**words.CHILD_HEADINGS, "value_shown": catalogue.indicator(view.indicator)["name_vi"]}
    statuses = {each: LOOKS[each].label for each in LOOKS if each in rows and rows[each].any()}
    left, right = st.columns([4, 6], gap="medium")
    with left, marked(view.kind, "children"):
        due = rows["due"].fillna(0).gt(0)
        proposed = assessments.covered(view)["basis"].eq("proposed").all()
        caption = words.CHILDREN_CAPTION.format(proposed=words.BY_PROPOSED if proposed else "")
        st.caption(caption if due.any() else words.CHILDREN_NO_DUTY)
        bars(
            pd.DataFrame({
                "code": rows["code"], "name": rows["short"], "value_text": rows["coverage_text"], "status": "",
                "share": rows["reported"] / rows["due"].where(due), "why": rows["counts_shown"],
            }),
            "children", title=words.CHILDREN_BARS.format(name=name), on_select=place_navigation.select_place,
            height=f"{LIST_HEIGHT / 16}rem" if len(rows) > 13 else "content",
        )  # fmt: skip
    with right:
        table(
            rows, {**places_of, **statuses}, "don-vi-truc-thuoc", kind=view.kind,
            height=min(36 * len(rows) + 40, LIST_HEIGHT),
            title=words.CHILDREN_TITLE.format(name=name), notes=notes(view),
        )  # fmt: skip


def peers(view: View) -> None:
    """Draw the places most like this one, with their figures on the view's indicator."""
    here, rows = locality_figures.register_row(view), profile.alike(view)
    if len(rows) < 2:
        st.info(words.NO_PEERS, icon=":material/group:")
        return
    title = words.PEERS_TITLE.format(
        name=here["name"], indicator=catalogue.indicator(view.indicator)["name_vi"]
    )
    st.markdown(f"**{title}**")
    st.caption(words.PEERS_CAPTION.format(name=here["name"], peer=rows.iloc[0]["words"]))
    shown = indicator_map.bar_rows(replace(view, colour="status"), rows)
    shown = shown.assign(
        rank="",
        under=rows["province"].to_numpy(),
        note=rows["shared"].to_numpy(),
        colour=[folium_map.colour(each) for each in rows["status"]],
    )
    left, right = st.columns([5, 6], gap="medium")
    with left, marked(view.kind, "peers"):
        bars(shown, "peers", title=title, selected=here["code"])
    with right:
        table(
            rows,
            words.PEER_HEADINGS,
            "dia-phuong-tuong-dong",
            kind=view.kind,
            title=title,
            notes=notes(view),
        )


def sources(view: View) -> None:
    """Draw every source cited for the locality."""
    rows, name = profile.sources(view), locality_figures.register_row(view)["name"]
    if rows.empty:
        st.info(words.NO_SOURCES, icon=":material/menu_book:")
        return
    table(
        rows, words.SOURCE_HEADINGS, "nguon-dia-phuong", kind=view.kind, config={"address": LINK},
        title=words.SOURCES_TITLE.format(name=name), notes=notes(view),
    )  # fmt: skip
