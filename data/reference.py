"""The reference of the tables: ``python -m data.reference`` writes ``docs/tables.md`` from ``datapackage.json``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.loader import TABLES
from data.schema import DESCRIPTOR

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tables.md"
HEAD = """# Tables

Written by `python -m data.reference` from `data/tables/datapackage.json`; edit that file, not this page.

Every table is a CSV file in `data/tables/`: UTF-8, a comma between cells, a point before decimals, dates as 2025-12-31,
flags as `true` and `false`. An empty cell is a missing value, never zero. Codes are text and keep their zeros.
How a published figure became a row: [data.md](data.md).
"""
COLUMNS = "| column | type | must be | meaning |\n|---|---|---|---|"


def reference_page(package: dict[str, Any]) -> str:
    """Return the reference page of a data package.

    Parameters
    ----------
    package : dict
        Content of ``datapackage.json``: ``resources``, each with ``name``, ``description`` and ``schema``.

    Returns
    -------
    str
        Markdown: a list of the tables, then one section a table.
    """
    tables = package["resources"]
    index = "\n".join(f"- [{each['name']}](#{each['name']}): {each['description']}" for each in tables)
    return "\n".join([HEAD, index, *(section for each in tables for section in _table(each))]) + "\n"


def _table(resource: dict[str, Any]) -> Iterator[str]:
    schema = resource["schema"]
    yield f"\n## {resource['name']}\n\n{resource['description']}\n"
    yield f"Key: {_codes(schema['primaryKey'])}\n"
    yield COLUMNS
    targets = {key["fields"][-1]: _target(key, resource["name"]) for key in schema["foreignKeys"]}
    for field in schema["fields"]:
        must = "; ".join(
            [*_limits(field.get("constraints", {})), *filter(None, [targets.get(field["name"])])]
        )
        cells = (f"`{field['name']}`", field["type"], must, field["description"])
        yield f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def _limits(constraints: dict[str, Any]) -> Iterator[str]:
    if constraints.get("required"):
        yield "filled"
    if "enum" in constraints:
        yield f"one of {_codes(constraints['enum'])}"
    if "pattern" in constraints:
        yield f"like `{constraints['pattern']}`"
    if "minimum" in constraints:
        yield f"≥ {constraints['minimum']}"
    if "maximum" in constraints:
        yield f"≤ {constraints['maximum']}"


def _target(key: dict[str, Any], own: str) -> str:
    """Describe the table that a foreign key refers to; an empty resource is the table itself."""
    table = key["reference"]["resource"] or own
    columns = f", with {_codes(key['fields'][:-1])}" if len(key["fields"]) > 1 else ""
    return f"a row of [{table}](#{table}){columns}"


def _codes(names: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)


def main() -> None:
    """Write the page."""
    package = json.loads((TABLES / DESCRIPTOR).read_text("utf-8"))
    PAGE.write_text(reference_page(package), "utf-8")
    print(f"{PAGE.name}: {len(package['resources'])} tables")


if __name__ == "__main__":
    main()
