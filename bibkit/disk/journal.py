"""Clean up after a run that was killed."""

import contextlib
import json
from pathlib import Path

from bibkit.disk.reading import file_error

#: Ending of a file that is being written beside its place; one that is left over belongs to a run that was killed.
TEMPORARY = ".bibkit-tmp"


def finish(folder: Path, journal: str) -> bool:
    """Complete what a killed run had begun to put in place; return whether there was anything. Raises FileError.

    Only files inside `folder` are touched, whatever the journal says: it may have come with somebody else's data.
    """
    path = folder / journal
    if not path.exists():
        return False
    root = folder.resolve()
    try:
        for place, temporary in _moves(path):
            target, source = (root / place).resolve(), (root / (temporary or "")).resolve()
            if not target.is_relative_to(root) or not source.is_relative_to(root):
                continue
            if temporary is None:
                target.unlink(missing_ok=True)
            elif source.name.endswith(TEMPORARY) and source.exists():
                source.replace(target)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise file_error(path, error) from error
    return True


def _moves(path: Path) -> list[tuple[str, str | None]]:
    """Return place and half-written file (None: delete) of a journal; none of one that was itself cut short."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return []  # no file had been moved yet
    return [
        (row[0], row[1])
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, list) and len(row) == 2 and isinstance(row[0], str) and isinstance(row[1], str | None)
    ]


def sweep(folder: Path) -> None:
    """Remove what killed runs left half written. Only while no other run writes into the folder."""
    for path in (*folder.glob(f".*{TEMPORARY}"), *folder.glob(f"*/.*{TEMPORARY}")):
        with contextlib.suppress(OSError):  # clutter, no harm
            path.unlink()
