"""Politeness towards a host: pacing, retries, and leaving it alone while it is down."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import random
from typing import TypeVar

from bibkit.errors import Unavailable

T = TypeVar("T")

TRIES = 5  #: of one request
TRIES_TO_CONNECT = 2  #: of one that reached nobody: mostly there is no network, and nobody wants to wait for that
FIRST_WAIT = 1.0  #: seconds before the second try; doubled for each further one
MAX_WAIT = 60.0  #: seconds; who asks for more with Retry-After is left alone instead of waited for
JITTER = 1.0  #: seconds added at most, so that several users of one service don't come back together
FAILURES = 8  #: failed tries in a row that open the breaker; more than one request has, for that one may be at fault
LONGEST = 86_400.0  #: seconds for which anybody is left alone
COOL_DOWN = 300.0  #: seconds for which an open breaker leaves the host alone; then one failure opens it again


class Retry(Exception):
    """A try failed in a way that another try may mend; `after` is what the host asked for, in seconds."""

    def __init__(self, why: str, after: float | None = None, tries: int = TRIES) -> None:
        super().__init__(why)
        self.after, self.tries = after, tries


@dataclass
class _Host:
    ready: float = 0.0  #: time of the clock from which the next request may start
    closed_until: float = 0.0
    failures: int = 0  #: failed tries in a row
    lock: threading.Lock = field(default_factory=threading.Lock)
    places: threading.Semaphore | None = None  #: requests that may be under way at once


class Guard:
    """Runs requests for all sources; state is kept per host. Clock, sleep and chance are passed in by tests."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random,
    ) -> None:
        self._clock, self._sleep, self._chance = clock, sleep, chance
        self._hosts: dict[str, _Host] = {}

    def call(self, host: str, name: str, once: Callable[[], T], *, interval: float, concurrent: int = 1) -> T:
        """Return what `once` returns, trying again while it raises Retry; `name` is the source's, for messages.

        Raises Unavailable when the tries are used up, or at once while the host's breaker is open.
        """
        state = self._hosts.setdefault(host, _Host())
        with state.lock:
            state.places = state.places or threading.Semaphore(concurrent)
        with state.places:
            return self._tries(state, name, once, interval)

    def _tries(self, state: _Host, name: str, once: Callable[[], T], interval: float) -> T:
        import stamina
        import stamina.instrumentation

        stamina.instrumentation.set_on_retry_hooks([])  # else each retry is logged to the terminal

        # The waiting is done by `_wait`, which all requests to the host go through; stamina only counts.
        for attempt in stamina.retry_context(on=_at_once, attempts=TRIES, timeout=None):
            with attempt:
                self._wait(state, name, interval)
                try:
                    result = once()
                except Retry as error:
                    self._failed(state, name, attempt.num, error)
                    if attempt.num >= error.tries:
                        raise Unavailable(f"{name} {error} ({attempt.num} tries); try again later") from error
                    raise
                state.failures = 0
                return result
        raise AssertionError("unreachable: the last try returns or raises")

    def _wait(self, state: _Host, name: str, interval: float) -> None:
        """Sleep until it is this request's turn."""
        with state.lock:
            now = self._clock()
            if now < state.closed_until:
                left = state.closed_until - now
                raise Unavailable(f"{name} did not answer before and is left alone for another {left:.0f} s: unchecked")
            start = max(now, state.ready)
            state.ready = start + interval
        if start > now:
            self._sleep(start - now)

    def _failed(self, state: _Host, name: str, tries: int, error: Retry) -> None:
        """Note a failed try: when the next may start, and whether the host is to be left alone."""
        with state.lock:
            now = self._clock()
            state.failures += 1
            if error.after is not None and error.after > MAX_WAIT:
                state.closed_until = now + error.after
                raise Unavailable(f"{name} {error} and asks for {error.after:.0f} s without requests; try again later")
            if state.failures >= FAILURES:
                state.closed_until = now + COOL_DOWN
                state.failures = FAILURES - 1
            own = min(MAX_WAIT, FIRST_WAIT * 2 ** (tries - 1)) + JITTER * self._chance() if tries < error.tries else 0.0
            state.ready = max(state.ready, now + (own if error.after is None else error.after))


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds that a Retry-After header asks for (a number or an HTTP date); None without a usable one."""
    if not value:
        return None
    try:
        return min(max(0.0, float(value)), LONGEST)
    except ValueError:
        pass
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0.0, (when - (now or datetime.now(UTC))).total_seconds()), LONGEST)


def _at_once(error: Exception) -> float | bool:
    """Tell stamina to try again without a wait of its own after a Retry, and never after anything else."""
    return 0.0 if isinstance(error, Retry) else False
