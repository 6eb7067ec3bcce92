"""From what a list writes to what follows from it offline: venue, identifiers, clean links, the kind of the item."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bibkit.curate import kinds
from bibkit.model.identifier import Identifier
from bibkit.model.reference import Link, Reference
from bibkit.model.venue import VenueMatch, Venues
from bibkit.resolve import identify
from bibkit.resolve.identify import Identified

#: An identifier written in the item's own words, beside its links. A cheap look before the full one.
_WRITTEN = re.compile(r"10\.\d{4,9}/|arxiv\s*[:. ]?\s*(?:abs/)?\d{4}\.\d{4}|\bisbn\b|\bpmid\b|\bpmc\d", re.I)
#: A venue as written that says itself that it is a workshop: `NIPSw`, `KDDW`, `ACL SRW`, `ICML Workshop`.
_SAYS_WORKSHOP = re.compile(r"\w[wW]\b|workshop", re.I)


def complete(reference: Reference, venues: Venues) -> Reference:
    """Return the reference with all that can be known of it without asking anybody.

    Fills the venue id (empty when the table has none), the flags of a label's suffix, clean addresses, identifiers and
    what is derived from them, the kind with its reason, and problems. What is skipped keeps its place, its text and the
    reason, and nothing else: it is no entry, so it has no title.
    """
    match = _venue(reference, venues)
    main = identify.url(reference.url) if reference.url else Identified("")
    found = (main, *_written(reference))
    identifiers = _one_of_each((*reference.identifiers, *(i for one in found for i in one.identifiers)))
    repository = match is not None and match.venue.type == "repository"
    kind, reason = kinds.kind(reference, identifiers, repository=repository)
    if kind == "skip":
        return _skipped(reference, reason)
    if kind == "resource" and not reference.url and reference.links:
        promoted = replace(reference, url=reference.links[0].url, links=reference.links[1:], kind=kind, reason=reason)
        return complete(promoted, venues)
    links = [_link(link) for link in reference.links]
    problems = (*reference.problems, *_venue_problems(reference, match), *(p for one in found for p in one.problems))
    return replace(
        reference,
        kind=kind,
        reason=reason,
        venue=match.venue.id if match and match.how != "fuzzy" else "",
        flags=_flags(reference, match),
        url_clean=main.clean,
        identifiers=identifiers,
        derived=_one_of_each(i for given in (*_derived(reference), *(one.derived for one in found)) for i in given),
        links=tuple(link for link, _ in links),
        problems=tuple(dict.fromkeys(problems + tuple(p for _, told in links for p in told))),
        hints=(main.hint,) if main.hint else (),
    )


def _venue(reference: Reference, venues: Venues) -> VenueMatch | None:
    """Return the venue of the item's label. The year goes with it, as lists write it: then a suffix is read too."""
    if not reference.venue_raw:
        return None
    label = f"{reference.year}-{reference.venue_raw}" if reference.year else reference.venue_raw
    return venues.find(label, year=reference.year, field=True) or venues.find(reference.venue_raw, field=True)


def _venue_problems(reference: Reference, match: VenueMatch | None) -> tuple[str, ...]:
    raw = reference.venue_raw
    if not raw:
        return ()
    if match is None:
        return (f"the venue {raw!r} is not in the venue table",)
    if match.how == "fuzzy":
        return (f"the venue {raw!r} is not in the venue table; {match.venue.acronym!r} is like it",)
    return (f"the venue {raw!r} is a misspelling of {match.venue.acronym!r}",) if match.how == "misspelling" else ()


def _flags(reference: Reference, match: VenueMatch | None) -> tuple[str, ...]:
    """Return the flags of remarks and label. `workshop` is what the label says, not what the venue table knows."""
    flags = {*reference.flags, *(match.flags if match else ())}
    if match and match.venue.type == "workshop" and _SAYS_WORKSHOP.search(reference.venue_raw):
        flags.add("workshop")
    return tuple(sorted(flags))


def _written(reference: Reference) -> tuple[Identified, ...]:
    """Return the identifiers that the item's own words give, its links left out."""
    words = f"{reference.venue_raw} {reference.note}"
    return identify.text(words) if _WRITTEN.search(words) else ()


def _one_of_each(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return the first identifier of each scheme, in order: the main link's before those of the text."""
    first: dict[str, Identifier] = {}
    for identifier in identifiers:
        first.setdefault(identifier.scheme, identifier)
    return tuple(first.values())


def _derived(reference: Reference) -> Iterator[tuple[Identifier, ...]]:
    """Yield what follows from the identifiers that the file itself gives."""
    yield from (identify.derived(i) for i in reference.identifiers)


def _link(link: Link) -> tuple[Link, tuple[str, ...]]:
    """Return a link with its clean address and identifiers, and what is wrong with them."""
    one = identify.url(link.url)
    return replace(link, clean=one.clean, identifiers=one.identifiers), one.problems


def _skipped(reference: Reference, reason: str) -> Reference:
    return Reference(
        file=reference.file,
        line=reference.line,
        end_line=reference.end_line,
        section=reference.section,
        text=reference.text,
        kind="skip",
        reason=reason,
    )


def to_json(reference: Reference, work: str) -> dict[str, Any]:
    """Return one object of `import --format jsonl`: these keys in this order; null where the list says nothing.

    `work` is an id that is equal for items that are one work; null for resources and what is skipped.
    """
    return {
        "file": reference.file,
        "line": reference.line,
        "end_line": reference.end_line,
        "kind": reference.kind,
        "section": list(reference.section),
        "title": reference.title or None,
        "year": reference.year,
        "month": reference.month,
        "venue_raw": reference.venue_raw or None,
        "venue": reference.venue or None,
        "flags": [flag.replace("-", " ") for flag in reference.flags],
        "url": reference.url or None,
        "url_clean": reference.url_clean or None,
        "identifiers": _as_object(reference.identifiers),
        "derived": _as_object(reference.derived),
        "links": [
            {
                "label": link.label,
                "role": link.role,
                "url": link.url,
                "url_clean": link.clean,
                "identifiers": _as_object(link.identifiers),
            }
            for link in reference.links
        ],
        "note": reference.note,
        "problems": list(reference.problems),
        "work": work or None,
    }


def _as_object(identifiers: Iterable[Identifier]) -> dict[str, str]:
    return {identifier.scheme: identifier.value for identifier in identifiers}
