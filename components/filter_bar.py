"""Quick filters of places, the same on every page: the map dims what they leave out, and none is left out unsaid."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import indicator_map, session
from indicators.filters import Sieve, area_groups, sift
from pages.map import words as map_words
from queries import catalogue, gazetteer, lineage, observations
from queries.address import STATUSES
from queries.memory import remembered
from queries.view import View
from wording import numbers
from wording import quick_filters as words
from wording.statuses import LOOKS

FIELDS = ("value_from", "value_to", "population_from", "population_to")
LISTS = ("statuses", "types", "groups", "areas")
# Pages that show one level; the others show every level below the province.
ONE_LEVEL = ("ban-do", "tien-do", "so-sanh", "kich-ban", "in")
# A province has no sieve: it is what its parts are compared with.
BELOW = ("district", "commune")


def sieve(looked: View) -> Sieve:
    """Return what a view asks of a place."""
    return Sieve(
        types=looked.types,
        statuses=looked.statuses,
        groups=looked.groups,
        districts=looked.areas,
        value=(looked.value_from, looked.value_to),
        population=(looked.population_from, looked.population_to),
    )


def sifted(looked: View) -> pd.DataFrame:
    """Tell which places below the view's province its filters let through.

    Returns
    -------
    DataFrame
        ``code``, ``parent_code``, ``level``, ``passes``, ``unknown`` (of ``indicators.filters.sift``), a row per
        district and commune. Value and status are those of the view's indicator. Read only.
    """
    return _sifted(observations.ground(looked, "indicator"), sieve(looked))


@remembered(200)
def _sifted(ground: View, asked: Sieve) -> pd.DataFrame:
    places = gazetteer.covered_places(ground)
    places = places[places["level"].isin(BELOW)].reset_index(drop=True)
    places = places.assign(
        group=_groups(ground.vintage).reindex(places["code"]).to_numpy(),
        districts=_districts(ground.vintage, places),
    )
    places = places.merge(_figures(ground, asked), "left", on="code", validate="1:1")
    return pd.concat([places[["code", "parent_code", "level"]], sift(places, asked)], axis=1)


@remembered()
def _groups(vintage: str) -> pd.Series:
    t = catalogue.tables()
    groups = area_groups(t.localities, t.succession)[t.localities["vintage"].eq(vintage)]
    return groups.set_axis(t.localities.loc[groups.index, "code"])


def _districts(vintage: str, places: pd.DataFrame) -> list[list[str]]:
    """List of each place itself, what it lies in, and the former districts that its land came from."""
    links = catalogue.former_districts(vintage)
    former = links.groupby("from_code")["to_code"].agg(list).to_dict()
    return [
        [code, parent, *former.get(code, [])] for code, parent in places[["code", "parent_code"]].to_numpy()
    ]


def _figures(ground: View, asked: Sieve) -> pd.DataFrame:
    """Take value and status of both levels, if they are asked for at all."""
    if not {"value", "statuses"} & set(asked.asked):
        return pd.DataFrame({"code": [], "value": [], "status": []}).astype({"code": "str"})
    levels = [level for level in BELOW if gazetteer.covered_places(ground)["level"].eq(level).any()]
    parts = [indicator_map.figures(replace(ground, level=level)) for level in levels]
    return pd.concat([part[["code", "value", "status"]] for part in parts], ignore_index=True)


def left_out(looked: View) -> frozenset[str]:
    """Return the codes of the places that the view's filters leave out; none where nothing is filtered."""
    if not sieve(looked).asked:
        return frozenset()
    found = sifted(looked)
    return frozenset(found.loc[~found["passes"], "code"])


def keep(looked: View, rows: pd.DataFrame, column: str = "locality") -> pd.DataFrame:
    """Keep the rows of places that the view's filters let through; the province's own rows stay."""
    out = left_out(looked)
    return rows[~rows[column].isin(list(out))] if out else rows


