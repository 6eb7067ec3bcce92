"""Which file holds which entries."""

import pytest

from bibkit.errors import UsageError
from bibkit.exporters import layout
from bibkit.exporters.base import Selection
from bibkit.model.catalog import Catalog, Entry, Listing, Section, SurveyList
from bibkit.model.work import Work
from tests.exporters.samples import CATALOG

SLUGS = [
    pytest.param("Models & Méthodes", "models-methodes", id="accents and signs go"),
    pytest.param("  Übergröße / Łódź ", "ubergrosse-lodz", id="letters without decomposition are spelled"),
    pytest.param("文献", "section", id="nothing is left"),
    pytest.param("../../etc/passwd", "etc-passwd", id="a path stays inside"),
    pytest.param("word " * 40, "-".join(["word"] * 12), id="a long heading ends at a word"),
    pytest.param("x" * 300, "x" * 60, id="a long word is cut"),
]


@pytest.mark.parametrize(("heading", "expected"), SLUGS)
def test_slug(heading: str, expected: str) -> None:
    assert layout.slug(heading) == expected


def test_every_section_and_list_has_its_file() -> None:
    assert layout.files(CATALOG, Selection()) == {
        "all-2": ("goodfellow2016deep", "poe2018thesis"),
        "readings": (
            "lost", "vaswani2017attention", "kingma2015adam", "tan2019efficientnet", "müller2019acl", "he2016deep",
            "odd2021", "blei2003latent", "doe2020workshop", "openai2023gpt4", "roe2021bio",
        ),
        "readings/models-methodes": (
            "vaswani2017attention", "kingma2015adam", "tan2019efficientnet", "müller2019acl", "he2016deep", "odd2021",
        ),
        "readings/models-methodes/2019": ("tan2019efficientnet", "müller2019acl", "kingma2015adam"),
        "readings/models-methodes/2016-17": ("he2016deep", "odd2021"),
        "readings/models-methodes-2": ("blei2003latent",),
        "readings/section": ("doe2020workshop", "openai2023gpt4", "roe2021bio"),
    }  # fmt: skip


SELECTED = [
    pytest.param(Selection(list="all"), ["all-2"], id="a list"),
    pytest.param(Selection(section="2019"), ["readings/models-methodes/2019"], id="a section by its own name"),
    pytest.param(Selection(section="models & méthodes/2016/17"), ["readings/models-methodes/2016-17"],
                 id="a path whose headings hold slashes"),
    pytest.param(Selection("readings", "文献"), ["readings/section"], id="a name without ASCII letters"),
    pytest.param(Selection(section="Models & Méthodes"),
                 ["readings/models-methodes", "readings/models-methodes/2019", "readings/models-methodes/2016-17"],
                 id="a section and all below it"),
]  # fmt: skip


@pytest.mark.parametrize(("select", "paths"), SELECTED)
def test_selection(select: Selection, paths: list[str]) -> None:
    assert list(layout.files(CATALOG, select)) == paths


@pytest.mark.parametrize("select", [Selection(list="nope"), Selection(section="nope"), Selection("all", "2019")])
def test_what_is_not_there_is_told(select: Selection) -> None:
    with pytest.raises(UsageError, match=r"no (list|section)"):
        layout.files(CATALOG, select)


def test_a_heading_ten_levels_deep() -> None:
    section = Section("level 9", (Listing("k"),))
    for level in range(8, -1, -1):
        section = Section(f"level {level}", (), (section,))
    catalog = Catalog({"k": Entry("k", Work(title="T"))}, {"deep": SurveyList("deep", sections=(section,))})
    files = layout.files(catalog, Selection())
    assert len(files) == 11
    assert all(keys == ("k",) for keys in files.values())
    assert "deep/" + "/".join(f"level-{n}" for n in range(10)) in files
