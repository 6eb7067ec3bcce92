"""The catalog: entries once, lists as trees of sections that refer to them by key."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.record import Match
from bibkit.model.reference import Kind
from bibkit.model.work import Work

Status = Literal["new", "resolved", "preprint", "ambiguous", "unresolved"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A keyed work. `pinned` names the fields that a person settled and that no command overwrites."""

    key: str
    work: Work
    status: Status = "new"
    reason: str = ""  #: why it is ambiguous or unresolved, one clause
    pinned: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  #: old keys that still cite it
    answer: str = ""  #: a person's answer to a review question: `<source>:<id>` of the record, or `none`


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link that a list gives beside the main one."""

    role: str
    url: str
    label: str = ""  #: only where it says more than the role


@dataclass(frozen=True, slots=True)
class Listing:
    """One place where a list names an entry (`key`), or a resource that is no paper (`resource`, its title)."""

    key: str = ""
    resource: str = ""
    url: str = ""
    flags: tuple[str, ...] = ()
    links: tuple[ListedLink, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """What one list item said when it was last imported: the base of the three-way comparison of a re-import."""

    key: str = ""  #: the entry that it became; empty for a resource and for what was skipped
    line: int = 0  #: counted from 1
    section: tuple[str, ...] = ()
    kind: Kind = "paper"
    title: str = ""
    year: int | None = None
    month: int | None = None
    venue_raw: str = ""  #: as the list writes it
    venue: str = ""  #: canonical id
    flags: tuple[str, ...] = ()
    url: str = ""
    links: tuple[ListedLink, ...] = ()
    note: str = ""
    identifiers: tuple[Identifier, ...] = ()  #: beside those that the main link tells
    # What a bibliography says beyond a line of a list; named as in Work, which tells what each means.
    type: str = ""
    authors: tuple[Creator, ...] = ()
    others: bool = False
    editors: tuple[Creator, ...] = ()
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    institution: str = ""
    edition: str = ""
    howpublished: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a list with its listings and its sub-sections, in the order of the list."""

    name: str
    listings: tuple[Listing, ...] = ()
    sections: tuple["Section", ...] = ()

    def walk(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], "Section"]]:
        """Yield (path, section) for this section and all below it, in order; a path ends in the section's own name."""
        here = (*path, self.name)
        yield here, self
        for section in self.sections:
            yield from section.walk(here)


@dataclass(frozen=True, slots=True)
class SurveyList:
    """One imported list. Listings before the first heading stand in `listings`."""

    slug: str
    title: str = ""
    source: str = ""  #: the file it was imported from, as given
    listings: tuple[Listing, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[tuple[tuple[str, ...], tuple[Listing, ...]]]:
        """Yield (section path, listings) for every section in order; the path () is the list itself."""
        yield (), self.listings
        for section in self.sections:
            for path, found in section.walk():
                yield path, found.listings


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that waits for a person: the entry's key, what the list said, and the candidates, best first."""

    key: str
    reason: str
    candidates: tuple[Match, ...]
    answer: str = ""  #: what a person wrote into review.yaml: `<source>:<id>` of a candidate, `none`, or empty


@dataclass(frozen=True, slots=True)
class Catalog:
    """All entries by key, all lists by slug, and the questions that wait, by key."""

    entries: dict[str, Entry] = field(default_factory=dict)
    lists: dict[str, SurveyList] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    key_pattern: str = ""  #: the pattern that new keys follow, kept in the catalog's head file; empty: the default
