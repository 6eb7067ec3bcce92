"""Where official sources contradict each other about one work: nothing that a program should settle."""

from collections.abc import Sequence

from bibkit.model.record import Record
from bibkit.resolve import evidence, trust
from bibkit.resolve.authors import names, same
from bibkit.text import titles

#: Kinds of difference between two official titles that are worth a person's eyes.
CONFLICTING_TITLES = frozenset({"similar", "samehead", "disc", "none"})


def conflicts(said: Sequence[trust.Voice]) -> tuple[str, ...]:
    """Return sentences where two official sources of the publication contradict in title, first author or year."""
    official = [
        one.record
        for one in trust.ordered(said, "title")
        if one.record.grade == "A" and one.is_publication and one.is_official
    ]
    told: list[str] = []
    for number, one in enumerate(official):
        for other in official[number + 1 :]:
            told += _contradictions(one, other)
    return tuple(dict.fromkeys(told))


def _contradictions(a: Record, b: Record) -> list[str]:
    told: list[str] = []
    who = f"{a.origin or a.source} and {b.origin or b.source}"
    if a.work.title and b.work.title and titles.difference(a.work.title, b.work.title) in CONFLICTING_TITLES:
        told.append(f"title: {who} say {a.work.title!r} and {b.work.title!r}")
    ours, theirs = names(a.work.authors), names(b.work.authors)
    if ours and theirs and not same(ours[0], theirs[0]):
        told.append(f"first author: {who} say {a.work.authors[0].display!r} and {b.work.authors[0].display!r}")
    if a.work.year and b.work.year and abs(a.work.year - b.work.year) > evidence.YEAR_SLACK:
        told.append(f"year: {who} say {a.work.year} and {b.work.year}")
    return told
