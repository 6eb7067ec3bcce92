"""The list then, the list now: what was added, moved, changed and dropped, decided before anything is written."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from bibkit.model.catalog import ListedItem
from bibkit.text import titles

ChangeKind = Literal["added", "moved", "changed", "dropped"]

#: What may change without an item becoming another one; `line` is where it stands, not what it is.
COMPARED = tuple(f.name for f in fields(ListedItem) if f.name not in ("line", "key", "section"))


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the list then and the list now."""

    kind: ChangeKind
    then: ListedItem | None
    now: ListedItem | None

    @property
    def item(self) -> ListedItem:
        """Return the item as it is now, or as it was when it is gone."""
        found = self.now or self.then
        assert found is not None
        return found

    def fields(self) -> tuple[str, ...]:
        """Return the names of the facts that differ, in the order of the model; none unless both sides are there."""
        if self.then is None or self.now is None:
            return ()
        return tuple(name for name in COMPARED if getattr(self.then, name) != getattr(self.now, name))


def compare(then: Sequence[ListedItem], now: Sequence[ListedItem]) -> tuple[tuple[Change, ...], dict[int, int]]:
    """Return the changes in the order of the list now (dropped ones last), and the pairs: index now -> index then.

    Items are paired by what is equal, most equal first: everything; the same entry in the same section; the same entry
    anywhere; for resources and renamed lines the address, then the title. A pair that differs gives one change:
    `moved` where the section differs, else `changed`.
    """
    pairs = _pair(then, now)
    changes: list[Change] = []
    for index, item in enumerate(now):
        if index not in pairs:
            changes.append(Change("added", None, item))
            continue
        before = then[pairs[index]]
        if before.section != item.section:
            changes.append(Change("moved", before, item))
        elif any(getattr(before, name) != getattr(item, name) for name in COMPARED):
            changes.append(Change("changed", before, item))
    kept = set(pairs.values())
    changes += [Change("dropped", item, None) for index, item in enumerate(then) if index not in kept]
    return tuple(changes), pairs


def _pair(then: Sequence[ListedItem], now: Sequence[ListedItem]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for likeness in LIKENESSES:
        waiting: defaultdict[object, list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for index, item in enumerate(then):
            if index not in taken and (mark := likeness(item)):
                waiting[mark].append(index)
        for index, item in enumerate(now):
            if index in pairs or not (mark := likeness(item)):
                continue
            if found := waiting.get(mark):
                pairs[index] = found.pop(0)
    return pairs


def _everything(item: ListedItem) -> object:
    return (item.key, item.section, *(getattr(item, name) for name in COMPARED))


def _entry_and_section(item: ListedItem) -> object:
    return item.key and (item.key, item.section)


def _entry(item: ListedItem) -> object:
    return item.key


def _address_and_section(item: ListedItem) -> object:
    return item.url and (item.url, item.section)


def _title_and_section(item: ListedItem) -> object:
    return (titles.key(item.title), item.section) if item.title else None


def _address(item: ListedItem) -> object:
    return item.url


def _title(item: ListedItem) -> object:
    return titles.key(item.title)


#: From the surest likeness to the weakest: a later one only pairs what is still alone.
LIKENESSES: tuple[Callable[[ListedItem], object], ...] = (
    _everything,
    _entry_and_section,
    _entry,
    _address_and_section,
    _title_and_section,
    _address,
    _title,
)


def describe(change: Change) -> Iterator[str]:
    """Yield the lines that show a change to a person: a mark, the title, and old -> new for each fact."""
    mark = {"added": "+", "moved": ">", "changed": "~", "dropped": "-"}[change.kind]
    item = change.item
    where = " / ".join(item.section) or "(top)"
    yield f"{mark} {item.title or item.url}  [{where}]"
    if change.kind == "moved" and change.then is not None:
        yield f"    section: {' / '.join(change.then.section) or '(top)'} -> {where}"
    for name in change.fields():
        yield f"    {name}: {shown(getattr(change.then, name))} -> {shown(getattr(change.now, name))}"


def shown(value: object) -> str:
    """Return a fact as a person reads it."""
    if isinstance(value, tuple):
        return ", ".join(shown(part) for part in value) or "(none)"
    if value is None or value == "":
        return "(none)"
    return f"{value.role} {value.url}" if hasattr(value, "role") and hasattr(value, "url") else str(value)
