"""What was found in a file, by sheet and cell, and the copy in which those cells are marked."""

from collections import Counter
from dataclasses import asdict
from html import escape

import pandas as pd
import streamlit as st

from components.data_table import XLSX, table
from data.intake import marked_copy
from data.intake.preflight import Preflight
from pages.intake import words
from wording import indicator_texts, intake_report, numbers
from wording.reading_messages import PASSED_OVER

# Written out on the page; a file with more is better mended with its marked copy open beside.
TOLD = 12


def findings(checked: Preflight) -> None:
    """Say whether a file may be published, and draw every finding with its cell."""
    errors, warnings = len(checked.errors), len(checked.warnings)
    if errors:
        warned = words.AND_WARNINGS.format(warnings=warnings) if warnings else ""
        st.error(words.WITH_ERRORS.format(file=checked.file_name, errors=errors, warned=warned))
    elif warnings:
        st.warning(words.WITH_WARNINGS.format(file=checked.file_name, warnings=warnings))
    else:
        st.success(words.CLEAN.format(file=checked.file_name))
    _passed_over(checked)
    if not checked.findings:
        return
    st.markdown(f"##### {words.STEP_FINDINGS}")
    _told(checked)
    st.download_button(
        words.MARKED, lambda: marked_copy.mark_findings(checked.file_name, checked.content, checked.findings),
        file_name=marked_copy.copy_name(checked.file_name), mime=XLSX, icon=":material/download:", on_click="ignore",
        key="intake.marked",
    )  # fmt: skip
    with st.expander(words.FINDINGS_BEHIND):
        _table(checked)


def _told(checked: Preflight) -> None:
    """Write the first findings out, each a whole sentence with its cell: a column of a table would cut them."""
    first, left = checked.findings[:TOLD], len(checked.findings) - TOLD
    # As HTML, because a message repeats what somebody typed: in Markdown its signs would not stand as they are.
    told = (words.FINDING_TOLD[each.severity].format(message=escape(each.message)) for each in first)
    st.html(f"<ul>{''.join(f'<li>{line}</li>' for line in told)}</ul>")
    if left > 0:
        st.caption(words.FINDINGS_MORE.format(count=numbers.number(left)))


def _table(checked: Preflight) -> None:
    rows = pd.DataFrame([asdict(each) for each in checked.findings])
    rows["severity"] = rows["severity"].map(intake_report.SEVERITIES)
    table(
        rows, intake_report.FINDING_COLUMNS, "cho-can-xem", kind="real", notes=[indicator_texts.KINDS["real"]],
        title=words.FINDINGS_TITLE.format(file=checked.file_name),
    )  # fmt: skip


def _passed_over(checked: Preflight) -> None:
    counted = Counter(checked.parsed_file.passed_over["reason"])
    if counted:
        told = [
            words.PASSED.format(count=count, reason=PASSED_OVER[reason]) for reason, count in counted.items()
        ]
        st.caption(words.PASSED_OVER.format(count=counted.total(), reasons="; ".join(told)))
