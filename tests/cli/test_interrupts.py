"""Stopped at any moment, a run leaves a catalog that can be read, and the next run goes on."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.flow import Flow

ITEMS = 400
#: Seconds after the start: while modules load, while it reads, and while it writes.
MOMENTS = (0.15, 0.4, 0.7, 1.0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a catalog of a small list, and a long one to import; tests copy it."""
    folder = tmp_path_factory.mktemp("made")
    flow = Flow.made(folder)
    lines = (f"- [Study number {n} of slimming networks](https://example.org/{n}) ICML 2020\n" for n in range(ITEMS))
    (folder / "long.md").write_text("".join(lines), encoding="utf-8")
    assert flow.run("import", "slim.md").returncode == 0
    return folder


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
@pytest.mark.parametrize("moment", MOMENTS)
def test_an_import_that_is_stopped_can_be_run_again(
    made: Path, tmp_path: Path, number: signal.Signals, moment: float
) -> None:
    flow = Flow.copied(made, tmp_path / "copy")
    process = subprocess.Popen(
        [sys.executable, "-m", "bibkit", "import", "long.md"],
        cwd=flow.folder, env=flow.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(moment)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    if process.returncode == 130:
        assert said == "bibkit: stopped; what was finished is kept\n"
    assert "slim" in flow.run("list", "--format", "keys", "--list", "slim").stdout
    assert flow.run("import", "long.md").returncode == 0
    assert len(flow.run("list", "--format", "keys").stdout.splitlines()) == ITEMS + 4
    assert not [path.name for path in (flow.folder / "catalog").rglob(".*")]
