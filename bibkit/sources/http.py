"""The HTTP client of all sources: polite, patient, and suspicious of what comes back."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from bibkit import __version__
from bibkit.errors import BadPayload, ConfigError
from bibkit.sources.guard import TRIES_TO_CONNECT, Guard, Retry, retry_after

if TYPE_CHECKING:
    import httpx2

TIMEOUT = 20.0  #: seconds without a byte
TOTAL_TIME = 120.0  #: seconds for one whole answer, so that a trickle ends too
MAX_SIZE = 32 << 20  #: bytes of one answer, unpacked; the largest honest one (a batch of 100 abstracts) has about 1 MB
REDIRECTS = 5  #: followed for one request
PERMANENT = frozenset({301, 308})
TEMPORARY = frozenset({302, 303, 307})

_ADDRESS = re.compile(r"[^@\s<>()\"]+@[^@\s<>()\"]+\.[^@\s<>()\"]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered: any status but those that were tried again."""

    name: str  #: the source's
    status: int
    url: str  #: where the answer came from, after redirects
    headers: Mapping[str, str]
    body: bytes
    moved: tuple[str, ...] = ()  #: addresses on the way that have moved for good

    @property
    def is_html(self) -> bool:
        """Return whether this is a page for people, whatever it is labelled."""
        start = self.body[:200].lstrip().lower()
        return start.startswith((b"<!doctype html", b"<html")) or (
            "html" in self.headers.get("content-type", "") and not start.startswith((b"{", b"[", b"<?xml", b"<feed"))
        )

    def json(self) -> Any:
        """Return the body as JSON. Raises BadPayload for HTML and for anything that isn't whole JSON."""
        if self.is_html:
            raise BadPayload(f"{self.name} answered {self.status} with an HTML page where JSON is due")
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise BadPayload(f"{self.name} answered {self.status} with what is no JSON") from error


class Http:
    """Sends GET requests. `mailto` goes into the user agent alone; no message ever shows it."""

    def __init__(self, *, mailto: str = "", timeout: float = TIMEOUT, guard: Guard | None = None) -> None:
        if mailto and not _ADDRESS.fullmatch(mailto):
            raise ConfigError("mailto: not a mail address")
        self.mailto, self.timeout = mailto, timeout
        self.guard = guard or Guard()
        self.total_time, self.max_size = TOTAL_TIME, MAX_SIZE
        self._client: httpx2.Client | None = None

    def get(
        self,
        name: str,
        url: str,
        *,
        params: Mapping[str, str | int] | None = None,
        accept: str = "application/json",
        interval: float = 1.0,
        follow: bool = True,
    ) -> Answer:
        """Return the answer for `url`; redirects are followed unless told otherwise.

        Raises Unavailable after the last try, BadPayload for an answer that is too large or a redirect without end.
        """
        moved: list[str] = []
        query = dict(params) if params else None
        for _ in range(REDIRECTS + 1):
            answer = self._once_guarded(name, url, query, accept, interval)
            target = answer.headers.get("location")
            if not (follow and target and answer.status in PERMANENT | TEMPORARY):
                return Answer(name, answer.status, answer.url, answer.headers, answer.body, tuple(moved))
            if answer.status in PERMANENT:
                moved.append(url)
            url, query = _target(name, url, target), None
        raise BadPayload(f"{name} redirects in circles")

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _once_guarded(self, name: str, url: str, query: dict[str, Any] | None, accept: str, interval: float) -> Answer:
        host = urlsplit(url).netloc
        return self.guard.call(host, name, lambda: self._once(name, url, query, accept), interval=interval)

    def _once(self, name: str, url: str, query: dict[str, Any] | None, accept: str) -> Answer:
        """Make one request; what another try may mend is raised as Retry."""
        import httpx2

        try:
            with self._open().stream("GET", url, params=query, headers={"Accept": accept}) as response:
                headers = {key.lower(): value for key, value in response.headers.items()}
                body = self._read(name, response)
        except httpx2.HTTPError as error:
            raise trouble(error, self.timeout) from error
        except httpx2.InvalidURL as error:
            raise BadPayload(f"{name} redirects to what is no web address") from error
        if response.status_code == 429 or response.status_code >= 500:
            raise Retry(f"answered {response.status_code}", retry_after(headers.get("retry-after")))
        return Answer(name, response.status_code, str(response.url), headers, body)

    def _read(self, name: str, response: "httpx2.Response") -> bytes:
        end, body = time.monotonic() + self.total_time, bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self.max_size:
                raise BadPayload(f"{name} answered more than {self.max_size >> 20} MB; not read")
            if time.monotonic() > end:
                raise Retry(f"needed more than {self.total_time:.0f} s for one answer")
        return bytes(body)

    def _open(self) -> "httpx2.Client":
        import httpx2

        if self._client is None:
            self._client = httpx2.Client(timeout=self.timeout, headers={"User-Agent": user_agent(self.mailto)})
        return self._client


def _target(name: str, url: str, location: str) -> str:
    """Return where a redirect leads; it may be relative. Raises BadPayload for what is no web address."""
    try:
        target = urljoin(url, location)
        if urlsplit(target).scheme in ("http", "https"):
            return target
    except ValueError:
        pass
    raise BadPayload(f"{name} redirects to what is no web address")


def user_agent(mailto: str = "") -> str:
    """Return how we introduce ourselves; services that know an address give more and complain instead of blocking."""
    return f"bibkit/{__version__}" + (f" (mailto:{mailto})" if mailto else "")


def trouble(error: "httpx2.HTTPError", timeout: float) -> Retry:
    """Return what went wrong on the way, told without an address of anybody."""
    import httpx2

    if isinstance(error, httpx2.ConnectError):
        return Retry("can't be reached", tries=TRIES_TO_CONNECT)
    if isinstance(error, httpx2.TimeoutException):
        return Retry(f"did not answer within {timeout:g} s")
    if isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError | httpx2.DecodingError):
        return Retry("broke off its answer")
    return Retry(f"can't be reached ({type(error).__name__})", tries=TRIES_TO_CONNECT)
