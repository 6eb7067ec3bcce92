"""Entries of .bib files as list items."""

import pytest

from bibkit.importers.bib import Bib
from bibkit.model.identifier import Identifier
from bibkit.model.venue import Venues

TEXT = r"""% a comment
@inproceedings{bee2016small,
  title = {A {S}mall {\"U}ber-Title},
  author = {Bee, Ann and van der Dee, Carl},
  booktitle = {CVPR},
  year = 2016,
  doi = {10.1109/CVPR.2016.90},
}

@misc{dee2020, author = {Carl Dee}, year = 2020}
@article{broken, title = {Never closed,
"""


@pytest.fixture(scope="module")
def bib(table: Venues) -> Bib:
    return Bib(table)


def test_an_entry_is_an_item(bib: Bib) -> None:
    found = bib.parse(TEXT, "refs.bib")[0]
    assert (found.file, found.line, found.end_line, found.key) == ("refs.bib", 2, 8, "bee2016small")
    assert (found.title, found.authors) == ("A Small Über-Title", ("Ann Bee", "Carl van der Dee"))
    assert (found.year, found.venue_raw, found.kind) == (2016, "CVPR", "paper")
    assert found.identifiers == (Identifier("doi", "10.1109/cvpr.2016.90"),)
    assert found.reason == "an entry of type 'inproceedings'"


def test_what_is_no_work_is_skipped_and_counted(bib: Bib) -> None:
    found = bib.parse(TEXT, "refs.bib")
    assert [(r.kind, r.reason) for r in found[1:2]] == [("skip", "an entry without a title")]
    assert len(found) == 3
    assert found[2].line == 11
    assert found[2].problems


def test_an_empty_file_has_no_items(bib: Bib) -> None:
    assert bib.parse("", "refs.bib") == []
