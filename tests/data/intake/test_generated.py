"""Generated sheets are read as their maker means them, or something is asked; what is plain is never asked about."""

import pytest

from data.loader import Tables
from tests.data.intake.generated import outcome
from tests.data.intake.generated.__main__ import report, summary
from tests.data.intake.generated.meaning import Sample
from tests.data.intake.generated.verdict import Verdict, judge
from tests.data.intake.generated.whole import every_sample, part

DAILY = part(60)


def judged(sample: Sample, tables: Tables) -> Verdict:
    return judge(sample, outcome.read(sample.file_name, sample.content, tables))


@pytest.mark.parametrize("sample", DAILY, ids=[each.title for each in DAILY])
def test_a_sheet_is_read_as_it_is_meant_or_asked_about(sample, tables):
    verdict = judged(sample, tables)
    assert not verdict.faults, "\n".join(report(verdict))


@pytest.mark.slow
def test_the_whole_corpus_is_read_as_it_is_meant_or_asked_about(tables):
    verdicts = [judged(each, tables) for each in every_sample()]
    print(summary(verdicts))
    failing = [line for each in verdicts if each.faults for line in report(each)]
    assert not failing, "\n".join(failing)
