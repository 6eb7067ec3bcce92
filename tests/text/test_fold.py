"""Text as ASCII words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text.fold import fold, significant, words


@pytest.mark.parametrize(
    ("text", "joined", "expected"),
    [
        ("Q-BERT: wav2vec 2.0", False, ["Q", "BERT", "wav2vec", "2", "0"]),
        ("Q-BERT: a -b", True, ["QBERT", "a", "b"]),
        ("Don’t d'Arc", False, ["Dont", "dArc"]),
        ("Œuvre Ægir straße ﬁn x²", False, ["Oeuvre", "Aegir", "strasse", "fin", "x2"]),
        ("aβc 李 x", False, ["ac", "x"]),
        ("a–b", False, ["a", "b"]),
        (r"{\'E}cole $\ell_1$", False, ["Ecole", "l1"]),
    ],
)
def test_words(text: str, joined: bool, expected: list[str]) -> None:
    assert words(text, joined=joined) == expected


def test_significant_words_are_all_when_every_one_is_a_stop_word() -> None:
    assert significant(["The", "End"]) == ["End"]
    assert significant(["On", "and", "On"]) == ["On", "and", "On"]


@given(st.text())
def test_fold_gives_ascii_letters_and_digits(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert not folded or folded.isalnum()
