"""The walk through the questions, key by key."""

from collections.abc import Iterator

import pytest

from bibkit.cli import _questions
from bibkit.curate.review import Answer
from bibkit.model.catalog import Catalog, Entry, Question
from bibkit.model.creator import Creator
from bibkit.model.lock import Lock
from bibkit.model.record import Match, Record
from bibkit.model.work import Work

WORK = Work("inproceedings", "Model Compression", (Creator("Poe", "Cy"),), date="2006", venue="kdd")
ONE = Match(Record("local", "r1", WORK), "review", 0.6, ("title exact",))
TWO = Match(Record("local", "r2", Work("article", "Model Compression", date="2009")), "review", 0.5)
QUESTIONS = [Question("a", "two fit", (ONE, TWO)), Question("b", "not sure", (ONE,))]
CATALOG = Catalog({key: Entry(key, Work(title="Model compression", date="2007")) for key in "ab"})


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        pytest.param("aa", [Answer("a", "local:r1"), Answer("b", "local:r1")], id="accept the first of each"),
        pytest.param("2n", [Answer("a", "local:r2"), Answer("b", "none")], id="choose, and none"),
        pytest.param("sa", [Answer("b", "local:r1")], id="skip one"),
        pytest.param("a2xa", [Answer("a", "local:r1"), Answer("b", "local:r1")], id="keys that mean nothing here"),
        pytest.param("au2a", [Answer("a", "local:r2"), Answer("b", "local:r1")], id="undo an answer"),
        pytest.param("uaq", [Answer("a", "local:r1")], id="nothing to undo, and quit"),
        pytest.param("q", [], id="quit at once"),
        pytest.param("a\x03", [Answer("a", "local:r1")], id="interrupted: what was answered is kept"),
    ],
)
def test_walk(keys: str, answers: list[Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: Iterator[str] = iter(keys)
    monkeypatch.setattr("typer.getchar", lambda: next(pressed))
    assert _questions.walk(QUESTIONS, CATALOG, Lock()) == answers


def test_what_differs_is_marked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("typer.getchar", lambda: "q")
    monkeypatch.setenv("COLUMNS", "120")
    _questions.walk(QUESTIONS[:1], CATALOG, Lock())
    shown = capsys.readouterr().out
    assert "≠ 2006" in shown
    assert "≠ 2009" in shown
    assert "≠ Model" not in shown
    assert "a accept the first, 1-2 choose, n none of them" in shown
