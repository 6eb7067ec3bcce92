"""The lock's lines: what sources and lists said, and what people settled."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibkit.errors import DataError
from bibkit.formats import lock as lock_format
from bibkit.formats.lock import digest, file_of, read, render, source_of
from bibkit.formats.shapes import EVIDENCE, LISTED, STATE
from bibkit.model.catalog import ListedItem, ListedLink
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work
from tests.formats.catalogs import TITLED, locks

WORK = Work(
    type="article",
    title="Ünïcode “title”",
    authors=(Creator("Maaten", "L.", "van der"), Creator("King Saud")),
    others=True,
    date="2017-06",
    identifiers=(Identifier("doi", "10.1/x"),),
)
LOCK = Lock(
    records={
        "b2020": (Record("arxiv", "1", WORK, "B", "preprint", "", "2026-01-02", (("is-preprint-of", "doi:10.1/x"),)),),
        "A2020": (Record("crossref", "2", Work(title="T")), Record("crossref", "3", Work(title="U"))),
    },
    states={
        "b2020": EntryState(
            "b2020", "resolved", "", ("b",), ("title", "identifiers.doi"), replace(WORK, authors=()), keyed=True
        ),
        "A2020": EntryState("A2020", "ambiguous", "two fit", asked="abc", sum="def"),
    },
    lists={
        "dnn": (
            ListedItem("b2020", 7, ("Surveys", "Old"), "paper", "T", 2017, 6, "NIPS", "neurips", ("oral",), "http://u"),
            ListedItem(
                "", 3, ("Surveys",), "resource", "Blog", links=(ListedLink("code", "http://c", "repo"),), note="n"
            ),
        )
    },
)
LINES = {
    "lock/arxiv.jsonl": '{"key":"b2020","id":"1","grade":"B","kind":"preprint","day":"2026-01-02",'
    '"relations":["is-preprint-of doi:10.1/x"],"type":"article","title":"Ünïcode “title”",'
    '"authors":["van der Maaten, L.",{"family":"King Saud"}],"others":true,"date":"2017-06",'
    '"identifiers":{"doi":"10.1/x"}}\n',
    "lock/crossref.jsonl": '{"key":"A2020","id":"2","grade":"A","kind":"published","type":"misc","title":"T"}\n'
    '{"key":"A2020","id":"3","grade":"A","kind":"published","type":"misc","title":"U"}\n',
    "lock/list-dnn.jsonl": '{"key":"b2020","line":7,"section":["Surveys","Old"],"kind":"paper","title":"T","year":2017,'
    '"month":6,"venue_raw":"NIPS","venue":"neurips","flags":["oral"],"url":"http://u"}\n'
    '{"key":"","line":3,"section":["Surveys"],"kind":"resource","title":"Blog",'
    '"links":[{"role":"code","url":"http://c","label":"repo"}],"note":"n"}\n',
    "lock/state.jsonl": '{"key":"A2020","status":"ambiguous","reason":"two fit","asked":"abc","sum":"def"}\n'
    '{"key":"b2020","status":"resolved","aliases":["b"],"keyed":true,'
    '"pinned":{"title":"Ünïcode “title”","identifiers.doi":"10.1/x"}}\n',
}


def test_the_form_is_one_fact_a_line_in_a_fixed_order() -> None:
    assert render(LOCK, {}) == LINES


def test_the_table_of_fields_has_those_of_the_model() -> None:
    assert {field.name for field in LISTED} == set(ListedItem.__dataclass_fields__)
    assert {field.name for field in STATE} == set(EntryState.__dataclass_fields__) - {"pins"}
    assert {field.name for field in EVIDENCE} == set(Record.__dataclass_fields__) - {"source", "id", "work"}


@settings(deadline=None, max_examples=40)
@given(locks())
def test_any_lock_comes_back(lock: Lock) -> None:
    files = render(lock, {})
    assert read(files) == lock
    assert render(lock, files) == files
    for text in files.values():
        for line in text.split("\n")[:-1]:
            json.loads(line)


def test_a_pinned_field_may_be_pinned_empty() -> None:
    state = EntryState("a", pins=("note", "identifiers.doi"), pinned=Work())
    lock = Lock(states={"a": state})
    assert read(render(lock, {})).states["a"] == state


def test_records_of_a_key_are_sorted_by_source_and_id() -> None:
    rows = tuple(Record(source, id_, Work(title="T")) for source, id_ in (("b", "2"), ("b", "1"), ("a", "9")))
    assert [(r.source, r.id) for r in read(render(Lock(records={"k": rows}), {})).records["k"]] == [
        ("a", "9"),
        ("b", "1"),
        ("b", "2"),
    ]


@pytest.mark.parametrize(
    ("source", "file"),
    [
        pytest.param("crossref", "lock/crossref.jsonl", id="a service has its name"),
        pytest.param("doi_org", "lock/doi_org.jsonl", id="an underscore stays"),
        pytest.param("list:efficient-dnns", "lock/list-efficient-dnns.jsonl", id="a list has its slug"),
        pytest.param("list-x", "lock/%6Cist-x.jsonl", id="a service is not taken for a list"),
        pytest.param("state", "lock/%73tate.jsonl", id="a service is not taken for the state"),
        pytest.param("../x", "lock/..%2Fx.jsonl", id="no name leads out of the folder"),
    ],
)
def test_a_source_has_one_file(source: str, file: str) -> None:
    assert file_of(source) == file
    assert source_of(file) == source


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable()))
def test_a_file_tells_its_source(source: str) -> None:
    assert source_of(file_of(source)) == source
    assert re.fullmatch(r"lock/[^/]+\.jsonl", file_of(source))
    assert file_of(source) != lock_format.STATE_FILE


@given(TITLED, TITLED)
def test_a_digest_tells_works_apart(one: Work, other: Work) -> None:
    assert (digest(one) == digest(other)) == (one == other)
    assert re.fullmatch(r"[0-9a-f]{12}", digest(one))


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert digest(WORK) == "a60f3243b047"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{\n", "lock/x.jsonl:1:2: not JSON", id="cut short"),
        pytest.param('\n{"key":"a"}\n', "lock/x.jsonl:2:1: id is missing", id="a record without its id"),
        pytest.param("[]\n", "lock/x.jsonl:1:1: a JSON object is expected", id="a list"),
        pytest.param('{"key":"a","id":"1","raw":"@misc"}\n', "lock/x.jsonl:1:1: unknown field 'raw'", id="raw text"),
        pytest.param('{"key":"a","id":1}\n', "lock/x.jsonl:1:1: a text is expected, not", id="a number for a text"),
        pytest.param(
            '{"key":"a","id":"1"}\n<<<<<<< HEAD\n', "lock/x.jsonl:2:1: an unsettled git merge", id="a git merge"
        ),
        pytest.param('{"key":"a","id":' + "[" * 100_000, "lock/x.jsonl:1:1: nested too deeply", id="hostile nesting"),
    ],
)
def test_a_fault_is_named_with_place_and_remedy(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read({"lock/x.jsonl": text})
    assert str(caught.value).startswith(message)
    assert "restore the file from git" in str(caught.value)


def test_other_line_separators_inside_a_text_do_no_harm() -> None:
    record = Record("x", "1", Work(title="a\u2028b\x85c\x0bd\x1ce"))
    assert read(render(Lock(records={"k": (record,)}), {})).records == {"k": (record,)}


def test_a_file_of_nothing_is_deleted() -> None:
    assert render(Lock(), LINES) == {}
