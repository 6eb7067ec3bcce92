"""bibkit schema: JSON Schemas of the catalog's files, for editors and for checks in other tools."""

from pathlib import Path
from typing import Annotated

import typer

from bibkit import disk
from bibkit.errors import UsageError
from bibkit.formats import schema as schemas


def schema(
    name: Annotated[str, typer.Argument(help="catalog (works/), list, review, lock or head.")] = "catalog",
    *,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FOLDER", help="Write all of them as <name>.schema.json.")
    ] = None,
) -> None:
    """Print the JSON Schema of one kind of catalog file, made from the table that bibkit itself reads by."""
    if name not in schemas.SCHEMAS:
        raise UsageError(f"there is no schema {name!r} (known: {', '.join(schemas.SCHEMAS)})")
    if write is None:
        typer.echo(schemas.text(name), nl=False)
        return
    files = {f"{known}.schema.json": schemas.text(known) for known in schemas.SCHEMAS}
    for file in disk.write_all(write, files):
        typer.echo(f"{write / file}: written")
