"""arXiv's API against a server that says what it says."""

import json
from pathlib import Path

import pytest

from bibkit.errors import BadPayload, Unavailable
from bibkit.model.identifier import Identifier
from bibkit.model.record import Query
from bibkit.sources.arxiv import BATCH, ArXiv
from bibkit.sources.http import Http
from tests.sources.conftest import Clock
from tests.sources.server import ATOM, HTML, Asked, Reply, serving
from tests.sources.shapes import ARXIV_ERROR, Table, arxiv_entry, arxiv_feed


def arxiv(value: str) -> Identifier:
    return Identifier("arxiv", value)


def feed(*entries: str, total: int | None = None, status: int = 200) -> Reply:
    return Reply(status, arxiv_feed(*entries, total=total), ATOM)


def test_ids_are_asked_for_at_once_and_matched_by_id_not_by_place(http: Http) -> None:
    with serving(feed(arxiv_entry("2001.00002", 3), arxiv_entry("2001.00001"))) as server:
        found = ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001"), arxiv("2001.00002")])
    assert {one.value: (payload or {})["version"] for one, payload in found.items()} == {
        "2001.00001": "1",
        "2001.00002": "3",
    }
    assert server.asked[0].query["id_list"] == "2001.00001,2001.00002"
    assert server.asked[0].query["max_results"] == "2"


def test_requests_are_more_than_three_seconds_apart(http: Http, clock: Clock) -> None:
    ids = [arxiv(f"2001.{number:05}") for number in range(1, BATCH + 2)]

    def answer(asked: Asked) -> Reply:
        return feed(*(arxiv_entry(id_) for id_ in asked.query["id_list"].split(",")))

    with serving(answer) as server:
        found = ArXiv(http, base_url=server.url).fetch(ids)
    assert all(found[one] for one in ids)
    assert [asked.query["max_results"] for asked in server.asked] == [str(BATCH), "1"]
    assert clock.slept == [3.1]


def test_an_unknown_id_among_known_ones_is_absent(http: Http) -> None:
    with serving(feed(arxiv_entry("2001.00001"))) as server:
        found = ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001"), arxiv("2001.99999")])
    assert found[arxiv("2001.00001")] is not None
    assert found[arxiv("2001.99999")] is None


def test_entries_that_the_feed_says_it_left_out_are_not_called_absent(http: Http) -> None:
    with serving(feed(arxiv_entry("2001.00001"), total=2)) as server:
        found = ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001"), arxiv("2001.00002")])
    assert set(found) == {arxiv("2001.00001")}


def test_an_empty_feed_is_asked_for_again_before_it_is_believed(http: Http) -> None:
    with serving(feed(), feed(arxiv_entry("2001.00001"))) as server:
        assert ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001")])[arxiv("2001.00001")] is not None
    with serving(feed()) as server:
        assert ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001")]) == {arxiv("2001.00001"): None}
        assert len(server.asked) == 2


def test_one_bad_id_spoils_a_batch_which_is_halved_until_it_stands_alone(http: Http) -> None:
    def answer(asked: Asked) -> Reply:
        ids = asked.query["id_list"].split(",")
        return Reply(400, ARXIV_ERROR, ATOM) if "bad" in ids else feed(*map(arxiv_entry, ids))

    good = [arxiv(f"2001.0000{number}") for number in range(1, 5)]
    with serving(answer) as server:
        found = ArXiv(http, base_url=server.url).fetch([good[0], good[1], arxiv("bad"), *good[2:]])
    assert all(found[one] for one in good)
    assert found[arxiv("bad")] is None


def test_an_error_entry_with_status_200_is_no_record(http: Http) -> None:
    with serving(Reply(200, ARXIV_ERROR, ATOM)) as server:
        assert ArXiv(http, base_url=server.url).fetch([arxiv("bad")]) == {arxiv("bad"): None}


def test_an_old_id_is_known_without_its_subject_class(http: Http) -> None:
    with serving(feed(arxiv_entry("math/0309136", 2))) as server:
        found = ArXiv(http, base_url=server.url).fetch([arxiv("math.GT/0309136")])
    assert (found[arxiv("math.GT/0309136")] or {})["id"] == "math/0309136"


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(200, "<html>maintenance</html>", HTML), id="HTML"),
        pytest.param(Reply(200, "<feed", ATOM), id="half a feed"),
        pytest.param(Reply(200, "", ATOM), id="nothing"),
        pytest.param(Reply(200, "<?xml version='1.0'?><rss/>", ATOM), id="no feed"),
        pytest.param(Reply(403, "no", ATOM), id="403"),
        pytest.param(
            Reply(200, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><feed>&a;</feed>', ATOM), id="entities"
        ),
    ],
)
def test_what_is_no_feed_is_a_bad_payload(http: Http, reply: Reply) -> None:
    with serving(reply) as server, pytest.raises(BadPayload):
        ArXiv(http, base_url=server.url).fetch([arxiv("2001.00001")])


