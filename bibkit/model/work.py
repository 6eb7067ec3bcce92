"""One publication."""

from dataclasses import dataclass, fields

from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier


@dataclass(frozen=True, slots=True)
class Work:
    """One publication, in Unicode (NFC). An empty string or tuple means that nobody said."""

    type: str = "misc"  #: a BibTeX entry type: article, inproceedings, book, phdthesis, techreport, misc ...
    title: str = ""
    authors: tuple[Creator, ...] = ()
    others: bool = False  #: the list of authors is known to be cut ("and others")
    editors: tuple[Creator, ...] = ()
    date: str = ""  #: ISO 8601 with reduced precision: 2017, 2017-06
    venue: str = ""  #: canonical venue id, see bibkit/data/venues.yaml
    container: str = ""  #: journal or book title as the source prints it; what counts where `venue` is empty
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""  #: `12-34` with one hyphen, or an article number
    publisher: str = ""
    institution: str = ""  #: of a thesis or a report
    edition: str = ""
    howpublished: str = ""
    note: str = ""
    identifiers: tuple[Identifier, ...] = ()  #: sorted, at most one of a scheme
    url: str = ""

    @property
    def year(self) -> int | None:
        """Return the year of `date`, or None."""
        return int(self.date[:4]) if self.date[:4].isdigit() else None

    @property
    def month(self) -> int | None:
        """Return the month of `date` (1..12), or None."""
        return int(self.date[5:7]) if self.date[5:7].isdigit() else None

    def identifier(self, scheme: str) -> str:
        """Return the value of the identifier of `scheme`, or ''."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), "")


WORK_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Work))
