"""Render, read back, write: the one way in which bib/ comes to be, for `export` and `build`."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from bibkit import disk
from bibkit.cli import _options
from bibkit.errors import FileError, UsageError
from bibkit.exporters import bib as exporter
from bibkit.exporters.base import Options, Selection, VenueTable
from bibkit.formats import bib
from bibkit.formats.bib import BibEntry
from bibkit.formats.fields import DIALECTS
from bibkit.model.catalog import Catalog
from bibkit.model.identifier import Identifier

SHOWN = 10  #: keys in a message


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did; paths are relative to the output folder. With `check`: what it would have done."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()  #: generated files of sections and lists that are no more
    entries: int = 0  #: different ones, over all files
    unprintable: tuple[str, ...] = ()  #: keys of entries that lost letters, because pdfLaTeX can't print them

    def told(self, folder: object) -> str:
        """Return what a person should see of it."""
        files = f"{len(self.written)} files written, {len(self.unchanged)} unchanged, {len(self.removed)} removed"
        text = f"{folder}: {files}; {self.entries} entries, all read back as meant"
        if not self.unprintable:
            return text
        shown = ", ".join(self.unprintable[:SHOWN]) + (", ..." if len(self.unprintable) > SHOWN else "")
        return f"{text}\nletters that pdfLaTeX can't print are left out in {shown}; --dialect biblatex keeps them"

    @property
    def differs(self) -> bool:
        """Return whether any file is not as the catalog has it."""
        return bool(self.written or self.removed)


def write_bib(
    folder: Path,
    catalog: Catalog,
    venues: VenueTable,
    *,
    dialect: str = "bibtex",
    preprints: str = "eprint",
    select: Selection | None = None,
    check: bool = False,
) -> ExportReport:
    """Write the .bib files of the catalog, or of the part selected, into `folder`, all or none.

    Each changed file is read back first. Former generated files are removed when nothing is selected. With `check`
    nothing is written. Raises CheckFailed where a file does not read back as meant, FileError where one of the names
    is taken by a file that bibkit did not generate, UsageError for an unknown dialect, list or section.
    """
    select = select or Selection()
    files = exporter.render(catalog, venues, options(dialect, preprints), select)
    texts = exporter.texts(files)
    before = {path: _generated(folder / path) for path in texts}
    written = [path for path in texts if before[path] != texts[path]]
    removed = _stale(folder, set(texts)) if select.is_all else []
    if removed and not catalog.entries:
        raise UsageError(
            f"{folder}: the catalog holds no entry, so {len(removed)} generated files would go; check that it's the "
            "right catalog, or delete them by hand"
        )
    if not check:
        read_back({path: files[path] for path in written}, texts)
        disk.write_all(folder, {path: texts[path] for path in written} | dict.fromkeys(removed))
        _drop_empty_folders(folder, removed)
    unchanged = tuple(path for path in texts if path not in set(written))
    keys = {entry.key for entries in files.values() for entry in entries}
    lost = exporter.unprintable(catalog, keys) if dialect == "bibtex" else ()
    return ExportReport(tuple(written), unchanged, tuple(removed), len(keys), lost)


def one_text(catalog: Catalog, venues: VenueTable, how: Options, select: Selection) -> str:
    """Return everything that is selected as the text of one file, read back, each entry once."""
    files = exporter.render(catalog, venues, how, select)
    wanted = {entry.key: entry for entries in files.values() for entry in entries}
    whole = {exporter.WHOLE: tuple(files.get(exporter.WHOLE, wanted.values()))}
    texts = exporter.texts(whole)
    read_back(whole, texts)
    return texts[exporter.WHOLE]


def read_back(files: dict[str, tuple[BibEntry, ...]], texts: dict[str, str]) -> None:
    """Raise CheckFailed unless every text gives exactly the entries and values meant; the largest file goes first."""
    known: dict[str, BibEntry] = {}
    for path in sorted(files, key=lambda path: -len(files[path])):
        bib.verify(texts[path], files[path], known)


def _link(identifier: Identifier) -> str:
    from bibkit.resolve import identify  # few works need it: most come with a link

    return identify.canonical_url(identifier)


def options(dialect: str, preprints: str = "eprint") -> Options:
    """Return how entries are written. Raises UsageError for an unknown dialect."""
    _options.one_of("--dialect", dialect, DIALECTS)
    known = next(one for one in DIALECTS if one == dialect)
    return Options(known, _link, preprint_url=preprints == "url")


def _generated(path: Path) -> str | None:
    """Return the text of a generated file, None where there is none. Raises FileError for somebody's own file."""
    if not path.exists():
        return None
    text = disk.read_text(path)
    if not exporter.is_generated(text):
        raise FileError(f"{path}: not made by bibkit, so it is not replaced; move it away, or export with --output DIR")
    return text


def _stale(folder: Path, current: set[str]) -> list[str]:
    """Return the generated files of `folder` that are no longer made; a file that can't be read is not ours.

    Only a folder beside a generated file of its name is looked into, as sections lie beside their list: whatever else
    lies below may be another catalog's. Links are left alone, for they lead elsewhere.
    """
    found: list[str] = []
    waiting = [folder]
    while waiting:
        for path in sorted(waiting.pop().glob("*.bib")):
            with contextlib.suppress(FileError):
                if path.is_symlink() or not exporter.is_generated(disk.read_text(path)):
                    continue
                name, below = path.relative_to(folder).as_posix(), path.with_suffix("")
                if name not in current:
                    found.append(name)
                if below.is_dir() and not below.is_symlink():
                    waiting.append(below)
    return sorted(found)


def _drop_empty_folders(folder: Path, removed: list[str]) -> None:
    for path in sorted({parent for name in removed for parent in (folder / name).parents}, reverse=True):
        if path.is_relative_to(folder) and path != folder:
            with contextlib.suppress(OSError):  # somebody's file is still there
                path.rmdir()
