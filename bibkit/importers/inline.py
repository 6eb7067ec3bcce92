"""An item's inline Markdown as a skeleton: one string in which markup is single marks, so that a grammar can see it.

`Deep [**Title**](u) *[ICML'23]*` becomes `Deep <LINK>Title</LINK> <EM>[ICML'23]</EM>`, each tag one private character.
Links keep their addresses in a list beside the string, in order; entities are decoded and blanks collapsed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibkit.importers import badges
from bibkit.importers.markup import reader

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK, LINK_END = "\ue000", "\ue001"
EM, EM_END = "\ue002", "\ue003"
STRONG, STRONG_END = "\ue004", "\ue005"
CODE, CODE_END = "\ue006", "\ue007"
INS, INS_END = "\ue008", "\ue009"
BADGE, BADGE_END = "\ue00a", "\ue00b"
OPENERS = EM + STRONG + CODE + INS + BADGE
CLOSERS = EM_END + STRONG_END + CODE_END + INS_END + BADGE_END

#: Longer text, in characters, is prose whose markup is not read: thousands of open brackets would cost seconds.
LONGEST = 10_000

_MARKS = re.compile("[\ue000-\ue00f]")
_STYLES = re.compile("[\ue002-\ue00f]")
_TAG = re.compile(r"<\s*(/?)\s*([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""\b(href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_LABELS = re.compile(f"{LINK}([^{LINK}{LINK_END}]*){LINK_END}")

_ADDRESS = re.compile(r"(?:https?|ftp)://\S+")

#: HTML tag -> the marks that it stands for
_HTML = {
    **dict.fromkeys(("em", "i", "cite", "dfn"), (EM, EM_END)),
    **dict.fromkeys(("strong", "b"), (STRONG, STRONG_END)),
    **dict.fromkeys(("code", "kbd", "tt", "samp"), (CODE, CODE_END)),
    **dict.fromkeys(("ins", "u", "mark"), (INS, INS_END)),
}
#: markdown-it token -> the mark that it stands for
_TOKENS = {"em_open": EM, "em_close": EM_END, "strong_open": STRONG, "strong_close": STRONG_END}

#: Marks that say nothing: styles around nothing or around a link alone, and a style within another of its kind.
_IDLE = (
    (re.compile(f"([{OPENERS}])\\s*[{CLOSERS}]"), " "),
    (
        re.compile(f"[{EM}{STRONG}{INS}]\\s*({LINK}[^{LINK}{LINK_END}]*{LINK_END})\\s*[{EM_END}{STRONG_END}{INS_END}]"),
        r"\1",
    ),
    (re.compile(f"{EM}{STRONG}([^{OPENERS}{CLOSERS}]*){STRONG_END}{EM_END}"), rf"{STRONG}\1{STRONG_END}"),
    (re.compile(f"{STRONG}{EM}([^{OPENERS}{CLOSERS}]*){EM_END}{STRONG_END}"), rf"{STRONG}\1{STRONG_END}"),
)


@dataclass(slots=True)
class Skeleton:
    """Marked text and the addresses of its links, in the order in which their marks stand."""

    text: str
    urls: list[str]

    def labels(self) -> list[str]:
        """Return the labels of the links, in order."""
        return _LABELS.findall(self.text)


def plain(text: str) -> str:
    """Return `text` without marks, blanks collapsed."""
    return " ".join((text if text.isascii() else _MARKS.sub("", text)).split())


def collapse(text: str) -> str:
    """Return `text` with every run of blanks and line breaks made one blank."""
    return " ".join(text.split())


def skeleton(source: str, env: dict[str, object] | None = None) -> Skeleton:
    """Return the skeleton of inline Markdown; `env` holds the document's link definitions."""
    if len(source) > LONGEST:
        return Skeleton(plain(source), [])
    md = reader()
    tokens = md.inline.parse(source if source.isascii() else _MARKS.sub("", source), md, {} if env is None else env, [])
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return writer.done()


def join(parts: Sequence[Skeleton]) -> Skeleton:
    """Return several skeletons as one, a blank between them."""
    if len(parts) == 1:
        return parts[0]
    return Skeleton(" ".join(p.text for p in parts), [url for p in parts for url in p.urls])


class _Writer:
    """Collects the skeleton token by token. Links don't nest: one within another is text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.urls: list[str] = []
        self.in_link = False

    def take(self, token: "Token") -> None:
        kind = token.type
        if kind in ("text", "text_special"):
            self.parts.append(token.content)
        elif kind == "link_open":
            self.open_link(str(token.attrs.get("href", "")))
        elif kind == "link_close":
            self.close_link()
        elif kind in _TOKENS:
            self.parts.append(_TOKENS[kind])
        elif kind in ("softbreak", "hardbreak"):
            self.parts.append(" ")
        elif kind == "code_inline":
            self.parts += (CODE, token.content, CODE_END)
        elif kind == "image":
            self.image(str(token.attrs.get("src", "")), token.content)
        elif kind == "html_inline":
            self.html(token.content)

    def open_link(self, url: str) -> None:
        if not self.in_link:
            self.in_link = True
            self.urls.append(url)
            self.parts.append(LINK)

    def close_link(self) -> None:
        if self.in_link:
            self.in_link = False
            self.parts.append(LINK_END)

    def image(self, source: str, alt: str) -> None:
        """A badge says a word or two; within a link it is the link's label. Other pictures say nothing."""
        words = badges.text(source, alt, linked=self.in_link)
        if words:
            self.parts += (words,) if self.in_link else (BADGE, words, BADGE_END)

    def html(self, tag: str) -> None:
        match = _TAG.match(tag)
        if not match:
            return
        closing, name = match[1] == "/", match[2].lower()
        if name == "br":
            self.parts.append(" ")
        elif name in _HTML:
            self.parts.append(_HTML[name][closing])
        elif name == "a" and closing:
            self.close_link()
        elif name in ("a", "img"):
            values = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag)}
            if name == "img":
                self.image(values.get("src", ""), values.get("alt", ""))
            elif values.get("href"):
                self.open_link(values["href"])

    def done(self) -> Skeleton:
        self.close_link()
        text = collapse(_LABELS.sub(_label, "".join(self.parts)))
        for idle, instead in _IDLE:
            if idle.search(text):
                text = idle.sub(instead, text)
        return Skeleton(text, self.urls)


def _label(match: re.Match[str]) -> str:
    """Return a link with a plain label; an address that is its own label says nothing."""
    words = collapse(_STYLES.sub("", match[1]))
    return f"{LINK}{'' if _ADDRESS.fullmatch(words) else words}{LINK_END}"
