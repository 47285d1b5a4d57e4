"""Navigation among places: levels, breadcrumb, search without accents, drilling down and up, the selected place."""

from typing import Any

import streamlit as st

from components import session
from components.choropleth import Gesture
from queries import gazetteer, lineage
from queries.query import query
from queries.view import View
from wording import markdown, navigation
from wording.places import searchable_name

# Pages that can show every commune of the country, because they show one indicator or a few places.
BY_COMMUNE = ("ban-do", "so-sanh", "kich-ban", "dia-phuong", "cap-nhat")


def levels(view: View) -> list[str]:
    """Return the levels of a view's vintage; districts ended on 30/6/2025."""
    return gazetteer.levels(view.vintage)


def changes_to_area(view: View, area: str, **others: str | None) -> dict[str, Any]:
    """Return the changes of a view that lead to another province or to the country, and clear what was chosen here.

    Parameters
    ----------
    view : View
        The view.
    area : str
        Code of the province, or ``gazetteer.COUNTRY``.
    **others : str or None
        Further fields of the view, as a locality of the new area.
    """
    level = "province" if area == gazetteer.COUNTRY else view.level
    if view.province == gazetteer.COUNTRY != area:
        level = gazetteer.levels(view.vintage)[1]
    return {
        "province": area, "level": level, "district": None, "locality": None, "row": (), "areas": (), **others,
    }  # fmt: skip


def level_choice(view: View) -> None:
    """Draw the choice of level; a page that shows the country by its provinces only offers no other level."""
    only_level = view.province == gazetteer.COUNTRY and view.level != session.current().level
    offered = [view.level] if only_level else levels(view)
    st.segmented_control(
        navigation.LEVEL, offered, format_func=navigation.LEVELS.__getitem__, required=True,
        label_visibility="collapsed", **session.bind("level", then=change_level, shown=view.level),
    )  # fmt: skip


def provinces_only_note(view: View, path: str) -> None:
    """Draw, on a page that shows the country by its provinces only, the note why no commune is listed."""
    if gazetteer.by_commune(view) and path not in BY_COMMUNE:
        st.caption(navigation.BY_PROVINCES)


def change_level(level: str) -> None:
    """Change to another level of the whole province. Called in callbacks."""
    session.change(level=level, district=None, locality=None)


def drill_down(code: str) -> None:
    """Change to the parts of a province or district; a commune has none and is selected. Called in callbacks.

    From the country it leads to the place's own province; a commune is then selected there.
    """
    view = session.current()
    here = gazetteer.within(view.vintage, view.province).set_index("code").loc[code]
    below = levels(view)[1:]
    if view.province == gazetteer.COUNTRY:
        selected = code if here["level"] == "commune" else None
        province = gazetteer.province_of(view.vintage, code)
        session.change(**changes_to_area(view, province, locality=selected))
    elif here["level"] == "province":
        session.change(level=below[0], district=None, locality=None)
    elif here["level"] == "district":
        session.change(level="commune", district=code, locality=None)
    else:
        session.change(locality=code)


def on_gesture(gesture: Gesture) -> None:
    """Answer a gesture on a map: select a place or none, drill down into it, or drill up. Called in callbacks."""
    if gesture.action == "drill" and gesture.code:
        drill_down(gesture.code)
    elif gesture.action == "rise":
        drill_up()
    else:
        session.change(locality=gesture.code)


def can_drill_up(view: View) -> bool:
    """Return whether there is a level above that of a view."""
    return view.level != levels(view)[0] or has_country(view)


def drill_up() -> None:
    """Change to the level above, if there is one; the place that was drilled into is selected. Called in callbacks."""
    view = session.current()
    if not can_drill_up(view):
        return
    if view.district in gazetteer.names(view.vintage, view.province):
        session.change(level="district", locality=view.district, district=None)
    elif view.district:
        session.change(district=None)
    elif gazetteer.by_commune(view):
        session.change(level="province", locality=_province_of_selected(view))
    elif view.level == levels(view)[0]:
        session.change(**changes_to_area(view, gazetteer.COUNTRY, locality=view.province))
    else:
        session.change(level=levels(view)[0], locality=view.province)


