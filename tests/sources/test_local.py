"""The embedded index: what is added is found, once, under every name, quickly."""

import random
import sqlite3
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit import disk
from bibkit.errors import BadPayload, DataError, FileError, LockedError
from bibkit.formats import venues
from bibkit.importers.records import Fault, Reader
from bibkit.model.creator import Creator
from bibkit.model.identifier import FORMS, Identifier
from bibkit.model.record import Query, Record
from bibkit.model.work import Work
from bibkit.resolve import identify
from bibkit.sources import local_writer, packing, record_files
from bibkit.sources.local import Local
from bibkit.sources.local_index import CANDIDATES, LocalIndex, place

BUILD_SECONDS = 15.0  #: of the processor for the 21,021 records, reading included
LOOKUP_MS = 5.0  #: for one title

TITLES = (
    "Attention Is Enough for Nobody",
    "Deep Residual Learning for Small Boats",
    "A Study of Sparse Kernels in Deep Networks",
    "Sparse Kernels, Revisited: a Study",
    "On the Convergence of Stochastic Gardens",
)


def record(id_: str, title: str, *identifiers: str, kind: str = "published") -> Record:
    """Return a record as the readers make them."""
    ids = tuple(sorted(Identifier(*text.split(":", 1)) for text in identifiers))
    made = Work(type="inproceedings", title=title, authors=(Creator("Author", "Ann"),), identifiers=ids)
    return Record("local", id_, made, "A", kind, "dblp")


RECORDS = [record(f"r{number}", title, f"doi:10.1000/{number}") for number, title in enumerate(TITLES)]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[LocalIndex]:
    with LocalIndex(tmp_path / "deep" / "index.sqlite", write=True) as made:
        yield made


def ids(records: list[Record]) -> list[str]:
    return [one.id for one in records]


def test_what_is_added_is_found_by_identifier_and_title_and_comes_back_equal(index: LocalIndex) -> None:
    assert str(index.add(RECORDS, file="a.jsonl")) == "5 added, 0 updated, 0 unchanged, 0 removed"
    for one in RECORDS:
        assert index.by_identifier(one.work.identifiers[0]) == [one]
        assert index.by_title(one.work.title)[0] == one
    assert index.by_identifier(Identifier("doi", "10.1000/none")) == []


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("ATTENTION IS ENOUGH FOR NOBODY.", id="case and full stop"),
        pytest.param("{A}ttention is enough for nobody", id="braces"),
        pytest.param("Attention  is enough for no-body", id="a hyphen"),
        pytest.param("Attention is enough nobody", id="a word lost"),
        pytest.param("Atention is enough for nobody", id="a letter lost"),
        pytest.param("Atention is for nobody", id="a word and a letter lost"),
        pytest.param("Attention is enough for nobody: a subtitle", id="a subtitle more"),
    ],
)
def test_a_title_that_is_nearly_right_is_found(index: LocalIndex, title: str) -> None:
    index.add(RECORDS, file="a.jsonl")
    assert ids(index.by_title(title))[0] == "r0"


@pytest.mark.parametrize("title", ["", "???", "Zebra", "Attention", 'Say "AND" OR NOT (x', "x" * 5000, "注意"])
def test_any_text_can_be_asked_for(index: LocalIndex, title: str) -> None:
    index.add(RECORDS, file="a.jsonl")
    assert len(index.by_title(title)) <= len(RECORDS)


def test_titles_in_other_scripts_are_found(index: LocalIndex) -> None:
    index.add([record("r1", "机器 学习 概论"), record("r2", "Модель системной динамики")], file="a")
    assert ids(index.by_title("机器 学习 概论")) == ["r1"]
    assert ids(index.by_title("модель системной динамики!")) == ["r2"]


def test_the_likest_come_first_and_not_too_many(index: LocalIndex) -> None:
    many = [record(f"s{number}", f"Sparse Kernels Number {number} in Deep Networks") for number in range(200)]
    index.add([*RECORDS, *many], file="a.jsonl")
    found = index.by_title("Sparse kernels number 7 in deep networks")
    assert ids(found)[0] == "s7"
    assert len(found) == CANDIDATES


def test_adding_the_same_again_changes_nothing(index: LocalIndex) -> None:
    index.add(RECORDS, file="a.jsonl", digest="1")
    before = [index.by_title(title) for title in TITLES]
    assert str(index.add(RECORDS, file="a.jsonl", digest="1")) == "0 added, 0 updated, 5 unchanged, 0 removed"
    assert [index.by_title(title) for title in TITLES] == before
    assert index.holds("a.jsonl", "1")
    assert not index.holds("a.jsonl", "2")
    assert not index.holds("b.jsonl", "1")


