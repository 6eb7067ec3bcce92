"""Names of authors as lists write them."""

import re

from bibkit.importers.inline import plain

_AND = re.compile(r"\s*(?:,\s*and\b|,|;|\band\b|&|•|·)\s*")
_OTHERS = re.compile(r"\bet\.? ?al\b\.?|\bothers\b", re.I)
_LEAD = re.compile(r"^(?:by|authors?)\b\s*:?\s*", re.I)
_NAME = re.compile(r"[^\W\d_][^\d\[\](){}<>|:!?\"@/]{0,40}")
_MOST_WORDS = 5
#: Words that no person's name holds, and that remarks and titles do.
_NO_NAMES = re.compile(r"\b(?:the|for|of|on|in|with|from|to|an?|via|by|is|are|using)\b")
_ET_AL = re.compile(r"((?:[^\W\d_][^\s,.]*\.?,?\s+(?:and\s+|&\s*)?){1,6})et\.? ?al\.?[,.:]*\s+(?=[A-Z\"“])")


def split(text: str | None, *, strict: bool = False) -> tuple[str, ...]:
    """Return the names of a list of authors, or () when the text is no such list.

    With `strict` there must be several names, each of two words, or an `et al.`: nothing else shows what they are.
    """
    if not text:
        return ()
    words = _LEAD.sub("", plain(text).strip(" ,.;:|–—-()"))
    some, others = _OTHERS.subn("", words)
    names = [n.strip(" .*†‡") for n in _AND.split(some)]
    names = [n for n in names if n]
    if not all(_is_name(n) for n in names):
        return ()
    if strict and not others and (len(names) < 2 or any(" " not in n for n in names)):
        return ()
    return tuple(names)


def _is_name(text: str) -> bool:
    """Return whether a text can be a person's name: a few words, the last of them with a capital."""
    words = text.split()
    return (
        bool(_NAME.fullmatch(text))
        and len(words) <= _MOST_WORDS
        and not words[-1].islower()
        and not _NO_NAMES.search(text)
    )


def before_title(title: str) -> tuple[tuple[str, ...], str]:
    """Return the authors that stand before a title in plain text (`He et al. Deep ...`), and the title without them."""
    match = _ET_AL.match(title)
    names = split(match[1]) if match else ()
    return (names, title[match.end() :]) if match and names else ((), title)
