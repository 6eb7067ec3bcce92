"""What a person did to the catalog by hand since bibkit last wrote it, taken in so that no command undoes it; pure.

A value that differs from what bibkit last wrote is a person's: it is pinned, and told. An entry under another key was
renamed. An entry that the lock does not know was written by hand: all that it says stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bibkit.curate import listed
from bibkit.curate.rename import rename_keys
from bibkit.curate.settle import Settled, behind, merged, remerge, state_of
from bibkit.formats.lock import digest
from bibkit.model.catalog import Catalog, Entry, Listing, SurveyList
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import WORK_FIELDS, Work


def adopt_renames(catalog: Catalog, lock: Lock) -> Settled:
    """Return both with the keys that a person changed in works/ changed everywhere; the old ones stay as aliases.

    A new key is known by its work, which is just what bibkit wrote under a key that is gone.
    """
    gone: dict[str, list[str]] = {}
    for key, state in lock.states.items():
        if key not in catalog.entries and state.sum:
            gone.setdefault(state.sum, []).append(key)
    fresh: dict[str, list[str]] = {}
    for key, entry in catalog.entries.items() if gone else ():
        if key not in lock.states:
            fresh.setdefault(digest(entry.work), []).append(key)
    names = {gone[sum_][0]: keys[0] for sum_, keys in fresh.items() if len(keys) == 1 == len(gone.get(sum_, ()))}
    if not names:
        return Settled(catalog, lock)
    entries = dict(catalog.entries)
    for old, new in names.items():
        entries[new] = replace(entries[new], aliases=tuple(dict.fromkeys((*entries[new].aliases, old))))
    catalog, lock = rename_keys(replace(catalog, entries=entries), lock, names)
    states = {key: replace(state, keyed=state.keyed or key in names.values()) for key, state in lock.states.items()}
    notes = tuple(f"{new}: renamed by hand from {old}, which stays an alias" for old, new in names.items())
    return Settled(catalog, replace(lock, states=states), notes)


def adopt_edits(catalog: Catalog, lock: Lock) -> Settled:
    """Return both with every hand edit of a work pinned, and a sentence for each."""
    renames = adopt_renames(catalog, lock)
    catalog, lock, notes = renames.catalog, renames.lock, list(renames.notes)
    said: Mapping[str, tuple[Record, ...]] | None = None
    # Without any state it is the lock that was lost: then what lists name is from the lists.
    named = set() if lock.states else {listing.key for survey in catalog.lists.values() for listing in _all(survey)}
    entries, states = dict(catalog.entries), dict(lock.states)
    for key, entry in catalog.entries.items():
        state = lock.states.get(key)
        if state is not None and state.sum == digest(entry.work) and _same_state(entry, state):
            continue
        if state is None:
            edited = [] if key in named else _own_words(entry)
        elif state.sum == digest(entry.work):
            edited = []
        else:
            said = listed.records_by_key(lock) if said is None else said
            machine = merged(entry, behind(lock, key, said.get(key, ())))
            edited = [name for name in _differing(entry.work, machine) if name not in entry.pinned]
        if edited:
            entries[key] = entry = replace(entry, pinned=tuple(sorted({*entry.pinned, *edited})))
            notes.append(f"{key}: {', '.join(edited)} {'edited' if state else 'written'} by hand: pinned")
        states[key] = state_of(entry, state)
    return Settled(replace(catalog, entries=entries), replace(lock, states=states), tuple(notes))


def _all(survey: SurveyList) -> Iterator[Listing]:
    return (listing for _, listings in survey.walk() for listing in listings)


def _own_words(entry: Entry) -> list[str]:
    """Return the names of all that an entry written by hand says; one with a status is an older run's."""
    return (
        [name for name in _differing(entry.work, Work()) if name not in entry.pinned] if entry.status == "new" else []
    )


def _differing(mine: Work, machine: Work) -> list[str]:
    """Return the names of the fields that differ, identifiers one by one (`identifiers.doi`)."""
    names = [n for n in WORK_FIELDS if n != "identifiers" and getattr(mine, n) != getattr(machine, n)]
    changed = set(mine.identifiers) ^ set(machine.identifiers)
    return names + sorted({f"identifiers.{identifier.scheme}" for identifier in changed})


def _same_state(entry: Entry, state: EntryState) -> bool:
    return (entry.status, entry.reason, entry.aliases, entry.pinned, entry.answer) == (
        state.status,
        state.reason,
        state.aliases,
        state.pins,
        state.answer,
    )


def restore(catalog: Catalog, lock: Lock) -> tuple[Catalog, Lock]:
    """Return both with the entries that the lock knows and the catalog lacks brought back, merged anew."""
    renames = adopt_renames(catalog, lock)
    catalog, lock = renames.catalog, renames.lock
    entries = dict(catalog.entries)
    lost = [key for key in lock.states if key not in entries]
    for key in lost:
        state = lock.states[key]
        entries[key] = Entry(key, state.pinned, state.status, state.reason, state.pins, state.aliases, state.answer)
    return remerge(replace(catalog, entries=entries), lock, lost)
