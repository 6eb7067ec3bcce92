"""Spellings of venues inside a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bibkit.model.venue_index import HEADS, KINDS, Index
from bibkit.model.venue_words import EXPANSIONS
from bibkit.text.venue_text import Token, VenueText

#: Fewest words of a spelling that is a name rather than an acronym or a bare topic.
LONG = 3


class Found(NamedTuple):
    """A venue found in a text."""

    row: int
    how: str
    year: int | None = None
    flags: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A spelling of a venue: `tokens[start:end]`."""

    start: int
    end: int
    row: int
    kind: str
    form: str
    strong: bool  #: an acronym, or a name that says what it is (`Conference on ...`), not a topic alone

    @property
    def long(self) -> bool:
        """Return whether it is a name."""
        return self.form.count(" ") >= LONG - 1


def whole(index: Index, parsed: VenueText, form: str) -> Hit:
    """Return the hit of a spelling that all words of the text make up."""
    row, kind = index.forms[form]
    return Hit(0, len(parsed.tokens), row, KINDS[kind], form, True)


def hits(index: Index, parsed: VenueText) -> list[Hit]:
    """Return the spellings in the text, first to last, without those inside a longer one.

    Years, ordinals and numbers may stand within a spelling: `Proceedings of the 23rd International Conference`.
    """
    tokens = parsed.tokens
    numbers = [number for number, token in enumerate(tokens) if token.role == "word"]
    plain = [tokens[number].word for number in numbers]
    full = [EXPANSIONS.get(word, word) for word in plain]
    found: list[Hit] = []
    for first in range(len(plain)):
        for length, words in _lengths(index, plain, full, first):
            form = " ".join(words[first : first + length])
            if first + length > len(words) or form not in index.forms:
                continue
            row, kind = index.forms[form]
            start, end = numbers[first], numbers[first + length - 1] + 1
            if index.is_word(form, (row, kind)) and not in_context(index, parsed, row, start, end):
                continue
            strong = KINDS[kind] == "acronym" or length == 1 or not HEADS.isdisjoint(words[first : first + length])
            found.append(Hit(start, end, row, KINDS[kind], form, strong))
            break
    return [hit for hit in found if not any(_inside(hit, other) for other in found)]


def _lengths(index: Index, plain: list[str], full: list[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield how many words the spellings from a word on may have, longest first, as written and with words in full."""
    if plain == full:
        yield from ((length, plain) for length in index.starts.get(plain[first], ()))
        return
    lengths = [(length, words) for words in (plain, full) for length in index.starts.get(words[first], ())]
    yield from sorted(lengths, key=lambda pair: -pair[0])


def in_context(index: Index, parsed: VenueText, row: int, start: int, end: int) -> bool:
    """Return whether an acronym that is an ordinary word may stand where it does.

    It must have its own letter case and stand beside a year or an ordinal, or in brackets.
    """
    tokens = parsed.tokens
    if index.written(raw(tokens[start:end])) != row:
        return False
    if start == 0 and parsed.label_year is not None:
        return True
    beside = [*tokens[max(0, start - 1) : start], *tokens[end : end + 1]]
    closing = tokens[end].gap if end < len(tokens) else parsed.end
    bracketed = tokens[start].gap.endswith(("(", "[")) and closing.startswith((")", "]"))
    return bracketed or any(dated(token) for token in beside)


def dated(token: Token) -> bool:
    """Return whether a token is a year or the number of a meeting."""
    return token.role in ("year", "short", "ordinal")


def raw(tokens: Sequence[Token]) -> str:
    """Return tokens in their own letter case."""
    return " ".join(token.raw for token in tokens)


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
