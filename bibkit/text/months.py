"""Months: names and abbreviations as bibliographies write them, numbers 1..12, BibTeX macros `jan`..`dec`."""

import re
import unicodedata

#: BibTeX's macros, in order.
MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

#: English names, in order.
NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: Full names in other languages that bibliographies are kept in, without accents; by month.
_FOREIGN = (
    ("januar", "janvier", "enero", "gennaio", "janeiro", "januari"),
    ("februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari"),
    ("marz", "maerz", "mars", "marzo", "marco", "maart"),
    ("avril", "abril", "aprile"),
    ("mai", "mayo", "maggio", "maio", "mei"),
    ("juni", "juin", "junio", "giugno", "junho"),
    ("juli", "juillet", "julio", "luglio", "julho"),
    ("aout", "agosto", "augustus"),
    ("septembre", "septiembre", "settembre", "setembro"),
    ("oktober", "octobre", "octubre", "ottobre", "outubro"),
    ("novembre", "noviembre", "novembro"),
    ("dezember", "decembre", "diciembre", "dicembre", "dezembro"),
)

#: Abbreviations beyond the first three letters of the English name.
_SHORT = {
    "janv": 1, "febr": 2, "fev": 2, "mrz": 3, "avr": 4, "juil": 7, "sept": 9, "okt": 10, "dez": 12, "dic": 12,
}  # fmt: skip

_NUMBERS: dict[str, int] = {
    **{macro: number for number, macro in enumerate(MACROS, 1)},
    **{name.lower(): number for number, name in enumerate(NAMES, 1)},
    **{name: number for number, names in enumerate(_FOREIGN, 1) for name in names},
    **_SHORT,
}

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\s*(?:\d{4}\s*[-/.]\s*)?0?([1-9]|1[0-2])\s*(?:[-/.].*)?", re.DOTALL)


def number(text: str) -> int | None:
    """Return the month (1..12) that a word names: a full name, an abbreviation with or without dot, or digits.

    Case and accents don't matter. None when the text is no single month: `number_in` finds one in a longer text.
    """
    word = _plain(text).strip().rstrip(".")
    if word.isascii() and word.isdigit():
        return int(word) if 1 <= int(word) <= len(MACROS) else None
    return _NUMBERS.get(word)


def number_in(text: str) -> int | None:
    """Return the first month (1..12) that a month field or a date gives: `July 12--18`, `jul # "--" # aug`, `2020-07`.

    None when it gives none.
    """
    plain = _plain(text)
    for word in _WORD.findall(plain):
        if word in _NUMBERS:
            return _NUMBERS[word]
    found = _DIGITS.fullmatch(plain)
    return int(found[1]) if found else None


def macro(text: str | int) -> str:
    """Return BibTeX's macro (`jan`..`dec`) of a month given by number or in any form that `number_in` reads, or ''."""
    month = text if isinstance(text, int) else number_in(text)
    return MACROS[month - 1] if month and 1 <= month <= len(MACROS) else ""


def name(text: str | int) -> str:
    """Return the English name (`January`..`December`) of a month given like to `macro`, or ''."""
    short = macro(text)
    return NAMES[MACROS.index(short)] if short else ""


def _plain(text: str) -> str:
    """Return text in lower case without accents, braces and quotes."""
    text = text.strip(" \t\n{}\"'").lower()
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
