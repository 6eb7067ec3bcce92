"""What services leave in titles, names and page ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text import clean


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("a\n  b\tc\u00a0d", "a b c d", id="blanks"),
        pytest.param("R&amp;amp;D &quot;x&quot;", 'R&D "x"', id="entities, twice"),
        pytest.param("<jats:italic>x</jats:italic><sub>2</sub>", "x2", id="tags"),
        pytest.param("one<br/>two", "one two", id="a line break"),
        pytest.param("if a < b and c > d", "if a < b and c > d", id="signs that are no tags"),
        pytest.param("e\u0301t\u00ade\u200b", "éte", id="composed, invisible letters off"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_line(text: str, meant: str) -> None:
    assert clean.line(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("A title.", "A title"),
        ("A title . ", "A title"),
        ("Wait...", "Wait..."),
        ("In the U.S.", "In the U.S."),
        ("Why?", "Why?"),
        ("CAPITALS", "CAPITALS"),
        ("One , two ; three", "One, two; three"),
        ("Why .NET , and how", "Why .NET, and how"),
        (".", ""),
    ],
)
def test_title(text: str, meant: str) -> None:
    assert clean.title(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12--34", "12-34"),
        ("12 – 34", "12-34"),
        ("12{--}34", "12-34"),
        ("pp. 12-34.", "12-34"),
        ("p. 7", "7"),
        ("Article 12", "12"),
        ("e1008184", "e1008184"),
        ("D383-D388", "D383-D388"),
        ("140:1--140:67", "140:1-140:67"),
        ("I-XIII, 1-9", "I-XIII, 1-9"),
        ("n/a", ""),
        ("--", ""),
        ("", ""),
    ],
)
def test_pages(text: str, meant: str) -> None:
    assert clean.pages(text) == meant


@given(st.text(max_size=60))
def test_one_line_is_one_line(text: str) -> None:
    line = clean.line(text)
    assert line == " ".join(line.split())


@given(st.from_regex(r"[A-Z]?[0-9]{1,4}( ?(-|--|–) ?[0-9]{1,4})?", fullmatch=True))
def test_the_form_of_pages_is_stable(text: str) -> None:
    assert clean.pages(clean.pages(text)) == clean.pages(text)
