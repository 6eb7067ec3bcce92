r"""LaTeX papers: rename a citation key in every command that cites it.

Comments and verbatim text stay as they are: they cite nothing, and an example of `\cite` is there to be read. What
stands in them is counted, so that a person can be told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Environments whose content is not typeset as LaTeX.
VERBATIM = (
    "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "lstlisting", "minted", "comment", "alltt", "filecontents",
    "listing",
)  # fmt: skip

#: Commands with keys whose name does not hold `cite`: bibentry, natbib's and biblatex's own, and \bibitem, which
#: names the entry in a bibliography that is part of the paper.
OTHER_COMMANDS = ("bibentry", "bibitem", "defcitealias", "citefield", "addtocategory", "fullbibentry")

_CODE = re.compile(
    r"\\[\\%]"
    r"|(?P<verbatim>\\begin\{(?P<name>(?:" + "|".join(VERBATIM) + r")\*?)\}.*?(?:\\end\{(?P=name)\}|\Z)"
    r"|\\(?:verb|lstinline)\*?(?P<mark>[^\w\s*{\[])[^\n]*?(?P=mark))"
    r"|(?P<comment>%[^\n]*)"
    r"|(?P<command>\\(?:[A-Za-z]*[cC]ite[A-Za-z]*\*?|(?:" + "|".join(OTHER_COMMANDS) + r")\*?))(?![A-Za-z])",
    re.DOTALL,
)
_CITED = re.compile(r"\\[A-Za-z]*[cC]ite[A-Za-z]*\*?[^{}\n]*\{([^{}]*)\}")
_GAP = re.compile(r"(?:[ \t]|%[^\n]*\n|\n(?![ \t]*\n))*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_CLOSING = {"[": "]", "(": ")", "<": ">", "{": "}"}
#: biblatex's commands that take several groups of notes and keys: \cites(pre)(post)[p. 3]{a}[p. 4]{b}.
_MANY = re.compile(r"\\[A-Za-z]*cites\*?$")
#: biblatex's commands whose first group is a volume: \volcite[pre]{2}[p. 3]{key}.
_SECOND_GROUP = re.compile(r"\\(?:[A-Za-z]*volcites?|addtocategory)\*?$")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A paper with a key renamed: the text, how often it cites the key, and how often comments or verbatim name it."""

    text: str
    cited: int
    left: int


def rename(text: str, old: str, new: str) -> Renamed:
    """Return the paper with every citation of `old` made one of `new`; everything else stays to the byte."""
    places: set[tuple[int, int]] = set()
    left = 0
    for match in _CODE.finditer(text):
        if match["command"]:
            for start, stop in _key_groups(text, match.end(), match["command"]):
                places.update(_named(text, start, stop, old))
        else:
            left += sum(_keys(found[1]).count(old) for found in _CITED.finditer(match[0]))
    parts, at = [], 0
    for start, stop in sorted(places):
        parts += [text[at:start], new]
        at = stop
    return Renamed("".join([*parts, text[at:]]), len(places), left)


def _keys(group: str) -> list[str]:
    return [key.strip() for key in group.split(",")]


def _key_groups(text: str, at: int, command: str) -> Iterator[tuple[int, int]]:
    """Yield the extent of every group of keys of a command, without its braces."""
    skip = 1 if _SECOND_GROUP.match(command) else 0
    many = _MANY.match(command)
    while True:
        at = _GAP.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text
        opening = text[at : at + 1]
        if opening not in _CLOSING or not opening or (opening == "(" and not many):
            return
        end = _close(text, at)
        if end < 0:
            return
        if opening == "{":
            if not skip:
                yield at + 1, end
                if not many:
                    return
            skip = max(skip - 1, 0) if not many else skip
        at = end + 1


def _close(text: str, at: int) -> int:
    """Return the place of the delimiter that closes the one at `at`; -1 where none does in the same paragraph."""
    closing, depth = _CLOSING[text[at]], 0
    place = at + 1
    while place < len(text):
        letter = text[place]
        if letter == "\\":
            place += 1
        elif letter == "\n" and _BLANK_LINE.match(text, place):
            return -1
        elif letter == closing and depth == 0:
            return place
        elif letter == "%":
            place = text.find("\n", place)
            if place < 0:
                return -1
        else:
            depth += (letter == "{") - (letter == "}")
        place += 1
    return -1


def _named(text: str, start: int, stop: int, key: str) -> Iterator[tuple[int, int]]:
    """Yield the extent of each naming of `key` between commas; blanks, line breaks and comments around it stay."""
    at = start
    while at < stop:
        at = _GAP.match(text, at, stop).end()  # type: ignore[union-attr]  # it matches the empty text
        end = at
        while end < stop and text[end] not in ",%\n":
            end += 1
        if text[at:end].rstrip() == key:
            yield at, at + len(key)
        comma = end
        while comma < stop and text[comma] != ",":
            if text[comma] == "%":
                comma = text.find("\n", comma, stop)
                if comma < 0:
                    return
            comma += 1
        at = comma + 1
