"""What was found out, or settled by a person, into the catalog: records, merged works and keys; pure.

A work is always the merge of the records behind it with its pinned fields on top, so that the lock alone gives it back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bibkit.curate import listed
from bibkit.curate.fold import fold
from bibkit.curate.rename import rename_keys
from bibkit.formats.lock import digest
from bibkit.model.catalog import Catalog, Entry, Question, Status
from bibkit.model.citekey import Pattern, Taken
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.resolve import versions
from bibkit.resolve.merge import merge
from bibkit.resolve.resolver import Outcome
from bibkit.text import containers

#: Statuses in which the records behind an entry are its own; in the others they are candidates that wait.
DECIDED: frozenset[Status] = frozenset({"resolved", "preprint"})


@dataclass(frozen=True, slots=True)
class Settled:
    """The catalog and lock to write, and sentences for a person."""

    catalog: Catalog
    lock: Lock
    notes: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()  #: (provisional key, key)


def behind(lock: Lock, key: str, listed_records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records whose merge is the work of `key`: those of sources once it is decided, and the lists'."""
    state = lock.states.get(key)
    if state is None or state.status not in DECIDED:
        former = (r for r in lock.records.get(key, ()) if r.source.startswith(listed.LIST_SOURCE))
        return (*former, *listed_records)
    return (*lock.records.get(key, ()), *(listed.without(record, state.strays) for record in listed_records))


def merged(entry: Entry, records: Sequence[Record]) -> Work:
    """Return the entry's work as its records give it, pinned fields on top; as it is where there are none.

    So is an entry that was decided by records that the lock has lost: the lists say less than works/ does.
    The title of the volume goes where it says no more than venue and year: works/ is read by people, and `why` has it.
    """
    if not records or _evidence_is_lost(entry, records):
        return entry.work
    # A list's word alone is its own merge (a test holds it); most entries of a first import are that.
    alone = len(records) == 1 and records[0].kind == "list" and not entry.pinned
    work = records[0].work if alone else merge(records, pinned=entry.work, pins=entry.pinned).work
    if work.venue and "container" not in entry.pinned and not containers.says_more(work.container):
        return replace(work, container="")
    return work


def _evidence_is_lost(entry: Entry, records: Sequence[Record]) -> bool:
    only_lists = all(record.source.startswith(listed.LIST_SOURCE) for record in records)
    return only_lists and entry.status in DECIDED and bool(entry.work.title)


def remerge(catalog: Catalog, lock: Lock, keys: Iterable[str] | None = None) -> tuple[Catalog, Lock]:
    """Return both with the works of `keys` (None: all) merged anew from the lock, and the states brought up to date."""
    said = listed.records_by_key(lock)
    entries, states = dict(catalog.entries), dict(lock.states)
    for key in list(entries) if keys is None else keys:
        entry = entries[key]
        records = behind(lock, key, said.get(key, ()))
        entries[key] = entry = replace(entry, work=merged(entry, records))
        states[key] = state_of(entry, states.get(key))
    return replace(catalog, entries=entries), replace(lock, states=states)


def state_of(entry: Entry, before: EntryState | None) -> EntryState:
    """Return what the lock keeps of an entry beside its records."""
    pinned = listed.pinned(entry)
    return EntryState(
        key=entry.key,
        status=entry.status,
        reason=entry.reason,
        aliases=entry.aliases,
        pins=entry.pinned,
        pinned=pinned,
        answer=entry.answer,
        strays=before.strays if before else (),
        keyed=before.keyed if before else True,
        asked=before.asked if before else "",
        sum=digest(entry.work),
    )


def settle(
    catalog: Catalog, lock: Lock, outcomes: Iterable[Outcome], pattern: Pattern, asked: Mapping[str, str] | None = None
) -> Settled:
    """Return both with the outcomes taken in: records kept, works merged, questions put, keys given at last.

    `asked` tells by key what was asked of whom, so that nothing is asked again in vain.
    """
    entries, records, states = dict(catalog.entries), dict(lock.records), dict(lock.states)
    questions = dict(catalog.questions)
    touched: list[str] = []
    for outcome in outcomes:
        key = outcome.key
        entry = replace(entries[key], status=_status(outcome), reason=_reason(outcome))
        before = records.get(key, ())
        former = tuple(r for r in before if r.source.startswith(listed.LIST_SOURCE) and r not in outcome.records)
        found = _known_days((*outcome.records, *former), before)
        records.pop(key, None)
        if found:
            records[key] = found
        questions.pop(key, None)
        if entry.status == "ambiguous":
            questions[key] = Question(key, entry.reason, outcome.decision.candidates)
        states[key] = replace(
            state_of(entry, states.get(key)),
            asked=(asked or {}).get(key, ""),
            strays=tuple(str(identifier) for identifier in outcome.strays),
        )
        entries[key] = entry
        touched.append(key)
    catalog = replace(catalog, entries=entries, questions=questions)
    catalog, lock, gone = fold(catalog, replace(lock, records=records, states=states), touched)
    touched = list(dict.fromkeys(gone.get(key, key) for key in touched))
    catalog, lock = remerge(catalog, lock, touched)
    names = final_keys(catalog, touched, pattern, {k for k in touched if _was_provisional(k, lock, catalog)})
    catalog, lock = rename_keys(catalog, lock, names)
    final = {key: replace(state, keyed=state.keyed or state.status in DECIDED) for key, state in lock.states.items()}
    notes = tuple(
        f"{lost}: the same publication as {names.get(kept, kept)}: one entry now" for lost, kept in gone.items()
    )
    return Settled(catalog, replace(lock, states=final), notes, tuple(names.items()))


def _status(outcome: Outcome) -> Status:
    decision = outcome.decision
    if decision.decision == "match" and decision.chosen is not None:
        published = any(versions.kind(record) not in versions.DRAFTS for record in outcome.records)
        return "resolved" if published else "preprint"
    if decision.decision == "ambiguous":
        return "ambiguous"
    return "unresolved"


def _reason(outcome: Outcome) -> str:
    if outcome.decision.decision == "match":
        return ""
    reason = outcome.decision.reason or "no source knows it"
    if outcome.unchecked:
        reason += "; unchecked: " + ", ".join(sorted(told.split(":", 1)[0] for told in outcome.unchecked))
    return reason


def _known_days(found: Sequence[Record], before: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records sorted, one that says what it said before keeping its day, so that nothing changes in vain."""
    days = {replace(record, day=""): record.day for record in before}
    kept = (replace(record, day=days.get(replace(record, day=""), record.day)) for record in found)
    return tuple(sorted(kept, key=lambda record: (record.source, record.id)))


def _was_provisional(key: str, lock: Lock, catalog: Catalog) -> bool:
    state = lock.states.get(key)
    return state is not None and not state.keyed and catalog.entries[key].status in DECIDED


def final_keys(catalog: Catalog, keys: Iterable[str], pattern: Pattern, provisional: set[str]) -> dict[str, str]:
    """Return provisional key -> key for the entries that were found out for the first time; keys never change again."""
    taken = Taken((*catalog.entries, *(alias for entry in catalog.entries.values() for alias in entry.aliases)))
    names: dict[str, str] = {}
    for key in keys:
        if key not in provisional:
            continue
        taken.discard(key)
        name = pattern.key(catalog.entries[key].work, taken)
        taken.add(name)
        if name != key:
            names[key] = name
    return names
