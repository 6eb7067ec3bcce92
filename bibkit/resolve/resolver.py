"""The loop: identify, ask, match, group. The only caller of sources, and the only place that catches their errors.

Local data answers first; then what an identifier names, in batches; then title searches, one request each, only while
nothing official is accepted. Everything found is scored together: the first hit of one source is never taken blindly.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from bibkit.errors import BadPayload, SourceError, Unavailable
from bibkit.model.identifier import Identifier
from bibkit.model.record import Decision, Query, Record
from bibkit.model.venue import Venues
from bibkit.resolve import match, versions
from bibkit.sources.base import Payload, Source
from bibkit.text import titles

#: Works asked about together: the batch of Crossref (50 DOIs) and half of arXiv's.
CHUNK = 50


@dataclass(frozen=True, slots=True)
class Ask:
    """One work to be found out: the entry's key, the question, and records that are known already."""

    key: str
    query: Query
    known: tuple[Record, ...] = ()  #: on a refresh only those count whose source did not speak again


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an Ask."""

    key: str
    decision: Decision
    records: tuple[Record, ...] = ()  #: when matched, the group of versions that make the work; else the candidates
    unchecked: tuple[str, ...] = ()  #: sources that could not be asked, each with its reason
    strays: tuple[Identifier, ...] = ()  #: identifiers of the question that lead to another work: wrong links


@dataclass(frozen=True, slots=True)
class Findings:
    """What a chunk of Asks has brought so far, by key."""

    records: dict[str, list[Record]]
    unchecked: dict[str, dict[str, str]]  #: by key: name of a source that could not be asked -> reason
    heard: dict[str, set[str]]  #: by key: names of the sources that have said all they know


class Cache(Protocol):
    """Payloads by source and request. `get` returns (found, payload); a payload of None: the source knows no such."""

    def get(self, source: str, request: str) -> tuple[bool, Sequence[Payload] | None]: ...

    def put(self, source: str, request: str, payloads: Sequence[Payload] | None) -> None: ...


@dataclass
class Resolver:
    """Answers Asks with the help of `sources`, in their order. `today` is the ISO day that records get."""

    sources: Sequence[Source]
    venues: Venues
    today: str
    cache: Cache | None = None
    offline: bool = False  #: ask nothing but sources on this machine and the cache
    refresh: bool = False  #: ask again what the cache holds
    on_progress: Callable[[int], None] = lambda done: None
    down: dict[str, str] = field(default_factory=dict)  #: sources that failed in this run: name -> reason
    requests: int = 0  #: identifiers and searches that were put to a source, cache hits not counted

    def resolve(self, asks: Sequence[Ask]) -> Iterator[Outcome]:
        """Yield the outcome of each Ask, in order; what was yielded is final and can be kept."""
        for start in range(0, len(asks), CHUNK):
            chunk = asks[start : start + CHUNK]
            yield from self._chunk(chunk)
            self.on_progress(start + len(chunk))

    def _chunk(self, asks: Sequence[Ask]) -> Iterator[Outcome]:
        findings = Findings(
            records={ask.key: [] if self.refresh else list(ask.known) for ask in asks},
            unchecked={ask.key: {} for ask in asks},
            heard={ask.key: set() for ask in asks},
        )
        decisions: dict[str, Decision] = {}
        for step in self._steps():
            asks = [_titled(ask, decisions.get(ask.key)) for ask in asks]
            open_asks = [ask for ask in asks if ask.key not in decisions or not _settled(decisions[ask.key])]
            if not open_asks:
                break
            step(open_asks, findings)
            for ask in open_asks:
                decisions[ask.key] = match.decide(ask.query, findings.records[ask.key], self.venues)
        for ask in asks:
            decision = decisions.get(ask.key)
            if _bring_back(ask, findings) or decision is None:
                decision = match.decide(ask.query, findings.records[ask.key], self.venues)
            yield _outcome(ask, decision, findings)

    def _steps(self) -> Iterator[Callable[[Sequence[Ask], Findings], None]]:
        """Yield what is done in turn: local sources whole, then look-ups by identifier, then searches."""
        near, far = ([s for s in self.sources if s.local is local] for local in (True, False))
        for source in near:
            yield partial(self._look_up, source)
            yield partial(self._search, source)
        for source in far:
            yield partial(self._look_up, source)
        for source in far:
            yield partial(self._search, source)

    def _look_up(self, source: Source, asks: Sequence[Ask], findings: Findings) -> None:
        wanted: dict[Identifier, list[str]] = {}
        for ask in asks:
            for identifier in ask.query.identifiers:
                if identifier.scheme in source.schemes:
                    wanted.setdefault(identifier, []).append(ask.key)
        answers: dict[Identifier, Sequence[Payload]] = {}
        open_ids: list[Identifier] = []
        for identifier in wanted:
            hit, payloads = self._cached(source, f"id {identifier}")
            if hit:
                answers[identifier] = payloads or ()
            else:
                open_ids.append(identifier)
        reason = self._fetch(source, open_ids, answers)
        for identifier, keys in wanted.items():
            for key in keys:
                if identifier in answers:
                    self._keep(source, answers[identifier], findings.records[key])
                else:
                    findings.unchecked[key][source.name] = reason or f"gave no answer for {identifier}"

    def _fetch(
        self, source: Source, identifiers: Sequence[Identifier], answers: dict[Identifier, Sequence[Payload]]
    ) -> str:
        """Ask for identifiers in batches into `answers`; return why some are missing, or ''."""
        reason = ""
        for start in range(0, len(identifiers), source.batch):
            batch = identifiers[start : start + source.batch]
            if refusal := self._refusal(source):
                return refusal
            self.requests += len(batch)
            try:
                for identifier, payload in source.fetch(batch).items():
                    answers[identifier] = () if payload is None else (payload,)
                    self._remember(source, f"id {identifier}", None if payload is None else [payload])
            except SourceError as error:
                reason = self._failed(source, error)
        return reason

    def _search(self, source: Source, asks: Sequence[Ask], findings: Findings) -> None:
        for ask in asks:
            findings.heard[ask.key].add(source.name)
            if not ask.query.title:
                continue
            request = f"search {ask.query.title} {ask.query.year or ''}".strip()
            hit, payloads = self._cached(source, request)
            if not hit:
                if refusal := self._refusal(source):
                    findings.unchecked[ask.key][source.name] = refusal
                    continue
                self.requests += 1
                try:
                    payloads = source.search(ask.query)
                except SourceError as error:
                    findings.unchecked[ask.key][source.name] = self._failed(source, error)
                    continue
                self._remember(source, request, payloads or None)
            self._keep(source, payloads or (), findings.records[ask.key])

    def _keep(self, source: Source, payloads: Sequence[Payload], records: list[Record]) -> None:
        """Add what the payloads say to `records`, once; one that can't be read is told and left out."""
        for payload in payloads:
            try:
                record = source.parse(payload)
            except BadPayload as error:
                self.down.setdefault(f"{source.name} (one answer)", str(error))
                continue
            if not record.day:
                record = replace(record, day=self.today)
            if all((known.source, known.id) != (record.source, record.id) for known in records):
                records.append(record)

    def _cached(self, source: Source, request: str) -> tuple[bool, Sequence[Payload] | None]:
        if self.cache is None or source.local or (self.refresh and not self.offline):
            return False, None
        return self.cache.get(source.name, request)

    def _remember(self, source: Source, request: str, payloads: Sequence[Payload] | None) -> None:
        if self.cache is not None and not source.local:
            self.cache.put(source.name, request, payloads)

    def _refusal(self, source: Source) -> str:
        """Return why a source must not be asked now, or ''."""
        if self.offline and not source.local:
            return "not asked (offline)"
        return self.down.get(source.name, "")

    def _failed(self, source: Source, error: SourceError) -> str:
        """Note the failure; a source that can't be reached is left alone for the rest of the run."""
        if isinstance(error, Unavailable):
            self.down[source.name] = str(error)
        return str(error)


