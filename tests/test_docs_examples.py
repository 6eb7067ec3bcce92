"""Every example of the documentation is played: commands with their output, and lists with what is read of them."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bibkit.cli._data import venues
from bibkit.curate import read
from bibkit.importers.markdown import Markdown
from bibkit.model.reference import Reference
from tests import docs_pages as pages

#: Pages that go on from the example of docs/README.md.
PLAYED = ("lists.md", "catalog.md", "resolving.md", "export.md", "settings.md")

_ITEMS = re.compile(r"^```markdown items\n(.*?)^```\n\n((?:\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a folder in which the example of docs/README.md was played, with nothing of this machine around it."""
    if sys.platform == "win32" or not shutil.which("git"):
        pytest.skip("the pages show a POSIX shell with git")
    home = tmp_path_factory.mktemp("docs")
    git = {f"GIT_{who}_{what}": "docs@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("BIBKIT_")]:
            patch.delenv(name)
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        for name, value in {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "NO_COLOR": "1", **git}.items():
            patch.setenv(name, value)
        folder = home / "example"
        folder.mkdir()
        patch.chdir(folder)
        play("README.md", folder)
        yield folder


def play(name: str, folder: Path) -> None:
    for command, shown, came in pages.play(pages.page(name), folder):
        assert pages.agrees(shown, came), f"docs/{name}: {command}\nthe page:\n{shown}\nbut it prints:\n{came}"


@pytest.mark.parametrize("name", PLAYED)
def test_the_examples_of_a_page_do_what_it_shows(
    example: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "example"
    shutil.copytree(example, folder)
    monkeypatch.chdir(folder)
    play(name, folder)


def test_items_are_read_as_the_tables_say() -> None:
    table = venues()
    examples = _ITEMS.findall(pages.page("lists.md"))
    assert len(examples) > 5
    for text, written in examples:
        (head, *rows) = pages.tables(written)[0]
        found = [read.complete(one, table) for one in Markdown(table).parse(text, "list.md")]
        assert [[_shown(one, name) for name in head] for one in found] == rows


def _shown(one: Reference, name: str) -> str:
    more = {"reason": one.reason, "roles": [link.role for link in one.links]}
    value = {**read.to_json(one, ""), **more}[name]
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


@pytest.mark.parametrize(
    ("shown", "came", "same"),
    [
        pytest.param("a\n", "a\n\n", True, id="line ends at the end don't count"),
        pytest.param("a ... d\n", "a b\nc d\n", True, id="dots stand for anything"),
        pytest.param("on 2026-01-31", "on 2027-12-01", True, id="days are equal"),
        pytest.param("a", "a b", False, id="more is printed"),
        pytest.param("a.b", "axb", False, id="one dot is a dot"),
    ],
)
def test_outputs_are_compared(shown: str, came: str, same: bool) -> None:
    assert pages.agrees(shown, came) is same


def test_a_command_that_fails_is_noticed(tmp_path: Path) -> None:
    page = "```console\n$ false\n```\n"
    with pytest.raises(AssertionError, match="false: left with 1"):
        list(pages.play(page, tmp_path))
    assert list(pages.play(page.replace("false", "false  # exit code 1"), tmp_path))


def test_what_a_page_breaks_is_mended(tmp_path: Path) -> None:
    place = tmp_path / "a"
    place.write_text("x\n", encoding="utf-8")
    page = "```diff break=a\n-x\n+y\n```\n\n```console\n$ cat a\ny\n```\n"
    assert [(shown, came) for _, shown, came in pages.play(page, tmp_path)] == [("y\n", "y\n")]
    assert place.read_text(encoding="utf-8") == "x\n"
