"""What people put in stays apart from the tests: each run of them has a folder of its own."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_state(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_STATE", str(tmp_path_factory.mktemp("state")))
        patch.delenv("INDICATOR_STORE_URL", raising=False)
        yield
