"""Where works appear: venues with their names by year, acronyms, aliases and editions, and how they are found."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bibkit.model import venue_find
from bibkit.model.venue_hit import Found
from bibkit.model.venue_index import Index

#: Longest text in which a venue is looked for, in characters: the longest container titles have about 400.
MAX_TEXT = 1000

#: Texts whose venue is remembered: a run asks for the same few hundred over and over.
CACHE = 1 << 14


@dataclass(frozen=True, slots=True)
class Period:
    """A name or acronym with the years in which it holds; None is open."""

    text: str
    since: int | None = None
    until: int | None = None

    def holds(self, year: int | None) -> bool:
        """Return whether the text is the right one in `year` (always, when the year is unknown and the period open)."""
        if year is None:
            return self.until is None
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class Held:
    """The years with an edition of a venue that is not held every year."""

    years: frozenset[int] = frozenset()  #: all of them, or empty where `parity` tells
    parity: int | None = None  #: 0: even years, 1: odd years
    since: int | None = None  #: what the rule says of earlier years is unknown
    until: int | None = None

    def had_edition(self, year: int) -> bool | None:
        """Return whether there was an edition in `year`; None where the table does not say."""
        if self.parity is None:
            return year in self.years if min(self.years) <= year <= max(self.years) else None
        if (self.since is not None and year < self.since) or (self.until is not None and year > self.until):
            return None
        return year % 2 == self.parity


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's edition of a venue; empty where the table does not say."""

    year: int
    number: str = ""
    volume: str = ""
    series: str = ""
    month: str = ""  #: jan..dec
    dates: str = ""
    location: str = ""
    publisher: str = ""
    printed: str = ""
    source: str = ""  #: dblp, pmlr: read there; pmlr-general, general: to be checked before it is relied on


@dataclass(frozen=True, slots=True)
class Venue:
    """One venue as in bibkit/data/venues.yaml, whose page docs/venues.md states the meaning of every field."""

    id: str
    acronym: str = ""
    type: str = "conference"  #: conference, journal, workshop, track, preprint, repository, series
    area: str = ""
    names: tuple[Period, ...] = ()
    acronyms: tuple[Period, ...] = ()
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    iso4: str = ""
    publisher: str = ""
    issn: str = ""
    url: str = ""
    container: str = ""  #: journal, booktitle, series, eprint, url
    entry_type: str = ""
    parent: str = ""
    continued_as: tuple[str, int] | None = None  #: (id, year): its papers are printed there from that year on
    acronym_needs_context: bool = False
    held: Held | None = None
    ordinal: tuple[int, int] | None = None  #: (offset, since)
    editions: dict[int, Edition] = field(default_factory=dict)
    note: str = ""

    def name(self, year: int | None = None) -> str:
        """Return the full name printed on the container in `year` (today's when unknown, the nearest in time else)."""
        if year is not None and self.names and self.names[0].since and year < self.names[0].since:
            return self.names[0].text
        fitting = (period.text for period in self.names if period.holds(year))
        return next(fitting, self.names[-1].text if self.names else self.acronym)

    def acronym_in(self, year: int | None = None) -> str:
        """Return the acronym of `year` (NIPS in 2016, NeurIPS in 2019), '' when the venue has none."""
        fitting = [] if year is None else [period for period in self.acronyms if period.holds(year)]
        current = not fitting or any(period.until is None or period.text == self.acronym for period in fitting)
        return self.acronym if current else fitting[-1].text


@dataclass(frozen=True, slots=True)
class VenueMatch:
    """A venue found in a text, with the year that the text itself gives and how it was found."""

    venue: Venue
    year: int | None = None  #: written, or told by ordinal, volume or arXiv number
    how: str = "name"  #: acronym, name, alias, misspelling, contained, abbreviated; fuzzy: never to be applied silently
    #: oral, spotlight, best-paper, workshop: what a label says of the paper; year-differs: from the year asked for
    flags: tuple[str, ...] = ()


class Venues:
    """All venues of the table; those that are asked for become objects."""

    def __init__(
        self,
        rows: Sequence[Mapping[str, Any]],
        forms: Mapping[str, Sequence[int]],
        places: Sequence[str],
        build: Callable[[Mapping[str, Any]], Venue],
    ) -> None:
        """Take the rows of the compiled table, its folded spellings as (row, kind) and the words of its places.

        `build` makes a venue of a row.
        """
        self._index = Index(rows, forms, places)
        self._build = build
        self._venues: dict[int, Venue] = {}
        self._found: dict[tuple[str, bool, bool], Found | None] = {}

    def find(
        self, text: str, *, year: int | None = None, field: bool = False, label: bool = False
    ) -> VenueMatch | None:
        """Return the venue that a text names, or None: a wrong one is worse than none.

        `field`: the text is all that a venue field or a list's venue slot holds, so acronyms that are ordinary words
        may stand alone. `label`: a last letter o, s, b, w means oral, spotlight, best paper, workshop, as it always
        does after a year and a hyphen (`2020-CVPRo`). `year`: the work's own; the match is flagged when the text's
        differs.
        """
        found = self._find(text, field, label)
        if found is None:
            return None
        differs = ("year-differs",) if year and found.year and year != found.year else ()
        return VenueMatch(self._venue(found.row), found.year, found.how, found.flags + differs)

    def get(self, id: str) -> Venue | None:  # noqa: A002 - the table's own word
        """Return the venue with an id, or None."""
        row = self._index.numbers.get(id)
        return None if row is None else self._venue(row)

    def all(self) -> Iterator[Venue]:
        """Yield every venue, in the order of the table."""
        return map(self._venue, range(len(self._index.rows)))

    def _find(self, text: str, field: bool, label: bool) -> Found | None:
        key = (text, field, label)
        if key not in self._found:
            if len(self._found) >= CACHE:
                self._found.clear()
            within = len(text) <= MAX_TEXT
            self._found[key] = venue_find.find(self._index, text, field=field, label=label) if within else None
        return self._found[key]

    def _venue(self, row: int) -> Venue:
        if row not in self._venues:
            self._venues[row] = self._build(self._index.rows[row])
        return self._venues[row]
