"""The embedded index: records in one SQLite file, found by identifier, by title, and by a title that is nearly theirs.

A nearly right title is looked for by pairs of its rarest words: a typo or a lost word spoils some pairs, not all six.
An OR query cut by a limit loses most of them, and ranking by bm25 is slow.
"""

import hashlib
import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from rapidfuzz import fuzz, process

from bibkit.errors import DataError, FileError, LockedError
from bibkit.model.identifier import Identifier
from bibkit.model.record import Record
from bibkit.sources import packing
from bibkit.sources.local_writer import Added, Writer, title_hash
from bibkit.text.titles import key, words

SCHEMA = "1"  #: of the tables and of `packing`; another one is not read
APPLICATION = 0x62696258  #: "bibX": marks the file as ours in its header
RAREST = 4  #: words that are paired
PAIR_ROWS = 250  #: rows of one pair; a pair of common words has more, and then another pair finds the record
ENOUGH = 400  #: rows after which no commoner pair is asked
SAME = 50  #: records with the very same title; "Introduction" has more
CANDIDATES = 20  #: records of a title, the likest first
LIKE = 65.0  #: likeness (0..100) below which a record is no candidate
SUBSET = 0.9  #: what a title that is a part of another counts for, against one that is like it as a whole
STAMP_DIGITS = 16  #: hexadecimal, of a stamp; no two indexes that anybody has share one by chance
WAIT = 10.0  #: seconds for another process to finish writing

