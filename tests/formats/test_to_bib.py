"""A Work becomes the fields of an entry, and is found again in them."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.formats import bib, to_bib
from bibkit.formats.fields import DIALECTS, TYPES, Dialect
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.work import Work

JANE = Creator("Doe", "Jane")
PAPER = Work("inproceedings", "A Title", (JANE,), date="2020-07", container="Proceedings of X")


def fields(work: Work, dialect: Dialect = "bibtex", **extra: str) -> dict[str, str]:
    """Return the entry's fields and, under `@`, its type."""
    entry = to_bib.entry("k", work, dialect, **extra)
    return {"@": entry.type, **dict(entry.fields)}


NAMES = [
    pytest.param(Creator("Müller", "Jörg"), "M{\\\"u}ller, J{\\\"o}rg", "Müller, Jörg", id="accents are braced"),
    pytest.param(Creator("Maaten", "Laurens", "van der"), "van der Maaten, Laurens", None, id="a von part"),
    pytest.param(Creator("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther", None, id="a suffix"),
    pytest.param(Creator(literal="Google Research"), "{Google Research}", None, id="an organisation"),
    pytest.param(Creator("OpenAI"), "OpenAI", None, id="one word"),
    pytest.param(Creator("Ortega y Gasset", "José"), "{Ortega y Gasset}, Jos{\\'e}", "{Ortega y Gasset}, José",
                 id="a lower-case word within the last name"),
    pytest.param(Creator("Knuth", "D.E."), "Knuth, D. E.", None, id="initials are set apart"),
    pytest.param(Creator("Müller", "M.Č."), "M{\\\"u}ller, M. {\\v{C}}.", "Müller, M. Č.", id="accented ones too"),
    pytest.param(Creator("Kim", "J.-P."), "Kim, J.-P.", None, id="a double initial stays"),
]  # fmt: skip


@pytest.mark.parametrize(("person", "ascii_", "unicode"), NAMES)
def test_names(person: Creator, ascii_: str, unicode: str | None) -> None:
    work = replace(PAPER, authors=(person,))
    assert fields(work)["author"] == ascii_
    assert fields(work, "biblatex")["author"] == (unicode or ascii_)


def test_a_cut_list_ends_in_others() -> None:
    assert fields(replace(PAPER, others=True))["author"] == "Doe, Jane and others"


PAGES = [
    ("12-34", "12--34"), ("S12-S20", "S12--S20"), ("1:1-1:25", "1:1--1:25"), ("xi-xx", "xi--xx"), ("103421", "103421"),
    ("A-1", "A-1"), ("1-5, 7-9", "1--5, 7--9"), ("e1234", "e1234"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_pages(text: str, expected: str) -> None:
    assert to_bib.pages(text) == expected


EDITIONS = [
    ("2", "Second", "2"),
    ("Second", "Second", "2"),
    ("3rd", "Third", "3"),
    ("revised", "revised", "revised"),
    ("12", "12", "12"),
]


@pytest.mark.parametrize(("text", "word", "number"), EDITIONS)
def test_edition(text: str, word: str, number: str) -> None:
    assert (to_bib.edition(text, "bibtex"), to_bib.edition(text, "biblatex")) == (word, number)


def test_dates_are_year_and_macro_or_iso() -> None:
    assert {k: v for k, v in fields(PAPER).items() if k in ("year", "month", "date")} == {
        "year": "2020",
        "month": "jul",
    }
    assert fields(PAPER, "biblatex")["date"] == "2020-07"
    assert "month" not in fields(replace(PAPER, date="2020"))


def test_preprints() -> None:
    work = Work("misc", "T", (JANE,), date="2017", identifiers=(Identifier("arxiv", "1706.03762"),))
    assert fields(work, primary_class="cs.CL") == {
        "@": "misc", "author": "Doe, Jane", "title": "{T}", "year": "2017", "eprint": "1706.03762",
        "archiveprefix": "arXiv", "primaryclass": "cs.CL",
    }  # fmt: skip
    found = fields(work, "biblatex", primary_class="cs.CL")
    assert (found["@"], found["eprinttype"], found["eprintclass"]) == ("online", "arxiv", "cs.CL")


TYPES_WRITTEN = [
    pytest.param(PAPER, "inproceedings", "inproceedings", id="a paper with its book title"),
    pytest.param(replace(PAPER, container=""), "misc", "misc", id="a paper without one"),
    pytest.param(Work("article", "T", (JANE,), container="J"), "article", "article", id="an article with its journal"),
    pytest.param(Work("article", "T", (JANE,), url="https://x.org"), "misc", "online", id="an article without one"),
    pytest.param(Work("incollection", "T", (JANE,), container="B", publisher="P"), "incollection", "inbook",
                 id="a chapter without editors"),
    pytest.param(Work("incollection", "T", (JANE,), editors=(JANE,), container="B"), "inproceedings", "incollection",
                 id="a chapter without a publisher"),
    pytest.param(Work("inbook", "T", (JANE,), container="B", publisher="P"), "incollection", "inbook",
                 id="a part of a book that is named"),
    pytest.param(Work("book", "T", (JANE,)), "misc", "book", id="a book without a publisher"),
    pytest.param(Work("phdthesis", "T", (JANE,), institution="MIT"), "phdthesis", "thesis", id="a thesis"),
    pytest.param(Work("mastersthesis", "T", (JANE,)), "misc", "misc", id="a thesis without a school"),
    pytest.param(Work("techreport", "T", (JANE,), institution="MIT", number="3"), "techreport", "report", id="report"),
    pytest.param(Work("unpublished", "T", (JANE,)), "misc", "misc", id="unpublished without a note"),
    pytest.param(Work("software", "T", (JANE,)), "misc", "misc", id="a type that nobody knows"),
]  # fmt: skip


@pytest.mark.parametrize(("work", "bibtex", "biblatex"), TYPES_WRITTEN)
def test_types_that_styles_take(work: Work, bibtex: str, biblatex: str) -> None:
    assert (fields(work)["@"], fields(work, "biblatex")["@"]) == (bibtex, biblatex)


def test_what_is_known_is_kept_where_the_type_gets_plainer() -> None:
    found = fields(replace(PAPER, container="", pages="1-2", publisher="ACM"))
    assert (found["@"], found["pages"], found["publisher"]) == ("misc", "1--2", "ACM")
    assert fields(Work("techreport", "T", number="7"))["howpublished"] == "Technical report 7"


def test_bibtex_styles_take_volume_or_number_of_a_conference() -> None:
    work = replace(PAPER, volume="34", number="5")
    assert "number" not in fields(work)
    assert fields(replace(work, volume=""))["number"] == "5"
    assert fields(work, "biblatex")["number"] == "5"


def test_old_keys_are_aliases_in_biblatex() -> None:
    entry = to_bib.entry("k", PAPER, "biblatex", aliases=("a", "b"))
    assert dict(entry.fields)["ids"] == "a,b"
    assert "ids" not in dict(to_bib.entry("k", PAPER, "bibtex", aliases=("a",)).fields)


def test_an_entry_without_authors_has_a_key_to_sort_by() -> None:
    assert fields(Work("misc", "The R&D -- of Things, & more"))["key"] == "The R\\&D of"
    assert "key" not in fields(PAPER)


LINKS = [
    pytest.param("see https://x.org/a_b.", "see \\url{https://x.org/a_b}.", id="a bare link gets its command"),
    pytest.param("https://x.org/a%20b#c", "\\url{https://x.org/a\\%20b\\#c}", id="percent and hash are escaped in it"),
    pytest.param("https://x.org/é", "\\url{https://x.org/\\%C3\\%A9}", id="other letters are percent-encoded"),
    pytest.param("50% & more", "50\\% \\& more", id="text is escaped"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "expected"), LINKS)
def test_links_in_a_note(note: str, expected: str) -> None:
    assert fields(replace(PAPER, note=note))["note"] == expected


def test_identifiers_and_links_stay_raw() -> None:
    doi = Identifier("doi", "10.1007/978-3-030-58452-8_13%a#b&c~d")
    found = fields(replace(PAPER, identifiers=(doi,), url="https://x.org/a_b%20c?d=1&e#f{g}"))
    assert found["doi"] == doi.value
    assert found["url"] == "https://x.org/a_b%20c?d=1&e#f%7Bg%7D"


UNPRINTABLE = [
    pytest.param("Learning (以判斷) of X", "Learning of {X}", id="brackets that are left empty go"),
    pytest.param("😀 A Study", "A Study", id="an emoji"),
    pytest.param("以判斷", "以判斷", id="a title of nothing else stays"),
]


@pytest.mark.parametrize(("title", "ascii_"), UNPRINTABLE)
def test_letters_that_pdflatex_lacks(title: str, ascii_: str) -> None:
    assert fields(replace(PAPER, title=title))["title"] == ascii_
    assert title.split()[0] in fields(replace(PAPER, title=title), "biblatex")["title"]


#: A value for every attribute that entries print, one that reads back as it is.
VALUES = {
    "title": "A Study of É & 100%", "date": "2019-03", "container": "Journal of Ä", "series": "LNCS", "volume": "3",
    "number": "2", "pages": "12-34", "publisher": "Springer & Co", "institution": "ETH Zürich", "edition": "Second",
    "howpublished": "Talk at ACME", "note": "See https://x.org/a_b%20c#d and more", "url": "https://x.org/~a?b=1&c=2#d",
    "authors": (Creator("Müller", "Jörg"), Creator(literal="A & B Labs")), "editors": (JANE,), "others": True,
    "identifiers": (Identifier("arxiv", "1706.03762"), Identifier("doi", "10.1000/a_b")),
}  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("type_", TYPES)
def test_every_attribute_survives(type_: str, dialect: Dialect) -> None:
    kind = TYPES[type_]
    printed = {name: value for name, value in VALUES.items() if kind.prints_attribute(name) or name == "others"}
    work = Work(type=type_, **{**printed, "identifiers": VALUES["identifiers"]})  # type: ignore[arg-type]
    for left_out in ("number",) if kind.ands and dialect == "bibtex" else ():
        work = replace(work, **{left_out: ""})  # type: ignore[arg-type]
    if dialect == "biblatex" and kind.prints_attribute("edition"):
        work = replace(work, edition="2")
    entries = [to_bib.entry("k", work, dialect)]
    text = bib.write(entries)
    bib.verify(text, entries)
    (read,) = bib.read(text).works
    assert read.work == (replace(work, type="incollection") if type_ == "inbook" else work)


def shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="$`'\"-“”‘’,;–—\\{}~<>?!")
WORD = st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


@given(st.text(max_size=40), st.sampled_from(DIALECTS))
def test_whatever_a_field_holds_the_file_reads_back(text: str, dialect: Dialect) -> None:
    people = (Creator(text, text, text, text), Creator(literal=text))
    work = Work("article", text, people, container=text, note=text, pages=text, edition=text, date="2020", url=text)
    entries = [to_bib.entry("k", work, dialect)]
    bib.verify(bib.write(entries), entries)


@given(st.text(LETTERS, max_size=30).filter(shown))
def test_any_title_survives_biblatex(title: str) -> None:
    (read,) = bib.read(bib.write([to_bib.entry("k", Work(title=title), "biblatex")])).works
    assert shown(read.work.title) == shown(title)


@given(st.lists(st.builds(Creator, family=WORDS, given=st.just("") | WORDS, suffix=st.sampled_from(["", "Jr."])),
                min_size=1, max_size=3), st.sampled_from(DIALECTS))  # fmt: skip
def test_any_latin_name_survives(people: list[Creator], dialect: Dialect) -> None:
    (read,) = bib.read(bib.write([to_bib.entry("k", Work(title="T", authors=tuple(people)), dialect)])).works
    assert [shown(person.display) for person in read.work.authors] == [shown(person.display) for person in people]
