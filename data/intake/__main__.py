"""Intake from a shell: ``python -m data.intake template|check|publish|history|rollback``.

Exit codes: 0 done; 1 the file has errors, or the store refuses; 2 the file cannot be read.
"""

import argparse
import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from data import clock, loader, store
from data.consistency import PERIOD
from data.intake import preflight, template
from data.intake.difference import CHANGES
from data.intake.findings import Finding, Refusal
from data.intake.preflight import Preflight
from data.intake.submission import is_empty, make_submission
from wording import intake_report, record_texts

DONE, REFUSED, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        if behind := store.clock_warning(store.newest()):
            print(behind, file=sys.stderr)
        return int(options.run(options))
    except (store.StoreRefusal, template.ImpossibleTemplate, loader.BrokenTables) as refusal:
        _print(
            {"errors": [{"message": str(refusal)}], "warnings": []} if options.json else str(refusal),
            error=True,
        )
        return UNREADABLE if isinstance(refusal, template.ImpossibleTemplate) else REFUSED
    except OSError as error:
        failure = intake_report.NOT_WRITTEN if options.command == "template" else intake_report.NO_FILE
        message = failure.format(path=error.filename)
        _print({"errors": [{"message": message}], "warnings": []} if options.json else message, error=True)
        return UNREADABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m data.intake", description="Figures in: workbooks, checks, publications."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    template_command = commands.add_parser("template", help="write the workbook of an area and a period")
    area = template_command.add_mutually_exclusive_group(required=True)
    area.add_argument(
        "--province", dest="area", help="code of a province: its own figures and those of its places"
    )
    area.add_argument("--locality", dest="area", help="code of any locality")
    template_command.add_argument("--period", required=True, help="2024-09, 2024-Q3, 2024-H1, 2024")
    template_command.add_argument("--vintage", help="2025-03 or 2025-07; the period's own by default")
    template_command.add_argument("-o", "--output", type=Path, help="file to write (.xlsx)")
    template_command.set_defaults(run=_template, json=False)
    for name, run, help_text in (
        ("check", _check, "check a file; nothing is stored"),
        ("publish", _publish, "check a file and publish it"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("file", type=Path)
        command.add_argument("--vintage", help="2025-03 or 2025-07, where the file doesn't say it")
        command.add_argument("--period", help="as in template, where the file doesn't say it")
        command.add_argument("--area", help="code of the reporting locality, where the file doesn't say it")
        command.add_argument("--json", action="store_true", help="print one JSON object")
        command.set_defaults(run=run)
        if name == "publish":
            command.add_argument("--by", required=True, help="who publishes")
            command.add_argument(
                "--reason", action="append", default=[], metavar="[CELL=]TEXT",
                help="why warnings may stay: of one cell (G8=…, or sheet!G8=…), or of all others",
            )  # fmt: skip
    history_command = commands.add_parser("history", help="list what was published and taken back")
    history_command.add_argument("--json", action="store_true", help="print one JSON object")
    history_command.set_defaults(run=_history)
    rollback_command = commands.add_parser("rollback", help="take a batch back")
    rollback_command.add_argument("batch")
    rollback_command.add_argument(
        "--by", default=getpass.getuser(), help="who takes it back; the user of this machine by default"
    )
    rollback_command.add_argument("--json", action="store_true", help="print one JSON object")
    rollback_command.set_defaults(run=_rollback)
    return parser


def _template(options: argparse.Namespace) -> int:
    content = template.make_template(
        loader.load_tables(), store.observations(), options.area, options.period, options.vintage
    )
    path = options.output or Path(template.file_name(options.area, options.period))
    path.write_bytes(content)
    print(intake_report.TEMPLATE_MADE.format(path=path))
    return DONE


def _check(options: argparse.Namespace) -> int:
    try:
        checked = _preflight(options)
    except Refusal as refusal:
        return _refused(refusal, options)
    _print(_as_json(checked) if options.json else _as_text(checked))
    return REFUSED if checked.errors else DONE


def _publish(options: argparse.Namespace) -> int:
    try:
        checked = _preflight(options)
    except Refusal as refusal:
        return _refused(refusal, options)
    reasons = _reasons(checked.warnings, options.reason)
    unexplained = len(checked.warnings) - len(reasons)
    if checked.errors:
        refused = intake_report.NOT_PUBLISHED_ERRORS.format(count=len(checked.errors))
    elif unexplained:
        refused = intake_report.NOT_PUBLISHED_WARNINGS.format(count=unexplained)
    elif is_empty(checked):
        refused = intake_report.NOTHING_NEW
    else:
        receipt = store.publish(make_submission(checked, reasons, loader.load_tables(), _today()), options.by)
        message = intake_report.PUBLISHED.format(
            batch=receipt.batch, at=_time(receipt.at), by=receipt.by, file=receipt.file_name,
            sha256=receipt.sha256, told=_counted(receipt.counts),
        )  # fmt: skip
        _print(asdict(receipt) if options.json else message)
        return DONE
    _print(_as_json(checked) | {"refused": refused} if options.json else f"{_as_text(checked)}\n{refused}")
    return REFUSED


def _history(options: argparse.Namespace) -> int:
    events = store.history().query("kind == 'report'").to_dict("records")
    if options.json:
        _print({"history": events})
        return DONE
    lines = [
        intake_report.EVENT_LINE.format(
            at=_time(each["at"]), action=intake_report.ACTIONS[each["action"]], batch=each["batch"], by=each["by"],
            file=each["file_name"], area=each["area"], period=each["period"], told=_counted(each["counts"]),
        )
        for each in events
    ]  # fmt: skip
    _print("\n".join(lines) or intake_report.NO_HISTORY)
    return DONE


def _rollback(options: argparse.Namespace) -> int:
    receipt = store.rollback(options.batch, options.by)
    message = intake_report.ROLLED_BACK.format(batch=receipt.batch, at=_time(receipt.at), by=receipt.by)
    _print(asdict(receipt) if options.json else message)
    return DONE


def _preflight(options: argparse.Namespace) -> Preflight:
    expected = {"vintage": options.vintage, "period": options.period, "area": options.area}
    return preflight.check_file(
        options.file.name, options.file.read_bytes(), loader.load_tables(), today=_today(), **expected
    )


def _today() -> pd.Timestamp:
    return clock.now().normalize()


def _refused(refusal: Refusal, options: argparse.Namespace) -> int:
    finding = asdict(refusal.finding)
    nothing: dict[str, Any] = {change: [] for change in CHANGES}
    _print(
        {"errors": [finding], "warnings": [], **nothing} if options.json else refusal.finding.message,
        error=not options.json,
    )
    return UNREADABLE


def _reasons(warnings: Sequence[Finding], given: Sequence[str]) -> dict[Finding, str]:
    """Return the reason of each warning: that of its cell, else the general one; a warning may have none."""
    by_cell = dict(each.split("=", 1) for each in given if "=" in each)
    general = next((each for each in given if "=" not in each), "")
    found = {
        each: by_cell.get(f"{each.sheet}!{each.cell}") or by_cell.get(each.cell) or general
        for each in warnings
    }
    return {each: reason for each, reason in found.items() if reason.strip()}


def _as_json(checked: Preflight) -> dict[str, Any]:
    rows = checked.difference.assign(period=_periods(checked.difference))
    rows = rows.rename(columns={"indicator": "code", "name_vi": "indicator_name"})
    rows = rows.rename(columns={"code": "indicator"})
    columns = ["locality", "name", "indicator", "indicator_name", "period", "value", "was", "sheet", "cell"]
    changes = {change: rows.loc[rows["change"].eq(change), columns].to_dict("records") for change in CHANGES}
    return {
        "errors": [asdict(each) for each in checked.errors],
        "warnings": [asdict(each) for each in checked.warnings],
        "notices": [asdict(each) for each in checked.findings if each.severity == "notice"],
        "read": checked.groups.to_dict("records"),
        **changes,
    }


def _periods(rows: pd.DataFrame) -> list[str]:
    """Return periods as ``2024-07-01/2024-09-30``, a day as ``2024-09-30``."""
    days = (rows[name].dt.strftime("%Y-%m-%d") for name in PERIOD)
    return [end if start == end else f"{start}/{end}" for start, end in zip(*days, strict=True)]


def _as_text(checked: Preflight) -> str:
    counts = {"errors": len(checked.errors)} | checked.counts
    lines = [intake_report.CHECKED.format(file=checked.file_name, **counts)]
    lines += [
        intake_report.FINDING_LINE.format(
            severity=intake_report.SEVERITIES[each.severity], message=each.message
        )
        for each in checked.findings
    ]
    lines += [record_texts.LINE.format_map(each) for each in checked.groups.to_dict("records")]
    missing = checked.difference[checked.difference["change"].eq("absent")]
    pairs = zip(missing["name"], missing["name_vi"], strict=True)
    lines += [intake_report.ABSENT_LINE.format(name=name, indicator=indicator) for name, indicator in pairs]
    return "\n".join(lines)


def _counted(counts: Mapping[str, int]) -> str:
    return intake_report.COUNTS.format(**(dict.fromkeys((*CHANGES, "warnings"), 0) | dict(counts)))


def _time(at: pd.Timestamp) -> str:
    return f"{at:%H:%M:%S %d/%m/%Y}"


def _print(what: Mapping[str, Any] | str, error: bool = False) -> None:
    if isinstance(what, str):
        print(what, file=sys.stderr if error else sys.stdout)
    else:
        print(json.dumps(_plain(what), ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    """Convert the values of frames to values of JSON: days to texts, missing ones to null."""
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return None if value is None or value is pd.NaT or value != value else value


if __name__ == "__main__":
    sys.exit(main())
