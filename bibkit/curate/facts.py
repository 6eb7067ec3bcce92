"""What the decision about one work looks at, made from a list item, from an earlier import, or from an entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibkit.model.identifier import Identifier
from bibkit.model.reference import Reference

#: Schemes that give one work several values (repositories, editions), so that they say nothing about works.
NOT_OF_WORKS = frozenset({"github", "isbn"})
#: Roles of links that lead to another work, or to another version of it.
ELSEWHERE = frozenset({"version", "related", "book", "review"})
#: Venue ids under which anything may stand: they don't tell two works apart, nor show that they are one.
NO_PLACE = frozenset({"", "arxiv", "openreview", "github"})

#: scheme -> how its values name venue and year: the Anthology's `2021.acl-long.3`, CVF's `..._CVPR_2022`.
PLACES: dict[str, re.Pattern[str]] = {
    "acl": re.compile(r"(?P<year>\d{4})\.(?P<venue>[a-z]+)-(?:long|short|main)\.\d+"),
    "cvf": re.compile(r".*_(?P<venue>[A-Z]+)_(?P<year>\d{4})"),
    "neurips": re.compile(r"(?P<year>\d{4})/(?P<venue>)[0-9a-f]+"),
    "mlsys": re.compile(r"(?P<year>\d{4})/(?P<venue>)[0-9a-f]+"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """One item as the decision sees it."""

    title: str
    year: int | None = None
    venue: str = ""
    workshop: bool = False
    identifiers: frozenset[Identifier] = frozenset()  #: of the main link
    key: str = ""  #: citation key of the entry that this is already filed under
    hint: str = ""  #: the main link's own words, a second title
    others: frozenset[Identifier] = frozenset()  #: of its further links, as far as they may lead to the same work
    #: where and when it appeared, (venue, year), as the label and the identifiers say
    places: frozenset[tuple[str, int]] = field(init=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", frozenset(_places(self)))

    @classmethod
    def of(cls, reference: Reference) -> "Facts":
        """Return the facts of a list item."""
        own = frozenset(i for i in (*reference.identifiers, *reference.derived) if i.scheme not in NOT_OF_WORKS)
        others = frozenset(
            identifier
            for link in reference.links
            if link.role not in ELSEWHERE
            for identifier in link.identifiers
            if identifier.scheme not in NOT_OF_WORKS
        )
        hint = reference.hints[0] if reference.hints else ""
        workshop = "workshop" in reference.flags
        return cls(reference.title, reference.year, reference.venue, workshop, own, "", hint, others - own)


def _places(facts: Facts) -> Iterator[tuple[str, int]]:
    if facts.year and facts.venue not in NO_PLACE:
        yield facts.venue, facts.year
    for identifier in facts.identifiers:
        if identifier.scheme in PLACES and (said := PLACES[identifier.scheme].fullmatch(identifier.value)):
            yield (said["venue"] or identifier.scheme).lower(), int(said["year"])
