"""Measure the venue table: milliseconds to load, microseconds a look-up, share found of records, share right of cases.

python bench/venues.py [--cases CASES.jsonl] [--records RECORDS.jsonl[.gz]] [--show N]

Cases hold `input`, `venue`, `year`, `type` and `tag` (bib: a field's value; none: nothing may be found). Records hold
`booktitle` or `journal`. With --show the most frequent containers of the records that no venue was found for.
"""

import argparse
import gzip
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bibkit import disk
from bibkit.formats import venues
from bibkit.model.venue import Venues

#: How often the table is loaded; the median counts.
LOADS = 9


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file with one JSON object a line, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def loading() -> None:
    """Print how long it takes to load the table, and until the first text is found."""
    text, loads, firsts = disk.data_text("venues.json"), [], []
    for _ in range(LOADS):
        start = time.perf_counter()
        table = venues.load(text)
        loads.append(time.perf_counter() - start)
        table.find("37th International Conference on Machine Learning, Vienna")
        firsts.append(time.perf_counter() - start)
    print(f"load             {1000 * statistics.median(loads):.1f} ms")
    print(f"load and first   {1000 * statistics.median(firsts):.1f} ms")


def cases(table: Venues, path: Path) -> None:
    """Print the share of cases that are right in venue, year and type, and those that are not."""
    right = total = 0
    for case in lines(path):
        if "input" not in case:
            continue
        match = table.find(case["input"], field=case["tag"] == "bib")
        got = (match.venue.id, match.year, match.venue.type) if match else (None, None, None)
        good = match is None if case["tag"] == "none" else got == (case["venue"], case["year"], case["type"])
        right, total = right + good, total + 1
        if not good:
            print(f"wrong            {case['input']!r}: {got}")
    print(f"cases right      {right / max(1, total):.4f}  ({right} of {total})")


def records(table: Venues, path: Path, show: int) -> None:
    """Print how many containers of records are found and how, the time it takes, and the commonest that are not."""
    texts = Counter(record.get("booktitle") or record.get("journal") or "" for record in lines(path))
    del texts[""]
    how: Counter[str] = Counter()
    times, missing = [], Counter[str]()
    table.find("Proceedings of the Nowhere Conference on Nothing, 2019", field=True)  # what is built once, is built now
    for text, number in texts.items():
        start = time.process_time()
        match = table.find(text, field=True)
        times.append(1e6 * (time.process_time() - start))
        how[match.how if match else "none"] += number
        if match is None:
            missing[text] = number
    print(f"records found    {1 - how['none'] / how.total():.4f}  {dict(how.most_common())}")
    slow = statistics.quantiles(times, n=100)[-1]
    print(f"a look-up        {statistics.median(times):.0f} us median, {slow:.0f} us 99th percentile")
    start = time.process_time()
    for text in texts:
        table.find(text, field=True)
    print(f"a second one     {1e6 * (time.process_time() - start) / len(texts):.1f} us")
    for text, number in missing.most_common(show):
        print(f"not found        {number:4d}  {text}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    loading()
    table = venues.load(disk.data_text("venues.json"))
    if given.cases:
        cases(table, given.cases)
    if given.records:
        records(table, given.records, given.show)


if __name__ == "__main__":
    main()
