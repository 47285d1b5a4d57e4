"""Quick filters of places, the same on every page: the map dims what they leave out, and a note counts it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import session
from queries import catalogue, gazetteer, lineage, place_filter
from queries.address import STATUSES
from queries.view import View
from wording import markdown, navigation, numbers
from wording import quick_filters as words
from wording.markdown import Markdown
from wording.statuses import LOOKS

# Pages that show one level; the others show every level below the province.
ONE_LEVEL = ("ban-do", "tien-do", "so-sanh", "kich-ban", "in")


def filter_note(view: View, path: str) -> None:
    """Draw the note on what is filtered; nothing where nothing is."""
    if text := filter_text(view, path):
        st.caption(markdown.plain(text))


def filter_buttons(view: View) -> None:
    """Draw the button that opens the filters, and the button that counts those in use and clears them."""
    # The widgets are made only when it is open, because they would cost each run of each page. Its label never
    # changes, because Streamlit would take it for another one and close it.
    popover = st.popover(
        words.LABEL, icon=":material/filter_alt:", help=words.HELP, key="quick-filters", on_change="rerun"
    )
    if popover.open:
        with popover:
            _widgets(view)
    if count := len(place_filter.criteria(view).active):
        st.button(
            markdown.fill(words.CLEAR, count=count), icon=":material/filter_alt_off:", key="quick-filters.clear",
            help=words.CLEAR_HELP, on_click=clear_filters, type="primary",
        )  # fmt: skip


def clear_filters() -> None:
    """Remove every filter. Called in callbacks."""
    session.change(**dict.fromkeys(place_filter.FIELDS), **dict.fromkeys(place_filter.LISTS, ()))


def _widgets(view: View) -> None:
    indicator = catalogue.indicator(view.indicator)
    _span(
        words.VALUE.format(indicator=indicator["name_vi"], unit=indicator["unit"]), "value",
        10.0**-indicator["decimals"], f"%.{int(indicator['decimals'])}f",
    )  # fmt: skip
    _several("statuses", words.STATUSES, {each: LOOKS[each].label for each in STATUSES.values()})
    here = gazetteer.covered_places(view)
    types = here.loc[here["level"].isin(place_filter.BELOW), "type"].unique()
    _several("types", words.TYPES, {kind: kind.capitalize() for kind in types})
    _several("groups", words.GROUPS, words.GROUP_NAMES)
    districts = here[here["level"] == "district"]
    if len(districts):
        _several("areas", words.DISTRICTS, dict(zip(districts["code"], districts["short"], strict=True)))
    elif former := gazetteer.former_names(view.vintage, view.province, "short"):
        _several("areas", words.FORMER_DISTRICTS, former)
    _span(words.POPULATION, "population", 1000, "%d")


def _span(label: str, name: str, step: float, form: str) -> None:
    st.markdown(markdown.plain(label))
    for column, end, word in zip(st.columns(2), ("from", "to"), (words.FROM, words.TO), strict=True):
        column.number_input(
            markdown.fill(word, name=label), value=None, step=step, format=form,
            placeholder=word.format(name="").strip(), label_visibility="collapsed",
            **session.bind(f"{name}_{end}", place="quick-filters"),
        )  # fmt: skip


def _several(field: str, label: str, options: dict[str, str]) -> None:
    # A value of the address is offered even where this province does not have it, so that it can be removed.
    offered = [*options, *(each for each in getattr(session.current(), field) if each not in options)]
    st.multiselect(
        markdown.plain(label), offered, format_func=lambda each: options.get(each, each), placeholder=words.ANY,
        **session.bind(field, place="quick-filters"),
    )  # fmt: skip


def filter_text(view: View, path: str) -> Markdown:
    """Return what is filtered, how many places are left out at each level shown, and what a page does not filter.

    Parameters
    ----------
    view : View
        The view.
    path : str
        Address of the page.

    Returns
    -------
    Markdown
        Empty where nothing is filtered.
    """
    # On Tiến độ a status belongs to a target in a place: it filters rows and leaves out no place.
    view_of_places = replace(view, statuses=()) if path == "tien-do" else view
    if not place_filter.criteria(view).active:
        return markdown.plain("")
    page = words.PAGES.get(path, words.OTHER_PAGE)
    levels = [view.level] if path in ONE_LEVEL else list(place_filter.BELOW)
    places = place_filter.matches(view_of_places)
    if path in ONE_LEVEL and path != "so-sanh" and view.district:
        places = places[places["code"].isin(gazetteer.within(view.vintage, view.district)["code"])]
    counts = [
        _count(level, places[places["level"].eq(level)]) for level in levels if level in place_filter.BELOW
    ]
    counted = " ".join(filter(None, counts)) or words.WHOLE_PROVINCE
    conditions = words.SEPARATOR.join(_conditions(view))
    note = markdown.fill(words.NOTE, conditions=conditions, counts=counted, page=page)
    return markdown.join(" ", filter(None, [note, lineage.only_in_part(view, view.areas)]))


def _count(level: str, places: pd.DataFrame) -> str:
    """Return how many places of a level pass the filters, fail them, or have no figure."""
    if places.empty:
        return ""
    kept, unknown = int(places["passes"].sum()), int(places["unknown"].sum())
    template = words.COUNT_UNKNOWN if unknown else words.COUNT
    figures = {"kept": kept, "total": len(places), "out": len(places) - kept, "unknown": unknown}
    return template.format(
        level=navigation.LEVELS[level], **{name: numbers.number(each) for name, each in figures.items()}
    )


def _conditions(view: View) -> list[str]:
    """Return each filter in use as text."""
    indicator = catalogue.indicator(view.indicator)
    former = gazetteer.former_names(view.vintage, view.province, "short")
    here = gazetteer.names(view.vintage, view.province, "short") | former
    lists = [
        (
            words.STATUS_NAME.format(indicator=indicator["name_vi"]),
            [LOOKS[each].word for each in view.statuses],
        ),
        (words.TYPE_NAME, list(view.types)),
        (words.GROUP_NAME, [words.GROUP_NAMES[each].lower() for each in view.groups]),
        (words.FORMER_NAME if former else words.DISTRICT_NAME, [here[each] for each in view.areas]),
    ]
    spans = [
        _bounds(
            indicator["name_vi"],
            view.value_from,
            view.value_to,
            indicator["unit"],
            int(indicator["decimals"]),
        ),
        _bounds(words.POPULATION_NAME, view.population_from, view.population_to, words.PEOPLE, 0),
    ]
    chosen = [
        words.ONE_OF.format(name=name, values=words.COMMA.join(values)) for name, values in lists if values
    ]
    return [*filter(None, spans), *chosen]


def _bounds(name: str, low: float | None, high: float | None, unit: str, decimals: int) -> str:
    template = {(True, True): words.BETWEEN, (True, False): words.AT_LEAST, (False, True): words.AT_MOST}.get(
        (low is not None, high is not None), ""
    )
    ends = {
        end: "" if each is None else numbers.quantity(each, unit, decimals)
        for end, each in (("low", low), ("high", high))
    }
    return template.format(name=name, **ends)
