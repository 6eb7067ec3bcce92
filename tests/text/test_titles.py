"""The normal form of titles, and the kinds of difference between two."""

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bibkit.text import titles


@pytest.mark.parametrize(
    ("title", "words"),
    [
        pytest.param("Deep Residual Learning", "deep residual learning", id="case goes"),
        pytest.param("Real-Time,  Semi—Supervised (SSL)", "real time semi supervised ssl", id="punctuation separates"),
        pytest.param("Don't Look: Bayes’ `Rule'", "dont look bayes rule", id="apostrophes vanish"),
        pytest.param("Search &amp;amp; Rescue & R", "search and rescue and r", id="ampersands are spelt out"),
        pytest.param("C++ and AlphaFold+", "c plus plus and alphafold plus", id="plus signs are spelt out"),
        pytest.param("H<sub>2</sub>O in <i>C. elegans</i>", "h2o in c elegans", id="known tags go without a trace"),
        pytest.param("Filling <MASK> tokens", "filling mask tokens", id="other words in angle brackets stay"),
        pytest.param("β-VAE and μP at λ", "beta vae and mu p at lambda", id="Greek letters become their names"),
        pytest.param(
            r"$\beta$-VAE, $\varepsilon$-greedy", "beta vae epsilon greedy", id="so do Greek macros, \\var too"
        ),
        pytest.param(r"$\ell_1$ and $L^{2}$", "l1 and l2", id="formula signs vanish"),
        pytest.param(r"\(\mathscr{l}\)\({}_{\mbox{1}}\)Norm", "l1norm", id="maths as DBLP writes it"),
        pytest.param(r"\(\mathscrl\)\(_\mbox1\)Norm \sqrtT", "l1norm t", id="the same with its braces lost"),
        pytest.param(
            r"Erd\H os, {\'{E}}t\'ude, na\"{\i}ve", "erdos etude naive", id="LaTeX accents go with their blank"
        ),
        pytest.param(r"{\L}ukasz, Stra\ss e, {\o}re", "lukasz strasse ore", id="LaTeX letters are spelt out"),
        pytest.param("Łukasz Straße Øre Æon", "lukasz strasse ore aeon", id="so are letters without decomposition"),
        pytest.param("Lovász ﬁnds ² ⅱ", "lovasz finds 2 ii", id="compatibility forms are folded"),
        pytest.param(r"\textsc{Foo}bar \emph{and} \& more", "foobar and and more", id="macros of form are dropped"),
        pytest.param("{{QuIP#}: Even {B}etter}", "quip even better", id="braces go"),
        pytest.param("深度学习 Deep", "深度学习 deep", id="other scripts stay"),
        pytest.param("… !", "", id="nothing to read gives nothing"),
    ],
)
def test_normal_form(title: str, words: str) -> None:
    assert " ".join(titles.words(title)) == words
    assert titles.key(title) == words.replace(" ", "")


@given(st.text(max_size=60))
@example("ŉ ǰ ΐ İ ẞ ﬀ \\O{} &lt;i&gt;")
def test_words_are_their_own_normal_form(title: str) -> None:
    once = titles.words(title)
    assert titles.words(" ".join(once)) == once
    assert titles.key(" ".join(once)) == titles.key(title)


