"""Whom to believe: which class of source a record belongs to, and the order of classes for each field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.resolve import versions

#: Classes of sources and what tells them, in the record's source or in the origin that an index names; the first fits.
#: `venue` is what the publisher of the work itself prints: ACL Anthology, PMLR, CVF, NeurIPS, OpenReview. `collected`
#: are tables that others scraped from there, `typed` bibliographies that people wrote, `aggregator` services that
#: gather from everywhere.
CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("list", r"^list:"),
        ("registrar", r"^crossref|^doi[_.]org"),
        ("datacite", r"^datacite"),
        ("arxiv", r"^arxiv"),
        ("aggregator", r"openalex|semantic ?scholar|\bs2\b|lens\.org|core\.ac"),
        ("collected", r"paperlists|papercopilot|paperswithcode|papers with code"),
        ("dblp", r"\bdblp\b"),
        ("venue", r"venue bib|anthology|\bpmlr\b|\bcvf\b|neurips|openreview|\busenix\b|\bisca\b"),
    )
)
#: The class of all other records, by grade.
BY_GRADE = {"A": "venue", "B": "typed", "C": "curated"}

_REST = ("typed", "datacite", "arxiv", "aggregator", "curated", "list")

#: Field -> classes, the most trusted first. Fields that are not named follow PAPER.
PAPER = ("venue", "registrar", "dblp", "collected", *_REST)
ORDER: dict[str, tuple[str, ...]] = {
    "type": ("venue", "dblp", "registrar", "collected", *_REST),
    "date": ("venue", "dblp", "registrar", "collected", *_REST),
    "venue": ("venue", "dblp", "registrar", "collected", *_REST),
    "container": ("registrar", "venue", "dblp", "collected", *_REST),
    "volume": ("registrar", "dblp", "venue", "collected", *_REST),
    "number": ("registrar", "dblp", "venue", "collected", *_REST),
    "pages": ("registrar", "dblp", "venue", "collected", *_REST),
    "publisher": ("registrar", "venue", "dblp", "collected", *_REST),
    "doi": ("registrar", "datacite", "venue", "dblp", "collected", "typed", "arxiv", "aggregator", "curated", "list"),
    "arxiv": ("arxiv", "datacite", "dblp", "venue", "registrar", "collected", "typed", "aggregator", "curated", "list"),
}

#: Classes that may fill what nobody else says, but are no second witness and settle nothing.
GATHERED = frozenset({"collected", "aggregator", "curated", "list"})

#: Fields that say where and when a text was published: a draft's are not those of its publication.
OF_PUBLICATION = frozenset(
    {"type", "date", "venue", "container", "series", "volume", "number", "pages", "publisher", "edition", "editors"}
    | {"institution", "howpublished", "url"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A record with what decides how far it is believed."""

    record: Record
    source: str  #: class of its source
    is_draft: bool  #: a preprint or a rejected submission
    rank: tuple[int | str, ...]

    @property
    def work(self) -> Work:
        """Return what the record says."""
        return self.record.work

    @property
    def is_list(self) -> bool:
        """Return whether it is what a survey list says of its own item."""
        return self.source == "list"

    @property
    def is_publication(self) -> bool:
        """Return whether a source says that the work was published."""
        return not self.is_draft and not self.is_list

    @property
    def is_official(self) -> bool:
        """Return whether it is a witness of its own, and has not merely gathered what others say."""
        return self.source not in GATHERED


def voices(records: Iterable[Record]) -> list[Voice]:
    """Return the records once each, in an order of their own, whichever order they come in."""
    once = set(records)
    # Only two records of one source and id, which should not be, have to be looked at whole.
    unique = len({(record.source, record.id) for record in once}) == len(once)
    found = [Voice(one, source_class(one), versions.kind(one) in versions.DRAFTS, versions.rank(one)) for one in once]
    return sorted(found, key=lambda voice: (voice.rank, "" if unique else repr(voice.record)))


def source_class(record: Record) -> str:
    """Return the class of a record's source: one of CLASSES, or what its grade makes it."""
    return _class(record.source) or _class(record.origin) or BY_GRADE.get(record.grade, "curated")


@lru_cache(4096)
def _class(text: str) -> str:
    return next((name for name, pattern in CLASSES if pattern.search(text)), "") if text else ""


def ordered(said: Sequence[Voice], field: str) -> list[Voice]:
    """Return the voices to believe for a field, the most trusted first: publications, drafts, lists.

    Where and when a text was published is not said by its drafts; and where drafts are all there is, a list does not
    make them a publication. A list names no venue where another source names a container.
    """
    order = ORDER.get(field, PAPER)
    late = field != "arxiv"
    found = sorted(said, key=lambda one: (one.is_list, one.is_draft and late, order.index(one.source), one.rank))
    if field in OF_PUBLICATION:
        if any(one.is_publication for one in found):
            found = [one for one in found if not one.is_draft]
        elif any(one.is_draft and not one.is_list for one in found):
            found = [one for one in found if not one.is_list]
    if field == "venue" and any(one.work.container and not one.is_list for one in found):
        found = [one for one in found if not one.is_list]
    if field == "type":  # `misc` is what is said when nothing is known
        found.sort(key=lambda one: one.work.type == "misc")
    return found
