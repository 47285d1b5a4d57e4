"""Imports real boundaries: ``python -m geo.import_boundaries FILE --vintage 2025-07 --level commune``.

The exit code is 0 if every locality has its shape, 1 if the set is incomplete and nothing was replaced, 2 if the file
cannot be read.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from geo import boundaries, import_lock, imported_boundaries
from geo.boundary_asset import COUNTRY, BoundaryAsset, build_asset, features_of
from geo.importing import import_report, summary_rows
from geo.importing.importer import ImportRequest, ImportResult, run_import
from geo.importing.repair import GAP_WIDTH
from geo.importing.unreadable_file import UnreadableFile
from wording import import_messages as words
from wording.numbers import number

COMPLETE, INCOMPLETE, UNREADABLE = 0, 1, 2
MAX_LISTED = 20


def main(arguments: list[str] | None = None) -> int:
    """Import a boundary file as the command line says, and return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.level not in boundaries.levels(options.register).get(options.vintage, ()):
        parser.error(words.NO_LEVEL.format(vintage=options.vintage, level=options.level))
    provinces = boundaries.read_localities(options.vintage, "province", options.register)
    if options.province not in (None, *provinces):
        parser.error(words.NO_PROVINCE.format(vintage=options.vintage, province=options.province))
    try:
        result = _run_with_progress(_request(options))
    except UnreadableFile as error:
        print(error, file=sys.stderr)
        if options.json:
            _print_json({"error": str(error)})
        return UNREADABLE
    print(*_summary(result), sep="\n")
    code = _replace_boundaries(
        result, options.out or imported_boundaries.directory(), dry_run=options.dry_run
    )
    if options.report:
        import_report.write_report(result, options.report)
        print(words.REPORT_AT.format(file=options.report))
    if options.json:
        _print_json(result.as_dict())
    return code


def _parser() -> argparse.ArgumentParser:
    texts = words.HELP
    parser = argparse.ArgumentParser(prog="python -m geo.import_boundaries", description=texts["description"])
    parser.add_argument("file", type=Path, help=texts["file"])
    parser.add_argument("--vintage", required=True, help=texts["vintage"])
    parser.add_argument("--level", required=True, choices=list(boundaries.DIGITS), help=texts["level"])
    parser.add_argument("--province", help=texts["province"])
    parser.add_argument("--crs", help=texts["crs"])
    parser.add_argument("--layer", help=texts["layer"])
    parser.add_argument("--mapping", type=Path, help=texts["mapping"])
    parser.add_argument("--source", help=texts["source"])
    parser.add_argument("--gap", type=float, default=GAP_WIDTH, help=texts["gap"])
    parser.add_argument("--register", type=Path, default=boundaries.REGISTER, help=texts["register"])
    parser.add_argument("--out", type=Path, help=texts["out"])
    parser.add_argument("--dry-run", action="store_true", help=texts["dry_run"])
    parser.add_argument("--report", type=Path, help=texts["report"])
    parser.add_argument("--json", action="store_true", help=texts["json"])
    return parser


def _request(options: argparse.Namespace) -> ImportRequest:
    return ImportRequest(
        options.file,
        options.vintage,
        options.level,
        options.province,
        options.crs,
        options.layer,
        options.mapping,
        options.register,
        options.source,
        options.gap,
    )


def _run_with_progress(request: ImportRequest) -> ImportResult:
    """Import with a progress bar on the terminal that names the step."""
    columns = TextColumn("{task.description:<28}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(words.STEPS[0], total=len(words.STEPS))

        def report_step(step: str) -> None:
            bar.update(task, description=step, completed=words.STEPS.index(step))

        result = run_import(request, report_step)
        bar.update(task, completed=len(words.STEPS))
    return result


def _replace_boundaries(result: ImportResult, directory: Path, *, dry_run: bool) -> int:
    """Replace the present set by the new one, unless the new one is incomplete; return the exit code."""
    if not result.complete:
        print(words.INCOMPLETE)
        return INCOMPLETE
    if dry_run:
        print(words.DRY_RUN)
        return COMPLETE
    request = result.request
    try:
        with import_lock.exclusive(directory):  # the set is read, changed and written
            assets = _merged_assets(result, directory)
            imported_boundaries.write_assets(request.vintage, request.level, assets, directory)
    except OSError as error:
        print(words.UNWRITABLE.format(directory=directory, error=error), file=sys.stderr)
        return INCOMPLETE
    in_use = directory == imported_boundaries.directory()
    print((words.IMPORTED if in_use else words.WRITTEN_ELSEWHERE).format(directory=directory))
    return COMPLETE


def _merged_assets(result: ImportResult, directory: Path) -> dict[str, BoundaryAsset]:
    """Return all assets after the import; if one province is imported, those of other provinces stay."""
    request = result.request
    if request.province is None:
        return dict(result.assets)
    present: dict[str, BoundaryAsset] = {}
    with suppress(boundaries.BrokenBoundaries):  # what is broken cannot be drawn, so it is dropped
        present, _ = imported_boundaries.read_assets(request.vintage, request.level, directory)
    if COUNTRY in present:
        others = [
            each for each in features_of(present[COUNTRY]) if boundaries.province_of(each) != request.province
        ]
        own = features_of(result.assets[request.province])
        present[COUNTRY] = build_asset(f"{request.level}-{request.vintage}", [*others, *own])
    return {**present, **result.assets}


def _summary(result: ImportResult) -> Iterator[str]:
    """Yield the lines of the summary on the terminal."""
    yield from result.remarks
    yield summary_rows.match_summary(result)
    unmatched, missing = (
        summary_rows.unmatched_feature_rows(result),
        summary_rows.missing_locality_rows(result),
    )
    yield from _listed(words.UNMATCHED_FEATURES, unmatched, words.UNMATCHED_FEATURE)
    yield from _listed(words.MISSING_LOCALITIES, missing, words.MISSING_LOCALITY)
    yield summary_rows.repair_summary(result)
    yield from _listed(words.AREA_ERRORS, summary_rows.area_error_rows(result), words.AREA_ERROR)


def _listed(heading: str, rows: list[dict[str, str]], line: str) -> Iterator[str]:
    if rows:
        yield heading.format(count=number(len(rows)))
        yield from (line.format(**row) for row in rows[:MAX_LISTED])
        if len(rows) > MAX_LISTED:
            yield words.MORE.format(count=number(len(rows) - MAX_LISTED))


def _print_json(content: dict[str, object]) -> None:
    print(json.dumps(content, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
