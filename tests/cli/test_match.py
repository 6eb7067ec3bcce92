"""bibkit match, seen from outside."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bibkit.cli import app, run

TITLE = "Learning Sparse Networks for Robust Speech Recognition in Noise"
RIGHT = {"rid": "c1", "title": TITLE, "authors": ["Ada Lovelace", "Alan Turing"], "year": 2019, "venue": "ICML"}
WRONG = {"rid": "c2", "title": "Attention Is All You Need", "authors": ["Kurt Gödel"], "year": 2017}
CASES = [
    {
        "id": "sure",
        "query": {"title": TITLE, "authors": ["A. Lovelace", "others"], "year": 2019},
        "candidates": [WRONG, RIGHT],
    },
    {"id": "open", "query": {"title": TITLE, "authors": ["Kurt Gödel"], "year": 2019}, "candidates": [RIGHT]},
    {"id": "none", "query": {"title": TITLE}, "candidates": [WRONG]},
]


def lines(cases: list[object]) -> str:
    return "".join(json.dumps(case) + "\n" for case in cases)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "cases.jsonl"
    file.write_text(lines([*CASES]), "utf-8")
    return file


def test_jsonl_answers_line_by_line(path: Path) -> None:
    result = CliRunner().invoke(app(["match"]), ["match", str(path), "--format", "jsonl"])
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [list(answer) for answer in answers] == [["id", "decision", "rid", "flags", "evidence"]] * 3
    assert [(a["id"], a["decision"], a["rid"]) for a in answers] == [
        ("sure", "match", "c1"),
        ("open", "ambiguous", "c1"),
        ("none", "no_match", None),
    ]
    assert answers[1]["flags"] == ["author_mismatch"]
    assert answers[0]["evidence"] == ["title exact", "authors ok 1/1", "year 0"]


def test_text_is_one_line_a_case(path: Path) -> None:
    result = CliRunner().invoke(app(["match"]), ["match", str(path)])
    assert result.stdout.splitlines() == [
        f"sure: match c1 {TITLE!r} (title exact, authors ok 1/1, year 0)",
        f"open: ambiguous c1 {TITLE!r} (title exact, authors conflict 0/1, year 0, author_mismatch)",
        "none: no_match (no record comes near)",
    ]


def test_a_dash_reads_standard_input(path: Path) -> None:
    result = CliRunner().invoke(app(["match"]), ["match", "-", "--format", "jsonl"], input=path.read_bytes())
    assert len(result.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(lines([CASES[0]]).encode() + b"\n{\n", "{file}:3: not JSON", id="a bad line, with its number"),
        pytest.param(b'{"id": "a", "query": 1}\n', "{file}:1: not a case", id="JSON that is no case"),
        pytest.param(b"\x00\x01\xff", "{file}: binary", id="a binary file"),
    ],
)
def test_bad_input_is_one_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, error: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content)
    with pytest.raises(SystemExit) as stop:
        run(["match", str(file)])
    said = capsys.readouterr().err
    assert (stop.value.code, said.count("\n")) == (2, 1)
    assert error.format(file=file) in said


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["match", str(tmp_path / "none.jsonl")])
    assert stop.value.code == 2
    assert "none.jsonl: there is no such file" in capsys.readouterr().err


def test_no_cases_are_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_text("", "utf-8")
    result = CliRunner().invoke(app(["match"]), ["match", str(file)])
    assert (result.exit_code, result.stdout) == (0, "")
