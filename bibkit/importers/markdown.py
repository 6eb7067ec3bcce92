"""Markdown lists: list items, table rows and title paragraphs become References.

Sub-items that hold nothing but links of their parent (`- Title`, below it `- [paper](u)`), or one detail of it
(`- Venue: ICML 2020`), are items of kind `skip`, and what they say is the parent's. A year that an item does not give
is that of the year bucket it stands in (`## 2017`); a heading that names an edition (`## CVPR 2023`) gives both.
A paragraph outside a list is an item if it opens with a title that has a link and a venue or a year.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bibkit.importers import headings, inline, labels, reading, roles, rows, tables
from bibkit.importers.base import Document, Importer
from bibkit.importers.labels import Known, Label
from bibkit.importers.outline import Outline
from bibkit.importers.outline import outline as read_outline
from bibkit.importers.reading import Reading
from bibkit.importers.tokens import RawItem
from bibkit.model.reference import Kind, Link, Reference

#: How a venue must have been found to be one by itself: not as a part of a longer text, not by a likeness.
_EXACT = frozenset({"acronym", "name", "alias", "misspelling"})


class Markdown(Importer):
    """CommonMark with tables, as GitHub shows it."""

    name = "markdown"
    suffixes = frozenset({".md", ".markdown", ".mdown", ".mkd"})

    def read(self, text: str, path: str) -> Document:
        """Return the document's title and its items; the only first-level heading is its title, not a section."""
        outline = read_outline(text)
        found = [(item, one) for item in outline.items if (one := _read_item(outline, item, self.known)) is not None]
        readings = {id(item): one for item, one in found}
        for item, one in found:
            if item.parent is not None:
                _hand_up(readings[id(item.parent)], one, self.known)
        edition = _editions(self.known)
        return Document(outline.title, tuple(_reference(outline, item, one, path, edition) for item, one in found))

    def known(self, text: str) -> bool:
        """Return whether a text names a venue by itself."""
        match = self.venues.find(text, field=True)
        return match is not None and match.how in _EXACT


def _read_item(outline: Outline, item: RawItem, known: Known) -> Reading | None:
    """Return what an item says, or None for a paragraph or a table row that is no item."""
    if item.form == "row":
        return rows.read(item, outline.env, known)
    found = reading.read(outline.skeleton(item), known)
    if item.form == "paragraph":
        telling = found.grammar is not None and found.grammar.paragraph
        placed = found.label.year or found.label.venue
        return found if telling and placed and (found.own or found.links) else None
    if item.task and not found.links and not found.own:
        found.skip = "to-do"
    return found


_DETAIL = re.compile(r"\s*([^:：]{2,30}?)\s*[:：]\s*(.+)", re.S)


def _hand_up(parent: Reading, child: Reading, known: Known) -> None:
    """Give a sub-item's links to its parent if it holds nothing else, or its one detail if it names which."""
    if not parent.title or parent.skip:
        return
    if not child.title and child.links and all(roles.is_role(n) for n in child.notes if n):
        parent.links += child.links
        child.skip = "links of the item above"
        return
    detail = _DETAIL.fullmatch(child.words) if not child.own else None
    kind = tables.field_of(detail[1]) if detail else ""
    if detail and kind in ("venue", "year", "authors", "note"):
        rows.set_field(parent, kind, detail[2], known)
        parent.links += child.links
        child.skip = "a detail of the item above"


_DIGITS = re.compile(r"\d\d")


def _editions(known: Known) -> Callable[[tuple[str, ...]], Label]:
    """Return what the heading of a section says of venue and year, looked up once for each section."""
    said: dict[tuple[str, ...], Label] = {}

    def edition(section: tuple[str, ...]) -> Label:
        if section not in said:
            label = labels.parse(section[-1], known) if section and _DIGITS.search(section[-1]) else None
            year = headings.bucket_year(section)
            said[section] = label if label and label.year and label.venue else Label(year)
        return said[section]

    return edition


def _reference(
    outline: Outline, item: RawItem, one: Reading, path: str, edition: Callable[[tuple[str, ...]], Label]
) -> Reference:
    """Return the Reference that a reading makes."""
    if one.label.year is None and not one.label.problem and one.title and not one.skip:
        heading = edition(item.section)
        if not one.label.venue or not heading.venue:
            one.add_label(heading)
    main, links = _main(one)
    kind, reason = _kind(one, main)
    return Reference(
        file=path,
        line=item.line,
        end_line=item.end_line,
        section=item.section,
        text=outline.text(item),
        kind=kind,
        reason=reason,
        title=one.title,
        authors=one.authors,
        year=one.label.year,
        month=one.label.month,
        venue_raw=one.label.venue,
        flags=tuple(sorted(one.flags)),
        url=main.url if main else "",
        links=tuple(links),
        note=inline.collapse(" ".join(n for n in one.notes if n)),
        problems=tuple(dict.fromkeys(one.problems)),
    )


def _main(one: Reading) -> tuple[Link | None, list[Link]]:
    """Return the main link and the others: the title's own, unless that leads elsewhere and another is the paper's."""
    links = list(one.links)
    main = one.own if one.own and one.own.url else None
    if one.own and not one.own.url:
        one.problems.append("the title's link has no address")
    place = next((i for i, link in enumerate(links) if link.role == roles.PAPER), None)
    if main is None and place is None and [link.role for link in links] == [roles.UNKNOWN]:
        place = 0
    if place is not None and (main is None or roles.of_url(main.url) not in ("", roles.PAPER)):
        other, main = main, links.pop(place)
        if other is not None:
            links.insert(0, replace(other, role=roles.of_url(other.url)))
    if main is not None:
        links = [replace(k, role="version") if k.role == roles.PAPER and roles.of_copy(k.label) else k for k in links]
    return main, links


def _kind(one: Reading, main: Link | None) -> tuple[Kind, str]:
    """Return kind and reason where the writing settles them; an empty reason leaves the kind open."""
    if one.skip:
        return "skip", one.skip
    if main is not None and main is not one.own and roles.is_telling(main.label):
        return "paper", f"its link is labelled {main.label!r}"
    return "paper", ""
