"""Take a venue string apart: its words folded, its years, ordinals and volume numbers told from them."""

import html
import re
import unicodedata
from collections.abc import Container
from typing import Literal, NamedTuple

from bibkit.text import ordinals

Role = Literal["word", "year", "ordinal", "number", "short"]

#: Two-digit years up to this one are of this century ('35 is 2035), later ones of the last.
CENTURY_PIVOT = 35

#: Largest number that may be a two-digit year.
LAST_SHORT = 99

#: The two-digit year of the first arXiv numbers: smaller ones are of this century.
ARXIV_BEGAN = 91

#: What reading lists add to a venue after a year and a hyphen: `2020-CVPRo`, `2018-NIPSw`.
SUFFIXES = {"o": "oral", "s": "spotlight", "b": "best-paper", "w": "workshop"}

_QUOTES = str.maketrans(dict.fromkeys("’‘`´′ʼ＇", "'"))
_LABEL = re.compile(r"\W*((?:19|20)\d\d)(?:\.(?:0?[1-9]|1[0-2]))?-(?=[^\W\d])")
_ARXIV = re.compile(r"(?<![\d.])(\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?(?!\d)")
_ARXIV_OLD = re.compile(r"\b[a-z-]{2,9}(?:\.[A-Z]{2})?/(\d\d)(?:0[1-9]|1[0-2])\d{3}(?:v\d+)?\b")
_ISSUE = re.compile(r"(?<=\d)\([^()\s]{1,10}\)")
_PAGES = re.compile(r"(?<![\w-])(\d{1,5})\s?[-–—]{1,2}\s?(\d{1,5})(?![\w-])")
_SIGNS = str.maketrans(dict.fromkeys("{}™®©*", None))
_SHORTENED = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_GLUED = re.compile(r"((?:th|st|nd|rd|[Ff]irst|[Ss]econd|[Tt]hird))(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
_SIMPLE = re.compile(r"[a-z0-9]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ATTACHED = re.compile(r"([^\W\d_]{2,})((?:19|20)?\d\d)")


class Token(NamedTuple):
    """A word of a venue string."""

    word: str  #: folded: lower case, without accents
    raw: str
    gap: str  #: what stands between the token before and this one
    role: Role = "word"  #: short: a two-digit number at an acronym, a year or an ordinal (`AAAI-18`, `MICRO-52`)
    value: int = 0  #: of a year, an ordinal or a number


class VenueText(NamedTuple):
    """A venue string taken apart."""

    tokens: tuple[Token, ...]
    end: str = ""  #: what stands after the last token
    label_year: int | None = None  #: the year before the hyphen in `2017-NIPS`
    arxiv_year: int | None = None  #: the year in an arXiv number


def fold(text: str) -> str:
    """Return a name in the form under which spellings of it are equal: lower-case words without accents.

    `&` becomes `and`; LaTeX, HTML entities, trademark signs and apostrophes inside a word vanish.
    """
    if text.isascii() and not _UNCOMMON.search(text):
        return " ".join(_SIMPLE.findall(text.lower()))
    return " ".join(_WORD.findall(_clean(text).lower()))


_UNCOMMON = re.compile(r"[\\{}&<'`*_]")


def full_year(digits: int) -> int:
    """Return the year of a two-digit one."""
    return digits + (2000 if digits <= CENTURY_PIVOT else 1900)


def parse(text: str, acronyms: Container[str] = ()) -> VenueText:
    """Return a venue string taken apart; digits at the end of a word of `acronyms` are a year (`SC20`, `KDD'20`)."""
    text = _clean(text)
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
    text, arxiv_year = _without_arxiv_number(text)
    text = _ISSUE.sub(" ", _PAGES.sub(_not_pages, text))
    tokens: list[Token] = []
    end = 0
    for found in _WORD.finditer(_GLUED.sub(r"\1 ", text) if label is None else text):
        tokens.extend(_tokens(found[0], found.string[end : found.start()], tokens[-1:], acronyms))
        end = found.end()
        tail = found.string[end:]
    tail = tail if tokens else text
    return VenueText(_with_ordinals(tokens), tail, int(label[1]) if label else None, arxiv_year)


def written_year(text: str) -> int | None:
    """Return the year that a venue string writes out (`2007-Book`, `Berlin, 2019`, `'20`), or None."""
    parsed = parse(text)
    years = (token.value for token in parsed.tokens if token.role == "year")
    return parsed.label_year or next(years, None)


def _tokens(raw: str, gap: str, before: list[Token], acronyms: Container[str]) -> list[Token]:
    word = raw.lower()
    if word.isdigit() and word.isascii():
        return [_number(word, raw, gap, before)]
    attached = _ATTACHED.fullmatch(word)
    if attached and word not in acronyms and (len(attached[2]) == len("2020") or attached[1] in acronyms):
        letters = len(attached[1])
        year = int(attached[2])
        role: Role = "year" if year > LAST_SHORT else "short"
        return [
            Token(attached[1], raw[:letters], gap),
            Token(attached[2], raw[letters:], "", role, year),
        ]
    return [Token(word, raw, gap)]


def _number(word: str, raw: str, gap: str, before: list[Token]) -> Token:
    """Return the token of a run of digits."""
    value = int(word[:6])
    if _YEAR.fullmatch(word):
        return Token(word, raw, gap, "year", value)
    if len(word) == len("20"):
        if gap.endswith("'"):
            return Token(word, raw, gap, "year", full_year(value))
        if before and before[0].role == "word" and (gap in ("-", "–") or (gap == " " and before[0].raw.isupper())):
            return Token(word, raw, gap, "short", value)
    return Token(word, raw, gap, "number", value)


def _with_ordinals(tokens: list[Token]) -> tuple[Token, ...]:
    """Return the tokens with ordinals marked; one of two words (`Thirty-First`) becomes one token."""
    result: list[Token] = []
    skip = False
    for number, token in enumerate(tokens):
        if skip or token.role != "word":
            result.extend([] if skip else [token])
            skip = False
            continue
        following = tokens[number + 1].word if number + 1 < len(tokens) else ""
        value, taken = ordinals.value(token.word, following)
        result.append(token._replace(role="ordinal", value=value) if value else token)
        skip = taken > 1
    return tuple(result)


def _clean(text: str) -> str:
    """Return text without LaTeX, entities, accents and signs that separate nothing; `&` becomes `and`."""
    if "&" in text:
        text = html.unescape(text) if ";" in text else text
    if "\\" in text:
        from bibkit.text import latex  # here, because few texts hold any, and its tables take time

        text = latex.to_unicode(text.replace("\\/", "/"))
    text = text.translate(_SIGNS).translate(_QUOTES)
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    if "&" in text:
        text = text.replace("&", " and ")
    return _SHORTENED.sub("", text)


def _without_arxiv_number(text: str) -> tuple[str, int | None]:
    """Return the text without arXiv numbers, and the year that the first of them gives."""
    for pattern in (_ARXIV, _ARXIV_OLD):
        found = pattern.search(text)
        if found:
            digits = int(found[1])
            return pattern.sub(" ", text), digits + (2000 if digits < ARXIV_BEGAN else 1900)
    return text, None


def _not_pages(found: re.Match[str]) -> str:
    """Return a range of years as it is, and nothing for a range of pages or days."""
    first, last = found[1], found[2]
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last) and 0 <= int(last) - int(first) <= 1:
        return found[0]
    return " "
