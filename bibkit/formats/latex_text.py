"""Text of a Work -> a field's value in LaTeX: ASCII for BibTeX, Unicode for biblatex; links stay raw in both."""

import re
from collections.abc import Callable
from urllib.parse import quote

from bibkit.formats.fields import Dialect
from bibkit.text import latex, protect

_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}'*]")
#: What a link may not hold raw in a .bib value: braces and backslashes; blanks and letters outside ASCII.
_NOT_IN_LINKS = re.compile(r"[^\x21-\x5b\x5d-\x7a\x7c\x7e]+")
_NOT_IN_ARGUMENTS = re.compile(r"[%#]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
#: What is left of a bracket, and of the blanks round it, when its content is gone.
_EMPTIED = re.compile(r"\s*[(\[][\s:,;.-]*[)\]]|(?<=\s)\s+|\s+(?=[:,;.])")


def text(value: str, dialect: Dialect) -> str:
    """Return a name or phrase in LaTeX."""
    return _ascii(value, latex.to_latex) if dialect == "bibtex" else latex.escape(value)


def title(value: str, dialect: Dialect) -> str:
    """Return a title in LaTeX with word-wise braces where a style would change the letter case wrongly."""
    return _ascii(value, protect.protect) if dialect == "bibtex" else protect.protect(value, unicode=True)


def _ascii(value: str, encode: Callable[[str], str]) -> str:
    """Return LaTeX without the letters that no command prints (CJK, emoji): they would stop pdfLaTeX.

    Where nothing else would be left they stay: such an entry needs XeLaTeX, LuaLaTeX or biblatex's dialect.
    """
    written = encode(value)
    if written.isascii():
        return written
    unprintable = latex.unencodable(value)
    kept = _EMPTIED.sub("", "".join(letter for letter in value if letter not in unprintable)).strip(" :,;-")
    kept = _NOT_ASCII.sub("", encode(kept))
    return kept if any(map(str.isalnum, kept)) else written


def raw(value: str) -> str:
    """Return a link or identifier as it is, but for what would break the entry: that is percent-encoded."""
    return _NOT_IN_LINKS.sub(lambda found: quote(found[0]), value)


def with_links(value: str, dialect: Dialect) -> str:
    r"""Return a text in LaTeX whose bare links stand in `\url{}`: elsewhere their `_` and `%` stop LaTeX.

    A `%` or `#` is escaped there, because styles put the text into arguments of commands, where raw ones stop LaTeX
    too; hyperref takes the backslash off again.
    """
    parts: list[str] = []
    end = 0
    for match in _LINK.finditer(value):
        link = _NOT_IN_ARGUMENTS.sub(lambda found: "\\" + found[0], raw(match[0]))
        parts += [text(value[end : match.start()], dialect), "\\url{", link, "}"]
        end = match.end()
    return "".join([*parts, text(value[end:], dialect)])
