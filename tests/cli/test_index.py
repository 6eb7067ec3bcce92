"""bibkit index and bibkit cache, seen from outside."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bibkit.cli import app
from bibkit.errors import BibkitError, DataError, FileError, UsageError

ROWS = [
    {"id": f"r{number}", "source": "somewhere", "grade": "A", "kind": "published", "type": "article", "title": title,
     "authors": [{"family": "Author", "given": "Ann"}], "year": 2020, "journal": "Nature"}
    for number, title in enumerate(("First Things", "Second Things", "Last Things"))
]  # fmt: skip


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep index and cache in a folder of the test's."""
    monkeypatch.setenv("BIBKIT_INDEX", str(tmp_path / "home" / "index.sqlite"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app((arguments[0],)), [*arguments])


def fails(*arguments: str) -> BibkitError:
    """Return the error that a command stops with; the command line prints it as one line."""
    error = run(*arguments).exception
    assert isinstance(error, BibkitError)
    assert "\n" not in str(error)
    return error


def jsonl(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_add_and_info(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    result = run("index", "add", str(path))
    assert (result.exit_code, result.output) == (0, f"{path}: 3 added, 0 updated, 0 unchanged, 0 removed\n")
    info = run("index", "info").output
    assert f"{home}/home/index.sqlite: 3 records" in info
    assert str(path) in info


def test_the_same_file_again_is_nothing_new_and_a_changed_one_is_brought_up_to_date(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    run("index", "add", str(path))
    assert run("index", "add", str(path)).output == f"{path}: nothing new\n"
    jsonl(path, ROWS[0], {**ROWS[1], "year": 2021})
    assert run("index", "add", str(path)).output == f"{path}: 0 added, 1 updated, 1 unchanged, 1 removed\n"


def test_packed_files_and_bib(home: Path) -> None:
    packed = home / "pool.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(ROWS[0]).encode()))
    bib = home / "refs.bib"
    bib.write_text("@article{key, title = {A Thing}, author = {A. B}, journal = {J}, year = 2020}\n")
    result = run("index", "add", str(packed), str(bib))
    assert result.exit_code == 0
    assert result.output.count("1 added") == 2


def test_bad_lines_are_named_and_the_others_are_taken(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", ROWS[0], "{broken", ROWS[1], "[]")
    result = run("index", "add", str(path))
    assert result.exit_code == 1
    assert f"{path}: 2 added, 0 updated, 0 unchanged, 0 removed, 2 can't be read" in result.output
    assert f"{path}:2: is no JSON" in result.output
    assert f"{path}:4: is no JSON object" in result.output


def test_a_path_for_the_index(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    assert run("index", "add", str(path), "--index", str(home / "mine")).exit_code == 0
    assert "3 records" in run("index", "info", "--index", str(home / "mine")).output
    assert isinstance(fails("index", "info"), FileError)


def test_what_cannot_be_read(home: Path) -> None:
    (home / "empty.jsonl").write_text("")
    (home / "cut.jsonl.gz").write_bytes(gzip.compress(json.dumps(ROWS[0]).encode() * 100)[:-20])
    (home / "plain.jsonl.gz").write_text("{}")
    (home / "latin.bib").write_bytes(b"@article{a, title = {\xe9t\xe9}}")
    jsonl(home / "broken.jsonl", "{", "{")
    (home / "folder.jsonl").mkdir()
    cases = [
        ("none.jsonl", FileError, "No such file"),
        ("folder.jsonl", FileError, "folder.jsonl"),
        ("refs.txt", UsageError, "must end in"),
        ("empty.jsonl", DataError, "no record"),
        ("broken.jsonl", DataError, "no record that can be read; line 1"),
        ("cut.jsonl.gz", DataError, "no whole gzip"),
        ("plain.jsonl.gz", DataError, "no whole gzip"),
        ("latin.bib", DataError, "latin.bib:1: is not UTF-8"),
    ]
    for name, kind, said in cases:
        error = fails("index", "add", str(home / name))
        assert isinstance(error, kind), name
        assert said in str(error), name
        assert name in str(error)


def test_a_bad_file_leaves_the_index_as_it_was(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    run("index", "add", str(path))
    jsonl(path, "{broken")
    fails("index", "add", str(path))
    assert "3 records" in run("index", "info").output


def test_an_index_that_is_none(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    error = fails("index", "add", str(path), "--index", str(path))
    assert isinstance(error, DataError)
    assert path.read_text().startswith("{")


def test_a_read_only_folder(home: Path) -> None:
    path = jsonl(home / "pool.jsonl", *ROWS)
    assert isinstance(fails("index", "add", str(path), "--index", "/proc/index.sqlite"), FileError)


def test_cache_info_and_clear() -> None:
    assert "0 answers" in run("cache", "info").output
    assert "0 answers forgotten" in run("cache", "clear").output