def test_a_file_that_changed_is_brought_up_to_date(index: LocalIndex) -> None:
    index.add(RECORDS, file="a.jsonl")
    changed = replace(RECORDS[0], work=replace(RECORDS[0].work, title="A New Name for Attention", identifiers=()))
    counts = index.add([changed, *RECORDS[1:4], record("r9", "Something New")], file="a.jsonl")
    assert str(counts) == "1 added, 1 updated, 3 unchanged, 1 removed"
    assert index.by_identifier(Identifier("doi", "10.1000/0")) == []
    assert ids(index.by_title(TITLES[4])) == []
    assert ids(index.by_title("A new name for attention"))[0] == "r0"
    assert index.info().records == 5


def test_a_record_of_two_files_stays_while_one_holds_it(index: LocalIndex) -> None:
    index.add(RECORDS, file="a.jsonl")
    assert str(index.add(RECORDS[:2], file="b.jsonl")) == "0 added, 0 updated, 2 unchanged, 0 removed"
    assert str(index.add(RECORDS[4:], file="a.jsonl")) == "0 added, 0 updated, 1 unchanged, 2 removed"
    assert sorted(ids([*index.by_title(TITLES[0]), *index.by_title(TITLES[4])])) == ["r0", "r4"]


def test_two_files_may_use_one_id_for_two_records(index: LocalIndex) -> None:
    index.add([record("key", "The First Meaning of It")], file="/x/a.bib")
    other = record("key", "Quite Another Meaning")
    assert str(index.add([other], file="/x/b.bib")) == "1 added, 0 updated, 0 unchanged, 0 removed"
    assert str(index.add([other], file="/x/b.bib")) == "0 added, 0 updated, 1 unchanged, 0 removed"
    assert ids(index.by_title("The First Meaning of It")) == ["key"]
    assert ids(index.by_title("Quite Another Meaning")) == ["key@b.bib"]
    changed = record("key", "Quite Another Meaning Indeed")
    assert str(index.add([changed], file="/x/b.bib")) == "0 added, 1 updated, 0 unchanged, 0 removed"


def test_one_file_may_use_one_id_for_two_records(index: LocalIndex) -> None:
    both = [record("key", "The First Meaning of It"), record("key", "Quite Another Meaning")]
    assert str(index.add(both, file="/x/a.bib")) == "2 added, 0 updated, 0 unchanged, 0 removed"
    assert str(index.add(both, file="/x/a.bib")) == "0 added, 0 updated, 2 unchanged, 0 removed"
    assert ids(index.by_title("Quite another meaning")) == ["key@a.bib"]


