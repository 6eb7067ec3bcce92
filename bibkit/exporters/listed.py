"""An entry that is not resolved yet -> the Work that says all that the lists say of it, as a `misc`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bibkit.exporters import house
from bibkit.exporters.base import VenueTable
from bibkit.model.catalog import Entry, ListedLink, Listing
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
    said = dict.fromkeys(text for text in (found.note, *_remarks(listings, found, url)) if text)
    if found.identifier("arxiv") and where == PREPRINTS:
        where = ""
    return replace(found, type="misc", venue="", container="", howpublished=where, url=url, note="; ".join(said))


def _remarks(listings: Iterable[Listing], found: Work, url: str) -> Iterator[str]:
    """Yield remarks, flags and further links, each once; a link that an identifier says already is left out."""
    seen = {_same(url)}
    for listing in listings:
        note = plain(listing.note)
        yield note
        yield ", ".join(flag.replace("-", " ") for flag in listing.flags)
        for link in (ListedLink("", listing.url), *listing.links):
            repeated = house.repeats(link.url, found.identifier("doi"), found.identifier("arxiv"))
            if not link.url or repeated or _same(link.url) in seen:
                continue
            seen.add(_same(link.url))
            label = plain(link.label)
            what = "" if label and label in note else label or link.role
            yield f"{what}: {link.url}" if what else link.url


def _same(url: str) -> str:
    """Return a link in the form in which two spellings of it are equal."""
    return url.lower().partition("://")[2].removeprefix("www.").rstrip("/")


def plain(markdown: str) -> str:
    """Return a remark without Markdown: `[code](https://x.org)` is `code: https://x.org`."""
    text = _MARKDOWN_LINK.sub(lambda m: f"{m[1]}: {m[2]}" if m[1] and m[2] else m[2] or m[1], markdown)
    return " ".join(re.sub(r"[*_`]{2,}|`", "", text).split())
