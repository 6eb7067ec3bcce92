"""Which file holds which entries: one per section, one per list, one for everything."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from bibkit.errors import UsageError
from bibkit.exporters.base import Selection
from bibkit.model.catalog import Catalog, Listing, Section, SurveyList

ALL = "all"
UNRESOLVED = "unresolved"

#: Characters of a file name: headings can be whole sentences, and file systems end at 255 bytes.
LONGEST_SLUG = 60

#: A file's path, the headings that lead to it, and what it holds.
Part = tuple[str, tuple[str, ...], SurveyList | Section]

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_WORD = re.compile(r"[\W_]+")
_UNDECOMPOSED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def slug(heading: str) -> str:
    """Return a heading as a file name of lower-case ASCII letters, digits and hyphens; `section` where none is left."""
    plain = unicodedata.normalize("NFKD", heading.lower().translate(_UNDECOMPOSED)).encode("ascii", "ignore").decode()
    name = _NOT_SLUG.sub("-", plain).strip("-")
    if len(name) > LONGEST_SLUG:
        name = name[: LONGEST_SLUG + 1].rpartition("-")[0] or name[:LONGEST_SLUG]
    return name or "section"


def files(catalog: Catalog, select: Selection) -> dict[str, tuple[str, ...]]:
    """Return the keys of every list's and section's file by its path without suffix, in the order of the list.

    A section's file holds what its sub-sections list as well, each key once; a section without papers has no file.
    Raises UsageError for a list or section that is not there.
    """
    taken = {ALL, UNRESOLVED}
    found: dict[str, tuple[str, ...]] = {}
    chosen = _lists(catalog, select)
    some_section = False
    belongs = _finder(chosen, select.section)
    for name in sorted(catalog.lists):
        survey, path = catalog.lists[name], _free(slug(name), taken)
        whole: list[Part] = [(path, (), survey), *_sections(survey.sections, path, ())]
        for place, headings, part in whole:
            if survey not in chosen or (select.section and not belongs(headings)):
                continue
            some_section = True
            keys = tuple(key for key in dict.fromkeys(_keys(part)) if key in catalog.entries)
            if keys:
                found[place] = keys
    if select.section and not some_section:
        raise UsageError(f"no section {select.section!r}; `bibkit list` shows the sections of each list")
    return found


def _lists(catalog: Catalog, select: Selection) -> list[SurveyList]:
    if not select.list:
        return list(catalog.lists.values())
    if select.list not in catalog.lists:
        known = ", ".join(sorted(catalog.lists)) or "none yet"
        raise UsageError(f"no list {select.list!r} in the catalog (lists: {known})")
    return [catalog.lists[select.list]]


def _sections(sections: Iterable[Section], folder: str, above: tuple[str, ...]) -> Iterator[Part]:
    """Yield (path, headings, section) for every section below a list; equal names of neighbours get a number."""
    taken: set[str] = set()
    for section in sections:
        path = f"{folder}/{_free(slug(section.name), taken)}"
        headings = (*above, section.name)
        yield path, headings, section
        yield from _sections(section.sections, path, headings)


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _keys(part: SurveyList | Section) -> Iterator[str]:
    yield from (listing.key for listing in part.listings if listing.key)
    for section in part.sections:
        yield from _keys(section)


def _finder(lists: Iterable[SurveyList], wanted: str) -> Callable[[tuple[str, ...]], bool]:
    """Return what tells whether headings belong to the section that is wanted: it may begin at any depth.

    Letter case is no matter; signs and blanks are none where no section is spelled just so. A `/` may stand in a
    heading as well as between two, so whole paths are compared.
    """
    paths = [path for survey in lists for path, _ in survey.walk()]
    for form in (str.casefold, _words):
        goal = form(wanted)

        def belongs(headings: tuple[str, ...], form: Callable[[str], str] = form, goal: str = goal) -> bool:
            runs = ((start, end) for start in range(len(headings)) for end in range(start + 1, len(headings) + 1))
            return any(form("/".join(headings[start:end])) == goal for start, end in runs)

        if any(map(belongs, paths)):
            return belongs
    return lambda headings: False


def _words(path: str) -> str:
    return _NOT_WORD.sub("-", path.casefold()).strip("-")


def listings(catalog: Catalog) -> dict[str, list[Listing]]:
    """Return all listings of each key, in the order of the lists."""
    found: dict[str, list[Listing]] = {}
    for name in sorted(catalog.lists):
        for _, listed in catalog.lists[name].walk():
            for listing in listed:
                if listing.key:
                    found.setdefault(listing.key, []).append(listing)
    return found
