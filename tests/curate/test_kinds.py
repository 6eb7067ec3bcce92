"""Papers, resources, and what is skipped."""

import pytest

from bibkit import disk
from bibkit.curate import read
from bibkit.formats import venues
from bibkit.importers.markdown import Markdown
from bibkit.model.venue import Venues


@pytest.fixture(scope="module")
def table() -> Venues:
    return venues.load(disk.data_text("venues.json"))


@pytest.mark.parametrize(
    ("section", "text", "kind", "reason"),
    [
        pytest.param(
            "A",
            "[A Small Title](https://arxiv.org/abs/1512.03385)",
            "paper",
            "its link leads to a paper",
            id="an identifier",
        ),
        pytest.param("A", "[A Small Title](http://x.edu/a.pdf)", "paper", "its link leads to a paper", id="a file"),
        pytest.param(
            "A", "A Small Title [[Paper](http://x.org/about)]", "paper", "its link is labelled 'Paper'", id="a label"
        ),
        pytest.param(
            "A", "2020-AAAI-[A Small Title]()", "paper", "it has a venue or a year", id="a venue without a link"
        ),
        pytest.param(
            "A",
            "2017.11-[A Small Title](https://makers.com/blog/a/)",
            "paper",
            "it has a venue or a year",
            id="a date, on a blog",
        ),
        pytest.param(
            "A",
            "2019-CVPR-[A Small Title](https://github.com/a/b)",
            "paper",
            "it has a venue or a year",
            id="a venue, on a repository",
        ),
        pytest.param("A", "A Small Title: A Survey, 2023.", "paper", "it has a venue or a year", id="a year alone"),
        pytest.param(
            "A",
            "[Recognizing People in Photos Privately](https://x.org/research/y)",
            "paper",
            "its link has a title",
            id="a title, on an unknown page",
        ),
        pytest.param(
            "Benchmarking",
            "[A Small Title](https://arxiv.org/abs/1512.03385)",
            "paper",
            "its link leads to a paper",
            id="a paper among other things",
        ),
        pytest.param(
            "A",
            "2019-Book-[Interpretable Learning](http://x.org/book.html)",
            "resource",
            "book",
            id="a book by its label",
        ),
        pytest.param(
            "A",
            "SmallTool: a tool, <ins>Github, 2022</ins> [[Code](https://github.com/a/b)]",
            "resource",
            "repository",
            id="a repository by its label",
        ),
        pytest.param(
            "A",
            "SmallTool: a tool, <ins>Github, 2022</ins> [[Paper](https://arxiv.org/abs/1512.03385)]",
            "paper",
            "its link is labelled 'Paper'",
            id="a paper published with a repository",
        ),
        pytest.param(
            "A",
            "[Huge list of papers on pruning](https://github.com/a/b)",
            "resource",
            "repository",
            id="a repository by its host",
        ),
        pytest.param("A", "SmallTool. [[URL]](https://github.com/a/b)", "resource", "repository", id="a vague label"),
        pytest.param(
            "A",
            "[Chat Smarter with This](https://ai.googleblog.com/2016/05/x.html)",
            "resource",
            "blog",
            id="a blog by its host",
        ),
        pytest.param(
            "A", "[A Small Title (blog post)](https://x.org/y)", "resource", "blog", id="a blog by its remark"
        ),
        pytest.param("A", "Leaders of All: https://huggingface.co/spaces/a/b", "resource", "demo", id="a space"),
        pytest.param(
            "A", "[Results](https://paperswithcode.com/sota/x)", "resource", "leaderboard", id="a leaderboard"
        ),
        pytest.param(
            "Workshops",
            "[2018-ICML Workshop](https://openreview.net/group?id=X): Credit",
            "resource",
            "workshop",
            id="a workshop by its section",
        ),
        pytest.param(
            "Books & Courses", "[Tiny Learning](https://x.ai/) @MIT", "resource", "book", id="a course by its section"
        ),
        pytest.param(
            "Lightweight Engines/APIs",
            "Makers: [SmallML](https://makers.com/y) (iOS 11+)",
            "resource",
            "software",
            id="software by its section",
        ),
        pytest.param("A", "Makers: [SmallML](https://makers.com/y)", "resource", "web page", id="a page with a name"),
        pytest.param("A", "[Surveys](#surveys)", "skip", "table of contents", id="table of contents"),
        pytest.param("Contents", "[Surveys](surveys.md)", "skip", "table of contents", id="contents on other pages"),
        pytest.param("ToDo (05/10/2023)", "Keep adding papers.", "skip", "to-do", id="to-do"),
        pytest.param(
            "Task-specific tricks",
            "[A Small Title](https://x.org/y) of tasks",
            "paper",
            "its link has a title",
            id="tasks are no to-do",
        ),
        pytest.param(
            "A", "pruning (structured and unstructured)", "skip", "no link, no venue and no year: prose", id="prose"
        ),
        pytest.param("A", "", "skip", "no title", id="nothing"),
    ],
)
def test_kind_and_reason(table: Venues, section: str, text: str, kind: str, reason: str) -> None:
    text = text.replace("A Small Title", "A Small Title of Works")
    (raw,) = Markdown(table).parse(f"# List\n\n## {section}\n\n- {text}\n", "list.md")
    found = read.complete(raw, table)
    assert (found.kind, found.reason) == (kind, reason)
