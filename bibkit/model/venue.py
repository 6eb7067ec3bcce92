"""Where works appear: venues with their names by year, acronyms, aliases and editions."""

from dataclasses import dataclass, field


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
    continued_as: tuple[str, int] | None = None
    acronym_needs_context: bool = False
    held_years: str = ""  #: odd, even or ''
    ordinal: tuple[int, int] | None = None  #: (offset, since)
    editions: dict[int, Edition] = field(default_factory=dict)
    note: str = ""

    def name(self, year: int | None = None) -> str:
        """Return the full name printed on the container in `year` (today's when unknown or not covered)."""
        return _in_year(self.names, year) or self.acronym

    def acronym_in(self, year: int | None = None) -> str:
        """Return the acronym of `year` (NIPS in 2016, NeurIPS in 2019)."""
        return _in_year(self.acronyms, year) or self.acronym


@dataclass(frozen=True, slots=True)
class VenueMatch:
    """A venue found in a text, with the year that the text itself gives and how it was found."""

    venue: Venue
    year: int | None = None
    how: str = "name"  #: acronym, name, alias, misspelling, contained, fuzzy
    flags: tuple[str, ...] = ()  #: oral, spotlight, best-paper, workshop: what a suffix of a list's label says


def _in_year(periods: tuple[Period, ...], year: int | None) -> str:
    for period in periods:
        if period.holds(year):
            return period.text
    return periods[-1].text if periods else ""
