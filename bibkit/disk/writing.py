"""Write files whole or not at all, one or many; nothing that a person had is lost on the way."""

import contextlib
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from bibkit.disk.journal import TEMPORARY
from bibkit.disk.reading import file_error
from bibkit.disk.signals import interrupts_wait
from bibkit.errors import FileError


def write_atomic(path: Path, text: str) -> bool:
    """Write a file whole or not at all; return False, and touch nothing, where it holds just that already.

    Links are followed, the mode is kept, missing folders are made. Raises FileError; the old file is then as it was.
    """
    return bool(write_all(path.parent, {path.name: text}))


def write_all(folder: Path, files: Mapping[str, str | None], journal: str = "") -> list[str]:
    """Write the files (path relative to `folder` -> text, None: delete), all or none; return those that changed.

    All texts are on the disk, beside their places, before the first takes its place; ^C waits while they do. With a
    `journal` (a name in `folder`) a run that is killed just then is completed by `finish`. Raises FileError.
    """
    plan = _Plan(folder)
    try:
        for name, text in files.items():
            plan.add(name, text)
        if plan.moves:
            with interrupts_wait():
                if journal and len(plan.moves) > 1:
                    plan.note(folder / journal)
                plan.carry_out()
                if journal:
                    (folder / journal).unlink(missing_ok=True)
    except BaseException:
        plan.undo(folder / journal if journal else None)
        raise
    return plan.changed


class _Plan:
    """Texts that stand beside their places, and what stood there before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed: list[str] = []
        self.moves: list[tuple[Path, Path | None]] = []
        self._before: dict[Path, bytes | None] = {}
        self._moved: list[Path] = []

    def add(self, name: str, text: str | None) -> None:
        """Put a text beside its place, unless the place holds just that already."""
        path = self.folder / name
        try:
            data = None if text is None else text.encode()
            place = Path(os.path.realpath(path))
            if place.exists() and not place.is_file() and not place.is_dir():
                self._into_device(place, data, name)
                return
            before = place.read_bytes() if place.exists() else None
            if before == data:
                return
            _refuse_read_only(path, place)
            self.moves.append((place, None))
            if data is not None:
                place.parent.mkdir(parents=True, exist_ok=True)
                temporary = _temporary(place)
                self.moves[-1] = place, temporary
                _fill(temporary, data, place)
        except OSError as error:
            raise file_error(path, error) from error
        except UnicodeEncodeError as error:
            half = f"U+{ord(error.object[error.start]):04X}"
            raise FileError(f"{path}: half a character ({half}) can't be written as UTF-8; mend the text") from error
        self._before[place] = before
        self.changed.append(name)

    def _into_device(self, place: Path, data: bytes | None, name: str) -> None:
        """Write to a pipe or a terminal: there is nothing to keep, and it must not be replaced by a file."""
        with place.open("wb") as device:
            device.write(data or b"")
        self.changed.append(name)

    def note(self, journal: Path) -> None:
        """Write down what is about to be put in place."""
        root = self.folder.resolve()
        inside = [(p, t) for p, t in self.moves if p.is_relative_to(root)]
        rows = [(str(p.relative_to(root)), t and str(t.relative_to(root))) for p, t in inside]
        try:
            _fill(journal, json.dumps(rows).encode(), journal)
        except OSError as error:
            raise file_error(journal, error) from error

    def carry_out(self) -> None:
        """Put every text in its place."""
        for place, temporary in self.moves:
            try:
                if temporary is None:
                    place.unlink()
                else:
                    temporary.replace(place)
            except OSError as error:
                raise file_error(place, error) from error
            self._moved.append(place)
        for folder in {place.parent for place, _ in self.moves}:
            _sync_folder(folder)

    def undo(self, journal: Path | None) -> None:
        """Take everything back, as far as the disk lets us."""
        with interrupts_wait():
            for place in self._moved:
                with contextlib.suppress(OSError):
                    self._restore(place, self._before[place])
            for path in (*(temporary for _, temporary in self.moves), journal):
                with contextlib.suppress(OSError):
                    if path is not None:
                        path.unlink(missing_ok=True)

    @staticmethod
    def _restore(place: Path, before: bytes | None) -> None:
        if before is None:
            place.unlink(missing_ok=True)
            return
        temporary = _temporary(place)
        _fill(temporary, before, place)
        temporary.replace(place)


def _temporary(place: Path) -> Path:
    return place.parent / f".{os.urandom(6).hex()}{TEMPORARY}"


def _fill(path: Path, data: bytes, like: Path) -> None:
    """Write a new file and see it onto the disk, with the mode of `like` where that exists."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(number, left) :]
        if path != like and like.exists():
            path.chmod(stat.S_IMODE(like.stat().st_mode))
        os.fsync(number)
    finally:
        os.close(number)


def _refuse_read_only(path: Path, place: Path) -> None:
    """Raise FileError for what its owner made read-only: a rename would write it all the same, and root may anyway."""
    for there, what in ((place, "file"), (place.parent, "folder")):
        if there.is_dir() and what == "file":
            raise FileError(f"{path}: this is a folder; name a file")
        if there.exists() and not there.stat().st_mode & 0o222:
            raise FileError(f"{there if what == 'folder' else path}: the {what} is read-only; allow writing: chmod u+w")


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every system lets a folder be opened or synced
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
