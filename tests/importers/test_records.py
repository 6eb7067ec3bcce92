"""Files of records -> Records: rows as DBLP, Crossref, OpenAlex, scraped tables and lists give them, and .bib."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bibkit import disk
from bibkit.formats import venues
from bibkit.importers.records import Fault, Reader
from bibkit.model.identifier import Identifier, parse
from bibkit.model.record import Record
from bibkit.resolve import identify
from tests.sources.shapes import Table


def by_address(url: str) -> tuple[Identifier, ...]:
    """Return what an address names, for the few addresses of these tests."""
    last = url.rstrip("/").rpartition("/")[2]
    found = parse(f"acl:{last}") if "aclanthology" in url else parse(f"arxiv:{last}") if "arxiv" in url else None
    return (found,) if found else ()


READER = Reader(Table(), by_address)


def row(**more: Any) -> dict[str, Any]:
    return {
        "id": "r1",
        "source": "dblp via somewhere",
        "grade": "A",
        "kind": "published",
        "type": "inproceedings",
        "title": "A Title of Something",
        "authors": [{"family": "Author", "given": "Ann"}, {"family": "Writer", "given": "Bea"}],
        "year": 2020,
        "booktitle": "Advances in Neural Information Processing Systems",
        **more,
    }


def read(**more: Any) -> Record:
    return READER.row(row(**more))


def test_a_plain_row() -> None:
    record = read(
        doi="10.1000/A", month="dec", pages="1--9", volume="33", publisher="Press", raw="@x{}", url="https://x.org"
    )
    assert (record.source, record.id, record.origin, record.grade, record.kind) == (
        "local",
        "r1",
        "dblp via somewhere",
        "A",
        "published",
    )
    work = record.work
    assert (work.type, work.title, work.date, work.venue) == (
        "inproceedings",
        "A Title of Something",
        "2020-12",
        "neurips",
    )
    assert (work.pages, work.volume, work.publisher, work.url) == ("1-9", "33", "Press", "https://x.org")
    assert work.identifiers == (Identifier("doi", "10.1000/a"),)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param("Pandora&apos;s &amp;amp; Box.", "Pandora's & Box", id="entities and a full stop"),
        pytest.param("On <i>k</i>-NN<sup>2</sup>", "On k-NN2", id="tags"),
        pytest.param("Bayesian {ANOVA} and $\\ell_1$", "Bayesian ANOVA and ℓ1", id="LaTeX"),
        pytest.param("Re-training for Synthesis\\n Tasks", "Re-training for Synthesis Tasks", id="an escaped line end"),
        pytest.param(
            "\\textquotedblleftNo, They Did Not\\textquotedblright: X", "“No, They Did Not”: X", id="glued macros"
        ),
        pytest.param("What is the U.S.", "What is the U.S.", id="a dot of an abbreviation"),
        pytest.param("And then ...", "And then ...", id="an ellipsis"),
    ],
)
def test_titles(given: str, meant: str) -> None:
    assert read(title=given).work.title == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param([{"family": "Zhang 0003", "given": "Jiani"}], ["Zhang, Jiani"], id="number of a namesake"),
        pytest.param([{"family": "Zhang", "given": "Jiani", "dblp_homonym": "0003"}], ["Zhang, Jiani"], id="set apart"),
        pytest.param(["Jiani Zhang 0003", "Jan van Dam"], ["Zhang, Jiani", "van Dam, Jan"], id="texts"),
        pytest.param([{"name": "OECD"}], ["{OECD}"], id="an organisation"),
        pytest.param(
            [{"family": "A", "given": "Ann"}, {"family": "B", "given": "Bob"}] * 2, ["A, Ann", "B, Bob"], id="all twice"
        ),
        pytest.param(
            [{"family": "Ant", "given": "Ann"}, {"family": "Bee", "given": "Bob"}, {"family": "Bob", "given": "Bee"},
             {"family": "Ann", "given": "Ant"}],
            ["Ant, Ann", "Bee, Bob"],
            id="all twice, the second time swapped",
        ),
        pytest.param([{"family": "Guo", "given": "Jinyang"}] * 3, ["Guo, Jinyang"], id="one name three times in a row"),
        pytest.param([{"family": "Ren", "given": "Z."}] * 2 + [{"family": "X", "given": "Y"}],
                     ["Ren, Z.", "Ren, Z.", "X, Y"], id="initials may be two people"),
        pytest.param([], [], id="nobody"),
        pytest.param(None, [], id="not given"),
    ],
)  # fmt: skip
def test_authors(given: Any, meant: list[str]) -> None:
    assert [str(author) for author in read(authors=given).work.authors] == meant


@pytest.mark.parametrize(
    "authors",
    [
        [{"family": "Author", "given": "Ann"}, {"family": "others", "given": ""}],
        [{"family": "Author", "given": "Ann et al."}],
        ["Ann Author", "et al."],
    ],
)
def test_a_list_of_authors_that_says_it_is_cut(authors: Any) -> None:
    work = read(authors=authors).work
    assert (work.others, [str(author) for author in work.authors]) == (True, ["Author, Ann"])
    assert read(authors_truncated=True).work.others


KINDS = [
    pytest.param({}, ("published", "A", "inproceedings"), id="published"),
    pytest.param({"grade": "A-"}, ("published", "B", "inproceedings"), id="a scraped table is no publisher's word"),
    pytest.param(
        {"kind": "preprint", "booktitle": "", "arxiv": "2001.00001"}, ("preprint", "B", "misc"), id="preprint"
    ),
    pytest.param({"kind": "aggregator", "grade": "B"}, ("aggregator", "C", "inproceedings"), id="aggregator"),
    pytest.param({"kind": "curated-list", "grade": "C", "type": "misc"}, ("list", "C", "misc"), id="list"),
    pytest.param({"kind": "rejected-submission", "type": "misc"}, ("rejected", "B", "misc"), id="rejected"),
    pytest.param({"status": "Withdraw", "type": "misc"}, ("rejected", "B", "misc"), id="withdrawn"),
    pytest.param({"status": "Workshop", "type": "misc", "booktitle": ""}, ("workshop", "A", "misc"), id="by status"),
    pytest.param({"booktitle": "Third Workshop on X"}, ("workshop", "A", "inproceedings"), id="by its book"),
    pytest.param(
        {"type": "Informal and Other Publications", "booktitle": None, "journal": "CoRR", "volume": "abs/2001.00001"},
        ("preprint", "B", "misc"),
        id="CoRR",
    ),
    pytest.param(
        {"type": "misc", "booktitle": None, "doi": "10.48550/arXiv.2001.00001v2"},
        ("preprint", "B", "misc"),
        id="arXiv's DOI",
    ),
    pytest.param({"type": "peer-review", "booktitle": None}, ("other", "A", "misc"), id="a review of the paper"),
    pytest.param(
        {"type": "Journal Articles", "booktitle": None, "journal": "J. X"}, ("published", "A", "article"), id="DBLP"
    ),
    pytest.param({"type": None, "booktitle": "ICLR Workshop"}, ("workshop", "A", "inproceedings"), id="no type"),
    pytest.param(
        {"type": "Books and Theses", "booktitle": None, "key": "DBLP:phd/hal/X"},
        ("published", "A", "phdthesis"),
        id="thesis",
    ),
]


@pytest.mark.parametrize(("given", "meant"), KINDS)
def test_kind_grade_and_type(given: dict[str, Any], meant: tuple[str, str, str]) -> None:
    record = read(**given)
    assert (record.kind, record.grade, record.work.type) == meant


def test_a_preprint_has_the_arxiv_id_and_no_volume() -> None:
    work = read(kind="preprint", booktitle=None, journal="CoRR", volume="abs/2402.17944", type="article").work
    assert work.identifiers == (Identifier("arxiv", "2402.17944"),)
    assert (work.volume, work.venue) == ("", "arxiv")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param({"doi": "10.48550/ARXIV.2402.17944v1"}, ["arxiv:2402.17944"], id="arXiv's own DOI"),
        pytest.param({"journal": "arXiv preprint arXiv:2306.09782"}, ["arxiv:2306.09782"], id="in the journal"),
        pytest.param({"key": "DBLP:conf/nips/X"}, ["dblp:conf/nips/X"], id="DBLP's key"),
        pytest.param({"url": "https://aclanthology.org/W11-1602"}, ["acl:W11-1602"], id="in the address"),
        pytest.param(
            {"arxiv": "2001.00001", "url": "https://arxiv.org/abs/2002.00002"},
            ["arxiv:2001.00001"],
            id="what is named counts more than the address",
        ),
        pytest.param({"doi": "10.5555/placeholder", "arxiv": "1809.1085"}, [], id="none that is malformed"),
    ],
)
def test_identifiers(given: dict[str, Any], meant: list[str]) -> None:
    assert [str(one) for one in read(**given).work.identifiers] == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param({"volume": "44 1", "journal": "J"}, {"volume": "44", "number": "1"}, id="volume and issue glued"),
        pytest.param({"pages": "633 - 638"}, {"pages": "633-638"}, id="blanks in the pages"),
        pytest.param({"pages": "140:1--140:67"}, {"pages": "140:1-140:67"}, id="pages of an article"),
        pytest.param({"pages": "eadt4147"}, {"pages": "eadt4147"}, id="an article number"),
        pytest.param({"month": "aug 23{--}aug 27"}, {"date": "2020-08"}, id="days in the month"),
        pytest.param({"month": "09--15 Jun"}, {"date": "2020-06"}, id="days before the month"),
        pytest.param({"year": None}, {"date": ""}, id="no year"),
        pytest.param({"year": "n.d."}, {"date": ""}, id="no number"),
        pytest.param({"url": "https://doi.org/10.1/x"}, {"url": ""}, id="an address that the DOI says better"),
        pytest.param(
            {"type": "article", "journal": "Journal of Things", "booktitle": "Things"},
            {"container": "Journal of Things", "venue": "jot"},
            id="journal of an article",
        ),
        pytest.param(
            {"booktitle": None, "venue_text": "CoRR"}, {"container": "CoRR", "venue": "arxiv"}, id="a list's word"
        ),
    ],
)
def test_fields(given: dict[str, Any], meant: dict[str, str]) -> None:
    work = read(**given).work
    assert {name: getattr(work, name) for name in meant} == meant


def test_bad_lines_are_named_and_the_others_go_on() -> None:
    lines: list[str | bytes] = [
        json.dumps(row(id="a")),
        "",
        '{"half": ',
        "[1]",
        json.dumps({"id": "x"}),
        json.dumps(row(title="")),
        b"\xff\xfe{}",
        json.dumps(row(authors=3)),
        json.dumps(row(id="b")).encode(),
        "[" * 100_000,
    ]
    found = list(READER.jsonl(lines))
    assert [one.id for one in found if isinstance(one, Record)] == ["a", "b"]
    faults = {one.line: one.reason for one in found if isinstance(one, Fault)}
    assert set(faults) == {3, 4, 5, 6, 7, 8, 10}
    assert faults[4] == "is no JSON object"
    assert faults[5] == "has no title"
    assert faults[7] == "is not UTF-8"


BIB = """@string{nips = {Advances in Neural Information Processing Systems}}
@inproceedings{author-2020-title,
  title = "A {T}itle of Something",
  author = "Author, Ann and Zhang 0003, Jiani",
  booktitle = nips, year = "2020", month = dec,
  url = "https://aclanthology.org/2020.acl-main.1", pages = "1--9"}
