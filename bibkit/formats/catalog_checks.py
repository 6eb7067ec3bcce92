"""What must hold between the files of a catalog: keys are given once, and every key that is referred to is there."""

import re
from collections.abc import Collection, Iterator, Mapping

from bibkit.errors import DataError
from bibkit.formats import catalog_parts as parts
from bibkit.formats.yaml_tree import Fault, Path, data_error
from bibkit.model.catalog import Catalog, Listing, Section, SurveyList

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


def list_file(slug: str) -> str:
    """Return the file of a list. Raises DataError for a name that can't be a file's."""
    if not _SLUG.match(slug):
        raise DataError(f"the list's name {slug!r} can't be a file's: use letters, digits, '-' and '_'")
    return f"lists/{slug}.yaml"


def twice(path: str, text: str, key: str, other: str) -> DataError:
    """Return the error that a key stands in two files of works/."""
    fault = Fault(f"{key!r} stands in {other} too; merge the two or remove one", path=(key,), on_key=True)
    return data_error(path, text, [fault])


def references(catalog: Catalog, files: Mapping[str, str], lost: Collection[str] = ()) -> None:
    """Raise DataError where a list or a question names a key that neither works/ nor `lost` has."""
    there = catalog.entries.keys() | set(lost)
    for slug, survey in catalog.lists.items():
        faults = [
            _unknown(catalog, listing.key, place)
            for place, listing in _listings(survey)
            if listing.key and listing.key not in there
        ]
        if faults:
            path = list_file(slug)
            raise data_error(path, files[path], faults)
    gone = [key for key in catalog.questions if key not in there]
    if gone:
        fault = Fault(f"works/ has no entry {gone[0]!r}; remove this question", path=(gone[0],), on_key=True)
        raise data_error(parts.REVIEW_FILE, files[parts.REVIEW_FILE], [fault])


def _unknown(catalog: Catalog, key: str, place: Path) -> Fault:
    owner = next((entry.key for entry in catalog.entries.values() if key in entry.aliases), "")
    if owner:
        return Fault(f"{key!r} is an old key; write {owner!r}", path=(*place, "key"))
    hint = parts.nearest(key, catalog.entries) or "; remove the line, or bring it back with: bibkit resolve --locked"
    return Fault(f"works/ has no entry {key!r}{hint}", path=(*place, "key"))


def _listings(node: SurveyList | Section, place: Path = ()) -> Iterator[tuple[Path, Listing]]:
    for number, listing in enumerate(node.listings):
        yield (*place, "listings", number), listing
    for number, section in enumerate(node.sections):
        yield from _listings(section, (*place, "sections", number))
