"""The catalog's files: read, written, changed in place, and refused with the place of the fault."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bibkit.errors import CheckFailed, DataError
from bibkit.formats import catalog_parts, yaml_tree
from bibkit.formats.catalog import file_of, read, render
from bibkit.formats.shapes import ENTRY_HEAD, ENTRY_TAIL, LISTING, WORK
from bibkit.model.catalog import Catalog, Entry, ListedLink, Listing, Question, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.record import Match, Record
from bibkit.model.work import WORK_FIELDS, Work
from tests.formats.catalogs import ANY, catalogs

#: Examples of each property: a catalog takes milliseconds to invent. More: BIBKIT_FUZZ=2000.
FUZZ = int(os.environ.get("BIBKIT_FUZZ", "30"))

VASWANI = """\
vaswani2017attention:
  status: resolved
  type: inproceedings
  title: Attention Is All You Need
  authors:
    - Vaswani, Ashish
    - van der Maaten, Laurens
    - '{OpenAI}'
  others: true
  date: '2017'
  venue: neurips
  volume: '30'
  pages: 5998-6008
  identifiers:
    arxiv: '1706.03762'
    doi: 10.5555/3295222
  url: https://papers.nips.cc/paper/7181
  pinned: [title]
  aliases: [vaswani17]
"""
LIST = """\
title: Efficient networks
source: lists/efficient.md
sections:
  - name: Surveys
    listings:
      - key: vaswani2017attention
      - key: vaswani2017attention
        flags: [oral]
        links:
          - role: code
            url: https://github.com/a/b
        note: the one to read
      - resource: A blog
        url: https://blog.example

  - name: Pruning
    sections:
      - name: Structured
        listings:
          - key: vaswani2017attention
"""
FILES = {"bibkit.yaml": "format: 1\n", "works/v.yaml": VASWANI, "lists/dnn.yaml": LIST}

ENTRY = Entry(
    key="vaswani2017attention",
    work=Work(
        type="inproceedings",
        title="Attention Is All You Need",
        authors=(
            Creator("Vaswani", "Ashish"),
            Creator("Maaten", "Laurens", "van der"),
            Creator(literal="OpenAI"),
        ),
        others=True,
        date="2017",
        venue="neurips",
        volume="30",
        pages="5998-6008",
        identifiers=(Identifier("arxiv", "1706.03762"), Identifier("doi", "10.5555/3295222")),
        url="https://papers.nips.cc/paper/7181",
    ),
    status="resolved",
    pinned=("title",),
    aliases=("vaswani17",),
)
KEY = ENTRY.key
SURVEY = SurveyList(
    "dnn",
    "Efficient networks",
    "lists/efficient.md",
    sections=(
        Section(
            "Surveys",
            (
                Listing(KEY),
                Listing(
                    KEY,
                    flags=("oral",),
                    links=(ListedLink("code", "https://github.com/a/b"),),
                    note="the one to read",
                ),
                Listing(resource="A blog", url="https://blog.example"),
            ),
        ),
        Section("Pruning", sections=(Section("Structured", (Listing(KEY),)),)),
    ),
)
CATALOG = Catalog(entries={KEY: ENTRY}, lists={"dnn": SURVEY})


def test_the_form_is_what_people_see() -> None:
    assert render(CATALOG, {}) == FILES
    assert read(FILES) == CATALOG


def test_the_table_of_fields_has_those_of_the_model() -> None:
    assert tuple(field.name for field in WORK) == WORK_FIELDS
    names = {field.name for field in (*ENTRY_HEAD, *ENTRY_TAIL)}
    assert names == {name for name in Entry.__dataclass_fields__ if name not in ("key", "work")}
    assert {field.name for field in LISTING} == set(Listing.__dataclass_fields__)


@settings(deadline=None, max_examples=FUZZ)
@given(catalogs())
def test_any_catalog_comes_back(catalog: Catalog) -> None:
    files = render(catalog, {})
    assert read(files) == catalog
    assert render(catalog, files) == files


@settings(deadline=None, max_examples=FUZZ)
@given(catalogs(), catalogs())
def test_any_catalog_becomes_any_other_in_place(one: Catalog, other: Catalog) -> None:
    files = render(other, render(one, {}))
    assert read(files) == other
    assert render(other, files) == files


# --- what a person laid out survives -------------------------------------------------------------------------------

BY_HAND = """\
# Works of our group come first.

