"""What may stand in the catalog's files: the one table that the reader, the writer and `bibkit schema` share.

Names and order of the fields equal the attributes of the model. Two choices need a reason. Identifiers stand in a
mapping of their own, not flat among the fields: schemes are an open set, so that a misspelt field (`voluem`) can be
told from a new scheme. Names stand as BibTeX writes them without LaTeX (`van der Maaten, Laurens`), an organisation in
braces; the rare name that this form can't carry stands as a mapping of its parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from bibkit.model.catalog import Status
from bibkit.model.record import Grade, Verdict
from bibkit.model.reference import Kind as ItemKind

FieldKind = Literal[
    "text", "flag", "count", "number", "texts", "tags", "names", "identifiers", "pairs", "rows", "work", "answer"
]

#: The number of the catalog's form. A catalog with a larger one was made by a newer bibkit.
FORMAT = 1

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
DAY = r"\d{4}-\d{2}-\d{2}"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape. An empty value is not written, unless `always`."""

    name: str
    doc: str
    kind: FieldKind = "text"
    choices: tuple[str, ...] = ()  #: nothing else is allowed
    pattern: str = ""  #: the whole text must match
    form: str = ""  #: the pattern in words, for people
    rows: str = ""  #: shape of the members, where `kind` is rows
    always: bool = False
    filled: bool = False  #: an empty value counts as not given


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping: its fields, in the order in which they are written."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()  #: exactly one of these must be given
    any_of: tuple[str, ...] = ()  #: at least one of these must be given
    needs: tuple[str, ...] = ()  #: each of these must be given, if only as an empty text

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)


WORK = Shape(
    "work",
    "One publication.",
    (
        Field(
            "type",
            "BibTeX entry type: article, inproceedings, book, phdthesis, techreport, misc ...",
            always=True,
            filled=True,
        ),
        Field("title", "Title, in plain Unicode."),
        Field("authors", "Last, First; an organisation in braces: {OpenAI}.", "names"),
        Field("others", "true: the list of authors is known to be cut (and others).", "flag"),
        Field("editors", "As authors.", "names"),
        Field("date", "When it appeared.", pattern=DATE, form="YYYY, YYYY-MM or YYYY-MM-DD"),
        Field("venue", "Id of the venue in the venue table: neurips."),
        Field("container", "Journal or book title as printed; what counts where venue is empty."),
        Field("series", "Series of the volume."),
        Field("volume", "Volume."),
        Field("number", "Issue, or number of a report."),
        Field("pages", "12-34 with one hyphen, or an article number."),
        Field("publisher", "Publisher."),
        Field("institution", "Institution of a thesis or a report."),
        Field("edition", "Edition of a book."),
        Field("howpublished", "How something unusual was published."),
        Field("note", "Remark that is printed with the entry."),
        Field("identifiers", "Scheme and value, one a line: doi, arxiv, acl, openreview, isbn ...", "identifiers"),
        Field("url", "Address of the work."),
    ),
)

ENTRY_HEAD = (
    Field("status", "How far resolving came.", choices=get_args(Status), always=True, filled=True),
    Field("reason", "Why it is ambiguous or unresolved."),
    Field("answer", "A person's answer to a review question: <source>:<id> of the record, or none."),
)
ENTRY_TAIL = (
    Field("pinned", "Fields (or schemes of identifiers) that a person settled: no command overwrites them.", "tags"),
    Field("aliases", "Old keys that still cite it.", "tags"),
)
ENTRY = Shape(
    "entry",
    "A work under its citation key.",
    (*ENTRY_HEAD, *WORK.fields, *ENTRY_TAIL),
    any_of=("title", "identifiers", "url"),
)

LINK = Shape(
    "link",
    "A link that a list gives beside the main one.",
    (
        Field("role", "What it leads to: code, project, slides, video, blog ...", always=True),
        Field("url", "Address.", always=True),
        Field("label", "The list's own word, where it says more than the role."),
    ),
    needs=("role", "url"),
)
LISTING = Shape(
    "listing",
    "One place where a list names an entry (key), or something that is no paper (resource: its title).",
    (
        Field("key", "Key of the entry in works/."),
        Field("resource", "Title of a blog, repository, book, course ... that is no paper."),
        Field("url", "The list's main link, where it says more than the entry."),
        Field("flags", "oral, spotlight, best-paper, workshop ...", "tags"),
        Field("links", "The other links.", "rows", rows="link"),
        Field("note", "The list's remark."),
    ),
    one_of=("key", "resource"),
)
_TREE = (
    Field("listings", "What stands directly here, in the order of the list.", "rows", rows="listing"),
    Field("sections", "The sections below, in the order of the list.", "rows", rows="section"),
)
SECTION = Shape(
    "section", "A heading of a list.", (Field("name", "The heading.", always=True), *_TREE), needs=("name",)
)
LIST = Shape(
    "list",
    "One imported list as a tree of sections.",
    (Field("title", "Title of the list.", always=True), Field("source", "The file that it was imported from."), *_TREE),
)

