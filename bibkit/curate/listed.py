"""A list item in its other shapes: base of the next comparison, listing of the catalog, record of a source."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bibkit.curate.facts import NOT_OF_WORKS, Facts
from bibkit.formats import people
from bibkit.model.catalog import Catalog, Entry, ListedItem, ListedLink, Listing
from bibkit.model.identifier import Identifier
from bibkit.model.lock import Lock
from bibkit.model.record import Query, Record
from bibkit.model.reference import Reference
from bibkit.model.work import WORK_FIELDS, Work
from bibkit.resolve import identify

#: A source name that begins so is a survey list: what it says counts least, and it can't be asked again.
LIST_SOURCE = "list:"

#: Prefix of the DOIs that DataCite registers for arXiv.
ARXIV_DOI = "10.48550/"


#: How a list says that it names only the first authors.
ET_AL = re.compile(r"\bet\.? al\b|\band others\b", re.IGNORECASE)


def item_of(reference: Reference, key: str) -> ListedItem:
    """Return the facts of a list item that are kept for the next comparison; never its raw text."""
    links = tuple(
        ListedLink(link.role, link.clean or link.url, _label(link.label, link.role)) for link in reference.links
    )
    told = set(identify.url(reference.url).identifiers) if reference.url else set()
    authors = tuple(person for name in reference.authors for person in people.display(name))
    work = reference.work or Work(authors=authors, others=bool(authors and ET_AL.search(reference.text)))
    return ListedItem(
        key=key,
        line=reference.line,
        section=reference.section,
        kind=reference.kind,
        title=reference.title,
        year=reference.year,
        month=reference.month,
        venue_raw=reference.venue_raw,
        venue=reference.venue,
        flags=reference.flags,
        url=_address(reference),
        links=links,
        note=reference.note,
        identifiers=tuple(sorted(i for i in reference.identifiers if i not in told or not _is_address(reference.url))),
        type=work.type if reference.work else "",
        **{name: getattr(work, name) for name in OF_A_BIBLIOGRAPHY},
    )


#: What a bibliography says beyond a line of a list: attributes that a work and a listed item share.
OF_A_BIBLIOGRAPHY = (
    "authors", "others", "editors", "series", "volume", "number", "pages", "publisher", "institution", "edition",
    "howpublished",
)  # fmt: skip


def _address(reference: Reference) -> str:
    """Return the main link as an address: an identifier that was written in its place by its own page."""
    if _is_address(reference.url) or not reference.identifiers:
        return reference.url_clean or reference.url
    return identify.canonical_url(reference.identifiers[0])


def _is_address(url: str) -> bool:
    return "://" in url or url.lower().startswith("www.")


def _label(label: str, role: str) -> str:
    """Return a label only where it says more than the role."""
    return "" if label.casefold().strip() == role else label.strip()


def listing_of(item: ListedItem) -> Listing:
    """Return the item as the catalog shows it: a paper by its key, a resource by its title."""
    if item.key:
        return Listing(key=item.key, url=item.url, flags=item.flags, links=item.links, note=item.note)
    return Listing(resource=item.title or item.url, url=item.url, flags=item.flags, links=item.links, note=item.note)


def identifiers_of(item: ListedItem) -> tuple[Identifier, ...]:
    """Return what the item's main link identifies, one of a scheme, written ones before derived ones."""
    found = identify.url(item.url) if item.url else identify.Identified("")
    by_scheme: dict[str, Identifier] = {}
    for identifier in (*found.identifiers, *item.identifiers, *found.derived):
        # arXiv's own DOI says no more than the arXiv id does, and would stand in the way of the publisher's.
        if identifier.scheme not in NOT_OF_WORKS and not identifier.value.startswith(ARXIV_DOI):
            by_scheme.setdefault(identifier.scheme, identifier)
    return tuple(sorted(by_scheme.values()))


def facts_of(item: ListedItem) -> Facts:
    """Return what decides whether the item is the same work as another."""
    ids = frozenset(identifiers_of(item))
    return Facts(item.title, item.year, item.venue, "workshop" in item.flags, ids, item.key)


