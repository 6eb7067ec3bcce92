"""What can be said for and against a record being the work that a query means: measured, not yet judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bibkit.model.identifier import Identifier, comparable
from bibkit.model.record import Query, Record
from bibkit.model.venue import Venue, Venues
from bibkit.resolve import authors
from bibkit.text import titles
from bibkit.text.title_tables import word_set

YearKind = Literal["ok", "near", "far", "unknown"]
VenueKind = Literal["same", "other", "unknown"]

YEAR_SLACK = 1  #: years by which online, print and conference differ for one publication
PUBLISHED_WITHIN = 3  #: years after the preprint (or the reference to it) by which most works have been published

#: Identifiers that name a whole volume or many works, not one of them.
SHARED = frozenset({"isbn", "issn", "github", "url"})

#: Prefixes of DOIs that preprint servers give: a work has one of these beside its publisher's.
PREPRINT_DOIS = frozenset(
    {"10.48550", "10.1101", "10.64898", "10.26434", "10.21203", "10.20944", "10.31234", "10.31219", "10.36227"}
    | {"10.2139", "10.5281", "10.6084", "10.13140", "10.22541", "10.33774", "10.14293", "10.31235", "10.35542"}
)

#: Types of venues that say nothing of where a work was published.
SERVERS = frozenset({"preprint", "repository", "series"})

#: Words of venue names that many venues share.
_COMMON = word_set(
    "ieee acm aaai international conference conferences annual proceedings proc meeting symposium workshop workshops "
    "joint the of on in and for to at advances transactions journal lecture notes computer science usa virtual event "
    "part january february march april may june july august september october november december"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a query and a record have in common, and where they part."""

    title: titles.Difference
    authors: authors.Agreement
    gap: int | None  #: years from the query to the record; negative: the record is older
    agree: tuple[Identifier, ...] = ()  #: identifiers on both sides
    differ: tuple[str, ...] = ()  #: schemes in which both sides have an identifier and none agrees
    venue: VenueKind = "unknown"
    hint: bool = False  #: the words of the link are the record's title
    draft: bool = False  #: the record is a preprint, so that it may be older than what is asked for

    @property
    def year(self) -> YearKind:
        """Return whether the years fit one publication (`ok`), a preprint and its publication (`near`), or neither."""
        if self.gap is None:
            return "unknown"
        if abs(self.gap) <= YEAR_SLACK:
            return "ok"
        later = -self.gap if self.draft else self.gap
        return "near" if 0 < later <= PUBLISHED_WITHIN else "far"

    def told(self) -> tuple[str, ...]:
        """Return the evidence as short names with values, for people."""
        parts = [f"title {self.title.kind}"]
        if self.title.kind != "exact":
            parts[0] += f" {self.title.ratio:.2f}"
        count = f" {self.authors.agreed}/{self.authors.given}" if self.authors.kind != "na" else ""
        parts.append(f"authors {self.authors.kind}{count}")
        if self.gap is not None:
            parts.append(f"year {self.gap:+d}" if self.gap else "year 0")
        if self.venue != "unknown":
            parts.append(f"venue {self.venue}")
        parts += [f"id {identifier.scheme} agrees" for identifier in self.agree]
        parts += [f"id {scheme} differs" for scheme in self.differ]
        return (*parts, "link words agree") if self.hint else tuple(parts)


def gather(query: Query, record: Record, venues: Venues) -> Evidence:
    """Return the evidence for `record` being what `query` means."""
    work = record.work
    agree, differ = identifiers(query.identifiers, work.identifiers)
    return Evidence(
        title=titles.compare(query.title, work.title),
        authors=authors.compare(query.authors, work.authors),
        gap=None if query.year is None or work.year is None else work.year - query.year,
        agree=agree,
        differ=differ,
        venue=venue(query, record, venues) if query.venue else "unknown",
        hint=any(titles.key(hint) == titles.key(work.title) != "" for hint in query.hints),
        draft=record.kind == "preprint",
    )


def identifiers(
    ours: Iterable[Identifier], theirs: Iterable[Identifier]
) -> tuple[tuple[Identifier, ...], tuple[str, ...]]:
    """Return the identifiers that agree, and the schemes in which they differ.

    The DOI of a preprint does not differ from a publisher's: a work may have both.
    """
    mine = {i for i in ours if i.scheme not in SHARED}
    other = {i for i in theirs if i.scheme not in SHARED}
    agree = mine & other
    differ = {a.scheme for a in mine - agree for b in other - agree if comparable(a, b) and is_draft(a) == is_draft(b)}
    return tuple(sorted(agree)), tuple(sorted(differ - {i.scheme for i in agree}))


def is_draft(identifier: Identifier) -> bool:
    return identifier.scheme == "doi" and identifier.value.partition("/")[0] in PREPRINT_DOIS


def venue(query: Query, record: Record, venues: Venues) -> VenueKind:
    """Return whether query and record name the same venue; `unknown` where one is silent, or is a preprint server."""
    theirs = record.work.container or record.work.series
    asked = _place(query.venue, query.year, venues)
    found = (venues.get(record.work.venue) if record.work.venue else None) or _place(theirs, record.work.year, venues)
    if any(one is not None and one.type in SERVERS for one in (asked, found)):
        return "unknown"
    if titles.key(query.venue) == titles.key(theirs) != "":
        return "same"
    if asked and found:
        if asked.id == found.id:
            return "same"
        return "unknown" if found.id == asked.parent or asked.id == found.parent else "other"
    if not theirs:
        return "unknown"
    return by_words(f"{query.venue} {asked.name() if asked else ''}", f"{theirs} {found.name() if found else ''}")


def _place(text: str, year: int | None, venues: Venues) -> Venue | None:
    if not text:
        return None
    match = venues.find(text, year=year, field=True) or venues.find(text, year=year, label=True)
    return match.venue if match else None


def by_words(a: str, b: str) -> VenueKind:
    """Return `other` where the words that tell venues apart have nothing in common, else `unknown`."""
    ours, theirs = (
        {word for word in titles.words(text) if word not in _COMMON and word.isalpha() and len(word) > 1}
        for text in (a, b)
    )
    return "other" if ours and theirs and not ours & theirs else "unknown"
