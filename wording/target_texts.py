"""Texts of a judged target: its document, its figures, and the line below its bar."""

from typing import Any

from wording import figure_texts, judgement, numbers

GROUP = "{document} · {pillar}"
DOCUMENTS = {
    "resolution": "Nghị quyết {number}",
    "plan": "Kế hoạch {number}",
    "decision": "Quyết định {number}",
    "programme": "{number}",
    "index": "{number}",
}
SEPARATOR = " · "
NOTE_EXPECTED = "lộ trình {expected}"
NOTE_SHORT = "thiếu {apart}"
NOTE_EVEN = "vừa bằng mức"
NOTE_BEYOND = "vượt {apart}"
NOTE_TARGET = "cần {aim}"
NOTE_REFERENCE = "mốc {aim}"
NOTE_DEADLINE = "hạn {day}"
NOTE_PERIOD = "kỳ đến {day}"


# The texts of ``row_texts``.
ROW_TEXTS = ["value_shown", "expected_shown", "target_shown", "gap_shown", "deadline_shown", "period_shown"]
ROW_TEXTS += ["standing_shown", "why", "note"]


def row_texts(row: Any) -> dict[str, str]:
    """Return the texts of a judged row, whose attributes are the columns of ``indicators.status.assess``.

    Returns
    -------
    dict of str
        ``value_shown``, ``expected_shown``, ``target_shown``, ``gap_shown``, ``deadline_shown``, ``period_shown``,
        ``standing_shown``, ``why`` and ``note`` (the line below the bar); "" for a missing value.
    """
    decimals = int(row.decimals) if _known(row.decimals) else 0
    value = _value(row, decimals)
    shown = {
        "value_shown": value or figure_texts.NO_FIGURE,
        "expected_shown": numbers.quantity(row.expected, row.unit, 2)
        if _known(row.expected) and row.status != "stale"
        else "",
        "target_shown": judgement.aim(row.comparator, row.target_value, row.unit, decimals)
        if _known(row.target_value) and _known(row.unit)
        else "",
        "gap_shown": _gap(row),
        "deadline_shown": numbers.day(row.deadline) if _known(row.deadline) else "",
        "period_shown": numbers.day(row.period_end) if _known(row.period_end) else "",
        "standing_shown": judgement.STANDING_WORDS[row.standing],
        "why": judgement.REASON_WORDS.get(row.reason, ""),
    }
    return {**shown, "note": _note(row, shown)}


def _note(row: Any, shown: dict[str, str]) -> str:
    """Return the line below a bar: target, line, gap, deadline, period and reason."""
    aim = NOTE_REFERENCE if row.standing == "reference" else NOTE_TARGET
    said = [
        (aim.format(aim=shown["target_shown"]), shown["target_shown"]),
        (NOTE_EXPECTED.format(expected=shown["expected_shown"]), shown["expected_shown"]),
        (shown["gap_shown"], shown["gap_shown"]),
        (NOTE_DEADLINE.format(day=shown["deadline_shown"]), shown["deadline_shown"]),
        (NOTE_PERIOD.format(day=shown["period_shown"]), shown["period_shown"]),
        (judgement.BASIS_WORDS["former"], row.basis == "former"),
        # The row itself shows that there is no figure; every other reason is added.
        (shown["why"], not _known(row.value) and row.reason != "no_observation"),
    ]
    return SEPARATOR.join(text for text, present in said if present)


def _value(row: Any, decimals: int) -> str:
    if not _known(row.value):
        return str(row.value_text) if _known(row.value_text) else ""
    if _known(row.out_of):
        return judgement.RANK_OF.format(rank=numbers.number(row.value), out_of=numbers.number(row.out_of))
    return judgement.figure(row.value, row.unit, decimals, row.qualifier, row.value_basis)


def _gap(row: Any) -> str:
    # An old figure is not judged, nor is one whose qualifier does not decide.
    if not _known(row.gap) or row.status in ("stale", "no_judgement"):
        return ""
    if round(row.gap, 2) == 0:
        return NOTE_EVEN
    template = NOTE_SHORT if row.gap < 0 else NOTE_BEYOND
    return template.format(apart=judgement.difference(abs(row.gap), row.unit, 2))


def _known(value: Any) -> bool:
    return value is not None and value == value
