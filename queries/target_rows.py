"""Every assessed target of a province with its names, its figures in words, and its positions on a scale."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.filters import select
from queries import assessments, catalogue, gazetteer, place_filter, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import pillars, target_texts
from wording.statuses import LOOKS, ORDER

# Rows with these statuses are counted, but come after the rows with a figure.
UNKNOWN = ("no_data", "text_unknown")
_KINDS = ("resolution", "plan", "decision", "programme", "index")


@query(dataset, viewed_day, keep=60)
def all_rows(view: View) -> pd.DataFrame:
    """Return every assessed row of the view's province, of every level, in the order of the screen; read only.

    Returns
    -------
    DataFrame
        The columns of ``in_scope``.
    """
    rows = _described(assessments.assessed(view), gazetteer.within(view.vintage, view.province))
    return _ordered(pd.concat([rows, _positions(rows), _texts(rows)], axis=1), view.province)


def _ordered(rows: pd.DataFrame, province: str) -> pd.DataFrame:
    """Add the columns that order the rows, and sort: by document, pillar, province before parts, status, gap."""
    rows["status_shown"] = rows["status"].map({status: look.label for status, look in LOOKS.items()})
    rows["known"] = rows["value_text"].notna() | ~rows["status"].isin(UNKNOWN)
    rows["worst"] = rows["status"].map({status: place for place, status in enumerate(ORDER)}).astype("int64")
    rows["part"] = rows["locality"].ne(province)
    rows["relative"] = rows["gap"] / rows["target_value"].abs()
    # Assigned rows first, then reference lines with figures, then the others: a document names them in one line.
    reference = rows["standing"].eq("reference")
    rows["part_order"] = reference.astype("int64") + (reference & ~rows["known"])
    pillar = rows["pillar_order"].where(rows["part_order"].lt(2), -1)
    rows["pillar_order"] = pillar
    rows["bundle"] = rows.groupby(["part_order", "document_order", "pillar_order"]).ngroup()
    order = ["document_order", "pillar_order", "part", "worst", "relative", "place"]
    return rows.sort_values(order, kind="stable", ignore_index=True)


def _described(assessed: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """Add the names and the order of target, document, pillar and locality."""
    t = catalogue.tables()
    aims = t.targets[["target", "title"]]
    about = t.indicators[["indicator", "pillar"]]
    places = register[["code", "short", "type", "level"]].rename(
        columns={"code": "locality", "short": "place"}
    )
    rows = assessed.merge(aims, "left", on="target", validate="m:1")
    rows = rows.merge(about, "left", on="indicator", validate="m:1")
    rows = rows.merge(places, "left", on="locality", validate="m:1")
    rows = rows.merge(_documents(), "left", on="resolution", validate="m:1")
    pillar_order = {pillar: place for place, pillar in enumerate(pillars.NAMES)}
    rows["pillar_order"] = rows["pillar"].map(pillar_order).fillna(len(pillar_order))
    rows["pillar_shown"] = rows["pillar"].map(pillars.NAMES).fillna(pillars.UNKNOWN)
    rows["group"] = [
        target_texts.GROUP.format(document=document, pillar=pillar)
        for document, pillar in zip(rows["document"], rows["pillar_shown"], strict=True)
    ]
    return rows


def _documents() -> pd.DataFrame:
    """Return name and order of the documents: of provinces before national, by kind, the newest first."""
    documents = catalogue.tables().resolutions
    named = [
        target_texts.DOCUMENTS[kind].format(number=number) if number[:1].isdigit() else number
        for kind, number in zip(documents["kind"], documents["number"], strict=True)
    ]
    documents = documents.assign(document=named, national=documents["province"].eq(gazetteer.COUNTRY))
    documents["kind_order"] = documents["kind"].map(_KINDS.index)
    documents = documents.sort_values(
        ["national", "kind_order", "date"], ascending=[True, True, False], kind="stable"
    )
    documents = documents.assign(document_order=range(len(documents)))
    return documents[["resolution", "number", "document", "document_order"]]


def _positions(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the positions of value, line and target on each indicator's fixed scale, 0 to 1.

    The scale of a count without a maximum ends at the highest figure or target of its indicator in the province. The
    scale of a rank runs from last to first, because a longer bar means a better figure.
    """
    low = rows["minimum"].fillna(0.0)
    highest = (
        rows[["value", "target_value", "expected"]].max(axis=1).groupby(rows["indicator"]).transform("max")
    )
    high = rows["maximum"].fillna(rows["out_of"]).fillna(highest)
    width = (high - low).where(high > low)
    is_rank = rows["kind"].eq("rank")
    # A rank has a position only if the number of ranked places is known.
    width = width.mask(is_rank & rows["out_of"].isna())
    places = {"share": "value", "expected_at": "expected", "target_at": "target_value"}
    along = {name: (rows[column] - low) / width for name, column in places.items()}
    # A stale figure is not assessed, so it is shown without a line.
    along["expected_at"] = along["expected_at"].mask(rows["status"].eq("stale"))
    return pd.DataFrame({name: at.mask(is_rank, 1 - at) for name, at in along.items()})


