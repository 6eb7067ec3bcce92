"""Matching cases in JSON (a query and its candidates) -> Query and Records; a Decision -> the JSON that answers it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bibkit.errors import DataError
from bibkit.formats import people
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.identifier import parse as parse_identifier
from bibkit.model.record import Decision, Query, Record
from bibkit.model.work import Work
from bibkit.resolve import identify, versions
from bibkit.text import clean, latex

#: How a list of authors says that it is cut.
_OTHERS = re.compile(r"(?:^|[\s,]+)(?:and\s+)?(?:others|et\.?\s*al\.?)[\s,.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the records that might answer it; a record's id is the candidate's `rid`."""

    id: str
    query: Query
    records: tuple[Record, ...]


def parse(line: str) -> Case:
    """Return the case of one line of JSON. Raises DataError, without the place, when it is not one."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"not JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("query"), dict) or not isinstance(row.get("id"), str | int):
        raise DataError('not a case: an object with "id", "query" and "candidates" is expected')
    candidates = row.get("candidates", [])
    if not isinstance(candidates, list) or not all(isinstance(one, dict) for one in candidates):
        raise DataError('"candidates" is not a list of objects')
    return Case(str(row["id"]), query(row["query"]), tuple(map(record, candidates)))


def answer(case: Case, decision: Decision) -> dict[str, Any]:
    """Return what is printed of a decision: `rid` of the chosen record, or of the best guess, or None."""
    best = decision.chosen or next(iter(decision.candidates), None)
    return {
        "id": case.id,
        "decision": decision.decision,
        "rid": best.record.id if best else None,
        "flags": list(decision.flags),
        "evidence": list(best.evidence) if best else [],
    }


def query(row: Mapping[str, Any]) -> Query:
    """Return the question of a case. Raises DataError when a field has the wrong type."""
    names, others = authors(_listed(row, "authors"))
    links = [identify.url(text) for text in (_text(row, "url"),) if text]
    found = [i for link in links for i in (*link.identifiers, *link.derived)]
    return Query(
        title=clean.title(_text(row, "title")),
        authors=names,
        others=others,
        year=_year(row),
        venue=_text(row, "venue"),
        identifiers=_identifiers(row, found),
        hints=tuple(link.hint for link in links if link.hint),
    )


def record(row: Mapping[str, Any]) -> Record:
    """Return the record of a candidate. Raises DataError when a field has the wrong type."""
    names, others = authors(_listed(row, "authors"))
    link = identify.url(_text(row, "url"))
    year, container, type_ = _year(row), _text(row, "venue"), _text(row, "type") or "misc"
    identifiers = _identifiers(row, [*link.identifiers, *link.derived])
    work = Work(
        type=type_,
        title=clean.title(_text(row, "title")),
        authors=names,
        others=others,
        date=str(year) if year else "",
        container=container,
        identifiers=identifiers,
        url=_text(row, "url"),
    )
    found = Record(source=_text(row, "source") or "candidate", id=_text(row, "rid"), work=work)
    return replace(found, kind="preprint", grade="B") if versions.kind(found) == "preprint" else found


def authors(given: Sequence[str]) -> tuple[tuple[Creator, ...], bool]:
    """Return the names of a list of authors, and whether it says that there are more.

    A name may be in reading order or `Family, Given`; several names may stand in one text, with commas between them.
    """
    creators: list[Creator] = []
    others = False
    for text in given:
        names = _OTHERS.sub("", text)
        others |= names != text
        if "\\" in names or "{" in names:
            names = latex.to_unicode(names)
        for name in _separate(names):
            creators += people.display(name)
    return tuple(creators), others


def _separate(text: str) -> list[str]:
    """Return the names in a text; one comma alone sets off a family name, unless full names stand on both sides."""
    parts = [part.strip() for part in re.split(r"\s*;\s*|\s+and\s+", text.strip()) if part.strip()]
    if len(parts) != 1:
        return [name for part in parts for name in _separate(part)]
    names = [name.strip() for name in parts[0].split(",") if name.strip()]
    if len(names) == 2 and not parts[0].rstrip().endswith(",") and min(len(name.split()) for name in names) < 2:
        return parts
    return names


def _identifiers(row: Mapping[str, Any], found: Sequence[Identifier]) -> tuple[Identifier, ...]:
    """Return the identifiers that a row gives in fields of their own and in its link, at most one of a scheme."""
    stated = [parse_identifier(f"{scheme}:{_text(row, scheme)}") for scheme in ("doi", "arxiv") if _text(row, scheme)]
    kept: dict[str, Identifier] = {}
    for identifier in [one for one in stated if one] + list(found):
        kept.setdefault(identifier.scheme, identifier)
    return tuple(sorted(kept.values()))


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, str | int):
        return str(value).strip()
    raise DataError(f'"{name}" is not a text')


def _year(row: Mapping[str, Any]) -> int | None:
    value = _text(row, "year")
    if value and not value[:4].isdigit():
        raise DataError(f'"year" is not a year: {value!r}')
    return int(value[:4]) if value else None


def _listed(row: Mapping[str, Any], name: str) -> list[str]:
    value = row.get(name) or []
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DataError(f'"{name}" is not a list of texts')
    return value
