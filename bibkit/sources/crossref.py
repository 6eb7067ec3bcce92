"""Crossref, through habanero."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from bibkit.errors import BadPayload, NotFound
from bibkit.formats.published import VenueFinder
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query, Record
from bibkit.sources import citeproc, habanero_call
from bibkit.sources.base import Payload, Source, gather
from bibkit.sources.http import Http, user_agent

BASE_URL = "https://api.crossref.org"
BATCH = 50  #: DOIs of one filter; more make the address too long
ROWS = 5  #: rows of a title search; the right one is among them or not there at all
ALIASES = 3  #: DOIs that may each have moved to the next

#: Seconds between two requests: (lists, single works), with an address given and without. Crossref publishes 3 and
#: 10 a second, or 1 and 5; single works are asked for a little more slowly than that.
POLITE = (1 / 3, 1 / 8)
PUBLIC = (1.0, 1 / 4)
CONCURRENT = (3, 1)

NOT_IN_A_FILTER = frozenset(", ")  #: a comma ends a filter, a blank is not in any DOI

#: What is read of a work; a whole one is 5 to 50 KB, mostly references.
SELECT = (
    "DOI", "type", "title", "subtitle", "author", "editor", "container-title", "published-print", "published-online",
    "issued", "posted", "volume", "issue", "page", "article-number", "publisher", "ISBN", "relation", "update-to",
    "updated-by", "alternative-id", "resource",
)  # fmt: skip

#: Prefixes whose DOIs are all DataCite's: asking Crossref is a wasted request, and its 404 says nothing.
DATACITE_PREFIXES = frozenset({"10.48550", "10.5281", "10.6084", "10.5061", "10.17605"})


class Crossref(Source):
    """Crossref. Payload: the `message` object of one work, as its REST API documents it."""

    name = "crossref"
    schemes = frozenset({"doi", "pii"})
    batch = BATCH

    def __init__(self, http: Http, *, base_url: str = BASE_URL, venues: VenueFinder | None = None) -> None:
        self.http, self.base_url, self.venues = http, base_url.rstrip("/"), venues
        self.interval, self._single = POLITE if http.mailto else PUBLIC
        self._concurrent = CONCURRENT[0 if http.mailto else 1]

    def fetch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the work of each DOI or PII: DOIs by the batch, then one by one what the batch did not hold."""
        wanted = [one for one in dict.fromkeys(identifiers) if one.scheme in self.schemes]
        found: dict[Identifier, Payload | None] = dict.fromkeys(filter(_is_elsewhere, wanted))
        together = [one for one in wanted if one.scheme == "doi" and not set(one.value) & NOT_IN_A_FILTER]
        found |= gather([one for one in together if one not in found], self._one, self._batch, BATCH)
        return found | gather([one for one in wanted if one not in together], self._one)

    def search(self, query: Query) -> list[Payload]:
        """Return at most five works for title, first author and year, in Crossref's order; its score means nothing."""
        first = query.authors[0].family or query.authors[0].literal if query.authors else ""
        words = " ".join(str(part) for part in (query.title, first, query.year or "") if part)
        message = self._ask(lambda client: client.works(query_bibliographic=words, limit=ROWS, select=list(SELECT)))
        return [item for item in message.get("items", []) if isinstance(item, dict)]

    def parse(self, payload: Payload) -> Record:
        """Return the Record of a work; see `bibkit.sources.citeproc`."""
        return citeproc.record(self.name, payload, self.venues)

    def _batch(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Payload | None]:
        """Return the works of one filter; what is missing may be an alias or nobody's, so it is not in the result."""
        dois = [one.value for one in identifiers]
        message = self._ask(
            lambda client: client.works(filter={"doi": dois}, limit=len(dois), select=list(SELECT)),
        )
        items = {str(item.get("DOI", "")).lower(): item for item in message.get("items", []) if isinstance(item, dict)}
        return {one: items[one.value] for one in identifiers if one.value in items}

    def _one(self, identifier: Identifier) -> Payload:
        if identifier.scheme == "pii":
            return self._by_pii(identifier.value)
        doi, aliases = identifier.value, []
        for _ in range(ALIASES + 1):
            try:
                work = self._work(doi)
            except habanero_call.Moved as moved:
                aliases.append(doi)
                doi = unquote(urlsplit(moved.location).path.rpartition("/works/")[2]).lower()
                continue
            known = list(dict.fromkeys([*aliases, *(str(alias).lower() for alias in work.get("aliases", []))]))
            if doi not in (str(work.get("DOI", "")).lower(), *known):
                raise BadPayload(f"crossref answered another work than {identifier}")
            return {**work, "aliases": known} if known else work
        raise BadPayload(f"crossref sends {identifier} in circles")

    def _by_pii(self, pii: str) -> Payload:
        message = self._ask(lambda client: client.works(filter={"alternative-id": pii}, limit=2))
        items = [item for item in message.get("items", []) if pii in item.get("alternative-id", [])]
        if len(items) != 1:
            raise NotFound(f"crossref knows no single work with the PII {pii}")
        return dict(items[0])

    def _work(self, doi: str) -> Payload:
        # habanero would cut a DOI at `#` and split one with a blank: it has to come encoded.
        return self._ask(lambda client: client.works(ids=quote(doi, safe="")), single=True)

    def _ask(self, ask: Callable[[Any], Any], *, single: bool = False) -> dict[str, Any]:
        import habanero

        client = habanero.Crossref(
            base_url=self.base_url,
            mailto=self.http.mailto or None,
            ua_string=user_agent(),
            timeout=self.http.timeout,
        )
        return self.http.guard.call(
            urlsplit(self.base_url).netloc,
            self.name,
            lambda: habanero_call.call(self.name, lambda: ask(client), self.http.timeout),
            interval=self._single if single else self.interval,
            concurrent=self._concurrent,
        )


def _is_elsewhere(identifier: Identifier) -> bool:
    return identifier.scheme == "doi" and identifier.value.partition("/")[0] in DATACITE_PREFIXES
