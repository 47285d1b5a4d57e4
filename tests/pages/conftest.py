"""Pages run through the shell, as a visitor opens them."""

import pytest
from streamlit.testing.v1 import AppTest

from components.page_links import PAGES, page_file

SHELL = PAGES.parent / "components" / "shell.py"


@pytest.fixture
def arrive():
    """Open an address on the first page: ``arrive(tinh="58")``; a dash of a parameter is written ``_``."""

    def arrive(**address: str) -> AppTest:
        test = AppTest.from_file(SHELL, default_timeout=60)
        for name, value in address.items():
            test.query_params[name.replace("_", "-")] = value
        return test.run()

    return arrive


@pytest.fixture
def visit(arrive):
    """Open an address, then go to a page: ``visit("ban-do", tinh="58")``."""

    def visit(path: str, **address: str) -> AppTest:
        return arrive(**address).switch_page(str(page_file(path))).run()

    return visit