def _province_of_selected(view: View) -> str | None:
    return gazetteer.province_of(view.vintage, view.locality) if view.locality else None


def breadcrumb(view: View) -> None:
    """Draw the breadcrumb tỉnh › huyện › cấp, and the buttons that drill up and down into the selected place."""
    with st.container(horizontal=True, vertical_alignment="center", key="breadcrumb"):
        st.button(
            markdown.plain(gazetteer.full_name(view, view.province)),
            type="tertiary",
            key="to-province",
            on_click=_to_province,
        )
        former = gazetteer.former_names(view.vintage, view.province, "short")
        if former and view.level == "commune" and view.province != gazetteer.COUNTRY:
            _former_choice(former)
        elif view.district:
            st.markdown("›", width="content")
            st.button(
                markdown.plain(gazetteer.full_name(view, view.district)),
                type="tertiary",
                key="to-district",
                on_click=_to_district,
            )
        st.markdown(navigation.STEP.format(level=navigation.LEVELS[view.level]), width="content")
        if can_drill_up(view):
            st.button(navigation.BACK, icon=":material/arrow_upward:", key="rise", on_click=drill_up)
        if view.locality and (label := _step_down(view, view.locality)):
            st.button(
                markdown.plain(label),
                icon=":material/zoom_in:",
                key="drill",
                on_click=drill_down,
                args=(view.locality,),
            )
    if view.district and (note := lineage.only_in_part(view, (view.district,))):
        st.caption(markdown.plain(note))


def _step_down(view: View, code: str) -> str:
    """Return the label of the button that drills down into a place; empty where the place has no parts."""
    if has_parts(view, code):
        return navigation.DRILL.format(area=gazetteer.full_name(view, code))
    if view.province == gazetteer.COUNTRY != code:
        return navigation.IN_PROVINCE.format(
            area=gazetteer.full_name(view, gazetteer.province_of(view.vintage, code))
        )
    return ""


def _former_choice(former: dict[str, str]) -> None:
    """Draw the choice of a former district, which stood between province and commune."""
    st.markdown("›", width="content")
    st.selectbox(
        navigation.FORMER, list(former), index=None, format_func=former.__getitem__,
        placeholder=navigation.FORMER_HINT, width=230, label_visibility="collapsed",
        **session.bind("district", then=_look_within),
    )  # fmt: skip


def _look_within(district: str | None) -> None:
    session.change(district=district, locality=None)


def _to_province() -> None:
    view = session.current()
    top = "province" if view.province == gazetteer.COUNTRY else levels(view)[:2][-1]
    session.change(level=top, district=None, locality=None)


def _to_district() -> None:
    session.change(level="commune", locality=None)


def has_country(view: View) -> bool:
    """Return whether the country is above the province of a view."""
    return view.province != gazetteer.COUNTRY and view.vintage == gazetteer.whole_vintage()


def has_parts(view: View, code: str) -> bool:
    """Return whether a place has localities below it."""
    return code in gazetteer.names(view.vintage, view.province, "parent_code").values()


def place_search(view: View) -> None:
    """Draw the box that finds a place by its name, also without accents ("phan thiet")."""
    labels = _labels(view.vintage, view.province)
    st.selectbox(
        navigation.SEARCH, list(labels), index=None, format_func=labels.__getitem__,
        placeholder=navigation.SEARCH_HINT, width=230, label_visibility="collapsed",
        **session.bind("locality", then=select_place),
    )  # fmt: skip


@query()
def _labels(vintage: str, province: str) -> dict[str, str]:
    return {
        code: searchable_name(short) for code, short in gazetteer.names(vintage, province, "short").items()
    }


def select_place(code: str | None) -> None:
    """Select a place and change to its level; a commune of the district of the view stays within it."""
    if code is None:
        session.change(locality=None)
        return
    view = session.current()
    here = gazetteer.within(view.vintage, view.province).set_index("code").loc[code]
    in_district = view.district and code in gazetteer.names(view.vintage, view.district)
    district = view.district if here["level"] == "commune" and in_district else None
    session.change(locality=code, level=here["level"], district=district)
