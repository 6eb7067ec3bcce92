"""The decision table: kind of title difference, crossed with the agreement of the authors, gives a verdict.

Measured on 754 near-duplicate titles without a wrong match. A cell is a verdict, or one that holds on a condition and
another where the condition fails.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bibkit.model.record import Verdict
from bibkit.resolve.authors import AuthorsKind
from bibkit.resolve.evidence import Evidence
from bibkit.text.titles import Kind

LETTERS = 20  #: of a title that says enough without authors
WORDS = 3  #: of such a title
LETTERS_SHORT = 12  #: of a title that says enough together with venue and year
LETTERS_EDIT = 30  #: of such a title with a slip in it
OVERLAP = 0.8  #: share of the authors that must agree where title or year do not
ALIKE = 0.8  #: similarity of two titles of one name
SERIES_ALIKE = 0.7  #: similarity of two titles of a series without their numbers and markers
REWORDED = 0.92  #: similarity of two titles of which one is a slip or a revision of the other
REWORDED_PLACED = 0.85  #: the same where venue and at least three authors are equal too
VERY_ALIKE = 0.9  #: similarity from which a title is worth a person's time without the right authors


@dataclass(frozen=True, slots=True)
class Case:
    """What the conditions look at."""

    evidence: Evidence
    letters: int  #: of the query's title in normal form
    words: int
    known: int  #: letters of the record's title
    others: bool  #: the authors given are only the first ones


def not_far(case: Case) -> bool:
    """Return whether the year can be the same publication's, or that of its preprint."""
    return case.evidence.year != "far"


def near_or_vouched(case: Case) -> bool:
    """Return whether the year is not far, or two or more authors given make up for it."""
    authors = case.evidence.authors
    return not_far(case) or (authors.given > 1 and authors.overlap >= OVERLAP)


def long(case: Case) -> bool:
    """Return whether the title says enough by itself, and the year is not far."""
    return case.letters >= LETTERS and case.words >= WORDS and not_far(case)


def long_or_placed(case: Case) -> bool:
    """Return whether the title says enough by itself; a shorter one does with its venue and year, or with its link."""
    evidence = case.evidence
    placed = evidence.venue == "same" and evidence.year == "ok"
    return long(case) or (case.letters >= LETTERS_SHORT and (placed or (evidence.hint and not_far(case))))


def longer(case: Case) -> bool:
    """Return whether the title says enough by itself in spite of a slip, and the year is not far."""
    return case.letters >= LETTERS_EDIT and not_far(case)


def same_authors_and_year(case: Case) -> bool:
    """Return whether the year is equal and the authors are the same: two or more given, or the only one there is."""
    authors = case.evidence.authors
    whole = authors.overlap if case.others else authors.whole
    enough = authors.given > 1 or (authors.known == 1 and not case.others)
    return case.evidence.gap == 0 and enough and whole >= OVERLAP


def without_subtitle(case: Case) -> bool:
    """Return whether it is the query that lacks a part, not the record, and authors and year are the same.

    A part that the record lacks may have been made up, or belong to another work.
    """
    return case.letters < case.known and same_authors_and_year(case)


def without_name(case: Case) -> bool:
    """Return the same for a lost "Name: ". The first author is enough where a long title is left.

    Unlike a name, a long title says what the work is about.
    """
    long_left = case.letters >= LETTERS_EDIT and case.evidence.gap == 0
    return without_subtitle(case) or (case.letters < case.known and long_left)


def same_name(case: Case) -> bool:
    """Return whether what stands behind the same name is alike too, and authors and year are the same."""
    return case.evidence.title.ratio >= ALIKE and same_authors_and_year(case)


def reworded(case: Case) -> bool:
    """Return whether one word or two differ, while the year is equal and all of at least two authors are the same.

    Among 21,000 real records no two works are that close; a group's companion papers differ by an opposite or more.
    """
    evidence, authors = case.evidence, case.evidence.authors
    placed = evidence.venue == "same" and authors.given > 2
    close = evidence.title.one_change and evidence.title.ratio >= (REWORDED_PLACED if placed else REWORDED)
    same = authors.given > 1 and authors.whole == 1 and not case.others
    return close and same and evidence.gap == 0 and evidence.venue != "other"


