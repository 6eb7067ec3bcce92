"""What stands beside a title: the other links with their roles, the remark, the honours."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bibkit.importers import labels, roles
from bibkit.importers.inline import LINK, LINK_END, collapse, plain
from bibkit.importers.labels import Known, Label

LINKS = re.compile(f"{LINK}[^{LINK_END}]*{LINK_END}")
_MARKED = re.compile(r"[\[\](){}|,;（）【】\ue002-\ue00f]")
_PART = re.compile(rf"{LINK}[^{LINK_END}]*{LINK_END}|[\[(（【]|[\])）】]|[^{LINK}\[\](（【)）】]+")
_OPEN, _CLOSE = "[(（【", "])）】"
_EMPTY = re.compile(r"[\[(（【][\s,;:|/&.+-]*[\])）】]")
_LONELY = re.compile(r"(?<!\S)[\s,;:|/&.·•–—+-]+(?!\S)")
_DEPTH = 3  #: brackets within brackets that stay behind, empty, when links are taken out
_EDGES = " \t,;:|/&·•–—+-"
#: No honour and no year is shorter, in characters.
_SHORTEST = 4
#: A remark is cut at so many characters; the item's source keeps it whole.
LONGEST_NOTE = 2_000
#: Characters before a link that can name its role.
_CONTEXT = 80


@dataclass(slots=True)
class Mention:
    """A link in its place: its label, the words before it in its brackets or sentence, and whether in brackets."""

    index: int  #: number of the link within the item
    label: str
    context: str
    remark: bool  #: it stands in brackets with words of their own: `(Similar topic: [A](u), [B](v))`


def mentions(rest: str, first: int) -> list[Mention]:
    """Return the links of `rest` in order; the first of them is the item's link number `first`."""
    found: list[Mention] = []
    stack: list[str] = [""]
    for part in _PART.findall(rest):
        if part[0] == LINK:
            words = collapse(stack[-1]).strip(" .,;|/&-–—")
            remark = len(stack) > 1 and bool(re.search(r"\w", words))
            found.append(Mention(first + len(found), part[1:-1], words, remark))
            if len(stack) == 1:
                stack[-1] = ""
        elif part in _OPEN:
            stack.append("")
        elif part in _CLOSE:
            if len(stack) > 1:
                stack.pop()
        else:
            stack[-1] = plain(f"{stack[-1]} {part}")[-_CONTEXT:]
    return found


def role(mention: Mention, url: str) -> str:
    """Return a link's role: by its label, by the words before it, by its host; of a remark's link, `related`."""
    named = roles.of_label(mention.label)
    if not named or not roles.is_telling(mention.label):
        named = roles.of_label(mention.context) or named
    if named:
        return named
    if mention.remark:
        return roles.UNKNOWN
    if mention.label and len(mention.label.split()) > 3:
        return roles.UNKNOWN if roles.of_url(url) == roles.PAPER else roles.of_url(url) or roles.UNKNOWN
    return roles.of_url(url) or roles.UNKNOWN


def note(rest: str, read: Iterable[str] = ()) -> str:
    """Return the remark: what is left when the links are taken out, but for those within a remark in brackets.

    The words in `read` were read as the item's label, and are no remark.
    """
    rest = rest[:LONGEST_NOTE]
    if not rest:
        return ""
    parts, depth = [], 0
    for part in _PART.findall(rest):
        if part[0] == LINK:
            if depth and not roles.of_label(part[1:-1]):
                parts.append(part[1:-1])
        else:
            depth = max(0, depth + (part in _OPEN) - (part in _CLOSE))
            parts.append(part)
    text = plain("".join(parts))
    for words in read:
        text = text.replace(plain(words), "", 1)
    for _ in range(_DEPTH):
        text = _EMPTY.sub(" ", text)
    text = collapse(_LONELY.sub(" ", text)).strip(_EDGES).lstrip(".])").rstrip("[(").strip(_EDGES)
    return text if any(c.isalnum() for c in text) else ""


def flags(rest: str) -> tuple[str, ...]:
    """Return the honours that the remarks of `rest` give: in brackets, emphasised, or as a segment of their own."""
    found: set[str] = set()
    text = LINKS.sub("", rest)
    if len(text) < _SHORTEST:
        return ()
    for segment in _MARKED.split(text):
        if _SHORTEST <= len(segment) <= _CONTEXT:
            found.update(labels.flags_of(segment))
    return tuple(sorted(found))


def found_labels(rest: str, known: Known) -> Iterator[tuple[Label, str]]:
    """Yield the labels that the rest holds, set off or as a segment of its own, with their words."""
    text = LINKS.sub("|", rest)
    if len(text) < _SHORTEST:
        return
    for segment in _segments(text):
        found = labels.parse(segment, known)
        if found:
            yield found, segment


def _segments(text: str) -> Iterator[str]:
    """Yield the parts of a text that could be a label: between brackets and marks first, then between separators."""
    yield from (s for s in re.split(r"[\[\](){}|（）【】\ue002-\ue00f]+", text) if s.strip())
    sentences = re.split(r"[|;.]\s|\|", plain(text))
    yield from (s for s in sentences if s.strip())
    for sentence in sentences:
        parts = sentence.split(",")
        yield from (",".join(parts[-n:]) for n in (2, 1) if len(parts) > n)
