"""markdown-it, set up to read lists: links keep the spelling of the source, and a bare URL is a link too."""

import functools
import re
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

#: Deeper nesting than this is read as plain text. CommonMark's 20 ends at lists ten levels deep (two levels each);
#: every level costs a few Python frames, of which there are 1,000.
MAX_NESTING = 60

#: Characters at which an inline rule that is in use can begin or end; the library stops at twice as many.
_STOPS = re.compile(r"[\n!&*:<\[\\\]_`~]")
_PLAIN_LABEL = re.compile(r"[^\[\]`<\\]*\]")
_PLAIN_DESTINATION = re.compile(r"[^\x00-\x20\x7f\\()<]+")
_SCHEMES = ("https", "http", "ftp")
#: What may stand in a URL in running text. Brackets, quotes and full-width punctuation end it.
_BARE = re.compile(r"://[^\s<>\[\]\"`|\\^{}“”，。；：（）【】「」、！？]+")
_TRAILING = ".,;:!?'*"


@dataclass(slots=True)
class _Destination:
    ok: bool = False
    pos: int = 0
    str: str = ""


@functools.cache
def reader() -> "MarkdownIt":
    """Return the one reader of all lists: CommonMark with tables and strike-through, block rules only.

    Inline text is parsed on demand with `reader().inline`, because only headings, list items, tables and a few
    paragraphs need it, and it is two thirds of the cost.
    """
    from markdown_it import MarkdownIt, helpers

    class Reader(MarkdownIt):
        """Links as written: neither percent-encoded nor unescaped, nor refused for their scheme."""

        def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
            return url

        def validateLink(self, url: str) -> bool:  # noqa: N802
            return True

    def destination(string: str, pos: int, maximum: int) -> _Destination:
        """Return the link destination at `pos` as it is spelled in the source."""
        match = _PLAIN_DESTINATION.match(string, pos, maximum)
        if match and (match.end() >= maximum or string[match.end()] in ") \n"):
            return _Destination(True, match.end(), match.group())
        found = helpers.parseLinkDestination(string, pos, maximum)
        spelled = string[pos : found.pos] if found.ok else ""
        return _Destination(found.ok, found.pos, spelled[1:-1] if spelled.startswith("<") else spelled)

    def label(state: "StateInline", start: int, disable_nested: bool = False) -> int:
        """Return where the label that opens at `start` ends, -1 if nowhere; most hold nothing that hides a bracket."""
        match = _PLAIN_LABEL.match(state.src, start + 1, state.posMax)
        return match.end() - 1 if match else helpers.parseLinkLabel(state, start, disable_nested)

    made = Reader("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    made.disable(["inline", "text_join"])
    made.inline.ruler.after("text", "bare_url", bare_url)
    made.inline.terminator_re = _STOPS
    setattr(  # noqa: B010 (declared as the module itself)
        made,
        "helpers",
        SimpleNamespace(
            parseLinkLabel=label,
            parseLinkTitle=helpers.parseLinkTitle,
            parseLinkDestination=destination,
        ),
    )
    return made


def bare_url(state: "StateInline", silent: bool) -> bool:
    """Read a URL in running text as a link without a label (an inline rule of markdown-it, called at each `:`)."""
    pos = state.pos
    if state.src[pos] != ":" or state.linkLevel or not state.src.startswith("://", pos):
        return False
    before = state.src[max(0, pos - 5) : pos].lower()
    scheme = next((s for s in _SCHEMES if before.endswith(s)), "")
    match = _BARE.match(state.src, pos, state.posMax) if scheme else None
    if not match:
        return False
    around = state.src[max(0, pos - len(scheme) - 1) : pos - len(scheme)]
    rest = _trim(match.group(), _TRAILING + (around if around in ("_", "~") else ""))
    if len(rest) <= len("://"):
        return False
    if not silent:
        if not state.pending.lower().endswith(scheme):
            return False
        state.pending = state.pending[: -len(scheme)]
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": state.src[pos - len(scheme) : pos] + rest}
        state.push("link_close", "a", -1)
    state.pos = pos + len(rest)
    return True


def _trim(url: str, trailing: str) -> str:
    """Return `url` without the punctuation of the sentence around it; a closing parenthesis stays if it was opened."""
    surplus = url.count(")") - url.count("(")
    end = len(url)
    while end:
        if url[end - 1] == ")" and surplus > 0:
            surplus -= 1
        elif url[end - 1] not in trailing:
            break
        end -= 1
    return url[:end]