def facts_of_entry(entry: Entry) -> Facts:
    """Return the same of an entry of the catalog."""
    work = entry.work
    return Facts(work.title, work.year, work.venue, False, frozenset(work.identifiers), entry.key)


def work_of(item: ListedItem) -> Work:
    """Return what the list says as a Work; of type misc unless a bibliography gave one: it's not for a list to say."""
    date = f"{item.year}" if item.year else ""
    if date and item.month:
        date = f"{date}-{item.month:02}"
    return Work(
        type=item.type or "misc",
        title=item.title,
        date=date,
        venue=item.venue,
        container="" if item.venue else item.venue_raw,
        identifiers=identifiers_of(item),
        url=item.url,
        **{name: getattr(item, name) for name in OF_A_BIBLIOGRAPHY},
    )


def record_of(slug: str, item: ListedItem) -> Record:
    """Return what the list says in one item as a Record."""
    return Record(f"{LIST_SOURCE}{slug}", str(item.line), work_of(item), grade="C", kind="list")


def records_of(lock: Lock, key: str) -> tuple[Record, ...]:
    """Return what the lists say of the entry `key`, one Record a listing, in the order of slug and line."""
    return records_by_key(lock, (key,)).get(key, ())


def records_by_key(lock: Lock, keys: Iterable[str] | None = None) -> dict[str, tuple[Record, ...]]:
    """Return what the lists say of each entry (of `keys`, or of all)."""
    wanted = None if keys is None else set(keys)
    found: dict[str, list[Record]] = {}
    for slug, items in sorted(lock.lists.items()):
        for item in items:
            if item.key and (wanted is None or item.key in wanted):
                found.setdefault(item.key, []).append(record_of(slug, item))
    return {key: tuple(records) for key, records in found.items()}


def without(record: Record, strays: Collection[str]) -> Record:
    """Return the record without the identifiers `strays` and the link that gave them."""
    kept = tuple(identifier for identifier in record.work.identifiers if str(identifier) not in strays)
    if kept == record.work.identifiers:
        return record
    return replace(record, work=replace(record.work, identifiers=kept, url=""))


def query_of(entry: Entry, listed: Sequence[Record], hints: Sequence[str] = ()) -> Query:
    """Return the question that finds out what the entry is: what the lists say of it, and what a person pinned.

    What a source said before is no part of it, so that the same question is asked until a person changes it. An entry
    that no list names is asked about by its own words.
    """
    own = pinned(entry) if listed else entry.work
    first = listed[0].work if listed else entry.work
    identifiers: dict[str, Identifier] = {}
    for work in (own, *(record.work for record in listed)):
        for identifier in work.identifiers:
            identifiers.setdefault(identifier.scheme, identifier)
    words = [identify.url(record.work.url).hint for record in listed if record.work.url]
    return Query(
        title=own.title or first.title,
        authors=own.authors,
        others=own.others,
        year=own.year or first.year,
        venue=own.venue or own.container or first.venue or first.container,
        identifiers=tuple(sorted(identifiers.values())),
        hints=tuple(dict.fromkeys(hint for hint in (*hints, *words) if hint)),
    )


def pinned(entry: Entry) -> Work:
    """Return the entry's work with nothing but what a person pinned; of identifiers, those pinned one by one too."""
    values = {name: getattr(entry.work, name) for name in entry.pinned if name in WORK_FIELDS}
    schemes = {name.partition(".")[2] for name in entry.pinned if name.startswith("identifiers.")}
    if "identifiers" not in values:
        values["identifiers"] = tuple(i for i in entry.work.identifiers if i.scheme in schemes)
    return Work(**values)


def listings_of(catalog: Catalog, key: str) -> list[tuple[str, tuple[str, ...], Listing]]:
    """Return every place that lists the entry: (slug, section path, listing), in the order of the lists."""
    return [
        (slug, path, listing)
        for slug, survey in sorted(catalog.lists.items())
        for path, listings in survey.walk()
        for listing in listings
        if listing.key == key
    ]
