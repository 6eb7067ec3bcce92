"""Make one entry of two that turned out to be one work: both were found to be the same publication; pure."""

from collections.abc import Collection
from dataclasses import replace

from bibkit.curate.rename import rename_keys
from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock
from bibkit.resolve import versions


def fold(catalog: Catalog, lock: Lock, found: Collection[str]) -> tuple[Catalog, Lock, dict[str, str]]:
    """Return both with entries of one publication made one, and key gone -> key kept.

    Looks at the entries `found` out just now, beside all others. The entry with the lasting key stays, else the first.
    Entries with pinned fields are left to the person who pinned them.
    """
    homes: dict[tuple[str, str], str] = {}
    gone: dict[str, str] = {}
    order = sorted(lock.records, key=lambda key: (key in found, key not in lock.states or not lock.states[key].keyed))
    for key in order:
        if key not in catalog.entries or catalog.entries[key].status != "resolved" or catalog.entries[key].pinned:
            continue
        marks = [(r.source, r.id) for r in lock.records[key] if versions.kind(r) not in versions.DRAFTS]
        home = next((homes[mark] for mark in marks if mark in homes), None)
        if home is not None and (key in found or home in found):
            gone[key] = home
            continue
        for mark in marks:
            homes.setdefault(mark, key)
    return (*_without(catalog, lock, gone), gone)


def _without(catalog: Catalog, lock: Lock, gone: dict[str, str]) -> tuple[Catalog, Lock]:
    """Return both with the entries `gone` taken out and everything that named them naming the ones that stay."""
    if not gone:
        return catalog, lock
    entries = {key: entry for key, entry in catalog.entries.items() if key not in gone}
    for lost, kept in gone.items():
        known = lock.states.get(lost)
        old = (*catalog.entries[lost].aliases, *((lost,) if known and known.keyed else ()))
        entries[kept] = replace(entries[kept], aliases=tuple(dict.fromkeys((*entries[kept].aliases, *old))))
    records = {key: found for key, found in lock.records.items() if key not in gone}
    states = {key: state for key, state in lock.states.items() if key not in gone}
    return rename_keys(replace(catalog, entries=entries), replace(lock, records=records, states=states), gone)
