"""Names as BibTeX takes them apart. The expected parts of the tables were read from bibtex 0.99d itself."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text.names import NameParts, from_display, initials, join, split

WORDS = [
    *("John", "van", "der", "Maaten", r"{\'E}", r"{\'e}cole", r"{\o}re", "D.", "al-Kh", "Jean-Paul", "~", "{Smith}"),
    *("{von X}", r"{\v{c}}ap", "d'Arc", "Jr.", "and", "AND", "others", ",", "{", "}", "-", "\\", "3rd", "é", " "),
]
FIELDS = st.lists(st.sampled_from(WORDS)).map(" ".join) | st.lists(st.sampled_from(WORDS)).map("".join) | st.text()


def parts(first: str = "", von: str = "", last: str = "", jr: str = "") -> NameParts:
    return NameParts(first, von, last, jr)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param("Ashish Vaswani", parts("Ashish", "", "Vaswani"), id="first last"),
        pytest.param("Vaswani, Ashish", parts("Ashish", "", "Vaswani"), id="last, first"),
        pytest.param("Charles Louis de la Vallée Poussin", parts("Charles Louis", "de la", "Vallée Poussin"), id="von"),
        pytest.param("van der Maaten, Laurens", parts("Laurens", "van der", "Maaten"), id="von first"),
        pytest.param("Van der Maaten, L.", parts("L.", "Van der", "Maaten"), id="von up to the last lower-case word"),
        pytest.param("Ortega y Gasset, José", parts("José", "Ortega y", "Gasset"), id="a lower-case word inside"),
        pytest.param("Smith, Jr., John", parts("John", "", "Smith", "Jr."), id="two commas"),
        pytest.param("Smith, John, Jr.", parts("Jr.", "", "Smith", "John"), id="the junior part stands second"),
        pytest.param(
            "Smith, John, Doe, Jane", parts("Doe Jane", "", "Smith", "John"), id="a third comma is passed over"
        ),
        pytest.param("Smith, John,", parts("John", "", "Smith"), id="a comma at the end is passed over"),
        pytest.param("John Smith, Jane Doe", parts("Jane Doe", "", "John Smith"), id="a comma list is one name"),
        pytest.param("danah boyd", parts("", "danah", "boyd"), id="all in lower case"),
        pytest.param("{von Neumann}, John", parts("John", "", "{von Neumann}"), id="braces count as upper case"),
        pytest.param("{Barnes and Noble}", parts("", "", "{Barnes and Noble}"), id="an and in braces parts nothing"),
        pytest.param(r"Jos{\'e} {\'a}lvarez Smith", parts(r"Jos{\'e}", r"{\'a}lvarez", "Smith"), id="special, lower"),
        pytest.param(r"{\L}ukasz Kaiser", parts(r"{\L}ukasz", "", "Kaiser"), id="a letter command, upper"),
        pytest.param(r"{\o}ystein Smith", parts("", r"{\o}ystein", "Smith"), id="a letter command, lower"),
        pytest.param(r"{\'\i}x Smith", parts("", r"{\'\i}x", "Smith"), id="the i of an accent, lower"),
        pytest.param("{a}B Smith", parts("{a}B", "", "Smith"), id="plain braces are looked over"),
        pytest.param("al-Khwarizmi", parts("", "al", "Khwarizmi"), id="a hyphen parts words"),
        pytest.param("Simon Lacoste-Julien", parts("Simon", "", "Lacoste-Julien"), id="a hyphen keeps a last name"),
        pytest.param("Donald~E.~Knuth", parts("Donald E.", "", "Knuth"), id="ties part words"),
        pytest.param("Smith, J. and", parts("J. and", "", "Smith"), id="an and at the end is a name"),
        pytest.param("a } b", parts("", "a", "b"), id="a brace without partner is dropped"),
    ],
)
def test_parts(field: str, expected: NameParts) -> None:
    assert split(field) == (expected,)


@pytest.mark.parametrize(
    ("field", "lasts"),
    [
        pytest.param("A B and C D AND E F", ["B", "D", "F"], id="and in any case"),
        pytest.param("A B and and C D", ["B", "", "D"], id="an empty name"),
        pytest.param("A B\n  and\tC D", ["B", "D"], id="line breaks are blanks"),
        pytest.param("A B and others", ["B", "others"], id="others is a name"),
        pytest.param("Alexandra Band and Andy Sandand", ["Band", "Sandand"], id="an and inside a word"),
        pytest.param("A B; C D", ["D"], id="a semicolon parts nothing"),
        pytest.param("  ", [], id="no name at all"),
    ],
)
def test_list(field: str, lasts: list[str]) -> None:
    assert [name.last for name in split(field)] == lasts


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Jean-Baptiste", "J.-B."),
        ("D.E.", "D."),
        ("Charles Louis Xavier", "C. L. X."),
        (r"{\L}ukasz {\'E}mile", r"{\L}. {\'E}."),
        ("{Guy} 3rd", "G. r."),
        ("", ""),
    ],
)
def test_initials(first: str, expected: str) -> None:
    assert initials(first) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Laurens van der Maaten", parts("Laurens", "van der", "Maaten"), id="particles"),
        pytest.param("Élodie Dupont", parts("Élodie", "", "Dupont"), id="capitals of all scripts"),
        pytest.param("Guy L. Steele Jr.", parts("Guy L.", "", "Steele", "Jr."), id="a suffix"),
        pytest.param("danah boyd", parts("danah", "", "boyd"), id="all in lower case"),
        pytest.param("OpenAI", parts("", "", "OpenAI"), id="one word"),
        pytest.param("Maaten, Laurens van", parts("Laurens van", "", "Maaten"), id="a comma"),
        pytest.param("", parts(), id="nothing"),
    ],
)
def test_from_display(name: str, expected: NameParts) -> None:
    assert from_display(name) == expected


@given(FIELDS)
def test_split_never_raises_and_loses_no_name(field: str) -> None:
    found = split(field)
    assert bool(found) == bool(field.strip(" \t\r\n"))


@given(st.lists(st.sampled_from([word for word in WORDS if word not in ("{", "}", "\\", ",", "and", "AND")])))
def test_joined_parts_split_the_same(words: list[str]) -> None:
    for name in split(" ".join(words)):
        if name.first:
            assert split(join(name)) == (name,)


def test_join_braces_a_last_name_of_several_words_alone() -> None:
    assert join(parts(last="Gemini Team")) == "{Gemini Team}"
    assert join(parts(von="van der", last="Maaten")) == "van der Maaten"
    assert split(join(parts(last="King", jr="Jr."))) == (parts("{}", "", "King", "Jr."),)


@pytest.mark.shared
def test_cases(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "cases/names_cases.jsonl").open(encoding="utf-8")][1:]
    wrong = {
        row["id"]: found
        for row in rows
        if (
            found := [
                {"first": n.first, "von": n.von, "last": n.last, "jr": n.jr, "initials": initials(n.first)}
                for n in split(row["input"])
            ]
        )
        != row["names"]
    }
    assert rows
    assert not wrong
