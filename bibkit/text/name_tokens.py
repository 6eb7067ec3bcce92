"""The words of one name, and what BibTeX sees in a word: the case of its first letter, and its initial."""

import re
from typing import NamedTuple

_BLANKS_AND_SEPARATORS = " \t\r\n~-"
_WORD = re.compile(r"([ \t\r\n~,-]*)([^ \t\r\n~,-]+)")
_MOST_COMMAS = 2  #: BibTeX passes over further ones
#: Control sequences for a letter of their own, whose case counts: `{\\o}` is lower, `{\\L}` upper.
_LOWER = frozenset({"i", "j", "oe", "ae", "aa", "o", "l", "ss"})
_UPPER = frozenset({"OE", "AE", "AA", "O", "L"})
_LETTER = re.compile(r"[A-Za-z]")


class Token(NamedTuple):
    """A word of a name, and what stands before it: a blank, a tie, a hyphen or a comma."""

    text: str
    separator: str


def tokens(name: str) -> tuple[list[Token], list[int]]:
    """Return the words of one name, and how many of them stand before its first and second comma."""
    name = name.strip(_BLANKS_AND_SEPARATORS).rstrip(_BLANKS_AND_SEPARATORS + ",")
    found: list[Token] = []
    commas: list[int] = []
    for gap, word in _words(name):
        separator = gap[:1]
        if "," in gap and len(commas) < _MOST_COMMAS:
            commas += [len(found)] * min(gap.count(","), _MOST_COMMAS - len(commas))
            separator = ","
        if word:
            found.append(Token(word, separator))
    return found, commas


def _words(name: str) -> list[tuple[str, str]]:
    """Return each word with the gap before it; braces keep what they hold in one word."""
    pairs: list[tuple[str, str]] = _WORD.findall(name)
    if "{" not in name and "}" not in name:
        return pairs
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(name):
        start = at
        while at < len(name) and name[at] in _BLANKS_AND_SEPARATORS + ",":
            at += 1
        end = at
        while end < len(name) and name[end] not in _BLANKS_AND_SEPARATORS + ",":
            end = _group_end(name, end) if name[end] == "{" else end + 1
        out.append((name[start:at], _without_stray_braces(name[at:end])))
        at = end
    return out


def _without_stray_braces(word: str) -> str:
    """Return a word without closing braces that close nothing."""
    if "}" not in word:
        return word
    out, depth = [], 0
    for character in word:
        if character == "}" and not depth:
            continue
        depth += (character == "{") - (character == "}")
        out.append(character)
    return "".join(out)


def is_lower(word: str) -> bool:
    """Return whether BibTeX takes a word for one of a von part: by its first ASCII letter outside plain braces."""
    if "{" not in word:
        letter = _LETTER.search(word)
        return letter is not None and letter[0].islower()
    at = 0
    while at < len(word):
        if word[at] == "{":
            if word[at + 1 : at + 2] == "\\" and at + 3 < len(word):
                return _is_lower_special(word, at + 2)
            at = _group_end(word, at)
        elif _LETTER.match(word, at):
            return word[at].islower()
        else:
            at += 1
    return False


def _is_lower_special(word: str, at: int) -> bool:
    r"""Return the case of a special character, whose control sequence starts at `at`: `{\o}` or `{\'e}`."""
    end = at
    while end < len(word) and _LETTER.match(word, end):
        end += 1
    if word[at:end] in _LOWER | _UPPER:
        return word[at:end] in _LOWER
    letter = _LETTER.search(word[end : _group_end(word, at, depth=1)])
    return letter is not None and letter[0].islower()


def _group_end(word: str, at: int, depth: int = 0) -> int:
    """Return the place after the group that opens at `at`, or that `depth` braces opened before."""
    while at < len(word):
        depth += (word[at] == "{") - (word[at] == "}")
        at += 1
        if not depth:
            break
    return at


def initial(word: str) -> str:
    """Return the first letter of a word, or its first special character; '' when it has neither."""
    for at, character in enumerate(word):
        if character.isalpha() or character > "\x7f":
            return character
        if word.startswith("{\\", at):
            return word[at : _group_end(word, at)]
    return ""


def joined(words: list[Token]) -> str:
    """Return words with what stands between them: a hyphen, or a blank for everything else."""
    out = [word.text for word in words[:1]]
    for word in words[1:]:
        out += ["-" if word.separator == "-" else " ", word.text]
    return "".join(out)
