"""The catalog's YAML files <-> Catalog. Writing changes only the blocks whose value changed.

    bibkit.yaml            the head: the number of the form, the pattern of keys
    works/<letter>.yaml    entries, sorted by key, in the file of the key's first letter (`_` for all but a to z)
    lists/<slug>.yaml      one list: a tree of sections with the keys that each lists
    review.yaml            questions that wait for a person

What a field is called and what it may hold is in `shapes`. An entry that a person put into another file of works/ stays
there. Every text is text: nothing is guessed to be a number, a date or a truth value.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from bibkit.errors import CheckFailed, DataError
from bibkit.formats import catalog_checks as checks
from bibkit.formats import catalog_parts as parts
from bibkit.formats import questions, yaml_patch, yaml_text
from bibkit.formats.catalog_parts import HEAD_FILE, REVIEW_FILE
from bibkit.formats.shapes import FORMAT
from bibkit.formats.yaml_patch import Lifted
from bibkit.formats.yaml_text import Tree
from bibkit.model.catalog import Catalog, Entry

#: The files of the catalog's folder that are read and written here.
PATTERNS = (HEAD_FILE, REVIEW_FILE, "works/*.yaml", "lists/*.yaml")

Files = Mapping[str, str]


def read(files: Files, *, lost: Collection[str] = ()) -> Catalog:
    """Return the catalog that `files` (path relative to the catalog's folder -> text) hold; other files are ignored.

    Lists and questions may name the keys of `lost` even where works/ lacks them: they are about to come back.
    Raises DataError that names file, line, column and the remedy of a file's first fault, and counts the others.
    """
    head = parts.head(HEAD_FILE, files.get(HEAD_FILE, ""))
    entries: dict[str, Entry] = {}
    homes: dict[str, str] = {}
    for path, text in _of(files, "works"):
        for key, entry in parts.entries(path, text).items():
            if key in entries:
                raise checks.twice(path, text, key, homes[key])
            entries[key], homes[key] = entry, path
    lists = [parts.survey(path, text) for path, text in _of(files, "lists")]
    catalog = Catalog(
        entries=dict(sorted(entries.items(), key=lambda item: parts.order(item[0]))),
        lists={survey.slug: survey for survey in lists},
        questions=dict(questions.parse(REVIEW_FILE, files.get(REVIEW_FILE, ""))),
        key_pattern=head.get("key_pattern", ""),
    )
    checks.references(catalog, files, lost)
    return catalog


def render(catalog: Catalog, before: Files) -> dict[str, str]:
    """Return the texts of all the catalog's files, made from those `before`: only changed blocks differ.

    A file of `before` that is missing in the answer is to be deleted. Raises DataError where `before` can't be read,
    CheckFailed where a value would not be read back as it is.
    """
    after = _render_works(catalog.entries, before)
    for slug, survey in sorted(catalog.lists.items()):
        path = checks.list_file(slug)
        old = parts.survey(path, before[path]) if path in before else None
        after[path] = _settle(path, before.get(path, ""), old, survey, parts.survey_tree, parts.survey)
    after[REVIEW_FILE] = _render_review(catalog, before.get(REVIEW_FILE, ""))
    after[HEAD_FILE] = _render_head(catalog, before, after)
    return {path: text for path, text in sorted(after.items()) if text or before.get(path) == ""}


def file_of(key: str) -> str:
    """Return the file of works/ in which a new entry is put."""
    letter = key[:1].lower()
    return f"works/{letter if letter.isascii() and letter.isalpha() else '_'}.yaml"


def _of(files: Files, folder: str) -> list[tuple[str, str]]:
    return [(path, files[path]) for path in sorted(files) if path.startswith(f"{folder}/") and path.endswith(".yaml")]


def _render_works(entries: Mapping[str, Entry], before: Files) -> dict[str, str]:
    old = {path: parts.entries(path, text) for path, text in _of(before, "works")}
    homes = {key: path for path, there in old.items() for key in there}
    wanted: dict[str, dict[str, Entry]] = {path: {} for path in old}
    for key in sorted(entries, key=parts.order):
        wanted.setdefault(homes.get(key) or file_of(key), {})[key] = entries[key]
    lifted: dict[str, Lifted] = {}
    taken: set[str] = set()
    for key, was in _renamed(entries, homes).items():
        path = homes[was]
        trees = parts.entry_tree(old[path][was]), parts.entry_tree(entries[key])
        piece = yaml_patch.lift(before[path], was, key, *trees)
        if piece is not None:
            lifted[key] = piece
            taken.add(was)
    moves = lifted, frozenset(taken)
    return {
        path: _settle(path, before.get(path, ""), old.get(path), there, parts.entry_trees, parts.entries, *moves)
        for path, there in wanted.items()
    }


def _renamed(entries: Mapping[str, Entry], homes: Mapping[str, str]) -> dict[str, str]:
    """Return new key -> old key of the entries that were renamed: the old key is gone, and an alias of the new one."""
    gone = homes.keys() - entries.keys()
    new = (entries[key] for key in entries.keys() - homes.keys())
    return {entry.key: was for entry in new for was in entry.aliases if was in gone}


def _render_review(catalog: Catalog, text: str) -> str:
    old = questions.parse(REVIEW_FILE, text)
    new = dict(sorted(catalog.questions.items(), key=lambda item: parts.order(item[0])))
    if new and not old and not text.strip():
        text = questions.HEADER
    written = _settle(REVIEW_FILE, text, old, new, questions.trees, questions.parse)
    return "" if written.strip() == questions.HEADER.strip() else written


def _render_head(catalog: Catalog, before: Files, after: Files) -> str:
    """Return the head file. A missing one is written as soon as another file changes."""
    text = before.get(HEAD_FILE, "")
    old = parts.head(HEAD_FILE, text)
    if not old and not catalog.key_pattern and all(before.get(path, "") == text for path, text in after.items()):
        return text
    new = {**old, "format": FORMAT, "key_pattern": catalog.key_pattern}
    return _settle(HEAD_FILE, text, old, {k: v for k, v in new.items() if v}, parts.head_tree, parts.head)


def _settle(
    path: str,
    text: str,
    old: Any,
    new: Any,
    tree: Callable[[Any], Mapping[str, Tree]],
    read_back: Callable[[str, str], Any],
    lifted: Mapping[str, Lifted] | None = None,
    taken: frozenset[str] = frozenset(),
) -> str:
    """Return the text of one file that said `old` and is to say `new`. A new text is read back before it is given."""
    if old == new:
        return text
    trees = tree(new)
    problem = "it would not be read again as what was meant"
    for anew in (False, True):
        was = tree(old) if old else {}
        written = yaml_patch.rewrite(text, trees) if anew else yaml_patch.patch(text, was, trees, lifted, taken)
        try:
            found = read_back(path, written)
        except DataError as error:
            problem = str(error)
            continue
        # Equal, or different only in what no file can hold: half a surrogate pair.
        if found == new or yaml_text.block(tree(found), 0) == yaml_text.block(trees, 0):
            return written
    raise CheckFailed(f"{path}: not written: {problem}")
