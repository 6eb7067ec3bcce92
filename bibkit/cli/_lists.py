"""Read list files and file them into an open catalog; what `import` and `diff` share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bibkit import importers, registry
from bibkit.cli._data import venues
from bibkit.cli._parallel import in_two
from bibkit.curate import group, read
from bibkit.curate.facts import Facts
from bibkit.disk.reading import read_text
from bibkit.errors import UsageError
from bibkit.importers.base import Importer
from bibkit.importers.markdown import Markdown
from bibkit.model.catalog import SurveyList
from bibkit.model.reference import Reference
from bibkit.model.venue import Venues

if TYPE_CHECKING:
    from bibkit.cli._open import Box
    from bibkit.curate.add import Imported

#: Lines of one kind that are printed before the rest is only counted.
SHOWN = 40


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list file as read."""

    path: Path
    survey: SurveyList  #: slug, title and source; no tree
    references: tuple[Reference, ...]


def read_all(files: Sequence[Path], name: str = "") -> list[ReadList]:
    """Return the lists of `files`, in order. Raises UsageError for a file of no known format or a name used twice."""
    if name and len(files) > 1:
        raise UsageError("--name: names one list; give one FILE with it")
    slugs: set[str] = set()
    for path in files:
        slug = slug_of(name or path.stem)
        if slug in slugs:
            raise UsageError(f"{path}: another file gives the name {slug!r} too; import them one by one with --name")
        slugs.add(slug)
    table = venues()
    sizes = [path.stat().st_size if path.is_file() else 0 for path in files]
    return in_two(lambda path: _read(path, slug_of(name or path.stem), table), files, sizes)


def _read(path: Path, slug: str, table: Venues) -> ReadList:
    document = importer(path)(table).read(read_text(path), str(path))
    references = tuple(read.complete(reference, table) for reference in document.references)
    return ReadList(path, SurveyList(slug, document.title or slug, path.name), references)


def importer(path: Path) -> type[Importer]:
    """Return the importer for a file, by its ending. Raises UsageError that names the known endings.

    Most lists are Markdown, so the others are looked for only where a file is not: loading them takes time.
    """
    suffix = path.suffix.lower()
    if suffix in Markdown.suffixes:
        return Markdown
    kinds = registry.load(importers, Importer)  # type: ignore[type-abstract]
    by_suffix = {suffix: kind for kind in kinds.values() for suffix in kind.suffixes}
    if suffix not in by_suffix:
        raise UsageError(f"{path}: no format has this ending; known are {', '.join(sorted(by_suffix))}")
    return by_suffix[suffix]


def slug_of(name: str) -> str:
    """Return a name as a file name: lower-case ASCII letters, digits and hyphens; `list` where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "list"


def json_rows(lists: Sequence[ReadList]) -> Iterator[dict[str, object]]:
    """Yield one object per item of all lists; `work` is equal for items that are one work."""
    items = [reference for one in lists for reference in one.references]
    numbers = group.group([Facts.of(item) if item.kind == "paper" else None for item in items])
    for item, number in zip(items, numbers, strict=True):
        yield read.to_json(item, "" if number is None else f"w{number + 1}")


def file_all(box: "Box", lists: Sequence[ReadList]) -> "list[Imported]":
    """File lists into the open catalog (not yet written) and return what each changes."""
    from bibkit.curate import add, byhand, settle  # here, because reading alone (`--format jsonl`) does without

    edits = byhand.adopt_edits(box.catalog, box.lock)
    given = [(one.survey, one.references) for one in lists]
    filed = list(add.file_lists(edits.catalog, edits.lock, given, box.pattern))
    catalog, lock = filed[-1].catalog, filed[-1].lock
    said = {change.item.key for one in filed for change in one.changes}
    box.take(*settle.remerge(catalog, lock, sorted(said & catalog.entries.keys())))
    return filed


def told(one: ReadList, filed: "Imported") -> str:
    """Return what a person should see of an import: the count of items, the changes, what was skipped and why."""
    from bibkit.curate import compare

    kinds = Counter(reference.kind for reference in one.references)
    total = len(one.references)
    lines = [
        f"{one.path}: {total} items = {kinds['paper']} papers + {kinds['resource']} resources + {kinds['skip']} skipped"
    ]
    changes = Counter(change.kind for change in filed.changes)
    if not filed.changes and not kinds["paper"] + kinds["resource"]:
        lines.append("  nothing to list in it")
    elif not filed.changes:
        lines.append("  unchanged since the last import")
    elif set(changes) == {"added"} and changes["added"] == kinds["paper"] + kinds["resource"]:
        lines.append(f"  new list {one.survey.slug!r}: {len(filed.new_keys)} works that the catalog did not have")
    else:
        lines.append("  " + ", ".join(f"{count} {kind}" for kind, count in sorted(changes.items())))
        lines += _cut([line for change in filed.changes for line in compare.describe(change)], "lines")
    lines += [f"  kept as you have it: {conflict}" for conflict in filed.conflicts]
    lines += _cut([f"no longer listed, kept in works/: {key}" for key in filed.unlisted], "entries")
    faults = [f"line {r.line}: {problem}" for r in one.references for problem in r.problems]
    lines += _cut([f"look at {fault}" for fault in faults], "problems")
    skipped = Counter(r.reason or "no reason given" for r in one.references if r.kind == "skip")
    lines += [f"  skipped {count}: {reason}" for reason, count in skipped.most_common()]
    return "\n".join(lines)


def _cut(lines: Sequence[str], what: str) -> list[str]:
    rest = [f"  ... and {len(lines) - SHOWN} more {what}"] if len(lines) > SHOWN else []
    return [f"  {line}" for line in lines[:SHOWN]] + rest
