"""The year that a venue string itself gives: written, by the number of the meeting, by volume, by arXiv number."""

from collections.abc import Sequence

from bibkit.model.venue_hit import Hit
from bibkit.model.venue_index import MEETINGS, Index
from bibkit.model.venue_words import SPONSORS, TITLE
from bibkit.text.venue_text import VenueText, full_year


def of(index: Index, parsed: VenueText, hits: Sequence[Hit], row: int) -> int | None:
    """Return the year of the venue `row`, found by the first of `hits`; None when the text gives none.

    Its joint partners, the other hits, may tell the year where its own number does not.
    """
    written = (token.value for token in parsed.tokens if token.role == "year")
    year = parsed.label_year or next(written, None) or _short(index, parsed, hits)
    if year is None and not (index.suffix(row) == "w" and not hits[0].long):
        readings = (_by_ordinal(index, parsed, hit) or _by_volume(index, parsed, hit) for hit in hits)
        year = next((year for year in readings if year), None)
    if year is None and index.rows[row]["type"] == "preprint":
        year = parsed.arxiv_year
    return year


def _short(index: Index, parsed: VenueText, hits: Sequence[Hit]) -> int | None:
    """Read `AAAI-18` as 2018, but `MICRO-52` as the 52nd meeting, and `NIPS 25` as no year: it is a volume."""
    tokens = parsed.tokens
    for number, token in enumerate(tokens):
        if token.role != "short":
            continue
        beside = [hit for hit in hits if hit.start < number <= hit.end]
        beside = beside or [hit for hit in hits if tokens[number - 1].word in index.words[hit.row]]
        if not beside or (token.gap == " " and _is_volume(index, beside[0].row, token.value)):
            continue
        year = full_year(token.value)
        return year if year >= _first_year(index, beside[0].row) else _meeting(index, beside[0], token.value)
    return None


def _first_year(index: Index, row: int) -> int:
    return min((period["from"] for period in index.rows[row]["names"] if period["from"]), default=0)


def _is_volume(index: Index, row: int, number: int) -> bool:
    """Return whether a bare number beside a venue may be the volume that is printed there."""
    return index.rows[row]["type"] not in MEETINGS or (index.rows[row]["id"], number) in index.volumes


def _by_ordinal(index: Index, parsed: VenueText, hit: Hit) -> int | None:
    """Read the ordinal that stands in or right before the name of a meeting."""
    tokens = parsed.tokens
    inside = (token.value for token in tokens[hit.start : hit.end] if token.role == "ordinal")
    ordinal = next(inside, None)
    number = hit.start - 1
    while ordinal is None and number >= 0:
        token = tokens[number]
        if token.role == "ordinal":
            ordinal = token.value
        elif token.word not in TITLE and token.word not in SPONSORS and token.word not in index.words[hit.row]:
            return None
        number -= 1
    return _meeting(index, hit, ordinal) if ordinal else None


def _meeting(index: Index, hit: Hit, number: int) -> int | None:
    """Return the year of a venue's n-th meeting, or of its parent's where the spelling holds the parent's name."""
    venue = index.rows[hit.row]
    parent = venue.get("parent")
    if parent and not any(form in hit.form for form in index.spellings[index.numbers[parent]] if " " in form):
        return None
    for row in (venue, index.rows[index.numbers[parent]]) if parent else (venue,):
        rule = row.get("ordinal")
        if rule and number + rule["offset"] >= rule["since"]:
            return int(number + rule["offset"])
        for year, edition in row.get("editions", {}).items():
            if edition.get("number") == number:
                return int(year)
    return None


def _by_volume(index: Index, parsed: VenueText, hit: Hit) -> int | None:
    """Read the number after the name of a periodical, or of proceedings that number their volumes."""
    venue = index.rows[hit.row]
    roles = ("number",) if hit.kind == "acronym" and venue["type"] in MEETINGS else ("number", "short")
    number = next((token.value for token in parsed.tokens[hit.start :] if token.role in roles), None)
    if number is None:
        return None
    keys = [venue["id"], *(period["name"].lower() for period in venue["names"])]
    years = {year for key in keys for year in index.volumes.get((key, number), ())}
    return next(iter(years)) if len(years) == 1 else None
