"""Every broken file gets the message that was written for it, at its cell."""

import pytest

from data.intake.findings import Finding, Refusal
from data.intake.parsing import parse_file
from data.loader import Tables
from tests.data.intake.corpus import CORPUS
from wording import reading_messages as words


def read_or_refuse(
    file_name: str, content: bytes, tables: Tables
) -> tuple[tuple[Finding, ...], set[tuple[str, str]]]:
    """The findings of a file, and the cells whose figures were taken."""
    try:
        reading = parse_file(file_name, content, tables)
    except Refusal as refusal:
        return (refusal.finding,), set()
    return reading.findings, set(zip(reading.rows["sheet"], reading.rows["cell"], strict=True))


@pytest.mark.parametrize("name", CORPUS)
def test_a_broken_file_is_named_exactly_and_nothing_wrong_is_taken(name, tables):
    broken = CORPUS[name]
    found, taken = read_or_refuse(*broken.make(), tables)
    at = {(each.check, each.cell): each for each in found}
    assert (broken.check, broken.cell) in at, at
    finding = at[broken.check, broken.cell]
    assert [word for word in broken.says if word not in finding.message] == []
    assert finding.message.endswith(".")
    assert "{" not in finding.message + finding.expected
    assert finding.expected
    assert not taken & {(each.sheet, each.cell) for each in found if each.severity == "error"}


def test_the_corpus_knows_every_message():
    told = {broken.check for broken in CORPUS.values()}
    assert told >= {*words.FINDINGS, *words.REFUSALS} - {"statement_differs"}  # asked for in test_reading
    assert len(CORPUS) >= 60
