"""A Markdown document as an outline: its title, its raw items with their lines, and the skeleton of each."""

import re
from dataclasses import dataclass

from bibkit.importers import inline
from bibkit.importers.inline import Skeleton
from bibkit.importers.markup import reader
from bibkit.importers.tokens import RawItem, Walk

#: The settings that some sites keep at the top of a page, between lines of dashes.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)")


@dataclass(slots=True)
class Outline:
    """A document: title, raw items in file order, lines, and the environment that holds its link definitions."""

    title: str
    items: list[RawItem]
    lines: list[str]
    env: dict[str, object]

    def skeleton(self, item: RawItem) -> Skeleton:
        """Return the skeleton of the item's own text."""
        return inline.join([inline.skeleton(s, self.env) for s in item.sources] or [Skeleton("", [])])

    def text(self, item: RawItem) -> str:
        """Return the item's source as written, without its bullet."""
        lines = [line for start, end in item.spans for line in self.lines[start:end]]
        if item.form == "list" and lines:
            lines[0] = _BULLET.sub("", lines[0], count=1)
        return "\n".join(line.strip() for line in lines).strip()


def outline(text: str) -> Outline:
    """Return what `text` holds, in one pass over its block tokens."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = _FRONT_MATTER.match(text)
    if head:
        text = "\n" * head.group().count("\n") + text[head.end() :]
    env: dict[str, object] = {}
    tokens = reader().parse(text, env)
    walk = Walk(tokens, env)
    return Outline(walk.title, walk.items, text.split("\n"), env)