_TABLES = f"""
PRAGMA application_id = {APPLICATION};
CREATE TABLE info(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE record(
    row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, data BLOB NOT NULL);
CREATE TABLE title(row INTEGER PRIMARY KEY, hash INTEGER NOT NULL, words TEXT NOT NULL);
CREATE INDEX title_by_hash ON title(hash);
CREATE TABLE identifier(scheme TEXT, value TEXT, row INTEGER, PRIMARY KEY(scheme, value, row)) WITHOUT ROWID;
CREATE TABLE holds(file INTEGER, row INTEGER, PRIMARY KEY(file, row)) WITHOUT ROWID;
CREATE INDEX holds_row ON holds(row);
CREATE TABLE word(word TEXT PRIMARY KEY, records INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE title_words USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO info VALUES('schema', '{SCHEMA}'), ('dead', 0);
"""


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds; its text is what `bibkit index info` prints."""

    path: Path
    records: int
    identifiers: int
    size: int  #: bytes
    files: tuple[tuple[str, int], ...]  #: name, records

    def __str__(self) -> str:
        head = f"{self.path}: {self.records} records, {self.identifiers} identifiers, {self.size / 1e6:.1f} MB"
        return "\n".join([head, *(f"  {records:>8}  {name}" for name, records in self.files)])


def place(setting: str, root: Path) -> Path:
    """Return the file of the index: the setting's, which may be relative to `root`, or the one in the user's data."""
    if setting:
        return root / Path(setting).expanduser()
    import platformdirs

    return platformdirs.user_data_path("bibkit") / "index.sqlite"


class LocalIndex:
    """The index in one file. Opened for reading unless `write`, which makes the file; used as a context or closed."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        if not write and not path.is_file():
            raise FileError(f"{path}: there is no local index; make one with 'bibkit index add FILE...'")
        with self._told():
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
            mode = "rwc" if write else "ro"
            self._db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None
            )
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._prepare(write)

    def __enter__(self) -> "LocalIndex":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def holds(self, name: str, digest: str) -> bool:
        """Return whether the file `name` was added when its content had this digest."""
        with self._told():
            return bool(self._db.execute("SELECT 1 FROM file WHERE name = ? AND digest = ?", (name, digest)).fetchone())

    def stamp(self) -> str:
        """Return what is equal for two indexes made of the same files, whenever and wherever they were made."""
        with self._told():
            digests = [row[0] for row in self._db.execute("SELECT digest FROM file ORDER BY digest")]
        return hashlib.sha256(" ".join(digests).encode()).hexdigest()[:STAMP_DIGITS]

    def add(self, records: Iterable[Record], *, file: str = "", digest: str = "") -> Added:
        """Add the records of a file, all or none; what the file held before and holds no more is removed.

        A record is known by its id. One that another file holds with other content is kept beside it, as `id@file`.
        """
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                counts = Writer(self._db, file).add(records, digest)
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
        return counts

    def by_identifier(self, identifier: Identifier) -> list[Record]:
        """Return the records that carry the identifier."""
        query = "SELECT data FROM record JOIN identifier USING (row) WHERE scheme = ? AND value = ? ORDER BY row"
        return self._records(query, (identifier.scheme, identifier.value))

    def by_title(self, title: str) -> list[Record]:
        """Return the records whose title is the same in normal form, then those that are most like it, at most 20."""
        exact = [row for row, _ in self._rows_of(title)][:SAME]
        like = [row for row in self._like(title) if row not in exact]
        rows = exact + like[: max(0, CANDIDATES - len(exact))]
        marks = ",".join("?" * len(rows))
        with self._told():
            found = dict(self._db.execute(f"SELECT row, data FROM record WHERE row IN ({marks})", rows).fetchall())
            return [packing.record(packing.unpack(found[row])) for row in rows]

    def info(self) -> Info:
        """Return what the index holds."""
        with self._told():
            files = self._db.execute(
                "SELECT name, count(*) FROM file JOIN holds ON holds.file = file.id GROUP BY file.id ORDER BY name"
            ).fetchall()
            return Info(
                path=self.path,
                records=self._count("record"),
                identifiers=self._count("identifier"),
                size=self.path.stat().st_size,
                files=tuple(files),
            )

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _records(self, query: str, values: Sequence[object]) -> list[Record]:
        with self._told():
            rows = self._db.execute(query, tuple(values)).fetchall()
        return [packing.record(packing.unpack(data)) for (data,) in rows]

    def _rows_of(self, title: str) -> list[tuple[int, str]]:
        """Return (row, words) of the records with this very title."""
        own = key(title)
        if not own:
            return []
        with self._told():
            rows = self._db.execute("SELECT row, words FROM title WHERE hash = ?", (title_hash(own),)).fetchall()
        return [(row, text) for row, text in rows if text.replace(" ", "") == own]

    def _like(self, title: str) -> list[int]:
        """Return the rows of the titles that are most like this one, best first."""
        wanted = words(title)
        text = " ".join(wanted)
        with self._told():
            rows = list(self._paired(wanted))
            marks = ",".join("?" * len(rows))
            found = self._db.execute(f"SELECT row, words FROM title WHERE row IN ({marks})", rows).fetchall()
        return _best(text, dict(found))

    def _paired(self, wanted: Sequence[str]) -> set[int]:
        """Return the rows that hold two of the rarest words (or the only one)."""
        unique = list(dict.fromkeys(wanted))
        marks = ",".join("?" * len(unique))
        known = self._db.execute(f"SELECT records, word FROM word WHERE word IN ({marks})", unique).fetchall()
        rarest = [word for _, word in sorted(known)[:RAREST]]
        pairs = [f'"{one}" AND "{other}"' for one, other in itertools.combinations(rarest, 2)]
        rows: set[int] = set()
        for match in pairs or [f'"{word}"' for word in rarest]:
            found = self._db.execute(
                "SELECT rowid FROM title_words WHERE title_words MATCH ? LIMIT ?", (match, PAIR_ROWS)
            )
            rows.update(row for (row,) in found)
            if len(rows) > ENOUGH:
                break
        return rows

    def _prepare(self, write: bool) -> None:
        """Make the tables of a new file; refuse one that is no index of ours."""
        if write:
            self._db.execute("BEGIN IMMEDIATE")  # of two processes that make the file, one does
            if self._db.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone() is None:
                for statement in _TABLES.split(";\n"):
                    self._db.execute(statement)
            self._db.execute("COMMIT")
        ours = self._db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
        version = self._db.execute("SELECT value FROM info WHERE name = 'schema'").fetchone()[0] if ours else ""
        if version != SCHEMA:
            what = f"an index in another form ({version})" if ours else "a database, but no index of bibkit's"
            raise DataError(f"{self.path}: {what}; delete it or name another file with --index")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite and the disk complain of into one line."""
        try:
            yield
        except sqlite3.OperationalError as error:
            kind = LockedError if "locked" in str(error) else FileError
            hint = "another bibkit is writing it; try again" if kind is LockedError else f"can't be used: {error}"
            raise kind(f"{self.path}: {hint}") from error
        except sqlite3.DatabaseError as error:
            raise DataError(f"{self.path}: not an index ({error}); delete it or name another file") from error
        except OSError as error:
            raise FileError(f"{self.path}: can't be used: {error.strerror or error}") from error


def _best(text: str, titles: dict[int, str]) -> list[int]:
    """Return the rows of the titles that are most like a text, as a whole or as a part of it, best first."""
    scores: dict[int, float] = {}
    for scorer, worth in ((fuzz.ratio, 1.0), (fuzz.token_set_ratio, SUBSET)):
        for _, score, row in process.extract(
            text, titles, scorer=scorer, processor=None, limit=CANDIDATES, score_cutoff=LIKE / worth
        ):
            scores[row] = max(scores.get(row, 0.0), worth * score)
    return sorted(scores, key=lambda row: (-scores[row], row))[:CANDIDATES]
