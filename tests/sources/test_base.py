"""What every source offers, and how batches and single look-ups are combined."""

from collections.abc import Sequence

import pytest

from bibkit import config, registry, sources
from bibkit.errors import BadPayload, NotFound, Unavailable
from bibkit.model.identifier import FORMS, Identifier
from bibkit.sources.base import Payload, Source, gather

IDS = [Identifier("doi", f"10.1000/{number}") for number in range(5)]


def test_the_sources_are_found_by_their_files() -> None:
    found = registry.load(sources, Source)  # type: ignore[type-abstract]
    assert set(found) == {"arxiv", "crossref", "datacite", "doi_org", "local"} == set(config.DEFAULT_SOURCES)
    for kind in found.values():
        assert kind.schemes <= set(FORMS)
        assert kind.batch >= 1


def test_batches_first_then_one_by_one() -> None:
    asked: list[object] = []

    def batch(some: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        asked.append(len(some))
        return {one: {"batch": True} for one in some if one != IDS[1]}

    def single(one: Identifier) -> Payload:
        asked.append(one)
        raise NotFound("no")

    found = gather(IDS, single, batch, 2)
    assert found == {one: None if one == IDS[1] else {"batch": True} for one in IDS}
    assert asked == [2, 2, 1, IDS[1]]


def test_one_identifier_needs_no_batch() -> None:
    def never(some: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        raise AssertionError

    assert gather(IDS[:1], lambda one: {"one": True}, never, 2) == {IDS[0]: {"one": True}}


def test_a_source_that_is_down_is_not_asked_again() -> None:
    asked = 0

    def down(one: Identifier) -> Payload:
        nonlocal asked
        asked += 1
        raise Unavailable("down")

    with pytest.raises(Unavailable):
        gather(IDS, down)
    assert asked == 1


def test_one_bad_answer_does_not_spoil_the_others() -> None:
    def single(one: Identifier) -> Payload:
        if one == IDS[2]:
            raise BadPayload("odd")
        return {}

    assert set(gather(IDS, single)) == set(IDS) - {IDS[2]}


def test_nothing_wanted() -> None:
    assert gather([], lambda one: {}) == {}
