"""What is found in a file that somebody sent, said so that they can mend it in a spreadsheet."""

from dataclasses import dataclass
from typing import Literal

from wording import reading_messages as words

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing found at one place; ``expected`` and ``message`` are Vietnamese, the message a whole sentence.

    An error blocks, a warning asks for a reason. ``sheet`` and ``cell`` are empty where the whole file is meant;
    ``cell`` is an address as a spreadsheet shows it, and for a CSV file the one its cell would have there.
    """

    check: str
    severity: Severity
    sheet: str
    cell: str
    found: str
    expected: str
    message: str


class Refusal(Exception):  # noqa: N818 - it names what happened to the file
    """The file is not read at all; ``finding`` says why."""

    def __init__(self, check: str, **details: object) -> None:
        expected, message = words.REFUSALS[check]
        found = str(details.get("found", ""))
        self.finding = Finding(
            check, "error", "", "", found, expected.format(**details), message.format(**details)
        )
        super().__init__(self.finding.message)


def make_finding(check: str, sheet: str, cell: str, found: object, **details: object) -> Finding:
    """Describe what stands in a cell, in the words kept for ``check``.

    Parameters
    ----------
    check : str
        A key of ``wording.reading.FINDINGS``.
    sheet, cell : str
        Where.
    found : object
        What stands there.
    **details
        What the words of the check ask for besides.
    """
    severity: Severity = "warning" if check in words.WARNINGS else "error"
    shown = words.cell_text(found)
    expected, message = words.FINDINGS[check]
    filled = {"sheet": sheet, "cell": cell, "found": shown} | details
    said = " ".join(message.format(**filled).split())  # what may have been meant is sometimes not known
    return Finding(check, severity, sheet, cell, shown, expected.format(**filled), said)
