"""What was found in a file, by sheet and cell, and the copy in which those cells are marked."""

from collections import Counter
from dataclasses import asdict

import pandas as pd
import streamlit as st

from components.tables import XLSX, table
from data.intake import marked
from data.intake.preflight import Preflight
from wording import intake as words
from wording import picture
from wording.reading import PASSED_OVER


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
    rows = pd.DataFrame([asdict(each) for each in checked.findings])
    rows["severity"] = rows["severity"].map(words.SEVERITIES)
    st.download_button(
        words.MARKED, lambda: marked.marked(checked.file_name, checked.content, checked.findings),
        file_name=marked.name_of(checked.file_name), mime=XLSX, icon=":material/download:", on_click="ignore",
        key="intake.marked",
    )  # fmt: skip
    title = words.FINDINGS_TITLE.format(file=checked.file_name)
    wide = {"message": st.column_config.TextColumn(words.FINDING_COLUMNS["message"], width=760)}
    table(
        rows,
        words.FINDING_COLUMNS,
        "cho-can-xem",
        kind="real",
        title=title,
        notes=[picture.KINDS["real"]],
        config=wide,
    )


def _passed_over(checked: Preflight) -> None:
    counted = Counter(checked.reading.passed_over["reason"])
    if counted:
        told = [
            words.PASSED.format(count=count, reason=PASSED_OVER[reason]) for reason, count in counted.items()
        ]
        st.caption(words.PASSED_OVER.format(count=counted.total(), reasons="; ".join(told)))