def sibling(case: Case) -> bool:
    """Return whether the titles are those of a series, and the year is not far."""
    return case.evidence.title.ratio >= SERIES_ALIKE and not_far(case)


def very_alike(case: Case) -> bool:
    """Return whether hardly a word differs."""
    return case.evidence.title.ratio >= VERY_ALIKE


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict; with a condition, what holds where it fails."""

    verdict: Verdict
    condition: Callable[[Case], bool] | None = None
    otherwise: Verdict = "review"

    def of(self, case: Case) -> Verdict:
        """Return the verdict on a case."""
        return self.verdict if self.condition is None or self.condition(case) else self.otherwise


MATCH, REVIEW, NO = Cell("match"), Cell("review"), Cell("no")

_CUT = {"part": REVIEW, "na": REVIEW, "weak": NO, "conflict": NO}

# fmt: off
TABLE: dict[Kind, dict[str, Cell]] = {
    "exact": {
        "ok": Cell("match", near_or_vouched), "part": Cell("match", near_or_vouched),
        "na": Cell("match", long_or_placed), "weak": REVIEW, "conflict": REVIEW,
    },
    "edit": {
        "ok": Cell("match", not_far), "part": MATCH, "na": Cell("match", longer),
        "weak": REVIEW, "conflict": REVIEW,
    },
    "editstop": {"ok": MATCH, "part": MATCH, "na": REVIEW, "weak": REVIEW, "conflict": NO},
    "trunc": {"ok": Cell("match", without_subtitle), **_CUT},
    "lostprefix": {"ok": Cell("match", without_name), **_CUT},
    "samehead": {"ok": Cell("match", same_name), "part": REVIEW, "na": REVIEW, "weak": NO, "conflict": NO},
    "disc": {"ok": REVIEW, "part": REVIEW, "na": Cell("review", sibling, "no"), "weak": REVIEW, "conflict": NO},
    "similar": {
        "ok": Cell("match", reworded), "part": Cell("review", very_alike, "no"), "na": Cell("review", very_alike, "no"),
        "weak": NO, "conflict": NO,
    },
    "none": {"ok": NO, "part": NO, "na": NO, "weak": NO, "conflict": NO},
}
# fmt: on

#: What an identifier in common makes of the table's verdict: with the authors agreeing, absent, or not agreeing.
BY_IDENTIFIER: dict[AuthorsKind, dict[bool, Verdict]] = {
    "ok": {True: "match", False: "review"},
    "part": {True: "match", False: "review"},
    "na": {True: "review", False: "no"},
    "weak": {True: "review", False: "no"},
    "conflict": {True: "review", False: "no"},
}


def verdict(case: Case) -> Verdict:
    """Return what the table says of a case, identifiers taken into account."""
    evidence = case.evidence
    said = TABLE[evidence.title.kind][evidence.authors.kind].of(case)
    if evidence.agree:
        return _vouched(case, said)
    if evidence.hint and said == "review" and evidence.authors.kind == "na" and long(case):
        return "match" if evidence.title.kind != "disc" else said
    if evidence.differ and said == "match" and (evidence.title.kind != "exact" or _elsewhere(evidence)):
        return "review"
    return said


def _elsewhere(evidence: Evidence) -> bool:
    """Return whether the venue too is another one, and no author vouches: a workshop's paper and the conference's."""
    return evidence.venue == "other" and evidence.authors.kind == "na"


def _vouched(case: Case, said: Verdict) -> Verdict:
    """Return the verdict where an identifier agrees: proof beside a title or authors that fit, mere evidence alone."""
    evidence = case.evidence
    kind, authors = evidence.title.kind, evidence.authors.kind
    if kind in ("exact", "edit", "editstop") and authors == "na":
        return "match"
    if authors == "conflict" and said == "no":
        return "no"
    raised = BY_IDENTIFIER[authors][kind != "none"]
    return "match" if "match" in (said, raised) else raised
