"""Print how long `bibkit export` takes: whole processes, cold (no bib/ yet) and warm (nothing changed), and each stage.

python bench/export.py [WORKS] [--catalog FOLDER] [--runs N]

Without a folder a catalog of WORKS (1,500) made-up works is written: a list of 60 sections, each work in one or two.
Wall clock and CPU seconds are given, because other processes disturb only the first.
"""

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bibkit.disk import CatalogFolder
from bibkit.model.catalog import Catalog, Entry, Listing, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import Lock
from bibkit.model.work import Work

BAR = 0.6  #: seconds, cold, whole process, for 1,500 works
WORDS = (
    "learning", "deep", "neural", "networks", "efficient", "BERT", "quantization", "pruning", "attention", "sparse",
    "transformers", "vision", "language", "models", "ImageNet", "training", "large-scale", "distillation", "graph",
    "Bayesian", "optimization", "GPU", "inference", "robust", "adaptive",
)  # fmt: skip
FAMILIES = (
    "Müller", "Smith", "Wang", "Chen", "García", "Kowalski", "Nguyễn", "Johnson", "Ørsted", "Dupont", "Rossi", "Kim",
)  # fmt: skip
GIVEN = ("Anna", "Bo", "Carlos D.", "Élise", "Fatima", "Georg", "Hao", "Ines", "J.-P.", "Kai", "Lena", "Maria")
VENUES = ("neurips", "icml", "iclr", "cvpr", "acl", "emnlp", "aaai", "kdd", "jmlr", "pami", "arxiv")


def made_up(count: int) -> Catalog:
    """Return a catalog of `count` works, the same at every call."""
    pick = random.Random(count)
    entries: dict[str, Entry] = {}
    for number in range(count):
        people = tuple(Creator(pick.choice(FAMILIES), pick.choice(GIVEN)) for _ in range(pick.randint(1, 8)))
        title = " ".join(pick.choice(WORDS) for _ in range(pick.randint(5, 12))).capitalize()
        venue, first = pick.choice(VENUES), pick.randint(1, 900)
        ids = (Identifier("arxiv", f"{pick.randint(1501, 1512)}.{number:05}"), Identifier("doi", f"10.1000/x_{number}"))
        work = Work(
            "inproceedings", title, people, date=str(pick.randint(2012, 2023)), venue=venue, identifiers=ids,
            pages=f"{first}-{first + 9}", url=f"https://example.org/papers/{number}.html",
        )  # fmt: skip
        entries[f"key{number:05}"] = Entry(f"key{number:05}", work, "resolved" if number % 20 else "unresolved")
    keys = [*entries, *pick.sample(sorted(entries), count // 10)]
    pick.shuffle(keys)
    sections = tuple(
        Section(f"Section {n}", tuple(Listing(key) for key in keys[n::60]), (Section("Sub", (Listing(keys[n]),)),))
        for n in range(60)
    )
    return Catalog(entries, {"made-up": SurveyList("made-up", "Made up", sections=sections)})


def run(catalog: Path, output: Path) -> tuple[float, float]:
    """Return wall-clock and CPU seconds of one export as a process of its own."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "bibkit", "export", "--catalog", str(catalog), "--output", str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stages(catalog: Path) -> None:
    """Print the seconds of each stage, in this process."""
    start = time.perf_counter()
    from bibkit.cli import _data, _export
    from bibkit.exporters import bib
    from bibkit.exporters.base import Selection

    def tell(name: str) -> None:
        nonlocal start
        print(f"  {name:8} {time.perf_counter() - start:6.3f} s")
        start = time.perf_counter()

    tell("import")
    found, venues = CatalogFolder(catalog).load_catalog(), _data.venues()
    tell("load")
    files = bib.render(found, venues, _export.options("bibtex"), Selection())
    tell("render")
    texts = bib.texts(files)
    tell("write")
    _export.read_back(files, texts)
    tell("verify")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("works", nargs="?", type=int, default=1500)
    options.add_argument("--catalog", type=Path)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        catalog = given.catalog or Path(folder) / "catalog"
        if not given.catalog:
            there = CatalogFolder(catalog)
            there.save(made_up(given.works), Lock(), there.load(missing_ok=True).files)
        output = Path(folder) / "bib"
        cold, warm = [], []
        for _ in range(given.runs):
            shutil.rmtree(output, ignore_errors=True)
            cold.append(run(catalog, output))
            warm.append(run(catalog, output))
        for name, times in (("cold", cold), ("warm", warm)):
            wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
            print(f"{name}: {wall:.2f} s, {cpu:.2f} s of CPU" + (f" (bar {BAR} s)" if name == "cold" else ""))
        stages(catalog)


if __name__ == "__main__":
    main()