@inproceedings{DBLP:conf/nips/X, title = {Another}, author = {A. B}, booktitle = nips, year = 2019}
@misc{mine, title = {Only on a Server}, author = {A. B}, eprint = {2001.00001}, archiveprefix = {arXiv}, year = 2020}
@article{own, title = {Written by Hand}, author = {A. B}, journal = {J}, year = 2020}
@article{empty, author = {A. B}}
@article{broken, title = {
"""


def test_bib_entries() -> None:
    found = {one.id: one for one in READER.bib(BIB, "refs.bib") if isinstance(one, Record)}
    first = found["author-2020-title"]
    assert (first.grade, first.kind, first.origin) == ("A", "published", "refs.bib")
    assert (first.work.title, first.work.date, first.work.venue) == ("A Title of Something", "2020-12", "neurips")
    assert [str(author) for author in first.work.authors] == ["Author, Ann", "Zhang, Jiani"]
    assert first.work.identifiers == (Identifier("acl", "2020.acl-main.1"),)
    assert found["DBLP:conf/nips/X"].grade == "A"
    assert (found["mine"].kind, found["mine"].grade) == ("preprint", "B")
    assert (found["own"].kind, found["own"].grade) == ("published", "B")
    faults = [one for one in READER.bib(BIB, "refs.bib") if isinstance(one, Fault)]
    assert any("empty" in one.reason for one in faults)
    assert len(faults) == 2


@pytest.mark.shared
def test_the_pool_is_read_whole(shared: Path) -> None:
    table = venues.load(disk.data_text("venues.json"))
    reader = Reader(table, lambda url: identify.url(url).identifiers)
    with gzip.open(shared / "records/pool.jsonl.gz", "rb") as file:
        found = list(reader.jsonl(file))
    records = [one for one in found if isinstance(one, Record)]
    assert len(records) == len(found) == 21_021
    assert sum(bool(one.work.identifiers) for one in records) > 0.9 * len(records)
    assert sum(bool(one.work.venue) for one in records) > 0.8 * len(records)
    assert not [one for one in records if one.kind == "preprint" and one.work.volume.startswith("abs")]
    assert not [author for one in records for author in one.work.authors if author.family.endswith(" 0001")]
    assert not [one for one in records if "&amp;" in one.work.title or "<i>" in one.work.title]
