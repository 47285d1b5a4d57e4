"""Generated sheets are read as their maker means them, or something is asked; what is plain is never asked about."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.loader import Tables
from tests.data.intake.generated import outcome
from tests.data.intake.generated.__main__ import report, summary
from tests.data.intake.generated.compositions import LAYOUTS, WRITINGS, Composition, composed
from tests.data.intake.generated.meaning import Sample
from tests.data.intake.generated.verdict import Verdict, judge
from tests.data.intake.generated.whole import every_sample, part

DAILY = part(45)
TURN = st.integers(0, 99)
COMPOSITIONS = st.builds(
    Composition,
    layout=st.sampled_from(LAYOUTS),
    letterhead=TURN,
    enclosure=TURN,
    closing=TURN,
    period=TURN,
    labelled=st.booleans(),
    communes=st.booleans(),
    first_item=TURN,
    items=st.integers(2, 5),
    writing=st.sampled_from(WRITINGS),
    neighbour=st.none() | TURN,
    achieved=TURN,
    before=st.booleans(),
    indent=st.integers(0, 2),
)


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


# A workbook is slow to make and to read: a failing one is shown as it was found, not made smaller.
@settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chosen=COMPOSITIONS)
def test_any_composition_of_plain_parts_is_read_without_a_question(tables, chosen):
    verdict = judged(composed(chosen), tables)
    assert not verdict.faults, "\n".join(report(verdict))