_READ = [
    "value",
    "value_text",
    "unit",
    "decimals",
    "qualifier",
    "value_basis",
    "out_of",
    "period_end",
    "expected",
    "gap",
    "status",
]
_READ += ["reason", "standing", "basis", "comparator", "target_value", "deadline"]


def _texts(rows: pd.DataFrame) -> pd.DataFrame:
    # pandas reads a value of an object column in a quarter of the time of a text column.
    read = rows[_READ].astype(object)
    written = [target_texts.row_texts(row) for row in read.itertuples()]
    # The columns are named for a view that has no target at all: on an early day, or of a place.
    texts = pd.DataFrame(written, rows.index, columns=target_texts.ROW_TEXTS, dtype="str")
    return texts.assign(source_shown=provenance.sources_shown(rows["source"]))


def row_filters(view: View) -> dict[str, Any]:
    """Return the fields that decide which places pass. The statuses filter rows here, not places."""
    return place_filter.filters(replace(view, statuses=()))


# The fields that the rows of the view's scope depend on. Filters of status are applied later.
SCOPE = (dataset, viewed_day, row_filters, "level", "district", "locality", "pillars", "resolutions", "types")


@query(*SCOPE, keep=60)
def in_scope(view: View) -> pd.DataFrame:
    """Return each target × locality of the view's scope that passes its filters; status is not filtered.

    The scope is the province itself and the places of the view's level (of one district where it was drilled into),
    or only the chosen place.

    Returns
    -------
    DataFrame
        The columns of ``status.assess``, ``pillar``, ``type``, ``level``, ``place``, ``title``, ``document``,
        ``known`` (bool: there is a figure), ``share``, ``expected_at``, ``target_at`` (positions on the indicator's
        scale, 0–1), and texts (``value_shown``, ``status_shown`` …). Documents of the province come first. Within a
        document the row of the province comes before its parts, and the worst status first.
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
    return select(every[here], pillar=view.pillars, resolution=view.resolutions, type=view.types)


def with_status(rows: pd.DataFrame, statuses: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows with one of the statuses; all rows if none is chosen."""
    return select(rows, status=statuses)


@query(*SCOPE, keep=60)
def status_counts(view: View) -> dict[str, int]:
    """Return ``count_statuses`` of the view's rows; read only."""
    return count_statuses(in_scope(view))


def count_statuses(rows: pd.DataFrame) -> dict[str, int]:
    """Count the assigned rows by status, worst first. Reference lines are not counted.

    Examples
    --------
    ``{"behind": 12, "met": 3, "no_data": 20}``
    """
    counted = rows.loc[rows["standing"].eq("assigned"), "status"].value_counts()
    return {status: int(counted[status]) for status in ORDER if status in counted}
