"""One file of the catalog <-> its value, for each kind of file; reading is remembered by the text."""

import difflib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bibkit.formats import convert, documents, spell
from bibkit.formats.shapes import ENTRY, ENTRY_HEAD, ENTRY_TAIL, FORMAT, HEAD, LIST, WORK
from bibkit.formats.yaml_text import SpacedMap, Tree
from bibkit.formats.yaml_tree import Fault
from bibkit.model.catalog import Entry, SurveyList

HEAD_FILE = "bibkit.yaml"
REVIEW_FILE = "review.yaml"


def order(key: str) -> tuple[str, str]:
    """Return what citation keys are sorted by: capitals don't count, unless all else is equal."""
    return key.lower(), key


@lru_cache(maxsize=512)
def entries(path: str, text: str) -> dict[str, Entry]:
    """Return the entries of a file of works/, in its order."""
    return documents.parsed(path, text, lambda tree: documents.each(tree, _entry))


def entry_tree(entry: Entry) -> dict[str, Tree]:
    """Return an entry as a tree."""
    return {**spell.tree(ENTRY_HEAD, entry), **spell.tree(WORK, entry.work), **spell.tree(ENTRY_TAIL, entry)}


def entry_trees(found: Mapping[str, Entry]) -> SpacedMap:
    """Return the entries of a file as a tree."""
    return SpacedMap({key: entry_tree(entry) for key, entry in found.items()})


def _entry(key: str, tree: Tree) -> Entry:
    if not key or any(character.isspace() for character in key):
        raise Fault(f"{key!r} is no citation key: one word without blanks", on_key=True)
    found = convert.values(ENTRY, tree)
    work, rest = convert.split_work(found)
    for number, name in enumerate(rest.get("pinned", ())):
        if name not in convert.WORK_NAMES and not convert.is_identifier_pin(name):
            near = nearest(name, convert.WORK_NAMES) or f" (known: {', '.join(sorted(convert.WORK_NAMES))})"
            raise Fault(f"pinned names no field {name!r}{near}", path=("pinned", number))
    return Entry(key=key, work=work, **rest)


@lru_cache(maxsize=64)
def survey(path: str, text: str) -> SurveyList:
    """Return the list of a file of lists/; its slug is the file's name."""
    slug = path.removeprefix("lists/").removesuffix(".yaml")
    return documents.parsed(path, text, lambda tree: SurveyList(slug, **convert.values(LIST, tree)))


def survey_tree(found: SurveyList) -> dict[str, Tree]:
    """Return a list as a tree."""
    return spell.tree(LIST, found)


@lru_cache(maxsize=4)
def head(path: str, text: str) -> dict[str, Any]:
    """Return what bibkit.yaml says. Raises DataError for a form that this bibkit is too old for."""
    return documents.parsed(path, text, _head)


def _head(tree: Tree) -> dict[str, Any]:
    newer = "made by a newer bibkit (format {}; this one knows {}); upgrade: pip install -U bibkit-survey"
    number = tree.get("format", "") if isinstance(tree, Mapping) else ""
    # Before all else: a newer form may have fields that this one can't know.
    if isinstance(number, str) and number.isdecimal() and int(number) > FORMAT:
        raise Fault(newer.format(number, FORMAT), path=("format",))
    return convert.values(HEAD, tree) if tree else {}


def head_tree(found: Mapping[str, Any]) -> dict[str, Tree]:
    """Return the head as a tree."""
    return {name: value for name, value in found.items() if value}


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the nearest of the known words, or ''."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
