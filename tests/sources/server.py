"""A server on the loopback address that answers what a test says, and remembers what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
ATOM = {"Content-Type": "application/atom+xml"}


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str  #: as sent, still encoded, without the query
    query: dict[str, str]
    headers: dict[str, str]


@dataclass
class Reply:
    """One answer. `cut` bytes are left out of the body that the header promises; `wait` seconds pass before it."""

    status: int = 200
    body: str | bytes = ""
    headers: dict[str, str] = field(default_factory=lambda: dict(JSON))
    cut: int = 0
    wait: float = 0.0


Answering = Callable[[Asked], Reply]


@dataclass
class Server:
    """A running server: its address and what it was asked so far."""

    url: str
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def serving(*replies: Reply | Answering) -> Iterator[Server]:
    """Answer with the replies in turn, the last one for ever; a function is called with the request."""
    server = Server("")
    queue = list(replies)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
            asked = Asked(parts.path, query, {name.lower(): value for name, value in self.headers.items()})
            server.asked.append(asked)
            found = queue.pop(0) if len(queue) > 1 else queue[0]
            self.answer(found if isinstance(found, Reply) else found(asked))

        def answer(self, reply: Reply) -> None:
            time.sleep(reply.wait)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) - reply.cut])
            self.close_connection = bool(reply.cut or reply.wait)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
            pass

        def handle(self) -> None:
            with suppress(ConnectionError):  # the client gave up first, which is what some tests are about
                super().handle()

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{httpd.server_address[1]}"
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()
