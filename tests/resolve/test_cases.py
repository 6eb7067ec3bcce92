"""Matching cases in JSON: what they may look like, and what is said of those that are none."""

import json
from typing import Any

import pytest

from bibkit.errors import DataError
from bibkit.resolve import cases
from tests.resolve.made import ids


@pytest.mark.parametrize(
    ("given", "names", "others"),
    [
        pytest.param(["Ada Lovelace", "Alan Turing"], ["Ada Lovelace", "Alan Turing"], False, id="reading order"),
        pytest.param(["Lovelace, Ada"], ["Ada Lovelace"], False, id="family name, comma, given name"),
        pytest.param(["van der Maaten, Laurens"], ["Laurens van der Maaten"], False, id="with a particle"),
        pytest.param(["Ada Lovelace", "others"], ["Ada Lovelace"], True, id="others at the end"),
        pytest.param(["Ada Lovelace et al"], ["Ada Lovelace"], True, id="et al. behind a name"),
        pytest.param(
            "Ada Lovelace, Alan Turing, et al.", ["Ada Lovelace", "Alan Turing"], True, id="one text with commas"
        ),
        pytest.param("Ada Lovelace and Alan Turing", ["Ada Lovelace", "Alan Turing"], False, id="one text with and"),
        pytest.param(
            ["Ada Lovelace, Alan Turing,", "Bo Li"],
            ["Ada Lovelace", "Alan Turing", "Bo Li"],
            False,
            id="a comma left over",
        ),
        pytest.param([r"Kurt G{\"o}del"], [r"Kurt Gödel"], False, id="LaTeX"),
        pytest.param([], [], False, id="nobody"),
    ],
)
def test_authors(given: Any, names: list[str], others: bool) -> None:
    query = cases.query({"title": "T", "authors": given})
    assert ([creator.display for creator in query.authors], query.others) == (names, others)


def test_a_case_is_read_whole() -> None:
    preprint = {"rid": "c1", "title": "A Title", "authors": ["Ada Lovelace"], "year": 2018, "venue": "arXiv"}
    query = {"title": "A Title.", "year": "2019", "doi": "10.1000/A", "url": "https://arxiv.org/abs/1801.00001v2"}
    row = {
        "id": "a-1",
        "query": query,
        "candidates": [
            {**preprint, "arxiv": "1801.00001", "doi": "10.48550/arXiv.1801.00001", "url": None, "source": "s"}
        ],
        "expected": {"rid": "never looked at"},
    }
    case = cases.parse(json.dumps(row))
    (record,) = case.records
    assert (case.id, case.query.title, case.query.year) == ("a-1", "A Title", 2019)
    assert case.query.identifiers == ids("arxiv:1801.00001", "doi:10.1000/a")
    assert (record.id, record.kind, record.grade, record.work.identifiers) == (
        "c1",
        "preprint",
        "B",
        ids("arxiv:1801.00001"),
    )


def test_a_case_may_lack_nearly_everything() -> None:
    case = cases.parse('{"id": 7, "query": {"title": null}, "candidates": [{}]}')
    assert (case.id, case.query.title, case.records[0].work.title) == ("7", "", "")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param("{", "not JSON", id="half a line"),
        pytest.param("[]", "not a case", id="another shape"),
        pytest.param('{"id": "a"}', "not a case", id="no query"),
        pytest.param(
            '{"id": "a", "query": {}, "candidates": 1}', '"candidates" is not a list', id="no list of candidates"
        ),
        pytest.param('{"id": "a", "query": {"title": []}}', '"title" is not a text', id="a title that is no text"),
        pytest.param('{"id": "a", "query": {"year": "soon"}}', "\"year\" is not a year: 'soon'", id="no year"),
        pytest.param(
            '{"id": "a", "query": {"authors": [1]}}', '"authors" is not a list', id="authors that are no texts"
        ),
    ],
)
def test_bad_lines_are_named(line: str, what: str) -> None:
    with pytest.raises(DataError, match=what.replace("(", r"\(")):
        cases.parse(line)
