"""One writer at a time."""

import contextlib
import errno
import os
import socket
import sys
import time
from pathlib import Path

from bibkit.disk.reading import file_error
from bibkit.disk.signals import interrupts_wait
from bibkit.errors import LockedError

#: Seconds that a second process waits: a save takes well under one, a long run holds the lock for minutes.
WAIT = 3.0
#: Seconds between two tries.
PAUSE = 0.05

NAME = ".lock"


class CatalogLock:
    """`with CatalogLock(folder):` lets one process at a time in; the others wait `wait` seconds, then LockedError.

    The system itself holds the lock, so it ends with its process, however that dies. The file says who holds it, and is
    gone when nobody does.
    """

    def __init__(self, folder: Path, wait: float = WAIT) -> None:
        self.path = folder / NAME
        self.wait = wait
        self._number = -1
        self._made = False

    def __enter__(self) -> "CatalogLock":
        until = time.monotonic() + self.wait
        try:
            self._made = not self.path.parent.exists()
            self.path.parent.mkdir(parents=True, exist_ok=True)
            while not self._taken():
                if time.monotonic() >= until:
                    raise LockedError(
                        f"{self.path.parent}: another bibkit ({self._holder()}) is writing this catalog; "
                        "wait until it is done and run again"
                    )
                time.sleep(PAUSE)
        except OSError as error:
            raise file_error(self.path.parent, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        with interrupts_wait():
            # First the name, then the lock: the next in line finds that its file has lost the name, and tries again.
            self.path.unlink(missing_ok=True)
            os.close(self._number)
            self._number = -1
            if self._made:
                with contextlib.suppress(OSError):  # something was saved into it
                    self.path.parent.rmdir()

    def _taken(self) -> bool:
        try:
            with interrupts_wait():
                return self._take()
        except KeyboardInterrupt:
            if self._number >= 0:
                self.__exit__()
            raise

    def _take(self) -> bool:
        number = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if _lock(number) and self._is_current(number):
                os.ftruncate(number, 0)
                os.write(number, f"process {os.getpid()} on {socket.gethostname()}".encode())
                self._number = number
                return True
        finally:
            if self._number != number:
                os.close(number)
        return False

    def _is_current(self, number: int) -> bool:
        try:
            return os.path.samestat(os.fstat(number), self.path.stat())
        except FileNotFoundError:
            return False

    def _holder(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8") or "just starting"
        except OSError:
            return "just ending"


def _lock(number: int) -> bool:
    """Return whether the file is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network disks have no locks. Writing goes on: saving compares with what was read, so no edit is lost.
        return error.errno in (errno.ENOLCK, errno.EOPNOTSUPP)
    return True
