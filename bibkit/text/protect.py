"""Titles as LaTeX with braces round the words whose letters a bibliography style must not lower."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from bibkit.text.latex_encode import TOUCHING, escape, to_latex
from bibkit.text.latex_math import MATH_IN_TEXT
from bibkit.text.proper_nouns import NOUNS, PHRASES

#: A formula, a short function (`O(1)`), or a word: signs that belong to it stay with it (`C++`, `R&D`, `U.S.`),
#: brackets and hyphens don't.
_PIECE = re.compile(
    rf"({MATH_IN_TEXT.pattern})"
    r"|[A-Z]\([^()\s]{1,8}\)"
    r"|[^\W_](?:[\w\u0300-\u036f.'’&@+#*]*[\w\u0300-\u036f+#*])?(?:(?<=\.[A-Za-z])\.)?"
)
#: What ties two words to one compound.
_JOINTS = frozenset("-‐‑–/:")
_LONE = re.compile(r"[^\W\d_][+#*]*")
_CAPITAL = re.compile(r"[A-Z]")
_DIGIT = re.compile(r"\d")
_ENDING = re.compile(r"['’]s$|s$")
_LONG = 4  #: letters; shorter words in capitals may be acronyms
_MANY = 4  #: words in capitals that are no row of acronyms
#: The one capital letter that is a word of its own and no name.
_ARTICLE = "A"


def protect(title: str, *, unicode: bool = False) -> str:
    r"""Return a Unicode title as LaTeX for a .bib: `A {BERT} and {$L_2$} Study of {{\'E}tienne}`.

    Braced are whole words (or the parts of a compound) with a capital after their first letter or beside a digit, with
    an accented capital at the start, capitals standing alone (not the article `A`), listed proper nouns, and formulas
    with capitals. Words in title case are not. A title wholly in capitals is only encoded: see `is_all_caps`. ASCII by
    default; with `unicode`, for biber, Typst and pandoc, letters stay as they are.
    """
    encode = escape if unicode else to_latex
    title = unicodedata.normalize("NFC", title)
    if is_all_caps(title):
        return encode(title)
    pieces = list(_PIECE.finditer(title))
    return TOUCHING.sub("{}", "".join(_rendered(title, pieces, _needy(title, pieces), encode)))


def is_all_caps(title: str) -> bool:
    """Return whether a title is written wholly in capitals; one of few short words is a row of acronyms."""
    if title.upper() != title or title.lower() == title:
        return False
    words = re.findall(r"[^\W\d_]+", title)
    return len(words) >= _MANY or sum(len(word) >= _LONG for word in words) > 1


def _rendered(
    title: str, pieces: list[re.Match[str]], needy: list[bool], encode: Callable[[str], str]
) -> Iterator[str]:
    """Yield the encoded title in order: what needs it in braces, parts of a compound that follow each other in one."""
    end = 0
    for at, piece in enumerate(pieces):
        if not needy[at] or piece.start() < end:
            continue
        last = at
        while last + 1 < len(pieces) and needy[last + 1] and _tied(title, pieces, last):
            last += 1
        yield encode(title[end : piece.start()])
        end = pieces[last].end()
        yield "{" + encode(title[piece.start() : end]) + "}"
    yield encode(title[end:])


def _needy(title: str, pieces: list[re.Match[str]]) -> list[bool]:
    """Return for each piece whether its capitals must stay. A letter alone in a compound takes its neighbour along."""
    needy = [_needs(piece[0]) if not piece[1] else bool(_CAPITAL.search(piece[0])) for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece[0][0].isupper() and _LONE.fullmatch(piece[0]):
            tied = [other for other in (at, at - 1) if 0 <= other < len(pieces) - 1 and _tied(title, pieces, other)]
            for other in tied[:1]:
                needy[other] = needy[other + 1] = True
            needy[at] = bool(tied) or piece[0] != _ARTICLE
    for at in range(len(pieces)):
        for phrase in _PHRASES.get(pieces[at][0], ()):
            if tuple(piece[0] for piece in pieces[at : at + len(phrase)]) == phrase:
                needy[at : at + len(phrase)] = [True] * len(phrase)
    return needy


def _tied(title: str, pieces: list[re.Match[str]], at: int) -> bool:
    """Return whether a piece and the next one are parts of one compound."""
    return title[pieces[at].end() : pieces[at + 1].start()] in _JOINTS and not (pieces[at][1] or pieces[at + 1][1])


def _needs(word: str) -> bool:
    rest = word[1:]
    if rest != rest.lower() or (not word[0].isascii() and word[0].isupper()):
        return True
    if not word[0].isupper():
        return False
    return word in NOUNS or rest[:1] == "(" or bool(_DIGIT.search(rest)) or _ENDING.sub("", word) in NOUNS


_PHRASES = {first: [phrase for phrase in PHRASES if phrase[0] == first] for first in {phrase[0] for phrase in PHRASES}}
