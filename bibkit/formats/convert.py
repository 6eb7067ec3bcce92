"""Trees of texts -> values of the model, by the table of shapes; `spell` is the way back."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bibkit.formats import creators
from bibkit.formats.shapes import SHAPES, WORK, Field, Shape
from bibkit.formats.yaml_text import Tree
from bibkit.formats.yaml_tree import Fault
from bibkit.model.catalog import ListedItem, ListedLink, Listing, Section
from bibkit.model.identifier import Identifier
from bibkit.model.work import Work

Values = dict[str, Any]

#: Shape -> what makes a value of its fields.
MAKERS: dict[str, Callable[..., object]] = {
    "work": Work,
    "link": ListedLink,
    "listing": Listing,
    "section": Section,
    "listed": ListedItem,
}
#: Begins the name of a pin that is for one identifier.
PIN = "identifiers."

WORK_NAMES = frozenset(field.name for field in WORK)
_SCHEME = re.compile(r"[a-z][a-z0-9_-]*\Z")
_TRUE, _FALSE = frozenset({"true", "yes"}), frozenset({"false", "no", ""})


def values(shape: Shape, tree: Tree) -> Values:
    """Return field name -> value for the fields that `tree` gives. Raises Fault for what the shape doesn't know."""
    if not isinstance(tree, Mapping):
        raise Fault(f"{_article(shape.name)} is expected: lines '{shape.fields[0].name}: ...', not {_what(tree)}")
    table = _tables(shape)
    found: Values = {}
    for name, value in tree.items():
        row = table.get(name)
        if row is None:
            raise _unknown(name, table)
        field, read = row
        if value == "" and field.filled:
            continue
        try:
            found[name] = read(field, value)
        except Fault as fault:
            raise fault.below(name) from None
    _check_given(shape, found)
    return found


def make(shape: Shape, tree: Tree) -> Any:
    """Return the value of the model that `tree` spells; for a shape that is none of the model's, its values."""
    return MAKERS.get(shape.name, dict)(**values(shape, tree))


def split_work(found: Values) -> tuple[Work, Values]:
    """Return the Work among the values of a larger shape, and the other values."""
    work = Work(**{name: value for name, value in found.items() if name in WORK_NAMES})
    return work, {name: value for name, value in found.items() if name not in WORK_NAMES}


def is_identifier_pin(name: str) -> bool:
    """Return whether `name` pins one identifier: `identifiers.doi`."""
    return name.startswith(PIN) and bool(_SCHEME.match(name.removeprefix(PIN)))


_TABLES: dict[str, dict[str, tuple[Field, Callable[[Field, Tree], Any]]]] = {}


def _tables(shape: Shape) -> dict[str, tuple[Field, Callable[[Field, Tree], Any]]]:
    if shape.name not in _TABLES:
        _TABLES[shape.name] = {field.name: (field, _READERS[field.kind]) for field in shape}
    return _TABLES[shape.name]


def _check_given(shape: Shape, found: Values) -> None:
    for name in shape.needs:
        if name not in found:
            raise Fault(f"{name} is missing; add a line '{name}: ...'", on_key=True)
    if shape.any_of and not any(found.get(name) for name in shape.any_of):
        raise Fault(f"{shape.any_of[0]} is missing; add a line '{shape.any_of[0]}: ...'", on_key=True)
    if shape.one_of and sum(bool(found.get(name)) for name in shape.one_of) != 1:
        raise Fault(f"{_article(shape.name)} has either {' or '.join(shape.one_of)}, and only one of them")


