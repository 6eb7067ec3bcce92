"""DataCite against a server that says what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bibkit.errors import BadPayload, Unavailable
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query
from bibkit.sources.datacite import DataCite
from bibkit.sources.http import Http
from tests.sources.server import HTML, Reply, serving
from tests.sources.shapes import Table, datacite_list, datacite_single, datacite_work

A, B = Identifier("doi", "10.5281/zenodo.1"), Identifier("doi", "10.5281/zenodo.2")
ARXIV = Identifier("arxiv", "1902.02534")


def test_dois_are_asked_for_in_one_query(http: Http) -> None:
    works = [datacite_work("10.5281/zenodo.2"), datacite_work("10.5281/ZENODO.1")]
    with serving(Reply(200, datacite_list(*works))) as server:
        found = DataCite(http, base_url=server.url).fetch([A, B])
    assert {one: (payload or {})["doi"] for one, payload in found.items()} == {
        A: "10.5281/ZENODO.1",
        B: "10.5281/zenodo.2",
    }
    assert server.asked[0].query["query"] == 'doi:("10.5281/zenodo.1" OR "10.5281/zenodo.2")'
    assert server.asked[0].query["page[number]"] == "1"


def test_abstract_and_xml_are_not_kept(http: Http) -> None:
    with serving(Reply(200, datacite_single(datacite_work(A.value)))) as server:
        payload = DataCite(http, base_url=server.url).fetch([A])[A]
    assert payload is not None
    assert not {"xml", "descriptions"} & set(payload)


def test_an_arxiv_id_is_asked_for_by_its_doi(http: Http) -> None:
    with serving(Reply(200, datacite_single(datacite_work("10.48550/arxiv.1902.02534")))) as server:
        assert DataCite(http, base_url=server.url).fetch([ARXIV])[ARXIV] is not None
    assert server.asked[0].path == "/dois/10.48550/arxiv.1902.02534"


def test_what_a_batch_lacks_is_asked_for_alone(http: Http) -> None:
    replies = [Reply(200, datacite_list(datacite_work(A.value))), Reply(404, '{"errors":[{"status":"404"}]}')]
    with serving(*replies) as server:
        found = DataCite(http, base_url=server.url).fetch([A, B])
    assert found[A] is not None
    assert found[B] is None


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(200, datacite_single(datacite_work("10.5281/zenodo.9"))), id="another work"),
        pytest.param(Reply(200, "<html></html>", HTML), id="HTML"),
        pytest.param(Reply(200, '{"data": []}'), id="a list"),
        pytest.param(Reply(200, '{"data": {"id": "x"}}'), id="no attributes"),
        pytest.param(Reply(400, "{}"), id="400"),
    ],
)
def test_what_is_no_answer_is_a_bad_payload(http: Http, reply: Reply) -> None:
    with serving(reply) as server, pytest.raises(BadPayload):
        DataCite(http, base_url=server.url).fetch([A])


def test_down_is_unavailable(http: Http) -> None:
    with serving(Reply(503)) as server, pytest.raises(Unavailable):
        DataCite(http, base_url=server.url).search(Query("x"))


def test_a_search_gives_the_words_of_the_title(http: Http) -> None:
    with serving(Reply(200, datacite_list(datacite_work(A.value)))) as server:
        found = DataCite(http, base_url=server.url).search(Query('Say "no": (things) AND more'))
    assert [work["doi"] for work in found] == [A.value]
    assert server.asked[0].query["query"] == "titles.title:(say no things and more)"


ARXIV_WORK: dict[str, Any] = {
    "doi": "10.48550/arxiv.1902.02534",
    "publisher": "arXiv",
    "publicationYear": 2019,
    "container": {},
    "types": {"resourceTypeGeneral": "Preprint", "resourceType": "Article", "bibtex": "misc", "citeproc": "article"},
    "dates": [
        {"date": "2019-02-07T09:22:51Z", "dateType": "Submitted", "dateInformation": "v1"},
        {"date": "2019-06-21T06:21:52Z", "dateType": "Submitted", "dateInformation": "v2"},
        {"date": "2019-02", "dateType": "Available", "dateInformation": "v1"},
        {"date": "2019", "dateType": "Issued"},
    ],
    "relatedIdentifiers": [
        {"relationType": "IsVersionOf", "relatedIdentifierType": "DOI", "relatedIdentifier": "10.1162/QSS_1"},
        {"relationType": "Cites", "relatedIdentifierType": "DOI", "relatedIdentifier": "10.1/x"},
    ],
}


def test_an_arxiv_doi_is_a_preprint_with_the_arxiv_id(http: Http) -> None:
    record = DataCite(http, venues=Table()).parse(datacite_work(**ARXIV_WORK))
    assert (record.kind, record.grade, record.work.type, record.work.venue) == ("preprint", "B", "misc", "arxiv")
    assert record.work.identifiers == (ARXIV,)
    assert record.work.date == "2019-02"
    assert record.relations == (("is-version-of", "doi:10.1162/qss_1"),)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param({}, {"type": "article", "venue": "jot", "pages": "1-9", "date": "2021-05"}, id="an article"),
        pytest.param({"container": {}}, {"type": "misc"}, id="an article in no journal"),
        pytest.param(
            {"types": {"resourceTypeGeneral": "ConferencePaper"}}, {"type": "article"}, id="in a journal all the same"
        ),
        pytest.param(
            {"types": {"resourceTypeGeneral": "Text", "bibtex": "phdthesis"}},
            {"type": "phdthesis", "institution": "Zenodo"},
            id="a thesis",
        ),
        pytest.param({"types": {"resourceTypeGeneral": "Dataset", "bibtex": "misc"}}, {"type": "misc"}, id="data"),
        pytest.param({"publisher": {"name": "A Press"}}, {"publisher": "A Press"}, id="publisher as object"),
        pytest.param(
            {"container": {"title": "GMS J; 34(2):Doc25", "firstPage": "Bd. 1 Nr. 1 (2018)"}},
            {"container": "GMS J", "pages": ""},
            id="a container that holds the issue",
        ),
        pytest.param(
            {"titles": [{"title": "Übersetzt", "titleType": "TranslatedTitle"}, {"title": "Main"}]},
            {"title": "Main"},
            id="the main title",
        ),
        pytest.param({"dates": []}, {"date": "2021"}, id="year only"),
    ],
)
def test_parse(http: Http, given: dict[str, Any], meant: dict[str, str]) -> None:
    work = DataCite(http, venues=Table()).parse(datacite_work("10.5281/zenodo.1", **given)).work
    assert {name: getattr(work, name) for name in meant} == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param([{"name": "The Team", "nameType": "Organizational"}], ["{The Team}"], id="an organisation"),
        pytest.param([{"name": "Author, Ann"}], ["Author, Ann"], id="a name without parts"),
        pytest.param([{"name": "Ann Author"}], ["Author, Ann"], id="in reading order"),
        pytest.param([{"name": "A, Ann; B, Bob"}], ["A, Ann", "B, Bob"], id="all in one"),
        pytest.param({"name": "Author, Ann"}, ["Author, Ann"], id="one object where a list is due"),
        pytest.param([], [], id="nobody"),
    ],
)
def test_parse_creators(http: Http, given: Any, meant: list[str]) -> None:
    work = DataCite(http).parse(datacite_work("10.5281/zenodo.1", creators=given)).work
    assert [str(author) for author in work.authors] == meant


def test_data_is_not_the_work_that_it_is_named_after(http: Http) -> None:
    work = datacite_work("10.5281/zenodo.1", types={"resourceTypeGeneral": "Dataset"})
    assert DataCite(http).parse(work).kind == "other"


@pytest.mark.parametrize("broken", [{}, {"doi": "10.1/a"}, {"doi": "10.1/a", "titles": []}, {"doi": 1, "titles": 3}])
def test_a_broken_payload_is_refused(http: Http, broken: dict[str, Any]) -> None:
    with pytest.raises(BadPayload):
        DataCite(http).parse(broken)


def recorded(shared: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((shared / "fixtures/datacite/dois").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if "response" in content:
            if content["response"]["status"] != 200:
                continue
            content = json.loads(content["response"]["body"])
        content = content[0] if isinstance(content, list) else content
        data = content.get("data", content)
        yield data.get("attributes", data)
    for path in sorted((shared / "fixtures/datacite/public_data_file").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row.get("attributes", row)


@pytest.mark.shared
def test_every_recorded_work_is_read(http: Http, shared: Path) -> None:
    source = DataCite(http, venues=Table())
    records = {record.id: record for record in map(source.parse, recorded(shared))}
    assert len(records) > 50
    assert all(record.work.title and record.work.date for record in records.values())
    arxiv = records["10.48550/arxiv.1902.02534"]
    assert (arxiv.work.identifiers, arxiv.work.date, arxiv.kind) == ((ARXIV,), "2019-02", "preprint")
    assert records["10.5281/zenodo.48440"].kind == "other"
    assert len(records["10.5063/f1m61h5x"].work.authors) > 3
