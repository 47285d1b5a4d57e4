"""One indicator at one level as map and bars show it: the same figures, words and colours in both."""

import numpy as np
import pandas as pd

from components import look_back
from components.choropleth import SIMULATED as SIMULATED_MARK
from components.choropleth import Drawing, Swatch
from geo import served
from indicators.classes import classify
from indicators.primary_target import primary_target
from indicators.ranking import Ranking, rank_level
from queries import assessments, catalogue, gazetteer, lineage, observations, provenance
from queries.memory import remembered
from queries.view import View
from wording import indicator_texts as words
from wording import judgement, numbers
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

_FIGURE = [
    "value",
    "value_text",
    "qualifier",
    "out_of",
    "period_start",
    "period_end",
    "source",
    "stale",
    "absence",
]
_TARGET = [
    "target",
    "standing",
    "basis",
    "status",
    "reason",
    "expected",
    "target_value",
    "comparator",
    "deadline",
]


def figures(view: View) -> pd.DataFrame:
    """Return every place of the view's level and area with its figure, its leading target and its rank.

    Returns
    -------
    DataFrame
        One row per place, ranked first: ``code``, ``name``, ``short``, ``type``, ``parent_code``, the figure
        (``value``, ``qualifier``, ``period_end``, ``source`` …), the leading target (``target``, ``standing``,
        ``status``, ``expected``, ``target_value`` …), ``coverage``, ``rank``, and texts (``value_shown``,
        ``target_shown`` …). A place without a figure has none and says so.
    """
    return _figures(_scope(view))


def _scope(view: View) -> View:
    """Keep of a view what decides its figures: choosing a place or a colour computes nothing anew."""
    return observations.ground(view, "level", "district", "indicator")


@remembered(200)
def _figures(view: View) -> pd.DataFrame:
    return compose(
        view, observations.latest(view, view.indicator), assessments.assessed(view, view.indicator)
    )


def compose(view: View, latest: pd.DataFrame, assessed: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``figures`` for other figures and judgements than the tables', as a scenario's.

    Parameters
    ----------
    view
        The places and the indicator.
    latest, assessed
        Of ``asof.latest`` and ``status.assess`` for the view's indicator.
    """
    asked, places = catalogue.indicator(view.indicator), _places(_scope(view))
    current, led = latest[["locality", *_FIGURE]], primary_target(assessed)[["locality", *_TARGET]]
    # Looked up by code: a merge costs ten times as much, and a lever turned in a meeting waits for this.
    found = (each.set_index("locality").reindex(pd.Index(places["code"])) for each in (current, led))
    rows = pd.concat([places, *(each.set_axis(places.index) for each in found)], axis=1)
    rows["status"] = rows["status"].where(rows["target"].notna(), _without_target(rows))
    order = rank_level(current, pd.Index(places["code"]), asked["direction"], int(asked["decimals"]))
    rows["rank"] = rows["code"].map(order.table.set_index("locality")["rank"])
    better = rows["value"] if asked["direction"] == "lower" else -rows["value"]
    # What is missing comes last, and keeps the register's alphabetical order.
    rows = rows.iloc[np.lexsort((better.fillna(np.inf), rows["rank"].fillna(np.inf)))]
    return rows.assign(**_texts(rows, asked)).reset_index(drop=True)


@remembered(200)
def _places(view: View) -> pd.DataFrame:
    """Return the places of a view and what they owe: the same for every figure they could have."""
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    return places.merge(_coverage(view), "left", on="code", validate="1:1")


def ranking(view: View) -> Ranking:
    """Return the order of the places, or why there is none."""
    return _ranking(_scope(view))


@remembered(200)
def _ranking(view: View) -> Ranking:
    asked = catalogue.indicator(view.indicator)
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    current = observations.latest(view, view.indicator)
    return rank_level(current, pd.Index(places["code"]), asked["direction"], int(asked["decimals"]))


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
        boundaries=served.address(view.vintage, view.level, view.province),
        codes=served.codes(view.vintage, view.level, view.province),
        note=served.basis(view.vintage, view.level, view.province),
        places=places,
        swatches=swatches,
        title=asked["name_vi"],
        unit=asked["unit"],
        kind=words.KINDS[view.kind],
        period=look_back.as_of(view),
        alt=words.ALT.format(
            indicator=asked["name_vi"], count=len(rows), reported=int(rows["value"].notna().sum())
        ),
        archipelagos=served.archipelagos() if view.province in served.WITH_ARCHIPELAGOS else None,
        borders=served.address(view.vintage, "province") if gazetteer.by_commune(view) else None,
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


def _coverage(view: View) -> pd.DataFrame:
    owed = assessments.covered(view, view.indicator)
    return owed[["locality", "status", "basis", "late_since"]].rename(
        columns={"locality": "code", "status": "coverage", "basis": "duty"}
    )


def _without_target(rows: pd.DataFrame) -> pd.Series:
    status = pd.Series("no_target", rows.index).mask(rows["stale"].eq(True), "stale")
    return status.mask(rows["value"].isna(), "no_data")


def _texts(rows: pd.DataFrame, asked: pd.Series) -> dict[str, list[str]]:
    unit, decimals, sources = asked["unit"], int(asked["decimals"]), provenance.source_titles()
    figures = zip(*(rows[name] for name in ("value", "qualifier", "value_text")), strict=True)
    aims = zip(*(rows[name] for name in ("target_value", "comparator", "deadline", "standing")), strict=True)
    return {
        "value_shown": [_value(*each, unit, decimals) for each in figures],
        "expected_shown": [
            numbers.quantity(each, unit, decimals) if each == each else "" for each in rows["expected"]
        ],
        "target_shown": [_aim(*each, unit, decimals) for each in aims],
        "period_shown": [
            words.PERIOD.format(day=numbers.day(each)) if each == each else "" for each in rows["period_end"]
        ],
        "source_shown": [sources.get(each, each) if isinstance(each, str) else "" for each in rows["source"]],
        "status_shown": [LOOKS[each].label for each in rows["status"]],
        "coverage_shown": [words.COVERAGE.get(each, "") for each in rows["coverage"]],
        "why_shown": [
            judgement.REASON_WORDS.get(each, "") if isinstance(each, str) else "" for each in rows["reason"]
        ],
    }


def _value(value: float, qualifier: str, text: str | None, unit: str, decimals: int) -> str:
    if value == value:
        return judgement.figure(value, unit, decimals, qualifier)
    return text if isinstance(text, str) else words.NOTHING


def _aim(
    value: float, comparator: str, deadline: pd.Timestamp, standing: str, unit: str, decimals: int
) -> str:
    if value != value:
        return ""
    aim = judgement.aim(comparator, value, unit, decimals)
    return words.TARGET[standing].format(aim=aim, day=numbers.day(deadline))


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
