"""Is this record the work that the reference means? Each record is weighed by itself, then one is chosen, or none.

The bar is that a wrong match is the worst that can happen: what is not sure goes to a person.
"""

from collections.abc import Iterable
from dataclasses import replace

from bibkit.model.record import Decision, Match, Query, Record, Verdict
from bibkit.model.venue import Venues
from bibkit.resolve import choose
from bibkit.resolve.evidence import Evidence, gather
from bibkit.resolve.table import Case, verdict
from bibkit.text import titles
from bibkit.text.title_tables import word_set

#: Scores from which a record is accepted, and from which it is shown to a person. The verdict decides; the score puts
#: records of one verdict in order.
ACCEPT, REVIEW = 0.8, 0.4
SCORES: dict[Verdict, tuple[float, float]] = {"match": (ACCEPT, 1), "review": (REVIEW, ACCEPT), "no": (0, REVIEW)}

#: What each piece of evidence is worth; the best of all sum up to 1.
TITLE_WORTH = {
    "exact": 0.5, "edit": 0.46, "editstop": 0.44, "trunc": 0.4, "lostprefix": 0.4, "samehead": 0.3, "disc": 0.25,
    "similar": 0.3, "none": 0.0,
}  # fmt: skip
AUTHORS_WORTH = {"ok": 0.2, "part": 0.15, "na": 0.08, "weak": 0.04, "conflict": 0.0}
YEAR_WORTH = {"ok": 0.08, "unknown": 0.05, "near": 0.04, "far": 0.0}
SAME_YEAR_WORTH = 0.02
VENUE_WORTH = {"same": 0.05, "unknown": 0.02, "other": 0.0}
IDENTIFIER_WORTH = 0.15

#: Titles (keys) that thousands of works have: without an identifier they never match by themselves.
GENERIC = word_set(
    "preface editorial introduction foreword frontmatter index tableofcontents abstracts guesteditorial workshop panel "
    "bookreview acknowledgments acknowledgements welcome conclusion conclusions authorindex titlepage contributors "
    "messagefromthechairs letterfromtheeditor reviewers invitedtalks"
)

#: Kinds of title difference -> what is told of them; an `edit` that is more than spelling is told too.
TITLE_FLAGS = {
    "trunc": "title_truncated", "lostprefix": "title_truncated", "editstop": "title_differs",
    "samehead": "title_differs", "disc": "title_differs", "similar": "title_differs", "none": "title_differs",
}  # fmt: skip


def decide(query: Query, records: Iterable[Record], venues: Venues) -> Decision:
    """Return which of the records is the work that `query` means, in whichever order they are given.

    `match` chooses one; `ambiguous` keeps the best guesses for a person; `no_match` means that none comes near.
    """
    weighed = [weigh(query, record, venues) for record in dict.fromkeys(records)]
    return choose.decision(weighed)


def score(query: Query, record: Record, venues: Venues) -> Match:
    """Return how well `record` fits `query`: 0 (another work) to 1 (surely this one), with evidence and flags.

    The verdict is that of the table in `bibkit.resolve.table`.
    """
    return weigh(query, record, venues).match


def dated(record: Record, day: str) -> Record:
    """Return the record with the ISO day on which it was asked."""
    return replace(record, day=day)


def weigh(query: Query, record: Record, venues: Venues) -> choose.Weighed:
    """Return the match of one record with the evidence behind it."""
    evidence = gather(query, record, venues)
    said = _without_title(query, record, evidence)
    if said is None:
        letters = len(titles.key(query.title)), len(titles.key(record.work.title))
        said = verdict(Case(evidence, letters[0], len(titles.words(query.title)), letters[1], query.others))
        if said == "match" and not evidence.agree and titles.key(query.title) in GENERIC:
            said = "review"
    low, high = SCORES[said]
    found = Match(
        record=record,
        verdict=said,
        score=round(low + (high - low) * _worth(evidence), 4),
        evidence=evidence.told(),
        flags=_flags(query, evidence),
    )
    return choose.Weighed(found, evidence)


def _without_title(query: Query, record: Record, evidence: Evidence) -> Verdict | None:
    """Return the verdict where one side has no title: only an identifier can speak then; None where both have one."""
    if titles.key(query.title) and titles.key(record.work.title):
        return None
    if not evidence.agree or evidence.authors.kind in ("weak", "conflict"):
        return "no"
    return "match" if titles.key(record.work.title) else "review"


def _worth(evidence: Evidence) -> float:
    """Return what the evidence is worth together, 0..1."""
    title = TITLE_WORTH[evidence.title.kind]
    if evidence.title.kind in ("samehead", "disc", "similar"):
        title *= evidence.title.ratio
    parts = (
        title,
        AUTHORS_WORTH[evidence.authors.kind],
        YEAR_WORTH[evidence.year],
        SAME_YEAR_WORTH if evidence.gap == 0 else 0,
        VENUE_WORTH[evidence.venue],
        IDENTIFIER_WORTH if evidence.agree else 0,
    )
    return sum(parts)


def _flags(query: Query, evidence: Evidence) -> tuple[str, ...]:
    """Return what a person should know if this record is taken, by the names of the verification verdicts."""
    title, authors = evidence.title, evidence.authors
    flags = [TITLE_FLAGS[title.kind]] if title.kind in TITLE_FLAGS and titles.key(query.title) else []
    if title.kind == "edit" and not title.spelling:
        flags.append("title_differs")
    if authors.kind in ("weak", "conflict") or (
        authors.kind != "na" and authors.agreed < authors.given <= authors.known
    ):
        flags.append("author_mismatch")
    elif authors.kind != "na" and not query.others and authors.agreed == authors.given < authors.known:
        flags.append("author_incomplete")
    if evidence.year == "far" or (evidence.gap and evidence.venue == "same"):
        flags.append("year_mismatch")
    if evidence.venue == "other":
        flags.append("venue_mismatch")
    if evidence.differ and not evidence.agree:
        flags.append("identifier_conflict")
    return tuple(flags)
