"""The venue table: every row of the shipped one, and what is wrong with others."""

import time
from collections import Counter

import pytest

from bibkit import disk
from bibkit.errors import DataError
from bibkit.formats import venues
from bibkit.model.venue import Venue, Venues
from bibkit.text.venue_text import fold

TYPES = {"conference", "journal", "workshop", "track", "preprint", "repository", "series"}
CONTAINERS = {"journal", "booktitle", "series", "eprint", "url"}

#: Years that can't be an edition's: before any conference of the field, and far ahead.
FIRST_YEAR, LAST_YEAR = 1950, 2035

#: Seconds that loading and the first look-up may take; about 0.01 were measured.
LOADING = 0.3

TABLE = """
version: 1
venues:
  - id: abc
    acronym: ABC
    type: conference
    area: ml
    names: [{name: Proceedings of the Conference on Abstract Concepts, from: 1990, until: null}]
    acronyms: [{acronym: ABC, from: 1990, until: null}]
    aliases: []
    misspellings: []
    iso4: null
    container: booktitle
    entry_type: inproceedings
    held: {years: odd, from: 2001, until: 2011}
    ordinal: {offset: 1989, since: 1990}
    editions:
      2001: {number: 12, location: 'Bern, Switzerland', source: general}
  - id: xyz
    acronym: null
    type: journal
    area: ml
    names: [{name: Annals of Xylophony, from: 1900, until: null}]
    aliases: [%s]
    misspellings: []
    iso4: null
    container: journal
    entry_type: article
"""


@pytest.fixture(scope="module")
def table() -> Venues:
    return venues.load(disk.data_text("venues.json"))


@pytest.fixture(scope="module")
def rows(table: Venues) -> list[Venue]:
    return list(table.all())


def test_the_json_form_is_the_yaml_compiled() -> None:
    compiled = venues.compile_yaml(disk.data_text("venues.yaml"))
    assert compiled == disk.data_text("venues.json"), "run python -m bibkit.formats.venues < venues.yaml > venues.json"


def test_ids_are_unique(rows: list[Venue]) -> None:
    assert [id_ for id_, number in Counter(row.id for row in rows).items() if number > 1] == []


def test_no_two_venues_share_a_folded_spelling(rows: list[Venue]) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows:
        texts = [period.text for period in (*row.names, *row.acronyms)]
        for text in (row.acronym, row.iso4, *texts, *row.aliases, *row.misspellings):
            owners.setdefault(fold(text), set()).add(row.id)
    owners.pop("")
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_every_row_is_well_formed(rows: list[Venue], table: Venues) -> None:
    for row in rows:
        assert row.type in TYPES, row.id
        assert row.container in CONTAINERS, row.id
        assert row.names, row.id
        assert row.parent == "" or table.get(row.parent), row.id
        assert row.continued_as is None or table.get(row.continued_as[0]), row.id
        assert row.name(), row.id
        assert row.name(LAST_YEAR) == row.names[-1].text, row.id


def test_names_do_not_overlap_in_time(rows: list[Venue]) -> None:
    for row in rows:
        for earlier, later in zip(row.names, row.names[1:], strict=False):
            assert earlier.until is not None, row.id
            assert later.since is not None, row.id
            assert earlier.until < later.since, row.id


def test_editions_have_sane_years_and_numbers(rows: list[Venue]) -> None:
    for row in rows:
        for year, edition in row.editions.items():
            assert FIRST_YEAR <= year <= LAST_YEAR, (row.id, year)
            assert edition.year == year
            if row.ordinal and edition.number and year >= row.ordinal[1]:
                assert int(edition.number) == year - row.ordinal[0], (row.id, year)
            if row.held:
                assert row.held.had_edition(year) is not False, (row.id, year)


def test_every_spelling_finds_its_venue(rows: list[Venue], table: Venues) -> None:
    for row in rows:
        texts = [period.text for period in (*row.names, *row.acronyms)]
        for text in (*texts, *row.aliases, *row.misspellings):
            match = table.find(text, field=True)
            assert match, (row.id, text)
            assert match.venue is row, (row.id, text)


def test_every_spelling_with_a_year_finds_its_venue_and_the_year(rows: list[Venue], table: Venues) -> None:
    for row in rows:
        texts = [period.text for period in (*row.names, *row.acronyms)]
        for text in (*texts, *row.aliases, *row.misspellings):
            for dated in (f"{text} 2019", f"[{text}‘19]", f"2019-{text}", f"In {{{text}}}, 2019"):
                match = table.find(dated)
                assert match, (row.id, dated)
                assert (match.venue.id, match.year) == (row.id, 2019), (row.id, dated)


def test_every_printed_container_title_finds_its_venue_and_its_year(rows: list[Venue], table: Venues) -> None:
    for row in rows:
        for edition in row.editions.values():
            if edition.printed:
                match = table.find(edition.printed)
                assert match, edition.printed
                assert match.venue.id == row.id, edition.printed
                assert match.year in (edition.year, None), edition.printed


def test_a_row_becomes_a_venue() -> None:
    table = venues.load(venues.compile_yaml(TABLE % "Xylophonist"))
    abc, xyz = table.all()
    assert (abc.acronym_in(), abc.editions[2001].number, abc.ordinal) == ("ABC", "12", (1989, 1990))
    assert abc.held
    assert [abc.held.had_edition(year) for year in (2000, 2001, 2002, 2013)] == [None, True, False, None]
    assert (xyz.acronym, xyz.iso4, xyz.editions) == ("", "", {})
    match = table.find("12th Conference on Abstract Concepts, Bern")
    assert match
    assert (match.venue.id, match.year) == ("abc", 2001)


def test_two_venues_with_one_spelling_are_refused() -> None:
    with pytest.raises(DataError, match="xyz and abc share 'abc'"):
        venues.compile_yaml(TABLE % "A.B.C.".replace(".", ""))


@pytest.mark.parametrize("text", ["[", "{}", "venues: 3", "version: 1\nvenues: [{id: a}]", "- a"])
def test_a_bad_yaml_table_is_one_error(text: str) -> None:
    with pytest.raises(DataError, match=r"venues\.yaml"):
        venues.compile_yaml(text)


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", '{"venues": []}'])
def test_a_bad_json_table_is_one_error_that_tells_the_way_out(text: str) -> None:
    with pytest.raises(DataError, match=r"python -m bibkit\.formats\.venues"):
        venues.load(text)


def test_loading_is_fast() -> None:
    text = disk.data_text("venues.json")
    start = time.process_time()
    venues.load(text).find("Proceedings of the 37th International Conference on Machine Learning")
    assert time.process_time() - start < LOADING
