"""DataCite: arXiv's DOIs, Zenodo, theses, data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from bibkit.errors import BadPayload, NotFound
from bibkit.formats import people
from bibkit.formats.published import Published, VenueFinder, entry_type, record_kind
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Query, Record
from bibkit.model.work import Work
from bibkit.sources.base import Payload, Source, gather
from bibkit.sources.http import Http
from bibkit.text import clean
from bibkit.text.titles import words

BASE_URL = "https://api.datacite.org"
BATCH = 50
ROWS = 5
ACCEPT = "application/vnd.api+json"

#: resourceTypeGeneral -> BibTeX's type; `Text` says nothing, and there `types.bibtex` does
TYPES = {
    "JournalArticle": "article", "ConferencePaper": "inproceedings", "ConferenceProceeding": "inproceedings",
    "BookChapter": "incollection", "Book": "book", "Dissertation": "phdthesis", "Report": "techreport",
    "Preprint": "misc",
}  # fmt: skip
BIBTEX_TYPES = frozenset({"article", "inproceedings", "incollection", "inbook", "book", "phdthesis", "techreport"})
#: relations of versions; Zenodo's IsVersionOf leads to the DOI of all versions, arXiv's to the published work
RELATIONS = {
    "IsVersionOf": "is-version-of", "HasVersion": "has-version", "IsNewVersionOf": "is-new-version-of",
    "IsPreviousVersionOf": "is-previous-version-of", "IsIdenticalTo": "is-identical-to",
    "IsVariantFormOf": "is-variant-form-of", "IsPublishedIn": "is-published-in",
}  # fmt: skip
#: Kinds of dates in the order in which they tell the month; arXiv gives one of each for every version, first first.
DATES = ("Issued", "Available", "Submitted", "Created")

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\b")
_PAGE = re.compile(r"^[A-Za-z]{0,3}\d[\w.:]*$")


class DataCite(Source):
    """DataCite. Payload: the `attributes` of one DOI, as its REST API documents them, without abstract and XML."""

    name = "datacite"
    schemes = frozenset({"doi", "arxiv"})
    batch = BATCH
    interval = 0.35  # seconds; 1,000 requests in 5 minutes are allowed to those who give an address

    def __init__(self, http: Http, *, base_url: str = BASE_URL, venues: VenueFinder | None = None) -> None:
        self.http, self.base_url, self.venues = http, base_url.rstrip("/"), venues

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the attributes of each DOI; an arXiv id is asked for by its DOI."""
        wanted = [one for one in dict.fromkeys(identifiers) if one.scheme in self.schemes]
        return gather(wanted, self._one, self._batch, BATCH)

    def search(self, query: Query) -> list[Payload]:
        """Return at most five works whose titles hold the words of the title."""
        return self._list(f"titles.title:({' '.join(words(query.title))})", ROWS)

    def parse(self, payload: Payload) -> Record:
        """Return the Record of a DOI's attributes; raises BadPayload without a DOI and a title."""
        try:
            return _record(payload, self.venues)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise BadPayload("datacite: a work without usable fields") from error

    def _one(self, identifier: Identifier) -> Payload:
        doi = _doi(identifier)
        answer = self.http.get(
            self.name, f"{self.base_url}/dois/{quote(doi, safe='/')}", accept=ACCEPT, interval=self.interval
        )
        if answer.status == 404:
            raise NotFound(f"datacite knows no {identifier}")
        if answer.status != 200:
            raise BadPayload(f"datacite answered {answer.status}: it can't take this request")
        found = _attributes(_data(answer.json(), dict))
        if str(found.get("doi", "")).lower() != doi:
            raise BadPayload(f"datacite answered another work than {identifier}")
        return found

    def _batch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        dois = {_doi(one): one for one in identifiers}
        found = self._list(f"doi:({' OR '.join(map(_quoted, dois))})", len(dois))
        return {dois[doi]: item for item in found if (doi := str(item.get("doi", "")).lower()) in dois}

    def _list(self, query: str, size: int) -> list[Payload]:
        answer = self.http.get(
            self.name,
            f"{self.base_url}/dois",
            params={"query": query, "page[size]": size, "page[number]": 1, "sort": "relevance"},
            accept=ACCEPT,
            interval=self.interval,
        )
        if answer.status != 200:
            raise BadPayload(f"datacite answered {answer.status}: it can't take this request")
        return [_attributes(item) for item in _data(answer.json(), list)]


def _doi(identifier: Identifier) -> str:
    return f"10.48550/arxiv.{identifier.value}".lower() if identifier.scheme == "arxiv" else identifier.value


