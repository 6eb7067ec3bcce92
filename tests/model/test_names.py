"""Author fields <-> Creators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.model.creator import Creator
from bibkit.model.names import name, others, parse, render
from bibkit.text.latex import escape, to_latex

WORD = st.sampled_from(
    ["Ödön", "van", "Łoś", "al-Kindi", "D.", "O'Brien", "and", "Jean-Paul", "Müller", "y", "李", "Jr."]
)
PART = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param(r"J{\"o}rg M{\"u}ller", [Creator("Müller", "Jörg")], id="LaTeX is decoded after splitting"),
        pytest.param("Élodie Dupont", [Creator("Dupont", "Élodie")], id="capitals outside ASCII are capitals"),
        pytest.param("Laurens van der Maaten", [Creator("Maaten", "Laurens", "van der")], id="particles"),
        pytest.param("Smith, Jr., John", [Creator("Smith", "John", "", "Jr.")], id="suffix"),
        pytest.param("{Barnes and {N}oble}", [Creator(literal="Barnes and Noble")], id="an organisation"),
        pytest.param("{van Gogh}, Vincent", [Creator("van Gogh", "Vincent")], id="a braced last name"),
        pytest.param(r"{\'E}", [Creator("É")], id="a letter is no organisation"),
        pytest.param("A B and and C D and others", [Creator("B", "A"), Creator("D", "C")], id="nobody and others"),
        pytest.param("A B and\n  C D", [Creator("B", "A"), Creator("D", "C")], id="two lines"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_parse(field: str, expected: list[Creator]) -> None:
    assert parse(field) == tuple(expected)


def test_others() -> None:
    assert others("A B and others")
    assert not others("Others, Bob")
    assert not others("")


@pytest.mark.parametrize(
    ("creator", "field"),
    [
        pytest.param(Creator("Müller", "Jörg"), r"M{\"u}ller, J{\"o}rg", id="last, first"),
        pytest.param(Creator("Maaten", "L.", "van der"), "van der Maaten, L.", id="particles"),
        pytest.param(Creator("King", "Martin", "", "Jr."), "King, Jr., Martin", id="suffix"),
        pytest.param(Creator(literal="Barnes & Noble"), r"{Barnes \& Noble}", id="an organisation"),
        pytest.param(Creator("Ortega y Gasset", "José"), r"{Ortega y Gasset}, Jos{\'e}", id="a lower-case word"),
        pytest.param(Creator("al-Khwarizmi", "M."), "{al-Khwarizmi}, M.", id="a hyphenated particle"),
        pytest.param(Creator("García Márquez", "G."), r"Garc{\'i}a M{\'a}rquez, G.", id="two words"),
        pytest.param(Creator("Smith", "John and Jane"), "{Smith}, {John and Jane}", id="an and inside"),
        pytest.param(Creator("Gogh", "Vincent", "Van"), "Van Gogh, Vincent", id="a particle in capitals"),
    ],
)
def test_name(creator: Creator, field: str) -> None:
    assert name(creator) == field


def test_render_of_a_cut_list_in_unicode() -> None:
    people = [Creator("Müller", "Jörg"), Creator(literal="OpenAI")]
    assert render(people, others=True, encode=escape) == "Müller, Jörg and {OpenAI} and others"


@given(st.lists(st.builds(Creator, family=PART, given=PART, suffix=st.sampled_from(["", "Jr.", "III"]))))
def test_rendered_names_are_read_back(people: list[Creator]) -> None:
    for encode in (to_latex, escape):
        assert parse(render(people, encode=encode)) == tuple(people)
