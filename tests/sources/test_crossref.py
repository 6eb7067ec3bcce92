"""Crossref through habanero, against a server that says what Crossref says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from bibkit.errors import BadPayload, Unavailable
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query
from bibkit.sources.crossref import BATCH, Crossref
from bibkit.sources.http import Http
from tests.sources.conftest import MAILTO, Clock
from tests.sources.server import HTML, Asked, Reply, serving
from tests.sources.shapes import Table, crossref_list, crossref_single, crossref_work


def doi(value: str) -> Identifier:
    return Identifier("doi", value)


def known(*dois: str) -> Any:
    """Return a way to answer as if Crossref knew just these DOIs."""

    def answer(asked: Asked) -> Reply:
        if "filter" in asked.query:
            wanted = [part.partition(":")[2] for part in asked.query["filter"].split(",")]
            return Reply(200, crossref_list(*(crossref_work(one.upper()) for one in wanted if one in dois)))
        one = unquote(asked.path.removeprefix("/works/"))
        return Reply(200, crossref_single(crossref_work(one))) if one in dois else Reply(404, "Resource not found.")

    return answer


def test_dois_are_asked_for_in_one_filter_and_told_apart_without_case(http: Http) -> None:
    ids = [doi(f"10.1000/{number}") for number in range(4)]
    with serving(known(*(one.value for one in ids))) as server:
        found = Crossref(http, base_url=server.url).fetch(ids)
    assert {one: (payload or {})["DOI"].lower() for one, payload in found.items()} == {one: one.value for one in ids}
    assert len(server.asked) == 1
    assert server.asked[0].query["filter"] == ",".join(str(one) for one in ids)
    assert "updated-by" in server.asked[0].query["select"].split(",")
    assert f"mailto:{MAILTO}" in server.asked[0].headers["user-agent"]


def test_batches_hold_fifty(http: Http) -> None:
    ids = [doi(f"10.1000/{number}") for number in range(BATCH + 2)]
    with serving(known(*(one.value for one in ids))) as server:
        found = Crossref(http, base_url=server.url).fetch(ids)
    assert len(found) == len(ids)
    assert [asked.query["filter"].count("doi:") for asked in server.asked] == [BATCH, 2]


def test_what_a_batch_lacks_is_asked_for_alone_and_absent_only_after_a_404(http: Http) -> None:
    with serving(known("10.1000/a", "10.1000/b")) as server:
        found = Crossref(http, base_url=server.url).fetch([doi("10.1000/a"), doi("10.1000/b"), doi("10.1000/none")])
    assert found[doi("10.1000/none")] is None
    assert found[doi("10.1000/a")] is not None
    assert [asked.path for asked in server.asked] == ["/works", "/works/10.1000%2Fnone"]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("10.1000/a#b", id="a number sign, where habanero would cut"),
        pytest.param("10.1000/a?b=c", id="a question mark"),
        pytest.param("10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o", id="a serial of the nineties"),
        pytest.param("10.1000/a,b", id="a comma, which ends a filter"),
        pytest.param("10.1000/a b", id="a blank, where habanero would split"),
    ],
)
def test_odd_dois_arrive_whole(http: Http, value: str) -> None:
    with serving(known(value)) as server:
        found = Crossref(http, base_url=server.url).fetch([doi(value)])
    assert (found[doi(value)] or {})["DOI"] == value
    assert unquote(server.asked[0].path) == f"/works/{value}"


def test_another_work_than_the_one_asked_for_is_refused(http: Http) -> None:
    reply = Reply(200, crossref_single(crossref_work("10.1000/other")))
    with serving(reply) as server, pytest.raises(BadPayload, match=r"another work than doi:10\.1000/this"):
        Crossref(http, base_url=server.url).fetch([doi("10.1000/this")])


def test_another_work_in_a_batch_is_no_answer(http: Http) -> None:
    def lie(asked: Asked) -> Reply:
        work = crossref_work("10.1000/other")
        return Reply(200, crossref_list(work) if "filter" in asked.query else crossref_single(work))

    with serving(lie) as server, pytest.raises(BadPayload):
        Crossref(http, base_url=server.url).fetch([doi("10.1000/this"), doi("10.1000/that")])


def test_an_alias_is_followed_and_kept(http: Http) -> None:
    replies = [
        Reply(301, "", {"Location": "/works/10.1000%2Fprime.v2"}),
        Reply(200, crossref_single(crossref_work("10.1000/PRIME.v2", aliases=["10.1000/old"]))),
    ]
    with serving(*replies) as server:
        source = Crossref(http, base_url=server.url)
        payload = source.fetch([doi("10.1000/old")])[doi("10.1000/old")]
    assert payload is not None
    record = source.parse(payload)
    assert record.id == "10.1000/prime.v2"
    assert ("alias", "doi:10.1000/old") in record.relations
    assert server.asked[1].path == "/works/10.1000%2Fprime.v2"


def test_aliases_without_end(http: Http) -> None:
    with (
        serving(Reply(301, "", {"Location": "/works/10.1000/x"})) as server,
        pytest.raises(BadPayload, match="circles"),
    ):
        Crossref(http, base_url=server.url).fetch([doi("10.1000/x")])


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(429, "<html>slow down</html>", {**HTML, "Retry-After": "7"}), id="429 as HTML"),
        pytest.param(
            Reply(429, '"slow down"', {"Content-Type": "application/json", "Retry-After": "7"}),
            id="429 as a JSON string, where habanero's reader fails",
        ),
        pytest.param(
            Reply(429, '{"message": "slow down"}', {"Content-Type": "application/json", "Retry-After": "7"}),
            id="429 with a message",
        ),
    ],
)
@pytest.mark.parametrize("many", [False, True], ids=["one", "a batch"])
def test_too_many_requests_are_waited_for_as_asked(http: Http, clock: Clock, reply: Reply, many: bool) -> None:
    ids = [doi("10.1000/a"), doi("10.1000/b")][: 1 + many]
    with serving(reply, known("10.1000/a", "10.1000/b")) as server:
        found = Crossref(http, base_url=server.url).fetch(ids)
    assert all(found.values())
    assert clock.slept == [7.0]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(500, '{"status": "error", "message": {"name": "class x", "stack": []}}'), id="500 as JSON"),
        pytest.param(Reply(503, "busy", {"Content-Type": "text/plain"}), id="503"),
        pytest.param(Reply(504, "<html>gateway</html>", HTML), id="504 as HTML"),
        pytest.param(Reply(200, crossref_single(crossref_work("10.1000/a")), cut=9), id="a body that breaks off"),
        pytest.param(Reply(200, "{}", wait=0.6), id="no answer in time"),
    ],
)
@pytest.mark.parametrize("many", [False, True], ids=["one", "a batch"])
def test_what_may_pass_is_tried_again(http: Http, reply: Reply, many: bool) -> None:
    ids = [doi("10.1000/a"), doi("10.1000/b")][: 1 + many]
    with serving(reply, known("10.1000/a", "10.1000/b")) as server:
        found = Crossref(http, base_url=server.url).fetch(ids)
    assert all(found.values())
    assert len(server.asked) == 2


def test_a_source_that_is_down_is_unavailable_and_never_absent(http: Http) -> None:
    with serving(Reply(503)) as server, pytest.raises(Unavailable) as caught:
        Crossref(http, base_url=server.url).fetch([doi("10.1000/a"), doi("10.1000/b")])
    assert len(server.asked) == 5
    assert MAILTO not in str(caught.value)


def test_what_was_learned_before_a_failure_is_kept(http: Http) -> None:
    ids = [doi(f"10.1000/{number}") for number in range(BATCH + 2)]
    first = crossref_list(*(crossref_work(one.value) for one in ids[:BATCH]))
    with serving(Reply(200, first), Reply(503)) as server:
        found = Crossref(http, base_url=server.url).fetch(ids)
    assert len(found) == BATCH
    assert ids[-1] not in found


def test_a_batch_that_is_refused_is_asked_for_one_by_one(http: Http) -> None:
    answer = known("10.1000/a", "10.1000/b")
    body = '{"status":"failed","message-type":"validation-failure","message":[{"type":"x","message":"no"}]}'
    with serving(Reply(400, body), answer) as server:
        found = Crossref(http, base_url=server.url).fetch([doi("10.1000/a"), doi("10.1000/b")])
    assert all(found.values())
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(200, "<html>Sign in</html>", HTML), id="HTML with 200"),
        pytest.param(Reply(200, '{"status": "ok"}'), id="no message"),
        pytest.param(Reply(200, '["ok"]'), id="a list"),
        pytest.param(Reply(200, '{"half":'), id="half of it"),
        pytest.param(Reply(400, '{"message": [{"message": "bad"}]}'), id="400"),
        pytest.param(Reply(400, "[]"), id="400 with an empty list"),
    ],
)
@pytest.mark.parametrize("search", [False, True], ids=["look-up", "search"])
def test_what_is_no_answer_is_a_bad_payload(http: Http, reply: Reply, search: bool) -> None:
    with serving(reply) as server:
        source = Crossref(http, base_url=server.url)
        with pytest.raises(BadPayload):
            source.search(Query("x")) if search else source.fetch([doi("10.1000/a")])


def test_dois_of_arxiv_and_zenodo_are_not_asked_for(http: Http) -> None:
    with serving(known()) as server:
        found = Crossref(http, base_url=server.url).fetch([doi("10.5281/zenodo.1"), Identifier("arxiv", "1")])
    assert found == {doi("10.5281/zenodo.1"): None}
    assert server.asked == []


def test_a_pii_is_found_by_its_alternative_id(http: Http) -> None:
    work = crossref_work("10.1016/j.x.1", **{"alternative-id": ["S0004370221000862"]})
    pii = Identifier("pii", "S0004370221000862")
    with serving(Reply(200, crossref_list(work))) as server:
        found = Crossref(http, base_url=server.url).fetch([pii])
    assert found == {pii: work}
    assert server.asked[0].query["filter"] == "alternative-id:S0004370221000862"


def test_a_pii_of_nobody(http: Http) -> None:
    pii = Identifier("pii", "S0004370221000862")
    with serving(Reply(200, crossref_list(crossref_work("10.1/x")))) as server:
        assert Crossref(http, base_url=server.url).fetch([pii]) == {pii: None}


def test_a_search_gives_title_first_author_and_year_in_one_text(http: Http) -> None:
    query = Query("Deep Things", (Creator(family="Author", given="Ann"), Creator(family="Other")), year=2020)
    with serving(Reply(200, crossref_list(crossref_work("10.1000/a"), crossref_work("10.1000/b")))) as server:
        found = Crossref(http, base_url=server.url).search(query)
    assert [work["DOI"] for work in found] == ["10.1000/a", "10.1000/b"]
    assert server.asked[0].query["query.bibliographic"] == "Deep Things Author 2020"
    assert server.asked[0].query["rows"] == "5"


def test_lists_are_asked_for_more_slowly_than_works_and_faster_with_an_address(http: Http, clock: Clock) -> None:
    assert Crossref(http).interval < Crossref(Http()).interval
    with serving(known("10.1000/a")) as server:
        source = Crossref(http, base_url=server.url)
        source.fetch([doi("10.1000/a")])
        source.fetch([doi("10.1000/a")])
        assert clock.slept == [0.125]


PARSED = [
    pytest.param({"title": ["On <i>k</i>-NN\n   search\n"]}, {"title": "On k-NN search"}, id="tags and lines"),
    pytest.param({"title": ["Bread &amp;amp; butter."]}, {"title": "Bread & butter"}, id="escaped twice, full stop"),
    pytest.param({"title": ["LOUD TITLE"]}, {"title": "LOUD TITLE"}, id="capitals stay: nobody knows better"),
    pytest.param({"title": ["X: a", "Y"], "subtitle": ["A"]}, {"title": "X: a"}, id="a subtitle that is there already"),
    pytest.param({"title": ["Boost"], "subtitle": ["a system"]}, {"title": "Boost: a system"}, id="a subtitle"),
    pytest.param({"title": [], "type": "journal-issue"}, {"title": "", "type": "misc"}, id="no title"),
    pytest.param({"title": ["Part \u00a0one"]}, {"title": "Part one"}, id="no-break space"),
    pytest.param(
        {"type": "book-chapter",
         "container-title": ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2024"]},
        {"type": "inproceedings", "venue": "eccv", "series": "Lecture Notes in Computer Science",
         "container": "Computer Vision – ECCV 2024"},
        id="a chapter of proceedings",
    ),
    pytest.param(
        {"type": "book-chapter", "container-title": ["Lecture Notes in Computer Science", "Cellular Automata"]},
        {"type": "inproceedings", "venue": ""},
        id="a chapter of a series of proceedings",
    ),
    pytest.param(
        {"type": "book-chapter", "container-title": ["Handbook of Things"]},
        {"type": "incollection", "container": "Handbook of Things"},
        id="a chapter of a book",
    ),
    pytest.param(
        {"container-title": ["Proceedings of the AAAI Conference on Artificial Intelligence"]},
        {"type": "inproceedings", "venue": "aaai"},
        id="an article that is a conference paper",
    ),
    pytest.param({"type": "dissertation"}, {"type": "phdthesis"}, id="a thesis"),
    pytest.param({"type": "monograph", "ISBN": ["9780306406157"]}, {"type": "book"}, id="a book"),
    pytest.param({"page": "12–34"}, {"pages": "12-34"}, id="an en dash"),
    pytest.param({"page": "e1008184"}, {"pages": "e1008184"}, id="an article number as page"),
    pytest.param({"article-number": "2403"}, {"pages": "2403"}, id="an article number"),
    pytest.param(
        {"published-online": {"date-parts": [[2019, 12]]}, "published-print": {"date-parts": [[2020]]}},
        {"date": "2020"},
        id="the printed year wins",
    ),
    pytest.param({"published-online": {"date-parts": [[2019, 2, 9]]}}, {"date": "2019-02"}, id="online only"),
    pytest.param({"issued": {"date-parts": [[None]]}}, {"date": ""}, id="no date"),
    pytest.param({"volume": "7", "issue": "2"}, {"volume": "7", "number": "2"}, id="volume and issue"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "meant"), PARSED)
def test_parse(http: Http, given: dict[str, Any], meant: dict[str, Any]) -> None:
    source = Crossref(http, venues=Table())
    work = source.parse(crossref_work("10.1000/a", **given)).work
    assert {name: getattr(work, name) for name in meant} == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param([{"family": "GITTINS", "given": "J. C."}], ["Gittins, J. C."], id="family in capitals"),
        pytest.param([{"family": "Tsuhan Chen"}], ["Chen, Tsuhan"], id="a whole name as family"),
        pytest.param([{"name": "OECD"}, {"family": "A", "given": "B"}], ["{OECD}", "A, B"], id="an organisation"),
        pytest.param([{"family": "Doe", "given": "J", "suffix": "Jr"}], ["Doe, Jr, J"], id="suffix"),
        pytest.param([{"family": "van der Maaten", "given": "L."}], ["van der Maaten, L."], id="particle"),
        pytest.param([{"family": "&NA;"}], [], id="nobody"),
        pytest.param(None, [], id="no authors"),
    ],
)
def test_parse_authors(http: Http, given: Any, meant: list[str]) -> None:
    work = Crossref(http).parse(crossref_work("10.1000/a", author=given)).work
    assert [str(author) for author in work.authors] == meant


@pytest.mark.parametrize(
    ("given", "relation"),
    [
        pytest.param(
            {"relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1021/ACS.1"}], "cites": [{"id": "10.1/x"}]}},
            [("is-preprint-of", "doi:10.1021/acs.1")],
            id="a preprint of",
        ),
        pytest.param(
            {"updated-by": [{"DOI": "10.1000/notice", "type": "retraction", "source": "retraction-watch"}]},
            [("updated-by:retraction", "doi:10.1000/notice")],
            id="retracted",
        ),
        pytest.param(
            {"update-to": [{"DOI": "10.1000/other", "type": "correction"}]},
            [("update-to:correction", "doi:10.1000/other")],
            id="a notice itself",
        ),
        pytest.param(
            {"update-to": [{"DOI": "10.1000/A", "type": "new_version"}]}, [], id="a new version of itself is no notice"
        ),
    ],
)
def test_parse_relations(http: Http, given: dict[str, Any], relation: list[tuple[str, str]]) -> None:
    assert list(Crossref(http).parse(crossref_work("10.1000/a", **given)).relations) == relation


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({}, ("A", "published")),
        ({"type": "posted-content"}, ("B", "preprint")),
        ({"type": "peer-review"}, ("A", "other")),
        ({"type": "proceedings-article", "container-title": ["Proc. of a Workshop on X"]}, ("A", "workshop")),
    ],
)
def test_parse_grade_and_kind(http: Http, given: dict[str, Any], meant: tuple[str, str]) -> None:
    record = Crossref(http).parse(crossref_work("10.1000/a", **given))
    assert (record.grade, record.kind) == meant


def test_a_preprint_server_is_known_by_where_its_doi_leads(http: Http) -> None:
    resource = {"primary": {"URL": "http://biorxiv.org/lookup/doi/10.1101/1"}}
    work = crossref_work("10.1101/1", **{"type": "posted-content", "container-title": [], "resource": resource})
    assert Crossref(http).parse(work).work.container == "bioRxiv"


def test_the_number_of_ieee_is_read_from_where_the_doi_leads(http: Http) -> None:
    work = crossref_work("10.1109/x.1", resource={"primary": {"URL": "http://ieeexplore.ieee.org/document/04408927/"}})
    assert Identifier("ieee", "4408927") in Crossref(http).parse(work).work.identifiers


@pytest.mark.parametrize("broken", [{}, {"DOI": "10.1/a"}, {"DOI": "10.1/a", "type": "book", "author": 3}])
def test_a_broken_payload_is_refused(http: Http, broken: dict[str, Any]) -> None:
    with pytest.raises(BadPayload):
        Crossref(http).parse(broken)


def recorded(shared: Path) -> Iterator[dict[str, Any]]:
    with (shared / "fixtures/crossref/search_and_works.jsonl").open(encoding="utf-8") as file:
        for line in file:
            result = json.loads(line)["result"]
            yield from result if isinstance(result, list) else [result]
    for path in sorted((shared / "fixtures/crossref/works").glob("*.http.json")):
        yield json.loads(json.loads(path.read_text(encoding="utf-8"))["response"]["body"])["message"]


@pytest.mark.shared
def test_every_recorded_work_is_read(http: Http, shared: Path) -> None:
    source = Crossref(http, venues=Table())
    records = {record.id: record for record in map(source.parse, recorded(shared))}
    assert len(records) > 1000
    assert not [record for record in records.values() if "<" in record.work.title and ">" in record.work.title]
    assert not [record for record in records.values() if "\n" in record.work.title + record.work.container]
    assert str(records["10.3724/sp.j.1001.2011.03940"].work.authors[0]) == "Gong, Wei-Bin"
    assert records["10.2172/2589179"].work.authors[0].literal == "USDOE Office of Electricity (OE)"
    assert "de novo RNA" in records["10.1101/2024.02.01.578496"].work.title
    assert [str(author) for author in records["10.1109/5.664274"].work.authors] == ["Chen, Tsuhan", "Rao, R.R."]
    assert records["10.1371/journal.ppat.1008184"].work.pages == "e1008184"
    assert records["10.1038/s41467-021-22732-w"].work.pages == "2403"
    assert ("is-preprint-of", "doi:10.1021/acs.jpcb.7b11820") in records["10.26434/chemrxiv.5406907.v5"].relations
    eccv = records["10.1007/978-3-030-58589-1_42"].work
    assert (eccv.type, eccv.series) == ("inproceedings", "Lecture Notes in Computer Science")
    assert not [record for record in records.values() if "\u00a0" in record.work.title]


@pytest.mark.shared
def test_every_recorded_error_is_understood(http: Http, shared: Path) -> None:
    for path in sorted((shared / "fixtures/crossref/errors").glob("*.json")):
        response = json.loads(path.read_text(encoding="utf-8"))["response"]
        headers = {name: value for name, value in response["headers"].items() if name in ("content-type", "location")}
        http.guard._hosts.clear()
        with serving(Reply(response["status"], response["body"], headers)) as server:
            source = Crossref(http, base_url=server.url)
            if response["status"] == 404:
                assert source.fetch([doi("10.1000/a")]) == {doi("10.1000/a"): None}, path.name
            else:
                with pytest.raises((BadPayload, Unavailable)):
                    source.fetch([doi("10.1000/a")])
