"""Work -> the fields of one .bib entry in either dialect: Unicode to LaTeX, parts to names, ISO dates to macros."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bibkit.formats import latex_text
from bibkit.formats.bib import BibEntry
from bibkit.formats.fields import READ_ONLY, ROWS, TYPES, Dialect, EntryType, Row
from bibkit.model import names
from bibkit.model.creator import Creator
from bibkit.model.work import Work
from bibkit.text import months
from bibkit.text.latex import escape, to_latex

#: What a thesis or report without its institution is called in `howpublished`.
KINDS = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "techreport": "Technical report"}

#: BibTeX's styles print an edition as they find it; biblatex makes the ordinal itself (Second edition, 2nd ed.).
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")

#: Words of the title that name an entry without authors in labels and in sorting.
WORDS_OF_KEY = 3

#: What biblatex requires beyond author, title and date: a publisher it can do without.
BIBLATEX_NEEDS = frozenset({"container", "institution", "note"})

#: Two page numbers of one kind: `12-34`, `S12-S20`, `1:1-1:25`, `xi-xx`; but not `A-1`, a single number.
_RANGE = re.compile(
    r"(?P<a>[A-Za-z]*)[\d.:]*\d[A-Za-z]?-(?P<b>[A-Za-z]*)[\d.:]*\d[A-Za-z]?|[ivxlc]+-[ivxlc]+", re.IGNORECASE
)
_JOINED_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]\.)")
#: `Last, First` that every processor reads alike: most names are, and need no look by BibTeX's rules.
_PLAIN_NAME = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)?, [A-Z][A-Za-z.]*(?:[ -][A-Z][A-Za-z.]*)*")
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)?\.?", re.IGNORECASE)


def entry(
    key: str, work: Work, dialect: Dialect, *, place: str = "", aliases: Sequence[str] = (), primary_class: str = ""
) -> BibEntry:
    """Return the entry of a work: its type as styles take it, and every field that is known and that the type prints.

    A type whose journal, book title, publisher or institution is unknown becomes a plainer one. `place` is where the
    conference was held.
    """
    values = _values(work, place)
    kind, written = TYPES.get(work.type, TYPES["misc"]), _written_type(work, values, dialect)
    if written.name == "misc" and kind.name in KINDS:
        values.setdefault("howpublished", " ".join([KINDS[kind.name], values.get("number", "")]).strip())
    printed = {a: v for a, v in values.items() if kind.prints_attribute(a) or written.prints_attribute(a)}
    if dialect == "bibtex" and all(attribute in printed for attribute in written.ands):
        for attribute in written.ands[1:]:
            del printed[attribute]
    fields: list[tuple[str, str]] = []
    for row in _rows(written.name):
        if row.attribute in printed:
            fields.extend(_fields(row, work, printed[row.attribute], dialect, primary_class))
    if dialect == "bibtex":
        fields.extend(_sort_key(work))
        return BibEntry(written.name, key, tuple(fields))
    if written.kind:
        fields.append(("type", written.kind))
    if aliases:
        fields.append(("ids", ",".join(aliases)))
    return BibEntry(_biblatex_type(written, printed), key, tuple(fields))


def _values(work: Work, place: str) -> dict[str, str]:
    """Return what is known, by attribute; people and the date only as present or not."""
    values = {name: getattr(work, name) for name in (
        "title", "date", "container", "series", "volume", "number", "pages", "publisher", "institution", "edition",
        "howpublished", "note", "url",
    )}  # fmt: skip
    values |= {"authors": "1" if work.authors else "", "editors": "1" if work.editors else "", "place": place}
    values |= {i.scheme: i.value for i in work.identifiers}
    return {name: value for name, value in values.items() if value}


def _written_type(work: Work, values: Mapping[str, str], dialect: Dialect) -> EntryType:
    kind = TYPES.get(work.type, TYPES["misc"])
    if kind.name == "inbook" and "container" in values:
        kind = TYPES["incollection"]
    needed = [a for a in kind.needs if dialect == "bibtex" or a in BIBLATEX_NEEDS]
    while not all(attribute in values for attribute in needed):
        kind = TYPES[kind.otherwise]
        needed = [a for a in kind.needs if dialect == "bibtex" or a in BIBLATEX_NEEDS]
    return kind


def _biblatex_type(kind: EntryType, printed: Mapping[str, str]) -> str:
    if kind.name == "incollection" and "editors" not in printed:
        return "inbook"  # biblatex's incollection has editors
    if kind.name == "misc" and "howpublished" not in printed and {"arxiv", "doi", "url"} & printed.keys():
        return "online"
    return kind.biblatex or kind.name


@lru_cache
def _rows(type_: str) -> tuple[Row, ...]:
    return tuple(row for row in ROWS if row.serves(type_) and (row.attribute, row.bibtex) not in READ_ONLY)


def _fields(row: Row, work: Work, value: str, dialect: Dialect, primary_class: str) -> Iterator[tuple[str, str]]:
    name = row.name(dialect)
    if row.kind == "names":
        people, cut = (work.editors, False) if row.attribute == "editors" else (work.authors, work.others)
        written = [_person(person, dialect) for person in people]
        yield name, " and ".join([*written, "others"] if cut else written)
    elif row.attribute == "date":
        yield from _date(work, dialect)
    elif row.attribute == "arxiv":
        yield from _eprint(name, value, dialect, primary_class)
    elif row.kind == "title":
        yield name, latex_text.title(value, dialect)
    elif row.kind == "raw":
        yield name, latex_text.raw(value)
    elif row.kind == "pages":
        yield name, latex_text.text(pages(value), dialect)
    elif row.kind == "edition":
        yield name, latex_text.text(edition(value, dialect), dialect)
    else:
        yield name, latex_text.with_links(value, dialect)


@lru_cache(maxsize=1 << 15)
def _person(person: Creator, dialect: Dialect) -> str:
    """Return a name as it is written; of `D.E.` styles print the first initial only, so they are set apart."""
    given = _JOINED_INITIALS.sub(" ", person.given)
    text = f"{person.family}, {given}"
    if not (person.particle or person.suffix or person.literal) and _PLAIN_NAME.fullmatch(text):
        return text
    return names.name(replace(person, given=given), to_latex if dialect == "bibtex" else escape)


def _date(work: Work, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if dialect == "biblatex":
        yield "date", work.date
        return
    yield "year", work.date[:4]
    if work.month and 1 <= work.month <= len(months.MACROS):
        yield "month", months.MACROS[work.month - 1]


def _eprint(name: str, value: str, dialect: Dialect, primary_class: str) -> Iterator[tuple[str, str]]:
    yield name, value
    yield ("archiveprefix", "arXiv") if dialect == "bibtex" else ("eprinttype", "arxiv")
    if primary_class:
        yield "primaryclass" if dialect == "bibtex" else "eprintclass", primary_class


def _sort_key(work: Work) -> Iterator[tuple[str, str]]:
    """Yield `key`, by which BibTeX's styles sort and label what has neither author nor editor."""
    if not work.authors and not work.editors and work.title:
        words = [word for word in work.title.split() if any(letter.isalnum() for letter in word)]
        yield "key", latex_text.text(" ".join(words[:WORDS_OF_KEY]).rstrip(",:;.") or work.title, "bibtex")


def pages(text: str) -> str:
    """Return a page range with two hyphens; an article number such as `A-1` as it is."""
    return ", ".join(_page_range(part.strip()) for part in text.split(","))


def _page_range(text: str) -> str:
    match = _RANGE.fullmatch(text)
    return text.replace("-", "--") if match and match["a"] == match["b"] else text


def edition(text: str, dialect: Dialect) -> str:
    """Return an edition as a word for BibTeX's styles (`Second`), as a number for biblatex; else as it is."""
    number = _NUMBER.fullmatch(text)
    count = int(number[1]) if number else next((n for n, word in enumerate(ORDINALS, 1) if word == text.title()), 0)
    if not count:
        return text
    if dialect == "biblatex":
        return str(count)
    return ORDINALS[count - 1] if count <= len(ORDINALS) else text
