"""The local source: the records that `bibkit index add` has put into the embedded index."""

from collections.abc import Sequence
from pathlib import Path

from bibkit.model.identifier import FORMS, Identifier
from bibkit.model.record import Query, Record
from bibkit.sources import packing
from bibkit.sources.base import Payload, Source
from bibkit.sources.local_index import LocalIndex

#: Which of several records of one identifier is given when one is asked for: an official one, then the best grade.
KINDS = ("published", "workshop", "preprint", "rejected", "aggregator", "list")


class Local(Source):
    """The embedded index. Payload: a Record as `bibkit.sources.packing` spells it."""

    name = "local"
    schemes = frozenset(FORMS)
    local = True
    batch = 500
    interval = 0.0

    def __init__(self, index: LocalIndex | Path) -> None:
        self.index = index if isinstance(index, LocalIndex) else LocalIndex(index)

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the most official record of each identifier; `search` gives the others."""
        found: dict[Identifier, Payload | None] = {}
        for identifier in identifiers:
            records = self.index.by_identifier(identifier)
            found[identifier] = packing.payload(min(records, key=_rank)) if records else None
        return found

    def search(self, query: Query) -> list[Payload]:
        """Return all records that share an identifier with the query, then those whose title is like one of its own."""
        records = [record for one in query.identifiers for record in self.index.by_identifier(one)]
        for title in (query.title, *query.hints):
            records += self.index.by_title(title) if title else []
        return [packing.payload(record) for record in {record.id: record for record in records}.values()]

    def parse(self, payload: Payload) -> Record:
        """Return the Record that was stored."""
        return packing.record(payload)


def _rank(record: Record) -> tuple[int, str]:
    return (KINDS.index(record.kind) if record.kind in KINDS else len(KINDS), record.grade)
