"""The notes to localities: for each, which figures are asked for since when and which targets are behind."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import look_back
from data import clock
from indicators.summary import BEHIND
from pages.printing import paper, words
from pages.printing.drawing import sources
from queries import assessments, catalogue, gazetteer, observations, place_filter, target_rows
from queries.query import query
from queries.view import View
from wording import frame, numbers

# A proposed schedule binds nobody: its rows are asked for in other words than those of an assigned one.
BASES = ("assigned", "proposed")
DENSE_FROM = 24


@dataclass(frozen=True)
class Notes:
    """Notes as pages of HTML, how many there are, and how many of the localities have nothing to be told."""

    pages: str
    count: int
    silent: int

    @property
    def total(self) -> int:
        """Count the localities in scope."""
        return self.count + self.silent


def notes(view: View) -> Notes:
    """Return a note for each locality of the view's level and area that has something overdue or behind.

    Filters of places, of documents and of pillars hold here, too. A locality with nothing to be told gets no note
    and is counted.
    """
    return _notes(view, clock.today())


@query(*target_rows.SCOPE, place_filter.filters, keep=20)
def _notes(view: View, today: date) -> Notes:
    here = gazetteer.places(view.vintage, view.district or view.province, view.level)
    here = here[~here["code"].isin(list(place_filter.left_out(view)))]
    if view.locality:
        here = here[here["code"] == view.locality]
    asked, behind = overdue(view), lagging(view)
    told = here[here["code"].isin([*asked["locality"], *behind["locality"]])]
    by_place = {
        "asked": dict(list(asked.groupby("locality"))),
        "behind": dict(list(behind.groupby("locality"))),
    }
    nothing = {"asked": asked.iloc[:0], "behind": behind.iloc[:0]}
    pages = [
        _page(
            view, place, number, len(told), today,
            **{name: groups.get(place.code, nothing[name]) for name, groups in by_place.items()},
        )
        for number, place in enumerate(told.itertuples(), start=1)
    ]  # fmt: skip
    return Notes("".join(pages), len(told), len(here) - len(told))


def overdue(view: View) -> pd.DataFrame:
    """Return the figures that are due and not there.

    Returns
    -------
    DataFrame
        ``locality``, ``basis`` (assigned, proposed), ``indicator_shown``, ``last_shown``, ``since_shown``; the longest
        missing first.
    """
    late = assessments.covered(view)
    about = catalogue.tables().indicators[["indicator", "name_vi", "pillar"]]
    late = late[late["status"].eq("late")].merge(about, on="indicator", validate="m:1")
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
    """Return the assigned targets that are behind or missed; rows of ``progress.rows``, the worst first."""
    every = target_rows.rows(view)
    late = every[every["standing"].eq("assigned") & every["status"].isin(BEHIND)]
    return late.sort_values(["worst", "relative"], kind="stable")


def _page(
    view: View, place: tuple, number: int, count: int, today: date, *, asked: pd.DataFrame, behind: pd.DataFrame
) -> str:  # fmt: skip
    area = gazetteer.within(view.vintage, view.province)["name"].iloc[0]
    day = numbers.day(observations.as_of(view))
    return paper.written(
        "note.html",
        words=words,
        place=place.name,
        scope=words.SCOPE_NOTE.format(area=area, day=look_back.as_of_text(view).lower()),
        number=words.NOTE_NUMBER.format(number=number, count=count),
        simulated=frame.SIMULATED_MARK if view.kind == "simulated" else "",
        asked=[(basis, asked[asked["basis"] == basis].to_dict("records")) for basis in BASES],
        behind=behind.to_dict("records"),
        dense=len(asked) + 2 * len(behind) > DENSE_FROM,
        foot=_foot(view, behind, day),
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=frame.APP,
    )


def _foot(view: View, behind: pd.DataFrame, day: str) -> str:
    told = {"kind": words.NOTE_KINDS[view.kind], "day": day}
    if behind["source"].notna().any():
        return words.NOTE_FOOT.format(sources=sources(behind["source"]), **told)
    return words.NOTE_FOOT_NONE.format(**told)
