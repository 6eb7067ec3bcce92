"""Reading one item: from its skeleton to title, label, links with their roles, honours and remark."""

import re
from dataclasses import dataclass, field, replace

from bibkit.importers import labels, parsing, people, rest, roles
from bibkit.importers.grammars import Grammar
from bibkit.importers.inline import LINK, LINK_END, Skeleton, plain
from bibkit.importers.labels import Known, Label
from bibkit.importers.parsing import Parsed
from bibkit.model.reference import Link


@dataclass(slots=True)
class Reading:
    """What is read of one item, before it becomes a Reference. Links carry their role; the main one is chosen last."""

    words: str = ""  #: its text without markup
    title: str = ""
    label: Label = field(default_factory=Label)
    authors: tuple[str, ...] = ()
    own: Link | None = None  #: the title's own link
    links: list[Link] = field(default_factory=list)  #: the others, in order
    notes: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)  #: words beside the title that were read as its label
    skip: str = ""  #: why the item is no entry, where the writing alone shows it
    grammar: Grammar | None = None  #: the convention that it follows

    def add_label(self, label: Label | None) -> None:
        """Fill what the item's own label leaves open."""
        if label is None:
            return
        self.label = self.label.filled(label)
        self.flags.update(label.flags)


def read(skeleton: Skeleton, known: Known) -> Reading:
    """Return the reading of an item; its title is '' where no grammar finds one."""
    reading = Reading()
    text = _mend(_ICONS.sub("", skeleton.text), reading.problems)
    reading.words = plain(text)
    parsed = parsing.parse(text, known)
    if parsed is None:
        reading.links = _links(text, skeleton.urls, 0, reading, known)
        reading.notes.append(rest.note(text))
        return reading
    _take(parsed, reading, known)
    first = int(parsed.own_link)
    if parsed.own_link:
        reading.own = Link(reading.title, "", skeleton.urls[0])
    reading.links = _links(parsed.rest, skeleton.urls, first, reading, known)
    if parsed.grammar.pattern.endswith("URL") and reading.links:
        reading.own = replace(reading.links.pop(0), label="", role="")
    if parsed.grammar.pattern.startswith("PROSE") and parsed.rest:
        reading.notes.append(plain(text))
    else:
        reading.notes += (parsed.name, parsed.label.extra, rest.note(parsed.rest, reading.beside))
    _balance(text, reading.problems)
    return reading


def _take(parsed: Parsed, reading: Reading, known: Known) -> None:
    """Take over a grammar's fields; what its title says beside the title goes where it belongs."""
    reading.title, reading.label, reading.authors = parsed.title, parsed.label, parsed.authors
    reading.grammar = parsed.grammar
    reading.flags.update(parsed.label.flags)
    reading.flags.update(rest.flags(f"{parsed.name}|{parsed.rest}"))
    if parsed.label.problem:
        reading.problems.append(parsed.label.problem)
    if not parsed.grammar.pattern.startswith("PROSE"):
        _label_beside(parsed, reading, known)
    if not parsed.own_link:
        _title_edges(reading)
    _title_remark(reading, known)
    _repeated_label(reading)


def _label_beside(parsed: Parsed, reading: Reading, known: Known) -> None:
    """Take from what stands beside the title what the grammar's label leaves open."""
    if reading.label.problem:
        return
    for found, words in rest.found_labels(parsed.rest, known):
        label = reading.label
        if label.year and label.venue:
            return
        if not (label.year and found.year) and not (label.venue and found.venue):
            reading.add_label(found)
            reading.beside.append(words)


#: Pictures, `:names:` of pictures and numbers in brackets before the first word.
_ICONS = re.compile(r"^(?:\s|\[\d{1,3}\]|:[a-z0-9_+-]+:|[\u2190-\u2bff\u3030\u303d\ufe0f\u200d\U0001f000-\U0001faff])+")
#: Spellings of a link that Markdown does not read as one: `[label] (address)`, `(label)[address]`.
_BROKEN = tuple(
    re.compile(form)
    for form in (
        rf"\[([^\[\]{LINK}]+)\]\s*\(\s*<?{LINK}{LINK_END}>?\s*\)?",
        rf"\(([^(){LINK}]+)\)\s*\[\s*{LINK}{LINK_END}\s*\]",
    )
)


