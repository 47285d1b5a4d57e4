"""The findings of a file, by sheet and cell, and the copy of the file in which these cells are marked."""

from collections import Counter
from dataclasses import asdict
from html import escape

import pandas as pd
import streamlit as st

from components.data_table import XLSX, table
from data.intake import marked_copy
from data.intake.preflight import Preflight
from pages.intake import words
from wording import indicator_texts, intake_report, markdown, numbers
from wording.reading_messages import PASSED_OVER

# Findings that stand on the page as sentences; a file with more of them is corrected with its marked copy open.
SHOWN = 12


def finding_list(checked: Preflight) -> None:
    """Draw whether the file can be published, every finding with its cell, and the marked copy."""
    _verdict(checked)
    _passed_over(checked)
    if not checked.findings:
        return
    st.markdown(f"##### {words.STEP_FINDINGS}")
    _sentences(checked)
    st.download_button(
        words.MARKED, lambda: marked_copy.mark_findings(checked.file_name, checked.content, checked.findings),
        file_name=marked_copy.copy_name(checked.file_name), mime=XLSX, icon=":material/download:", on_click="ignore",
        key="intake.marked",
    )  # fmt: skip
    with st.expander(words.FINDINGS_BEHIND):
        _table(checked)


def _verdict(checked: Preflight) -> None:
    file, errors, warnings = checked.file_name, len(checked.errors), len(checked.warnings)
    if errors:
        warned = words.AND_WARNINGS.format(warnings=warnings) if warnings else ""
        st.error(markdown.fill(words.WITH_ERRORS, file=file, errors=errors, warned=warned))
    elif warnings:
        st.warning(markdown.fill(words.WITH_WARNINGS, file=file, warnings=warnings))
    else:
        st.success(markdown.fill(words.CLEAN, file=file))


def _passed_over(checked: Preflight) -> None:
    counts = Counter(checked.parsed_file.passed_over["reason"])
    if counts:
        reasons = [words.PASSED.format(count=count, reason=PASSED_OVER[key]) for key, count in counts.items()]
        st.caption(markdown.fill(words.PASSED_OVER, count=counts.total(), reasons="; ".join(reasons)))


def _sentences(checked: Preflight) -> None:
    """Draw the first findings as whole sentences, because a column of a table would cut them off."""
    # As HTML, because a message quotes the file: Markdown would interpret its signs.
    items = "".join(
        f"<li>{words.FINDING_LINE[finding.severity].format(message=escape(finding.message))}</li>"
        for finding in checked.findings[:SHOWN]
    )
    st.html(f"<ul>{items}</ul>")
    others = len(checked.findings) - SHOWN
    if others > 0:
        st.caption(words.FINDINGS_MORE.format(count=numbers.number(others)))


def _table(checked: Preflight) -> None:
    rows = pd.DataFrame([asdict(finding) for finding in checked.findings])
    rows["severity"] = rows["severity"].map(intake_report.SEVERITIES)
    table(
        rows, intake_report.FINDING_COLUMNS, "cho-can-xem", kind="real", notes=[indicator_texts.KINDS["real"]],
        title=words.FINDINGS_TITLE.format(file=checked.file_name),
    )  # fmt: skip
