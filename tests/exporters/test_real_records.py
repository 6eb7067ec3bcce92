"""Real bibliographic records, read, exported and read again."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bibkit import disk
from bibkit.exporters import bib as exporter
from bibkit.formats import bib, venues
from bibkit.formats.fields import DIALECTS, Dialect
from bibkit.model.catalog import Catalog, Entry
from bibkit.model.venue import Venues
from tests.exporters.samples import options

EVERY = 40  #: of some 15,800 .bib records one in so many is taken
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def table() -> Venues:
    """Return the venue table that ships."""
    return venues.load(disk.data_text("venues.json"))


@pytest.fixture(scope="module")
def catalog(shared: Path, table: Venues) -> Catalog:
    """Return a catalog of real records, each under a key of its own."""
    with gzip.open(shared / "records" / "pool.jsonl.gz", "rt", encoding="utf-8") as file:
        raw = [str(json.loads(line).get("raw", "")) for line in file]
    entries: dict[str, Entry] = {}
    for number, text in enumerate([text for text in raw if text.lstrip().startswith("@")][::EVERY]):
        read = bib.read(text)
        assert len(read.works) == 1, read.failures
        work = read.works[0].work
        found = table.find(work.container, field=True) if work.container else None
        work = replace(work, venue=found.venue.id if found else "arxiv" if work.identifier("arxiv") else "")
        entries[f"k{number}"] = Entry(f"k{number}", work, "resolved")
    return Catalog(entries)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_record_is_written_and_read_by_two_readers(catalog: Catalog, table: Venues, dialect: Dialect) -> None:
    database = pytest.importorskip("pybtex.database")
    files = exporter.render(catalog, table, options(dialect))
    text = exporter.texts(files)["all.bib"]
    bib.verify(text, files["all.bib"])
    assert len(database.parse_string(text, "bibtex").entries) == len(catalog.entries)
    assert text.isascii() or dialect == "biblatex"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_facts_survive_the_way_out_and_back(catalog: Catalog, table: Venues, dialect: Dialect) -> None:
    read = {
        work.key: work.work
        for work in bib.read(exporter.texts(exporter.render(catalog, table, options(dialect)))["all.bib"]).works
    }
    for key, entry in catalog.entries.items():
        before, after = entry.work, read[key]
        assert (after.authors, after.others) == (before.authors, before.others), key
        assert after.date[:4] == before.date[:4], key
        assert after.identifier("arxiv") == before.identifier("arxiv"), key
        if after.title.isascii() and before.title.isascii():
            assert after.title == before.title, key
