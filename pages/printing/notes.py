"""The notes to localities: for each, the figures that are overdue and the targets that are behind."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import look_back
from data import clock
from indicators.summary import BEHIND
from pages.printing import paper, words
from pages.printing.printed_texts import sources_line
from queries import assessments, catalogue, gazetteer, observations, place_filter, target_rows
from queries.query import query
from queries.view import View
from wording import figure_marks, numbers, shell_texts

# An assigned schedule binds, a proposed one does not: the note has a table for each, with a wording of its own.
BASES = ("assigned", "proposed")
# Rows of a note from which its letters are smaller; the row of a target counts twice, because it takes two lines.
DENSE_FROM = 24


@dataclass(frozen=True)
class Notes:
    """The notes as pages of HTML, their count, and the count of localities that need none."""

    pages: str
    count: int
    silent: int

    @property
    def total(self) -> int:
        """Count of the localities in scope."""
        return self.count + self.silent


def notes(view: View) -> Notes:
    """Return a note for each locality of the view's level and area with a figure overdue or a target behind.

    The filters of places, documents and pillars apply. A locality with neither gets no note and is counted.
    """
    return _notes(view, clock.today())


@query(*target_rows.SCOPE, place_filter.filters, keep=20)
def _notes(view: View, today: date) -> Notes:
    localities = _localities(view)
    late, behind = overdue(view), lagging(view)
    addressed = localities[localities["code"].isin([*late["locality"], *behind["locality"]])]
    late_of, behind_of = dict(list(late.groupby("locality"))), dict(list(behind.groupby("locality")))
    pages = [
        _page(
            view, name, words.NOTE_NUMBER.format(number=number, count=len(addressed)), today,
            late=late_of.get(code, late.iloc[:0]), behind=behind_of.get(code, behind.iloc[:0]),
        )
        for number, (code, name) in enumerate(zip(addressed["code"], addressed["name"], strict=True), start=1)
    ]  # fmt: skip
    return Notes("".join(pages), len(addressed), len(localities) - len(addressed))


def _localities(view: View) -> pd.DataFrame:
    """Return the localities in scope: those of the view's level and area that the filters let through."""
    localities = gazetteer.places(view.vintage, view.district or view.province, view.level)
    localities = localities[~localities["code"].isin(list(place_filter.left_out(view)))]
    return localities[localities["code"] == view.locality] if view.locality else localities


def overdue(view: View) -> pd.DataFrame:
    """Return the figures that are due and not reported.

    Returns
    -------
    DataFrame
        ``locality``, ``basis`` (assigned, proposed) and the texts ``indicator_shown``, ``last_shown``,
        ``since_shown``; those that have been missing longest come first.
    """
    late = assessments.covered(view)
    indicators = catalogue.tables().indicators[["indicator", "name_vi", "pillar"]]
    late = late[late["status"].eq("late")].merge(indicators, on="indicator", validate="m:1")
    if view.pillars:
        late = late[late["pillar"].isin(list(view.pillars))]
    late = late.sort_values(["late_since", "name_vi"], kind="stable")
    last = [numbers.day(day) if pd.notna(day) else words.NOTE_NEVER for day in late["last_period"]]
    return late[["locality", "basis"]].assign(
        indicator_shown=late["name_vi"],
        last_shown=last,
        since_shown=[numbers.day(day) for day in late["late_since"]],
    )


def lagging(view: View) -> pd.DataFrame:
    """Return the assigned targets that are behind or missed: rows of ``target_rows.rows``, the worst first."""
    rows = target_rows.in_scope(view)
    late = rows[rows["standing"].eq("assigned") & rows["status"].isin(BEHIND)]
    return late.sort_values(["worst", "relative"], kind="stable")


def _page(
    view: View, name: str, number: str, today: date, *, late: pd.DataFrame, behind: pd.DataFrame
) -> str:  # fmt: skip
    area = gazetteer.within(view.vintage, view.province)["name"].iloc[0]
    return paper.render(
        "note.html",
        words=words,
        place=name,
        scope=words.SCOPE_NOTE.format(area=area, day=look_back.as_of_text(view).lower()),
        number=number,
        simulated=figure_marks.SIMULATED if view.kind == "simulated" else "",
        overdue=[(basis, late[late["basis"] == basis].to_dict("records")) for basis in BASES],
        behind=behind.to_dict("records"),
        dense=len(late) + 2 * len(behind) > DENSE_FROM,
        foot=_foot(view, behind),
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=shell_texts.APP,
    )


def _foot(view: View, behind: pd.DataFrame) -> str:
    basis = {"kind": words.NOTE_KINDS[view.kind], "day": numbers.day(observations.as_of(view))}
    if behind["source"].notna().any():
        return words.NOTE_FOOT.format(sources=sources_line(behind["source"]), **basis)
    return words.NOTE_FOOT_NONE.format(**basis)
