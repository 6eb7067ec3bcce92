"""One request through habanero, with what it leaks sorted into what callers can act on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bibkit.errors import BadPayload, NotFound
from bibkit.sources.guard import Retry, retry_after
from bibkit.sources.http import PERMANENT, trouble

if TYPE_CHECKING:
    import httpx2


#: what comes out of habanero's reading of a body that is not as it expects
READING = (LookupError, TypeError, ValueError, AttributeError)


@dataclass
class Moved(Exception):
    """The work is registered under another DOI; `location` is where, as the service wrote it."""

    location: str


def call(name: str, ask: Callable[[], Any], timeout: float) -> dict[str, Any]:
    """Return the `message` of habanero's answer.

    Raises NotFound (404), Moved (301), Retry (429, 5xx, a broken connection) and BadPayload (all else). habanero 2.9
    raises httpx2's errors for a single DOI, its own for lists, RuntimeError for a lost connection, and lets TypeError
    and its like out of its reading of bodies that are not as it expects.
    """
    import habanero
    import httpx2

    try:
        answer = ask()
    except (habanero.RequestError, httpx2.HTTPError, RuntimeError, *READING) as error:
        response = _response(error)
        if response is not None:
            raise _by_status(name, response) from error
        for cause in _causes(error):
            if isinstance(cause, httpx2.HTTPError):
                raise trouble(cause, timeout) from error
        if isinstance(error, READING) and not _is_from(error, "habanero", "json"):
            raise  # a mistake of ours, not of the answer
        raise BadPayload(f"{name} answered what is no whole JSON") from error
    message = answer.get("message") if isinstance(answer, dict) else None
    if not isinstance(message, dict):
        raise BadPayload(f"{name} answered JSON without a message")
    return message


def _by_status(name: str, response: "httpx2.Response") -> Exception:
    status = response.status_code
    if status == 404:
        return NotFound(f"{name} knows no such work")
    if status in PERMANENT:
        return Moved(response.headers.get("location", ""))
    if status == 429 or status >= 500:
        return Retry(f"answered {status}", retry_after(response.headers.get("retry-after")))
    return BadPayload(f"{name} answered {status}: it can't take this request")


def _response(error: BaseException) -> "httpx2.Response | None":
    import httpx2

    return next((cause.response for cause in _causes(error) if isinstance(cause, httpx2.HTTPStatusError)), None)


def _is_from(error: BaseException, *packages: str) -> bool:
    """Return whether the error was raised by code of one of these packages."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    module = str(frame.tb_frame.f_globals.get("__name__", "")) if frame is not None else ""
    return module.partition(".")[0] in packages


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that lie behind it."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