# About Vaswani: checked against
# the printed volume.
"vaswani2017attention":   # the famous one
  title: >-
    Attention Is
    All You Need

  # No DOI: the proceedings have none.
  status:    resolved
  type: 'inproceedings'
  authors: [ "Vaswani, Ashish", 'van der Maaten, Laurens', '{OpenAI}' ]   # in flow style
  others: yes
  date: 2017
  venue: neurips
  volume: 30
  pages: "5998-6008"
  note:
  url: https://papers.nips.cc/paper/7181
  identifiers: {doi: 10.5555/3295222, arxiv: 1706.03762}
  pinned:
  - title
  aliases: [vaswani17]
  # end of it

# a stray remark

zhu2020x: {title: X, status: new}
# the end
"""


def test_a_text_of_equal_value_is_left_alone() -> None:
    files = {**FILES, "works/v.yaml": BY_HAND}
    catalog = read(files)
    assert catalog.entries[KEY] == ENTRY
    assert render(catalog, files) == files


def changed(text: str, key: str, **fields: object) -> str:
    """Return `text` after the work of `key` was given other values."""
    files = {"bibkit.yaml": "format: 1\n", "works/v.yaml": text}
    catalog = read(files)
    entry = catalog.entries[key]
    entries = {**catalog.entries, key: replace(entry, work=replace(entry.work, **fields))}  # type: ignore[arg-type]
    after = render(replace(catalog, entries=entries), files)
    assert read(after).entries == entries
    return after["works/v.yaml"]


@pytest.mark.parametrize(
    ("fields", "before", "after"),
    [
        pytest.param({"date": "2018-06"}, "date: 2017\n", "date: '2018-06'\n", id="a value changes in its line"),
        pytest.param({"pages": ""}, '  pages: "5998-6008"\n', "", id="an emptied field goes with its line"),
        pytest.param(
            {"number": "7"}, "  volume: 30\n", "  volume: 30\n  number: '7'\n", id="a new field comes to its place"
        ),
        pytest.param(
            {"authors": (Creator("Vaswani", "A."),)},
            """authors: [ "Vaswani, Ashish", 'van der Maaten, Laurens', '{OpenAI}' ]   # in flow style\n""",
            "# in flow style\n  authors:\n    - Vaswani, A.\n",
            id="the remark behind a rewritten list stands above it",
        ),
        pytest.param(
            {"title": "Attention"},
            "  title: >-\n    Attention Is\n    All You Need\n",
            "  title: Attention\n",
            id="a folded text is rewritten",
        ),
        pytest.param(
            {"identifiers": (Identifier("doi", "10.1/2"),)},
            "identifiers: {doi: 10.5555/3295222, arxiv: 1706.03762}\n",
            "identifiers:\n    doi: 10.1/2\n",
            id="a flow mapping is rewritten",
        ),
    ],
)
def test_a_change_touches_its_own_lines_only(fields: dict[str, object], before: str, after: str) -> None:
    assert before in BY_HAND
    assert changed(BY_HAND, KEY, **fields) == BY_HAND.replace(before, after)


def test_a_remark_behind_a_changed_value_stays_there() -> None:
    text = "a2020x:\n  title: A # checked\n  volume: '1'   # of two\n"
    assert changed(text, "a2020x", title="B", volume="2") == text.replace(": A", ": B").replace("'1'", "'2'")


def test_members_of_a_list_keep_their_remarks() -> None:
    text = "a2020x:\n  title: A\n  authors:\n    # first\n    - A, A\n    # second\n    - B, B  # !\n    - C, C\n"
    names = (Creator("B", "B"), Creator("D", "D"), Creator("C", "C"))
    expected = text.replace("    - A, A\n", "").replace("    - C", "    - D, D\n    - C")
    assert changed(text, "a2020x", authors=names) == expected