def _quoted(text: str) -> str:
    """Return a phrase for DataCite's query language."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _data(answer: Any, kind: type) -> Any:
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(data, kind):
        raise BadPayload("datacite answered JSON without data")
    return data


def _attributes(item: Mapping[str, Any]) -> Payload:
    found = item.get("attributes")
    if not isinstance(found, dict):
        raise BadPayload("datacite answered a work without attributes")
    return {name: value for name, value in found.items() if name not in ("xml", "descriptions")}


def _record(payload: Payload, venues: VenueFinder | None) -> Record:
    kinds = payload.get("types") or {}
    general = kinds.get("resourceTypeGeneral") or ""
    container = payload.get("container") or {}
    identifiers = tuple(one for one in [parse(f"doi:{payload['doi']}")] if one)
    preprint = general == "Preprint" or any(one.scheme == "arxiv" for one in identifiers)
    publisher = payload.get("publisher") or ""
    publisher = clean.line(publisher.get("name", "") if isinstance(publisher, Mapping) else publisher)
    journal = clean.line(container.get("title") or "").partition(";")[0]
    place = Published.of(publisher if preprint else journal, _date(payload), "", venues)
    type_ = "misc" if preprint else TYPES.get(general) or _by_bibtex(general, kinds, journal)
    work = Work(
        type=entry_type(type_, place) if not preprint else "misc",
        title=_title(_as_list(payload["titles"])),
        authors=people.once(creator for given in _as_list(payload.get("creators")) for creator in _creator(given)),
        date=place.date,
        venue=place.venue,
        container=place.container,
        volume=clean.line(str(container.get("volume") or "")),
        number=clean.line(str(container.get("issue") or "")),
        pages=_pages(container),
        publisher="" if preprint else publisher,
        institution=publisher if type_ in ("phdthesis", "techreport") else "",
        identifiers=identifiers,
    )
    other = not preprint and not type_
    return Record(
        source="datacite",
        id=str(payload["doi"]).lower(),
        work=work if work.type else Work(**{**_fields(work), "type": "misc"}),
        grade="B" if preprint else "A",
        kind=record_kind("preprint" if preprint else "other" if other else "", place),
        relations=tuple(dict.fromkeys(_relations(payload))),
    )


def _fields(work: Work) -> dict[str, Any]:
    return {name: getattr(work, name) for name in work.__slots__}


def _title(titles: list[Any]) -> str:
    """Return the main title: the first that is not marked as translation, subtitle or the like."""
    return clean.title(str(next((one["title"] for one in titles if not one.get("titleType")), titles[0]["title"])))


def _by_bibtex(general: str, kinds: Mapping[str, Any], journal: str) -> str:
    """Return the type of a `Text`, or '' for what is no publication: data, software, pictures."""
    if general not in ("Text", ""):
        return ""
    if "conference" in str(kinds.get("resourceType", "")).lower():
        return "inproceedings"
    named = str(kinds.get("bibtex", ""))
    return named if named in BIBTEX_TYPES and (named != "article" or journal) else "misc"


def _date(payload: Payload) -> str:
    """Return the year of publication, with the month where a date of that year tells it."""
    year = str(payload.get("publicationYear") or "")
    dates = sorted(
        (DATES.index(one["dateType"]), place, str(one.get("date") or ""))
        for place, one in enumerate(_as_list(payload.get("dates")))
        if one.get("dateType") in DATES
    )
    return next((text[:7] for _, _, text in dates if _MONTH.match(text) and text[:4] == (year or text[:4])), year)


def _creator(given: Mapping[str, Any]) -> tuple[Creator, ...]:
    name = clean.line(str(given.get("name") or ""))
    if given.get("nameType") == "Organizational":
        return people.organisation(name)
    if given.get("familyName"):
        return people.person(str(given["familyName"]), str(given.get("givenName") or ""))
    if ";" in name:
        return tuple(creator for part in name.split(";") for creator in _creator({"name": part}))
    family, comma, first = name.partition(",")
    return people.person(family, first) if comma else people.display(name)


def _pages(container: Mapping[str, Any]) -> str:
    first, last = (str(container.get(name) or "").strip() for name in ("firstPage", "lastPage"))
    if not _PAGE.match(first):
        return ""
    return clean.pages(f"{first}-{last}" if last and last != first and _PAGE.match(last) else first)


def _relations(payload: Payload) -> Iterator[tuple[str, str]]:
    for related in _as_list(payload.get("relatedIdentifiers")):
        kind = RELATIONS.get(related.get("relationType", ""))
        scheme = str(related.get("relatedIdentifierType", "")).lower()
        if kind and scheme in ("doi", "arxiv"):
            identifier = parse(f"{scheme}:{str(related.get('relatedIdentifier', '')).strip()}")
            if identifier:
                yield kind, str(identifier)


def _as_list(value: Any) -> list[Any]:
    """Return a list where old records have one object instead."""
    return value if isinstance(value, list) else [value] if value else []
