"""What follows from where a work appeared."""

import pytest

from bibkit.formats.published import Published, entry_type, record_kind
from tests.sources.shapes import Table


@pytest.mark.parametrize(
    ("container", "series", "type_", "meant"),
    [
        pytest.param("Journal of Things", "", "inproceedings", ("jot", "article", "published"), id="a journal"),
        pytest.param(
            "Proceedings of the AAAI Conference on Artificial Intelligence",
            "",
            "article",
            ("aaai", "inproceedings", "published"),
            id="an article of a conference",
        ),
        pytest.param("ICLR Workshop", "", "misc", ("iclr-w", "misc", "workshop"), id="a workshop"),
        pytest.param("arXiv", "", "article", ("arxiv", "misc", "preprint"), id="a preprint server"),
        pytest.param("Some Book", "", "incollection", ("", "incollection", "published"), id="a book"),
        pytest.param("Some Book", "Lecture Notes in Computer Science", "incollection",
                     ("", "inproceedings", "published"), id="a series of proceedings"),
        pytest.param("Advances in Cryptology – CRYPTO 2019", "", "incollection", ("", "inproceedings", "published"),
                     id="an acronym with a year"),
        pytest.param("Proceedings of the 3rd Workshop on X", "", "inproceedings", ("", "inproceedings", "workshop"),
                     id="an unknown workshop"),
        pytest.param("", "", "book", ("", "book", "published"), id="nowhere"),
    ],
)  # fmt: skip
def test_place(container: str, series: str, type_: str, meant: tuple[str, str, str]) -> None:
    place = Published.of(container, "2019-05", series, Table())
    assert (place.venue, entry_type(type_, place), record_kind("", place)) == meant


def test_a_kind_that_is_known_stays() -> None:
    assert record_kind("rejected", Published.of("arXiv", "", "", Table())) == "rejected"


def test_without_a_table_nothing_is_found() -> None:
    assert Published.of("arXiv", "2020", "", None).venue == ""
