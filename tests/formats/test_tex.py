"""Renaming a key in papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.formats import tex

CITED = [
    pytest.param(r"\cite{old}", r"\cite{new}", id="a plain citation"),
    pytest.param(r"\nocite{old}", r"\nocite{new}", id="nocite"),
    pytest.param(r"\citep*{a, old ,b}", r"\citep*{a, new ,b}", id="one of several keys, its blanks stay"),
    pytest.param("\\cite{a,\n  old,\n  b}", "\\cite{a,\n  new,\n  b}", id="keys over several lines"),
    pytest.param("\\cite{a,% not old,\n old}", "\\cite{a,% not old,\n new}", id="a comment between keys stays"),
    pytest.param(r"\cite[see][p.~3]{old}", r"\cite[see][p.~3]{new}", id="two optional arguments"),
    pytest.param("\\cite\n  [see]\n  {old}", "\\cite\n  [see]\n  {new}", id="arguments on lines of their own"),
    pytest.param(r"\cite[{]}]{old}", r"\cite[{]}]{new}", id="a bracket in braces closes nothing"),
    pytest.param(r"\footcite[\cite{old}]{b}", r"\footcite[\cite{new}]{b}", id="a citation within a note"),
    pytest.param(r"\textcite{old}\parencite{old}\autocite{old}", r"\textcite{new}\parencite{new}\autocite{new}",
                 id="biblatex's commands"),
    pytest.param(r"\Citet{old} \citeauthor{old}", r"\Citet{new} \citeauthor{new}", id="natbib's commands"),
    pytest.param(r"\citet<see>[p.~1]{old}", r"\citet<see>[p.~1]{new}", id="apacite's angle brackets"),
    pytest.param(r"\cites(pre)(post)[1]{old}[2]{x,old}{old}", r"\cites(pre)(post)[1]{new}[2]{x,new}{new}",
                 id="a multicite with every group"),
    pytest.param(r"\volcite{old}[3]{old}", r"\volcite{old}[3]{new}", id="the volume of volcite is no key"),
    pytest.param(r"\bibitem[Old(2020)]{old}", r"\bibitem[Old(2020)]{new}", id="the item of a typed bibliography"),
    pytest.param("50\\% \\cite{old}", "50\\% \\cite{new}", id="an escaped percent sign begins no comment"),
    pytest.param("\\cite{a}\r\n\\cite{old}\r\n", "\\cite{a}\r\n\\cite{new}\r\n", id="line endings stay"),
    pytest.param("\\\\\\cite{old}", "\\\\\\cite{new}", id="a citation after a line break command"),
]  # fmt: skip

UNTOUCHED = [
    pytest.param(r"\cite{older, old2, OLD}", 0, id="other keys, also in another letter case"),
    pytest.param(r"\ref{old} \label{old} old", 0, id="what is no citation"),
    pytest.param(r"\\cite{old}", 0, id="an escaped backslash is no command"),
    pytest.param("% as in \\cite{old}\n", 1, id="a comment"),
    pytest.param(r"\verb|\cite{old}|", 1, id="inline verbatim"),
    pytest.param("\\begin{verbatim}\n\\cite{old}\n\\end{verbatim}", 1, id="a verbatim environment"),
    pytest.param("\\begin{lstlisting*}\n\\cite{a,old}\n\\end{lstlisting*}", 1, id="a starred listing"),
    pytest.param("\\cite{unclosed old\n\nold}", 0, id="braces that do not close in the paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_a_citation_is_renamed(text: str, expected: str) -> None:
    renamed = tex.rename(text, "old", "new")
    assert renamed.text == expected
    assert renamed.cited > 0


@pytest.mark.parametrize(("text", "left"), UNTOUCHED)
def test_everything_else_stays(text: str, left: int) -> None:
    assert tex.rename(text, "old", "new") == tex.Renamed(text, 0, left)


@given(st.lists(st.sampled_from(["\\cite", "{", "}", "[", "]", "old", ",", "%", "\n", "\\", "a", "\\verb|", "|"])))
def test_renaming_there_and_back_gives_the_same_paper(parts: list[str]) -> None:
    text = "".join(parts)
    there = tex.rename(text, "old", "qq")
    assert tex.rename(there.text, "qq", "old").text == text
    assert there.text.count("qq") == there.cited


def test_a_long_paper_takes_no_time() -> None:
    text = "\\cite{a,old} words and words\n" * 20_000 + "\\cite{" * 2_000
    assert tex.rename(text, "old", "new").cited == 20_000
