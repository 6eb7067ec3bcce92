"""Read and write files; beside the sources and the settings nothing else touches the disk."""

from bibkit.disk.folder import CatalogFolder, Loaded, Saved
from bibkit.disk.locking import CatalogLock
from bibkit.disk.reading import data_text, file_error, read_text, read_tree
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
