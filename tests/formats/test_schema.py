"""The published schema says what the reader says."""

import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from bibkit.errors import DataError
from bibkit.formats import catalog as catalog_format
from bibkit.formats import lock as lock_format
from bibkit.formats import schema
from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock
from tests.formats.catalogs import catalogs, locks
from tests.formats.test_catalog import ASKING, CATALOG

VALIDATORS = {name: jsonschema.Draft202012Validator(schema.schema(name)) for name in schema.SCHEMAS}


def of(path: str) -> str:
    """Return the name of the schema for a file."""
    return {"works": "catalog", "lists": "list", "lock": "lock"}.get(path.split("/")[0]) or (
        "head" if path == "bibkit.yaml" else "review"
    )


def parsed(path: str, text: str) -> list[Any]:
    """Return what any YAML or JSON reader makes of a file, one document or line each."""
    return [json.loads(line) for line in text.split("\n") if line] if of(path) == "lock" else [yaml.safe_load(text)]


def check(files: Mapping[str, str]) -> None:
    """Raise where a file does not fit its schema."""
    for path, text in files.items():
        for value in parsed(path, text):
            VALIDATORS[of(path)].validate(value)


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    found = json.loads(schema.text(name))
    assert found["$schema"] == schema.DIALECT
    jsonschema.Draft202012Validator.check_schema(found)


@pytest.mark.parametrize("catalog", [CATALOG, ASKING], ids=["entries and lists", "questions"])
def test_what_is_written_fits(catalog: Catalog) -> None:
    check(catalog_format.render(catalog, {}))


@settings(deadline=None, max_examples=25)
@given(catalogs(), locks())
def test_whatever_is_written_fits(catalog: Catalog, lock: Lock) -> None:
    check(catalog_format.render(catalog, {}))
    check(lock_format.render(lock, {}))


FAULTS = [
    pytest.param("works/a.yaml", "a:\n  titel: T\n", id="an unknown field"),
    pytest.param("works/a.yaml", "a:\n  venue: x\n", id="no title"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  status: resolvd\n", id="an unknown status"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  date: soon\n", id="a date in words"),
    pytest.param("works/a.yaml", "a:\n  title: [T]\n", id="a list for a text"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  authors: A, B\n", id="a text for a list"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  authors: [[A]]\n", id="a list for a name"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  others: perhaps\n", id="a word for a flag"),
    pytest.param("works/a.yaml", "a:\n  title: T\n  identifiers: {DOI: x}\n", id="a scheme in capitals"),
    pytest.param("works/a.yaml", "a b:\n  title: T\n", id="a key with a blank"),
    pytest.param("works/a.yaml", "a: T\n", id="a text for an entry"),
    pytest.param("lists/l.yaml", "listings:\n  - url: x\n", id="a listing of nothing"),
    pytest.param("lists/l.yaml", "listings:\n  - {key: a, resource: b}\n", id="a listing of two things"),
    pytest.param("lists/l.yaml", "sections:\n  - listings: []\n", id="a nameless section"),
    pytest.param("lists/l.yaml", "listings:\n  - {resource: R, links: [{url: x}]}\n", id="a link without a role"),
    pytest.param("review.yaml", "a:\n  candidates:\n    - {score: 1}\n", id="a candidate without a name"),
    pytest.param("bibkit.yaml", "format: 2\n", id="a newer form"),
    pytest.param("bibkit.yaml", "key_pattern: x\n", id="no format"),
    pytest.param("lock/x.jsonl", '{"id":"1"}\n', id="a record of nothing"),
    pytest.param("lock/x.jsonl", '{"key":"a","id":"1","raw":"x"}\n', id="raw text"),
]


@pytest.mark.parametrize(("path", "text"), FAULTS)
def test_what_the_reader_refuses_does_not_fit(path: str, text: str) -> None:
    read = lock_format.read if of(path) == "lock" else catalog_format.read
    with pytest.raises(DataError):
        read({path: text})
    with pytest.raises(jsonschema.ValidationError):
        check({path: text})
