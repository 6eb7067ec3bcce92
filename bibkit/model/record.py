"""What a source says of a work, and how well that fits a question."""

from dataclasses import dataclass
from typing import Literal

from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.work import Work

Grade = Literal["A", "B", "C"]
Verdict = Literal["match", "review", "no"]


@dataclass(frozen=True, slots=True)
class Record:
    """What one source says of one work: normalised facts, never the source's raw text."""

    source: str  #: name of the source: crossref, arxiv, local; `list:<slug>` for what a survey list says
    id: str  #: the source's own id of the record
    work: Work
    grade: Grade = "A"  #: A publisher, registrar, proceedings, DBLP; B preprint servers; C aggregators, curated lists
    kind: str = "published"  #: published, preprint, rejected, aggregator, list
    origin: str = ""  #: where the source had it from, where it says so
    day: str = ""  #: ISO day on which it was asked
    relations: tuple[tuple[str, str], ...] = ()  #: (is-preprint-of, doi:10...), as the source states them


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the matcher: the reference's own words, in normal Unicode, LaTeX decoded."""

    title: str
    authors: tuple[Creator, ...] = ()
    others: bool = False  #: the authors given are only the first ones
    year: int | None = None
    venue: str = ""  #: as written
    identifiers: tuple[Identifier, ...] = ()
    hints: tuple[str, ...] = ()  #: second titles, from the link's own words


@dataclass(frozen=True, slots=True)
class Match:
    """How one record fits a query: score 0 (another work) to 1 (surely this one), and the evidence by name."""

    record: Record
    verdict: Verdict
    score: float
    evidence: tuple[str, ...] = ()  #: short names with values: `title exact`, `authors ok`, `year 0`, `id doi agrees`
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The matcher's answer: what it decided, the chosen match if any, and all that is worth showing a person."""

    decision: Literal["match", "ambiguous", "no_match"]
    chosen: Match | None = None
    candidates: tuple[Match, ...] = ()  #: best first; those with verdict `no` left out
    flags: tuple[str, ...] = ()
    reason: str = ""
