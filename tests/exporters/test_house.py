"""What is printed of a work, by venue and year."""

from dataclasses import replace

import pytest

from bibkit.exporters import house
from bibkit.model.identifier import Identifier
from bibkit.model.venue import Edition
from bibkit.model.work import Work
from tests.exporters.samples import ACL, VENUES, WORKS, Table, ids, options, venue


def printed(work: Work) -> Work:
    return house.printed(work, VENUES, options()).work


def changes(key: str) -> dict[str, object]:
    """Return the attributes of a sample work that printing changes."""
    before, after = WORKS[key], printed(WORKS[key])
    return {name: getattr(after, name) for name in Work.__slots__ if getattr(after, name) != getattr(before, name)}


HOUSE: list[object] = [
    pytest.param("vaswani2017attention", {
        "container": "Advances in Neural Information Processing Systems", "volume": "30",
        "publisher": "Curran Associates, Inc.", "url": "",
    }, id="NeurIPS has a volume and a publisher, and no link that repeats the arXiv number"),
    pytest.param("tan2019efficientnet", {
        "container": "Proceedings of the International Conference on Machine Learning",
        "series": "Proceedings of Machine Learning Research", "volume": "97", "publisher": "PMLR",
        "url": "https://proceedings.mlr.press/v97/tan19a.html",
    }, id="ICML has series, volume and publisher"),
    pytest.param("kingma2015adam", {
        "container": "International Conference on Learning Representations", "publisher": "",
        "url": "https://openreview.net/forum?id=8gmWwj",
    }, id="ICLR has book title and link alone"),
    pytest.param("müller2019acl", {"publisher": ACL}, id="ACL keeps the volume's own title, DOI and link"),
    pytest.param("he2016deep", {
        "container": "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition",
        "publisher": "IEEE", "date": "2016-06", "url": "",
    }, id="CVPR has a month, and no link that repeats the DOI"),
    pytest.param("blei2003latent", {"container": "Journal of Machine Learning Research"}, id="a journal has its name"),
    pytest.param("doe2020workshop", {"container": "ICML 2020 Workshop on Something Small"},
                 id="a workshop has its own name, without place and dates"),
    pytest.param("openai2023gpt4", {"container": "", "volume": "", "identifiers": ids(arxiv="2303.08774")},
                 id="an arXiv preprint has its number alone"),
    pytest.param("roe2021bio", {"howpublished": "bioRxiv"}, id="another preprint says where it is"),
    pytest.param("goodfellow2016deep", {}, id="a book stays"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "expected"), HOUSE)
def test_house_practice(key: str, expected: dict[str, object]) -> None:
    assert changes(key) == expected


def test_a_place_is_printed_where_the_venue_prints_it() -> None:
    assert house.printed(WORKS["müller2019acl"], VENUES, options()).place == "Florence, Italy"
    assert house.printed(WORKS["vaswani2017attention"], VENUES, options()).place == ""


PLACES = [
    ("MM , Amsterdam, The Netherlands", "Amsterdam, The Netherlands"),
    ("ASONAM '13, Niagara, ON, Canada", "Niagara, ON, Canada"),
    ("August , Pittsburgh, PA, USA", "Pittsburgh, PA, USA"),
    ("Gold Coast , QLD, Australia", "Gold Coast, QLD, Australia"),
    ("Virtual Event, Austria", ""),
    ("Online", ""),
]


@pytest.mark.parametrize(("location", "expected"), PLACES)
def test_places(location: str, expected: str) -> None:
    table = Table(venue("x", "Proceedings of X", editions=(Edition(2020, location=location),)))
    work = Work("inproceedings", "T", date="2020", venue="x")
    assert house.printed(work, table, options()).place == expected


def test_an_edition_never_overwrites_a_record() -> None:
    work = replace(WORKS["tan2019efficientnet"], series="Own Series", volume="97", publisher="Own", date="2019-06")
    after = printed(work)
    assert (after.series, after.volume, after.publisher, after.date) == ("Own Series", "97", "Own", "2019-06")