def marked(looked: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``left_out`` to `rows` (of ``picture.figures``): true for places the filters leave out, drawn dim."""
    return rows.assign(left_out=rows["code"].isin(list(left_out(looked))))


def tell(looked: View, path: str) -> None:
    """Draw the line on what is filtered; nothing where nothing is."""
    said = note(looked, path)
    if said:
        st.caption(said)


def choice(looked: View) -> None:
    """Draw the button with the filters behind it, and the button that counts those that are on and clears them."""
    # Its widgets are made only when it is open: they would cost every run of every page. Its words never change,
    # because Streamlit knows it by them and would close it.
    behind = st.popover(
        words.LABEL, icon=":material/filter_alt:", help=words.HELP, key="quick-filters", on_change="rerun"
    )
    if behind.open:
        with behind:
            _widgets(looked)
    if count := len(sieve(looked).asked):
        st.button(
            words.CLEAR.format(count=count), icon=":material/filter_alt_off:", key="quick-filters.clear",
            help=words.CLEAR_HELP, on_click=clear, type="primary",
        )  # fmt: skip


def clear() -> None:
    """Look at every place again."""
    session.change(**dict.fromkeys(FIELDS), **dict.fromkeys(LISTS, ()))


def _widgets(looked: View) -> None:
    asked = catalogue.indicator(looked.indicator)
    _span(
        words.VALUE.format(indicator=asked["name_vi"], unit=asked["unit"]), "value", 10.0**-asked["decimals"],
        f"%.{int(asked['decimals'])}f",
    )  # fmt: skip
    _several("statuses", words.STATUSES, {each: LOOKS[each].label for each in STATUSES.values()})
    here = gazetteer.covered_places(looked)
    types = here.loc[here["level"].isin(BELOW), "type"].unique()
    _several("types", words.TYPES, {kind: kind.capitalize() for kind in types})
    _several("groups", words.GROUPS, words.GROUP_NAMES)
    districts = here[here["level"] == "district"]
    if len(districts):
        _several("areas", words.DISTRICTS, dict(zip(districts["code"], districts["short"], strict=True)))
    elif former := gazetteer.former_names(looked.vintage, looked.province, "short"):
        _several("areas", words.FORMER_DISTRICTS, former)
    _span(words.POPULATION, "population", 1000, "%d")


def _span(label: str, name: str, step: float, form: str) -> None:
    st.markdown(label)
    for column, end, word in zip(st.columns(2), ("from", "to"), (words.FROM, words.TO), strict=True):
        column.number_input(
            word.format(name=label), value=None, step=step, format=form, placeholder=word.format(name="").strip(),
            label_visibility="collapsed", **session.bind(f"{name}_{end}", place="quick-filters"),
        )  # fmt: skip


def _several(field: str, label: str, options: dict[str, str]) -> None:
    # What the address chose stays offered even where this province has none of it, so that it can be taken back.
    offered = [*options, *(each for each in getattr(session.current(), field) if each not in options)]
    st.multiselect(
        label, offered, format_func=lambda each: options.get(each, each), placeholder=words.ANY,
        **session.bind(field, place="quick-filters"),
    )  # fmt: skip


def note(looked: View, path: str) -> str:
    """Say what is filtered, how many places are left out at each level shown, and what a page does not filter.

    Parameters
    ----------
    looked : View
        The view.
    path : str
        Address of the page.

    Returns
    -------
    str
        Empty where nothing is filtered.
    """
    # There, a status is one of a target in a place: it narrows rows and leaves every place in.
    placed = replace(looked, statuses=()) if path == "tien-do" else looked
    if not sieve(looked).asked:
        return ""
    page = words.PAGES.get(path, words.OTHER_PAGE)
    levels = [looked.level] if path in ONE_LEVEL else list(BELOW)
    found = sifted(placed)
    if path in ONE_LEVEL and path != "so-sanh" and looked.district:
        found = found[found["code"].isin(gazetteer.within(looked.vintage, looked.district)["code"])]
    counts = [_count(level, found[found["level"].eq(level)]) for level in levels if level in BELOW]
    counted = " ".join(filter(None, counts)) or words.WHOLE_PROVINCE
    conditions = words.SEPARATOR.join(_conditions(looked))
    said = words.NOTE.format(conditions=conditions, counts=counted, page=page)
    return " ".join(filter(None, [said, lineage.only_in_part(looked, looked.areas)]))


def _count(level: str, found: pd.DataFrame) -> str:
    if found.empty:
        return ""
    kept, unknown = int(found["passes"].sum()), int(found["unknown"].sum())
    template = words.COUNT_UNKNOWN if unknown else words.COUNT
    figures = {"kept": kept, "total": len(found), "out": len(found) - kept, "unknown": unknown}
    return template.format(
        level=map_words.LEVELS[level], **{name: numbers.number(each) for name, each in figures.items()}
    )


def _conditions(looked: View) -> list[str]:
    asked = catalogue.indicator(looked.indicator)
    former = gazetteer.former_names(looked.vintage, looked.province, "short")
    here = gazetteer.names(looked.vintage, looked.province, "short") | former
    lists = [
        (
            words.STATUS_NAME.format(indicator=asked["name_vi"]),
            [LOOKS[each].word for each in looked.statuses],
        ),
        (words.TYPE_NAME, list(looked.types)),
        (words.GROUP_NAME, [words.GROUP_NAMES[each].lower() for each in looked.groups]),
        (words.FORMER_NAME if former else words.DISTRICT_NAME, [here[each] for each in looked.areas]),
    ]
    spans = [
        _bounds(asked["name_vi"], looked.value_from, looked.value_to, asked["unit"], int(asked["decimals"])),
        _bounds(words.POPULATION_NAME, looked.population_from, looked.population_to, words.PEOPLE, 0),
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
