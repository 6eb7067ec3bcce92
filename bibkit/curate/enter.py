"""Put a single work into a section of a list, by its identifier; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bibkit.curate.keys import provisional
from bibkit.curate.tree import Tree
from bibkit.formats.lock import digest
from bibkit.model.catalog import Catalog, Entry, Listing, SurveyList
from bibkit.model.citekey import Pattern, Taken
from bibkit.model.identifier import Identifier
from bibkit.model.lock import EntryState, Lock
from bibkit.model.work import Work

#: What separates the headings of a section path on the command line.
SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class Entered:
    """The catalog and lock to write, the entry's key, and whether the catalog had the work already."""

    catalog: Catalog
    lock: Lock
    key: str
    known: bool


def enter(
    catalog: Catalog,
    lock: Lock,
    identifiers: Sequence[Identifier],
    url: str,
    slug: str,
    section: tuple[str, ...],
    pattern: Pattern,
) -> Entered:
    """Return the catalog with the work of `identifiers` listed in `section` of the list `slug`.

    A work that the catalog has under one of the identifiers gains a listing (unless it is listed there already); a new
    one gets an entry with a provisional key and what the identifier says. List and section are made where missing.
    """
    wanted = set(identifiers)
    entry = next((e for e in catalog.entries.values() if wanted & set(e.work.identifiers)), None)
    known = entry is not None
    if entry is None:
        taken = Taken((*catalog.entries, *(alias for e in catalog.entries.values() for alias in e.aliases)))
        work = Work(identifiers=tuple(sorted(wanted)), url=url)
        entry = Entry(provisional(work, taken, pattern), work)
        lock = replace(lock, states={**lock.states, entry.key: EntryState(entry.key, sum=digest(work))})
    entries = {**catalog.entries, entry.key: entry}
    tree = Tree(catalog.lists.get(slug, SurveyList(slug, slug)))
    for depth in range(1, len(section) + 1):
        tree.open_section(section[:depth], section[: depth - 1] or None)
    if all(listing.key != entry.key for listing in tree.sections.get(section, ())):
        tree.sections.setdefault(section, []).append(Listing(key=entry.key))
    lists = {**catalog.lists, slug: tree.close()}
    return Entered(replace(catalog, entries=entries, lists=lists), lock, entry.key, known)


def path_of(text: str, survey: SurveyList | None = None) -> tuple[str, ...]:
    """Return a section path as written on the command line: headings with `/` between them, blanks around it ignored.

    A heading that has a `/` itself is found as it stands in the list `survey`.
    """
    if survey is not None:
        plain = "".join(text.split()).casefold()
        for path, _ in survey.walk():
            if "".join(SEPARATOR.join(path).split()).casefold() == plain:
                return path
    return tuple(part.strip() for part in text.split(SEPARATOR) if part.strip())
