"""One Work from the records of its work group, field by field, by the trust order of `bibkit.resolve.trust`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Record
from bibkit.model.work import WORK_FIELDS, Work
from bibkit.resolve import evidence, merge_authors, trust, versions
from bibkit.resolve.authors import names
from bibkit.resolve.conflicts import conflicts
from bibkit.resolve.trust import Voice
from bibkit.text import titles

#: Fields that are taken together with the venue: another venue's volume and pages are of another publication.
OF_VENUE: tuple[str, ...] = ("container", "series", "volume", "number", "pages", "editors", "publisher")

#: Fields that are put together in ways of their own; all others are the first value by trust.
SPECIAL = frozenset({"title", "authors", "others", "date", "identifiers", *OF_VENUE})

SHOUTED = 2  #: how bad a title in capitals is; one without any, but for the first letter, counts 1

#: Identifiers of a draft that are of no use beside its publication.
OF_DRAFTS = frozenset({"doi", "dblp", "openreview"})

_MARKUP = re.compile(r"[\\${}]|&\w+;|</?\w+>")
_UPPER_INSIDE = re.compile(r"[^\W\d_a-z].*[^\W\d_a-z]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who gave a field's value, and who said otherwise (the most trusted first)."""

    record: Record
    alternatives: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The work, the origin of each field that a record filled, and sentences where official sources contradict."""

    work: Work
    origins: dict[str, Origin] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()


def merge(records: Iterable[Record], *, pinned: Work | None = None, pins: Sequence[str] = ()) -> Merged:
    """Return the work that the records of one work group describe, the same in whichever order they come.

    Publications are believed before drafts, lists last of all. The fields named in `pins` are those of `pinned`; a pin
    `identifiers.<scheme>` pins one identifier.
    """
    said = trust.voices(records)
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for name in WORK_FIELDS:
        if name not in SPECIAL:
            _take(values, origins, name, said)
    _title(values, origins, said)
    _authors(values, origins, said)
    _date(values, origins, said)
    place = [one for one in said if not values.get("venue") or one.work.venue in ("", values["venue"])]
    for name in OF_VENUE:
        _take(values, origins, name, place)
    values["identifiers"] = _identifiers(origins, said)
    _pin(values, origins, pinned, pins)
    return Merged(Work(**values), origins, conflicts(said))


def _take(values: dict[str, Any], origins: dict[str, Origin], name: str, voices: Sequence[Voice]) -> None:
    """Fill a field with the value of the most trusted record that has one."""
    if not any(getattr(one.work, name) for one in voices):
        return
    said = [one for one in trust.ordered(voices, name) if getattr(one.work, name)]
    if said:
        values[name] = getattr(said[0].work, name)
        origins[name] = _origin(said, name)


def _origin(said: Sequence[Voice], name: str) -> Origin:
    """Return the origin of the first record's value, with the records whose value is another in normal form."""
    value = _normal(getattr(said[0].work, name))
    return Origin(said[0].record, tuple(one.record for one in said[1:] if _normal(getattr(one.work, name)) != value))


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return titles.key(value) or value
    return names(value) if isinstance(value, tuple) else value


def _title(values: dict[str, Any], origins: dict[str, Origin], voices: Sequence[Voice]) -> None:
    """Take the most trusted title, in the best spelling that another record gives the same words."""
    said = trust.ordered([one for one in voices if one.work.title], "title")
    if not said:
        return
    words = titles.key(said[0].work.title)
    alike = [one for one in said if titles.key(one.work.title) == words]
    best = min([one for one in alike if one.is_official] or alike[:1], key=lambda one: spelling(one.work.title))
    if spelling(best.work.title)[:2] >= (False, SHOUTED):
        best = min([best, *alike], key=lambda one: spelling(one.work.title))
    values["title"] = best.work.title
    origins["title"] = _origin([best, *(one for one in said if one is not best)], "title")


