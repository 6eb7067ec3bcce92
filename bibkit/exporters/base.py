"""What an exporter is: catalog in, files out, as values; it writes nothing itself."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from bibkit.formats.fields import Dialect
from bibkit.model.catalog import Catalog
from bibkit.model.identifier import Identifier
from bibkit.model.venue import Venue


class VenueTable(Protocol):
    """What an exporter asks of the venue table."""

    def get(self, venue_id: str, /) -> Venue | None:
        """Return the venue of that id, or None."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the catalog is wanted; empty is all of it."""

    list: str = ""  #: slug of a list
    section: str = ""  #: headings from the top, joined by `/`; headings below it belong to it

    @property
    def is_all(self) -> bool:
        """Return whether nothing is left out."""
        return not (self.list or self.section)


def no_link(identifier: Identifier) -> str:
    """Return '': no address is known for any identifier."""
    return ""


@dataclass(frozen=True, slots=True)
class Options:
    """How entries are written."""

    dialect: Dialect = "bibtex"
    link: Callable[[Identifier], str] = no_link  #: address of an identifier, '' where it has none
    preprint_url: bool = False  #: preprints have their `url` beside `eprint`: plain styles print neither eprint nor doi


class Exporter(ABC):
    """One output format."""

    name: ClassVar[str]
    suffix: ClassVar[str]  #: of the files that it gives

    @abstractmethod
    def render(self, catalog: Catalog, venues: VenueTable, options: Options, select: Selection) -> Mapping[str, str]:
        """Return the text of every file by its path below the output folder (`/` between folders)."""
