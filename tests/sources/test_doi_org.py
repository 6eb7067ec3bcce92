"""doi.org against a server that says what it says, with an agency behind it."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bibkit.errors import BadPayload, Unavailable
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query
from bibkit.sources.doi_org import CSL, DoiOrg
from bibkit.sources.http import Http
from tests.sources.server import HTML, Reply, serving
from tests.sources.shapes import Table

THIS = Identifier("doi", "10.1000/a")
WORK: dict[str, Any] = {
    "type": "article-journal",
    "DOI": "10.1000/A",
    "title": "A title of <i>something</i>",
    "container-title": "Journal of Things",
    "author": [{"family": "Author", "given": "Ann"}, {"literal": "The Things Team"}],
    "issued": {"date-parts": [["2020", "3"]]},
    "page": "1-2",
}


def test_csl_json_is_asked_for_and_read(http: Http) -> None:
    with serving(Reply(200, json.dumps(WORK))) as server:
        source = DoiOrg(http, base_url=server.url, venues=Table())
        payload = source.fetch([THIS])[THIS]
    assert payload is not None
    record = source.parse(payload)
    assert (record.source, record.id, record.grade, record.kind) == ("doi_org", "10.1000/a", "A", "published")
    assert (record.work.title, record.work.date, record.work.venue) == ("A title of something", "2020-03", "jot")
    assert [str(author) for author in record.work.authors] == ["Author, Ann", "{The Things Team}"]
    assert server.asked[0].headers["accept"] == CSL


def test_the_agency_is_reached_by_redirect(http: Http) -> None:
    with ExitStack() as stack:
        agency = stack.enter_context(serving(Reply(200, json.dumps(WORK))))
        there = {"Location": f"{agency.url}/v1/works/10.1000%2Fa/transform"}
        server = stack.enter_context(serving(Reply(302, "", there)))
        assert DoiOrg(http, base_url=server.url).fetch([THIS])[THIS] is not None
    assert agency.asked[0].path == "/v1/works/10.1000%2Fa/transform"


def test_a_404_of_doi_org_itself_means_that_there_is_no_such_doi(http: Http) -> None:
    with serving(Reply(404, "<html>DOI Not Found</html>", HTML)) as server:
        assert DoiOrg(http, base_url=server.url).fetch([THIS]) == {THIS: None}


def test_a_404_of_the_agency_says_nothing_of_the_doi(http: Http) -> None:
    with ExitStack() as stack:
        agency = stack.enter_context(serving(Reply(404, "no")))
        server = stack.enter_context(serving(Reply(302, "", {"Location": agency.url})))
        with pytest.raises(BadPayload, match="agency"):
            DoiOrg(http, base_url=server.url).fetch([THIS])


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(200, "<html>landing page</html>", HTML), id="a landing page"),
        pytest.param(Reply(400, "<html>Not a DOI</html>", HTML), id="400"),
        pytest.param(Reply(200, json.dumps({**WORK, "DOI": "10.1000/other"})), id="another work"),
        pytest.param(Reply(200, "[]"), id="no object"),
    ],
)
def test_what_is_no_answer_is_a_bad_payload(http: Http, reply: Reply) -> None:
    with serving(reply) as server, pytest.raises(BadPayload):
        DoiOrg(http, base_url=server.url).fetch([THIS])


def test_down_is_unavailable(http: Http) -> None:
    with serving(Reply(503)) as server, pytest.raises(Unavailable):
        DoiOrg(http, base_url=server.url).fetch([THIS])


def test_a_serial_number_of_the_nineties_is_encoded(http: Http) -> None:
    odd = Identifier("doi", "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o#x")
    with serving(Reply(404)) as server:
        DoiOrg(http, base_url=server.url).fetch([odd])
    assert server.asked[0].path == (
        "/10.1002/%28sici%291097-4571%28199806%2949%3A8%3C693%3A%3Aaid-asi4%3E3.0.co%3B2-o%23x"
    )


def test_the_agency_of_a_prefix_is_asked_for_once(http: Http) -> None:
    with serving(Reply(200, '[{"DOI": "10.48550", "RA": "DataCite"}]')) as server:
        source = DoiOrg(http, base_url=server.url)
        assert [source.agency("10.48550/arxiv.1"), source.agency("10.48550")] == ["DataCite", "DataCite"]
    assert [asked.path for asked in server.asked] == ["/doiRA/10.48550"]


def test_existence(http: Http) -> None:
    with serving(
        Reply(200, '[{"DOI": "10.99999/x", "status": "DOI does not exist"}]'),
        Reply(200, '[{"DOI": "10.1000/a", "RA": "Crossref"}]'),
    ) as server:
        source = DoiOrg(http, base_url=server.url)
        assert [source.exists("10.99999/x"), source.exists("10.1000/a")] == [False, True]


def test_no_search(http: Http) -> None:
    assert DoiOrg(http).search(Query("x")) == []


@pytest.mark.shared
def test_every_recorded_csl_json_is_read(http: Http, shared: Path) -> None:
    source = DoiOrg(http)
    for path in sorted((shared / "fixtures/csl").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        csl = content[0] if isinstance(content, list) else content
        record = source.parse({"DOI": "10.1000/unknown", **csl})
        assert record.work.title, path.name
        assert record.work.authors, path.name
        assert record.work.date, path.name


@pytest.mark.shared
def test_every_recorded_agency_is_read(http: Http, shared: Path) -> None:
    for path in sorted((shared / "fixtures/doi_org/ra").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        body = json.loads(content["response"]["body"])
        with serving(Reply(200, json.dumps(body))) as server:
            said = DoiOrg(http, base_url=server.url).agency(body[0]["DOI"])
        assert said == body[0].get("RA", ""), path.name
