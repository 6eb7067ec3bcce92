"""The one table BibTeX field <-> Work attribute, and the one of entry types; both are read in both directions.

Names and required fields follow btxdoc (1988) and the biblatex manual 3.18, section 2.
"""

from dataclasses import dataclass, field
from typing import Literal

Dialect = Literal["bibtex", "biblatex"]
Kind = Literal["names", "title", "text", "pages", "edition", "raw"]

DIALECTS: tuple[Dialect, ...] = ("bibtex", "biblatex")

THESES = frozenset({"phdthesis", "mastersthesis"})
PARTS = frozenset({"inproceedings", "incollection", "inbook"})


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute and its field in each dialect. `place` is no attribute of a Work: a venue's edition gives it."""

    attribute: str
    bibtex: str
    biblatex: str = ""  #: where it differs
    kind: Kind = "text"
    types: frozenset[str] = frozenset()  #: the row is for works of these types; empty: for all
    also: tuple[str, ...] = ()  #: further names under which it is read

    def name(self, dialect: Dialect) -> str:
        """Return the field's name in `dialect`."""
        return self.biblatex or self.bibtex if dialect == "biblatex" else self.bibtex

    def serves(self, type_: str) -> bool:
        """Return whether the row is for works of `type_`."""
        return not self.types or type_ in self.types

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name under which the field is read, in order of trust."""
        return tuple(dict.fromkeys(name for name in (self.bibtex, self.biblatex, *self.also) if name))


#: In the order in which fields are written. Date and identifiers follow rules of their own: see to_bib and from_bib.
ROWS: tuple[Row, ...] = (
    Row("authors", "author", kind="names"),
    Row("editors", "editor", kind="names"),
    Row("title", "title", kind="title"),
    Row("container", "journal", "journaltitle", types=frozenset({"article"})),
    Row("container", "booktitle", types=PARTS),
    Row("series", "series"),
    Row("volume", "volume"),
    Row("number", "number", also=("issue",)),
    Row("pages", "pages", kind="pages", also=("eid",)),
    Row("publisher", "publisher"),
    Row("institution", "school", "institution", types=THESES),
    Row("institution", "institution", types=frozenset({"techreport"}), also=("school", "organization")),
    Row("institution", "organization", types=frozenset({"manual"}), also=("institution",)),
    Row("publisher", "organization", types=frozenset({"inproceedings"})),
    Row("edition", "edition", kind="edition"),
    Row("howpublished", "howpublished"),
    Row("place", "address", "location"),
    Row("date", "date", kind="raw"),
    Row("note", "note", also=("addendum",)),
    Row("doi", "doi", kind="raw"),
    Row("arxiv", "eprint", kind="raw"),
    Row("isbn", "isbn", kind="raw"),
    Row("issn", "issn", kind="raw"),
    Row("url", "url", kind="raw"),
)

#: Rows that only help reading: a search engine writes the publisher as `organization`.
READ_ONLY = frozenset({("publisher", "organization")})

#: Attributes that any entry may have.
ALWAYS = ("authors", "title", "date", "note", "doi", "arxiv", "url")


@dataclass(frozen=True, slots=True)
class EntryType:
    """A type of works: its entry type per dialect, biblatex's `type` field, and the attributes that styles print."""

    name: str
    prints: tuple[str, ...] = ()  #: beside ALWAYS
    needs: tuple[str, ...] = ()  #: attributes without which BibTeX's styles complain, beyond author, title and year
    otherwise: str = "misc"  #: the type that it is written as where a needed one is unknown
    biblatex: str = ""  #: where it differs
    kind: str = ""  #: biblatex's `type`
    ands: tuple[str, ...] = field(default=())  #: of `volume` and `number` BibTeX's styles take one: this pair

    def prints_attribute(self, attribute: str) -> bool:
        """Return whether an entry of this type prints `attribute`."""
        return attribute in ALWAYS or attribute in self.prints


_VOLUME = ("series", "volume", "number", "publisher", "place")
_ONE_OF = ("volume", "number")

TYPES: dict[str, EntryType] = {
    kind.name: kind
    for kind in (
        EntryType("article", ("container", "volume", "number", "pages"), ("container",)),
        EntryType("inproceedings", ("editors", "container", *_VOLUME, "pages"), ("container",), ands=_ONE_OF),
        EntryType(
            "incollection",
            ("editors", "container", *_VOLUME, "pages", "edition", "isbn"),
            ("container", "publisher"),
            otherwise="inproceedings",
            ands=_ONE_OF,
        ),
        EntryType(
            "inbook",
            ("editors", "container", *_VOLUME, "pages", "edition", "isbn"),
            ("pages", "publisher"),
            otherwise="book",
            ands=_ONE_OF,
        ),
        EntryType("book", ("editors", *_VOLUME, "edition", "isbn"), ("publisher",), ands=_ONE_OF),
        EntryType("booklet", ("howpublished", "place")),
        EntryType("manual", ("institution", "place", "edition", "isbn")),
        EntryType("mastersthesis", ("institution", "place"), ("institution",), biblatex="thesis", kind="mathesis"),
        EntryType("phdthesis", ("institution", "place"), ("institution",), biblatex="thesis", kind="phdthesis"),
        EntryType(
            "techreport", ("institution", "number", "place"), ("institution",), biblatex="report", kind="techreport"
        ),
        EntryType("misc", ("howpublished",)),
        EntryType("proceedings", ("editors", *_VOLUME, "isbn"), ands=_ONE_OF),
        EntryType("unpublished", (), ("note",)),
    )
}

#: Entry types as found in files -> type of a Work, where they differ.
TYPE_ALIASES: dict[str, str] = {
    "conference": "inproceedings",
    "report": "techreport",
    "collection": "book",
    "reference": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "mvreference": "book",
    "mvproceedings": "proceedings",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "inreference": "incollection",
    "suppperiodical": "article",
    "masterthesis": "mastersthesis",
}

#: biblatex's and the publishers' names of archives -> scheme of an identifier.
ARCHIVES: dict[str, str] = {"arxiv": "arxiv", "pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "hal": "hal"}

#: Fields whose value names a thing of that scheme.
IDENTIFIER_FIELDS: dict[str, str] = {"doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "pmcid": "pmcid"}


#: How biblatex's `type` of a thesis below a doctorate begins.
LESSER_THESES = ("ma", "ms", "m.s", "bathesis", "bachelor")


def work_type(entry_type: str, kind: str = "") -> str:
    """Return the type of a Work for an entry type and the entry's `type` field; `misc` where none fits."""
    name = entry_type.lower()
    if name == "thesis":
        return (
            "mastersthesis" if kind.lower().startswith(("ma", "ms", "master", "bathesis", "bachelor")) else "phdthesis"
        )
    name = TYPE_ALIASES.get(name, name)
    return name if name in TYPES else "misc"
