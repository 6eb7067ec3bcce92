"""Where a work appeared, and what follows from it: its BibTeX type, and whether it is a preprint or a workshop's."""

import re
from dataclasses import dataclass
from typing import Protocol

from bibkit.model.venue import Venue, VenueMatch

#: type as Crossref, CSL, DBLP and OpenAlex name it -> BibTeX's
TYPES: dict[str, str] = {
    "journal-article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "Journal Articles": "article", "letter": "article", "editorial": "article",
    "proceedings-article": "inproceedings", "paper-conference": "inproceedings", "conference": "inproceedings",
    "Conference and Workshop Papers": "inproceedings",
    "book-chapter": "incollection", "chapter": "incollection", "reference-entry": "incollection",
    "entry": "incollection", "entry-encyclopedia": "incollection", "Parts in Books or Collections": "incollection",
    "book-section": "inbook", "book-part": "inbook", "book-track": "inbook",
    "book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book", "Books and Theses": "book",
    "proceedings": "proceedings", "Editorship": "proceedings",
    "dissertation": "phdthesis", "thesis": "phdthesis",
    "report": "techreport", "report-component": "techreport", "standard": "techreport",
    "posted-content": "misc", "manuscript": "misc", "preprint": "misc", "Informal and Other Publications": "misc",
}  # fmt: skip

#: What has the title of a paper without being it, and what is no single work.
NOT_THE_WORK = frozenset({
    "peer-review", "review", "component", "dataset", "software", "grant", "database", "graphic", "figure", "journal",
    "journal-issue", "journal-volume", "proceedings-series", "report-series", "book-series", "book-set",
    "standard-series", "post-weblog", "post", "webpage", "paratext", "Data and Artifacts",
})  # fmt: skip

#: Venue types whose papers are `inproceedings`.
MEETINGS = frozenset({"conference", "workshop", "track"})

#: Book series that print proceedings, as a start of their name. A chapter there is a conference paper.
PROCEEDINGS_SERIES = (
    "lecture notes in", "communications in computer and information science", "advances in intelligent systems and",
    "ifip", "smart innovation, systems", "springer proceedings", "frontiers in artificial intelligence and",
    "leibniz international proceedings", "lipics", "ceur", "proceedings of machine learning research", "aip conference",
    "spie proceedings", "acm international conference proceeding",
)  # fmt: skip

_MEETING = re.compile(
    r"(?i:\b(?:proceedings|proc\.|conference|symposium|workshops?|congress|colloquium))"
    r"|[–—-]\s?[A-Z][A-Za-z]+[ ’']*\d\d"
)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)


class VenueFinder(Protocol):
    """What is needed of the venue table."""

    def find(self, text: str, *, year: int | None = None, field: bool = False) -> VenueMatch | None:
        """Return the venue that a text names, or None."""


@dataclass(frozen=True, slots=True)
class Published:
    """The container and date of a work as printed, and the venue that the table knows for them."""

    container: str = ""
    date: str = ""
    series: str = ""
    found: Venue | None = None

    @classmethod
    def of(cls, container: str, date: str, series: str, venues: VenueFinder | None) -> "Published":
        """Return the place with its venue looked up, in the series where the container's own name says nothing."""
        year = int(date[:4]) if date[:4].isdigit() else None
        for text in (container, series):
            match = venues.find(text, year=year, field=True) if venues and text else None
            if match and match.venue.type != "series":
                return cls(container, date, series, match.venue)
        return cls(container, date, series)

    @property
    def venue(self) -> str:
        """Return the canonical id of the venue, or ''."""
        return self.found.id if self.found else ""

    @property
    def is_meeting(self) -> bool:
        """Return whether the container holds the papers of a conference."""
        if self.found:
            return self.found.type in MEETINGS
        return bool(_MEETING.search(self.container)) or self.series.lower().startswith(PROCEEDINGS_SERIES)

    @property
    def is_workshop(self) -> bool:
        """Return whether it is a workshop's."""
        return self.found.type == "workshop" if self.found else bool(_WORKSHOP.search(self.container))


def entry_type(type_: str, place: Published) -> str:
    """Return the BibTeX type of a paper: the venue decides what the registrar calls chapter, article or paper."""
    if type_ not in ("article", "inproceedings", "incollection", "inbook"):
        return type_
    if place.found and place.found.type in ("preprint", "repository"):
        return "misc"
    if place.found and place.found.type in (*MEETINGS, "journal"):
        return "article" if place.found.type == "journal" else "inproceedings"
    return "inproceedings" if type_ in ("incollection", "inbook") and place.is_meeting else type_


def record_kind(kind: str, place: Published) -> str:
    """Return the kind of a record: the one given, or what its place says (preprint, workshop), or published."""
    if kind:
        return kind
    if place.found and place.found.type == "preprint":
        return "preprint"
    return "workshop" if place.is_workshop else "published"
