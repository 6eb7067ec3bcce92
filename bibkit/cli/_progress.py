"""How far a long run is: a bar on a terminal, a line every few seconds elsewhere. Always on stderr."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

#: Seconds between two lines where stderr is no terminal: a log stays readable, and nobody thinks that it hangs.
LINE_EVERY = 5.0


class Meter:
    """Counts up to `total`. Use as a context manager; call `update(done)`."""

    def __init__(self, what: str, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.what, self.total, self.clock = what, total, clock
        self.start = self.told = clock()
        self.bar: Progress | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> "Meter":
        if sys.stderr.isatty() and self.total:
            from rich import progress
            from rich.console import Console

            self.bar = progress.Progress(
                progress.TextColumn("{task.description}"),
                progress.BarColumn(),
                progress.MofNCompleteColumn(),
                progress.TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self.task = self.bar.add_task(self.what, total=self.total)
            self.bar.start()
        return self

    def update(self, done: int) -> None:
        """Show that `done` of the total are finished."""
        if self.bar is not None and self.task is not None:
            rate = done / max(self.clock() - self.start, 1e-6)
            self.bar.update(self.task, completed=done, description=f"{self.what} ({rate:.0f}/s)")
        elif self.clock() - self.told >= LINE_EVERY:
            self.told = self.clock()
            rate = done / max(self.told - self.start, 1e-6)
            left = (self.total - done) / rate if rate else 0.0
            print(f"{self.what}: {done} of {self.total}, {rate:.0f}/s, {left:.0f} s left", file=sys.stderr, flush=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()
