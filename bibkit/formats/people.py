"""Names as services give them -> Creators: parts that are swapped, glued, shouted or numbered."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bibkit.model.creator import Creator
from bibkit.text.clean import CACHE, line

#: DBLP numbers namesakes: `Jiani Zhang 0003`.
_HOMONYM = re.compile(r"\s+\d{4}$")
_SUFFIX = re.compile(r"^(?:Jr|Sr)\.?$|^(?:II|III|IV)$", re.IGNORECASE)
_DEGREE = re.compile(r"^(?:(?:Ph|M|B|D)\.?\s?(?:D|A|S|Sc|Tech|Phil|Eng)\.?|MBA|MPH|FRCP|Dr\.?|Prof\.?)$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,3}$")
_SHOUTED = re.compile(r"[^\W\d_]+")
#: Words that an organisation's name has and no person's: Branch and Bureau are family names too, so they are not here.
_BODY = re.compile(
    r"\b(?:Collaborations?|Consortium|Team|Group|Committee|Foundation|Association|Society|Institut\w*|Universit\w*|"
    r"Department|Agency|Centers?|Centre|Laborator\w*|Inc|Ltd|LLC|GmbH|Corporation|Council|Initiative|Organi[sz]ation|"
    r"Ministry|Commission|Authors|Researchers|Contributors|Developers)\b",
    re.IGNORECASE,
)
#: What stands in the place of a name when there is none.
NOBODY = frozenset({"", "&na;", "na", "n/a", "anonymous", "unknown", "none", "null", "not available", "no author"})


@lru_cache(CACHE)
def person(family: str, given: str = "", suffix: str = "") -> tuple[Creator, ...]:
    """Return whom a family and a given name stand for: one Creator, none for a place-holder, two for glued names.

    Homonym numbers and degrees are dropped, shouted names (`GITTINS`) take ordinary case, a whole name in `family` is
    split, lower-case leading words become the particle.
    """
    family, given = _HOMONYM.sub("", line(family)), _HOMONYM.sub("", line(given))
    if family.lower() in NOBODY and given.lower() in NOBODY:
        return ()
    family, suffix = _without_titles(family, line(suffix))
    if not given:
        return _whole(family, suffix)
    if not family:
        return (Creator(family=_ordinary(given)),)
    shouted = _is_shouted(family, given)
    if shouted:
        family, given = _ordinary(family), _ordinary_given(given)
    particle, family = _particle(family)
    return (Creator(family=family, given=given, particle=particle, suffix=suffix),)


def display(name: str) -> tuple[Creator, ...]:
    """Return whom a name in reading order (`Laurens van der Maaten`) stands for; organisations become a literal."""
    name = _HOMONYM.sub("", line(name))
    if name.lower() in NOBODY:
        return ()
    if _BODY.search(name):
        return (Creator(literal=name),)
    return _whole(name, "")


def organisation(name: str) -> tuple[Creator, ...]:
    """Return a literal name; several persons that were put into one are taken apart."""
    name = line(name)
    if name.lower() in NOBODY:
        return ()
    if "," in name and not _BODY.search(name) and all(_is_full_name(part) for part in name.split(",")):
        return _whole(name, "")
    return (Creator(literal=name),)


def once(creators: Iterable[Creator]) -> tuple[Creator, ...]:
    """Return a list of names that was given twice in a row once, and a full name repeated beside itself once."""
    people = tuple(creators)
    if _is_twice(people):
        people = people[: len(people) // 2]
    kept: list[Creator] = []
    for creator in people:
        if not (kept and creator == kept[-1] and _is_spelled_out(creator)):
            kept.append(creator)
    return tuple(kept)


def _is_twice(people: tuple[Creator, ...]) -> bool:
    """Return whether the second half names the people of the first, in any order, parts swapped or not."""
    half, odd = divmod(len(people), 2)
    if odd or not half or _words(people[0]) not in map(_words, people[half:]):
        return False
    return sorted(map(_words, people[:half])) == sorted(map(_words, people[half:]))


def _words(creator: Creator) -> tuple[str, ...]:
    return tuple(sorted(creator.display.lower().split()))


def _is_spelled_out(creator: Creator) -> bool:
    return bool(creator.literal) or not _INITIALS.match(creator.given or "X.")


def _without_titles(family: str, suffix: str) -> tuple[str, str]:
    """Return the family name and suffix, when `family` was written as `Powell, Jr.` or `Lee, MD, Ph.D.`."""
    name, *rest = [part.strip() for part in family.split(",")]
    if rest and all(_SUFFIX.match(part) or _DEGREE.match(part) for part in rest):
        return name, suffix or next((part for part in rest if _SUFFIX.match(part)), "")
    return family, suffix


def _whole(name: str, suffix: str) -> tuple[Creator, ...]:
    """Return the Creators of a whole name: `Tsuhan Chen`, `Wolf Philip A.`, `Chen, Tsuhan`, `A. Ibrahim, O. Shiba`."""
    name = name.strip(", ")
    if not name:
        return ()
    first, comma, rest = name.partition(",")
    if comma:
        if all(_is_full_name(part) for part in name.split(",")):
            return tuple(creator for part in name.split(",") for creator in _whole(part.strip(), ""))
        return person(first.strip(), rest.strip(), suffix) if first.strip() and rest.strip() else _whole(first, suffix)
    tokens = name.split()
    if len(tokens) < 2:
        return (Creator(family=name, suffix=suffix),)
    if _SUFFIX.match(tokens[-1]) and len(tokens) > 2:
        suffix, tokens = suffix or tokens[-1], tokens[:-1]
    if _is_initials(tokens[-1]) and not _is_initials(tokens[0]):  # the family name stands first
        return person(tokens[0], " ".join(tokens[1:]), suffix)
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1][:1].islower():
        start -= 1
    return person(" ".join(tokens[start:]), " ".join(tokens[:start]), suffix)


def _is_initials(token: str) -> bool:
    return token.endswith(".") and bool(_INITIALS.match(token))


def _is_full_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)


def _particle(family: str) -> tuple[str, str]:
    tokens = family.split()
    start = 0
    while start < len(tokens) - 1 and tokens[start][:1].islower():
        start += 1
    return " ".join(tokens[:start]), " ".join(tokens[start:])


def _is_shouted(family: str, given: str) -> bool:
    """Return whether the family name is in capitals to set it off: `GITTINS`; `LI` only where the given name isn't."""
    if family != family.upper() or family == family.lower():
        return False
    letters = sum(map(str.isalpha, family))
    return letters > 2 or (letters == 2 and given != given.upper())


def _ordinary(name: str) -> str:
    return _SHOUTED.sub(lambda found: found[0].capitalize(), name) if name == name.upper() else name


def _ordinary_given(given: str) -> str:
    """Return a shouted given name in ordinary case; up to three capitals are initials."""
    long = any(len(word) > 3 for word in _SHOUTED.findall(given))
    return _ordinary(given) if long else given
