"""Every target against every place it is shown for, in words and positions: what the page lists and counts."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components import facts, matrix, places, quick_filters
from components.bars import Written, written
from components.memory import remembered
from components.status import LOOKS, ORDER
from components.view import View
from indicators.filters import keep
from indicators.overview import BEHIND
from wording import numbers, pillars
from wording import progress as words
from wording.picture import KINDS

# A place without a figure is kept in every count, but what is known is read first.
UNKNOWN = ("no_data", "text_unknown")
# Fewer unknown rows than this stand open: a line that folds them would be hardly shorter.
FOLDED_FROM = 4
# More rows than anyone reads; the filters, the matrix and the table hold the rest. A fold keeps its line and its count.
LONGEST, LONGEST_FOLD = 500, 60
_KINDS = ("resolution", "plan", "decision", "programme", "index")


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
    # A status chosen here narrows rows, and leaves every place in.
    return _rows(_asked(view), quick_filters.left_out(replace(view, statuses=())))


def _asked(view: View) -> View:
    """Keep of a view only what its rows depend on."""
    return facts.ground(view, "level", "district", "locality", "pillars", "resolutions", "types")


@remembered(60)
def _rows(view: View, out: frozenset[str]) -> pd.DataFrame:
    every = _worded(facts.ground(view))
    if view.locality:
        here = every["locality"].eq(view.locality)
    else:
        area = facts.register(view.vintage, view.district or view.province)["code"]
        here = every["locality"].eq(view.province)
        here |= every["level"].eq(view.level) & every["locality"].isin(area)
    here &= ~every["locality"].isin(list(out))
    return keep(every[here], pillar=view.pillars, resolution=view.resolutions, type=view.types)


def listed(view: View) -> Written:
    """Return ``bar_rows`` of the view's rows and statuses as they are sent; read only."""
    return _listed(*_shown(view))


@remembered(60)
def _listed(view: View, out: frozenset[str]) -> Written:
    return written(bar_rows(_with_status(view, out)))


def table(view: View) -> dict[str, Any]:
    """Return ``grid`` of the view's rows and statuses as it is sent; read only."""
    return _table(*_shown(view))


@remembered(60)
def _table(view: View, out: frozenset[str]) -> dict[str, Any]:
    return matrix.written(*grid(_with_status(view, out)))


def _shown(view: View) -> tuple[View, frozenset[str]]:
    return replace(_asked(view), statuses=view.statuses), quick_filters.left_out(replace(view, statuses=()))


def _with_status(view: View, out: frozenset[str]) -> pd.DataFrame:
    return with_status(_rows(replace(view, statuses=()), out), view.statuses)


