"""A list's tree of sections, opened flat so that single listings can be put in, moved, changed and taken out."""

from collections.abc import Iterable, Iterator, Sequence

from bibkit.model.catalog import ListedItem, Listing, Section, SurveyList

Path = tuple[str, ...]


class Tree:
    """The sections of a list in order, each with its listings. Mutable; `close` gives the SurveyList back."""

    def __init__(self, survey: SurveyList) -> None:
        self._survey = survey
        self.sections: dict[Path, list[Listing]] = {path: list(listings) for path, listings in survey.walk()}

    def close(self) -> SurveyList:
        """Return the list with the tree as it is now."""
        own = self._survey
        return SurveyList(own.slug, own.title, own.source, tuple(self.sections.get((), ())), self._below(()))

    def _below(self, parent: Path) -> tuple[Section, ...]:
        children: dict[Path, None] = {}
        for path in self.sections:
            if len(path) > len(parent) and path[: len(parent)] == parent:
                children.setdefault(path[: len(parent) + 1])
        return tuple(Section(path[-1], tuple(self.sections.get(path, ())), self._below(path)) for path in children)

    def find(self, item: ListedItem) -> tuple[Path, int] | None:
        """Return where the listing of an item stands: in its own section, or where a person moved it; None if gone."""
        for path in (item.section, *(path for path in self.sections if path != item.section)):
            for index, listing in enumerate(self.sections.get(path, ())):
                if is_listing_of(listing, item):
                    return path, index
        return None

    def put(self, path: Path, listing: Listing, after: Listing | None) -> None:
        """Put a listing into the section `path` behind `after` (None: in front), at the end where that is not there."""
        listings = self.sections.setdefault(path, [])
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
            if path and not below and not self.sections.get(path, [path]):
                del self.sections[path]

    def reorder(self, path: Path, then: Sequence[Listing], now: Sequence[Listing]) -> None:
        """Give a section the order of the list now, unless a person has put it into an order of its own.

        Listings that only the catalog has stay behind the one that they stood behind.
        """
        listings = self.sections.get(path, [])
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


def is_listing_of(listing: Listing, item: ListedItem) -> bool:
    """Return whether a listing is what the item became."""
    return listing.key == item.key if item.key else not listing.key and listing.resource == (item.title or item.url)


def alike(one: Listing, other: Listing) -> bool:
    """Return whether two listings name the same thing, whatever else they say of it."""
    return _name(one) == _name(other)


def _name(listing: Listing) -> tuple[str, str]:
    return listing.key, listing.resource


def _ranks(order: Sequence[Listing]) -> dict[tuple[str, str], int]:
    return {_name(listing): index for index, listing in reversed(list(enumerate(order)))}
