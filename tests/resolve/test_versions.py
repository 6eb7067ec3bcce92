"""Versions of one text: what sort each record describes, and which records are one publication or one work."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.model.record import Record
from bibkit.resolve import versions
from tests.resolve.made import AUTHORS, OTHERS, TITLE, preprint, record


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        pytest.param({}, "conference", id="a paper of a conference"),
        pytest.param({"type": "article", "container": "Neural Computation"}, "journal", id="a paper of a journal"),
        pytest.param({"container": "Workshop on Speech, ICML 2019"}, "workshop", id="a workshop, by its name"),
        pytest.param({"kind": "workshop"}, "workshop", id="a workshop, by its source"),
        pytest.param({"title": TITLE + " (Extended Abstract)"}, "abstract", id="an abstract, by its title"),
        pytest.param({"kind": "preprint"}, "preprint", id="a preprint, by its source"),
        pytest.param({"type": "article", "container": "CoRR"}, "preprint", id="DBLP's name of arXiv"),
        pytest.param({"container": "arXiv preprint arXiv:1801.00001"}, "preprint", id="arXiv as people write it"),
        pytest.param(
            {"type": "misc", "container": "", "ids": ("arxiv:1801.00001",)}, "preprint", id="an arXiv id alone"
        ),
        pytest.param({"kind": "rejected"}, "rejected", id="a rejected submission"),
        pytest.param({"type": "phdthesis", "container": ""}, "other", id="a thesis"),
        pytest.param({"type": "misc", "container": "", "kind": "list"}, "unknown", id="what a list says"),
    ],
)
def test_kind(known: dict[str, Any], kind: str) -> None:
    assert versions.kind(record(**known)) == kind


CONFERENCE = record(id="conference", venue="icml", ids=("doi:10.1000/1",))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param({"source": "dblp", "venue": "icml"}, True, id="another source, the same place and year"),
        pytest.param({"venue": "icml", "title": TITLE.replace("Robust", "Robsut")}, True, id="with a typing error"),
        pytest.param({"ids": ("doi:10.1000/1",), "title": TITLE + ": A Study"}, True, id="one DOI, a subtitle more"),
        pytest.param({"venue": "icml", "ids": ("doi:10.1000/2",)}, False, id="another DOI"),
        pytest.param({"venue": "acl"}, False, id="another venue"),
        pytest.param({"venue": "icml", "year": 2020}, False, id="the next year's conference"),
        pytest.param(
            {"venue": "icml", "year": 2020, "grade": "C", "kind": "aggregator"}, True, id="an aggregator's year"
        ),
        pytest.param({"venue": "icml", "authors": OTHERS}, False, id="a namesake"),
        pytest.param({"type": "article", "container": "JMLR"}, False, id="the journal paper"),
        pytest.param({"title": TITLE + " (Extended Abstract)", "venue": "icml"}, False, id="the abstract"),
        pytest.param({"type": "misc", "container": "", "kind": "list"}, True, id="a list that names the text only"),
    ],
)
def test_same_publication(other: dict[str, Any], same: bool) -> None:
    known = record(**{"id": "other", **other})
    assert versions.same_publication(CONFERENCE, known) is same
    assert versions.same_publication(known, CONFERENCE) is same


def test_two_years_of_a_preprint_are_one_preprint() -> None:
    assert versions.same_publication(preprint(year=2018), preprint(year=2020, source="datacite"))


@pytest.mark.parametrize(
    ("draft", "published", "why"),
    [
        pytest.param({}, {}, "same text", id="the same text, a year later"),
        pytest.param({}, {"title": TITLE.replace("Networks", "Network")}, "same text", id="a word's form changed"),
        pytest.param({}, {"year": 2021}, "same text", id="three years later"),
        pytest.param({}, {"year": 2022}, "", id="four years later"),
        pytest.param({}, {"year": 2017}, "", id="published before"),
        pytest.param({"year": 2024}, {}, "same text", id="the id tells the first year of a revised preprint"),
        pytest.param({"year": None, "ids": ()}, {}, "", id="a preprint of no year"),
        pytest.param({}, {"authors": OTHERS}, "", id="other authors"),
        pytest.param({}, {"authors": tuple(reversed(AUTHORS))}, "", id="another first author"),
        pytest.param({}, {"authors": ()}, "", id="no authors to compare"),
        pytest.param({}, {"title": TITLE.replace("Speech", "Image")}, "", id="retitled"),
        pytest.param({}, {"title": TITLE + " (Extended Abstract)"}, "", id="an abstract is not the publication"),
        pytest.param({}, {"type": "misc", "container": "", "kind": "list"}, "", id="nor is a list's word"),
        pytest.param(
            {"relations": (("is-preprint-of", "doi:10.1000/1"),)},
            {"title": "Quite Another Title", "ids": ("doi:10.1000/1",)},
            "relation",
            id="retitled, but the server says so",
        ),
        pytest.param(
            {},
            {"title": "Another Title", "relations": (("has-preprint", "arxiv:1801.00001"),)},
            "relation",
            id="or the publisher",
        ),
        pytest.param({}, {"title": "Another Title", "ids": ("arxiv:1801.00001",)}, "relation", id="or an identifier"),
        pytest.param(
            {"relations": (("is-version-of", "doi:10.1000/9"),)},
            {"year": 2030, "ids": ("doi:10.1000/1",)},
            "",
            id="a relation to another",
        ),
    ],
)
def test_link(draft: dict[str, Any], published: dict[str, Any], why: str) -> None:
    assert versions.link(preprint(**draft), record(**{"id": "published", **published})) == why


def test_a_publication_is_no_draft_of_another() -> None:
    assert versions.link(CONFERENCE, record(type="article", container="JMLR", year=2021)) == ""


@pytest.mark.parametrize(
    ("identifier", "year"),
    [
        pytest.param("arxiv:1801.00001", 2018, id="new ids"),
        pytest.param("arxiv:hep-th/9901001", 1999, id="old ids"),
        pytest.param("arxiv:math/0309136", 2003, id="old ids of this century"),
    ],
)
def test_first_year(identifier: str, year: int) -> None:
    assert versions.first_year(preprint(year=2024, ids=(identifier,))) == year


JOURNAL = record(id="journal", type="article", container="J. Mach. Learn. Res.", venue="jmlr", year=2021)
TWIN = record(id="twin", source="dblp", origin="dblp", venue="icml")
REJECTED = record(id="rejected", kind="rejected", container="Submitted to ICLR", year=2018)
NAMESAKE = record(id="namesake", authors=OTHERS)
ABSTRACT = record(TITLE + " (Extended Abstract)", id="abstract")
ALL = (CONFERENCE, TWIN, JOURNAL, REJECTED, NAMESAKE, ABSTRACT, preprint(id="draft"))


@pytest.mark.parametrize(
    ("chosen", "members"),
    [
        pytest.param(CONFERENCE, {"conference", "twin", "draft", "rejected"}, id="the conference paper and its drafts"),
        pytest.param(JOURNAL, {"journal", "draft", "rejected"}, id="the journal paper has the same drafts"),
        pytest.param(preprint(id="draft"), {"draft"}, id="a draft alone"),
        pytest.param(ABSTRACT, {"abstract"}, id="an abstract alone"),
    ],
)
def test_group(chosen: Record, members: set[str]) -> None:
    found = versions.group(chosen, ALL)
    assert ({one.id for one in found}, found[0]) == (members, chosen)


@given(st.permutations(ALL))
def test_publications_do_not_depend_on_the_order(records: list[Record]) -> None:
    assert versions.publications(records) == versions.publications(ALL)


def test_publications_put_the_best_record_first() -> None:
    named = [[one.id for one in group] for group in versions.publications(ALL)]
    assert ["conference", "twin"] in named
    assert ["journal"] in named
