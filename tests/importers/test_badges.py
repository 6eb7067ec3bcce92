"""Words of badges."""

import pytest

from bibkit.importers import badges

SHIELD = "https://img.shields.io/badge/"


@pytest.mark.parametrize(
    ("source", "alt", "linked", "words"),
    [
        pytest.param(SHIELD + "Conference-ICML'23-blue", "", False, "ICML'23", id="a generic label goes"),
        pytest.param(SHIELD + "ICML-2023-blue.svg?style=flat", "", False, "ICML 2023", id="label and message"),
        pytest.param(SHIELD + "CVPR_2023-blue", "", False, "CVPR 2023", id="a message alone"),
        pytest.param(SHIELD + "venue-AAAI--23-red", "", False, "AAAI-23", id="two hyphens are one"),
        pytest.param(SHIELD + "venue-a__b%20c-red", "", False, "a_b c", id="escapes"),
        pytest.param(SHIELD + "arXiv-2301.00001-b31b1b.svg", "arXiv", True, "arXiv", id="a link's label"),
        pytest.param("https://img.shields.io/github/stars/a/b.svg", "Stars", False, "", id="a counter"),
        pytest.param(
            "https://img.shields.io/github/stars/a/b.svg", "Stars", True, "Stars", id="a counter that is a link"
        ),
        pytest.param("figs/a.png", "A picture", False, "", id="a picture"),
        pytest.param("figs/a.png", "Paper", True, "Paper", id="a picture that is a link"),
        pytest.param("http://[", "x", False, "", id="no address"),
        pytest.param(SHIELD, "x", False, "x", id="an empty badge"),
    ],
)
def test_words_of_a_badge(source: str, alt: str, linked: bool, words: str) -> None:
    assert badges.text(source, alt, linked=linked) == words
