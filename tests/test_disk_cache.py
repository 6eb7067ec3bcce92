"""The payload cache: how long it believes what it was told, and that no trouble with its file stops a run."""

import multiprocessing
import os
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bibkit.disk_cache import ABSENT_DAYS, DAY, HIT_DAYS, DiskCache, default_path
from bibkit.errors import FileError

PAYLOAD = {"DOI": "10.1000/a", "title": ["Ünïcode"], "n": 1}


@dataclass
class Shelf:
    """A folder with a cache file, a clock and what was said."""

    path: Path
    now: float = 1_700_000_000.0
    said: list[str] = field(default_factory=list)

    def open(self) -> DiskCache:
        return DiskCache(self.path, now=lambda: self.now, say=self.said.append)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "deep" / "payloads.sqlite")


@pytest.fixture
def cache(shelf: Shelf) -> Iterator[DiskCache]:
    with shelf.open() as opened:
        yield opened


def test_what_was_put_is_got_also_by_the_next_run(shelf: Shelf) -> None:
    with shelf.open() as first:
        assert first.get("crossref", "id doi:10.1000/a") == (False, None)
        first.put("crossref", "id doi:10.1000/a", [PAYLOAD])
    with shelf.open() as second:
        assert second.get("crossref", "id doi:10.1000/a") == (True, [PAYLOAD])
        assert second.get("datacite", "id doi:10.1000/a") == (False, None)
        assert len(second) == 1
    assert shelf.said == []


@pytest.mark.parametrize("payloads", [None, []], ids=["no such work", "a search without a hit"])
def test_absent_is_remembered_as_such(cache: DiskCache, payloads: list[dict[str, object]] | None) -> None:
    cache.put("crossref", "x", payloads)
    assert cache.get("crossref", "x") == (True, None)


@pytest.mark.parametrize(
    ("payloads", "days"),
    [
        pytest.param([PAYLOAD], HIT_DAYS, id="a hit for 90 days"),
        pytest.param(None, ABSENT_DAYS, id="absent for 7 days"),
    ],
)
def test_answers_grow_old(shelf: Shelf, cache: DiskCache, payloads: list[dict[str, object]] | None, days: int) -> None:
    cache.put("crossref", "x", payloads)
    shelf.now += days * DAY - 1
    assert cache.get("crossref", "x")[0]
    shelf.now += 2
    assert cache.get("crossref", "x") == (False, None)


def test_an_answer_of_the_future_is_not_believed(shelf: Shelf, cache: DiskCache) -> None:
    cache.put("crossref", "x", [PAYLOAD])
    shelf.now -= 400 * DAY
    assert cache.get("crossref", "x") == (False, None)


def test_a_newer_answer_takes_the_place_of_an_old_one(shelf: Shelf, cache: DiskCache) -> None:
    cache.put("crossref", "x", None)
    shelf.now += DAY
    cache.put("crossref", "x", [PAYLOAD])
    assert cache.get("crossref", "x") == (True, [PAYLOAD])
    assert cache.day("crossref", "x") == "2023-11-15"
    assert cache.day("crossref", "y") == ""


def test_what_is_too_old_is_thrown_away_when_it_is_opened(shelf: Shelf) -> None:
    with shelf.open() as first:
        first.put("crossref", "old", [PAYLOAD])
        shelf.now += (HIT_DAYS + 1) * DAY
        first.put("crossref", "new", [PAYLOAD])
    with shelf.open() as second:
        assert len(second) == 1


def test_info_and_clear(cache: DiskCache) -> None:
    cache.put("crossref", "x", [PAYLOAD])
    cache.put("crossref", "y", None)
    cache.put("arxiv", "x", [PAYLOAD])
    told = str(cache.info())
    assert "3 answers" in told
    assert "crossref          2 answers, 1 of them: no such work" in told
    assert cache.clear() == 3
    assert len(cache) == 0


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"not a database at all, but long enough" * 100, id="text"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4000, id="a damaged database"),
    ],
)
def test_a_damaged_file_is_set_aside(shelf: Shelf, content: bytes) -> None:
    shelf.path.parent.mkdir()
    shelf.path.write_bytes(content)
    with shelf.open() as cache:
        cache.put("crossref", "x", [PAYLOAD])
        assert cache.get("crossref", "x") == (True, [PAYLOAD])
    assert len(shelf.said) == 1
    assert "set aside" in shelf.said[0]
    assert (shelf.path.parent / "payloads.sqlite.damaged").read_bytes() == content


def test_damage_in_the_middle_of_a_run(shelf: Shelf) -> None:
    with shelf.open() as cache:
        for number in range(300):
            cache.put("crossref", f"request {number}", [{"filler": os.urandom(300).hex()}])
    data = shelf.path.read_bytes()
    shelf.path.write_bytes(data[:8192] + b"\xaa" * (len(data) - 8192))
    with shelf.open() as cache:
        for number in range(300):
            cache.get("crossref", f"request {number}")
        cache.put("crossref", "new", [PAYLOAD])
        assert cache.get("crossref", "new") == (True, [PAYLOAD])
    assert any("set aside" in line for line in shelf.said)


def test_one_damaged_answer_is_asked_for_again(cache: DiskCache) -> None:
    cache.put("crossref", "x", [PAYLOAD])
    assert cache._db is not None
    cache._db.execute("UPDATE payload SET data = x'00'")
    assert cache.get("crossref", "x") == (False, None)


def test_a_cache_of_another_version_is_set_aside(shelf: Shelf) -> None:
    shelf.path.parent.mkdir()
    with sqlite3.connect(shelf.path) as db:
        db.execute("PRAGMA user_version = 99")
    with shelf.open() as cache:
        cache.put("crossref", "x", None)
        assert cache.get("crossref", "x") == (True, None)


def test_a_folder_that_cannot_be_made_means_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said: list[str] = []
    with DiskCache(tmp_path / "file" / "payloads.sqlite", say=said.append) as cache:
        cache.put("crossref", "x", [PAYLOAD])
        assert cache.get("crossref", "x") == (False, None)
        assert len(cache) == 0
        with pytest.raises(FileError, match="by hand"):
            cache.clear()
    assert len(said) == 1
    assert "going on without" in said[0]


def test_a_full_disk_is_told_once(shelf: Shelf, cache: DiskCache) -> None:
    assert cache._db is not None
    cache._db.execute("PRAGMA max_page_count = 3")
    for number in range(50):
        cache.put("crossref", str(number), [{"filler": os.urandom(2000).hex()}])
    assert len(shelf.said) == 1
    assert "full" in shelf.said[0]


def test_another_process_holds_the_file(shelf: Shelf, cache: DiskCache) -> None:
    assert cache._db is not None
    cache._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(shelf.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache.put("crossref", "x", [PAYLOAD])
    other.close()
    assert "locked" in shelf.said[0]
    cache.put("crossref", "x", [PAYLOAD])
    assert cache.get("crossref", "x") == (True, [PAYLOAD])


def _fill(path: str, name: str) -> None:
    with DiskCache(Path(path)) as cache:
        for number in range(40):
            cache.put(name, str(number), [PAYLOAD])


def test_two_processes_at_once_lose_nothing(shelf: Shelf) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_fill, args=(str(shelf.path), name)) for name in ("one", "two")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with DiskCache(shelf.path) as cache:
        assert {(name, total) for name, total, _ in cache.info().sources} == {("one", 40), ("two", 40)}


def test_two_openings_at_once_make_one_file(shelf: Shelf) -> None:
    threads = [threading.Thread(target=lambda: shelf.open().close()) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shelf.said == []


def test_the_file_lies_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert "bibkit" in str(default_path())
