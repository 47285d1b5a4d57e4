"""What the page Tiến độ lists: every target × place as rows of bars and as cells of a matrix, and the finding."""

from typing import Any

import pandas as pd

from components import matrix
from components.bars import EncodedRows, encode_rows
from indicators.summary import BEHIND
from pages.progress import words
from queries import gazetteer, observations
from queries.query import query
from queries.target_rows import SCOPE, UNKNOWN, in_scope, with_status
from queries.view import View
from wording import numbers
from wording.indicator_texts import KINDS
from wording.statuses import LOOKS, ORDER

# Fewer unknown rows than this are not folded: the line of a fold would hardly be shorter.
FOLDED_FROM = 4
# The longest list, and the longest fold. A fold that is cut keeps its line with the full count.
LONGEST, LONGEST_FOLD = 500, 60


@query(*SCOPE, "statuses", keep=60)
def written_bars(view: View) -> EncodedRows:
    """Return ``bar_rows`` of the view's rows and statuses as the browser gets them; read only."""
    return encode_rows(bar_rows(with_status(in_scope(view), view.statuses)))


@query(*SCOPE, "statuses", keep=60)
def written_matrix(view: View) -> dict[str, Any]:
    """Return ``matrix_frames`` of the view's rows and statuses as the browser gets them; read only."""
    return matrix.encode_table(*matrix_frames(with_status(in_scope(view), view.statuses)))


def finding(kind: str, counts: dict[str, int], listed: int) -> str:
    """Return the sentence above the list.

    Parameters
    ----------
    kind : str
        ``real`` or ``simulated``.
    counts : dict
        Status → number of assigned rows.
    listed : int
        Number of rows, reference lines among them.
    """
    if kind == "simulated":
        return words.FINDINGS["simulated"]
    met, on_track = counts.get("met", 0), counts.get("on_track", 0)
    lagging = sum(counts.get(status, 0) for status in BEHIND)
    unknown, total = sum(counts.get(status, 0) for status in UNKNOWN), sum(counts.values())
    if not counts:
        name = "none_assigned" if listed else "nothing"
    else:
        judged = "lagging" if lagging else "reached" if met else "on_track" if on_track else None
        name = judged or ("unknown" if unknown == total else "unjudged")
    return words.FINDINGS[name].format(
        lagging=lagging, met=met, on_track=on_track, total=total, unknown=unknown, undecided=total - unknown
    )


def scope_line(view: View) -> str:
    """Return the line below the list: its area, level, day and kind of figures."""
    area = view.locality or view.district or view.province
    return words.UNDER.format(
        area=gazetteer.full_name(view, area),
        level=words.UNDER_LEVELS["own" if view.locality else view.level],
        day=numbers.day(observations.as_of(view)),
        kind=KINDS[view.kind],
    )


def cut_note(listed: int, total: int) -> str:
    """Return the note that a list is cut, and where the other rows are."""
    return words.MORE.format(shown=numbers.number(listed), left=numbers.number(total - listed))


_BAR_COLUMNS = {
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
# What ``bar_rows`` adds itself, and what it reads.
_ADDED = ["code", "fold", "section"]
_READ = [*(name for name in _BAR_COLUMNS if name not in _ADDED), "target", "locality", "standing", "known"]
_READ += ["document", "pillar_shown"]


def bar_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``components.bars.bars`` in groups: the assigned targets, then the reference lines.

    Rows without a figure are folded under a line that counts them all. At most ``LONGEST`` rows are not folded, and
    each fold holds at most ``LONGEST_FOLD``.

    Parameters
    ----------
    rows : DataFrame
        Of ``target_rows.rows``.
    """
    order = _bar_order(rows)
    listed = rows.loc[order.index, _READ].assign(**order)
    # The status beside it already says that there is no figure.
    listed["value_shown"] = listed["value_shown"].where(listed["known"], "")
    listed["code"] = listed["target"] + "/" + listed["locality"]
    listed["section"] = listed["standing"].map({"assigned": "", "reference": words.REFERENCE})
    listed["fold"] = [_fold_line(row) if row.folded else "" for row in listed.itertuples()]
    listed["group"] = listed["group"].mask(listed["folded"], "")
    return listed[list(_BAR_COLUMNS)].rename(columns=_BAR_COLUMNS)


def _bar_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows to list in their order; their index is that of `rows`.

    Groups with a known row come first, and within a group the unknown rows come last.

    Returns
    -------
    DataFrame
        ``unknown_only`` (no row of the group is known), ``size`` (unknown rows with the same status), ``folded``.
    """
    order = rows[["part_order", "document_order", "pillar_order", "bundle", "worst"]]
    unknown = ~rows["known"]
    order = order.assign(unknown_only=unknown.groupby(rows["bundle"]).transform("all"))
    order["size"] = unknown.groupby([rows["bundle"], rows["worst"]]).transform("sum")
    order["folded"] = unknown & order["size"].ge(FOLDED_FROM)
    order["last"] = rows["worst"].where(unknown, -1)
    by = ["part_order", "document_order", "unknown_only", "pillar_order", "last"]
    order = order.sort_values(by, kind="stable")
    within_fold = order.groupby(["bundle", "worst", "folded"]).cumcount()
    open_so_far = (~order["folded"]).cumsum()
    within_limit = within_fold.lt(LONGEST_FOLD).where(order["folded"], open_so_far.le(LONGEST))
    return order.loc[within_limit, ["unknown_only", "size", "folded"]]


def _fold_line(row: Any) -> str:
    look = LOOKS[row.status]
    template = words.FOLD_ALONE if row.unknown_only else words.FOLD
    template = words.FOLD_REFERENCE if row.standing == "reference" else template
    return template.format(
        document=row.document,
        pillar=row.pillar_shown,
        shape=look.shape,
        count=numbers.number(row.size),
        word=look.word,
    )


def matrix_frames(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return columns, places and cells of ``components.matrix.matrix``.

    Parameters
    ----------
    rows : DataFrame
        Of ``target_rows.rows``.
    """
    return _matrix_columns(rows), _matrix_places(rows), rows


def _matrix_columns(rows: pd.DataFrame) -> pd.DataFrame:
    """Order the targets: those with figures first, then those assigned to most places, because a matrix compares."""
    assigned = rows["standing"].eq("assigned")
    counts = pd.DataFrame({"known": rows["known"], "assigned": assigned})
    counts = counts.groupby(rows["target"], sort=False).sum()
    counts["unknown_only"] = counts["known"].eq(0)
    columns = rows.drop_duplicates("target").set_index("target")[["title", "number", "document_order"]]
    columns = columns.join(counts, validate="1:1").reset_index()
    by = ["unknown_only", "assigned", "document_order"]
    columns = columns.sort_values(by, ascending=[True, False, True], kind="stable")
    return columns.rename(columns={"title": "name", "number": "document"})


def _matrix_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Order the places, the province first, and count the assigned targets of each by status, the worst first."""
    places = rows.loc[~rows["locality"].duplicated(), ["locality", "place", "part"]]
    places = places.sort_values(["part", "place"], kind="stable")
    assigned = rows.loc[rows["standing"].eq("assigned"), ["locality", "worst"]]
    counts = assigned.groupby(["locality", "worst"]).size().reset_index(name="count")
    totals: dict[str, dict[str, int]] = {}
    for locality, worst, count in counts.itertuples(index=False):
        totals.setdefault(locality, {})[ORDER[worst]] = int(count)
    by_place = [totals.get(locality, {}) for locality in places["locality"]]
    return places.assign(totals=pd.Series(by_place, places.index, dtype="object"))
