"""Http against a server on the loopback address: every way in which an answer can be wrong or late."""

import gzip
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bibkit.errors import BadPayload, ConfigError, Unavailable
from bibkit.sources import guard as guards
from bibkit.sources.http import Answer, Http
from tests.sources.conftest import MAILTO, Clock
from tests.sources.server import HTML, JSON, Asked, Reply, serving

OK = Reply(200, '{"fine": true}')


def test_an_answer_is_returned_and_the_address_is_given_in_the_user_agent_alone(http: Http) -> None:
    with serving(OK) as server:
        answer = http.get("it", f"{server.url}/a", params={"q": "x y"})
    assert (answer.status, answer.json()) == (200, {"fine": True})
    asked = server.asked[0]
    assert asked.query == {"q": "x y"}
    assert asked.headers["user-agent"].endswith(f"(mailto:{MAILTO})")
    assert [name for name, value in asked.headers.items() if MAILTO in value] == ["user-agent"]


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        pytest.param(Reply(404, "Resource not found."), 404, id="404 text labelled as JSON"),
        pytest.param(Reply(400, '{"message": [{"type": "x"}]}'), 400, id="400 with a JSON list"),
        pytest.param(Reply(403, "no", HTML), 403, id="403"),
    ],
)
def test_a_refusal_is_returned_without_a_second_try(http: Http, clock: Clock, reply: Reply, status: int) -> None:
    with serving(reply) as server:
        assert http.get("it", server.url).status == status
    assert len(server.asked) == 1
    assert clock.slept == []


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(429, "<html>slow down</html>", HTML), id="429 as HTML"),
        pytest.param(Reply(429, '"slow down"'), id="429 as a JSON string"),
        pytest.param(Reply(500, "{}"), id="500"),
        pytest.param(Reply(503, ""), id="503"),
        pytest.param(Reply(504, "<html>gateway</html>", HTML), id="504 as HTML"),
        pytest.param(Reply(200, '{"fine": true}', cut=5), id="a body that breaks off"),
        pytest.param(Reply(200, "{}", wait=0.6), id="no answer in time"),
    ],
)
def test_what_may_pass_is_tried_again(http: Http, clock: Clock, reply: Reply) -> None:
    with serving(reply, OK) as server:
        assert http.get("it", server.url, interval=0.0).json() == {"fine": True}
    assert len(server.asked) == 2
    assert clock.slept == [1.5]


def test_tries_end_after_five_with_longer_and_longer_waits(http: Http, clock: Clock) -> None:
    with serving(Reply(503)) as server, pytest.raises(Unavailable, match="it answered 503"):
        http.get("it", server.url, interval=0.0)
    assert len(server.asked) == 5
    assert clock.slept == [1.5, 2.5, 4.5, 8.5]


def test_retry_after_in_seconds_is_waited_for_instead(http: Http, clock: Clock) -> None:
    with serving(Reply(429, "", {"Retry-After": "7"}), OK) as server:
        http.get("it", server.url, interval=0.0)
    assert clock.slept == [7.0]


def test_retry_after_as_a_date_is_waited_for_instead(http: Http, clock: Clock) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    with serving(Reply(429, "", {"Retry-After": date}), OK) as server:
        http.get("it", server.url, interval=0.0)
    assert 25 < clock.slept[0] <= 30


def test_a_long_retry_after_is_not_waited_for_but_kept(http: Http, clock: Clock) -> None:
    with serving(Reply(429, "", {"Retry-After": "3600"}), OK) as server:
        with pytest.raises(Unavailable, match="3600 s"):
            http.get("it", server.url)
        with pytest.raises(Unavailable, match="left alone"):
            http.get("it", server.url)
        clock.now += 3601
        assert http.get("it", server.url).status == 200
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("12", 12.0),
        ("-3", 0.0),
        ("inf", guards.LONGEST),
        ("nan", 0.0),
        ("", None),
        ("soon", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 60.0),
        ("Wed, 21 Oct 2026 07:20:00 GMT", 0.0),
    ],
)
def test_retry_after_forms(value: str, seconds: float | None) -> None:
    assert guards.retry_after(value, datetime(2026, 10, 21, 7, 27, tzinfo=UTC)) == seconds


def test_requests_to_a_host_keep_their_distance(http: Http, clock: Clock) -> None:
    with serving(OK) as server:
        for _ in range(3):
            http.get("it", server.url, interval=3.1)
    assert clock.slept == [3.1, 3.1]


def test_hosts_do_not_wait_for_each_other(http: Http, clock: Clock) -> None:
    with serving(OK) as one, serving(OK) as other:
        http.get("it", one.url, interval=3.1)
        http.get("it", other.url, interval=3.1)
    assert clock.slept == []


