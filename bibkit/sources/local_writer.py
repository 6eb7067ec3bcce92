"""Writing to the embedded index: what is new, what has changed, what is gone."""

import hashlib
import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bibkit.model.record import Record
from bibkit.sources import packing
from bibkit.text.titles import key, words

#: Deleted records whose words still stand in the full-text table, above which it is made anew.
DEAD = 20_000


@dataclass
class Added:
    """What adding a file did, in records."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0  #: were in the file before and are in no file now

    def __str__(self) -> str:
        return ", ".join(f"{getattr(self, name)} {name}" for name in ("added", "updated", "unchanged", "removed"))


class Writer:
    """Adds the records of one file, inside a transaction of the caller's."""

    def __init__(self, db: sqlite3.Connection, file: str) -> None:
        self._db, self._name = db, file
        self._counts, self._words = Added(), Counter[str]()
        self._before: set[int] = set()  #: rows that the file held
        self._now: set[int] = set()  #: rows that it holds

    def add(self, records: Iterable[Record], digest: str) -> Added:
        """Add the records and remove those that the file held before and that no file holds now."""
        self._db.execute(
            "INSERT INTO file(name, digest) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET digest = excluded.digest",
            (self._name, digest),
        )
        (file,) = self._db.execute("SELECT id FROM file WHERE name = ?", (self._name,)).fetchone()
        self._before = {row for (row,) in self._db.execute("SELECT row FROM holds WHERE file = ?", (file,))}
        self._db.execute("DELETE FROM holds WHERE file = ?", (file,))
        for record in records:
            self._now.add(self._one(record))
        self._db.executemany("INSERT INTO holds VALUES(?, ?)", ((file, row) for row in sorted(self._now)))
        for row in sorted(self._before - self._now):
            if not self._is_held(row):
                self._delete(row)
                self._counts.removed += 1
        self._db.executemany(
            "INSERT INTO word VALUES(?, ?) ON CONFLICT(word) DO UPDATE SET records = records + excluded.records",
            sorted(self._words.items()),
        )
        self._tidy()
        return self._counts

    def _one(self, record: Record) -> int:
        """Return the row of a record; it is written where it is new or changed."""
        for name in self._names(record.id):
            named = record if name == record.id else replace(record, id=name)
            data = packing.pack(named)
            found = self._db.execute("SELECT row, data FROM record WHERE id = ?", (name,)).fetchone()
            if found is None:
                self._counts.added += 1
                return self._insert(named, data)
            row, old = found
            if old == data:
                self._counts.unchanged += row not in self._now
                return int(row)
            if row in self._before and row not in self._now and not self._is_held(row):
                self._delete(row)
                self._before.discard(row)
                self._counts.updated += 1
                return self._insert(named, data)
        raise AssertionError("unreachable: there are ever more names")

    def _names(self, id_: str) -> Iterator[str]:
        """Yield the id, and where another record has it, the id with the file's name, numbered from the second on."""
        yield id_
        stem = Path(self._name).name
        yield f"{id_}@{stem}"
        yield from (f"{id_}@{stem}-{number}" for number in itertools.count(2))

    def _is_held(self, row: int) -> bool:
        return bool(self._db.execute("SELECT 1 FROM holds WHERE row = ?", (row,)).fetchone())

    def _insert(self, record: Record, data: bytes) -> int:
        title = words(record.work.title)
        row = self._db.execute(
            "INSERT INTO record(id, data) VALUES(?, ?)",
            (record.id, data),
        ).lastrowid
        assert row is not None
        values = (row, title_hash(key(record.work.title)), " ".join(title))
        self._db.execute("INSERT INTO title VALUES(?, ?, ?)", values)
        self._db.executemany(
            "INSERT OR IGNORE INTO identifier VALUES(?, ?, ?)",
            [(one.scheme, one.value, row) for one in record.work.identifiers],
        )
        self._index(row, title)
        return row

    def _index(self, row: int, title: Iterable[str]) -> None:
        unique = set(title)
        self._db.execute("INSERT INTO title_words(rowid, words) VALUES(?, ?)", (row, " ".join(sorted(unique))))
        self._words.update(unique)

    def _delete(self, row: int) -> None:
        """Delete a record. Its words stay in the full-text table and lead to nothing, as rows are never used again."""
        self._db.execute("DELETE FROM identifier WHERE row = ?", (row,))
        self._db.execute("DELETE FROM title WHERE row = ?", (row,))
        self._db.execute("DELETE FROM record WHERE row = ?", (row,))
        self._db.execute("UPDATE info SET value = value + 1 WHERE name = 'dead'")

    def _tidy(self) -> None:
        """Make the full-text table anew when much of it leads to nothing."""
        (dead,) = self._db.execute("SELECT CAST(value AS INTEGER) FROM info WHERE name = 'dead'").fetchone()
        if dead <= DEAD:
            return
        self._db.execute("INSERT INTO title_words(title_words) VALUES('delete-all')")
        self._words = Counter()
        for row, title in self._db.execute("SELECT row, words FROM title ORDER BY row").fetchall():
            self._index(row, title.split())
        self._db.execute("DELETE FROM word")
        self._db.executemany("INSERT INTO word VALUES(?, ?)", sorted(self._words.items()))
        self._db.execute("UPDATE info SET value = 0 WHERE name = 'dead'")


def title_hash(title: str) -> int:
    """Return 63 bits of a title's normal form: an index of them is a fifth of one of the titles."""
    return int.from_bytes(hashlib.blake2b(title.encode(), digest_size=8).digest(), "big") >> 1
