"""Reading, writing and reading back .bib text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.errors import CheckFailed
from bibkit.formats import bib
from bibkit.formats.bib import BibEntry
from bibkit.model.identifier import Identifier

FILE = r"""% a comment
@string{icml = "Proc. ICML"}
@InProceedings{one:1,
  author = {Doe, Jane},
  title = "{BERT} and 'friends'",
  booktitle = icml # { 2019},
  month = jul # "--" # aug,
  year = 2019,
}
@comment{ @misc{not, title={no}} }
@article(two, title={Two}, journal={J}, year={2020})
"""


def test_macros_concatenations_and_round_brackets_are_read() -> None:
    read = bib.read(FILE)
    assert read.failures == ()
    one, two = read.works
    assert (one.key, one.type, one.line, one.end_line) == ("one:1", "inproceedings", 3, 9)
    assert (one.work.container, one.work.date, one.work.title) == ("Proc. ICML 2019", "2019-07", "BERT and 'friends'")
    assert one.fields["month"] == "jul--aug"
    assert (two.key, two.work.date, two.line) == ("two", "2020", 11)


FAULTS = [
    pytest.param("@misc{a, title={A}}\n@misc{A, title={B}}", ["A", "B"],
                 [(2, "the key 'A' is taken by the entry in line 1")], id="a key twice, in another letter case"),
    pytest.param("@misc{a, title={A}, title={B}}", ["A"],
                 [(1, "a field is given twice (title); the first one counts")], id="a field twice"),
    pytest.param("@misc{a, title={A} year={2020}}", ["A"], [(1, "title: a comma is missing before year")],
                 id="a missing comma"),
    pytest.param("@misc{a, title={A}, month = march}", ["A"],
                 [(1, "month: no @string defines 'march'; it is taken as text")], id="an undefined macro"),
    pytest.param("@misc{a b, title={A}}", ["A"], [(1, "the key 'a b' holds a blank")], id="a blank in a key"),
    pytest.param("\n@misc{a, title={A\n@misc{b, title={B}}", ["B"],
                 [(2, "not read: Unexpected block start: `@misc`. Was still looking for field-value closing `}`")],
                 id="an unclosed entry costs only itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles", "failures"), FAULTS)
def test_faults_are_told_and_the_rest_is_read(text: str, titles: list[str], failures: list[tuple[int, str]]) -> None:
    read = bib.read(text)
    assert [work.work.title for work in read.works] == titles
    assert list(read.failures) == failures


def test_a_lost_field_is_found_behind_the_missing_comma() -> None:
    (work,) = bib.read("@misc{a, title={A} year=2020 month=may}").works
    assert work.work.date == "2020-05"


def test_a_child_inherits_from_its_crossref_parent() -> None:
    text = "@inproceedings{c, crossref={P}, title={C}}\n@proceedings{p, title={Proc. P}, year=2001}"
    child = bib.read(text).works[0].work
    assert (child.title, child.container, child.date) == ("C", "Proc. P", "2001")


def test_a_byte_order_mark_and_carriage_returns_are_no_matter() -> None:
    read = bib.read("\ufeff@misc{a,\r\n  title = {A\r\n  B},\r\n}\r\n")
    assert [(work.key, work.work.title) for work in read.works] == [("a", "A B")]


@given(st.text(alphabet="@{}(),=\"#%\\ \nabAB1'", max_size=80))
def test_no_text_stops_the_reader(text: str) -> None:
    bib.read(text)


ENTRIES = (
    BibEntry("inproceedings", "doe2020", (("title", "A {BERT} of $x_1$"), ("year", "2020"), ("month", "may"))),
    BibEntry("misc", "b", (("url", "https://x.org/a_b?c=1&d=%20#e~f"), ("note", "\\url{https://x.org} and {\\'E}"))),
)

TEXT = """\
% head
@inproceedings{doe2020,
  title = {A {BERT} of $x_1$},
  year = {2020},
  month = may,
}

@misc{b,
  url = {https://x.org/a_b?c=1&d=%20#e~f},
  note = {\\url{https://x.org} and {\\'E}},
}
"""


def test_entries_are_written_one_field_a_line() -> None:
    assert bib.write(ENTRIES, "% head") == TEXT.replace("head\n", "head\n\n", 1)


def test_what_was_written_reads_back() -> None:
    bib.verify(bib.write(ENTRIES, "% head"), ENTRIES)
    bib.verify(bib.write((), "% head"), ())


def test_entries_that_were_read_back_are_not_read_again_in_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, BibEntry] = {}
    bib.verify(bib.write(ENTRIES, "% all"), ENTRIES, known)
    monkeypatch.setattr(bib, "_split", lambda text: pytest.fail("read again"))
    bib.verify(bib.write(ENTRIES[1:], "% part"), ENTRIES[1:], known)
    with pytest.raises(pytest.fail.Exception):
        bib.verify(bib.write(ENTRIES[:1], "% part").replace("2020}", "2021}"), ENTRIES[:1], known)


DAMAGES = [
    pytest.param("{A {BERT}", "{A {Bert}", "doe2020: the field title", id="another value"),
    pytest.param("month = may", "month = {may}", "doe2020: the field month", id="a macro that became text"),
    pytest.param("  year = {2020},\n", "", "doe2020: the field year", id="a field that is gone"),
    pytest.param("  year", "  isbn = {1},\n  year", "isbn that was not meant", id="a field too many"),
    pytest.param("@misc{b", "@misc{c", "b: reads back as @misc{c", id="another key"),
    pytest.param("@misc{b", "@online{b", "b: reads back as @online", id="another type"),
    pytest.param("{2020},", "{2020,", "would not be read", id="a lost brace"),
    pytest.param("\n\n@misc", "\n\nstray\n\n@misc", "text between", id="text between the entries"),
    pytest.param("@misc{b", "@misc{doe2020", "would not be read: Duplicate", id="a key twice"),
]


@pytest.mark.parametrize(("was", "now", "message"), DAMAGES)
def test_damage_is_found(was: str, now: str, message: str) -> None:
    text = bib.write(ENTRIES, "% head")
    assert text.count(was) == 1
    with pytest.raises(CheckFailed, match=message):
        bib.verify(text.replace(was, now), ENTRIES)


def test_braces_that_bibtex_counts_and_bibtexparser_does_not_are_found() -> None:
    entries = (BibEntry("misc", "a", (("title", "an open \\{ brace"),)),)
    with pytest.raises(CheckFailed, match="a: the field title holds unbalanced braces"):
        bib.verify(bib.write(entries), entries)


def test_a_missing_entry_is_found() -> None:
    with pytest.raises(CheckFailed, match="2 entries were meant, 1 read back"):
        bib.verify(bib.write(ENTRIES[:1]), ENTRIES)


@pytest.mark.parametrize("key", ["a", "Doe:2020/x+y.z_1-b"])
def test_keys_stay(key: str) -> None:
    entries = (BibEntry("misc", key, (("title", "T"),)),)
    assert bib.read(bib.write(entries)).works[0].key == key


def test_identifiers_survive() -> None:
    text = "@misc{a, title={A}, doi={10.1000/a_b}, eprint={2010.10590}, eprinttype={arxiv}}"
    found = bib.read(text).works[0].work.identifiers
    assert found == (Identifier("arxiv", "2010.10590"), Identifier("doi", "10.1000/a_b"))
