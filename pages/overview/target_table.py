"""The table behind the cards: every target of the province with its figure, its source and where it stands."""

import pandas as pd

from components.data_table import lazy_expander, table
from pages.overview import words
from queries import catalogue, documents, observations, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import judgement, numbers
from wording import tables as table_words
from wording.statuses import LOOKS, ORDER


def show(view: View) -> None:
    """Draw the table, folded away."""
    behind = lazy_expander(table_words.BEHIND, "overview-table", expanded=view.unfolded == "table")
    if behind.open:
        title = words.TABLE.format(day=numbers.day(observations.as_of(view)))
        with behind:
            table(targets(view), words.TABLE_HEADINGS, "chi-tieu", kind=view.kind, title=title, notes=[])


@query(dataset, viewed_day, keep=100)
def targets(view: View) -> pd.DataFrame:
    """Return one row per target assigned in the province, in the order of its documents.

    Returns
    -------
    DataFrame
        ``number``, ``title``, ``scope_shown``, ``aim``, ``deadline_shown``, ``value_shown``, ``period_shown``,
        ``status_shown``, ``lead_agency``, ``source_shown``. A target set for each of many units has no figure of its
        own, only the count of its units by status.
    """
    judged = documents.assessed(view)
    judged = judged[judged["standing"].eq("assigned")]
    about = catalogue.tables().targets[["target", "title", "lead_agency"]]
    papers = catalogue.tables().resolutions[["resolution", "number"]]
    # The area's own first: of the country, the provinces' documents follow.
    order = {resolution: place for place, resolution in enumerate(documents.documents(view)["resolution"])}
    judged = judged.merge(about, on="target", validate="m:1").merge(papers, on="resolution", validate="m:1")
    judged = judged.sort_values("resolution", key=lambda column: column.map(order), kind="stable")
    rows = [_row(units) for _, units in judged.groupby("target", sort=False)]
    return pd.DataFrame(rows, columns=list(words.TABLE_HEADINGS))


def _row(units: pd.DataFrame) -> dict:
    first = units.iloc[0]
    known = first["target_value"] == first["target_value"] and isinstance(first["unit"], str)
    aim = (first["comparator"], first["target_value"], first["unit"]) if known else None
    return {
        "number": first["number"],
        "title": first["title"],
        "lead_agency": first["lead_agency"] if isinstance(first["lead_agency"], str) else "",
        "aim": judgement.aim(*aim, int(first["decimals"])) if aim else "",
        "deadline_shown": numbers.day(first["deadline"]),
        **(_alone(first) if len(units) == 1 else _together(units)),
    }


def _alone(row: pd.Series) -> dict:
    known = row["value"] == row["value"]
    decimals = int(row["decimals"]) if known else 0
    return {
        "scope_shown": words.WHOLE_AREA,
        "value_shown": judgement.figure(row["value"], row["unit"], decimals, row["qualifier"])
        if known
        else "",
        "period_shown": numbers.day(row["period_end"]) if known else "",
        "status_shown": LOOKS[row["status"]].label,
        "source_shown": provenance.source_title(row["source"]) if known else "",
    }


def _together(units: pd.DataFrame) -> dict:
    counts = units["status"].value_counts()
    told = [
        words.TABLE_STATUS.format(count=numbers.number(counts[status]), status=LOOKS[status].label)
        for status in ORDER
        if status in counts.index
    ]
    sources = [provenance.source_title(each) for each in units["source"].dropna().unique()]
    return {
        "scope_shown": words.EACH_UNIT.format(count=numbers.number(len(units))),
        "value_shown": "",
        "period_shown": "",
        "status_shown": judgement.listed(told),
        "source_shown": judgement.listed(sources),
    }
