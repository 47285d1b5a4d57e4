"""Findings in a file that was sent: where, what is expected, and how to repair it in a spreadsheet."""

from dataclasses import dataclass
from typing import Literal

from wording import reading_messages as words

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Finding:
    """One finding at one cell; ``expected`` and ``message`` are Vietnamese, the message is a whole sentence.

    An error blocks the file, a warning asks for a reason, a notice is only told. ``sheet`` and ``cell`` are empty for
    the whole file. ``cell`` is the address in a spreadsheet; a cell of a CSV file has the address it would have there.
    """

    check: str
    severity: Severity
    sheet: str
    cell: str
    found: str
    expected: str
    message: str


class Refusal(Exception):  # noqa: N818 - the name says what happened to the file
    """The file is not read; ``finding`` says why."""

    def __init__(self, check: str, **details: object) -> None:
        expected, message = words.REFUSALS[check]
        found = str(details.get("found", ""))
        self.finding = Finding(
            check, "error", "", "", found, expected.format(**details), message.format(**details)
        )
        super().__init__(self.finding.message)


def make_finding(check: str, sheet: str, cell: str, found: object, **details: object) -> Finding:
    """Return the finding of a check, with the message of that check.

    Parameters
    ----------
    check : str
        A key of ``reading_messages.FINDINGS``.
    sheet, cell : str
        The cell.
    found : object
        Content of the cell.
    **details
        Further values of the message.
    """
    severity: Severity = (
        "warning" if check in words.WARNINGS else "notice" if check in words.NOTICES else "error"
    )
    shown = words.cell_text(found)
    expected, message = words.FINDINGS[check]
    filled = {"sheet": sheet, "cell": cell, "found": shown} | details
    sentence = " ".join(message.format(**filled).split())  # a suggestion may be empty and leave two spaces
    return Finding(check, severity, sheet, cell, shown, expected.format(**filled), sentence)
