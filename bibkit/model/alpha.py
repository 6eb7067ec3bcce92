"""The labels that the BibTeX style alpha prints: `VSP{\\etalchar{+}}17`. LaTeX text, no citation keys."""

import re
from collections.abc import Sequence
from itertools import groupby

from bibkit.model.names import render
from bibkit.model.work import Work
from bibkit.text import names
from bibkit.text.fold import words
from bibkit.text.latex import to_latex
from bibkit.text.name_tokens import initial, tokens
from bibkit.text.names import NameParts

_MORE = r"{\etalchar{+}}"
_MOST = 4  #: names that a label abbreviates each; of more it shows three
_SHOWN = 3  #: names shown of many, letters shown of one
_OTHERS = NameParts(last="others")
_ARTICLES = ("The ", "An ", "A ")  # in the order in which alpha.bst takes them off
#: A special character, a brace or any other character.
_CHARACTER = re.compile(r"\{\\(?:[^{}]|\{[^{}]*\})*\}|.", re.DOTALL)


def labels(works: Sequence[Work]) -> list[str]:
    """Return the label of each work, in order, as alpha.bst gives them in one bibliography.

    Works that share a label are told apart by a, b, c ... in the order in which the style sorts them. A work without
    people takes the first letters of its title, where alpha would take those of its key.
    """
    plain = [_plain(work) for work in works]
    keys = [_sort_key(work, label) for work, label in zip(works, plain, strict=True)]
    out = [label + f"{work.year or 0:04}"[2:] if work.year else label for work, label in zip(works, plain, strict=True)]
    order = sorted(range(len(works)), key=keys.__getitem__)
    for _, same in groupby(order, key=lambda at: keys[at][0]):
        rivals = list(same)
        for number, at in enumerate(rivals if len(rivals) > 1 else ()):
            out[at] += chr(ord("a") + number)
    return out


def _plain(work: Work) -> str:
    """Return a label without its year (`format.lab.names`)."""
    people, others = (work.authors, work.others) if work.authors else (work.editors, False)
    if not people:
        return "".join(words(work.title))[:_SHOWN]
    found = names.split(render(people, others=others))
    if len(found) == 1:
        short = _initials(found[0])
        return short if len(_characters(short)) > 1 else _prefix(found[0].last, _SHOWN)
    shown = found if len(found) <= _MOST else found[:_SHOWN]
    text = "".join(_MORE if parts == _OTHERS else _initials(parts) for parts in shown)
    return text if len(found) <= _MOST else text + _MORE


def _initials(parts: NameParts) -> str:
    """Return the initials of the von part and the last name (`{v{}}{l{}}`)."""
    return "".join(initial(word.text) for part in (parts.von, parts.last) for word in tokens(part)[0])


def _characters(latex: str) -> list[str]:
    return [c for c in _CHARACTER.findall(latex) if c not in "{}"]


def _prefix(latex: str, length: int) -> str:
    """Return the first `length` characters as BibTeX counts them, braces that are open closed (`text.prefix$`)."""
    out: list[str] = []
    count = depth = 0
    for character in _CHARACTER.findall(latex):
        if count == length:
            break
        out.append(character)
        depth += (character == "{") - (character == "}")
        count += character not in "{}"
    return "".join(out) + "}" * depth


def _sort_key(work: Work, label: str) -> tuple[str, str, str, str]:
    """Return what alpha sorts by: the label with four digits of the year, the names, the year, the title."""
    people = names.split(render(work.authors or work.editors, others=work.others and bool(work.authors)))
    listed = [
        "et al" if parts == _OTHERS else " ".join((parts.von, parts.last, " ", parts.first, parts.jr))
        for parts in people
    ]
    title = work.title
    for article in _ARTICLES:
        title = title.removeprefix(article)
    year = f"{work.year:04}" if work.year else ""
    return (
        _sortable(label.replace(_MORE, "")) + year,
        "   ".join(map(_sortable, listed)),
        year,
        _sortable(to_latex(title)),
    )


def _sortable(latex: str) -> str:
    """Return text as the style compares it: letters and digits in lower case (`sortify`, near enough)."""
    return " ".join(words(latex)).lower()
