"""What services leave in titles, names and page ranges, taken off: tags, entities, line breaks, dashes of all kinds."""

import html
import re
import unicodedata
from functools import lru_cache

from bibkit.text.title_form import TAGS

_TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:br|p|jats:p)\s*/?>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SPACE_BEFORE = re.compile(r" (?=[,;](?: |$))")
_DASHES = re.compile(r"\s*(?:\{-+\}|-+|[\u2010-\u2015\u2212]+)\s*")
_PAGE_PREFIX = re.compile(r"^(?:pp?|pages?|art(?:icle)?)\b\.?\s*(?=\S*\d)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\S\.\S*\.$")

#: Texts whose form is remembered: records share publishers, venues and family names.
CACHE = 1 << 15

#: What stands in a page field when nobody knew the pages.
NO_PAGES = frozenset({"-", "n/a", "na", "none", "null", "unpaginated", "no pagination", "np"})


@lru_cache(CACHE)
def line(text: str) -> str:
    """Return a text as one line in NFC: entities and known tags off, every run of blanks one blank.

    Entities are taken off twice, since services escape what was escaped before.
    """
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def title(text: str) -> str:
    """Return a title as one line without markup and without a final full stop; its letter case stays as it is.

    Dots that end an ellipsis or an abbreviation (`U.S.`) stay. LaTeX is left alone: see `bibkit.text.latex`.
    """
    text = _SPACE_BEFORE.sub("", line(text))
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
        text = text[:-1].rstrip()
    return text


def pages(text: str) -> str:
    """Return a page range with one hyphen (`12-34`), an article number as it is, or '' when there is none."""
    text = _PAGE_PREFIX.sub("", line(text)).strip(" .,;")
    if text.lower() in NO_PAGES:
        return ""
    return _DASHES.sub("-", text).strip("-")