def entry(key: str, title: str = "T", aliases: tuple[str, ...] = ()) -> Entry:
    """Return a small entry."""
    return Entry(key, Work(title=title), aliases=aliases)


def with_entries(text: str, *entries: Entry) -> str:
    """Return works/a.yaml after the catalog came to hold these entries."""
    after = render(Catalog(entries={entry.key: entry for entry in entries}), {"works/a.yaml": text})
    return after.get("works/a.yaml", "")


NEW = "  status: new\n  type: misc\n  title: T\n"
THREE = f"# head\n\n# on ab\nab:\n{NEW}\nad:\n{NEW}\n# on af\naf:\n{NEW}# tail\n"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            ["aa", "ab", "ad", "af"],
            f"# head\n\naa:\n{NEW}\n# on ab\nab:\n{NEW}\nad:\n{NEW}\n# on af\naf:\n{NEW}# tail\n",
            id="in front, behind the head of the file",
        ),
        pytest.param(
            ["ab", "ad", "ae", "af"],
            f"# head\n\n# on ab\nab:\n{NEW}\nad:\n{NEW}\nae:\n{NEW}\n# on af\naf:\n{NEW}# tail\n",
            id="in the middle, above the remarks of the next",
        ),
        pytest.param(
            ["ab", "ad", "af", "ag"],
            f"# head\n\n# on ab\nab:\n{NEW}\nad:\n{NEW}\n# on af\naf:\n{NEW}\nag:\n{NEW}# tail\n",
            id="at the end",
        ),
        pytest.param(
            ["ad", "af"],
            f"# head\n\n# on ab\n\nad:\n{NEW}\n# on af\naf:\n{NEW}# tail\n",
            id="the first goes, its remark stays",
        ),
        pytest.param(
            ["ab", "af"], THREE.replace(f"ad:\n{NEW}\n", ""), id="one without remarks goes with its blank line"
        ),
        pytest.param(
            ["ab", "ad"],
            f"# head\n\n# on ab\nab:\n{NEW}\nad:\n{NEW}\n# on af\n# tail\n",
            id="the last goes, its remark stays",
        ),
        pytest.param([], "# head\n# on ab\n# on af\n# tail\n", id="all go, the remarks stay"),
    ],
)
def test_entries_come_and_go_at_their_sorted_place(keys: list[str], expected: str) -> None:
    assert with_entries(THREE, *map(entry, keys)) == expected


def test_a_file_without_entries_and_remarks_is_deleted() -> None:
    files = render(Catalog(entries={"ab": entry("ab")}), {})
    assert "works/a.yaml" not in render(Catalog(), files)


def test_a_renamed_entry_takes_its_layout_and_remarks_along() -> None:
    text = f"ab:\n{NEW}\n# on ad\nad:   # !\n  title:   T # checked\n\n# on af\naf:\n{NEW}"
    catalog = Catalog(entries={e.key: e for e in (entry("ab"), entry("xy", aliases=("ad",)), entry("af"))})
    after = render(catalog, {"works/a.yaml": text, "bibkit.yaml": "format: 1\n"})
    assert after["works/a.yaml"] == f"ab:\n{NEW}\n# on af\naf:\n{NEW}"
    assert after["works/x.yaml"] == "# on ad\nxy:   # !\n  title:   T # checked\n  aliases: [ad]\n"


def test_an_entry_stays_in_the_file_where_a_person_put_it() -> None:
    files = {"works/mine.yaml": VASWANI, "works/v.yaml": f"vb:\n{NEW}", "bibkit.yaml": "format: 1\n"}
    catalog = read(files)
    entries = {**catalog.entries, KEY: replace(ENTRY, reason="x"), "va": entry("va")}
    after = render(replace(catalog, entries=entries), files)
    assert after["works/mine.yaml"] == VASWANI.replace("  type:", "  reason: x\n  type:")
    assert after["works/v.yaml"] == f"va:\n{NEW}\nvb:\n{NEW}"


