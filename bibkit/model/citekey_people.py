"""Markers of a key pattern for authors and editors: `[auth]`, `[authEtAl]`, `[authorsN]`, `[edtr]`."""

from collections.abc import Callable
from dataclasses import dataclass

from bibkit.model.creator import Creator
from bibkit.model.work import Work
from bibkit.text.fold import fold

#: What stands for the authors of a work without any.
NO_AUTHOR = "Anon"
_PAIR = 2
_FEW = 3  #: people whom `authorsAlpha` and `authshort` name when there are many
_ALPHA_MOST = 4  #: people whom the alpha style names each
_START = 5  #: letters of the first name in `authorIni`, as JabRef counts

#: JabRef's names of the markers for editors -> those for authors that do the same.
_EDITORS = {
    "edtr": "auth",
    "editor": "author",
    "editors": "authors",
    "editorLast": "authorLast",
    "editorIni": "authorIni",
    "editorLastForeIni": "authorLastForeIni",
    "edtrForeIni": "authForeIni",
    "edtrshort": "authshort",
    "edtr.edtr.ea": "auth.auth.ea",
    "edtr.etal": "auth.etal",
    "edtrEtAl": "authEtAl",
}
_PURE = "pure"


@dataclass(frozen=True, slots=True)
class People:
    """Who made a work, and whether there were more."""

    creators: tuple[Creator, ...]
    others: bool

    def last(self, at: int) -> str:
        """Return a folded last name, all its words joined, without the von part; '' where nobody stands."""
        if not -len(self.creators) <= at < len(self.creators):
            return ""
        creator = self.creators[at]
        return fold(creator.literal or creator.family or creator.given)

    @property
    def lasts(self) -> list[str]:
        """Return all last names that fold to something."""
        return [last for last in map(self.last, range(len(self.creators))) if last]

    @property
    def many(self) -> bool:
        """Return whether there are more than two."""
        return len(self.creators) + self.others > _PAIR


Text = Callable[[People, int, int], str]


def reader(name: str) -> tuple[Callable[[Work, int, int], str], str] | None:
    """Return what the marker `name` reads of a work with its numbers, and its default; None when it isn't known.

    The markers for authors fall back to the editors, unless they start with `pure`.
    """
    if name in _EDITORS:
        return _reader(_TEXTS[_EDITORS[name]], editors_only), ""
    bare = name.removeprefix(_PURE)
    if bare not in _TEXTS:
        return None
    if bare != name:
        return _reader(_TEXTS[bare], authors_only), ""
    return _reader(_TEXTS[bare], authors_or_editors), "" if "Fore" in bare else NO_AUTHOR


def names() -> tuple[str, ...]:
    """Return the names of all markers for people, without those that start with `pure`."""
    return (*_TEXTS, *_EDITORS)


def authors_only(work: Work) -> People:
    """Return the authors."""
    return People(work.authors, work.others)


def editors_only(work: Work) -> People:
    """Return the editors."""
    return People(work.editors, False)


def authors_or_editors(work: Work) -> People:
    """Return the authors, or the editors where there are none."""
    return authors_only(work) if work.authors else editors_only(work)


def _reader(text: Text, people: Callable[[Work], People]) -> Callable[[Work, int, int], str]:
    return lambda work, first, second: text(people(work), first, second)


def _auth(people: People, letters: int, person: int) -> str:
    last = people.last(max(person - 1, 0))
    return last[:letters] if letters else last


def _first_full(people: People, *_: int) -> str:
    return fold(people.creators[0].particle) + people.last(0) if people.creators else ""


def _authors(people: People, most: int, _: int) -> str:
    shown = people.lasts[:most] if most else people.lasts
    more = bool(most) and (len(people.lasts) > most or people.others)
    return " ".join([*shown, "EtAl"] if more else shown)


def _with_second(between: str, more: str) -> Text:
    """Return a marker for the first person and the second of two, or a word for all further ones."""

    def text(people: People, *_: int) -> str:
        first = people.last(0)
        if people.many or (people.others and first):
            return first + more
        second = people.last(1)
        return f"{first}{between}{second}" if second else first

    return text


def _two_and_more(people: People, *_: int) -> str:
    return ".".join([*people.lasts[:_PAIR], "ea"] if people.many else people.lasts)


def _initials(letters: int) -> Text:
    """Return a marker for the start of the first last name (0: all of it) and the first letter of each further one."""

    def text(people: People, *_: int) -> str:
        first = people.last(0)
        return (first[:letters] if letters else first) + "".join(last[0] for last in people.lasts[1:])

    return text


def _alpha(people: People, *_: int) -> str:
    """Return the authors as the style alpha shortens them; its `+` for more can't stand in a key."""
    lasts = people.lasts
    count = len(lasts) + people.others
    if count < _PAIR:
        return people.last(0)[:_FEW]
    return "".join(last[0] for last in lasts[: _FEW if count > _ALPHA_MOST else _ALPHA_MOST])


def _short(people: People, *_: int) -> str:
    lasts = people.lasts
    return "".join(last[0] for last in lasts[:_FEW]) if len(lasts) + people.others > 1 else people.last(0)


def _given_initial(at: int) -> Text:
    return lambda people, *_: fold(people.creators[at].given)[:1] if people.creators else ""


def _full_names(people: People, *_: int) -> str:
    return " ".join(fold(part) for creator in people.creators for part in creator.display.split())


_TEXTS: dict[str, Text] = {
    "auth": _auth,
    "authors": _authors,
    "authEtAl": _with_second("", "EtAl"),
    "auth.etal": _with_second(".", ".etal"),
    "auth.auth.ea": _two_and_more,
    "authFirstFull": _first_full,
    "authForeIni": _given_initial(0),
    "authorLastForeIni": _given_initial(-1),
    "authorLast": lambda people, *_: people.last(-1),
    "authorIni": _initials(_START),
    "authorsIni": _initials(0),  # DBLP's keys; JabRef lacks it
    "authorsAlpha": _alpha,
    "authshort": _short,
    "author": _full_names,
}
