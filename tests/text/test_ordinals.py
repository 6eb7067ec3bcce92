"""Ordinal numbers of meetings."""

import pytest

from bibkit.text import ordinals


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("first", ""), (1, 1), id="a unit"),
        pytest.param(("twelfth", ""), (12, 1), id="a teen"),
        pytest.param(("twelveth", ""), (12, 1), id="as proceedings misspelt it"),
        pytest.param(("fortieth", ""), (40, 1), id="a ten"),
        pytest.param(("thirty", "first"), (31, 2), id="two words"),
        pytest.param(("thirty", "conference"), (0, 0), id="a ten alone is none"),
        pytest.param(("37th", ""), (37, 1), id="digits"),
        pytest.param(("31th", ""), (31, 1), id="digits with the wrong letters"),
        pytest.param(("37", ""), (0, 0), id="a plain number is none"),
        pytest.param(("3d", ""), (0, 0), id="3D is none"),
        pytest.param(("international", ""), (0, 0), id="a word is none"),
    ],
)
def test_ordinal(words: tuple[str, str], expected: tuple[int, int]) -> None:
    assert ordinals.value(*words) == expected
