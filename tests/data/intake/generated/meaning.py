"""What a sheet says: the figures that a careful clerk reads in it, decided by its maker and not by the reader."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mark = Literal["plain", "doubtful", "wrong"]
MARKS: tuple[Mark, ...] = ("plain", "doubtful", "wrong")


@dataclass(frozen=True)
class When:
    """The days that a period names, the first and the last."""

    start: date
    end: date


@dataclass(frozen=True)
class Figure:
    """One figure as the store would hold it, and the cell that it stands in.

    Percentages are in percent, money is in the unit of the indicator. ``needed`` is false where a reader may leave the
    figure out without a word, such as the same quarter of the year before; ``parts_needed`` is false where it may leave
    out the numerator and the denominator.
    """

    sheet: str
    cell: str
    vintage: str
    locality: str
    indicator: str
    start: date
    end: date
    value: float
    qualifier: str = "exact"
    numerator: float | None = None
    denominator: float | None = None
    needed: bool = True
    parts_needed: bool = True


@dataclass(frozen=True)
class Sample:
    """A file with its meaning.

    Attributes
    ----------
    kind, name
        The kind of difficulty, and a sentence that says what this file has of it. Both together are unique.
    mark
        ``plain``: a clerk has no doubt, so nothing may be asked or refused. ``doubtful``: ask, refuse, or read right.
        ``wrong``: ask or refuse.
    figures
        All figures of the file. A record that differs from them is an error.
    told
        Cells (sheet, address) that the reader must speak of.
    headings
        Row and column of the first cell of the heading of each table, by sheet. What is said of this cell, or of a line
        above the table, is said of the whole table.
    """

    kind: str
    name: str
    mark: Mark
    file_name: str
    content: bytes
    figures: tuple[Figure, ...]
    told: tuple[tuple[str, str], ...]
    headings: dict[str, tuple[tuple[int, int], ...]]

    @property
    def title(self) -> str:
        """The kind and the name."""
        return f"{self.kind}: {self.name}"
