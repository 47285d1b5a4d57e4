import re
from pathlib import Path

from data.version import VERSION

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def test_the_changelog_begins_with_the_version() -> None:
    newest = re.search(r"^## \[(.+)\] - \d{4}-\d\d-\d\d$", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert newest
    assert newest[1] == VERSION
