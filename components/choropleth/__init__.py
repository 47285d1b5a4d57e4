"""The choropleth map: Leaflet on canvas, recoloured in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from components.choropleth import program, words
from components.choropleth.coding import encode, letters
from wording import figure_marks
from wording.boundary_messages import SCHEMATIC

_component = st.components.v2.component("choropleth", js=program.loader())


@dataclass(frozen=True)
class Swatch:
    """One class of the legend: a colour and a word, for a status also a shape."""

    colour: str
    word: str
    symbol: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class Mark:
    """A watermark across the whole map: its figures are simulated, or a scenario."""

    text: str
    colour: str = "#B3261E"


NO_DATA = Swatch("#D9D9D9", words.NO_DATA, hatched=True)
SIMULATED = Mark(figure_marks.SIMULATED)
SCENARIO = Mark(figure_marks.SCENARIO, "#6A3FB5")


@dataclass(frozen=True)
class Drawing:
    """What one map shows.

    Attributes
    ----------
    boundaries : str
        Address of the GeoJSON; it contains a hash of the file, so one address is always the same file.
    codes : sequence of str
        Codes of the places in the file's order.
    places : DataFrame
        One row per place of the map, also without a figure. Index: code. Columns: ``name``, ``swatch`` (number of its
        class in ``swatches``, missing where there is no figure) and the texts ``value``, ``expected``, ``target``,
        ``status``, ``period``, ``source``, as they are shown, "" where there is none. Places of the file without a
        row are drawn pale and can't be selected.
    swatches : sequence of Swatch
        The classes, from low to high or from good to bad. The no-data class is added by the map.
    title, unit, kind, period : str
        The indicator, its unit, the kind of the figures (real, simulated, scenario) and their as-of date, as text.
    alt : str
        The map in one sentence, for screen readers.
    archipelagos : str or None
        Address of the file of Hoàng Sa and Trường Sa, where they belong on the map.
    borders : str or None
        Address of the GeoJSON of larger units; their borders are drawn over the places.
    selected : str or None
        Code of the selected place.
    dimmed : collection of str
        Codes of the places that the filters leave out.
    mark : Mark or None
        Watermark; needed wherever the figures are simulated or a scenario.
    note : str
        What the boundaries are, below the legend.
    basis_of_colours : str
        What the limits of the classes rest on, below the legend; "" where classes are no value ranges.
    height : str
        CSS length (``calc(100vh - 250px)``) of map, heading and legend.
    meeting : bool
        Whether it is on the wall screen: labels of at least 28 px instead of 14.
    """

    boundaries: str
    codes: Sequence[str]
    places: pd.DataFrame
    swatches: Sequence[Swatch]
    title: str
    unit: str = ""
    kind: str = ""
    period: str = ""
    alt: str = ""
    archipelagos: str | None = None
    borders: str | None = None
    selected: str | None = None
    dimmed: frozenset[str] = frozenset()
    mark: Mark | None = None
    note: str = SCHEMATIC
    basis_of_colours: str = ""
    height: str = "560px"
    meeting: bool = False


class Gesture(NamedTuple):
    """What the reader did: ``action`` is select, drill, rise or clear; ``code`` is the place of the first two."""

    action: str
    code: str | None


def choropleth(
    drawing: Drawing, key: str, respond: Callable[[Gesture], None] | None = None
) -> Gesture | None:
    """Draw the map and return the gesture that caused this run, if one did.

    Under one ``key`` the map keeps its section and zoom: another indicator, period or selection recolours it in
    place, and only other boundaries move it.

    Parameters
    ----------
    drawing : Drawing
        What to show.
    key : str
        Name of the map on its page.
    respond : callable, optional
        Takes the gesture; called before the script runs, as the ``on_change`` of a widget.
    """

    def on_gesture() -> None:
        gesture = _gesture(st.session_state[key].get("gesture"))
        if respond and gesture:
            respond(gesture)

    result = _component(key=key, data=payload(drawing), on_gesture_change=on_gesture)
    return _gesture(result.get("gesture"))


def _gesture(sent: Any) -> Gesture | None:
    return Gesture(sent["action"], sent.get("code")) if sent else None


def table(drawing: Drawing) -> pd.DataFrame:
    """Return the content of a map as a table: a row per place in the file's order; code, name, and its texts."""
    places = _in_file_order(drawing)
    # An empty cell would look like a blank value.
    places = places[places["inside"]]
    places = places.assign(value=places["value"].where(places["value"].ne(""), words.NO_DATA))
    columns = {"name": words.NAME} | words.ROWS
    shown = [column for column in columns if column in ("name", "value") or places[column].ne("").any()]
    return places[shown].rename(columns=columns).rename_axis(words.CODE).reset_index()


