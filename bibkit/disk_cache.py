"""The payload cache: what services answered, kept on this machine so that a second run asks nobody.

A cache only saves time, so no trouble with its file ever stops a run: it is told once, and the run goes on without.
"""

import json
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bibkit.errors import FileError

DAY = 86_400  #: seconds
HIT_DAYS = 90  #: an answer is good for; metadata of published works hardly changes
ABSENT_DAYS = 7  #: "knows no such thing" is good for; new works are registered every day
WAIT = 5.0  #: seconds for another process to finish writing
SCHEMA = 1

Payloads = list[dict[str, Any]]

_TABLE = f"""
CREATE TABLE IF NOT EXISTS payload(
    source TEXT, request TEXT, fetched REAL NOT NULL, data BLOB, PRIMARY KEY(source, request)) WITHOUT ROWID;
PRAGMA user_version = {SCHEMA};
"""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What the cache holds; its text is what `bibkit cache info` prints."""

    path: Path
    size: int  #: bytes
    sources: tuple[tuple[str, int, int], ...]  #: name, answers, of them "knows no such thing"

    def __str__(self) -> str:
        head = f"{self.path}: {sum(total for _, total, _ in self.sources)} answers, {self.size / 1e6:.1f} MB"
        rows = (
            f"  {name:10} {total:>8} answers, {absent} of them: no such work" for name, total, absent in self.sources
        )
        return "\n".join([head, *rows])


def default_path() -> Path:
    """Return the cache's file in the user's cache folder."""
    import platformdirs

    return platformdirs.user_cache_path("bibkit") / "payloads.sqlite"


class DiskCache:
    """Payloads by source and request, in one SQLite file; several processes may use it at once.

    `now` is the clock in seconds since 1970, `say` takes the one message when the file can't be used.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        now: Callable[[], float] = time.time,
        say: Callable[[str], None] = lambda text: print(f"bibkit: {text}", file=sys.stderr),
    ) -> None:
        self.path = path or default_path()
        self._now, self._say, self._told = now, say, False
        self._db = self._open()

    def get(self, source: str, request: str) -> tuple[bool, Payloads | None]:
        """Return (known, payloads); payloads None: the source knew no such thing. (False, None) when too old or new."""
        row = self._run("SELECT fetched, data FROM payload WHERE source = ? AND request = ?", source, request)
        if not row:
            return False, None
        fetched, data = row[0]
        age = self._now() - fetched
        if age < -DAY or age > DAY * (ABSENT_DAYS if data is None else HIT_DAYS):
            return False, None
        if data is None:
            return True, None
        try:
            return True, json.loads(zlib.decompress(data))
        except (zlib.error, ValueError):
            return False, None  # asked again, and overwritten

    def put(self, source: str, request: str, payloads: Sequence[dict[str, Any]] | None) -> None:
        """Keep an answer; None or nothing: the source knows no such thing. Errors are never put here."""
        data = zlib.compress(json.dumps(list(payloads), separators=(",", ":")).encode()) if payloads else None
        self._run("INSERT OR REPLACE INTO payload VALUES(?, ?, ?, ?)", source, request, self._now(), data)

    def day(self, source: str, request: str) -> str:
        """Return the ISO day on which an answer was fetched, or ''."""
        row = self._run("SELECT fetched FROM payload WHERE source = ? AND request = ?", source, request)
        return datetime.fromtimestamp(row[0][0], UTC).date().isoformat() if row else ""

    def __len__(self) -> int:
        row = self._run("SELECT count(*) FROM payload")
        return int(row[0][0]) if row else 0

    def info(self) -> CacheInfo:
        """Return what is kept."""
        rows = self._run("SELECT source, count(*), sum(data IS NULL) FROM payload GROUP BY source ORDER BY source")
        size = self.path.stat().st_size if self.path.is_file() else 0
        return CacheInfo(self.path, size, tuple((name, total, absent) for name, total, absent in rows))

    def clear(self) -> int:
        """Forget everything and return how many answers that were. Raises FileError where that fails."""
        known = len(self)
        self._run("DELETE FROM payload")
        self._run("VACUUM")
        if self._told or len(self):
            raise FileError(f"{self.path}: can't be cleared; delete the file by hand")
        return known

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def __enter__(self) -> "DiskCache":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        """Return the opened file; a damaged one is set aside for a new one, and None means: no cache in this run."""
        for last in (False, True):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return self._connect()
            except sqlite3.OperationalError as error:
                self._without(str(error))
                break
            except sqlite3.DatabaseError as error:
                if last or not self._set_aside():
                    self._without(str(error))
                    break
            except OSError as error:
                self._without(error.strerror or str(error))
                break
        return None

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        try:
            if db.execute("PRAGMA user_version").fetchone()[0] not in (0, SCHEMA):
                raise sqlite3.DatabaseError("it was written by another version")
            # Without a log ahead of the file, every answer would wait for the disk (20 ms each).
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.executescript(_TABLE)
            oldest = self._now() - DAY * HIT_DAYS
            if db.execute("SELECT 1 FROM payload WHERE fetched < ? LIMIT 1", (oldest,)).fetchone():
                db.execute("DELETE FROM payload WHERE fetched < ?", (oldest,))
        except BaseException:
            db.close()
            raise
        return db

    def _set_aside(self) -> bool:
        """Rename a damaged file, so that nothing is lost; return whether that worked."""
        aside = self.path.with_name(f"{self.path.name}.damaged")
        try:
            self.path.replace(aside)
            for log in ("-wal", "-shm"):  # else they would be applied to the new file
                self.path.with_name(f"{self.path.name}{log}").unlink(missing_ok=True)
        except OSError:
            return False
        self._say(f"{self.path}: the cache is damaged and was set aside as {aside.name}; a new one is begun")
        return True

    def _without(self, why: str) -> None:
        if not self._told:
            self._told = True
            self._say(f"{self.path}: the cache can't be used ({why}); going on without it")

    def _run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; trouble is told once and gives none."""
        if self._db is None:
            return []
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            self._without(str(error))
        except sqlite3.DatabaseError:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = self._open() if self._set_aside() else None
        return []