def spelling(title: str) -> tuple[bool, int, int]:
    """Return a key that sorts better spellings of a title first: without markup, in ordinary case, with its accents."""
    letters = [letter for letter in title if letter.isalpha()]
    shouted = sum(map(str.isupper, letters)) > len(letters) / 2
    plain = not _UPPER_INSIDE.search(title)
    return bool(_MARKUP.search(title)), SHOUTED * shouted + plain, -sum(not letter.isascii() for letter in letters)


def _authors(values: dict[str, Any], origins: dict[str, Origin], voices: Sequence[Voice]) -> None:
    said = trust.ordered([one for one in voices if one.work.authors], "authors")
    if not said:
        return
    base = merge_authors.base(said)
    values["authors"] = merge_authors.fullest(base, said)
    values["others"] = base.work.others
    origins["authors"] = _origin([base, *(one for one in said if one is not base)], "authors")


def _date(values: dict[str, Any], origins: dict[str, Origin], voices: Sequence[Voice]) -> None:
    """Take the most trusted year, with the month of the most trusted record of that year that knows it.

    Where the drafts that are all there is give none, it is the year of their arXiv id, or what a list says.
    """
    said = [one for one in trust.ordered(voices, "date") if one.work.date]
    if not said:
        _date_of_drafts(values, origins, voices)
        return
    year = said[0].work.date[:4]
    chosen = next((one for one in said if one.work.date[:4] == year and one.work.month), said[0])
    values["date"] = chosen.work.date
    origins["date"] = Origin(chosen.record, tuple(one.record for one in said if one.work.date[:4] != year))


def _date_of_drafts(values: dict[str, Any], origins: dict[str, Origin], voices: Sequence[Voice]) -> None:
    years = [(one, str(versions.first_year(one.record) or "")) for one in voices if not one.is_list]
    said = [(one, year) for one, year in years if year] or [(one, one.work.date) for one in voices if one.work.date]
    if said:
        values["date"] = said[0][1]
        origins["date"] = Origin(said[0][0].record, ())


def _identifiers(origins: dict[str, Origin], voices: Sequence[Voice]) -> tuple[Identifier, ...]:
    """Return the identifiers of all records, one a scheme by trust; a preprint's DOI only where there is no other."""
    said: dict[str, list[tuple[Voice, Identifier]]] = {}
    for one in voices:
        for identifier in one.work.identifiers:
            # arXiv's own DOI is its id in other words, and would stand where the publisher's belongs.
            plain = parse(str(identifier)) if identifier.scheme == "doi" else identifier
            said.setdefault((plain or identifier).scheme, []).append((one, plain or identifier))
    published = any(one.is_publication for one in voices)
    kept: list[Identifier] = []
    for scheme, pairs in sorted(said.items()):
        if published and scheme in OF_DRAFTS:
            pairs = [(one, identifier) for one, identifier in pairs if not one.is_draft]
        places = {id(one): place for place, one in enumerate(trust.ordered([one for one, _ in pairs], scheme))}
        pairs = sorted(pairs, key=lambda pair: (evidence.is_draft(pair[1]), places[id(pair[0])]))
        if pairs:
            kept.append(pairs[0][1])
            others = tuple(dict.fromkeys(one.record for one, identifier in pairs if identifier != pairs[0][1]))
            origins[f"identifiers.{scheme}"] = Origin(pairs[0][0].record, others)
    return tuple(kept)


def _pin(values: dict[str, Any], origins: dict[str, Origin], pinned: Work | None, pins: Sequence[str]) -> None:
    """Put a person's values in the place of the sources'."""
    for pin in pins if pinned is not None else ():
        name, _, scheme = pin.partition(".")
        if name == "identifiers" and scheme:
            rest = [one for one in values["identifiers"] if one.scheme != scheme]
            value = pinned.identifier(scheme) if pinned else ""
            values["identifiers"] = tuple(sorted([*rest, Identifier(scheme, value)] if value else rest))
        elif name in WORK_FIELDS:
            values[name] = getattr(pinned, name)
        origins.pop(pin, None)
