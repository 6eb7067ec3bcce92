"""A skeleton's text through the grammars: the first that fits and makes sense gives the fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bibkit.importers import labels, patterns, people, roles
from bibkit.importers.grammars import GRAMMARS, Grammar
from bibkit.importers.inline import LINK, LINK_END, plain
from bibkit.importers.labels import Known, Label

#: Items longer than this, in characters, are prose, not a title with its links; it also bounds the cost of a pattern.
LONGEST = 3_000

_DATED = re.compile(rf"\d\d|{labels.QUOTE}\s?\d")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a grammar made of a skeleton. `rest` is what no field took; `own_link` tells whether the title is a link."""

    grammar: Grammar
    title: str
    label: Label
    authors: tuple[str, ...]
    name: str
    own_link: bool
    rest: str


def parse(text: str, known: Known, grammars: Iterable[Grammar] = GRAMMARS) -> Parsed | None:
    """Return what the first fitting grammar makes of a skeleton's text, or None when none fits."""
    if not text or len(text) > LONGEST:
        return None
    dated = bool(_DATED.search(text))
    for grammar in grammars:
        if dated or not grammar.dated:
            match = patterns.compiled(grammar.pattern).fullmatch(text)
            if match and (parsed := _read(grammar, match, known)):
                return parsed
    return None


def _read(grammar: Grammar, match: re.Match[str], known: Known) -> Parsed | None:
    """Return the fields, or None when one of them is not what the grammar takes it for."""
    groups = match.groupdict()
    linked = groups.get("linked")
    written = linked or groups.get("bold") or groups.get("slanted") or groups.get("quoted") or groups.get("text") or ""
    title = plain(written) if linked else clean(written)
    if not _is_title(title) or _is_edition(grammar, title, known) or _runs_on(match):
        return None
    authors = people.split(groups.get("authors"), strict=grammar.strict)
    if "authors" in groups and (not authors or labels.parse(plain(groups["authors"] or ""), known)):
        return None
    label = _label(grammar, groups, known)
    if label is None:
        return None
    return Parsed(
        grammar, title, label, authors, plain(groups.get("name") or ""), linked is not None, groups.get("rest") or ""
    )


def _label(grammar: Grammar, groups: dict[str, str | None], known: Known) -> Label | None:
    """Return the label of a match; an empty one where the grammar has none, None where it is no label."""
    if not groups.get("label"):
        return Label()
    first = labels.parse(plain(groups["label"] or ""), known, sure=grammar.sure)
    if not groups.get("label2"):
        return first
    second = labels.parse(plain(groups["label2"] or ""), known, sure=grammar.sure)
    return first.filled(second) if first and second else None


_SEPARATORS = " \t,;:|–—-"
_ELLIPSIS = re.compile(r"\.\.\.$|…$")
_HEAD = re.compile(r"^(?:paper|title)\s*[:：]\s*", re.I)


def clean(text: str) -> str:
    """Return a title that stands in running text without the separators around it; its own `?` and `!` stay."""
    title = _HEAD.sub("", plain(text).strip(_SEPARATORS))
    if title.endswith(".") and not _ELLIPSIS.search(title):
        title = title[:-1].rstrip(_SEPARATORS)
    if len(title) > 1 and title[0] in '"“' and title[-1] in '"”' and title.count('"') + title.count("”") <= 2:
        title = title[1:-1].rstrip(" ,.")
    return title


#: Labels of links and honours are no longer than this, in characters.
_LONGEST_LABEL = 60


def _is_title(title: str) -> bool:
    """Return whether a text can be a title: it has a word, and is neither a label of a link nor an honour."""
    if len(title) > _LONGEST_LABEL:
        return True
    return any(c.isalpha() for c in title) and not roles.is_role(title) and bool(labels.honours(title)[0])


#: Numbers of a series before a label: `1st-2018-NIPSw`.
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)[\s-]+", re.I)


def _is_edition(grammar: Grammar, title: str, known: Known) -> bool:
    """Return whether a link after a name only says which edition it leads to: `LLD Workshop: [1st-2017-NIPSw](u)`."""
    return grammar.pattern.startswith("NAME") and labels.parse(ORDINAL.sub("", title), known) is not None


def _runs_on(match: re.Match[str]) -> bool:
    """Return whether a title in plain text is half a sentence, which a link without a role goes on with."""
    groups = match.groupdict()
    rest = groups.get("rest") or ""
    if not groups.get("text") or not rest.startswith(LINK):
        return False
    between = match.string[match.end("text") : match.start("rest")]
    label = rest[1:].split(LINK_END)[0]
    return not between.strip() and bool(label) and not roles.is_role(label)
