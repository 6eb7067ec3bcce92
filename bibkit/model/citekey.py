"""Citation keys: JabRef's pattern language, and what makes a key unique.

A pattern is text with markers in brackets: `[auth:lower][year][veryshorttitle:lower]`. The markers are in
`citekey_markers`, the modifiers after the colons in `citekey_modifiers`; where JabRef's manual and bibliographies'
practice differ, the docstrings there say so.
"""

import re
from collections.abc import Collection, Iterable, Iterator, MutableSet, Sequence
from dataclasses import dataclass

from bibkit.errors import ConfigError
from bibkit.model.citekey_markers import Marker, marker
from bibkit.model.citekey_modifiers import Modifier, modifiers
from bibkit.model.work import Work

DEFAULT = "[auth:lower][year][veryshorttitle:lower]"

#: Patterns in use, by name.
NAMED: dict[str, str] = {
    "authyearword": DEFAULT,
    "authyearWord-joined": "[auth:lower][year][veryshorttitle:join:lower]",
    "vonauthyearword": "[authFirstFull:lower][year][veryshorttitle:lower]",
    "acl": '[auth.etal:regex("[.]","-"):lower]-[year]-[veryshorttitle:join:lower]',
    "authEtAlYear": "[authEtAl][year]",
    "dblp": "[authorsIni][shortyear:()]",
    "authyear": "[auth:lower][year]",
    "authYearTitle3": "[auth]_[year]_[shorttitle]",
    "alpha-label": "[authorsAlpha][shortyear:()]",
}

_EMPTY = "key"  #: the key of a work that gives the pattern nothing
#: What bibtex, biber and Typst's labels all take.
_LEGAL = "A-Za-z0-9_:.-"
_ILLEGAL = re.compile(f"[^{_LEGAL}]+")
_SEPARATORS = "_:.-"
_PART = re.compile(
    r'\[([^\]:]*)((?::(?:\([^)]*\)|regex\((?:"(?:[^"\\]|\\.)*"|[^"])*?\)|[^\]:(]*))*)\]|[^\[\]]+|.', re.DOTALL
)


class Taken(MutableSet[str]):
    """Keys in use, compared without case: BibTeX drops `wang2019` beside `Wang2019`."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._keys = {key.lower(): key for key in keys}
        self._tried: dict[str, int] = {}  # base -> number of the suffix below which none is free

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.lower() in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, value: str) -> None:
        """Take a key."""
        self._keys.setdefault(value.lower(), value)

    def discard(self, value: str) -> None:
        """Give a key back, if it is there."""
        if self._keys.pop(value.lower(), None) is not None:
            for end in range(len(value) + 1):
                self._tried.pop(value[:end].lower(), None)

    def free(self, base: str) -> str:
        """Return `base` where it is free, else with the first free of b, c ... z, aa, ab; nothing is taken."""
        if base not in self:
            return base
        number = self._tried.get(base.lower(), 2)
        while base + _letters(number) in self:
            number += 1
        self._tried[base.lower()] = number
        return base + _letters(number)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read: `text` as written, and its parts (literal text, or a marker with its modifiers)."""

    text: str
    parts: tuple[str | tuple[Marker, tuple[Modifier, ...]], ...]

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        """Return the pattern of `text`. Raises ConfigError that names what is unknown and the nearest known."""
        parts: list[str | tuple[Marker, tuple[Modifier, ...]]] = []
        for found in _PART.finditer(text):
            if found[1] is not None:
                part = marker(found[1])
                parts.append((part, modifiers(found[2], part.default)))
            elif found[0] in "[]":
                raise ConfigError(f"citation key pattern {text!r}: a bracket at {found.start() + 1} has no partner")
            elif illegal := _ILLEGAL.search(found[0]):
                raise ConfigError(
                    f"citation key pattern {text!r}: {illegal[0]!r} can't stand in a key (legal: {_LEGAL})"
                )
            else:
                parts.append(found[0])
        if not parts:
            raise ConfigError(f"citation key pattern is empty (the usual one: {DEFAULT})")
        return cls(text, tuple(parts))

    def base(self, work: Work) -> str:
        """Return the key that `work` would have alone: never empty, legal for bibtex, biber and Typst."""
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(part)
                continue
            text = part[0].text(work, "join" in {modifier.name for modifier in part[1]})
            for modifier in part[1]:
                text = modifier.apply(text)
            out.append(text)
        return _ILLEGAL.sub("", "".join(out)).strip(_SEPARATORS) or _EMPTY

    def key(self, work: Work, taken: Collection[str] = ()) -> str:
        """Return a key for `work` that is none of `taken`, compared without case; see `Taken.free`.

        Many calls are fastest with one `Taken`.
        """
        base = self.base(work)
        if isinstance(taken, Taken):
            return taken.free(base)
        if f"\n{base}\n".lower() not in "\n".join(("", *taken, "")).lower():
            return base
        return Taken(taken).free(base)


def assign(bases: Sequence[str], pinned: Sequence[str | None]) -> list[str]:
    """Return a key for each base in order: its pinned one, which never changes, or one that yields to all others."""
    taken = Taken(key for key in pinned if key)
    keys: list[str] = []
    for base, fixed in zip(bases, pinned, strict=True):
        keys.append(fixed or taken.free(base))
        taken.add(keys[-1])
    return keys


def _letters(number: int) -> str:
    """Return 1 as a, 26 as z, 27 as aa."""
    out = ""
    while number:
        number, letter = divmod(number - 1, 26)
        out = chr(ord("a") + letter) + out
    return out
