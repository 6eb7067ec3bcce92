"""A list's tree of sections, opened flat so that single listings can be put in, moved, changed and taken out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bibkit.model.catalog import ListedItem, Listing, Section, SurveyList

Path = tuple[str, ...]
Name = tuple[str, str]

#: Stands where a listing was taken out.
GONE = Listing()


class Tree:
    """The sections of a list in order, each with its listings. Mutable; `close` gives the SurveyList back."""

    def __init__(self, survey: SurveyList) -> None:
        self._survey = survey
        self.sections: dict[Path, list[Listing]] = {path: list(listings) for path, listings in survey.walk()}
        self._homes: dict[Name, dict[Path, None]] = {}  #: sections that hold a name, or did
        self._places: dict[Path, dict[Name, int]] = {}  #: where a name stood in a section when that was last looked at
        for path, listings in self.sections.items():
            for listing in listings:
                self._homes.setdefault(_name(listing), {})[path] = None

    def close(self) -> SurveyList:
        """Return the list with the tree as it is now."""
        own = self._survey
        for path in self.sections:
            self._close_gaps(path)
        children: dict[Path, dict[Path, None]] = {}
        for path in self.sections:
            for depth in range(len(path)):
                children.setdefault(path[:depth], {})[path[: depth + 1]] = None
        return SurveyList(own.slug, own.title, own.source, tuple(self.sections.get((), ())), self._below((), children))

    def _below(self, parent: Path, children: Mapping[Path, Iterable[Path]]) -> tuple[Section, ...]:
        return tuple(
            Section(path[-1], tuple(self.sections.get(path, ())), self._below(path, children))
            for path in children.get(parent, ())
        )

    def find(self, item: ListedItem) -> tuple[Path, int] | None:
        """Return where the listing of an item stands: in its own section, or where a person moved it; None if gone."""
        name = (item.key, "" if item.key else item.title or item.url)
        homes = self._homes.get(name, {})
        for path in (item.section, *(path for path in homes if path != item.section)):
            index = self._place(path, name)
            if index is not None:
                return path, index
        return None

    def _place(self, path: Path, name: Name) -> int | None:
        """Return where a name stands in a section: looked up, and counted anew only where that is out of date."""
        listings = self.sections.get(path, [])
        for fresh in (False, True):
            if fresh or path not in self._places:
                self._places[path] = {_name(listings[i]): i for i in range(len(listings) - 1, -1, -1)}
            index = self._places[path].get(name)
            if index is not None and index < len(listings) and _name(listings[index]) == name:
                return index
            if name not in self._homes or path not in self._homes[name]:
                return None
        return None

    def remove(self, path: Path, index: int) -> None:
        """Take a listing out; it leaves a gap, so that the others keep their places until the end."""
        self.sections[path][index] = GONE

    def _close_gaps(self, path: Path) -> None:
        if GONE in self.sections[path]:
            self.sections[path] = [listing for listing in self.sections[path] if listing is not GONE]

    def put(self, path: Path, listing: Listing, after: Listing | None) -> None:
        """Put a listing into the section `path` behind `after` (None: in front), at the end where that is not there."""
        listings = self.sections.setdefault(path, [])
        self._homes.setdefault(_name(listing), {})[path] = None
        place = 0 if after is None else len(listings)
        # From the end, because an import appends: the listing before is nearly always the last one.
        for index in range(len(listings) - 1, -1, -1):
            if after is not None and alike(listings[index], after):
                place = index + 1
                break
        listings.insert(place, listing)

    def open_section(self, path: Path, after: Path | None) -> None:
        """Make the section `path` where it is missing, behind the section `after` and all that is below that."""
        if path in self.sections:
            return
        if after == next(reversed(self.sections), None):  # as a first import does, section for section
            self.sections[path] = []
            return
        order = list(self.sections)
        place = len(order)
        if after in order:
            place = order.index(after) + 1
            while place < len(order) and order[place][: len(after)] == after and after and path[: len(after)] != after:
                place += 1
        order.insert(place, path)
        self.sections = {p: self.sections.get(p, []) for p in order}

    def drop_empty(self, keep: Iterable[Path], candidates: Iterable[Path]) -> None:
        """Take out the sections of `candidates` that hold nothing any more and are not in `keep`."""
        kept = set(keep)
        for path in sorted(set(candidates) - kept, key=len, reverse=True):
            below = any(len(p) > len(path) and p[: len(path)] == path for p in self.sections)
            if path in self.sections:
                self._close_gaps(path)
            if path and not below and not self.sections.get(path, [path]):
                del self.sections[path]

    def reorder(self, path: Path, then: Sequence[Listing], now: Sequence[Listing]) -> None:
        """Give a section the order of the list now, unless a person has put it into an order of its own.

        Listings that only the catalog has stay behind the one that they stood behind.
        """
        listings = [listing for listing in self.sections.get(path, ()) if listing is not GONE]
        old, new = _ranks(then), _ranks(now)
        ranks = [old[_name(listing)] for listing in listings if _name(listing) in old]
        if ranks != sorted(ranks):
            return
        blocks: list[tuple[int, list[Listing]]] = [(-1, [])]
        for listing in listings:
            rank = new.get(_name(listing))
            if rank is None:
                blocks[-1][1].append(listing)
            else:
                blocks.append((rank, [listing]))
        self.sections[path] = [listing for _, block in sorted(blocks, key=lambda b: b[0]) for listing in block]

    def __iter__(self) -> Iterator[tuple[Path, list[Listing]]]:
        return iter(self.sections.items())


def alike(one: Listing, other: Listing) -> bool:
    """Return whether two listings name the same thing, whatever else they say of it."""
    return _name(one) == _name(other)


def _name(listing: Listing) -> Name:
    return listing.key, "" if listing.key else listing.resource


def _ranks(order: Sequence[Listing]) -> dict[Name, int]:
    return {_name(listing): index for index, listing in reversed(list(enumerate(order)))}
