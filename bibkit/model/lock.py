"""The evidence behind the catalog: what every source said, and what people settled."""

from dataclasses import dataclass, field

from bibkit.model.catalog import ListedItem, Status
from bibkit.model.record import Record
from bibkit.model.work import Work


@dataclass(frozen=True, slots=True)
class EntryState:
    """All that an entry holds beside its records; with them, works/ can be written anew without asking anybody."""

    key: str
    status: Status = "new"
    reason: str = ""
    aliases: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()  #: names of the pinned fields, as in `Entry.pinned`
    pinned: Work = field(default_factory=Work)  #: holds the values of the pinned fields; the other fields are empty
    answer: str = ""
    strays: tuple[str, ...] = ()  #: identifiers that a list gives, but that are another work's: `arxiv:2105.15203`
    keyed: bool = False  #: the key is final: given at first resolution, or by a person
    asked: str = ""  #: digest of the question and of whom it was put to, so that it is not put again in vain
    sum: str = ""  #: `formats.lock.digest` of the work as last written by bibkit: tells a hand edit from its own output


@dataclass(frozen=True, slots=True)
class Lock:
    """All Records behind the catalog, by citation key; merging them again gives the same Works.

    The records of a key are those of its whole group of versions, sorted by source and id.
    """

    records: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    states: dict[str, EntryState] = field(default_factory=dict)
    lists: dict[str, tuple[ListedItem, ...]] = field(default_factory=dict)  #: by slug, in the order of the file
