"""bibkit resolve: find out what the entries of the catalog are."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from bibkit.cli import _open, _options, _resolving
from bibkit.curate import byhand, settle
from bibkit.errors import UsageError


def resolve(
    keys: Annotated[list[str] | None, typer.Argument(help="Entries to ask about; all that are open without.")] = None,
    *,
    source: Annotated[list[str] | None, typer.Option("--source", help="Ask only this source (repeatable).")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask only the local index and kept answers.")] = False,
    locked: Annotated[bool, typer.Option("--locked", help="Ask nobody: merge from the lock alone.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again about what is resolved, too.")] = False,
    catalog: _options.CatalogOption = None,
) -> None:
    """Find out what the entries are. Exit 1 if some still wait for a person or are not found."""
    if locked and (offline or refresh or source):
        raise UsageError("--locked: asks nobody, so it does not go with --source, --offline or --refresh")
    with _open.catalog(catalog, rebuild=locked) as box:
        if locked:
            box.take(*byhand.restore(box.catalog, box.lock))
        _resolving.adopt(box)
        if locked:
            box.take(*settle.remerge(box.catalog, box.lock))
            box.save()
        else:
            today = datetime.now(UTC).date().isoformat()
            _resolving.run(box, keys or [], source or [], today, offline=offline, refresh=refresh)
        waiting = _resolving.told(box)
    sys.stdout.flush()
    raise typer.Exit(1 if waiting else 0)
