"""Small records and queries for the tests of matching and merging."""

from typing import Any

from bibkit import disk
from bibkit.formats import venues
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Query, Record
from bibkit.model.venue import Venues
from bibkit.model.work import Work

TITLE = "Learning Sparse Networks for Robust Speech Recognition in Noise"
AUTHORS = ("Ada Lovelace", "Alan Turing", "Grace Hopper", "Emmy Noether")
OTHERS = ("Kurt Gödel", "Sofja Kowalewskaja", "Carl Gauss")


def people(*names: str) -> tuple[Creator, ...]:
    """Return names in reading order, or `Family, Given`, as Creators; one in braces as a literal."""
    return tuple(map(_person, names))


def _person(name: str) -> Creator:
    if name.startswith("{"):
        return Creator(literal=name.strip("{}"))
    if "," in name:
        family, _, given = name.partition(", ")
        return Creator(family=family, given=given)
    given, _, family = name.rpartition(" ")
    return Creator(family=family, given=given)


def ids(*texts: str) -> tuple[Identifier, ...]:
    """Return identifiers written as `scheme:value`."""
    found = [parse(text) for text in texts]
    assert all(found), texts
    return tuple(sorted(one for one in found if one))


def query(title: str = TITLE, authors: tuple[str, ...] = AUTHORS, year: int | None = 2019, **rest: Any) -> Query:
    """Return a query for TITLE."""
    rest["identifiers"] = ids(*rest.pop("ids", ()))
    return Query(title, people(*authors), year=year, **rest)


def record(title: str = TITLE, authors: tuple[str, ...] = AUTHORS, year: int | None = 2019, **rest: Any) -> Record:
    """Return a conference paper's record; what Record has of its own (source, id, grade, kind ...) goes there."""
    own = {name: rest.pop(name) for name in ("source", "id", "grade", "kind", "origin", "relations") if name in rest}
    rest["identifiers"] = ids(*rest.pop("ids", ()))
    rest.setdefault("type", "inproceedings")
    rest.setdefault("container", "Proceedings of a Conference")
    rest.setdefault("date", str(year) if year else "")
    work = Work(title=title, authors=people(*authors), **rest)
    return Record(**{"source": "crossref", "id": "r1", **own}, work=work)


def preprint(title: str = TITLE, authors: tuple[str, ...] = AUTHORS, year: int | None = 2018, **rest: Any) -> Record:
    """Return a record of arXiv."""
    own = {
        "source": "arxiv",
        "id": "1801.00001",
        "kind": "preprint",
        "grade": "B",
        "type": "misc",
        "container": "arXiv",
    }
    return record(title, authors, year, **{**own, "ids": ("arxiv:1801.00001",), **rest})


def table() -> Venues:
    """Return the venues that ship with bibkit."""
    return venues.load(disk.data_text("venues.json"))
