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
    try:
        moves = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        moves = []  # the journal itself was cut short: no file had been moved yet
    root = folder.resolve()
    try:
        for place, temporary in moves:
            target, source = (root / place).resolve(), (root / str(temporary)).resolve()
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


def sweep(folder: Path) -> None:
    """Remove what killed runs left half written. Only while no other run writes into the folder."""
    for path in (*folder.glob(f".*{TEMPORARY}"), *folder.glob(f"*/.*{TEMPORARY}")):
        with contextlib.suppress(OSError):  # clutter, no harm
            path.unlink()