def test_lists_change_line_by_line() -> None:
    text = LIST.replace("  - name: Pruning", "  # ours\n  - name: Pruning").replace(
        "      - key: vaswani2017attention\n        flags",
        "      # read first\n      - key: vaswani2017attention\n        flags",
    )
    files = {**FILES, "lists/dnn.yaml": text, "works/a.yaml": f"ab:\n{NEW}"}
    catalog = read(files)
    surveys, pruning = catalog.lists["dnn"].sections
    _, full, blog = surveys.listings
    moved = replace(surveys, listings=(blog, Listing("ab"), replace(full, note="!")))
    survey = replace(catalog.lists["dnn"], sections=(moved, pruning, Section("New", (Listing("ab"),))))
    after = render(replace(catalog, lists={"dnn": survey}), files)
    assert read(after).lists == {"dnn": survey}
    assert (
        after["lists/dnn.yaml"]
        == """\
title: Efficient networks
source: lists/efficient.md
sections:
  - name: Surveys
    listings:
      - resource: A blog
        url: https://blog.example
      - key: ab
      # read first
      - key: vaswani2017attention
        flags: [oral]
        links:
          - role: code
            url: https://github.com/a/b
        note: '!'

  # ours
  - name: Pruning
    sections:
      - name: Structured
        listings:
          - key: vaswani2017attention

  - name: New
    listings:
      - key: ab
"""
    )


def test_all_this_needs_no_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = changed(BY_HAND, KEY, date="2018-06", number="7")
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert yaml_tree.loader() is yaml.BaseLoader
    catalog_parts.entries.cache_clear()
    assert changed(BY_HAND, KEY, date="2018-06", number="7") == with_it
    catalog_parts.entries.cache_clear()


def test_windows_line_ends_stay() -> None:
    text = BY_HAND.replace("\n", "\r\n")
    after = changed(text, KEY, date="2018", number="3")
    assert after == BY_HAND.replace("date: 2017", "date: '2018'").replace(
        "  volume: 30\n", "  volume: 30\n  number: '3'\n"
    ).replace("\n", "\r\n")


def test_a_missing_last_line_break_and_a_byte_order_mark_do_no_harm() -> None:
    assert changed("\ufeffa2020x:\n  title: A", "a2020x", title="B") == "a2020x:\n  title: B\n"


LAYOUTS = st.sampled_from(
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: "---\n" + text,
        lambda text: "\n# head\n\n" + text + "\n\n# tail",
        lambda text: text.replace("\n  ", "\n  # remark\n  "),
        lambda text: text.replace("\n    - ", "\n\n    # remark\n    - "),
        lambda text: text.replace("\n    - ", "\n  - "),
        lambda text: yaml.safe_dump(yaml.load(text, yaml.BaseLoader), allow_unicode=True, sort_keys=False),
        lambda text: yaml.safe_dump(yaml.load(text, yaml.BaseLoader), default_flow_style=True, width=60),
        lambda text: yaml.safe_dump(yaml.load(text, yaml.BaseLoader), default_style='"', width=20, indent=6),
        lambda text: yaml.safe_dump(yaml.load(text, yaml.BaseLoader), default_style="|", width=20),
    ]
)


def laid_out(files: dict[str, str], layouts: list[object], catalog: Catalog) -> dict[str, str]:
    """Return the files in other layouts of the same value; one that changes the value is not used."""
    for layout in layouts:
        other = {path: layout(text) for path, text in files.items()}  # type: ignore[operator]
        try:
            files = other if read(other) == catalog else files
        except DataError:
            continue
    return files


@settings(deadline=None, max_examples=FUZZ)
@given(catalogs(), catalogs(), st.lists(LAYOUTS, max_size=3))
def test_any_layout_survives_and_any_change_is_right(one: Catalog, other: Catalog, layouts: list[object]) -> None:
    files = laid_out(render(one, {}), layouts, one)
    assert render(one, files) == files
    after = render(other, files)
    assert read(after) == other


