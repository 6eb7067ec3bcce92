"""Print how fast Markdown lists are read: each stage, the first time in a process as a command does it.

python bench/import.py FOLDER
"""

import sys
import time
from collections import Counter
from pathlib import Path

BAR = 1.0  #: seconds for the whole process on four lists of 1,463 items


def main(folder: Path) -> None:
    """Read all `*.md` in `folder` and complete their items; time each stage."""
    clock, stages = time.perf_counter, []

    def stage(name: str, start: float) -> float:
        now = clock()
        stages.append((name, now - start))
        return now

    start = begin = clock()
    from bibkit import disk
    from bibkit.curate import read
    from bibkit.formats import venues
    from bibkit.importers.markdown import Markdown
    from bibkit.importers.markup import reader

    start = stage("import bibkit", start)
    reader()
    start = stage("import markdown-it", start)
    table = venues.load(disk.data_text("venues.json"))
    start = stage("load venues", start)
    importer = Markdown(table)
    found = [r for path in sorted(folder.glob("*.md")) for r in importer.parse(path.read_text("utf-8"), path.name)]
    start = stage("parse", start)
    references = [read.complete(reference, table) for reference in found]
    start = stage("complete", start)
    rows = [read.to_json(reference, "") for reference in references]
    stage("to JSON", start)
    for name, seconds in (*stages, ("all", clock() - begin)):
        print(f"{name:20} {seconds * 1e3:7.0f} ms")
    print(
        f"{len(rows)} items, {(clock() - begin) / len(rows) * 1e6:.0f} us each:", dict(Counter(r["kind"] for r in rows))
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
