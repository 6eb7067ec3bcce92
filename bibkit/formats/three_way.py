"""Two changes of one catalog, made at the same time -> both, where they don't touch the same thing."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock

K = TypeVar("K")
V = TypeVar("V")


class Conflict(Exception):
    """Both sides changed the same things; the text names them."""


def mappings(base: Mapping[K, V], ours: Mapping[K, V], theirs: Mapping[K, V]) -> tuple[dict[K, V], list[K]]:
    """Return theirs with our changes since `base`, and the keys that both changed to something different."""
    merged = dict(theirs)
    clashes: list[K] = []
    for key in (*ours, *(key for key in base if key not in ours)):
        was, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if mine in (was, other):
            continue
        if other != was:
            clashes.append(key)
        elif mine is None:
            del merged[key]
        else:
            merged[key] = mine
    return merged, clashes


def catalogs(base: Catalog, ours: Catalog, theirs: Catalog) -> Catalog:
    """Return both changes together. Raises Conflict."""
    merged: Catalog = _together(base, ours, theirs, {"entries": "entry", "lists": "list", "questions": "question"})
    patterns = {c.key_pattern for c in (ours, theirs)} - {base.key_pattern}
    if len(patterns) > 1:
        raise Conflict("the pattern of keys")
    return replace(merged, key_pattern=patterns.pop() if patterns else base.key_pattern)


def locks(base: Lock, ours: Lock, theirs: Lock) -> Lock:
    """Return both changes together. Raises Conflict."""
    names = {"records": "what sources say of", "states": "the state of", "lists": "what was imported from"}
    merged: Lock = _together(base, ours, theirs, names)
    return merged


def _together(base: Any, ours: Any, theirs: Any, names: Mapping[str, str]) -> Any:
    merged: dict[str, dict[str, Any]] = {}
    clashes: list[str] = []
    for field in fields(base):
        if field.name in names:
            parts = (getattr(side, field.name) for side in (base, ours, theirs))
            merged[field.name], keys = mappings(*parts)
            clashes += (f"{names[field.name]} {key}" for key in keys)
    if clashes:
        raise Conflict(", ".join(clashes[:3]) + (f" and {len(clashes) - 3} more" if len(clashes) > 3 else ""))
    return replace(theirs, **merged)
