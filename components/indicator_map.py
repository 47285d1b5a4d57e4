"""One indicator at one level as map and bars show it: the same figures, words and colours in both."""

from dataclasses import replace

import pandas as pd

from components import look_back
from components.choropleth import SCENARIO, Drawing, Mark, Swatch
from components.choropleth import SIMULATED as SIMULATED_MARK
from geo import served_boundaries
from indicators.classes import classify
from indicators.scenario import Scenario
from queries import catalogue, gazetteer, lineage
from queries.outcomes import Outcome
from queries.view import View
from wording import figure_marks, numbers, scenario_texts
from wording import indicator_texts as words
from wording.statuses import LOOKS, ORDER

# One hue from light to dark; the lightest still differs from the grey of "no figure".
BLUES = ["#D6E6F4", "#A6CBE6", "#66A7D3", "#2B7BBA", "#0A4A90"]
COVERAGE = {
    "reported": Swatch("#2B7BBA", words.COVERAGE["reported"], "●"),
    "not_reported_yet": Swatch("#F0E442", words.COVERAGE["not_reported_yet"], "◔"),
    "late": Swatch("#E69F00", words.COVERAGE["late"], "▲"),
    "not_applicable": Swatch("#8C8C9E", words.COVERAGE["not_applicable"], "◇"),
    "boundary_changed": Swatch("#B8B8B8", words.COVERAGE["boundary_changed"], "◷"),
}


def drawing(view: View, rows: pd.DataFrame, *, height: str) -> Drawing:
    """Return the map of `rows` (of ``figures``) in the colours the view asks for, dimmed where ``left_out`` is true."""
    asked = catalogue.indicator(view.indicator)
    swatches, classes = _colours(view, rows)
    texts = {
        name: rows[f"{name}_shown"].to_numpy() for name in ("value", "expected", "target", "period", "source")
    }
    # Walked as Python's own texts: an Arrow column makes each anew, twenty times as slowly.
    codes = rows["code"].to_numpy(object)
    status = [LOOKS[each].label for each in rows["status"].to_numpy(object)]
    known = {"made_of": lineage.made_of(view.vintage), "became": lineage.became(view.vintage)}
    if gazetteer.by_commune(view):
        known["province"] = lineage.province_names(view.vintage)
    told = {name: [of.get(code, "") for code in codes] for name, of in known.items()}
    places = pd.DataFrame(
        {"name": rows["short"].to_numpy(), "swatch": classes, "status": status, **texts, **told},
        index=rows["code"],
    )
    return Drawing(
        boundaries=served_boundaries.url(view.vintage, view.level, view.province),
        codes=served_boundaries.feature_codes(view.vintage, view.level, view.province),
        note=served_boundaries.source_label(view.vintage, view.level, view.province),
        places=places,
        swatches=swatches,
        title=asked["name_vi"],
        unit=asked["unit"],
        kind=words.KINDS[view.kind],
        period=look_back.as_of(view),
        alt=words.ALT.format(
            indicator=asked["name_vi"], count=len(rows), reported=int(rows["value"].notna().sum())
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
    """Return the rows of ``components.bars.bars`` for `rows` (of ``figures``), on the indicator's fixed scale."""
    low, high = scale(view.indicator, rows)
    swatches, classes = _colours(view, rows)
    colours = [swatches[int(each)].colour if each == each else "" for each in classes]
    along = {
        name: (rows[name] - low) / ((high - low) or 1.0) for name in ("value", "expected", "target_value")
    }
    return pd.DataFrame(
        {
            "code": rows["code"],
            "name": rows["short"],
            "rank": [numbers.number(rank) if rank == rank else "" for rank in rows["rank"]],
            "value_text": rows["value_shown"],
            # A list in which nothing has a target need not say so on each row.
            "status": rows["status"] if rows["target"].notna().any() else "",
            "colour": colours,
            "share": along["value"],
            "expected": along["expected"],
            "target": along["target_value"],
            "why": rows["why_shown"],
            "dim": rows.get("left_out", False),
        }
    )


def scale(indicator: str, rows: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of an indicator's fixed scale; a count without a maximum ends at its last map class."""
    asked = catalogue.indicator(indicator)
    low = asked["minimum"] if asked["minimum"] == asked["minimum"] else 0.0
    if asked["maximum"] == asked["maximum"]:
        return float(low), float(asked["maximum"])
    highest = rows[["value", "target_value", "expected"]].max().max()
    return float(low), float(highest) if highest == highest and highest > low else float(low) + 1.0


def _colours(view: View, rows: pd.DataFrame) -> tuple[list[Swatch], list[float]]:
    """Return the classes of the legend and each row's place among them; NaN where it has none."""
    if view.colour == "status":
        drawn = set(rows["status"].to_numpy(object))
        present = [status for status in ORDER if status != "no_data" and status in drawn]
        swatches = [Swatch(LOOKS[each].colour, LOOKS[each].word, LOOKS[each].shape) for each in present]
        return swatches, _positions(rows["status"], present)
    if view.colour == "coverage":
        return list(COVERAGE.values()), _positions(rows["coverage"], list(COVERAGE))
    breaks = catalogue.breaks(view.indicator, view.level)
    if breaks.empty:  # nobody reports this indicator at this level
        return [], [float("nan")] * len(rows)
    classes = classify(rows["value"], breaks)
    return _value_swatches(view.indicator, breaks), [
        float("nan") if each < 0 else float(each) for each in classes
    ]


def _positions(values: pd.Series, order: list[str]) -> list[float]:
    known = {each: float(position) for position, each in enumerate(order)}
    return [known.get(each, float("nan")) for each in values.to_numpy(object)]


def _value_swatches(indicator: str, breaks: pd.Series) -> list[Swatch]:
    asked = catalogue.indicator(indicator)
    decimals = int(asked["decimals"])
    uppers = [numbers.number(each, decimals) if each == each else "" for each in breaks]
    first = [Swatch(BLUES[0], words.CLASS_FIRST.format(upper=uppers[0]))]
    between = [
        Swatch(
            colour,
            words.CLASS_BETWEEN.format(lower=lower, upper=upper)
            if upper
            else words.CLASS_LAST.format(lower=lower),
        )
        for colour, lower, upper in zip(BLUES[1:], uppers, uppers[1:], strict=False)
    ]
    return first + between


def scenario_drawing(
    view: View, found: Outcome, scenario: Scenario, dimmed: frozenset[str], *, height: str
) -> Drawing:
    """Return the map of an outcome; a scenario's says across it what it is."""
    rows = found.rows.assign(left_out=found.rows["code"].isin(list(dimmed)))
    drawn = drawing(view, rows, height=height)
    if not scenario.levers:
        return drawn
    simulated = view.kind == "simulated"
    mark = Mark(figure_marks.SCENARIO_ON_SIMULATED, SCENARIO.colour) if simulated else SCENARIO
    return replace(drawn, mark=mark, kind=scenario_texts.KINDS[view.kind])
