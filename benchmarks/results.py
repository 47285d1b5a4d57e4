"""Reports results: as a table on the terminal, as one JSON object, and as a section of docs/benchmarks.md."""

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


def markdown_table(rows: list[dict[str, Any]]) -> str:
    """Return rows as a Markdown table; the keys of the first row are the heads of the columns."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([str(row[key]) for key in heads] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def describe_machine(chromium: str | None = None) -> str:
    """Describe the machine and the versions; the browser only if one took part."""
    import streamlit

    return (
        f"{clock.today():%Y-%m-%d}; {platform.system()} {platform.machine()}, {os.cpu_count()} processors "
        f"({processor()}), {memory()}; Python {platform.python_version()}, streamlit {streamlit.__version__}, "
        f"plotly {version('plotly')}{f', Chromium {chromium} headless, WebGL in software' if chromium else ''}."
    )


def processor() -> str:
    """Return the name of the processor, or the type of the machine where the system does not provide it."""
    try:
        output = subprocess.run(["lscpu"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return platform.machine()
    name = re.search(r"Model name:\s*(.+)", output)
    return name[1].strip() if name else platform.machine()


def memory() -> str:
    """Return the memory of the machine in GB, or "memory unknown" where the system does not provide it."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (AttributeError, OSError, ValueError):
        return "memory unknown"


def report(name: str, title: str, body: str, result: dict[str, Any], as_json: bool) -> None:
    """Print a result and write its section of the document; the JSON object is printed last, if requested."""
    print(body)
    write_section(name, f"## {title}\n\n{body}\n")
    if as_json:
        print(json.dumps(result))


def write_section(name: str, section: str, file: Path = DOCS) -> None:
    """Replace the section of this name in the document, or append a new one."""
    text = file.read_text("utf-8") if file.exists() else HEADING
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    new = f"{start}\n{section}{end}"
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    text = pattern.sub(lambda _: new, text) if pattern.search(text) else f"{text.rstrip()}\n\n{new}\n"
    file.write_text(text, "utf-8")
