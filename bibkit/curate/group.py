"""Which items of survey lists are one work: decided on identifiers and titles together, never on one of them alone.

Lists hold links to the wrong paper, and different papers of one name. A wrong merge hides a paper for good, a missed
one costs a person one look, so two items are one work only when nothing speaks against it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bibkit.model.identifier import Identifier
from bibkit.model.reference import Reference
from bibkit.text import titles

#: Letters and words from which an equal title alone, without a common identifier, names one work
#: (the matcher's bar for references without authors).
LONG_TITLE_LETTERS = 20
LONG_TITLE_WORDS = 3
#: Letters from which a title with a typing slip, without a common identifier, still names one work.
LONG_EDIT_LETTERS = 30
#: Years between two listings of one work: a preprint is cited first, the published version later.
NEAR_YEARS = 3
#: Years between two listings of one work whose titles are too short to prove much.
SAME_YEARS = 1
#: Letters of the title key by whose first or last run a title with a slip finds its twin.
BLOCK_LETTERS = 14
#: Items of one block that a new item is compared with; more than that share a common phrase, not a work.
BLOCK_LIMIT = 40

#: Kinds of title difference that a common identifier excuses.
EXCUSED_BY_ID = frozenset({"exact", "edit", "editstop", "trunc", "lostprefix", "samehead", "similar"})
#: Schemes that give one work several values (repositories), so that they say nothing about works.
NOT_OF_WORKS = frozenset({"github", "isbn"})
#: Schemes of which one version of a work has one value: two values are two works or a wrong link.
ONE_EACH = frozenset({"arxiv", "doi", "acl", "pmlr", "cvf", "ieee", "ijcai", "jmlr", "usenix", "pii", "pmid"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the decision looks at; made from a list item, an item of an earlier import, or an entry of the catalog."""

    title: str
    year: int | None = None
    venue: str = ""
    workshop: bool = False
    identifiers: frozenset[Identifier] = frozenset()
    key: str = ""  #: citation key of the entry that this is already filed under

    @classmethod
    def of(cls, reference: Reference) -> "Facts":
        """Return the facts of a list item."""
        ids = frozenset(i for i in (*reference.identifiers, *reference.derived) if i.scheme not in NOT_OF_WORKS)
        return cls(reference.title, reference.year, reference.venue, "workshop" in reference.flags, ids)


def same_work(one: Facts, other: Facts) -> bool:
    """Return whether two items surely are one work."""
    if one.key and other.key:
        return one.key == other.key
    if one.workshop != other.workshop and one.year != other.year:
        return False
    if not titles.key(one.title) or not titles.key(other.title):
        return False
    kind = titles.difference(one.title, other.title)
    if one.identifiers & other.identifiers:
        return kind in EXCUSED_BY_ID or _begins(one.title, other.title) or _begins(other.title, one.title)
    if kind not in ("exact", "edit") or _ids_conflict(one, other):
        return False
    if kind == "exact" and _is_long(one.title):
        return _years_within(one, other, NEAR_YEARS)
    if kind == "exact":
        return _years_within(one, other, SAME_YEARS) and _venues_agree(one, other)
    return len(titles.key(one.title)) >= LONG_EDIT_LETTERS and _years_within(one, other, NEAR_YEARS)


def _is_long(title: str) -> bool:
    return len(titles.key(title)) >= LONG_TITLE_LETTERS and len(titles.words(title)) >= LONG_TITLE_WORDS


def _begins(short: str, long: str) -> bool:
    """Return whether a title is the first words of another: a list that calls a paper by its nickname."""
    words = titles.words(short)
    return titles.words(long)[: len(words)] == words


def _years_within(one: Facts, other: Facts, years: int) -> bool:
    return one.year is None or other.year is None or abs(one.year - other.year) <= years


def _venues_agree(one: Facts, other: Facts) -> bool:
    """Return whether nothing says that two short titles appeared in different places."""
    published = [facts.venue for facts in (one, other) if facts.venue and facts.venue != "arxiv"]
    return len(set(published)) <= 1


def _ids_conflict(one: Facts, other: Facts) -> bool:
    mine = {i.scheme: i.value for i in one.identifiers if i.scheme in ONE_EACH and not _is_preprint_doi(i)}
    return any(
        i.scheme in mine and mine[i.scheme] != i.value
        for i in other.identifiers
        if i.scheme in ONE_EACH and not _is_preprint_doi(i)
    )


def _is_preprint_doi(identifier: Identifier) -> bool:
    return identifier.scheme == "doi" and identifier.value.startswith("10.48550/")


def group(facts: Sequence[Facts | None]) -> list[int | None]:
    """Return a group number for each item (equal: one work), in order of first appearance; None for None.

    An item joins a group only when it is the same work as every member, so that no chain of small steps merges two
    works; where members are filed under a key already, being the same work as one of those is enough. Linear in the
    number of items: an item is compared only with those that share an identifier or a piece of the title key.
    """
    groups: list[dict[Facts, None]] = []
    blocks: dict[object, list[int]] = {}
    numbers: list[int | None] = []
    for item in facts:
        if item is None:
            numbers.append(None)
            continue
        keys = list(_blocks(item))
        number = _home(item, groups, _near(keys, blocks))
        if number is None:
            number = len(groups)
            groups.append({})
        if len(groups[number]) < BLOCK_LIMIT:
            groups[number][item] = None
        numbers.append(number)
        for block in keys:
            members = blocks.setdefault(block, [])
            if number not in members and len(members) < BLOCK_LIMIT:
                members.append(number)
    return numbers


def _home(item: Facts, groups: Sequence[Collection[Facts]], candidates: Iterable[int]) -> int | None:
    """Return the group that the item belongs to: of several, the one with the most alike member, then the first."""
    return min(
        (n for n in candidates if _fits(item, groups[n])), key=lambda n: (_unlike(item, groups[n]), n), default=None
    )


def _fits(item: Facts, members: Collection[Facts]) -> bool:
    filed = [member for member in members if member.key]
    if item.key and filed:
        return item.key == filed[0].key
    if filed:
        return any(same_work(item, member) for member in filed)
    return all(same_work(item, member) for member in members)


def _unlike(item: Facts, members: Collection[Facts]) -> int:
    """Return 0 when a member is equal but for its key, 1 when one shares title and identifier, 2 the title, else 3."""
    key = titles.key(item.title)
    twins = [member for member in members if titles.key(member.title) == key]
    if any(replace(member, key=item.key) == item for member in twins):
        return 0
    if any(member.identifiers & item.identifiers for member in twins):
        return 1
    return 2 if twins else 3


def _near(keys: Iterable[object], blocks: dict[object, list[int]]) -> list[int]:
    return sorted({number for key in keys for number in blocks.get(key, ())})


def _blocks(item: Facts) -> Iterator[object]:
    """Yield what a twin of the item must share with it at least once."""
    yield from item.identifiers
    if item.key:
        yield ("key", item.key)
    key = titles.key(item.title)
    if key:
        yield ("title", key)
        if len(key) >= LONG_EDIT_LETTERS:
            yield ("start", key[:BLOCK_LETTERS])
            yield ("end", key[-BLOCK_LETTERS:])
