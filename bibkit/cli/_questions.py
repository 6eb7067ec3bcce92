"""Walk a person through the questions that wait, side by side, with what differs marked."""

from collections.abc import Sequence

import typer

from bibkit.curate import listed
from bibkit.curate.review import NONE, Answer, name_of
from bibkit.model.catalog import Catalog, Question
from bibkit.model.lock import Lock
from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.text import titles

#: Candidates that fit beside each other on a terminal of 100 columns.
BESIDE = 3
#: Authors that are shown before the rest is only counted.
AUTHORS = 6

#: Stands before what differs from the list, so that it shows without colours too.
DIFFERS = "≠ "

HELP = "a accept the first, {numbers}n none of them, s skip, u undo, q quit"


def walk(questions: Sequence[Question], catalog: Catalog, lock: Lock) -> list[Answer]:
    """Return the answers that a person gave at the terminal; quitting, ^C and ^D keep those given so far."""
    answers: list[Answer] = []
    past: list[int] = []
    place = 0
    while place < len(questions):
        question = questions[place]
        typer.echo(f"\n{place + 1} of {len(questions)}: {question.key}: {question.reason}")
        _show(question, catalog, lock)
        typer.echo(HELP.format(numbers=_numbers(len(question.candidates))))
        key = _key()
        if key in ("q", "\x03", "\x04"):
            break
        if key == "u":
            if past:
                place = past.pop()
                answers = [answer for answer in answers if answer.key != questions[place].key]
            continue
        choice = _choice(key, question)
        if choice is None:
            continue
        past.append(place)
        place += 1
        if choice:
            answers.append(Answer(question.key, choice))
    return answers


def _numbers(candidates: int) -> str:
    return f"1-{min(candidates, 9)} choose, " if candidates > 1 else ""


def _key() -> str:
    try:
        return typer.getchar().lower()
    except (KeyboardInterrupt, EOFError):
        return "q"


def _choice(key: str, question: Question) -> str | None:
    """Return the answer that a key means, '' to skip, None where it means nothing here."""
    if key == "s":
        return ""
    if key == "n":
        return NONE
    number = "1" if key == "a" else key
    if number.isdigit() and 1 <= int(number) <= len(question.candidates):
        return name_of(question.candidates[int(number) - 1].record)
    return None


def _show(question: Question, catalog: Catalog, lock: Lock) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    said = listed.records_of(lock, question.key)
    mine = said[0].work if said else catalog.entries[question.key].work
    shown = question.candidates[:BESIDE]
    table = Table(show_lines=False, expand=True)
    table.add_column("")
    table.add_column("the list")
    for number, _ in enumerate(shown, 1):
        table.add_column(f"candidate {number}")
    theirs = [facts(match.record.work) for match in shown]
    for name, value in facts(mine).items():
        cells = [
            Text(their[name]) if alike(name, value, their[name]) else Text(DIFFERS + their[name], style="bold yellow")
            for their in theirs
        ]
        table.add_row(name, value, *cells)
    table.add_row("from", "", *[_from(match.record) for match in shown])
    table.add_row("evidence", "", *["; ".join(match.evidence) for match in shown])
    Console().print(table)
    for number, match in enumerate(question.candidates[BESIDE:], BESIDE + 1):
        work = match.record.work
        typer.echo(f"  {number}: {work.title} ({work.year or 'no year'}, {work.venue or work.container})")


def _from(record: Record) -> str:
    return f"{name_of(record)} {record.origin}".strip()


def facts(work: Work) -> dict[str, str]:
    """Return what is compared of a work, as text, by name."""
    names = [creator.display for creator in work.authors]
    rest = f" and {len(names) - AUTHORS} more" if len(names) > AUTHORS else ""
    return {
        "title": work.title,
        "authors": ", ".join(names[:AUTHORS]) + rest,
        "year": str(work.year or ""),
        "venue": work.venue or work.container,
        "ids": " ".join(str(identifier) for identifier in work.identifiers),
        "link": work.url,
    }


def alike(name: str, one: str, other: str) -> bool:
    """Return whether two facts agree, or one side does not say."""
    if not one or not other:
        return True
    if name == "title":
        return titles.key(one) == titles.key(other)
    if name == "ids":
        return bool(set(one.split()) & set(other.split()))
    return one == other
