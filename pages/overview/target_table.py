"""The table at the foot of the page: every assigned target with its figure, its source and its status."""

import pandas as pd

from pages.overview import words
from queries import catalogue, documents, provenance
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import judgement, lists, numbers
from wording.statuses import LOOKS, ORDER


@query(dataset, viewed_day, keep=100)
def targets(view: View) -> pd.DataFrame:
    """Return one row per target assigned in the area, in the order of its documents.

    Returns
    -------
    DataFrame
        ``number``, ``title``, ``scope_shown``, ``aim``, ``deadline_shown``, ``value_shown``, ``period_shown``,
        ``status_shown``, ``lead_agency``, ``source_shown``. A target set for each of many units has no figure of its
        own, only the count of its units by status.
    """
    rows = documents.assessed(view)
    rows = rows[rows["standing"].eq("assigned")]
    about = catalogue.tables().targets[["target", "title", "lead_agency"]]
    papers = catalogue.tables().resolutions[["resolution", "number"]]
    rows = rows.merge(about, on="target", validate="m:1").merge(papers, on="resolution", validate="m:1")
    # The area's own documents come first; on the page of the country, those of the provinces follow.
    order = {resolution: place for place, resolution in enumerate(documents.in_force(view)["resolution"])}
    rows = rows.sort_values("resolution", key=lambda column: column.map(order), kind="stable")
    records = [_row(units) for _, units in rows.groupby("target", sort=False)]
    return pd.DataFrame(records, columns=list(words.TABLE_HEADINGS))


def _row(units: pd.DataFrame) -> dict[str, str]:
    first = units.iloc[0]
    known = pd.notna(first["target_value"]) and isinstance(first["unit"], str)
    aim = (first["comparator"], first["target_value"], first["unit"]) if known else None
    return {
        "number": first["number"],
        "title": first["title"],
        "lead_agency": first["lead_agency"] if isinstance(first["lead_agency"], str) else "",
        "aim": judgement.aim(*aim, int(first["decimals"])) if aim else "",
        "deadline_shown": numbers.day(first["deadline"]),
        **(_one_unit(first) if len(units) == 1 else _many_units(units)),
    }


def _one_unit(row: pd.Series) -> dict[str, str]:
    texts = {
        "scope_shown": words.WHOLE_AREA,
        "value_shown": "",
        "period_shown": "",
        "status_shown": LOOKS[row["status"]].label,
        "source_shown": "",
    }
    if pd.isna(row["value"]):
        return texts
    return texts | {
        "value_shown": judgement.figure(
            row["value"], row["unit"], int(row["decimals"]), row["qualifier"], row["value_basis"]
        ),
        "period_shown": numbers.day(row["period_end"]),
        "source_shown": provenance.source_title(row["source"]),
    }


def _many_units(units: pd.DataFrame) -> dict[str, str]:
    counts = units["status"].value_counts()
    by_status = [
        words.TABLE_STATUS.format(count=numbers.number(counts[status]), status=LOOKS[status].label)
        for status in ORDER
        if status in counts.index
    ]
    sources = [provenance.source_title(each) for each in units["source"].dropna().unique()]
    return {
        "scope_shown": words.EACH_UNIT.format(count=numbers.number(len(units))),
        "value_shown": "",
        "period_shown": "",
        "status_shown": lists.semicolon_list(by_status),
        "source_shown": lists.semicolon_list(sources),
    }
