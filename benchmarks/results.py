"""How results are told: a table on the terminal, one JSON object, and a section of docs/benchmarks.md."""

import json
import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from data import clock

DOCS = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEADING = """# Benchmarks

Each section is written by the command that it names. Times depend on the machine and on what else it does; the
ratios are what to look at: every way is measured in the same run, in turn.

A ratio to the empty canvas can fall below 1: Streamlit's page often shows the result of a very short run only some
100 ms later, together with the run's end, so the least work is not always the first on screen.
"""


def table(rows: list[dict[str, Any]]) -> str:
    """Write rows as a Markdown table; the keys of the first are its head."""
    head = list(rows[0])
    lines = [head, ["---"] * len(head), *([str(row[key]) for key in head] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine(chromium: str | None = None) -> str:
    """Describe what the measurement ran on; without a browser where none took part."""
    import streamlit

    return (
        f"{clock.today():%Y-%m-%d}; {platform.system()} {platform.machine()}, {os.cpu_count()} processors "
        f"({processor()}), {memory()}; Python {platform.python_version()}, streamlit {streamlit.__version__}, "
        f"plotly {version('plotly')}{f', Chromium {chromium} headless, WebGL in software' if chromium else ''}."
    )


def processor() -> str:
    """Return the processor's name, or the machine's type where the system does not tell."""
    try:
        told = subprocess.run(["lscpu"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return platform.machine()
    named = re.search(r"Model name:\s*(.+)", told)
    return named[1].strip() if named else platform.machine()


def memory() -> str:
    """Return the machine's memory in GB, or "memory unknown" where the system does not tell."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (AttributeError, OSError, ValueError):
        return "memory unknown"


def tell(name: str, title: str, body: str, result: dict[str, Any], as_json: bool) -> None:
    """Print a result, write its section of the document, and end with the JSON object when asked to."""
    print(body)
    write(name, f"## {title}\n\n{body}\n")
    if as_json:
        print(json.dumps(result))


def write(name: str, section: str, file: Path = DOCS) -> None:
    """Put a section in the place of its predecessor of that name, or at the end."""
    text = file.read_text("utf-8") if file.exists() else HEADING
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    new = f"{start}\n{section}{end}"
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    text = pattern.sub(lambda _: new, text) if pattern.search(text) else f"{text.rstrip()}\n\n{new}\n"
    file.write_text(text, "utf-8")
