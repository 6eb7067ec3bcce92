"""Whole lists: items and their lines, links and roles, nested items, tables, paragraphs, defects, hostile text."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibkit.importers.markdown import Markdown
from bibkit.model.reference import Reference
from tests.importers.conftest import One

P, C = "https://arxiv.org/abs/1512.03385", "https://github.com/a/b"

#: Seconds for one hostile text: 50,000 brackets took 0.1, and nothing quadratic fits in here.
PATIENCE = 3.0


def brief(reference: Reference) -> tuple[str, str, list[tuple[str, str, str]]]:
    """Return title, main link, and the other links as (label, role, address)."""
    return reference.title, reference.url, [(k.label, k.role, k.url) for k in reference.links]


# Links


@pytest.mark.parametrize(
    ("item", "url", "links"),
    [
        pytest.param(f"[A Small Title]({P})", P, [], id="the title's own link"),
        pytest.param(
            f"A Small Title. [[Paper]({P})] [[Code]({C})]", P, [("Code", "code", C)], id="brackets outside the link"
        ),
        pytest.param(
            f"A Small Title. [[Paper]]({P}) [[Code]]({C})", P, [("Code", "code", C)], id="brackets inside the label"
        ),
        pytest.param(f"A Small Title. [Paper]({P}) [Code]({C})", P, [("Code", "code", C)], id="no brackets"),
        pytest.param(
            f"A Small Title. [[Code]({C})] [[Paper]({P})]", P, [("Code", "code", C)], id="the paper comes last"
        ),
        pytest.param(f"A Small Title. [[paper]({P})][[Code]({C})]", P, [("Code", "code", C)], id="nothing between"),
        pytest.param(f"A Small Title ([paper]({P}), [code]({C}))", P, [("code", "code", C)], id="one pair of brackets"),
        pytest.param(f"A Small Title. [[Code]({C})]", "", [("Code", "code", C)], id="code alone is no paper"),
        pytest.param(f"[A Small Title]() [[Code]({C})]", "", [("Code", "code", C)], id="an empty link"),
        pytest.param(
            f"[SmallTool]({C}) [[paper]({P})]", P, [("SmallTool", "code", C)], id="a title that leads to code"
        ),
        pytest.param(
            f"[A Small Title]({P}). [Arxiv extension](http://a)",
            P,
            [("Arxiv extension", "version", "http://a")],
            id="a version by its label",
        ),
        pytest.param(
            f"[A Small Title]({P}) [[OpenReview](http://a)]",
            P,
            [("OpenReview", "version", "http://a")],
            id="another place of it",
        ),
        pytest.param(
            f"[A Small Title]({P}) [2016 TPAMI version: [Another Long Title of It](http://a)]",
            P,
            [("Another Long Title of It", "version", "http://a")],
            id="a version by the words before it",
        ),
        pytest.param(
            f"[A Small Title]({P}) (Journal version: [2020-SIAM-Another Title](http://a))",
            P,
            [("2020-SIAM-Another Title", "version", "http://a")],
            id="a version in a remark",
        ),
        pytest.param(
            f"[A Small Title]({P}) (Similar topic: [a nip in the bud](http://a), [another](http://b))",
            P,
            [("a nip in the bud", "related", "http://a"), ("another", "related", "http://b")],
            id="other works in a remark",
        ),
        pytest.param(
            f"[A Small Title]({P}) [[PyTorch Reimpl. #1]({C})] [[Slides](http://s)] [[Reddit discussion](http://r)]",
            P,
            [
                ("PyTorch Reimpl. #1", "code", C),
                ("Slides", "slides", "http://s"),
                ("Reddit discussion", "discussion", "http://r"),
            ],
            id="several roles, in order",
        ),
        pytest.param(
            f"[A Small Title]({P}) [[Code](https://doi.org/10.1/x)]",
            P,
            [("Code", "code", "https://doi.org/10.1/x")],
            id="the label wins over the host",
        ),
        pytest.param(
            f"[A Small Title]({P}) [x](https://github.com/a/b)",
            P,
            [("x", "code", C)],
            id="the host tells where the label does not",
        ),
        pytest.param(f"A Small Title, [[Paper]({P}", P, [], id="a link that is never closed"),
        pytest.param(f"A Small Title, <ins>ACL, 2023</ins> [[Paper]({P})[", P, [], id="a bracket that is not closed"),
        pytest.param(
            f"A Small Title. [[Code]({C}.\n)] [[Paper]({P})]",
            P,
            [("Code", "code", C + ".")],
            id="an address broken over lines",
        ),
        pytest.param(f"A Small Title. [[ Paper\n  ]({P})]", P, [], id="a label broken over lines"),
        pytest.param(f"[A Small Title] ({P})", P, [], id="a blank before the address"),
        pytest.param(f"(A Small Title)[{P}]", P, [], id="brackets the wrong way round"),
        pytest.param(f"[A Small Title][1]\n\n[1]: {P}", P, [], id="a link by reference"),
        pytest.param(f"A Small Title, {P}.", P, [], id="a bare address with the sentence's full stop"),
        pytest.param(
            "A Small Title: https://x.org/a_(b)", "https://x.org/a_(b)", [], id="a bare address with brackets"
        ),
        pytest.param(
            "A Small Title (see https://x.org/__a__).", "https://x.org/__a__", [], id="underscores in a bare address"
        ),
        pytest.param(f"[A Small Title]({P} 'tool tip')", P, [], id="a tool tip"),
    ],
)
def test_links(one: One, item: str, url: str, links: list[tuple[str, str, str]]) -> None:
    reference = one(item)
    assert brief(reference)[1:] == (url, links)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://x.org/a?b=1&amp;c=2", id="an entity stays"),
        pytest.param("http://x.org/%20%C3%A2%3E,", id="percent signs stay"),
        pytest.param("http://x.org/é|^", id="nothing is encoded"),
        pytest.param(r"http://x.org/a\_b", id="a backslash stays"),
        pytest.param("http://x.org/a_(b)", id="balanced brackets"),
        pytest.param("javascript:alert(1)", id="a scheme that browsers refuse"),
        pytest.param("ftp://x.org/a.ps", id="ftp"),
        pytest.param("figs/a.pdf", id="a relative path"),
        pytest.param("x", id="a word"),
    ],
)
def test_an_address_is_kept_as_written(one: One, url: str) -> None:
    assert one(f"[A Small Title]({url})").url == url
    assert one(f"[A Small Title](<{url}>)").url == url
    assert one(f"[A Small Title][r]\n\n  [r]: {url}").url == url


@pytest.mark.parametrize(
    ("item", "flags"),
    [
        pytest.param("2016-ICLR-[A Small Title](u) [Best paper!]", ("best-paper",), id="best paper in brackets"),
        pytest.param("2021-ICLR-[A Small Title](u) (Spotlight)", ("spotlight",), id="spotlight in brackets"),
        pytest.param("2021-CVPR-[A Small Title](u) [Oral] [[Code](v)]", ("oral",), id="oral before a link"),
        pytest.param("2021-NIPS-[A Small Title](u) [[Code](v)] (Spotlight!)", ("spotlight",), id="behind a link"),
        pytest.param("2019-ICML-[A Small Title](u) (AutoML workshop)", ("workshop",), id="a workshop in brackets"),
        pytest.param("[A Small Title (Oral)](u)", ("oral",), id="within the title's link"),
        pytest.param("**Oral** [A Small Title](u)", ("oral",), id="before the title"),
        pytest.param("[An Oral History of Workshops](u) (similar: [Best Paper of All](v))", (), id="words of titles"),
    ],
)
def test_flags(one: One, item: str, flags: tuple[str, ...]) -> None:
    assert one(item).flags == flags


def test_what_is_wrong_is_said(one: One) -> None:
    assert one("[A Small Title]()").problems == ("the title's link has no address",)
    assert one(f"[A Small Title]({P}) [[Code]()]").problems == ("the link 'Code' has no address",)
    assert one(f"A Small Title, [[Paper]({P})[").problems == ("a square bracket is not closed",)
    assert one(f"[A Small Title] ({P})").problems == ("the link 'A Small Title' is not written as [label](address)",)
    assert one("2018-ECCV-[2018-ECCV-A Small Title](u)").problems == ("the title repeats the label '2018-ECCV'",)


# Items and their places


def test_lines_and_text_of_items(markdown: Markdown) -> None:
    items = "-   [One Small Title](u)\n-   [Two Small\n    Titles](v)\n    - [A Child of It](w)\n\n1) [Three](x)\n"
    text = "\ufeff" + f"# List\n\n{items}".replace("\n", "\r\n")
    found = markdown.parse(text, "list.md")
    assert [(r.file, r.line, r.end_line, r.title) for r in found] == [
        ("list.md", 3, 3, "One Small Title"),
        ("list.md", 4, 5, "Two Small Titles"),
        ("list.md", 6, 6, "A Child of It"),
        ("list.md", 8, 8, "Three"),
    ]
    assert [r.text for r in found] == [
        "[One Small Title](u)",
        "[Two Small\nTitles](v)",
        "[A Child of It](w)",
        "[Three](x)",
    ]


def test_front_matter_is_no_heading(markdown: Markdown) -> None:
    (found,) = markdown.parse("---\ntitle: x\n---\n\n## A\n\n- [One Small Title](u)\n", "list.md")
    assert (found.line, found.section) == (7, ("A",))


def test_sub_items_with_links_of_their_parent_give_them_up(markdown: Markdown) -> None:
    text = f"- A Small Title\n  - [paper]({P})\n  - Code: [link]({C})\n  - Video: <http://v>\n"
    parent, *children = markdown.parse(text, "list.md")
    assert brief(parent) == ("A Small Title", P, [("link", "code", C), ("", "video", "http://v")])
    assert [(c.kind, c.reason) for c in children] == [("skip", "links of the item above")] * 3


def test_sub_items_with_one_detail_give_it_up(markdown: Markdown) -> None:
    text = "- **A Small Title**\n  - Authors: Ann Bee, Carl Dee\n  - Venue: ICML 2020 (Oral)\n  - An idea: it works\n"
    parent, authors, venue, idea = markdown.parse(text, "list.md")
    assert (parent.authors, parent.year, parent.venue_raw, parent.flags) == (
        ("Ann Bee", "Carl Dee"),
        2020,
        "ICML",
        ("oral",),
    )
    assert [c.reason for c in (authors, venue, idea)] == ["a detail of the item above"] * 2 + [""]


def test_sub_items_that_are_entries_stay_entries(markdown: Markdown) -> None:
    found = markdown.parse(
        f"- Pruning\n  - [A Small Title]({P})\n    - [A Deeper Title]({P}) [[code]({C})]\n", "list.md"
    )
    assert [r.title for r in found] == ["Pruning", "A Small Title", "A Deeper Title"]
    assert not any(r.reason for r in found)


def test_task_items(markdown: Markdown) -> None:
    todo, done = markdown.parse(f"- [ ] read more\n- [x] [A Small Title]({P})\n", "list.md")
    assert (todo.kind, todo.reason) == ("skip", "to-do")
    assert (done.title, done.reason) == ("A Small Title", "")


TABLES = f"""
| No. | Title | Venue | Year | Authors | Paper | Code |
|---|---|---|---|---|---|---|
| 1 | A Small Title | CVPR | 2016 | Ann Bee, Carl Dee | [link]({P}) | [GitHub]({C}) |
| 2 | [Another Title]({P}) | ICML'20 (Oral) | | | | [![Star](https://img.shields.io/github/stars/a/b.svg)]({C}) |

