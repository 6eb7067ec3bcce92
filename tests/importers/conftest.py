"""What the importers' tests share: the project's own venue table, and an importer that knows it."""

from collections.abc import Callable

import pytest

from bibkit import disk
from bibkit.formats import venues
from bibkit.importers.markdown import Markdown
from bibkit.model.reference import Reference
from bibkit.model.venue import Venues

One = Callable[[str], Reference]


@pytest.fixture(scope="session")
def table() -> Venues:
    """Return the venue table that is shipped."""
    return venues.load(disk.data_text("venues.json"))


@pytest.fixture(scope="session")
def markdown(table: Venues) -> Markdown:
    return Markdown(table)


@pytest.fixture(scope="session")
def one(markdown: Markdown) -> One:
    """Return a reader of a list of one item."""

    def read(item: str) -> Reference:
        (found,) = markdown.parse(f"- {item}", "list.md")
        return found

    return read
