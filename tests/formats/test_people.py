"""Names as services give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.formats import people


@pytest.mark.parametrize(
    ("family", "given", "suffix", "meant"),
    [
        pytest.param("Author", "Ann", "", ["Author, Ann"], id="plain"),
        pytest.param("GITTINS", "J. C.", "", ["Gittins, J. C."], id="shouted"),
        pytest.param("O'NEIL-SMITH", "ANN", "", ["O'Neil-Smith, ANN"], id="shouted parts; three capitals are initials"),
        pytest.param("MÜLLER", "HANS-GEORG", "", ["Müller, Hans-Georg"], id="all of it shouted"),
        pytest.param("LI", "Xiao", "", ["Li, Xiao"], id="two letters beside an ordinary name"),
        pytest.param("LI", "X", "", ["LI, X"], id="two letters beside capitals stay"),
        pytest.param("van der Maaten", "Laurens", "", ["van der Maaten, Laurens"], id="particle"),
        pytest.param("xu", "haote", "", ["xu, haote"], id="no particle without a name after it"),
        pytest.param("Powell, Jr.", "James", "", ["Powell, Jr., James"], id="suffix in the family name"),
        pytest.param("Lagkadinou, MD, Ph.D.", "Eleni", "", ["Lagkadinou, Eleni"], id="degrees"),
        pytest.param("Jacobs", "David R.", "Jr", ["Jacobs, Jr, David R."], id="suffix"),
        pytest.param("Tsuhan Chen", "", "", ["Chen, Tsuhan"], id="a whole name"),
        pytest.param("Wolf Philip A.", "", "", ["Wolf, Philip A."], id="family name first, told by the initial"),
        pytest.param("Laurens van der Maaten", "", "", ["van der Maaten, Laurens"], id="a whole name with particle"),
        pytest.param("Chen, Tsuhan", "", "", ["Chen, Tsuhan"], id="a whole name with a comma"),
        pytest.param(
            "Fatma A. Ibrahim, Omar A. Shiba", "", "", ["Ibrahim, Fatma A.", "Shiba, Omar A."], id="two in one"
        ),
        pytest.param("Prabhat", "", "", ["Prabhat"], id="one name only"),
        pytest.param("", "Prabhat", "", ["Prabhat"], id="one name, as given name"),
        pytest.param("&NA;", "", "", [], id="nobody"),
        pytest.param("Anonymous", "", "", [], id="anonymous"),
        pytest.param("Zhang 0003", "Jiani", "", ["Zhang, Jiani"], id="number of a namesake"),
        pytest.param("Garc&iacute;a", "Ana", "", ["García, Ana"], id="entity"),
    ],
)
def test_person(family: str, given: str, suffix: str, meant: list[str]) -> None:
    assert [str(one) for one in people.person(family, given, suffix)] == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Ann Author", ["Author, Ann"]),
        ("Steve Branch", ["Branch, Steve"]),
        ("The ATLAS Collaboration", ["{The ATLAS Collaboration}"]),
        ("Gemini Team", ["{Gemini Team}"]),
        ("J. Doe III", ["Doe, III, J."]),
        ("", []),
    ],
)
def test_display(name: str, meant: list[str]) -> None:
    assert [str(one) for one in people.display(name)] == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("OECD", ["{OECD}"]),
        ("USDOE Office of Electricity (OE)", ["{USDOE Office of Electricity (OE)}"]),
        ("Association of Officials, Arlington, VA", ["{Association of Officials, Arlington, VA}"]),
        ("Roman Hornung, David Causeur", ["Hornung, Roman", "Causeur, David"]),
        ("n/a", []),
    ],
)
def test_organisation(name: str, meant: list[str]) -> None:
    assert [str(one) for one in people.organisation(name)] == meant


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@given(NAMES, NAMES, NAMES)
def test_no_name_breaks_it(family: str, given_name: str, suffix: str) -> None:
    for one in (*people.person(family, given_name, suffix), *people.display(family), *people.organisation(family)):
        assert one.family or one.literal
        assert one.display == one.display.strip()
