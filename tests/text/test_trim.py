"""Cutting strings out of what surrounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text.trim import shown, unbalanced_off, unescape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a(b)", "a(b)", id="what it opens stays"),
        pytest.param("a(b)).", "a(b)", id="what it does not open goes"),
        pytest.param("a].)", "a", id="punctuation and brackets in any order"),
        pytest.param("a>", "a", id="an angle bracket"),
        pytest.param("...", "", id="nothing else"),
    ],
)
def test_unbalanced_off(text: str, expected: str) -> None:
    assert unbalanced_off(text) == expected


@given(st.text(alphabet="ab()[]<>.,", max_size=30))
def test_unbalanced_off_is_idempotent(text: str) -> None:
    once = unbalanced_off(text)
    assert unbalanced_off(once) == once
    assert text.startswith(once)


def test_a_long_tail_takes_no_time() -> None:
    assert unbalanced_off("a" + ")" * 1_000_000) == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a&amp;b", "a&b", id="a reference"),
        pytest.param("?a=1&copy=2", "?a=1&copy=2", id="a parameter is none"),
        pytest.param("&#x27;&#39;", "''", id="numbers"),
    ],
)
def test_unescape(text: str, expected: str) -> None:
    assert unescape(text) == expected


def test_shown_is_one_short_line() -> None:
    assert shown("a\n b" + "c" * 100) == "a b" + "c" * 74 + "..."