def test_down_is_unavailable_and_what_was_learned_is_kept(http: Http) -> None:
    ids = [arxiv(f"2001.{number:05}") for number in range(1, BATCH + 2)]
    with serving(feed(*(arxiv_entry(one.value) for one in ids[:BATCH])), Reply(503)) as server:
        found = ArXiv(http, base_url=server.url).fetch(ids)
    assert set(found) == set(ids[:BATCH])
    http.guard._hosts.clear()
    with serving(Reply(503)) as server, pytest.raises(Unavailable):
        ArXiv(http, base_url=server.url).fetch(ids)


def test_a_search_gives_the_words_of_the_title(http: Http) -> None:
    with serving(feed(arxiv_entry("2001.00001"))) as server:
        source = ArXiv(http, base_url=server.url)
        assert [found["id"] for found in source.search(Query("On k-NN: a study"))] == ["2001.00001"]
        assert source.search(Query("")) == []
    assert server.asked[0].query["search_query"] == "ti:on AND ti:k AND ti:nn AND ti:a AND ti:study"
    assert len(server.asked) == 1


def test_parse(http: Http) -> None:
    extra = """<arxiv:doi>10.1000/Published</arxiv:doi><arxiv:journal_ref>J. of
      Things 7 (2020)</arxiv:journal_ref>"""
    with serving(feed(arxiv_entry("1904.00001", 2, extra=extra))) as server:
        source = ArXiv(http, base_url=server.url, venues=Table())
        payload = source.fetch([arxiv("1904.00001")])[arxiv("1904.00001")]
    assert payload is not None
    assert "summary" not in payload
    record = source.parse(payload)
    assert (record.source, record.id, record.grade, record.kind) == ("arxiv", "1904.00001", "B", "preprint")
    work = record.work
    assert (work.title, work.date, work.venue, work.type) == ("A Title of Something", "2019-04", "arxiv", "misc")
    assert [str(author) for author in work.authors] == ["Author, Ann", "van der Writer, Bea"]
    assert work.identifiers == (arxiv("1904.00001"),)
    assert record.relations == (("is-preprint-of", "doi:10.1000/published"), ("journal-ref", "J. of Things 7 (2020)"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Ann Author", "Author, Ann"),
        ("The ATLAS Collaboration", "{The ATLAS Collaboration}"),
        ("DeepSeek-AI", "DeepSeek-AI"),
        ("J. Doe Jr.", "Doe, Jr., J."),
    ],
)
def test_parse_authors(http: Http, name: str, meant: str) -> None:
    payload = {"id": "1904.00001", "title": "T", "authors": [name], "published": "2019-04-26"}
    assert [str(author) for author in ArXiv(http).parse(payload).work.authors] == [meant]


def test_its_own_doi_is_no_published_work(http: Http) -> None:
    payload = {
        "id": "1904.00001",
        "title": "T",
        "authors": ["A B"],
        "published": "2019-04-26",
        "doi": "10.48550/arXiv.1904.00001",
    }
    assert ArXiv(http).parse(payload).relations == ()


@pytest.mark.parametrize("broken", [{}, {"id": "1"}, {"id": "1", "title": None, "authors": [], "published": "2019"}])
def test_a_broken_payload_is_refused(http: Http, broken: dict[str, object]) -> None:
    with pytest.raises(BadPayload):
        ArXiv(http).parse(broken)


@pytest.mark.shared
def test_every_recorded_feed_is_read(http: Http, shared: Path) -> None:
    records = {}
    for path in sorted((shared / "fixtures/arxiv").glob("*.http.json")):
        content = json.loads(path.read_text(encoding="utf-8"))["response"]
        with serving(Reply(content["status"], content["body"], ATOM)) as server:
            source = ArXiv(http, base_url=server.url)
            for record in map(source.parse, source.search(Query("testing"))):
                records[record.id] = record
    assert len(records) > 50
    assert all(record.work.title and record.work.authors for record in records.values())
    assert not [record for record in records.values() if "\n" in record.work.title or "  " in record.work.title]
    assert sum(any(kind == "is-preprint-of" for kind, _ in record.relations) for record in records.values()) > 10
    assert "astro-ph/0601001" in records
    assert "abc" not in records
