"""bibkit list: the entries of the catalog, or those that are asked for."""

import json
from typing import Annotated, get_args

import typer

from bibkit import config
from bibkit.cli import _entries, _options, _select
from bibkit.disk import CatalogFolder
from bibkit.model.catalog import Entry, Status


def list_entries(
    *,
    section: Annotated[
        str, typer.Option("--section", metavar="PATH", help="Heading, or headings with / between.")
    ] = "",
    list_: Annotated[str, typer.Option("--list", metavar="SLUG", help="One list.")] = "",
    venue: Annotated[str, typer.Option("--venue", metavar="ID", help="Venue id, or any of its names.")] = "",
    year: Annotated[str, typer.Option("--year", metavar="YEAR", help="2019, 2017-2019, -2015 or 2020-.")] = "",
    status: Annotated[str, typer.Option("--status", help=", ".join(get_args(Status)))] = "",
    unresolved: Annotated[bool, typer.Option("--unresolved", help="All that still waits: see STATUS.")] = False,
    format_: Annotated[str, typer.Option("--format", help="text, jsonl or keys.")] = "text",
    catalog: _options.CatalogOption = None,
) -> None:
    """List entries, all conditions together; one a line."""
    _options.one_of("--format", format_, ("text", "jsonl", "keys"))
    if status:
        _options.one_of("--status", status, get_args(Status))
    found = CatalogFolder(catalog or config.load().catalog_path).load_catalog()
    wanted = _select.Wanted(section, list_, venue, _select.years(year), status, unresolved)
    entries = _select.entries(found, wanted)
    if format_ == "jsonl":
        places = _entries.places(found)
        for entry in entries:
            typer.echo(json.dumps(_entries.plain(entry, places.get(entry.key, [])), ensure_ascii=False))
    elif entries:
        typer.echo("\n".join(entry.key for entry in entries) if format_ == "keys" else _table(entries))
    typer.echo(f"{len(entries)} of {len(found.entries)} entries", err=True)


def _table(entries: list[Entry]) -> str:
    rows = [
        (entry.key, str(entry.work.year or ""), entry.work.venue, entry.status, entry.work.title or entry.work.url)
        for entry in entries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join((*(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=False)), row[4])) for row in rows
    )
