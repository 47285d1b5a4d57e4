"""The documents that set targets for a province, and the counts of met targets that sources report."""

from dataclasses import replace
from datetime import date

import pandas as pd

from indicators.assignment import issued
from indicators.checks import tally_conflicts, tally_findings
from indicators.latest_observations import is_stale
from queries import assessments, catalogue, observations, provenance
from queries.gazetteer import COUNTRY
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View

# A resolution stands before the plans that implement it.
_RANK = {"resolution": 0, "programme": 1, "plan": 2, "decision": 3, "index": 4}
# A day before the first count of targets.
UNCOUNTED = date(1900, 1, 1)


@query(dataset, viewed_day, keep=100)
def in_force(view: View) -> pd.DataFrame:
    """Return the documents a province works under that were issued by the view's day.

    Returns
    -------
    DataFrame
        Columns of ``resolutions``, ``national`` (bool: of the country), ``former`` (bool: of a province that was
        merged into this one; its targets are reference lines only), ``province_name``. Resolutions come first, then
        the newest. Read only.
    """
    t, day = catalogue.tables(), observations.as_of(view)
    rows = t.resolutions[t.resolutions["resolution"].isin(issued(t.resolutions, day))]
    former = _former(view, rows)
    national = rows["province"].eq(COUNTRY)
    rows = rows[national | former.notna()]
    names = (
        t.localities[t.localities["level"].eq("province")].drop_duplicates("code").set_index("code")["name"]
    )
    rows = rows.assign(national=national, former=former.eq(True), province_name=rows["province"].map(names))
    order = rows.assign(place=rows["kind"].map(_RANK))
    return rows.loc[order.sort_values(["place", "date"], ascending=[True, False], kind="stable").index]


def _former(view: View, rows: pd.DataFrame) -> pd.Series:
    """Tell whether each document is of a province merged into this one; missing if it is of another province."""
    links = catalogue.links()
    links = links[links["to_vintage"].eq(view.vintage) & links["to_code"].eq(view.province)]
    keys = zip(links["from_vintage"], links["from_code"], strict=True)
    merged = dict(zip(keys, ~links["same"], strict=True)) | {(view.vintage, view.province): False}
    found = [merged.get(key) for key in zip(rows["vintage"], rows["province"], strict=True)]
    return pd.Series(found, rows.index, dtype="object")


@query(dataset, viewed_day, keep=100)
def assessed(view: View) -> pd.DataFrame:
    """Return the rows of ``assessments.assessed`` whose target stands in a document that the province works under.

    The country has the rows of its own documents and of the documents of all provinces.
    """
    rows = assessments.assessed(view)
    if view.province == COUNTRY:
        return rows
    return rows[rows["resolution"].isin(in_force(view)["resolution"])]


@query(dataset, viewed_day, keep=100)
def reported_counts(view: View) -> pd.DataFrame:
    """Return the latest counts of met targets of each document, as each source reports them.

    The simulated set has no counts.

    Returns
    -------
    DataFrame
        Columns of ``tallies``; of the document ``kind``, ``number``, ``former``, ``province_name``; ``publisher``;
        ``check`` (the contradictions of the count, in Vietnamese; empty if there are none); ``stale``. Within a
        document, counts with a number of met targets come first, then counts without contradictions. The first count
        of a document also tells in which numbers its sources disagree.
    """
    if view.kind == "simulated":
        view = replace(view, as_of=UNCOUNTED)
    t, day = catalogue.tables(), observations.as_of(view)
    known = t.tallies[t.tallies["as_of"].le(day)]
    known = known[known["as_of"].eq(known.groupby("resolution")["as_of"].transform("max"))]
    documents = in_force(view)[["resolution", "kind", "number", "former", "province_name"]]
    rows = known.merge(documents, on="resolution", validate="m:1")
    failed = tally_findings(known).rename(columns={"sources": "source"})
    failed = failed.groupby(["resolution", "source"], as_index=False).agg(check=("message", " ".join))
    rows = rows.merge(failed, "left", on=["resolution", "source"], validate="m:1")
    places = {resolution: place for place, resolution in enumerate(documents["resolution"])}
    rows = rows.assign(
        check=rows["check"].fillna(""),
        publisher=rows["source"].map(provenance.sources(view).set_index("source")["publisher"]),
        stale=is_stale(rows["as_of"], day),
    )
    order = pd.DataFrame(
        {
            "place": rows["resolution"].map(places),
            "unknown": rows["met"].isna(),
            "fails": rows["check"].ne(""),
        }
    )
    rows = rows.loc[order.sort_values(["place", "unknown", "fails"]).index].reset_index(drop=True)
    apart = tally_conflicts(known).groupby("resolution")["message"].agg(" ".join)
    disagreed = rows["resolution"].map(apart).where(~rows.duplicated("resolution")).fillna("")
    checks = [
        " ".join(filter(None, pair)) for pair in zip(rows["check"], disagreed.astype("str"), strict=True)
    ]
    return rows.assign(check=pd.Series(checks, rows.index, dtype="str"))
