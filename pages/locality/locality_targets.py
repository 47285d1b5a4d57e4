"""The targets of one locality as frames: their status, their bars, their pace, and what was said of them."""

from typing import Any

import pandas as pd

from indicators.pace import arrivals
from pages.locality import words
from queries import assessments, catalogue, observations, provenance
from queries.locality_figures import LOCALITY, code_of
from queries.query import query
from queries.view import View
from wording import calculation_texts, figure_texts, judgement, numbers
from wording.statuses import LOOKS, ORDER


@query(*LOCALITY, keep=300)
def targets(view: View) -> pd.DataFrame:
    """Return every target and reference line of the locality: assigned ones first, the worst first.

    Returns
    -------
    DataFrame
        Columns of ``assessments.assessed`` and ``title``, ``number`` (of the document), ``attribution``, and the
        texts ``aim_shown``, ``deadline_shown``, ``value_shown``, ``period_shown``, ``expected_shown``,
        ``status_shown``, ``standing_shown``, ``reason_shown``, ``source_shown``.
    """
    t = catalogue.tables()
    rows = assessments.assessed(view)
    rows = rows[rows["locality"] == code_of(view)]
    rows = rows.merge(t.targets[["target", "title", "attribution"]], on="target", validate="1:1")
    rows = rows.merge(t.resolutions[["resolution", "number"]], "left", on="resolution", validate="m:1")
    rank = rows["status"].map({status: position for position, status in enumerate(ORDER)})
    rows = rows.assign(rank=rank, without_figure=rows["value"].isna())
    rows = rows.sort_values(["standing", "without_figure", "rank", "deadline"], kind="stable")
    return rows.assign(**_texts(rows)).reset_index(drop=True)


def _texts(rows: pd.DataFrame) -> dict[str, list[str]]:
    records: Any = rows.to_dict("records")
    return {
        "aim_shown": [figure_texts.aim(row) for row in records],
        "deadline_shown": [numbers.day(row["deadline"]) for row in records],
        "value_shown": [figure_texts.value(row) for row in records],
        "period_shown": [figure_texts.period(row["period_start"], row["period_end"]) for row in records],
        "expected_shown": [
            figure_texts.quantity_or_nothing(row["expected"], row["unit"], 2)
            if pd.notna(row["expected"])
            else ""
            for row in records
        ],
        "status_shown": [LOOKS[row["status"]].label for row in records],
        "standing_shown": [judgement.STANDING_WORDS[row["standing"]] for row in records],
        "reason_shown": [judgement.REASON_WORDS.get(row["reason"], "") for row in records],
        "source_shown": provenance.sources_shown(rows["source"]),
    }


def chosen(view: View) -> pd.Series | None:
    """Return the row of ``targets`` that the view has chosen, or the first; None where there is none."""
    rows = _by_target(view)
    return rows.get(view.target or "", next(iter(rows.values()), None))


@query(*LOCALITY, keep=300)
def _by_target(view: View) -> dict[str, pd.Series]:
    return {row["target"]: row for _, row in targets(view).iterrows()}


@query(*LOCALITY, keep=300)
def target_bars(view: View) -> pd.DataFrame:
    """Return the rows of ``components.bars.bars`` on the index of ``targets``.

    A bar runs along the fixed scale of its indicator, from 0 to 1. A rank, a date or a thing to be done has no bar,
    because its length would mean nothing.
    """
    rows = targets(view)
    low = rows["minimum"].fillna(0.0)
    highest = rows[["value", "target_value", "expected"]].max(axis=1)
    span = (rows["maximum"].fillna(highest) - low).where(lambda width: width.gt(0), 1.0)
    has_bar = rows["kind"].eq("value")

    def share(column: str) -> pd.Series:
        return ((rows[column] - low) / span).where(has_bar)

    return pd.DataFrame(
        {
            "code": rows["target"],
            "group": _headings(rows),
            "name": _aims(rows),
            "value_text": rows["value_shown"],
            "status": rows["status"],
            "share": share("value"),
            "expected": share("expected"),
            "target": share("target_value"),
            "why": rows["reason_shown"],
        }
    )


def _headings(rows: pd.DataFrame) -> list[str]:
    pairs = zip(rows["title"], rows["number"], strict=True)
    return [calculation_texts.TITLE.format(title=title, number=number) for title, number in pairs]


def _aims(rows: pd.DataFrame) -> list[str]:
    pairs = zip(rows["aim_shown"], rows["deadline"], strict=True)
    return [
        words.AIM_BY.format(aim=aim, month=f"{deadline:%m/%Y}") if pd.notna(deadline) else aim
        for aim, deadline in pairs
    ]


@query(*LOCALITY, keep=300)
def paces(view: View) -> pd.DataFrame:
    """Return the pace of each target of the locality; index: target, columns of ``pace.pace``."""
    rows = targets(view)
    return arrivals(rows, assessments.changes(view)).set_axis(rows["target"])


def explanations(view: View, target: str) -> list[dict[str, Any]]:
    """Return what was said of the locality's target by the view's day, the newest first; rows of ``explanations``."""
    return _explanations(view).get(target, [])


@query(*LOCALITY, keep=300)
def _explanations(view: View) -> dict[str, list[dict[str, Any]]]:
    rows = provenance.explanations(view)
    own = rows["locality"].eq(code_of(view)) & rows["vintage"].eq(view.vintage)
    rows = rows[own & rows["as_of"].le(observations.as_of(view))].sort_values("as_of", ascending=False)
    by_target: dict[str, list[dict[str, Any]]] = {}
    record: Any
    for record in rows.to_dict("records"):
        by_target.setdefault(record["target"], []).append(record)
    return by_target
