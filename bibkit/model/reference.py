"""One line of a survey list, as written, and what can be known of it without asking anybody."""

from dataclasses import dataclass
from typing import Literal

from bibkit.model.identifier import Identifier
from bibkit.model.work import Work

Kind = Literal["paper", "resource", "skip"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a list item: its label, what it leads to (its role), and its address as written and cleaned."""

    label: str
    role: str  #: paper, code, project, slides, video, blog, discussion, version, related ...; see importers/roles.py
    url: str
    clean: str = ""  #: without tracking and junk
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of a list. Lines count from 1; an importer fills what is written, `curate.read` what follows from it."""

    file: str
    line: int
    end_line: int
    section: tuple[str, ...] = ()
    text: str = ""  #: the item's source as written, without its bullet
    kind: Kind = "paper"
    reason: str = ""  #: why the item is of this kind
    title: str = ""
    authors: tuple[str, ...] = ()  #: as written, one name each; most lists give none
    year: int | None = None
    month: int | None = None
    venue_raw: str = ""
    venue: str = ""  #: canonical id
    flags: tuple[str, ...] = ()  #: oral, spotlight, best-paper, workshop; sorted
    url: str = ""  #: the main link as written
    url_clean: str = ""
    identifiers: tuple[Identifier, ...] = ()  #: of the main link and the item's own text
    derived: tuple[Identifier, ...] = ()  #: computable from those without network
    links: tuple[Link, ...] = ()  #: every other link
    note: str = ""
    problems: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()  #: the main link's own words (slug), a second title
    key: str = ""  #: the citation key, where the file gives one
    work: Work | None = None  #: all that a bibliography says of it; None for a line of a list
