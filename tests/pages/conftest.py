"""Pages run through the shell, as a visitor opens them."""

from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from components.page_links import PAGES
from queries.catalogue import tables

HERE = Path(__file__).parent
OPENINGS = HERE / "test_openings.py"
SHELL = PAGES.parent / "components" / "shell.py"


def pytest_collection_modifyitems(items: list[pytest.Item]):
    for item in items:
        opens = {"visit", "arrive"} & set(getattr(item, "fixturenames", ()))
        if opens and item.path.is_relative_to(HERE) and item.path != OPENINGS:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(autouse=True, scope="session")
def _packages_searched_once():
    """Search the installed packages for components once: AppTest does so for every test, in a tenth of a second."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture(scope="session")
def owed() -> int:
    """Return how many figures a district owes: a new core indicator is no reason to change a test."""
    expected = tables().expected.query("kind == 'real' and vintage == '2025-03' and level == 'district'")
    return expected["indicator"].nunique()


@pytest.fixture
def visit():
    """Open a page at an address: ``visit("ban-do", tinh="58")``; a dash of a parameter is written ``_``."""

    def visit(path: str, **address: str) -> AppTest:
        test = AppTest.from_file(SHELL, default_timeout=60)
        for name, value in address.items():
            test.query_params[name.replace("_", "-")] = value
        if path != "tong-quan":
            # AppTest knows the pages only after it has run one; a browser opens the address of any page first.
            test._page_hash = calc_hash(path)
        return test.run()

    return visit


@pytest.fixture
def arrive(visit):
    """Open an address on the first page: ``arrive(tinh="58")``."""

    def arrive(**address: str) -> AppTest:
        return visit("tong-quan", **address)

    return arrive
