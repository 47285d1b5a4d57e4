"""The notes to localities: for each, which figures are asked for since when and which targets are behind."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import facts, knowledge, quick_filters
from components.memory import remembered
from components.printing import paper
from components.printing.sheet import sources
from components.progress import progress
from components.view import View
from data import clock
from indicators.overview import BEHIND
from wording import numbers, shell
from wording import printing as words

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


def notes(looked: View) -> Notes:
    """Return a note for each locality of the view's level and area that has something overdue or behind.

    Filters of places, of documents and of pillars hold here, too. A locality with nothing to be told gets no note
    and is counted.
    """
    return _notes(looked, quick_filters.left_out(looked), clock.today())


@remembered(20)
def _notes(looked: View, left_out: frozenset[str], today: date) -> Notes:
    here = facts.places(looked.vintage, looked.district or looked.province, looked.level)
    here = here[~here["code"].isin(list(left_out))]
    if looked.locality:
        here = here[here["code"] == looked.locality]
    asked, behind = overdue(looked), lagging(looked)
    told = here[here["code"].isin([*asked["locality"], *behind["locality"]])]
    by_place = {
        "asked": dict(list(asked.groupby("locality"))),
        "behind": dict(list(behind.groupby("locality"))),
    }
    nothing = {"asked": asked.iloc[:0], "behind": behind.iloc[:0]}
    pages = [
        _page(
            looked, place, number, len(told), today,
            **{name: groups.get(place.code, nothing[name]) for name, groups in by_place.items()},
        )
        for number, place in enumerate(told.itertuples(), start=1)
    ]  # fmt: skip
    return Notes("".join(pages), len(told), len(here) - len(told))


def overdue(looked: View) -> pd.DataFrame:
    """Return the figures that are due and not there.

    Returns
    -------
    DataFrame
        ``locality``, ``basis`` (assigned, proposed), ``indicator_shown``, ``last_shown``, ``since_shown``; the longest
        missing first.
    """
    late = facts.covered(looked)
    about = facts.tables().indicators[["indicator", "name_vi", "pillar"]]
    late = late[late["status"].eq("late")].merge(about, on="indicator", validate="m:1")
    if looked.pillars:
        late = late[late["pillar"].isin(list(looked.pillars))]
    late = late.sort_values(["late_since", "name_vi"], kind="stable")
    last = [numbers.day(day) if pd.notna(day) else words.NOTE_NEVER for day in late["last_period"]]
    return late[["locality", "basis"]].assign(
        indicator_shown=late["name_vi"],
        last_shown=last,
        since_shown=[numbers.day(day) for day in late["late_since"]],
    )


def lagging(looked: View) -> pd.DataFrame:
    """Return the assigned targets that are behind or missed; rows of ``progress.rows``, the worst first."""
    every = progress.rows(looked)
    late = every[every["standing"].eq("assigned") & every["status"].isin(BEHIND)]
    return late.sort_values(["worst", "relative"], kind="stable")


def _page(
    looked: View, place: tuple, number: int, count: int, today: date, *, asked: pd.DataFrame, behind: pd.DataFrame
) -> str:  # fmt: skip
    area = facts.register(looked.vintage, looked.province)["name"].iloc[0]
    day = numbers.day(facts.as_of(looked))
    return paper.written(
        "note.html",
        words=words,
        place=place.name,
        scope=words.SCOPE_NOTE.format(area=area, day=knowledge.as_of(looked).lower()),
        number=words.NOTE_NUMBER.format(number=number, count=count),
        simulated=shell.SIMULATED_MARK if looked.kind == "simulated" else "",
        asked=[(basis, asked[asked["basis"] == basis].to_dict("records")) for basis in BASES],
        behind=behind.to_dict("records"),
        dense=len(asked) + 2 * len(behind) > DENSE_FROM,
        foot=_foot(looked, behind, day),
        printed=words.PRINTED.format(day=numbers.day(today)),
        product=shell.APP,
    )


def _foot(looked: View, behind: pd.DataFrame, day: str) -> str:
    told = {"kind": words.NOTE_KINDS[looked.kind], "day": day}
    if behind["source"].notna().any():
        return words.NOTE_FOOT.format(sources=sources(behind["source"]), **told)
    return words.NOTE_FOOT_NONE.format(**told)
