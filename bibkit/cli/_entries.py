"""Entries as the commands that look things up find and show them."""

import difflib
from collections.abc import Mapping
from typing import Any

from bibkit.errors import UsageError
from bibkit.formats import catalog_parts, yaml_text
from bibkit.model.catalog import Catalog, Entry, Listing
from bibkit.model.creator import Creator
from bibkit.resolve import identify

#: Names that are shown before the rest is only counted.
AUTHORS = 12

#: A place where a list names an entry: slug, headings, listing.
Place = tuple[str, tuple[str, ...], Listing]


def find(catalog: Catalog, word: str) -> Entry:
    """Return the entry with this key or alias, capitals aside. Raises UsageError that names the nearest keys."""
    names = {alias: entry for entry in catalog.entries.values() for alias in entry.aliases} | catalog.entries
    if word in names:
        return names[word]
    folded = {name.lower(): name for name in names}
    if word.lower() in folded:
        return names[folded[word.lower()]]
    near = [folded[name] for name in difflib.get_close_matches(word.lower(), folded, 3)]
    hint = f"did you mean {', '.join(near)}?" if near else "`bibkit list` shows all"
    raise UsageError(f"no entry has the key {word!r}; {hint}")


def places(catalog: Catalog) -> dict[str, list[Place]]:
    """Return every place that lists an entry, by its key, in the order of the lists."""
    found: dict[str, list[Place]] = {}
    for slug, survey in sorted(catalog.lists.items()):
        for path, listings in survey.walk():
            for listing in listings:
                if listing.key:
                    found.setdefault(listing.key, []).append((slug, path, listing))
    return found


def plain(entry: Entry, where: list[Place]) -> dict[str, Any]:
    """Return an entry as plain data for programs: the fields of works/, and the places that list it."""
    listings = [
        {"list": slug, "section": list(path), "flags": list(listing.flags), "url": listing.url, "note": listing.note}
        | {"links": [{"role": link.role, "url": link.url, "label": link.label} for link in listing.links]}
        for slug, path, listing in where
    ]
    return {"key": entry.key, **catalog_parts.entry_tree(entry), "listings": listings}


def yaml(entry: Entry) -> str:
    """Return an entry as it stands in works/."""
    return yaml_text.block({entry.key: catalog_parts.entry_tree(entry)}, 0)


def card(entry: Entry, where: list[Place], venue: str = "") -> str:
    """Return an entry as a few lines for people; `venue` is the venue's name."""
    work = entry.work
    state = f"{entry.status}: {entry.reason}" if entry.reason else entry.status
    lines = [
        f"{entry.key}  [{state}]",
        *(f"  {text}" for text in (work.title, people(work.authors, work.others)) if text),
    ]
    lines += [f"  {text}" for text in (_published(entry, venue),) if text]
    facts: dict[str, str] = {
        **{one.scheme: " ".join(filter(None, (one.value, identify.canonical_url(one)))) for one in work.identifiers},
        "url": work.url,
        "note": work.note,
        "pinned": ", ".join(entry.pinned),
        "also": ", ".join(entry.aliases),
        "answer": entry.answer,
    }
    lines += table(facts)
    for slug, path, listing in where:
        flags = f"  [{', '.join(listing.flags)}]" if listing.flags else ""
        lines.append(f"  in {' > '.join((slug, *path))}{flags}")
        lines += [f"     {link.label or link.role}: {link.url}" for link in listing.links]
        lines += [f"     {listing.note}"] if listing.note else []
    return "\n".join(lines)


def table(facts: Mapping[str, str]) -> list[str]:
    """Return name and value in two columns, without the empty ones."""
    width = max((len(name) for name, value in facts.items() if value), default=0)
    return [f"  {name:<{width}}  {value}" for name, value in facts.items() if value]


def people(creators: tuple[Creator, ...], others: bool = False) -> str:
    """Return names as people write them; a long row is cut and counted."""
    shown = [creator.display for creator in creators[:AUTHORS]]
    if len(creators) > AUTHORS:
        shown.append(f"and {len(creators) - AUTHORS} more")
    return ", ".join(shown) + (" and others" if others else "")


def _published(entry: Entry, venue: str) -> str:
    work = entry.work
    volume = f"volume {work.volume}" if work.volume else ""
    number = f"number {work.number}" if work.number else ""
    pages = f"pages {work.pages}" if work.pages else ""
    where = venue or work.venue or work.container or work.institution or work.publisher
    return ", ".join(part for part in (work.type, where, work.date, volume, number, pages) if part)
