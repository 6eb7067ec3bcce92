"""bibkit index: the local index that works are looked up in before anybody is asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bibkit import config, disk
from bibkit.errors import DataError, UsageError
from bibkit.formats import venues
from bibkit.importers.records import Fault, Reader
from bibkit.model.record import Record
from bibkit.resolve import identify
from bibkit.sources import record_files
from bibkit.sources.local_index import LocalIndex, place

SHOWN = 5  #: faults of one file that are printed

index = typer.Typer(help="The local index of records.", no_args_is_help=True)
_Path = Annotated[Path | None, typer.Option("--index", help="The index file, instead of the one of the settings.")]


@index.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Records: .jsonl, .bib, also .gz.")], path: _Path = None
) -> None:
    """Add files of records. A file that was added before is brought up to date. Exit 1 if a record can't be read."""
    bad = 0
    for file in files:
        if not record_files.form(file):
            raise UsageError(f"{file}: what does it hold? The name must end in .jsonl or .bib, or those with .gz")
    digests = {file: record_files.digest(file) for file in files}
    with LocalIndex(_place(path), write=True) as target:
        for file, digest in digests.items():
            name = str(file.absolute())
            if target.holds(name, digest):
                typer.echo(f"{file}: nothing new")
                continue
            faults: list[Fault] = []
            counts = target.add(_taken(file, faults), file=name, digest=digest)
            bad += len(faults)
            typer.echo(f"{file}: {counts}" + (f", {len(faults)} can't be read" if faults else ""))
            for fault in faults[:SHOWN]:
                typer.echo(f"{file}:{fault.line}: {fault.reason}", err=True)
    raise typer.Exit(1 if bad else 0)


@index.command()
def info(path: _Path = None) -> None:
    """Say what the index holds."""
    with LocalIndex(_place(path)) as source:
        typer.echo(source.info())


def records(path: Path) -> Iterator[Record | Fault]:
    """Yield what a file holds."""
    reader = Reader(venues.load(disk.data_text("venues.json")), lambda url: identify.url(url).identifiers)
    if record_files.form(path) == "bib":
        return reader.bib(record_files.text(path), path.name)
    return reader.jsonl(record_files.lines(path))


def _taken(path: Path, faults: list[Fault]) -> Iterator[Record]:
    """Yield the records of a file and note its faults; raises DataError for a file without a record."""
    found = 0
    for one in records(path):
        if isinstance(one, Fault):
            faults.append(one)
        else:
            found += 1
            yield one
    if not found:
        first = f"; line {faults[0].line} {faults[0].reason}" if faults else ""
        raise DataError(f"{path}: holds no record that can be read{first}")


def _place(path: Path | None) -> Path:
    settings = config.load()
    return path or place(settings.index, settings.root)
