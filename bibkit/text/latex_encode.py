"""Unicode text -> LaTeX field value."""

import re
import unicodedata
from collections.abc import Callable

from bibkit.text.latex_math import MATH_IN_TEXT, kernel_math, math_text
from bibkit.text.latex_table import (
    BLACKBOARD,
    GREEK_AS_LATIN,
    INVISIBLE,
    MARKS,
    MATH,
    SPELLED,
    SUBSCRIPT,
    SUPERSCRIPT,
    TEXT,
)

_SPECIAL = re.compile(r"[^ -~]|[\\{}~^<>|`&%#_$]")
_SPECIAL_IN_UNICODE = re.compile(r"[\\{}~^&%#_$]")
_MARKED = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
#: Neighbours whose spellings would run into another ligature: en dash and hyphen, single and double quotes.
_LIGATURE = re.compile(r"(?<=[–—])(?=[-–—])|(?<=-)(?=[–—])|(?<=[‘“?!])(?=[‘“])|(?<=['’”])(?=[’”])|(?<=[’”])(?=')")
_NOT_ASCII = re.compile(r"[^ -~](?=([A-Za-z])?)")
TOUCHING = re.compile(r"(?<!\\)\$\$")
_HORN = "\u031b"
#: Letters that stand for ASCII ones: f-ligatures, full-width forms, mathematical alphabets.
_LOOKALIKES = ((0xFB00, 0xFB06), (0xFF01, 0xFF5E), (0x1D400, 0x1D7FF))

_COMMANDS = {mark: command for command, mark in MARKS.items()}
_TEXT = {character: name for name, character in TEXT.items()}
_FIXED: dict[str, str] = (
    {character: f"$\\{name}$" for name, character in MATH.items()}
    | {character: f"$\\mathrm{{{latin}}}$" for character, latin in GREEK_AS_LATIN.items()}
    | {character: f"$\\mathbf{{{letter}}}$" for letter, character in BLACKBOARD.items()}
    | {character: f"{{\\textsuperscript{{{plain}}}}}" for plain, character in SUPERSCRIPT.items()}
    | {character: f"{{\\textsubscript{{{plain}}}}}" for plain, character in SUBSCRIPT.items()}
    | {character: f"{{\\{name}}}" for name, character in TEXT.items()}
    | dict.fromkeys(INVISIBLE, "")
    | SPELLED
)


class _Table(dict[int, str]):
    """Code point -> LaTeX, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _encoded(chr(code))
        return self[code]


_MATH = {character: f"\\{name}" for name, character in MATH.items()}
_APART = "\0"  #: stands between two ligatures until their characters are encoded
_ASCII = _Table({code: chr(code) for code in range(32, 127)} | {ord(c): latex for c, latex in _FIXED.items()})
_ASCII[ord(_APART)] = "{}"
_UNICODE = str.maketrans({c: _FIXED[c] for c in "\\{}~^&%#_$"} | dict.fromkeys(INVISIBLE, ""))


def to_latex(text: str) -> str:
    """Return a Unicode text as ASCII LaTeX for a .bib field: accents as one braced group, specials escaped.

    Math in dollars stays math. A character that LaTeX's kernel can't print stays as it is: see `unencodable`. Two
    hyphens and TeX's doubled quotes keep the meaning that LaTeX gives them. Not for url, doi or eprint: those are raw.
    """
    if not _SPECIAL.search(text):
        return text
    return _outside_math(unicodedata.normalize("NFC", text), _ascii)


def escape(text: str) -> str:
    """Return a Unicode text (NFC) for a .bib that biber, Typst or pandoc reads: only LaTeX's specials are escaped."""
    if text.isascii() and not _SPECIAL_IN_UNICODE.search(text):
        return text
    return _outside_math(unicodedata.normalize("NFC", text), lambda part: part.translate(_UNICODE))


def unencodable(text: str) -> str:
    """Return the characters of `text` that `to_latex` leaves as they are for want of a command, each once, in order."""
    return "".join(dict.fromkeys(c for c in to_latex(text) if c > "~"))


def _outside_math(text: str, encode: Callable[[str], str]) -> str:
    """Return `text` with `encode` done to all but its math; math that LaTeX's kernel can't set becomes text first."""
    if "$" not in text:
        return encode(text)
    out: list[str] = []
    end = 0
    for found in MATH_IN_TEXT.finditer(text):
        out.append(encode(text[end : found.start()]))
        math = kernel_math(found[1])
        out.append(f"${_math(math)}$" if math else encode(math_text(found[1])))
        end = found.end()
    out.append(encode(text[end:]))
    return TOUCHING.sub("{}", "".join(out))


def _math(content: str) -> str:
    """Return math with its symbols as commands, set off from a letter that follows."""
    return _NOT_ASCII.sub(lambda found: _MATH.get(found[0], found[0]) + ("{}" if found[1] else ""), content)


def _ascii(text: str) -> str:
    """Return text without math as ASCII LaTeX; formulas that touch are one."""
    if "``" in text:
        text = text.replace("``", "“")
    text = _LIGATURE.sub(_APART, text)
    if not _MARKED.search(text):
        return TOUCHING.sub("{}", text.translate(_ASCII))
    parts = re.split(f"({_MARKED.pattern})", text)
    return "".join(
        _accented(unicodedata.normalize("NFD", part)) if at % 2 else part.translate(_ASCII)
        for at, part in enumerate(parts)
    )


def _encoded(character: str) -> str:
    """Return the LaTeX of a character that no table lists; the character itself when there is none."""
    letters = unicodedata.normalize("NFD", character)
    if len(letters) > 1:
        return _accented(letters)
    if any(first <= ord(character) <= last for first, last in _LOOKALIKES):
        return unicodedata.normalize("NFKC", character).translate(_ASCII)
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) == "Cc" else character


def _accented(letters: str) -> str:
    """Return a letter and its marks as nested commands in one group; as they are, where LaTeX has no such accent."""
    base, marks = letters[0], letters[1:]
    if marks[0] == _HORN:
        base, marks = unicodedata.normalize("NFC", letters[:2]), letters[2:]
    body = "\\" + _TEXT[base] if base in _TEXT else base
    if not all(mark in _COMMANDS for mark in marks) or not (base in _TEXT or (base.isascii() and base.isalnum())):
        composed = unicodedata.normalize("NFC", letters)
        return (_ASCII[ord(composed[0])] if composed[0].isascii() else composed[0]) + composed[1:]
    for mark in marks:
        command = _COMMANDS[mark]
        body = f"\\{command}{body}" if len(body) == 1 and not command.isalpha() else f"\\{command}{{{body}}}"
    return f"{{{body}}}"
