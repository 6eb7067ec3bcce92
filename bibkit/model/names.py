"""An author or editor field of a .bib <-> Creators."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from bibkit.model.creator import Creator
from bibkit.text import names
from bibkit.text.latex import to_latex, to_unicode
from bibkit.text.names import NameParts

_NOBODY = NameParts()
_OTHERS = NameParts(last="others")
#: Names are parted by this word: no part may start or end with it unbraced.
_AND = re.compile(r"(?:^|[\s,])and(?:[\s,]|$)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_A-Za-z]")
#: One group that holds all; a special character (`{\\'E}`) is a letter.
_WHOLLY_BRACED = re.compile(r"\{(?!\\)(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def parse(field: str) -> tuple[Creator, ...]:
    """Return the people of an author field, split as BibTeX splits them, then decoded.

    Letters of all scripts have their case (BibTeX knows that of ASCII alone). A name wholly in braces is a literal;
    empty names and a final `others` are left out: see `others`.
    """
    found = names.split(_cased(field))
    if found and found[-1] == _OTHERS:
        found = found[:-1]
    return tuple(_creator(parts) for parts in found if parts != _NOBODY)


def others(field: str) -> bool:
    """Return whether an author field says that it is cut: its last name is `others`."""
    return names.split(field)[-1:] == (_OTHERS,)


def render(people: Iterable[Creator], *, others: bool = False, encode: Callable[[str], str] = to_latex) -> str:
    """Return an author field that `parse` reads as the same people: `von Last, Jr, First and ...`.

    What BibTeX would take apart in another way is braced: organisations, a last name with lower-case words or of
    several words without a first name, a part with a comma or an `and`.
    """
    rendered = [name(creator, encode) for creator in people]
    return " and ".join([*rendered, "others"] if others else rendered)


def name(creator: Creator, encode: Callable[[str], str] = to_latex) -> str:
    """Return one Creator as BibTeX reads it back; see `render`."""
    if creator.literal:
        return "{" + encode(creator.literal) + "}"
    meant = NameParts(*(encode(part) for part in (creator.given, creator.particle, creator.family, creator.suffix)))
    braced = replace(meant, last=_braced(meant.last))
    glued = replace(meant, von="", last=f"{meant.von} {meant.last}".strip())
    for parts in (meant, braced, glued):
        text = names.join(parts)
        if not _AND.search(text) and names.split(_cased(text)) == (NameParts(*map(_cased, _tuple(parts))),):
            return text
    return names.join(replace(braced, first=_braced(meant.first), jr=_braced(meant.jr)))


def _creator(parts: NameParts) -> Creator:
    given, particle, family, suffix = (to_unicode(part).strip() if part else part for part in _tuple(parts))
    if not (given or particle or suffix) and _WHOLLY_BRACED.fullmatch(parts.last):
        return Creator(literal=family)
    return Creator(family=family, given=given, particle=particle, suffix=suffix)


def _tuple(parts: NameParts) -> tuple[str, str, str, str]:
    return parts.first, parts.von, parts.last, parts.jr


def _braced(part: str) -> str:
    return "{" + part + "}" if part else ""


def _cased(field: str) -> str:
    """Return a field with its non-ASCII letters as LaTeX, so that BibTeX's rules see their case."""
    if field.isascii():
        return field
    return _LETTER.sub(lambda found: to_latex(found[0]), unicodedata.normalize("NFC", field))
