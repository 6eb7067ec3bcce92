"""Work groups: the records of one text, as preprint, rejected submission, abstract, workshop, conference or journal.

Only one step between versions is silent: from a preprint (or a rejected submission) to the publication of the same
text. Everything else is another publication, and venue and year have to pick.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.resolve import authors, evidence
from bibkit.text import titles

Kind = Literal["preprint", "rejected", "abstract", "workshop", "conference", "journal", "other", "unknown"]

#: Kinds that are drafts of a publication: it may silently stand for them.
DRAFTS: frozenset[Kind] = frozenset({"preprint", "rejected"})

#: Kinds that a draft can silently give way to.
PUBLISHED: frozenset[Kind] = frozenset({"workshop", "conference", "journal"})

#: Relations as the sources state them -> whether the record that states it is the preprint of the other.
PREPRINT_OF = {
    "is-preprint-of": True, "is-manuscript-of": True, "is-version-of": True, "is-published-in": True,
    "has-preprint": False, "has-manuscript": False, "has-version": False,
}  # fmt: skip

#: Kinds of title difference that leave the text the same.
SAME_TITLE = frozenset({"exact", "edit", "editstop"})

#: BibTeX types of papers in a journal and at a meeting.
TYPES: dict[str, Kind] = {"article": "journal", "inproceedings": "conference", "incollection": "conference"}

#: Types that say nothing.
UNTYPED = frozenset({"", "misc"})

GRADES = {"A": 0, "B": 1, "C": 2}
#: Kinds of records, the most trustworthy first; a record of an unknown kind stands between.
KINDS = {"published": 0, "workshop": 0, "preprint": 1, "rejected": 1, "aggregator": 2, "other": 3, "list": 4}

#: The two digits up to which an arXiv id's year is of this century; arXiv began in 1991.
NEWEST = 90

_ARXIV_YEAR = re.compile(r"(?:[a-z-]+(?:\.[a-z]{2})?/)?(\d\d)\d\d", re.IGNORECASE)
_SERVER = re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|openreview|preprints?|research square)\b", re.I)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.I)
_ABSTRACT = re.compile(r"\b(?:extended|student) abstract\b", re.I)


def kind(record: Record) -> Kind:
    """Return what sort of version a record describes.

    `other` for books, theses, data and the like; `unknown` where it does not say, as survey lists don't.
    """
    work, container = record.work, record.work.container
    if record.kind in ("preprint", "rejected"):
        return "preprint" if record.kind == "preprint" else "rejected"
    if _ABSTRACT.search(work.title):
        return "abstract"
    if _SERVER.search(work.venue or container) or (not (work.venue or container or work.series) and _is_draft(work)):
        return "preprint"
    if record.kind == "workshop" or _WORKSHOP.search(container):
        return "workshop"
    if work.type in UNTYPED and (record.kind == "list" or not container):
        return "unknown"
    return TYPES.get(work.type, "other")


def _is_draft(work: Work) -> bool:
    """Return whether a work without a container is known by a preprint's identifier alone."""
    schemes = {identifier.scheme for identifier in work.identifiers}
    return "arxiv" in schemes and not schemes & {"doi", "pmlr", "neurips", "acl", "cvf", "ijcai", "jmlr"}


def same_text(a: Record, b: Record) -> bool:
    """Return whether two records are versions of one text: one title (marks included), and authors that agree."""
    if titles.difference(a.work.title, b.work.title) not in SAME_TITLE:
        return False
    return authors.compare(a.work.authors, b.work.authors).kind in ("ok", "part", "na")


def same_publication(a: Record, b: Record) -> bool:
    """Return whether two records describe one publication: an identifier in common, or text, kind, venue and year."""
    kinds = {kind(a), kind(b)}
    agree, differ = evidence.identifiers(a.work.identifiers, b.work.identifiers)
    if agree and titles.difference(a.work.title, b.work.title) != "none":
        return len(kinds) == 1 or not kinds & DRAFTS
    alike = len(kinds) == 1 or ("unknown" in kinds and not kinds & DRAFTS)
    if "doi" in differ or not alike or not same_text(a, b):
        return False
    return bool(kinds & DRAFTS) or (_same_year(a, b) and _same_venue(a, b))