def test_a_failure_in_the_middle_leaves_the_index_as_it_was(index: LocalIndex) -> None:
    index.add(RECORDS[:2], file="a.jsonl", digest="1")

    def broken() -> Iterator[Record]:
        yield RECORDS[3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.add(broken(), file="a.jsonl", digest="2")
    assert index.holds("a.jsonl", "1")
    assert index.info().records == 2
    assert index.by_title(TITLES[3]) == []


def test_dead_words_are_cleared_away(index: LocalIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_writer, "DEAD", 3)
    index.add(RECORDS, file="a.jsonl")
    for round_ in range(3):
        changed = [replace(one, work=replace(one.work, note=str(round_))) for one in RECORDS]
        index.add(changed, file="a.jsonl")
    assert ids(index.by_title("Attention is for nobody"))[0] == "r0"
    rows = index._db.execute("SELECT count(*) FROM title_words('nobody')").fetchone()[0]
    assert rows <= 1 + local_writer.DEAD


def test_an_index_is_read_by_another_opening(tmp_path: Path) -> None:
    path = tmp_path / "with blank & ? # %20.sqlite"
    with LocalIndex(path, write=True) as made:
        made.add(RECORDS, file="a.jsonl")
    with LocalIndex(path) as again:
        assert ids(again.by_title(TITLES[1])) == ["r1"]
        assert "5 records, 5 identifiers" in str(again.info())
        with pytest.raises(FileError):
            again.add(RECORDS, file="b.jsonl")


def test_no_index_yet(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="bibkit index add"):
        LocalIndex(tmp_path / "index.sqlite")


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_no_index_is_refused_and_left_alone(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "index.sqlite"
    path.write_text("# not a database\n" * 100)
    with pytest.raises(DataError, match=r"index\.sqlite"):
        LocalIndex(path, write=write)
    assert path.read_text().startswith("# not")


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_somebody_else_is_refused(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "index.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs(x)")
    with pytest.raises(DataError, match=r"no index of bibkit"):
        LocalIndex(path, write=write)


def test_an_index_of_another_version_is_refused(index: LocalIndex) -> None:
    index._db.execute("UPDATE info SET value = '0' WHERE name = 'schema'")
    with pytest.raises(DataError, match="another form"):
        LocalIndex(index.path)


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="file"):
        LocalIndex(tmp_path / "file" / "index.sqlite", write=True)
    with pytest.raises(FileError):
        LocalIndex(tmp_path, write=True)


def test_another_process_is_writing(index: LocalIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    index._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(index.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError, match="another bibkit"):
        index.add(RECORDS, file="a.jsonl")
    other.close()


def test_a_full_disk(index: LocalIndex) -> None:
    index._db.execute("PRAGMA max_page_count = 40")
    many = [record(f"s{number}", f"Title {number} " * 20) for number in range(2000)]
    with pytest.raises(FileError, match="full"):
        index.add(many, file="a.jsonl")
    assert index.info().records == 0


def test_a_damaged_record_is_told(index: LocalIndex) -> None:
    index.add(RECORDS, file="a.jsonl")
    index._db.execute("UPDATE record SET data = x'00'")
    with pytest.raises(BadPayload, match="damaged"):
        index.by_title(TITLES[0])


def test_where_the_index_lies(tmp_path: Path) -> None:
    assert place("mine.sqlite", tmp_path) == tmp_path / "mine.sqlite"
    assert place("/else/mine.sqlite", tmp_path) == Path("/else/mine.sqlite")
    assert place("", tmp_path).name == "index.sqlite"


def test_the_source_gives_the_most_official_record_of_an_identifier(index: LocalIndex) -> None:
    preprint = record("p", TITLES[0], "arxiv:2001.00001", kind="preprint")
    published = record("a", TITLES[0], "arxiv:2001.00001", "doi:10.1000/0")
    index.add([preprint, published], file="a.jsonl")
    source = Local(index)
    one, none = Identifier("arxiv", "2001.00001"), Identifier("doi", "10.1000/none")
    found = source.fetch([one, none])
    assert found[none] is None
    assert source.parse(found[one] or {}) == published
    assert source.schemes == set(FORMS)


def test_the_source_searches_by_title_hints_and_identifiers(index: LocalIndex) -> None:
    index.add(RECORDS, file="a.jsonl")
    query = Query(TITLES[0], identifiers=(Identifier("doi", "10.1000/1"),), hints=("deep kernels sparse study",))
    source = Local(index)
    found = [source.parse(payload).id for payload in source.search(query)]
    assert found[:2] == ["r1", "r0"]
    assert "r2" in found
    assert len(found) == len(set(found))
    assert source.search(Query("")) == []


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
CREATORS = st.builds(Creator, family=TEXT, given=TEXT, particle=TEXT, suffix=TEXT, literal=TEXT)
WORKS = st.builds(
    Work,
    type=TEXT,
    title=TEXT,
    authors=st.lists(CREATORS, max_size=3).map(tuple),
    others=st.booleans(),
    date=TEXT,
    venue=TEXT,
    identifiers=st.lists(st.builds(Identifier, TEXT, TEXT), max_size=3).map(tuple),
    url=TEXT,
)
ALL_RECORDS = st.builds(
    Record,
    source=TEXT,
    id=TEXT,
    work=WORKS,
    grade=st.sampled_from("ABC"),
    kind=TEXT,
    origin=TEXT,
    day=TEXT,
    relations=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
)


@given(ALL_RECORDS)
def test_packing_loses_nothing(one: Record) -> None:
    assert packing.record(packing.unpack(packing.pack(one))) == one


@pytest.mark.parametrize("broken", [{}, {"work": 3}, {"work": {"nonsense": 1}}, {"work": {}, "nonsense": 1}])
def test_what_was_not_packed_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(BadPayload):
        packing.record(broken)


def spoilt(title: str, chance: random.Random) -> str:
    """Return a title of five or more words without one word and one letter."""
    words = title.split()
    words.pop(chance.randrange(len(words)))
    text = " ".join(words)
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1 :]


@pytest.mark.shared
@pytest.mark.slow
def test_the_bar_on_a_pool_of_records(shared: Path, tmp_path: Path) -> None:
    start = time.process_time()
    reader = Reader(venues.load(disk.data_text("venues.json")), lambda url: identify.url(url).identifiers)
    found = list(reader.jsonl(record_files.lines(shared / "records/pool.jsonl.gz")))
    with LocalIndex(tmp_path / "index.sqlite", write=True) as index:
        index.add([one for one in found if isinstance(one, Record)], file="pool")
        assert time.process_time() - start <= BUILD_SECONDS
        assert not [one for one in found if isinstance(one, Fault)]
        assert index.info().records == len(found) == 21_021

        chance = random.Random(1)
        long = [one for one in found if isinstance(one, Record) and len(one.work.title.split()) >= 5]
        sample = chance.sample(long, 1000)
        times, hits = [], 0
        for one in sample:
            title = spoilt(one.work.title, chance)
            begun = time.process_time()
            answers = index.by_title(title)
            times.append(1000 * (time.process_time() - begun))
            hits += one.id in ids(answers)
        assert hits >= 0.99 * len(sample)
        assert statistics.median(times) <= LOOKUP_MS / 2
        assert sorted(times)[int(0.95 * len(times))] <= LOOKUP_MS
