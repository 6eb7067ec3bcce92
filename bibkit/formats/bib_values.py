"""A field's value as written in a .bib file -> its text: braces and quotes go, macros and `#` are carried out.

bibtexparser leaves concatenations as they stand, and takes a missing comma for a part of the value; both matter here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bibkit.text import months

#: Fields that a child does not inherit (btxdoc 3.2, biblatex manual appendix B).
NOT_INHERITED = frozenset({"crossref", "xref", "xdata", "ids", "key", "sortkey", "label", "options"})

_WORD = re.compile(r'[^\s#{}",=]+')
_LOST_FIELD = re.compile(r"\s*([A-Za-z][\w:-]*)\s*=\s*")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Value:
    """A value's text with blanks folded, the macros that nothing defines, and what was written behind it."""

    text: str
    undefined: tuple[str, ...] = ()
    lost: str = ""  #: text behind the value: a comma is missing before it


def read(written: str, macros: Mapping[str, str]) -> Value:
    """Return the value of `written`; `macros` by lower-case name. An undefined macro stands for its own name."""
    parts: list[str] = []
    undefined: list[str] = []
    at = 0
    while True:
        at = _skip_blanks(written, at)
        part, end, is_name = _token(written, at)
        if is_name and not part.isdigit():
            known = macros.get(part.lower(), part if part.lower() in months.MACROS else None)
            if known is None:
                undefined.append(part)
            part = part if known is None else known
        parts.append(part)
        at = _skip_blanks(written, end)
        if written[at : at + 1] != "#":
            break
        at += 1
    return Value(_BLANKS.sub(" ", "".join(parts)).strip(), tuple(undefined), written[at:].strip())


def fields(
    written: Iterable[tuple[str, str, int]], macros: Mapping[str, str], failures: list[tuple[int, str]]
) -> dict[str, str]:
    """Return the values of (name, value as written, line), first of a name; adds to `failures` what is not plain."""
    found: dict[str, str] = {}
    for name, text, line in written:
        value = read(text, macros)
        for macro in value.undefined:
            failures.append((line, f"{name}: no @string defines {macro!r}; it is taken as text"))
        found.setdefault(name, value.text)
        if value.lost:
            others = lost_fields(value.lost, macros)
            what = f"before {', '.join(others)}" if others else f"or a delimiter near {value.lost[:20]!r}"
            failures.append((line, f"{name}: a comma is missing {what}"))
            for other, lost in others.items():
                found.setdefault(other, lost)
    return {name: text for name, text in found.items() if text}


def inherited(own: dict[str, str], by_key: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the fields with those of the `crossref` and `xdata` parents where the child has none."""
    found = own
    for name in (own.get("crossref", ""), *own.get("xdata", "").split(",")):
        parent = by_key.get(name.strip().lower(), {})
        if not parent or parent is own:
            continue
        book = {"booktitle": parent["title"]} if "title" in parent and "title" in own else {}
        found = {**book, **{n: v for n, v in parent.items() if n not in NOT_INHERITED}, **found}
    return found


def lost_fields(lost: str, macros: Mapping[str, str]) -> dict[str, str]:
    """Return the fields in the text behind a value, as far as they can be read."""
    found: dict[str, str] = {}
    while match := _LOST_FIELD.match(lost):
        value = read(lost[match.end() :], macros)
        found.setdefault(match[1].lower(), value.text)
        lost = value.lost
    return found


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _token(text: str, at: int) -> tuple[str, int, bool]:
    """Return the token at `at`, the place behind it, and whether it is a name or number rather than a string."""
    if text[at : at + 1] == "{":
        end = _closing(text, at)
        return text[at + 1 : end], end + 1, False
    if text[at : at + 1] == '"':
        end = _quote(text, at)
        return text[at + 1 : end], end + 1, False
    match = _WORD.match(text, at)
    if match:
        return match[0], match.end(), True
    return text[at:], len(text), False


def _closing(text: str, at: int) -> int:
    """Return the place of the brace that closes the one at `at`, by BibTeX's count; the last brace where none does."""
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return place
    last = text.rfind("}")
    return last if last > at else len(text)


def _quote(text: str, at: int) -> int:
    depth = 0
    for place in range(at + 1, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if text[place] == '"' and depth <= 0:
            return place
    return len(text)
