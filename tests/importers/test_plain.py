"""Text files of identifiers and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.importers.plain import Plain
from bibkit.model.venue import Venues


@pytest.fixture(scope="module")
def plain(table: Venues) -> Plain:
    return Plain(table)


@pytest.mark.parametrize(
    ("line", "url", "title"),
    [
        pytest.param("10.1145/3442188.3445922", "10.1145/3442188.3445922", "", id="a DOI"),
        pytest.param("doi:10.1145/3442188.3445922", "doi:10.1145/3442188.3445922", "", id="a labelled DOI"),
        pytest.param("https://doi.org/10.1145/1", "https://doi.org/10.1145/1", "", id="a link"),
        pytest.param("arXiv:1512.03385v1", "arXiv:1512.03385v1", "", id="an arXiv id"),
        pytest.param("arXiv 1512.03385", "arXiv 1512.03385", "", id="an arXiv id behind a blank"),
        pytest.param("1512.03385", "1512.03385", "", id="a bare arXiv id"),
        pytest.param("hep-th/9901001", "hep-th/9901001", "", id="an old arXiv id"),
        pytest.param(
            "- <https://arxiv.org/abs/1512.03385>,", "https://arxiv.org/abs/1512.03385", "", id="bullet and brackets"
        ),
        pytest.param(
            "1. 1512.03385  Deep Residual Learning", "1512.03385", "Deep Residual Learning", id="words behind it"
        ),
        pytest.param(
            "Deep Residual Learning | 1512.03385", "1512.03385", "Deep Residual Learning", id="words before it"
        ),
    ],
)
def test_lines(plain: Plain, line: str, url: str, title: str) -> None:
    (found,) = plain.parse(f"\n{line}\n", "ids.txt")
    assert (found.line, found.end_line, found.kind, found.reason, found.url, found.title) == (
        2,
        2,
        "paper",
        "",
        url,
        title,
    )


def test_sections_and_what_is_no_identifier(plain: Plain) -> None:
    found = plain.parse(
        "\ufeff# Pruning\r\n10.1/a is too short\r\n\r\n10.1145/1\r\n## Deeper\r\n1512.03385\r\n", "ids.txt"
    )
    assert [(r.line, r.kind, r.section) for r in found] == [
        (2, "skip", ("Pruning",)),
        (4, "paper", ("Pruning",)),
        (6, "paper", ("Pruning", "Deeper")),
    ]
    assert found[0].reason == "a line without an identifier or a link"


@given(st.text(max_size=300))
def test_every_line_counts(table: Venues, text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = Plain(table).parse(text, "ids.txt")
    assert len(found) == sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines) or "#" in text
