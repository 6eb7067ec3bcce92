"""bibkit diff: what a re-import of a list would change."""

from pathlib import Path
from typing import Annotated

import typer

from bibkit.cli import _lists, _open, _options


def diff(
    file: Annotated[Path, typer.Argument(help="The list as it is now.")],
    *,
    name: Annotated[str, typer.Option("--name", help="Name of the list in the catalog.")] = "",
    catalog: _options.CatalogOption = None,
) -> None:
    """Show what importing FILE would add, move, change and drop. Writes nothing; exit 1 if there is anything."""
    (one,) = _lists.read_all([file], name)
    with _open.catalog(catalog, write=False) as box:
        (filed,) = _lists.file_all(box, [one])
    typer.echo(_lists.told(one, filed))
    raise typer.Exit(1 if filed.changes else 0)