def _bring_back(ask: Ask, findings: Findings) -> bool:
    """Add what is known from sources that were not heard this time: silence takes nothing away. Return whether any."""
    found = findings.records[ask.key]
    heard = findings.heard[ask.key] - findings.unchecked[ask.key].keys()
    back = [record for record in ask.known if record.source not in heard and record not in found]
    found += back
    return bool(back)


def _titled(ask: Ask, decision: Decision | None) -> Ask:
    """Return an Ask that had an identifier alone with the words of the record that this led to: more can be found."""
    if ask.query.title or decision is None or decision.decision != "match" or decision.chosen is None:
        return ask
    work = decision.chosen.record.work
    return replace(
        ask, query=replace(ask.query, title=work.title, authors=work.authors, others=work.others, year=work.year)
    )


def _outcome(ask: Ask, decision: Decision, findings: Findings) -> Outcome:
    found = findings.records[ask.key]
    strays: tuple[Identifier, ...] = ()
    if decision.decision == "match" and decision.chosen is not None:
        records = versions.group(decision.chosen.record, found)
        strays = _strays(ask.query, records, found)
    else:
        records = tuple(candidate.record for candidate in decision.candidates)
    told = tuple(f"{name}: {reason}" for name, reason in findings.unchecked[ask.key].items())
    return Outcome(ask.key, decision, records, told, strays)


def _strays(query: Query, group: Sequence[Record], found: Sequence[Record]) -> tuple[Identifier, ...]:
    """Return the query's identifiers that only records of other works carry: the list links to the wrong paper."""
    own = {identifier for record in group for identifier in record.work.identifiers}
    others = {
        identifier
        for record in found
        if record not in group and titles.difference(query.title, record.work.title) == "none"
        for identifier in record.work.identifiers
    }
    return tuple(sorted((set(query.identifiers) & others) - own))


def _settled(decision: Decision) -> bool:
    """Return whether nothing more need be asked: a match with an official record."""
    return (
        decision.decision == "match"
        and decision.chosen is not None
        and versions.kind(decision.chosen.record) not in versions.DRAFTS
        and decision.chosen.record.grade == "A"
    )
