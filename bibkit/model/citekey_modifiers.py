"""What follows a marker of a key pattern: `:lower`, `:abbr`, `:truncate8`, `:regex("a","b")`, `:(default)`."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

from bibkit.errors import ConfigError
from bibkit.text.fold import STOP_WORDS

_MODIFIER = re.compile(
    r':(?:\(([^)]*)\)|regex\(\s*"((?:[^"\\]|\\.)*)"\s*,\s*"((?:[^"\\]|\\.)*)"\s*\)|([A-Za-z_]+)(\d*))'
)
_GROUP = re.compile(r"\$(\d)")


@dataclass(frozen=True, slots=True)
class Modifier:
    """A change to a marker's text, whose words are set off by blanks until the key is put together."""

    name: str
    apply: Callable[[str], str]


def modifiers(text: str, default: str = "") -> tuple[Modifier, ...]:
    """Return the modifiers written as `:a:b`; without a `:(x)` among them, `default` stands for an empty text first.

    Raises ConfigError that names an unknown modifier and the nearest known one.
    """
    found: list[Modifier] = []
    at = 0
    while at < len(text):
        match = _MODIFIER.match(text, at)
        if not match:
            raise ConfigError(f"citation key pattern: {text[at:]!r} is no modifier (known: {', '.join(KNOWN)})")
        found.append(_modifier(match))
        at = match.end()
    return tuple(found) if any(m.name == "default" for m in found) else (_default(default), *found)


def _modifier(match: re.Match[str]) -> Modifier:
    default, pattern, replacement, name, number = match.groups()
    if default is not None:
        return _default(default)
    if pattern is not None:
        return _regex(pattern, replacement)
    if name == "truncate" and number:
        return Modifier(name, lambda text: text[: int(number)].rstrip())
    if name in _PLAIN and not number:
        return Modifier(name, _PLAIN[name])
    near = difflib.get_close_matches(name, KNOWN, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(KNOWN)}"
    raise ConfigError(f"citation key pattern: unknown modifier {name + number!r} ({hint})")


def _default(text: str) -> Modifier:
    return Modifier("default", lambda value: value or text)


def _regex(pattern: str, replacement: str) -> Modifier:
    """Return a replacement as JabRef writes it: a backslash doubled, groups as `$1`."""
    pattern, replacement = (part.replace(r"\"", '"').replace("\\\\", "\\") for part in (pattern, replacement))
    try:
        compiled = re.compile(pattern)
        template = _GROUP.sub(r"\\g<\1>", replacement)
        compiled.sub(template, "")
    except (re.error, IndexError) as error:
        raise ConfigError(
            f"citation key pattern: regex {pattern!r} -> {replacement!r} can't be used: {error}"
        ) from error
    return Modifier("regex", lambda text: compiled.sub(template, text))


def _each(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: " ".join(change(word) for word in text.split())


def _title_case(word: str) -> str:
    return word.lower() if word.lower() in STOP_WORDS else word[:1].upper() + word[1:]


_PLAIN: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "abbr": lambda text: "".join(word[0] for word in text.split()),
    "capitalize": _each(str.capitalize),
    "titlecase": _each(_title_case),
    "sentencecase": str.capitalize,
    "join": str,  # read by the title markers: a hyphenated word counts as one
}
KNOWN = (*_PLAIN, "truncateN", 'regex("a","b")', "(default)")