def test_proceedings_printed_in_the_next_year_take_the_edition_of_their_volume() -> None:
    editions = (
        Edition(2022, volume="205", series="PMLR", location="Auckland"),
        Edition(2023, volume="229", series="W"),
    )
    table = Table(venue("corl", "Proceedings of CoRL", editions=editions))
    work = Work("inproceedings", "T", date="2023", venue="corl", volume="205")
    found = house.printed(work, table, options())
    assert (found.work.series, found.place) == ("PMLR", "Auckland")
    assert house.printed(replace(work, volume="7"), table, options()).work.series == ""


PUBLISHERS = [
    pytest.param(1990, "", id="before the first that is known, where that was another"),
    pytest.param(2003, "MIT Press", id="since the one before"),
    pytest.param(2012, "Curran", id="since the last"),
]


@pytest.mark.parametrize(("year", "expected"), PUBLISHERS)
def test_publishers_change(year: int, expected: str) -> None:
    editions = (Edition(2001, publisher="MIT Press"), Edition(2007, publisher="Curran"))
    table = Table(venue("n", "N", publisher="Curran", editions=editions))
    work = Work("inproceedings", "T", date=str(year), venue="n")
    assert house.printed(work, table, options()).work.publisher == expected


TITLES = [
    pytest.param("Findings of the Association for Computational Linguistics: EMNLP 2020", None, id="an own title"),
    pytest.param("Proceedings of the 2019 Conference of the Annual Meeting", None, id="another event"),
    pytest.param("Proceedings of the 57th Annual Meeting", "", id="a title that a registrar cut short"),
    pytest.param("Proceedings of the 57th Conference of the ACL, ACL 2019, Florence, Italy, July 28, 2019, Volume 1: "
                 "Long Papers", " (Volume 1: Long Papers)", id="a catalogue's title with its volume"),
    pytest.param("", "", id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "added"), TITLES)
def test_titles_of_the_anthology(own: str, added: str | None) -> None:
    work = replace(WORKS["müller2019acl"], container=own)
    name = "Proceedings of the Annual Meeting of the Association for Computational Linguistics"
    assert printed(work).container == (own if added is None else name + added)


REPEATS = [
    ("https://doi.org/10.1/A", "10.1/a", "", True),
    ("http://dx.doi.org/10.1/a", "10.1/a", "", True),
    ("https://doi.org/10.48550/arXiv.1706.03762", "", "1706.03762", True),
    ("http://arxiv.org/pdf/1706.03762v2.pdf", "", "1706.03762", True),
    ("https://arxiv.org/abs/cs/0112017", "", "cs/0112017", True),
    ("https://arxiv.org/abs/1706.03763", "", "1706.03762", False),
    ("https://doi.org/10.1/b", "10.1/a", "", False),
    ("https://dl.acm.org/doi/pdf/10.1/A", "10.1/a", "", True),
    ("https://link.springer.com/content/pdf/10.1%2Fa.pdf", "10.1/a", "", True),
    ("https://x.org/10.1/a/appendix", "10.1/a", "", False),
    ("", "", "", False),
]


@pytest.mark.parametrize(("url", "doi", "arxiv", "expected"), REPEATS)
def test_links_that_repeat_an_identifier(url: str, doi: str, arxiv: str, expected: bool) -> None:
    assert house.repeats(url, doi, arxiv) is expected


def test_preprints_have_a_link_on_request() -> None:
    work = WORKS["openai2023gpt4"]
    assert printed(work).url == ""
    assert house.printed(work, VENUES, options(preprint_url=True)).work.url == "https://arxiv.org/abs/2303.08774"


def test_a_catalogue_of_records_is_no_place_to_read() -> None:
    work = Work("misc", "T", identifiers=ids(dblp="journals/corr/X", openalex="W1", openreview="abc"))
    asked: list[str] = []

    def link(identifier: Identifier) -> str:
        asked.append(identifier.scheme)
        return ""

    assert printed(work).url == "https://openreview.net/forum?id=abc"
    house.printed(work, VENUES, replace(options(), link=link))
    assert asked == ["openreview"]
