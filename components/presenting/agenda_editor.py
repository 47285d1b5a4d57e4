"""The dialog that starts a presentation and edits its agenda: choose one, add views, order them, give them time."""

from dataclasses import replace

import streamlit as st

from components import page_links, session
from components.presenting import agenda as agendas
from components.presenting import words
from components.presenting.agenda import Agenda, AgendaError
from components.presenting.wall import agenda_item, open_item
from queries import catalogue, scenario_set
from queries.view import View
from wording import markdown
from wording import shell_texts as shell_words

_TOLD, _NEW = "presenting_told", "presenting-title"


def present_button(page: str) -> None:
    """Draw the button that opens the dialog; `page` is the address of the page that is open."""
    if st.button(words.PRESENT, icon=":material/slideshow:", key="presenting"):
        _dialog(page)


@st.dialog(words.PRESENT, width="large")
def _dialog(page: str) -> None:
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        st.selectbox(
            words.THEME,
            list(words.THEMES),
            format_func=words.THEMES.__getitem__,
            **session.bind("theme"),
        )
    if right.button(words.THIS_PAGE, key="presenting-this", width="stretch", type="primary"):
        session.change(present=True, agenda="", item=1)
        st.rerun()
    st.markdown(f"##### {words.AGENDA}", help=words.AGENDA_HELP)
    _draw_told()
    agenda = _choose()
    if agenda is not None:
        _edit(agenda, page)
    _upload()


def _choose() -> Agenda | None:
    """Draw the choice of a saved agenda and the form for a new one; return the chosen agenda."""
    saved = agendas.saved_names()
    left, right = st.columns(2)
    with left:
        st.selectbox(
            words.CHOOSE_AGENDA, ["", *saved], format_func=lambda name: _title(name) or words.NO_AGENDA,
            **session.bind("agenda", shown=session.current().agenda if session.current().agenda in saved else ""),
        )  # fmt: skip
    with right, st.form("presenting-new", border=False, clear_on_submit=True):
        st.text_input(
            words.NEW_AGENDA, placeholder=words.NEW_AGENDA_HINT, max_chars=agendas.LONGEST_TITLE, key=_NEW,
        )  # fmt: skip
        st.form_submit_button(words.MAKE, on_click=lambda: _keep(Agenda(st.session_state[_NEW].strip())))
    return _chosen()


def _chosen() -> Agenda | None:
    """Return the chosen agenda; draw what is wrong with one that can't be opened, and the button that deletes it."""
    name = session.current().agenda
    try:
        return agendas.load_agenda(name, page_links.FOLDERS)
    except AgendaError as error:
        st.error(markdown.fill(words.DAMAGED, name=name, fault=error))
        st.button(
            words.FORGET, icon=":material/delete:", key="presenting-forget", on_click=_forget, args=(name,)
        )
        return None


def _title(name: str) -> str:
    agenda = _load(name)
    return agenda.title if agenda else name


def _load(name: str) -> Agenda | None:
    """Return a saved agenda; None where there is none or its file is damaged."""
    try:
        return agendas.load_agenda(name, page_links.FOLDERS)
    except AgendaError:
        return None


def _keep(agenda: Agenda) -> None:
    """Save and choose a new agenda; where its name is taken, say under which one it is kept."""
    if not agendas.slug(agenda.title):
        _tell(words.NO_NAME)
        return
    try:
        added = agendas.add_agenda(agenda)
    except AgendaError as error:
        _tell(str(error))
        return
    if added.title != agenda.title:
        _tell(words.KEPT_BOTH.format(title=agenda.title, added=added.title))
    session.change(agenda=agendas.slug(added.title), item=1)


def _save(agenda: Agenda) -> None:
    """Save a changed agenda; where it can't be saved, say why."""
    try:
        agendas.save_agenda(agenda)
    except AgendaError as error:
        _tell(str(error))


def _tell(message: str) -> None:
    """Keep a message for the next drawing of the dialog."""
    st.session_state[_TOLD] = message


