"""bibkit schema, seen from outside."""

import json
from pathlib import Path

from typer.testing import CliRunner

from bibkit.cli import app
from bibkit.formats.schema import SCHEMAS


def test_a_schema_is_printed() -> None:
    result = CliRunner().invoke(app(["schema"]), ["schema", "list"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "bibkit list"


def test_all_are_written_once(tmp_path: Path) -> None:
    runs = [CliRunner().invoke(app(["schema"]), ["schema", "--write", str(tmp_path)]) for _ in range(2)]
    assert [len(run.stdout.splitlines()) for run in runs] == [len(SCHEMAS), 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.schema.json" for name in SCHEMAS)


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    result = CliRunner().invoke(app(["schema"]), ["schema", "lists"])
    assert str(result.exception) == "there is no schema 'lists' (known: catalog, list, review, lock, head)"
