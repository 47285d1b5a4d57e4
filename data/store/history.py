"""What was published, by whom, with which file and for which reasons; and what changed between two states."""

import json

import pandas as pd
from ibis import _

from data.store.engine import reading
from data.store.refusal import StoreRefusal
from data.store.state import NOW, State, visible
from data.store.stored_figures import FIGURE, observations
from wording import store_messages as words

SHOWN = ["value", "value_text", "qualifier", "absence", "numerator", "denominator", "source", "batch"]


def history() -> pd.DataFrame:
    """Return every publication, oldest first.

    Returns
    -------
    DataFrame
        ``publication``, ``batch``, ``kind`` (base, report), ``action`` (publish, rollback), ``replaces``, ``by``,
        ``at`` (Vietnamese time), ``file_name``, ``sha256``, ``area``, ``vintage``, ``period``, ``counts`` (dict).
    """
    with reading() as con:
        batch = con.table("batches").drop("kind", "by", "created_at")
        events = con.table("publications").drop("based_on").join(batch, "batch")
        found: pd.DataFrame = con.to_pandas(events.order_by("publication"))
    order = ["publication", "batch", "kind", "action", "replaces", "by", "at", "file_name", "sha256"]
    found = found[[*order, "area", "vintage", "period", "counts"]]
    return found.assign(counts=found["counts"].map(json.loads))


def kept_reasons(batch: str | None = None) -> pd.DataFrame:
    """Return why warnings were let pass: of one batch, or of all visible ones.

    Returns
    -------
    DataFrame
        ``batch``, ``check``, ``sheet``, ``cell``, ``message``, ``reason``, and the figure it is kept for: columns of
        ``FIGURE``, missing where the warning was about none.
    """
    with reading() as con:
        rows = con.table("reasons")
        rows = (
            rows.join(visible(con).select("batch"), "batch")
            if batch is None
            else rows.filter(_.batch == batch)
        )
        found: pd.DataFrame = con.to_pandas(rows)
    days = dict.fromkeys(("period_start", "period_end"), "datetime64[us]")
    return found.astype(dict.fromkeys(found.columns.difference(["position", *days]), "str") | days)


def original(batch: str) -> tuple[str, bytes]:
    """Return name and content of the file that a batch came from.

    Raises
    ------
    StoreRefusal
        If there is no such batch, or it came from no file.
    """
    with reading() as con:
        files = con.table("files").join(con.table("batches").filter(_.batch == batch), "sha256")
        found = con.to_pandas(files.select("file_name", "content"))
    if found.empty:
        raise StoreRefusal(words.NO_FILE.format(batch=batch))
    return str(found["file_name"].iloc[0]), bytes(found["content"].iloc[0])


def difference(before: State, after: State = NOW, vintage: str | None = None) -> pd.DataFrame:
    """Compare the preferred figures of two states.

    Returns
    -------
    DataFrame
        One row a figure that differs: the columns of ``FIGURE``; ``change``: ``new`` (only after), ``gone`` (only
        before), ``revised`` (it says something else); ``value``, ``value_text``, ``qualifier``, ``absence``,
        ``numerator``, ``denominator``, ``source``, ``batch`` after, and before under the same names with ``_before``.
    """
    there = {"before": _preferred(before, vintage), "after": _preferred(after, vintage)}
    both = there["after"].merge(
        there["before"], "outer", on=FIGURE, suffixes=("", "_before"), indicator="change", validate="1:1"
    )
    names = {"left_only": "new", "right_only": "gone", "both": "revised"}
    both = both.assign(change=both["change"].map(names).astype("str"))
    same = pd.Series(True, both.index)
    for name in SHOWN[:6]:
        was, now = both[f"{name}_before"], both[name]
        same &= (was == now) | (was.isna() & now.isna())
    return both[(both["change"] != "revised") | ~same].reset_index(drop=True)


def _preferred(state: State, vintage: str | None) -> pd.DataFrame:
    rows = observations(vintage, state=state)
    return rows.loc[rows["preferred"], [*FIGURE, *SHOWN]]
