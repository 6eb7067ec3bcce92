"""The section path: which headings an item stands under.

The one first-level heading that opens a document is its title, not a section: a list is a tree of sections *under* its
title, each section becomes a folder or file of its own, and a level that holds everything would say nothing. A document
with several first-level headings has no title among them, and all of them are sections.
"""

import re
from collections.abc import Sequence

#: Ranks of what is used as a heading beside `#` to `######` (1 to 6; more signs count on): always below those.
SUMMARY = 50  #: `<summary>` of a `<details>` block, open until `</details>`
BOLD = 90  #: a paragraph that is bold and nothing else

_MANY_SIGNS = re.compile(r"(#{7,40})[ \t]+(.*?)[ \t]*#*$")
_YEAR = re.compile(r"(?:year\s+)?((?:19|20)\d\d)\s*(?:\([^()]*\))?:?", re.I)


class Path:
    """The headings that are open at a point of the document. Skipped levels leave no gap: only what exists counts."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self.names: tuple[str, ...] = ()

    def push(self, rank: int, name: str) -> None:
        """Open a heading; those of its rank and below it are closed."""
        self.close(rank)
        self._open.append((rank, name))
        self.names = tuple(n for _, n in self._open if n)

    def close(self, rank: int) -> None:
        """Close the headings of `rank` and below it."""
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        self.names = tuple(n for _, n in self._open if n)


def many_signs(text: str) -> tuple[int, str] | None:
    """Return (rank, name) of a heading with more than the six signs that CommonMark reads, else None."""
    match = _MANY_SIGNS.fullmatch(text)
    return (len(match[1]), match[2]) if match else None


def title_index(ranks: Sequence[int]) -> int | None:
    """Return which of a document's headings is its title: the first, if it alone is of rank 1; else None."""
    return 0 if ranks and ranks[0] == 1 and ranks.count(1) == 1 else None


def bucket_year(section: Sequence[str]) -> int | None:
    """Return the year of the innermost heading if that is a year and nothing else (`2017`, `2017 (12)`), else None."""
    match = _YEAR.fullmatch(section[-1]) if section else None
    return int(match[1]) if match else None
