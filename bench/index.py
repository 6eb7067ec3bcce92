"""Measure the embedded index on a file of records: seconds to build, milliseconds a look-up, recall of spoilt titles.

python bench/index.py RECORDS.jsonl[.gz] [LOOKUPS]

A spoilt title has lost one word (of five or more) and one letter.
"""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bibkit.cli.index import records
from bibkit.model.record import Record
from bibkit.sources.local_index import LocalIndex

SEED = 3
LOOKUPS = 2000


def spoilt(title: str, chance: random.Random) -> str:
    """Return a title without one of its words and one of its letters."""
    words = title.split()
    if len(words) > 4:
        words.pop(chance.randrange(len(words)))
    text = " ".join(words)
    at = chance.randrange(max(1, len(text) - 1))
    return text[:at] + text[at + 1 :]


def timed(index: LocalIndex, titles: list[str]) -> tuple[list[list[Record]], list[float]]:
    """Return what each look-up found and its milliseconds."""
    found, times = [], []
    for title in titles:
        start = time.perf_counter()
        found.append(index.by_title(title))
        times.append(1000 * (time.perf_counter() - start))
    return found, times


def told(name: str, times: list[float], hits: int) -> None:
    """Print one line of figures."""
    slow = sorted(times)[int(0.99 * len(times))]
    print(f"{name:24} median {statistics.median(times):.2f} ms, p99 {slow:.2f} ms, found {hits / len(times):.4f}")


def main(path: Path, lookups: int) -> None:
    """Build an index of `path` in a temporary folder and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with LocalIndex(Path(folder) / "index.sqlite", write=True) as index:
            rows = [record for record in records(path) if isinstance(record, Record)]
            read = time.perf_counter()
            index.add(rows, file=str(path))
            end = time.perf_counter()
            print(
                f"{len(rows)} records: read {read - start:.1f} s, added {end - read:.1f} s; {index.info().size} bytes"
            )
        with LocalIndex(Path(folder) / "index.sqlite") as index:
            chance = random.Random(SEED)
            sample = chance.sample(rows, min(lookups, len(rows)))
            for name, change in (("exact title", lambda title, _: title), ("word lost, letter lost", spoilt)):
                found, times = timed(index, [change(record.work.title, chance) for record in sample])
                hits = sum(
                    record.id in {one.id for one in answer} for record, answer in zip(sample, found, strict=True)
                )
                told(name, times, hits)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else LOOKUPS)
