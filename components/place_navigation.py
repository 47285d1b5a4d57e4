"""Moving among places: levels, breadcrumb, search without accents, drilling down and back, the chosen one."""

from typing import Any

import streamlit as st

from components import session
from components.choropleth import Gesture
from queries import gazetteer, lineage
from queries.query import query
from queries.view import View
from wording import navigation
from wording.places import searchable_name

# Pages that show one indicator or a few places, and so can show every commune of the country, or none at all.
BY_COMMUNE = ("ban-do", "so-sanh", "kich-ban", "dia-phuong", "cap-nhat")


def levels(view: View) -> list[str]:
    """Return the levels of a view's vintage; districts ended on 30/6/2025."""
    return gazetteer.levels(view.vintage)


def at(view: View, area: str, **besides: str | None) -> dict[str, Any]:
    """Return the changes that look at another province, or at the country, and let go what was chosen in this one."""
    level = "province" if area == gazetteer.COUNTRY else view.level
    if view.province == gazetteer.COUNTRY != area:
        level = gazetteer.levels(view.vintage)[1]
    chosen = {"province": area, "level": level, "district": None, "locality": None, "row": (), "areas": ()}
    return chosen | besides


def level_choice(view: View) -> None:
    """Draw the choice of level; a page that looks at the country by its provinces alone offers nothing else."""
    alone = view.province == gazetteer.COUNTRY and view.level != session.current().level
    offered = [view.level] if alone else levels(view)
    st.segmented_control(
        navigation.LEVEL, offered, format_func=navigation.LEVELS.get, required=True,
        label_visibility="collapsed", **session.bind("level", then=change_level, shown=view.level),
    )  # fmt: skip


def tell(view: View, path: str) -> None:
    """Say on a page that looks at the country by its provinces alone why no commune is listed."""
    if gazetteer.by_commune(view) and path not in BY_COMMUNE:
        st.caption(navigation.BY_PROVINCES)


def change_level(level: str) -> None:
    """Look at another level of the whole province."""
    session.change(level=level, district=None, locality=None)


def drill(code: str) -> None:
    """Go down from the country, a province or district into its parts; a commune is only chosen.

    Of the country's communes, the way leads to the commune's own province, and there it is chosen.
    """
    view = session.current()
    here = gazetteer.within(view.vintage, view.province).set_index("code").loc[code]
    below = levels(view)[1:]
    if view.province == gazetteer.COUNTRY:
        chosen = code if here["level"] == "commune" else None
        session.change(**at(view, gazetteer.province_of(view.vintage, code), locality=chosen))
    elif here["level"] == "province":
        session.change(level=below[0], district=None, locality=None)
    elif here["level"] == "district":
        session.change(level="commune", district=code, locality=None)
    else:
        session.change(locality=code)


def respond(gesture: Gesture) -> None:
    """Do what was asked for on a map: choose a place or none, go down into it, or up from where one is."""
    if gesture.action == "drill" and gesture.code:
        drill(gesture.code)
    elif gesture.action == "rise":
        rise()
    else:
        session.change(locality=gesture.code)


def can_rise(view: View) -> bool:
    """Tell whether there is a level above what is looked at."""
    return view.level != levels(view)[0] or has_country(view)


def rise() -> None:
    """Go up one level, if there is one; what was drilled into stays chosen, so that the way back is seen."""
    view = session.current()
    if not can_rise(view):
        return
    if view.district in gazetteer.names(view.vintage, view.province):
        session.change(level="district", locality=view.district, district=None)
    elif view.district:
        session.change(district=None)
    elif gazetteer.by_commune(view):
        session.change(level="province", locality=_province_of_chosen(view))
    elif view.level == levels(view)[0]:
        session.change(**at(view, gazetteer.COUNTRY, locality=view.province))
    else:
        session.change(level=levels(view)[0], locality=view.province)


def _province_of_chosen(view: View) -> str | None:
    return gazetteer.province_of(view.vintage, view.locality) if view.locality else None


def breadcrumb(view: View) -> None:
    """Draw tỉnh › huyện › cấp, each step a way back, and the step down from the chosen place."""
    with st.container(horizontal=True, vertical_alignment="center", key="breadcrumb"):
        st.button(
            gazetteer.full_name(view, view.province),
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
                gazetteer.full_name(view, view.district),
                type="tertiary",
                key="to-district",
                on_click=_to_district,
            )
        st.markdown(navigation.STEP.format(level=navigation.LEVELS[view.level]), width="content")
        if can_rise(view):
            st.button(navigation.BACK, icon=":material/arrow_upward:", key="rise", on_click=rise)
        if view.locality and (label := _step_down(view, view.locality)):
            st.button(label, icon=":material/zoom_in:", key="drill", on_click=drill, args=(view.locality,))
    if view.district and (parted := lineage.only_in_part(view, (view.district,))):
        st.caption(parted)


def _step_down(view: View, code: str) -> str:
    """Say where the step down from a place leads; "" where it has nothing below it."""
    if has_parts(view, code):
        return navigation.DRILL.format(area=gazetteer.full_name(view, code))
    if view.province == gazetteer.COUNTRY != code:
        return navigation.IN_PROVINCE.format(
            area=gazetteer.full_name(view, gazetteer.province_of(view.vintage, code))
        )
    return ""


def _former_choice(former: dict[str, str]) -> None:
    """Draw the choice of a former district, where one stood between province and commune."""
    st.markdown("›", width="content")
    st.selectbox(
        navigation.FORMER, list(former), index=None, format_func=former.get, placeholder=navigation.FORMER_HINT, width=230,
        label_visibility="collapsed", **session.bind("district", then=_look_within),
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
    """Tell whether the way up leads on to the whole country."""
    return view.province != gazetteer.COUNTRY and view.vintage == gazetteer.whole_vintage()


def has_parts(view: View, code: str) -> bool:
    """Tell whether a place has localities below it."""
    return code in gazetteer.names(view.vintage, view.province, "parent_code").values()


def search(view: View) -> None:
    """Find a place by name; the box forgives missing accents ("phan thiet")."""
    labels = _labels(view.vintage, view.province)
    st.selectbox(
        navigation.SEARCH, list(labels), index=None, format_func=labels.get, placeholder=navigation.SEARCH_HINT, width=230,
        label_visibility="collapsed", **session.bind("locality", then=go_to),
    )  # fmt: skip


@query()
def _labels(vintage: str, province: str) -> dict[str, str]:
    return {
        code: searchable_name(short) for code, short in gazetteer.names(vintage, province, "short").items()
    }


def go_to(code: str | None) -> None:
    """Choose a place and look at its own level, within its district if it is a commune of one being looked at."""
    if code is None:
        session.change(locality=None)
        return
    view = session.current()
    here = gazetteer.within(view.vintage, view.province).set_index("code").loc[code]
    within = view.district and code in gazetteer.names(view.vintage, view.district)
    keep = here["level"] == "commune" and within
    session.change(locality=code, level=here["level"], district=view.district if keep else None)
