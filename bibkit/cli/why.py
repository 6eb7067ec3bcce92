"""bibkit why: which source gave a value, when, and what the others said."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from bibkit import config
from bibkit.cli import _entries, _options, _origins
from bibkit.curate import settle
from bibkit.disk import CatalogFolder


def why(
    key: Annotated[str, typer.Argument(metavar="KEY", help="Citation key, or an old one.")],
    field: Annotated[str, typer.Argument(metavar="[FIELD]", help="title, authors, date, venue, doi ...")] = "",
    *,
    format_: Annotated[str, typer.Option("--format", help="text or jsonl.")] = "text",
    catalog: _options.CatalogOption = None,
) -> None:
    """Say where each value of an entry comes from: which source, when, what the others said, what is pinned."""
    _options.one_of("--format", format_, ("text", "jsonl"))
    found, lock, _ = CatalogFolder(catalog or config.load().catalog_path).load()
    entry = _entries.find(found, key)
    reasons = _origins.explain(entry, lock, _origins.fields(entry, field))
    if format_ == "jsonl":
        for reason in reasons:
            typer.echo(json.dumps({"key": entry.key, **asdict(reason)}, ensure_ascii=False))
        return
    typer.echo(f"{entry.key}  [{entry.status}{': ' if entry.reason else ''}{entry.reason}]")
    typer.echo("\n".join(_origins.text(reason) for reason in reasons))
    waiting = len(lock.records.get(entry.key, ())) if entry.status not in settle.DECIDED else 0
    if waiting:
        typer.echo(f"{waiting} records were found and not taken; if it waits for a choice: bibkit review")
