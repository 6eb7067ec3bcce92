"""How long a catalog of 1,500 entries takes to read and write; `python bench/catalog.py`.

The entries are invented, of the size of real ones: 4 authors, 17 lines, 500 bytes each; each is listed once. Times are
processor time, so that another process's work does not count.
"""

import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from bibkit.disk import CatalogFolder
from bibkit.formats import catalog, catalog_parts, lock, questions
from bibkit.model.catalog import Catalog, Entry, ListedItem, Listing, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work

T = TypeVar("T")

ENTRIES = 1500
RECORDS = 3  #: per entry
PER_SECTION = 20
RUNS = 5  #: the best counts: the others were disturbed

WORDS = ("efficient", "deep", "neural", "network", "pruning:", "quantization-aware", "training", "of", "large")
NAMES = ("Vaswani", "Shazeer", "Parmar", "Uszkoreit", "Jones", "Gomez", "Kaiser", "Müller", "García", "Nguyễn")


def work(chance: random.Random, number: int) -> Work:
    """Return an invented work."""
    return Work(
        type="inproceedings",
        title=" ".join(chance.choices(WORDS, k=9)).capitalize(),
        authors=tuple(Creator(chance.choice(NAMES), chance.choice(NAMES)) for _ in range(4)),
        date=str(chance.randint(1990, 2025)),
        venue=chance.choice(["neurips", "icml", "iclr", ""]),
        container="Advances in Neural Information Processing Systems",
        volume=str(chance.randint(1, 99)),
        pages=f"{number}-{number + 9}",
        publisher="Curran Associates, Inc.",
        identifiers=(Identifier("arxiv", f"{number // 100:04}.{number:05}"), Identifier("doi", f"10.1000/x.{number}")),
        url=f"https://papers.example.org/paper/{number}",
    )


def invented() -> tuple[Catalog, Lock]:
    """Return a catalog and its lock."""
    chance = random.Random(1)
    entries = {}
    for number in range(ENTRIES):
        key = f"{chance.choice('abcdefghijklmnoprstuvwz')}{chance.choice(NAMES).lower()}{number}"
        entries[key] = Entry(key, work(chance, number), "resolved")
    keys = list(entries)
    sections = tuple(
        Section(f"Section {start}", tuple(Listing(key) for key in keys[start : start + PER_SECTION]))
        for start in range(0, ENTRIES, PER_SECTION)
    )
    sources = [f"source{number}" for number in range(RECORDS)]
    return (
        Catalog(dict(sorted(entries.items())), {"big": SurveyList("big", "Big", "big.md", sections=sections)}),
        Lock(
            records={
                key: tuple(Record(s, key, e.work, day="2026-01-01") for s in sources) for key, e in entries.items()
            },
            states={key: EntryState(key, "resolved", sum=lock.digest(e.work)) for key, e in entries.items()},
            lists={"big": tuple(ListedItem(key, number) for number, key in enumerate(keys))},
        ),
    )


def cpu() -> float:
    """Return the seconds of processor time that this process and its children have taken."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def timed(what: str, run: Callable[[], T], *, cold: bool = True) -> T:
    """Print how long `run` takes, and return what it gives; `cold` forgets what was read before."""
    best = float("inf")
    for _ in range(RUNS):
        for remembered in (catalog_parts.entries, catalog_parts.survey, catalog_parts.head, questions.parse):
            if cold:
                remembered.cache_clear()
        start = cpu()
        result = run()
        best = min(best, cpu() - start)
    print(f"{what:42} {best * 1000:7.1f} ms")
    return result


def main() -> None:
    """Print the table."""
    found, evidence = invented()
    files = timed(f"write {ENTRIES} entries anew, read back", lambda: catalog.render(found, {}))
    print(f"{'':42} {sum(map(len, files.values())) / 1024:7.0f} KB in {len(files)} files")
    timed("read them", lambda: catalog.read(files))
    timed("write, nothing changed, not read before", lambda: catalog.render(found, files))
    catalog.read(files)
    timed("write, nothing changed, just read", lambda: catalog.render(found, files), cold=False)
    key = next(iter(found.entries))
    one = {**found.entries, key: replace(found.entries[key], reason="x")}
    timed("write, one entry changed, just read", lambda: catalog.render(replace(found, entries=one), files), cold=False)
    every = {key: replace(entry, reason="x") for key, entry in found.entries.items()}
    timed("write, every entry changed", lambda: catalog.render(replace(found, entries=every), files))
    lines = timed(f"write a lock of {RECORDS * ENTRIES} records", lambda: lock.render(evidence, {}))
    print(f"{'':42} {sum(map(len, lines.values())) / 1024:7.0f} KB in {len(lines)} files")

    def read_lock() -> Lock:
        lock._evidence.cache_clear()
        lock._states.cache_clear()
        return lock.read(lines)

    timed("read it", read_lock)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "catalog"
        CatalogFolder(place).save(found, evidence, {})
        for command in (["show", key], ["list", "--year", "2020"], ["why", key]):
            words = [sys.executable, "-m", "bibkit", *command, "--catalog", str(place)]
            timed(
                f"bibkit {command[0]}, whole process", partial(subprocess.run, words, capture_output=True, check=True)
            )


if __name__ == "__main__":
    main()
