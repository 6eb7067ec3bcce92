"""Find the plug-ins of a folder: one file, one plug-in, no list to edit."""

import importlib
import inspect
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def load(folder: ModuleType, base: type[T]) -> dict[str, type[T]]:
    """Return the concrete subclasses of `base` in the modules of `folder`, by their `name`, sorted by name.

    Raises ValueError when two plug-ins have one name: that is a mistake in the code, not in the world.
    """
    found: dict[str, type[T]] = {}
    for info in pkgutil.iter_modules(folder.__path__):
        module = importlib.import_module(f"{folder.__name__}.{info.name}")
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ != module.__name__ or not issubclass(kind, base) or inspect.isabstract(kind):
                continue
            name = getattr(kind, "name", None)
            if not isinstance(name, str):
                continue
            if name in found:
                raise ValueError(f"{kind.__module__}: the name {name!r} is taken by {found[name].__module__}")
            found[name] = kind
    return dict(sorted(found.items()))
