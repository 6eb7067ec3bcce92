"""Keys of entries that nobody has found out yet."""

import re
from dataclasses import replace

from bibkit.model.citekey import Pattern, Taken
from bibkit.model.work import Work

#: Lists give no authors, so a provisional key goes by the title; it lasts until the entry is first resolved.
PROVISIONAL = Pattern.parse("[shorttitle:lower][year]")
WITHOUT_YEAR = Pattern.parse("[shorttitle:lower]")


def provisional(work: Work, taken: Taken, pattern: Pattern) -> str:
    """Return a key for a new entry: by the catalog's `pattern` where the authors are known, else a provisional one."""
    if work.authors:
        return pattern.key(work, taken)
    if not work.title:
        stands_for = str(work.identifiers[0]) if work.identifiers else work.url or "untitled"
        return WITHOUT_YEAR.key(replace(work, title=re.sub(r"[^A-Za-z0-9]", "", stands_for)), taken)
    return (PROVISIONAL if work.year else WITHOUT_YEAR).key(work, taken)
