"""What a source of metadata must offer."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from bibkit.errors import NotFound, SourceError, Unavailable
from bibkit.formats.published import VenueFinder
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query, Record

#: What a source answered about one work, as JSON can hold it: what the payload cache stores and `parse` reads.
Payload = dict[str, Any]


class Source(ABC):
    """A source of metadata. `fetch` and `search` touch the world, `parse` is pure."""

    name: ClassVar[str]
    schemes: ClassVar[frozenset[str]]  #: schemes of identifiers that it can look up
    batch: ClassVar[int] = 1  #: identifiers that one request can ask for
    local: ClassVar[bool] = False  #: answers from this machine: asked first, also offline, and never cached
    interval: float = 1.0  #: seconds between two of its requests
    venues: VenueFinder | None = None  #: names the venue of a record; without it `Work.venue` stays empty

    @abstractmethod
    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the payload of each identifier; None where the source answered that it knows no such thing.

        An identifier that is missing from the result was not checked: its part of the work failed. Raises Unavailable
        or BadPayload when nothing at all was learned.
        """

    @abstractmethod
    def search(self, query: Query) -> list[Payload]:
        """Return the payloads that fit a title best, best first; none need be the work meant. Raises Unavailable."""

    @abstractmethod
    def parse(self, payload: Payload) -> Record:
        """Return what the payload says. Pure; raises BadPayload when it lacks what the documentation promises."""


def gather(
    wanted: Sequence[Identifier],
    one: Callable[[Identifier], Payload | None],
    batch: Callable[[Sequence[Identifier]], dict[Identifier, Payload | None]] | None = None,
    size: int = 1,
) -> dict[Identifier, Payload | None]:
    """Return what `Source.fetch` promises: batches of `size` first, then one by one what they did not hold.

    A batch that was refused is asked for one by one; a source that is down is not asked again.
    """
    found: dict[Identifier, Payload | None] = {}
    trouble: list[SourceError] = []
    for start in range(0, len(wanted), size) if batch and len(wanted) > 1 else ():
        try:
            found.update(batch(wanted[start : start + size]) if batch else {})
        except SourceError as error:
            trouble.append(error)
    for identifier in wanted:
        if identifier in found or any(isinstance(error, Unavailable) for error in trouble):
            continue
        try:
            found[identifier] = one(identifier)
        except NotFound:
            found[identifier] = None
        except SourceError as error:
            trouble.append(error)
    if trouble and not found:
        raise trouble[0]
    return found
