"""Find the venue whose name a longer title holds, beside place, date, volume, track and partner meetings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bibkit.model import venue_year
from bibkit.model.venue_hit import Found, Hit, hits
from bibkit.model.venue_index import MEETINGS, Index
from bibkit.model.venue_noise import breaks, is_noise
from bibkit.text.venue_text import Token, VenueText

#: Words that tell which child of a conference is meant: (suffix of its id, words), the first that fits.
MARKERS = (
    ("srw", ("student", "research", "workshop")),
    ("srw", ("srw",)),
    ("findings", ("findings",)),
    ("db", ("datasets", "and", "benchmarks")),
    ("demo", ("demonstrations",)),
    ("demo", ("demonstration",)),
    ("demo", ("demos",)),
    ("demo", ("demo",)),
)

#: Children without which a marked title names no venue; other tracks are part of the conference's own volume.
NEEDED = frozenset({"srw", "findings"})

WORKSHOP = frozenset({"workshop", "workshops", "ws"})

#: Words that begin a partner's name where a segment of the title begins with its number.
_MEETING_WORDS = frozenset({"conference", "symposium", "workshop", "meeting", "innovative"})

#: How many words after the number one of them stands.
_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and the spellings in it."""

    index: Index
    tokens: tuple[Token, ...]
    hits: list[Hit]

    def type(self, hit: Hit) -> str:
        """Return the type of the venue of a spelling."""
        return str(self.index.rows[hit.row]["type"])


def find(index: Index, parsed: VenueText) -> Found | None:
    """Return the venue named first that has nothing but noise beside it, or None."""
    title = Title(index, parsed.tokens, hits(index, parsed))
    for hit in sorted(title.hits, key=lambda hit: (hit.start, -hit.end)):
        row = _judge(_without_themes(title, hit), hit)
        if row is not None:
            how = "misspelling" if hit.kind == "misspelling" else "contained"
            others = [other for other in title.hits if other != hit]
            return Found(row, how, venue_year.of(index, parsed, [hit, *others], row))
    return None


def _without_themes(title: Title, hit: Hit) -> Title:
    """Return the title without the topics that name a volume whose meeting is named in full as well.

    `Computational Learning Theory and Kernel Machines, 16th Annual Conference on Computational Learning Theory, COLT`.
    """
    full = [other for other in title.hits if other.row == hit.row and other.strong]
    if hit.strong or not any(other.long for other in full) or all(other.long for other in full):
        return title
    return replace(title, hits=[other for other in title.hits if other.row != hit.row or other.strong])


def _judge(title: Title, hit: Hit) -> int | None:
    """Return the venue that a spelling stands for in this title (its own, or a child of it), or None."""
    index, row = title.index, hit.row
    own = [other for other in title.hits if other.row == row]
    hit = hit if hit in own else own[0]
    if title.type(hit) not in MEETINGS:
        return row if is_noise(index, row, title.tokens, own, len(title.tokens)) else None
    limit = _partner(title, hit)
    if index.generic(row):
        return _child_of_host(title, hit, limit)
    children = [other for other in title.hits if index.rows[other.row].get("parent") == index.rows[row]["id"]]
    own = sorted([*own, *children])
    if children:
        row = children[0].row
        if title.type(children[0]) == "workshop":
            return row
        return row if is_noise(index, row, title.tokens, own, limit) else None
    suffix, words = _marker(title, own, limit)
    if suffix == "w" and title.type(hit) != "workshop":
        return _workshop(title, hit, limit)
    child = index.child(row, suffix) if suffix else None
    if child is None and suffix in NEEDED:
        return None
    row = row if child is None else child
    return row if is_noise(index, row, title.tokens, own, limit, frozenset(words)) else None


