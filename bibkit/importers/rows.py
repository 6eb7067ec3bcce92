"""Table rows, and sub-items that give one detail: fields by the word that heads them."""

from dataclasses import replace

from bibkit.importers import inline, labels, reading, roles, tables
from bibkit.importers.inline import Skeleton
from bibkit.importers.labels import Known
from bibkit.importers.reading import Reading
from bibkit.importers.tokens import RawItem


def read(row: RawItem, env: dict[str, object], known: Known) -> Reading | None:
    """Return what a row says, or None for a row of a table that lists no works: no column of titles and no link."""
    columns = tables.fields(row.cells)
    cells = {head: inline.skeleton(cell, env) for head, cell in row.cells.items()}
    if not columns:
        head = next((h for h, cell in cells.items() if cell.urls), None)
        if head is None:
            return None
        columns = {head: "title"}
    title = next(head for head, field in columns.items() if field == "title")
    found = reading.read(cells[title], known)
    for head, field in columns.items():
        if field == "link":
            add_links(found, head, cells[head], known)
        elif field and field != "title":
            set_field(found, field, inline.plain(cells[head].text), known)
            add_links(found, head, cells[head], known)
    if not found.title:
        found.skip = "a row without a title"
    return found


def set_field(found: Reading, field: str, text: str, known: Known) -> None:
    """Set one field of a reading from its text."""
    if not text.strip(" -–—/"):
        return
    if field == "authors":
        found.authors = tuple(n.strip() for n in text.replace(" and ", ",").split(",") if n.strip())
    elif field == "note":
        found.notes.append(text)
    else:
        label = labels.parse(text, known, sure=True)
        if label is None and field == "venue":
            label = labels.Label(venue=inline.collapse(text))
        if label is not None:
            found.label = replace(
                found.label,
                year=label.year or found.label.year,
                month=label.month or found.label.month,
                venue=label.venue or found.label.venue,
            )
            found.flags.update(label.flags)


def add_links(found: Reading, head: str, cell: Skeleton, known: Known) -> None:
    """Add a cell's links; one whose label says nothing takes the head of its column as its label."""
    other = reading.read(cell, known)
    for link in ([other.own] if other.own else []) + other.links:
        if not link.url:
            continue
        if roles.of_label(link.label) and roles.is_telling(link.label):
            found.links.append(replace(link, role=roles.of_label(link.label)))
        else:
            role = roles.of_label(head) or roles.of_url(link.url) or roles.UNKNOWN
            found.links.append(replace(link, role=role, label=link.label or head))
