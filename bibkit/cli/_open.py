"""Open the catalog for one command: settings, files, venue table, key pattern; keep what it changes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from bibkit import config, disk
from bibkit.cli._data import venues
from bibkit.model.catalog import Catalog
from bibkit.model.citekey import Pattern
from bibkit.model.lock import Lock
from bibkit.model.venue import Venues


@dataclass
class Box:
    """An open catalog: what it held when it was read, what the command made of it, and how to write it back."""

    settings: config.Settings
    folder: disk.CatalogFolder
    catalog: Catalog
    lock: Lock
    before: dict[str, str]

    @cached_property
    def venues(self) -> Venues:
        """Return the venue table."""
        return venues()

    @cached_property
    def pattern(self) -> Pattern:
        """Return the pattern that new keys follow: the catalog's own, else the settings'."""
        return Pattern.parse(self.catalog.key_pattern or self.settings.key_pattern)

    def take(self, catalog: Catalog, lock: Lock) -> None:
        """Make these the contents; written by `save`."""
        self.catalog, self.lock = catalog, lock

    def save(self) -> bool:
        """Write what changed, all or nothing; return whether anything did."""
        changed, self.before = self.folder.save(self.catalog, self.lock, self.before)
        return changed


@contextmanager
def catalog(path: Path | None, *, create: bool = False, write: bool = True, rebuild: bool = False) -> Iterator[Box]:
    """Open the catalog at `path`, or the one in force here; `write` keeps other processes out meanwhile.

    Raises FileError when there is none and `create` is not set, LockedError when another process writes it.
    """
    settings = config.load()
    if path is not None:
        settings = replace(settings, root=Path(), catalog=str(path), bib=str(path.parent / settings.bib))
    where = settings.catalog_path
    folder = disk.CatalogFolder(where)
    with ExitStack() as stack:
        if write and (create or where.is_dir()):
            stack.enter_context(folder.exclusive())
        contents, lock, before = folder.load(missing_ok=create, rebuild=rebuild)
        yield Box(settings, folder, contents, lock, before)
