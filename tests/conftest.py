"""What tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared data beside the project, or skip the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside the project")
    return SHARED
