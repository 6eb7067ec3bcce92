"""bibkit add: put works into a list by DOI, arXiv id or link."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bibkit.cli import _open, _options, _resolving
from bibkit.cli._lists import slug_of
from bibkit.curate.enter import enter, path_of
from bibkit.errors import UsageError
from bibkit.resolve import identify

#: Statuses in which something is left to do about an entry.
OPEN = ("new", "ambiguous", "unresolved")


def add(
    ids: Annotated[list[str], typer.Argument(help="DOIs, arXiv ids, links.")],
    *,
    section: Annotated[str, typer.Option("--section", help='Where to list them: "Heading / Sub-heading".')],
    list_: Annotated[str, typer.Option("--list", help="The list; needed when the catalog has several.")] = "",
    offline: Annotated[bool, typer.Option("--offline", help="Ask only the local index and kept answers.")] = False,
    catalog: _options.CatalogOption = None,
) -> None:
    """Put works into a section of a list and find out what they are; exit 1 if one is not found out yet.

    A work that the catalog has only gains a listing.
    """
    with _open.catalog(catalog, create=True) as box:
        slug = _slug(list_, sorted(box.catalog.lists))
        keys = []
        for text in ids:
            found = next((one for one in (identify.url(text), *identify.text(text)) if one.identifiers), None)
            if found is None:
                raise UsageError(f"{text}: no identifier in it; give a DOI, an arXiv id or a link to the paper")
            done = enter(
                box.catalog,
                box.lock,
                found.identifiers,
                found.clean,
                slug,
                path_of(section, box.catalog.lists.get(slug)),
                box.pattern,
            )
            box.take(done.catalog, done.lock)
            keys.append(done.key)
            typer.echo(f"{text}: {'known as' if done.known else 'new entry'} {done.key}")
        box.save()
        _resolving.run(box, keys, [], datetime.now(UTC).date().isoformat(), offline=offline)
        _resolving.told(box)
        left = [entry for key in keys if (entry := box.catalog.entries.get(key)) and entry.status in OPEN]
    raise typer.Exit(1 if left else 0)


def _slug(given: str, known: list[str]) -> str:
    """Return the list to add to: the one named, or the only one. Raises UsageError when that is not clear."""
    if given:
        return slug_of(given)
    if len(known) > 1:
        raise UsageError(f"--list: the catalog has several lists; name one of {', '.join(known)}")
    return known[0] if known else "list"