EVIDENCE = (
    Field(
        "grade", "A registrars, publishers, proceedings; B preprint servers; C aggregators.", choices=get_args(Grade)
    ),
    Field("kind", "published, preprint, rejected, aggregator, list.", filled=True),
    Field("origin", "Where the source had it from."),
    Field("day", "When the source was asked.", pattern=DAY, form="YYYY-MM-DD"),
    Field("relations", "Relation and identifier: is-preprint-of doi:10...", "pairs"),
)
CANDIDATE_HEAD = (
    Field("score", "0 (another work) to 1 (surely this one).", "number", always=True),
    Field("verdict", "What the matcher says.", choices=get_args(Verdict), always=True, filled=True),
    Field("evidence", "Why: short names with values.", "texts"),
    Field("flags", "What a person should look at.", "tags"),
)
CANDIDATE = Shape(
    "candidate",
    "A record that may be the work in question.",
    (
        Field("candidate", "What to write behind answer.", "count", always=True),
        Field("record", "<source>:<id> of the record.", always=True),
        *CANDIDATE_HEAD,
        *WORK.fields,
        *EVIDENCE,
    ),
    needs=("record",),
)
QUESTION = Shape(
    "question",
    "A choice that waits for a person, under the key of its entry.",
    (
        Field("reason", "Why a person is asked."),
        Field("answer", "Fill in: the number of a candidate, its <source>:<id>, or none.", "answer", always=True),
        Field("candidates", "The records in question, best first.", "rows", rows="candidate"),
    ),
)

HEAD = Shape(
    "head",
    "The catalog's head file.",
    (
        Field("format", "Number of the catalog's form.", "count", always=True),
        Field("key_pattern", "Pattern that new citation keys follow, in JabRef's brackets."),
    ),
    needs=("format",),
)

RECORD = Shape(
    "record",
    "What one source says of the work under key: one line of lock/<source>.jsonl.",
    (
        Field("key", "Citation key of the entry.", always=True),
        Field("id", "The source's own id of the record.", always=True),
        *EVIDENCE,
        *WORK.fields,
    ),
    needs=("key", "id"),
)
#: Fields of a work that an item of a bibliography has beside those of a list's line.
OF_A_BIBLIOGRAPHY = frozenset(
    {"authors", "others", "editors", "series", "volume", "number", "pages", "publisher", "institution", "edition"}
    | {"howpublished", "identifiers"}
)

LISTED = Shape(
    "listed",
    "What one list item said when it was last imported: one line of lock/list-<slug>.jsonl.",
    (
        Field("key", "The entry that it became; empty for a resource.", always=True),
        Field("line", "Line in the list, from 1.", "count", always=True),
        Field("section", "The headings above it.", "texts"),
        Field("kind", "What it is.", choices=get_args(ItemKind), always=True, filled=True),
        Field("title", "Title."),
        Field("year", "Year.", "count"),
        Field("month", "Month, 1 to 12.", "count"),
        Field("venue_raw", "Venue as the list writes it."),
        Field("venue", "Id of the venue."),
        Field("flags", "oral, spotlight, best-paper, workshop ...", "tags"),
        Field("url", "The main link."),
        Field("links", "The other links.", "rows", rows="link"),
        Field("note", "The list's remark."),
        Field("type", "BibTeX entry type, where a bibliography gives it."),
        *(field for field in WORK.fields if field.name in OF_A_BIBLIOGRAPHY),
    ),
    needs=("key", "line"),
)
STATE = Shape(
    "state",
    "What an entry holds beside its records: one line of lock/state.jsonl.",
    (
        Field("key", "Citation key of the entry.", always=True),
        *ENTRY_HEAD,
        Field("aliases", "Old keys that still cite it.", "tags"),
        Field("pinned", "Pinned field (or scheme) and its value.", "work"),
        Field("strays", "Identifiers that a list gives, but that are another work's: scheme:value.", "tags"),
        Field("keyed", "true: the key is final.", "flag"),
        Field("asked", "Digest of the question and of whom it was put to."),
        Field("sum", "Digest of the work as bibkit last wrote it."),
    ),
    needs=("key",),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (WORK, ENTRY, LINK, LISTING, SECTION, LIST, CANDIDATE, QUESTION, HEAD, RECORD, LISTED, STATE)
}
