"""A YAML file as a whole: its tree handed to a reader, its faults turned into one error that names their place."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from bibkit.formats import yaml_tree
from bibkit.formats.yaml_text import Tree
from bibkit.formats.yaml_tree import Fault

T = TypeVar("T")


def parsed(path: str, text: str, read: Callable[[Tree], T]) -> T:
    """Return what `read` makes of the tree of a YAML text. Raises DataError that names the place of a fault."""
    try:
        return read(yaml_tree.parse(text))
    except Faults as several:
        raise yaml_tree.data_error(path, text, several.faults) from None
    except Fault as fault:
        raise yaml_tree.data_error(path, text, [fault]) from None


class Faults(Exception):
    """All the faults of one file."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(len(faults))
        self.faults = faults


def each(tree: Tree, read: Callable[[str, Tree], T]) -> dict[str, T]:
    """Return key -> value of a file whose members stand under their keys; the faults of all of them are gathered."""
    if not isinstance(tree, Mapping):
        raise Fault("keys are expected: lines 'key:' with the fields indented below")
    found: dict[str, T] = {}
    faults: list[Fault] = []
    for key, value in tree.items():
        try:
            found[key] = read(key, value)
        except Fault as fault:
            faults.append(fault.below(key))
    if faults:
        raise Faults(faults)
    return found
