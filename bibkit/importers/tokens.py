"""From markdown-it's block tokens to raw items: list items, table rows, paragraphs with a link, in file order."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibkit.importers import headings, inline
from bibkit.importers.inline import STRONG, STRONG_END

if TYPE_CHECKING:
    from markdown_it.token import Token

_TASK = re.compile(r"\[[ xX]\]\s+")
_SUMMARY = re.compile(r"<summary[^>]*>(.*?)</summary\s*>", re.I | re.S)
_HTML_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1\s*>", re.I | re.S)
_BOLD = re.compile(f"{STRONG}([^{STRONG}{STRONG_END}]+){STRONG_END}\\s*:?")
_HTML_STEP = re.compile(r"</details\s*>|<summary[^>]*>.*?</summary\s*>|<h([1-6])[^>]*>.*?</h\1\s*>", re.I | re.S)


@dataclass(slots=True)
class RawItem:
    """One item as it stands in the document. `line` and `end_line` count from 1, both included."""

    line: int
    end_line: int
    form: str  #: list, row, paragraph
    section: tuple[str, ...]
    sources: list[str] = field(default_factory=list)  #: inline Markdown of its own, without its children's
    spans: list[tuple[int, int]] = field(default_factory=list)  #: lines of those, from 0, end excluded
    cells: dict[str, str] = field(default_factory=dict)  #: of a table row: column -> inline Markdown
    parent: "RawItem | None" = None
    task: bool = False  #: begins with a check box


class Walk:
    """One pass over the tokens; it keeps the section path, the open list items and the open table while it goes."""

    def __init__(self, tokens: "list[Token]", env: dict[str, object]) -> None:
        self.env = env
        self.title = ""
        self.items: list[RawItem] = []
        self.path = headings.Path()
        self.stack: list[RawItem] = []
        self.quotes = 0
        self.columns: list[str] = []
        self.cell = -1
        self.row: RawItem | None = None
        self.titles = _title_tokens(tokens)
        for index, token in enumerate(tokens):
            step = _STEPS.get(token.type)
            if step:
                step(self, token, tokens[index - 1])

    def list_item_open(self, token: "Token", _: "Token") -> None:
        line = token.map[0] if token.map else 0
        parent = self.stack[-1] if self.stack else None
        item = RawItem(line + 1, line + 1, "list", self.path.names, parent=parent)
        self.items.append(item)
        self.stack.append(item)

    def list_item_close(self, _token: "Token", _: "Token") -> None:
        self.stack.pop()

    def quote_open(self, _token: "Token", _: "Token") -> None:
        self.quotes += 1

    def quote_close(self, _token: "Token", _: "Token") -> None:
        self.quotes -= 1

    def table_open(self, _token: "Token", _: "Token") -> None:
        self.columns, self.row = [], None

    def tr_open(self, token: "Token", _: "Token") -> None:
        line = token.map[0] if token.map else 0
        self.cell = -1
        if self.columns:
            self.row = RawItem(line + 1, line + 1, "row", self.path.names)
            self.row.spans.append((line, line + 1))
            self.items.append(self.row)

    def tr_close(self, _token: "Token", _: "Token") -> None:
        self.row = None

    def cell_open(self, token: "Token", _: "Token") -> None:
        self.cell += 1

    def inline(self, token: "Token", opener: "Token") -> None:
        if opener.type == "th_open":
            self.columns.append(inline.plain(inline.skeleton(token.content, self.env).text) or f"#{self.cell}")
        elif opener.type == "td_open":
            if self.row is not None and self.cell < len(self.columns):
                self.row.cells.setdefault(self.columns[self.cell], token.content)
        elif self.stack:
            self.add(token)
        elif opener.type == "heading_open":
            if not self.quotes:
                self.heading(token, opener)
        elif not self.quotes:
            self.paragraph(token)

    def add(self, token: "Token") -> None:
        """Give a block's text to the innermost list item."""
        item = self.stack[-1]
        content = token.content
        if not item.sources and (task := _TASK.match(content)):
            item.task, content = True, content[task.end() :]
        item.sources.append(content)
        if token.map:
            item.spans.append((token.map[0], token.map[1]))
            item.end_line = max(item.end_line, token.map[1])

    def heading(self, token: "Token", opener: "Token") -> None:
        name = self.name(token.content)
        if id(opener) in self.titles:
            self.title = name
        else:
            self.path.push(int(opener.tag[1]), name)

    def paragraph(self, token: "Token") -> None:
        content = token.content
        if content.startswith("#######") and (found := headings.many_signs(content)):
            self.path.push(found[0], self.name(found[1]))
            return
        bold = None
        if content.startswith(("**", "__", "<b>", "<strong>")):
            bold = _BOLD.fullmatch(inline.skeleton(content, self.env).text)
        if bold:
            self.path.push(headings.BOLD, inline.plain(bold[1]))
        elif token.map and "](" in content:
            item = RawItem(token.map[0] + 1, token.map[1], "paragraph", self.path.names)
            item.sources.append(content)
            item.spans.append((token.map[0], token.map[1]))
            self.items.append(item)

    def html_block(self, token: "Token", _: "Token") -> None:
        if self.stack:
            self.add(token)
        elif not self.quotes:
            for step in _HTML_STEP.finditer(token.content):
                self.html_step(step.group())

    def html_step(self, tag: str) -> None:
        if summary := _SUMMARY.fullmatch(tag):
            self.path.push(headings.SUMMARY, self.name(summary[1].strip()))
        elif heading := _HTML_HEADING.fullmatch(tag):
            self.path.push(int(heading[1]), self.name(heading[2].strip()))
        else:
            self.path.close(headings.SUMMARY)

    def name(self, content: str) -> str:
        return inline.plain(inline.skeleton(content, self.env).text)


_STEPS = {
    "list_item_open": Walk.list_item_open,
    "list_item_close": Walk.list_item_close,
    "blockquote_open": Walk.quote_open,
    "blockquote_close": Walk.quote_close,
    "table_open": Walk.table_open,
    "tr_open": Walk.tr_open,
    "tr_close": Walk.tr_close,
    "th_open": Walk.cell_open,
    "td_open": Walk.cell_open,
    "inline": Walk.inline,
    "html_block": Walk.html_block,
}


def _title_tokens(tokens: "list[Token]") -> frozenset[int]:
    """Return the identity of the heading token that is the document's title, if any."""
    found = [t for t in tokens if t.type == "heading_open" and t.level == 0]
    index = headings.title_index([int(t.tag[1]) for t in found])
    return frozenset() if index is None else frozenset({id(found[index])})