@settings(deadline=None, max_examples=FUZZ)
@given(catalogs(), st.lists(LAYOUTS, max_size=3), st.booleans())
def test_no_remark_is_lost_when_values_change(one: Catalog, layouts: list[object], fewer: bool) -> None:
    files = laid_out(render(one, {}), [*layouts, lambda text: text.replace("\n  ", "\n  # remark\n  ")], one)
    other = replace(
        one,
        entries={
            key: replace(
                e, work=replace(e.work, title="!", authors=() if fewer else (Creator("A", "B"), *e.work.authors))
            )
            for key, e in one.entries.items()
        },
        lists={slug: replace(survey, title="!") for slug, survey in one.lists.items()},
    )
    after = render(other, files)
    for path, text in files.items():
        inside = sum(len(e.work.authors) for e in one.entries.values()) * 5 if fewer else 0
        assert after[path].count("# remark") >= text.count("# remark") - inside


# --- faults ---------------------------------------------------------------------------------------------------------


def fault(path: str, text: str, **others: str) -> str:
    """Return the message with which a catalog of this file is refused."""
    with pytest.raises(DataError) as caught:
        read({**{name.replace("__", "/") + ".yaml": text for name, text in others.items()}, path: text})
    message = str(caught.value)
    assert "\n" not in message
    return message


