"""arXiv's API: an Atom feed, one request every three seconds."""

import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from bibkit.errors import BadPayload, Unavailable
from bibkit.formats import people
from bibkit.formats.published import VenueFinder
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Query, Record
from bibkit.model.work import Work
from bibkit.sources.base import Payload, Source
from bibkit.sources.http import Answer, Http
from bibkit.text import clean
from bibkit.text.titles import words

BASE_URL = "https://export.arxiv.org/api/query"
BATCH = 100  #: ids of one request; the API takes more, but one bad id spoils them all
ROWS = 5
ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"
TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"

_ENTRY_ID = re.compile(r"/abs/(?P<id>.+?)(?:v(?P<version>\d+))?$")
_VERSION = re.compile(r"v\d+$")
_SUBJECT_CLASS = re.compile(r"^([a-z-]+)\.[A-Z]{2}/")


class ArXiv(Source):
    """arXiv. Payload: id, version, title, authors, published, updated, doi, journal_ref, comment, category."""

    name = "arxiv"
    schemes = frozenset({"arxiv"})
    batch = BATCH
    interval = 3.1  # seconds; the terms of use ask for 3, over all addresses of the API, on one connection

    def __init__(self, http: Http, *, base_url: str = BASE_URL, venues: VenueFinder | None = None) -> None:
        self.http, self.base_url, self.venues = http, base_url.rstrip("/"), venues

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the entry of each id. One that the feed can't take is found by halving the batch, and is None."""
        wanted = [one for one in dict.fromkeys(identifiers) if one.scheme in self.schemes]
        found: dict[Identifier, Payload | None] = {}
        trouble: Unavailable | BadPayload | None = None
        for start in range(0, len(wanted), BATCH):
            try:
                found.update(self._batch(wanted[start : start + BATCH]))
            except (Unavailable, BadPayload) as error:
                trouble = trouble or error
        if trouble and not found:
            raise trouble
        return found

    def search(self, query: Query) -> list[Payload]:
        """Return at most five entries whose titles hold the words of the title."""
        asked = " AND ".join(f"ti:{word}" for word in words(query.title))
        answer = self._get({"search_query": asked, "start": 0, "max_results": ROWS}) if asked else None
        return [] if answer is None or answer.status == 400 else list(_entries(_feed(answer)).values())

    def parse(self, payload: Payload) -> Record:
        """Return the Record of an entry: always the preprint, with the published work's DOI as a relation."""
        try:
            identifier = Identifier("arxiv", str(payload["id"]))
            venue = self.venues.find("arXiv", field=True) if self.venues else None
            work = Work(
                type="misc",
                title=clean.title(payload["title"]),
                authors=people.once(creator for name in payload["authors"] for creator in people.display(name)),
                date=str(payload["published"])[:7],
                venue=venue.venue.id if venue else "",
                container="arXiv",
                identifiers=(identifier,),
                url=f"https://arxiv.org/abs/{identifier.value}",
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise BadPayload("arxiv: an entry without usable fields") from error
        published = parse(f"doi:{payload['doi']}") if payload.get("doi") else None
        relations = [("is-preprint-of", str(published))] if published and published.scheme == "doi" else []
        if payload.get("journal_ref"):
            relations.append(("journal-ref", clean.line(payload["journal_ref"])))
        return Record(
            source=self.name,
            id=identifier.value,
            work=work,
            grade="B",
            kind="preprint",
            relations=tuple(relations),
        )

    def _batch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the entries of at most BATCH ids."""
        ids = [one.value for one in identifiers]
        answer = self._get({"id_list": ",".join(ids), "start": 0, "max_results": len(ids)})
        feed = _feed(answer)
        if answer.status == 400 or _is_error(feed):
            if len(ids) == 1:
                return {identifiers[0]: None}
            half = len(ids) // 2
            return {**self._batch(identifiers[:half]), **self._batch(identifiers[half:])}
        entries = _entries(feed)
        if not entries:  # empty feeds happen for ids that are there: only a second one is believed
            feed = _feed(self._get({"id_list": ",".join(ids), "start": 0, "max_results": len(ids)}))
            entries = _entries(feed)
        found = {one: entries.get(_plain(one.value)) for one in identifiers}
        if int(feed.findtext(TOTAL) or 0) > len(entries):  # it left entries out, so a gap says nothing
            return {one: payload for one, payload in found.items() if payload}
        return dict(found)

    def _get(self, params: dict[str, str | int]) -> Answer:
        answer = self.http.get(
            self.name, self.base_url, params=params, accept="application/atom+xml", interval=self.interval
        )
        if answer.status not in (200, 400):
            raise BadPayload(f"arxiv answered {answer.status}: it can't take this request")
        return answer


def _feed(answer: Answer) -> ElementTree.Element:
    """Return the feed. Raises BadPayload for HTML, for broken XML and for entities, which no honest feed declares."""
    if answer.is_html:
        raise BadPayload(f"arxiv answered {answer.status} with an HTML page where a feed is due")
    if b"<!DOCTYPE" in answer.body or b"<!ENTITY" in answer.body:
        raise BadPayload("arxiv answered XML with entities of its own; not read")
    try:
        feed = ElementTree.fromstring(answer.body)
    except ElementTree.ParseError as error:
        raise BadPayload(f"arxiv answered {answer.status} with what is no whole feed") from error
    if feed.tag != f"{ATOM}feed":
        raise BadPayload("arxiv answered XML that is no feed")
    return feed


def _is_error(feed: ElementTree.Element) -> bool:
    return any("/api/errors" in (entry.findtext(f"{ATOM}id") or "") for entry in feed.iter(f"{ATOM}entry"))


def _entries(feed: ElementTree.Element) -> dict[str, Payload]:
    """Return the entries of a feed by their id without version; error entries are none."""
    found: dict[str, Payload] = {}
    for entry in feed.iter(f"{ATOM}entry"):
        address = _ENTRY_ID.search(entry.findtext(f"{ATOM}id") or "")
        if address:
            found[_plain(address["id"])] = _payload(entry, address["id"], address["version"] or "")
    return found


def _payload(entry: ElementTree.Element, id_: str, version: str) -> Payload:
    category = entry.find(f"{ARXIV}primary_category")
    texts: dict[str, Any] = {
        "title": entry.findtext(f"{ATOM}title"),
        "published": entry.findtext(f"{ATOM}published"),
        "updated": entry.findtext(f"{ATOM}updated"),
        "doi": entry.findtext(f"{ARXIV}doi"),
        "journal_ref": entry.findtext(f"{ARXIV}journal_ref"),
        "comment": entry.findtext(f"{ARXIV}comment"),
        "category": category.get("term") if category is not None else None,
    }
    authors = [author.findtext(f"{ATOM}name") or "" for author in entry.findall(f"{ATOM}author")]
    return {
        "id": id_,
        "version": version,
        **{name: clean.line(text) for name, text in texts.items() if text},
        "authors": [clean.line(name) for name in authors],
    }


def _plain(id_: str) -> str:
    """Return an id without version and subject class, as the feed writes it."""
    return _SUBJECT_CLASS.sub(r"\1/", _VERSION.sub("", id_))
