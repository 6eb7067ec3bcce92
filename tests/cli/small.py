"""A small catalog for the commands that look things up."""

from collections.abc import Sequence
from pathlib import Path

from typer.testing import CliRunner, Result

from bibkit.cli import app
from bibkit.disk import CatalogFolder
from bibkit.formats.lock import digest
from bibkit.model.catalog import Catalog, Entry, ListedItem, ListedLink, Listing, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work

AUTHORS = (Creator("Vaswani", "Ashish"), Creator("Maaten", "Laurens", "van der"))
ATTENTION = Work(
    type="inproceedings",
    title="Attention Is All You Need",
    authors=AUTHORS,
    date="2017",
    venue="neurips",
    volume="30",
    pages="1-9",
    identifiers=(Identifier("arxiv", "1706.03762"),),
    url="https://papers.nips.cc/paper/7181",
)
RECORDS = (
    Record("local", "r7", Work("inproceedings", "Attention is all you need", AUTHORS, date="2018"), "B"),
    Record("proceedings", "7181", ATTENTION, "A", origin="venue bib of NeurIPS", day="2026-01-02"),
)
KEY = "vaswani2017attention"
CATALOG = Catalog(
    entries={
        "lost": Entry("lost", Work(title="A lost paper", date="2019"), "unresolved", "no source knows it"),
        "new2020": Entry("new2020", Work(title="New", date="2020-05", venue="icml"), "new"),
        KEY: Entry(KEY, ATTENTION, "resolved", aliases=("vaswani17",)),
    },
    lists={
        "dnn": SurveyList(
            "dnn",
            "Networks",
            "dnn.md",
            sections=(
                Section(
                    "Papers",
                    (Listing("new2020"),),
                    (
                        Section(
                            "Attention",
                            (
                                Listing(
                                    KEY,
                                    flags=("oral",),
                                    links=(ListedLink("code", "https://github.com/a/b"),),
                                    note="the one to read",
                                ),
                            ),
                        ),
                    ),
                ),
                Section("Other", (Listing("lost"), Listing(resource="A blog"))),
            ),
        )
    },
)
LOCK = Lock(
    records={KEY: RECORDS},
    states={KEY: EntryState(KEY, "resolved", keyed=True, sum=digest(ATTENTION))},
    lists={"dnn": (ListedItem(KEY, 12, title="Attention is all you need!", year=2017, venue="neurips"),)},
)


def catalog(folder: Path, found: Catalog = CATALOG) -> Path:
    """Return the folder of the small catalog, written below `folder`."""
    CatalogFolder(folder / "catalog").save(found, LOCK, {})
    return folder / "catalog"


def run(arguments: Sequence[str]) -> Result:
    """Return what a command says."""
    return CliRunner().invoke(app(arguments[:1]), list(arguments))