def payload(drawing: Drawing) -> dict[str, Any]:
    """Return what is sent to the browser at a change; names and shapes are in the boundary file."""
    inside, swatches, texts = _columns(drawing)
    classes = [*drawing.swatches, NO_DATA]
    return {
        "file": drawing.boundaries,
        "archipelagos": drawing.archipelagos,
        "borders": drawing.borders,
        "count": len(inside),
        "classes": [[each.colour, each.word, each.symbol, each.hatched] for each in classes],
        "class": letters(swatches, len(classes)),
        "columns": {row: encode(column) for row, column in texts.items() if any(column)},
        "outside": _flags([not each for each in inside]),
        "dimmed": _flags([code in drawing.dimmed for code in drawing.codes]),
        "selected": drawing.selected,
        "title": drawing.title,
        "unit": drawing.unit,
        "basis": _basis(drawing),
        "notes": [note for note in (drawing.note, drawing.basis_of_colours) if note],
        "alt": drawing.alt or words.DEFAULT_ALT.format(title=drawing.title),
        "mark": [drawing.mark.text, drawing.mark.colour] if drawing.mark else None,
        "height": drawing.height,
        "meeting": drawing.meeting,
    }


def _columns(drawing: Drawing) -> tuple[list[bool], list[int], dict[str, list[str]]]:
    """Return, for the file's places in order, whether each has a row, its class, and its texts by column.

    In lists, because frames would take ten times as long for some hundred places, at every change.
    """
    given = drawing.places
    _check_unique(given)
    at = {code: place for place, code in enumerate(given.index.tolist())}
    order = [at.get(code) for code in drawing.codes]
    none = len(drawing.swatches)
    numbers = [none if each != each else int(each) for each in given["swatch"].astype("float64").tolist()]
    columns = {row: given[row].fillna("").to_numpy(object).tolist() for row in words.ROWS if row in given}
    return (
        [place is not None for place in order],
        [none if place is None else numbers[place] for place in order],
        {row: ["" if place is None else column[place] for place in order] for row, column in columns.items()},
    )


def _check_unique(given: pd.DataFrame) -> None:
    if given.index.has_duplicates:
        raise ValueError(f"a place is twice in the drawing: {given.index[given.index.duplicated()][0]}")


def _flags(marked: Any) -> str:
    """Return one 0 or 1 a place; an empty text if all are 0."""
    return "".join("1" if each else "0" for each in marked) if any(marked) else ""


def _in_file_order(drawing: Drawing) -> pd.DataFrame:
    """Return a row per place of the file, in its order; ``inside`` is whether the place has a row of its own."""
    given = drawing.places
    _check_unique(given)
    places = given.reindex(pd.Index(list(drawing.codes), dtype="str"))
    texts = {row: places[row].fillna("") if row in places else "" for row in words.ROWS}
    swatch = places["swatch"].fillna(len(drawing.swatches)).astype(int)
    inside = places.index.isin(given.index)
    return places.assign(**texts, swatch=swatch, name=places["name"].fillna(""), inside=inside)


def _basis(drawing: Drawing) -> list[str]:
    """Return the lines below the title: unit, kind, as-of date, and the places that the boundary file lacks."""
    unit = words.UNIT.format(unit=drawing.unit) if drawing.unit else ""
    drawn = set(drawing.codes)
    absent = sorted(code for code in drawing.places.index.tolist() if code not in drawn)
    names = ", ".join(drawing.places.loc[absent, "name"]) if absent else ""
    absent_text = words.ABSENT.format(count=len(absent), names=names) if len(absent) else ""
    return [line for line in (unit, drawing.kind, drawing.period, absent_text) if line]
