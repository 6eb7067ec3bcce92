"""Which rows of the table of links hold for a host, compiled when it is first met: a list knows few hosts."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bibkit.resolve.links import ANYWHERE, ROWS, Row
from bibkit.text.trim import regex


class Compiled:
    """A row of the table, ready to be matched."""

    __slots__ = ("fixed", "hinted", "keep", "match", "row", "versioned")

    def __init__(self, row: Row) -> None:
        pattern: re.Pattern[str] = regex(row.pattern)
        self.row = row
        self.match = pattern.match
        self.hinted = "hint" in pattern.groupindex
        self.versioned = "version" in pattern.groupindex
        self.fixed = row.value == "{id}"
        self.keep = None if row.keep is None else frozenset(row.keep.split())


@lru_cache(maxsize=1024)
def rows(host: str) -> tuple[Compiled, ...]:
    """Return the rows for a host (without `www.`), or for the site behind a library's proxy; () if there is none."""
    for names in (_domains(host), _proxied(host)):
        found = tuple(_compiled(row) for name in names for row in _table().get(name, ()))
        if found:
            return found
    return ()


@cache
def anywhere() -> tuple[Compiled, ...]:
    """Return the rows that hold for every host."""
    return tuple(Compiled(row) for row in ANYWHERE)


_compiled = cache(Compiled)


@cache
def _table() -> dict[str, list[Row]]:
    table: dict[str, list[Row]] = {}
    for row in ROWS:
        for host in row.hosts.split():
            table.setdefault(host, []).append(row)
    return table


def _domains(host: str) -> Iterator[str]:
    """Yield the names under which the table may hold a host: itself, then its domains with a leading dot."""
    yield host
    while "." in host:
        yield f".{host}"
        host = host.partition(".")[2]


def _proxied(host: str) -> Iterator[str]:
    """Yield the names of the site behind a proxy: `dl-acm-org.proxy.edu`, `dl.acm.org.proxy.edu`."""
    labels = host.split(".")
    yield from _domains(labels[0].replace("-", "."))
    for end in range(len(labels) - 1, 1, -1):
        yield from _domains(".".join(labels[:end]))
