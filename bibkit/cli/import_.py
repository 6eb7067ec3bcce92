"""bibkit import: read survey lists into the catalog."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bibkit.cli import _lists, _options


def import_list(
    files: Annotated[list[Path], typer.Argument(help="Markdown lists, .bib files, or text files of identifiers.")],
    *,
    name: Annotated[str, typer.Option("--name", help="Name of the list in the catalog (of one FILE).")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would change; write nothing.")] = False,
    format_: Annotated[str, typer.Option("--format", help="text, or jsonl: one object per item.")] = "text",
    catalog: _options.CatalogOption = None,
) -> None:
    """Read survey lists into the catalog. A list that is known already is compared three ways first."""
    _options.one_of("--format", format_, ("text", "jsonl"))
    lists = _lists.read_all(files, name)
    if format_ == "jsonl":
        sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _lists.json_rows(lists))
        if dry_run:
            return
    from bibkit.cli import _open  # here, because `--format jsonl --dry-run` does without a catalog

    with _open.catalog(catalog, create=True, write=not dry_run) as box:
        filed = _lists.file_all(box, lists)
        if format_ == "text":
            for one, changes in zip(lists, filed, strict=True):
                typer.echo(_lists.told(one, changes))
        if dry_run:
            typer.echo("nothing was written (--dry-run)", err=True)
        else:
            box.save()
