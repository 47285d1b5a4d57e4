"""The wall screen: one view, its stamp, and the keys that go through the agenda."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components import page_links, session
from components.explanation import draw_explanation
from components.presenting import agenda as agendas
from components.presenting import words
from components.presenting.agenda import Agenda, AgendaError, Item
from components.presenting.stamp import scenario_stamp, stamp
from components.presenting.timer import clock
from indicators.primary_target import primary_target
from queries import assessments, catalogue, gazetteer, indicator_rows
from queries.address import PARAMETERS, THEMES, UNFOLDED, to_address
from queries.view import View
from upstream import streamlit_theme
from upstream.streamlit_selectors import fill
from wording import markdown
from wording.address_messages import shortened

HERE = Path(__file__).parent
# Fields of the view that belong to the meeting and not to an item of its agenda.
OF_THE_MEETING = ("present", "theme", "agenda", "item", "unfolded")
_TO_PAGE = "presenting_to_page"


def style(view: View) -> str:
    """Return the CSS of the wall screen and of high contrast, where the view asks for them."""
    return (_read("presenting.css") if view.present else "") + (
        _read("contrast.css") if view.theme == "contrast" else ""
    )


def scripts(view: View) -> list[str]:
    """Return the JavaScript of the theme, and of the keys where the view asks for the wall screen."""
    keys = [_read("keys.js").replace("{unfolded}", view.unfolded)] if view.present else []
    return [*keys, streamlit_theme.script(view.theme)]


def every_script() -> set[str]:
    """Return the scripts of every view: a browser runs no others."""
    views = (
        View(present=True, unfolded=part, theme=theme)
        for part in ("", *UNFOLDED.values())
        for theme in ("", *THEMES.values())
    )
    return {script for view in views for script in scripts(view)}


@cache
def _read(name: str) -> str:
    return fill((HERE / name).read_text("utf-8"))


def validate_agenda(view: View) -> tuple[View, list[str]]:
    """Return the view with an agenda and an item that exist, and what was wrong.

    Parameters
    ----------
    view : View
        The view; its agenda and item come from the address.

    Returns
    -------
    view : View
        Without an agenda where it is not saved here or can't be read; with the nearest item of one that is.
    complaints : list of str
        What was wrong, in Vietnamese.
    """
    if not view.agenda:
        without = [] if view.item == 1 else [words.ITEM_WITHOUT_AGENDA.format(item=view.item)]
        return replace(view, item=1), without
    try:
        agenda = agendas.load_agenda(view.agenda, page_links.FOLDERS)
    except AgendaError as error:
        return replace(view, agenda="", item=1), [words.DAMAGED.format(name=view.agenda, fault=error)]
    if agenda is None:
        return replace(view, agenda="", item=1), [words.UNKNOWN_AGENDA.format(name=shortened(view.agenda))]
    last = max(len(agenda.items), 1)
    beyond = [words.UNKNOWN_ITEM.format(item=view.item, last=last)] if view.item > last else []
    return replace(view, item=min(view.item, last)), beyond


def agenda_item(view: View, page: str, title: str, seconds: int = 0) -> Item:
    """Return the view of a page as an item of an agenda."""
    of_the_meeting = {PARAMETERS[field].name for field in OF_THE_MEETING}
    address = {name: text for name, text in to_address(view).items() if name not in of_the_meeting}
    return Item(title, page, address, seconds)


def open_item(agenda: Agenda, place: int) -> None:
    """Show an item of an agenda on the wall screen; 1 is the first. Called in callbacks."""
    item = agenda.items[place - 1]
    name, theme = agendas.slug(agenda.title), session.current().theme
    view = session.open_address(item.address)
    session.set_view(replace(view, present=True, theme=theme, agenda=name, item=place))
    st.session_state[_TO_PAGE] = item.page


def switch_to_item_page(page: str) -> None:
    """Switch from `page` to the page of the item that ``open_item`` has chosen, unless it is the same."""
    item_page = st.session_state.pop(_TO_PAGE, page)
    if item_page != page:
        st.switch_page(page_links.page_file(item_page))


def presenting_bar(view: View, page: str) -> None:
    """Draw the line above the view: agenda, clock, stamp, and the buttons of the keys."""
    agenda = agendas.load_agenda(view.agenda, page_links.FOLDERS) if view.agenda else None
    with st.container(horizontal=True, vertical_alignment="center", key="presenting-bar"):
        if agenda and agenda.items:
            _agenda_controls(agenda, view)
        with st.container(key="presenting-stamp", gap="xxsmall"):
            st.markdown(markdown.join("  \n", stamp(view)))
            if scenario := scenario_stamp(view, page):
                st.html(f'<p class="supposed">{escape(scenario)}</p>')
        _key("table", words.TABLE, ":material/table:", "B", toggle_panel, "table")
        _key("working", words.WORKING, ":material/calculate:", "V", toggle_panel, "working")
        _key("leave", words.LEAVE, ":material/close_fullscreen:", None, stop_presenting)
    if view.unfolded == "working":
        explanation_dialog(view)


def _agenda_controls(agenda: Agenda, view: View) -> None:
    """Draw the buttons to the items before and after, the list of all items, and the clock."""
    here, count = view.item, len(agenda.items)
    for name, label, icon, key, place in (
        ("previous", words.PREVIOUS, ":material/arrow_back:", "PageUp", here - 1),
        ("next", words.NEXT, ":material/arrow_forward:", "PageDown", here + 1),
    ):
        _key(name, label, icon, key, open_item, agenda, place, disabled=not 1 <= place <= count)
    titles = {
        place: words.PLACE.format(place=place, count=count, title=item.title)
        for place, item in enumerate(agenda.items, 1)
    }
    st.selectbox(
        words.JUMP, list(titles), format_func=titles.__getitem__, label_visibility="collapsed", width=460,
        **session.bind("item", then=lambda place: open_item(agenda, place)),
    )  # fmt: skip
    last = here == count
    clock(
        f"{view.agenda}/{here}", agenda.items[here - 1].seconds, advance=agenda.advance and not last,
        on_over=lambda: open_item(agenda, here + 1),
    )  # fmt: skip


def _key(
    name: str,
    label: str,
    icon: str,
    key: str | None,
    action: Callable[..., None],
    *arguments: Any,
    disabled: bool = False,
) -> None:
    """Draw a button that a key presses, too."""
    st.button(
        markdown.plain(label), icon=icon, key=f"presenting-{name}", shortcut=key, on_click=action, args=arguments,
        disabled=disabled,
    )  # fmt: skip


def toggle_panel(part: str) -> None:
    """Open the panel ``table`` or ``working``, or close it if it is open. Called in callbacks."""
    session.change(unfolded="" if session.current().unfolded == part else part)


def stop_presenting() -> None:
    """Leave the wall screen with the same view. Called in callbacks."""
    session.change(present=False, unfolded="")


def close_panel() -> None:
    """Close what ``toggle_panel`` has opened. Called in callbacks."""
    session.change(unfolded="")


@st.dialog(words.WORKING_TITLE, width="large", on_dismiss=close_panel)
def explanation_dialog(view: View) -> None:
    """Draw figure, source and explanation of the selected place, or of the selected row of Tiến độ."""
    indicator, code = _selected_figure(view)
    if code is None:
        st.markdown(words.NOTHING_CHOSEN)
        return
    level = str(gazetteer.within(view.vintage, view.province).set_index("code").loc[code, "level"])
    own_view = replace(view, indicator=indicator, level=level, district=None)
    _draw_figure(own_view, code)
    assessed = assessments.assessed(own_view, indicator)
    judged = assessed[assessed["target"] == view.row[0]] if view.row else primary_target(assessed)
    judged = judged[judged["locality"] == code]
    if judged.empty:
        st.markdown(words.NO_TARGET)
    else:
        draw_explanation(judged.iloc[0])


def _draw_figure(view: View, code: str) -> None:
    """Draw a place's figure of the indicator of a view, its status and its source."""
    row = indicator_rows.figures(view).set_index("code").loc[code]
    st.markdown(
        markdown.fill(
            words.FIGURE, name=row["name"], indicator=catalogue.indicator(view.indicator)["name_vi"],
            value=row["value_shown"], status=row["status_shown"],
        )
    )  # fmt: skip
    source = words.SOURCE.format(period=row["period_shown"], source=row["source_shown"])
    st.markdown(markdown.plain(source) if row["source_shown"] else words.NO_FIGURE)


def _selected_figure(view: View) -> tuple[str, str | None]:
    """Return indicator and place of the figure that is explained; the place is None where none is selected."""
    if not view.row:
        return view.indicator, view.locality
    target, code = view.row
    return str(catalogue.tables().targets.set_index("target").loc[target, "indicator"]), code
