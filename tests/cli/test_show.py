"""bibkit show, seen from outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bibkit.errors import UsageError
from tests.cli import small

CARD = """\
vaswani2017attention  [resolved]
  Attention Is All You Need
  Ashish Vaswani, Laurens van der Maaten
  inproceedings, neurips, 2017, volume 30, pages 1-9
  arxiv  1706.03762 https://arxiv.org/abs/1706.03762
  url    https://papers.nips.cc/paper/7181
  also   vaswani17
  in dnn > Papers > Attention  [oral]
     code: https://github.com/a/b
     the one to read
"""


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("vaswani2017attention", id="by its key"),
        pytest.param("vaswani17", id="by an old key"),
        pytest.param("Vaswani2017Attention", id="whatever the capitals"),
    ],
)
def test_an_entry_is_shown_with_its_places(tmp_path: Path, key: str) -> None:
    result = small.run(["show", key, "--catalog", str(small.catalog(tmp_path))])
    assert (result.exit_code, result.stdout) == (0, CARD)


def test_why_an_entry_is_unresolved_is_shown(tmp_path: Path) -> None:
    result = small.run(["show", "lost", "--catalog", str(small.catalog(tmp_path))])
    assert result.stdout.splitlines()[0] == "lost  [unresolved: no source knows it]"


def test_yaml_is_what_stands_in_the_catalog(tmp_path: Path) -> None:
    folder = small.catalog(tmp_path)
    result = small.run(["show", "vaswani17", "--format", "yaml", "--catalog", str(folder)])
    assert result.stdout == (folder / "works" / "v.yaml").read_text()


def test_json_has_the_fields_of_the_catalog_and_the_places(tmp_path: Path) -> None:
    folder = small.catalog(tmp_path)
    result = small.run(["show", "vaswani17", "lost", "--format", "json", "--catalog", str(folder)])
    first, second = map(json.loads, result.stdout.splitlines())
    places = first.pop("listings")
    written = yaml.safe_load((folder / "works" / "v.yaml").read_text())
    assert {first.pop("key"): first} == written
    assert places[0]["section"] == ["Papers", "Attention"]
    assert places[0]["links"] == [{"role": "code", "url": "https://github.com/a/b", "label": ""}]
    assert second["listings"][0]["list"] == "dnn"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["vaswani2017atention"],
            "no entry has the key 'vaswani2017atention'; did you mean vaswani2017attention, vaswani17?",
            id="near one",
        ),
        pytest.param(["zzz"], "no entry has the key 'zzz'; `bibkit list` shows all", id="near none"),
        pytest.param(
            ["lost", "--format", "xml"], "--format: 'xml' is not one of text, yaml, json", id="no such format"
        ),
    ],
)
def test_what_is_not_there_is_refused_with_the_way_out(tmp_path: Path, arguments: list[str], message: str) -> None:
    result = small.run(["show", *arguments, "--catalog", str(small.catalog(tmp_path))])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == message


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        pytest.param(
            "works/v.yaml",
            b"a:\n\ttitle: T\n",
            "works/v.yaml:2:1: a tab stands where YAML wants blanks",
            id="broken YAML",
        ),
        pytest.param("works/v.yaml", b"\x00\x01", "works/v.yaml: binary", id="a binary file"),
        pytest.param("works/v.yaml", b"a:\n  title: \xe9\n", "works/v.yaml: line 2 has a byte 0xe9", id="Latin-1"),
        pytest.param("bibkit.yaml", b"format: 9\n", "bibkit.yaml:1:9: made by a newer bibkit", id="a newer catalog"),
    ],
)
def test_bad_data_is_one_line_and_exit_code_2(tmp_path: Path, file: str, text: bytes, message: str) -> None:
    folder = small.catalog(tmp_path)
    (folder / file).write_bytes(text)
    command = [sys.executable, "-m", "bibkit", "show", "lost", "--catalog", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"bibkit: {folder}/{message}")
    assert run.stderr.count("\n") == 1
