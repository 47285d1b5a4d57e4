"""Where the store is: a DuckDB file in a folder, or a database server named by the environment."""

import os
from pathlib import Path

SERVER_VARIABLE, FOLDER_VARIABLE = "INDICATOR_STORE_URL", "DASHBOARD_STATE"
FILE_NAME = "so-lieu.duckdb"
ROOT = Path(__file__).resolve().parents[2]


def server() -> str | None:
    """Return the address of the database server that ``INDICATOR_STORE_URL`` names, or None."""
    return os.environ.get(SERVER_VARIABLE) or None


def path() -> Path:
    """Return the path of the store's file: in ``DASHBOARD_STATE``, or in ``.state`` beside the program."""
    return Path(os.environ.get(FOLDER_VARIABLE) or ROOT / ".state") / FILE_NAME


def displayed() -> str:
    """Return where the store is, for a message; an address is returned without its user and password."""
    url = server()
    return url.rsplit("@", 1)[-1] if url else str(path())
