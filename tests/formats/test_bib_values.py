"""A field's value as written becomes its text."""

import pytest

from bibkit.formats import bib_values
from bibkit.formats.bib_values import Value

MACROS = {"icml": "Proc. ICML", "year": "2020"}
VALUES = [
    pytest.param("{A {B} C}", Value("A {B} C"), id="braces"),
    pytest.param('"A {"}B{"} C"', Value('A {"}B{"} C'), id="quotes, with quotes in braces"),
    pytest.param("2020", Value("2020"), id="a number"),
    pytest.param("jul", Value("jul"), id="a month"),
    pytest.param("ICML", Value("Proc. ICML"), id="a macro in another letter case"),
    pytest.param('icml # " " # year # {!}', Value("Proc. ICML 2020!"), id="a concatenation"),
    pytest.param("nope", Value("nope", ("nope",)), id="a macro that nothing defines"),
    pytest.param("{a\n   b}", Value("a b"), id="a line break"),
    pytest.param("{a} year = {b}", Value("a", lost="year = {b}"), id="a missing comma"),
    pytest.param("{a \\{ b}", Value("a \\{ b"), id="an escaped brace without partner"),
    pytest.param("{a", Value("a"), id="no closing brace"),
    pytest.param('"a', Value("a"), id="no closing quote"),
    pytest.param("", Value(""), id="nothing"),
    pytest.param("a # ", Value("a", ("a",)), id="a concatenation with nothing"),
]


@pytest.mark.parametrize(("written", "expected"), VALUES)
def test_read(written: str, expected: Value) -> None:
    assert bib_values.read(written, MACROS) == expected


def test_lost_fields_are_found_one_after_the_other() -> None:
    found = bib_values.lost_fields('year = {b} month=jul  title = "c" rest', MACROS)
    assert found == {"year": "b", "month": "jul", "title": "c"}


def test_a_child_inherits_what_it_lacks_and_the_title_as_book_title() -> None:
    parents = {"p": {"title": "Book", "year": "2001", "ids": "q"}, "x": {"publisher": "ACM"}}
    own = {"crossref": "P", "xdata": "x, nope", "title": "Own", "year": "2002"}
    found = bib_values.inherited(own, parents)
    assert found == {**own, "booktitle": "Book", "publisher": "ACM"}


def test_an_entry_that_is_its_own_parent_ends() -> None:
    own = {"crossref": "a", "title": "T"}
    assert bib_values.inherited(own, {"a": own}) == own
