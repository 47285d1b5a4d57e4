"""Imports real boundaries: ``python -m geo.import_boundaries FILE --vintage 2025-07 --level commune``.

Exits 0 if every locality has its shape, 1 if the set is incomplete and nothing was replaced, 2 if the file can't be
read.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from geo import boundaries, imported_boundaries
from geo.boundary_asset import COUNTRY, BoundaryAsset, build_asset, features_of
from geo.importing import import_report, summary_rows
from geo.importing.area_reader import UnreadableFile
from geo.importing.importer import ImportRequest, ImportResult, run_import
from geo.importing.repair import GAP_WIDTH
from wording import import_messages as words
from wording.numbers import number

WHOLE, INCOMPLETE, UNREADABLE = 0, 1, 2
LISTED = 20


def main(arguments: list[str] | None = None) -> int:
    """Import a boundary file as the command line says, and return the exit code."""
    options = _options()
    chosen = options.parse_args(arguments)
    if chosen.level not in boundaries.levels(chosen.register).get(chosen.vintage, ()):
        options.error(words.NO_LEVEL.format(vintage=chosen.vintage, level=chosen.level))
    if chosen.province not in (
        None,
        *boundaries.read_localities(chosen.vintage, "province", chosen.register),
    ):
        options.error(words.NO_PROVINCE.format(vintage=chosen.vintage, province=chosen.province))
    order = ImportRequest(
        chosen.file,
        chosen.vintage,
        chosen.level,
        chosen.province,
        chosen.crs,
        chosen.layer,
        chosen.mapping,
        chosen.register,
        chosen.source,
        chosen.gap,
    )
    try:
        outcome = _with_progress(order)
    except UnreadableFile as error:
        print(error, file=sys.stderr)
        _print_json(chosen.json, {"error": str(error)})
        return UNREADABLE
    print(*_summary(outcome), sep="\n")
    code = _kept(outcome, chosen.out or imported_boundaries.directory(), dry=chosen.dry_run)
    if chosen.report:
        import_report.write_report(outcome, chosen.report)
        print(words.REPORT_AT.format(file=chosen.report))
    _print_json(chosen.json, outcome.as_dict())
    return code


def _options() -> argparse.ArgumentParser:
    told = words.HELP
    options = argparse.ArgumentParser(prog="python -m geo.import_boundaries", description=told["description"])
    options.add_argument("file", type=Path, help=told["file"])
    options.add_argument("--vintage", required=True, help=told["vintage"])
    options.add_argument("--level", required=True, choices=list(boundaries.DIGITS), help=told["level"])
    options.add_argument("--province", help=told["province"])
    options.add_argument("--crs", help=told["crs"])
    options.add_argument("--layer", help=told["layer"])
    options.add_argument("--mapping", type=Path, help=told["mapping"])
    options.add_argument("--source", help=told["source"])
    options.add_argument("--gap", type=float, default=GAP_WIDTH, help=told["gap"])
    options.add_argument("--register", type=Path, default=boundaries.REGISTER, help=told["register"])
    options.add_argument("--out", type=Path, help=told["out"])
    options.add_argument("--dry-run", action="store_true", help=told["dry_run"])
    options.add_argument("--report", type=Path, help=told["report"])
    options.add_argument("--json", action="store_true", help=told["json"])
    return options


def _with_progress(order: ImportRequest) -> ImportResult:
    """Import with a bar on the terminal that names the step."""
    columns = TextColumn("{task.description:<28}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(words.STEPS[0], total=len(words.STEPS))

        def tell(step: str) -> None:
            bar.update(task, description=step, completed=words.STEPS.index(step))

        outcome = run_import(order, tell)
        bar.update(task, completed=len(words.STEPS))
    return outcome


def _kept(outcome: ImportResult, directory: Path, *, dry: bool) -> int:
    """Put the new set in the place of the present one, unless something is missing; return the exit code."""
    if not outcome.whole:
        print(words.INCOMPLETE)
        return INCOMPLETE
    if dry:
        print(words.DRY_RUN)
        return WHOLE
    order = outcome.order
    try:
        imported_boundaries.write_assets(order.vintage, order.level, _set(outcome, directory), directory)
    except OSError as error:
        print(words.UNWRITABLE.format(directory=directory, error=error), file=sys.stderr)
        return INCOMPLETE
    told = words.IMPORTED if directory == imported_boundaries.directory() else words.WRITTEN_ELSEWHERE
    print(told.format(directory=directory))
    return WHOLE


def _set(outcome: ImportResult, directory: Path) -> dict[str, BoundaryAsset]:
    """The whole set after the import: of one province, what was imported of the others stays."""
    order = outcome.order
    if order.province is None:
        return dict(outcome.sheets)
    try:
        present = imported_boundaries.read_assets(order.vintage, order.level, directory)
    except boundaries.BrokenBoundaries:  # what can't be drawn any more need not be kept
        present = {}
    if COUNTRY in present:
        others = [each for each in features_of(present[COUNTRY]) if _province(each) != order.province]
        own = features_of(outcome.sheets[order.province])
        present[COUNTRY] = build_asset(f"{order.level}-{order.vintage}", [*others, *own])
    return {**present, **outcome.sheets}


def _province(feature: boundaries.Feature) -> str:
    return str(feature["properties"]["province"])


def _summary(outcome: ImportResult) -> Iterator[str]:
    """What a person reads on the terminal."""
    yield from outcome.remarks
    yield summary_rows.match_summary(outcome)
    yield from _listed(
        words.UNMATCHED_FEATURES, summary_rows.unmatched_feature_rows(outcome), words.UNMATCHED_FEATURE
    )
    yield from _listed(
        words.MISSING_LOCALITIES, summary_rows.missing_locality_rows(outcome), words.MISSING_LOCALITY
    )
    yield summary_rows.repair_summary(outcome)
    yield from _listed(words.AREAS, summary_rows.area_error_rows(outcome), words.AREA)


def _listed(head: str, rows: list[dict[str, str]], line: str) -> Iterator[str]:
    if rows:
        yield head.format(count=number(len(rows)))
        yield from (line.format(**row) for row in rows[:LISTED])
        if len(rows) > LISTED:
            yield words.MORE.format(count=number(len(rows) - LISTED))


def _print_json(wanted: bool, told: dict[str, object]) -> None:
    if wanted:
        print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
