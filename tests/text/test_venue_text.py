"""Venue strings taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text import venue_text

ACRONYMS = {"sc", "aaai", "micro", "kdd"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Learning for Dynamics & Control", "learning for dynamics and control", id="ampersand"),
        pytest.param(r"AI \& Statistics", "ai and statistics", id="escaped ampersand"),
        pytest.param("AI &amp; Statistics", "ai and statistics", id="entity"),
        pytest.param("{IEEE/CVF} {CVPR}", "ieee cvf cvpr", id="braces and slash"),
        pytest.param(r"Montr{\'e}al", "montreal", id="LaTeX accent"),
        pytest.param("Foundations and Trends® in ML", "foundations and trends in ml", id="trademark sign"),
        pytest.param("Int'l Conf.", "intl conf", id="apostrophe inside a word"),
        pytest.param("FAT*", "fat", id="asterisk"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert venue_text.fold(text) == expected


@given(st.text())
def test_a_folded_text_is_its_own_fold(text: str) -> None:
    once = venue_text.fold(text)
    assert venue_text.fold(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ICML 2019", ["word", "year"], id="a year of four digits"),
        pytest.param("NIPS'17", ["word", "year"], id="a year after an apostrophe"),
        pytest.param("arXiv ‘23", ["word", "year"], id="a year after the wrong quote"),
        pytest.param("ICASSP2024", ["word", "year"], id="a year at a word"),
        pytest.param("SC20", ["word", "short"], id="two digits at an acronym"),
        pytest.param("ML4H", ["word"], id="a digit inside a word"),
        pytest.param("AAAI-18", ["word", "short"], id="two digits after a hyphen"),
        pytest.param("Thirty-First AAAI", ["ordinal", "word"], id="an ordinal of two words"),
        pytest.param("37th ICML", ["ordinal", "word"], id="an ordinal of digits"),
        pytest.param("JMLR 15:1929--1958", ["word", "short"], id="pages that look like years go"),
        pytest.param("ICASSP 2021-2021 IEEE", ["word", "year", "year", "word"], id="a doubled year stays"),
        pytest.param("KDD (1)", ["word", "number"], id="a volume"),
        pytest.param("VLDB 13(12)", ["word", "short"], id="an issue goes"),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    assert [token.role for token in venue_text.parse(text, ACRONYMS).tokens] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("arXiv:1706.03762v5", 2017, id="with its version"),
        pytest.param("CoRR abs/2005.14165", 2020, id="after abs/"),
        pytest.param("arXiv preprint cs/0112017", 2001, id="the old form"),
        pytest.param("arXiv preprint hep-th/9711200", 1997, id="the old form of the last century"),
        pytest.param("arXiv:1799.03762", None, id="no such month"),
        pytest.param("Nature 521", None, id="none"),
    ],
)
def test_year_of_an_arxiv_number(text: str, expected: int | None) -> None:
    assert venue_text.parse(text).arxiv_year == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2007-Book", 2007, id="before a hyphen"),
        pytest.param("2016.07-IHT", 2016, id="with a month"),
        pytest.param("Berlin, August 2019", 2019, id="at the end"),
        pytest.param("KDD'96", 1996, id="two digits of the last century"),
        pytest.param("arXiv:1706.03762", None, id="a number is not written out"),
    ],
)
def test_written_year(text: str, expected: int | None) -> None:
    assert venue_text.written_year(text) == expected
