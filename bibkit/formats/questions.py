"""review.yaml <-> Questions: what waits for a person, with room for the answer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bibkit.formats import convert, documents, spell, yaml_text
from bibkit.formats.shapes import CANDIDATE_HEAD, EVIDENCE, QUESTION, WORK
from bibkit.formats.yaml_text import SpacedMap, Tree
from bibkit.formats.yaml_tree import Fault
from bibkit.model.catalog import Question
from bibkit.model.record import Match, Record

#: The answer that none of the candidates is the work.
NONE = "none"

HEADER = (
    "# Behind each `answer:` write the number of the right candidate, or none; bibkit takes it on its next run.\n\n"
)

_MATCH_NAMES = frozenset(field.name for field in CANDIDATE_HEAD)


def name(record: Record) -> str:
    """Return how an answer names a record: `<source>:<id>`."""
    return f"{record.source}:{record.id}"


def split(text: str) -> tuple[str, str]:
    """Return source and id of a record's name. The source of a list's own words, `list:<slug>`, has a colon itself."""
    head, _, rest = text.partition(":")
    if head == "list":
        slug, _, rest = rest.partition(":")
        head = f"list:{slug}"
    return head, rest


@lru_cache(maxsize=4)
def parse(path: str, text: str) -> dict[str, Question]:
    """Return the questions of a file in the form of review.yaml, by key. Raises DataError."""
    return documents.parsed(path, text, lambda found: documents.each(found, read))


def answers(path: str, text: str) -> dict[str, str]:
    """Return the answers that a person wrote into such a file, by key: `<source>:<id>` or `none`. Raises DataError."""
    return {key: question.answer for key, question in parse(path, text).items() if question.answer}


def render(found: Iterable[Question]) -> str:
    """Return a file of questions to be answered; `answers` reads it back."""
    by_key = trees({question.key: question for question in found})
    return HEADER + (yaml_text.block(by_key, 0) + "\n" if by_key else "")


def trees(found: Mapping[str, Question]) -> SpacedMap:
    """Return the questions of a file as a tree."""
    return SpacedMap({key: tree(question) for key, question in found.items()})


def tree(question: Question) -> Tree:
    """Return a question as a tree, its candidates numbered from 1."""
    found: dict[str, Tree] = {"reason": question.reason} if question.reason else {}
    found["answer"] = question.answer or None
    found["candidates"] = [_candidate_tree(number, match) for number, match in enumerate(question.candidates, 1)]
    return found


def _candidate_tree(number: int, match: Match) -> Tree:
    record = match.record
    return {
        "candidate": number,
        "record": name(record),
        **spell.tree(CANDIDATE_HEAD, match),
        **spell.tree(WORK, record.work),
        **spell.tree(EVIDENCE, record),
    }


def read(key: str, value: Tree) -> Question:
    """Return the question under `key`; its answer is named `<source>:<id>` or `none`, however it was written."""
    found = convert.values(QUESTION, value)
    numbered = [_candidate(number, given) for number, given in enumerate(found.get("candidates", ()), 1)]
    return Question(
        key=key,
        reason=found.get("reason", ""),
        candidates=tuple(match for _, match in numbered),
        answer=_answer(found.get("answer", ""), numbered),
    )


def _candidate(number: int, given: dict[str, Any]) -> tuple[int, Match]:
    work, rest = convert.split_work(given)
    written = rest.pop("candidate", None)
    source, id_ = split(rest.pop("record", ""))
    match = {field: rest.pop(field) for field in _MATCH_NAMES & set(rest)}
    record = Record(source=source, id=id_, work=work, **rest)
    return written or number, Match(**{"record": record, "verdict": "review", "score": 0.0, **match})


def _answer(text: str, numbered: Sequence[tuple[int, Match]]) -> str:
    text = text.strip()
    if not text or text.lower() == NONE:
        return text.lower()
    for number, match in numbered:
        if text in (str(number), name(match.record)):
            return name(match.record)
    known = ", ".join(str(number) for number, _ in numbered)
    raise Fault(f"answer {text!r} is no candidate; write one of {known or 'none'}, or none", path=("answer",))
