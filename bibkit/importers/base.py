"""What every importer offers: the text of a file in, its lines as References out."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from bibkit.model.reference import Reference
from bibkit.model.venue import Venues


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its own title ('' where it gives none) and its items in file order."""

    title: str
    references: tuple[Reference, ...]


class Importer(ABC):
    """Reads one input format. What an item *is* (kind, identifiers, venue id) is settled later, by `curate.read`.

    An importer fills in only what is written. Where the writing alone settles the kind of an item, it says so by
    giving a `reason`; an empty `reason` leaves the kind open.
    """

    name: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]  #: lower case, with the dot

    def __init__(self, venues: Venues) -> None:
        """Take the venue table, by which a venue is told from other words of an item."""
        self.venues = venues

    @abstractmethod
    def read(self, text: str, path: str) -> Document:
        """Return the document's title and items. Never raises for what the text holds: defects become problems."""

    def parse(self, text: str, path: str) -> list[Reference]:
        """Return the items of `text` in file order; `path` is copied into each as `file`."""
        return list(self.read(text, path).references)
