"""Which items of survey lists are one work: decided on identifiers and titles together, never on one of them alone.

Lists hold links to the wrong paper, and different papers of one name. A wrong merge hides a paper for good, a missed
one costs a person one look, so two items are one work only when nothing speaks against it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bibkit.curate.facts import Facts
from bibkit.model.identifier import Identifier
from bibkit.text import titles

#: Letters and words from which an equal title alone, without a common identifier, names one work
#: (the matcher's bar for references without authors).
LONG_TITLE_LETTERS = 20
LONG_TITLE_WORDS = 3
#: Letters from which a title with a typing slip, or cut short, still names one work without a common identifier.
LONG_EDIT_LETTERS = 30
#: Letters and words from which an equal title outweighs two identifiers: one of the links is wrong, or a second upload.
UNIQUE_TITLE_LETTERS = 40
UNIQUE_TITLE_WORDS = 6
#: Years between two listings of one work: a preprint is cited first, the published version later.
NEAR_YEARS = 3
#: Years between two listings of one work whose titles prove less.
SAME_YEARS = 1
#: Letters of the title key by whose first or last run a title with a slip finds its twin.
BLOCK_LETTERS = 14
#: Items of one block that a new item is compared with; more than that share a common phrase, not a work.
BLOCK_LIMIT = 40

#: Kinds of title difference that a common identifier excuses,
EXCUSED_BY_ID = frozenset({"exact", "edit", "editstop", "trunc", "lostprefix", "samehead", "similar"})
#: and those that a common place does: one name does not appear twice in one volume.
EXCUSED_BY_PLACE = frozenset({"edit", "trunc", "lostprefix", "samehead"})
#: Words of a name that stands before a title.
NAME_WORDS = 2
#: Likeness of title keys (0..100) below which no typing slip explains the difference.
LIKE = 88
#: Likeness from which two titles of one name and one place are one work.
SAMEHEAD_RATIO = 0.8
#: Schemes of which one version of a work has one value: two values are two works or a wrong link.
ONE_EACH = frozenset({"arxiv", "doi", "acl", "pmlr", "cvf", "ieee", "ijcai", "jmlr", "usenix", "pii", "pmid"})


def same_work(one: Facts, other: Facts) -> bool:
    """Return whether two items surely are one work."""
    if one.key and other.key:
        return one.key == other.key
    if not titles.key(one.title) or not titles.key(other.title):
        return _share_identifier(one, other)  # a bare identifier means the work that it names
    if _surely_not(one, other):
        return False
    difference = titles.compare(one.title, other.title)
    if _share_identifier(one, other):
        return (
            difference.kind in EXCUSED_BY_ID or _one_begins(one.title, other.title) or _renamed(one.title, other.title)
        )
    if one.workshop != other.workshop and one.year != other.year:
        return False
    if difference.kind == "exact":
        return _equal_titles_name_one(one, other)
    if _ids_conflict(one, other) or not _years_within(one, other, NEAR_YEARS):
        return False
    if one.places & other.places and _same_in_one_place(one.title, other.title, difference):
        return True
    if _named_by_link(one, other) and _years_within(one, other, SAME_YEARS):
        return True
    letters = min(len(titles.key(one.title)), len(titles.key(other.title)))
    if letters < LONG_EDIT_LETTERS:
        return False
    cut = _one_begins(one.title, other.title) and ":" in one.title and ":" in other.title
    return difference.kind == "edit" or (cut and _years_within(one, other, SAME_YEARS))


def _surely_not(one: Facts, other: Facts) -> bool:
    """Return whether a cheap look is enough: nothing in common but a run of letters."""
    mine, theirs = titles.key(one.title), titles.key(other.title)
    if mine.startswith(theirs) or theirs.startswith(mine) or _named_by_link(one, other):
        return False
    if one.places & other.places or _share_identifier(one, other):
        return False
    return fuzz.ratio(mine, theirs, score_cutoff=LIKE) < LIKE


def _share_identifier(one: Facts, other: Facts) -> bool:
    return bool(one.identifiers & (other.identifiers | other.others) or one.others & other.identifiers)


def _equal_titles_name_one(one: Facts, other: Facts) -> bool:
    """Return whether two equal titles are one work although no identifier says so."""
    if _ids_conflict(one, other):
        return _is_long(one.title, UNIQUE_TITLE_LETTERS, UNIQUE_TITLE_WORDS) and _years_within(one, other, SAME_YEARS)
    if _is_long(one.title, LONG_TITLE_LETTERS, LONG_TITLE_WORDS):
        return _years_within(one, other, NEAR_YEARS)
    return _years_within(one, other, SAME_YEARS) and not _places_differ(one, other)


def _is_long(title: str, letters: int, words: int) -> bool:
    return len(titles.key(title)) >= letters and len(titles.words(title)) >= words


def _one_begins(one: str, other: str) -> bool:
    """Return whether a title is the first words of the other: a list that calls a paper by its nickname, or cuts it."""
    words = sorted((titles.words(one), titles.words(other)), key=len)
    return words[1][: len(words[0])] == words[0]


def _same_in_one_place(one: str, other: str, difference: titles.Difference) -> bool:
    """Return whether two unlike titles in one volume are one work: misspelt, cut, or without the "Name: "."""
    if difference.kind == "samehead":
        return difference.ratio >= SAMEHEAD_RATIO
    if difference.kind in EXCUSED_BY_PLACE:
        return True
    short, long = sorted((titles.words(one), titles.words(other)), key=len)
    enough = len("".join(short)) >= LONG_TITLE_LETTERS and len(short) >= LONG_TITLE_WORDS
    return enough and len(long) - len(short) <= NAME_WORDS and long[-len(short) :] == short


def _renamed(one: str, other: str) -> bool:
    """Return whether two titles are equal but for the name before the colon, which publishing often changes."""
    (_, _, mine), (_, _, theirs) = one.partition(":"), other.partition(":")
    return _is_long(mine, LONG_TITLE_LETTERS, LONG_TITLE_WORDS) and titles.key(mine) == titles.key(theirs)


def _named_by_link(one: Facts, other: Facts) -> bool:
    """Return whether the address of one says the title of the other, which is long enough to mean it."""
    return any(
        x.hint and titles.key(x.hint) == titles.key(y.title) and _is_long(y.title, LONG_TITLE_LETTERS, LONG_TITLE_WORDS)
        for x, y in ((one, other), (other, one))
    )


def _years_within(one: Facts, other: Facts, years: int) -> bool:
    return one.year is None or other.year is None or abs(one.year - other.year) <= years


def _places_differ(one: Facts, other: Facts) -> bool:
    """Return whether two short titles are said to have appeared in different places."""
    mine, theirs = ({venue for venue, _ in facts.places} for facts in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _ids_conflict(one: Facts, other: Facts) -> bool:
    mine = {i.scheme: i.value for i in one.identifiers if _is_telling(i)}
    return any(mine.get(i.scheme, i.value) != i.value for i in other.identifiers if _is_telling(i))


def _is_telling(identifier: Identifier) -> bool:
    return identifier.scheme in ONE_EACH and not identifier.value.startswith("10.48550/")


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
    yield from item.others
    if item.key:
        yield ("key", item.key)
    for title in (item.title, item.hint):
        if key := titles.key(title):
            yield ("title", key)
    if places := item.places:
        name = titles.key(item.title.partition(":")[0])
        yield from ((place, name) for place in places)
    key = titles.key(item.title)
    if len(key) >= LONG_EDIT_LETTERS:
        yield ("start", key[:BLOCK_LETTERS])
        yield ("end", key[-BLOCK_LETTERS:])
