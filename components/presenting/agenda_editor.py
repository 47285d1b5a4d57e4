"""Making an agenda on screen: choose one, add what is looked at, put it in order, give it time."""

import streamlit as st

from components import page_links, session
from components.presenting import agenda as agendas
from components.presenting import words
from components.presenting.agenda import Agenda, AgendaError
from components.presenting.wall import go, item_of
from queries import catalogue, scenario_set
from queries.view import View
from wording import shell_texts as shell_words


def button(page: str) -> None:
    """Draw the way into the presentation; `page` is the path of the page that is open."""
    if st.button(words.PRESENT, icon=":material/slideshow:", key="presenting"):
        _dialog(page)


@st.dialog(words.PRESENT, width="large")
def _dialog(page: str) -> None:
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        st.selectbox(
            words.THEME,
            list(words.THEMES),
            format_func=words.THEMES.get,
            **session.bind("theme"),
        )
    if right.button(words.THIS_PAGE, key="presenting-this", width="stretch", type="primary"):
        session.change(present=True, agenda="", item=1)
        st.rerun()
    st.markdown(f"##### {words.AGENDA}", help=words.AGENDA_HELP)
    found = _choose()
    if found is not None:
        _edit(found, page)
    _receive()


def _choose() -> Agenda | None:
    """Choose, make or open an agenda, and return the chosen one."""
    kept = agendas.kept()
    left, right = st.columns(2)
    with left:
        st.selectbox(
            words.CHOOSE_AGENDA, ["", *kept], format_func=lambda name: _title(name) or words.NO_AGENDA,
            **session.bind("agenda", shown=session.current().agenda if session.current().agenda in kept else ""),
        )  # fmt: skip
    with right, st.form("presenting-new", border=False, clear_on_submit=True):
        title = st.text_input(words.NEW_AGENDA, placeholder=words.NEW_AGENDA_HINT)
        if st.form_submit_button(words.MAKE) and agendas.name_of(title):
            if agendas.name_of(title) not in kept:
                agendas.keep(Agenda(title.strip()))
            _look_at(agendas.name_of(title))
    return _find(session.current().agenda)


def _title(name: str) -> str:
    found = _find(name)
    return found.title if found else name


def _find(name: str) -> Agenda | None:
    try:
        return agendas.find(name, page_links.FOLDERS)
    except AgendaError:
        return None


def _look_at(name: str) -> None:
    session.change(agenda=name, item=1)
    st.rerun(scope="fragment")


def _receive() -> None:
    sent = st.file_uploader(
        words.UPLOAD, type="json", max_upload_size=1, key="presenting-sent", on_change=_open
    )
    if sent is not None and (wrong := st.session_state.get("presenting_wrong")):
        st.error(wrong)


def _open() -> None:
    """Keep the agenda of a file that was sent; a broken one says what is wrong and changes nothing."""
    sent = st.session_state["presenting-sent"]
    st.session_state["presenting_wrong"] = ""
    if sent is None:
        return
    try:
        found = agendas.read(sent.getvalue().decode("utf-8", "replace"), page_links.FOLDERS)
    except AgendaError as error:
        st.session_state["presenting_wrong"] = str(error)
        return
    agendas.keep(found)
    session.change(agenda=agendas.name_of(found.title), item=1)


def _edit(found: Agenda, page: str) -> None:
    st.caption(words.ITEMS if found.items else words.EMPTY)
    for place in range(len(found.items)):
        _row(found, place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(words.ADD, icon=":material/add:", on_click=_add, args=(found, page))
        st.toggle(
            words.ADVANCE, found.advance, key=f"presenting-advance-{found.advance}", help=words.ADVANCE_HELP,
            on_change=lambda: agendas.keep(Agenda(found.title, found.items, not found.advance)),
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words.START, type="primary", icon=":material/slideshow:", disabled=not found.items):
            go(found, 1)
            st.rerun()
        st.download_button(
            words.DOWNLOAD, agendas.write(found), f"{agendas.name_of(found.title)}.json", "application/json",
            on_click="ignore",
        )  # fmt: skip
        st.button(words.FORGET, icon=":material/delete:", on_click=_forget, args=(found,))


def _row(found: Agenda, place: int) -> None:
    item, number = found.items[place], place + 1
    # The value stands in the key, so that a box whose item has moved shows what it is now.
    title, minutes = f"presenting-title-{place}-{item.title}", f"presenting-minutes-{place}-{item.seconds}"

    def rename() -> None:
        agendas.keep(found.changing(place, title=st.session_state[title].strip() or item.title))

    def retime() -> None:
        agendas.keep(found.changing(place, seconds=int(st.session_state[minutes]) * 60))

    with st.container(horizontal=True, vertical_alignment="center"):
        st.text_input(
            words.ITEM_TITLE.format(place=number), item.title, key=title, on_change=rename,
            label_visibility="collapsed",
        )  # fmt: skip
        st.number_input(
            words.MINUTES.format(place=number), 0, 240, item.seconds // 60, key=minutes, on_change=retime,
            label_visibility="collapsed", width=140,
        )  # fmt: skip
        st.button(
            words.RAISE.format(place=number), icon=":material/arrow_upward:",
            key=f"presenting-raise-{place}", disabled=not place,
            on_click=lambda: agendas.keep(found.raising(place)),
        )  # fmt: skip
        st.button(
            words.REMOVE.format(place=number), icon=":material/close:", key=f"presenting-remove-{place}",
            on_click=lambda: agendas.keep(found.without(place)),
        )  # fmt: skip


def _add(found: Agenda, page: str) -> None:
    view = session.current()
    agendas.keep(found.adding(item_of(view, page, _item_title(view, page))))


def _item_title(view: View, page: str) -> str:
    title, indicator = shell_words.PAGES[page], catalogue.indicator(view.indicator)["name_vi"]
    if scenario_set.shown_on(view, page):
        return words.ITEM_NAME_SCENARIO.format(scenario=scenario_set.current_name(view), indicator=indicator)
    return words.ITEM_NAME.format(page=title, indicator=indicator) if page == "ban-do" else title


def _forget(found: Agenda) -> None:
    agendas.forget(agendas.name_of(found.title))
    session.change(agenda="", item=1)
