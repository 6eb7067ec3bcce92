"""Read and write files; beside the sources and the settings nothing else touches the disk."""

from typing import TYPE_CHECKING, Any

from bibkit.disk.reading import data_text, file_error, read_text, read_tree

if TYPE_CHECKING:
    from bibkit.disk.folder import CatalogFolder, Loaded, Saved
    from bibkit.disk.locking import CatalogLock
    from bibkit.disk.signals import interrupts_wait
from bibkit.disk.writing import write_all, write_atomic

__all__ = [
    "CatalogFolder",
    "CatalogLock",
    "Loaded",
    "Saved",
    "data_text",
    "file_error",
    "interrupts_wait",
    "read_text",
    "read_tree",
    "write_all",
    "write_atomic",
]

#: Names that are loaded when first asked for: reading one file does without the catalog's formats.
_LATER = {
    "CatalogFolder": "folder",
    "Loaded": "folder",
    "Saved": "folder",
    "CatalogLock": "locking",
    "interrupts_wait": "writing",
    "write_all": "writing",
    "write_atomic": "writing",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"bibkit.disk.{_LATER[name]}"), name)