def with_status(found: pd.DataFrame, statuses: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of some statuses; a reference line has none and so is left out by any."""
    return keep(found, status=statuses)


def counted(view: View) -> dict[str, int]:
    """Return ``counts`` of the view's rows, of every status; read only."""
    return _counted(_asked(view), quick_filters.left_out(replace(view, statuses=())))


@remembered(60)
def _counted(view: View, out: frozenset[str]) -> dict[str, int]:
    return counts(_rows(view, out))


def counts(found: pd.DataFrame) -> dict[str, int]:
    """Count the assigned of `found` by status, worst first; reference lines are never counted.

    Examples
    --------
    ``{"behind": 12, "met": 3, "no_data": 20}``
    """
    counted = found.loc[found["standing"].eq("assigned"), "status"].value_counts()
    return {status: int(counted[status]) for status in ORDER if status in counted}


def finding(kind: str, counted: dict[str, int], listed: int) -> str:
    """Say what the list shows; `listed` counts its rows, reference lines among them."""
    if kind == "simulated":
        return words.FINDINGS["simulated"]
    met, on_track = counted.get("met", 0), counted.get("on_track", 0)
    lagging = sum(counted.get(status, 0) for status in BEHIND)
    unknown, total = sum(counted.get(status, 0) for status in UNKNOWN), sum(counted.values())
    if not counted:
        said = "none_assigned" if listed else "nothing"
    else:
        judged = "lagging" if lagging else "reached" if met else "on_track" if on_track else None
        said = judged or ("unknown" if unknown == total else "unjudged")
    return words.FINDINGS[said].format(
        lagging=lagging, met=met, on_track=on_track, total=total, unknown=unknown, undecided=total - unknown
    )


def scope(view: View) -> str:
    """Say where, at which level, as of when and of which kind the list is."""
    area = view.locality or view.district or view.province
    return words.UNDER.format(
        area=places.name(view, area),
        level=words.UNDER_LEVELS["own" if view.locality else view.level],
        day=numbers.day(facts.as_of(view)),
        kind=KINDS[view.kind],
    )


def cut(listed: int, total: int) -> str:
    """Say that a list is cut, and where the rest is."""
    return words.MORE.format(shown=numbers.number(listed), left=numbers.number(total - listed))


def bar_rows(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``components.bars.bars`` in groups: the assigned, then reference lines.

    Rows without a figure are folded under a line that counts them all. ``LONGEST`` rows at most stand open, and
    ``LONGEST_FOLD`` in each fold.
    """
    order = _grouped(found)
    listed = found.loc[order.index, _LISTED].assign(**order)
    # The status beside it says already that there is none.
    listed["value_shown"] = listed["value_shown"].where(listed["known"], "")
    listed["code"] = listed["target"] + "/" + listed["locality"]
    listed["section"] = listed["standing"].map({"assigned": "", "reference": words.REFERENCE})
    listed["fold"] = [_fold(row) if row.folded else "" for row in listed.itertuples()]
    listed["group"] = listed["group"].mask(listed["folded"], "")
    return listed[list(_BARS)].rename(columns=_BARS)


_BARS = {
    "code": "code",
    "title": "name",
    "place": "under",
    "note": "note",
    "value_shown": "value_text",
    "status": "status",
    "share": "share",
    "expected_at": "expected",
    "target_at": "target",
    "group": "group",
    "fold": "fold",
    "section": "section",
}


_MADE = ["code", "fold", "section"]
_LISTED = [*(name for name in _BARS if name not in _MADE), "target", "locality", "standing", "known"]
_LISTED += ["document", "pillar_shown"]


def _grouped(found: pd.DataFrame) -> pd.DataFrame:
    """Order the rows: groups that know something first, unknown rows last in each; and say which are folded."""
    order = found[["part_order", "document_order", "pillar_order", "bundle", "worst"]]
    unknown = ~found["known"]
    order = order.assign(silent=unknown.groupby(found["bundle"]).transform("all"))
    order["size"] = unknown.groupby([found["bundle"], found["worst"]]).transform("sum")
    order["folded"] = unknown & order["size"].ge(FOLDED_FROM)
    order["last"] = found["worst"].where(unknown, -1)
    by = ["part_order", "document_order", "silent", "pillar_order", "last"]
    order = order.sort_values(by, kind="stable")
    within = order.groupby(["bundle", "worst", "folded"]).cumcount()
    standing_open = (~order["folded"]).cumsum()
    kept = within.lt(LONGEST_FOLD).where(order["folded"], standing_open.le(LONGEST))
    return order.loc[kept, ["silent", "size", "folded"]]


def _fold(row: tuple) -> str:
    look = LOOKS[row.status]
    if row.standing == "reference":
        return words.FOLD_REFERENCE.format(
            document=row.document, shape=look.shape, count=numbers.number(row.size)
        )
    template = words.FOLD_ALONE if row.silent else words.FOLD
    return template.format(
        document=row.document,
        pillar=row.pillar_shown,
        shape=look.shape,
        count=numbers.number(row.size),
        word=look.word,
    )


def grid(found: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return columns, places and cells of ``components.matrix.matrix``: targets with figures and the province first."""
    # What several places answer for is what a matrix is read for.
    own = found["standing"].eq("assigned")
    order = pd.DataFrame({"known": found["known"], "own": own}).groupby(found["target"], sort=False).sum()
    order["silent"] = order["known"].eq(0)
    columns = found.drop_duplicates("target").set_index("target")[["title", "number", "document_order"]]
    columns = columns.join(order, validate="1:1").reset_index()
    columns = columns.sort_values(
        ["silent", "own", "document_order"], ascending=[True, False, True], kind="stable"
    )
    columns = columns.rename(columns={"title": "name", "number": "document"})
    places = found.loc[~found["locality"].duplicated(), ["locality", "place", "part"]]
    places = places.sort_values(["part", "place"], kind="stable")
    counted = found.loc[own, ["locality", "worst"]].value_counts(sort=False).sort_index()
    totals: dict[str, dict[str, int]] = {}
    for (locality, worst), count in counted.items():
        totals.setdefault(locality, {})[ORDER[worst]] = int(count)
    places = places.assign(totals=[totals.get(locality, {}) for locality in places["locality"]])
    return columns, places, found


@remembered(60)
def _worded(view: View) -> pd.DataFrame:
    found = _described(facts.assessed(view), facts.register(view.vintage, view.province))
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
    t = facts.tables()
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
        words.GROUP.format(document=document, pillar=pillar)
        for document, pillar in zip(found["document"], found["pillar_shown"], strict=True)
    ]
    return found


def _documents() -> pd.DataFrame:
    """Name and order the documents: a province's own before the country's, resolutions first, the newest first."""
    documents = facts.tables().resolutions
    named = [
        words.DOCUMENTS[row.kind].format(number=row.number) if row.number[:1].isdigit() else row.number
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
    told = found[_TOLD].astype(object)
    texts = pd.DataFrame([words.texts(row) for row in told.itertuples()], found.index)
    return texts.assign(source_shown=facts.sources_shown(found["source"]))
