"""What a list says of an entry that is not resolved."""

from dataclasses import replace

import pytest

from bibkit.exporters import listed
from bibkit.model.catalog import Entry, ListedLink, Listing
from bibkit.model.work import Work
from tests.exporters.samples import VENUES, ids, people

ENTRY = Entry("k", Work(title="T", date="2021", venue="icml", url="https://x.org"), "unresolved")


def test_venue_remarks_flags_and_links_are_said() -> None:
    listings = (
        Listing("k", url="https://x.org", flags=("best-paper", "oral"), note="see [code](https://c.org/a_b) `now`",
                links=(ListedLink("code", "https://c.org"), ListedLink("version", "https://v.org", "v2"))),
        Listing("k", url="https://other.org", note="again", links=(ListedLink("code", "https://c.org"),)),
    )  # fmt: skip
    work = listed.work(ENTRY, listings, VENUES)
    assert (work.type, work.venue, work.date, work.url) == ("misc", "", "2021", "https://x.org")
    assert work.howpublished == "Proceedings of the International Conference on Machine Learning"
    assert work.note == (
        "see code: https://c.org/a_b now; best paper, oral; code: https://c.org; v2: https://v.org; again; "
        "https://other.org"
    )


def test_a_link_is_said_once_and_only_if_no_identifier_says_it() -> None:
    entry = replace(ENTRY, work=replace(ENTRY.work, identifiers=ids(arxiv="1706.03762", doi="10.1/a")))
    links = ("https://arxiv.org/pdf/1706.03762v2", "https://doi.org/10.1/A", "http://www.X.org/", "https://y.org/Z")
    said = tuple(ListedLink("version", url, "The long version") for url in links)
    listing = Listing("k", links=said, note="The long version")
    assert listed.work(entry, (listing, listing), VENUES).note == "The long version; https://y.org/Z"


WHERE = [
    pytest.param(Work(container="HPC'21"), "HPC'21", id="a venue as written"),
    pytest.param(Work(venue="unknown-id"), "unknown-id", id="an id that the table does not have"),
    pytest.param(Work(venue="arxiv", identifiers=ids(arxiv="1706.03762")), "", id="arXiv, where eprint says it"),
    pytest.param(Work(venue="arxiv"), "arXiv", id="arXiv without a number"),
]


@pytest.mark.parametrize(("work", "expected"), WHERE)
def test_where_it_appeared(work: Work, expected: str) -> None:
    assert listed.work(Entry("k", work), (), VENUES).howpublished == expected


def test_the_first_listing_gives_the_link_that_the_entry_lacks() -> None:
    assert listed.work(Entry("k", Work(title="T")), (Listing("k", url="https://x.org"),), VENUES).url == "https://x.org"


FULL = Work("article", "T", people(("Doe", "Jane")), date="2020", container="J")
WAITS = [
    pytest.param(Entry("k", FULL, "new"), False, id="a full record from a bibliography has all it needs"),
    pytest.param(Entry("k", Work(title="T"), "new"), True, id="a list's entry waits"),
    pytest.param(Entry("k", Work(title="T"), "resolved"), False, id="a resolved one does not"),
]


@pytest.mark.parametrize(("entry", "expected"), WAITS)
def test_who_waits(entry: Entry, expected: bool) -> None:
    assert listed.is_waiting(entry) is expected


PLAIN = [
    ("[code](https://x.org/a_(b)) and **bold**", "code: https://x.org/a_(b) and bold"),
    ("![](https://x.org/i.png)", "https://x.org/i.png"),
    ("[x]()", "x"),
    ("a_b * c", "a_b * c"),
    ("[broken](https://x.org", "[broken](https://x.org"),
]


@pytest.mark.parametrize(("markdown", "expected"), PLAIN)
def test_markdown_goes(markdown: str, expected: str) -> None:
    assert listed.plain(markdown) == expected