def _mend(text: str, problems: list[str]) -> str:
    """Return the text with links whose spelling is a little off as the links that they are meant to be."""
    if f"{LINK}{LINK_END}" in text:
        for form in _BROKEN:
            problems += [f"the link {plain(m[1])!r} is not written as [label](address)" for m in form.finditer(text)]
            text = form.sub(rf"{LINK}\1{LINK_END}", text)
    return text


_REMARK = re.compile(r"\s*\(([^()]+)\)$")
_PLACE = re.compile(
    r"(?:sections?|sec\.|§|chapters?|ch\.|appendix|pages?|pp?\.|fig(?:ure)?s?\.?|in [A-Z]\w+)(?:\s|$|\d)", re.I
)
#: A nickname or a sort in brackets before a title in plain text; `[Non-]Cooperative` is a part of the title.
_NICKNAME = re.compile(r"(\[[^\[\]]{1,40}\])\s+(?=\S+\s+\S)")
#: An identifier written before or behind a title in plain text.
_WRITTEN = re.compile(
    r"^(?:doi|arxiv)\s*[:=]?\s*\d\S*\s+|[\s,.;(\[]+(?:doi\s*[:=]?\s*10\.|arxiv\s*[:=]?\s*\d)\S+$", re.I
)


def _title_edges(reading: Reading) -> None:
    """Take a nickname, authors or an identifier off the edges of a title in plain text."""
    if not reading.authors:
        reading.authors, reading.title = people.before_title(reading.title)
    if nickname := _NICKNAME.match(reading.title):
        reading.notes.append(nickname[1])
        reading.title = reading.title[nickname.end() :]
    written = _WRITTEN.search(reading.title)
    if written and len(written[0]) < len(reading.title):
        reading.notes.append(written[0].strip(" ,.;()[]"))
        reading.title = parsing.clean(_WRITTEN.sub("", reading.title, count=1))


def _title_remark(reading: Reading, known: Known) -> None:
    """Take a remark in brackets off the end of a title: `(Section 5.3)`, `(blog post)`, `(Oral)`, `(CVPR 2020)`."""
    match = _REMARK.search(reading.title)
    if not match or not match.start():
        return
    words, honours = labels.honours(match[1])
    label = labels.parse(match[1], known) if re.search(r"\d\d", match[1]) else None
    if label and label.year:
        reading.add_label(label)
    elif honours and not words:
        reading.flags.update(honours)
    elif not (roles.is_role(match[1]) or _PLACE.match(match[1])):
        return
    reading.title = reading.title[: match.start()].rstrip()
    reading.notes.append(f"({match[1]})")


def _repeated_label(reading: Reading) -> None:
    """Take off a label that a title repeats: `2018-ECCV-[2018-ECCV-Title]`."""
    again = f"{reading.label.year}-{reading.label.venue}-"
    if reading.label.venue and reading.title.startswith(again):
        reading.title = reading.title.removeprefix(again).strip()
        reading.problems.append(f"the title repeats the label {again[:-1]!r}")


def _links(text: str, urls: list[str], first: int, reading: Reading, known: Known) -> list[Link]:
    """Return the links of `text`, of which the first is the item's link number `first`; empty ones are problems."""
    found = []
    for mention in rest.mentions(text, first):
        url = urls[mention.index]
        label = roles.bare(mention.label)
        if not url:
            reading.problems.append(f"the link {label!r} has no address")
            continue
        role = rest.role(mention, url)
        if not (mention.remark or roles.of_label(label) or parsing.ORDINAL.match(label)) and (
            said := labels.parse(label, known)
        ):
            role = roles.PAPER
            reading.add_label(said)
        found.append(Link(label, role, url))
    return found


def _balance(text: str, problems: list[str]) -> None:
    outside = rest.LINKS.sub("", text)
    if outside.count("[") != outside.count("]"):
        problems.append("a square bracket is not closed")
    if outside.count("(") != outside.count(")"):
        problems.append("a bracket is not closed")
