"""What the commands print of a catalog: the summary table of `build` and the counts of the others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bibkit.model.catalog import Catalog, Entry

HEADINGS = ("works", "resolved", "preprint", "ambiguous", "unresolved", "with DOI")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the summary: a list, a section of it, or the whole catalog."""

    name: str
    depth: int
    counts: tuple[int, ...]  #: in the order of HEADINGS


def rows(catalog: Catalog) -> list[Row]:
    """Return the lines of the summary: every list with its sections (works below them included), then the whole."""
    found: list[Row] = []
    for slug, survey in sorted(catalog.lists.items()):
        paths = [(path, {listing.key for listing in listings if listing.key}) for path, listings in survey.walk()]
        for path, _ in paths:
            keys = {key for other, own in paths if other[: len(path)] == path for key in own}
            if keys:
                found.append(Row(path[-1] if path else slug, len(path), _counts(catalog, keys)))
    found.append(Row("all", 0, _counts(catalog, catalog.entries)))
    return found


def _counts(catalog: Catalog, keys: Iterable[str]) -> tuple[int, ...]:
    entries: list[Entry] = [catalog.entries[key] for key in keys if key in catalog.entries]
    status = Counter(entry.status for entry in entries)
    doi = sum(1 for entry in entries if entry.work.identifier("doi"))
    waiting = status["unresolved"] + status["new"]
    return (len(entries), status["resolved"], status["preprint"], status["ambiguous"], waiting, doi)


def table(found: Sequence[Row]) -> str:
    """Return the summary as aligned text."""
    names = [("  " * row.depth + row.name) for row in found]
    width = max((len(name) for name in names), default=0)
    width = min(width, 60)
    lines = [" " * width + "".join(f"{heading:>12}" for heading in HEADINGS)]
    for name, row in zip(names, found, strict=True):
        if row.name == "all":
            lines.append("-" * (width + 12 * len(HEADINGS)))
        short = name if len(name) <= width else name[: width - 1] + "…"
        lines.append(f"{short:<{width}}" + "".join(f"{count:>12}" for count in row.counts))
    return "\n".join(lines)
