"""Whether what is left of a title beside the name of a venue is noise: date, place, volume, sponsor, track, partner."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bibkit.model.venue_hit import Hit
from bibkit.model.venue_index import MEETINGS, Index
from bibkit.model.venue_words import (
    BEFORE_PUBLISHERS,
    BLOCKERS,
    DATES,
    PERIODICAL,
    PLACES,
    PREPRINT,
    PUBLISHERS,
    SPONSORS,
    TITLE,
)
from bibkit.text.venue_text import Token

#: Longest run of unknown capitalised words that passes for a place (`Palau de Congressos`, `Stockholmsmässan`).
PLACE_WORDS = 5

NOTHING: frozenset[str] = frozenset()

#: Fewest letters of a word in which one typing error is looked over, where the acronym stands beside it.
MISTYPED = 7

#: Small words within the name of a place.
_IN_PLACES = frozenset({"de", "del", "di", "da", "do", "la", "le", "les", "el", "of", "the", "and", "am", "an", "der"})

_BREAKS = ",;:()[]/–—.\n"


def is_noise(
    index: Index, row: int, tokens: Sequence[Token], own: Sequence[Hit], limit: int, marked: frozenset[str] = NOTHING
) -> bool:
    """Return whether every token before `limit` outside the venue's own spellings is noise, or a word of `marked`.

    A venue found by its name and by its acronym may have a theme or an unknown place in segments of their own.
    """
    type_ = index.rows[row]["type"]
    covered = {number for hit in own for number in range(hit.start, hit.end)}
    acronym = any(hit.kind == "acronym" for hit in own)
    sure = acronym and any(hit.long for hit in own)
    year = any(token.role == "year" for token in tokens)
    for segment in _segments(tokens, limit):
        after = segment[0] > own[0].start
        words = [n for n in segment if tokens[n].role == "word"]
        news = [n for n in words if n not in covered and tokens[n].word not in marked]
        if _goes_on(tokens, covered, news):
            return False
        if all(_plain(index, row, type_, tokens[n], after=n > own[0].start, acronym=acronym) for n in news):
            continue
        if after and _is_publisher([tokens[n] for n in words]):
            continue
        if type_ not in MEETINGS or not covered.isdisjoint(segment):
            return False
        left = [tokens[n] for n in news]
        if not (_is_track(left) or (sure and _is_theme(left)) or (after and year and _is_place(index, left))):
            return False
    return True


def _goes_on(tokens: Sequence[Token], covered: set[int], news: Sequence[int]) -> bool:
    """Return whether a name goes on with `and`, and so is another's: `Conference on Machine Learning and Applications`.

    The words may be the venue's own elsewhere; only those of any title (`Workshop and Shared Task`) are noise there.
    """
    ends = [n for n in news if tokens[n].word == "and" and n - 1 in covered]
    return bool(ends) and any(tokens[n].word not in TITLE for n in news if n > ends[0])


def breaks(token: Token) -> bool:
    """Return whether a new segment of the title begins with the token."""
    return any(sign in token.gap for sign in _BREAKS) or " - " in token.gap or "--" in token.gap or "- " in token.gap


def _segments(tokens: Sequence[Token], limit: int) -> Iterator[list[int]]:
    """Yield the numbers of the tokens between two breaks."""
    segment: list[int] = []
    for number, token in enumerate(tokens[:limit]):
        if segment and breaks(token):
            yield segment
            segment = []
        segment.append(number)
    if segment:
        yield segment


def _plain(index: Index, row: int, type_: str, token: Token, *, after: bool, acronym: bool) -> bool:
    """Return whether one word is noise by itself, in or after the segment where a venue of that type is named."""
    word, words = token.word, index.words[row]
    if word in words:
        return True
    if type_ in ("preprint", "repository"):
        return word in PREPRINT or word in DATES
    if type_ in ("journal", "series"):
        return word in PERIODICAL or (after and word in DATES)
    if word in TITLE or word in SPONSORS or word in DATES:
        return True
    if acronym and len(word) >= MISTYPED and any(OSA.distance(word, own, score_cutoff=1) <= 1 for own in words):
        return True
    return after and (word in PLACES or word in index.places)


def _is_publisher(words: Sequence[Token]) -> bool:
    """Return whether a segment is the name of a publisher or of its series (`volume 97 of PMLR`)."""
    return " ".join(word.word for word in words if word.word not in BEFORE_PUBLISHERS) in PUBLISHERS


def _is_track(words: Sequence[Token]) -> bool:
    """Return whether a segment names a track of a conference (`Applied Data Science Track`, `Industry Papers`)."""
    return (
        words[-1].word in ("track", "papers", "abstracts", "posters", "session", "sessions")
        and len(words) <= PLACE_WORDS
    )


def _is_theme(words: Sequence[Token]) -> bool:
    """Return whether a segment may be a theme or anything else beside a venue found twice: it names no publication."""
    return not any(word.word in BLOCKERS for word in words)


def _is_place(index: Index, words: Sequence[Token]) -> bool:
    """Return whether a segment may name a place that no table has: a few capitalised words of no venue's name."""
    return len(words) <= PLACE_WORDS and all(
        word.word in _IN_PLACES
        or word.word in PLACES
        or word.word in index.places
        or word.word in DATES
        or (word.raw[0].isupper() and word.word not in index.vocabulary and word.word not in BLOCKERS)
        for word in words
    )
