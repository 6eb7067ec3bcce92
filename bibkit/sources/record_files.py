"""Files of records, read from disk line by line or whole; a name that ends in .gz is unpacked on the way."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from bibkit.errors import DataError, FileError

LINES = (".jsonl", ".ndjson")
BIB = (".bib",)
#: Raised with every change of what the readers make of a file, so that files that are known are read anew.
READER = "1"


def form(path: Path) -> str:
    """Return what the name says of the file: `jsonl`, `bib`, or '' for neither."""
    name = path.name.lower().removesuffix(".gz")
    return "jsonl" if name.endswith(LINES) else "bib" if name.endswith(BIB) else ""


def digest(path: Path) -> str:
    """Return what tells one content of a file from another, for this version of the readers."""
    with _opened(path, unpack=False) as file:
        return f"{READER}:{hashlib.file_digest(cast(io.BufferedReader, file), 'sha256').hexdigest()}"


def lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file; raises FileError or DataError that names it."""
    with _opened(path, unpack=path.suffix.lower() == ".gz") as file:
        yield from file


def text(path: Path) -> str:
    """Return a file's whole text; raises FileError or DataError that names it."""
    with _opened(path, unpack=path.suffix.lower() == ".gz") as file:
        content = file.read()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: is not UTF-8; save the file as UTF-8") from error


@contextmanager
def _opened(path: Path, *, unpack: bool) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file)) if unpack else file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataError(f"{path}: is no whole gzip file; fetch it again") from error
    except OSError as error:
        raise FileError(f"{path}: can't be read: {error.strerror or error}") from error
