"""Whether two lists of authors are of one work, whichever way each writes its names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from bibkit.model.creator import Creator
from bibkit.text.title_form import CACHE, words

AuthorsKind = Literal["ok", "part", "weak", "conflict", "na"]

SIMILAR_FAMILY = 80  #: similarity (0..100) of two spellings of one family name (Reagen, Reagan)
SIMILAR_LENGTH = 5  #: letters from which that says anything: Wang and Tang are two people
HALF = 0.5  #: share of the shorter list that must agree


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two lists of authors agree: how many of the `given` names stand among the `known` ones."""

    kind: AuthorsKind
    agreed: int = 0
    given: int = 0
    known: int = 0
    first: bool = False  #: the first names agree

    @property
    def overlap(self) -> float:
        """Return the share of the given names that agree, 0..1."""
        return self.agreed / self.given if self.given else 0.0

    @property
    def whole(self) -> float:
        """Return the share of the longer list that agrees, 0..1."""
        return self.agreed / max(self.given, self.known, 1)


@dataclass(frozen=True, slots=True)
class Name:
    """A name for comparing, all in normal form: family names with and without particle, given names, all words."""

    families: tuple[str, ...]
    given: tuple[str, ...]
    tokens: tuple[str, ...]


def compare(given: Sequence[Creator], known: Sequence[Creator]) -> Agreement:
    """Return how the authors that a reference gives agree with those that a record knows.

    `ok`: the first authors agree and at least half of the shorter list does; `part`: half does, two names or more;
    `weak`: less; `conflict`: nobody agrees; `na`: one side names nobody.
    """
    ours, theirs = names(given), names(known)
    if not ours or not theirs:
        return Agreement("na", 0, len(ours), len(theirs))
    agreed = _agreed(ours, theirs)
    first = same(ours[0], theirs[0])
    kind: AuthorsKind = "conflict" if not agreed else "weak"
    if agreed and agreed >= HALF * min(len(ours), len(theirs)):
        # One common name among others is chance, unless it is the first.
        kind = "ok" if first else "part" if agreed > 1 else kind
    return Agreement(kind, agreed, len(ours), len(theirs), first)


def _agreed(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> int:
    """Return how many of our names stand among theirs, each of theirs used once; most stand in the same place."""
    free = dict(enumerate(theirs))
    agreed = 0
    for place, name in enumerate(ours):
        found = place if place in free and same(name, free[place]) else None
        if found is None:
            found = next((index for index, other in free.items() if same(name, other)), None)
        if found is not None:
            del free[found]
            agreed += 1
    return agreed


@lru_cache(CACHE)
def names(creators: tuple[Creator, ...]) -> tuple[Name, ...]:
    """Return names for comparing, each once: some sources give a whole list of authors twice."""
    return tuple(dict.fromkeys(name for creator in creators if (name := _name(creator)).tokens))


@lru_cache(CACHE)
def _name(creator: Creator) -> Name:
    if creator.literal:
        tokens = words(creator.literal)
        return Name(("".join(tokens),), (), tokens)
    particle, family, given = words(creator.particle), words(creator.family), words(creator.given)
    if not family:
        family, given = given, ()
    short, long = "".join(family), "".join(particle + family)
    return Name((short,) if short == long else (short, long), given, given + particle + family)


def same_person(a: Creator, b: Creator) -> bool:
    """Return whether two names can be one person's; see `same`."""
    return same(_name(a), _name(b))


@lru_cache(CACHE)
def same(a: Name, b: Name) -> bool:
    """Return whether two names can be one person's: family names agree and given names don't contradict.

    A family name also agrees with a word of the other's full name, since many lists swap family and given name; then
    the rest must agree in more than an initial.
    """
    if any(family in b.families for family in a.families):
        return _compatible(a.given, b.given)
    one, two = a.families[0], b.families[0]
    if min(len(one), len(two)) >= SIMILAR_LENGTH and fuzz.ratio(one, two) >= SIMILAR_FAMILY:
        return _compatible(a.given, b.given)
    return _swapped(a, b) or _swapped(b, a)


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether the initials of one are among the other's, in order (`H. B.` and `Brendan`), or one has none."""
    if not a or not b or "".join(a) == "".join(b):
        return True
    short, long = sorted(([word[0] for word in a], [word[0] for word in b]), key=len)
    rest = iter(long)
    return all(initial in rest for initial in short)


def _swapped(a: Name, b: Name) -> bool:
    """Return whether a's family name is one of b's words, and what is left of both names is alike in a whole word."""
    if a.families[0] not in b.tokens:
        return False
    ours = [word for word in a.tokens if word != a.families[0]]
    theirs = list(b.tokens)
    theirs.remove(a.families[0])
    if not ours or not theirs:
        return True
    if "".join(ours) == "".join(theirs) or any(len(word) > 1 and word in theirs for word in ours):
        return True
    initials = all(len(word) == 1 for word in ours) or all(len(word) == 1 for word in theirs)
    return initials and _compatible(tuple(ours), tuple(theirs))
