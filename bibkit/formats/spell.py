"""Values of the model -> trees, by the table of shapes; `convert` is the way back."""

from collections.abc import Callable, Iterable
from typing import Any

from bibkit.formats import creators
from bibkit.formats.shapes import SHAPES, Field
from bibkit.formats.yaml_text import Flow, Spaced, Tree


def tree(fields: Iterable[Field], value: object) -> dict[str, Tree]:
    """Return the fields of `value` (its attributes of the same names) as a tree; empty ones are left out."""
    found: dict[str, Tree] = {}
    for field in fields:
        given = getattr(value, field.name)
        if field.always or not (given is None or given is False or given == "" or given == ()):
            writer = _WRITERS.get(field.kind)
            found[field.name] = writer(field, given) if writer else given
    return found


def _row_trees(field: Field, rows: Iterable[object]) -> Tree:
    shape = SHAPES[field.rows]
    trees = [tree(shape, row) for row in rows]
    return Spaced(trees) if field.rows == "section" else trees


_WRITERS: dict[str, Callable[[Field, Any], Tree]] = {
    "texts": lambda _, given: list(given),
    "tags": lambda _, given: Flow(given),
    "names": lambda _, given: [creators.tree(creator) for creator in given],
    "identifiers": lambda _, given: {identifier.scheme: identifier.value for identifier in given},
    "pairs": lambda _, given: [f"{relation} {target}" for relation, target in given],
    "rows": _row_trees,
}
