"""A YAML text cut into its members by the places of YAML's nodes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bibkit.formats.yaml_tree import loader

#: Lines of blanks and comments, then indentation: all that may stand between two members.
_LEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*\Z")
_DASH = re.compile(r"((?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*)-[ ]*\Z")
_COMMENT_LINE = re.compile(r"([ \t]*)#[^\n]*(?:\n|\Z)")
_COMMENT = re.compile(r"#[^\n]*")
_BLOCK_STYLES = ("|", ">")
#: What YAML takes for the end of a line and this module does not.
_ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


class Unusual(Exception):
    """The text is laid out in a way that can't be cut into members."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One member of a mapping or list: `start` to `end`, whole lines but for the indentation before it."""

    name: object  #: its key in a mapping, its number in a list
    lead: str
    body: str
    start: int
    end: int
    key_end: int  #: end of its key
    node: Any  #: YAML's node of its value


class Source:
    """A text and the nodes of its values. The text ends with a line break and has no byte order mark."""

    def __init__(self, text: str) -> None:
        import yaml

        self._yaml = yaml
        self.text = text.removeprefix("\ufeff")
        self.newline = "\r\n" if "\r\n" in self.text else "\n"
        if self.text and not self.text.endswith("\n"):
            self.text += self.newline
        self.root: Any = yaml.compose(self.text, Loader=loader())
        self._odd = bool(_ODD_BREAK.search(self.text))

    def written(self, lines: str) -> str:
        """Return lines as this text writes them, the last one ended."""
        return f"{lines}\n".replace("\n", self.newline)

    def blank_line(self) -> str:
        """Return the blank line that sets new members off from what stands above them; '' where there is one."""
        return "" if not self.text or self.text.endswith(self.newline * 2) else self.newline

    def top(self) -> tuple[str, list[Piece]]:
        """Return what stands before the first member of the file and its comments, and the members."""
        pieces, _ = self.pairs(self.root)
        first = pieces[0]
        if self.root.start_mark.column:
            raise Unusual
        head, comments = attached(self.text[: first.start])
        return head, [
            Piece(first.name, comments, first.body, first.start, first.end, first.key_end, first.node),
            *pieces[1:],
        ]

    def pairs(self, node: Any) -> tuple[list[Piece], int]:
        """Return the members of a mapping in block style, and the column of its keys. Raises Unusual."""
        if not isinstance(node, self._yaml.MappingNode) or node.flow_style or not node.value or self._odd:
            raise Unusual
        column = node.value[0][0].start_mark.column
        pieces: list[Piece] = []
        before = node.value[0][0].start_mark.index
        for key, value in node.value:
            start = key.start_mark.index
            lead = self.text[before:start]
            if not _LEAD.match(lead):
                raise Unusual
            before = self._end(value, key.end_mark.index, column)
            pieces.append(Piece(key.value, lead, self.text[start:before], start, before, key.end_mark.index, value))
        return pieces, column

    def items(self, node: Any) -> tuple[list[Piece], int]:
        """Return the members of a list in block style, and the column of its dashes. Raises Unusual."""
        if not isinstance(node, self._yaml.SequenceNode) or node.flow_style or not node.value or self._odd:
            raise Unusual
        column = node.start_mark.column
        pieces: list[Piece] = []
        before = node.start_mark.index
        for number, value in enumerate(node.value):
            found = _DASH.match(self.text[before : value.start_mark.index])
            if found is None:
                raise Unusual
            start = before + len(found[1])
            end = self._end(value, start + 1, column)
            pieces.append(Piece(number, found[1], self.text[start:end], start, end, start + 1, value))
            before = end
        return pieces, column

    def _end(self, value: Any, least: int, column: int) -> int:
        """Return where a member ends: its last line, and comment lines that are indented deeper than it."""
        end = max(self._content_end(value), least)
        if not (end and self.text[end - 1] == "\n"):
            end = self.text.find("\n", end) + 1 or len(self.text)
        while (found := _COMMENT_LINE.match(self.text, end)) and len(found[1]) > column:
            end = found.end()
        return end

    def _content_end(self, node: Any) -> int:
        """Return where the last text or bracket of a value ends; YAML's own end of a block is where the next begins."""
        if isinstance(node, self._yaml.ScalarNode) or node.flow_style or not node.value:
            end: int = node.end_mark.index
            if node.__class__ is self._yaml.ScalarNode and node.style in _BLOCK_STYLES:
                end = len(self.text[:end].rstrip())  # the blank lines behind it stand before the next member
            return end
        last = node.value[-1]
        return self._content_end(last[1] if isinstance(last, tuple) else last)

    def one_line_scalar(self, piece: Piece) -> tuple[int, int] | None:
        """Return where the text of `key: text` begins and ends; None where it isn't on the key's line."""
        node = piece.node
        if not isinstance(node, self._yaml.ScalarNode) or node.style in _BLOCK_STYLES:
            return None
        start, end = node.start_mark.index, node.end_mark.index
        return None if "\n" in self.text[piece.start : end] else (start, end)

    def comments(self, piece: Piece) -> list[str]:
        """Return the comments inside a member, in order."""
        return self._comments_between(piece.key_end, piece.end, piece.node)

    def all_comments(self) -> str:
        """Return the comments of the whole text, one a line."""
        found = self._comments_between(0, len(self.text), self.root)
        return "".join(comment + self.newline for comment in found)

    def _comments_between(self, start: int, end: int, node: Any) -> list[str]:
        found: list[str] = []
        for first, last in (*self._scalars(node), (end, end)):
            found += (comment.rstrip() for comment in _COMMENT.findall(self.text, start, max(start, first)))
            start = max(start, last)
        return found

    def _scalars(self, node: Any) -> Iterator[tuple[int, int]]:
        """Yield where the texts below a node begin and end, in order: a `#` inside them is no comment."""
        if node is None:
            return
        if isinstance(node, self._yaml.ScalarNode):
            yield node.start_mark.index, node.end_mark.index
        elif isinstance(node, self._yaml.MappingNode):
            for key, value in node.value:
                yield from self._scalars(key)
                yield from self._scalars(value)
        else:
            for value in node.value:
                yield from self._scalars(value)

    def on_first_line(self, piece: Piece, comment: str) -> bool:
        """Return whether a comment of a member stands on its first line."""
        return piece.body.split("\n", 1)[0].rstrip().endswith(comment)


def attached(lead: str) -> tuple[str, str]:
    """Return a lead as what stands apart, and the comment lines directly above the member with its indentation."""
    lines = lead.splitlines(keepends=True)
    start = len(lines)
    if start and not lines[-1].endswith("\n"):
        start -= 1  # the member's own indentation
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return "".join(lines[:start]), "".join(lines[start:])


def comment_lines(lead: str) -> str:
    """Return the whole lines of a lead from its first to its last one, if there is a comment among them; else ''."""
    return lead[: lead.rfind("\n") + 1] if "#" in lead else ""
