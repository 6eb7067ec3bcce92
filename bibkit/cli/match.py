"""bibkit match: which of the records given with a reference is the work that it means."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from bibkit import disk
from bibkit.errors import DataError
from bibkit.formats import venues
from bibkit.model.record import Decision
from bibkit.resolve import cases
from bibkit.resolve import match as matcher

STDIN = "-"


def match(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Cases, one JSON object a line; - reads standard input.")],
    *,
    format_: Annotated[
        Literal["text", "jsonl"], typer.Option("--format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """Decide matching cases offline: each line holds an id, a query and its candidates.

    Prints match, ambiguous or no_match for each, with the record chosen (or the best guess) and the evidence.
    """
    table = venues.load(disk.data_text("venues.json"))
    for case in read(file):
        decision = matcher.decide(case.query, case.records, table)
        answer = cases.answer(case, decision)
        typer.echo(json.dumps(answer, ensure_ascii=False) if format_ == "jsonl" else text(case, decision))


def read(file: str) -> Iterator[cases.Case]:
    """Yield the cases of a file, or of standard input. Raises DataError with the line of the first that is not one."""
    whole = _stdin() if file == STDIN else disk.read_text(Path(file))
    for number, line in enumerate(whole.splitlines(), start=1):
        if line.strip():
            try:
                yield cases.parse(line)
            except DataError as error:
                raise DataError(f"{file}:{number}: {error}") from error


def text(case: cases.Case, decision: Decision) -> str:
    """Return a decision in one line for people."""
    best = decision.chosen or next(iter(decision.candidates), None)
    if best is None:
        return f"{case.id}: {decision.decision} ({decision.reason})"
    told = ", ".join((*best.evidence, *decision.flags))
    return f"{case.id}: {decision.decision} {best.record.id} {best.record.work.title!r} ({told})"


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{STDIN}: byte {error.start} is not UTF-8; pass UTF-8 text") from error