LONG = "Learning Sparse Networks for Robust Speech Recognition in Noise"


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        pytest.param("exact", "Real-Time Nets", "Realtime nets.", id="hyphen, blank, case and full stop are form"),
        pytest.param("exact", LONG, LONG + ". arXiv preprint", id="what is left behind a title is no part of it"),
        pytest.param("edit", LONG, LONG.replace("Recognition", "Recogniton"), id="a letter missing"),
        pytest.param("edit", LONG, LONG.replace("Speech", "Speach"), id="a letter exchanged"),
        pytest.param("edit", LONG, LONG.replace("Robust", "Robsut"), id="two letters swapped"),
        pytest.param("edit", LONG, LONG.replace("Noise", "Nois"), id="a short word that lost a letter"),
        pytest.param("edit", LONG, LONG.replace("Networks", "Network"), id="singular and plural"),
        pytest.param(
            "edit",
            "Colour Modelling and Generalisation of Behaviour",
            "Color Modeling and Generalization of Behavior",
            id="British and American spelling, in any number of words",
        ),
        pytest.param(
            "edit", "Hypotheses of Large Scale Learning", "Hypothesis of Large Scale Learning", id="-es of -is"
        ),
        pytest.param(
            "edit", "Real Time Detecton of Objects", "Realtime Detection of Objects", id="joined words and a typo"
        ),
        pytest.param(
            "editstop", "Data Management in Non-Volatile Memory", "Data Management on Non-Volatile Memory", id="in, on"
        ),
        pytest.param(
            "editstop",
            "Circuits Predict Networks for Orientation in Nematode C. elegans",
            "Circuits Predict Network for Orientation in the Nematode C. elegans",
            id="the, and a plural",
        ),
        pytest.param(
            "trunc", "Impatient Bandits", "Impatient Bandits: Optimizing for the Long Term", id="main title alone"
        ),
        pytest.param(
            "trunc", "Can You Learn an Algorithm", "Can You Learn an Algorithm? From Easy to Hard", id="a question mark"
        ),
        pytest.param(
            "lostprefix",
            "Detail-Preserving Try-on Network",
            "DP-VTON: Detail-Preserving Try-on Network",
            id="a name lost",
        ),
        pytest.param(
            "samehead",
            "Turing: Composable inference",
            "Turing: A Language for Probabilities",
            id="one name, other words",
        ),
        pytest.param(
            "disc", "The 2016 Speech Challenge: Results", "The 2017 Speech Challenge: Results", id="another year"
        ),
        pytest.param("disc", "The Seventh Workshop on Search", "The Eighth Workshop on Search", id="numbers in words"),
        pytest.param(
            "disc", "Fable: Design of a Robot Platform", "Fable II: Design of a Robot Platform", id="roman numbers"
        ),
        pytest.param("disc", "GhostNet: Cheap Operations for Nets", "GhostNetV2: Cheap Operations for Nets", id="V2"),
        pytest.param("disc", "Sampling with k-means", "Sampling with k-means++", id="plus signs"),
        pytest.param("disc", "Value Networks (Extended Abstract)", "Value Networks", id="an abstract is another work"),
        pytest.param("disc", "Correction: Value Networks for All", "Value Networks for All", id="so is a correction"),
        pytest.param("disc", "Learning to Walk: Part 2", "Learning to Walk", id="a part of a series is no subtitle"),
        pytest.param("similar", LONG, LONG.replace("Speech", "Image"), id="another word"),
        pytest.param(
            "similar", "Optical Flow for Long Videos", "Optimal Flow for Long Videos", id="one letter, two words"
        ),
        pytest.param(
            "similar", "Emotion Recognition in the Wild", "Motion Recognition in the Wild", id="a first letter"
        ),
        pytest.param(
            "similar", "Gradient Descent on Separable Data", "Gradient Descent on Nonseparable Data", id="non-"
        ),
        pytest.param(
            "similar", "Self-Attention Learning for People", "Attention Learning for People", id="a word more"
        ),
        pytest.param("none", "Attention Is All You Need", "Language Models are Few-Shot Learners", id="two papers"),
        pytest.param("none", "Workshop", "Future Directions: Summary of the Workshop", id="a word that both have"),
        pytest.param("none", "", "Attention", id="no title"),
        pytest.param("none", "???", "!!!", id="titles without a letter"),
    ],
)
def test_kind_of_difference(kind: str, a: str, b: str) -> None:
    assert (titles.difference(a, b), titles.difference(b, a)) == (kind, kind)


@given(st.text(max_size=40))
def test_a_title_does_not_differ_from_itself(title: str) -> None:
    assert titles.difference(title, title) == "exact"


VOCABULARY = ("deep", "a", "the", "of", "learning", "learnt", "graph", "graphs", "2", "ii", ":", "?", "tutorial", "v2")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=6)


@given(WORDS, WORDS)
def test_the_order_of_the_two_does_not_matter(a: list[str], b: list[str]) -> None:
    assert titles.compare(" ".join(a), " ".join(b)) == titles.compare(" ".join(b), " ".join(a))


@pytest.mark.parametrize(
    ("a", "b", "spelling"),
    [
        pytest.param(LONG, LONG.replace("Robust", "Robsut"), True, id="a typing error is spelling"),
        pytest.param(LONG, LONG.replace("Networks", "Network"), False, id="a plural is another word"),
    ],
)
def test_spelling_is_told_from_wording(a: str, b: str, spelling: bool) -> None:
    assert titles.compare(a, b).spelling is spelling


@pytest.mark.parametrize(
    ("b", "one_change"),
    [
        pytest.param(LONG.replace("Speech", "Phoneme"), True, id="one word exchanged"),
        pytest.param(LONG + " and Music", True, id="two words added"),
        pytest.param(LONG.replace("Learning", "Growing"), False, id="the beginning is another"),
        pytest.param(LONG.replace("Sparse", "Dense"), False, id="the opposite"),
        pytest.param(LONG.replace("Robust", "Self Robust"), False, id="a word that turns the sense"),
        pytest.param(LONG.replace("Sparse", "Small").replace("Noise", "Rain"), False, id="two places"),
    ],
)
def test_one_change(b: str, one_change: bool) -> None:
    assert titles.compare(LONG, b).one_change is one_change


@pytest.mark.shared
def test_a_normal_form_takes_microseconds(shared: Path) -> None:
    with gzip.open(shared / "records" / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
        known = list(dict.fromkeys(json.loads(line)["title"] for line in lines))
    titles.words.cache_clear()
    started = time.process_time()
    for title in known:
        titles.key(title)
    assert (time.process_time() - started) / len(known) < 20e-6  # 5 on an idle machine
