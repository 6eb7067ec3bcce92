"""Small payloads in the shapes that the services give, made up for the tests; and a venue table of three rows."""

import json
from typing import Any

from bibkit.model.venue import Venue, VenueMatch

VENUES = {
    "Advances in Neural Information Processing Systems": Venue("neurips", "NeurIPS", "conference"),
    "Computer Vision – ECCV 2024": Venue("eccv", "ECCV", "conference"),
    "Proceedings of the AAAI Conference on Artificial Intelligence": Venue("aaai", "AAAI", "conference"),
    "Journal of Things": Venue("jot", "JoT", "journal"),
    "ICLR Workshop": Venue("iclr-w", "", "workshop"),
    "arXiv": Venue("arxiv", "arXiv", "preprint"),
    "CoRR": Venue("arxiv", "arXiv", "preprint"),
}


class Table:
    """A venue table that knows names by their exact spelling."""

    def find(self, text: str, *, year: int | None = None, field: bool = False) -> VenueMatch | None:
        """Return the venue of that name, or None."""
        return VenueMatch(VENUES[text]) if text in VENUES else None


def crossref_work(doi: str, **more: Any) -> dict[str, Any]:
    """Return a work as Crossref gives it."""
    work: dict[str, Any] = {
        "DOI": doi,
        "type": "journal-article",
        "title": ["A Title of Something"],
        "author": [{"given": "Ann", "family": "Author", "sequence": "first", "affiliation": []}],
        "container-title": ["Journal of Things"],
        "issued": {"date-parts": [[2020, 3, 1]]},
    }
    return {**work, **more}


def crossref_single(work: dict[str, Any]) -> str:
    """Return the body of a look-up of one DOI."""
    return json.dumps({"status": "ok", "message-type": "work", "message": work})


def crossref_list(*works: dict[str, Any]) -> str:
    """Return the body of a list."""
    message = {"total-results": len(works), "items": list(works), "items-per-page": 20}
    return json.dumps({"status": "ok", "message-type": "work-list", "message": message})


def datacite_work(doi: str, **more: Any) -> dict[str, Any]:
    """Return the attributes of a DOI as DataCite gives them."""
    attributes: dict[str, Any] = {
        "doi": doi,
        "titles": [{"title": "A Title of Something"}],
        "creators": [{"name": "Author, Ann", "nameType": "Personal", "givenName": "Ann", "familyName": "Author"}],
        "publisher": "Zenodo",
        "publicationYear": 2021,
        "types": {"resourceTypeGeneral": "Text", "bibtex": "article", "resourceType": "Journal article"},
        "container": {"type": "Journal", "title": "Journal of Things", "firstPage": "1", "lastPage": "9"},
        "dates": [{"date": "2021-05-04", "dateType": "Issued"}],
        "relatedIdentifiers": [],
        "xml": "PD94bWw=",
        "descriptions": [{"description": "long", "descriptionType": "Abstract"}],
    }
    return {**attributes, **more}


def datacite_single(attributes: dict[str, Any]) -> str:
    """Return the body of a look-up of one DOI."""
    return json.dumps({"data": {"id": attributes["doi"], "type": "dois", "attributes": attributes}})


def datacite_list(*works: dict[str, Any]) -> str:
    """Return the body of a list."""
    return json.dumps({"data": [{"id": one["doi"], "type": "dois", "attributes": one} for one in works], "meta": {}})


_FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
  xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id><title>arXiv Query</title>
  <opensearch:totalResults>{total}</opensearch:totalResults>
  {entries}
</feed>"""


def arxiv_entry(id_: str, version: int = 1, title: str = "A Title\n  of Something", extra: str = "") -> str:
    """Return an entry of a feed."""
    return f"""<entry><id>http://arxiv.org/abs/{id_}v{version}</id><title>{title}</title>
    <updated>2020-05-26T17:59:46Z</updated><published>2019-04-26T17:59:46Z</published><summary>long</summary>
    <arxiv:primary_category term="cs.LG"/><author><name>Ann Author</name></author>
    <author><name>Bea van der Writer</name></author>{extra}</entry>"""


def arxiv_feed(*entries: str, total: int | None = None) -> str:
    """Return a feed of entries."""
    return _FEED.format(total=len(entries) if total is None else total, entries="\n".join(entries))


ARXIV_ERROR = arxiv_feed(
    """<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>
    <summary>incorrect id format for x</summary><author><name>arXiv api core</name></author></entry>"""
)
