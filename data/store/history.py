"""What was published, by whom, from which file and with which reasons; and what changed between two states."""

import json

import pandas as pd
from ibis import _

from data import clock
from data.store.engine import reading
from data.store.refusal import StoreRefusal
from data.store.state import NOW, Newest, State, publications, visible
from data.store.stored_figures import FIGURE, observations
from wording import store_messages as words

# The clocks of two machines that publish to one store differ by less.
CLOCK_TOLERANCE = pd.Timedelta(minutes=10)
COMPARED = ["value", "value_text", "qualifier", "absence", "numerator", "denominator", "source", "batch"]


def history() -> pd.DataFrame:
    """Return every publication, oldest first.

    Returns
    -------
    DataFrame
        ``publication``, ``batch``, ``kind`` (base, report), ``action`` (publish, rollback), ``replaces``, ``by``,
        ``at`` (Vietnamese time), ``file_name``, ``sha256``, ``area``, ``vintage``, ``period``, ``counts`` (dict).

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        batches = con.table("batches").drop("kind", "by", "created_at")
        rows = con.table("publications").drop("based_on").join(batches, "batch")
        found: pd.DataFrame = con.to_pandas(rows.order_by("publication"))
    order = ["publication", "batch", "kind", "action", "replaces", "by", "at", "file_name", "sha256"]
    found = found[[*order, "area", "vintage", "period", "counts"]]
    return found.assign(counts=found["counts"].map(json.loads))


def publications_with(indicator: str, state: State = NOW) -> pd.DataFrame:
    """Return the publications up to a state whose batch, or the batch that it replaces, has figures of an indicator.

    Returns
    -------
    DataFrame
        ``publication``, ``kind``, ``action``, ``at`` (Vietnamese time), oldest first.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        batches = con.table("observations").filter(_.indicator == indicator).batch
        rows = publications(con, state)
        rows = rows.filter(_.batch.isin(batches) | _.replaces.isin(batches))
        found: pd.DataFrame = con.to_pandas(
            rows.select("publication", "kind", "action", "at").order_by("publication")
        )
    return found


def kept_reasons(batch: str | None = None) -> pd.DataFrame:
    """Return the reasons with which warnings were published: of one batch, or of all visible ones.

    Returns
    -------
    DataFrame
        ``batch``, ``check``, ``sheet``, ``cell``, ``message``, ``reason``, and the columns of ``FIGURE`` for the figure
        that the warning is about; they are missing where it is about none.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
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
    """Return the name and the content of the file that a batch came from.

    Raises
    ------
    StoreRefusal
        If there is no such batch, it came from no file, or the store can't be read.
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
        One row for each figure that differs: the columns of ``FIGURE``; ``change``: ``new`` (only after), ``gone``
        (only before), ``revised`` (another value or qualifier); ``value``, ``value_text``, ``qualifier``, ``absence``,
        ``numerator``, ``denominator``, ``source``, ``batch`` after, and before under the same names with ``_before``.
    """
    figures = {"before": _preferred(before, vintage), "after": _preferred(after, vintage)}
    both = figures["after"].merge(
        figures["before"], "outer", on=FIGURE, suffixes=("", "_before"), indicator="change", validate="1:1"
    )
    names = {"left_only": "new", "right_only": "gone", "both": "revised"}
    both = both.assign(change=both["change"].map(names).astype("str"))
    same = pd.Series(True, both.index)
    for name in COMPARED[:6]:
        earlier, later = both[f"{name}_before"], both[name]
        same &= (earlier == later) | (earlier.isna() & later.isna())
    return both[(both["change"] != "revised") | ~same].reset_index(drop=True)


def clock_warning(newest: Newest) -> str | None:
    """Return a sentence if this machine's clock is before the newest publication, else None.

    A PC whose battery is empty starts in the past. What it publishes then has the time of the newest publication,
    because times never go backwards (``batches.add_publication``), so its user has to know.
    """
    now, published = clock.now(), newest.at
    if now + CLOCK_TOLERANCE >= published:
        return None
    return words.CLOCK_BEHIND.format(now=f"{now:%H:%M %d/%m/%Y}", newest=f"{published:%H:%M %d/%m/%Y}")


def _preferred(state: State, vintage: str | None) -> pd.DataFrame:
    rows = observations(vintage, state=state)
    return rows.loc[rows["preferred"], [*FIGURE, *COMPARED]]
