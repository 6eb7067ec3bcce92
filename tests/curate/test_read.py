"""What follows offline from what a list writes, and the JSON of an item."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibkit import disk
from bibkit.curate import read
from bibkit.formats import venues
from bibkit.importers.markdown import Markdown
from bibkit.importers.plain import Plain
from bibkit.model.identifier import Identifier
from bibkit.model.reference import Link, Reference
from bibkit.model.venue import Venues

KEYS = (
    *("file", "line", "end_line", "kind", "section", "title", "year", "month", "venue_raw", "venue", "flags", "url"),
    *("url_clean", "identifiers", "derived", "links", "note", "problems", "work"),
)
ITEMS, PAPERS = 1463, 1356  #: of the four real lists
SHARE = 0.005  #: of the papers that may be missed or too many


@pytest.fixture(scope="module")
def table() -> Venues:
    return venues.load(disk.data_text("venues.json"))


def item(table: Venues, text: str) -> Reference:
    (found,) = Markdown(table).parse(f"- {text}", "list.md")
    return read.complete(found, table)


@pytest.mark.parametrize(
    ("text", "venue", "flags"),
    [
        pytest.param("2019-ICLR-[A Small Title](u)", "iclr", (), id="plain"),
        pytest.param("2018-NIPSw-[A Small Title](u)", "neurips-w", ("workshop",), id="w for workshop"),
        pytest.param("2018-NIPSs-[A Small Title](u)", "neurips", ("spotlight",), id="s for spotlight"),
        pytest.param("2019-AAAIo-[A Small Title](u)", "aaai", ("oral",), id="o for oral"),
        pytest.param("2016-ICLRb-[A Small Title](u)", "iclr", ("best-paper",), id="b for best paper"),
        pytest.param("2017-NNs-[A Small Title](u)", "nn", (), id="a plural is no honour"),
        pytest.param("A Small Title, <ins>KDDW, 2021</ins> [[Paper](u)]", "kdd-w", ("workshop",), id="W says workshop"),
        pytest.param(
            "A Small Title, <ins>ACL SRW, 2023</ins> [[Paper](u)]", "acl-srw", ("workshop",), id="so does SRW"
        ),
        pytest.param("A Small Title, <ins>NeurIPS-ENLSP, 2021</ins> [[Paper](u)]", "enlsp", (), id="a name does not"),
        pytest.param("2020-WWW-[A Small Title](u)", "www", (), id="a conference that ends in W"),
        pytest.param("A Small Title. *[arXiv'20]* [[Paper]](u)", "arxiv", (), id="a preprint server"),
        pytest.param("2016-ICLR-[A Small Title](u) [Best paper!]", "iclr", ("best-paper",), id="a remark"),
        pytest.param("2016.07-XYZ-[A Small Title](u)", "", (), id="not in the table"),
    ],
)
def test_venue_and_flags(table: Venues, text: str, venue: str, flags: tuple[str, ...]) -> None:
    found = item(table, text)
    assert (found.venue, found.flags) == (venue, flags)


@pytest.mark.parametrize(
    ("text", "identifiers", "derived"),
    [
        pytest.param(
            "[A Title](https://arxiv.org/pdf/1512.03385v1.pdf)",
            {"arxiv": "1512.03385"},
            {"doi": "10.48550/arxiv.1512.03385"},
            id="of the main link",
        ),
        pytest.param(
            "[A Title](http://x.org/a.pdf), doi:10.1109/CVPR.2016.90",
            {"doi": "10.1109/cvpr.2016.90"},
            {},
            id="of the item's words",
        ),
        pytest.param(
            "A Title, arXiv:1512.03385",
            {"arxiv": "1512.03385"},
            {"doi": "10.48550/arxiv.1512.03385"},
            id="of its words alone",
        ),
        pytest.param(
            "[A Title](http://x.org/a.pdf) [[Code](https://arxiv.org/abs/1512.03385)]",
            {},
            {},
            id="other links don't count",
        ),
        pytest.param("[A Title](https://arxiv.org/abs/1809.1085)", {}, {}, id="a malformed one is none"),
    ],
)
def test_identifiers(table: Venues, text: str, identifiers: dict[str, str], derived: dict[str, str]) -> None:
    found = item(table, text)
    assert {i.scheme: i.value for i in found.identifiers} == identifiers
    assert {i.scheme: i.value for i in found.derived} == derived


def test_links_get_their_own_identifiers_and_clean_addresses(table: Venues) -> None:
    found = item(table, "[A Title](https://arxiv.org/abs/1512.03385?utm_source=x) [[Code](https://github.com/A/B.)]")
    assert found.url_clean == "https://arxiv.org/abs/1512.03385"
    assert found.links == (
        Link("Code", "code", "https://github.com/A/B.", "https://github.com/A/B", (Identifier("github", "a/b"),)),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("2016-XYZ-[A Small Title](u)", "the venue 'XYZ' is not in the venue table", id="unknown venue"),
        pytest.param(
            "2021-NeruIPS-[A Title](u)", "the venue 'NeruIPS' is a misspelling of 'NeurIPS'", id="misspelling"
        ),
        pytest.param("[A Small Title](https://arxiv.org/abs/1809.1085)", "1809.1085", id="malformed identifier"),
        pytest.param("[A Title](u) [[Code](https://dl.acm.org/doi/10.5555/1.2)]", "10.5555/1.2", id="of another link"),
        pytest.param("A Title. *[ICML'2]* [[Paper]](u)", "the label's year '2 is broken", id="broken year"),
    ],
)
def test_problems_are_sentences_that_name_the_thing(table: Venues, text: str, problem: str) -> None:
    assert any(problem in told for told in item(table, text).problems)


def test_what_is_skipped_keeps_its_place_and_nothing_else(table: Venues) -> None:
    found = item(table, "[Surveys](#surveys)")
    assert found == Reference("list.md", 1, 1, text="[Surveys](#surveys)", kind="skip", reason="table of contents")


def test_a_resource_without_a_main_link_takes_its_first(table: Venues) -> None:
    text = "# L\n\n## Workshops\n\n- A Series (of Learning): [1st-2018-NIPSw](http://a.org/1), [2nd-2019-ICMLw](http://a.org/2)\n"
    (raw,) = Markdown(table).parse(text, "list.md")
    found = read.complete(raw, table)
    assert (found.kind, found.title, found.url) == ("resource", "A Series (of Learning)", "http://a.org/1")
    assert [k.url for k in found.links] == ["http://a.org/2"]


def test_an_identifier_alone_is_a_paper(table: Venues) -> None:
    (raw,) = Plain(table).parse("10.1109/CVPR.2016.90\n", "ids.txt")
    found = read.complete(raw, table)
    assert (found.kind, found.identifiers) == ("paper", (Identifier("doi", "10.1109/cvpr.2016.90"),))


def test_completing_twice_changes_nothing(table: Venues) -> None:
    for text in (
        "2018-NIPSw-[A Small Title](https://arxiv.org/abs/1512.03385) [[Code](http://x.org)]",
        "[NNPACK](https://github.com/a/b)",
    ):
        once = item(table, text)
        assert read.complete(once, table) == once


def test_the_keys_of_the_json_in_their_order(table: Venues) -> None:
    found = read.to_json(
        item(table, "2016-ICLR-[A Title](https://arxiv.org/abs/1512.03385) [Best paper!] [[Code](http://x.org/a)]"),
        "w1",
    )
    assert tuple(found) == KEYS
    assert found["flags"] == ["best paper"]
    assert found["identifiers"] == {"arxiv": "1512.03385"}
    assert found["links"] == [
        {"label": "Code", "role": "code", "url": "http://x.org/a", "url_clean": "http://x.org/a", "identifiers": {}}
    ]
    assert found["work"] == "w1"


def test_what_the_list_does_not_say_is_null(table: Venues) -> None:
    found = read.to_json(item(table, "[Surveys](#surveys)"), "")
    assert {name for name in KEYS if found[name] is None} == {
        *("title", "year", "month", "venue_raw", "venue", "url", "url_clean", "work")
    }
    assert (found["section"], found["flags"], found["links"], found["note"]) == ([], [], [], "")


@given(st.text(max_size=120), st.text(max_size=40), st.text(max_size=20))
@settings(deadline=None)
def test_every_item_is_one_of_three_and_has_a_reason(table: Venues, text: str, url: str, heading: str) -> None:
    found = Markdown(table).parse(f"## {heading}\n\n- {text} [x]({url})\n- {text}\n", "list.md")
    kinds = Counter[str]()
    for raw in found:
        reference = read.complete(raw, table)
        assert reference.reason
        kinds[reference.kind] += 1
        json.dumps(read.to_json(reference, ""))
    assert sum(kinds[kind] for kind in ("paper", "resource", "skip")) == len(found)


@pytest.mark.shared
def test_papers_of_real_lists(table: Venues, shared: Path) -> None:
    importer = Markdown(table)
    kinds = Counter[str]()
    links = identified = 0
    for path in sorted((shared / "seeds").glob("*.md")):
        for raw in importer.parse(path.read_text(encoding="utf-8"), path.name):
            found = read.complete(raw, table)
            kinds[found.kind] += 1
            if found.kind == "paper" and found.url:
                links += 1
                identified += bool(found.identifiers)
            assert found.title or found.kind == "skip"
            assert not (
                found.kind == "paper" and found.venue_raw and not found.venue and found.venue_raw in ("CVPR", "NIPS")
            )
    assert sum(kinds.values()) == ITEMS
    assert abs(kinds["paper"] - PAPERS) <= SHARE * PAPERS
    assert identified / links > 0.9
