"""Questions that wait for a person, and what their answers change; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bibkit.curate.settle import Settled, settle
from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog, Question
from bibkit.model.citekey import Pattern
from bibkit.model.lock import Lock
from bibkit.model.record import Decision, Match, Record
from bibkit.resolve import versions
from bibkit.resolve.resolver import Outcome

#: The answer that says: it is none of the candidates. The entry then stays unresolved, and is not asked about again.
NONE = "none"


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to the question about `key`: `<source>:<id>` of a candidate, or `none`."""

    key: str
    choice: str


def name_of(record: Record) -> str:
    """Return the name by which an answer chooses the record."""
    return f"{record.source}:{record.id}"


def waiting(catalog: Catalog) -> list[Question]:
    """Return the questions that no answer was given to, in the order of their keys."""
    return [question for _, question in sorted(catalog.questions.items()) if not question.answer]


def answered(catalog: Catalog) -> list[Answer]:
    """Return the answers that a person wrote into review.yaml by hand."""
    return [Answer(key, question.answer) for key, question in sorted(catalog.questions.items()) if question.answer]


def choose(question: Question, choice: str) -> str:
    """Return the answer that a choice means: a candidate's number (from 1), its name, or `none`.

    Raises UsageError for anything else, naming what can be chosen.
    """
    if choice == NONE:
        return NONE
    if choice.isdigit() and 1 <= int(choice) <= len(question.candidates):
        return name_of(question.candidates[int(choice) - 1].record)
    if any(name_of(candidate.record) == choice for candidate in question.candidates):
        return choice
    raise UsageError(
        f"{question.key}: no candidate {choice!r}; answer with a number from 1 to {len(question.candidates)}, or none"
    )


def apply(catalog: Catalog, lock: Lock, answers: Iterable[Answer], pattern: Pattern) -> Settled:
    """Return both with the answers taken in: the chosen record's work group is merged, the question is gone.

    Raises UsageError for an answer to a question that is not there.
    """
    outcomes = []
    entries = dict(catalog.entries)
    for answer in answers:
        question = catalog.questions.get(answer.key)
        if question is None and answer.key in entries and entries[answer.key].answer:
            continue  # it was taken before: a file of answers may be given twice
        if question is None:
            raise UsageError(f"{answer.key}: no question waits for an answer; `bibkit review` lists those that do")
        choice = choose(question, answer.choice)
        entries[answer.key] = replace(entries[answer.key], answer=choice)
        outcomes.append(_outcome(question, choice, lock))
    return settle(replace(catalog, entries=entries), lock, outcomes, pattern)


def _outcome(question: Question, choice: str, lock: Lock) -> Outcome:
    if choice == NONE:
        return Outcome(question.key, Decision("no_match", reason="a person said that it is none of the candidates"))
    records = lock.records.get(question.key, ()) or tuple(match.record for match in question.candidates)
    chosen = next(record for record in records if name_of(record) == choice)
    match = Match(chosen, "match", 1.0, ("chosen by a person",))
    return Outcome(question.key, Decision("match", match, (match,)), versions.group(chosen, records))
