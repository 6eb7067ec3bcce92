"""bibkit why, seen from outside."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog
from tests.cli import small


def why(tmp_path: Path, *arguments: str, catalog: Catalog = small.CATALOG) -> str:
    """Return what the command prints."""
    return small.run(["why", *arguments, "--catalog", str(small.catalog(tmp_path, catalog))]).stdout


def edited(**fields: object) -> Catalog:
    """Return the catalog after somebody edited the entry."""
    entry = small.CATALOG.entries[small.KEY]
    work = {name: value for name, value in fields.items() if name != "pinned"}
    own = {name: value for name, value in fields.items() if name == "pinned"}
    changed = replace(entry, work=replace(entry.work, **work), **own)  # type: ignore[arg-type]
    return replace(small.CATALOG, entries={**small.CATALOG.entries, small.KEY: changed})


def test_every_value_has_its_source_day_and_contradictions(tmp_path: Path) -> None:
    told = why(tmp_path, "vaswani17")
    assert told.startswith("vaswani2017attention  [resolved]\n")
    assert (
        "title: Attention Is All You Need\n"
        "  from proceedings:7181 (venue bib of NeurIPS, 2026-01-02)\n"
        "  the same: local:r7, list:dnn:12\n"
    ) in told
    assert "date: 2017\n  from proceedings:7181 (venue bib of NeurIPS, 2026-01-02)\n" in told
    assert "  otherwise local:r7: 2018\n" in told
    assert "identifiers.arxiv: 1706.03762\n" in told


@pytest.mark.parametrize(
    ("field", "first"),
    [
        pytest.param("date", "date: 2017", id="by its name"),
        pytest.param("year", "date: 2017", id="by BibTeX's name"),
        pytest.param("arxiv", "identifiers.arxiv: 1706.03762", id="an identifier by its scheme"),
        pytest.param("doi", "identifiers.doi: (empty)", id="one that nobody knows"),
        pytest.param("series", "series: (empty)", id="a field that nobody fills"),
    ],
)
def test_one_field_is_explained(tmp_path: Path, field: str, first: str) -> None:
    assert why(tmp_path, small.KEY, field).splitlines()[1] == first


def test_what_no_source_says_is_told(tmp_path: Path) -> None:
    assert why(tmp_path, small.KEY, "series").splitlines()[2] == "  no source says so"


def test_a_pinned_value_is_told_beside_what_the_sources_say(tmp_path: Path) -> None:
    told = why(tmp_path, small.KEY, "title", catalog=edited(title="My title", pinned=("title",)))
    assert told.splitlines()[1:4] == [
        "title: My title",
        "  pinned by a person",
        "  said by proceedings:7181 (venue bib of NeurIPS, 2026-01-02): Attention Is All You Need",
    ]


def test_a_hand_edit_is_told(tmp_path: Path) -> None:
    told = why(tmp_path, small.KEY, "pages", catalog=edited(pages="11-19"))
    assert told.splitlines()[1:3] == ["pages: 11-19", "  edited by hand; `bibkit resolve` pins it"]


def test_jsonl_is_one_object_a_field(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in why(tmp_path, small.KEY, "--format", "jsonl").splitlines()]
    by_field = {row["field"]: row for row in rows}
    assert by_field["date"]["by"]["record"] == "proceedings:7181"
    assert by_field["date"]["differ"][0] == {"record": "local:r7", "origin": "", "day": "", "value": "2018"}


def test_an_unknown_field_is_refused_with_the_nearest(tmp_path: Path) -> None:
    result = small.run(["why", small.KEY, "titel", "--catalog", str(small.catalog(tmp_path))])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == "'titel' is no field; did you mean 'title'?"
