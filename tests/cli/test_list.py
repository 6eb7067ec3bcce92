"""bibkit list, seen from outside."""

import json
from pathlib import Path

import pytest

from bibkit.errors import UsageError
from tests.cli import small

ALL = ["lost", "new2020", "vaswani2017attention"]


@pytest.mark.parametrize(
    ("conditions", "keys"),
    [
        pytest.param([], ALL, id="all, sorted by key"),
        pytest.param(["--section", "papers"], ["new2020", "vaswani2017attention"], id="a section and those below it"),
        pytest.param(["--section", "Papers/Attention"], ["vaswani2017attention"], id="a path of headings"),
        pytest.param(["--list", "dnn"], ["new2020", "vaswani2017attention", "lost"], id="a list, in its own order"),
        pytest.param(["--venue", "neurips"], ["vaswani2017attention"], id="a venue by its id"),
        pytest.param(["--venue", "NIPS"], ["vaswani2017attention"], id="a venue by another name"),
        pytest.param(["--venue", "cvpr"], [], id="a venue that no entry has"),
        pytest.param(["--year", "2019"], ["lost"], id="a year"),
        pytest.param(["--year", "2019-"], ["lost", "new2020"], id="since a year"),
        pytest.param(["--year", "-2018"], ["vaswani2017attention"], id="until a year"),
        pytest.param(["--year", "2017-2019"], ["lost", "vaswani2017attention"], id="some years"),
        pytest.param(["--status", "resolved"], ["vaswani2017attention"], id="a status"),
        pytest.param(["--unresolved"], ["lost", "new2020"], id="all that still waits"),
        pytest.param(["--unresolved", "--year", "2020"], ["new2020"], id="conditions together"),
    ],
)
def test_entries_are_chosen(tmp_path: Path, conditions: list[str], keys: list[str]) -> None:
    result = small.run(["list", *conditions, "--format", "keys", "--catalog", str(small.catalog(tmp_path))])
    assert (result.exit_code, result.stdout.split()) == (0, keys)
    assert result.stderr == f"{len(keys)} of 3 entries\n"


def test_text_is_a_table(tmp_path: Path) -> None:
    result = small.run(["list", "--catalog", str(small.catalog(tmp_path))])
    assert result.stdout == (
        "lost                  2019           unresolved  A lost paper\n"
        "new2020               2020  icml     new         New\n"
        "vaswani2017attention  2017  neurips  resolved    Attention Is All You Need\n"
    )


def test_jsonl_is_what_show_prints(tmp_path: Path) -> None:
    folder = str(small.catalog(tmp_path))
    listed = small.run(["list", "--format", "jsonl", "--catalog", folder]).stdout.splitlines()
    shown = small.run(["show", *ALL, "--format", "json", "--catalog", folder]).stdout.splitlines()
    assert listed == shown
    assert [json.loads(line)["key"] for line in listed] == ALL


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        pytest.param(
            ["--year", "soon"], "--year: 'soon' is no year; write 2019, 2017-2019, -2015 or 2020-", id="no year"
        ),
        pytest.param(["--year", "-"], "--year: '-' is no year", id="a range without ends"),
        pytest.param(["--status", "done"], "--status: 'done' is not one of new, resolved", id="no status"),
        pytest.param(
            ["--venue", "nowhere at all"], "--venue: 'nowhere at all' is no venue of the table", id="no venue"
        ),
        pytest.param(["--section", "Nothing"], "no section 'Nothing'", id="no section"),
        pytest.param(["--list", "gpt"], "no list 'gpt' in the catalog (lists: dnn)", id="no list"),
    ],
)
def test_what_is_not_there_is_refused_with_the_way_out(tmp_path: Path, condition: list[str], message: str) -> None:
    result = small.run(["list", *condition, "--catalog", str(small.catalog(tmp_path))])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception).startswith(message)
