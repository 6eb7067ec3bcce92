"""What the tests of the sources share: a client that waits on a clock of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bibkit.sources.guard import Guard
from bibkit.sources.http import Http

MAILTO = "somebody@example.org"


@dataclass
class Clock:
    """A clock that only sleeping moves; `slept` is every sleep in seconds."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def http(clock: Clock) -> Iterator[Http]:
    client = Http(mailto=MAILTO, timeout=0.3, guard=Guard(clock=clock, sleep=clock.sleep, chance=lambda: 0.5))
    yield client
    client.close()
