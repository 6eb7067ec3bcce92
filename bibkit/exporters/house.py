"""House practice: what is printed of a work, by its venue and year, before any dialect is thought of.

A venue's edition fills what the record leaves open and never overwrites it: part of the editions' values are general
knowledge, and a record stands nearer to its work.
"""

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from bibkit.exporters.base import Options, VenueTable
from bibkit.exporters.practices import (
    ANTHOLOGY,
    ANTHOLOGY_SITE,
    ARXIV_DOIS,
    CONTRIBUTIONS,
    LINKED,
    NOT_OF_PREPRINTS,
    PRACTICES,
    PUBLISHERS,
    SECURE,
    Practice,
)
from bibkit.model.venue import Edition, Venue
from bibkit.model.work import Work
from bibkit.text import months

#: Places of editions that were held nowhere.
NOWHERE = re.compile(r"virtual|online", re.IGNORECASE)

_BEFORE_PLACE = re.compile(r"^(?:[A-Z]{2,}(?: '\d\d)?|[A-Z][a-z]+(?= ,)(?! , [A-Z]{2,3}\b)) ?, ")

_OWN_TITLE = re.compile(r"(?:Proceedings|Findings|Companion|Transactions)\b", re.IGNORECASE)
_CATALOGUED = re.compile(r",\s[^,]*\b(?:19|20)\d\d\b.*$")
_ARXIV_PATH = re.compile(r"^arxiv\.org/(?:abs|pdf|html)/|v\d+$")
_COUNT = re.compile(r"\b(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th)) ")
_VOLUME = re.compile(r"\b(Volume \d+)\W{1,3}((?:[A-Z][a-z]+ |and )*(?:Papers|Demonstrations|Tutorials|Track))\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """A work as it is printed, and where its conference was held."""

    work: Work
    place: str = ""


def printed(work: Work, venues: VenueTable, options: Options) -> Printed:
    """Return the work with its venue's name of that year, what the edition adds, and only the links that say more."""
    publisher = PUBLISHERS.get(work.publisher, work.publisher)
    changes: dict[str, Any] = {"publisher": publisher, **_links(work, options)}
    place = ""
    venue = venues.get(work.venue) if work.venue else None
    if venue is not None and work.type in CONTRIBUTIONS:
        if venue.type in ("preprint", "repository"):
            changes |= _preprint(work, venue)
        elif venue.type == "series":
            changes["series"] = work.series or venue.name(work.year)
        else:
            type_ = venue.entry_type if venue.entry_type in ("article", "inproceedings") else work.type
            changes |= {"type": type_, "container": container(work, venue)}
            if type_ != "article":
                added, place = _of_edition(work, venue, bool(publisher))
                changes |= added
    return Printed(replace(work, **changes), place)


def container(work: Work, venue: Venue) -> str:
    """Return the venue's name in the work's year, or the source's own title of the volume where that says more."""
    own = work.container
    if venue.type == "workshop" and venue.parent and "workshop" in own.lower():
        return _CATALOGUED.sub("", own)
    name = venue.name(work.year)
    if not own or (venue.publisher != ANTHOLOGY and ANTHOLOGY_SITE not in work.url):
        return name
    cut_short = len(bare := _COUNT.sub("", own)) < len(name) and name.startswith(bare)
    if _OWN_TITLE.match(own) and not _CATALOGUED.search(own) and not cut_short:
        return own
    volume = _VOLUME.search(own)
    return f"{name} ({volume[1]}: {volume[2]})" if volume else name


def _of_edition(work: Work, venue: Venue, has_publisher: bool) -> tuple[dict[str, Any], str]:
    """Return what the edition changes of a work, and its place."""
    practice = PRACTICES.get(venue.id) or PRACTICES.get(venue.publisher) or Practice()
    edition = _edition(work, venue)
    changes: dict[str, Any] = dict.fromkeys(practice.omits, "")
    for name in practice.takes:
        if name == "publisher" and not has_publisher:
            changes[name] = edition.publisher or _usual_publisher(venue, work.year)
        elif name == "series" and not work.series:
            changes[name] = edition.series
        elif name == "volume" and not work.volume:
            changes[name] = (
                str(work.year - practice.volume_base) if practice.volume_base and work.year else edition.volume
            )
        elif name == "month" and len(work.date) == len("2017") and edition.month:
            changes["date"] = f"{work.date}-{months.MACROS.index(edition.month) + 1:02}"
    return changes, _place(edition.location) if "place" in practice.takes else ""


def _place(location: str) -> str:
    """Return where an edition was held, '' for nowhere; without the acronym or month that a catalogue put before it."""
    return "" if NOWHERE.search(location) else _BEFORE_PLACE.sub("", location).replace(" ,", ",")


def _edition(work: Work, venue: Venue) -> Edition:
    """Return the edition that the work was in: of its year, or of the year before where the volume tells so.

    Proceedings are often printed in the year after the conference, and some sources give that year.
    """
    year = work.year or 0
    own, before = venue.editions.get(year), venue.editions.get(year - 1)
    if work.volume and own and own.volume and own.volume != work.volume:
        return before if before and before.volume == work.volume else Edition(year)
    return own or Edition(year)


def _usual_publisher(venue: Venue, year: int | None) -> str:
    """Return the publisher of the nearest edition before `year` that names one, else the venue's, unless a later
    edition contradicts it: publishers change."""
    named = sorted((e.year, e.publisher) for e in venue.editions.values() if e.publisher)
    before = [publisher for of, publisher in named if year and of <= year]
    if before:
        return before[-1]
    return "" if named and named[0][1] != venue.publisher else venue.publisher


def _preprint(work: Work, venue: Venue) -> dict[str, Any]:
    """Return what makes a preprint a `misc`; archives other than arXiv, which `eprint` names, go to `howpublished`."""
    if work.identifier("arxiv") and venue.id == "arxiv":
        return {"type": "misc", **dict.fromkeys(("container", *NOT_OF_PREPRINTS, "howpublished"), "")}
    return {"type": "misc", "container": "", "howpublished": work.howpublished or venue.name(work.year)}


def _links(work: Work, options: Options) -> dict[str, Any]:
    """Return link and identifiers without what only repeats the arXiv number or DOI, and with a link where none was."""
    own = {identifier.scheme: identifier for identifier in work.identifiers}
    arxiv, doi = work.identifier("arxiv"), work.identifier("doi")
    if arxiv and doi.lower().startswith(ARXIV_DOIS):
        del own["doi"]
        doi = ""
    url = "" if repeats(work.url, doi, arxiv) else work.url
    if url.startswith("http://") and url.partition("://")[2].startswith(SECURE):
        url = url.replace("http://", "https://", 1)
    if not url and not doi:
        wanted = (*LINKED, "arxiv") if options.preprint_url else LINKED
        url = next((link for scheme in wanted if scheme in own and (link := options.link(own[scheme]))), "")
    return {"url": url, "identifiers": tuple(own.values())}


def repeats(url: str, doi: str, arxiv: str) -> bool:
    """Return whether a link leads nowhere but where the DOI or arXiv number leads.

    Resolvers and publishers put the whole DOI at the end of such links: doi.org/10..., dl.acm.org/doi/pdf/10...
    """
    address = unquote(url).lower().partition("://")[2].removesuffix(".pdf").rstrip("/")
    if doi and address.endswith(f"/{doi.lower()}"):
        return True
    if not arxiv:
        return False
    if address.removeprefix("www.").startswith("arxiv.org/"):
        return _ARXIV_PATH.sub("", address.removeprefix("www.")) == arxiv.lower()
    return address.endswith(f"/{ARXIV_DOIS}arxiv.{arxiv}".lower())
