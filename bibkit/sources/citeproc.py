"""Crossref's works and CSL-JSON -> Records. They share their keys; one has lists where the other has text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bibkit.errors import BadPayload
from bibkit.formats import people
from bibkit.formats.published import NOT_THE_WORK, TYPES, Published, VenueFinder, entry_type, record_kind
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Grade, Record
from bibkit.model.work import Work
from bibkit.sources.base import Payload
from bibkit.text import clean

PREPRINTS = frozenset({"posted-content", "article", "manuscript"})
#: where a preprint's DOI leads -> the server's name
SERVERS = {
    "biorxiv.org": "bioRxiv", "medrxiv.org": "medRxiv", "chemrxiv.org": "ChemRxiv", "techrxiv.org": "TechRxiv",
    "ssrn.com": "SSRN Electronic Journal", "researchsquare.com": "Research Square", "preprints.org": "Preprints.org",
    "psyarxiv": "PsyArXiv", "osf.io": "OSF Preprints", "eartharxiv": "EarthArXiv", "authorea.com": "Authorea",
}  # fmt: skip

#: relations of two works that say something of versions; all others are dropped
RELATIONS = frozenset({
    "is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-same-as", "is-identical-to",
    "is-manuscript-of", "has-manuscript", "is-replaced-by", "replaces", "is-review-of",
})  # fmt: skip

#: in this order: the year of a work is that of its issue or volume, not that of an online-first copy
DATES = ("published-print", "published-online", "issued", "published", "posted")

_IEEE = re.compile(r"ieeexplore\.ieee\.org/(?:abstract/)?document/0*(\d+)")


def record(source: str, payload: Payload, venues: VenueFinder | None, *, grade: Grade = "A") -> Record:
    """Return what a work says. Raises BadPayload when it lacks the parts that every work has."""
    try:
        doi = str(payload["DOI"])
        kind = str(payload["type"])
        printed = _published(payload, venues)
        work = Work(
            type=entry_type(TYPES.get(kind, "misc"), printed),
            title=_title(payload),
            authors=_people(payload.get("author")),
            editors=_people(payload.get("editor")),
            date=printed.date,
            venue=printed.venue,
            container=printed.container,
            series=printed.series,
            volume=_text(payload.get("volume")),
            number=_text(payload.get("issue")),
            pages=clean.pages(_text(payload.get("page")) or _text(payload.get("article-number"))),
            publisher=_text(payload.get("publisher")) if kind not in PREPRINTS else "",
            identifiers=_identifiers(payload, doi),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise BadPayload(f"{source}: a work without usable {_missing(error)}") from error
    return Record(
        source=source,
        id=doi.lower(),
        work=work,
        grade="B" if kind in PREPRINTS else grade,
        kind=record_kind("preprint" if kind in PREPRINTS else "other" if kind in NOT_THE_WORK else "", printed),
        relations=tuple(dict.fromkeys(_relations(payload))),
    )


def _missing(error: Exception) -> str:
    return f"{error}" if isinstance(error, KeyError) else "fields"


def _title(payload: Payload) -> str:
    """Return `title: subtitle`; further titles are translations."""
    title, subtitle = (clean.title(_text(payload.get(part), raw=True)) for part in ("title", "subtitle"))
    if subtitle and subtitle.lower() not in title.lower():
        return f"{title.rstrip(':')}: {subtitle}" if title else subtitle
    return title


def _published(payload: Payload, venues: VenueFinder | None) -> Published:
    """Return where and when a work appeared; a book series stands before the book."""
    containers = [clean.line(text) for text in _texts(payload.get("container-title"))]
    journal = payload["type"] in ("journal-article", "article-journal")
    container = _server(payload) if not containers else containers[0 if journal else -1]
    series = containers[0] if len(containers) > 1 and not journal else ""
    return Published.of(container, _date(payload), series or _text(payload.get("collection-title")), venues)


def _server(payload: Payload) -> str:
    """Return the preprint server of posted content, which has no container, or ''."""
    if payload["type"] not in PREPRINTS:
        return ""
    institution = payload.get("institution")
    named = institution[0].get("name") if isinstance(institution, list) and institution else ""
    address = _address(payload).lower()
    return clean.line(named or "") or next((name for host, name in SERVERS.items() if host in address), "")


def _address(payload: Payload) -> str:
    """Return the address that the DOI leads to, or ''."""
    return str(((payload.get("resource") or {}).get("primary") or {}).get("URL") or "")


def _date(payload: Payload) -> str:
    for name in DATES:
        parts = ((payload.get(name) or {}).get("date-parts") or [[]])[0] or []
        numbers = [int(part) for part in parts if str(part).isdigit()]
        if numbers and numbers[0]:
            month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else 0
            return f"{numbers[0]:04d}-{month:02d}" if month else f"{numbers[0]:04d}"
    return ""


def _people(creators: Any) -> tuple[Creator, ...]:
    return people.once(creator for given in creators or () for creator in _person(given))


def _person(given: Mapping[str, Any]) -> tuple[Creator, ...]:
    literal = given.get("name") or given.get("literal")
    if literal and not given.get("family"):
        return people.organisation(str(literal)) if "name" in given else people.display(str(literal))
    particle = _text(given.get("non-dropping-particle"))
    family = f"{particle} {_text(given.get('family'))}".strip()
    return people.person(family, _text(given.get("given")), _text(given.get("suffix")))


def _identifiers(payload: Payload, doi: str) -> tuple[Identifier, ...]:
    found: dict[str, Identifier] = {}
    for text in (f"doi:{doi}", *_isbns(payload)):
        identifier = parse(text)
        if identifier:
            found.setdefault(identifier.scheme, identifier)
    ieee = _IEEE.search(_address(payload))
    if ieee:
        found.setdefault("ieee", Identifier("ieee", ieee[1]))
    return tuple(sorted(found.values()))


def _isbns(payload: Payload) -> Iterator[str]:
    """Yield the ISBN of a whole book; that of a chapter's book is not the chapter's."""
    if TYPES.get(payload["type"]) in ("book", "proceedings"):
        yield from (f"isbn:{isbn}" for isbn in _texts(payload.get("ISBN")))


def _relations(payload: Payload) -> Iterator[tuple[str, str]]:
    """Yield versions, notices and aliases as (kind, identifier): (updated-by:retraction, doi:10...)."""
    for kind, targets in (payload.get("relation") or {}).items():
        if kind in RELATIONS:
            yield from ((kind, name) for target in targets if (name := _target(target)))
    own = str(payload["DOI"]).lower()
    for direction, word in (("updated-by", "updated-by"), ("update-to", "update-to")):
        for notice in payload.get(direction) or ():
            other = str(notice.get("DOI", "")).lower()
            if other and other != own:  # a publisher's new version of the same DOI is no notice
                yield f"{word}:{notice.get('type', 'update')}", f"doi:{other}"
    yield from (("alias", f"doi:{alias.lower()}") for alias in _texts(payload.get("aliases")))


def _target(target: Mapping[str, Any]) -> str:
    identifier = parse(f"{target.get('id-type', 'doi')}:{target.get('id', '')}")
    return str(identifier) if identifier else ""


def _texts(value: Any) -> list[str]:
    """Return the texts of a value that is a list, a text or absent."""
    values = value if isinstance(value, list) else [value]
    return [str(each) for each in values if each not in (None, "")]


def _text(value: Any, *, raw: bool = False) -> str:
    """Return the first text of a value on one line, or ''."""
    texts = _texts(value)
    return "" if not texts else texts[0] if raw else clean.line(texts[0])
