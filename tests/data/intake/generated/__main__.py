"""``python -m tests.data.intake.generated``: what the reader makes of the corpus, by kind."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from data.loader import load_tables
from tests.data.intake.generated import outcome
from tests.data.intake.generated.meaning import MARKS, Mark
from tests.data.intake.generated.verdict import Verdict, judge, spelled
from tests.data.intake.generated.whole import every_sample

NAMES = ("read right", "asked", "refused", "silent error")


def main() -> None:
    """Read the corpus, or the part whose titles hold a word, and print the outcomes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="only files whose kind or name holds this")
    parser.add_argument("--list", action="store_true", help="say what is wrong with each failing file")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the files into a folder")
    asked = parser.parse_args()
    chosen = [each for each in every_sample() if asked.word in each.title]
    if asked.write:
        asked.write.mkdir(parents=True, exist_ok=True)
        for at, each in enumerate(chosen):
            safe = "".join(letter if letter.isalnum() else "_" for letter in each.title)[:120]
            (asked.write / f"{at:03} {safe}{Path(each.file_name).suffix}").write_bytes(each.content)
    tables = load_tables()
    found = [judge(each, outcome.read(each.file_name, each.content, tables)) for each in chosen]
    if asked.list:
        for verdict in found:
            if verdict.faults:
                print("\n".join(report(verdict)))
    print(summary(found))


def report(verdict: Verdict) -> list[str]:
    """Return lines on a failing file: what was meant and what came."""
    return [
        f"\n[{verdict.sample.mark}] {verdict.sample.title}",
        *(f"  meant {spelled(each)}" for each in verdict.sample.figures[:4]),
        *(f"  {each}" for each in verdict.faults[:6]),
    ]


def summary(verdicts: Sequence[Verdict]) -> str:
    """Return a table of outcomes by kind and mark."""
    counted = Counter((each.sample.kind, each.sample.mark, each.name) for each in verdicts)
    kinds = list(dict.fromkeys(each.sample.kind for each in verdicts))
    lines = [
        f"{'kind':<22}{'mark':<10}{'files':>6}" + "".join(f"{name:>14}" for name in NAMES) + f"{'failing':>9}"
    ]
    for kind in kinds:
        for mark in MARKS:
            of = [each for each in verdicts if (each.sample.kind, each.sample.mark) == (kind, mark)]
            if of:
                lines.append(_line(kind, mark, of, counted))
    stopped = sum(len(each.outcome.questions) + len(each.outcome.errors) for each in verdicts)
    false = sum(bool(each.needless) for each in verdicts)
    silent = sum(bool(each.silent) for each in verdicts)
    lines.append(
        f"{len(verdicts)} files: {silent} with a silent error, {false} refused or asked about without need, "
        f"{stopped / max(1, len(verdicts)):.2f} questions and errors a file"
    )
    return "\n".join(lines)


def _line(kind: str, mark: Mark, of: Sequence[Verdict], counted: Counter[tuple[str, Mark, str]]) -> str:
    numbers = "".join(f"{counted[kind, mark, name]:>14}" for name in NAMES)
    return f"{kind:<22}{mark:<10}{len(of):>6}{numbers}{sum(bool(each.faults) for each in of):>9}"


if __name__ == "__main__":
    main()
