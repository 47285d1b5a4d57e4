"""What people put in stays apart from the tests, and each test is of a tier: daily, the whole, or slow."""

import gc
from pathlib import Path
from shutil import copytree

import pandas as pd
import pytest
from hypothesis import settings

from data import clock, store

OF_OTHER_TIERS = ("browser", "server", "slow", "journey")

# The tests of properties run on a few examples, always the same ones; --hypothesis-profile=thorough asks for many.
settings.register_profile("few", max_examples=15, derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile("few")


# Who publishes into a store of the project's tables, or asks for all simulated figures, makes a journey.
OF_JOURNEYS = {"own_state", "drawn"}


def pytest_collection_modifyitems(items: list[pytest.Item]):
    # After the markers of the folders' own files: what is loaded later is asked first.
    for item in items:
        if OF_JOURNEYS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.journey)
        if not any(item.get_closest_marker(name) for name in OF_OTHER_TIERS):
            item.add_marker(pytest.mark.daily)


def pytest_collection_finish():
    """Leave all that was imported out of the search for garbage, which else takes a sixth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


LONG_AGO = pd.Timestamp("2020-01-01").as_unit("us")


@pytest.fixture(autouse=True, scope="session")
def _own_state(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_STATE", str(tmp_path_factory.mktemp("state")))
        patch.delenv("INDICATOR_STORE_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of the repository's tables, brought in long before anything a test publishes."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_STATE", str(folder))
        patch.setattr(clock, "now", lambda: LONG_AGO)
        store.revision()
    return folder


@pytest.fixture
def own_state(made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test that publishes its own copy of a store.

    A store made anew would have another revision, and nothing computed from the first one would serve again.
    """
    folder = copytree(made_store, tmp_path / "own-state")
    monkeypatch.setenv("DASHBOARD_STATE", str(folder))
    return folder
