""".bib text <-> entries: the one user of bibtexparser, for reading, writing and for reading back what was written."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibkit.errors import CheckFailed
from bibkit.formats import bib_values
from bibkit.model.work import Work
from bibkit.text import months

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

INDENT = "  "
SEPARATOR = "\n"  #: between two entries, beside the line end of the first

_ENTRY_START = re.compile(r"\n\n(?=@)")
_NOT_IN_HEAD = re.compile(r"[@{}]")


@dataclass(frozen=True, slots=True)
class BibWork:
    """One entry as read: its key and type as written, its Work, and its fields in LaTeX with macros resolved."""

    key: str
    type: str
    work: Work
    fields: Mapping[str, str] = field(default_factory=dict)
    line: int = 0  #: of the `@`, counted from 1
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class BibFile:
    """What a .bib file holds: its works in order, and (line, reason) for all that a person should look at."""

    works: tuple[BibWork, ...] = ()
    failures: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One entry as it is to be written; values in LaTeX, without delimiters. A `month` that is a macro stays one."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]


def read(text: str) -> BibFile:
    """Return the works of a .bib text and what could not be read, each with its line; never raises for bad text.

    An entry whose key is taken is kept as well, and said; of a field given twice the first counts, as in BibTeX.
    """
    library = _split(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    failures: list[tuple[int, str]] = []
    macros = _macros(library)
    found: list[tuple[Entry, dict[str, str]]] = []
    for entry in _entries(library, failures):
        written = [(item.key.lower(), str(item.value), (item.start_line or 0) + 1) for item in entry.fields]
        found.append((entry, bib_values.fields(written, macros, failures)))
    by_key = {entry.key.lower(): own for entry, own in reversed(found)}
    works = tuple(_work(entry, bib_values.inherited(own, by_key)) for entry, own in found)
    return BibFile(works, tuple(sorted(failures)))


def _work(entry: "Entry", fields: Mapping[str, str]) -> BibWork:
    from bibkit.formats import from_bib  # an export, which only writes, starts without it

    line = _line(entry)
    work = from_bib.work(entry.entry_type, fields)
    return BibWork(entry.key, entry.entry_type, work, fields, line, line + (entry.raw or "").rstrip().count("\n"))


def _split(text: str) -> "Library":
    """Return bibtexparser's blocks with values as written; what it could not read stands among them, not in a log."""
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return parse_string(text, parse_stack=[])


def _line(block: "Block") -> int:
    return (block.start_line or 0) + 1


def _macros(library: "Library") -> dict[str, str]:
    """Return the text of every @string by lower-case name; one may use those defined before it, as in BibTeX."""
    macros: dict[str, str] = {}
    for string in library.strings:
        macros[string.key.lower()] = bib_values.read(string.value, macros).text
    return macros


def _entries(library: "Library", failures: list[tuple[int, str]]) -> "Iterator[Entry]":
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

    first: dict[str, int] = {}
    for block in library.blocks:
        if isinstance(block, ParsingFailedBlock) and not isinstance(block.ignore_error_block, Entry):
            reason = _reason(block)
            if reason:
                failures.append((_line(block), reason))
            continue
        if isinstance(block, DuplicateFieldKeyBlock):
            given = ", ".join(sorted(block.duplicate_keys))
            failures.append((_line(block), f"a field is given twice ({given}); the first one counts"))
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if not isinstance(entry, Entry):
            continue
        if any(blank in entry.key for blank in " \t\n"):
            failures.append((_line(entry), f"the key {' '.join(entry.key.split())!r} holds a blank"))
        if entry.key and (line := first.get(entry.key.lower())):
            failures.append((_line(entry), f"the key {entry.key!r} is taken by the entry in line {line}"))
        first.setdefault(entry.key.lower(), _line(entry))
        yield entry


def _reason(block: "Block") -> str:
    """Return why a block could not be read, '' for a comment and for a macro that is defined twice."""
    start = (block.raw or "").lstrip().lower()
    if start.startswith("@comment") or getattr(block, "ignore_error_block", None) is not None:
        return ""
    error = getattr(block, "error", None)
    return "not read: " + " ".join(str(getattr(error, "abort_reason", error)).split()).rstrip(" .")


def write(entries: Sequence[BibEntry], head: str = "") -> str:
    """Return the .bib text of `entries` in their order by bibtexparser's writer, below `head` as a comment."""
    return write_all({"": entries}, {"": head})[""]


def write_all(files: Mapping[str, Sequence[BibEntry]], heads: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file, each below its head; an entry that several files share is written once."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = INDENT
    layout.trailing_comma = True
    made: dict[int, str] = {}
    for entry in {id(entry): entry for entries in files.values() for entry in entries}.values():
        block = Entry(entry.type, entry.key, [Field(name, _enclosed(name, text)) for name, text in entry.fields])
        # An empty stack: the values are enclosed already, and the default one copies the whole library first.
        made[id(entry)] = write_string(Library([block]), unparse_stack=[], bibtex_format=layout)
    return {
        path: SEPARATOR.join([f"{heads[path]}\n"] * bool(heads.get(path)) + [made[id(entry)] for entry in entries])
        for path, entries in files.items()
    }


def _enclosed(name: str, value: str) -> str:
    return value if name == "month" and value in months.MACROS else "{" + value + "}"


def verify(text: str, meant: Sequence[BibEntry], known: dict[str, BibEntry] | None = None) -> None:
    """Raise CheckFailed, naming key and field, unless `text` reads back as exactly the entries and values meant.

    `known` collects the text of every entry that was read back. A file of such entries alone, each meant as before, is
    not read again: bibtexparser starts anew behind each closing brace, so an entry reads alike in every file.
    """
    known = {} if known is None else known
    head, *pieces = _ENTRY_START.split(text)
    seen = [known.get(piece.rstrip("\n")) for piece in pieces]
    if seen == list(meant) and not _NOT_IN_HEAD.search(head):
        return
    library = _split(text)
    if library.failed_blocks:
        block = library.failed_blocks[0]
        raise CheckFailed(f"line {_line(block)} of the text would not be read: {_reason(block) or block.error}")
    found = library.entries
    for entry, read_back in zip(meant, found, strict=False):
        _verify_entry(entry, read_back)
    if len(found) != len(meant) or len(library.blocks) > len(found) + 1:
        raise CheckFailed(f"{len(meant)} entries were meant, {len(found)} read back, with text between them")
    known.update((read_back.raw or "", entry) for entry, read_back in zip(meant, found, strict=True))


def _verify_entry(entry: BibEntry, found: "Entry") -> None:
    if (found.entry_type, found.key) != (entry.type, entry.key):
        raise CheckFailed(f"{entry.key}: reads back as @{found.entry_type}{{{found.key}}}")
    values = {item.key: str(item.value) for item in found.fields}
    for name, value in entry.fields:
        if values.pop(name, None) != _enclosed(name, value):
            raise CheckFailed(f"{entry.key}: the field {name} does not read back as {value!r}")
        if not balanced(value):
            raise CheckFailed(f"{entry.key}: the field {name} holds unbalanced braces: {value!r}")
    if values:
        raise CheckFailed(f"{entry.key}: reads back with a field {min(values)} that was not meant")


def balanced(value: str) -> bool:
    """Return whether the braces of a value balance as BibTeX counts them: it counts escaped ones, bibtexparser not."""
    if "{" not in value and "}" not in value:
        return True
    depth = 0
    for letter in value:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0
