"""The words of a grammar's pattern as regular expressions over a skeleton's text.

Every expression is linear or nearly so on the text that it may meet: separators and openers don't give back what they
took, and lazy runs end at the marks of a link.
"""

import functools
import re

from bibkit.importers import labels
from bibkit.importers.inline import BADGE, CLOSERS, EM, EM_END, INS, LINK, LINK_END, OPENERS, STRONG, STRONG_END

#: Whether a text holds a year at all, also a broken one (`'2`).
DATE = rf"(?:{labels.YEAR}|{labels.QUOTE}\s?\d)"
#: Letters of a list of authors at most: fifty names.
_AUTHORS = 900

_TEXT = f"[^{LINK}{LINK_END}]"
_OPEN = rf"[\[(（【「{OPENERS}]{{1,4}}+\s*+"
_CLOSE = rf"\s*[\])）】」{CLOSERS}]{{1,4}}+"
_LABEL = f"(?P<label>{_TEXT}{{1,{labels.LONGEST_NAME}}}?)"
_LINKED = f"{LINK}(?P<linked>[^{LINK_END}]*){LINK_END}"
_BOLD = f"{STRONG}(?P<bold>[^{STRONG_END}{LINK}]+){STRONG_END}"
_SLANTED = rf"{EM}(?P<slanted>[^{EM_END}{LINK}\[(][^{EM_END}{LINK}]*){EM_END}"
#: A quoted title ends in its own full stop, or where the sentence goes on in a way that leaves the title complete.
_END_QUOTE = rf"""(?:[,.]["”»]|["”»](?=\s*(?:[,.;|(\[-]|$|by\b|[{LINK}{EM}{INS}{BADGE}])))"""
_QUOTED = f"""["“«](?P<quoted>[^"“”«»{LINK}]{{8,}}?){_END_QUOTE}"""
_SEPARATED = f"[^,.;|{LINK}]{{2,80}}"
_DATED = (
    rf"(?P<label>(?:{_SEPARATED}[\s,]\s*)?{labels.YEAR}(?:[./-]\d{{1,2}}){{0,2}}"
    rf"|{_SEPARATED}{labels.QUOTE}\s?\d\d{labels.QUOTE}?|arxiv\W{{0,2}}\d{{4}}\.\d{{4,5}}(?:v\d+)?)"
)

_WORDS = {
    "{LABEL}": _OPEN + _LABEL + _CLOSE,
    "{DATED}": rf"{_OPEN}(?=[^{LINK}{CLOSERS}\])]*{DATE}){_LABEL}{_CLOSE}",
    "LABEL": _LABEL,
    "DATED": _DATED,
    "YEAR": f"(?P<label>{labels.YEAR})",
    "{TITLE}": f"(?:{_LINKED}|{_BOLD}|{_SLANTED}|{_QUOTED})",
    "[TITLE]": _LINKED,
    '"TITLE"': _QUOTED,
    "TITLE": f"(?P<text>{_TEXT}+?)",
    "*AUTHORS*": f"[{EM}{INS}](?P<authors>{_TEXT}{{2,{_AUTHORS}}}?)[{CLOSERS}]",
    "AUTHORS": f"(?P<authors>{_TEXT}{{2,{_AUTHORS}}}?)",
    "NAME": rf"(?P<name>[^{LINK}{LINK_END}:]{{1,60}}?)",
    "PROSE": f"(?P<name>{_TEXT}+?)",
    "LINKS": rf"(?P<rest>(?:[\[({OPENERS}]*+\s*+{LINK}.*)?)",
    "FIRST": rf"(?P<rest>(?:[\[({OPENERS}]*+{_LINKED.replace('?P<linked>', '?:')}[^\w\[({LINK}\"“]*+)++)",
    "URL": rf"(?P<rest><?{LINK}{LINK_END}.*)",
    "…": r"(?P<rest>.*)",
    ",": r"\s*[,.;|]\s*",
    "~": r"(?>\s*[,.;:|/·•–—-]*\s*)",
    " ": r"\s*+",
}
_PIECES = re.compile(r" ?~ ?|" + "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))) + "|.", re.S)


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a grammar's pattern as a regular expression. A second label of one pattern has the name `label2`."""
    expression = ""
    for piece in _PIECES.findall(pattern):
        word = piece if piece == " " else piece.strip()
        part = _WORDS.get(word, re.escape(word))
        if "(?P<label>" in expression:
            part = part.replace("(?P<label>", "(?P<label2>")
        expression += part
    return re.compile(expression, re.S | re.I)
