"""Where each value of an entry comes from, and what the other sources said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bibkit.cli import _entries
from bibkit.curate import listed, settle
from bibkit.errors import UsageError
from bibkit.formats.catalog_parts import nearest
from bibkit.formats.lock import digest
from bibkit.formats.questions import name
from bibkit.model.catalog import Entry
from bibkit.model.lock import Lock
from bibkit.model.record import Record
from bibkit.model.work import WORK_FIELDS
from bibkit.resolve.merge import Merged, Origin, merge

#: Begins the name of a field that is one identifier: identifiers.doi.
ONE = "identifiers."

HOW = {
    "pinned": "pinned by a person",
    "hand": "edited by hand; `bibkit resolve` pins it",
    "stale": "the records now say something else; `bibkit build` takes it",
    "nobody": "no source says so",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One record's word on a field."""

    record: str  #: `<source>:<id>`; for a list, its line
    origin: str  #: where the source had it from
    day: str
    value: str


@dataclass(frozen=True, slots=True)
class Why:
    """One field of an entry: its value and the reason for it."""

    field: str
    value: str
    #: source: taken from `by`; pinned: a person settled it; hand: edited since bibkit wrote it; stale: the records now
    #: give another value; nobody: no record has one
    how: str
    by: Said | None = None
    agree: tuple[Said, ...] = ()
    differ: tuple[Said, ...] = ()


def fields(entry: Entry, wanted: str = "") -> list[str]:
    """Return the fields to explain: the one named (`doi` and `year` are understood), or all that have a value.

    Raises UsageError for a name that is no field.
    """
    ids = [f"{ONE}{one.scheme}" for one in entry.work.identifiers]
    names = [field for field in WORK_FIELDS if field not in ("identifiers", "others")]
    if not wanted:
        return [field for field in names if getattr(entry.work, field)] + ids
    aliases = {"year": "date", "month": "date", "author": "authors", "editor": "editors", "journal": "container"}
    field = aliases.get(wanted, wanted)
    if field in names or field.startswith(ONE):
        return [field]
    if field == "identifiers":
        return ids
    if f"{ONE}{field}" in ids or field in ("doi", "arxiv"):
        return [f"{ONE}{field}"]
    known = nearest(wanted, [*names, *aliases]) or f" (known: {', '.join(names)})"
    raise UsageError(f"{wanted!r} is no field{known}")


def explain(entry: Entry, lock: Lock, names: Sequence[str]) -> list[Why]:
    """Return for each field who gave its value and what the other records behind the entry say."""
    records = settle.behind(lock, entry.key, listed.records_of(lock, entry.key))
    merged = merge(records, pinned=entry.work, pins=entry.pinned)
    origins = merge(records).origins
    state = lock.states.get(entry.key)
    other = "stale" if state is not None and state.sum == digest(entry.work) else "hand"
    return [
        _why(entry, field, records, origins.get(field), other if _differs(entry, merged, field) else "")
        for field in names
    ]


def _differs(entry: Entry, merged: Merged, field: str) -> bool:
    return value(entry.work, field) != value(merged.work, field)


def value(work: Any, field: str) -> str:
    """Return a field of a work as text."""
    if field.startswith(ONE):
        return str(work.identifier(field.removeprefix(ONE)))
    found = getattr(work, field)
    return _entries.people(found) if isinstance(found, tuple) else str(found)


def _why(entry: Entry, field: str, records: Sequence[Record], origin: Origin | None, other: str) -> Why:
    own = value(entry.work, field)
    if field in entry.pinned or (field.startswith(ONE) and "identifiers" in entry.pinned):
        how = "pinned"
    else:
        how = other or ("source" if origin else "nobody")
    said = {record: _said(record, field) for record in records if value(record.work, field)}
    if origin is None:
        return Why(field, own, how, differ=tuple(said.values()))
    by = said.pop(origin.record, None)
    differ = tuple(said.pop(record) for record in origin.alternatives if record in said)
    return Why(field, own, how, by, tuple(said.values()), differ)


def _said(record: Record, field: str) -> Said:
    return Said(name(record), record.origin, record.day, value(record.work, field))


def text(why: Why) -> str:
    """Return the reason for one field in a few lines."""
    lines = [f"{why.field}: {why.value or '(empty)'}"]
    if why.how in HOW:
        lines.append(f"  {HOW[why.how]}")
    if why.by:
        again = f": {why.by.value}" if why.how in ("pinned", "hand", "stale") and why.by.value != why.value else ""
        lines.append(f"  {'said by' if again else 'from'} {_who(why.by)}{again}")
    if why.agree:
        lines.append(f"  the same: {', '.join(said.record for said in why.agree)}")
    lines += [f"  otherwise {_who(said)}: {said.value}" for said in why.differ]
    return "\n".join(lines)


def _who(said: Said) -> str:
    more = ", ".join(part for part in (said.origin, said.day) if part)
    return f"{said.record} ({more})" if more else said.record