| Paper | Date | Github |
|:---|:---:|---:|
| [A Third Title]({P}) | 2015.12 | [Github]({C}) |

| Model | Parameters |
|---|---|
| Small | 3 |

| a | b |
|---|---|
| x | [A Fourth Title]({P}) |
"""


def test_rows_of_tables(markdown: Markdown) -> None:
    found = markdown.parse(TABLES, "list.md")
    assert [(r.line, r.end_line, r.year, r.month, r.venue_raw, r.flags, *brief(r)) for r in found] == [
        (4, 4, 2016, None, "CVPR", (), "A Small Title", P, [("GitHub", "code", C)]),
        (5, 5, 2020, None, "ICML", ("oral",), "Another Title", P, [("Star", "code", C)]),
        (9, 9, 2015, 12, "", (), "A Third Title", P, [("Github", "code", C)]),
        (17, 17, None, None, "", (), "A Fourth Title", P, []),
    ]
    assert found[0].authors == ("Ann Bee", "Carl Dee")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(f"**[A Small Title]({P})** (CVPR 2016)", ["A Small Title"], id="a linked title with a venue"),
        pytest.param(
            f"**A Small Title**  \n*Ann Bee, Carl Dee*  \nCVPR 2016. [[pdf]({P})]", ["A Small Title"], id="three lines"
        ),
        pytest.param(f"For more see [A Small Title]({P}) of CVPR 2016.", [], id="prose"),
        pytest.param(f"[A Small Title]({P})", [], id="a link alone"),
        pytest.param(f"> **[A Small Title]({P})** (CVPR 2016)", [], id="a quotation"),
        pytest.param("![A Picture](figs/a.png)", [], id="a picture"),
    ],
)
def test_paragraphs(markdown: Markdown, text: str, titles: list[str]) -> None:
    assert [r.title for r in markdown.parse(f"# List\n\n{text}\n", "list.md")] == titles


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [], id="an empty file"),
        pytest.param("# A\n## B\n", [], id="headings alone"),
        pytest.param("```\n- [A](u)\n```\n- [B](u)\n", [4], id="a fence"),
        pytest.param("- [B](u)\n\n```\n- [A](u)\n", [1], id="a fence that is never closed"),
        pytest.param("    - [A](u)\n", [], id="an indented block of code"),
        pytest.param("> - [A](u)\n", [1], id="a list in a quotation"),
        pytest.param("- \n- [B](u)\n", [1, 2], id="an empty item"),
        pytest.param("* [A](u)\n+ [B](u)\n3. [C](u)\n", [1, 2, 3], id="all bullets"),
        pytest.param("<details>\n<summary>x</summary>\n\n- [A](u)\n\n</details>\n", [4], id="a folded block"),
        pytest.param("- [A](u)\0\n- [B](u)\n", [1, 2], id="a NUL"),
        pytest.param("- [A](u)\r- [B](u)\r\n- [C](u)\n", [1, 2, 3], id="all line ends"),
        pytest.param("".join("  " * n + "- [A](u)\n" for n in range(10)), list(range(1, 11)), id="ten levels"),
        pytest.param("<!--\n- [A](u)\n-->\n- [B](u)\n", [4], id="a comment"),
    ],
)
def test_which_lines_are_items(markdown: Markdown, text: str, lines: list[int]) -> None:
    assert [r.line for r in markdown.parse(text, "list.md")] == lines


N = 50_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- " + "[" * N, id="open brackets"),
        pytest.param("- T " + "[" * N + " *x*", id="open brackets and words"),
        pytest.param("- " + "[a](" * N, id="open links"),
        pytest.param("- " + "[" * 2_000 + "a" + "](b)" * 2_000, id="links within links"),
        pytest.param("- " + "*a_ " * N, id="open emphasis"),
        pytest.param("- " + "<" * N, id="open tags"),
        pytest.param("- " + '<a href="' * 10_000, id="open attributes"),
        pytest.param("> " * 5_000 + "a", id="quotations within quotations"),
        pytest.param("- " * 3_000 + "a", id="lists within lists"),
        pytest.param("- [T](u) " + "-" * 2_900, id="a row of dashes"),
        pytest.param("- T " + ", " * 1_400 + "x", id="a row of commas"),
        pytest.param("- T " + "(2019 " * 400, id="open years"),
        pytest.param("- " + "[2019] " * 400, id="a row of labels"),
        pytest.param("- T" + ". A B" * 500 + ", 2019", id="a long row of names"),
        pytest.param("- http://a" + ")" * N, id="an address with brackets"),
        pytest.param("- " + "words, of prose; in 2019. " * 20_000, id="half a megabyte in one item"),
    ],
)
def test_hostile_text_costs_no_time(markdown: Markdown, text: str) -> None:
    start = time.process_time()
    markdown.parse(text, "list.md")
    assert time.process_time() - start < PATIENCE


PIECES = (
    *("- ", "  - ", "1. ", "\n", "\n\n", "# ", "## ", "**2017**", "[", "]", "(", ")", "[Paper](", f"[A Title]({P})"),
    *("*", "**", "`", "|", "---", "<ins>", "</ins>", "<details>", "2019-ICLR-", "ICML'20", ", 2020", "A Title", ". "),
    *("Ann Bee, ", "https://x.org/", "![](https://img.shields.io/badge/a-b-c)", "\ue000", "\ue001", "\ue004", "&amp;"),
    *("\\", "\t", "é", "\0"),
)
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(st.one_of(MARKDOWN, st.text(max_size=200)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(markdown: Markdown, text: str) -> None:
    count = len(re.split(r"\r\n|\r|\n", text))
    previous = 0
    for found in markdown.parse(text, "list.md"):
        assert previous <= found.line <= found.end_line <= count
        assert not re.search("[\ue000-\ue00f]", found.title + found.note + found.venue_raw)
        previous = found.line


# Real lists


@pytest.mark.shared
def test_items_of_real_lists(markdown: Markdown, shared: Path) -> None:
    counts = Counter[str]()
    for path in sorted((shared / "seeds").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = markdown.parse(text, path.name)
        bullets = [n for n, line in enumerate(text.split("\n"), start=1) if re.match(r"\s*[-*] +\S", line)]
        assert [r.line for r in found] == bullets
        counts[path.name] = len(found)
    assert sorted(counts.values()) == [123, 135, 423, 782]


@pytest.mark.shared
def test_addresses_of_real_lists_are_those_of_the_source(markdown: Markdown, shared: Path) -> None:
    written = re.compile(r"\]\(((?:[^()\s]|\([^()\s]*\))+)\s*\)")
    for path in sorted((shared / "seeds").glob("*.md")):
        for found in markdown.parse(path.read_text(encoding="utf-8"), path.name):
            if "](" in found.text:
                urls = [found.url] * bool(found.url) + [k.url for k in found.links]
                assert sorted(urls) == sorted(written.findall(found.text))