def _same_year(a: Record, b: Record) -> bool:
    """Return whether the years are those of one publication; a journal's or an aggregator's may be the online year."""
    if a.work.year is None or b.work.year is None:
        return True
    exact = {a.grade, b.grade} == {"A"} and kind(a) != "journal"
    return abs(a.work.year - b.work.year) <= (0 if exact else evidence.YEAR_SLACK)


def _same_venue(a: Record, b: Record) -> bool:
    if a.work.venue and b.work.venue:
        return a.work.venue == b.work.venue
    ours, theirs = (record.work.container or record.work.series for record in (a, b))
    return not ours or not theirs or evidence.by_words(ours, theirs) != "other"


def link(draft: Record, published: Record) -> str:
    """Return why `published` is the publication of `draft` (`relation` or `same text`), or ''."""
    if kind(draft) not in DRAFTS or kind(published) not in PUBLISHED:
        return ""
    if _related(draft, published.work.identifiers, True) or _related(published, draft.work.identifiers, False):
        return "relation"
    agree, _ = evidence.identifiers(draft.work.identifiers, published.work.identifiers)
    if agree and authors.compare(draft.work.authors, published.work.authors).kind in ("ok", "part"):
        return "relation"
    years = first_year(draft), published.work.year
    if years[0] is None or years[1] is None or not 0 <= years[1] - years[0] <= evidence.PUBLISHED_WITHIN:
        return ""
    agreement = authors.compare(draft.work.authors, published.work.authors)
    same = titles.difference(draft.work.title, published.work.title) in ("exact", "edit")
    return "same text" if same and agreement.first and agreement.kind == "ok" else ""


def first_year(draft: Record) -> int | None:
    """Return the year in which a preprint was first put online: arXiv's ids tell it, sources often give the last."""
    found = _ARXIV_YEAR.match(draft.work.identifier("arxiv"))
    if found is None:
        return draft.work.year
    year = int(found[1])
    return year + (1900 if year > NEWEST else 2000)


def _related(record: Record, identifiers: Iterable[Identifier], is_preprint: bool) -> bool:
    """Return whether a record states that it is the preprint (or the publication) of a work with these identifiers."""
    stated = {parse(target) for how, target in record.relations if PREPRINT_OF.get(how) is is_preprint}
    return bool(stated & set(identifiers))


def publications(records: Sequence[Record]) -> tuple[tuple[Record, ...], ...]:
    """Return the records by publication, each publication's best record first; the order given does not matter."""
    groups: list[list[Record]] = []
    for record in sorted(records, key=rank):
        home = next((group for group in groups if same_publication(group[0], record)), None)
        if home is None:
            groups.append([record])
        else:
            home.append(record)
    return tuple(tuple(group) for group in groups)


def group(chosen: Record, records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records whose merge is the work of `chosen`, best first: the same publication, and its drafts.

    Where `chosen` is a draft, only drafts: its publication is another record's business until it's chosen.
    """
    members = {chosen}
    for record in records:
        if same_publication(chosen, record) or link(record, chosen):
            members.add(record)
    return tuple(sorted(members, key=lambda record: (record != chosen, *rank(record))))


def rank(record: Record) -> tuple[int | str, ...]:
    """Return a key that sorts the best record of a publication first, the same in any order they come in."""
    work = record.work
    nowhere = record.kind == "published" and not (work.venue or work.container or work.series or work.publisher)
    return (
        KINDS["other"] if nowhere else KINDS.get(record.kind, KINDS["aggregator"]),
        GRADES.get(record.grade, 2),
        -bool(work.identifier("doi")),
        -bool(work.venue or work.container),
        -len(work.authors),
        -len(work.pages),
        record.source,
        record.id,
    )
