"""One indicator at one level for the map and for bars: the same figures, words and colours in both."""

from dataclasses import replace

import pandas as pd

from components import look_back, value_colours
from components.choropleth import SCENARIO, Drawing, Mark, Swatch
from components.choropleth import SIMULATED as SIMULATED_MARK
from geo import served_boundaries
from indicators.scenario import Scenario
from queries import catalogue, gazetteer, lineage
from queries.outcomes import Outcome
from queries.view import View
from wording import figure_marks, numbers, scenario_texts
from wording import indicator_texts as words
from wording.statuses import LOOKS, ORDER

COVERAGE = {
    "reported": Swatch("#2B7BBA", words.COVERAGE["reported"], "●"),
    "not_reported_yet": Swatch("#F0E442", words.COVERAGE["not_reported_yet"], "◔"),
    "late": Swatch("#E69F00", words.COVERAGE["late"], "▲"),
    "not_applicable": Swatch("#8C8C9E", words.COVERAGE["not_applicable"], "◇"),
    "boundary_changed": Swatch("#B8B8B8", words.COVERAGE["boundary_changed"], "◷"),
}


def map_drawing(view: View, rows: pd.DataFrame, *, height: str) -> Drawing:
    """Return the map of an indicator, in the colours that the view asks for.

    Parameters
    ----------
    view : View
        The view; its indicator, level and colours are drawn.
    rows : DataFrame
        Of ``indicator_rows.figures``, one row per place; where it has ``left_out``, such places are dimmed.
    height : str
        CSS length.
    """
    indicator = catalogue.indicator(view.indicator)
    swatches, classes = colours(view, rows)
    texts = {
        name: rows[f"{name}_shown"].to_numpy() for name in ("value", "expected", "target", "period", "source")
    }
    # As Python objects: an Arrow column makes each text anew, which takes twenty times as long.
    codes = rows["code"].to_numpy(object)
    status = [LOOKS[each].label for each in rows["status"].to_numpy(object)]
    descent = {"made_of": lineage.made_of(view.vintage), "became": lineage.became(view.vintage)}
    if gazetteer.by_commune(view):
        descent["province"] = lineage.province_names(view.vintage)
    descent_texts = {name: [by_code.get(code, "") for code in codes] for name, by_code in descent.items()}
    places = pd.DataFrame(
        {"name": rows["short"].to_numpy(), "swatch": classes, "status": status, **texts, **descent_texts},
        index=rows["code"],
    )
    return Drawing(
        boundaries=served_boundaries.url(view.vintage, view.level, view.province),
        codes=served_boundaries.feature_codes(view.vintage, view.level, view.province),
        note=served_boundaries.source_label(view.vintage, view.level, view.province),
        places=places,
        swatches=swatches,
        basis_of_colours=value_colours.basis(view) if view.colour == "value" else "",
        title=indicator["name_vi"],
        unit=indicator["unit"],
        kind=words.KINDS[view.kind],
        period=look_back.as_of_text(view),
        alt=words.ALT.format(
            indicator=indicator["name_vi"], count=len(rows), reported=int(rows["value"].notna().sum())
        ),
        archipelagos=served_boundaries.archipelagos_url()
        if view.province in served_boundaries.WITH_ARCHIPELAGOS
        else None,
        borders=served_boundaries.url(view.vintage, "province") if gazetteer.by_commune(view) else None,
        selected=view.locality,
        dimmed=frozenset(rows.loc[rows["left_out"], "code"]) if "left_out" in rows else frozenset(),
        mark=SIMULATED_MARK if view.kind == "simulated" else None,
        height=height,
        meeting=view.present,
    )


def bar_rows(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the bars of an indicator, on its fixed scale.

    Parameters
    ----------
    view : View
        The view; its indicator, level and colours are drawn.
    rows : DataFrame
        Of ``indicator_rows.figures``, one row per place.

    Returns
    -------
    DataFrame
        The columns that ``components.bars.bars`` takes, in the order of `rows`.
    """
    low, high = scale(view.indicator, rows)
    swatches, classes = colours(view, rows)
    filled = [swatches[int(each)].colour if each == each else "" for each in classes]
    along = {
        name: (rows[name] - low) / ((high - low) or 1.0) for name in ("value", "expected", "target_value")
    }
    return pd.DataFrame(
        {
            "code": rows["code"],
            "name": rows["short"],
            "rank": [numbers.number(rank) if rank == rank else "" for rank in rows["rank"]],
            "value_text": rows["value_shown"],
            # Where no place has a target, the rows have no status: all would be the same.
            "status": rows["status"] if rows["target"].notna().any() else "",
            "colour": filled,
            "share": along["value"],
            "expected": along["expected"],
            "target": along["target_value"],
            "why": rows["why_shown"],
            "dim": rows.get("left_out", False),
        }
    )


def scale(indicator: str, rows: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of an indicator's fixed scale; without a maximum it ends at the highest value of `rows`."""
    about = catalogue.indicator(indicator)
    low = about["minimum"] if about["minimum"] == about["minimum"] else 0.0
    if about["maximum"] == about["maximum"]:
        return float(low), float(about["maximum"])
    highest = rows[["value", "target_value", "expected"]].max().max()
    return float(low), float(highest) if highest == highest and highest > low else float(low) + 1.0


def colours(view: View, rows: pd.DataFrame) -> tuple[list[Swatch], list[float]]:
    """Return the legend in the colours that the view asks for, and the number of each row's class.

    Parameters
    ----------
    view : View
        The view; its level is that of the rows.
    rows : DataFrame
        Columns ``value``, ``status``, ``coverage`` of ``indicator_rows.figures``.

    Returns
    -------
    list of Swatch
        From low to high, or from good to bad.
    list of float
        Position in the legend; NaN where there is no figure.
    """
    if view.colour == "status":
        present = set(rows["status"].to_numpy(object))
        statuses = [status for status in ORDER if status != "no_data" and status in present]
        swatches = [Swatch(LOOKS[each].colour, LOOKS[each].word, LOOKS[each].shape) for each in statuses]
        return swatches, _positions(rows["status"], statuses)
    if view.colour == "coverage":
        return list(COVERAGE.values()), _positions(rows["coverage"], list(COVERAGE))
    return value_colours.colours(view, rows["value"])


def _positions(values: pd.Series, order: list[str]) -> list[float]:
    positions = {each: float(position) for position, each in enumerate(order)}
    return [positions.get(each, float("nan")) for each in values.to_numpy(object)]


def scenario_drawing(
    view: View, outcome: Outcome, scenario: Scenario, dimmed: frozenset[str], *, height: str
) -> Drawing:
    """Return the map of an outcome; with levers it carries the watermark of a scenario.

    Parameters
    ----------
    view : View
        The view.
    outcome : Outcome
        Of `scenario`.
    scenario : Scenario
        Without levers the figures are as they are.
    dimmed : frozenset of str
        Codes of the places that the filters leave out.
    height : str
        CSS length.
    """
    rows = outcome.rows.assign(left_out=outcome.rows["code"].isin(list(dimmed)))
    drawing = map_drawing(view, rows, height=height)
    if not scenario.levers:
        return drawing
    simulated = view.kind == "simulated"
    mark = Mark(figure_marks.SCENARIO_ON_SIMULATED, SCENARIO.colour) if simulated else SCENARIO
    return replace(drawing, mark=mark, kind=scenario_texts.KINDS[view.kind])
