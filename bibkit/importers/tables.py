"""Tables: which column says what, by the words of its head."""

import re
from collections.abc import Mapping

#: What a column (or a sub-item `Venue: ...`) says, by its head in lower case. `link` columns give their head as label.
COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "paper title", "paper name", "name", "work", "article", "publication", "论文", "标题", "题目"),
    "authors": ("authors", "author", "author(s)", "by", "作者"),
    "venue": (
        "venue",
        "conference",
        "journal",
        "conference/journal",
        "journal/conference",
        "venue/journal",
        "published in",
        "published",
        "published at",
        "publisher",
        "pub",
        "pub.",
        "proceedings",
        "source",
        "会议",
        "期刊",
        "发表",
    ),
    "year": ("year", "date", "time", "when", "published date", "publication date", "submitted", "年份", "时间", "日期"),
    "link": (
        "link",
        "links",
        "url",
        "pdf",
        "arxiv",
        "paper link",
        "paper url",
        "doi",
        "code",
        "codes",
        "github",
        "repo",
        "repository",
        "implementation",
        "project",
        "project page",
        "website",
        "homepage",
        "demo",
        "video",
        "slides",
        "blog",
        "dataset",
        "data",
        "model",
        "代码",
        "链接",
    ),
    "note": ("note", "notes", "remark", "remarks", "comment", "comments", "abstract", "tl;dr", "tldr", "备注"),
}
#: Heads that name the title column only where no other does.
SECOND_CHOICE = ("paper", "papers", "reference", "method", "model", "resource", "project", "dataset")

_FIELD = {head: field for field, heads in COLUMNS.items() for head in heads}
_DECORATION = re.compile(r"[^\w()/.;]+$|^[^\w(]+")


def field_of(head: str) -> str:
    """Return the field that a column head stands for, or '' for a head that is none."""
    return _FIELD.get(_DECORATION.sub("", head).casefold(), "")


def fields(cells: Mapping[str, str]) -> dict[str, str]:
    """Return column -> field for the columns of a table; {} when none of them holds titles."""
    found = {head: field_of(head) for head in cells}
    if "title" not in found.values():
        if not any(field for head, field in found.items() if head.casefold() not in SECOND_CHOICE):
            return {}
        for word in SECOND_CHOICE:
            head = next((h for h in cells if _DECORATION.sub("", h).casefold() == word), None)
            if head is not None:
                found[head] = "title"
                break
        else:
            return {}
    return {head: field or ("link" if head.casefold() in SECOND_CHOICE else "") for head, field in found.items()}
