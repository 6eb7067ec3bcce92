"""An entry that is not resolved yet -> the Work that says all that the lists say of it, as a `misc`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bibkit.exporters.base import VenueTable
from bibkit.model.catalog import Entry, Listing
from bibkit.model.work import Work

#: Statuses of entries whose metadata is the list's alone.
WAITING = frozenset({"new", "ambiguous", "unresolved"})

PREPRINTS = "arXiv"  #: said by `eprint` already, where the number is known

_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?[^()]*\)")


def is_waiting(entry: Entry) -> bool:
    """Return whether the entry still has only what a list says; one that came with a full record has more."""
    work = entry.work
    return entry.status in WAITING and not (work.type != "misc" and work.authors and work.date)


def work(entry: Entry, listings: Iterable[Listing], venues: VenueTable) -> Work:
    """Return the work as its lists have it: venue in `howpublished`, remarks and further links in `note`."""
    found = entry.work
    venue = venues.get(found.venue) if found.venue else None
    where = found.howpublished or found.container or (venue.name(found.year) if venue else found.venue)
    listings = tuple(listings)
    url = found.url or next((listing.url for listing in listings if listing.url), "")
    said = dict.fromkeys(text for text in (found.note, *_remarks(listings, url)) if text)
    if found.identifier("arxiv") and where == PREPRINTS:
        where = ""
    return replace(found, type="misc", venue="", container="", howpublished=where, url=url, note="; ".join(said))


def _remarks(listings: Iterable[Listing], url: str) -> Iterator[str]:
    seen = {url}
    for listing in listings:
        yield plain(listing.note)
        yield ", ".join(flag.replace("-", " ") for flag in listing.flags)
        for address, what in [(listing.url, ""), *((link.url, link.label or link.role) for link in listing.links)]:
            if address and address not in seen:
                seen.add(address)
                yield f"{plain(what)}: {address}" if what else address


def plain(markdown: str) -> str:
    """Return a remark without Markdown: `[code](https://x.org)` is `code: https://x.org`."""
    text = _MARKDOWN_LINK.sub(lambda m: f"{m[1]}: {m[2]}" if m[1] and m[2] else m[2] or m[1], markdown)
    return " ".join(re.sub(r"[*_`]{2,}|`", "", text).split())
