"""Every target against every place it is shown for, in words and positions: what the page lists and counts."""

from typing import Any

import pandas as pd

from components import matrix
from components.bars import EncodedRows, encode_rows
from indicators.summary import BEHIND
from pages.progress import words
from queries import gazetteer, observations
from queries.query import query
from queries.target_rows import SCOPE, UNKNOWN, rows, with_status
from queries.view import View
from wording import numbers
from wording.indicator_texts import KINDS
from wording.statuses import LOOKS, ORDER

# Fewer unknown rows than this stand open: a line that folds them would be hardly shorter.
FOLDED_FROM = 4
# More rows than anyone reads; the filters, the matrix and the table hold the rest. A fold keeps its line and its count.
LONGEST, LONGEST_FOLD = 500, 60


@query(*SCOPE, "statuses", keep=60)
def listed(view: View) -> EncodedRows:
    """Return ``bar_rows`` of the view's rows and statuses as they are sent; read only."""
    return encode_rows(bar_rows(with_status(rows(view), view.statuses)))


@query(*SCOPE, "statuses", keep=60)
def table(view: View) -> dict[str, Any]:
    """Return ``grid`` of the view's rows and statuses as it is sent; read only."""
    return matrix.encode_table(*grid(with_status(rows(view), view.statuses)))


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
        area=gazetteer.full_name(view, area),
        level=words.UNDER_LEVELS["own" if view.locality else view.level],
        day=numbers.day(observations.as_of(view)),
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
