"""The parts of a locality's page: header, targets, figures, trends, parts, peers, sources, detail map."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import facts, knowledge, picture, places, quick_filters, view
from components.bars import Written, bars, written
from components.figures.trend import trajectory_points, trend
from components.locality import folium_map, history, profile, reform
from components.mark import marked
from components.status import LOOKS
from components.tables import table
from components.view import View
from components.working import explain
from geo import served
from geo.boundaries import BrokenBoundaries
from indicators.coverage import summary
from indicators.lead import lead
from wording import judgement, numbers
from wording import locality as words
from wording import picture as picture_words
from wording import quick_filters as filter_words
from wording import tables as table_words

CHART_COLUMNS = 3
LIST_HEIGHT = 460
# The wall enlarges the map as a whole: twice this at 1080 lines, under the words above it.
WALL_MAP = 330
LINK = st.column_config.LinkColumn(words.FIGURE_HEADINGS["address"], display_text=words.OPEN_SOURCE)


def way(looked: View) -> None:
    """Draw the search box, the indicator of map and comparisons, and the way down, each step a button back."""
    steps = profile.steps(looked)
    known = {each: facts.indicator(each)["name_vi"] for each in facts.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", key="way"):
        places.search(looked)
        st.selectbox(
            words.INDICATOR, list(known), format_func=known.get, width=380, label_visibility="collapsed",
            **view.bound("indicator"),
        )  # fmt: skip
        for step in steps.iloc[:-1].itertuples():
            st.button(
                step.name, type="tertiary", key=f"way.{step.code}", on_click=places.go_to, args=(step.code,)
            )
            st.markdown("›", width="content")
        st.markdown(f"#### {steps.iloc[-1]['name']}", width="content")


def header(looked: View) -> None:
    """Say what the locality is, what became of it, and how much of what it should report is there."""
    here, steps = profile.here(looked), profile.steps(looked)
    parent = steps.iloc[-2]["name"] if len(steps) > 1 else None
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
        selected=looked.target, on_select=lambda target: view.change(target=target),
    )  # fmt: skip


def why(looked: View) -> None:
    """Explain the chosen target, or the first: working, pace, what was said of it; and list all of them."""
    rows = profile.targets(looked)
    if rows.empty:
        return
    chosen = rows[rows["target"] == looked.target]
    row = (chosen if len(chosen) else rows).iloc[0]
    with st.container(border=True, key="why"), marked(looked.kind, "why"):
        explain(row)
        _pace(looked, row)
        for said in profile.explanations(looked, row["target"]).to_dict("records"):
            st.markdown(_explanation(said))
    with st.expander(words.ALL_TARGETS.format(count=len(rows)), expanded=looked.unfolded == "table"):
        name = profile.here(looked)["name"]
        table(
            rows, words.TARGET_HEADINGS, "chi-tieu-dia-phuong", kind=looked.kind,
            title=words.TARGETS_TITLE.format(name=name), notes=_notes(looked),
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
    return "\n".join([*lines, words.SAID_BY.format(source=facts.source_title(str(said["source"])))])


def section(looked: View) -> None:
    """Draw the section of the page that is open."""
    st.segmented_control(
        words.SECTION, list(words.SECTIONS), format_func=words.SECTIONS.get, required=True, **view.bound("section")
    )  # fmt: skip
    draw: dict[str, Callable[[View], None]] = {
        "figures": figures, "trends": trends, "children": children, "peers": peers, "sources": sources,
    }  # fmt: skip
    draw[looked.section](looked)


def figures(looked: View) -> None:
    """Draw every figure of the locality, or say that there is none and how to send some; and what is expected."""
    rows, name = profile.figures(looked), profile.here(looked)["name"]
    day = numbers.day(facts.as_of(looked))
    if rows.empty:
        nothing(looked)
    else:
        count = words.FIGURES_FOUND.format(
            count=numbers.number(len(rows)), indicators=rows["indicator"].nunique(), day=day
        )
        st.markdown(count)
        table(
            rows, words.FIGURE_HEADINGS, "so-lieu-dia-phuong", kind=looked.kind, height=420,
            title=words.FIGURES_TITLE.format(name=name), notes=_notes(looked), config={"address": LINK},
        )  # fmt: skip
    owed = profile.covered(looked)
    if len(owed):
        with st.expander(words.OWED.format(count=len(owed)), expanded=rows.empty):
            st.caption(words.OWED_CAPTION)
            table(
                owed, words.OWED_HEADINGS, "lich-bao-cao", kind=looked.kind,
                title=words.OWED_TITLE.format(name=name), notes=_notes(looked),
            )  # fmt: skip


def nothing(looked: View) -> None:
    """Say that nothing is known, and what to do about it."""
    here, day = profile.here(looked), numbers.day(facts.as_of(looked))
    if looked.kind == "simulated":
        st.info(words.NO_SIMULATED.format(name=here["name"], day=day), icon=":material/info:")
        return
    send = words.HOW_TO_SEND.format(code=here["code"], vintage=looked.vintage)
    st.info(
        f"**{words.NOTHING_PUBLIC.format(name=here['name'], day=day)}**\n\n{send}",
        icon=":material/outgoing_mail:",
    )


def trends(looked: View) -> None:
    """Draw small multiples of what was reported twice or more, and single reports as dated cards."""
    st.pills(
        words.PILLAR, list(words.PILLARS), format_func=words.PILLARS.get, selection_mode="multi",
        help=words.EVERY_PILLAR, **view.bound("pillars"),
    )  # fmt: skip
    found, name = history.series(looked), profile.here(looked)["name"]
    if not found:
        st.info(words.NO_TREND.format(name=name), icon=":material/timeline:")
    columns = st.columns(CHART_COLUMNS, gap="medium")
    for place, (last, past) in enumerate(found):
        with columns[place % CHART_COLUMNS], marked(looked.kind, f"trend-{last['indicator']}"):
            _trend(looked, name, last, past)
    _singles(looked)
    reform.continued(looked, _notes(looked))
    if found:
        with st.expander(table_words.BEHIND, expanded=looked.unfolded == "table"):
            table(
                pd.concat([past for _, past in found]), words.FIGURE_HEADINGS, "dien-bien-dia-phuong",
                kind=looked.kind, title=words.TRENDS_TITLE.format(name=name), notes=_notes(looked),
                config={"address": LINK},
            )  # fmt: skip


def _trend(looked: View, name: str, last: pd.Series, past: pd.DataFrame) -> None:
    first, count = past.iloc[0], len(past)
    st.markdown(f"**{_finding(looked, last)}**")
    figure = _figure(replace(looked, indicator=last["indicator"]))
    st.plotly_chart(
        figure, key=f"trend.{last['indicator']}", config={"displayModeBar": False}, theme="streamlit",
        alt=words.TREND_ALT.format(
            indicator=last["indicator_shown"], name=name, count=count, first=first["value_shown"],
            first_day=numbers.day(first["period_end"]), last=last["value_shown"],
            last_day=numbers.day(last["period_end"]),
        ),
    )  # fmt: skip
    st.caption(
        words.TREND_CAPTION.format(
            unit=last["unit"], count=count, value=last["value_shown"], period=last["period_shown"],
            source=last["source_shown"],
        )
        + (words.CONTINUED_LINE if past["continued"].any() else "")
    )  # fmt: skip


def _finding(looked: View, last: pd.Series) -> str:
    """Return what a trend shows; simulated figures and figures that cannot be compared have no finding."""
    moves = facts.changes(looked, last["indicator"])
    moves = moves[(moves["locality"] == profile.code(looked)) & moves["change_reason"].eq("")]
    if looked.kind == "simulated" or moves.empty:
        return last["indicator_shown"]
    move = moves.iloc[0]
    return words.moved(
        last["indicator_shown"], move["change"], move["months"], last["unit"], int(last["decimals"])
    )


@profile.kept
def _figure(looked: View) -> go.Figure:
    """Build a trend once: a figure of Plotly costs more than all else of its chart."""
    past = history.histories(looked).query("indicator == @looked.indicator")
    past = past.assign(
        name=profile.here(looked)["name"], value_text=past["value_shown"], source_title=past["source_shown"]
    )
    judged = facts.assessed(looked, looked.indicator)
    judged = lead(judged[judged["locality"] == looked.locality])
    own = judged[judged["standing"] == "assigned"]
    unit, decimals = past["unit"].iloc[0], int(past["decimals"].iloc[0])
    figure = trend(past, trajectory_points(own), unit, decimals, facts.reforms())
    # One line needs no legend unless its trajectory is there to be told from it.
    figure.update_layout(height=260, showlegend=sum(each.showlegend is not False for each in figure.data) > 1)
    # In a small chart the break is named at its foot and leftwards: the head has the target's words.
    figure.update_annotations(y=0, yanchor="bottom")
    _target_line(figure, judged)
    return figure


def _target_line(figure: go.Figure, judged: pd.DataFrame) -> None:
    for row in judged[judged["kind"].eq("value") & judged["target_value"].notna()].itertuples():
        colour = "#1B2733" if row.standing == "assigned" else "#8C8C9E"
        figure.add_hline(
            row.target_value, line={"width": 2, "dash": "dash", "color": colour},
            annotation={"text": picture_words.TARGET[row.standing].format(
                aim=judgement.aim(row.comparator, row.target_value, row.unit, int(row.decimals)),
                day=numbers.day(row.deadline),
            ), "font": {"size": 14}}, annotation_position="top left",
        )  # fmt: skip


def _singles(looked: View) -> None:
    alone = history.singles(looked)
    if alone.empty:
        return
    st.markdown(words.SINGLE)
    with marked(looked.kind, "singles"), st.container(horizontal=True, key="singles"):
        for row in alone.itertuples():
            with st.container(border=True, width=300):
                st.markdown(f"{row.indicator_shown}\n\n**{row.value_shown}**")
                st.caption(
                    f"{words.SINGLE_CAPTION.format(day=numbers.day(row.period_end))} · {row.source_shown}",
                    help=row.note if row.continued else None,
                )
                if row.continued:
                    st.caption(row.origin_shown)


def children(looked: View) -> None:
    """Draw the localities below this one with their coverage and the standing of their targets."""
    rows, name = profile.children(looked), profile.here(looked)["name"]
    if rows.empty:
        st.info(words.NO_CHILDREN.format(name=name), icon=":material/account_tree:")
        return
    rows = quick_filters.keep(looked, rows, "code").reset_index(drop=True)
    if rows.empty:
        st.info(filter_words.NONE_PASSES, icon=":material/filter_alt:")
        return
    places_of = {**words.CHILD_HEADINGS, "value_shown": facts.indicator(looked.indicator)["name_vi"]}
    statuses = {each: LOOKS[each].label for each in LOOKS if each in rows and rows[each].any()}
    left, right = st.columns([4, 6], gap="medium")
    with left, marked(looked.kind, "children"):
        due = rows["due"].fillna(0).gt(0)
        proposed = facts.covered(looked)["basis"].eq("proposed").all()
        caption = words.CHILDREN_CAPTION.format(proposed=words.BY_PROPOSED if proposed else "")
        st.caption(caption if due.any() else words.CHILDREN_NO_DUTY)
        bars(
            pd.DataFrame({
                "code": rows["code"], "name": rows["short"], "value_text": rows["coverage_text"], "status": "",
                "share": rows["reported"] / rows["due"].where(due), "why": rows["counts_shown"],
            }),
            "children", title=words.CHILDREN_BARS.format(name=name), on_select=places.go_to,
            height=f"{LIST_HEIGHT / 16}rem" if len(rows) > 13 else "content",
        )  # fmt: skip
    with right:
        table(
            rows, {**places_of, **statuses}, "don-vi-truc-thuoc", kind=looked.kind,
            height=min(36 * len(rows) + 40, LIST_HEIGHT),
            title=words.CHILDREN_TITLE.format(name=name), notes=_notes(looked),
        )  # fmt: skip


def peers(looked: View) -> None:
    """Draw the places most like this one, with their figures on the view's indicator."""
    here, rows = profile.here(looked), profile.alike(looked)
    if len(rows) < 2:
        st.info(words.NO_PEERS, icon=":material/group:")
        return
    title = words.PEERS_TITLE.format(
        name=here["name"], indicator=facts.indicator(looked.indicator)["name_vi"]
    )
    st.markdown(f"**{title}**")
    st.caption(words.PEERS_CAPTION.format(name=here["name"], peer=rows.iloc[0]["words"]))
    shown = picture.bar_rows(replace(looked, colour="status"), rows)
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
            notes=_notes(looked),
        )


