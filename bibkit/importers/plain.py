"""Text files of DOIs, arXiv ids and links, one a line. `# words` opens a section; words beside an id are a title."""

import re

from bibkit.importers import headings
from bibkit.importers.base import Document, Importer
from bibkit.model.reference import Reference

#: What a line can give: an address, or an identifier with or without its label.
_GIVEN = re.compile(
    r"(?:https?|ftp)://\S+|www\.\S+|(?:doi|arxiv|isbn|pmid|pmcid)\s*[:=]\s*\S+|arxiv\s+\d\S+|10\.\d{4,9}/\S+"
    r"|\d{4}\.\d{4,5}(?:v\d+)?(?!\S)|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?!\d)|(?:doi\.org|arxiv\.org)/\S+",
    re.I,
)
_BULLET = re.compile(r"(?:[-*+•]|\d{1,4}[.)]|\[\d{1,4}\])\s+")
_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*")
_EDGES = " \t,;|-–—\"'<>"


class Plain(Importer):
    """Plain text, one item a line; blank lines are none."""

    name = "plain"
    suffixes = frozenset({".txt", ".text", ".ids", ".list"})

    def read(self, text: str, path: str) -> Document:
        """Return one item for every line that is neither blank nor a heading; one without an identifier is skipped."""
        sections = headings.Path()
        references = []
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines, start=1):
            heading = _HEADING.fullmatch(line.strip())
            if heading:
                sections.push(len(heading[1]), heading[2])
            elif line.strip():
                references.append(_reference(line.strip(), number, sections.names, path))
        return Document("", tuple(references))


def _reference(line: str, number: int, section: tuple[str, ...], path: str) -> Reference:
    words = _BULLET.sub("", line, count=1)
    given = _GIVEN.search(words)
    if not given:
        return Reference(path, number, number, section, line, "skip", "a line without an identifier or a link")
    title = f"{words[: given.start()]} {words[given.end() :]}".strip(_EDGES)
    return Reference(path, number, number, section, line, title=" ".join(title.split()), url=given[0].rstrip(_EDGES))