FAULTS = [
    ("a:\n  titel: T\n", "2:3: unknown field 'titel'; did you mean 'title'?", "a misspelt field"),
    ("a:\n  title: T\n  xyzzy: 1\n", "3:3: unknown field 'xyzzy'; known: status,", "an unknown field"),
    ("a:\n  venue: x\n", "1:1: title is missing; add a line 'title: ...'", "no title"),
    (
        "a:\n  title: T\n  status: resolvd\n",
        "3:11: unknown status 'resolvd'; did you mean 'resolved'?",
        "a misspelt status",
    ),
    (
        "a:\n  title: T\n  date: June 2017\n",
        "3:9: date 'June 2017' is not YYYY, YYYY-MM or YYYY-MM-DD",
        "a date in words",
    ),
    ("a:\n  title: T\n  date: '2017-13'\n", "3:9: date '2017-13' is not", "a thirteenth month"),
    (
        "a:\n  title: [T]\n",
        "2:10: a text is expected, not a list; if it is one, put it in quotes",
        "a title in brackets",
    ),
    (
        "a:\n  title: T\n  authors: X, Y\n",
        "3:12: authors is a list: lines '- ...' below it, not the text 'X, Y'",
        "names in one text",
    ),
    (
        "a:\n  title: T\n  authors:\n    - A, B, C, D\n",
        "4:7: the name 'A, B, C, D' can't be split; write 'Last, First'",
        "a name of four parts",
    ),
    (
        "a:\n  title: T\n  authors:\n    - famly: A\n",
        "4:7: unknown part 'famly' of a name",
        "a misspelt part of a name",
    ),
    (
        "a:\n  title: T\n  others: perhaps\n",
        "3:11: others is true or false, not the text 'perhaps'",
        "a flag that is neither",
    ),
    (
        "a:\n  title: T\n  identifiers:\n    DOI: 10.1/x\n",
        "4:5: 'DOI' is no scheme of identifiers: lower-case letters",
        "a scheme in capitals",
    ),
    (
        "a:\n  title: T\n  identifiers: 10.1/x\n",
        "3:16: identifiers is a mapping: lines 'doi: 10...' below it",
        "an identifier without its scheme",
    ),
    (
        "a:\n  title: T\n  pinned: [titel]\n",
        "3:12: pinned names no field 'titel'; did you mean 'title'?",
        "a pin on no field",
    ),
    ("a:\n  title: T\n  title: U\n", "3:3: 'title' is given twice; merge the two or remove one", "a field given twice"),
    ("a:\n  title: T\n\na:\n  title: U\n", "4:1: 'a' is given twice", "a key given twice"),
    ("a b:\n  title: T\n", "1:1: 'a b' is no citation key: one word without blanks", "a key with a blank"),
    ("a:\n\ttitle: T\n", "2:1: a tab stands where YAML wants blanks; indent with blanks", "a tab for indentation"),
    (
        "a:\n  title: @T\n",
        "2:10: a text can't begin with this character; put the text in quotes",
        "a text that begins with @",
    ),
    ("a:\n  title: `T`\n", "2:10: a text can't begin with this character", "a text that begins with `"),
    ("a:\n  title: *T\n", "2:10: a text can't begin with '&', '*' or '!'", "a text that begins with *"),
    ("a:\n  title: &T\n", "2:10: a text can't begin with '&', '*' or '!'", "a text that begins with &"),
    ("a:\n  title: !T\n", "2:10: a text can't begin with '&', '*' or '!'", "a text that begins with !"),
    ("a:\n  title: A: B\n", "2:11: ': ' stands inside a text, or the line above lacks it", "a colon in a title"),
    ("a:\n  title: 'T\n", "2:10: a quote is opened and never closed; close it", "an open quote"),
    (
        "a:\n  title: 'T' U\n",
        "2:14: the indentation does not fit the lines above, or text follows a closed quote",
        "text behind a quote",
    ),
    ("a:\n  title: T\n authors: []\n", "3:2: the indentation does not fit the lines above", "a line too far left"),
    ("a:\n  title\n  date: '2017'\n", "3:7: ': ' stands inside a text, or the line above lacks it", "no colon"),
    ("a:\n  title: T\n  date\n", "3:3: a line is neither 'name: value' nor '- item'", "no colon in the last line"),
    ("a:\n  pinned: [title\n  title: T\n", "3:8: a bracket is opened and never closed", "an open bracket"),
    ('a:\n  title: "\\q"\n', "2:11: a backslash in double quotes means an escape", "a wrong escape"),
    (
        "a:\n  title: \x01\n",
        "2:10: the character U+0001 may not stand in a YAML file; remove it",
        "a control character",
    ),
    ("a:\n  title: T\n---\nb:\n  title: U\n", "3:1: a second document begins; one file holds one", "two documents"),
    ("- a\n- b\n", "1:1: keys are expected: lines 'key:' with the fields indented below", "a list of keys"),
    ("a: T\n", "1:4: an entry is expected: lines 'status: ...', not the text 'T'", "a text for an entry"),
    (
        "a:\n  title: T\n<<<<<<< HEAD\n  date: '2017'\n=======\n>>>>>>> x\n",
        "3:1: an unsettled git merge; keep one side",
        "a git merge",
    ),
    (
        "a:\n  titel: T\nb:\n  titel: U\n",
        "2:3: unknown field 'titel'; did you mean 'title'? (and 1 more)",
        "two faults",
    ),
    ("? [a]\n: {title: T}\n", "1:3: a key must be a text on one line", "a key that is a list"),
    ("[" * 3000, "nested deeper than 200 levels", "hostile nesting"),
]


