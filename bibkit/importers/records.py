"""Files of bibliographic records -> Records for the local index: JSON lines, and .bib as venues and DBLP give it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bibkit.formats import bib, people
from bibkit.formats.bib import BibWork
from bibkit.formats.published import TYPES, Published, VenueFinder, entry_type, record_kind
from bibkit.importers import record_rows as rows
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.text import clean

SOURCE = "local"  #: name of the source that answers with these records

#: URL -> identifiers that it names; `bibkit.resolve.identify` is above this layer, so it is passed in
Identify = Callable[[str], Sequence[Identifier]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that could not be taken; `line` counts from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes Records; `venues` names their venues, `identify` reads the identifiers out of their addresses."""

    venues: VenueFinder | None = None
    identify: Identify | None = None

    def jsonl(self, lines: Iterable[str | bytes]) -> Iterator[Record | Fault]:
        """Yield a Record, or a Fault, for each line that is not blank."""
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line if isinstance(line, str) else line.decode("utf-8-sig"))
                yield self.row(row) if isinstance(row, dict) else Fault(number, "is no JSON object")
            except UnicodeDecodeError:
                yield Fault(number, "is not UTF-8")
            except json.JSONDecodeError as error:
                yield Fault(number, f"is no JSON: {error.msg} at column {error.colno}")
            except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
                yield Fault(number, _reason(error))

    def bib(self, text: str, origin: str) -> Iterator[Record | Fault]:
        """Yield a Record for each entry of a .bib text, and a Fault for what could not be read."""
        file = bib.read(text)
        for entry in file.works:
            if not entry.work.title:
                yield Fault(entry.line, f"the entry {entry.key!r} has no title")
                continue
            yield self._entry(entry, origin)
        yield from (Fault(line, reason) for line, reason in file.failures if reason.startswith("not read"))

    def row(self, row: Mapping[str, Any]) -> Record:
        """Return the Record of a row. Raises KeyError or ValueError when it lacks its id or title."""
        id_, title = row["id"], rows.title_of(str(row["title"] or ""))
        if not id_ or not title:
            raise ValueError("has no id" if not id_ else "has no title")
        texts = {name: clean.line(str(value)) for name, value in row.items() if value and name not in rows.LONG}
        type_ = texts.get("type", "")
        identifiers = self._identifiers(texts)
        kind = rows.kind_of(texts, type_, identifiers)
        place = self._place(texts, type_, workshop=kind == "workshop")
        if kind == "preprint" and not place.container and any(one.scheme == "arxiv" for one in identifiers):
            place = Published.of("arXiv", place.date, "", self.venues)
        preprint = kind == "preprint" or (not kind and record_kind("", place) == "preprint")
        volume, number = rows.volume_of(texts)
        authors, cut = rows.authors_of(row.get("authors"))
        bibtex = rows.bibtex_type(type_, place, texts.get("key", ""))
        work = Work(
            type="misc" if preprint else entry_type(bibtex, place),
            title=title,
            authors=authors,
            others=cut or bool(row.get("authors_truncated")),
            date=place.date,
            venue=place.venue,
            container=place.container,
            series=place.series,
            volume="" if preprint else volume,
            number="" if preprint else number,
            pages=clean.pages(texts.get("pages", "")),
            publisher="" if preprint else texts.get("publisher", ""),
            institution=texts.get("institution") or texts.get("school", ""),
            identifiers=identifiers,
            url=rows.url_of(texts.get("url", "")),
        )
        kind = record_kind(kind, place)
        return Record(
            SOURCE, str(id_), work, rows.grade_of(texts.get("grade", ""), kind), kind, texts.get("source", "")
        )

    def _entry(self, entry: BibWork, origin: str) -> Record:
        """Return the Record of a .bib entry; venues' and DBLP's own exports are as good as the venue's word."""
        work, fields = entry.work, entry.fields
        place = Published.of(work.container, work.date, work.series, self.venues)
        found = {one.scheme: one for one in work.identifiers}
        for one in self.identify(work.url) if self.identify and work.url else ():
            found.setdefault(one.scheme, one)
        kind = "preprint" if not work.container and set(found) == {"arxiv"} else ""
        kind = record_kind(kind, place)
        dblp = rows.DBLP_KEY.match(entry.key) or "dblp" in fields.get("bibsource", "").lower()
        return Record(
            SOURCE,
            entry.key or f"line{entry.line}",
            replace(
                work,
                type="misc" if kind == "preprint" else entry_type(work.type, place),
                authors=people.once(creator for one in work.authors for creator in rows.without_homonym(one)),
                venue=place.venue,
                identifiers=tuple(sorted(found.values())),
                url=rows.url_of(work.url),
            ),
            rows.grade_of("A" if dblp or "acl" in found else "B", kind),
            kind,
            origin,
        )

    def _place(self, row: rows.Texts, type_: str, *, workshop: bool) -> Published:
        """Return where and when: the book, else the journal, else what a list says."""
        booktitle, journal = row.get("booktitle", ""), row.get("journal", "")
        listed = row.get("venue_text", "") or row.get("venue", "")
        container = journal if journal and TYPES.get(type_, type_) == "article" else booktitle or journal or listed
        date = rows.date_of(row)
        if listed and not date and self.venues:
            match = self.venues.find(listed, field=True)
            date = str(match.year) if match and match.year else ""
        if workshop and container and self.venues:
            place = Published.of(f"{container} Workshop", date, "", self.venues)
            if place.found:
                return replace(place, container=container)
        return Published.of(container, date, row.get("series", ""), self.venues)

    def _identifiers(self, row: rows.Texts) -> tuple[Identifier, ...]:
        """Return at most one identifier of a scheme: what the row names counts more than what its address names."""
        texts = [f"{scheme}:{row[scheme]}" for scheme in ("doi", "arxiv", "isbn", "pmid", "acl") if row.get(scheme)]
        for name in ("volume", "journal", "booktitle"):
            texts += [f"arxiv:{found}" for found in rows.ARXIV_ID.findall(row.get(name, ""))]
        if rows.DBLP_KEY.match(row.get("key", "")):
            texts.append(f"dblp:{rows.DBLP_KEY.sub('', row['key'])}")
        found: dict[str, Identifier] = {}
        for one in map(parse, texts):
            if one:
                found.setdefault(one.scheme, one)
        for one in self.identify(row["url"]) if self.identify and "url" in row else ():
            found.setdefault(one.scheme, one)
        return tuple(sorted(found.values()))


def _reason(error: Exception) -> str:
    return f"has no {error.args[0]}" if isinstance(error, KeyError) else str(error) or "can't be read"
