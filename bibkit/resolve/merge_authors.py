"""The authors of a work out of many lists of them: the longest that two sources bear out, each name at its fullest."""

from collections.abc import Sequence

from bibkit.model.creator import Creator
from bibkit.resolve.authors import names, same, same_person
from bibkit.resolve.trust import Voice
from bibkit.text.titles import words


def base(said: Sequence[Voice]) -> Voice:
    """Return the voice whose list of authors is taken, out of voices in the order in which they are believed.

    It's the first, unless a longer list holds all of its names in their order, and is an official source's, or two
    sources bear it out, or the first is known to be cut.
    """
    best = said[0]
    for one in said[1:]:
        longer = len(names(one.work.authors)) > len(names(best.work.authors))
        vouched = one.is_official or best.work.others or _borne_out(one, said)
        if longer and vouched and not one.is_list and _holds(one, best):
            best = one
    return best


def _borne_out(voice: Voice, said: Sequence[Voice]) -> bool:
    """Return whether a source of another class has the same names in the same order, all of them."""
    length = len(names(voice.work.authors))
    others = (one for one in said if one.source != voice.source and len(names(one.work.authors)) >= length)
    return any(_holds(one, voice) for one in others)


def _holds(long: Voice, short: Voice) -> bool:
    """Return whether one list of authors has all names of the other, in their order."""
    rest = iter(names(long.work.authors))
    return all(any(same(name, other) for other in rest) for name in names(short.work.authors))


def fullest(chosen: Voice, said: Sequence[Voice]) -> tuple[Creator, ...]:
    """Return the authors of `chosen`, each in the fullest form that a source beside aggregators and lists gives."""
    people = _once(chosen.work.authors)
    forms = [_once(one.work.authors) for one in said if one.is_official and one is not chosen]
    return tuple(_fullest(creator, place, len(people), forms) for place, creator in enumerate(people))


def _once(creators: tuple[Creator, ...]) -> tuple[Creator, ...]:
    """Return a list of names that was given twice in a row once."""
    half = len(creators) // 2
    twice = half > 0 and len(creators) == 2 * half and creators[:half] == creators[half:]
    return creators[:half] if twice else creators


def _fullest(creator: Creator, place: int, count: int, forms: Sequence[tuple[Creator, ...]]) -> Creator:
    """Return a name in the fullest form: of its place in a list as long, or of the only one there that it can be."""
    for people in forms:
        beside = people[place] if len(people) == count else None
        if beside is not None and is_fuller(beside, creator):
            creator = beside
        elif beside is None or not same_person(beside, creator):
            fuller = [other for other in people if is_fuller(other, creator)]
            creator = fuller[0] if len(fuller) == 1 else creator
    return creator


def is_fuller(other: Creator, creator: Creator) -> bool:
    """Return whether `other` is surely the same name and says more: given names for initials, or accents."""
    if other == creator or other.literal or creator.literal:
        return False
    if words(other.display) == words(creator.display):
        return _accents(other) > _accents(creator)
    if words(f"{other.particle} {other.family}") != words(f"{creator.particle} {creator.family}"):
        return False
    short, long = words(creator.given), words(other.given)
    if not short:
        return bool(long)
    spelled_out = any(len(a) == 1 < len(b) for a, b in zip(short, long, strict=False))
    return spelled_out and len(long) >= len(short) and _begins(short, long)


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether each given name is the beginning of the other's at its place."""
    return all(b.startswith(a) for a, b in zip(short, long, strict=False))


def _accents(creator: Creator) -> int:
    return sum(not letter.isascii() for letter in creator.display)
