"""The loop asks what it must, keeps what it got, and never takes a source that is down for one that knows nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from bibkit import disk
from bibkit.errors import BadPayload, Unavailable
from bibkit.formats import venues as venue_table
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query, Record
from bibkit.model.venue import Venues
from bibkit.model.work import Work
from bibkit.resolve.resolver import CHUNK, Ask, Outcome, Resolver
from bibkit.sources.base import Payload, Source

TITLE = "Deep Residual Learning for Image Recognition"
ARXIV = Identifier("arxiv", "1512.03385")


class Fake(Source):
    """A source that answers from a table and counts what it was asked."""

    name: ClassVar[str] = "fake"
    schemes: ClassVar[frozenset[str]] = frozenset({"arxiv", "doi"})
    batch: ClassVar[int] = 20

    def __init__(self, by_id: dict[str, Payload] | None = None, hits: Sequence[Payload] = (), down: str = "") -> None:
        self.by_id, self.hits, self.down = by_id or {}, list(hits), down
        self.fetched: list[int] = []
        self.searched: list[str] = []

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        self.fetched.append(len(identifiers))
        if self.down:
            raise Unavailable(self.down)
        return {identifier: self.by_id.get(str(identifier)) for identifier in identifiers}

    def search(self, query: Query) -> list[Payload]:
        self.searched.append(query.title)
        if self.down:
            raise Unavailable(self.down)
        return self.hits

    def parse(self, payload: Payload) -> Record:
        if "title" not in payload:
            raise BadPayload("fake: the answer has no title")
        ids = tuple(Identifier(*text.split(":", 1)) for text in payload.get("ids", ()))
        kind = payload.get("kind", "published")
        work = Work(
            type="misc" if kind == "preprint" else "inproceedings",
            title=payload["title"],
            authors=(Creator("He", "Kaiming"), Creator("Zhang", "Xiangyu")),
            date=payload.get("date", "2016"),
            venue="arxiv" if kind == "preprint" else "cvpr",
            identifiers=ids,
        )
        return Record(self.name, payload["id"], work, grade="B" if kind == "preprint" else "A", kind=kind)


class Local(Fake):
    name: ClassVar[str] = "local"
    local: ClassVar[bool] = True


class Other(Fake):
    name: ClassVar[str] = "other"


@dataclass
class Memory:
    """A payload cache in a dict."""

    kept: dict[tuple[str, str], Sequence[Payload] | None] = field(default_factory=dict)

    def get(self, source: str, request: str) -> tuple[bool, Sequence[Payload] | None]:
        return (source, request) in self.kept, self.kept.get((source, request))

    def put(self, source: str, request: str, payloads: Sequence[Payload] | None) -> None:
        self.kept[source, request] = payloads


PUBLISHED: Payload = {"id": "p1", "title": TITLE, "ids": ["doi:10.1109/cvpr.2016.90"]}
PREPRINT: Payload = {"id": "a1", "title": TITLE, "ids": [str(ARXIV)], "kind": "preprint", "date": "2015"}


@pytest.fixture(scope="module")
def venues() -> Venues:
    return venue_table.load(disk.data_text("venues.json"))


def ask(key: str = "k1", *identifiers: Identifier, title: str = TITLE) -> Ask:
    return Ask(key, Query(title, year=2016, identifiers=identifiers))


def one(resolver: Resolver, *asks: Ask) -> Outcome:
    (outcome,) = list(resolver.resolve(asks or [ask()]))
    return outcome


def test_an_official_local_record_ends_the_asking(venues: Venues) -> None:
    near, far = Local(hits=[PUBLISHED]), Fake(hits=[PUBLISHED])
    outcome = one(Resolver([far, near], venues, "2026-01-02"))
    assert (outcome.decision.decision, far.searched, far.fetched) == ("match", [], [])
    assert [record.day for record in outcome.records] == ["2026-01-02"]


def test_a_preprint_alone_goes_on_asking_for_what_was_published(venues: Venues) -> None:
    near, far = Local(by_id={str(ARXIV): PREPRINT}), Fake(hits=[PUBLISHED])
    outcome = one(Resolver([near, far], venues, "2026-01-02"), ask("k1", ARXIV))
    assert {record.id for record in outcome.records} == {"p1", "a1"}
    assert outcome.decision.chosen is not None
    assert outcome.decision.chosen.record.id == "p1"


def test_identifiers_are_asked_in_batches(venues: Venues) -> None:
    far = Fake()
    asks = [
        ask(f"k{i}", Identifier("doi", f"10.1000/{i}"), title=f"Some Title Number {i} of a Long Row")
        for i in range(CHUNK)
    ]
    list(Resolver([far], venues, "2026-01-02").resolve(asks))
    assert far.fetched == [20, 20, 10]


def test_a_source_that_is_down_is_unchecked_and_left_alone(venues: Venues) -> None:
    far = Fake(down="fake can't be reached")
    asks = [ask("k1", ARXIV), ask("k2", title="Another Title That Nobody Knows At All")]
    outcomes = list(Resolver([far], venues, "2026-01-02").resolve(asks))
    assert [o.decision.decision for o in outcomes] == ["no_match", "no_match"]
    assert all("fake: fake can't be reached" in o.unchecked for o in outcomes)
    assert (len(far.fetched), far.searched) == (1, [])


def test_one_answer_that_cannot_be_read_does_not_stop_the_run(venues: Venues) -> None:
    resolver = Resolver([Fake(hits=[{"id": "x"}, PUBLISHED])], venues, "2026-01-02")
    assert one(resolver).decision.decision == "match"
    assert any("has no title" in reason for reason in resolver.down.values())


def test_what_the_cache_holds_is_not_asked_again(venues: Venues) -> None:
    memory = Memory()
    first, second = Fake(by_id={str(ARXIV): PREPRINT}, hits=[PUBLISHED]), Fake()
    one(Resolver([first], venues, "2026-01-02", memory), ask("k1", ARXIV))
    outcome = one(Resolver([second], venues, "2026-01-03", memory), ask("k1", ARXIV))
    assert (second.fetched, second.searched) == ([], [])
    assert {record.id for record in outcome.records} == {"p1", "a1"}


def test_refresh_asks_again_in_spite_of_the_cache(venues: Venues) -> None:
    memory, far = Memory(), Fake(hits=[PUBLISHED])
    for _ in range(2):
        one(Resolver([far], venues, "2026-01-02", memory, refresh=True))
    assert len(far.searched) == 2


def test_what_is_unknown_is_remembered_too(venues: Venues) -> None:
    memory, far = Memory(), Fake()
    one(Resolver([far], venues, "2026-01-02", memory), ask("k1", ARXIV))
    assert set(memory.kept.values()) == {None}


def test_offline_asks_only_this_machine_and_says_so(venues: Venues) -> None:
    near, far = Local(), Fake(hits=[PUBLISHED])
    outcome = one(Resolver([near, far], venues, "2026-01-02", offline=True))
    assert (len(near.searched), far.searched) == (1, [])
    assert outcome.unchecked == ("fake: not asked (offline)",)


def test_errors_are_never_cached(venues: Venues) -> None:
    memory = Memory()
    one(Resolver([Fake(down="503")], venues, "2026-01-02", memory), ask("k1", ARXIV))
    assert memory.kept == {}


def test_two_sources_that_say_the_same_are_one_group(venues: Venues) -> None:
    resolver = Resolver([Fake(by_id={str(ARXIV): PREPRINT}), Other(hits=[PUBLISHED])], venues, "2026-01-02")
    outcome = one(resolver, ask("k1", ARXIV))
    assert {(record.source, record.id) for record in outcome.records} == {("fake", "a1"), ("other", "p1")}


def test_an_identifier_that_leads_to_another_work_is_told(venues: Venues) -> None:
    other = {"id": "x", "title": "Simple Segmentation with Transformers", "ids": [str(ARXIV)], "kind": "preprint"}
    outcome = one(Resolver([Fake(by_id={str(ARXIV): other}, hits=[PUBLISHED])], venues, "2026-01-02"), ask("k1", ARXIV))
    assert outcome.decision.decision == "match"
    assert outcome.strays == (ARXIV,)


@pytest.mark.parametrize("reason", ["down", "offline", "not asked"])
def test_a_refresh_keeps_what_a_silent_source_said_before(venues: Venues, reason: str) -> None:
    record = one(Resolver([Fake(hits=[PUBLISHED])], venues, "2026-01-02")).records[0]
    known = Ask("k1", Query(TITLE, year=2016), (record,))
    far = Fake(down="503") if reason == "down" else Fake()
    sources = [] if reason == "not asked" else [far]
    outcome = one(Resolver(sources, venues, "2026-01-03", refresh=True, offline=reason == "offline"), known)
    assert (outcome.decision.decision, outcome.records) == ("match", (record,))


def test_a_refresh_forgets_what_a_source_says_no_more(venues: Venues) -> None:
    record = one(Resolver([Fake(hits=[PUBLISHED])], venues, "2026-01-02")).records[0]
    known = Ask("k1", Query(TITLE, year=2016), (record,))
    outcome = one(Resolver([Fake()], venues, "2026-01-03", refresh=True), known)
    assert outcome.records == ()


def test_a_bare_identifier_finds_what_its_preprint_became(venues: Venues) -> None:
    far = Fake(by_id={str(ARXIV): PREPRINT}, hits=[PUBLISHED])
    outcome = one(Resolver([far], venues, "2026-01-02"), ask("k1", ARXIV, title=""))
    assert {record.id for record in outcome.records} == {"a1", "p1"}