def sources(looked: View) -> None:
    """Draw every source cited for the locality."""
    rows, name = profile.sources(looked), profile.here(looked)["name"]
    if rows.empty:
        st.info(words.NO_SOURCES, icon=":material/menu_book:")
        return
    table(
        rows, words.SOURCE_HEADINGS, "nguon-dia-phuong", kind=looked.kind, config={"address": LINK},
        title=words.SOURCES_TITLE.format(name=name), notes=_notes(looked),
    )  # fmt: skip


def detail_map(looked: View, height: int) -> None:
    """Draw the Folium map of the locality and its parts, and offer it as a file to send."""
    try:
        drawn = sheet(looked)
    except BrokenBoundaries as error:
        st.warning(words.MAP_BROKEN.format(reason=error), icon=":material/map:")
        return
    folium_map.show(drawn, WALL_MAP if looked.present else height, places.go_to)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.MAP_FILE, lambda: folium_map.to_html(drawn), file_name=f"ban-do-{profile.code(looked)}.html",
            mime="text/html", key="download.map", type="tertiary", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        st.caption(words.MAP_CAPTION)


@profile.kept
def sheet(looked: View) -> folium_map.Sheet:
    """Return what the detail map shows: the parts of the locality, or itself among its neighbours.

    Raises
    ------
    BrokenBoundaries
        If the boundary file does not fit the register.
    """
    register = facts.register(looked.vintage, looked.province)
    here, asked = profile.here(looked), facts.indicator(looked.indicator)
    parts = register[register["parent_code"] == here["code"]]
    shown = parts if len(parts) else register[register["parent_code"] == here["parent_code"]]
    rows = profile.situation(looked, shown["code"]).set_index("code")
    shapes = _shapes(looked, shown["level"].iloc[0])
    about = set(parts["code"]) or {here["code"]}
    drawn = [
        _place(shapes[row.code], row, rows.loc[row.code], "part" if row.code in about else "around")
        for row in shown.itertuples()
        if row.code in shapes
    ]
    if len(parts) and here["level"] != "country":  # the provinces together are its outline
        outline = _shapes(looked, here["level"])[here["code"]]
        drawn.append(_place(outline, here, None, "outline"))
    return folium_map.Sheet(
        title=words.MAP_TITLE.format(name=here["name"], indicator=asked["name_vi"]),
        basis=words.MAP_BASIS.format(
            unit=asked["unit"],
            kind=picture_words.KINDS[looked.kind],
            day=numbers.day(facts.as_of(looked)),
            boundaries=served.basis(looked.vintage, shown["level"].iloc[0], looked.province),
        ),
        places=tuple(drawn),
        simulated=looked.kind == "simulated",
        archipelagos=looked.province in served.WITH_ARCHIPELAGOS,
    )


def _shapes(looked: View, level: str) -> dict[str, dict]:
    features = served.collection(looked.vintage, level, looked.province)["features"]
    return {feature["properties"]["code"]: feature for feature in features}


def _place(feature: dict, row: pd.Series, figure: pd.Series | None, role: str) -> folium_map.Place:
    told = feature["properties"]
    return folium_map.Place(
        code=told["code"],
        name=row.short,
        role=role,
        status="no_data" if figure is None else figure["status"],
        value="" if figure is None else figure["value_shown"],
        period="" if figure is None else figure["period_shown"],
        geometry=feature["geometry"],
        # A boundary file of the user's own need not say where names go.
        label=(told.get("label_lon", row.lon), told.get("label_lat", row.lat)),
        inset=bool(told["inset"]),
    )


def _notes(looked: View) -> list[str]:
    kind = picture_words.KINDS[looked.kind]
    return [kind, knowledge.as_of(looked)]
