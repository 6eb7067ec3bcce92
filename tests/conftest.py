"""What tests share."""

import gc
from pathlib import Path

import pytest

from bibkit.__main__ import GC_EVERY

SHARED = Path(__file__).parents[2] / "shared"


# As in the command itself; else the times that tests measure are those of collecting what the tests before made.
gc.set_threshold(GC_EVERY)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared data beside the project, or skip the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside the project")
    return SHARED
