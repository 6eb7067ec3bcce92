"""BibTeX and biblatex files: every entry is an item, and what could not be read of it is a problem of that item."""

from bibkit.formats import bib
from bibkit.formats.bib import BibWork
from bibkit.importers.base import Document, Importer
from bibkit.model.reference import Kind, Reference


class Bib(Importer):
    """.bib files, read by value through bibtexparser."""

    name = "bib"
    suffixes = frozenset({".bib"})

    def read(self, text: str, path: str) -> Document:
        """Return the entries in file order; a .bib file has neither title nor sections."""
        file = bib.read(text)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        references = [_reference(work, file.failures, lines, path) for work in file.works]
        lost = [f for f in file.failures if not any(w.line <= f[0] <= w.end_line for w in file.works)]
        references += [_unread(line, reason, lines, path) for line, reason in lost]
        return Document("", tuple(sorted(references, key=lambda r: r.line)))


def _reference(one: BibWork, failures: tuple[tuple[int, str], ...], lines: list[str], path: str) -> Reference:
    work = one.work
    kind: Kind = "paper" if work.title else "skip"
    return Reference(
        file=path,
        line=one.line,
        end_line=one.end_line,
        text="\n".join(lines[one.line - 1 : one.end_line]),
        kind=kind,
        reason=f"an entry of type {one.type!r}" if work.title else "an entry without a title",
        title=work.title,
        authors=tuple(c.display for c in work.authors),
        year=work.year,
        month=work.month,
        venue_raw=work.container,
        url=work.url,
        identifiers=work.identifiers,
        note=work.note,
        problems=tuple(reason for line, reason in failures if one.line <= line <= one.end_line),
        key=one.key,
        work=work,
    )


def _unread(line: int, reason: str, lines: list[str], path: str) -> Reference:
    """Return the item of a block that could not be read at all: skipped, with the reason, so that it is counted."""
    text = lines[line - 1] if line <= len(lines) else ""
    return Reference(file=path, line=line, end_line=line, text=text, kind="skip", reason=reason, problems=(reason,))
