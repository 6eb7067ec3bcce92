"""Read files: text in any Unicode encoding, and everything else refused with the way out."""

import contextlib
import errno
import pkgutil
from collections.abc import Sequence
from pathlib import Path

from bibkit.errors import FileError

#: Bytes; a list or bibliography of 200 MB has about a million items, a larger file is some other thing by mistake.
LARGEST = 200 * 1024 * 1024

#: Bytes at the start of a file among which a NUL tells that it's no text.
_PROBED = 8192

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DENIED = "permission denied; change the permissions (chmod u+rw) or run as its owner"
_REASONS = {
    errno.ENOENT: "there is no such file or folder; check the name",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "the disk is read-only; use another folder",
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EFBIG: "larger than this disk or shell allows (ulimit -f); raise the limit and run again",
    errno.EISDIR: "this is a folder; name a file",
    errno.ENOTDIR: "a part of the path is a file, not a folder; check the name",
    errno.ENAMETOOLONG: "the name is too long; use a shorter one",
    errno.ELOOP: "the links go round in a circle; mend them",
}


def read_text(path: Path) -> str:
    """Return the text of a file: UTF-8, or UTF-16/32 with a byte order mark; line ends as they are, the mark dropped.

    Raises FileError, which names the file and the way out, where it is missing, a folder, unreadable, binary, in
    another encoding, or larger than LARGEST.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise file_error(path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FileError(f"{str(path)!r}: this can't be a file's name") from error
    if len(data) > LARGEST:
        raise FileError(
            f"{path}: larger than {LARGEST // 1024 // 1024} MB; split it, or check that it's the right file"
        )
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    if not mark and b"\0" in data[:_PROBED]:
        raise FileError(f"{path}: binary, or UTF-16 without a byte order mark; save it as UTF-8 text")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"broken {encoding.upper()}" if mark else f"line {line} has a byte 0x{data[error.start]:02x}: not UTF-8"
        raise FileError(f"{path}: {what}; save it as UTF-8 (iconv -f latin1 -t utf-8)") from error
    if "\0" in text:
        raise FileError(f"{path}: binary; save it as UTF-8 text")
    return text


def file_error(path: Path, error: OSError) -> FileError:
    """Return the error that says of `path` what the system said, and the way out."""
    return FileError(f"{path}: {_REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()}")


def read_tree(folder: Path, patterns: Sequence[str]) -> dict[str, str]:
    """Return path relative to `folder` (with `/`) -> text, of the files that match one of `patterns`, sorted."""
    texts: dict[str, str] = {}
    for path in _matching(folder, patterns):
        try:
            texts[path.relative_to(folder).as_posix()] = read_text(path)
        except FileError:
            if path.exists() or path.is_symlink():  # else another process has just deleted it
                raise
    return texts


def marks(folder: Path, patterns: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return what tells whether one of these files was written, made or deleted since: name, inode, time."""
    found: list[tuple[str, int, int]] = []
    for path in _matching(folder, patterns):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append((str(path), status.st_ino, status.st_mtime_ns))
    return found


def _matching(folder: Path, patterns: Sequence[str]) -> list[Path]:
    found = {path for pattern in patterns for path in folder.glob(pattern) if not path.name.startswith(".")}
    return sorted(found)


def data_text(name: str) -> str:
    """Return the text of a data file that ships with bibkit. Raises FileError where the installation lacks it."""
    try:
        data = pkgutil.get_data("bibkit.data", name)
    except OSError as error:
        raise FileError(f"bibkit/data/{name}: missing; install bibkit anew") from error
    return (data or b"").decode()
