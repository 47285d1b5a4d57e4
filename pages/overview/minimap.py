"""The small map of an area: where assigned targets stand, or else how many of the figures due exist."""

import numpy as np
import pandas as pd

from components import look_back
from components.choropleth import SIMULATED, Drawing, Swatch
from components.value_colours import BLUES
from geo import served_boundaries
from indicators import coverage
from pages.overview import words
from pages.overview.place_counts import main_level, place_counts
from queries import assessments, documents, gazetteer, place_filter
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import lists, numbers
from wording.statuses import LOOKS, ORDER

# Below this share of judged places a map of statuses is almost all grey; a map of who reports says more.
ENOUGH_JUDGED = 0.5
# Darker is more complete. A place that reports none of the due figures has no colour.
_SHARES = [Swatch(BLUES[colour], word) for colour, word in zip((1, 2, 4), words.MAP_CLASSES, strict=True)]


def minimap_drawing(view: View, *, height: str) -> Drawing:
    """Return the map of the area's provinces, districts or (since 7/2025) communes.

    The colour of a place is the worst status of its assigned targets where at least half of the places could be
    judged. Otherwise it is the share of the due figures that exist.

    Raises
    ------
    geo.boundaries.BrokenBoundaries
        If the boundary file does not fit the register.
    """
    rows, swatches, title, unit = _content(view)
    area = view.vintage, main_level(view), view.province
    return Drawing(
        boundaries=served_boundaries.url(*area),
        codes=served_boundaries.feature_codes(*area),
        note=served_boundaries.source_label(*area),
        places=rows,
        swatches=swatches,
        title=title,
        unit=unit,
        period=look_back.as_of_text(view),
        alt=_alt(view, rows, swatches, title),
        archipelagos=served_boundaries.archipelagos_url()
        if view.province in served_boundaries.WITH_ARCHIPELAGOS
        else None,
        selected=view.locality,
        dimmed=place_filter.left_out(view),
        mark=SIMULATED if view.kind == "simulated" else None,
        height=height,
        meeting=view.present,
    )


@query(dataset, viewed_day, keep=100)
def _content(view: View) -> tuple[pd.DataFrame, list[Swatch], str, str]:
    """Return places, legend, title and unit of the map."""
    here = gazetteer.places(view.vintage, view.province, main_level(view))
    judged = place_counts(view)["judged"].gt(0)
    if judged.mean() >= ENOUGH_JUDGED:
        return *_by_status(view, here), words.MAP_STATUS, words.MAP_STATUS_UNIT
    return *_by_coverage(view, here), words.MAP_COVERAGE, words.MAP_COVERAGE_UNIT


def _by_status(view: View, here: pd.DataFrame) -> tuple[pd.DataFrame, list[Swatch]]:
    rows = documents.assessed(view)
    rows = rows[rows["standing"].eq("assigned") & rows["locality"].isin(here["code"])]
    rows = rows.assign(place=rows["status"].map(ORDER.index), met=rows["status"].eq("met"))
    counts = rows.groupby("locality").agg(worst=("place", "min"), met=("met", "sum"), total=("met", "size"))
    counts = counts.reindex(here["code"])
    status = [ORDER[int(worst)] if worst == worst else "no_data" for worst in counts["worst"]]
    present = [each for each in ORDER if each in status and each != "no_data"]
    classes = [float(present.index(each)) if each in present else float("nan") for each in status]
    values = [
        words.MAP_MET.format(met=numbers.number(met), total=numbers.number(total)) if total == total else ""
        for met, total in zip(counts["met"], counts["total"], strict=True)
    ]
    swatches = [Swatch(LOOKS[each].colour, LOOKS[each].word, LOOKS[each].shape) for each in present]
    return _frame(here, classes, values, [LOOKS[each].label for each in status]), swatches


def _by_coverage(view: View, here: pd.DataFrame) -> tuple[pd.DataFrame, list[Swatch]]:
    counts = coverage.reported_counts(assessments.covered(view), ["locality"]).set_index("locality")
    counts = counts.reindex(here["code"])
    due, reported = counts["due"].to_numpy(), counts["reported"].to_numpy()
    classes = np.select([~(reported > 0), reported == due, reported * 2 >= due], [np.nan, 2.0, 1.0], 0.0)
    values = [text if number > 0 else "" for text, number in zip(counts["text"], due, strict=True)]
    return _frame(here, classes.tolist(), values, [""] * len(here)), _SHARES


def _frame(here: pd.DataFrame, classes: list[float], values: list[str], status: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {"name": here["short"].to_numpy(), "swatch": classes, "value": values, "status": status},
        index=pd.Index(here["code"].to_numpy(), name="code"),
    )


def _alt(view: View, rows: pd.DataFrame, swatches: list[Swatch], title: str) -> str:
    """Describe the map in one sentence: how many places are in each class."""
    counts = rows["swatch"].value_counts()
    classes = [(counts[at], swatch.word) for at, swatch in enumerate(swatches) if at in counts.index]
    if missing := int(rows["swatch"].isna().sum()):
        classes.append((missing, LOOKS["no_data"].word))
    texts = [words.MAP_CLASS.format(count=numbers.number(count), word=word) for count, word in classes]
    province = gazetteer.places(view.vintage, view.province, "province")["name"].iloc[0]
    return words.MAP_ALT.format(
        province=words.in_sentence(province), title=title, classes=lists.comma_list(texts)
    )
