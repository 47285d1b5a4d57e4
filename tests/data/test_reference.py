import json

from data import reference
from data.loader import TABLES
from data.schema import DESCRIPTOR

PACKAGE = json.loads((TABLES / DESCRIPTOR).read_text("utf-8"))


def test_the_page_of_tables_is_current() -> None:
    assert reference.PAGE.read_text("utf-8") == reference.reference_page(PACKAGE), (
        "run python -m data.reference"
    )


def test_every_table_and_column_is_described() -> None:
    silent = [
        (table["name"], field["name"])
        for table in PACKAGE["resources"]
        for field in [table, *table["schema"]["fields"]]
        if not field.get("description", "").endswith(".")
    ]
    assert silent == []


def test_a_column_stands_with_its_type_limits_and_meaning() -> None:
    field = {
        "name": "teams",
        "type": "integer",
        "description": "Teams, a|b.",
        "constraints": {"required": True, "minimum": 0},
    }
    parent = {"name": "parent", "type": "string", "description": "The unit above.", "constraints": {}}
    key = {"fields": ["teams", "parent"], "reference": {"resource": "", "fields": ["teams", "unit"]}}
    schema = {"fields": [field, parent], "primaryKey": ["teams"], "foreignKeys": [key]}
    written = reference.reference_page(
        {"resources": [{"name": "units", "description": "Units.", "schema": schema}]}
    )
    assert written.endswith(
        "\n## units\n\nUnits.\n\nKey: `teams`\n\n| column | type | must be | meaning |\n|---|---|---|---|\n"
        "| `teams` | integer | filled; ≥ 0 | Teams, a\\|b. |\n"
        "| `parent` | string | a row of [units](#units), with `teams` | The unit above. |\n"
    )
