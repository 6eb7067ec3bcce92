"""The section path."""

import pytest

from bibkit.importers import headings
from bibkit.importers.markdown import Markdown

ITEM = "\n\n- [A Small Title](u)\n\n"


def sections(markdown: Markdown, text: str) -> list[tuple[str, ...]]:
    return [r.section for r in markdown.parse(text.replace("ITEM", ITEM), "x.md")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# List ITEM ## A ITEM ### B ITEM ## C ITEM", [(), ("A",), ("A", "B"), ("C",)], id="the title is no section"
        ),
        pytest.param(
            "## A ITEM # B ITEM", [("A",), ("B",)], id="a first level heading that opens nothing is a section"
        ),
        pytest.param(
            "# A ITEM # B ITEM ## C ITEM", [("A",), ("B",), ("B", "C")], id="several first levels are sections"
        ),
        pytest.param("# List ## A #### B ITEM ### C ITEM", [("A", "B"), ("A", "C")], id="skipped levels leave no gap"),
        pytest.param("A\n---- ITEM B\n---- ITEM", [("A",), ("B",)], id="underlined"),
        pytest.param("List\n==== ITEM A\n---- ITEM", [(), ("A",)], id="an underlined title"),
        pytest.param(
            "# List ## A **2017** ITEM **2018** ITEM ### B ITEM",
            [("A", "2017"), ("A", "2018"), ("A", "B")],
            id="bold paragraphs rank below",
        ),
        pytest.param("# List **2017:** ITEM", [("2017:",)], id="bold with a colon"),
        pytest.param(
            "# List ## A <details>\n<summary>2017</summary> ITEM </details> ITEM",
            [("A", "2017"), ("A",)],
            id="a summary until its block ends",
        ),
        pytest.param("# List <h2>A</h2> ITEM", [("A",)], id="an HTML heading"),
        pytest.param("# List ## *A* `B` [C](u) &amp; D ITEM", [("A B C & D",)], id="without markup"),
        pytest.param("# List ## A [B and C] ITEM", [("A [B and C]",)], id="brackets stay"),
        pytest.param("# List ###### F ####### G ########## J ITEM", [("F", "G", "J")], id="ten levels"),
        pytest.param("# List ## A ITEM >Q ITEM", [("A",), ("A",)], id="a quoted heading is none"),
        pytest.param("# List ## A ITEM ```\n## Not\n``` ITEM", [("A",), ("A",)], id="a heading in a fence is none"),
        pytest.param("# List ## A\n\n**** ITEM", [("A",)], id="stars alone are no heading"),
    ],
)
def test_section_path(markdown: Markdown, text: str, expected: list[tuple[str, ...]]) -> None:
    spread = text.replace(" #", "\n\n#").replace(" <h", "\n\n<h").replace(" <d", "\n\n<d").replace(" </d", "\n\n</d")
    spread = (
        spread.replace(" **2", "\n\n**2").replace(" >", "\n\n>").replace(" ```", "\n\n```").replace(" B\n-", "\n\nB\n-")
    )
    spread = spread.replace(" A\n-", "\n\nA\n-")
    assert sections(markdown, spread) == expected


def test_the_documents_title(markdown: Markdown) -> None:
    assert markdown.read("# A *List*  \n\n## B\n", "x.md").title == "A List"
    assert markdown.read("# A\n\n# B\n", "x.md").title == ""


@pytest.mark.parametrize(
    ("section", "year"),
    [
        pytest.param(("A", "2017"), 2017, id="a year"),
        pytest.param(("2017 (12)",), 2017, id="a year with a count"),
        pytest.param(("Year 2017",), 2017, id="the word year"),
        pytest.param(("2017", "A"), None, id="not the innermost"),
        pytest.param(("Before 2014",), None, id="before a year"),
        pytest.param(("1980s,1990s",), None, id="decades"),
        pytest.param((), None, id="no section"),
    ],
)
def test_year_buckets(section: tuple[str, ...], year: int | None) -> None:
    assert headings.bucket_year(section) == year


@pytest.mark.parametrize(
    ("heading", "item", "year", "venue"),
    [
        pytest.param("2017", "[A Small Title](u)", 2017, "", id="a bucket gives the year"),
        pytest.param("2017", "2016-CVPR-[A Small Title](u)", 2016, "CVPR", id="the item's own year wins"),
        pytest.param("CVPR 2017", "[A Small Title](u)", 2017, "CVPR", id="an edition gives both"),
        pytest.param(
            "CVPR 2017", "[A Small Title](u) (ICML)", None, "ICML", id="another venue keeps the edition's year off"
        ),
        pytest.param(
            "2020", "A Small Title. *[NeurIPS'2]* [[Paper]](u)", None, "NeurIPS", id="a broken year stays none"
        ),
    ],
)
def test_what_a_heading_gives(markdown: Markdown, heading: str, item: str, year: int | None, venue: str) -> None:
    (found,) = markdown.parse(f"# List\n\n## {heading}\n\n- {item}\n", "x.md")
    assert (found.year, found.venue_raw) == (year, venue)
