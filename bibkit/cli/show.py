"""bibkit show: one entry, where it is listed, and its links."""

import json
from typing import Annotated

import typer

from bibkit import config
from bibkit.cli import _entries, _options
from bibkit.disk import CatalogFolder


def show(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Citation keys, or old ones.")],
    *,
    format_: Annotated[str, typer.Option("--format", help="text, yaml (as in works/) or json.")] = "text",
    catalog: _options.CatalogOption = None,
) -> None:
    """Show entries: what they say, their links, and where they are listed."""
    _options.one_of("--format", format_, ("text", "yaml", "json"))
    found = CatalogFolder(catalog or config.load().catalog_path).load_catalog()
    places = _entries.places(found)
    for number, key in enumerate(keys):
        entry = _entries.find(found, key)
        where = places.get(entry.key, [])
        if format_ == "json":
            typer.echo(json.dumps(_entries.plain(entry, where), ensure_ascii=False))
            continue
        if number:
            typer.echo()
        typer.echo(_entries.yaml(entry) if format_ == "yaml" else _entries.card(entry, where))
