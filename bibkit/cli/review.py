"""bibkit review: settle what only a person can."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bibkit import disk
from bibkit.cli import _open, _options, _questions
from bibkit.curate import review as reviewing
from bibkit.errors import UsageError
from bibkit.formats import questions


def review(
    *,
    export: Annotated[Path | None, typer.Option("--export", help="Write the questions to a YAML file.")] = None,
    import_: Annotated[Path | None, typer.Option("--import", help="Take the answers of such a file.")] = None,
    catalog: _options.CatalogOption = None,
) -> None:
    """Walk through the ambiguous entries: a accept, 1-9 choose, n none, s skip, u undo, q quit.

    Answers are remembered and never asked again. Without a terminal, use --export and --import, or fill in the
    `answer:` lines of review.yaml. Exit 1 if questions are left.
    """
    with _open.catalog(catalog, write=export is None) as box:
        if export is not None:
            disk.write_atomic(export, questions.render(reviewing.waiting(box.catalog)))
            typer.echo(f"{export}: {len(reviewing.waiting(box.catalog))} questions; fill in the answers, then --import")
            return
        answers = reviewing.answered(box.catalog)
        if import_ is not None:
            answers += [
                reviewing.Answer(key, choice)
                for key, choice in questions.answers(str(import_), disk.read_text(import_)).items()
            ]
        elif sys.stdin is not None and sys.stdin.isatty():  # None: closed (<&-)
            answers += _questions.walk(reviewing.waiting(box.catalog), box.catalog, box.lock)
        elif not answers and reviewing.waiting(box.catalog):
            raise UsageError("review: there is no terminal; use --export FILE, fill in the answers, then --import FILE")
        settled = reviewing.apply(box.catalog, box.lock, answers, box.pattern)
        box.take(settled.catalog, settled.lock)
        box.save()
        left_over = len(reviewing.waiting(box.catalog))
    typer.echo(f"{len(answers)} answered, {left_over} left")
    raise typer.Exit(1 if left_over else 0)
