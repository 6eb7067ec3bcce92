"""Which entries are to be found out, and what is asked about each; pure."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bibkit.curate import listed
from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock
from bibkit.model.record import Query
from bibkit.resolve.resolver import Ask

#: Hexadecimal digits of the digest by which a question is known again; 1 in 10**14 for two of them to be equal.
DIGEST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """The Asks of a run, and by key the digest of what is asked of whom, to be kept when it was answered."""

    asks: tuple[Ask, ...]
    digests: dict[str, str]


def plan(
    catalog: Catalog, lock: Lock, sources: Sequence[str], *, keys: Collection[str] = (), again: bool = False
) -> Plan:
    """Return what to ask: about `keys`, or else about every entry that is not known from an official record.

    `sources` names whom is asked, with the state of local ones (`local@<stamp>`). An entry that the same was asked
    about before is left out, unless it is one of `keys` or `again` is set; one that a person answered always is.
    """
    said = listed.records_by_key(lock)
    asks: list[Ask] = []
    digests: dict[str, str] = {}
    for key, entry in catalog.entries.items():
        if entry.answer or (keys and key not in keys) or (not keys and not again and entry.status == "resolved"):
            continue
        query = listed.query_of(entry, said.get(key, ()))
        digest = _digest(query, sources)
        if not keys and not again and _asked(lock, key) == digest:
            continue
        asks.append(Ask(key, query, lock.records.get(key, ())))
        digests[key] = digest
    return Plan(tuple(asks), digests)


def _asked(lock: Lock, key: str) -> str:
    state = lock.states.get(key)
    return state.asked if state else ""


def _digest(query: Query, sources: Sequence[str]) -> str:
    parts = [query.title, str(query.year or ""), query.venue, *map(str, query.identifiers), "", *sources]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:DIGEST_DIGITS]
