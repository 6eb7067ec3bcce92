"""A catalog's folder: read as one value, saved so that no edit of anybody is lost."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from bibkit.disk.journal import finish, sweep
from bibkit.disk.locking import WAIT, CatalogLock
from bibkit.disk.reading import marks, read_tree
from bibkit.disk.writing import write_all
from bibkit.errors import CheckFailed, DataError, FileError, LockedError
from bibkit.formats import catalog as catalog_format
from bibkit.formats import lock as lock_format
from bibkit.formats import three_way
from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock

T = TypeVar("T")

#: Says what is being put in place, so that a run that is killed in the middle can be completed.
JOURNAL = ".journal"

PATTERNS = (*catalog_format.PATTERNS, *lock_format.PATTERNS)


class Loaded(NamedTuple):
    """A catalog, its lock, and the texts of its files (path relative to the folder), to be given back to `save`."""

    catalog: Catalog
    lock: Lock
    files: dict[str, str]


class Saved(NamedTuple):
    """Whether anything was written, and the texts of the files as they are now."""

    changed: bool
    files: dict[str, str]


class CatalogFolder:
    """The folder that holds a catalog."""

    def __init__(self, path: Path, wait: float = WAIT) -> None:
        self.path = path
        self.wait = wait  #: seconds to wait for another process that writes
        self._held = 0

    def load(self, *, missing_ok: bool = False, rebuild: bool = False) -> Loaded:
        """Return the catalog, its lock and its files, all empty where the folder is (`missing_ok`: or is missing).

        With `rebuild` entries that the lock knows may be missing from works/: the caller is about to bring them back.
        Raises FileError where there is no folder, DataError that names file, line and column of a fault.
        """

        def parse(files: dict[str, str]) -> Loaded:
            lock = lock_format.read(files)
            return Loaded(catalog_format.read(files, lost=lock.states if rebuild else ()), lock, files)

        return self._read(PATTERNS, parse, missing_ok)

    def load_catalog(self) -> Catalog:
        """Return the catalog without its lock: all that `show` and `list` need, in half the time."""
        return self._read(catalog_format.PATTERNS, catalog_format.read)

    def _read(self, patterns: tuple[str, ...], parse: Callable[[dict[str, str]], T], missing_ok: bool = False) -> T:
        if not self.path.is_dir() and (self.path.exists() or not missing_ok):
            what = "a file, not the folder of a catalog" if self.path.exists() else "there is no catalog here"
            raise FileError(f"{self.path}: {what}; make one with: bibkit import LIST.md, or name it with --catalog")
        with self._named():
            return parse(self._files(patterns))

    def _files(self, patterns: tuple[str, ...]) -> dict[str, str]:
        """Return the texts of the files at one moment: never half of what another process saves."""
        until = time.monotonic() + self.wait
        while True:
            if (self.path / JOURNAL).exists():
                self._complete()
            before = marks(self.path, patterns)
            files = read_tree(self.path, patterns)
            settled = marks(self.path, patterns) == before and not (self.path / JOURNAL).exists()
            # A journal that stays, in a folder that we may not write, is of a killed run: its files are what there is.
            if settled or time.monotonic() > until:
                return files

    def _complete(self) -> None:
        """Complete what a killed run had begun to save; a run that is alive does so itself, given the time."""
        with contextlib.suppress(LockedError, FileError), self.exclusive():
            pass

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        """Put the folder before the file in errors, so that the place can be clicked on."""
        try:
            yield
        except DataError as error:
            raise DataError(f"{self.path}/{error}") from error

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Let no other bibkit write the catalog meanwhile. May be nested. Raises LockedError."""
        with contextlib.ExitStack() as stack:
            if not self._held:
                stack.enter_context(CatalogLock(self.path, self.wait))
                if not finish(self.path, JOURNAL):
                    sweep(self.path)
            self._held += 1
            try:
                yield
            finally:
                self._held -= 1

    def save(self, catalog: Catalog, lock: Lock, before: Mapping[str, str]) -> Saved:
        """Write what changed since `before` was read; return whether anything did, and the files as they are now.

        What somebody else changed meanwhile is kept, as long as it is not the same entry or list: then LockedError, and
        nothing is written. Raises FileError, CheckFailed; the files are then as they were.
        """
        with self.exclusive():
            now = read_tree(self.path, PATTERNS)
            if now != before:
                catalog, lock = self._with_theirs(catalog, lock, before, now)
            with self._named():
                after = {**catalog_format.render(catalog, now), **lock_format.render(lock, now)}
                self._check(after)
            changes: dict[str, str | None] = {name: text for name, text in after.items() if now.get(name) != text}
            changes |= {name: None for name in now if name not in after}
            return Saved(bool(write_all(self.path, changes, JOURNAL)), after)

    def _with_theirs(
        self, catalog: Catalog, lock: Lock, before: Mapping[str, str], now: Mapping[str, str]
    ) -> tuple[Catalog, Lock]:
        try:
            with self._named():
                return (
                    three_way.catalogs(catalog_format.read(before), catalog, catalog_format.read(now)),
                    three_way.locks(lock_format.read(before), lock, lock_format.read(now)),
                )
        except three_way.Conflict as conflict:
            raise LockedError(
                f"{self.path}: somebody changed {conflict} while this ran; nothing was written, run the command again"
            ) from conflict

    @staticmethod
    def _check(after: Mapping[str, str]) -> None:
        """Raise CheckFailed where what is to be written could not be read again as one catalog."""
        try:
            catalog_format.read(after)
        except DataError as error:
            raise CheckFailed(f"nothing was written, because it could not be read again: {error}") from error
