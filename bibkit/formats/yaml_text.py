"""Values -> YAML text: block style, one fact a line, and every text quoted that any YAML reader could misread.

A tree is text, a list or a dict of trees. Written plain are only texts that YAML 1.1 and 1.2 both read as text.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache


class Flow(list["Tree"]):
    """A list of short texts that stands on one line where it fits: `[oral, spotlight]`."""


class Spaced(list["Tree"]):
    """A list with a blank line before each item but the first."""


class SpacedMap(dict[str, "Tree"]):
    """A mapping with a blank line before each entry but the first."""


#: None is a value that waits to be filled in; numbers and truth values are written as such.
Tree = str | int | float | None | Sequence["Tree"] | Mapping[str, "Tree"]

STEP = 2  #: blanks of one level
FLOW_WIDTH = 80  #: characters; a longer list of short texts goes on several lines

#: Characters that a YAML text may not hold as they are, or that a reader takes for a line break.
_SPECIAL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_NEEDS_ESCAPE = re.compile(f"[{_SPECIAL}]")
#: First character no indicator; no `: `, no ` #`, no blank or colon at the end.
_SAFE = re.compile(rf"[\w(/$](?:[^{_SPECIAL}:# ]|:(?=\S)|(?<! )#| (?=.))*\Z")
_FLOW_UNSAFE = re.compile(r"[,\[\]{}:?]")
#: What YAML 1.1 or 1.2 readers make something other than text of: truth values, numbers, base 60, dates.
_MISREAD = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null"
    r"|[0-9][0-9_.,:]*(?:e[-+]?[0-9]*)?"
    r"|0[xob][0-9a-f_]*"
    r"|[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2}(?:[t ].*)?)?)\Z",
    re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_HALF = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=65536)
def scalar(text: str) -> str:
    """Return `text` as a YAML scalar on one line. Half a surrogate pair, which no file can hold, becomes U+FFFD."""
    if _SAFE.match(text) and not _MISREAD.match(text):
        return text
    if not _NEEDS_ESCAPE.search(text):
        return _quoted(text)
    return '"' + "".join(_escaped(character) for character in _HALF.sub("\ufffd", text)) + '"'


def _in_flow(text: str) -> str:
    written = scalar(text)
    return _quoted(text) if written == text and _FLOW_UNSAFE.search(text) else written


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _NEEDS_ESCAPE.match(character):
        return character
    return f"\\x{ord(character):02x}" if character < "\u0100" else f"\\u{ord(character):04x}"


def leaf(tree: str | int | float | None) -> str:
    """Return a value that is neither list nor mapping: text quoted where needed, `true`, `0.93`, '' for None."""
    if isinstance(tree, str):
        return scalar(tree)
    if isinstance(tree, bool):
        return "true" if tree else "false"
    return "" if tree is None else repr(tree)


def flow(texts: Sequence[Tree]) -> str:
    """Return `[a, 'b, c']`, or '' where that is too long for one line."""
    parts = [_in_flow(text) for text in texts if isinstance(text, str)]
    line = f"[{', '.join(parts)}]"
    return line if len(line) <= FLOW_WIDTH else ""


def value(tree: Tree, indent: int) -> str:
    """Return what stands behind `key:` at `indent` blanks: ` text` or the lines below, without the last line break."""
    if tree is None:
        return ""
    if isinstance(tree, str | int | float):
        return " " + leaf(tree)
    if not tree:
        return " {}" if isinstance(tree, Mapping) else " []"
    line = flow(tree) if isinstance(tree, Flow) else ""
    return f" {line}" if line else "\n" + block(tree, indent + STEP)


def block(tree: Sequence[Tree] | Mapping[str, Tree], indent: int) -> str:
    """Return a list or mapping that is not empty as lines that start at `indent` blanks, without the last break."""
    pad = " " * indent
    gap = "\n\n" if isinstance(tree, Spaced | SpacedMap) else "\n"
    if isinstance(tree, Mapping):
        return gap.join(pad + pair(key, child, indent) for key, child in tree.items())
    return gap.join(pad + item(child, indent) for child in tree)


def pair(key: str, tree: Tree, indent: int) -> str:
    """Return `key: value` whose key stands at `indent` blanks; the first line without them."""
    return f"{scalar(key)}:{value(tree, indent)}"


def item(tree: Tree, indent: int) -> str:
    """Return `- value` whose dash stands at `indent` blanks; the first line without them."""
    if tree is None or isinstance(tree, str | int | float) or not tree:
        return f"-{value(tree, indent)}"
    return "- " + block(tree, indent + STEP).lstrip(" ")