def _draw_told() -> None:
    if message := st.session_state.pop(_TOLD, ""):
        st.warning(markdown.plain(message))


def _upload() -> None:
    st.file_uploader(
        words.UPLOAD, type="json", max_upload_size=1, key="presenting-sent", on_change=_save_upload
    )


def _save_upload() -> None:
    """Save and choose the agenda of an uploaded file; a damaged file changes nothing but the message."""
    file = st.session_state["presenting-sent"]
    if file is None:
        return
    try:
        agenda = agendas.parse_agenda(file.getvalue(), page_links.FOLDERS)
    except AgendaError as error:
        _tell(str(error))
        return
    _keep(agenda)


def _edit(agenda: Agenda, page: str) -> None:
    st.caption(words.ITEMS if agenda.items else words.EMPTY)
    for place in range(len(agenda.items)):
        _row(agenda, place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(words.ADD, icon=":material/add:", on_click=_add, args=(agenda, page))
        st.toggle(
            words.ADVANCE, agenda.advance, key=f"presenting-advance-{agenda.advance}", help=words.ADVANCE_HELP,
            on_change=lambda: _save(replace(agenda, advance=not agenda.advance)),
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words.START, type="primary", icon=":material/slideshow:", disabled=not agenda.items):
            open_item(agenda, 1)
            st.rerun()
        st.download_button(
            words.DOWNLOAD, agendas.to_json(agenda), f"{agendas.slug(agenda.title)}.json", "application/json",
            on_click="ignore",
        )  # fmt: skip
        st.button(
            words.FORGET, icon=":material/delete:", on_click=_forget, args=(agendas.slug(agenda.title),)
        )


def _row(agenda: Agenda, place: int) -> None:
    item, number = agenda.items[place], place + 1
    # The value is part of the key: a box whose item has moved is another widget and shows its new value.
    title, minutes = f"presenting-title-{place}-{item.title}", f"presenting-minutes-{place}-{item.seconds}"

    def rename() -> None:
        _save(agenda.with_item_changed(place, title=st.session_state[title].strip() or item.title))

    def retime() -> None:
        _save(agenda.with_item_changed(place, seconds=int(st.session_state[minutes]) * 60))

    with st.container(horizontal=True, vertical_alignment="center"):
        st.text_input(
            markdown.fill(words.ITEM_TITLE, place=number), item.title, key=title, on_change=rename,
            max_chars=agendas.LONGEST_TITLE, label_visibility="collapsed",
        )  # fmt: skip
        st.number_input(
            markdown.fill(words.MINUTES, place=number), 0, agendas.MOST_MINUTES, item.seconds // 60, key=minutes,
            on_change=retime, label_visibility="collapsed", width=140,
        )  # fmt: skip
        st.button(
            markdown.fill(words.RAISE, place=number), icon=":material/arrow_upward:",
            key=f"presenting-raise-{place}", disabled=not place,
            on_click=lambda: _save(agenda.with_item_raised(place)),
        )  # fmt: skip
        st.button(
            markdown.fill(words.REMOVE, place=number), icon=":material/close:", key=f"presenting-remove-{place}",
            on_click=lambda: _save(agenda.without_item(place)),
        )  # fmt: skip


def _add(agenda: Agenda, page: str) -> None:
    view = session.current()
    _save(agenda.with_item(agenda_item(view, page, _item_title(view, page))))


def _item_title(view: View, page: str) -> str:
    title, indicator = shell_words.PAGES[page], catalogue.indicator(view.indicator)["name_vi"]
    if scenario_set.shown_on(view, page):
        return words.ITEM_NAME_SCENARIO.format(scenario=scenario_set.current_name(view), indicator=indicator)
    return words.ITEM_NAME.format(page=title, indicator=indicator) if page == "ban-do" else title


def _forget(name: str) -> None:
    try:
        agendas.delete_agenda(name)
    except AgendaError as error:
        _tell(str(error))
        return
    session.change(agenda="", item=1)