def test_the_breaker_opens_says_unchecked_and_tries_once_more_later(http: Http, clock: Clock) -> None:
    with serving(Reply(503)) as server:
        for _ in range(2):
            with pytest.raises(Unavailable):
                http.get("it", server.url, interval=0.0)
        asked = len(server.asked)
        with pytest.raises(Unavailable, match="unchecked"):
            http.get("it", server.url, interval=0.0)
        assert len(server.asked) == asked == guards.FAILURES
        clock.now += guards.COOL_DOWN
        with pytest.raises(Unavailable, match="unchecked"):
            http.get("it", server.url, interval=0.0)
        assert len(server.asked) == asked + 1


def test_a_success_closes_the_breaker(http: Http) -> None:
    with serving(Reply(503), Reply(503), Reply(503), Reply(503), OK, Reply(503), Reply(503), Reply(503), OK) as server:
        http.get("it", server.url)
        assert http.get("it", server.url).status == 200


def test_one_request_at_a_time_where_a_host_wants_that(http: Http) -> None:
    under_way, most = 0, 0
    lock = threading.Lock()

    def slowly(asked: Asked) -> Reply:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        threading.Event().wait(0.02)
        with lock:
            under_way -= 1
        return OK

    with serving(slowly) as server:
        threads = [threading.Thread(target=http.get, args=("it", server.url)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (most, len(server.asked)) == (1, 4)


def test_a_permanent_redirect_is_followed_and_told(http: Http) -> None:
    with serving(Reply(301, "", {"Location": "/new?x=1"}), OK) as server:
        answer = http.get("it", f"{server.url}/old", params={"q": "1"})
    assert [asked.path for asked in server.asked] == ["/old", "/new"]
    assert server.asked[1].query == {"x": "1"}
    assert answer.moved == (f"{server.url}/old",)
    assert answer.url == f"{server.url}/new?x=1"


def test_a_temporary_redirect_is_followed_and_not_kept(http: Http) -> None:
    with serving(OK) as other, serving(Reply(302, "", {"Location": f"{other.url}/there"})) as server:
        answer = http.get("it", server.url)
    assert (answer.moved, answer.url) == ((), f"{other.url}/there")


@pytest.mark.parametrize(
    ("location", "said"),
    [("/again", "circles"), ("file:///etc/passwd", "no web address"), ("http://[broken", "no web address")],
)
def test_redirects_that_lead_nowhere(http: Http, location: str, said: str) -> None:
    with serving(Reply(302, "", {"Location": location})) as server, pytest.raises(BadPayload, match=said):
        http.get("it", f"{server.url}/again")


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(200, "<!DOCTYPE html><p>Sign in", HTML), id="a sign-in page"),
        pytest.param(Reply(200, "<html>oops</html>", JSON), id="HTML labelled as JSON"),
        pytest.param(Reply(200, '{"half": ', JSON), id="half of it"),
        pytest.param(Reply(200, "", JSON), id="nothing"),
        pytest.param(Reply(200, "[" * 100_000, JSON), id="too deep"),
    ],
)
def test_what_is_no_json_is_refused(http: Http, reply: Reply) -> None:
    with serving(reply) as server, pytest.raises(BadPayload):
        http.get("it", server.url).json()


def test_json_under_a_wrong_label_is_taken() -> None:
    assert Answer("it", 200, "", {"content-type": "text/html"}, b'{"a": 1}').json() == {"a": 1}


def test_an_answer_that_is_too_large_is_not_read(http: Http) -> None:
    http.max_size = 1 << 20
    with serving(Reply(200, "x" * (3 << 20))) as server, pytest.raises(BadPayload, match="more than 1 MB"):
        http.get("it", server.url)


def test_a_small_answer_that_unpacks_to_a_large_one_is_not_read(http: Http) -> None:
    http.max_size = 1 << 20
    packed = gzip.compress(b"0" * (30 << 20))
    reply = Reply(200, packed, {"Content-Encoding": "gzip"})
    with serving(reply) as server, pytest.raises(BadPayload, match="more than 1 MB"):
        http.get("it", server.url)


def test_a_trickle_ends(http: Http) -> None:
    http.total_time = -1.0
    with serving(OK) as server, pytest.raises(Unavailable, match="for one answer"):
        http.get("it", server.url)


def test_no_server_at_all(http: Http) -> None:
    with serving(OK) as server:
        gone = server.url
    with pytest.raises(Unavailable, match=r"can't be reached \(2 tries\)"):
        http.get("it", gone)


@pytest.mark.parametrize("mailto", ["nobody", "a@b", "a b@c.org", "x@y.org\r\nX-Evil: 1"])
def test_an_address_that_is_none_is_refused_and_not_shown(mailto: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Http(mailto=mailto)
    assert mailto not in str(caught.value)


def test_no_message_shows_the_address(http: Http) -> None:
    replies = [Reply(503), Reply(200, "{}", cut=1), Reply(200, "{}", wait=0.5), Reply(429, MAILTO)]
    with serving(*replies) as server, pytest.raises(Unavailable) as caught:
        http.get("it", server.url)
    error: BaseException | None = caught.value
    assert MAILTO not in str(error)