def _unknown(name: str, known: Iterable[str]) -> Fault:
    near = difflib.get_close_matches(name, list(known), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return Fault(f"unknown field {name!r}; {hint}", path=(name,), on_key=True)


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _what(tree: Tree) -> str:
    if isinstance(tree, list):
        return "a list"
    if isinstance(tree, Mapping):
        return "a mapping"
    return f"the text {tree!r}" if isinstance(tree, str) else repr(tree)


def _text(field: Field, tree: Tree) -> str:
    if not isinstance(tree, str):
        raise Fault(f"a text is expected, not {_what(tree)}; if it is one, put it in quotes")
    if tree and field.choices and tree not in field.choices:
        near = difflib.get_close_matches(tree, field.choices, 1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise Fault(f"unknown {field.name} {tree!r}; {hint}(known: {', '.join(field.choices)})")
    if tree and field.pattern and not re.fullmatch(field.pattern, tree, re.ASCII):
        raise Fault(f"{field.name} {tree!r} is not {field.form}")
    return tree


def _flag(field: Field, tree: Tree) -> bool:
    if isinstance(tree, bool):
        return tree
    word = tree.lower() if isinstance(tree, str) else ""
    if not isinstance(tree, str) or word not in _TRUE | _FALSE:
        raise Fault(f"{field.name} is true or false, not {_what(tree)}")
    return word in _TRUE


def _count(field: Field, tree: Tree) -> int | None:
    if isinstance(tree, int):
        return tree
    if tree == "":
        return None
    if not isinstance(tree, str) or not re.fullmatch(r"-?\d{1,18}", tree, re.ASCII):
        raise Fault(f"{field.name} is a whole number, not {_what(tree)}")
    return int(tree)


def _number(field: Field, tree: Tree) -> float:
    try:
        return float(tree)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise Fault(f"{field.name} is a number, not {_what(tree)}") from None


def _members(field: Field, tree: Tree) -> Sequence[Tree]:
    if isinstance(tree, list):
        return tree
    if tree == "":
        return ()
    raise Fault(f"{field.name} is a list: lines '- ...' below it, not {_what(tree)}")


def _texts(field: Field, tree: Tree) -> tuple[str, ...]:
    members = _members(field, tree)
    for number, member in enumerate(members):
        if not isinstance(member, str):
            raise Fault(f"a text is expected, not {_what(member)}; if it is one, put it in quotes", path=(number,))
    return tuple(members)  # type: ignore[arg-type]


def _each(field: Field, tree: Tree, read: Callable[[Tree], Any]) -> tuple[Any, ...]:
    found: list[Any] = []
    for member in _members(field, tree):
        try:
            found.append(read(member))
        except Fault as fault:
            raise fault.below(len(found)) from None
    return tuple(found)


def _names(field: Field, tree: Tree) -> tuple[Any, ...]:
    return _each(field, tree, creators.read)


def _rows(field: Field, tree: Tree) -> tuple[Any, ...]:
    shape = SHAPES[field.rows]
    return _each(field, tree, lambda member: make(shape, member))


def _pairs(field: Field, tree: Tree) -> tuple[tuple[str, str], ...]:
    pairs = [text.partition(" ") for text in _texts(field, tree)]
    return tuple((relation, target) for relation, _, target in pairs)


def _identifiers(field: Field, tree: Tree) -> tuple[Identifier, ...]:
    if tree == "":
        return ()
    if not isinstance(tree, Mapping):
        raise Fault(f"{field.name} is a mapping: lines 'doi: 10...' below it, not {_what(tree)}")
    for scheme, value in tree.items():
        if not _SCHEME.match(scheme):
            raise Fault(f"{scheme!r} is no scheme of identifiers: lower-case letters", path=(scheme,), on_key=True)
        if not isinstance(value, str):
            raise Fault(f"a text is expected, not {_what(value)}", path=(scheme,))
    return tuple(sorted(Identifier(scheme, str(value)) for scheme, value in tree.items() if value))


def _pinned(field: Field, tree: Tree) -> Values:
    """Return the names of the pins, and a Work that holds their values."""
    if not isinstance(tree, Mapping):
        raise Fault(f"{field.name} is a mapping of fields and values, not {_what(tree)}")
    found = values(WORK, {name: value for name, value in tree.items() if not is_identifier_pin(name)})
    single = {name.removeprefix(PIN): value for name, value in tree.items() if is_identifier_pin(name)}
    ids = {*found.get("identifiers", ()), *_identifiers(field, single)}
    return {"pins": tuple(tree), "pinned": Work(**{**found, "identifiers": tuple(sorted(ids))})}


_READERS: dict[str, Callable[[Field, Tree], Any]] = {
    "text": _text,
    "answer": _text,
    "flag": _flag,
    "count": _count,
    "number": _number,
    "texts": _texts,
    "tags": _texts,
    "names": _names,
    "identifiers": _identifiers,
    "pairs": _pairs,
    "rows": _rows,
    "work": _pinned,
}
