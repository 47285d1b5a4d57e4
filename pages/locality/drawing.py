"""The parts of a locality's page: header, targets, figures, parts, peers, sources."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import filter_bar, indicator_map, place_navigation, session
from components.bars import Written, bars, written
from components.data_table import fold, table
from components.explanation import explain
from components.watermark import marked
from indicators.coverage import summary
from pages.locality import folium_map, profile, trends, words
from pages.locality.table_notes import LINK, notes
from queries import assessments, catalogue, observations, provenance
from queries.view import View
from wording import judgement, numbers
from wording import quick_filters as filter_words
from wording.statuses import LOOKS

LIST_HEIGHT = 460


def way(looked: View) -> None:
    """Draw the search box, the indicator of map and comparisons, and the way down, each step a button back."""
    steps = list(profile.steps(looked).items())
    known = {each: catalogue.indicator(each)["name_vi"] for each in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", key="way"):
        place_navigation.search(looked)
        st.selectbox(
            words.INDICATOR, list(known), format_func=known.get, width=380, label_visibility="collapsed",
            **session.bind("indicator"),
        )  # fmt: skip
        for code, name in steps[:-1]:
            st.button(name, type="tertiary", key=f"way.{code}", on_click=place_navigation.go_to, args=(code,))
            st.markdown("›", width="content")
        st.markdown(f"#### {steps[-1][1]}", width="content")


def header(looked: View) -> None:
    """Say what the locality is, what became of it, and how much of what it should report is there."""
    here, names = profile.here(looked), list(profile.steps(looked).values())
    parent = names[-2] if len(names) > 1 else None
    lines = [f"{words.described(here, parent)}.", profile.origins(looked)]
    if isinstance(here["note"], str):
        lines.append(words.NOTE.format(note=here["note"].rstrip(".")))
    st.caption(" ".join([*filter(None, lines), coverage(looked)]))


@profile.kept
def coverage(looked: View) -> str:
    """Return the line on the locality's coverage, as "1/15", never as a percentage."""
    owed = profile.covered(looked)
    counted = summary(owed, ["locality"])
    if counted.empty or not counted["due"].iloc[0]:
        return words.NO_DUTY
    line = words.COVERAGE_PROPOSED if owed["basis"].eq("proposed").all() else words.COVERAGE
    return line.format(text=counted["text"].iloc[0])


def targets(looked: View, height: int) -> None:
    """Draw the targets assigned to the locality, and apart from them its reference lines that have a figure."""
    rows, drawn = profile.targets(looked), _target_bars(looked)
    assigned, unknown = rows["standing"].eq("assigned"), rows["reason"].eq("text_unknown")
    silent = ~assigned & rows["value"].isna()
    with marked(looked.kind, "targets"), st.container(height=height, border=False, key="targets"):
        if assigned.any():
            st.markdown(words.ASSIGNED.format(count=assigned.sum()))
            _bars(looked, drawn, "assigned")
        else:
            st.caption(words.NONE_ASSIGNED)
        if unknown.any():
            documents = words.listed(rows.loc[unknown, "number"].tolist())
            st.caption(words.UNKNOWN_TEXTS.format(count=unknown.sum(), numbers=documents))
        st.markdown(words.REFERENCES.format(count=(~assigned).sum()))
        if drawn["references"]["rows"]:
            _bars(looked, drawn, "references")
        if silent.any():
            st.caption(words.SILENT_REFERENCES.format(count=silent.sum()))
        newest(looked)
    st.caption(words.TARGETS_CAPTION)


def newest(looked: View) -> None:
    """List the newest core figures, with a target or without: what is known comes before what is missing."""
    rows = profile.newest(looked)
    if len(rows):
        st.markdown(words.NEWEST.format(count=len(rows)))
        st.table(rows, border="horizontal")