def _child_of_host(title: Title, hit: Hit, limit: int) -> int | None:
    """Return the workshop, track or findings of the conference that is named beside it, else of its own."""
    index, row = title.index, hit.row
    host = index.rows[row]["parent"]
    others = [other for other in title.hits if title.type(other) == "conference" and other.start < limit]
    others = [other for other in others if other.row != row and index.rows[other.row]["id"] != host]
    if others:
        return index.child(others[0].row, index.suffix(row))
    if index.suffix(row) == "w":
        named = _named_workshop(title)
        return row if named is None else named
    spans = [other for other in title.hits if other.row == row or index.rows[other.row]["id"] == host]
    return row if is_noise(index, row, title.tokens, spans, limit) else None


def _workshop(title: Title, hit: Hit, limit: int) -> int | None:
    """Return the workshops of a conference where the title names one of them, whatever its own name is."""
    index, tokens = title.index, title.tokens
    named = _named_workshop(title)
    if named is not None:
        return named
    for other in title.hits:
        if other.row != hit.row and other.start < limit and other.strong and title.type(other) == "conference":
            return None
    before = [token.word for token in tokens[max(0, hit.start - 2) : hit.start]]
    if len(before) > 1 and before[0] in WORKSHOP and before[1] == "on":
        return None
    if not hit.strong and not (hit.end < len(tokens) and tokens[hit.end].word in WORKSHOP):
        return None
    return index.child(hit.row, "w")


def _named_workshop(title: Title) -> int | None:
    """Return the workshop with a name of its own that the title names, or None."""
    rows = (hit.row for hit in title.hits if title.type(hit) == "workshop" and not title.index.generic(hit.row))
    return next(rows, None)


def _marker(title: Title, own: Sequence[Hit], limit: int) -> tuple[str, tuple[str, ...]]:
    """Return the suffix of the child that the words outside the name speak of, and these words, or ''."""
    tokens = title.tokens
    outside = [n for n in range(len(tokens)) if not any(hit.start <= n < hit.end for hit in own)]
    words = f" {' '.join(tokens[n].word for n in outside)} "
    for suffix, marker in MARKERS:
        if f" {' '.join(marker)} " in words:
            return suffix, marker
    at = any("@" in token.gap for token in tokens[1 : own[0].start + 1])
    return ("w", ()) if at or any(n < limit and tokens[n].word in WORKSHOP for n in outside) else ("", ())


def _partner(title: Title, hit: Hit) -> int:
    """Return where a joint title begins to speak of other meetings: the number of a token, of tokens when nowhere."""
    named = any(other.row == hit.row and other.long and other.strong for other in title.hits)
    for number in range(hit.end, len(title.tokens)):
        if number == hit.end and hit.kind == "acronym" and _is_second_acronym(title, number):
            return number
        if "@" in title.tokens[number].gap:
            return number
        joined = title.tokens[number].word in ("and", "including")
        if (joined or breaks(title.tokens[number])) and _begins_partner(title, hit, number, joined=joined, named=named):
            return number
    return len(title.tokens)


def _is_second_acronym(title: Title, number: int) -> bool:
    """Return whether an acronym is joined to the one before it: `EMNLP-IJCNLP`, `ACL/IJCNLP`."""
    joined = title.tokens[number].gap in ("-", "/")
    return joined and any(other.start == number and other.kind == "acronym" for other in title.hits)


def _begins_partner(title: Title, hit: Hit, number: int, *, joined: bool, named: bool) -> bool:
    """Return whether the name of another meeting begins at a token."""
    tokens = title.tokens
    ahead = number + joined
    if ahead < len(tokens) and tokens[ahead].word == "the":
        ahead += 1
    if ahead >= len(tokens):
        return False
    if tokens[ahead].role == "ordinal":
        return joined or (named and any(t.word in _MEETING_WORDS for t in tokens[ahead : ahead + 1 + _WITHIN]))
    if not joined and tokens[number].gap.strip() != "/":
        return False
    joint = any(token.word == "joint" for token in tokens[: hit.start])
    return any(
        other.start == ahead and other.row != hit.row and title.type(other) in MEETINGS and (other.strong or joint)
        for other in title.hits
    )
