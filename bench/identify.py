"""Print how fast links are identified, and what share of a folder's Markdown lists' links give an identifier.

python bench/identify.py FOLDER
"""

import re
import sys
import time
from pathlib import Path

ROUNDS = 5  #: the fastest of them counts: others use the machine too
LINK = re.compile(r"\]\(((?:[^()\s]|\([^()\s]*\))+)")


def main(folder: Path) -> None:
    """Measure the import, then the links of all `*.md` in `folder`."""
    start = time.perf_counter()
    from bibkit.resolve import identify

    imported = time.perf_counter() - start
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    links = [link for text in texts for link in LINK.findall(text) if link.startswith(("http", "ftp"))]
    rounds = []
    for _ in range(ROUNDS):
        identify.url.cache_clear()
        start = time.perf_counter()
        found = [identify.url(link) for link in links]
        rounds.append(time.perf_counter() - start)
    code = sum("github.com" in link for link in links)
    named = sum(any(one.scheme != "github" for one in each.identifiers) for each in found)
    print(f"import {imported * 1e3:.1f} ms")
    print(f"{len(links)} links, first round {rounds[0] / len(links) * 1e6:.1f} us each (patterns are compiled)")
    print(f"then {min(rounds) / len(links) * 1e6:.1f} us each, {len(links) / min(rounds):,.0f} links/s")
    print(
        f"{named} of {len(links) - code} links that are no code give an identifier ({named / (len(links) - code):.1%})"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
