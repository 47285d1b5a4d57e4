"""Moving among places: levels, breadcrumb, search without accents, drilling down and back, the chosen one."""

from typing import Any

import streamlit as st

from components import session
from components.choropleth import Gesture
from pages.map import words
from queries import gazetteer, lineage
from queries.memory import remembered
from queries.view import View
from wording.places import searchable

# Pages that show one indicator or a few places, and so can show every commune of the country, or none at all.
BY_COMMUNE = ("ban-do", "so-sanh", "kich-ban", "dia-phuong", "cap-nhat")


def levels(looked: View) -> list[str]:
    """Return the levels of a view's vintage; districts ended on 30/6/2025."""
    return gazetteer.levels(looked.vintage)


def scope(looked: View) -> str:
    """Return what a view's area is to its words: the ``country`` or a ``province``."""
    return "country" if looked.province == gazetteer.COUNTRY else "province"


def at(looked: View, area: str, **besides: str | None) -> dict[str, Any]:
    """Return the changes that look at another province, or at the country, and let go what was chosen in this one."""
    level = "province" if area == gazetteer.COUNTRY else looked.level
    if looked.province == gazetteer.COUNTRY != area:
        level = gazetteer.levels(looked.vintage)[1]
    chosen = {"province": area, "level": level, "district": None, "locality": None, "row": (), "areas": ()}
    return chosen | besides


def level_choice(looked: View) -> None:
    """Draw the choice of level; a page that looks at the country by its provinces alone offers nothing else."""
    alone = looked.province == gazetteer.COUNTRY and looked.level != session.current().level
    offered = [looked.level] if alone else levels(looked)
    st.segmented_control(
        words.LEVEL, offered, format_func=words.LEVELS.get, required=True,
        label_visibility="collapsed", **session.bind("level", then=change_level, shown=looked.level),
    )  # fmt: skip


def tell(looked: View, path: str) -> None:
    """Say on a page that looks at the country by its provinces alone why no commune is listed."""
    if gazetteer.by_commune(looked) and path not in BY_COMMUNE:
        st.caption(words.BY_PROVINCES)


def change_level(level: str) -> None:
    """Look at another level of the whole province."""
    session.change(level=level, district=None, locality=None)


def drill(code: str) -> None:
    """Go down from the country, a province or district into its parts; a commune is only chosen.

    Of the country's communes, the way leads to the commune's own province, and there it is chosen.
    """
    looked = session.current()
    here = gazetteer.within(looked.vintage, looked.province).set_index("code").loc[code]
    below = levels(looked)[1:]
    if looked.province == gazetteer.COUNTRY:
        chosen = code if here["level"] == "commune" else None
        session.change(**at(looked, gazetteer.province_of(looked.vintage, code), locality=chosen))
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


def can_rise(looked: View) -> bool:
    """Tell whether there is a level above what is looked at."""
    return looked.level != levels(looked)[0] or has_country(looked)


def rise() -> None:
    """Go up one level, if there is one; what was drilled into stays chosen, so that the way back is seen."""
    looked = session.current()
    if not can_rise(looked):
        return
    if looked.district in gazetteer.names(looked.vintage, looked.province):
        session.change(level="district", locality=looked.district, district=None)
    elif looked.district:
        session.change(district=None)
    elif gazetteer.by_commune(looked):
        session.change(level="province", locality=_province_of_chosen(looked))
    elif looked.level == levels(looked)[0]:
        session.change(**at(looked, gazetteer.COUNTRY, locality=looked.province))
    else:
        session.change(level=levels(looked)[0], locality=looked.province)


def _province_of_chosen(looked: View) -> str | None:
    return gazetteer.province_of(looked.vintage, looked.locality) if looked.locality else None


def name(looked: View, code: str) -> str:
    """Return the full name of a place of the province, or of a former district."""
    known = gazetteer.names(looked.vintage, looked.province)
    if code in known:
        return known[code]
    return words.FORMER_NAME.format(name=gazetteer.former_names(looked.vintage, looked.province)[code])


def breadcrumb(looked: View) -> None:
    """Draw tỉnh › huyện › cấp, each step a way back, and the step down from the chosen place."""
    with st.container(horizontal=True, vertical_alignment="center", key="breadcrumb"):
        st.button(name(looked, looked.province), type="tertiary", key="to-province", on_click=_to_province)
        former = gazetteer.former_names(looked.vintage, looked.province, "short")
        if former and looked.level == "commune" and looked.province != gazetteer.COUNTRY:
            _former_choice(former)
        elif looked.district:
            st.markdown("›", width="content")
            st.button(
                name(looked, looked.district), type="tertiary", key="to-district", on_click=_to_district
            )
        st.markdown(words.STEP.format(level=words.LEVELS[looked.level]), width="content")
        if can_rise(looked):
            st.button(words.BACK, icon=":material/arrow_upward:", key="rise", on_click=rise)
        if looked.locality and (label := _step_down(looked, looked.locality)):
            st.button(label, icon=":material/zoom_in:", key="drill", on_click=drill, args=(looked.locality,))
    if looked.district and (parted := lineage.only_in_part(looked, (looked.district,))):
        st.caption(parted)


def _step_down(looked: View, code: str) -> str:
    """Say where the step down from a place leads; "" where it has nothing below it."""
    if has_parts(looked, code):
        return words.DRILL.format(area=name(looked, code))
    if looked.province == gazetteer.COUNTRY != code:
        return words.IN_PROVINCE.format(area=name(looked, gazetteer.province_of(looked.vintage, code)))
    return ""


def _former_choice(former: dict[str, str]) -> None:
    """Draw the choice of a former district, where one stood between province and commune."""
    st.markdown("›", width="content")
    st.selectbox(
        words.FORMER, list(former), index=None, format_func=former.get, placeholder=words.FORMER_HINT, width=230,
        label_visibility="collapsed", **session.bind("district", then=_look_within),
    )  # fmt: skip


def _look_within(district: str | None) -> None:
    session.change(district=district, locality=None)


def _to_province() -> None:
    looked = session.current()
    top = "province" if looked.province == gazetteer.COUNTRY else levels(looked)[:2][-1]
    session.change(level=top, district=None, locality=None)


def _to_district() -> None:
    session.change(level="commune", locality=None)


def has_country(looked: View) -> bool:
    """Tell whether the way up leads on to the whole country."""
    return looked.province != gazetteer.COUNTRY and looked.vintage == gazetteer.whole_vintage()


def has_parts(looked: View, code: str) -> bool:
    """Tell whether a place has localities below it."""
    return code in gazetteer.names(looked.vintage, looked.province, "parent_code").values()


def search(looked: View) -> None:
    """Find a place by name; the box forgives missing accents ("phan thiet")."""
    labels = _labels(looked.vintage, looked.province)
    st.selectbox(
        words.SEARCH, list(labels), index=None, format_func=labels.get, placeholder=words.SEARCH_HINT, width=230,
        label_visibility="collapsed", **session.bind("locality", then=go_to),
    )  # fmt: skip


@remembered()
def _labels(vintage: str, province: str) -> dict[str, str]:
    return {code: searchable(short) for code, short in gazetteer.names(vintage, province, "short").items()}


def go_to(code: str | None) -> None:
    """Choose a place and look at its own level, within its district if it is a commune of one being looked at."""
    if code is None:
        session.change(locality=None)
        return
    looked = session.current()
    here = gazetteer.within(looked.vintage, looked.province).set_index("code").loc[code]
    within = looked.district and code in gazetteer.names(looked.vintage, looked.district)
    keep = here["level"] == "commune" and within
    session.change(locality=code, level=here["level"], district=looked.district if keep else None)
