"""The data tables that commands need."""

from bibkit.disk.reading import data_text
from bibkit.formats import venues as venue_table
from bibkit.model.venue import Venues


def venues() -> Venues:
    """Return the venue table that ships with bibkit."""
    return venue_table.load(data_text("venues.json"))