@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
@pytest.mark.parametrize(("text", "message", "_why"), FAULTS, ids=[why for *_, why in FAULTS])
def test_a_fault_is_named_with_place_and_remedy(
    text: str, message: str, _why: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_tree, "loader", lambda: getattr(yaml, loader))
    catalog_parts.entries.cache_clear()
    told = fault("works/a.yaml", text)
    catalog_parts.entries.cache_clear()
    # Python's own parser tells some columns a little differently.
    wanted = message if loader == "CBaseLoader" else message.partition(": ")[2]
    assert wanted in told
    assert told.startswith("works/a.yaml:")


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        pytest.param(
            "lists/l.yaml",
            "listings:\n  - key: vaswani2017atention\n",
            "lists/l.yaml:2:10: works/ has no entry 'vaswani2017atention'; did you mean 'vaswani2017attention'?",
            id="a list names a key that is not there",
        ),
        pytest.param(
            "lists/l.yaml",
            "sections:\n  - name: A\n    sections:\n      - name: B\n        listings:\n          - key: vaswani17\n",
            "lists/l.yaml:6:18: 'vaswani17' is an old key; write 'vaswani2017attention'",
            id="a list names an old key, deep in the tree",
        ),
        pytest.param(
            "lists/l.yaml",
            "listings:\n  - url: https://x.y\n",
            "lists/l.yaml:2:5: a listing has either key or resource, and only one of them",
            id="a listing of nothing",
        ),
        pytest.param(
            "lists/l.yaml",
            "sections:\n  - listings: []\n",
            "lists/l.yaml:2:5: name is missing",
            id="a nameless section",
        ),
        pytest.param(
            "lists/l.yaml",
            "listings:\n  - resource: R\n    links:\n      - url: https://x.y\n",
            "lists/l.yaml:4:9: role is missing",
            id="a link without a role",
        ),
        pytest.param(
            "works/z.yaml",
            "vaswani2017attention:\n  title: T\n",
            "works/z.yaml:1:1: 'vaswani2017attention' stands in works/v.yaml too; merge the two or remove one",
            id="one key in two files",
        ),
        pytest.param(
            "review.yaml",
            "lost2020:\n  candidates: []\n",
            "review.yaml:1:1: works/ has no entry 'lost2020'; remove this question",
            id="a question about nothing",
        ),
        pytest.param(
            "review.yaml",
            "vaswani2017attention:\n  answer: 3\n  candidates:\n    - record: local:r1\n    - record: local:r2\n",
            "review.yaml:2:11: answer '3' is no candidate; write one of 1, 2, or none",
            id="an answer that is no candidate",
        ),
        pytest.param(
            "bibkit.yaml",
            "format: 2\nnew: x\n",
            "bibkit.yaml:1:9: made by a newer bibkit (format 2; this one knows 1); upgrade: pip install",
            id="a catalog from a newer version",
        ),
        pytest.param(
            "bibkit.yaml", "format: one\n", "bibkit.yaml:1:9: format is a whole number", id="a format that is no number"
        ),
        pytest.param("bibkit.yaml", "key_pattern: '[auth]'\n", "bibkit.yaml:1:1: format is missing", id="no format"),
    ],
)
def test_a_fault_between_files_is_named_with_place_and_remedy(path: str, text: str, message: str) -> None:
    assert fault(path, text, works__v=VASWANI).startswith(message)


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(CheckFailed, match=r"works/a.yaml: not written: works/a.yaml:5:9: date 'soon' is not YYYY"):
        render(Catalog(entries={"ab": Entry("ab", Work(title="T", date="soon"))}), {})


def test_a_list_whose_name_is_no_file_is_refused() -> None:
    with pytest.raises(DataError, match="can't be a file's"):
        render(Catalog(lists={"../../x": SurveyList("../../x")}), {})


# --- leniency towards what people write -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "creator"),
    [
        pytest.param("Ashish Vaswani", Creator("Vaswani", "Ashish"), id="in reading order"),
        pytest.param("Laurens van der Maaten", Creator("Maaten", "Laurens", "van der"), id="with a particle"),
        pytest.param("King, Jr., Martin Luther", Creator("King", "Martin Luther", suffix="Jr."), id="with a suffix"),
        pytest.param("Plato", Creator("Plato"), id="one word"),
        pytest.param("'{Open AI, Inc.}'", Creator(literal="Open AI, Inc."), id="an organisation in quotes"),
        pytest.param("{OpenAI}", Creator(literal="OpenAI"), id="an organisation without quotes"),
        pytest.param("{Google, Inc.}", Creator(literal="Google, Inc."), id="an organisation with a comma"),
        pytest.param("{family: King Saud}", Creator("King Saud"), id="by parts"),
    ],
)
def test_names_are_read_as_people_write_them(written: str, creator: Creator) -> None:
    files = {"works/a.yaml": f"ab:\n  title: T\n  authors:\n    - {written}\n"}
    assert read(files).entries["ab"].work.authors == (creator,)


def test_what_is_left_empty_is_not_given() -> None:
    text = "ab:\n  title: T\n  status:\n  type:\n  authors:\n  identifiers:\n  aliases: []\n  note: ''\n"
    assert read({"works/a.yaml": text}).entries["ab"] == entry("ab")


