"""Make in the catalog's tree what a list changed, except where a person was first; pure but for the tree handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bibkit.curate import listed
from bibkit.curate.compare import shown
from bibkit.curate.tree import Tree
from bibkit.model.catalog import ListedItem, Listing, SurveyList

#: Facts of a listing that both the list and a person may change.
LISTING_FACTS = ("url", "flags", "links", "note")


def take_over(
    tree: Tree,
    then: Sequence[ListedItem],
    now: Sequence[ListedItem],
    pairs: dict[int, int],
    conflicts: list[str],
) -> SurveyList:
    """Return the list with every change of the list made in the catalog's tree, except where a person was first."""
    _open_sections(tree, now)
    kept = set(pairs.values())
    for index, item in enumerate(then):
        if index not in kept:
            _drop(tree, item, conflicts)
    before: dict[tuple[str, ...], Listing] = {}
    for index, item in enumerate(now):
        if index not in pairs:
            tree.put(item.section, listed.listing_of(item), before.get(item.section))
        elif then[pairs[index]] != item:
            _update(tree, then[pairs[index]], item, conflicts)
        before[item.section] = listed.listing_of(item)
    _reorder(tree, then, now)
    tree.drop_empty({item.section for item in now}, {item.section for item in then})
    return tree.close()


def _open_sections(tree: Tree, now: Iterable[ListedItem]) -> None:
    last: tuple[str, ...] | None = None
    for item in now:
        tree.open_section(item.section, last)
        last = item.section


def _reorder(tree: Tree, then: Sequence[ListedItem], now: Sequence[ListedItem]) -> None:
    old, new = _by_section(then), _by_section(now)
    for path, listings in new.items():
        tree.reorder(path, old.get(path, ()), listings)


def _by_section(items: Iterable[ListedItem]) -> dict[tuple[str, ...], list[Listing]]:
    found: dict[tuple[str, ...], list[Listing]] = {}
    for item in items:
        found.setdefault(item.section, []).append(listed.listing_of(item))
    return found


def _drop(tree: Tree, item: ListedItem, conflicts: list[str]) -> None:
    place = tree.find(item)
    if place is None:
        return
    path, index = place
    listing = tree.sections[path][index]
    if path == item.section and listing == listed.listing_of(item):
        tree.remove(path, index)
    else:
        conflicts.append(f"{_name(item)}: the list dropped it, but the catalog changed its listing, which stays")


def _update(tree: Tree, then: ListedItem, now: ListedItem, conflicts: list[str]) -> None:
    """Take over what the list changed of one item, fact by fact."""
    place = tree.find(then)
    if place is None:
        if _facts(then) != _facts(now):
            conflicts.append(f"{_name(now)}: the list changed it, but the catalog took it out, and it stays out")
        return
    path, index = place
    listing = tree.sections[path][index]
    was, wanted = listed.listing_of(then), listed.listing_of(now)
    values: dict[str, object] = {"key": wanted.key, "resource": wanted.resource}
    for name in LISTING_FACTS:
        mine, base, theirs = getattr(listing, name), getattr(was, name), getattr(wanted, name)
        values[name] = theirs if mine == base else mine
        if theirs not in (base, mine) and mine != base:
            conflicts.append(
                f"{_name(now)}: {name}: the list says {shown(theirs)}, the catalog {shown(mine)}, which stays"
            )
    changed = replace(listing, **values)  # type: ignore[arg-type]
    if then.section == now.section or path != then.section:
        tree.sections[path][index] = changed
        if then.section != now.section and path != now.section:
            conflicts.append(f"{_name(now)}: the list moved it, and so did the catalog, where it stays")
        return
    tree.remove(path, index)
    tree.put(now.section, changed, None)


def _facts(item: ListedItem) -> ListedItem:
    return replace(item, line=0)


def _name(item: ListedItem) -> str:
    return item.key or item.title or item.url
