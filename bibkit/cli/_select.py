"""Which entries of a catalog are asked for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bibkit.cli import _data
from bibkit.errors import UsageError
from bibkit.exporters import layout
from bibkit.exporters.base import Selection
from bibkit.model.catalog import Catalog, Entry

#: Statuses of entries that still wait for something.
OPEN = frozenset({"new", "ambiguous", "unresolved"})

_YEARS = re.compile(r"(\d{4})?(-)?(\d{4})?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The conditions; an empty one asks for nothing."""

    section: str = ""
    list: str = ""
    venue: str = ""
    years: range | None = None
    status: str = ""
    unresolved: bool = False


def years(text: str) -> range | None:
    """Return the years that `2019`, `2017-2019`, `-2015` or `2020-` mean; None for ''. Raises UsageError."""
    if not text:
        return None
    found = _YEARS.fullmatch(text.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise UsageError(f"--year: {text!r} is no year; write 2019, 2017-2019, -2015 or 2020-")
    first = int(found[1] or 0)
    last = int(found[3] or (9999 if found[2] else found[1]))
    return range(first, last + 1)


def entries(catalog: Catalog, wanted: Wanted) -> list[Entry]:
    """Return the entries that fit all conditions, sorted by key; those of a section or list in its own order.

    Raises UsageError for a section, list or venue that is not there.
    """
    found = list(catalog.entries.values())
    if wanted.section or wanted.list:
        files = layout.files(catalog, Selection(list=wanted.list, section=wanted.section))
        keys = dict.fromkeys(key for listed in files.values() for key in listed)
        found = [catalog.entries[key] for key in keys]
    for condition in _conditions(catalog, wanted):
        found = [entry for entry in found if condition(entry)]
    return found


def _conditions(catalog: Catalog, wanted: Wanted) -> list[Callable[[Entry], bool]]:
    conditions: list[Callable[[Entry], bool]] = []
    if wanted.venue:
        venue = _venue(catalog, wanted.venue)
        conditions.append(lambda entry: entry.work.venue == venue)
    if (years := wanted.years) is not None:
        conditions.append(lambda entry: (entry.work.year or 0) in years)
    if wanted.status:
        conditions.append(lambda entry: entry.status == wanted.status)
    if wanted.unresolved:
        conditions.append(lambda entry: entry.status in OPEN)
    return conditions


def _venue(catalog: Catalog, name: str) -> str:
    """Return the id of a venue, given it or any name of it."""
    if any(entry.work.venue == name for entry in catalog.entries.values()):
        return name
    venues = _data.venues()
    found = venues.find(name, field=True)
    if found is None and venues.get(name) is None:
        raise UsageError(f"--venue: {name!r} is no venue of the table; give its id, such as neurips")
    return found.venue.id if found else name
