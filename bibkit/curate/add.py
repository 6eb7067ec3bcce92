"""File the References of a list into the Catalog: same work or new, listings, keys; pure.

A re-import compares three states: the list then (kept in the lock), the list now, and the catalog. What the list
changed is taken over, what a person changed in the catalog stays, and where both changed one thing the person's stays
and the conflict is told.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bibkit.curate import group, listed
from bibkit.curate.compare import Change, compare
from bibkit.curate.facts import Facts
from bibkit.curate.keys import provisional
from bibkit.curate.rekey import is_legal
from bibkit.curate.takeover import take_over
from bibkit.curate.tree import Tree
from bibkit.errors import UsageError
from bibkit.formats.lock import digest
from bibkit.model.catalog import Catalog, Entry, ListedItem, SurveyList
from bibkit.model.citekey import Pattern, Taken
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Imported:
    """What filing a list gave: the catalog and lock to write, and what to show a person."""

    catalog: Catalog
    lock: Lock
    changes: tuple[Change, ...] = ()
    conflicts: tuple[str, ...] = ()  #: sentences: both the list and a person changed one thing
    new_keys: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()  #: keys of entries that no list names any more; they stay


def file_list(
    catalog: Catalog, lock: Lock, survey: SurveyList, references: Sequence[Reference], pattern: Pattern
) -> Imported:
    """Return the catalog with the list `survey` (slug, title and source; its tree is made here) filed into it."""
    (filed,) = file_lists(catalog, lock, [(survey, references)], pattern)
    return filed


def file_lists(
    catalog: Catalog, lock: Lock, lists: Sequence[tuple[SurveyList, Sequence[Reference]]], pattern: Pattern
) -> Iterator[Imported]:
    """Yield what filing each list gives, one after the other, each on top of those before.

    Raises UsageError for a list without an item that had some: its file is cut off more likely than empty on purpose.
    """
    everything = [reference for _, references in lists for reference in references]
    keys, entries = _keys(catalog, lock, everything, pattern)
    place = 0
    for survey, references in lists:
        own = keys[place : place + len(references)]
        place += len(references)
        filed = _file(catalog, lock, survey, references, own, entries)
        catalog, lock = filed.catalog, filed.lock
        yield filed


def _file(
    catalog: Catalog,
    lock: Lock,
    survey: SurveyList,
    references: Sequence[Reference],
    keys: Sequence[str | None],
    entries: Mapping[str, Entry],
) -> Imported:
    """Return the catalog with one list filed; `keys` are those of its references, `entries` those of all keys."""
    slug = survey.slug
    now = tuple(listed.item_of(r, key or "") for r, key in zip(references, keys, strict=True) if r.kind != "skip")
    old = catalog.lists.get(slug)
    if old and not any(listings for _, listings in old.walk()):
        old = None  # its file was deleted or emptied: the list is filed as a new one
    then = lock.lists.get(slug, ()) if old else ()
    if then and not now:
        raise UsageError(
            f"{survey.source}: no item in it, but the catalog's list {slug!r} has {len(then)}: is the file cut off? "
            f"To drop the list, delete lists/{slug}.yaml in the catalog"
        )
    changes, pairs = compare(then, now)
    if then and not pairs:
        raise UsageError(
            f"{survey.source}: nothing in it is in the catalog's list {slug!r}; "
            f"if it is another list, give it another name with --name; else delete lists/{slug}.yaml first"
        )
    conflicts: list[str] = []
    if changes or old is None:
        base = replace(old, source=survey.source) if old else survey
        tree = take_over(Tree(base), then, now, pairs, conflicts)
    else:
        tree = old
    new = tuple(dict.fromkeys(key for key in keys if key and key not in catalog.entries))
    after = replace(
        catalog,
        entries={**catalog.entries, **{key: entries[key] for key in new}},
        lists={**catalog.lists, slug: tree},
    )
    given = {reference.key for reference in references if reference.key}
    fresh = {key: EntryState(key, keyed=key in given, sum=digest(entries[key].work)) for key in new}
    states = {**lock.states, **fresh}
    records = _farewell(lock, slug, then, now)
    return Imported(
        after,
        replace(lock, lists={**lock.lists, slug: now}, states=states, records=records),
        changes,
        tuple(conflicts),
        new,
        _unlisted(after, {item.key for item in then}),
    )


def _farewell(
    lock: Lock, slug: str, then: Iterable[ListedItem], now: Iterable[ListedItem]
) -> dict[str, tuple[Record, ...]]:
    """Return the lock's records, with what the list said of the works that it names no more."""
    named = {item.key for item in now}
    records = dict(lock.records)
    for item in then:
        if item.key and item.key not in named:
            record = listed.record_of(slug, item)
            kept = [
                known for known in records.get(item.key, ()) if (known.source, known.id) != (record.source, record.id)
            ]
            records[item.key] = tuple(sorted((*kept, record), key=lambda one: (one.source, one.id)))
    return records


def _keys(
    catalog: Catalog, lock: Lock, references: Sequence[Reference], pattern: Pattern
) -> tuple[list[str | None], dict[str, Entry]]:
    """Return the key of each reference (None: no paper), and the entries with new ones added."""
    known = [listed.facts_of_entry(entry) for entry in catalog.entries.values()]
    known += [listed.facts_of(item) for items in lock.lists.values() for item in items if item.key in catalog.entries]
    fresh = [Facts.of(r) if r.kind == "paper" else None for r in references]
    numbers = group.group([*known, *fresh])
    key_of = {number: facts.key for number, facts in zip(numbers, known, strict=False) if number is not None}
    entries = dict(catalog.entries)
    taken = Taken((*entries, *(alias for entry in entries.values() for alias in entry.aliases)))
    keys: list[str | None] = []
    for reference, number in zip(references, numbers[len(known) :], strict=True):
        if number is not None and number not in key_of:
            work = listed.work_of(listed.item_of(reference, ""))
            own = reference.key if is_legal(reference.key) and reference.key not in taken else ""
            key = key_of[number] = own or provisional(work, taken, pattern)
            entries[key] = Entry(key, work)
            taken.add(key)
        keys.append(None if number is None else key_of[number])
    return keys, entries


def _unlisted(catalog: Catalog, were: Collection[str]) -> tuple[str, ...]:
    named = {listing.key for survey in catalog.lists.values() for _, found in survey.walk() for listing in found}
    return tuple(sorted(key for key in were if key and key in catalog.entries and key not in named))
