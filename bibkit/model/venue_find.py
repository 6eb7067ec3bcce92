"""Find the venue that a text names.

The order: the text as it stands, then without its ordinals, years and `Proceedings of the`; a name or acronym with
nothing but noise beside it; the name abbreviated; one typing error. Nothing is found where something is left over
that could make it another venue: a wrong venue is worse than none.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bibkit.model import venue_contained, venue_guess, venue_year
from bibkit.model.venue_hit import Found, dated, raw, whole
from bibkit.model.venue_index import KINDS, MEETINGS, Index
from bibkit.text import ordinals
from bibkit.text.venue_text import SUFFIXES, Token, VenueText, fold, parse


class Reading(NamedTuple):
    """A text to find a venue in, and where it stands."""

    parsed: VenueText
    words: tuple[Token, ...]  #: the tokens that are neither years nor numbers
    field: bool  #: it is all that a venue field or slot holds
    label: bool  #: it is a label of a reading list, whose last letter may mean oral, spotlight, best paper, workshop


def find(index: Index, text: str, *, field: bool, label: bool) -> Found | None:
    """Return the venue that the text names, with the year that the text gives, or None."""
    folded = fold(text)
    exact = None if _tells_year(folded) else index.forms.get(folded)
    if exact and _may_stand_alone(index, text.strip(" \t\n."), exact, field=field or label):
        return Found(exact[0], _how(index, text.strip(), exact))
    parsed = parse(text, index.forms)
    if not parsed.tokens:
        return None
    label = label or parsed.label_year is not None
    reading = Reading(parsed, tuple(token for token in parsed.tokens if token.role == "word"), field or label, label)
    stages: Sequence[Callable[[Index, Reading], Found | None]] = (_listed, _suffixed, _contained, _nicknamed, _guessed)
    for stage in stages:
        found = stage(index, reading)
        if found:
            return found._replace(flags=_flags(index, reading, found))
    return None


def _tells_year(folded: str) -> bool:
    """Return whether a folded text holds digits or begins with an ordinal, so that it may tell the year."""
    return folded.partition(" ")[0] in ordinals.FIRST_WORDS or any(letter in folded for letter in "0123456789")


def _how(index: Index, text: str, form: Sequence[int]) -> str:
    """Return how a spelling was found: misspellings that differ in letter case fold like the right form."""
    return "misspelling" if index.misspelled.get(text) == form[0] else KINDS[form[1]]


def _may_stand_alone(index: Index, text: str, form: Sequence[int], *, field: bool) -> bool:
    """Return whether the text may be all there is.

    An acronym that is an ordinary word may be so in brackets, and in its own letter case in a field for venues.
    """
    if not index.is_word(fold(text), form):
        return True
    bracketed = text[:1] in ("[", "(") and text[-1:] in ("]", ")")
    return bracketed or (field and index.written(text) == form[0])


def _listed(index: Index, reading: Reading) -> Found | None:
    """Find the text without its years, ordinals and `In Proceedings of the`."""
    words = [token.word for token in reading.words]
    for lead in range(len(words)):
        text = raw(reading.words[lead:])
        name = " ".join(words[lead:])
        form = index.forms.get(name)
        proceedings = any(word.startswith("proc") for word in words[:lead])
        if form and not (proceedings and index.rows[form[0]]["type"] not in MEETINGS):
            if reading.label and _suffix(index, reading.words[lead:]):
                return None
            field = reading.field or bool(lead)
            if any(map(dated, reading.parsed.tokens)) or _may_stand_alone(index, text, form, field=field):
                year = venue_year.of(index, reading.parsed, [whole(index, reading.parsed, name)], form[0])
                return Found(form[0], _how(index, text, form), year)
        if words[lead] not in venue_guess.LEAD:
            return None
    return None


def _suffix(index: Index, words: Sequence[Token]) -> str:
    """Return what a label's last letter means: its acronym in the letter case of the table, and a letter behind it."""
    text = words[0].raw
    if len(words) > 1 or text[-1] not in SUFFIXES or index.written(text) is not None:
        return ""
    return SUFFIXES[text[-1]] if index.written(text[:-1]) is not None else ""


def _suffixed(index: Index, reading: Reading) -> Found | None:
    """Find an acronym with a letter behind it: `w` or `W` anywhere, `o`, `s` and `b` in labels of reading lists."""
    text = raw(reading.words)
    if len(text) < len("ACLw"):
        return None
    stem, last = " ".join(token.word for token in reading.words)[:-1].rstrip(), text[-1]
    form = index.forms.get(stem)
    if form is None or KINDS[form[1]] == "alias" or (text[-2].islower() and index.written(text[:-1]) is None):
        return None
    hit = whole(index, reading.parsed, stem)
    if last in "wW":
        child = index.child(form[0], "w")
        return None if child is None else Found(child, "acronym", venue_year.of(index, reading.parsed, [hit], child))
    if not reading.label or last not in SUFFIXES:
        return None
    how = _how(index, text[:-1], form)
    return Found(form[0], how, venue_year.of(index, reading.parsed, [hit], form[0]), (SUFFIXES[last],))


def _contained(index: Index, reading: Reading) -> Found | None:
    return venue_contained.find(index, reading.parsed)


def _nicknamed(index: Index, reading: Reading) -> Found | None:
    """Find the venue in a label that goes on with the name of a method: `2017-CVPR-ResNeXt`."""
    tokens = reading.parsed.tokens
    if reading.parsed.label_year is None or len(tokens) < len(("CVPR", "ResNeXt")) or tokens[1].gap != "-":
        return None
    row = index.written(tokens[0].raw)
    if row is None or index.rows[row].get("acronym_needs_context") or tokens[1].raw.isupper():
        return None
    return Found(row, "contained", reading.parsed.label_year)


def _guessed(index: Index, reading: Reading) -> Found | None:
    return venue_guess.abbreviated(index, reading.parsed) or venue_guess.mistyped(index, reading.parsed)


def _flags(index: Index, reading: Reading, found: Found) -> tuple[str, ...]:
    """Return what the text says of the paper: oral, spotlight, best-paper, workshop."""
    flags = [
        *found.flags,
        *(flag for flag in ("oral", "spotlight") if any(token.word == flag for token in reading.words)),
        *("best-paper" for token in reading.words if token.word == "best"),
    ]
    if reading.label and index.rows[found.row]["type"] == "workshop" and reading.words[-1].raw[-1] in "wW":
        flags.append("workshop")
    return tuple(flags)