@profile.kept
def _target_bars(looked: View) -> dict[str, Written]:
    rows, found = profile.targets(looked), profile.target_bars(looked)
    assigned = rows["standing"].eq("assigned")
    shown = {
        "assigned": assigned & rows["reason"].ne("text_unknown"),
        "references": ~assigned & rows["value"].notna(),
    }
    return {key: written(found[rows]) for key, rows in shown.items()}


def _bars(looked: View, drawn: dict[str, Written], key: str) -> None:
    bars(
        drawn[key], key, title=words.BARS.format(name=profile.here(looked)["name"]),
        selected=looked.target, on_select=lambda target: session.change(target=target),
    )  # fmt: skip


def why(looked: View) -> None:
    """Explain the chosen target, or the first: working, pace, what was said of it; and list all of them."""
    row = profile.chosen(looked)
    if row is None:
        return
    with st.container(border=True, key="why"), marked(looked.kind, "why"):
        explain(row)
        _pace(looked, row)
        for said in profile.explanations(looked, row["target"]):
            st.markdown(_explanation(said))
    _every_target(looked)


def _every_target(looked: View) -> None:
    rows = profile.targets(looked)
    label = words.ALL_TARGETS.format(count=len(rows))
    folded = fold(label, "every-target", expanded=looked.unfolded == "table")
    if not folded.open:
        return
    with folded:
        table(
            rows, words.TARGET_HEADINGS, "chi-tieu-dia-phuong", kind=looked.kind,
            title=words.TARGETS_TITLE.format(name=profile.here(looked)["name"]), notes=notes(looked),
        )  # fmt: skip


def _pace(looked: View, row: pd.Series) -> None:
    if row["standing"] == "assigned" and row["kind"] == "value" and row["value"] == row["value"]:
        for sentence in judgement.pace(
            profile.paces(looked).loc[row.name], row["unit"], int(row["decimals"])
        ):
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


def section(looked: View) -> None:
    """Draw the section of the page that is open."""
    st.segmented_control(
        words.SECTION, list(words.SECTIONS), format_func=words.SECTIONS.get, required=True, **session.bind("section")
    )  # fmt: skip
    draw: dict[str, Callable[[View], None]] = {
        "figures": figures, "trends": trends.show, "children": children, "peers": peers, "sources": sources,
    }  # fmt: skip
    draw[looked.section](looked)


def figures(looked: View) -> None:
    """Draw every figure of the locality, or say that there is none and how to send some; and what is expected."""
    rows, name = profile.figures(looked), profile.here(looked)["name"]
    day = numbers.day(observations.as_of(looked))
    if rows.empty:
        nothing(looked)
    else:
        count = words.FIGURES_FOUND.format(
            count=numbers.number(len(rows)), indicators=rows["indicator"].nunique(), day=day
        )
        st.markdown(count)
        table(
            rows, words.FIGURE_HEADINGS, "so-lieu-dia-phuong", kind=looked.kind, height=420,
            title=words.FIGURES_TITLE.format(name=name), notes=notes(looked), config={"address": LINK},
        )  # fmt: skip
    _owed(looked, expanded=rows.empty)


def _owed(looked: View, *, expanded: bool) -> None:
    rows = profile.covered(looked)
    if rows.empty:
        return
    folded = fold(words.OWED.format(count=len(rows)), "owed", expanded=expanded)
    if not folded.open:
        return
    with folded:
        st.caption(words.OWED_CAPTION)
        table(
            rows, words.OWED_HEADINGS, "lich-bao-cao", kind=looked.kind,
            title=words.OWED_TITLE.format(name=profile.here(looked)["name"]), notes=notes(looked),
        )  # fmt: skip


def nothing(looked: View) -> None:
    """Say that nothing is known, and what to do about it."""
    here, day = profile.here(looked), numbers.day(observations.as_of(looked))
    if looked.kind == "simulated":
        st.info(words.NO_SIMULATED.format(name=here["name"], day=day), icon=":material/info:")
        return
    send = words.HOW_TO_SEND.format(code=here["code"], vintage=looked.vintage)
    st.info(
        f"**{words.NOTHING_PUBLIC.format(name=here['name'], day=day)}**\n\n{send}",
        icon=":material/outgoing_mail:",
    )


