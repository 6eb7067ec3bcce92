"""Names as BibTeX takes them apart, byte for byte, and back. All text here is LaTeX, as in a .bib field.

The rules are those of BibTeX 0.99d (`bibtex.web`, sections 377 to 420; in words: Tame the BeaST, pp. 23-24). They know
ASCII letters alone: `Élodie` starts with no capital letter for them. Encode with `text.latex.to_latex` first where
that is not wanted, as `bibkit.model.names` does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibkit.text.name_tokens import Token, initial, is_lower, joined, tokens

#: A last word of these is no last name.
_SUFFIX = re.compile(r"(?:Jr|Sr|jr|sr)\.?|II|III|IV")
_AND_OR_BRACE = re.compile(r"[{}]| and(?= )", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name's parts; '' where it has none. Ties are written as blanks, hyphens and braces stay."""

    first: str = ""
    von: str = ""
    last: str = ""
    jr: str = ""


def split(field: str) -> tuple[NameParts, ...]:
    """Return the names of an author or editor field as BibTeX splits them; never raises.

    `others` is a name like all others, an empty name between two `and`s has four empty parts. A third comma in a name
    and braces without a partner are passed over, as BibTeX does after its warning.
    """
    field = _BLANKS.sub(" ", field).strip(" ")
    return tuple(_parts(name) for name in _names(field)) if field else ()


def initials(first: str) -> str:
    """Return first names as initials, as BibTeX's `{f.}` does: `Jean-Baptiste` is `J.-B.`, `D.E.` is `D.`."""
    words, _ = tokens(first)
    return joined([Token(initial(word.text) + ".", word.separator) for word in words])


def join(parts: NameParts) -> str:
    """Return a name as `von Last, Jr, First`, which `split` takes apart into the same parts.

    A last name of several words without a first name is braced: BibTeX would take its first word for a first name.
    """
    last = f"{parts.von} {parts.last}".strip()
    if parts.jr:
        return f"{last}, {parts.jr}, {parts.first or '{}'}"
    if parts.first:
        return f"{last}, {parts.first}"
    return last if _parts(last) == parts else f"{parts.von} {{{parts.last}}}".strip()


def from_display(name: str) -> NameParts:
    """Return the parts of one name as people write it (`Laurens van der Maaten`), in Unicode or LaTeX.

    Beside BibTeX's rules: letters of all scripts have their case, a final `Jr.` or `III` is no last name, and somebody
    who writes all of a name in lower case has a first name.
    """
    if "," in name:
        return next(iter(split(name)), NameParts())
    words = name.split()
    jr = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    lower = [word[:1].islower() for word in words[:-1]]
    if not any(lower) or all(lower):
        return NameParts(" ".join(words[:-1]), "", words[-1] if words else "", jr)
    start = lower.index(True)
    end = len(lower) - lower[::-1].index(True)
    return NameParts(" ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:]), jr)


def _names(field: str) -> Iterator[str]:
    """Yield the texts between the `and`s outside braces; an `and` needs a blank on both sides."""
    start = depth = 0
    for found in _AND_OR_BRACE.finditer(field):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            yield field[start : found.start()]
            start = found.end()
    yield field[start:]


def _parts(name: str) -> NameParts:
    words, commas = tokens(name)
    last_end = commas[0] if commas else len(words)
    jr_end = commas[1] if len(commas) > 1 else last_end
    if commas:
        von_start, von_end = 0, _von_end(words, 0, last_end)
        first = words[jr_end:]
    else:
        von_start, von_end = _von(words)
        first = words[:von_start]
    last, jr = words[von_end:last_end], words[last_end:jr_end]
    return NameParts(joined(first), joined(words[von_start:von_end]), joined(last), joined(jr))


def _von(words: list[Token]) -> tuple[int, int]:
    """Return where the von part of a name without commas starts and ends; without one, both are the last name's start.

    That is the last word, with the words that hyphens tie to it.
    """
    for start in range(len(words) - 1):
        if is_lower(words[start].text):
            return start, _von_end(words, start, len(words))
    start = max(len(words) - 1, 0)
    while start > 0 and words[start].separator == "-":
        start -= 1
    return start, start


def _von_end(words: list[Token], start: int, last_end: int) -> int:
    """Return where the last name starts: after the last lower-case word before its final word."""
    end = last_end - 1
    while end > start and not is_lower(words[end - 1].text):
        end -= 1
    return max(end, start)
