"""The documentation is held to the code: commands, options, settings, formats, tables, links."""

import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from bibkit import cli, config, importers, registry, sources
from bibkit.curate import read
from bibkit.disk_cache import ABSENT_DAYS, HIT_DAYS
from bibkit.formats.schema import SCHEMAS
from bibkit.formats.shapes import ENTRY
from bibkit.importers import role_tables, roles
from bibkit.importers.base import Importer
from bibkit.model.catalog import Status
from bibkit.model.reference import Link, Reference
from bibkit.resolve.table import TABLE, Cell
from bibkit.sources.base import Source
from bibkit.text import titles
from tests.docs_pages import DOCS, blocks, codes, page, table, tables

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "lists.md", "catalog.md", "resolving.md", "export.md", "settings.md")
ALL = sorted([ROOT / "README.md", *DOCS.glob("*.md")])
WIDTH = 120

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_IN_TEXT = re.compile(r"`(bibkit [^`]+)`")
_IN_BLOCK = re.compile(r"(?:^|\$ |entry: |&& )(?:\S*/)?(bibkit [^\n|#]+)", re.MULTILINE)


def commands() -> dict[str, Any]:
    """Return every command by its words (`index add`)."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(cli.app()).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", {})
        found |= {f"{name} {word}": one for word, one in below.items()} or {name: command}
    return found


# The commands


def test_the_readme_lists_every_command() -> None:
    rows = table((ROOT / "README.md").read_text(encoding="utf-8"), "command")
    listed = [words.split() for row in rows for words in codes(row[0])]
    assert {" ".join(words[1:3]) if " ".join(words[1:3]) in commands() else words[1] for words in listed} == set(
        commands()
    )


@pytest.mark.parametrize("name", commands())
def test_some_page_shows_every_command(name: str) -> None:
    assert any(f"bibkit {name}" in path.read_text(encoding="utf-8") for path in DOCS.glob("*.md"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_command_line_parses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = _IN_TEXT.findall(_FENCED.sub("", text))
    lines += [line for block in _FENCED.findall(text) for line in _IN_BLOCK.findall(block)]
    for line in lines:
        words = [word for word in shlex.split(line.partition("&&")[0])[1:] if word != "COMMAND"]
        name = next((" ".join(words[:n]) for n in (2, 1) if " ".join(words[:n]) in commands()), "")
        assert name or words[:1] in ([], ["--help"], ["--version"]), line
        known = {option for one in commands()[name].params for option in one.opts} if name else set()
        used = {word.strip("[]").partition("=")[0] for word in words if word.strip("[").startswith("-") and word != "-"}
        assert used <= known | {"--help", "--version"}, line


# Settings and formats


def test_every_setting_stands_with_its_default() -> None:
    rows = table(page("settings.md"), "setting")
    defaults = {field.name: field.default for field in fields(config.Settings) if field.name in config.SETTABLE}
    assert [codes(row[0]) for row in rows] == [[name] for name in config.SETTABLE]
    for name, kind, default, variable, _ in rows:
        value = defaults[codes(name)[0]]
        assert codes(default) == (list(value) if isinstance(value, tuple) else [value] if value else [])
        assert kind == ("list of texts" if isinstance(value, tuple) else "text")
        assert codes(variable) == [n for n, setting in config.ENVIRONMENT.items() if setting == codes(name)[0]]


def test_every_key_of_jsonl_is_explained() -> None:
    rows = table(page("lists.md"), "key")
    shown = read.to_json(Reference("list.md", 1, 1, links=(Link("", "code", "u"),)), "")
    assert [key for row in rows for key in codes(row[0])] == list(shown)
    assert codes(next(row[1] for row in rows if row[0] == "`links`")) == list(shown["links"][0])


def test_every_field_of_an_entry_is_explained() -> None:
    rows = table(page("catalog.md"), "field")
    assert {name for row in rows for name in codes(row[0])} == {field.name for field in ENTRY}


def test_names_of_the_code_are_those_of_the_pages() -> None:
    lists, catalog, resolving = page("lists.md"), page("catalog.md"), page("resolving.md")
    suffixes = {s for kind in registry.load(importers, Importer).values() for s in kind.suffixes}  # type: ignore[type-abstract]
    assert {s for row in tables(lists)[0][1:] for s in codes(row[0])} == suffixes
    known = {role for role, _ in role_tables.WORDS} | {role for *_, role in role_tables.HOSTS} | {roles.UNKNOWN}
    assert known <= set(codes(lists[lists.index("The main link is") : lists.index("The flags are")]))
    assert [row[0] for row in table(resolving, "status")] == [f"`{status}`" for status in get_args(Status)]
    assert {row[0] for row in table(resolving, "name")} == {f"`{s}`" for s in registry.load(sources, Source)}  # type: ignore[type-abstract]
    assert f"for {HIT_DAYS} days" in resolving
    assert f'"no such work" for {ABSENT_DAYS}' in resolving
    schemas = catalog[catalog.index("## The schema") :]
    assert [n for n in SCHEMAS if n != "catalog" and not re.search(f"`(?:bibkit schema )?{n}`", schemas)] == []


# The rules


def test_the_decision_table_is_the_one_in_force() -> None:
    kinds, verdicts = [rows[1:] for rows in tables(page("resolving.md")) if rows[0][0] == "kind"]
    assert {kind: titles.difference(ours, theirs) for kind, ours, theirs in kinds} == {kind: kind for kind in TABLE}
    order = ("na", "ok", "part", "weak", "conflict")
    assert verdicts == [[kind, *(_verdict(row[authors]) for authors in order)] for kind, row in TABLE.items()]


def _verdict(cell: Cell) -> str:
    return f"{cell.verdict}, else {cell.otherwise}" if cell.condition else cell.verdict


def test_the_layers_of_the_design_are_those_that_are_checked() -> None:
    drawn = page("design.md").partition("## Who may import whom")[2]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    assert next(blocks(drawn)).body.splitlines() == contract["layers"]


# The form


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    text = re.sub(r"`[^`]*`", "", _FENCED.sub("", path.read_text(encoding="utf-8")))
    for target, _, anchor in (link.partition("#") for link in re.findall(r"\]\(([^)\s]+)\)", text)):
        if "://" not in target:
            there = path.parent / target if target else path
            assert there.exists(), target
            assert not anchor or anchor in _anchors(there), f"{target}#{anchor}"


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_not_too_long(name: str) -> None:
    assert [line for line in page(name).splitlines() if len(line) > WIDTH] == []