def test_a_work_that_is_only_an_identifier_needs_no_title() -> None:
    text = "ab:\n  identifiers:\n    doi: 10.1/x\n"
    assert read({"works/a.yaml": text}).entries["ab"].work.identifier("doi") == "10.1/x"


def test_the_first_letter_chooses_the_file() -> None:
    keys = ("vaswani2017", "Vaswani2017", "2pac1996", "émile2000", "_x")
    assert [file_of(key) for key in keys] == ["works/v.yaml", "works/v.yaml", *["works/_.yaml"] * 3]


def test_other_files_are_none_of_ours() -> None:
    assert read({"lock/x.jsonl": "{", "README.md": "#", "works/readme.txt": "a: b: c"}) == Catalog()


def test_the_head_comes_with_the_first_change() -> None:
    without = {"works/v.yaml": VASWANI}
    catalog = read(without)
    assert render(catalog, without) == without
    assert (
        render(replace(catalog, key_pattern="[year]"), without)["bibkit.yaml"] == "format: 1\nkey_pattern: '[year]'\n"
    )


# --- questions --------------------------------------------------------------------------------------------------------

RECORDS = [Record("local", f"r{n}", Work(title=f"T{n}", number="7")) for n in (1, 2)]
QUESTION = Question("ab", "two fit", tuple(Match(r, "review", 0.5, ("title exact",)) for r in RECORDS))
ASKING = Catalog(entries={"ab": entry("ab")}, questions={"ab": QUESTION})


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        pytest.param("2", "local:r2", id="by number"),
        pytest.param("'1'", "local:r1", id="by number in quotes"),
        pytest.param("local:r2  # the journal version", "local:r2", id="by name, with a remark"),
        pytest.param("None", "none", id="none of them"),
        pytest.param("", "", id="not yet"),
    ],
)
def test_an_answer_is_written_by_hand(written: str, answer: str) -> None:
    files = render(ASKING, {})
    assert "  answer:\n" in files["review.yaml"]
    files["review.yaml"] = files["review.yaml"].replace("answer:", f"answer: {written}")
    found = read(files)
    assert found.questions["ab"] == replace(QUESTION, answer=answer)
    assert render(found, files) == files


def test_the_last_question_takes_the_file_with_it() -> None:
    assert "review.yaml" not in render(replace(ASKING, questions={}), render(ASKING, {}))


# --- size ---------------------------------------------------------------------------------------------------------


def test_a_list_of_many_items_is_read_and_written() -> None:
    many = 20_000
    survey = SurveyList("big", "Big", "", tuple(Listing(resource=f"r{n}") for n in range(many)))
    files = render(Catalog(lists={"big": survey}), {})
    turned = replace(survey, listings=survey.listings[::-1])
    after = render(Catalog(lists={"big": turned}), files)
    assert read(after).lists["big"] == turned


def test_headings_ten_levels_deep() -> None:
    section = Section("10", (Listing(resource="R"),))
    for level in range(9, 0, -1):
        section = Section(str(level), sections=(section,))
    catalog = Catalog(lists={"deep": SurveyList("deep", sections=(section,))})
    assert read(render(catalog, {})) == catalog


@given(ANY)
def test_any_text_of_a_file_is_read_or_refused(text: str) -> None:
    for path in ("works/a.yaml", "lists/a.yaml", "review.yaml", "bibkit.yaml"):
        try:
            read({path: text})
        except DataError as error:
            assert str(error).startswith(f"{path}:")  # noqa: PT017 - both outcomes are right


@pytest.mark.shared
def test_the_titles_of_the_pool_survive(shared: Path) -> None:
    import gzip
    import json

    with gzip.open(shared / "records" / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
        titles = [json.loads(line)["title"] for line in lines]
    catalog = Catalog(entries={f"k{n:05}": entry(f"k{n:05}", title) for n, title in enumerate(titles)})
    assert read(render(catalog, {})) == catalog
