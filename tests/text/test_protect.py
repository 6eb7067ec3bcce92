"""Titles with braces round the words whose capitals must stay."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text.latex import escape, to_latex, to_unicode
from bibkit.text.proper_nouns import NOUNS
from bibkit.text.protect import is_all_caps, protect

PIECES = [
    *(
        "BERT",
        "Learning",
        "a",
        "A",
        "I",
        "Q",
        "École",
        "Bayesian",
        "New",
        "York",
        "$L_2$",
        "$k$",
        "$",
        "T5",
        "word2vec",
    ),
    *("-", "–", ":", ": ", " ", " ", " ", "(", ")", "’s", "'s", "&", "+", "β", "Δ", "{", "\\", "U.S.", "O(1)", "李"),
]
TITLES = st.lists(st.sampled_from(PIECES)).map("".join)


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        pytest.param(
            "BERT: Pre-training of Deep Transformers", "{BERT}: Pre-training of Deep Transformers", id="acronym"
        ),
        pytest.param("The ImageNet of iOS and LoRA", "The {ImageNet} of {iOS} and {LoRA}", id="inner capitals"),
        pytest.param("Attention Is All You Need", "Attention Is All You Need", id="title case is no reason"),
        pytest.param("T5, 3D, Word2vec and word2vec", "{T5}, {3D}, {Word2vec} and word2vec", id="capitals and digits"),
        pytest.param("A Bayesian View of Gaussians", "A {Bayesian} View of {Gaussians}", id="proper nouns"),
        pytest.param("Newton's and Markov’s", "{Newton's} and {Markov's}", id="possessives"),
        pytest.param("In New York, New Methods", "In {New} {York}, New Methods", id="names of two words"),
        pytest.param("The Frank-Wolfe Way", "The {Frank-Wolfe} Way", id="a name of two words in a compound"),
        pytest.param("Non-IID and Vision-Language", "Non-{IID} and Vision-Language", id="the part that needs it"),
        pytest.param("SARS-CoV-2 and GPT-4", "{SARS-CoV}-2 and {GPT}-4", id="neighbours in one group"),
        pytest.param(
            "A Q-Learning, X-Ray, t-SNE", "A {Q-Learning}, {X-Ray}, t-{SNE}", id="a letter takes its neighbour"
        ),
        pytest.param("On U-net and Vision-L", "On {U-net} and {Vision-L}", id="a letter first, a letter last"),
        pytest.param(
            "Why Should I Trust a C Compiler", "Why Should {I} Trust a {C} Compiler", id="a word of one letter"
        ),
        pytest.param("Part: A Study", "Part: A Study", id="the article is no name"),
        pytest.param("C++, C#, A* and R&D", r"{C++}, {C\#}, {A*} and {R\&D}", id="signs that belong to the word"),
        pytest.param("O(1) in the U.S. (FID)", "{O(1)} in the {U.S.} ({FID})", id="brackets"),
        pytest.param("(Re)Thinking", "(Re)Thinking", id="brackets part words"),
        pytest.param(
            "Grande École d’Été", r"Grande {{\'E}cole} {d'{\'E}t{\'e}}", id="a special character protects nothing"
        ),
        pytest.param("An $L_2$-Norm of $k$-Means", "An {$L_2$}-Norm of $k$-Means", id="math with capitals"),
        pytest.param("The Δ and α", r"The {$\Delta$} and $\alpha$", id="Greek capitals"),
        pytest.param("Kähler–Einstein", r"{K{\"a}hler--Einstein}", id="an en dash"),
        pytest.param("DEEP LEARNING FOR BERT", "DEEP LEARNING FOR BERT", id="a title in capitals is left alone"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_protect(title: str, latex: str) -> None:
    assert protect(title) == latex


def test_unicode_keeps_letters() -> None:
    assert protect("Grande École & $L_2$ – Δ", unicode=True) == r"Grande {École} \& {$L_2$} – {Δ}"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("DEEP LEARNING", True),
        ("A STUDY OF MY WORK", True),
        ("BERT", False),
        ("GPT VS BERT", False),
        ("Deep LEARNING", False),
        ("2 + 2", False),
        ("深度", False),
        ("", False),
    ],
)
def test_is_all_caps(title: str, expected: bool) -> None:
    assert is_all_caps(title) is expected


@given(TITLES)
def test_braces_change_no_letter(title: str) -> None:
    for unicode, encode in ((False, to_latex), (True, escape)):
        latex = protect(title, unicode=unicode)
        assert to_unicode(latex) == to_unicode(encode(title))
        assert latex.count("{") == latex.count("}")


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece not in ("$", "’s", "\\", "$L_2$", "$k$")])))
def test_stripping_and_decoding_gives_the_title_back(pieces: list[str]) -> None:
    title = re.sub(r"([ -])\1+", r"\1", "".join(pieces))
    assert to_unicode(protect(title, unicode=True)) == unicodedata.normalize("NFC", title)


@given(TITLES)
def test_no_brace_holds_a_part_of_a_word(title: str) -> None:
    assert not re.search(r"\{[A-Za-z]\}[A-Za-z]", protect(title))
    assert not re.search(r"[A-Za-z]\{[A-Za-z]\}", protect(title))


def test_listed_nouns_start_with_a_capital() -> None:
    assert not [noun for noun in NOUNS if not noun[0].isupper() or not noun.isalpha()]
