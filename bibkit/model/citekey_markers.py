"""The markers of a key pattern: what of a work stands in a key. Those for people are in `citekey_people`."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

from bibkit.errors import ConfigError
from bibkit.model import citekey_people
from bibkit.model.work import Work
from bibkit.text.fold import STOP_WORDS, significant, words
from bibkit.text.months import NAMES as MONTHS

#: What stands for the year of a work without one.
NO_YEAR = "nd"
_SHORT_TITLE = 3  #: words of `shorttitle`, as JabRef counts
_NAME = re.compile(r"([A-Za-z.]+?)(\d*)(?:_(\d+))?(INI)?")
_DIGITS = re.compile(r"\d+")
_PLAIN = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker that was read: its text for a work, and what stands for an empty one.

    `text` takes the work and whether a hyphenated word counts as one; it gives folded words set off by blanks.
    """

    name: str
    text: Callable[[Work, bool], str]
    default: str = ""


def marker(written: str) -> Marker:
    """Return the marker of its name, with its numbers (`auth3_2`). Raises ConfigError that names the nearest known.

    A field's name may be in capitals, as JabRef writes it: `[TITLE]`.
    """
    name = written.strip()
    found = _NAME.fullmatch(name.lower() if _PLAIN.fullmatch(name) else name)
    if found:
        key, first, second = found[1] + (found[4] or ""), int(found[2] or 0), int(found[3] or 0)
        people = citekey_people.reader(key)
        if people:
            read, default = people
            return Marker(name, lambda work, _: read(work, first, second), default)
        if key in _TITLES and not second:
            title = _TITLES[key]
            return Marker(name, lambda work, joined: title(words(work.title, joined=joined), first))
        if key in _FIELDS and not found[2]:
            return Marker(name, lambda work, _: _FIELDS[key](work), _DEFAULTS.get(key, ""))
    known = (*citekey_people.names(), *_TITLES, *_FIELDS)
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    raise ConfigError(f"citation key pattern: unknown marker {written!r} ({hint})")


def _capital(word: str) -> str:
    """Return a word with a capital first; the other letters keep their case."""
    return word[:1].upper() + word[1:]


def _few(title: list[str], most: int) -> str:
    """Return the first `most` significant words of a title."""
    return " ".join(_capital(word) for word in significant(title)[:most])


def _title_case(title: list[str], most: int) -> str:
    chosen = title[: most or None]
    return " ".join(
        word.lower() if at and word.lower() in STOP_WORDS else _capital(word) for at, word in enumerate(chosen)
    )


_TITLES: dict[str, Callable[[list[str], int], str]] = {
    "veryshorttitle": lambda title, most: _few(title, most or 1),
    "shorttitle": lambda title, most: _few(title, most or _SHORT_TITLE),
    "shorttitleINI": lambda title, most: "".join(word[0] for word in _few(title, most or _SHORT_TITLE).split()),
    "camel": lambda title, most: " ".join(_capital(word) for word in title[: most or None]),
    "title": _title_case,
    "fulltitle": lambda title, most: " ".join(title[: most or None]),
}


def _page(work: Work, choose: Callable[[list[int]], int]) -> str:
    numbers = [int(digits) for digits in _DIGITS.findall(work.pages)]
    return str(choose(numbers)) if numbers else ""


def _field(name: str) -> Callable[[Work], str]:
    return lambda work: " ".join(words(getattr(work, name)))


def _identifier(scheme: str) -> Callable[[Work], str]:
    return lambda work: work.identifier(scheme)


_FIELDS: dict[str, Callable[[Work], str]] = {
    "year": lambda work: f"{work.year:04}" if work.year is not None else "",
    "shortyear": lambda work: f"{work.year % 100:02}" if work.year is not None else "",
    "month": lambda work: MONTHS[work.month - 1] if work.month and work.month <= len(MONTHS) else "",
    "date": lambda work: work.date,
    "entrytype": lambda work: work.type,
    "firstpage": lambda work: _page(work, min),
    "lastpage": lambda work: _page(work, max),
    "pageprefix": lambda work: (re.match(r"[A-Za-z]*", work.pages) or [""])[0],
    "pages": lambda work: work.pages,
    "doi": _identifier("doi"),
    "arxiv": _identifier("arxiv"),
    "eprint": _identifier("arxiv"),
    "journal": _field("container"),
    "booktitle": _field("container"),
    "venue": lambda work: "".join(words(work.venue)),  # the venue's id: neurips
    **{
        name: _field(name)
        for name in ("container", "series", "volume", "number", "publisher", "institution", "edition", "note")
    },
}
_DEFAULTS = {"year": NO_YEAR, "shortyear": NO_YEAR}