def children(looked: View) -> None:
    """Draw the localities below this one with their coverage and the standing of their targets."""
    rows, name = profile.children(looked), profile.here(looked)["name"]
    if rows.empty:
        st.info(words.NO_CHILDREN.format(name=name), icon=":material/account_tree:")
        return
    rows = filter_bar.keep(looked, rows, "code").reset_index(drop=True)
    if rows.empty:
        st.info(filter_words.NONE_PASSES, icon=":material/filter_alt:")
        return
    places_of = {**words.CHILD_HEADINGS, "value_shown": catalogue.indicator(looked.indicator)["name_vi"]}
    statuses = {each: LOOKS[each].label for each in LOOKS if each in rows and rows[each].any()}
    left, right = st.columns([4, 6], gap="medium")
    with left, marked(looked.kind, "children"):
        due = rows["due"].fillna(0).gt(0)
        proposed = assessments.covered(looked)["basis"].eq("proposed").all()
        caption = words.CHILDREN_CAPTION.format(proposed=words.BY_PROPOSED if proposed else "")
        st.caption(caption if due.any() else words.CHILDREN_NO_DUTY)
        bars(
            pd.DataFrame({
                "code": rows["code"], "name": rows["short"], "value_text": rows["coverage_text"], "status": "",
                "share": rows["reported"] / rows["due"].where(due), "why": rows["counts_shown"],
            }),
            "children", title=words.CHILDREN_BARS.format(name=name), on_select=place_navigation.go_to,
            height=f"{LIST_HEIGHT / 16}rem" if len(rows) > 13 else "content",
        )  # fmt: skip
    with right:
        table(
            rows, {**places_of, **statuses}, "don-vi-truc-thuoc", kind=looked.kind,
            height=min(36 * len(rows) + 40, LIST_HEIGHT),
            title=words.CHILDREN_TITLE.format(name=name), notes=notes(looked),
        )  # fmt: skip


def peers(looked: View) -> None:
    """Draw the places most like this one, with their figures on the view's indicator."""
    here, rows = profile.here(looked), profile.alike(looked)
    if len(rows) < 2:
        st.info(words.NO_PEERS, icon=":material/group:")
        return
    title = words.PEERS_TITLE.format(
        name=here["name"], indicator=catalogue.indicator(looked.indicator)["name_vi"]
    )
    st.markdown(f"**{title}**")
    st.caption(words.PEERS_CAPTION.format(name=here["name"], peer=rows.iloc[0]["words"]))
    shown = indicator_map.bar_rows(replace(looked, colour="status"), rows)
    shown = shown.assign(
        rank="",
        under=rows["province"].to_numpy(),
        note=rows["shared"].to_numpy(),
        colour=[folium_map.colour(each) for each in rows["status"]],
    )
    left, right = st.columns([5, 6], gap="medium")
    with left, marked(looked.kind, "peers"):
        bars(shown, "peers", title=title, selected=here["code"])
    with right:
        table(
            rows,
            words.PEER_HEADINGS,
            "dia-phuong-tuong-dong",
            kind=looked.kind,
            title=title,
            notes=notes(looked),
        )


def sources(looked: View) -> None:
    """Draw every source cited for the locality."""
    rows, name = profile.sources(looked), profile.here(looked)["name"]
    if rows.empty:
        st.info(words.NO_SOURCES, icon=":material/menu_book:")
        return
    table(
        rows, words.SOURCE_HEADINGS, "nguon-dia-phuong", kind=looked.kind, config={"address": LINK},
        title=words.SOURCES_TITLE.format(name=name), notes=notes(looked),
    )  # fmt: skip
