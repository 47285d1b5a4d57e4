"""Every judged row of a province as people read it: what it is called, its figures in words, its place on a scale."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.filters import keep
from queries import assessments, catalogue, gazetteer, place_filter, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import pillars, target_texts
from wording.statuses import LOOKS, ORDER

# A place without a figure is kept in every count, but what is known is read first.
UNKNOWN = ("no_data", "text_unknown")
_KINDS = ("resolution", "plan", "decision", "programme", "index")


@query(dataset, viewed_day, keep=60)
def all_rows(view: View) -> pd.DataFrame:
    """Return every judged row of the view's province in words and positions, in the order it is read; read only.

    Returns
    -------
    DataFrame
        The columns of ``components.progress.progress.rows``, of every level.
    """
    found = _described(assessments.assessed(view), gazetteer.within(view.vintage, view.province))
    found = pd.concat([found, _positions(found), _texts(found)], axis=1)
    unknown = found["reason"].eq("text_unknown")
    found["status"] = found["status"].mask(unknown, "text_unknown")
    found["status_shown"] = found["status"].map({status: look.label for status, look in LOOKS.items()})
    found["known"] = found["value_text"].notna() | ~found["status"].isin(UNKNOWN)
    found["worst"] = (
        found["status"].map({status: place for place, status in enumerate(ORDER)}).astype("int64")
    )
    found["part"] = found["locality"].ne(view.province)
    found["relative"] = found["gap"] / found["target_value"].abs()
    # The assigned, then reference lines with figures, then those without, which are told by document alone.
    reference = found["standing"].eq("reference")
    found["part_order"] = reference.astype("int64") + (reference & ~found["known"])
    pillar = found["pillar_order"].where(found["part_order"].lt(2), -1)
    found["pillar_order"] = pillar
    found["bundle"] = found.groupby(["part_order", "document_order", "pillar_order"]).ngroup()
    order = ["document_order", "pillar_order", "part", "worst", "relative", "place"]
    return found.sort_values(order, kind="stable", ignore_index=True)


def _described(assessed: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """Add what the target, its document, its indicator and the locality are called."""
    t = catalogue.tables()
    aims = t.targets[["target", "title"]]
    about = t.indicators[["indicator", "pillar"]]
    places = register[["code", "short", "type", "level"]].rename(
        columns={"code": "locality", "short": "place"}
    )
    found = assessed.merge(aims, "left", on="target", validate="m:1")
    found = found.merge(about, "left", on="indicator", validate="m:1")
    found = found.merge(places, "left", on="locality", validate="m:1")
    found = found.merge(_documents(), "left", on="resolution", validate="m:1")
    pillar_order = {pillar: place for place, pillar in enumerate(pillars.NAMES)}
    found["pillar_order"] = found["pillar"].map(pillar_order).fillna(len(pillar_order))
    found["pillar_shown"] = found["pillar"].map(pillars.NAMES).fillna(pillars.UNKNOWN)
    found["group"] = [
        target_texts.GROUP.format(document=document, pillar=pillar)
        for document, pillar in zip(found["document"], found["pillar_shown"], strict=True)
    ]
    return found


def _documents() -> pd.DataFrame:
    """Name and order the documents: a province's own before the country's, resolutions first, the newest first."""
    documents = catalogue.tables().resolutions
    named = [
        target_texts.DOCUMENTS[row.kind].format(number=row.number) if row.number[:1].isdigit() else row.number
        for row in documents.itertuples()
    ]
    documents = documents.assign(document=named, national=documents["province"].eq("VN"))
    documents["kind_order"] = documents["kind"].map(_KINDS.index)
    documents = documents.sort_values(
        ["national", "kind_order", "date"], ascending=[True, True, False], kind="stable"
    )
    documents = documents.assign(document_order=range(len(documents)))
    return documents[["resolution", "number", "document", "document_order"]]


def _positions(found: pd.DataFrame) -> pd.DataFrame:
    """Place value, line and target along each indicator's fixed scale, 0 to 1.

    A count without a maximum ends at the highest figure or target of its indicator in the province. A rank runs the
    other way, from last to first, because a longer bar is read as the better one.
    """
    low = found["minimum"].fillna(0.0)
    highest = (
        found[["value", "target_value", "expected"]].max(axis=1).groupby(found["indicator"]).transform("max")
    )
    high = found["maximum"].fillna(found["out_of"]).fillna(highest)
    width = (high - low).where(high > low)
    is_rank = found["kind"].eq("rank")
    # A place among how many? Without the number of ranked the target has no place on the scale.
    width = width.mask(is_rank & found["out_of"].isna())
    places = {"share": "value", "expected_at": "expected", "target_at": "target_value"}
    along = {name: (found[column] - low) / width for name, column in places.items()}
    # An old figure is shown without judgement, and so without the line of its day.
    along["expected_at"] = along["expected_at"].mask(found["status"].eq("stale"))
    return pd.DataFrame({name: at.mask(is_rank, 1 - at) for name, at in along.items()})


_TOLD = [
    "value",
    "value_text",
    "unit",
    "decimals",
    "qualifier",
    "out_of",
    "period_end",
    "expected",
    "gap",
    "status",
]
_TOLD += ["reason", "standing", "basis", "comparator", "target_value", "deadline"]


def _texts(found: pd.DataFrame) -> pd.DataFrame:
    # As objects and only what is read: pandas takes a text out of its column in four times the time of an object.
    rows = found[_TOLD].astype(object)
    texts = pd.DataFrame([target_texts.row_texts(row) for row in rows.itertuples()], found.index)
    return texts.assign(source_shown=provenance.sources_shown(found["source"]))


def row_filters(view: View) -> dict[str, Any]:
    """Return the filters of places. A status chosen here narrows rows and leaves every place in."""
    return place_filter.filters(replace(view, statuses=()))


# What the rows of the view's scope depend on, their status aside.
SCOPE = (dataset, viewed_day, row_filters, "level", "district", "locality", "pillars", "resolutions", "types")


@query(*SCOPE, keep=60)
def rows(view: View) -> pd.DataFrame:
    """Return each target × locality of the view's scope that its filters leave, status aside.

    The scope is the province itself and the places of the view's level (of one district where it was drilled into),
    or one chosen place alone.

    Returns
    -------
    DataFrame
        The columns of ``status.assess`` (``status`` with ``text_unknown`` told apart), ``pillar``, ``type``, ``level``,
        ``place``, ``title``, ``document``, ``known``, ``share``, ``expected_at``, ``target_at`` (0–1 along the
        indicator's scale) and the texts of ``words.HEADINGS``. Documents of the province come first, its own row
        before its parts, the worst before the better.
    """
    left_out = place_filter.left_out(replace(view, statuses=()))
    every = all_rows(view)
    if view.locality:
        here = every["locality"].eq(view.locality)
    else:
        area = gazetteer.within(view.vintage, view.district or view.province)["code"]
        here = every["locality"].eq(view.province)
        here |= every["level"].eq(view.level) & every["locality"].isin(area)
    here &= ~every["locality"].isin(list(left_out))
    return keep(every[here], pillar=view.pillars, resolution=view.resolutions, type=view.types)


def with_status(found: pd.DataFrame, statuses: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of some statuses; a reference line has none and so is left out by any."""
    return keep(found, status=statuses)


@query(*SCOPE, keep=60)
def counted(view: View) -> dict[str, int]:
    """Return ``counts`` of the view's rows, of every status; read only."""
    return counts(rows(view))


def counts(found: pd.DataFrame) -> dict[str, int]:
    """Count the assigned of `found` by status, worst first; reference lines are never counted.

    Examples
    --------
    ``{"behind": 12, "met": 3, "no_data": 20}``
    """
    counted = found.loc[found["standing"].eq("assigned"), "status"].value_counts()
    return {status: int(counted[status]) for status in ORDER if status in counted}
