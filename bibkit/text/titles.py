"""Titles: their normal form, and the kind of difference between two of them.

No single number tells a slip from another work: "large-scale" and "larger-scale" are 98 % alike and two papers. So the
*kind* of the difference is told, and the matcher decides by kind and authors.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from bibkit.text.title_edits import edits, one_change
from bibkit.text.title_form import CACHE, key, words
from bibkit.text.title_tables import MARKERS, NUMERALS, OPENERS, SERIES, TRAILERS

__all__ = ["Difference", "Kind", "compare", "difference", "key", "words"]

Kind = Literal["exact", "edit", "editstop", "trunc", "lostprefix", "samehead", "disc", "similar", "none"]

EDIT_RATIO = 0.93  #: similarity below which two changed words are too much of a short title
SIMILAR_RATIO = 0.80  #: similarity from which a title is worth showing to a person
CHANGED_RATIO = 0.70  #: the same for a short title of which one word was exchanged
SIMILAR_SET = 90  #: the same for the words regardless of order and repetition (0..100)
SET_WORDS = 3  #: words that the shorter title needs before that counts: every title holds "learning"
TAG_WORDS = 3  #: words up to which a cut part with a number ("Part 2") names another work of a series

_SEPARATOR = re.compile(r"[:?!;]\s*|\.\s+|\s+[-|]+\s+|\s*(?:--+|[\u2013\u2014])\s+|\s+(?:--+|[\u2013\u2014])\s*")
_VERSION = re.compile(r"v?\d+")
_DIGITS = re.compile(r"\d+")
_MARKER = re.compile(rf"^(?:{'|'.join(OPENERS)})\b|\b(?:{'|'.join(MARKERS)})\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """How two titles differ: the kind, and their similarity (0..1)."""

    kind: Kind
    ratio: float
    spelling: bool = False  #: only typing errors; no word was exchanged, added or dropped
    one_change: bool = False  #: of `similar` ones: a single run of words differs, and says nothing opposite


def difference(a: str, b: str) -> Kind:
    """Return the kind of difference between two titles, in whichever order they are given.

    `exact`: same normal form. `edit`: up to two words misspelt or in another form (plural, -ise, -our). `editstop`:
    one word of grammar more, less or exchanged. `trunc`: one is the other's main title. `lostprefix`: one lacks the
    other's "Name: ". `samehead`: same name before the colon, the rest differs. `disc`: numbers or markers differ ("V2",
    "extended abstract"). `similar`: alike enough to show a person. `none`: anything else.
    """
    return compare(a, b).kind


@lru_cache(CACHE)
def compare(a: str, b: str) -> Difference:
    """Return the kind of difference between two titles with its similarity."""
    if key(a) == key(b):
        return Difference("exact", 1.0) if key(a) or a == b else Difference("none", 0.0)
    x, y = sorted((_bare(words(a)), _bare(words(b))))
    if "".join(x) == "".join(y):
        return Difference("exact", 1.0) if x else Difference("none", 0.0)
    one, two = " ".join(x), " ".join(y)
    ratio = fuzz.ratio(one, two) / 100
    near = ratio >= SIMILAR_RATIO or _same_words(x, y, one, two) or (ratio >= CHANGED_RATIO and one_change(x, y))
    marked = near and _marks(x) != _marks(y)
    if ratio >= EDIT_RATIO and not marked and (kinds := edits(x, y)) is not None:
        spelling = all(kind in ("typo", "spelling") for kind in kinds)
        return Difference("editstop" if "stop" in kinds else "edit", ratio, spelling)
    # Parts are cut from the raw title, which takes time: only where both begin or both end alike.
    ends = one[:2] == two[:2], one[-2:] == two[-2:]
    if any(ends) and (cut := _cut(a, b)):
        return Difference(cut, ratio)
    if marked:
        return Difference("disc", ratio)
    if ends[0] and (head := _head(a)) and head == _head(b):
        return Difference("samehead", ratio)
    if not near:
        return Difference("none", ratio)
    return Difference("similar", ratio, one_change=_head(a) == _head(b) and one_change(x, y))


def _same_words(x: tuple[str, ...], y: tuple[str, ...], one: str, two: str) -> bool:
    """Return whether two titles have nearly the same words regardless of order, repetition and marks."""
    if min(len(x), len(y)) >= SET_WORDS and fuzz.token_set_ratio(one, two) >= SIMILAR_SET:
        return True
    return x[:1] == y[:1] and _unmarked(x) == _unmarked(y) != ()


def _bare(title: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a title without what people leave behind it (`arXiv preprint`)."""
    for trailer in TRAILERS:
        if len(title) > len(trailer) + 1 and title[-len(trailer) :] == trailer:
            return title[: -len(trailer)]
    return title


@lru_cache(CACHE)
def _marks(title: tuple[str, ...]) -> tuple[str, ...]:
    """Return what tells works of a series apart, sorted: numbers in any form, plus signs, markers."""
    found = _MARKER.findall(" ".join(title))
    for word in title:
        if word in NUMERALS:
            found.append(NUMERALS[word])
        elif word == "plus":
            found.append(word)
        elif not word.isalpha():
            found += _DIGITS.findall(word)
    return tuple(sorted(found))


@lru_cache(CACHE)
def _unmarked(title: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a title without numbers and markers."""
    rest = _MARKER.sub("", " ".join(title)).split()
    return tuple(word for word in rest if word.isalpha() and word not in NUMERALS and word != "plus")


@lru_cache(CACHE)
def _parts(title: str) -> tuple[dict[str, bool], dict[str, bool]]:
    """Return the keys of a title's possible main titles, and of what may stand behind a "Name: ".

    Each comes with whether what is cut off then names another work.
    """
    heads: dict[str, bool] = {}
    tails: dict[str, bool] = {}
    for found in _SEPARATOR.finditer(title):
        head, tail = words(title[: found.start()]), words(title[found.end() :])
        if head and tail:
            heads["".join(head)] = _names_another(tail)
            tails["".join(tail)] = _names_another(head)
    return heads, tails


def _head(title: str) -> str:
    """Return the key of what stands before a title's first separator, or ''."""
    return next(iter(_parts(title)[0]), "")


def _names_another(part: tuple[str, ...]) -> bool:
    """Return whether a title without this part names another work: it has a marker, or is hardly more than a number."""
    if _MARKER.search(" ".join(part)):
        return True
    return len(part) <= TAG_WORDS and (part[0] in SERIES or part[0] in NUMERALS or bool(_VERSION.fullmatch(part[0])))


def _cut(a: str, b: str) -> Kind | None:
    """Return `trunc` or `lostprefix` if one title is part of the other, `disc` if the rest makes another work."""
    cuts: tuple[tuple[int, Kind], ...] = ((0, "trunc"), (1, "lostprefix"))
    for short, long in ((a, b), (b, a)):
        for side, kind in cuts:
            another = _parts(long)[side].get(key(short))
            if another is not None:
                return "disc" if another else kind
    return None
