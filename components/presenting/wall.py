"""The wall screen: one view, its stamp, and the keys that walk the agenda."""

import json
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from components import page_links, session
from components.explanation import explain
from components.presenting import agenda as agendas
from components.presenting import words
from components.presenting.agenda import Agenda, AgendaError, Item
from components.presenting.stamp import scenario_stamp, stamp
from components.presenting.timer import clock
from indicators.primary_target import primary_target
from queries import assessments, catalogue, gazetteer, indicator_rows
from queries.address import PARAMETERS, from_address, to_address
from queries.view import View

HERE = Path(__file__).parent
# Of the meeting, not of the view that an item keeps.
OF_THE_MEETING = ("present", "theme", "agenda", "item", "unfolded")
_TO_PAGE = "presenting_to_page"


def style(view: View) -> str:
    """Return the style of the wall screen and of high contrast, where the view asks for them."""
    return (_read("presenting.css") if view.present else "") + (
        _read("contrast.css") if view.theme == "contrast" else ""
    )


def script(view: View) -> str:
    """Return the script of keys, of the theme, and of what is said when the server is lost."""
    connection = _read("connection.js").replace("{waiting}", json.dumps(words.WAITING, ensure_ascii=False))
    keys = _read("keys.js").replace("{unfolded}", view.unfolded) if view.present else ""
    return connection + keys + _read("theme.js").replace("{theme}", view.theme)


@cache
def _read(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def settled(view: View) -> tuple[View, list[str]]:
    """Let go of an agenda that is not kept here, and stay within the items of one that is."""
    if not view.agenda:
        return replace(view, item=1), []
    try:
        found = agendas.find(view.agenda, page_links.FOLDERS)
    except AgendaError as error:
        return replace(view, agenda="", item=1), [str(error)]
    if found is None:
        return replace(view, agenda="", item=1), [words.UNKNOWN_AGENDA.format(name=view.agenda)]
    return replace(view, item=min(max(view.item, 1), max(len(found.items), 1))), []


def item_of(view: View, page: str, title: str, seconds: int = 0) -> Item:
    """Keep what is looked at on a page as an item of an agenda."""
    ours = {PARAMETERS[field].name for field in OF_THE_MEETING}
    address = {name: text for name, text in to_address(view).items() if name not in ours}
    return Item(title, page, address, seconds)


def go(agenda: Agenda, place: int) -> None:
    """Look at an item of an agenda on the wall (1 is the first). Called in callbacks."""
    item = agenda.items[place - 1]
    wanted, _ = from_address(item.address)
    name = agendas.name_of(agenda.title)
    session.set_view(replace(wanted, present=True, theme=session.current().theme, agenda=name, item=place))
    st.session_state[_TO_PAGE] = item.page


def follow(page: str) -> None:
    """Open the page of the item that was gone to, unless it is open."""
    wanted = st.session_state.pop(_TO_PAGE, page)
    if wanted != page:
        st.switch_page(page_links.page_file(wanted))


def bar(view: View, page: str) -> None:
    """Draw the line above the view: agenda, clock, stamp, and what one key opens."""
    agenda = agendas.find(view.agenda, page_links.FOLDERS) if view.agenda else None
    with st.container(horizontal=True, vertical_alignment="center", key="presenting-bar"):
        if agenda and agenda.items:
            _walk(agenda, view)
        with st.container(key="presenting-stamp", gap="xxsmall"):
            st.markdown("  \n".join(stamp(view)))
            # As HTML, because its name is whatever somebody has typed.
            if supposed := scenario_stamp(view, page):
                st.html(f'<p class="supposed">{escape(supposed)}</p>')
        _key("table", words.TABLE, ":material/table:", "B", unfold, "table")
        _key("working", words.WORKING, ":material/calculate:", "V", unfold, "working")
        _key("leave", words.LEAVE, ":material/close_fullscreen:", None, leave)
    if view.unfolded == "working":
        working(view)


def _walk(agenda: Agenda, view: View) -> None:
    here, count = view.item, len(agenda.items)
    for name, label, icon, key, there in (
        ("previous", words.PREVIOUS, ":material/arrow_back:", "PageUp", here - 1),
        ("next", words.NEXT, ":material/arrow_forward:", "PageDown", here + 1),
    ):
        _key(name, label, icon, key, go, agenda, there, disabled=not 1 <= there <= count)
    titles = {
        place: words.PLACE.format(place=place, count=count, title=item.title)
        for place, item in enumerate(agenda.items, 1)
    }
    st.selectbox(
        words.JUMP, list(titles), format_func=titles.get, label_visibility="collapsed", width=460,
        **session.bind("item", then=lambda place: go(agenda, place)),
    )  # fmt: skip
    last = here == count
    clock(
        f"{view.agenda}/{here}", agenda.items[here - 1].seconds, advance=agenda.advance and not last,
        on_over=lambda: go(agenda, here + 1),
    )  # fmt: skip


def _key(name: str, label: str, icon: str, key: str | None, act, *arguments, disabled: bool = False) -> None:
    st.button(
        label, icon=icon, key=f"presenting-{name}", shortcut=key, on_click=act, args=arguments, disabled=disabled,
    )  # fmt: skip


def unfold(part: str) -> None:
    """Open the table or the working, or close it again."""
    session.change(unfolded="" if session.current().unfolded == part else part)


def leave() -> None:
    """Go back to the desk, with the same view."""
    session.change(present=False, unfolded="")


def fold() -> None:
    """Close what one key has opened."""
    session.change(unfolded="")


@st.dialog(words.WORKING_TITLE, width="large", on_dismiss=fold)
def working(view: View) -> None:
    """Tell source and working of the figure of the chosen place, or of the chosen row of Tiến độ."""
    indicator, code = _chosen(view)
    if code is None:
        st.markdown(words.NOTHING_CHOSEN)
        return
    asked = catalogue.indicator(indicator)
    level = gazetteer.within(view.vintage, view.province).set_index("code").loc[code, "level"]
    shown = replace(view, indicator=indicator, level=level, district=None)
    row = indicator_rows.figures(shown).set_index("code").loc[code]
    st.markdown(
        words.FIGURE.format(
            name=row["name"], indicator=asked["name_vi"], value=row["value_shown"], status=row["status_shown"]
        )
    )
    source = words.SOURCE.format(period=row["period_shown"], source=row["source_shown"])
    st.markdown(source if row["source_shown"] else words.NO_FIGURE)
    assessed = assessments.assessed(shown, indicator)
    judged = assessed[assessed["target"] == view.row[0]] if view.row else primary_target(assessed)
    judged = judged[judged["locality"] == code]
    if judged.empty:
        st.markdown(words.NO_TARGET)
    else:
        explain(judged.iloc[0])


def _chosen(view: View) -> tuple[str, str | None]:
    """Return the indicator and the place whose figure is asked for."""
    if not view.row:
        return view.indicator, view.locality
    target, code = view.row
    return catalogue.tables().targets.set_index("target").loc[target, "indicator"], code
